"""Changes to letters: a draft written, discarded, or sent, which puts it on record; a letter skipped."""

from datetime import datetime
from typing import NamedTuple

from followup_tui.core.changes.base import delete_record, edit_interview, replace_record
from followup_tui.core.changes.grouping import position_of_interview
from followup_tui.core.changes.positions import record_contact
from followup_tui.core.dates.format import listed
from followup_tui.core.model.logbook import Contact, Draft, Interview, Logbook
from followup_tui.core.rules.contacts import kind_name


class SkipLetter(NamedTuple):
    """Decide against a kind of letter for a position; with `skip` false, no longer."""

    interview_id: str
    letter: str
    """The id of the kind, such as `answer to rejection`."""
    skip: bool

    @property
    def title(self) -> str:
        return f"{'skipping' if self.skip else 'no longer skipping'} the {self.letter}"

    def apply(self, logbook: Logbook) -> Logbook:
        def edit(old: Interview) -> Interview:
            letters = tuple(letter for letter in old.skips.letters if letter != self.letter)
            if self.skip and old.id == self.interview_id:
                letters = (*letters, self.letter)
            return old.but(skips=old.skips.but(letters=letters))

        position = position_of_interview(logbook, self.interview_id)
        for record in position.interviews if position is not None else ():
            logbook = edit_interview(logbook, record.id, edit)
        return logbook


class WriteDraft(NamedTuple):
    """Save a draft: add it, or replace the one with its id."""

    interview_id: str
    draft: Draft
    is_typed: bool = True
    """Whether it was typed letter by letter: such changes are folded in the history. What an external editor
    left is a step of undo of its own."""

    @property
    def title(self) -> str:
        return f"writing {kind_name(self.draft.letter or self.draft.kind, self.draft.person)}"

    def apply(self, logbook: Logbook) -> Logbook:
        def edit(old: Interview) -> Interview:
            if any(draft.id == self.draft.id for draft in old.drafts):
                return old.but(drafts=replace_record(old.drafts, self.draft))
            return old.but(drafts=(*old.drafts, self.draft))

        return edit_interview(logbook, self.interview_id, edit)


class DiscardDraft(NamedTuple):
    """Delete a draft; the logbook remembers the deletion, made at the moment `at`."""

    interview_id: str
    draft_id: str
    at: datetime

    @property
    def title(self) -> str:
        return "discarding a draft"

    def apply(self, logbook: Logbook) -> Logbook:
        return delete_record(logbook, self.interview_id, "draft", self.draft_id, self.at)


class SendLetter(NamedTuple):
    """Put a letter that went out on record, one contact for each person it covers, and delete its draft.

    What follows from it is part of the change: see `record_contact`.
    """

    interview_id: str
    draft_id: str
    contacts: tuple[Contact, ...]
    at: datetime

    @property
    def title(self) -> str:
        names = list(dict.fromkeys(contact.person for contact in self.contacts if contact.person))
        kind = self.contacts[0].letter or self.contacts[0].kind if self.contacts else "other"
        return f"sending {kind_name(kind, listed(names))}"

    def apply(self, logbook: Logbook) -> Logbook:
        for contact in self.contacts:
            logbook = record_contact(logbook, self.interview_id, contact)
        return delete_record(logbook, self.interview_id, "draft", self.draft_id, self.at)
