"""Answers, next rounds and outcomes from the keyboard, down to the file."""

from datetime import datetime
from pathlib import Path

import pytest

from followup_tui.core.model.logbook import StepId
from followup_tui.tui.screens.interview_form import InterviewForm
from followup_tui.tui.screens.row_keys import StepRow
from tests.tui.pilot import TWO_ROUNDS, replies, running


async def test_a_next_round_whose_day_is_known_is_one_change_with_the_answer(path: Path) -> None:
    async with running(path) as run:
        await run.go(StepRow(StepId.WAIT))
        await run.press("c", "n")
        await run.type("thu 14:00")
        await run.press("enter")
        assert "Next round · Acme" in run.shown()
        assert "Thu 26 Nov 14:00" in run.shown()
        await run.press("enter")
        assert [reply["says"] for reply in replies(run)] == ["next round"]
        planned = run.file()["interview"][1]
        assert (planned["company"], planned["round"]) == ("Acme", 2)
        assert planned["held_at"] == datetime.fromisoformat("2026-11-26T14:00:00+01:00")
        await run.press("u")
        assert len(run.file()["interview"]) == 1
        assert replies(run) == []


async def test_their_invitation_is_recorded_even_if_the_form_of_the_round_is_left(path: Path) -> None:
    async with running(path) as run:
        await run.go(StepRow(StepId.WAIT))
        await run.press("c", "n")
        await run.type("thu 14:00")
        await run.press("enter", "escape")
        assert "Discard what you typed?" in run.shown()
        await run.press("n")
        assert "Thu 26 Nov 14:00" in run.shown()
        await run.press("escape", "y")
        assert [reply["says"] for reply in replies(run)] == ["next round"]
        assert len(run.file()["interview"]) == 1


async def test_their_invitation_is_recorded_once_if_the_app_ends_while_the_form_of_the_round_is_open(
    path: Path,
) -> None:
    async with running(path) as run:
        await run.go(StepRow(StepId.WAIT))
        await run.press("c", "n")
        await run.type("thu 14:00")
        await run.press("enter")
        assert replies(run) == []
        run.app.shutdown.save()
        run.app.shutdown.save()
        assert [reply["says"] for reply in replies(run)] == ["next round"]
        assert run.interview()["notes"].endswith("| thu 14:00\n")
        await run.press("enter")
        # The app went on, and so did the user.
        assert [reply["says"] for reply in replies(run)] == ["next round"]
        assert len(run.file()["interview"]) == 2


async def test_a_round_that_was_held_before_it_was_recorded_is_added_without_an_invitation(
    path: Path,
) -> None:
    async with running(path) as run:
        await run.press("N")
        await run.type("today 00:01")
        await run.press("enter")
        assert len(run.file()["interview"]) == 2
        assert replies(run) == []


async def test_the_form_of_the_next_round_is_filled_in_and_takes_the_people(path: Path) -> None:
    async with running(path) as run:
        await run.press("N")
        await run.type("3 Dec 10am")
        await run.press("tab", "tab", "tab", "tab", "space", "enter")
        planned = run.file()["interview"][1]
        assert planned["notes"] == "@ Dana Reyes, manager\n"
        assert (planned["company"], planned["round"], planned["setting"]) == ("Acme", 2, "in person")
        assert [reply["says"] for reply in replies(run)] == ["next round"]
        assert "Round 2 at Acme is on record." in run.notices()


async def test_the_people_of_all_rounds_are_offered_each_once(path: Path) -> None:
    async with running(path, TWO_ROUNDS.replace("@ Luis Ortega", "@ Ann Berg", 1)) as run:
        await run.press("N")
        form = run.app.screen
        assert isinstance(form, InterviewForm)
        assert form.people.options == ("Dana Reyes", "Luis Ortega", "Ann Berg")


async def test_the_day_of_the_next_round_is_needed(path: Path) -> None:
    async with running(path) as run:
        await run.press("N", "enter")
        assert "When is it?" in run.shown()
        assert len(run.file()["interview"]) == 1


async def test_a_next_round_on_a_closed_position_continues_it(path: Path) -> None:
    async with running(path) as run:
        await run.press("o", "n")
        assert run.interview()["outcome"] == "no answer"
        await run.press("N")
        await run.type("3 Dec 10am")
        await run.press("enter")
        assert run.interview()["outcome"] == "went on"
        await run.press("u")
        assert run.interview()["outcome"] == "no answer"


@pytest.mark.parametrize("presses", [3, 4])
async def test_the_outcome_in_the_form_is_that_of_the_position_and_stands_on_its_last_record(
    path: Path, presses: int
) -> None:
    async with running(path, TWO_ROUNDS) as run:
        outcome = {3: "declined", 4: "rejected"}[presses]
        await run.press("(")
        await run.press("e", "shift+tab", *["right"] * presses, "enter")
        assert [each.get("outcome", "") for each in run.file()["interview"]] == [outcome, ""]
        assert len(replies(run, "second")) == (outcome == "rejected")
        closed = {"declined": "declined", "rejected": "they chose someone else"}[outcome]
        assert f"Closed: {closed}. u takes that back." in run.notices()
        await run.press("e")
        assert f"● {outcome}" in run.shown()
        await run.press("escape", "u")
        assert all("outcome" not in each for each in run.file()["interview"])
        assert replies(run, "second") == []


async def test_an_offer_in_the_form_is_their_answer_with_our_estimate_of_its_day(path: Path) -> None:
    async with running(path) as run:
        await run.press("e", "shift+tab", "right", "enter")
        assert [reply["says"] for reply in replies(run)] == ["offer"]
        assert "outcome" not in run.interview()
        assert "Offer recorded, with our estimate as the deadline. Set the real one with C." in run.notices()


async def test_a_cancelled_round_is_opened_again(path: Path) -> None:
    async with running(path, TWO_ROUNDS) as run:
        await run.press("o", "c")
        assert [each.get("outcome", "") for each in run.file()["interview"]] == ["cancelled", ""]
        await run.press("o", "b")
        assert [each.get("outcome", "") for each in run.file()["interview"]] == ["", ""]


async def test_a_round_at_the_minute_of_another_is_not_added(path: Path) -> None:
    async with running(path, TWO_ROUNDS.replace("2026-11-20", "2026-11-26")) as run:
        await run.go(StepRow(StepId.WAIT))
        await run.press("c", "n")
        await run.type("thu 14:00")
        await run.press("enter", "enter")
        assert len(run.file()["interview"]) == 2
        assert [reply["says"] for reply in replies(run)] == ["next round"]
        assert "A round at that time is already on record: e changes it." in run.notices()
