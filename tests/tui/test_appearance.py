"""The appearance: contrast, themes kept in the file, the hardware cursor."""

from functools import partial
from pathlib import Path
from typing import Any, ClassVar

import pytest
from rich.color import ColorSystem
from textual.command import CommandPalette
from textual.filter import DimFilter, NoColor
from textual.geometry import Offset
from textual.screen import Screen

from followup_tui.core.model.logbook import AppearanceSettings as Settings
from followup_tui.demo import demo_text
from followup_tui.storage.toml.writer import encode
from followup_tui.tui.appearance import Appearance, cursor_offset, is_without_colour
from followup_tui.tui.terminal.line_filters import PlainGlyphs
from followup_tui.tui.themes import DARK, LIGHT, Themes
from followup_tui.tui.widgets.day_ribbon import DayRibbon
from followup_tui.tui.widgets.row_list import RowList
from tests.decoding import decode
from tests.long_runs import in_long_runs
from tests.terminal import opened
from tests.tui.colours import contrast, segments
from tests.tui.pilot import ACME, NOW, Running, running
from tests.tui.walk import LATE, NOW_OPTION, WALK, look

LEAST = 4.5
"""Contrast of text (WCAG 2, AA)."""
LEAST_OF_SIXTEEN = 3.0
"""The same where a terminal has 16 colours of its own choosing."""


@pytest.mark.parametrize("theme", ["followup-dark", "followup-light"])
async def test_every_text_stands_out_from_its_ground(path: Path, theme: str) -> None:
    faint: dict[str, float] = {}
    async with running(path, demo_text(NOW) + LATE, theme=theme) as run:
        for keys in WALK:
            await run.press(*keys)
            for segment in segments(run):
                assert segment.style is not None
                colours = [colour and colour.name for colour in (segment.style.color, segment.style.bgcolor)]
                for system, least in (
                    (ColorSystem.TRUECOLOR, LEAST),
                    (ColorSystem.STANDARD, LEAST_OF_SIXTEEN),
                ):
                    if contrast(segment.style, system) < least:
                        faint[f"{segment.text.strip()[:30]}: {colours}, {system.name}, {keys}"] = contrast(
                            segment.style, system
                        )
    assert not faint, "\n".join(f"{value:.2f} {key}" for key, value in sorted(faint.items())[:40])


@pytest.mark.parametrize("theme", ["ansi-dark", "ansi-light"])
@pytest.mark.parametrize(
    "keys", [("3", "enter", "shift+up"), ("a", *"Zeta", "shift+home")], ids=["notes", "form"]
)
async def test_what_is_selected_stands_out_in_colours_of_the_terminal(
    path: Path, theme: str, keys: tuple[str, ...]
) -> None:
    async with running(path, theme=theme) as run:
        await run.press(*keys)
        selected = [
            segment.style
            for segment in segments(run)
            if segment.style is not None and segment.style.reverse and len(segment.text) > 1
        ]
        assert selected
        for style in selected:
            # Reversed, any colour of its own on the terminal's ground may be invisible.
            assert style.color is None or style.color.is_default
            assert style.bgcolor is None or style.bgcolor.is_default


async def test_without_colours_a_dialog_has_the_heavy_frame_of_what_is_in_front(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with running(path) as run:
        assert "┏━ 2 Acme" in run.shown()
        await run.press("o")
        assert "┏━ Outcome · Acme ━" in run.shown()


@pytest.mark.parametrize("every", [4, *in_long_runs(1)])
async def test_every_theme_of_textual_can_be_chosen_and_is_kept(path: Path, every: int) -> None:
    async with running(path) as run:
        before = path.read_bytes()
        usual = {"followup-dark", "followup-light", "nord", "ansi-dark", "ansi-light"}
        assert usual <= set(run.app.available_themes)
        names = sorted(usual.union(sorted(run.app.available_themes)[::every]))
        for name in names:
            run.app.theme = name
            await run.idle()
            assert "2 Acme" in run.shown()
            assert name == "followup-dark" or run.file()["look"] == {"theme": name}
        await run.press(*["u"] * len(names))
        assert run.app.theme == "followup-dark"
        assert path.read_bytes() == before


async def test_the_palette_leads_to_the_themes(path: Path) -> None:
    async with running(path) as run:
        run.app.action_change_theme()
        await run.idle()
        assert isinstance(run.app.screen, CommandPalette)
        await run.type("gruvbox")
        await run.press("down", "enter")
        assert run.file()["look"] == {"theme": "gruvbox"}
    async with running(path, "") as run:
        assert run.app.theme == "gruvbox"


async def test_where_no_theme_is_found_it_says_so_and_enter_shows_them_all(path: Path) -> None:
    async with running(path) as run:
        run.app.action_change_theme()
        await run.idle()
        await run.type("xyz [/b]")
        await run.until_shown("Nothing found")
        shown = " ".join(run.shown().split())
        assert "Nothing found for “xyz [/b]”. Press enter to see all themes." in shown
        assert "No matches" not in shown
        await run.press("enter")
        assert isinstance(run.app.screen, CommandPalette)
        assert "followup-light" in run.shown()


@pytest.mark.parametrize(("typed", "name"), [("light", "followup-light"), ("dark", "followup-dark")])
async def test_light_and_dark_are_a_word_away_and_kept(path: Path, typed: str, name: str) -> None:
    async with running(path, look(ACME, 'theme = "nord"')) as run:
        await run.press("ctrl+p")
        await run.type(typed)
        await run.press("enter")
        assert run.app.theme == name
        assert run.file()["look"] == {"theme": name}
        await run.press("u")
        assert run.app.theme == "nord"


async def test_our_themes_come_first_and_the_theme_in_use_is_marked(path: Path) -> None:
    async with running(path) as run:
        offered = list(Themes(run.app.screen).offered())
        assert [theme.name for theme in offered[:2]] == ["followup-light", "followup-dark"]
        assert [theme.name for theme in offered if "in use" in theme.remarks] == ["followup-dark"]
        assert sorted(theme.name for theme in offered) == sorted(run.app.available_themes)
        run.app.action_change_theme()
        await run.idle()
        await run.type("light")
        await run.press("enter")
        assert run.app.theme == "followup-light"


async def test_an_unknown_theme_is_reported_and_left_in_the_file(path: Path) -> None:
    text = look(ACME, 'theme = "nope"')
    async with running(path, text) as run:
        assert "No theme is called “nope”" in run.notices()
        assert run.app.theme == "followup-dark"
        assert path.read_text(encoding="utf-8") == text


def test_the_appearance_is_kept_in_the_file() -> None:
    text = look(ACME, 'theme = "nord"\nglyphs = "plain"\nmine = 3')
    logbook = decode(text.encode())
    assert (logbook.appearance.theme, logbook.appearance.glyphs) == ("nord", "plain")
    kept = '[look]\ntheme = "nord"\nglyphs = "plain"\nmine = 3\n'
    assert kept in encode(logbook)
    assert "[look]" not in encode(decode(ACME.encode()))


# The hardware cursor


def place(run: Running) -> tuple[int, int]:
    """Return where the terminal's cursor is, in cells."""
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
                assert run.shown().split("\n")[3][x + 1 : x + 3] == f"{day.day:02}"
        await run.press("escape", "4", "l")
        x, y = place(run)
        assert run.shown().split("\n")[y][x : x + 4] == "T24‸"
        await run.press("n")
        await run.type("ab")
        x, y = place(run)
        assert run.shown().split("\n")[y][x - 2 : x] == "ab"


def test_the_cursor_of_the_terminal_is_put_at_the_focus(path: Path) -> None:
    path.write_text(demo_text(NOW), encoding="utf-8")
    with opened(path, *NOW_OPTION) as terminal:
        terminal.wait("2 Acme", "4 Timeline")

        def line_around_cursor() -> tuple[str, str]:
            cursor = terminal.screen.cursor
            line = terminal.text.split("\n")[cursor.y]
            return line[: cursor.x], line[cursor.x :]

        def is_on_row(text: str) -> bool:
            row = line_around_cursor()[1]
            return row.startswith("▌") and text in row

        terminal.press("2")
        for step in ("2 Write it down", "3 Send thank-you notes"):
            terminal.wait_for(partial(is_on_row, step), f"the cursor on the row {step}")
            terminal.press("j")
        terminal.wait_for(lambda: is_on_row("Dana Reyes, engineering"), "the cursor a row further down")
        terminal.press("n", "h", "i")
        terminal.wait_for(lambda: line_around_cursor()[0].endswith("hi"), "the cursor behind what is typed")


# The object, without an app


class Host:
    """An app, as far as the appearance needs it."""

    available_themes: ClassVar = {DARK.name: DARK, LIGHT.name: LIGHT}

    def __init__(self) -> None:
        self.theme: Any = ""
        self.screen_stack: list[Screen[Any]] = [Screen()]
        self.refreshed = 0

    def refresh_css(self, animate: bool = True) -> None:
        self.refreshed += not animate


def made() -> tuple[Host, Appearance, list[Settings]]:
    """Return an app, its appearance, and the settings that it saves."""
    host, saved = Host(), list[Settings]()
    return host, Appearance(host, DARK.name, saved.append), saved


def test_the_default_theme_is_used_where_the_file_names_none_or_an_unknown_theme() -> None:
    host, appearance, _ = made()
    assert appearance.apply(Settings()) == []
    assert host.theme == DARK.name
    assert appearance.apply(Settings(theme=LIGHT.name)) == []
    assert host.theme == LIGHT.name
    (problem,) = appearance.apply(Settings(theme="nope"))
    assert "“nope”" in problem
    assert host.theme == DARK.name


def test_a_theme_is_saved_when_the_user_chooses_it_not_when_the_file_asks_for_it() -> None:
    _, appearance, saved = made()
    appearance.apply(Settings(theme=LIGHT.name, glyphs="plain"))
    appearance.choose_theme(LIGHT.name)
    assert saved == []
    appearance.choose_theme(DARK.name)
    appearance.choose_theme(LIGHT.name)
    assert [settings.theme for settings in saved] == [DARK.name, LIGHT.name]
    assert {settings.glyphs for settings in saved} == {"plain"}


def test_other_glyphs_are_drawn_once_the_file_asks_for_them() -> None:
    host, appearance, saved = made()
    before = appearance.line_filters([])
    appearance.change_glyphs()
    assert not appearance.is_plain
    appearance.apply(saved[0])
    assert appearance.is_plain
    assert host.refreshed == 1
    assert {type(added) for added in appearance.line_filters([])} - {type(old) for old in before} == {
        PlainGlyphs
    }
    appearance.change_glyphs()
    assert saved[1].glyphs == "symbols"


def test_filters_of_textual_that_are_done_better_here_are_left_out() -> None:
    _, appearance, _ = made()
    textuals = [NoColor(), DimFilter()]
    assert type(appearance.line_filters(textuals)[0]) is DimFilter


@pytest.mark.parametrize(
    ("variables", "expected"),
    [
        ({}, False),
        ({"NO_COLOR": ""}, False),
        ({"NO_COLOR": "1"}, True),
        ({"TERM": "dumb"}, True),
        ({"TERM": "xterm"}, False),
    ],
)
def test_colours_are_left_out_where_they_are_not_wanted_or_not_there(
    monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], expected: bool
) -> None:
    for name in ("NO_COLOR", "TERM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert is_without_colour() is expected


def test_the_cursor_stays_where_it_is_unless_the_focus_says_where_it_belongs() -> None:
    assert cursor_offset(None, Offset(3, 4)) == Offset(3, 4)
    assert cursor_offset(Screen(), Offset(3, 4)) == Offset(3, 4)
