"""How a position ended, from `o` to the file."""

from datetime import date
from pathlib import Path

import pytest

from tests.tui.pilot import ACME, BOREALIS, replies, running

ANSWERS = {"r": ["rejection"], "t": ["next round"]}
"""What the outcomes put on record as answers of theirs, by their keys."""


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
        assert [reply["says"] for reply in replies(run)] == ANSWERS.get(key, [])
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


async def test_an_open_offer_is_named_with_its_day_and_accepting_it_comes_first(path: Path) -> None:
    async with running(path) as run:
        await run.press("o", "o")
        await run.type("fri")
        await run.press("enter")
        await run.press("o")
        assert "There is an offer, to be answered by Fri 27 Nov." in run.shown()
        await run.press("enter")
        assert run.interview()["outcome"] == "accepted"


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
