"""The record follows a person or a material that the notes give another name."""

from followup_tui.core.model.logbook import ContactKind, Interview, Skips
from followup_tui.core.notes.facts import Renaming, Sign
from followup_tui.core.text import fold_name


def apply_renaming(interview: Interview, renaming: Renaming) -> Interview:
    """The interview with its contacts, drafts and skips under the new name."""
    old = fold_name(renaming.old)
    if renaming.sign is Sign.PERSON:
        contacts = tuple(
            one.but(person=renaming.new) if fold_name(one.person) == old else one
            for one in interview.contacts
        )
        drafts = tuple(
            one.but(person=renaming.new) if fold_name(one.person) == old else one for one in interview.drafts
        )
        skips: Skips = interview.skips.but(
            thank=_with_name(interview.skips.thank, old, renaming.new),
            connect=_with_name(interview.skips.connect, old, renaming.new),
        )
        return interview.but(contacts=contacts, drafts=drafts, skips=skips)
    contacts = tuple(
        one.but(text=renaming.new) if one.kind is ContactKind.MATERIAL and fold_name(one.text) == old else one
        for one in interview.contacts
    )
    return interview.but(contacts=contacts)


def _with_name(names: tuple[str, ...], old: str, new: str) -> tuple[str, ...]:
    return tuple(new if fold_name(name) == old else name for name in names)
