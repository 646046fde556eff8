"""Launching: sizes, the demo, files of one's own, midnight."""

import contextlib
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pyte
import pytest

import tests.terminal
from tests import ROOT
from tests.long_runs import in_long_runs
from tests.terminal import PATIENCE, Terminal

BY_HAND = re.sub(rb"(?m)^#.*\n| +# .*$", b"", (ROOT / "tests/data/thursday.toml").read_bytes())
"""A file without comments: the warning about them would cover what small screens show."""
EVENING = ("--now", "2026-11-19T18:00:00+01:00")

# A start is tested here, so each is of an interpreter of its own.
running = partial(tests.terminal.running, is_fresh=True)
opened = partial(tests.terminal.opened, is_fresh=True)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    path = tmp_path / "logbook.toml"
    path.write_bytes(BY_HAND)
    return path


def last_line(terminal: Terminal) -> str:
    return terminal.text.split("\n")[-1]


def quit_now(terminal: Terminal) -> None:
    terminal.press("ctrl+q")
    assert terminal.wait_end() == 0
    assert terminal.left_as_found() == []


def test_at_120_by_36_all_four_panes_stand_side_by_side(data: Path) -> None:
    with opened(data, *EVENING, columns=120, lines=36) as terminal:
        terminal.wait("1 Interviews", "2 Northlight Studio", "3 Notes", "4 Timeline", "q quit")
        first = terminal.text.split("\n")[0]
        assert all(title in first for title in ("1 Interviews", "2 Northlight", "3 Notes"))
        terminal.wait("Harbor Books", "Northlight Studio")
        quit_now(terminal)


def test_at_80_by_24_all_that_matters_is_visible(data: Path) -> None:
    with opened(data, *EVENING, columns=80, lines=24) as terminal:
        terminal.wait("2 Northlight Studio", "3 Notes", "4 Timeline", "q quit", gone="1 Interviews")
        terminal.wait("Now: ", "Follow up? not before Mon 23 Nov")
        steps = [line[:42] for line in terminal.text.split("\n")]
        for number in range(1, 7):
            assert any(f" {number} " in line and "│" in line for line in steps), number
        terminal.wait("@ Ellen Ward", "notes ", "thanks ", "quiet ", "follow up ", "T19◂")
        line = last_line(terminal)
        assert line.rstrip().endswith("? help  ctrl+p palette  q quit")
        assert line.lstrip().startswith("space tick  n note  a add  w write")
        assert "…" not in line
        # The list is an overlay here.
        terminal.press("1")
        terminal.wait("Find an interview", "Harbor Books")
        terminal.escape("q quit", gone="Find an interview")
        quit_now(terminal)


def test_at_60_by_18_a_single_pane_shows_at_a_time(data: Path) -> None:
    with opened(data, *EVENING, columns=60, lines=18) as terminal:
        panes = {"1": "1 Interviews", "2": "2 Northlight Studio", "3": "3 Notes", "4": "4 Timeline"}
        terminal.wait(panes["2"], "q quit")
        for key in "1234":
            terminal.press(key)
            terminal.wait(panes[key])
            assert [title for title in panes.values() if title in terminal.text] == [panes[key]]
            assert last_line(terminal).rstrip().endswith("? help  q quit")
        terminal.press("2")
        terminal.wait("1-4 panes  w write  n note")
        quit_now(terminal)


@pytest.mark.parametrize("verb", ["", "demo"])
def test_below_40_by_12_it_asks_for_more_room_and_comes_back(data: Path, verb: str) -> None:
    arguments = [verb] if verb else ["--data", str(data)]
    with running(*arguments, *EVENING, columns=39, lines=11) as terminal:
        for size in ((39, 11), (39, 30), (80, 11)):
            terminal.resize(*size)
            terminal.wait("needs at least 40 × 12", "to quit", gone="Northlight")
            assert "3 Notes" not in terminal.text
            assert "made-up" not in terminal.text, "only the panel shows"
            terminal.resize(80, 24)
            terminal.wait("3 Notes", "q quit", gone="needs at least")
        for size in ((1, 1), (4, 4), (300, 1), (1, 200), (40, 12)):
            terminal.resize(*size)
            terminal.pump(0.1)
        terminal.wait("q quit", gone="needs at least")
        quit_now(terminal)


def test_the_smallest_terminal_is_survived_from_the_start(data: Path) -> None:
    with opened(data, *EVENING, columns=1, lines=1) as terminal:
        terminal.wait_for(lambda: b"\x1b[?1049h" in terminal.output, "the alternate screen")
        terminal.resize(80, 24)
        terminal.wait("3 Notes", "q quit")
        terminal.press("n", "x")
        terminal.wait("Note to")
        quit_now(terminal)


def test_the_start_imports_nothing_for_plugins_that_are_not_there() -> None:
    code = (
        "import sys\n"
        "from followup_tui.startup.launch import skip_plugin_search\n"
        "skip_plugin_search()\n"
        "import followup_tui.tui.app, followup_tui.session.session\n"
        "followup_tui.session.session.Logbook(format=1)\n"
        "print(sorted({'importlib.metadata', 'email.message', 'pydantic'} & {*sys.modules}))\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "['pydantic']"


def test_a_first_start_makes_the_folders_for_this_user_alone(tmp_path: Path) -> None:
    env = {"XDG_DATA_HOME": str(tmp_path / "d"), "XDG_STATE_HOME": str(tmp_path / "s")}
    with running(*EVENING, lines=24, env=env) as terminal:
        terminal.wait("Just out of an interview?", "Press a")
        assert list(tmp_path.iterdir()) == [], "looking changes nothing"
        terminal.type("aAcme\r@ Dana")
        logbook = tmp_path / "d" / "followup-tui" / "logbook.toml"
        terminal.wait_for(
            lambda: logbook.exists() and "@ Dana" in logbook.read_text(), "the note in the file"
        )
        quit_now(terminal)
    assert logbook.stat().st_mode & 0o777 == 0o600
    assert logbook.parent.stat().st_mode & 0o777 == 0o700
    assert (tmp_path / "s" / "followup-tui").stat().st_mode & 0o777 == 0o700
    with running(*EVENING, lines=24, env=env) as terminal:
        terminal.wait("2 Acme", "@ Dana")
        quit_now(terminal)


def test_the_demo_never_touches_real_data(tmp_path: Path) -> None:
    names = ("DATA", "STATE", "CONFIG", "CACHE")
    env = {f"XDG_{name}_HOME": str(tmp_path / "home" / name.lower()) for name in names}
    env |= {"HOME": str(tmp_path / "home"), "TMPDIR": str(tmp_path / "tmp")}
    (tmp_path / "home").mkdir()
    (tmp_path / "tmp").mkdir()
    with running("demo", *EVENING, columns=120, lines=36, env=env) as terminal:
        terminal.wait("Demo with made-up interviews", "q quit", "Acme Robotics", "Borealis Energy")
        for state in ("due", "waiting", "upcoming"):
            terminal.wait(state)
        terminal.type("n! only for show\r")
        terminal.wait("✓ 1 line", "! only for show", "saved ─╯")
        quit_now(terminal)
    assert list((tmp_path / "home").rglob("*")) == []
    assert list((tmp_path / "tmp").iterdir()) == []


def test_the_demo_never_touches_the_logbook_of_the_user(data: Path) -> None:
    with running("demo", "--data", str(data), *EVENING, lines=24) as terminal:
        terminal.wait("Demo with made-up interviews", "Acme Robotics", "q quit")
        assert "Northlight" not in terminal.text
        terminal.type("n! only for show\r")
        terminal.wait("✓ 1 line")
        quit_now(terminal)
    assert data.read_bytes() == BY_HAND


BEFORE_MIDNIGHT = ("--now", "2026-11-19T23:59:58+01:00")
STANDING_CLOCK = """
import os, sys
from followup_tui import clock
from followup_tui.__main__ import main
machine_time, go = clock.machine_time, sys.argv.pop()
times = [machine_time()]
def time_since_go():
    if len(times) == 1:
        if not os.path.exists(go):
            return times[0]
        times.append(machine_time())
    return times[0] + (machine_time() - times[1])
clock.machine_time = time_since_go
main()
"""
"""The app with a clock that stands still until there is the file that the last argument names.

However slow the machine is, no midnight comes before the app is drawn.
"""


@contextlib.contextmanager
def before_midnight(data: Path) -> Iterator[tuple[Terminal, Path]]:
    """Run the app two seconds before midnight; they begin to pass once the file is made."""
    go = data.with_name("go")
    program = ("-c", STANDING_CLOCK)
    with opened(data, *BEFORE_MIDNIGHT, str(go), program=program, columns=120, lines=36) as terminal:
        yield terminal, go


def test_at_midnight_the_panes_change_by_themselves(data: Path) -> None:
    with before_midnight(data) as (terminal, go):
        terminal.wait("today 15:00", "Thu 19 Nov, today", "q quit")
        thanks = "3 Send thank-you notes"
        terminal.wait_for(lambda: "due today" in row(terminal, thanks), "thank-you notes of today")
        go.touch()
        terminal.wait_for(lambda: "late by 1 day" in row(terminal, thanks), "late thank-you notes")
        terminal.wait("yesterday 15:00", "Fri 20 Nov, today", "F20◂", gone="Thu 19 Nov, today")
        assert data.read_bytes() == BY_HAND, "time writes nothing"
        quit_now(terminal)


def test_midnight_passes_while_the_user_writes(data: Path) -> None:
    with before_midnight(data) as (terminal, go):
        terminal.wait("2 Northlight Studio", "T19◂", "q quit")
        terminal.press("3", "enter", "x")
        go.touch()
        typed = 1
        while "T19◂" in terminal.text:
            terminal.press("x")
            terminal.pump(0.1)
            typed += 1
        terminal.press("y")
        end = "would like to see\n" + "x" * typed + "y"
        terminal.wait_for(lambda: end in data.read_text(), "every letter in the file")
        quit_now(terminal)


def row(terminal: Terminal, text: str) -> str:
    return next((line for line in terminal.text.split("\n") if text in line), "")


@pytest.mark.parametrize("delay", [0.0, 0.15, *in_long_runs(0.05, 0.3)])
def test_no_key_typed_while_it_starts_is_lost(data: Path, delay: float) -> None:
    """Not even those that a terminal keeps for itself: ctrl+s stops its output, ctrl+q starts it again."""
    with opened(data, *EVENING, columns=100, lines=30) as terminal:
        terminal.wait_for(lambda: not terminal.echoes, "the terminal in our hands")
        terminal.pump(delay)
        for key in ("n", "= t", "\x13", "wo keys", "\x13", "\r", "and more"):
            terminal.type(key)
            terminal.pump(0.01)
        terminal.type("\x11")
        assert terminal.wait_end() == 0
        assert terminal.left_as_found() == []
    text = data.read_text()
    assert "\n= two keys\n" in text
    assert "\nand more\n" in text


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_ended_while_it_starts_it_gives_the_terminal_back(data: Path, number: signal.Signals) -> None:
    with opened(data, *EVENING) as terminal:
        terminal.wait_for(lambda: not terminal.echoes, "the terminal in our hands")
        terminal.signal(number)
        assert terminal.wait_end() == 128 + number
        assert "it is not in the mode it was in" not in terminal.left_as_found()
    assert data.read_bytes() == BY_HAND


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
@pytest.mark.parametrize("wait", ["the folder", "the terminal"])
def test_ended_while_it_starts_the_demo_leaves_no_folder(
    tmp_path: Path, number: signal.Signals, wait: str
) -> None:
    with running("demo", *EVENING, env={"TMPDIR": str(tmp_path)}) as terminal:
        if wait == "the folder":
            terminal.wait_for(lambda: list(tmp_path.rglob("logbook.toml")), "the folder of the demo")
        else:
            terminal.wait_for(lambda: not terminal.echoes, "the terminal in our hands")
            assert list(tmp_path.iterdir())
        terminal.signal(number)
        assert terminal.wait_end() == 128 + number
    assert list(tmp_path.iterdir()) == []


def cells(screen: pyte.Screen) -> list[object]:
    """Return all that is on the screen, with its looks."""
    return [screen.buffer[y][x] for y in range(screen.lines) for x in range(screen.columns)]


def left_and_kept(data: Path, state: Path, *keys: str, **size: int) -> None:
    """Open the app, press keys, quit, and wait until the frame for the next start is cached."""
    for old in state.rglob("*.picture"):
        old.unlink()
    with opened(data, *EVENING, env={"XDG_STATE_HOME": str(state)}, **size) as terminal:
        terminal.wait("q quit")
        terminal.press(*keys)
        quit_now(terminal)
    end = time.monotonic() + PATIENCE
    while not [*state.rglob("*.picture")]:
        assert time.monotonic() < end, "no picture was kept"
        time.sleep(0.02)


DRAWN = b"\x1b[?2026l"
"""What ends a frame."""
TAKES_OVER = b"\x1b[?1004h"
"""What the app sends once it draws itself."""


@pytest.mark.parametrize("size", [(120, 36), *in_long_runs((80, 24)), (60, 18)])
@pytest.mark.parametrize("keys", [(), ("2", "g", "space", "]", "3")], ids=["nothing done", "changed"])
def test_the_next_start_shows_at_once_what_the_app_will_draw(
    data: Path, tmp_path: Path, size: tuple[int, int], keys: tuple[str, ...]
) -> None:
    state = tmp_path / "state"
    room = {"columns": size[0], "lines": size[1]}
    left_and_kept(data, state, *keys, **room)
    with opened(data, *EVENING, env={"XDG_STATE_HOME": str(state)}, **room) as terminal:
        terminal.wait_for(lambda: TAKES_OVER in terminal.output, "the app")
        at_once = cells(terminal.screen_before(TAKES_OVER))
        assert DRAWN in terminal.output.partition(TAKES_OVER)[0]
        assert terminal.output.count(b"\x1b[?1049h") == 1, "it does not blink"
        terminal.wait_for(lambda: b"quit" in terminal.output.partition(TAKES_OVER)[2], "its own last line")
        terminal.pump(0.3)  # nothing changes it soon after that
        terminal.wait_for(lambda: cells(terminal.screen) == at_once, "the picture again, drawn by the app")
        quit_now(terminal)


def test_no_frame_is_shown_of_a_file_that_was_changed(data: Path, tmp_path: Path) -> None:
    state = tmp_path / "state"
    left_and_kept(data, state)
    data.write_text(data.read_text(encoding="utf-8").replace("Northlight", "Southlight"), encoding="utf-8")
    with opened(data, *EVENING, env={"XDG_STATE_HOME": str(state)}) as terminal:
        terminal.wait("Southlight")
        assert b"Northlight" not in terminal.output
        quit_now(terminal)


def test_a_start_that_fails_after_the_first_frame_gives_the_terminal_back(data: Path, tmp_path: Path) -> None:
    state = tmp_path / "state"
    left_and_kept(data, state)
    fails = "import sys; sys.modules['textual.app'] = None; from followup_tui.__main__ import main; main()"
    with opened(data, *EVENING, env={"XDG_STATE_HOME": str(state)}, program=("-c", fails)) as terminal:
        terminal.wait_for(lambda: b"\x1b[?1049h" in terminal.output, "the picture")
        assert terminal.wait_end() == 1
        assert terminal.left_as_found() == []


def test_keys_typed_at_the_cached_frame_reach_the_app(data: Path, tmp_path: Path) -> None:
    state = tmp_path / "state"
    left_and_kept(data, state)
    with opened(data, *EVENING, env={"XDG_STATE_HOME": str(state)}) as terminal:
        terminal.wait_for(lambda: DRAWN in terminal.output, "the picture")
        terminal.write("n~ likes tea\r")
        terminal.wait("✓ 1 line")
        terminal.press("esc")
        quit_now(terminal)
    assert "~ likes tea" in data.read_text(encoding="utf-8")
