"""Material without a day is due two days after the interview, by our estimate, wherever it is shown."""

from datetime import date

import pytest

from followup_tui.core.model.logbook import Interview
from followup_tui.core.model.rules import Rules
from followup_tui.core.rules.agenda import due_lines, entry
from followup_tui.core.rules.plan import plan_positions
from followup_tui.core.rules.timeline import MarkKind, timeline
from followup_tui.export.events import events
from followup_tui.export.json_export import json_due, json_view
from followup_tui.export.markdown import pages
from tests.core.builders import at, contact, day, interview

NOTES = "@ Dana\n> 2026-12-15\n+ code sample\n= none\n! none\n~ none"
THANKED = contact("thank-you", "2026-11-19T20:00", "Dana")
FIRST = interview(notes=NOTES, contacts=[THANKED])
"""Held on 19 November: the code sample is due on 21 November."""
SECOND = interview(
    "2026-12-01T10:00", id="second", round=2, notes="@ Dana\n> none\n+ none\n= none\n! none\n~ none"
)
SENT = contact("material", "2026-12-05", text="code sample")
ESTIMATE = date(2026, 11, 21)


def due(now: str, *interviews: Interview) -> list[str]:
    return [line for line in due_lines(plan_positions(interviews, at(now), Rules())) if "code" in line]


@pytest.mark.parametrize(
    ("now", "lines"),
    [
        ("2026-11-20T23:59", []),
        ("2026-11-21T00:00", ["Acme: send code sample, today (our estimate)"]),
        ("2026-11-22", ["Acme: send code sample"]),
        ("2026-12-20", ["Acme: send code sample"]),
    ],
)
def test_due_asks_for_it_from_that_day_on_and_never_calls_it_late(now: str, lines: list[str]) -> None:
    assert due(now, FIRST) == lines


def test_the_list_names_it_before_its_day() -> None:
    (plan,) = plan_positions([FIRST], at("2026-11-20T10:00"), Rules())
    listed = entry(plan)
    assert (listed.next, listed.when) == ("send code sample", "by tomorrow (our estimate)")


def test_json_has_the_day_and_that_it_is_our_estimate() -> None:
    now = at("2026-11-21T09:00")
    plans = plan_positions([FIRST], now, Rules())
    view = json_view(plans, now, [FIRST])
    day_in_json = {"due_on": "2026-11-21", "due_guess": True}
    assert view["interviews"][0]["facts"]["materials"] == [
        {"what": "code sample", "sent_on": None, **day_in_json}
    ]
    assert view["positions"][0]["owed"] == [{"what": "code sample", **day_in_json}]
    (asked,) = (todo for todo in json_due(plans, now)["due"] if "code" in todo["text"])
    assert (asked["due"], asked["due_guess"], asked["late"]) == ("2026-11-21", True, False)


def test_the_timeline_marks_the_day() -> None:
    (plan,) = plan_positions([FIRST], at("2026-11-20"), Rules())
    marks = timeline(FIRST, plan.plan, plan.position).marks_on(ESTIMATE)
    assert [(mark.kind, mark.text) for mark in marks] == [
        (MarkKind.MATERIAL, "send code sample, our estimate")
    ]


def test_the_calendar_has_an_event_on_the_day_until_it_is_sent() -> None:
    def material_event(record: Interview, now: str) -> tuple[str, object, bool]:
        found = events(plan_positions([record], at(now), Rules()), at(now))
        event = next(event for event in found if "-material-" in event.name)
        return event.summary, event.begins, event.is_cancelled

    title = "Acme: send code sample (our estimate)"
    assert material_event(FIRST, "2026-11-20") == (title, ESTIMATE, False)
    assert material_event(FIRST, "2026-12-01") == (title, ESTIMATE, False)
    assert material_event(FIRST.but(contacts=(THANKED, SENT)), "2026-12-06") == (title, ESTIMATE, True)
    assert material_event(FIRST.but(outcome="cancelled"), "2026-11-20") == (title, ESTIMATE, True)


def test_the_report_names_the_day() -> None:
    text = pages(plan_positions([FIRST], at("2026-11-20"), Rules()))
    assert "- code sample, by Sat 21 Nov (our estimate)\n" in text
    assert "send code sample, by Sat 21 Nov (our estimate)" in text


@pytest.mark.parametrize(
    ("records", "named"),
    [
        pytest.param((FIRST, SECOND), "Acme (2026-11-19)", id="after a later round"),
        pytest.param((FIRST.but(outcome="went on"),), "Acme", id="after it went on"),
        pytest.param(
            (FIRST.but(contacts=(THANKED, contact("reply", "2026-11-25").but(says="next round"))),),
            "Acme",
            id="after their invitation",
        ),
        pytest.param(
            (FIRST, SECOND.but(held_at=at("2026-12-20T10:00"), notes="")),
            "Acme",
            id="before a planned round",
        ),
    ],
)
def test_it_stays_due_across_rounds_until_it_is_sent(records: tuple[Interview, ...], named: str) -> None:
    assert due("2026-12-03", *records) == [f"{named}: send code sample"]
    (plan,) = plan_positions(records, at("2026-12-03"), Rules())
    assert [(owed.due_on, owed.is_estimate) for owed in plan.owed] == [(day("2026-11-21"), True)]
    first, *others = records
    sent = (first.but(contacts=(*first.contacts, SENT)), *others)
    assert due("2026-12-06", *sent) == []
    (plan,) = plan_positions(sent, at("2026-12-06"), Rules())
    assert plan.owed == ()
