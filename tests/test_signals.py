"""How the app ends: what was typed is on the disk, the terminal is as it was, the status says why."""

import os
import signal
import time
from pathlib import Path

import pytest

from tests.one_interview import ACME, NOW, notes
from tests.terminal import Terminal, opened, ready, running

ENDED = 15.0
"""Until it has ended, in seconds, on a busy machine; its delays are tested with a clock of their own."""

ENDINGS = (signal.SIGTERM, signal.SIGHUP, signal.SIGINT)


def write_notes(terminal: Terminal, text: str) -> None:
    """Type into the notes; return as soon as the text shows, before it is saved."""
    terminal.type(f"3i{text}")
    terminal.wait_for(lambda: text[-12:] in terminal.text, "the text on the screen")


def as_found(terminal: Terminal) -> None:
    assert terminal.left_as_found() == []
    assert b"Traceback" not in terminal.output


@pytest.mark.parametrize("number", ENDINGS, ids=lambda number: number.name)
def test_a_signal_saves_what_is_being_typed(data: Path, number: signal.Signals) -> None:
    with ready(data) as terminal:
        write_notes(terminal, "@ Dana Reyes, typed in haste")
        terminal.signal(number)
        assert terminal.wait_end(ENDED) == 128 + number
        as_found(terminal)
    assert notes(data) == "@ Dana Reyes, typed in haste"


@pytest.mark.parametrize("wait", [0.0, 0.05, 0.2, 0.3])
def test_it_matters_not_when_the_signal_comes(data: Path, wait: float) -> None:
    """Before, while and after what was typed is handed on from the editor to the file."""
    with ready(data) as terminal:
        write_notes(terminal, "@ Dana Reyes")
        terminal.press(*" again")
        terminal.wait("@ Dana Reyes again")
        terminal.pump(wait)
        terminal.signal(signal.SIGTERM)
        assert terminal.wait_end(ENDED) == 128 + signal.SIGTERM
    assert notes(data) == "@ Dana Reyes again"


@pytest.mark.parametrize("number", [signal.SIGTERM, None], ids=["SIGTERM", "ctrl+q"])
def test_the_line_in_the_note_bar_is_kept_too(data: Path, number: signal.Signals | None) -> None:
    with ready(data) as terminal:
        terminal.type("n@ Dana Reyes\r! half a concern")
        terminal.wait("! half a concern")
        if number is None:
            terminal.press("ctrl+q")
            assert terminal.wait_end(ENDED) == 0
        else:
            terminal.signal(number)
            assert terminal.wait_end(ENDED) == 128 + number
        as_found(terminal)
    assert notes(data) == "@ Dana Reyes\n! half a concern\n"


def test_a_vanished_terminal_ends_it_and_what_was_typed_is_saved(data: Path) -> None:
    with ready(data) as terminal:
        write_notes(terminal, "@ Dana Reyes, window closed")
        terminal.hang_up()
        assert terminal.wait_end(ENDED) == 128 + signal.SIGHUP
    assert notes(data) == "@ Dana Reyes, window closed"


def test_a_vanished_terminal_ends_it_even_when_hang_ups_are_ignored(data: Path) -> None:
    """As under nohup: no signal tells it, so that reading nothing more has to."""
    with ready(data, ignored=(signal.SIGHUP,)) as terminal:
        write_notes(terminal, "@ Dana Reyes, window closed")
        terminal.hang_up()
        terminal.wait_end(ENDED)
    assert notes(data) == "@ Dana Reyes, window closed"


def test_a_signal_while_a_box_is_open_saves_as_well(data: Path) -> None:
    with ready(data) as terminal:
        write_notes(terminal, "@ Dana Reyes")
        terminal.escape("enter write")
        for key, there in (("d", "Promised day"), ("?", "Help"), ("a", "Add an interview")):
            terminal.press(key)
            terminal.wait(there)
            if key != "a":
                terminal.escape("q quit", gone=there)
        terminal.signal(signal.SIGTERM)
        assert terminal.wait_end(ENDED) == 128 + signal.SIGTERM
        as_found(terminal)
    assert notes(data) == "@ Dana Reyes"


def test_a_signal_on_the_screen_of_a_broken_file_changes_nothing(data: Path) -> None:
    data.write_text("format = [\n")
    with opened(data, *NOW, lines=24) as terminal:
        terminal.wait("try again")
        terminal.signal(signal.SIGTERM)
        assert terminal.wait_end(ENDED) == 128 + signal.SIGTERM
        as_found(terminal)
    assert data.read_text() == "format = [\n"


def test_a_second_signal_does_no_harm(data: Path) -> None:
    with ready(data) as terminal:
        write_notes(terminal, "@ Dana Reyes")
        for number in (*ENDINGS, *ENDINGS):
            terminal.signal(number)
        assert terminal.wait_end(ENDED) in {128 + number for number in ENDINGS}
        as_found(terminal)
    assert notes(data) == "@ Dana Reyes"


def test_what_cannot_be_saved_is_written_to_a_file_of_its_own_at_a_signal(data: Path, tmp_path: Path) -> None:
    data.chmod(0o400)
    with ready(data, env={"XDG_STATE_HOME": str(tmp_path / "state")}) as terminal:
        write_notes(terminal, "@ Dana Reyes")
        terminal.signal(signal.SIGTERM)
        assert terminal.wait_end(ENDED) == 128 + signal.SIGTERM
        as_found(terminal)
        farewell = "".join(terminal.output.decode().split())
    unsaved = list((tmp_path / "state" / "followup-tui").rglob("unsaved/*.toml"))
    assert len(unsaved) == 1
    assert notes(unsaved[0]) == "@ Dana Reyes"
    assert str(unsaved[0]) in farewell
    assert data.read_text() == ACME


@pytest.mark.parametrize("key", ["q", "ctrl+q"])
def test_quitting_flushes_and_ends_with_0(data: Path, key: str) -> None:
    with ready(data) as terminal:
        write_notes(terminal, "@ Dana Reyes")
        if key == "q":
            terminal.escape("enter write")
        terminal.press(key)
        assert terminal.wait_end(ENDED) == 0
        as_found(terminal)
    assert notes(data) == "@ Dana Reyes"


def test_q_in_a_text_is_a_letter(data: Path) -> None:
    with ready(data) as terminal:
        write_notes(terminal, "q? qqq and Q")
        terminal.wait_for(lambda: notes(data) == "q? qqq and Q", "the letters in the file")
        assert not terminal.ended()
        terminal.press("ctrl+q")
        assert terminal.wait_end() == 0


def test_a_signal_to_go_on_without_a_stop_changes_nothing(data: Path) -> None:
    """As by `kill -CONT`, or after `kill -STOP`: the terminal is not taken over twice."""
    with ready(data) as terminal:
        write_notes(terminal, "@ Dana")
        entered = terminal.output.count(b"\x1b[?1049h")
        terminal.signal(signal.SIGCONT)
        terminal.signal(signal.SIGSTOP)
        terminal.wait_for(lambda: _state(terminal.pid) == "T", "the stop")
        terminal.signal(signal.SIGCONT)
        terminal.press(*" Reyes")
        terminal.wait_for(lambda: notes(data) == "@ Dana Reyes", "the letters in the file")
        assert terminal.output.count(b"\x1b[?1049h") == entered
        terminal.press("ctrl+q")
        assert terminal.wait_end(ENDED) == 0
        as_found(terminal)


@pytest.mark.parametrize("turn", range(5))
def test_a_terminal_that_vanishes_amid_painting_ends_it_too(data: Path, turn: int) -> None:
    with ready(data, columns=150, lines=50) as terminal:
        terminal.type("n@ Dana\r")
        terminal.wait_for(lambda: notes(data) == "@ Dana\n", "the note in the file")
        terminal.escape(gone="Note to")
        terminal.type("jjkkjjkk12341234" * turn)
        terminal.hang_up()
        assert terminal.wait_end(ENDED) == 128 + signal.SIGHUP
    assert notes(data) == "@ Dana\n"


def test_the_demo_removes_its_folder_whatever_ends_it(tmp_path: Path) -> None:
    env = {"TMPDIR": str(tmp_path / "tmp")}
    (tmp_path / "tmp").mkdir()
    for number in (signal.SIGTERM, None):
        with running("demo", *NOW, lines=24, env=env) as terminal:
            terminal.wait("Demo", "q quit")
            terminal.type("nkept?\r")
            terminal.wait("✓ 1 line")
            if number is None:
                terminal.hang_up()
            else:
                terminal.signal(number)
            assert terminal.wait_end(ENDED) == 128 + (number or signal.SIGHUP)
        assert list((tmp_path / "tmp").iterdir()) == []


def test_it_does_not_spin_while_nothing_happens(data: Path) -> None:
    with ready(data) as terminal:

        def is_quiet() -> bool:
            before, start = _processor_seconds(terminal.pid), time.monotonic()
            terminal.pump(1.0)
            return _processor_seconds(terminal.pid) - before < 0.3 * (time.monotonic() - start)

        # What it has to do after the start takes a while on a busy machine; to spin never ends.
        terminal.wait_for(is_quiet, "a second of little work")


def _state(pid: int) -> str:
    return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]


def _processor_seconds(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP], ids=lambda number: number.name)
def test_a_burst_of_keys_is_handled_before_a_signal_ends_the_app(data: Path, number: signal.Signals) -> None:
    """Keys of a burst are handed on one by one: those that were read and wait are typed, too."""
    lines = [f"~ line {count}" for count in range(6)]
    with ready(data) as terminal:
        terminal.type("n" + "\r".join(lines))
        terminal.wait("~ lin")  # it is read; what was not can't be handled
        terminal.signal(number)
        assert terminal.wait_end(ENDED) == 128 + number
    assert notes(data).splitlines() == lines


@pytest.mark.parametrize("number", ENDINGS, ids=lambda number: number.name)
def test_a_signal_behind_its_end_stops_nothing_that_is_left_to_do(
    tmp_path: Path, number: signal.Signals
) -> None:
    """As the second of two, or ctrl+c right after `q`: the demo still removes its folder."""
    env = {"TMPDIR": str(tmp_path / "tmp")}
    (tmp_path / "tmp").mkdir()
    with running("demo", *NOW, lines=24, env=env, program=("-c", signalled_at_its_end(number))) as terminal:
        terminal.wait("Demo", "q quit")
        terminal.press("q")
        assert terminal.wait_end(ENDED) == 0
        as_found(terminal)
    assert list((tmp_path / "tmp").iterdir()) == []


def signalled_at_its_end(number: signal.Signals) -> str:
    """Return the app, which gets a signal once the event loop with its handlers is closed."""
    return f"""\
import asyncio, os
from followup_tui.__main__ import main
close = asyncio.SelectorEventLoop.close
def close_and_signal(loop):
    close(loop)
    os.kill(os.getpid(), {int(number)})
asyncio.SelectorEventLoop.close = close_and_signal
main()
"""


READS_SLOWLY = """
import time
from followup_tui.__main__ import main
from followup_tui.tui import shutdown
from followup_tui.tui.terminal.driver import SafeDriver
shutdown.STALLED_SECONDS = shutdown.MAX_INPUT_SECONDS = 20.0
read = SafeDriver._read
def read_slowly(driver):
    data = read(driver)
    time.sleep(0.4 if b"Reyes" in data else 0)
    return data
SafeDriver._read = read_slowly
main()
"""
"""The app, whose reader of the terminal is held up with what it has read."""


def test_what_was_read_and_not_handed_on_when_a_signal_comes_is_saved(data: Path) -> None:
    with ready(data, program=("-c", READS_SLOWLY)) as terminal:
        write_notes(terminal, "@ Dana")
        terminal.type(" Reyes")
        terminal.wait_read()
        terminal.signal(signal.SIGTERM)
        assert terminal.wait_end(2 * ENDED) == 128 + signal.SIGTERM
        as_found(terminal)
    assert notes(data) == "@ Dana Reyes"
