"""How it looks: contrast, themes kept in the file, no colours at all, plain glyphs, the hardware cursor."""

import re
from pathlib import Path

import pytest
from rich.cells import cell_len
from rich.color import ColorSystem
from textual.command import CommandPalette

from followup_tui.core.rules.timeline import Shade
from followup_tui.demo import demo_text
from followup_tui.storage.toml import reader
from followup_tui.tui.terminal.line_filters import PLAIN_GLYPHS
from followup_tui.tui.themes import Themes
from followup_tui.tui.widgets.day_ribbon import DayRibbon
from followup_tui.tui.widgets.row_list import RowList
from tests.terminal import opened
from tests.tui.colours import contrast, segments
from tests.tui.pilot import ACME, BOREALIS, NOW, Running, running

LEAST = 4.5
"""Contrast of text (WCAG 2, AA)."""
LEAST_OF_SIXTEEN = 3.0
"""The same where a terminal has 16 colours of its own choosing."""
NOW_OPTION = ("--now", NOW.isoformat())
LATE = BOREALIS.replace("2026-11-18", "2026-11-20")
WALK: tuple[tuple[str, ...], ...] = (
    ("2",),
    ("j", "j"),
    ("k", "k", "k"),
    ("3",),
    ("i",),
    ("escape", "4"),
    ("l", "l"),
    ("1", "j"),
    ("1", "k"),
    ("n", "x"),
    ("enter", "escape", "e"),
    ("tab", "tab", "x"),
    ("escape", "2", "c"),
    ("tab", "right"),
    ("escape", "d", "x"),
    ("escape", "slash", "a"),
    ("escape", "f1"),
    ("escape", "A", "j"),
    ("escape", "1", "D"),
    ("escape", "ctrl+p", "a"),
    ("escape", "escape", "u"),
)
"""Keys that lead through every screen, box and tone."""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "logbook.toml"


def look(text: str, line: str) -> str:
    """A logbook with a line in its `[look]`."""
    end = "# end of followup-tui logbook\n"
    return f"{text.replace(end, '')}\n[look]\n{line}\n{end}"


@pytest.mark.parametrize("theme", ["followup-dark", "followup-light"])
async def test_every_text_stands_out_from_its_ground(path: Path, theme: str) -> None:
    faint: dict[str, float] = {}
    async with running(path, demo_text(NOW) + LATE, theme=theme) as run:
        for keys in WALK:
            await run.press(*keys)
            for one in segments(run):
                assert one.style is not None
                colours = [one and one.name for one in (one.style.color, one.style.bgcolor)]
                for system, least in (
                    (ColorSystem.TRUECOLOR, LEAST),
                    (ColorSystem.STANDARD, LEAST_OF_SIXTEEN),
                ):
                    if contrast(one.style, system) < least:
                        faint[f"{one.text.strip()[:30]}: {colours}, {system.name}, {keys}"] = contrast(
                            one.style, system
                        )
    assert not faint, "\n".join(f"{value:.2f} {key}" for key, value in sorted(faint.items())[:40])


async def test_every_theme_of_textual_can_be_chosen_and_is_kept(path: Path) -> None:
    async with running(path) as run:
        before = path.read_bytes()
        names = sorted(run.app.available_themes)
        assert {"followup-dark", "followup-light", "nord", "ansi-dark", "ansi-light"} <= set(names)
        for name in names:
            run.app.theme = name
            await run.pilot.pause()
            assert "2 Acme" in run.shown()
            assert name == "followup-dark" or run.file()["look"] == {"theme": name}
        await run.press(*["u"] * len(names))
        assert run.app.theme == "followup-dark"
        assert path.read_bytes() == before


async def test_the_palette_leads_to_the_themes(path: Path) -> None:
    async with running(path) as run:
        run.app.action_change_theme()
        await run.pilot.pause()
        assert isinstance(run.app.screen, CommandPalette)
        await run.type("gruvbox")
        await run.pilot.pause(0.5)
        await run.press("down", "enter")
        await run.pilot.pause(0.2)
        assert run.file()["look"] == {"theme": "gruvbox"}
    async with running(path, "") as run:
        assert run.app.theme == "gruvbox"


@pytest.mark.parametrize(("typed", "name"), [("light", "followup-light"), ("dark", "followup-dark")])
async def test_light_and_dark_are_a_word_away_and_kept(path: Path, typed: str, name: str) -> None:
    async with running(path, look(ACME, 'theme = "nord"')) as run:
        await run.press("ctrl+p")
        await run.pilot.pause(0.2)
        await run.type(typed)
        await run.pilot.pause(0.5)
        await run.press("enter")
        await run.pilot.pause(0.2)
        assert run.app.theme == name
        assert run.file()["look"] == {"theme": name}
        await run.press("u")
        assert run.app.theme == "nord"


async def test_our_themes_come_first_and_the_one_in_use_is_marked(path: Path) -> None:
    async with running(path) as run:
        offered = list(Themes(run.app.screen).offered())
        assert [one.name for one in offered[:2]] == ["followup-light", "followup-dark"]
        assert [one.name for one in offered if "in use" in one.remarks] == ["followup-dark"]
        assert sorted(one.name for one in offered) == sorted(run.app.available_themes)
        run.app.action_change_theme()
        await run.pilot.pause()
        await run.type("light")
        await run.pilot.pause(0.5)
        await run.press("enter")
        await run.pilot.pause(0.2)
        assert run.app.theme == "followup-light"


async def test_a_theme_that_is_not_there_is_told_of_and_left_in_the_file(path: Path) -> None:
    text = look(ACME, 'theme = "nope"')
    async with running(path, text) as run:
        assert "No theme is called “nope”" in run.notices()
        assert run.app.theme == "followup-dark"
        assert path.read_text(encoding="utf-8") == text


def test_the_look_survives_the_file() -> None:
    text = look(ACME, 'theme = "nord"\nglyphs = "plain"\nmine = 3')
    logbook = reader.decode(text.encode())
    assert (logbook.appearance.theme, logbook.appearance.glyphs) == ("nord", "plain")
    kept = '[look]\ntheme = "nord"\nglyphs = "plain"\nmine = 3\n'
    assert kept in reader.encode(logbook)
    assert "[look]" not in reader.encode(reader.decode(ACME.encode()))


# Glyphs


async def test_plain_glyphs_leave_nothing_but_ascii_in_every_screen(path: Path) -> None:
    async with running(path, look(demo_text(NOW), 'glyphs = "plain"')) as run:
        for keys in WALK:
            await run.press(*keys)
            if not isinstance(run.app.screen, CommandPalette):
                assert run.shown().isascii(), sorted({one for one in run.shown() if not one.isascii()})
        assert "+- 2 Acme" in run.shown()


async def test_plain_glyphs_are_chosen_by_name_and_kept(path: Path) -> None:
    async with running(path) as run:
        command = next(
            one for one in run.app.get_system_commands(run.app.screen) if "lain glyphs" in one.title
        )
        assert "╭" in run.shown()
        command.callback()
        await run.pilot.pause(0.1)
        assert run.file()["look"] == {"glyphs": "plain"}
        assert run.shown().isascii()
        await run.press("u")
        await run.pilot.pause(0.1)
        assert "╭" in run.shown()


def test_plain_glyphs_are_as_wide_as_what_they_stand_for() -> None:
    for symbol, stand_in in PLAIN_GLYPHS.items():
        assert cell_len(chr(symbol)) == cell_len(str(stand_in)) == 1
        assert str(stand_in).isascii()


def test_each_shade_has_a_glyph_of_its_own() -> None:
    from followup_tui.tui.widgets.day_ribbon import _SHADE_STYLES

    symbols = [glyph for glyph, _ in _SHADE_STYLES.values()]
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
            for one in segments(run):
                assert one.style is not None
                for colour in (one.style.color, one.style.bgcolor):
                    assert colour is None or colour.is_default or colour.number is not None, (one, keys)


async def test_every_state_is_told_without_colours(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with running(path, demo_text(NOW) + LATE) as run:
        for one in segments(run):
            assert one.style is not None
            assert one.style.color is None
            assert one.style.bgcolor is None
        shown = run.shown()
        for sign in ("✓ 1", "● 3", "○ 5", "· 6", "! ", "▌"):
            assert sign in shown
        assert "┏" in shown or "┃" in shown, "the pane with the focus has a heavy frame"


@pytest.mark.parametrize("case", ["no colours", "ansi-dark", "ansi-light", "followup-dark"])
async def test_the_row_under_the_cursor_of_the_palette_is_told_from_the_others(
    path: Path, monkeypatch: pytest.MonkeyPatch, case: str
) -> None:
    if case == "no colours":
        monkeypatch.setenv("NO_COLOR", "1")
    theme = 'theme = "followup-dark"' if case == "no colours" else f'theme = "{case}"'
    async with running(path, look(demo_text(NOW), theme)) as run:
        await run.press("ctrl+p")
        await run.pilot.pause(0.5)
        styles = {}
        for one in segments(run):
            if one.text.strip() in ("Add an interview", "Undo the last change", "a", "u"):
                assert one.style is not None
                styles[one.text.strip()] = str(one.style)
                ground = one.style.bgcolor
                assert ground is None or ground.is_default or one.style.color != ground
        assert styles["Add an interview"] != styles["Undo the last change"]
        assert styles["a"] != styles["u"]


# The hardware cursor


def place(run: Running) -> tuple[int, int]:
    """Where the terminal's cursor is, in cells."""
    return run.app.cursor_position.x, run.app.cursor_position.y


async def test_the_hardware_cursor_follows_the_focus(path: Path) -> None:
    async with running(path, demo_text(NOW)) as run:
        for keys in (("2", "j"), ("k",), ("1",), ("j",), ("A", "j"), ("l",)):
            await run.press(*keys)
            x, y = place(run)
            line = run.shown().split("\n")[y]
            focused = run.app.focused
            if isinstance(focused, RowList):
                assert line[x] == "▌", (keys, line)
            else:
                assert isinstance(focused, DayRibbon)
                assert "▌" in line
                day = focused.day
                assert day is not None
                assert run.shown().split("\n")[2][x + 1 : x + 3] == f"{day.day:02}"
        await run.press("escape", "4", "l")
        x, y = place(run)
        assert run.shown().split("\n")[y][x : x + 4] == "T24‸"
        await run.press("n")
        await run.type("ab")
        x, y = place(run)
        assert run.shown().split("\n")[y][x - 2 : x] == "ab"


def test_the_terminal_is_told_where_the_cursor_is(path: Path) -> None:
    path.write_text(demo_text(NOW), encoding="utf-8")
    with opened(path, *NOW_OPTION) as terminal:
        terminal.wait("2 Acme", "4 Timeline")
        terminal.press("2", "j")
        terminal.pump(0.5)
        cursor = terminal.screen.cursor
        assert terminal.text.split("\n")[cursor.y][cursor.x] == "▌"
        first = cursor.y
        terminal.press("j")
        terminal.wait_for(lambda: terminal.screen.cursor.y == first + 1, "the cursor a row further down")
        terminal.press("n", "h", "i")
        terminal.wait("hi")
        terminal.pump(0.3)
        cursor = terminal.screen.cursor
        assert terminal.text.split("\n")[cursor.y][: cursor.x].endswith("hi")
