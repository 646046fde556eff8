"""The form of an interview: times that were given in another zone."""

from pathlib import Path

from followup_tui.tui.screens.interview_form import InterviewForm
from followup_tui.tui.widgets.notes_editor import NotesEditor
from tests.tui.pilot import running


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


async def test_a_company_and_enter_lead_into_its_notes(path: Path) -> None:
    async with running(path, "") as run:
        assert "Just out of an interview?" in run.shown()
        await run.press("a")
        await run.type("Zeta [/x]")
        await run.press("enter")
        await run.type("@ Ana")
        run.app.screen.query_one(NotesEditor).publish()
        await run.saved()
        (interview,) = run.file()["interview"]
        assert (interview["company"], interview["notes"]) == ("Zeta [/x]", "@ Ana")
        assert interview["held_at"].isoformat() == "2026-11-23T16:00:00+01:00"


async def test_the_form_wants_a_company_and_a_time_that_it_understands(path: Path) -> None:
    async with running(path) as run:
        await run.press("a", "enter")
        assert "Type the company first." in run.shown()
        await run.type("Zeta")
        await run.press("tab")
        await run.type("whenever")
        await run.press("enter")
        assert run.shown().count("Not understood") == 1
        assert run.app.focused is run.app.screen.query_one("#when")
        assert len(run.file()["interview"]) == 1
        await run.press(*["backspace"] * 8)
        await run.type("yesterday 3pm")
        assert "→ Sun 22 Nov 15:00, yesterday" in run.shown()
        await run.press("enter")
        assert run.file()["interview"][1]["held_at"].isoformat() == "2026-11-22T15:00:00+01:00"


async def test_e_edits_and_an_outcome_closes(path: Path) -> None:
    async with running(path) as run:
        await run.press("e", *["tab"] * 5)
        await run.press("right", "right", "right", "right", "enter")
        assert run.interview()["outcome"] == "rejected"
        assert "Closed: they chose someone else. u takes that back." in run.notices()
        assert run.interview()["held_at"].isoformat() == "2026-11-23T14:00:00+01:00"
        assert "closed" in run.shown()


async def test_an_outcome_in_own_words_is_asked_for_and_can_be_taken_back(path: Path) -> None:
    async with running(path) as run:
        await run.press("e", "shift+tab", "left", "enter")
        assert "Type how it ended, or choose “open”." in run.shown()
        await run.type("hired on the spot")
        await run.press("enter")
        assert run.interview()["outcome"] == "hired on the spot"
        assert "Closed: hired on the spot." in run.shown()
        assert "left" not in run.shown().partition("Nothing more")[2].partition("1 Ask")[0]
        await run.press("e", "shift+tab")
        assert "hired on the spot" in run.shown(), "the words are kept in the form"
        await run.press("shift+tab", "right", "enter")
        assert "outcome" not in run.interview()
        assert "Open again. u takes that back." in run.notices()


async def test_a_round_that_is_no_number_is_asked_for_again(path: Path) -> None:
    async with running(path) as run:
        await run.press("e")
        form = run.app.screen
        assert isinstance(form, InterviewForm)
        form.number.value = "two"
        await run.press("enter")
        assert "The round is a number from 1 to" in run.shown()
        assert form.number.has_focus
