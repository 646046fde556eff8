"""The finder of interviews: what it finds, and what it shows of what it found."""

from pathlib import Path

import pytest

from followup_tui.tui.screens.finder import InterviewFinder, NewCaller
from followup_tui.tui.widgets.row_list import RowList
from tests.tui.pilot import ACME, BOREALIS, many, running


async def test_slash_finds_an_interview(path: Path) -> None:
    async with running(path, ACME + BOREALIS) as run:
        await run.press("slash")
        assert isinstance(run.app.screen, InterviewFinder)
        await run.type("bor")
        await run.press("enter")
        assert "2 Borealis" in run.shown()


@pytest.mark.parametrize("size", [(120, 36), (80, 24), (60, 18), (45, 12)])
async def test_finding_counts_what_fits_and_always_names_its_keys(path: Path, size: tuple[int, int]) -> None:
    async with running(path, many(60), size) as run:
        await run.press("ctrl+o")
        assert "esc close" in run.shown()
        await run.type("co 5")
        (heading, *rows) = run.app.screen.query_one(RowList).rows
        assert heading.lines[0].text == f"due  {len(rows)}"
        assert 0 < len(rows) < 60
        await run.type("xyz")
        assert "No company or person called “co 5xyz”." in run.shown()
        assert "esc close" in run.shown()
        await run.press(*["backspace"] * 7)
        assert "enter go there" in run.shown()


async def test_a_call_of_somebody_new_is_noted_with_enter_and_the_frame_says_so(path: Path) -> None:
    async with running(path, ACME + BOREALIS) as run:
        await run.press("ctrl+o")
        await run.type("Zoe Kim")
        await run.press("enter")
        assert "A call from Zoe Kim" in run.shown()
        assert "enter note the call · esc close" in run.shown()
        await run.press("enter")
        assert "@ Zoe Kim" in run.interview()["notes"]


async def test_the_air_above_a_heading_stays_empty_where_rows_are_counted(path: Path) -> None:
    closed = BOREALIS + 'outcome = "rejected"\n'
    async with running(path, ACME + closed) as run:
        await run.press("ctrl+o", "e")
        headings = [row for row in run.app.screen.query_one(RowList).rows if not row.selectable]
        assert [line.text for row in headings for line in row.lines][:3] == ["due  1", "", "closed  1"]


def test_a_letter_alone_is_nobody_who_calls() -> None:
    finder = InterviewFinder((), "", tuple)
    assert [row.key for row in finder.no_match("j")] == [None]
    assert [row.key for row in finder.no_match("Jo")] == [None, NewCaller("Jo")]
