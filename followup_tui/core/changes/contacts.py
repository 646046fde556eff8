"""Changes to the contacts on record: add, edit, delete."""

from datetime import datetime
from typing import NamedTuple

from followup_tui.core.changes.base import delete_record, edit_interview, replace_record
from followup_tui.core.changes.positions import record_contact
from followup_tui.core.model.logbook import Contact, ContactKind, Logbook, Promise
from followup_tui.core.rules.contacts import contact_name


class RecordContact(NamedTuple):
    """Put a message or a meeting on record, with the new promised day if an answer brought one.

    What follows from it is part of the change: see `record_contact`.
    """

    interview_id: str
    contact: Contact
    promise: Promise | None = None

    @property
    def title(self) -> str:
        contact = self.contact
        if contact.kind is ContactKind.MATERIAL and contact.text:
            return f"sent {contact.text}"
        return f"recording {contact_name(contact)}"

    def apply(self, logbook: Logbook) -> Logbook:
        promise = self.promise
        if promise is not None and promise.at is not None:
            # A day that came with an answer counts from that answer on, never from before it.
            promise = promise.but(at=max(promise.at, self.contact.at))
        return record_contact(logbook, self.interview_id, self.contact, promise)


class EditContact(NamedTuple):
    """Replace a contact on record by its corrected version."""

    interview_id: str
    contact: Contact

    @property
    def title(self) -> str:
        return f"editing {contact_name(self.contact)}"

    def apply(self, logbook: Logbook) -> Logbook:
        return edit_interview(
            logbook,
            self.interview_id,
            lambda old: old.but(contacts=replace_record(old.contacts, self.contact)),
        )


class DeleteContact(NamedTuple):
    """Delete a contact from the record; the logbook remembers the deletion, made at the moment `at`."""

    interview_id: str
    contact_id: str
    at: datetime

    @property
    def title(self) -> str:
        return "deleting a contact"

    def apply(self, logbook: Logbook) -> Logbook:
        return delete_record(logbook, self.interview_id, "contact", self.contact_id, self.at)
