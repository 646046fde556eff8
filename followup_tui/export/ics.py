"""The events as a calendar file (RFC 5545).

A calendar program that has imported an earlier export updates its events: their names (UID) stay the same,
and their number (SEQUENCE) grows. To leave an event out does not remove it there, so events that no longer
apply are exported as cancelled. Several programs show those like any other event: their titles say it, and
they take up no time.
"""

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from typing import NamedTuple

from followup_tui.core.rules.position_plan import PositionPlan
from followup_tui.core.text import clean_line
from followup_tui.export.events import CANCELLED_FOR_DAYS, Event, events

_EPOCH = datetime(2020, 1, 1, tzinfo=UTC)
_MAX_NUMBER = 2**31 - 1
"""The greatest number that a calendar has to understand (RFC 5545, 3.3.8); reached in 2088."""
_MAX_LINE_OCTETS = 75
"""The longest line, in octets (RFC 5545, 3.1)."""


class Calendar(NamedTuple):
    """A calendar file, and the events in it that are not cancelled."""

    text: str
    """Empty where there is nothing to put in it: a calendar has to hold something (RFC 5545, 3.6)."""
    events: tuple[Event, ...]


def calendar(plans: Iterable[PositionPlan], now: datetime, earlier: Iterable[Event] = ()) -> Calendar:
    """Return the calendar at `now`, which cancels the `earlier` events that no longer apply."""
    live = tuple(event for event in events(plans, now) if not event.is_cancelled)
    names = {event.name for event in live}
    first = now.date() - timedelta(days=CANCELLED_FOR_DAYS)
    cancelled = [
        event._replace(summary=f"Cancelled: {event.summary}", text="", alarm=None, is_cancelled=True)
        for event in earlier
        if event.name not in names and _last_day(event) >= first
    ]
    lines = [line for event in (*live, *cancelled) for line in _lines(event, now)]
    if not lines:
        return Calendar("", live)
    whole = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//followup-tui//followup-tui//EN",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        "X-WR-CALNAME:Interviews",
        *lines,
        "END:VCALENDAR",
    ]
    return Calendar("".join(f"{_folded(line)}\r\n" for line in whole), live)


def _last_day(event: Event) -> date:
    begins = event.begins.date() if isinstance(event.begins, datetime) else event.begins
    return event.last or begins


def _lines(event: Event, now: datetime) -> list[str]:
    """Return an event as the lines of a VEVENT, not yet folded."""
    stamp = _utc(now)
    lines = [
        "BEGIN:VEVENT",
        f"UID:{_escaped(event.name)}@followup-tui",
        f"DTSTAMP:{stamp}",
        f"LAST-MODIFIED:{stamp}",
        f"SEQUENCE:{_sequence(now)}",
        *_time(event),
        f"SUMMARY:{_escaped(event.summary)}",
        "CLASS:PRIVATE",
        f"STATUS:{'CANCELLED' if event.is_cancelled else 'CONFIRMED'}",
    ]
    if event.text:
        lines.append(f"DESCRIPTION:{_escaped(event.text)}")
    if event.alarm is not None:
        lines += [
            "BEGIN:VALARM",
            "ACTION:DISPLAY",
            f"DESCRIPTION:{_escaped(event.summary)}",
            f"TRIGGER:{_hours(event.alarm)}",
            "END:VALARM",
        ]
    return [*lines, "END:VEVENT"]


def _sequence(now: datetime) -> int:
    """Return the number of an export: seconds since 2020.

    Nothing of an earlier export is known, so each event counts as changed: the same
    at the same moment, greater at every later one.
    """
    return min(max(0, (now - _EPOCH) // timedelta(seconds=1)), _MAX_NUMBER)


def _time(event: Event) -> list[str]:
    begins = event.begins
    if isinstance(begins, datetime):
        transparency = "TRANSPARENT" if event.is_cancelled else "OPAQUE"
        return [f"DTSTART:{_utc(begins)}", "DURATION:PT1H", f"TRANSP:{transparency}"]
    # The day after the last one: an end is not part of it.
    after = (event.last or begins) + timedelta(days=1)
    return [f"DTSTART;VALUE=DATE:{begins:%Y%m%d}", f"DTEND;VALUE=DATE:{after:%Y%m%d}", "TRANSP:TRANSPARENT"]


def _hours(span: timedelta) -> str:
    hours = span // timedelta(hours=1)
    return f"-PT{-hours}H" if hours < 0 else f"PT{hours}H"


def _utc(at: datetime) -> str:
    return f"{at.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _escaped(text: str) -> str:
    line = clean_line(text)
    return line.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")


def _folded(line: str) -> str:
    """Return the line in pieces of at most 75 octets, none of which cuts a character."""
    pieces, piece, size = [], "", 0
    for letter in line:
        octets = len(letter.encode())
        if size + octets > _MAX_LINE_OCTETS:
            pieces.append(piece)
            piece, size = " ", 1
        piece += letter
        size += octets
    return "\r\n".join([*pieces, piece])
