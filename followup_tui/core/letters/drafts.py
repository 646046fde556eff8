"""Queries about drafts: who one goes to, which one is open, what sending it puts on record."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from functools import partial

from followup_tui.core.letters.kinds import LetterKind, letter_kind_of
from followup_tui.core.model.logbook import Contact, ContactKind, Draft, Interview
from followup_tui.core.rules.contacts import EMAIL
from followup_tui.core.text import clean_line, fold_name

VIA = f"{EMAIL} via "
"""The channel of a letter that somebody else passes on begins with this; their name follows."""


def draft_recipients(draft: Draft, known: Iterable[str]) -> tuple[str, ...]:
    """Return the recipients of a draft, spelled as in `known`; a name that is not known stays as it is."""
    noted = {fold_name(name): name for name in known}
    parts = [draft.person] if fold_name(draft.person) in noted else draft.person.split(",")
    names = (clean_line(part) for part in parts)
    return tuple(dict.fromkeys(noted.get(fold_name(name), name) for name in names if name))


def find_draft(interview: Interview, kind: LetterKind, person: str, known: Iterable[str]) -> Draft | None:
    """Return the latest draft of that kind to a person; of a shared kind, whoever it goes to."""
    names = tuple(known)
    folded = fold_name(person)
    for draft in reversed(interview.drafts):
        if letter_kind_of(draft).id != kind.id:
            continue
        recipients = tuple(map(fold_name, draft_recipients(draft, names)))
        if kind.is_shared or folded in recipients or (not folded and not recipients):
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
    """Return the contacts that sending a letter puts on record, each with an id from `ids`.

    A personal kind leaves one for each person. A follow-up counts once against the budget, whoever it goes
    to. Of the `wanted` material, what the letter names was sent with it; all of it where it names none.
    """
    kind = letter_kind_of(draft)
    recipients = tuple(names) or ("",)
    if not kind.is_personal:
        recipients = (", ".join(recipients),)
    contact = partial(Contact, at=at, channel=draft.channel or EMAIL, reason=reason, letter=draft.letter)
    if draft.kind is not ContactKind.MATERIAL:
        return tuple(
            contact(id=next(ids), kind=draft.kind, person=name, text=draft.body) for name in recipients
        )
    # A material contact names what was sent; the text of the letter is a contact of its own.
    letter = contact(id=next(ids), kind=ContactKind.OTHER, person=recipients[0], text=draft.body)
    materials, body = tuple(dict.fromkeys(wanted)), fold_name(draft.body)
    sent = tuple(what for what in materials if fold_name(what) in body) or materials
    named = (
        contact(id=next(ids), kind=ContactKind.MATERIAL, person=recipients[0], text=what) for what in sent
    )
    return (*named, letter)
