"""An offer in hand elsewhere: until when it counts, and for how long a message about it does."""

import pytest

from followup_tui.core.model.logbook import Contact, Interview
from followup_tui.core.model.rules import Rules
from followup_tui.core.rules.other_offers import has_accepted_elsewhere
from followup_tui.core.rules.plan import plan_positions
from followup_tui.core.rules.position import positions
from followup_tui.core.rules.position_plan import PositionPlan
from tests.core.builders import at, contact, day, follow_ups, interview

DONE = "> 2026-12-04\n+ none\n@ none\n= none\n! none\n~ none"


def offer(made: str, answer_by: str) -> Contact:
    return contact("reply", made).but(says="offer", answer_by=day(answer_by))


def acme(now: str, *records: Interview, offers: dict[str, Contact]) -> PositionPlan:
    """Return the plan of Acme, whose rounds are `records`, while other companies have made offers."""
    others = [
        interview("2026-11-02T10:00", DONE, [made], id=company, company=company)
        for company, made in offers.items()
    ]
    plans = plan_positions([*records, *others], at(now), Rules())
    return next(plan for plan in plans if plan.position.company == "Acme")


FIRST = interview("2026-11-10T10:00", DONE, id="a")
SECOND = interview("2026-11-24T10:00", DONE, id="b", round=2)
MESSAGE = follow_ups("2026-11-19")[0].but(letter="offer in hand")


@pytest.mark.parametrize(("now", "counts"), [("2026-11-27T23:59", True), ("2026-11-30", False)])
def test_an_offer_counts_through_its_last_day(now: str, counts: bool) -> None:
    plan = acme(now, FIRST, offers={"Zeta": offer("2026-11-16", "2026-11-27")})
    assert plan.verdict.for_offer is counts


@pytest.mark.parametrize(
    ("offers", "may_write"),
    [
        pytest.param({"Zeta": ("2026-11-16", "2026-11-30")}, False, id="sent about this offer"),
        pytest.param({"Zeta": ("2026-11-20", "2026-11-30")}, True, id="sent about an offer before it"),
        pytest.param(
            {"Zeta": ("2026-11-16", "2026-11-26"), "Yara": ("2026-11-23", "2026-11-30")},
            False,
            id="of two in hand, sent about the first",
        ),
    ],
)
@pytest.mark.parametrize("rounds", [1, 2])
def test_the_message_is_sent_once_for_an_offer_whatever_round_comes_after(
    offers: dict[str, tuple[str, str]], may_write: bool, rounds: int
) -> None:
    sent = FIRST.but(contacts=(MESSAGE,))
    made = {company: offer(*days) for company, days in offers.items()}
    plan = acme("2026-11-25", *[sent, SECOND][:rounds], offers=made)
    assert plan.verdict.for_offer is may_write


ACCEPTANCE = contact("other", "2026-11-20").but(letter="accept")


@pytest.mark.parametrize(
    ("contacts", "outcome", "begun", "expected"),
    [
        pytest.param([], "accepted", "2026-11-10T10:00", True, id="in the same search"),
        pytest.param([], " Accepted", "2026-11-10T10:00", True, id="by hand, in capitals"),
        pytest.param([], "declined", "2026-11-10T10:00", False, id="not accepted"),
        pytest.param([], "accepted", "2026-12-02T10:00", True, id="30 days after the last that is known"),
        pytest.param([], "accepted", "2026-12-03T10:00", False, id="a later search"),
        pytest.param(
            [offer("2026-11-10", "2026-11-20")], "accepted", "2026-12-20T10:00", True, id="offer until"
        ),
        pytest.param([ACCEPTANCE], "accepted", "2026-12-20T10:00", True, id="30 days after the letter"),
        pytest.param([ACCEPTANCE], "accepted", "2026-12-21T10:00", False, id="a search after the letter"),
    ],
)
def test_an_offer_accepted_elsewhere_counts_for_the_search_that_it_ended(
    contacts: list[Contact], outcome: str, begun: str, expected: bool
) -> None:
    accepted = interview("2026-11-02T10:00", DONE, contacts, id="z", company="Zeta", outcome=outcome)
    waiting = interview(begun, DONE, id="a")
    found = positions([accepted, waiting])
    own = next(position for position in found if position.company == "Acme")
    assert has_accepted_elsewhere(own, found, Rules()) is expected
