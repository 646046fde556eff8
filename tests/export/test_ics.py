"""The calendar file, as a reader that others wrote understands it."""

from datetime import date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from followup_tui.core.model.logbook import Interview
from followup_tui.core.model.rules import Rules
from followup_tui.core.rules.plan import plan_positions
from followup_tui.export.ics import calendar
from tests.core.builders import at, interview, interviews, position_plan
from tests.export.calendars import events, has_alarm, is_cancelled, live

NOTES = "@ Dana, engineering\n> 2026-12-04\n+ references; both, by 2026-11-25\n"
NOW = "2026-11-19T12:00"


def made(record: Interview, now: str = NOW) -> str:
    return calendar([position_plan(record, now=now)], at(now)).text


def test_there_is_an_event_for_all_that_is_to_be_done() -> None:
    found = events(made(interview(notes=NOTES, company="Acme, Ltd; “A”\\B", role="Engineer")))
    shown = {
        name: (str(event["SUMMARY"]), event.decoded("DTSTART"), event.decoded("DTEND", None))
        for name, event in found.items()
        if not is_cancelled(event)
    }
    assert shown == {
        "k7f3q2-interview": (
            "Interview: Acme, Ltd; “A”\\B (Engineer)",
            at("2026-11-19T14:00+01:00"),
            None,
        ),
        "k7f3q2-thank": (
            "Acme, Ltd; “A”\\B: send thank-you notes to Dana",
            date(2026, 11, 19),
            date(2026, 11, 20),
        ),
        "k7f3q2-follow-up": ("Acme, Ltd; “A”\\B: follow up", date(2026, 12, 7), date(2026, 12, 9)),
        "k7f3q2-material-1": (
            "Acme, Ltd; “A”\\B: send references; both",
            date(2026, 11, 25),
            date(2026, 11, 26),
        ),
    }
    assert {name for name, event in found.items() if has_alarm(event)} == live(found)
    assert found["k7f3q2-interview"].decoded("DURATION") == timedelta(hours=1)
    alarms = {name: str(found[name].walk("VALARM")[0].to_ical()) for name in live(found)}
    for name, trigger in (("interview", "-PT1H"), ("thank", "PT18H"), ("follow-up", "PT9H")):
        assert f"TRIGGER:{trigger}\\r\\n" in alarms[f"k7f3q2-{name}"]


def test_the_number_grows_with_the_second_and_says_the_same_at_the_same_moment() -> None:
    record = interview(notes=NOTES)
    moments = ["2019-05-01T12:00", NOW, f"{NOW}:01", "2026-11-20T12:00", "2087-01-01T12:00", "2190-01-01"]
    numbers = [
        {int(event["SEQUENCE"]) for event in events(made(interview(notes=NOTES), moment)).values()}
        for moment in moments
    ]
    assert all(len(found) == 1 for found in numbers), "one export, one number"
    flat = [number for found in numbers for number in found]
    assert flat == sorted(set(flat))
    assert (flat[0], flat[-1]) == (0, 2**31 - 1), "as great as a calendar has to understand, and no greater"
    assert made(record) == made(record)


def test_lines_are_folded_by_octets_and_end_as_they_must() -> None:
    record = interview(company="Žižka " * 40, notes="@ 👩‍🔬 Curie\n> 2026-12-04")
    text = made(record)
    lines = text.encode().split(b"\r\n")
    assert lines.pop() == b""
    assert all(len(line) <= 75 and b"\n" not in line and line.decode() for line in lines)
    assert str(events(text)["k7f3q2-follow-up"]["SUMMARY"]) == f"{record.company}: follow up"


@given(interviews(ticked=True), st.datetimes(datetime(2026, 9, 1), datetime(2027, 3, 1)))
def test_any_calendar_is_understood(record: Interview, now: datetime) -> None:
    moment = now.astimezone()
    text = calendar(plan_positions((record,), moment, Rules()), moment).text
    found = events(text) if text else {}
    for event in found.values():
        begins = event.decoded("DTSTART")
        if not isinstance(begins, datetime):
            assert begins < event.decoded("DTEND")
            begins = datetime(begins.year, begins.month, begins.day, 23).astimezone()
        assert not has_alarm(event) or (begins > moment and not is_cancelled(event))
    assert record.outcome or f"{record.id}-interview" in live(found)


def test_a_first_calendar_cancels_nothing_and_a_later_calendar_what_an_earlier_calendar_held() -> None:
    record = interview(notes=NOTES)
    closed = record.but(outcome="rejected")
    assert made(closed) == ""
    assert not any(map(is_cancelled, events(made(closed, "2026-11-20T12:00")).values()))
    earlier = calendar([position_plan(record, now=NOW)], at(NOW)).events
    later = calendar([position_plan(closed, now="2026-11-20T12:00")], at("2026-11-20T12:00"), earlier)
    found = events(later.text)
    gone = {name: event for name, event in found.items() if is_cancelled(event)}
    assert set(gone) == {f"k7f3q2-{name}" for name in ("thank", "follow-up", "material-1")}
    assert all(str(event["SUMMARY"]).startswith("Cancelled: ") for event in gone.values())
    assert all(str(event["TRANSP"]) == "TRANSPARENT" and not has_alarm(event) for event in gone.values())
    assert gone["k7f3q2-follow-up"].decoded("DTSTART") == date(2026, 12, 7), "on the day that it had"
    deleted = calendar([], at("2026-11-20T12:00"), earlier)
    assert {name for name, event in events(deleted.text).items() if is_cancelled(event)} == {
        f"k7f3q2-{name}" for name in ("interview", "thank", "follow-up", "material-1")
    }
    nothing = calendar([], at("2027-06-01T12:00"), earlier)
    assert nothing.text == "", "what is long past is left as it is"


def test_without_an_event_there_is_no_calendar() -> None:
    assert calendar([], at(NOW)).text == ""
