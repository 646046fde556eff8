"""Opening the app from the command line, and what it says where there is no terminal."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Run

PROGRAM = [sys.executable, "-m", "followup_tui"]


NO_TERMINAL = "followup-tui: the app needs a terminal; the verbs do not (followup-tui --help)\n"


@pytest.mark.parametrize("verb", [[], ["demo"]], ids=["app", "demo"])
def test_without_a_terminal_it_says_so_and_ends(verb: list[str], run: Run, tmp_path: Path) -> None:
    done = run(*verb)
    assert (done.returncode, done.stdout, done.stderr) == (2, "", NO_TERMINAL)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("which", ["stdin", "stdout"])
def test_half_a_terminal_is_none(which: str) -> None:
    ours, theirs = os.openpty()
    try:
        done = subprocess.run(
            PROGRAM,
            stdin=subprocess.DEVNULL if which == "stdin" else theirs,
            stdout=subprocess.PIPE if which == "stdout" else theirs,
            stderr=subprocess.PIPE,
            text=True,
            timeout=60,
            check=False,
        )
        assert (done.returncode, done.stdout or "", done.stderr) == (2, "", NO_TERMINAL)
    finally:
        os.close(ours)
        os.close(theirs)


@pytest.mark.parametrize("streams", ["0<&-", "1>&-", "0<&- 1>&-"])
def test_a_closed_stream_is_no_terminal_either(streams: str) -> None:
    done = subprocess.run(
        ["/bin/sh", "-c", f'exec "$0" -m followup_tui {streams}', sys.executable],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (2, "", NO_TERMINAL)
