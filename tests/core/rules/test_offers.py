"""Which offer waits for the user's answer, and what answers it."""

import pytest

from followup_tui.core.model.logbook import Contact
from followup_tui.core.model.rules import Rules
from followup_tui.core.rules.agenda import due_lines
from followup_tui.core.rules.offers import open_offer
from followup_tui.core.rules.plan import plan_positions
from followup_tui.core.rules.plan_types import Offer
from tests.core.builders import at, contact, day, interview, position_plan, reply

OFFER = contact("reply", "2026-11-30T10:00").but(says="offer", answer_by=day("2026-12-08"))
OPEN = Offer(day("2026-11-30"), day("2026-12-08"), is_estimate=False)


def letter(kind: str, when: str) -> Contact:
    return contact("other", when).but(letter=kind)


@pytest.mark.parametrize("kind", ["accept", "decline", "withdraw"])
def test_a_letter_that_answers_an_offer_ends_it(kind: str) -> None:
    assert open_offer([OFFER, letter(kind, "2026-11-30T10:00")], Rules()) is None
    before = letter(kind, "2026-11-29")
    assert open_offer([before, OFFER], Rules()) == OPEN


@pytest.mark.parametrize("kind", ["answer to rejection", "offer in hand", ""])
def test_any_other_message_leaves_an_offer_open(kind: str) -> None:
    assert open_offer([OFFER, letter(kind, "2026-12-01")], Rules()) == OPEN


@pytest.mark.parametrize(
    ("later", "is_their_turn"),
    [
        ([], True),
        ([reply("thanks", "2026-12-02")], True),
        ([reply("other", "2026-12-02")], False),
        ([reply("deciding", "2026-12-02")], False),
        ([reply("", "2026-12-02")], False),
        ([reply("other", "2026-12-02"), letter("ask for time", "2026-12-03")], True),
        ([letter("", "2026-12-02")], True),
    ],
)
def test_it_is_their_turn_from_a_request_for_time_until_they_answer(
    later: list[Contact], is_their_turn: bool
) -> None:
    asked = letter("ask for time", "2026-12-01")
    assert open_offer([OFFER, asked, *later], Rules()) == OPEN._replace(is_their_turn=is_their_turn)


@pytest.mark.parametrize(("contacts", "outcome"), [([OFFER], ""), ([], "went on")])
def test_a_position_that_went_on_is_not_closed_while_an_offer_is_open(
    contacts: list[Contact], outcome: str
) -> None:
    record = interview("2026-09-29T10:00", "@ none\n= none\n! none\n~ none", contacts, outcome="went on")
    plan = position_plan(record, now="2026-12-01")
    assert plan.outcome == outcome
    assert due_lines([plan]) == (["Acme: answer the offer, by Tue 8 Dec"] if contacts else [])


def test_an_offer_whose_day_is_past_comes_after_those_that_can_be_answered() -> None:
    past = OFFER.but(answer_by=day("2026-12-02"))
    records = [
        interview("2026-11-02T10:00", contacts=[offer], id=company, company=company)
        for company, offer in (("Acme", past), ("Zeta", OFFER))
    ]
    plans = plan_positions(records, at("2026-12-03"), Rules())
    assert [line for line in due_lines(plans) if "offer" in line] == [
        "Zeta: answer the offer, by Tue 8 Dec",
        "Acme: answered the offer?",
    ]


@pytest.mark.parametrize(
    ("later", "now", "why_now", "may_ask"),
    [
        ([], "2026-12-01", "answer it, by Tue 8 Dec.", " and are waiting for your answer; nothing to ask."),
        (
            [letter("ask for time", "2026-12-01")],
            "2026-12-02",
            "hear back about it, by Tue 8 Dec.",
            ", and you asked about it; now it is their turn.",
        ),
        ([], "2026-12-09", "have you answered it?", " and are waiting for your answer; nothing to ask."),
    ],
)
def test_an_offer_says_in_a_sentence_whose_turn_it_is(
    later: list[Contact], now: str, why_now: str, may_ask: str
) -> None:
    record = interview("2026-11-20T10:00", "@ none\n= none\n! none\n~ none", [OFFER, *later])
    plan = position_plan(record, now=now)
    assert plan.why_now == f"They made you an offer: {why_now}"
    assert plan.verdict.why == f"They made you an offer{may_ask}"
