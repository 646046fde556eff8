"""A run that is forked from a process with the app in memory is a run like any other."""

import signal
from pathlib import Path

from tests.one_interview import notes
from tests.terminal import ready


def test_it_shows_what_a_fresh_start_shows(data: Path) -> None:
    with ready(data, is_fresh=True) as terminal:
        terminal.wait("1 Ask the right questions")
        terminal.pump(1.0)
        shown = terminal.text
        terminal.press("q")
        assert terminal.wait_end() == 0
    with ready(data) as terminal:
        terminal.wait_for(lambda: terminal.text == shown, f"the screen of a fresh start:\n{shown}")
        terminal.press("q")
        assert terminal.wait_end() == 0
        assert terminal.left_as_found() == []


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
