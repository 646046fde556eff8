"""Lines typed in a terminal, and ctrl+c meanwhile."""

import signal
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest

from followup_tui.storage.loading import load_file
from tests import ROOT
from tests.terminal import Terminal, running


def notes_of(data: Path) -> list[str]:
    return [line.text for line in load_file(data).logbook.inbox]


@contextmanager
def typed_note(
    data: Path,
    folder: Path,
    program: Sequence[str] = ("-m", "followup_tui"),
    ignored: Sequence[signal.Signals] = (),
) -> Iterator[Terminal]:
    """Run `note` in a terminal, and wait until it asks for lines."""
    env = {"XDG_STATE_HOME": str(folder / "state"), "PYTHONPATH": str(ROOT)}
    arguments = ("note", "--data", str(data), "--to", "acme")
    with running(*arguments, env=env, program=program, ignored=ignored) as terminal:
        terminal.wait("line by line")
        yield terminal


def test_lines_typed_in_a_terminal_are_filed(data: Path, tmp_path: Path) -> None:
    with typed_note(data, tmp_path) as terminal:
        terminal.type("@ Dana Reyes\r~ hockey\r\x04")
        terminal.wait("Acme Robotics: 2 lines")
        assert terminal.wait_end() == 0
    assert notes_of(data) == ["@ Dana Reyes\n~ hockey"]
    with typed_note(data, tmp_path) as terminal:
        terminal.type("@ Bo\r\x03")
        assert terminal.wait_end() == 130
        assert b"Traceback" not in terminal.output
    assert len(notes_of(data)) == 1


# Python acts on a signal between two of its own instructions. With this it is as if ctrl+c always came just
# before the terminal is read: reading goes on after it.
LATE_SIGNALS = "import signal; signal.siginterrupt(signal.SIGINT, False)"


@pytest.mark.parametrize(("ignored", "status"), [((), 130), ((signal.SIGINT,), 0)])
def test_ctrl_c_ends_typing_whenever_it_comes(
    data: Path, tmp_path: Path, ignored: tuple[signal.Signals, ...], status: int
) -> None:
    run_program = f"{LATE_SIGNALS}; from followup_tui.__main__ import main; main()"
    with typed_note(data, tmp_path, ("-c", run_program), ignored) as terminal:
        terminal.type("@ Bo\r")
        terminal.wait_read()
        terminal.type("\x03")
        if ignored:
            terminal.type("~ hockey\r\x04")
        assert terminal.wait_end() == status
        assert b"Traceback" not in terminal.output
    assert len(notes_of(data)) == len(ignored)
