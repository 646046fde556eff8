"""The events of earlier exports to a file, so that the next export can cancel those that are gone.

They are kept in the state folder. If they are lost, the next calendar is still right, but cancels nothing.
"""

import json
from collections.abc import Iterable
from contextlib import suppress
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from followup_tui.core.companies import company_key
from followup_tui.core.text import fold_name
from followup_tui.storage import atomic
from followup_tui.storage.constants import short_digest

if TYPE_CHECKING:
    from followup_tui.core.model.logbook import Interview
    from followup_tui.export.events import Event


class CalendarHistory:
    """The events of earlier exports to a file, and the interviews that they were made of."""

    def __init__(self, state: Path, destination: str) -> None:
        """Read the history. One that can't be read is empty: then nothing is cancelled."""
        self._path = state / f"{short_digest(destination)}.calendar"
        self.events: dict[str, Event] = {}
        self._interviews: dict[str, list[str]] = {}
        with suppress(OSError, ValueError, KeyError, TypeError, AttributeError):
            saved = json.loads(self._path.read_bytes())
            self.events = {name: _event(name, fields) for name, fields in saved["events"].items()}
            self._interviews = dict(saved["interviews"])

    def with_earlier_ids(self, interviews: "Iterable[Interview]") -> "list[Interview]":
        """Return the interviews, each with the id that its events have had.

        A record without an id in the file has one made of its company and time. Where its time changes, it is
        still the same if it is the only new one of that company, role and round, and just one is missing.
        """
        interviews = list(interviews)
        ids = {interview.id for interview in interviews}
        missing = {id: identity for id, identity in self._interviews.items() if id not in ids}
        added = [interview for interview in interviews if interview.id not in self._interviews]
        for interview in added:
            alike = [id for id, identity in missing.items() if identity == _identity(interview)]
            if len(alike) == 1 and sum(_identity(other) == _identity(interview) for other in added) == 1:
                index = interviews.index(interview)
                interviews[index] = interview.but(id=alike[0])
        return interviews

    def save(self, events: "Iterable[Event]", interviews: "Iterable[Interview]") -> None:
        """Remember the events of a calendar, with the earlier ones of interviews that it was not made of."""
        self.events |= {event.name: event for event in events}
        self._interviews |= {interview.id: _identity(interview) for interview in interviews}
        fields = {
            event.name: [event.summary, event.begins.isoformat(), event.last and event.last.isoformat()]
            for event in self.events.values()
        }
        data = json.dumps({"events": fields, "interviews": self._interviews}, ensure_ascii=False).encode()
        with suppress(OSError):
            atomic.make_folder(self._path.parent)
            atomic.atomic_write(self._path, data)


def _identity(interview: "Interview") -> list[str]:
    """Return what an interview is known by if its time has changed, and with it its id."""
    return [company_key(interview.company), fold_name(interview.role), str(interview.round)]


def _event(name: str, fields: list[Any]) -> "Event":
    """Return an event as it was saved; raise ValueError where it can't be read."""
    from followup_tui.export.events import Event

    summary, begins, last = fields
    has_time = "T" in begins
    return Event(
        name,
        str(summary),
        datetime.fromisoformat(begins) if has_time else date.fromisoformat(begins),
        date.fromisoformat(last) if last else None,
    )
