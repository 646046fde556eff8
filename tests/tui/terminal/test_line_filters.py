"""Filters of lines: plain glyphs, and no colours at all."""

import re
from pathlib import Path

import pytest
from rich.cells import cell_len
from textual.command import CommandPalette

from followup_tui.core.rules.timeline import Shade
from followup_tui.demo import demo_text
from followup_tui.tui.terminal.line_filters import PLAIN_GLYPHS
from tests.terminal import opened
from tests.tui.colours import segments
from tests.tui.pilot import NOW, running
from tests.tui.walk import LATE, NOW_OPTION, WALK, look

# Glyphs


async def test_plain_glyphs_leave_nothing_but_ascii_in_every_screen(path: Path) -> None:
    async with running(path, look(demo_text(NOW), 'glyphs = "plain"')) as run:
        for keys in WALK:
            await run.press(*keys)
            if not isinstance(run.app.screen, CommandPalette):
                assert run.shown().isascii(), sorted(
                    {letter for letter in run.shown() if not letter.isascii()}
                )
        assert "+- 2 Acme" in run.shown()


async def test_plain_glyphs_are_chosen_by_name_and_kept(path: Path) -> None:
    async with running(path) as run:
        command = next(
            command
            for command in run.app.get_system_commands(run.app.screen)
            if "lain glyphs" in command.title
        )
        assert "╭" in run.shown()
        command.callback()
        await run.saved()
        assert run.file()["look"] == {"glyphs": "plain"}
        assert run.shown().isascii()
        await run.press("u")
        assert "╭" in run.shown()


def test_plain_glyphs_are_as_wide_as_what_they_stand_for() -> None:
    for symbol, stand_in in PLAIN_GLYPHS.items():
        assert cell_len(chr(symbol)) == cell_len(str(stand_in)) == 1
        assert str(stand_in).isascii()


def test_each_shade_has_a_glyph_of_its_own() -> None:
    from followup_tui.tui.widgets.day_ribbon import SHADE_STYLES

    symbols = [glyph for glyph, _ in SHADE_STYLES.values()]
    plain = [glyph.translate(PLAIN_GLYPHS) for glyph in symbols]
    assert len(set(symbols)) == len(set(plain)) == len(symbols) == len(Shade) - 1
    assert "·".translate(PLAIN_GLYPHS) not in plain


# No colours

COLOUR = re.compile(rb"\x1b\[(?:[0-9;:]*[;:])?(?:3[0-9]|4[0-9]|9[0-7]|10[0-7])(?:[;:][0-9;:]*)?m")


def test_the_pattern_finds_colours_and_nothing_else() -> None:
    for code in (b"31", b"1;31", b"38;2;1;2;3", b"0;48;5;3", b"97", b"39;49", b"7;107;1"):
        assert COLOUR.search(b"\x1b[" + code + b"m")
    for code in (b"", b"0", b"1", b"7", b"1;7", b"22;27"):
        assert not COLOUR.search(b"\x1b[" + code + b"m")


def test_no_color_sends_no_colour_and_marks_the_cursor_otherwise(path: Path) -> None:
    path.write_text(demo_text(NOW), encoding="utf-8")
    with opened(path, *NOW_OPTION, env={"NO_COLOR": "1"}) as terminal:
        terminal.wait("2 Acme", "4 Timeline")

        def has_reversed_row() -> bool:
            rows = [terminal.screen.buffer[y] for y in range(32)]
            return any(sum(row[x].reverse for x in range(100)) > 30 for row in rows)

        terminal.wait_for(has_reversed_row, "the row under the cursor, reversed")
        for keys in (
            "4",
            "l",
            "3",
            "i",
            "x",
            "esc",
            "A",
            "esc",
            "n",
            "x",
            "enter",
            "esc",
            "f1",
            "esc",
            "e",
            "esc",
        ):
            terminal.press(keys)
            terminal.pump(0.15)
        terminal.press("ctrl+p")
        terminal.pump(0.5)
        assert not COLOUR.search(bytes(terminal.output))


def test_an_empty_no_color_is_none(path: Path) -> None:
    path.write_text(demo_text(NOW), encoding="utf-8")
    with opened(path, *NOW_OPTION, env={"NO_COLOR": ""}) as terminal:
        terminal.wait("2 Acme", "4 Timeline")
        assert COLOUR.search(bytes(terminal.output))


async def test_an_ansi_theme_sends_the_terminal_s_own_colours_only(path: Path) -> None:
    async with running(path, look(demo_text(NOW) + LATE, 'theme = "ansi-dark"')) as run:
        for keys in WALK[:9]:
            await run.press(*keys)
            for segment in segments(run):
                assert segment.style is not None
                for colour in (segment.style.color, segment.style.bgcolor):
                    assert colour is None or colour.is_default or colour.number is not None, (segment, keys)


async def test_every_state_can_be_seen_without_colours(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with running(path, demo_text(NOW) + LATE) as run:
        for segment in segments(run):
            assert segment.style is not None
            assert segment.style.color is None
            assert segment.style.bgcolor is None
        shown = run.shown()
        for sign in ("✓ 1", "● 3", "○ 5", "· 6", "! ", "▌"):
            assert sign in shown
        assert "┏" in shown or "┃" in shown, "the pane with the focus has a heavy frame"


FIRST = "Tick: done, thanked, connected, sent"
"""The first action of the palette."""


@pytest.mark.parametrize("case", ["no colours", "ansi-dark", "ansi-light", "followup-dark"])
async def test_the_row_under_the_cursor_of_the_palette_differs_from_the_others(
    path: Path, monkeypatch: pytest.MonkeyPatch, case: str
) -> None:
    if case == "no colours":
        monkeypatch.setenv("NO_COLOR", "1")
    theme = 'theme = "followup-dark"' if case == "no colours" else f'theme = "{case}"'
    async with running(path, look(demo_text(NOW), theme)) as run:
        await run.press("ctrl+p")
        styles = {}
        for segment in segments(run):
            if segment.text.strip() in (FIRST, "Undo the last change", "space", "u"):
                assert segment.style is not None
                styles[segment.text.strip()] = str(segment.style)
                ground = segment.style.bgcolor
                assert ground is None or ground.is_default or segment.style.color != ground
        assert styles[FIRST] != styles["Undo the last change"]
        assert styles["space"] != styles["u"]
