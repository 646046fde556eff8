"""Merging a copy of the logbook of which no common base is known, such as one of another machine.

The same interview may have been recorded on both, by hand or from the same table: then it has two ids. It is
one interview anyway, and gets the smaller id on either machine, so that both come to the same result. So is
a message that is the same in all but its id.
"""

from collections.abc import Iterable

from followup_tui.core.companies import company_key
from followup_tui.core.merge.equality import canonical_text
from followup_tui.core.merge.logbooks import Merged, merge
from followup_tui.core.merge.spellings import spelling_key
from followup_tui.core.model.logbook import Interview, Logbook
from followup_tui.core.text import fold_accents

Identity = tuple[object, ...]


def merge_copy(ours: Logbook, theirs: Logbook) -> Merged:
    """Merge `theirs` into `ours` without a base; interviews recorded on both sides become one."""
    return merge(None, *_with_shared_ids(ours, theirs))


def has_more(theirs: Logbook, ours: Logbook) -> bool:
    """Return whether `theirs` holds an interview, a line, a message or a draft that `ours` lacks."""
    ours, theirs = _with_shared_ids(ours, theirs)
    deleted = {record.id for record in ours.deleted}
    known_texts = {(line.to, line.text) for line in ours.inbox}
    return any((line.to, line.text) not in known_texts for line in theirs.inbox) or any(
        interview.id not in deleted and _has_more(interview, ours.interview(interview.id))
        for interview in theirs.interviews
    )


def _has_more(theirs: Interview, ours: Interview | None) -> bool:
    """Return whether another copy of an interview has a line, a contact or a draft that ours lacks."""
    if ours is None:
        return True
    their_lines, our_lines = ({*map(spelling_key, record.notes.split("\n"))} for record in (theirs, ours))
    has_new_line = not their_lines <= our_lines | {""}
    has_new_message = not {contact.id for contact in theirs.contacts} <= {
        contact.id for contact in ours.contacts
    }
    has_new_draft = not {draft.id for draft in theirs.drafts} <= {draft.id for draft in ours.drafts}
    return has_new_line or has_new_message or has_new_draft


def _with_shared_ids(ours: Logbook, theirs: Logbook) -> tuple[Logbook, Logbook]:
    """Return both logbooks with the same id for what both sides recorded."""
    new_ids = shared_ids(ours, theirs)
    ours, theirs = with_ids(ours, new_ids), with_ids(theirs, new_ids)
    for interview in ours.interviews:
        copy = theirs.interview(interview.id)
        if copy and (shared := _shared_contact_ids(interview, copy)):
            ours = _with_contact_ids(ours, interview, shared)
            theirs = _with_contact_ids(theirs, copy, shared)
    return ours, theirs


def _shared_contact_ids(ours: Interview, theirs: Interview) -> dict[str, str]:
    """Return new ids, by the old ones, for messages that are on both sides under different ids."""
    sides = [{contact.id for contact in interview.contacts} for interview in (ours, theirs)]
    mine, other = (
        {
            canonical_text(contact.but(id="same")): contact.id
            for contact in interview.contacts
            if contact.id not in known
        }
        for interview, known in ((ours, sides[1]), (theirs, sides[0]))
    )
    pairs = [(mine[key], other[key]) for key in mine.keys() & other.keys()]
    return {max(pair): min(pair) for pair in pairs}


def _with_contact_ids(logbook: Logbook, interview: Interview, new_ids: dict[str, str]) -> Logbook:
    contacts = (contact.but(id=new_ids.get(contact.id, contact.id)) for contact in interview.contacts)
    changed = interview.but(contacts=tuple(contacts))
    return logbook.but(
        interviews=tuple(changed if record is interview else record for record in logbook.interviews)
    )


def shared_ids(ours: Logbook, theirs: Logbook) -> dict[str, str]:
    """Return new ids, by the old ones, for interviews that both sides recorded under different ids."""
    sides = [{interview.id for interview in logbook.interviews} for logbook in (ours, theirs)]
    mine, other = (
        _by_identity(interview for interview in logbook.interviews if interview.id not in known)
        for logbook, known in ((ours, sides[1]), (theirs, sides[0]))
    )
    pairs = [(mine[key], other[key]) for key in mine.keys() & other.keys() if mine[key] and other[key]]
    return {max(pair): min(pair) for pair in pairs}


def _by_identity(interviews: Iterable[Interview]) -> dict[Identity, str]:
    """Return the id of each interview by what makes it the same; empty where several are alike."""
    ids: dict[Identity, str] = {}
    for interview in interviews:
        key = (
            company_key(interview.company),
            fold_accents(interview.role),
            interview.round,
            interview.held_at,
        )
        ids[key] = "" if key in ids else interview.id
    return ids


def with_ids(logbook: Logbook, new_ids: dict[str, str]) -> Logbook:
    """Return the logbook with new ids of its interviews, by the old ones."""
    if not new_ids or not any(interview.id in new_ids for interview in logbook.interviews):
        return logbook
    return logbook.but(
        interviews=tuple(
            interview.but(id=new_ids.get(interview.id, interview.id)) for interview in logbook.interviews
        ),
        inbox=tuple(line.but(to=new_ids.get(line.to, line.to)) for line in logbook.inbox),
        deleted=tuple(record.but(of=new_ids.get(record.of, record.of)) for record in logbook.deleted),
    )
