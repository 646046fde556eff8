"""Bringing back an earlier state: from the app, and from the screen of a file that can't be read."""

import re
from pathlib import Path

import pytest

from followup_tui.storage.backups import list_backups
from followup_tui.storage.paths import Paths
from followup_tui.tui.screens.backups import backup_line
from followup_tui.tui.widgets.row_list import RowList
from tests.tui.pilot import ACME, running


async def test_a_backup_is_brought_back_and_the_state_before_again(path: Path) -> None:
    async with running(path) as run:
        await run.press("B")
        assert "There are no backups yet." in run.shown()
        await run.press("escape", "n")
        await run.type("~ she sails\n")
        await run.press("escape")
        assert "~ she sails" in run.interview()["notes"]
        await run.press("B")
        await run.until_shown("Acme: 1 fewer line")
        await run.press("enter")
        assert "~ she sails" not in run.interview()["notes"]
        assert "~ she sails" not in run.shown()
        assert "The earlier state is back" in run.notices()
        await run.press("B")
        await run.until_shown("as it is now")
        assert [row.lines[0].left[1].text.strip() for row in run.app.screen.query_one(RowList).rows] == [
            "Acme: 1 more line",
            "as it is now",
        ]
        await run.press("enter")
        assert "~ she sails" in run.interview()["notes"]
        assert "~ she sails" in run.shown()


@pytest.mark.parametrize(
    ("width", "left", "right"),
    [
        (100, "today 10:00:00  without Acme Robotics · Borealis: different details · with Cyan Labs", ""),
        (60, "today 10:00:00  without Acme Robotics", "and 2 more"),
        (50, "today 10:00:00  without Acme Robotics", "and 2 more"),
        (42, "today 10:00:00  without Acme…", "and 2 more"),
    ],
)
def test_a_row_has_as_much_of_the_differences_as_fits(width: int, left: str, right: str) -> None:
    parts = ("without Acme Robotics", "Borealis: different details", "with Cyan Labs")
    line = backup_line("today 10:00:00", parts, width)
    assert "".join(span.text for span in line.left) == left
    assert "".join(span.text for span in line.right) == right


@pytest.mark.parametrize(
    ("width", "text"),
    [
        (50, "today 10:00:00  Acme Robotics GmbH: 1 fewer line"),
        (44, "today 10:00:00  Acme Robotic…: 1 fewer line"),
        (30, "today 10:00:00  A…: 1 fewer line"),
    ],
)
def test_of_a_change_the_company_is_cut_off(width: int, text: str) -> None:
    line = backup_line("today 10:00:00", ("Acme Robotics GmbH: 1 fewer line",), width)
    assert "".join(span.text for span in line.left) == text


@pytest.mark.parametrize(
    ("part", "text"),
    [
        ("2 interviews: Acme Robotics International", "2 interviews: Acme Robo…"),
        ("without Lumen: Robotics International", "without Lumen: Robotics…"),
        ("with Lumen: Robotics International", "with Lumen: Robotics In…"),
    ],
)
def test_of_a_part_that_ends_with_a_company_the_end_is_cut_off(part: str, text: str) -> None:
    line = backup_line("today 10:00:00", (part,), 41)
    assert "".join(span.text for span in line.left) == f"today 10:00:00  {text}"


async def test_what_a_backup_holds_fits_into_its_row(path: Path) -> None:
    more = "".join(
        f'[[interview]]\nid = "x{number}"\ncompany = "Company {number}"\n'
        "held_at = 2026-11-20T09:00:00+01:00\n"
        for number in range(5)
    )
    async with running(path, ACME + more) as run:
        await run.press("n")
        await run.type("~ she sails\n")
        await run.press("escape")
    path.write_text("this is no TOML")
    async with running(path, "", size=(60, 18)) as run:
        await run.press("B")  # as everywhere; b will do
        await run.until(lambda: re.search(r"6 interviews: Acme +and 5 more │", run.shown()))


async def test_a_broken_file_gives_way_to_a_backup(path: Path) -> None:
    async with running(path) as run:
        await run.press("n")
        await run.type("~ she sails\n")
        await run.press("escape")
    path.write_text("this is no TOML")
    async with running(path, "") as run:
        assert "can't be read as it is" in run.shown()
        await run.press("b")
        await run.until_shown("1 interview: Acme")
        await run.press("enter")
        assert "2 Acme" in run.shown()
        assert [interview["company"] for interview in run.file()["interview"]] == ["Acme"]
    paths = Paths(path, path.parent / "state")
    assert "this is no TOML" in [backup.read().decode() for backup in list_backups(paths)]


async def test_a_copy_next_to_the_file_is_merged_soon_after_the_start(path: Path) -> None:
    async with running(path) as run:
        text = path.read_text()
    copy = path.with_name("logbook.sync-conflict-20261122-120000-ABCDEFG.toml")
    copy.write_text(text.replace("@ Dana", "~ she sails\n@ Dana"))
    async with running(path, "") as run:
        await run.until_shown("~ she sails")
        assert "Merged from a copy" in run.notices()
        assert not copy.exists()


async def test_a_bad_record_is_reported_at_the_start(path: Path) -> None:
    bad = '[[interview]]\nid = "bad"\ncompany = ""\nheld_at = "soon"\n'
    async with running(path) as run:
        text = path.read_text()
    path.write_text(text + bad)
    async with running(path, "") as run:
        await run.idle()
        assert "ignored, but stays in the file" in run.notices()
        assert "2 Acme" in run.shown()
