"""The screen of a file that can't be read."""

from pathlib import Path

import pytest

from followup_tui.storage.constants import END
from followup_tui.storage.toml.writer import encode
from followup_tui.tui.screens.backups import BackupsDialog
from followup_tui.tui.screens.broken_file import BrokenFileScreen
from tests.decoding import decode
from tests.tui.pilot import ACME, running


async def test_the_backups_of_a_broken_file_show_their_ages_by_the_clock_of_the_run(path: Path) -> None:
    """The machine's clock is far from that of the tests, which `--now` would set."""
    async with running(path) as run:
        await run.press("n")
        await run.type("~ she sails\n")
        await run.press("escape")
        made_at = run.clock()
    async with running(path, "this is no TOML") as run:
        assert isinstance(run.app.screen, BrokenFileScreen)
        await run.press("b")
        await run.until_shown("1 interview")
        assert isinstance(run.app.screen, BackupsDialog)
        assert f"today {made_at:%H:%M}" in run.shown()


async def test_a_backup_brought_back_opens_the_app(path: Path) -> None:
    async with running(path) as run:
        await run.press("n")
        await run.type("~ she sails\n")
        await run.press("escape")
    async with running(path, "this is no TOML") as run:
        await run.press("b")
        await run.press("enter")
        assert "2 Acme" in run.shown()
        assert path.read_text(encoding="utf-8").startswith(ACME.split("\n")[0])


async def test_the_missing_last_line_is_added_by_a_key_after_saying_what_is_there(path: Path) -> None:
    whole = encode(decode(ACME.encode()))
    async with running(path, whole.removesuffix(END)) as run:
        shown = " ".join(run.shown().translate({ord("│"): " ", ord("╱"): " "}).split())
        assert "Only that line is missing. The file has one interview, the last with Acme" in shown
        assert "a add the line" in shown
        await run.press("a")
        assert "2 Acme" in run.shown()
        assert path.read_text(encoding="utf-8") == whole


async def test_a_file_cut_off_elsewhere_gets_no_last_line(path: Path) -> None:
    cut = encode(decode(ACME.encode()))[:-60]
    async with running(path, cut) as run:
        assert "add the line" not in run.shown()
        await run.press("a")
        assert isinstance(run.app.screen, BrokenFileScreen)
        assert path.read_text(encoding="utf-8") == cut
        assert "still can't be read" not in run.notices()
        await run.press("r")
        assert "still can't be read" in run.notices()


@pytest.mark.parametrize("size", [(120, 36), (80, 24), (60, 18), (200, 50)])
async def test_the_box_is_in_the_middle_and_its_keys_are_in_view(path: Path, size: tuple[int, int]) -> None:
    async with running(path, "this is no TOML", size) as run:
        box = run.app.screen.query_one(".box").region
        assert abs(box.x - (size[0] - box.right)) <= 1
        assert abs(box.y - (size[1] - box.bottom)) <= 1
        assert "r try again · q quit · e your editor · B backups" in run.shown()
