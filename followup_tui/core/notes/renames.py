"""Renamings: a person or a material is given another name in the notes, and its records follow."""

from datetime import date
from typing import NamedTuple

from followup_tui.core.model.logbook import ContactKind, Interview
from followup_tui.core.notes import signs
from followup_tui.core.notes.facts import parse_lines, parse_material
from followup_tui.core.notes.people import joins_another, parse_people
from followup_tui.core.notes.signs import SignSpec
from followup_tui.core.text import fold_name


class Renaming(NamedTuple):
    """One name in the notes replaced by another."""

    sign: SignSpec
    old: str
    new: str


def find_renamings(old_notes: str, new_notes: str, said_on: date) -> tuple[Renaming, ...]:
    """Return the people and materials that have another name in the new notes.

    One `@` line replaced by one `@` line is a renaming (likewise `+`): there are as many lines of the sign as
    before, and exactly one of the names differs. Anything else counts as removed and added.
    """
    renamings = []
    for sign in (signs.PERSON, signs.MATERIAL):
        old, new = _names(old_notes, sign, said_on), _names(new_notes, sign, said_on)
        if len(old) != len(new):
            continue
        changed = [
            (before, after)
            for before, after in zip(old, new, strict=True)
            if fold_name(before) != fold_name(after)
        ]
        if len(changed) != 1:
            continue
        before, after = changed[0]
        if sign is signs.PERSON and joins_another(before, after):
            continue
        folded_old, folded_new = set(map(fold_name, old)), set(map(fold_name, new))
        if fold_name(before) not in folded_new and fold_name(after) not in folded_old:
            renamings.append(Renaming(sign, before, after))
    return tuple(renamings)


def apply_renaming(interview: Interview, renaming: Renaming) -> Interview:
    """Return the interview with its contacts, drafts and skips under the new name."""
    old, new = fold_name(renaming.old), renaming.new

    def renamed(name: str) -> str:
        return new if fold_name(name) == old else name

    if renaming.sign is signs.MATERIAL:
        return interview.but(
            contacts=tuple(
                contact.but(text=renamed(contact.text)) if contact.kind is ContactKind.MATERIAL else contact
                for contact in interview.contacts
            )
        )
    skips = interview.skips
    return interview.but(
        contacts=tuple(contact.but(person=renamed(contact.person)) for contact in interview.contacts),
        drafts=tuple(draft.but(person=renamed(draft.person)) for draft in interview.drafts),
        skips=skips.but(thank=tuple(map(renamed, skips.thank)), connect=tuple(map(renamed, skips.connect))),
    )


def _names(notes: str, sign: SignSpec, said_on: date) -> list[str]:
    """Return the names that lines with a sign hold, in their order: of people or of materials."""
    names = []
    for line in parse_lines(notes):
        if line.sign is sign and not line.is_none:
            if sign is signs.PERSON:
                names += [person.name for person in parse_people(line.text)]
            else:
                names.append(parse_material(line, said_on).what)
    return [name for name in names if name]
