"""How a company kept the days it promised: a table of all that counts, and of what does not."""

from typing import Any

import pytest

from followup_tui.core.model.logbook import Contact, Interview
from followup_tui.core.model.rules import Rules
from followup_tui.core.rules.plan import plan_positions
from followup_tui.core.rules.position import positions
from followup_tui.core.rules.promise_record import PromiseRecord, promise_record
from tests.core.builders import at, contact, day, interview, promise

NOTED = "> decision by 2026-11-16"
HELD = "2026-11-09T14:00+01:00"


def reply(when: str, says: str = "other") -> Contact:
    return contact("reply", when).but(says=says)


def first(*contacts: Contact, notes: str = NOTED, outcome: str = "", **more: Any) -> Interview:
    return interview(HELD, notes, contacts, id="r1", outcome=outcome, **more)


def second(held: str, notes: str = "", *contacts: Contact) -> Interview:
    return interview(held, notes, contacts, id="r2", round=2)


@pytest.mark.parametrize(
    ("records", "text"),
    [
        pytest.param([first()], "1 missed", id="the day passed in silence"),
        pytest.param([first(notes="> soon")], "", id="no day was named"),
        pytest.param([first(notes="> decision by 2026-11-25")], "", id="the day is today"),
        pytest.param([first(reply("2026-11-16"))], "1 kept", id="an answer on the day"),
        pytest.param([first(reply("2026-11-10", "rejection"))], "1 kept", id="a rejection is an answer"),
        pytest.param([first(reply("2026-11-17"))], "1 late by 1 day", id="a day late"),
        pytest.param([first(reply("2026-11-19"))], "1 late by 3 days", id="three days late"),
        pytest.param([first(reply("2026-11-12", "thanks"))], "1 missed", id="thanks are no answer"),
        pytest.param([first(reply("2026-11-09T13:00+01:00"))], "1 missed", id="before the promise"),
        pytest.param([first(contact("follow-up", "2026-11-12"))], "1 missed", id="a message of mine"),
        pytest.param([first(outcome="no answer")], "1 missed", id="closed without an answer"),
        pytest.param([first(outcome="withdrawn")], "", id="the user ended it"),
        pytest.param([first(outcome="rejected")], "", id="an outcome without a day"),
        pytest.param([first(), second("2026-11-13T10:00+01:00")], "1 kept", id="the next round in time"),
        pytest.param(
            [first(), second("2026-11-20T10:00+01:00")], "", id="a later round, invited who knows when"
        ),
        pytest.param(
            [first(reply("2026-11-18", "next round")), second("2026-11-20T10:00+01:00")],
            "1 late by 2 days",
            id="a late invitation",
        ),
        pytest.param(
            [first(), second("2026-11-20T10:00+01:00", "", reply("2026-11-24"))],
            "",
            id="an answer after the next round is no answer to the round before",
        ),
        pytest.param(
            [first(promises=[promise("2026-11-12", "2026-11-20")])],
            "1 kept, 1 missed",
            id="a new day named in time keeps the old one",
        ),
        pytest.param(
            [first(promises=[promise("2026-11-18", "2026-11-27")])],
            "1 late by 2 days",
            id="a new day named late",
        ),
        pytest.param(
            [first(promises=[promise("2026-11-09", "2026-11-20")])],
            "1 missed",
            id="what was set right on the same day is one promise",
        ),
        pytest.param(
            [first(promises=[promise("2026-11-12", "2026-11-16")])],
            "1 missed",
            id="a day named twice is one promise",
        ),
        pytest.param(
            [first(notes="> by 2026-11-13\n> or 2026-11-16")], "1 missed", id="the last day of a round"
        ),
        pytest.param(
            [
                first(reply("2026-11-14", "next round")),
                second("2026-11-16T10:00+01:00", "> decision by 2026-11-18", reply("2026-11-21")),
            ],
            "1 kept, 1 late by 3 days",
            id="all rounds count",
        ),
        pytest.param(
            [
                first(reply("2026-11-17", "next round")),
                second("2026-11-19T10:00+01:00", "> decision by 2026-11-20", reply("2026-11-23")),
            ],
            "2 late by 1 and 3 days",
            id="twice late",
        ),
    ],
)
def test_promised_days_are_counted(records: list[Interview], text: str) -> None:
    (position,) = positions(records)
    assert str(promise_record(position, day("2026-11-25"), Rules())) == text


def test_a_later_answer_makes_the_silence_late() -> None:
    (before,), (after,) = positions([first()]), positions([first(reply("2026-11-25"))])
    assert promise_record(before, day("2026-11-25"), Rules()) == PromiseRecord(silent=1)
    assert promise_record(after, day("2026-11-25"), Rules()) == PromiseRecord(late=(9,))


def test_the_count_changes_no_verdict() -> None:
    """Two companies that differ only in how they kept an earlier day have the same verdict."""
    now = at("2026-11-25T10:00")
    late = [first(reply("2026-11-18", "next round")), second("2026-11-20T10:00+01:00", "> by 2026-12-01")]
    kept = [first(reply("2026-11-16", "next round")), second("2026-11-20T10:00+01:00", "> by 2026-12-01")]
    (late_plan,), (kept_plan,) = (plan_positions(records, now, Rules()) for records in (late, kept))
    assert late_plan.verdict == kept_plan.verdict
    assert promise_record(late_plan.position, now.date(), Rules()).late == (2,)
    assert promise_record(kept_plan.position, now.date(), Rules()).kept == 1
