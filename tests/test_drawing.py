"""What is drawn in a shorter way, or kept as it was drawn, looks as it would without that."""

from pathlib import Path

import pytest
from rich.style import Style
from textual.geometry import Region
from textual.strip import Strip

from followup_tui.tui.screens.main.screen import MainScreen
from followup_tui.tui.widgets.choice import Choice
from followup_tui.tui.widgets.notes_editor import NotesEditor
from followup_tui.tui.widgets.pane import Pane
from followup_tui.tui.widgets.row_list import RowList
from tests.tui.pilot import ACME, BOREALIS, Running, running


def cells(strips: list[Strip]) -> list[list[tuple[str, object]]]:
    """Return each character of each line with its appearance."""

    def appearance(style: Style | None) -> object:
        style = style or Style()
        return style.color, style.bgcolor, style.bold, style.italic, style.underline, style.reverse

    return [
        [(character, appearance(segment.style)) for segment in strip for character in segment.text]
        for strip in strips
    ]


WIDE = "👩\u200d🔬 e\u0301t\u00e9 \u05e9\u05dc\u05d5\u05dd"
TEXTS = {
    "signs": "@ Dana Reyes, manager\n> decision by Friday\n+ references by 2026-11-27\n= nothing",
    "none": "= none\n! none\n+ none\n~ plays hockey\n> they did not say",
    "wrapped": f"> {'we decide when everybody is back from a holiday ' * 3}by Friday\n@ {'Ann ' * 40}",
    "wide": f"@ 田中さん, 部長\n+ 履歴書 by Friday\n> Freitag {WIDE}\n{'漢字' * 60}",
    "tabs": "@\tDana\tReyes\n\t> decision by Friday\nplain\ttext",
    "blanks": "\n\n  @ Dana   \n   \n> decision by Friday        \n",
    "long": "\n".join(f"line {n}: what they said" for n in range(200)),
}


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS.keys())
async def test_notes_that_are_looked_at_look_as_in_the_editor(path: Path, text: str) -> None:
    file = ACME.partition("notes = ")[0] + f"notes = '''\n{text}'''\n"
    async with running(path, file) as run:
        editor = run.app.screen.query_one(NotesEditor)
        for top in (0, 5):
            editor.scroll_to(y=top, animate=False, immediate=True)
            await run.idle()
            height, width = editor.size.height, editor.scrollable_content_region.width
            drawn = [strip.crop(0, width) for strip in editor.render_lines(editor.size.region)]
            assert editor._is_plainly_drawn
            editor._is_plainly_drawn = False
            assert editor._theme is not None
            editor._theme.apply_css(editor)
            edited = [editor.render_line(y).crop(0, width) for y in range(height)]
            editor._is_plainly_drawn = True
            still = [editor.render_line(y).crop(0, width) for y in range(height)]
            assert cells(still) == cells(edited)
            assert len(drawn) == height
            assert {strip.cell_length for strip in still} == {width}


async def test_notes_are_drawn_as_an_editor_does_once_they_are_gone_into(path: Path) -> None:
    async with running(path, ACME) as run:
        editor = run.app.screen.query_one(NotesEditor)
        await run.press("3")
        editor.render_lines(editor.size.region)
        assert not editor._is_plainly_drawn
        await run.press("escape")
        editor.render_lines(editor.size.region)
        assert editor._is_plainly_drawn


async def test_notes_that_are_looked_at_follow_the_theme(path: Path) -> None:
    async with running(path, ACME) as run:
        editor = run.app.screen.query_one(NotesEditor)
        seen = []
        for theme in ("textual-light", "followup-dark"):
            run.app.theme = theme
            await run.idle()
            now = cells(editor.render_lines(editor.size.region))
            editor._drawn_as = None
            editor.refresh()
            assert cells(editor.render_lines(editor.size.region)) == now
            seen.append(now)
        assert seen[0] != seen[1]


async def test_a_frame_is_written_on_without_drawing_anew_what_is_in_it(path: Path) -> None:
    async with running(path, ACME) as run:
        pane = run.app.screen.query_one("#steps", Pane)
        width, height = pane.outer_size
        await run.idle()
        top, bottom = pane.region.y, pane.region.bottom - 1
        for title, subtitle, line, shows in (
            ("2 Another [b]", None, 0, "─ 2 Another [b] ─"),
            (None, "in person", height - 1, "─ in person ─"),
            (None, "", height - 1, "─────"),
        ):
            pane.label(title, subtitle)
            assert pane._repaint_regions == {Region(0, line, width, 1)}
            await run.idle()
            assert shows in run.shown().split("\n")[top + line]
            pane.label(title, subtitle)
            assert not pane._repaint_regions, "the same again is nothing new"
        assert "in person" not in run.shown().split("\n")[bottom]


def rows_of(run: Running) -> list[list[tuple[str, object]]]:
    rows = run.app.screen.query_one("#interviews", RowList)
    rows.render_lines(rows.size.region)
    return cells([rows.render_line(y) for y in range(rows.size.height)])


async def test_rows_that_are_kept_follow_the_theme_the_focus_the_cursor_and_the_file(path: Path) -> None:
    seen = []
    async with running(path, ACME + BOREALIS) as run:
        for change in ("", "1", "j", "theme", "size"):
            if change == "theme":
                run.app.theme = "textual-light"
            elif change == "size":
                await run.resize(140, 40)
            elif change:
                await run.press(change)
            await run.idle()
            rows = run.app.screen.query_one("#interviews", RowList)
            now = rows_of(run)
            rows._appearance = None
            assert rows_of(run) == now
            seen.append(now)
        assert isinstance(run.app.screen, MainScreen)
    assert seen[0] != seen[1] != seen[2] != seen[3]
    async with running(path, ACME + BOREALIS) as run:
        await run.idle()
        before = rows_of(run)
        await run.press("space")
        assert rows_of(run) != before


async def test_a_choice_shows_all_its_options_on_as_many_lines_as_they_need(path: Path) -> None:
    async with running(path, ACME) as run:
        await run.press("c")
        kinds = run.app.screen.query_one("#kind", Choice)
        whole = "○ thank-you  ○ follow-up  ○ material  ○ connect  ● their answer  ○ other"
        for width in (len(whole), len(whole) + 1, len(whole) - 1):
            kinds.styles.width = width
            await run.idle()
            shown = [kinds.render_line(y).text.rstrip() for y in range(kinds.size.height)]
            if width < len(whole):
                assert shown == [whole.removesuffix("  ○ other"), "○ other"]
            else:
                assert shown == [whole]
