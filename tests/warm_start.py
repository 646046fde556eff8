"""Starts of the app from a process that has its modules in memory: each run is a fork of that process.

Most of the processor's time of a short run is for the imports: without them a run that draws the app once and
quits takes two fifths of it. What a start imports, and how long it takes, is not tested with this.
"""

import atexit
import contextlib
import gc
import importlib
import json
import os
import pkgutil
import runpy
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from functools import cache

from tests import ROOT

CAN_WATCH = hasattr(os, "waitid")
"""Whether the end of a process can be seen before its id is given up."""


class WarmProcess:
    """A run of the app, with what `subprocess.Popen` offers of a child."""

    def __init__(self, arguments: Sequence[str], terminal: str, env: Mapping[str, str]) -> None:
        """Start the app as the leader of a session that has the terminal of this name."""
        self.returncode: int | None = None
        self._line, line = socket.socketpair()
        with line:
            socket.send_fds(_server(), [b"\n"], [line.fileno()])
        request = {"arguments": arguments, "terminal": terminal, "env": dict(env), "folder": os.getcwd()}
        self._line.sendall(json.dumps(request).encode() + b"\n")
        # Unbuffered: what has been read with the first line would not be there for `poll` to see.
        self._answers = self._line.makefile("rb", buffering=0)
        self.pid = int(self._answers.readline())

    def poll(self) -> int | None:
        """Return the exit status, or minus the signal that ended it; None while it runs."""
        if self.returncode is None:
            self._line.setblocking(False)
            try:
                has_ended = self._line.recv(1, socket.MSG_PEEK)
            except BlockingIOError:
                has_ended = b""
            self._line.setblocking(True)
            if has_ended:
                self.wait()
        return self.returncode

    def wait(self) -> int:
        """Wait for its end and return what `poll` returns then."""
        if self.returncode is None:
            self.returncode = int(self._answers.readline())
        return self.returncode

    def kill(self) -> None:
        """Kill it, if it still runs."""
        os.kill(self.pid, signal.SIGKILL)

    def close(self) -> None:
        """Let its process id go: until then it can be sent signals though it has ended."""
        self._answers.close()
        self._line.close()


@cache
def _server() -> socket.socket:
    """Return the line to the process that forks, which ends with this process."""
    ours, theirs = socket.socketpair()
    with theirs:
        server = subprocess.Popen(
            [sys.executable, "-m", "tests.warm_start", str(theirs.fileno())],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            cwd=ROOT,
            env={**os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor", "LANG": "C.UTF-8"},
            pass_fds=[theirs.fileno()],
        )
    atexit.register(server.wait)
    atexit.register(ours.close)
    return ours


def serve(requests: socket.socket) -> None:
    """Fork for each file descriptor that comes: it is the line to who asks for a run."""
    _import_app()
    gc.freeze()
    while True:
        message, handles, _, _ = socket.recv_fds(requests, 1, 1)
        if not message:
            return
        if not os.fork():
            requests.close()
            _watch(socket.socket(fileno=handles[0]))
        os.close(handles[0])
        _reap()


def _import_app() -> None:
    from followup_tui.startup.launch import skip_plugin_search

    skip_plugin_search()
    package = importlib.import_module("followup_tui")
    for module in pkgutil.walk_packages(package.__path__, "followup_tui."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)


def _reap() -> None:
    """Take note of the processes that have ended."""
    with contextlib.suppress(ChildProcessError):
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass


def _watch(line: socket.socket) -> None:
    """Fork the app, and report its process id and its end; it stays a zombie until the line is closed."""
    request = json.loads(line.makefile().readline())
    child = os.fork()
    if not child:
        line.close()
        _run_app(**request)
        sys.exit()
    # What ends the app from the keyboard must not end who reports it.
    os.setsid()
    line.sendall(f"{child}\n".encode())
    end = os.waitid(os.P_PID, child, os.WEXITED | os.WNOWAIT)
    assert end is not None
    status = end.si_status if end.si_code == os.CLD_EXITED else -end.si_status
    line.sendall(f"{status}\n".encode())
    line.recv(1)
    os.waitpid(child, 0)
    os._exit(0)


def _run_app(arguments: Sequence[str], terminal: str, env: Mapping[str, str], folder: str) -> None:
    """Run the app as `python -m followup_tui` does, with this terminal as its own."""
    os.setsid()
    handle = os.open(terminal, os.O_RDWR)
    for number in range(3):
        os.dup2(handle, number)
    os.close(handle)
    os.environ.clear()
    os.environ.update(env)
    time.tzset()
    os.chdir(folder)
    for number, name in enumerate(("stdin", "stdout", "stderr")):
        errors = "backslashreplace" if number == 2 else None
        stream = open(number, "w" if number else "r", errors=errors, closefd=False)  # noqa: SIM115 it stays
        setattr(sys, name, stream)
        setattr(sys, f"__{name}__", stream)
    sys.argv = ["followup_tui", *arguments]
    runpy.run_module("followup_tui", run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    serve(socket.socket(fileno=int(sys.argv[1])))
