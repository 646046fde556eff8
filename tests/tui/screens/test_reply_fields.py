"""The fields of their answer: what it said, and the day that goes with it."""

from datetime import date
from pathlib import Path

import pytest

from followup_tui.core.model.logbook import StepId
from followup_tui.tui.screens.row_keys import PersonRow, StepRow
from tests.tui.pilot import replies, running


@pytest.mark.parametrize(
    ("letter", "says"),
    [
        ("t", "thanks"),
        ("d", "deciding"),
        ("n", "next round"),
        ("o", "offer"),
        ("r", "rejection"),
        ("e", "other"),
    ],
)
async def test_an_answer_is_recorded_with_three_keys(path: Path, letter: str, says: str) -> None:
    async with running(path) as run:
        await run.go(StepRow(StepId.WAIT))
        await run.press("c", letter, "enter")
        assert [reply["says"] for reply in replies(run)] == [says]
        assert len(run.app.screen_stack) == 1


@pytest.mark.parametrize("step", StepId)
async def test_while_waiting_c_and_enter_record_their_answer_from_each_step(path: Path, step: StepId) -> None:
    async with running(path) as run:
        for name in ("Dana Reyes", "Luis Ortega"):
            await run.go(PersonRow(StepId.THANK, name))
            await run.press("space")
        await run.go(StepRow(step))
        await run.press("c", "enter")
        assert [reply["says"] for reply in replies(run)] == ["other"]


@pytest.mark.parametrize(("letter", "says"), [("t", "thanks"), ("r", "rejection"), ("e", "other")])
async def test_a_letter_chooses_their_answer_whatever_the_form_opened_on(
    path: Path, letter: str, says: str
) -> None:
    async with running(path) as run:
        await run.go(PersonRow(StepId.THANK, "Dana Reyes"))
        await run.press("c")
        assert "● thank-you" in run.shown()
        assert "Answer: t thanks · d deciding · n next round" in run.shown()
        await run.press(letter, "enter")
        [contact] = replies(run)
        assert (contact["says"], contact["person"]) == (says, "Dana Reyes")


@pytest.mark.parametrize("step", [StepId.THANK, StepId.WAIT])
async def test_a_day_is_typed_right_behind_the_letter_of_the_answer_that_needs_it(
    path: Path, step: StepId
) -> None:
    async with running(path) as run:
        await run.go(StepRow(step))
        await run.press("c", "o")
        await run.type("tue")
        assert "● offer" in run.shown()
        assert "→ answer by Tue 24 Nov" in run.shown()
        await run.press("up", "d")
        assert "● deciding" in run.shown()


async def test_spaces_of_a_sentence_typed_into_a_choice_move_nothing(path: Path) -> None:
    async with running(path) as run:
        await run.go(PersonRow(StepId.THANK, "Dana Reyes"))
        await run.press("c")
        await run.type("Hi  all")
        assert "● thank-you" in run.shown()
        await run.press("right", "space")
        assert "● material" in run.shown()


async def test_a_new_date_is_asked_for_when_they_are_still_deciding(path: Path) -> None:
    async with running(path) as run:
        await run.go(StepRow(StepId.WAIT))
        await run.press("c", "d")
        assert "→ quiet until Fri 4 Dec" in run.shown()
        await run.type("in 3 weeks")
        assert "→ quiet until Mon 14 Dec" in run.shown()
        await run.press("enter")
        assert run.interview()["promise"][0]["decide_by"] == date(2026, 12, 14)
        assert "goes on until Mon 14 Dec, the day they named" in run.notices()


async def test_the_day_of_an_offer_is_previewed_and_stored(path: Path) -> None:
    async with running(path) as run:
        await run.go(StepRow(StepId.WAIT))
        await run.press("c", "o")
        assert "→ answer by Mon 30 Nov, our estimate" in run.shown()
        await run.type("by Friday")
        assert "→ answer by Fri 27 Nov" in run.shown()
        await run.press("enter")
        assert replies(run)[0]["answer_by"] == date(2026, 11, 27)
        assert "An offer: answer by Fri 27 Nov." in run.notices()


async def test_a_day_of_an_offer_that_is_not_understood_is_refused_below_it(path: Path) -> None:
    async with running(path) as run:
        await run.go(StepRow(StepId.WAIT))
        await run.press("c", "o")
        await run.type("soonish")
        await run.press("enter")
        assert "No date understood." in run.shown()
        assert replies(run) == []


async def test_a_rejection_closes_and_undo_opens_again(path: Path) -> None:
    async with running(path) as run:
        await run.go(StepRow(StepId.WAIT))
        await run.press("c", "r")
        assert "→ closed: rejected" in run.shown()
        await run.press("enter")
        assert run.interview()["outcome"] == "rejected"
        assert "Closed: they chose someone else." in run.notices()
        await run.press("u")
        assert "outcome" not in run.interview()
        assert replies(run) == []
