"""Which letter the key for writing opens, by the state of the position."""

from pathlib import Path

import pytest

from followup_tui.core.letters.kinds import ANSWER_TO_REJECTION, FOLLOW_UP, LetterKind
from followup_tui.core.model.logbook import Contact, StepId
from followup_tui.tui.screens.letter.start import NewLetter, letter_for_row
from followup_tui.tui.screens.row_keys import MaterialRow, StepRow
from tests.core.builders import contact, interview, position_plan
from tests.tui.pilot import ACME, BOREALIS, EMPTY, running

OFFER = """\
[[interview.contact]]
id = "offer"
at = 2026-11-23T15:00:00+01:00
kind = "reply"
says = "offer"
answer_by = 2026-11-27
"""


@pytest.mark.parametrize(
    ("key", "title"), [("a", "Accepting the offer"), ("d", "Declining the offer"), ("t", "Asking for time")]
)
async def test_an_open_offer_is_answered_with_w_and_a_single_key(
    tmp_path: Path, key: str, title: str
) -> None:
    async with running(tmp_path / "logbook.toml", ACME + OFFER) as run:
        await run.go(StepRow(StepId.WAIT))
        await run.press("w", key)
        assert title in run.shown()


async def test_people_of_an_earlier_round_may_have_answered_and_can_be_written_to(tmp_path: Path) -> None:
    earlier = ACME.replace("2026-11-23", "2026-11-18")
    later = EMPTY.partition("format = 1\n")[2].replace('"acme"', '"later"') + OFFER
    async with running(tmp_path / "logbook.toml", earlier + later) as run:
        await run.press("c")
        assert "Dana Reyes" in run.shown()
        await run.press("escape", "w", "d")
        assert "no one yet" in run.shown()
        assert "Dana Reyes, manager" in run.shown()
        await run.press("f2")
        assert "Dear Dana," in run.shown()


async def test_an_open_offer_leaves_the_letter_of_the_row_to_choose(tmp_path: Path) -> None:
    async with running(tmp_path / "logbook.toml", ACME + OFFER) as run:
        await run.go(StepRow(StepId.THANK))
        await run.press("w", "o")
        assert "Thank-you note" in run.shown()


async def test_an_offer_is_answered_with_w_where_material_is_due_too(tmp_path: Path) -> None:
    due = ACME.replace("references by 2026-11-27", "references by 2026-11-23")
    async with running(tmp_path / "logbook.toml", due + OFFER) as run:
        assert run.rows("steps-list").cursor == StepRow(StepId.FOLLOW_UP)
        await run.go(MaterialRow("references"))
        await run.press("w")
        assert "Accepting the offer" in run.shown()
        await run.press("o")
        assert "What you asked for" in run.shown()


async def test_after_an_offer_is_accepted_a_withdrawal_is_offered_elsewhere(tmp_path: Path) -> None:
    accepted = BOREALIS.replace('notes = "@ Mina"', 'outcome = "accepted"\nnotes = "@ Mina"')
    async with running(tmp_path / "logbook.toml", ACME + accepted) as run:
        await run.go(StepRow(StepId.WAIT))
        await run.press("w")
        assert "Send it when the other contract is signed." in run.shown()
        await run.press("w")
        assert "Withdrawal" in run.shown()


async def test_a_rejection_is_answered_from_any_row_of_a_step(tmp_path: Path) -> None:
    async with running(tmp_path / "logbook.toml") as run:
        await run.press("o", "r")
        await run.go(StepRow(StepId.THANK))
        await run.press("w")
        assert "Answer to a rejection" in run.shown()


REJECTION = contact("reply", "2026-11-23").but(says="rejection")
STILL_DECIDING = contact("reply", "2026-11-24").but(says="deciding")
ANSWER = contact("other", "2026-11-24").but(letter=ANSWER_TO_REJECTION.id)
THANKED = {"thank": "skipped"}


@pytest.mark.parametrize(
    ("contacts", "rounds", "kind"),
    [
        pytest.param([REJECTION], 1, ANSWER_TO_REJECTION, id="rejected"),
        pytest.param([REJECTION, STILL_DECIDING], 1, FOLLOW_UP, id="rejected by mistake"),
        pytest.param([REJECTION, ANSWER], 1, FOLLOW_UP, id="answered"),
        pytest.param([REJECTION], 2, ANSWER_TO_REJECTION, id="rejected, round 2 shown"),
        pytest.param([REJECTION, ANSWER], 2, FOLLOW_UP, id="answered under round 1, round 2 shown"),
    ],
)
def test_a_rejection_is_answered_once_for_a_position(
    contacts: list[Contact], rounds: int, kind: LetterKind
) -> None:
    first = interview("2026-11-17T10:00", "@ Dana", contacts, id="a", ticks=THANKED)
    second = interview("2026-11-19T10:00", "@ Dana", id="b", ticks=THANKED)
    position = position_plan(*[first, second][:rounds], now="2026-12-10")
    letter = letter_for_row(position.current, position.plan, position.position, StepRow(StepId.FOLLOW_UP))
    assert letter == NewLetter(kind, "Dana")
