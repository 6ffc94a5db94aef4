# shellcheck shell=bash
# How a step is run, timed and counted. Every result is a file in $work/results with three numbers: passed, failed,
# skipped; so a step in the background counts like any other.

work=${work:?set by .ci/run}
here=${here:?set by .ci/run}

# Prints one line per finished step; the end of its log as well when it failed.
report() { # NAME OUTCOME SECONDS
  printf '%-9s %4s s  %s\n' "$2" "$3" "$1"
  # What passed is left out, or it would push what failed out of sight.
  if [ "$2" = FAILED ]; then grep -v '✓' "$work/logs/$1" | tail -n 100 | sed 's/^/    /'; fi
}

# count NAME PASSED FAILED SKIPPED
count() { printf '%s %s %s\n' "$2" "$3" "$4" >"$work/results/$1"; }

skip() { # NAME REASON
  count "$1" 0 0 1
  printf '%-9s %4s    %s: %s\n' skipped '' "$1" "$2"
}

# Runs a command with its log in a file; leaves the exit status and the seconds beside it. Status 77 means skipped, and
# the last line of the log is the reason.
run_logged() { # NAME COMMAND...
  local name=$1 status begin=$SECONDS
  shift
  # Not `|| status=$?`: that would switch `set -e` off inside the command, and a failure in its middle would be lost.
  set +e
  (
    set -e
    "$@"
  ) >"$work/logs/$name" 2>&1 </dev/null
  status=$?
  set -e
  printf '%s %s\n' "$status" "$((SECONDS - begin))" >"$work/logs/$name.status"
}

start() { # NAME COMMAND...: in the background
  run_logged "$@" &
  printf '%s\n' "$!" >"$work/logs/$1.pid"
}

# Waits for a started step and counts it. Preparation is worth 0, but its failure counts.
finish() { # NAME [WORTH]
  local status seconds
  wait "$(<"$work/logs/$1.pid")" || true
  read -r status seconds <"$work/logs/$1.status"
  case $status in
    0) count "$1" "${2-1}" 0 0; report "$1" ok "$seconds" ;;
    77) skip "$1" "$(tail -n 1 "$work/logs/$1")" ;;
    *) count "$1" 0 1 0; report "$1" FAILED "$seconds" ;;
  esac
}

step() { # NAME COMMAND...
  start "$@"
  finish "$1"
}

# A run of vitest: its tests are counted one by one, from the reporter's file. What fails without such a file (the checks
# before the tests, a crash) counts as one failure. So does a run that fails though no test of it did.
tests() { # NAME COMMAND...
  local name=$1 json="$work/results.$RANDOM.json" status seconds counts
  shift
  export TEST_RESULTS=$json
  run_logged "$name" "$@"
  unset TEST_RESULTS
  read -r status seconds <"$work/logs/$name.status"
  counts=$(node "$here/count.mjs" "$json" "$status")
  # shellcheck disable=SC2086 # three numbers
  count "$name" $counts
  if [ "$status" -eq 0 ]; then report "$name" ok "$seconds"; else report "$name" FAILED "$seconds"; fi
  printf '%17s%s\n' '' "$(awk '{print $1 " passed, " $2 " failed, " $3 " skipped"}' "$work/results/$name")"
}

# check_with TOOL NAME FUNCTION: a check that needs a tool.
check_with() {
  if [ -x "$1" ]; then step "$2" "$3"; else skip "$2" "$(basename "$1") is not installed"; fi
}

# The last line, and the exit status.
total() {
  cat "$work"/results/* | awk '{p += $1; f += $2; s += $3}
    END {printf "%d passed, %d failed, %d skipped\n", p, f, s; exit f > 0}'
}
