"""Everything a user can change, as values: `apply` makes a new logbook of the old one.

Undo is the old logbook: frozen values share what did not change. A change that finds its interview gone
(deleted elsewhere) leaves the logbook as it is.
"""

from collections.abc import Callable
from datetime import date, datetime
from typing import Literal, NamedTuple, Protocol

from followup_tui.core.dates.format import contact_name
from followup_tui.core.merge.equality import digest
from followup_tui.core.model.logbook import (
    STEP_TITLES,
    Contact,
    Deleted,
    Interview,
    Logbook,
    Promise,
    StepId,
)
from followup_tui.core.notes.facts import find_renamings
from followup_tui.core.notes.late_notes import date_late_lines
from followup_tui.core.notes.renames import apply_renaming
from followup_tui.core.text import clean_text, fold_name


class Change(Protocol):
    """An undoable change."""

    @property
    def title(self) -> str:
        """What it did, in a few words, for the notice of undo."""
        ...

    def apply(self, logbook: Logbook) -> Logbook:
        """The logbook after the change; the same one where nothing changes."""
        ...


def edit_interview(logbook: Logbook, id: str, edit: Callable[[Interview], Interview]) -> Logbook:
    """The logbook with one interview edited; the same one where nothing changes or the interview is gone."""
    old = logbook.interview(id)
    if old is None:
        return logbook
    new = edit(old)
    if new == old:
        return logbook
    return logbook.but(interviews=tuple(new if one is old else one for one in logbook.interviews))


class AddInterview(NamedTuple):
    """Adds an interview to the end of the logbook."""

    interview: Interview

    @property
    def title(self) -> str:
        return f"adding {self.interview.company}"

    def apply(self, logbook: Logbook) -> Logbook:
        return logbook.but(interviews=(*logbook.interviews, self.interview))


class EditInterview(NamedTuple):
    """Replaces the particulars of an interview: all but its notes, ticks and record."""

    interview: Interview

    @property
    def title(self) -> str:
        return f"editing {self.interview.company}"

    def apply(self, logbook: Logbook) -> Logbook:
        new = self.interview
        return edit_interview(
            logbook,
            new.id,
            lambda old: old.but(
                company=new.company,
                role=new.role,
                round=new.round,
                held_at=new.held_at,
                setting=new.setting,
                outcome=new.outcome,
            ),
        )


class DeleteInterview(NamedTuple):
    """Takes an interview out of the logbook.

    With the moment `at`, the logbook keeps that it was deleted, and as what: a copy of the file from before
    does not bring it back.
    """

    interview_id: str
    company: str
    at: datetime | None = None

    @property
    def title(self) -> str:
        return f"deleting {self.company}"

    def apply(self, logbook: Logbook) -> Logbook:
        old = logbook.interview(self.interview_id)
        if old is None:
            return logbook
        kept = tuple(one for one in logbook.interviews if one is not old)
        deleted = logbook.deleted
        if self.at is not None:
            deleted = (*deleted, Deleted(id=old.id, at=self.at, was=digest(old)))
        return logbook.but(interviews=kept, deleted=deleted)


class TickStep(NamedTuple):
    """Ticks a step by hand (`tick` a day), skips it (`skipped`), or leaves it to the rules (None)."""

    interview_id: str
    step: StepId
    tick: date | Literal["skipped"] | None

    @property
    def title(self) -> str:
        verb = "unticking" if self.tick is None else "skipping" if self.tick == "skipped" else "ticking"
        return f"{verb} “{STEP_TITLES[self.step]}”"

    def apply(self, logbook: Logbook) -> Logbook:
        return edit_interview(
            logbook, self.interview_id, lambda old: old.but(ticks=old.ticks.with_tick(self.step, self.tick))
        )


class SkipPerson(NamedTuple):
    """Decides not to thank or not to connect with one person, or takes that back."""

    interview_id: str
    step: Literal[StepId.THANK, StepId.CONNECT]
    person: str
    skip: bool

    @property
    def title(self) -> str:
        return f"{'skipping' if self.skip else 'no longer skipping'} {self.person}"

    def apply(self, logbook: Logbook) -> Logbook:
        field = "thank" if self.step is StepId.THANK else "connect"

        def edit(old: Interview) -> Interview:
            names: tuple[str, ...] = getattr(old.skips, field)
            names = tuple(name for name in names if fold_name(name) != fold_name(self.person))
            return old.but(skips=old.skips.but(**{field: (*names, self.person) if self.skip else names}))

        return edit_interview(logbook, self.interview_id, edit)


class WriteNotes(NamedTuple):
    """Replaces the notes. The record follows a person or a material that was given another name."""

    interview_id: str
    notes: str
    is_typed: bool = True
    """Letter by letter; a paste, or what another editor left, is a step of undo of its own."""

    @property
    def title(self) -> str:
        return "typing in the notes" if self.is_typed else "changing the notes"

    def apply(self, logbook: Logbook) -> Logbook:
        notes = clean_text(self.notes)

        def edit(old: Interview) -> Interview:
            new = old.but(notes=notes)
            for renaming in find_renamings(old.notes, notes, old.held_on):
                new = apply_renaming(new, renaming)
            return new

        return edit_interview(logbook, self.interview_id, edit)


class AddNotes(NamedTuple):
    """Adds lines to the end of the notes."""

    interview_id: str
    lines: str
    noted_on: date | None = None
    """The day on which they were noted, where the interview took place; None: that of the interview."""

    @property
    def title(self) -> str:
        return "filing a note"

    def apply(self, logbook: Logbook) -> Logbook:
        def edit(old: Interview) -> Interview:
            noted_on = self.noted_on or old.held_on
            lines = date_late_lines(self.lines, noted_on, old.held_on, logbook.rules.holidays)
            return old.but(notes=join_notes(old.notes, lines))

        return edit_interview(logbook, self.interview_id, edit)


class RecordContact(NamedTuple):
    """Puts a message or a meeting on the record, with the new promised day if an answer brought one."""

    interview_id: str
    contact: Contact
    promise: Promise | None = None

    @property
    def title(self) -> str:
        return f"recording {contact_name(self.contact.kind, self.contact.person)}"

    def apply(self, logbook: Logbook) -> Logbook:
        def edit(old: Interview) -> Interview:
            promises = (
                old.promises if self.promise is None else (*old.promises, self._come_with(self.promise))
            )
            return old.but(contacts=(*old.contacts, self.contact), promises=promises)

        return edit_interview(logbook, self.interview_id, edit)

    def _come_with(self, promise: Promise) -> Promise:
        # A day that came with an answer is never older than that.
        return promise if promise.at is None else promise.but(at=max(promise.at, self.contact.at))


class DeleteContact(NamedTuple):
    """Takes a contact off the record; `at` as with an interview."""

    interview_id: str
    contact_id: str
    at: datetime | None = None

    @property
    def title(self) -> str:
        return "taking a contact off the record"

    def apply(self, logbook: Logbook) -> Logbook:
        after = edit_interview(
            logbook,
            self.interview_id,
            lambda old: old.but(contacts=tuple(one for one in old.contacts if one.id != self.contact_id)),
        )
        if after is logbook or self.at is None:
            return after
        before = logbook.interview(self.interview_id)
        gone = [one for one in before.contacts if one.id == self.contact_id] if before else []
        deleted = tuple(
            Deleted(id=one.id, at=self.at, kind="contact", of=self.interview_id, was=digest(one))
            for one in gone
        )
        return after.but(deleted=(*after.deleted, *deleted))


class SetPromise(NamedTuple):
    """Sets or revises the promised day; the earlier ones stay on the record."""

    interview_id: str
    promise: Promise

    @property
    def title(self) -> str:
        return "setting the promised day"

    def apply(self, logbook: Logbook) -> Logbook:
        return edit_interview(
            logbook, self.interview_id, lambda old: old.but(promises=(*old.promises, self.promise))
        )


def join_notes(notes: str, lines: str) -> str:
    """`notes` with `lines` after them, each on lines of their own."""
    lines = clean_text(lines).strip("\n")
    if not lines.strip():
        return notes
    return f"{notes.rstrip()}\n{lines}\n" if notes.strip() else f"{lines}\n"
