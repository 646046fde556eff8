"""The timeline: what a day is in each lane, what stands on it, and what its line says."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from followup_tui.core.model.logbook import Interview
from followup_tui.core.model.rules import Rules
from followup_tui.core.rules.plan import plan
from followup_tui.core.rules.plan_types import Status
from followup_tui.core.rules.position import position_of
from followup_tui.core.rules.timeline import Lane, MarkKind, Shade, Timeline, timeline
from tests.core.builders import (
    FULL_NOTES,
    all_rules,
    at,
    contact,
    day,
    days,
    follow_ups,
    holidays,
    interview,
    interviews,
    position_plan,
    promise,
    reply,
)

FREE = holidays("2026-12-08", "2026-12-25")


def shown(record: Interview, now: str = "2026-11-20", rules: Rules = FREE) -> Timeline:
    return timeline(record, plan(record, at(now), rules), position_of([record]))


LETTERS = {
    Shade.NONE: ".",
    Shade.DUE: "D",
    Shade.FADING: "f",
    Shade.QUIET: "q",
    Shade.GOOD: "G",
    Shade.STILL_GOOD: "g",
}
PROMISED = "> by 2026-11-25"
REVISED = promise("2026-11-20", "2026-11-22")
ANSWER = [contact("reply", "2026-11-23")]
FIRST, LATER = follow_ups("2026-11-26"), follow_ups("2026-11-27")


@pytest.mark.parametrize(
    ("expected", "lane", "record"),
    [
        #             WTFSSMTWTFSSMTWTFSSMTWTFSSM  from 18 November
        pytest.param(".Dff.......................", "notes", interview(), id="notes"),
        pytest.param(".Dff.......................", "thanks", interview(), id="thanks"),
        pytest.param(".qqqqqqqq..................", "quiet", interview(), id="guess"),
        pytest.param(".........G..Ggggg..g.ggg..g", "follow up", interview(), id="after the guess"),
        pytest.param(".qqqqqqq...................", "quiet", interview(notes=PROMISED), id="quiet"),
        pytest.param("........GG..ggggg..g.ggg..g", "follow up", interview(notes=PROMISED), id="window"),
        pytest.param(".....GGggg..ggggg..g.ggg..g", "follow up", interview(notes="> 2026-11-20"), id="soon"),
        pytest.param(
            ".qqqqq.....................", "quiet", interview(contacts=ANSWER), id="answered: quiet"
        ),
        pytest.param("............GGggg..g.ggg..g", "follow up", interview(contacts=ANSWER), id="answered"),
        pytest.param("...............GG..g.ggg..g", "follow up", interview(contacts=FIRST), id="the second"),
        pytest.param(
            "................G..G.ggg..g", "follow up", interview(contacts=LATER), id="around a weekend"
        ),
        pytest.param(
            "...........................",
            "follow up",
            interview(contacts=FIRST + LATER),
            id="spent",
        ),
        pytest.param(".qqqq......................", "quiet", interview(promises=[REVISED]), id="revised"),
        pytest.param("...........................", "follow up", interview(outcome="no"), id="closed"),
    ],
)
def test_each_day_has_its_shade_in_a_lane(expected: str, lane: str, record: Interview) -> None:
    ribbon = shown(record)
    walk = [day("2026-11-18") + timedelta(days=number) for number in range(len(expected))]
    assert "".join(LETTERS[ribbon.shade(Lane(lane), on)] for on in walk) == expected


@pytest.mark.parametrize(
    ("notes", "ticks", "done"),
    [
        ("", {}, []),
        ("", {"thank": "2026-11-20"}, ["thanks"]),
        ("", {"write-down": "skipped"}, ["notes"]),
        ("@ none\n= none\n! none\n~ none", {"thank": "skipped"}, ["notes", "thanks"]),
    ],
)
def test_a_lane_is_finished_with_its_step(notes: str, ticks: dict[str, str], done: list[str]) -> None:
    ribbon = shown(interview(notes=notes, ticks=ticks))
    assert [lane.value for lane in Lane if ribbon.is_finished(lane)] == done


def test_a_thank_you_that_has_lapsed_is_finished_not_done() -> None:
    ribbon = shown(interview(notes="@ Dana"), "2026-11-27")
    assert ribbon.status(Lane.THANKS) is Status.LAPSED
    assert ribbon.is_finished(Lane.THANKS)
    assert not ribbon.is_pending(Lane.THANKS)
    assert ribbon.status(Lane.QUIET) is None


def test_once_it_is_closed_nothing_asks_and_nothing_is_waited_for() -> None:
    notes = "@ Dana\n> by 2026-12-04\n+ references by 2026-11-27"
    timeline = shown(interview(notes=notes, outcome="withdrawn"), "2026-11-23")
    assert not any(timeline.is_pending(lane) for lane in Lane)
    assert timeline.shade(Lane.QUIET, day("2026-11-23")) is Shade.QUIET
    assert timeline.shade(Lane.QUIET, day("2026-11-24")) is Shade.NONE
    assert not timeline.marks_on(day("2026-11-27"))
    assert all(timeline._replace(case=timeline.case._replace(outcome="")).is_pending(lane) for lane in Lane)


@pytest.mark.parametrize(
    ("on", "free"),
    [("2026-12-24", False), ("2026-12-25", True), ("2026-12-26", True), ("2026-12-28", False)],
)
def test_weekends_and_holidays_are_free(on: str, free: bool) -> None:
    assert shown(interview()).is_free(day(on)) == free


RECORD = [
    contact("thank-you", "2026-11-19T20:00", "Dana", channel="email"),
    contact("follow-up", "2026-12-01T09:05"),
    contact("reply", "2026-12-02T10:00", "Dana"),
]


@pytest.mark.parametrize(
    ("record", "expected"),
    [
        pytest.param(
            interview(),
            [
                "2026-11-19 interview 14:00",
                "2026-11-26 their answer, our estimate",
                "2026-11-27 follow up Fri 27 – Mon 30 Nov",
            ],
            id="a guess",
        ),
        pytest.param(
            interview(notes=PROMISED + "\n+ code by 2026-11-24\n+ CV"),
            [
                "2026-11-19 interview 14:00",
                "2026-11-21 send CV, our estimate",
                "2026-11-24 send code",
                "2026-11-25 promised day “by 2026-11-25”",
                "2026-11-26 follow up Thu 26 – Fri 27 Nov",
            ],
            id="material and words",
        ),
        pytest.param(
            interview(notes=PROMISED, contacts=RECORD),
            [
                "2026-11-19 interview 14:00",
                "2026-11-19 thank-you note to Dana, email 20:00",
                "2026-11-25 promised day “by 2026-11-25”",
                "2026-12-01 follow-up 09:05",
                "2026-12-02 Dana answered 10:00",
            ],
            id="contacts",
        ),
        pytest.param(
            interview(
                contacts=[
                    reply("offer", "2026-12-01").but(person="Dana"),
                    contact("other", "2026-12-02", "Dana", channel="email").but(letter="ask for time"),
                    contact("other", "2026-12-03", "Dana", channel="email").but(letter="decline"),
                    contact("other", "2026-12-04", "Luis").but(letter="withdraw"),
                    contact("other", "2026-12-05", channel="phone"),
                    contact("reply", "2026-12-06", "Luis", channel="phone").but(says="thanks"),
                ],
                outcome="declined",
            ),
            [
                "2026-11-19 interview 14:00",
                "2026-12-01 Dana answered: offer 12:00",
                "2026-12-02 request for more time to Dana, email 12:00",
                "2026-12-03 answer to Dana declining the offer, email 12:00",
                "2026-12-04 withdrawal to Luis 12:00",
                "2026-12-05 message, phone 12:00",
                "2026-12-06 Luis called, phone 12:00",
            ],
            id="letters and answers by what they were",
        ),
        pytest.param(
            interview(
                notes=PROMISED,
                contacts=RECORD,
                promises=[promise("2026-11-24", "2026-11-30"), promise("2026-12-02", "2026-12-11")],
            ),
            [
                "2026-11-19 interview 14:00",
                "2026-11-19 thank-you note to Dana, email 20:00",
                "2026-11-25 promised earlier, on Thu 19 Nov",
                "2026-11-30 promised earlier, on Tue 24 Nov",
                "2026-12-01 follow-up 09:05",
                "2026-12-02 Dana answered 10:00",
                "2026-12-11 promised day",
                "2026-12-14 second follow-up Mon 14 – Tue 15 Dec",
            ],
            id="promises keep their history",
        ),
        pytest.param(
            interview(
                notes="+ CV by 2026-11-24",
                contacts=[contact("material", "2026-11-20", text="cv")],
                outcome="no",
            ),
            [
                "2026-11-19 interview 14:00",
                "2026-11-20 sent cv 12:00",
            ],
            id="sent material is due no more",
        ),
    ],
)
def test_what_happened_and_what_is_to_come_is_marked_on_its_day(
    record: Interview, expected: list[str]
) -> None:
    assert [f"{mark.day} {mark.text}" for mark in shown(record).marks] == expected


def test_marks_know_what_they_are_and_what_is_past() -> None:
    ribbon = shown(interview(notes=PROMISED, contacts=RECORD[:1]), "2026-11-26T00:00")
    assert [(mark.kind, mark.is_past) for mark in ribbon.marks] == [
        (MarkKind.INTERVIEW, True),
        (MarkKind.SENT, True),
        (MarkKind.PROMISED, True),
        (MarkKind.WINDOW, False),
    ]
    assert [mark.is_past for mark in shown(interview(), "2026-11-19T13:59").marks] == [False] * 3
    assert ribbon.marks_on(day("2026-11-19")) == ribbon.marks[:2]
    assert ribbon.marks_on(day("2026-11-20")) == ()


@pytest.mark.parametrize(
    ("on", "words"),
    [
        ("2026-11-18", ["Wed 18 Nov, 2 days ago", "before the interview"]),
        ("2026-11-19", ["Thu 19 Nov, yesterday", "quiet", "interview 14:00"]),
        ("2026-11-20", ["Fri 20 Nov, today", "quiet: “2026-12-09” is Wed 9 Dec"]),
        ("2026-12-09", ["Wed 9 Dec, in 19 days", "quiet", "promised day “2026-12-09”"]),
        ("2026-12-10", ["Thu 10 Dec, in 20 days", "good for a follow-up", "follow up Thu 10 – Fri 11 Dec"]),
        ("2026-12-11", ["Fri 11 Dec", "good for a follow-up: The promised day, Wed 9 Dec, has passed"]),
        ("2026-12-12", ["Sat 12 Dec", "not a working day: Sat 12 Dec is a weekend"]),
        ("2026-12-14", ["Mon 14 Dec", "late, still fine to follow up"]),
        ("2026-12-25", ["Fri 25 Dec", "not a working day: Fri 25 Dec is one of your holidays"]),
    ],
)
def test_a_day_is_explained_in_a_line(on: str, words: list[str]) -> None:
    line = shown(interview(notes=FULL_NOTES)).explain(day(on))
    assert line.startswith(words[0])
    assert [word for word in words if word not in line] == []


@pytest.mark.parametrize(
    ("record", "on", "words"),
    [
        (interview(notes="> 2026-11-19"), "2026-11-20", "too soon: The 2 days after the interview"),
        (interview(contacts=follow_ups("2026-11-27")), "2026-11-30", "too soon: The last follow-up went out"),
        (
            interview(contacts=follow_ups("2026-11-27")),
            "2026-12-04",
            "good for a follow-up: 7 days have passed",
        ),
        (
            interview(contacts=follow_ups("2026-11-27", "2026-12-04")),
            "2026-12-14",
            "no follow-up: 2 follow-ups",
        ),
        (
            interview(contacts=[contact("reply", "2026-11-24")]),
            "2026-11-30",
            "no follow-up: They answered",
        ),
        (interview(outcome="offer"), "2026-11-30", "no follow-up: This one is closed: offer"),
    ],
)
def test_the_line_of_a_day_says_what_happened(record: Interview, on: str, words: str) -> None:
    assert words in shown(record).explain(day(on))


@given(record=interviews(), rules=all_rules, on=days, seen=st.integers(0, 2000))
def test_a_day_is_good_exactly_when_the_verdict_of_that_day_allows_it(
    record: Interview, rules: Rules, on: date, seen: int
) -> None:
    # The ribbon as drawn at any time, against the verdict that the user gets on the day itself.
    drawn = timeline(
        record, plan(record, record.held_at + timedelta(hours=seen), rules), position_of([record])
    )
    that_day = record.held_at + (on - record.held_on)
    then = plan(record, that_day, rules)
    assert then.today == on
    shade = drawn.shade(Lane.FOLLOW, on)
    assert then.verdict.allowed == (shade in (Shade.GOOD, Shade.STILL_GOOD))
    opens, closes = then.window.opens, then.window.closes
    assert (shade is Shade.GOOD) == (
        then.verdict.allowed and opens is not None and closes is not None and on <= closes
    )
    assert shade is not Shade.GOOD or (opens is not None and opens <= on)


@given(record=interviews(), rules=all_rules)
def test_what_is_due_can_be_done_on_a_day_that_is_good(record: Interview, rules: Rules) -> None:
    ribbon = timeline(record, plan(record, record.held_at, rules), position_of([record]))
    for number in range(0, 120):
        interview_plan = plan(record, record.held_at + timedelta(days=number), rules)
        shade = ribbon.shade(Lane.FOLLOW, interview_plan.today)
        assert not any(todo.text == "follow up" for todo in interview_plan.todos) or shade is not Shade.NONE
        if interview_plan.steps[-1].status is Status.DUE and shade is Shade.NONE:
            assert ribbon.is_free(interview_plan.today)


@pytest.mark.parametrize(
    "decided",
    [
        pytest.param({"contacts": [contact("reply", "2026-11-24").but(says="offer")]}, id="offer"),
        pytest.param({"contacts": [contact("reply", "2026-11-24").but(says="rejection")]}, id="rejection"),
        pytest.param({"outcome": "withdrawn"}, id="any outcome"),
    ],
)
def test_the_promised_day_is_not_ahead_once_they_have_decided(decided: dict[str, Any]) -> None:
    promised = {MarkKind.PROMISED}
    assert promised <= {mark.kind for mark in shown(interview(notes="> 2026-12-09"), "2026-11-25").marks}
    record = interview(notes="> 2026-12-09", **decided)
    assert not promised & {mark.kind for mark in shown(record, "2026-11-25").marks}


def test_the_estimate_of_a_planned_round_counts_from_its_own_day() -> None:
    held = interview(notes="> 2026-12-04", contacts=[contact("reply", "2026-11-24").but(says="next round")])
    planned = interview("2026-12-15", id="second", round=2)
    position = position_plan(held, planned, now="2026-11-25")
    estimates = {
        record.id: [
            mark.day
            for mark in timeline(record, position.plan_of(record.id), position.position).marks
            if mark.kind is MarkKind.PROMISED
        ]
        for record in (held, planned)
    }
    assert estimates == {held.id: [], planned.id: [day("2026-12-22")]}


def test_a_promised_day_that_is_past_is_shown_with_the_estimate_of_a_planned_round() -> None:
    planned = interview("2026-12-15", id="second", round=2)
    position = position_plan(interview(notes="> 2026-12-04"), planned, now="2026-12-09")
    marks = timeline(planned, position.plan_of("second"), position.position).marks
    promised = [(mark.day, mark.is_past) for mark in marks if mark.kind is MarkKind.PROMISED]
    assert promised == [(day("2026-12-04"), True), (day("2026-12-22"), False)]
