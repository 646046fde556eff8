"""Answers, next rounds and outcomes from the keyboard, down to the file."""

from datetime import date, datetime
from pathlib import Path

import pytest

from followup_tui.core.model.logbook import StepId
from followup_tui.tui.screens.row_keys import StepRow
from tests.tui.pilot import ACME, BOREALIS, Running, running


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the file of the app is."""
    return tmp_path / "logbook.toml"


def replies(run: Running, id: str = "acme") -> list[dict[str, object]]:
    """Return the answers of theirs in the file."""
    return [contact for contact in run.interview(id).get("contact", []) if contact["kind"] == "reply"]


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


async def test_a_new_date_is_asked_for_when_they_are_still_deciding(path: Path) -> None:
    async with running(path) as run:
        await run.go(StepRow(StepId.WAIT))
        await run.press("c", "d")
        assert "→ quiet until Fri 4 Dec" in run.shown()
        await run.press("tab")
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
        await run.press("tab")
        await run.type("by Friday")
        assert "→ answer by Fri 27 Nov" in run.shown()
        await run.press("enter")
        assert replies(run)[0]["answer_by"] == date(2026, 11, 27)
        assert "An offer: answer by Fri 27 Nov." in run.notices()


async def test_a_day_of_an_offer_that_is_not_understood_is_refused_below_it(path: Path) -> None:
    async with running(path) as run:
        await run.go(StepRow(StepId.WAIT))
        await run.press("c", "o", "tab")
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
        assert "Closed: rejected." in run.notices()
        await run.press("u")
        assert "outcome" not in run.interview()
        assert replies(run) == []


async def test_a_next_round_whose_day_is_known_is_one_change_with_the_answer(path: Path) -> None:
    async with running(path) as run:
        await run.go(StepRow(StepId.WAIT))
        await run.press("c", "n", "tab")
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
        await run.press("c", "n", "tab")
        await run.type("thu 14:00")
        await run.press("enter", "escape")
        assert [reply["says"] for reply in replies(run)] == ["next round"]
        assert len(run.file()["interview"]) == 1


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


@pytest.mark.parametrize(
    ("key", "outcome"),
    [
        ("a", "accepted"),
        ("d", "declined"),
        ("r", "rejected"),
        ("w", "withdrawn"),
        ("n", "no answer"),
        ("t", "went on"),
        ("c", "cancelled"),
    ],
)
async def test_an_outcome_is_recorded_with_two_keys_and_undone_at_once(
    path: Path, key: str, outcome: str
) -> None:
    async with running(path) as run:
        await run.press("o", key)
        assert run.interview()["outcome"] == outcome
        assert [reply["says"] for reply in replies(run)] == (["rejection"] if key == "r" else [])
        await run.press("u")
        assert "outcome" not in run.interview()
        assert replies(run) == []


async def test_an_offer_through_the_outcome_asks_for_its_day(path: Path) -> None:
    async with running(path) as run:
        await run.press("o", "o")
        await run.type("fri")
        await run.press("enter")
        assert [(reply["says"], reply["answer_by"]) for reply in replies(run)] == [
            ("offer", date(2026, 11, 27))
        ]
        assert "outcome" not in run.interview()


async def test_a_closed_position_is_opened_again(path: Path) -> None:
    async with running(path) as run:
        await run.press("o", "w")
        await run.press("o", "b")
        assert "outcome" not in run.interview()
        assert "Open again." in run.notices()


async def test_an_accepted_offer_reminds_of_the_other_positions(path: Path) -> None:
    async with running(path, ACME + BOREALIS) as run:
        await run.press("o", "a")
        assert "When the contract is signed, withdraw elsewhere" in run.notices()


async def test_an_outcome_is_chosen_with_the_arrow_keys_and_left_with_esc(path: Path) -> None:
    async with running(path) as run:
        await run.press("o", "down", "enter")
        assert run.interview()["outcome"] == "accepted"
        await run.press("o", "escape")
        assert run.interview()["outcome"] == "accepted"


TWO_ROUNDS = ACME + ACME.partition("format = 1\n")[2].replace('"acme"', '"second"').replace(
    "2026-11-23", "2026-11-20"
)


@pytest.mark.parametrize(("key", "names"), [("a", ["Acme Ltd2"] * 2), ("t", ["Acme Ltd2", "Acme"])])
async def test_another_company_is_meant_for_all_rounds_or_for_one(
    path: Path, key: str, names: list[str]
) -> None:
    async with running(path, TWO_ROUNDS) as run:
        await run.press("e", "end")
        await run.type(" Ltd2")
        await run.press("enter", key)
        assert [interview["company"] for interview in run.file()["interview"]] == names
        await run.press("u")
        assert [interview["company"] for interview in run.file()["interview"]] == ["Acme", "Acme"]


async def test_the_question_which_rounds_is_left_back_to_the_form(path: Path) -> None:
    async with running(path, TWO_ROUNDS) as run:
        await run.press("e", "end")
        await run.type(" Ltd2")
        await run.press("enter", "escape")
        assert "Acme Ltd2" in run.shown()
        assert [interview["company"] for interview in run.file()["interview"]] == ["Acme", "Acme"]


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
        assert f"Closed: {outcome}. u takes that back." in run.notices()
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
        assert "An offer is on record, its day by our estimate: C sets the day." in run.notices()


async def test_a_cancelled_round_is_opened_again(path: Path) -> None:
    async with running(path, TWO_ROUNDS) as run:
        await run.press("o", "c")
        assert [each.get("outcome", "") for each in run.file()["interview"]] == ["cancelled", ""]
        await run.press("o", "b")
        assert [each.get("outcome", "") for each in run.file()["interview"]] == ["", ""]
