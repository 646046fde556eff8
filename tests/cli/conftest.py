"""Logbooks, and the program run on them without a terminal."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest

from followup_tui.core.model.logbook import Interview, Logbook
from followup_tui.storage.toml.writer import encode
from tests import ROOT
from tests.cli.fork_server import ForkServer

NOW = "2026-11-24T09:00+01:00"
Run = Callable[..., subprocess.CompletedProcess[str]]
HAND_WRITTEN = """\
format = 1
[[interview]]
id = "acme"
company = "Acme [/x] Robotics"
held_at = 2026-11-23T14:00:00+01:00
notes = '''
@ Dana Reyes
> decision by 2026-12-04
+ none
= none
! none
~ hockey
'''
[[interview]]
id = "cyan"
company = "Cyan Labs"
held_at = 2026-11-27T11:00:00+01:00
[[inbox]]
at = 2026-11-24T08:00:00+01:00
to = "Acme [/x] Robotics"
text = "+ references by 2026-11-24"
"""
"""A file written by hand: two actions are due at the first company, with a line of the inbox."""


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Return a file of the program's own layout with three interviews at three companies."""
    known = (
        ("acme", "Acme Robotics", "2026-11-23T14:00+01:00", "@ Dana Reyes\n> decision by 2026-12-04\n"),
        ("acne", "Acne Studios", "2026-11-10T10:00+01:00", "@ Bo\n"),
        ("cyan", "Cyan Labs", "2026-11-27T11:00+01:00", ""),
    )
    interviews = tuple(
        Interview(id=id, company=company, held_at=datetime.fromisoformat(at), notes=notes)
        for id, company, at, notes in known
    )
    path = tmp_path / "logbook.toml"
    path.write_text(encode(Logbook(interview=interviews)), encoding="utf-8")
    return path


@pytest.fixture
def hand_written(tmp_path: Path) -> Path:
    """Return a file with the text HAND_WRITTEN."""
    path = tmp_path / "logbook.toml"
    path.write_text(HAND_WRITTEN, encoding="utf-8")
    return path


@pytest.fixture(scope="session")
def fork_server() -> Iterator[ForkServer]:
    """Return what runs the program without importing the libraries each time."""
    server = ForkServer()
    yield server
    server.close()


@pytest.fixture
def run(tmp_path: Path, fork_server: ForkServer) -> Run:
    """Return a function that runs the program in `tmp_path`, with a state folder of its own."""

    def run(*arguments: str, text: str | bytes = "") -> subprocess.CompletedProcess[str]:
        env = {**os.environ, "XDG_STATE_HOME": str(tmp_path / "state"), "XDG_DATA_HOME": str(tmp_path / "d")}
        given = text if isinstance(text, bytes) else text.encode()
        return fork_server.run(arguments, given, tmp_path, env)

    return run


def run_in_shell(command: str, data: Path, tmp_path: Path, **env: str) -> subprocess.CompletedProcess[str]:
    """Run the program in a shell, which can redirect its streams. DATA stands for the file and the clock."""
    own = {"XDG_STATE_HOME": str(tmp_path / "state"), "PYTHONPATH": str(ROOT), **env}
    line = f'"{sys.executable}" -m followup_tui {command}'
    return subprocess.run(
        ["/bin/sh", "-c", line.replace("DATA", f'--data "{data}" --now {NOW}')],
        capture_output=True,
        text=True,
        errors="replace",
        check=False,
        stdin=subprocess.DEVNULL,
        env={**os.environ, **own},
    )
