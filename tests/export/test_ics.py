"""The calendar, as a reader that others wrote understands it, and as a calendar takes in a second one."""

from datetime import date, datetime, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from followup_tui.core.model import Interview
from followup_tui.core.rules import plan
from followup_tui.core.ruleset import Rules
from followup_tui.export.ics import calendar
from tests.core.builders import at, contact, interview, interviews, planned

NOTES = "@ Dana, engineering\n> 2026-12-04\n+ references; both, by 2026-11-25\n"
NOW = "2026-11-19T18:00"


def made(one: Interview, now: str = NOW) -> str:
    return calendar([(one, planned(one, now))], at(now))


def events(text: str) -> dict[str, Any]:
    found = list(Calendar.from_ical(text).walk("VEVENT"))
    assert len({str(event["UID"]) for event in found}) == len(found)
    return {str(event["UID"]): event for event in found}


def test_one_event_for_each_thing_to_do() -> None:
    found = events(made(interview(notes=NOTES, company="Acme, Ltd; “A”\\B", role="Engineer")))
    shown = {
        uid: (str(one["SUMMARY"]), one.decoded("DTSTART"), one.decoded("DTEND", None))
        for uid, one in found.items()
    }
    material = next(uid for uid in found if "material" in uid)
    assert shown == {
        "k7f3q2-interview@followup-tui": (
            "Interview: Acme, Ltd; “A”\\B (Engineer)",
            at("2026-11-19T14:00+01:00"),
            None,
        ),
        "k7f3q2-thank@followup-tui": (
            "Acme, Ltd; “A”\\B: send thank-you notes to Dana",
            date(2026, 11, 19),
            date(2026, 11, 20),
        ),
        "k7f3q2-follow-up@followup-tui": (
            "Acme, Ltd; “A”\\B: follow up",
            date(2026, 12, 7),
            date(2026, 12, 9),
        ),
        material: ("Acme, Ltd; “A”\\B: send references; both", date(2026, 11, 25), date(2026, 11, 26)),
    }
    assert all(len(one.walk("VALARM")) == 1 for one in found.values())
    assert found["k7f3q2-interview@followup-tui"].decoded("DURATION") == timedelta(hours=1)


def test_a_second_import_updates_and_does_not_double() -> None:
    first = events(made(interview(notes=NOTES)))
    later = interview(
        notes=NOTES.replace("2026-12-04", "2026-12-09"),
        contacts=[contact("thank-you", "2026-11-19T20:00", "Dana")],
    )
    second = events(made(later, "2026-11-19T21:00"))
    assert set(first) == set(second)
    assert all(int(second[uid]["SEQUENCE"]) > int(first[uid]["SEQUENCE"]) for uid in first)
    # As a calendar does it: the event of that name with the greater number stands.
    held = {**first, **second}
    assert str(held["k7f3q2-thank@followup-tui"]["STATUS"]) == "CANCELLED"
    assert held["k7f3q2-follow-up@followup-tui"].decoded("DTSTART") == date(2026, 12, 10)
    assert held["k7f3q2-interview@followup-tui"].decoded("DTSTART") == later.held_at


def test_what_is_over_and_past_is_no_event() -> None:
    closed = interview(notes=NOTES, outcome="offer")
    assert set(events(made(closed, "2027-03-01"))) == {"k7f3q2-interview@followup-tui"}
    assert all(
        str(one["STATUS"]) == "CANCELLED"
        for uid, one in events(made(closed)).items()
        if uid != "k7f3q2-interview@followup-tui"
    )


def test_lines_are_folded_by_octets_and_end_as_they_must() -> None:
    one = interview(company="Žižka " * 40, notes="@ 👩‍🔬 Curie")
    text = made(one)
    lines = text.encode().split(b"\r\n")
    assert lines.pop() == b""
    assert all(len(line) <= 75 and b"\n" not in line and line.decode() for line in lines)
    assert str(events(text)["k7f3q2-follow-up@followup-tui"]["SUMMARY"]) == f"{one.company}: follow up"


@given(interviews(ticked=True), st.datetimes(datetime(2026, 9, 1), datetime(2027, 3, 1)))
def test_any_is_understood(one: Interview, now: datetime) -> None:
    moment = now.astimezone()
    found = events(calendar([(one, plan(one, moment, Rules()))], moment))
    assert f"{one.id}-interview@followup-tui" in found


def test_no_interviews_are_a_calendar_too() -> None:
    assert events(calendar([], at(NOW))) == {}
