# shellcheck shell=sh
# Part of bootstrap.sh: one file from a server, and a Node.js where the image has none.

work=${work:-} node=${node:-}

# The last line of what a program complained about, without control characters.
words() { # FILE
  line=
  while read -r next || [ -n "$next" ]; do line=${next:-$line}; done <"$1"
  printf '%.300s' "$line" | tr -cd '[:print:]'
}

# get URL FILE SECONDS [TOKEN]: prints the HTTP status, or 000 and why there is none. The job token goes through curl or Node.js only:
# wget takes headers as arguments, which every user of the machine can read, and that of busybox follows redirects with them.
get() {
  if has curl; then
    by_curl "$1" "$2" "$3" "${4-}"
  elif [ -n "$node" ]; then
    by_node "$1" "$2" "$3" "${4-}"
  elif [ -n "${4-}" ] || ! has wget; then
    printf '000 there is neither curl nor wget'
  else
    by_wget "$1" "$2" "$3"
  fi
}

by_curl() { # URL FILE SECONDS TOKEN
  target=$2 token=$4
  set -- --config - --silent --show-error --connect-timeout 10 --max-time "$3" --output "$2" --write-out '%{http_code}' "$1"
  if [ -z "$token" ]; then set -- --location "$@"; fi
  if [ -n "$token" ] && [ -f "${CI_SERVER_TLS_CA_FILE-}" ]; then set -- --cacert "$CI_SERVER_TLS_CA_FILE" "$@"; fi
  if status=$(printf '%s' "${token:+header = \"JOB-TOKEN: $token\"}" | curl "$@" 2>"$target.words"); then
    printf '%s' "$status"
  else
    printf '000 %s' "$(words "$target.words")"
  fi
}

by_node() { # URL FILE SECONDS TOKEN
  if [ -f "${CI_SERVER_TLS_CA_FILE-}" ]; then export NODE_EXTRA_CA_CERTS="${NODE_EXTRA_CA_CERTS:-$CI_SERVER_TLS_CA_FILE}"; fi
  # shellcheck disable=SC2016 # JavaScript
  SGR_TOKEN=$4 NODE_USE_ENV_PROXY=1 "$node" -e '
    const [url, file, seconds] = process.argv.slice(1);
    const end = text => { process.stdout.write(text); process.exit(0); };
    const lost = error => end("000 " + (error.code || "") + " " + error.message.split("\n")[0]);
    setTimeout(() => end("000 no answer in " + seconds + " s"), seconds * 1000);
    const token = process.env.SGR_TOKEN;
    const { get } = require(/^https:/i.test(url) ? "https" : "http");
    get(url, { headers: token ? { "JOB-TOKEN": token } : {} }, answer => {
      const out = require("fs").createWriteStream(file);
      require("stream").pipeline(answer, out, error => error ? lost(error) : end(String(answer.statusCode)));
    }).on("error", lost);' "$1" "$2" "$3" || printf '000 Node.js failed'
}

# No token, so redirects may be followed. The wget of busybox has no option for a deadline that works everywhere.
by_wget() { # URL FILE SECONDS
  target=$2
  if has timeout; then set -- timeout "$3" wget -O "$2" "$1"; else set -- wget -O "$2" "$1"; fi
  if "$@" 2>"$target.words"; then printf 200; else printf '000 %s' "$(words "$target.words")"; fi
}

# ---- Node.js ----

find_node() {
  node=$(command -v node || true) problem='BOOT.NO_NODE' found='there is no node on PATH'
  if [ -n "$node" ] && found=$("$node" --version 2>&1); then
    major=${found#v}
    major=${major%%.*}
    case $major in '' | *[!0-9]*) major=0 ;; esac
    if [ "$major" -ge 20 ]; then return; fi
    problem='BOOT.NODE_TOO_OLD'
  fi
  if [ -z "$SGR_NODE_REGISTRY" ]; then fail "$problem" "$(printf '%.200s' "$found" | tr -cd '[:print:]')"; fi
  node=
  fetch_node
}

# The npm package of the Node.js project's own build for this machine; its digest is pinned here.
fetch_node() {
  registry=$(node_registry)
  if [ -z "$registry" ]; then fail 'BOOT.NO_REGISTRY' 'npm_config_registry, .npmrc and ~/.npmrc name none'; fi
  machine=$(uname -s)-$(uname -m) pinned=
  case $machine in
    Linux-x86_64 | Linux-amd64) machine=linux-x64 ;;
    Linux-aarch64 | Linux-arm64) machine=linux-arm64 ;;
  esac
  # shellcheck disable=SC2086 # pairs
  set -- $SGR_NODE_BUILDS
  while [ $# -gt 0 ]; do
    if [ "$1" = "$machine" ]; then pinned=$2; fi
    shift 2
  done
  if [ -z "$pinned" ]; then fail 'BOOT.NO_NODE_BUILD' "$machine"; fi
  if ! has curl && ! has wget; then fail 'BOOT.NO_FETCHER' 'there is neither curl nor wget'; fi
  file=node-$machine-$SGR_NODE_VERSION.tgz
  answer=$(get "${registry%/}/node-$machine/-/$file" "$work/node.tgz" 300)
  case $answer in
    200) ;;
    000*) fail 'BOOT.UNREACHABLE' "node-registry: ${answer#000 }" ;;
    *) fail 'BOOT.UNREACHABLE' "node-registry: status $answer for $file" ;;
  esac
  got=$(sha256 "$work/node.tgz")
  if [ "$got" != "$pinned" ]; then fail 'BOOT.NODE_DIGEST' "$file: expected $pinned, got $got"; fi
  mkdir -p "$SGR_STATE/node"
  gzip -dc "$work/node.tgz" | tar -xf - -C "$SGR_STATE/node" package/bin/node || fail 'BOOT.DISK' "$file cannot be unpacked"
  node=$PWD/$SGR_STATE/node/package/bin/node
  found=$("$node" --version 2>&1) || fail 'BOOT.NO_NODE' "the fetched node: $found"
}

# As npm looks for it; the last line of an .npmrc counts.
node_registry() {
  case $SGR_NODE_REGISTRY in
    npm-config) ;;
    *)
      printf '%s' "$SGR_NODE_REGISTRY"
      return
      ;;
  esac
  address=${npm_config_registry:-${NPM_CONFIG_REGISTRY-}}
  for file in .npmrc "${HOME-}/.npmrc"; do
    if [ -n "$address" ] || ! [ -f "$file" ]; then continue; fi
    while read -r line || [ -n "$line" ]; do
      case $line in registry=* | 'registry ='*) address=${line#*=} ;; esac
    done <"$file"
    address=${address# }
  done
  printf '%s' "$address"
}
