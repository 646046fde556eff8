"""The protocol of a change, and what all changes need.

A change is a value (a command): `apply` returns the changed logbook, and undo puts the old one back. That is
cheap, because frozen values share all that stayed the same. A change whose interview, contact or draft has
been deleted elsewhere returns the logbook as it is.
"""

from collections.abc import Callable, Collection
from datetime import datetime
from typing import Literal, Protocol, TypeVar

from followup_tui.core.merge.equality import digest
from followup_tui.core.model.logbook import Contact, Deleted, Draft, Interview, Logbook

Record = TypeVar("Record", Contact, Draft)


class Change(Protocol):
    """An undoable change."""

    @property
    def title(self) -> str:
        """What the change does, in a few words, for the message that undoing or redoing it shows."""
        ...

    def apply(self, logbook: Logbook) -> Logbook:
        """Return the logbook after the change; the same object if nothing changes."""
        ...


def edit_interview(logbook: Logbook, id: str, edit: Callable[[Interview], Interview]) -> Logbook:
    """Return the logbook with one interview edited; the same object if nothing changes or it is gone."""
    old = logbook.interview(id)
    if old is None:
        return logbook
    new = edit(old)
    if new == old:
        return logbook
    return logbook.but(
        interviews=tuple(new if interview is old else interview for interview in logbook.interviews)
    )


def replace_record(records: tuple[Record, ...], new: Record) -> tuple[Record, ...]:
    """Return the records with `new` in place of the one with its id."""
    return tuple(new if record.id == new.id else record for record in records)


def delete_record(
    logbook: Logbook, interview_id: str, kind: Literal["contact", "draft"], id: str, at: datetime
) -> Logbook:
    """Return the logbook without a contact or a draft; it remembers the deletion, made at `at`."""
    interview = logbook.interview(interview_id)
    if interview is None:
        return logbook
    records: tuple[Contact | Draft, ...] = interview.contacts if kind == "contact" else interview.drafts
    remaining = tuple(record for record in records if record.id != id)
    after = edit_interview(logbook, interview_id, lambda old: old.but(**{f"{kind}s": remaining}))
    deleted = [record for record in records if record.id == id]
    return remember_deleted(after, kind, deleted, at, interview_id)


def remember_deleted(
    logbook: Logbook,
    kind: Literal["interview", "contact", "draft"],
    records: Collection[Interview | Contact | Draft],
    at: datetime,
    interview_id: str = "",
) -> Logbook:
    """Return the logbook with a `Deleted` entry for each record.

    Merging needs these: without them a copy of the file from before the deletion would bring a record back.
    """
    entries = (
        Deleted(id=record.id, at=at, kind=kind, of=interview_id, was=digest(record)) for record in records
    )
    return logbook.but(deleted=(*logbook.deleted, *entries)) if records else logbook
