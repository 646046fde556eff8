"""Which letter the key for writing opens, by the state of the position."""

from pathlib import Path

import pytest

from followup_tui.core.model.logbook import StepId
from followup_tui.tui.screens.row_keys import StepRow
from tests.tui.pilot import ACME, BOREALIS, running

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


async def test_an_open_offer_leaves_the_letter_of_the_row_to_choose(tmp_path: Path) -> None:
    async with running(tmp_path / "logbook.toml", ACME + OFFER) as run:
        await run.go(StepRow(StepId.THANK))
        await run.press("w", "o")
        assert "Thank-you note" in run.shown()


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
