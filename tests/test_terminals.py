"""Terminals that differ: stale sizes, no other screen, no colours, a mouse that is left alone, slow lines."""

import os
import re
from pathlib import Path

import pytest

from followup_tui.storage.toml.writer import encode
from tests.decoding import decode
from tests.one_interview import ACME, NOW
from tests.terminal import opened, ready

COLOUR = re.compile(rb"\x1b\[(?:[0-9;:]*[;:])?(?:3[0-9]|4[0-9]|9[0-7]|10[0-7])(?:[;:][0-9;:]*)?m")
MOUSE_ON = (b"\x1b[?1000h", b"\x1b[?1003h")


def test_the_size_of_the_terminal_goes_before_stale_variables(data: Path) -> None:
    with opened(data, *NOW, columns=100, lines=30, env={"COLUMNS": "60", "LINES": "15"}) as terminal:
        terminal.wait("2 Acme", "3 Notes", "4 Timeline", "q quit")
        assert "q quit" in terminal.text.split("\n")[29]


def test_the_last_line_is_clean_where_there_is_no_other_screen_to_leave(data: Path) -> None:
    with ready(data) as terminal:
        terminal.press("q")
        assert terminal.wait_end() == 0
        before, _, _ = bytes(terminal.output).rpartition(b"\x1b[?1049l")
        assert b"\x1b[24;1H\x1b[2K" in before[-200:]


@pytest.mark.parametrize("name", ["dumb", "unknown"])
def test_a_terminal_without_colours_gets_none(data: Path, name: str) -> None:
    with ready(data, env={"TERM": name, "COLORTERM": ""}) as terminal:
        terminal.press("j", "4", "l")
        terminal.pump(0.3)
        assert not COLOUR.search(bytes(terminal.output))


def test_the_escape_of_a_terminal_that_sends_nothing_behind_it_is_a_key(data: Path) -> None:
    with ready(data) as terminal:
        terminal.press("n")
        terminal.wait("Note to")
        terminal.type("\x1b")
        terminal.wait("q quit", gone="Note to")
        terminal.press("q")
        assert terminal.wait_end() == 0


def test_the_mouse_is_left_alone_where_the_file_says_so(data: Path) -> None:
    data.write_text(ACME + "[look]\nmouse = false\n")
    assert "mouse = false" in encode(decode(data.read_bytes()))
    with ready(data) as terminal:

        def is_off(mode: bytes) -> bool:
            return terminal.output.rfind(mode.replace(b"h", b"l")) > terminal.output.rfind(mode)

        terminal.wait_for(lambda: all(map(is_off, MOUSE_ON)), "the reports of the mouse, turned off")


PATIENT = """
from followup_tui.__main__ import main
from followup_tui.tui.terminal import driver
driver.DRAIN_SECONDS = driver.MAX_DRAIN_SECONDS = 20.0
main()
"""
"""The app, which waits for reports of the mouse as long as a busy machine may take."""


def test_no_report_of_the_mouse_reaches_the_shell_after_quitting(data: Path) -> None:
    with ready(data, program=("-c", PATIENT)) as terminal:
        terminal.type("\x1b[<35;10;10M")
        terminal.type("\x11")
        terminal.wait_for(lambda: b"\x1b[5n" in terminal.output, "the question")
        # On a slow line this comes after the mouse was turned off; then, half a second later, the answer.
        for _ in range(5):
            terminal.type("\x1b[<35;11;10M\x1b[<35;12;10M")
            terminal.pump(0.1)
        terminal.type("\x1b[0n")
        assert terminal.wait_end() == 0
        os.set_blocking(terminal._inner, False)
        with pytest.raises(BlockingIOError):
            os.read(terminal._inner, 100)
        assert terminal.left_as_found() == []


def test_ctrl_l_draws_everything_anew(data: Path) -> None:
    with ready(data) as terminal:
        terminal.clear()
        terminal.press("ctrl+l")
        terminal.wait("2 Acme", "3 Notes", "q quit")


@pytest.mark.parametrize(
    ("n", "ctrl_q"),
    [("\x1b[1090::110;1;1090u", "\x1b[1081::113;5u"), ("т", "\x1b[1081;5u")],
    ids=["with the latin letter", "without"],
)
def test_a_russian_keyboard_reaches_commands(data: Path, n: str, ctrl_q: str) -> None:
    with ready(data) as terminal:
        assert b"\x1b[>29u" in terminal.output
        terminal.type(n)
        terminal.wait("Note to")
        terminal.type(n)
        terminal.wait("т")
        terminal.escape(gone="Note to")
        terminal.type(ctrl_q)
        assert terminal.wait_end() == 0
