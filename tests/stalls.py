"""Run a command, and stop the processes below it for a moment at random, as a busy machine does.

    python -m tests.stalls [--rate .3] [--longest .12] python -m pytest -n 4 tests/tui

Unlike `tests.jumble` it holds up a process between any two of its instructions: a timer comes late, or
something ends before it is waited for. Tests of job control and of editors see the stops themselves, and
fail: leave out tests/tui/terminal/test_job_control.py and tests/tui/test_external_editor.py.
"""

import argparse
import contextlib
import os
import random
import signal
import subprocess
import sys
import time
from collections import defaultdict
from pathlib import Path

TICK_SECONDS = 0.002
"""How often a process may be stopped or continued, in seconds."""
LIST_SECONDS = 0.1
"""How often the processes are listed, in seconds."""


def main() -> int:
    """Run the command to its end, and return its exit status."""
    parser = argparse.ArgumentParser(prog="python -m tests.stalls", description=__doc__)
    parser.add_argument("--rate", type=float, default=0.3, help="the chance of a stop every 2 ms")
    parser.add_argument("--longest", type=float, default=0.12, help="the longest stop, in seconds")
    parser.add_argument("command", nargs=argparse.REMAINDER)
    arguments = parser.parse_args()
    process = subprocess.Popen(arguments.command)
    ends: dict[int, float] = {}
    processes: list[int] = []
    listed = 0.0
    try:
        while process.poll() is None:
            now = time.monotonic()
            if now - listed > LIST_SECONDS:
                processes, listed = descendants(process.pid), now
            for pid in [pid for pid, end in ends.items() if end <= now]:
                send(pid, signal.SIGCONT)
                del ends[pid]
            if processes and random.random() < arguments.rate:
                pid = random.choice(processes)
                if pid not in ends:
                    send(pid, signal.SIGSTOP)
                    # Most stops are short, as those of a scheduler are.
                    ends[pid] = now + arguments.longest * random.random() ** 3
            time.sleep(TICK_SECONDS)
    finally:
        for pid in ends:
            send(pid, signal.SIGCONT)
    return process.returncode


def descendants(ancestor: int) -> list[int]:
    """Return the processes below a process; those that are stopped by somebody else are left out."""
    children: dict[int, list[tuple[int, str]]] = defaultdict(list)
    for folder in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            state, parent, *_ = (folder / "stat").read_text(errors="replace").rpartition(")")[2].split()
            children[int(parent)].append((int(folder.name), state))
    running: list[int] = []
    ancestors = [ancestor]
    while ancestors:
        for pid, state in children[ancestors.pop()]:
            ancestors.append(pid)
            if state not in "TtZ":
                running.append(pid)
    return running


def send(pid: int, number: signal.Signals) -> None:
    """Send a signal to a process, if it is still there."""
    with contextlib.suppress(ProcessLookupError):
        os.kill(pid, number)


if __name__ == "__main__":
    sys.exit(main())
