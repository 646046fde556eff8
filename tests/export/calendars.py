"""What others make of our calendars: the reader of `icalendar`, and a small calendar that imports."""

from datetime import date, datetime
from typing import Any, NamedTuple

from icalendar import Calendar

DOMAIN = "@followup-tui"


def events(text: str) -> dict[str, Any]:
    """Return the events in a calendar file by their names, without our domain."""
    found = list(Calendar.from_ical(text).walk("VEVENT"))
    named = {str(event["UID"]).removesuffix(DOMAIN): event for event in found}
    assert len(named) == len(found), "two events have one name"
    assert all(str(event["UID"]).endswith(DOMAIN) for event in found)
    return named


def is_cancelled(event: Any) -> bool:
    """Return whether the event is one that is no more."""
    return str(event["STATUS"]) == "CANCELLED"


def has_alarm(event: Any) -> bool:
    """Return whether the event rings."""
    return bool(event.walk("VALARM"))


def live(found: dict[str, Any]) -> set[str]:
    """Return the names of those that are not cancelled."""
    return {name for name, event in found.items() if not is_cancelled(event)}


class Shown(NamedTuple):
    """What somebody sees of an event."""

    summary: str
    begins: date | datetime
    ends: date | None


class SmallCalendar:
    """A calendar that takes in files as RFC 5546 (2.1.5) has it: of one name, the greatest number stands."""

    def __init__(self) -> None:
        self._held: dict[str, Any] = {}

    def take_in(self, text: str) -> None:
        """Import a file."""
        for name, event in events(text).items():
            held = self._held.get(name)
            if held is None or event["SEQUENCE"] > held["SEQUENCE"]:
                self._held[name] = event

    @property
    def live(self) -> dict[str, Shown]:
        """What stands in the calendar, by name."""
        return {
            name: Shown(str(event["SUMMARY"]), event.decoded("DTSTART"), event.decoded("DTEND", None))
            for name, event in self._held.items()
            if not is_cancelled(event)
        }
