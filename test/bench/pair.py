#!/usr/bin/env python3
"""Runs commands alternately in throw-away runner environments and measures what each costs.

Called by bench.mjs. Reads one JSON object from standard input and writes one to standard output. Python, because Node
cannot tell what a finished child and all its descendants used (wait4). Standard library only.

Input:  work, runs, warmups, keepCache, expect, timeoutSeconds, sides: [{name, argv, env, cwd}]
        In argv, env and cwd, {run} is the directory of this run and {cache} the tool cache.
Output: {side name: [{good, wallMs, cpuMs, rssBytes, writtenBytes, leftBytes}]}

A run is good only when it ended with 0 and the Go that it put on the PATH, or into {run}/dest, names the version.
"""

import json
import os
import shutil
import signal
import subprocess
import sys
import threading
import time

COMMAND_FILES = ("output", "env", "path", "state", "step_summary")


def main():
    plan = json.load(sys.stdin)
    results = {side["name"]: [] for side in plan["sides"]}
    if plan["keepCache"]:
        for side in plan["sides"]:
            measure(plan, side, "seed")
    for number in range(-plan["warmups"], plan["runs"]):
        for side in plan["sides"]:
            row = measure(plan, side, str(number))
            if number >= 0:
                results[side["name"]].append(row)
    json.dump(results, sys.stdout)


def measure(plan, side, label):
    run = os.path.join(plan["work"], f"{side['name']}-{label}")
    cache = os.path.join(plan["work"], f"{side['name']}-cache") if plan["keepCache"] else os.path.join(run, "cache")
    for name in ("temp", "home", "work", "dest"):
        os.makedirs(os.path.join(run, name))
    os.makedirs(cache, exist_ok=True)
    for name in COMMAND_FILES:
        open(os.path.join(run, name), "w").close()

    def place(text):
        return text.replace("{run}", run).replace("{cache}", cache)

    env = {name: place(value) for name, value in side["env"].items()}
    argv = [place(part) for part in side["argv"]]
    # Without this, one side would pay for writing back what the other side wrote.
    os.sync()
    log = open(os.path.join(run, "log"), "wb")
    started = time.monotonic()
    child = subprocess.Popen(argv, env=env, cwd=place(side["cwd"]), stdin=subprocess.DEVNULL, stdout=log, stderr=log,
                             start_new_session=True)
    killer = threading.Timer(plan["timeoutSeconds"], os.killpg, (child.pid, signal.SIGKILL))
    killer.start()
    _, status, usage = os.wait4(child.pid, 0)
    wall = time.monotonic() - started
    killer.cancel()
    log.close()
    child.returncode = os.waitstatus_to_exitcode(status)
    row = {
        "good": child.returncode == 0 and answers(run, plan["expect"]),
        "wallMs": wall * 1e3,
        "cpuMs": (usage.ru_utime + usage.ru_stime) * 1e3,
        # Linux counts kibibytes, macOS bytes.
        "rssBytes": usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024),
        "writtenBytes": usage.ru_oublock * 512,
        "leftBytes": size_of(os.path.join(run, "temp")),
    }
    if not row["good"]:
        with open(os.path.join(run, "log"), "rb") as text:
            print(f"{side['name']} ended with {child.returncode}:\n{text.read()[-2000:].decode(errors='replace')}", file=sys.stderr)
    shutil.rmtree(run, ignore_errors=True)
    return row


def answers(run, expect):
    with open(os.path.join(run, "path"), encoding="utf-8") as lines:
        candidates = [os.path.join(line.strip(), "go") for line in lines if line.strip()]
    candidates.append(os.path.join(run, "dest", "go", "bin", "go"))
    for go in candidates:
        if os.path.exists(go):
            env = {"HOME": os.path.join(run, "home"), "PATH": "/usr/bin:/bin", "GOTOOLCHAIN": "local"}
            said = subprocess.run([go, "version"], env=env, capture_output=True, text=True, check=False).stdout
            return f" go{expect} " in said
    return False


def size_of(directory):
    return sum(os.lstat(os.path.join(top, name)).st_size for top, _, names in os.walk(directory) for name in names)


if __name__ == "__main__":
    main()
