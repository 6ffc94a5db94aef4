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

# Two more parts of this script, which become one text with it.
# shellcheck source=scripts/bootstrap-texts.sh
. "${0%/*}/bootstrap-texts.sh"
# shellcheck source=scripts/bootstrap-fetch.sh
. "${0%/*}/bootstrap-fetch.sh"

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
  printf '%sCAUSE=%s\n' "$(key_prefix)" "$1" >"$SGR_REPORT_DIR/go.env"
}

# Ignored by git: a Go build would otherwise be stamped as one of a modified tree. So it would be if a file of the project were written over.
make_directory() { # DIRECTORY
  mkdir -p "$1" && { [ -f "$1/.gitignore" ] || printf '*\n' >"$1/.gitignore"; }
}

# Prefix of the variables that are handed to later jobs: only letters, digits and underscores are allowed in their names.
key_prefix() { printf 'SGR_%s' "$SGR_PREFIX" | tr - _; }

section_start() { # NAME HEADER
  section=$1
  printf '\033[0Ksection_start:%s:%s[collapsed=true]\r\033[0K%s\n' "$(date +%s)" "$section" "$2"
}

section_end() {
  if [ -n "$section" ]; then printf '\033[0Ksection_end:%s:%s\r\033[0K\n' "$(date +%s)" "$section"; fi
  section=
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
  section_start sgr_bootstrap 'setup-go-robust: fetch the program'
  rm -f "$SGR_STATE/env.sh"
  find_node
  if [ -n "$SGR_BUNDLE" ]; then use_bundle; else fetch_bundle; fi
  printf 'Node.js %s, %s\n' "$found" "$main"
  rm -rf "$work"
  section_end
  status=0
  SGR_HOST=gitlab "$node" "$main" || status=$?
  if [ "$status" = 0 ] && [ -d .sgr/gomod ]; then prove_modules; fi
  exit "$status"
}

# What the cache brought is compared with go.sum, because Go believes what it finds there. The deadline is for a cache of gigabytes.
prove_modules() {
  section_start sgr_modules 'setup-go-robust: prove the restored modules'
  verdict=0
  {
    answer=$(GOMODCACHE=$PWD/.sgr/gomod "$node" "$main" verify --modules --repair safe --timeout 30s --json \
      "${SGR_INPUT_WORKING_DIRECTORY:-.}" 2>&3) || verdict=$?
  } 3>&1
  section_end
  # 71: there is no module, or nothing of it in the cache. 73 without this code: vendored files differ, which no cache brings.
  case $verdict:$answer in 0:* | 71:*) return ;; 73:*'"MODCACHE.ALTERED"'*) ;; 73:*) return ;; esac
  # The build results too: they hold an index of the files of each module, by its name alone.
  for directory in .sgr/gomod .sgr/gobuild; do
    rm -rf "$directory" 2>/dev/null || { chmod -R u+rwX "$directory" && rm -rf "$directory"; } ||
      fail 'BOOT.DISK' "$directory, which was not proved, cannot be removed"
  done
  printf 'The restored modules were not proved (exit %s, see above): they and the build results are removed, and Go fetches them again\n' "$verdict"
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

if [ -n "${NO_COLOR-}" ]; then red='' plain=''; else red=$(printf '\033[31;1m') plain=$(printf '\033[0m'); fi
section='' node='' git_words='not tried' work=$SGR_STATE/work
rm -rf "$work"
if ! make_directory .sgr 2>/dev/null || ! mkdir -p "$work" 2>/dev/null; then fail 'BOOT.DISK' "$PWD/.sgr cannot be made"; fi
case $SGR_STEP in
  install) install_go ;;
  hand-over) take_over ;;
esac
