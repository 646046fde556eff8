"""A run that is forked from a process with the app in memory is a run like any other."""

import signal
import socket
import time
from pathlib import Path
from typing import Any

import pytest

from tests.one_interview import notes
from tests.terminal import opened, ready


def test_it_shows_what_a_fresh_start_shows(data: Path) -> None:
    with ready(data, is_fresh=True) as fresh, ready(data) as terminal:
        fresh.wait("1 Ask the right questions")

        def are_alike() -> bool:
            fresh.pump(0)
            return fresh.text == terminal.text

        terminal.wait_for(are_alike, "the screen of a fresh start")
        for either in (fresh, terminal):
            either.press("q")
            assert either.wait_end() == 0
            assert either.left_as_found() == []


def test_its_end_is_reported_and_what_was_typed_is_saved(data: Path) -> None:
    with ready(data) as terminal:
        terminal.type("3i@ Dana Reyes")
        terminal.wait("@ Dana Reyes")
        assert not terminal.ended()
        terminal.signal(signal.SIGTERM)
        assert terminal.wait_end() == 128 + signal.SIGTERM
    assert notes(data) == "@ Dana Reyes"


def test_a_killed_run_has_the_status_of_its_signal(data: Path) -> None:
    with ready(data) as terminal:
        terminal.signal(signal.SIGKILL)
        assert terminal.wait_end() == 128 + signal.SIGKILL


def test_an_end_before_the_process_id_was_read_is_seen(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As when whoever started it is held up meanwhile."""
    makefile = socket.socket.makefile

    def makefile_late(line: socket.socket, *arguments: Any, **options: Any) -> Any:
        while line.recv(100, socket.MSG_PEEK).count(b"\n") < 2:
            time.sleep(0.01)
        return makefile(line, *arguments, **options)

    monkeypatch.setattr(socket.socket, "makefile", makefile_late)
    with opened(data, "--no-such-option") as terminal:
        assert terminal.wait_end() == 2
