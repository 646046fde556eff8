"""Finding by a few letters: an interview, a person, somebody who is in no notes yet."""

from pathlib import Path
from typing import Any

from followup_tui.tui.screens.main.screen import MainScreen
from followup_tui.tui.screens.main.search import Search
from followup_tui.tui.screens.recall import RecallScreen
from tests.tui.pilot import ACME, BOREALIS, running
from tests.tui.screens.main.fake_host import FakeHost


async def test_a_person_is_found_by_name_and_leads_to_their_card(path: Path) -> None:
    async with running(path, ACME + BOREALIS, (80, 24)) as run:
        await run.press("slash")
        assert "│ people" not in run.shown()
        await run.type("mina")
        assert "│ people" in run.shown()
        await run.press("enter")
        assert isinstance(run.app.screen, RecallScreen)
        assert "Borealis" in run.shown().splitlines()[0]
        await run.press("escape")
        assert "2 Borealis" in run.shown()


async def test_somebody_in_no_notes_is_noted_with_the_call_where_they_belong(path: Path) -> None:
    async with running(path, ACME + BOREALIS, (80, 24)) as run:
        await run.press("slash")
        await run.type("Kim Novak")
        assert "A call from Kim Novak?" in run.shown()
        await run.press("enter")
        await run.type("bore")
        await run.press("enter")
        assert isinstance(run.app.screen, RecallScreen)
        assert "Kim Novak" in run.shown().splitlines()[1]
        assert str(run.interview("bore")["notes"]).endswith("@ Kim Novak\n")
        (call,) = run.interview("bore")["contact"]
        assert (call["kind"], call["person"], call["channel"]) == ("reply", "Kim Novak", "phone")


async def test_leaving_the_choice_of_the_company_notes_nothing(path: Path) -> None:
    async with running(path, ACME + BOREALIS) as run:
        before = path.read_text(encoding="utf-8")
        await run.press("slash")
        await run.type("Kim Novak")
        await run.press("enter", "escape")
        assert isinstance(run.app.screen, MainScreen)
        assert path.read_text(encoding="utf-8") == before


async def test_an_interview_is_found_by_its_company(path: Path) -> None:
    async with running(path, ACME + BOREALIS) as run:
        await run.press("slash")
        await run.type("bor")
        await run.press("enter")
        assert "2 Borealis" in run.shown()


def test_people_are_read_once_for_a_logbook(path: Path) -> None:
    host = FakeHost(path, ACME)
    needless: Any = None
    search = Search(host, needless, needless, needless)
    people = search.people()
    assert [known.person.name for known in people] == ["Dana Reyes", "Luis Ortega"]
    assert search.people() is people
    host.session.document.update(host.session.logbook.but(interviews=()))
    assert search.people() == ()
