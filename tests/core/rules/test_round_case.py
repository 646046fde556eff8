"""Which promised days, answers and days count for a round of several."""

import pytest

from followup_tui.core.model.logbook import Interview, Promise, StepId
from followup_tui.core.rules.plan_types import Blocker
from tests.core.builders import day, follow_ups, interview, position_plan, promise

FIRST = interview("2026-11-10T10:00", id="a")
SECOND = interview("2026-11-24T10:00", id="b", round=2)


@pytest.mark.parametrize(
    ("promised", "expected", "is_estimate"),
    [
        pytest.param("2026-11-24", "2026-12-01", True, id="the day of the next round is no day ahead"),
        pytest.param("2026-11-25", "2026-11-25", False, id="the day after it"),
    ],
)
def test_a_promise_from_before_a_round_stands_while_its_day_is_ahead(
    promised: str, expected: str, is_estimate: bool
) -> None:
    plan = position_plan(FIRST.but(notes=f"> {promised}"), SECOND, now="2026-11-24T12:00")
    assert (plan.promised.day, plan.promised.is_estimate) == (day(expected), is_estimate)


@pytest.mark.parametrize(
    ("promises", "expected"),
    [
        pytest.param([promise("2026-11-23", "2026-11-30")], "2026-11-30", id="said before the next round"),
        pytest.param([promise("2026-11-24", "2026-11-30")], "2026-11-17", id="said on its day: of that one"),
    ],
)
def test_what_they_promise_since_the_next_round_is_not_of_the_round_before(
    promises: list[Promise], expected: str
) -> None:
    plan = position_plan(FIRST.but(promises=tuple(promises)), SECOND, now="2026-11-25")
    assert plan.plan_of("a").step(StepId.WAIT).closes == day(expected)


CALLED_OFF = interview("2026-11-06T10:00", id="x", outcome="cancelled")


@pytest.mark.parametrize(
    ("called_off", "quiet_until", "is_estimate"),
    [
        pytest.param(CALLED_OFF, "2026-11-12", False, id="planned before the round"),
        pytest.param(CALLED_OFF.but(held_at=SECOND.held_at), "2026-12-01", True, id="planned after it"),
    ],
)
def test_a_round_called_off_counts_as_an_answer_to_earlier_rounds_alone(
    called_off: Interview, quiet_until: str, is_estimate: bool
) -> None:
    first = FIRST.but(notes="> 2026-11-12")
    plan = position_plan(first, called_off, now="2026-11-25")
    assert (plan.promised.day, plan.promised.is_estimate) == (day(quiet_until), is_estimate)


@pytest.mark.parametrize(
    ("records", "blocker"),
    [
        pytest.param([], Blocker.BUDGET, id="nothing planned"),
        pytest.param([SECOND], Blocker.PLANNED, id="the next round planned"),
    ],
)
def test_a_planned_round_is_named_before_a_spent_budget(records: list[Interview], blocker: Blocker) -> None:
    spent = FIRST.but(contacts=tuple(follow_ups("2026-11-18", "2026-11-19")))
    assert position_plan(spent, *records, now="2026-11-20").verdict.blocker is blocker


@pytest.mark.parametrize(
    ("now", "when"),
    [
        ("2026-11-20T09:00", "on Tue 24 Nov"),
        ("2026-11-23T09:00", "tomorrow"),
        ("2026-11-24T09:00", "today"),
    ],
)
def test_before_the_next_round_it_says_when_that_is(now: str, when: str) -> None:
    verdict = position_plan(FIRST, SECOND, now=now).plan_of("a").verdict
    assert verdict.why.startswith(f"The next round is {when}; before it there is nothing to ask")
