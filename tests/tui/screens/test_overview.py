"""The timeline of all positions: what it shows, and where it leads."""

import re
from pathlib import Path

import pytest

from followup_tui.tui.screens.overview import OverviewScreen
from followup_tui.tui.widgets.day_ribbon import DAY
from followup_tui.tui.widgets.overview import HEAD, OverviewRibbon
from tests.tui.pilot import ACME, BOREALIS, many, running


async def test_A_shows_all_and_enter_goes_there(path: Path) -> None:
    async with running(path, ACME + BOREALIS) as run:
        await run.press("A")
        assert isinstance(run.app.screen, OverviewScreen)
        assert "Due overall" in run.shown()
        await run.press("down", "enter")
        assert "2 Borealis" in run.shown()


async def test_where_all_are_closed_the_timeline_of_all_says_so(path: Path) -> None:
    async with running(path, ACME.replace('"Acme"', '"Acme"\noutcome = "offer"')) as run:
        await run.press("A")
        assert "All interviews are closed" in run.notices()
        assert len(run.app.screen_stack) == 1


async def test_the_timeline_of_all_says_which_rows_are_in_view(path: Path) -> None:
    async with running(path, many(60), (80, 24)) as run:
        await run.press("A")
        ribbon = run.app.screen.query_one(OverviewRibbon)
        assert "1–15 of 60" in run.shown()
        for key, row in (
            ("G", 59),
            ("k", 58),
            ("g", 0),
            ("pagedown", 14),
            ("pageup", 0),
            ("end", 59),
            ("home", 0),
        ):
            await run.press(key)
            assert ribbon.row == row, key
        await run.press("G")
        assert "46–60 of 60" in run.shown()
        await run.press(*"kkkk")
        assert "46–60 of 60" in run.shown(), "the rows stay as long as the cursor is in view"
    async with running(path, many(3)) as run:
        await run.press("A")
        assert "of 3" not in run.shown()


async def test_the_timeline_of_all_says_what_is_counted_and_has_help(path: Path) -> None:
    async with running(path, ACME + BOREALIS) as run:
        await run.press("A")
        assert "Due overall: 4 things in 2 interviews" in run.shown()
        assert "? help  esc back" in run.shown()
        for key in ("question_mark", "f1"):
            await run.press(key)
            assert "The days" in run.shown()
            assert "The last interview" in run.shown()
            await run.press("escape")
            assert isinstance(run.app.screen, OverviewScreen)


@pytest.mark.parametrize(
    ("width", "name"), [(80, "Vereinigte Maschi…"), (200, "Vereinigte Maschinenwerke Rheinland…")]
)
async def test_a_long_company_leaves_room_for_its_days_and_for_what_is_due(
    path: Path, width: int, name: str
) -> None:
    company = "Vereinigte Maschinenwerke Rheinland und Westfalen, Gesellschaft mbH & Co. KG, Werk Duisburg"
    async with running(path, ACME.replace('"Acme"', f'"{company}"'), (width, 24)) as run:
        await run.press("A")
        assert f"{name} " in run.shown()
        assert re.search(r"● Vereinigte.+: finish the notes, today", run.shown())


async def test_a_click_on_a_row_chooses_it_and_its_day(path: Path) -> None:
    async with running(path, many(5)) as run:
        await run.press("A")
        ribbon = run.app.screen.query_one(OverviewRibbon)
        (x, y), sixth = ribbon.content_offset, ribbon.days()[5]
        await run.pilot.click(ribbon, offset=(x + ribbon.label_width + 5 * DAY, y + HEAD + 3))
        await run.idle()
        assert (ribbon.row, ribbon.day) == (3, sixth)
