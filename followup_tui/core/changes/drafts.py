"""Letters on their way, as changes: a draft is written, sent or thrown away; a contact is set right."""

from datetime import datetime
from typing import NamedTuple

from followup_tui.core.changes.base import edit_interview
from followup_tui.core.dates.format import contact_name, listed
from followup_tui.core.merge.equality import digest
from followup_tui.core.model.logbook import Contact, Deleted, Draft, Interview, Logbook


class WriteDraft(NamedTuple):
    """Keeps a draft as it is now: a new one, or a newer version of the one with its id."""

    interview_id: str
    draft: Draft
    is_typed: bool = True
    """Letter by letter; what another editor left is a step of undo of its own."""

    @property
    def title(self) -> str:
        return f"writing {contact_name(self.draft.kind, self.draft.person)}"

    def apply(self, logbook: Logbook) -> Logbook:
        def edit(old: Interview) -> Interview:
            if any(one.id == self.draft.id for one in old.drafts):
                return old.but(
                    drafts=tuple(self.draft if one.id == self.draft.id else one for one in old.drafts)
                )
            return old.but(drafts=(*old.drafts, self.draft))

        return edit_interview(logbook, self.interview_id, edit)


class DiscardDraft(NamedTuple):
    """Throws a draft away; `at` as with an interview that is deleted."""

    interview_id: str
    draft_id: str
    at: datetime

    @property
    def title(self) -> str:
        return "throwing a draft away"

    def apply(self, logbook: Logbook) -> Logbook:
        return _without_draft(logbook, self.interview_id, self.draft_id, self.at)


class SendLetter(NamedTuple):
    """Puts a letter that went out on the record, for each person it covers, and removes its draft."""

    interview_id: str
    draft_id: str
    contacts: tuple[Contact, ...]
    at: datetime

    @property
    def title(self) -> str:
        names = listed(list(dict.fromkeys(one.person for one in self.contacts if one.person)))
        return f"sending {contact_name(self.contacts[0].kind if self.contacts else 'other', names)}"

    def apply(self, logbook: Logbook) -> Logbook:
        sent = edit_interview(
            logbook, self.interview_id, lambda old: old.but(contacts=(*old.contacts, *self.contacts))
        )
        return _without_draft(sent, self.interview_id, self.draft_id, self.at)


class EditContact(NamedTuple):
    """Sets a contact on the record right."""

    interview_id: str
    contact: Contact

    @property
    def title(self) -> str:
        return f"editing {contact_name(self.contact.kind, self.contact.person)}"

    def apply(self, logbook: Logbook) -> Logbook:
        new = self.contact
        return edit_interview(
            logbook,
            self.interview_id,
            lambda old: old.but(contacts=tuple(new if one.id == new.id else one for one in old.contacts)),
        )


def _without_draft(logbook: Logbook, interview_id: str, draft_id: str, at: datetime) -> Logbook:
    interview = logbook.interview(interview_id)
    gone = [one for one in interview.drafts if one.id == draft_id] if interview is not None else []
    if interview is None or not gone:
        return logbook
    kept = tuple(one for one in interview.drafts if one.id != draft_id)
    after = edit_interview(logbook, interview_id, lambda old: old.but(drafts=kept))
    deleted = (Deleted(id=one.id, at=at, kind="draft", of=interview_id, was=digest(one)) for one in gone)
    return after.but(deleted=(*after.deleted, *deleted))
