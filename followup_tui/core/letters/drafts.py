"""Queries about drafts: whom one is for, which one is open, and what sending it puts on record."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime

from followup_tui.core.model.logbook import Contact, ContactKind, Draft, Interview
from followup_tui.core.text import clean_line, fold_name

EMAIL = "email"
VIA = f"{EMAIL} via "
"""What the channel of a note begins with that goes through somebody else, whose name follows."""


def draft_recipients(draft: Draft, known: Iterable[str]) -> tuple[str, ...]:
    """Whom a draft covers, by the names as noted (`known`); one that is not among them as it is written."""
    noted = {fold_name(name): name for name in known}
    parts = [draft.person] if fold_name(draft.person) in noted else draft.person.split(",")
    names = (clean_line(part) for part in parts)
    return tuple(dict.fromkeys(noted.get(fold_name(name), name) for name in names if name))


def find_draft(interview: Interview, kind: ContactKind, person: str, known: Iterable[str]) -> Draft | None:
    """The latest draft of that kind that covers a person; of a follow-up, whoever it goes to."""
    names = tuple(known)
    folded = fold_name(person)
    for draft in reversed(interview.drafts):
        if draft.kind is not kind:
            continue
        to = tuple(map(fold_name, draft_recipients(draft, names)))
        if kind is ContactKind.FOLLOW_UP or folded in to or (not folded and not to):
            return draft
    return None


def sent_contacts(
    draft: Draft,
    names: Sequence[str],
    at: datetime,
    ids: Iterator[str],
    reason: str = "",
    wanted: Iterable[str] = (),
) -> tuple[Contact, ...]:
    """The contacts that a letter leaves on the record, each with an id of `ids`.

    A note of thanks or an invitation leaves one for each person it covers. A follow-up counts once against
    the budget, whoever it goes to. Of the material `wanted`, what the letter names is sent with it; where it
    names nothing, all of it.
    """
    each = tuple(names) or ("",)
    if draft.kind not in (ContactKind.THANK_YOU, ContactKind.CONNECT):
        each = (", ".join(each),)
    channel = draft.channel or EMAIL

    def contact(kind: ContactKind, person: str, text: str) -> Contact:
        return Contact(
            id=next(ids), at=at, kind=kind, person=person, channel=channel, text=text, reason=reason
        )

    if draft.kind is not ContactKind.MATERIAL:
        return tuple(contact(draft.kind, name, draft.body) for name in each)
    things, body = tuple(dict.fromkeys(wanted)), fold_name(draft.body)
    named = tuple(what for what in things if fold_name(what) in body) or things
    # The text of a contact about material is what was sent: the letter stands beside it.
    letter = contact(ContactKind.OTHER, each[0], draft.body)
    return (*(contact(ContactKind.MATERIAL, each[0], what) for what in named), letter)
