"""Which interviews are rounds of one position, and what holds for any position."""

import random
from collections.abc import Sequence
from datetime import date, datetime, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from followup_tui.core.model.logbook import Interview, StepId
from followup_tui.core.model.rules import Rules
from followup_tui.core.rules.outcomes import is_cancelled, is_closing
from followup_tui.core.rules.plan import plan_positions
from followup_tui.core.rules.plan_types import Status
from followup_tui.core.rules.position import position_with, positions, role_key
from followup_tui.core.rules.position_plan import PositionPlan
from followup_tui.core.rules.recall import recall_card
from tests.core.builders import (
    all_rules,
    at,
    contact,
    day,
    interviews,
    moments,
    position_plan,
    promise,
    record,
)

RULES = Rules()


def grouped(*records: Interview) -> list[str]:
    """Return the ids of each position's records, earliest first."""
    return ["".join(each.id for each in position.interviews) for position in positions(records)]


def test_a_role_is_the_same_without_case_and_accents() -> None:
    assert role_key("Développeur  Backend") == role_key("DEVELOPPEUR backend")
    assert role_key("Backend engineer") != role_key("Frontend engineer")


@pytest.mark.parametrize(
    ("records", "expected"),
    [
        pytest.param([("a", "Acme", "x"), ("b", "ACME Inc.", "X")], ["ab"], id="same company, same role"),
        pytest.param([("a", "Acme", "x"), ("b", "Acme Robotics", "x")], ["a", "b"], id="two companies"),
        pytest.param([("a", "Acme", "x"), ("b", "Acme", "y")], ["a", "b"], id="two roles"),
        pytest.param([("a", "Acme", "x"), ("b", "Acme", "")], ["ab"], id="no role: the only one open"),
        pytest.param([("a", "Acme", ""), ("b", "Acme", "x")], ["ab"], id="no role at first"),
        pytest.param([("a", "Acme", ""), ("b", "Acme", "x"), ("c", "Acme", "y")], ["ab", "c"], id="then two"),
        pytest.param(
            [("a", "Acme", "x"), ("b", "Acme", "y"), ("c", "Acme", "")],
            ["a", "b", "c"],
            id="none, two open",
        ),
        pytest.param(
            [("a", "Acme", "x"), ("b", "Acme", "y"), ("c", "Acme", ""), ("d", "Acme", "")],
            ["a", "b", "c", "d"],
            id="two without a role, two open",
        ),
        pytest.param([("a", "Acme", ""), ("b", "Acme", "")], ["ab"], id="no roles at all"),
    ],
)
@pytest.mark.parametrize("order", [1, -1])
def test_rounds_are_put_together_by_company_and_role(
    records: list[tuple[str, str, str]], expected: list[str], order: int
) -> None:
    made = [
        record(id, f"2026-11-{10 + number}T10:00", company=company, role=role)
        for number, (id, company, role) in enumerate(records)
    ]
    assert grouped(*made[::order]) == expected


@pytest.mark.parametrize(
    ("outcome", "expected"),
    [
        ("", ["ab"]),
        ("rejected", ["a", "b"]),
        ("no answer", ["a", "b"]),
        ("offer", ["a", "b"]),
        ("went on", ["ab"]),
        ("Went on to a panel", ["ab"]),
        ("cancelled", ["ab"]),
    ],
)
def test_a_later_interview_begins_a_new_position_after_a_closed_position(
    outcome: str, expected: list[str]
) -> None:
    first = record("a", "2026-11-10T10:00", outcome=outcome)
    assert grouped(first, record("b", "2026-11-17T10:00")) == expected


def test_a_rejection_closes_a_position_as_its_outcome_does() -> None:
    no = contact("reply", "2026-11-12").but(says="rejection")
    late_no = contact("reply", "2026-11-20").but(says="rejection")
    second = record("b", "2026-11-17T10:00")
    assert grouped(record("a", "2026-11-10T10:00", contacts=[no]), second) == ["a", "b"]
    assert grouped(record("a", "2026-11-10T10:00", contacts=[no], outcome="went on"), second) == ["ab"]
    # A rejection on record with the first round, but received after the second, is of the second.
    assert grouped(record("a", "2026-11-10T10:00", contacts=[late_no]), second) == ["ab"]


def test_by_hand_records_are_put_together_or_apart() -> None:
    together = (
        record("a", "2026-11-10T10:00", company="Acme", position="robots"),
        record("b", "2026-11-12T10:00", company="Acme Robotics", position="Robots"),
        record("c", "2026-11-14T10:00", company="Acme"),
    )
    assert grouped(*together) == ["ab", "c"]
    apart = (record("a", "2026-11-10T10:00"), record("b", "2026-11-12T10:00", position="other"))
    assert grouped(*apart) == ["a", "b"]
    closed = (
        record("a", "2026-11-10T10:00", position="x", outcome="rejected"),
        record("b", "2026-11-12T10:00", position="x"),
    )
    assert grouped(*closed) == ["ab"]


def test_records_of_a_day_are_a_round_and_cancelled_records_are_none() -> None:
    (position,) = positions(
        [
            record("c", "2026-11-12T15:00", round=3),
            record("a", "2026-11-10T10:00", round=7),
            record("b", "2026-11-12T10:00"),
            record("x", "2026-11-14T10:00", outcome="Cancelled"),
        ]
    )
    assert [[each.id for each in round_.interviews] for round_ in position.rounds] == [["a"], ["b", "c"]]
    assert [each.id for each in position.interviews] == ["a", "b", "c", "x"]


@pytest.mark.parametrize(
    ("labels", "numbers"),
    [
        ((1, 1, 1), [(1, 3), (2, 3), (3, 3)]),
        ((1, 5, 5), [(1, 3), (2, 3), (3, 3)]),
        # The first is not on record.
        ((2, 3, 4), [(2, 4), (3, 4), (4, 4)]),
        ((2, 1, 1), [(2, 4), (3, 4), (4, 4)]),
        ((2,), [(2, 1)]),
    ],
)
def test_rounds_are_counted_from_the_number_of_the_first_on_record(
    labels: Sequence[int], numbers: Sequence[tuple[int, int]]
) -> None:
    records = [record(f"r{n}", f"2026-11-{10 + n}T10:00", round=label) for n, label in enumerate(labels)]
    cancelled = record("x", "2026-11-09T10:00", round=9, outcome="cancelled")
    plan = position_plan(*records, cancelled, now="2026-11-20T10:00")
    assert [(plan.plan_of(r.id).round_number, plan.plan_of(r.id).round_count) for r in records] == numbers
    assert plan.plan_of("x").round_number == 0
    card = recall_card(plan, RULES)
    assert (card.round_number, card.round_count) == numbers[-1]
    planned = record("p", "2026-12-01T10:00")
    card = recall_card(position_plan(*records, planned, now="2026-11-20T10:00"), RULES)
    assert card.round_number == card.round_count == numbers[-1][0] + 1


def test_rounds_are_in_the_order_of_their_time_whatever_day_it_is_there() -> None:
    east = record("a", "2026-11-12T01:00+12:00")
    west = record("b", "2026-11-11T20:00-08:00")
    (position,) = positions([west, east])
    assert [round_.interviews[0].id for round_ in position.rounds] == ["a", "b"]
    plan = position_plan(east, west, now="2026-11-12T02:00+00:00")
    assert (plan.current.id, plan.next_round and plan.next_round.interviews[0].id) == ("a", "b")


def test_the_day_of_a_position_is_that_of_its_latest_round_held() -> None:
    west = record("a", "2026-11-10T10:00-08:00")
    offer = contact("reply", "2026-11-12").but(says="offer", answer_by=day("2026-11-16"))
    east = record("b", "2026-11-20T10:00+09:00")
    plan = position_plan(west.but(contacts=(offer,)), east, now="2026-11-16T20:00-08:00")
    assert plan.today == plan.position.today(at("2026-11-16T20:00-08:00")) == day("2026-11-16")
    assert [(todo.text, todo.when(plan.today)) for todo in plan.todos] == [("answer the offer", "today")]


@pytest.mark.parametrize(
    ("outcome", "now", "expected"),
    [
        ("rejected", "2026-11-11", "rejected"),
        ("cancelled", "2026-11-11", ""),
        ("went on", "2026-11-11", ""),
        ("went on", "2027-01-09", ""),
        ("went on", "2027-01-10", "went on"),
    ],
)
def test_an_outcome_closes_unless_it_went_on_or_was_cancelled(outcome: str, now: str, expected: str) -> None:
    (position,) = positions([record("a", "2026-11-10T10:00", outcome=outcome)])
    assert position.outcome(day(now), RULES) == expected


searches = st.lists(interviews(ticked=True), min_size=1, max_size=4).map(
    lambda drawn: [each.but(id=f"i{number}", outcome="") for number, each in enumerate(drawn)]
)
"""Interviews of one search at one company, all of them open."""
outcomes = st.sampled_from(("", "", "", "went on", "cancelled", "rejected"))


def with_outcomes(drawn: Sequence[Interview], ends: Sequence[str]) -> list[Interview]:
    return [each.but(outcome=end) for each, end in zip(drawn, ends, strict=False)]


@given(drawn=searches, ends=st.lists(outcomes, min_size=4, max_size=4), seed=st.integers(0, 99), now=moments)
def test_the_order_of_the_records_changes_nothing(
    drawn: list[Interview], ends: list[str], seed: int, now: datetime
) -> None:
    records = with_outcomes(drawn, ends)
    shuffled = random.Random(seed).sample(records, len(records))
    assert plan_positions(shuffled, now, RULES) == plan_positions(records, now, RULES)


@given(drawn=searches, ends=st.lists(outcomes, min_size=4, max_size=4), rules=all_rules, now=moments)
def test_a_position_has_never_two_windows_nor_two_budgets(
    drawn: list[Interview], ends: list[str], rules: Rules, now: datetime
) -> None:
    for plan in plan_positions(with_outcomes(drawn, ends), now, rules):
        current = [record_plan for record_plan in plan.plans if record_plan.is_current]
        assert len({record_plan.held_on for record_plan in current}) == 1
        on = [
            record_plan
            for record_plan in plan.plans
            if record_plan.step(StepId.FOLLOW_UP).status in (Status.DUE, Status.LATE)
            and not record_plan.step(StepId.FOLLOW_UP).by_hand
        ]
        assert all(record_plan.is_current for record_plan in on)
        assert {record_plan.follow_ups for record_plan in plan.plans} == {plan.follow_ups}
        assert {record_plan.window for record_plan in plan.plans} == {plan.window}
        assert {record_plan.verdict for record_plan in plan.plans} == {plan.verdict}
        follow_ups = [todo for todo in plan.todos if todo.step is StepId.FOLLOW_UP]
        assert len(follow_ups) <= 1


def asked(plan: PositionPlan, ids: set[str]) -> set[tuple[str, str]]:
    """Return what is due or late in the rounds with these records."""
    return {
        (made.held_on.isoformat(), step.step.value)
        for record, made in zip(plan.position.interviews, plan.plans, strict=True)
        if record.id in ids and not made.outcome
        for step in made.steps
        if step.status in (Status.DUE, Status.LATE) and not step.by_hand
    }


LAPSED = record("i0", "2026-11-23T10:00", notes="@ Dana\n> 2026-11-24")


@given(drawn=searches, later=interviews(), rules=all_rules, now=moments)
@example(drawn=[LAPSED], later=LAPSED.but(held_at=at("2026-12-10")), rules=RULES, now=at("2026-11-27"))
def test_adding_a_round_makes_nothing_due_in_an_earlier_round(
    drawn: list[Interview], later: Interview, rules: Rules, now: datetime
) -> None:
    last = max(each.held_at for each in drawn)
    after = later.but(
        id="later",
        outcome="",
        held_at=last + timedelta(days=1 + later.held_at.day),
        contacts=(),
        promises=(),
    )
    (before,) = plan_positions(drawn, now, rules)
    (with_it,) = plan_positions([*drawn, after], now, rules)
    earlier = {each.id for each in drawn if each.held_on < after.held_on}
    assert asked(with_it, earlier) <= asked(before, earlier)


@given(drawn=interviews(ticked=True), cut=st.integers(0, 7), minutes=st.integers(0, 300), now=moments)
def test_splitting_the_notes_over_records_of_a_day_changes_nothing(
    drawn: Interview, cut: int, minutes: int, now: datetime
) -> None:
    whole = drawn.but(held_at=drawn.held_at.replace(hour=10, minute=0))
    lines = whole.notes.split("\n")
    first = whole.but(notes="\n".join(lines[:cut]))
    second = whole.but(
        id="second",
        notes="\n".join(lines[cut:]),
        held_at=whole.held_at + timedelta(minutes=minutes),
        contacts=(),
        promises=(),
        ticks=type(whole.ticks)(),
    )
    if now < second.held_at:
        now = second.held_at
    (record,) = plan_positions([whole], now, RULES)
    (two,) = plan_positions([first, second], now, RULES)
    for name in ("promised", "quiet_until", "follow_ups", "verdict", "window", "suggest_closing", "outcome"):
        assert getattr(record, name) == getattr(two, name), name
    assert [step.status for step in record.plans[0].steps] == [step.status for step in two.plans[0].steps]
    assert [todo.text for todo in record.todos] == [todo.text for todo in two.todos]
    assert record.open_concerns == two.open_concerns


def test_the_later_round_has_the_verdict_and_carries_over_what_is_open() -> None:
    first = record(
        "a",
        "2026-11-10T10:00",
        notes="@ Dana\n> 2026-11-16\n+ references\n! little Kubernetes\n! no degree -> a course\n? who leads",
        contacts=[contact("follow-up", "2026-11-17"), contact("follow-up", "2026-11-24")],
    )
    second = record("b", "2026-11-26T10:00", notes="@ Luis\n! little kubernetes\n! too senior")
    plan = position_plan(first, second, now="2026-11-27")
    assert (plan.current.id, plan.follow_ups.sent, plan.promised.day) == ("b", 0, day("2026-12-03"))
    assert plan.open_concerns == ("little kubernetes", "too senior")
    assert plan.open_questions == ("who leads",)
    assert [owed.material.what for owed in plan.owed] == ["references"]
    assert [step.status for step in plan.plan_of("a").steps[4:]] == [Status.DONE, Status.DONE]
    assert plan.plan_of("b").step(StepId.WAIT).status is Status.OPEN


def test_a_planned_round_answers_the_earlier_rounds() -> None:
    first = record("a", "2026-11-10T10:00", notes="> 2026-11-16")
    plan = position_plan(first, record("b", "2026-12-03T10:00"), now="2026-11-20")
    assert (plan.current.id, plan.quiet_until, plan.verdict.from_day) == ("a", None, None)
    assert "Thu 3 Dec" in plan.verdict.why
    assert plan.plan.step(StepId.FOLLOW_UP).status is Status.DONE
    called_off = position_plan(first, record("b", "2026-12-03T10:00", outcome="cancelled"), now="2026-12-04")
    assert (called_off.quiet_until, called_off.promised.is_estimate) == (day("2026-12-10"), True)
    assert is_cancelled(called_off.position.interviews[1])
    assert not is_closing("cancelled")


def test_an_earlier_promise_that_is_still_ahead_stands_after_the_next_round() -> None:
    ahead, behind = "> 2026-12-20", "> 2026-11-20"
    for notes, expected in ((ahead, "2026-12-20"), (behind, "2026-12-03"), (f"{ahead}\n", "2026-12-20")):
        first = record("a", "2026-11-10T10:00", notes=notes)
        plan = position_plan(first, record("b", "2026-11-26T10:00"), now="2026-11-27")
        assert plan.promised.day == day(expected)
    later = position_plan(
        record("a", "2026-11-10T10:00", notes=ahead),
        record("b", "2026-11-26T10:00", notes="> 2026-12-01"),
        now="2026-11-27",
    )
    assert later.promised.day == date(2026, 12, 1)


def test_thanks_count_by_round() -> None:
    thanks = [contact("thank-you", "2026-11-10T18:00", "Dana")]
    first = record("a", "2026-11-10T10:00", notes="@ Dana", contacts=thanks)
    second = record("b", "2026-11-12T10:00", notes="@ Dana\n@ Luis")
    plan = position_plan(first, second, now="2026-11-12T12:00")
    assert plan.plan_of("a").step(StepId.THANK).status is Status.DONE
    assert [person.thank.is_finished for person in plan.plan_of("b").people] == [False, False]
    # Somebody who was not met in the second round is thanked for the first, however late.
    late = contact("thank-you", "2026-11-12T18:00", "Olga")
    only_first = record("a", "2026-11-10T10:00", notes="@ Olga", contacts=[late])
    assert position_plan(only_first, second, now="2026-11-12T19:00").plan_of("a").people[0].thank.is_finished
    assert at("2026-11-12").date() == date(2026, 11, 12)


@pytest.mark.parametrize(
    ("when", "counts"),
    [
        pytest.param("2026-11-25", False, id="the day before"),
        pytest.param("2026-11-26T13:59", False, id="before it, by the clock"),
        pytest.param("2026-11-26", True, id="its day alone"),
        pytest.param("2026-11-26T14:00", True, id="as it begins"),
        pytest.param("2026-11-27T09:00", True, id="the day after"),
    ],
)
def test_what_is_dated_by_its_day_alone_counts_on_the_day_of_the_round(when: str, counts: bool) -> None:
    kinds = [("follow-up", ""), ("thank-you", "Dana"), ("material", "")]
    contacts = [contact(kind, when, person, "references") for kind, person in kinds]
    first = record("a", "2026-11-10T10:00", contacts=contacts)
    second = record("b", "2026-11-26T14:00", notes="@ Dana\n+ references")
    plan = position_plan(first, second, now="2026-11-28")
    assert plan.follow_ups.sent == counts
    assert plan.plan_of("b").people[0].thank.is_finished == counts
    assert plan.plan_of("b").materials[0].status.is_finished == counts


@pytest.mark.parametrize(
    ("times", "decide_by"),
    [
        pytest.param(("10:00", "09:00"), "2026-12-07", id="by the clock"),
        pytest.param(("09:00", "10:00"), "2026-12-08", id="as recorded"),
        pytest.param(("10:00", None), "2026-12-07", id="without a time first"),
        pytest.param((None, None), "2026-12-08", id="without times as recorded"),
    ],
)
def test_of_the_promises_of_a_day_the_last_stands(
    times: tuple[str | None, str | None], decide_by: str
) -> None:
    promises = [
        promise("2026-11-20", decided).but(at=at(f"2026-11-20T{time}") if time else None)
        for decided, time in zip(("2026-12-07", "2026-12-08"), times, strict=True)
    ]
    plan = position_plan(record("a", "2026-11-19T10:00", promises=promises), now="2026-11-21")
    assert plan.promised.day == day(decide_by)


@given(drawn=searches, labels=st.lists(st.sampled_from(["", "", "Team A", "team a"]), min_size=4, max_size=4))
def test_the_position_of_an_interview_is_found_as_among_all(
    drawn: list[Interview], labels: list[str]
) -> None:
    records = [record.but(position=label) for record, label in zip(drawn, labels, strict=False)]
    for position in positions(records):
        assert all(position_with(record, records) == position for record in position.interviews)


def test_an_interview_that_is_not_on_record_stands_alone() -> None:
    alone = record("a", "2026-11-19T14:00+01:00", company="Acme")
    other = record("b", "2026-11-20T14:00+01:00", company="Borealis")
    assert position_with(alone, [other]).interviews == (alone,)
