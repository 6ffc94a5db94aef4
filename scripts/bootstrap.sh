#!/bin/sh
# Brings the bundle of setup-go-robust into a GitLab job, checks it and runs it; or takes over the Go of another job, where there is no
# Node.js. scripts/build-templates.mjs puts this text into templates/, behind the variables that it reads:
#
#   SGR_STEP           install or hand-over
#   SGR_PROJECT        path of the component project on this GitLab
#   SGR_REF            commit or tag of the component
#   SGR_FILES          "SHA-256 NAME" of each file of the bundle
#   SGR_BUNDLE         directory or file of a bundle in the image; empty: it is fetched
#   SGR_NODE_REGISTRY  empty, npm-config or an address: where a Node.js may be fetched from
#   SGR_NODE_BUILDS    "MACHINE SHA-256" of each pinned Node.js
#   SGR_NODE_VERSION   its version
#   SGR_STATE          directory of this include below the project directory
#   SGR_PREFIX         the input job-prefix
#   SGR_REPORT_DIR     directory of report files
#
# Runs in a subshell of the job, so that nothing leaks. POSIX sh; every failure ends with 70, a code and its repair.
set -eu

fail() { # CODE EVIDENCE
  boot_text "$1"
  section_end
  printf '%ssetup-go-robust failed: %s%s\n' "$red" "$title" "$plain" >&2
  printf '  Cause    %s\n  Why      %s\n  Evidence %s\n  Fix      %s\n  Exit     70\n' "$1" "$why" "$2" "$fix" >&2
  report_failure "$1" 2>/dev/null || true
  exit 70
}

report_failure() { # CODE
  make_directory "$SGR_REPORT_DIR"
  {
    printf '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites><testsuite name="setup-go-robust" tests="1" failures="1">'
    printf '<testcase classname="setup-go-robust" name="bootstrap"><failure type="%s" message="%s">%s</failure></testcase>' \
      "$1" "$title" "$1: $title. $why Fix: $fix"
    printf '</testsuite></testsuites>\n'
  } >"$SGR_REPORT_DIR/junit.xml"
  printf '%sCAUSE=%s\n' "$(key_prefix)" "$1" >"$SGR_REPORT_DIR/sgr.env"
}

# Ignored by git: a Go build would otherwise be stamped as one of a modified tree.
make_directory() { # DIRECTORY
  mkdir -p "$1" && printf '*\n' >"$1/.gitignore"
}

# Prefix of the variables that are handed to later jobs: only letters, digits and underscores are allowed in their names.
key_prefix() { printf 'SGR_%s' "$SGR_PREFIX" | tr - _; }

section_start() { # HEADER
  section=open
  printf '\033[0Ksection_start:%s:sgr_bootstrap[collapsed=true]\r\033[0K%s\n' "$(date +%s)" "$1"
}

section_end() {
  if [ "$section" = open ]; then printf '\033[0Ksection_end:%s:sgr_bootstrap\r\033[0K\n' "$(date +%s)"; fi
  section=closed
}

has() { command -v "$1" >/dev/null 2>&1; }

sha256() { # FILE
  if has sha256sum; then
    set -- "$(sha256sum <"$1")"
  elif has shasum; then
    set -- "$(shasum -a 256 <"$1")"
  elif [ -n "$node" ]; then
    # shellcheck disable=SC2016 # JavaScript
    set -- "$("$node" -e 'const { createHash } = require("crypto"); const { readFileSync } = require("fs");
      console.log(createHash("sha256").update(readFileSync(process.argv[1])).digest("hex"))' "$1")"
  else
    set -- 'neither sha256sum nor shasum'
  fi
  printf '%s' "${1%% *}"
}

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

# ---- the bundle ----

use_bundle() {
  case $SGR_BUNDLE in
    */main.cjs | main.cjs) main=$SGR_BUNDLE ;;
    *) main=$SGR_BUNDLE/main.cjs ;;
  esac
  if ! [ -f "$main" ]; then fail 'BOOT.BUNDLE_PATH' "$main is no file"; fi
}

fetch_bundle() {
  main=$SGR_STATE/bundle/main.cjs
  if [ -z "$(first_wrong "$SGR_STATE/bundle")" ]; then return; fi
  rm -rf "$SGR_STATE/bundle"
  try=1
  while :; do
    answer=$(fetch_files)
    case $answer in 000* | 408* | 429* | 5*) ;; *) break ;; esac
    if [ "$try" -ge 3 ]; then break; fi
    sleep "$try"
    try=$((try + 1))
  done
  case $answer in 200) ;; *) fetch_by_git || refuse "$answer" ;; esac
  wrong=$(first_wrong "$work/bundle")
  if [ -n "$wrong" ]; then refuse_content "$wrong"; fi
  mv "$work/bundle" "$SGR_STATE/bundle"
}

names() {
  # shellcheck disable=SC2086 # pairs
  set -- $SGR_FILES
  while [ $# -gt 0 ]; do
    printf '%s ' "$2"
    shift 2
  done
}

# All at once; prints the first status that is not 200, with what failed.
fetch_files() {
  mkdir -p "$work/bundle"
  pids=
  api=$CI_API_V4_URL/projects/$(printf '%s' "$SGR_PROJECT" | sed 's|/|%2F|g')/repository/files
  for name in $(names); do
    (get "$api/dist%2F$name/raw?ref=$SGR_REF" "$work/bundle/$name" 60 "${CI_JOB_TOKEN-}" >"$work/$name.status") &
    pids="$pids $!"
  done
  for pid in $pids; do wait "$pid" || true; done
  for name in $(names); do
    read -r answer <"$work/$name.status" || true
    if [ "$answer" != 200 ]; then
      printf '%s at %s' "$answer" "$api/dist%2F$name/raw?ref=$SGR_REF"
      return
    fi
  done
  printf 200
}

# The same commit by git, where the API refuses the token (GitLab before 18.3) or cannot be reached.
fetch_by_git() {
  git_words='there is no git'
  if ! has git; then return 1; fi
  rm -rf "$work/bundle" "$work/git"
  mkdir -p "$work/bundle"
  # shellcheck disable=SC2016 # for the shell that git starts: the token is in no argument
  helper='!f() { echo username=gitlab-ci-token; echo "password=$CI_JOB_TOKEN"; }; f'
  if ! git init --quiet "$work/git" 2>"$work/git.words" ||
    ! GIT_TERMINAL_PROMPT=0 git -C "$work/git" -c credential.helper= -c "credential.helper=$helper" -c http.followRedirects=false \
      -c http.lowSpeedLimit=1000 -c http.lowSpeedTime=20 \
      fetch --quiet --depth 1 "$CI_SERVER_URL/$SGR_PROJECT.git" "$SGR_REF" 2>"$work/git.words"; then
    git_words=$(words "$work/git.words")
    return 1
  fi
  for name in $(names); do
    git -C "$work/git" show "FETCH_HEAD:dist/$name" >"$work/bundle/$name" 2>"$work/git.words" || return 1
  done
}

refuse() { # ANSWER
  case $1 in
    000* | 408* | 429* | 5*) fail 'BOOT.UNREACHABLE' "${1#000 }; git: $git_words" ;;
    3*) fail 'BOOT.REDIRECTED' "status $1; git: $git_words" ;;
    *) fail 'BOOT.DENIED' "status $1; git: $git_words" ;;
  esac
}

# The first file that is missing or different; empty when all are right.
first_wrong() { # DIRECTORY
  directory=$1
  # shellcheck disable=SC2086 # pairs
  set -- $SGR_FILES
  while [ $# -gt 0 ]; do
    if ! [ -f "$directory/$2" ] || [ "$(sha256 "$directory/$2")" != "$1" ]; then
      printf '%s' "$2"
      return
    fi
    shift 2
  done
}

refuse_content() { # NAME
  first=
  read -r first <"$work/bundle/$1" || true
  case $first in
    '<'*) fail 'BOOT.NOT_BUNDLE' "$1 begins with ${first%%[!<!A-Za-z ]*}" ;;
    *) fail 'BOOT.DIGEST' "$1: got $(sha256 "$work/bundle/$1")" ;;
  esac
}

install_go() {
  section_start 'setup-go-robust: fetch the program'
  rm -f "$SGR_STATE/env.sh"
  find_node
  if [ -n "$SGR_BUNDLE" ]; then use_bundle; else fetch_bundle; fi
  printf 'Node.js %s, %s\n' "$found" "$main"
  rm -rf "$work"
  section_end
  status=0
  SGR_HOST=gitlab "$node" "$main" || status=$?
  exit "$status"
}

# ---- a job without Node.js ----

take_over() {
  key=$(key_prefix)
  eval "want=\${${key}ARCHIVE_SHA256-} root=\${${key}GOROOT-}"
  if ! [ -f "$SGR_STATE/env.sh" ]; then fail 'BOOT.HANDOVER' "there is no $SGR_STATE/env.sh"; fi
  if [ -z "$want" ] || [ -z "$root" ]; then fail 'BOOT.HANDOVER' "${key}ARCHIVE_SHA256 or ${key}GOROOT is not set"; fi
  case $root in /* | *..* | '') fail 'BOOT.HANDOVER' "${key}GOROOT is no path below the project" ;; esac
  archive=
  for file in "$SGR_STATE"/archives/kept-*.tar.gz; do archive=$file; done
  if ! [ -f "$archive" ]; then fail 'BOOT.HANDOVER' "there is no archive in $SGR_STATE/archives"; fi
  got=$(sha256 "$archive")
  if [ "$got" != "$want" ]; then fail 'BOOT.HANDOVER_DIGEST' "expected $want, got $got"; fi
  mkdir -p "$work" "${root%/*}"
  gzip -dc "$archive" | tar -xf - -C "$work" || fail 'BOOT.DISK' 'the archive cannot be unpacked'
  rm -rf "$root"
  mv "$work/go" "$root"
  rm -rf "$work"
  printf 'Go is taken over and is the one that was proved (sha256 %s)\n' "$got"
}

# boot-text:start
boot_text() { # CODE
  case $1 in
    BOOT.NO_NODE)
      title='There is no Node.js that runs in this image'
      why='The program is written in JavaScript.'
      fix='Use an image with Node.js 20 or newer; or set setup-job: true and extend .use-go-robust here; or set node-registry.'
      ;;
    BOOT.NODE_TOO_OLD)
      title='The Node.js of this image is too old'
      why='The program needs Node.js 20 or newer.'
      fix='Use an image with Node.js 20 or newer; or set setup-job: true and extend .use-go-robust here; or set node-registry.'
      ;;
    BOOT.NO_REGISTRY)
      title='Nothing says where the package registry is that should serve Node.js'
      why='node-registry is npm-config, and neither npm_config_registry nor an .npmrc names a registry.'
      fix='Set node-registry to the address of your registry, or name it in .npmrc.'
      ;;
    BOOT.NO_NODE_BUILD)
      title='There is no pinned Node.js for this machine'
      why='Builds for Linux with glibc on x86-64 and on arm64 are pinned.'
      fix='Install Node.js 20 or newer in the image (apk add nodejs), or set setup-job: true and extend .use-go-robust here.'
      ;;
    BOOT.NODE_DIGEST)
      title='The Node.js that the registry served is not the pinned one'
      why='Its SHA-256 differs from the one in the component; nothing of it was run.'
      fix='Check what node-registry serves under that name.'
      ;;
    BOOT.NO_FETCHER)
      title='Nothing in this image can fetch a file'
      why='Node.js was to be fetched, and there is neither curl nor wget.'
      fix='Install curl or wget in the image, or use one with Node.js 20 or newer.'
      ;;
    BOOT.BUNDLE_PATH)
      title='There is no bundle where the input bundle says'
      why='The path must be a directory with main.cjs, or that file.'
      fix='Correct the input bundle, or leave it out, so that the bundle is fetched from the component project.'
      ;;
    BOOT.DENIED)
      title='The component project does not hand out its files to this job'
      why='The job token of this project has no access there, or the path of the project is another one on this GitLab.'
      fix='Add this project to the job token allowlist of the component project (Settings, CI/CD), and check component-project.'
      ;;
    BOOT.REDIRECTED)
      title='The GitLab API answered with a redirect'
      why='It was not followed, because the job token would go along.'
      fix='Check CI_API_V4_URL and the proxy in front of GitLab; or set bundle to a path in the image.'
      ;;
    BOOT.UNREACHABLE)
      title='The server with the files cannot be reached'
      why='The connection was refused, cut or timed out, the certificate is not trusted, or the server is down; several attempts failed.'
      fix='Look at the evidence; set CI_SERVER_TLS_CA_FILE for a CA of your own; or set bundle to a path in the image.'
      ;;
    BOOT.NOT_BUNDLE)
      title='A web page came instead of the bundle'
      why='A login page or a proxy answered with status 200; nothing of it was run.'
      fix='Check CI_API_V4_URL and the proxy in front of GitLab; or set bundle to a path in the image.'
      ;;
    BOOT.DIGEST)
      title='A file of the bundle is not the one of this component version'
      why='Its SHA-256 differs from the one in the component; nothing of it was run.'
      fix='Check that component-project is an unchanged copy at the same commit.'
      ;;
    BOOT.DISK)
      title='The project directory cannot be written'
      why='The disk is full or read-only, or another user owns the directory.'
      fix='Free space, or correct the owner of the directory.'
      ;;
    BOOT.HANDOVER)
      title='The job that installs Go has handed nothing over'
      why='Its artifact or its variables did not reach this job.'
      fix='Set setup-job: true, and let this job need go-setup with artifacts: true.'
      ;;
    BOOT.HANDOVER_DIGEST)
      title='The archive of Go is not the one that was handed over'
      why='Its SHA-256 differs from the one that the installing job reported; nothing of it was unpacked.'
      fix='Run the installing job again; if that does not help, find out who changed its artifact.'
      ;;
  esac
}
# boot-text:end

if [ -n "${NO_COLOR-}" ]; then red='' plain=''; else red=$(printf '\033[31;1m') plain=$(printf '\033[0m'); fi
section=closed node='' git_words='not tried' work=$SGR_STATE/work
rm -rf "$work"
if ! make_directory .sgr 2>/dev/null || ! mkdir -p "$work" 2>/dev/null; then fail 'BOOT.DISK' "$PWD/.sgr cannot be made"; fi
case $SGR_STEP in
  install) install_go ;;
  hand-over) take_over ;;
esac
