"""Lists of rows: what is drawn of them, and where their cursor is."""

from pathlib import Path

from followup_tui.tui.widgets.row_list import RowLine
from followup_tui.tui.widgets.styled_lines import Span
from tests.tui.pilot import many, running


async def test_three_hundred_interviews_scroll_and_draw_what_is_in_view(path: Path) -> None:
    many = "format = 1\n" + "".join(
        f'[[interview]]\nid = "i{n:03}"\ncompany = "Company {n:03}"\n'
        f"held_at = 2026-11-23T10:{n % 60:02}:00+01:00\n"
        for n in range(300)
    )
    async with running(path, many) as run:
        rows = run.rows("interviews")
        assert len(rows.rows) > 300
        await run.press("1", "G")
        assert rows.cursor == [row.key for row in rows.rows if row.selectable][-1]
        assert run.interview(str(rows.cursor))["company"] in run.shown()
        assert rows.max_scroll_y > 500
        await run.press("g")
        assert rows.scroll_offset.y == 0


async def test_the_row_under_the_cursor_is_shown_amid_its_neighbours(path: Path) -> None:
    late = many(60).replace("2026-11-20", "2026-11-23")
    async with running(path, late) as run:
        rows = run.rows("interviews")

        def line() -> int:
            return rows._tops[rows._indexes[rows.cursor]] - rows.scroll_offset.y

        await run.press("1", "G", "g")
        run.app.screen.navigation.go_to("i30")  # type: ignore[attr-defined]
        await run.idle()
        assert 4 < line() < rows.size.height - 4
        before = line()
        await run.press("j", "k")
        assert line() == before


async def test_the_row_under_the_cursor_stays_in_view_when_it_goes_elsewhere_in_the_list(path: Path) -> None:
    async with running(path, many(60)) as run:
        rows = run.rows("interviews")
        await run.press("e", "shift+tab", "right", "enter")
        await run.idle()
        top = rows._tops[rows._indexes[rows.cursor]] - rows.scroll_offset.y
        assert 0 <= top < rows.size.height


def test_the_right_part_is_the_longest_that_leaves_the_text_whole() -> None:
    whole, day = (Span("by Tue 1 Dec "),), (Span("1 Dec "),)
    line = RowLine((Span("answer the offer"),), whole, (day,))
    assert line.right_in(14) == whole
    assert line.right_in(13) == day
    assert line.right_in(3) == day
    assert RowLine((), whole, (day, ())).right_in(3) == ()
    assert RowLine((), whole).right_in(3) == whole


async def test_a_page_further_and_back_is_as_far_as_the_list_is_high(path: Path) -> None:
    async with running(path, many(60)) as run:
        rows = run.rows("interviews")

        def number() -> int:
            return [row.key for row in rows.rows].index(rows.cursor)

        await run.press("1", "g")
        first = number()
        await run.press("pagedown")
        assert number() == rows._lines[rows._tops[first] + rows.size.height - 1][0]
        await run.press("pageup")
        assert number() == first
        await run.press("G")
        last = number()
        await run.press("pagedown")
        assert number() == last
