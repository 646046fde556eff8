"""The plan as a whole: which promise stands, materials, closing, and whose day it is."""

from datetime import date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from followup_tui.core.dates.clocks import local_today
from followup_tui.core.model.logbook import Contact, Interview, Promise, StepId
from followup_tui.core.model.rules import Rules
from followup_tui.core.rules.agenda import entry
from followup_tui.core.rules.plan import plan, plan_positions
from followup_tui.core.rules.plan_types import Status
from followup_tui.core.rules.position import position_of
from followup_tui.core.rules.timeline import timeline
from tests.core.builders import (
    at,
    contact,
    day,
    follow_ups,
    holidays,
    interview,
    interviews,
    planned,
    promise,
)


@pytest.mark.parametrize(
    ("notes", "promises", "expected", "words", "is_estimate"),
    [
        pytest.param("", [], "2026-11-26", "", True, id="nothing: 7 days"),
        pytest.param("> they will call", [], "2026-11-26", "they will call", True, id="no day in it"),
        pytest.param("> none", [], "2026-11-26", "", True, id="asked, and nothing"),
        pytest.param("> by 2026-12-04", [], "2026-12-04", "by 2026-12-04", False, id="one"),
        pytest.param("> 2026-12-04\n> 2026-12-02", [], "2026-12-04", "2026-12-04", False, id="the last day"),
        pytest.param(
            "> call 2026-12-04\n> mail 2026-12-02", [], "2026-12-04", "call 2026-12-04", False, id="its words"
        ),
        pytest.param("> in two or three weeks", [], "2026-12-10", "in two or three weeks", False, id="range"),
        pytest.param("> next week", [], "2026-11-27", "next week", False, id="next week: its Friday"),
        pytest.param("> 2026-11-02", [], "2026-11-26", "2026-11-02", True, id="a day gone by is no promise"),
        pytest.param(
            "> 2026-12-04", ["2026-11-24 2026-12-01"], "2026-12-01", "", False, id="by hand: earlier"
        ),
        pytest.param(
            "", ["2026-11-25 2026-12-01", "2026-11-24 2026-12-11"], "2026-12-01", "", False, id="said last"
        ),
        pytest.param(
            "", ["2026-11-24 2026-12-11", "2026-11-24 2026-12-01"], "2026-12-01", "", False, id="set last"
        ),
    ],
)
def test_the_promise_recorded_or_noted_last_counts(
    notes: str, promises: list[str], expected: str, words: str, is_estimate: bool
) -> None:
    plan = planned(
        interview(notes=notes, promises=[promise(*days.split()) for days in promises]), "2026-11-20"
    )
    assert (plan.promised.day, plan.promised.words) == (day(expected), words)
    assert plan.promised.is_estimate == is_estimate
    assert plan.quiet_until == day(expected)


@pytest.mark.parametrize(
    ("contacts", "promises", "outcome", "quiet_until", "answered_on"),
    [
        ([], [], "", "2026-11-26", None),
        ([], [], "offer", None, None),
        ([contact("reply", "2026-11-24")], [], "", None, "2026-11-24"),
        ([contact("reply", "2026-11-24"), contact("reply", "2026-11-21")], [], "", None, "2026-11-24"),
        ([contact("reply", "2026-11-24")], [promise("2026-11-24", "2026-12-04")], "", "2026-12-04", None),
        ([contact("reply", "2026-11-24")], [promise("2026-11-23", "2026-12-04")], "", None, "2026-11-24"),
        ([contact("reply", "2026-11-18")], [], "", "2026-11-26", None),
        # The day is the one where it was received.
        ([contact("reply", "2026-11-24T23:30-05:00")], [], "", None, "2026-11-24"),
    ],
)
def test_an_answer_or_an_outcome_ends_the_quiet_period(
    contacts: list[Contact],
    promises: list[Promise],
    outcome: str,
    quiet_until: str | None,
    answered_on: str | None,
) -> None:
    plan = planned(interview(contacts=contacts, promises=promises, outcome=outcome), "2026-11-25")
    assert plan.quiet_until == (day(quiet_until) if quiet_until else None)
    assert plan.answered_on == (day(answered_on) if answered_on else None)


SENT = contact("material", "2026-11-20", text="Two  REFERENCES")


@pytest.mark.parametrize(
    ("contacts", "now", "status"),
    [
        ([], "2026-11-19T15:00", "open"),
        ([], "2026-11-22T23:59:59", "open"),
        ([], "2026-11-23T00:00", "due"),
        ([], "2026-11-23T23:59:59", "due"),
        ([], "2026-11-24T00:00", "late"),
        ([SENT], "2026-11-20", "done"),
        ([SENT], "2026-12-20", "done"),
        ([contact("material", "2026-11-20", text="CV")], "2026-11-23", "due"),
        ([contact("other", "2026-11-20", text="two references")], "2026-11-23", "due"),
    ],
)
def test_material_is_due_on_its_day_until_it_is_sent(contacts: list[Contact], now: str, status: str) -> None:
    (record,) = planned(interview(notes="+ two references by 2026-11-23", contacts=contacts), now).materials
    assert record.status == status
    assert record.sent == (contacts[0] if status == "done" else None)


@pytest.mark.parametrize(
    ("now", "status", "is_asked"),
    [
        ("2026-11-20T23:59", Status.OPEN, False),
        ("2026-11-21T00:00", Status.DUE, True),
        ("2199-12-31", Status.DUE, True),
    ],
)
def test_material_without_a_day_is_due_after_two_days_and_never_late(
    now: str, status: Status, is_asked: bool
) -> None:
    plan = planned(interview(notes="+ code"), now)
    (material,) = plan.materials
    assert (material.status, material.due_on, material.is_estimate) == (status, day("2026-11-21"), True)
    todos = [todo for todo in plan.todos if "code" in todo.text]
    assert [todo.late for todo in todos] == [False] * is_asked


@pytest.mark.parametrize(
    ("contacts", "promises", "opens", "closes"),
    [
        pytest.param([], [], "2026-11-27", "2026-11-30", id="the window"),
        pytest.param(follow_ups("2026-11-30"), [], "2026-11-27", "2026-11-30", id="sent: it stays"),
        pytest.param(
            follow_ups("2026-12-01"),
            [promise("2026-12-02", "2026-12-03")],
            "2026-12-08",
            "2026-12-09",
            id="sent before a new promise: 7 days hold it back",
        ),
        pytest.param(
            follow_ups("2026-12-04"),
            [promise("2026-12-02", "2026-12-03")],
            "2026-12-04",
            "2026-12-07",
            id="sent after a new promise: it stays",
        ),
    ],
)
def test_the_last_step_opens_and_closes_with_the_window(
    contacts: list[Contact], promises: list[Promise], opens: str, closes: str
) -> None:
    step = planned(interview(contacts=contacts, promises=promises), "2026-12-05").step(StepId.FOLLOW_UP)
    assert (step.opens, step.due, step.closes) == (day(opens), day(closes), day(closes))


SPENT = follow_ups("2026-11-27", "2026-12-04")


@pytest.mark.parametrize(
    ("record", "now", "expected"),
    [
        pytest.param(interview(contacts=SPENT), "2026-12-17T23:59", "", id="13 days of silence"),
        pytest.param(
            interview(contacts=SPENT), "2026-12-18T00:00", "14 days passed in silence", id="14 days"
        ),
        pytest.param(
            interview(contacts=[*SPENT, contact("reply", "2026-12-05")]), "2026-12-25", "", id="no silence"
        ),
        pytest.param(interview(contacts=SPENT[:1]), "2026-12-25", "", id="one follow-up left"),
        pytest.param(
            interview(contacts=SPENT, promises=[promise("2026-12-05", "2026-12-11")]),
            "2026-12-24",
            "",
            id="silence begins after the new date",
        ),
        pytest.param(interview(), "2026-12-25T23:59", "", id="29 days past the promised day"),
        pytest.param(interview(), "2026-12-26T00:00", "30 days past", id="30 days past it"),
        pytest.param(interview(notes="> 2026-12-09"), "2027-01-07", "", id="29 days past theirs"),
        pytest.param(interview(notes="> 2026-12-09"), "2027-01-08", "30 days past", id="30 days past theirs"),
        pytest.param(interview(outcome="no"), "2027-06-01", "", id="closed"),
    ],
)
def test_closing_is_suggested_never_done(record: Interview, now: str, expected: str) -> None:
    plan = planned(record, now)
    assert (expected in plan.suggest_closing) if expected else plan.suggest_closing == ""
    assert not expected or plan.suggest_closing.endswith("(career guides).")


def test_the_numbers_are_those_of_the_rules() -> None:
    rules = holidays(guess_days=10, close_after_promise_days=3, thank_late_days=2, connect_after_days=4)
    plan = planned(interview(), "2026-11-20", rules)
    assert plan.promised.day == day("2026-11-29")
    assert plan.step(StepId.THANK).status is Status.DUE
    assert plan.step(StepId.CONNECT).opens == day("2026-11-23")
    assert planned(interview(), "2026-12-02", rules).suggest_closing


BERLIN = "Europe/Berlin"


@pytest.mark.parametrize(
    ("held", "now", "expected"),
    [
        pytest.param("2026-11-19T23:30+01:00", "2026-11-19T23:59+01:00", "2026-11-19", id="half past 11"),
        pytest.param("2026-11-19T23:30+01:00", "2026-11-20T00:00+01:00", "2026-11-20", id="midnight"),
        pytest.param("2026-11-19T10:00-08:00", "2026-11-20T08:59+01:00", "2026-11-19", id="from far east"),
        pytest.param(
            "2026-11-19T10:00-08:00", "2026-11-20T09:00+01:00", "2026-11-20", id="midnight over there"
        ),
        pytest.param("2026-11-19T10:00+09:00", "2026-11-19T16:00+01:00", "2026-11-20", id="from far west"),
        pytest.param(
            "2026-11-19T10:00+09:00", "2026-11-19T15:59+01:00", "2026-11-19", id="an hour to midnight"
        ),
        pytest.param("2026-10-20T10:00+02:00", "2026-10-29T23:30+01:00", "2026-10-29", id="summer to winter"),
        pytest.param("2026-10-20T10:00+02:00", "2026-10-30T00:00+01:00", "2026-10-30", id="winter midnight"),
        pytest.param("2026-03-25T10:00+01:00", "2026-04-01T23:59+02:00", "2026-04-01", id="winter to summer"),
        pytest.param("2026-03-25T10:00+01:00", "2026-04-02T00:00+02:00", "2026-04-02", id="summer midnight"),
    ],
)
def test_the_day_is_that_of_the_place(held: str, now: str, expected: str) -> None:
    assert local_today(at(now), at(held)) == day(expected)


def test_half_past_eleven_at_night_is_due_that_day() -> None:
    late = interview(held="2026-11-19T23:30")
    before, after = planned(late, "2026-11-19T23:59"), planned(late, "2026-11-20T00:00")
    assert (before.step(StepId.THANK).status, before.step(StepId.THANK).due) == ("due", day("2026-11-19"))
    assert (after.step(StepId.THANK).status, after.step(StepId.THANK).due) == ("late", day("2026-11-19"))


@given(
    held=st.datetimes(datetime(2026, 1, 1), datetime(2027, 12, 31)),
    after=st.timedeltas(timedelta(0), timedelta(days=300)),
)
def test_whoever_stays_where_they_are_keeps_their_own_days(held: datetime, after: timedelta) -> None:
    zone = ZoneInfo(BERLIN)
    now = held.replace(tzinfo=zone) + after
    fixed = timezone(held.replace(tzinfo=zone).utcoffset() or timedelta(0))
    assert local_today(now, held.replace(tzinfo=fixed)) == now.date()


@given(
    record=interviews(),
    now=st.datetimes(datetime(2026, 1, 1), datetime(2027, 12, 31)),
    hours=st.integers(-14, 14),
)
def test_another_zone_moves_no_due_day(record: Interview, now: datetime, hours: int) -> None:
    here = now.replace(tzinfo=record.held_at.tzinfo)
    there = here.astimezone(timezone(timedelta(hours=hours)))
    days_here = [(step.opens, step.due, step.closes) for step in plan(record, here, Rules()).steps]
    assert [(step.opens, step.due, step.closes) for step in plan(record, there, Rules()).steps] == days_here


moments = st.builds(
    datetime.combine,
    st.dates(date(2000, 1, 1), date(2199, 12, 31)),
    st.times().map(lambda record: record.replace(microsecond=0)),
    st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes))),
)
dates = st.dates(date(2000, 1, 1), date(2199, 12, 31))


@given(
    held=moments | st.sampled_from((at("2000-01-01T00:00+14:00"), at("2199-12-31T23:59-12:00"))),
    now=st.datetimes(datetime(2, 1, 1), datetime(9998, 12, 31)),
    offset=st.sampled_from((-12, 0, 14)),
    notes=st.text() | st.builds("> {}\n+ x by {}\n@ {}".format, dates, dates, st.text()),
    contacts=st.lists(st.tuples(st.sampled_from(("follow-up", "reply", "material")), moments), max_size=3),
    promises=st.lists(st.tuples(dates, dates), max_size=2),
    free=st.lists(dates, max_size=3),
)
def test_nothing_raises_in_any_year(
    held: datetime,
    now: datetime,
    offset: int,
    notes: str,
    contacts: list[tuple[str, datetime]],
    promises: list[tuple[date, date]],
    free: list[date],
) -> None:
    record = interview(
        held=held.isoformat(),
        notes=notes,
        contacts=[contact(kind, when.isoformat()) for kind, when in contacts],
        promises=[Promise(said_on=said_on, decide_by=decide_by) for said_on, decide_by in promises],
    )
    moment = now.replace(tzinfo=timezone(timedelta(hours=offset)))
    rules = Rules(holidays=tuple(free))
    interview_plan = plan(record, moment, rules)
    assert [step.step for step in interview_plan.steps] == list(StepId)
    assert entry(plan_positions((record,), moment, rules)[0]).company == record.company
    assert timeline(record, interview_plan, position_of([record])).explain(interview_plan.today)
    assert timeline(record, interview_plan, position_of([record])).explain(record.held_on)
