"""The form of an interview: times that were given in another zone."""

from pathlib import Path

import pytest

from tests.tui.pilot import running


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "logbook.toml"


async def test_a_time_in_another_zone_is_stored_on_the_users_clock(
    path: Path,
) -> None:
    async with running(path) as run:
        await run.press("a")
        await run.type("Faraway")
        await run.press("tab")
        await run.type("tomorrow 8pm CST")
        await run.press("enter")
        assert "CST stands for several zones" in run.shown()
        await run.press(*["backspace"] * 3)
        await run.type("PT")
        assert "→ Wed 25 Nov 05:00 (20:00 there)" in run.shown()
        await run.press("tab", "tab", "tab", "right", "enter")
        added = run.file()["interview"][-1]
        assert added["setting"] == "video"
        assert added["held_at"].isoformat() == "2026-11-25T05:00:00+01:00"
        assert added["their_zone"] == "America/Los_Angeles"


async def test_in_person_the_offset_is_that_of_the_place(path: Path) -> None:
    async with running(path) as run:
        await run.press("a")
        await run.type("Faraway")
        await run.press("tab")
        await run.type("tomorrow 8pm PT")
        await run.press("enter")
        added = run.file()["interview"][-1]
        assert added["held_at"].isoformat() == "2026-11-24T20:00:00-08:00"
        assert "their_zone" not in added
