#!/usr/bin/env python3
"""Runs commands alternately in throw-away runner environments and measures what each costs.

Called by measure.ts. Reads one JSON object (PairPlan there) from standard input and writes one to standard output: for each side
its rows (Row in figures.ts), without archiveBytes. Python, because Node cannot tell what a finished child and all its
descendants used (wait4). Standard library only. In argv and env, {run} is the directory of this run and {cache} the tool cache.
"""

import json
import os
import shutil
import signal
import subprocess
import sys
import threading
import time
import urllib.request

COMMAND_FILES = ("output", "env", "path", "state", "step_summary")
# The report of a run stays for whoever reads it: it is no rubbish.
REPORT = "setup-go-robust-report"
NO_PROXY = urllib.request.build_opener(urllib.request.ProxyHandler({}))


def main():
    plan = json.load(sys.stdin)
    sides = plan["sides"]
    results = {side["name"]: [] for side in sides}
    if plan["keepCache"]:
        for side in sides:
            measure(plan, side, "seed")
    for number in range(-plan["warmups"], plan["runs"]):
        # Another side begins each round, so that none always follows the same neighbour.
        turn = number % len(sides)
        for side in sides[turn:] + sides[:turn]:
            row = measure(plan, side, str(number))
            if number >= 0:
                results[side["name"]].append(row)
    json.dump(results, sys.stdout)


def measure(plan, side, label):
    base = os.path.join(plan["work"], f"side-{plan['sides'].index(side)}")
    run = f"{base}-{label}"
    cache = f"{base}-cache" if plan["keepCache"] else os.path.join(run, "cache")
    for name in ("temp", "home", "work", "dest"):
        os.makedirs(os.path.join(run, name))
    os.makedirs(cache, exist_ok=True)
    for name in COMMAND_FILES:
        open(os.path.join(run, name), "w").close()

    def place(text):
        return text.replace("{run}", run).replace("{cache}", cache)

    env = {name: place(value) for name, value in side["env"].items()}
    argv = [place(part) for part in side["argv"]]
    control(plan, "/reset")
    # Without this, one side would pay for writing back what the other side wrote.
    os.sync()
    log = open(os.path.join(run, "log"), "wb")
    started = time.monotonic_ns()
    child = subprocess.Popen(argv, env=env, cwd=os.path.join(run, "work"), stdin=subprocess.DEVNULL, stdout=log, stderr=log,
                             start_new_session=True)
    killer = threading.Timer(plan["timeoutSeconds"], os.killpg, (child.pid, signal.SIGKILL))
    killer.start()
    _, status, usage = os.wait4(child.pid, 0)
    wall_ns = time.monotonic_ns() - started
    killer.cancel()
    log.close()
    child.returncode = os.waitstatus_to_exitcode(status)
    stats = control(plan, "/stats")
    first = stats.pop("firstConnectionNs")
    outputs = read_outputs(os.path.join(run, "output"))
    root = answering_root(run, [place(path) for path in side["goRoots"]], plan["expect"])
    row = {
        "good": is_good(side, child.returncode, root, outputs),
        "exitCode": child.returncode,
        "cause": outputs.get("cause", ""),
        "proof": outputs.get("proof", ""),
        "wallMs": wall_ns / 1e6,
        "cpuMs": (usage.ru_utime + usage.ru_stime) * 1e3,
        # Linux counts kibibytes, macOS bytes.
        "rssBytes": usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024),
        "writtenBytes": usage.ru_oublock * 512,
        "leftBytes": size_of(os.path.join(run, "temp")),
        "firstMs": None if first is None else (int(first) - started) / 1e6,
        **stats,
    }
    if not row["good"]:
        with open(os.path.join(run, "log"), "rb") as text:
            print(f"{side['name']} ended with {child.returncode}:\n{text.read()[-2000:].decode(errors='replace')}", file=sys.stderr)
    remove(run)
    return row


def control(plan, path):
    with NO_PROXY.open(plan["controlUrl"] + path, timeout=10) as answer:
        return json.load(answer)


def is_good(side, exit_code, root, outputs):
    """An installation put a Go that answers where it is looked for; a failure is red, has a cause and no Go."""
    if side["fails"]:
        return exit_code > 0 and root is None and outputs.get("cause", "") != ""
    return exit_code == 0 and root is not None and side["proof"] in ("", outputs.get("proof"))


def read_outputs(path):
    """NAME=value lines and NAME<<DELIMITER blocks, as the runner reads them."""
    outputs = {}
    with open(path, encoding="utf-8") as file:
        lines = iter(file.read().splitlines())
    for line in lines:
        name, block, delimiter = line.partition("<<")
        if block and "=" not in name:
            outputs[name] = "\n".join(iter(lambda: next(lines, delimiter), delimiter))
        else:
            name, _, value = line.partition("=")
            outputs[name] = value
    return outputs


def answering_root(run, roots, expect):
    """The GOROOT whose go names the version: from GITHUB_PATH, or where the side puts it; None when none does."""
    with open(os.path.join(run, "path"), encoding="utf-8") as lines:
        candidates = [os.path.dirname(line.strip()) for line in lines if line.strip()] + roots
    env = {"HOME": os.path.join(run, "home"), "PATH": "/usr/bin:/bin", "GOTOOLCHAIN": "local", "GOTELEMETRY": "off"}
    for root in candidates:
        go = os.path.join(root, "bin", "go")
        if os.path.exists(go):
            if root in roots:
                # A module zip has no modes: cmd/go sets this bit when it first uses the toolchain.
                os.chmod(go, 0o755)
            said = subprocess.run([go, "version"], env=env, capture_output=True, text=True, check=False).stdout
            return os.path.realpath(root) if f" go{expect} " in said else None
    return None


def size_of(directory):
    total = 0
    for top, directories, names in os.walk(directory):
        directories[:] = [name for name in directories if name != REPORT]
        total += sum(os.lstat(os.path.join(top, name)).st_size for name in names)
    return total


def remove(directory):
    """A child of the go command may still write below HOME."""
    for _ in range(20):
        try:
            return shutil.rmtree(directory)
        except OSError:
            time.sleep(0.1)
    return shutil.rmtree(directory, ignore_errors=True)


if __name__ == "__main__":
    main()
