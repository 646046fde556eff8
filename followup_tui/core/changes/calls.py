"""A call from somebody who is in no notes yet: the name goes into the notes, the call on record.

Nobody is thanked for calling, and nobody met on the phone is connected with (ours): the caller is skipped
for both.
"""

from datetime import date
from typing import Literal, NamedTuple

from followup_tui.core.changes.interviews import SkipPerson
from followup_tui.core.changes.notes import AddNotes
from followup_tui.core.changes.positions import record_contact
from followup_tui.core.model.logbook import Contact, Logbook, StepId
from followup_tui.core.notes.facts import people_in


class FileCall(NamedTuple):
    """Add lines to the notes, and put the call on record in which they were noted: one step of undo.

    The caller is skipped for thanking and connecting.
    """

    interview_id: str
    lines: str
    contact: Contact
    noted_on: date | None = None
    """The day on which they were noted, as in `AddNotes`."""

    @property
    def title(self) -> str:
        return f"filing the call from {self.contact.person}"

    def apply(self, logbook: Logbook) -> Logbook:
        noted = AddNotes(self.interview_id, self.lines, self.noted_on).apply(logbook)
        called = record_contact(noted, self.interview_id, self.contact)
        steps: tuple[Literal[StepId.THANK, StepId.CONNECT], ...] = (StepId.THANK, StepId.CONNECT)
        for step in steps:
            called = SkipPerson(self.interview_id, step, self.contact.person, skip=True).apply(called)
        return called


def named_person(lines: str) -> str:
    """Return the name of the first person that lines of notes name by the sign `@`; empty without any."""
    return next(iter(people_in(lines)), "")
