"""What is an event of the calendar, and what is taken out of it: one table row for each way things end."""

from datetime import date

import pytest

from followup_tui.core.model.logbook import Interview
from followup_tui.core.model.rules import Rules
from followup_tui.core.rules.plan import plan_positions
from followup_tui.export.events import CANCELLED_FOR_DAYS, Event, events
from tests.core.builders import at, contact, follow_ups, interview, position_plan, promise, reply

NOTES = "@ Dana\n> decision by 2026-11-20\n+ two references by 2026-11-25\n"
HELD = "2026-11-12T14:00"


def found(record: Interview, now: str) -> dict[str, Event]:
    all_events = list(events([position_plan(record, now=now)], at(now)))
    named = {event.name.removeprefix(f"{record.id}-"): event for event in all_events}
    assert len(named) == len(all_events)
    return named


def live(record: Interview, now: str) -> set[str]:
    return {name for name, event in found(record, now).items() if not event.is_cancelled}


def cancelled(record: Interview, now: str) -> set[str]:
    return {name for name, event in found(record, now).items() if event.is_cancelled}


THANKED = contact("thank-you", "2026-11-12T20:00", "Dana")
SENT = contact("material", "2026-11-23", text="two references")
EVERY = {"interview", "thank", "follow-up", "material-1"}


@pytest.mark.parametrize(
    ("what", "now", "gone"),
    [
        ({}, "2026-11-17", set()),
        ({}, "2026-11-22", {"thank"}),
        ({"contacts": [THANKED]}, "2026-11-13", {"thank"}),
        ({"contacts": [contact("reply", "2026-11-23")]}, "2026-11-23T18:00", {"thank", "follow-up"}),
        ({"contacts": [contact("reply", "2026-11-23")]}, "2026-12-20", {"thank", "follow-up"}),
        ({"contacts": follow_ups("2026-11-23")}, "2026-11-23T18:00", {"thank"}),
        ({"contacts": follow_ups("2026-11-23", "2026-11-30")}, "2026-12-01", {"thank", "follow-up"}),
        ({"ticks": {"follow-up": date(2026, 11, 22)}}, "2026-11-22", {"thank", "follow-up"}),
        ({"ticks": {"follow-up": "skipped", "thank": "skipped"}}, "2026-11-22", {"follow-up", "thank"}),
        ({"contacts": [SENT]}, "2026-11-23", {"thank", "material-1"}),
        ({"notes": NOTES.replace(" by 2026-11-25", "")}, "2026-11-23", {"thank"}),
        ({"notes": NOTES.replace("two ", "three ")}, "2026-11-23", {"thank"}),
        ({"outcome": "rejected"}, "2026-11-23", {"thank", "follow-up", "material-1"}),
        ({"outcome": "rejected"}, "2027-01-20", {"thank", "follow-up", "material-1"}),
        ({"outcome": "withdrawn"}, "2026-11-11", EVERY),
        ({"outcome": "withdrawn", "notes": ""}, "2026-11-11", EVERY),
        ({"outcome": "withdrawn", "notes": ""}, "2026-11-13", EVERY),
        ({"outcome": "rejected", "notes": "", "contacts": [THANKED]}, "2026-11-13", EVERY - {"interview"}),
    ],
)
def test_what_is_over_is_taken_out_and_the_rest_stays(
    what: dict[str, object], now: str, gone: set[str]
) -> None:
    record = interview(HELD, **{"notes": NOTES, **what})  # type: ignore[arg-type]
    assert cancelled(record, now) - {"material-1"} == gone - {"material-1"}
    assert live(record, now) >= EVERY - gone - {"material-1"}
    has_material = bool(record.notes)
    assert ("material-1" in live(record, now)) == (has_material and "material-1" not in gone)


def test_what_is_cancelled_has_no_alarm_nor_words_and_stands_on_its_day() -> None:
    record = interview(HELD, NOTES, [contact("reply", "2026-11-23")])
    event = found(record, "2026-11-23T18:00")["follow-up"]
    assert (event.begins, event.last) == (date(2026, 11, 23), date(2026, 11, 24))
    assert (event.is_cancelled, event.alarm, event.text) == (True, None, "")


def test_an_answer_with_a_new_day_moves_the_follow_up() -> None:
    reply = contact("reply", "2026-11-23")
    record = interview(HELD, NOTES, [reply], [promise("2026-11-23", "2026-12-04")])
    event = found(record, "2026-11-23T18:00")["follow-up"]
    assert (event.begins, event.last, event.is_cancelled) == (date(2026, 12, 7), date(2026, 12, 8), False)


def test_the_second_follow_up_takes_the_place_of_the_first() -> None:
    event = found(interview(HELD, NOTES, follow_ups("2026-11-23")), "2026-11-24")["follow-up"]
    assert event.summary == "Acme: follow up again"
    assert event.begins == date(2026, 11, 30)
    assert event.text == "The last one went out on Mon 23 Nov; one more is fine (the article)."


@pytest.mark.parametrize(
    ("notes", "summary", "text"),
    [
        ("", "follow up (our estimate)", "No day is known: Thu 19 Nov is our estimate (career guides)."),
        ("> soon", "follow up (our estimate)", "They said “soon”, which names no day: Thu 19 Nov is our"),
        ("> by 2026-11-20", "follow up", "“by 2026-11-20” is Fri 20 Nov; a day or two after it, check in"),
    ],
)
def test_an_estimate_is_called_ours_and_asks_for_the_real_day(notes: str, summary: str, text: str) -> None:
    event = found(interview(HELD, notes), "2026-11-13")["follow-up"]
    assert event.summary == f"Acme: {summary}"
    assert event.text.startswith(text)
    assert ("promised" in event.text or "the article" in event.text) == (summary == "follow up")


def test_no_text_is_only_true_today() -> None:
    """A calendar shows it on other days, too."""
    for contacts in ([], follow_ups("2026-11-22"), follow_ups("2026-11-23")):
        for now in ("2026-11-11", "2026-11-12T20:00", "2026-11-13", "2026-11-23T18:00", "2026-12-20"):
            shown = found(interview(HELD, NOTES, contacts), now)
            assert shown
            for event in shown.values():
                by_name = f"{event.summary} {event.text}".replace("a day or two", "").lower()
                assert not any(word in by_name for word in ("today", "tomorrow", "yesterday", " ago"))


def test_alarms_are_for_what_is_to_come() -> None:
    record = interview(HELD, NOTES)
    ringing = {
        now: {name for name, event in found(record, now).items() if event.alarm is not None}
        for now in (
            "2026-11-12T12:59",
            "2026-11-12T13:30",
            "2026-11-12T18:00",
            "2026-11-23T08:59",
            "2026-11-25T09:00",
        )
    }
    assert list(ringing.values()) == [
        {"interview", "thank", "follow-up", "material-1"},
        {"thank", "follow-up", "material-1"},
        {"follow-up", "material-1"},
        {"follow-up", "material-1"},
        set(),
    ]


def test_thanks_are_not_asked_for_before_a_late_interview_is_over() -> None:
    for held, hours in (("09:00", 18), ("17:30", 19), ("22:30", 23)):
        alarm = found(interview(f"2026-11-12T{held}"), "2026-11-12T08:00")["thank"].alarm
        assert alarm is not None
        assert alarm.total_seconds() == hours * 3600


def test_material_is_named_by_its_place() -> None:
    three = interview(HELD, "+ a by 2026-11-25\n+ b by 2026-11-26\n+ c by 2026-11-27")
    record = interview(HELD, "+ b by 2026-11-26")
    assert live(three, "2026-11-13") >= {"material-1", "material-2", "material-3"}
    events_found = found(record, "2026-11-13")
    assert (events_found["material-1"].summary, events_found["material-1"].is_cancelled) == (
        "Acme: send b",
        False,
    )
    assert sum(name.startswith("material") for name in events_found) == 1


def test_what_is_long_past_is_left_alone() -> None:
    # The follow-up may go out on the 23rd and 24th; material is due on the 25th, the last day that is known.
    last = date(2026, 11, 25).toordinal()
    days = (CANCELLED_FOR_DAYS, CANCELLED_FOR_DAYS + 1)
    within, after = (date.fromordinal(last + count).isoformat() for count in days)
    for outcome, before, since in (
        ("", {"interview", "follow-up", "material-1"}, {"interview"}),
        ("rejected", {"interview"}, {"interview"}),
    ):
        record = interview(HELD, NOTES, outcome=outcome)
        assert live(record, within) == before
        assert set(found(record, within)) == EVERY | {"material-1"}
        assert set(found(record, after)) == since
    assert found(interview(HELD, outcome="withdrawn"), after) == {}


def test_a_later_contact_or_promise_keeps_it_recent() -> None:
    late = interview(HELD, NOTES, [contact("other", "2027-02-20")])
    assert "follow-up" in live(late, "2027-03-01")
    revised = interview(HELD, NOTES, promises=[promise("2026-11-20", "2027-02-20")], outcome="rejected")
    assert "follow-up" in cancelled(revised, "2027-03-01")


def test_many_past_interviews_make_a_short_calendar_without_alarms() -> None:
    many = [
        interview(f"2026-{month:02}-{day:02}T10:00", NOTES, id=f"{month}-{day}", outcome=outcome)
        for month in (3, 4, 5, 6)
        for day, outcome in ((2, ""), (3, "rejected"), (4, ""), (5, "offer"))
    ]
    now = "2027-03-01"
    all_events = list(events(plan_positions(many, at(now), Rules()), at(now)))
    assert [event.name for event in all_events] == [f"{record.id}-interview" for record in many]
    assert all(event.alarm is None and not event.is_cancelled for event in all_events)


def test_an_interview_in_another_zone_says_the_time_there() -> None:
    record = interview("2026-11-27T05:00+01:00", their_zone="America/Los_Angeles", setting="video")
    assert found(record, "2026-11-23")["interview"].text == "video, 20:00 there"
    assert found(record.but(their_zone=""), "2026-11-23")["interview"].text == "video"


def test_an_offer_is_answered_by_its_day_and_an_earlier_one_no_more() -> None:
    made = reply("offer", "2026-11-20T10:00", "2026-11-27")
    event = found(interview(HELD, notes=NOTES, contacts=[made]), "2026-11-21")["offer"]
    assert (event.begins, event.is_cancelled) == (date(2026, 11, 27), False)
    assert event.summary.endswith(": answer the offer")
    undated = found(interview(HELD, notes=NOTES, contacts=[reply("offer", "2026-11-20T10:00")]), "2026-11-21")
    assert undated["offer"].summary.endswith(": answer the offer (our estimate)")
    answered = contact("other", "2026-11-21T10:00").but(letter="decline")
    gone = interview(HELD, notes=NOTES, contacts=[made, answered])
    assert "offer" in cancelled(gone, "2026-11-22")
