"""Runs of the program, each in a process of its own, forked from one that has the libraries in memory.

A fresh interpreter takes 0.3 s of the processor for a command that reads the logbook, most of it for imports,
and the tests run some 400 commands. What a start imports, and how long it takes, is not tested with this.
"""

import json
import os
import runpy
import signal
import subprocess
import sys
import tempfile
import time
import traceback
from io import BufferedReader, BufferedWriter, FileIO, TextIOWrapper
from pathlib import Path
from typing import Any

from tests import ROOT

TIMEOUT_SECONDS = 120
"""How long a run may take: a busy machine needs several times as long as a quiet one."""


class ForkServer:
    """A process that forks for each run of the program."""

    def __init__(self) -> None:
        self._server = subprocess.Popen(
            [sys.executable, "-m", "tests.cli.fork_server"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            cwd=ROOT,
        )

    def run(
        self, arguments: tuple[str, ...], given: bytes, folder: Path, env: dict[str, str]
    ) -> subprocess.CompletedProcess[str]:
        """Run the program in `folder` with `given` on its standard input."""
        with tempfile.TemporaryDirectory() as streams:
            paths = [os.path.join(streams, name) for name in ("in", "out", "err")]
            for path, content in zip(paths, (given, b"", b""), strict=True):
                Path(path).write_bytes(content)
            request = {"arguments": arguments, "folder": str(folder), "env": env, "streams": paths}
            assert self._server.stdin is not None
            assert self._server.stdout is not None
            self._server.stdin.write(json.dumps(request).encode() + b"\n")
            self._server.stdin.flush()
            status = int(self._server.stdout.readline())
            out, err = (Path(path).read_bytes().decode() for path in paths[1:])
        return subprocess.CompletedProcess(arguments, status, out, err)

    def close(self) -> None:
        """End the process."""
        assert self._server.stdin is not None
        assert self._server.stdout is not None
        self._server.stdin.close()
        self._server.wait(TIMEOUT_SECONDS)
        self._server.stdout.close()


def serve() -> None:
    """Fork for each line of standard input, and write the exit status of the run as a line."""
    import followup_tui.cli.main
    import followup_tui.export.json_models
    import followup_tui.session.session
    import followup_tui.storage.toml.writer  # noqa: F401

    for line in sys.stdin.buffer:
        child = os.fork()
        if not child:
            _run_program(json.loads(line))
        _, status = os.waitpid(child, 0)
        print(os.waitstatus_to_exitcode(status), flush=True)


def _run_program(request: dict[str, Any]) -> None:
    """Run the program as `python -m followup_tui` does, and end this process with its exit status."""
    signal.alarm(TIMEOUT_SECONDS)
    os.environ.clear()
    os.environ.update(request["env"])
    time.tzset()
    os.chdir(request["folder"])
    flags = (os.O_RDONLY, os.O_WRONLY | os.O_APPEND, os.O_WRONLY | os.O_APPEND)
    for number, (path, flag) in enumerate(zip(request["streams"], flags, strict=True)):
        handle = os.open(path, flag)
        os.dup2(handle, number)
        os.close(handle)
    sys.stdin = TextIOWrapper(BufferedReader(FileIO(0, closefd=False)))
    sys.stdout = TextIOWrapper(BufferedWriter(FileIO(1, "w", closefd=False)))
    sys.stderr = TextIOWrapper(
        BufferedWriter(FileIO(2, "w", closefd=False)), errors="backslashreplace", line_buffering=True
    )
    sys.argv = ["followup_tui", *request["arguments"]]
    status = 1
    try:
        runpy.run_module("followup_tui", run_name="__main__", alter_sys=True)
        status = 0
    except SystemExit as end:
        status = end.code if isinstance(end.code, int) else int(end.code is not None)
    except BaseException:
        traceback.print_exc()
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:
            stream.flush()
    os._exit(status)


if __name__ == "__main__":
    serve()
