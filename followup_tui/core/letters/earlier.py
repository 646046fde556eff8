"""What earlier letters of a position said already: something personal, or the answer to a concern."""

from collections.abc import Iterable
from functools import lru_cache

from followup_tui.core.letters.names import WORD, fold_word, parse_name, parse_recipients, without_possessive
from followup_tui.core.letters.telling_words import is_telling_word, stem
from followup_tui.core.model.logbook import Contact, ContactKind
from followup_tui.core.notes.facts import people_in
from followup_tui.core.rules.position import Position
from followup_tui.core.text import fold_name, words

MAX_TEXT_LENGTH = 20_000
"""Characters of a letter that are read (ours): ten times a usual one; it bounds the time that it takes."""
_ANSWER_SHARE = 0.6
"""The share of the telling words of an answer from which a letter gives that answer (ours)."""
_MIN_STEM = 4
"""Letters of a stem that tells what somebody likes (ours): "ice" alone may be anything."""
_PASTIMES = frozenset(
    map(stem, words("play plays like likes own owns live lives keep keeps run runs go goes grow grows came"))
)
"""What people do with what they like."""


def letters_sent(position: Position) -> tuple[Contact, ...]:
    """Return the letters of a position whose text is on record, earliest first."""
    return tuple(
        contact
        for contact in position.contacts
        if contact.kind is not ContactKind.REPLY and contact.text.strip()
    )


def letters_to(person: str, position: Position) -> tuple[Contact, ...]:
    """Return the letters on record that went to a person or, of several recipients, to any of them."""
    known = names_in(position)
    recipients = {fold_word(name.full) for name in parse_recipients(person, known)}
    return tuple(
        letter
        for letter in letters_sent(position)
        if recipients & {fold_word(name.full) for name in parse_recipients(letter.person, known)}
    )


def names_in(position: Position) -> tuple[str, ...]:
    """Return the names in the notes of all rounds."""
    names = (name for record in position.interviews for name in people_in(record.notes))
    return tuple({fold_name(name): name for name in names}.values())


def detail_stems(text: str, names: Iterable[str]) -> frozenset[str]:
    """Return the stems of the words that tell what somebody likes: of "Dana plays ice hockey", `hockey`."""
    own = {fold_word(word) for name in names for word in parse_name(name).known}
    stems = set()
    for found in WORD.finditer(text):
        word = without_possessive(found[0])
        stemmed = stem(word)
        is_telling = is_telling_word(word) and len(stemmed) >= _MIN_STEM and stemmed not in _PASTIMES
        if is_telling and fold_word(word) not in own:
            stems.add(stemmed)
    return frozenset(stems)


def last_letter_with(stems: frozenset[str], letters: Iterable[Contact]) -> Contact | None:
    """Return the last letter that has a word with any of the stems; None where none has."""
    spoke = [letter for letter in letters if stems & stems_of(letter.text)]
    return spoke[-1] if spoke else None


def answer_letters(answer: str, letters: Iterable[Contact]) -> tuple[Contact, ...]:
    """Return the letters that gave the answer to a concern: most of its telling words are in them."""
    stems = {stem(found[0]) for found in WORD.finditer(answer) if is_telling_word(found[0])}
    return tuple(
        letter
        for letter in letters
        if stems and len(stems & stems_of(letter.text)) >= _ANSWER_SHARE * len(stems)
    )


@lru_cache(maxsize=256)
def stems_of(text: str) -> frozenset[str]:
    """Return the stems of the words of a letter."""
    return frozenset(stem(found[0]) for found in WORD.finditer(text[:MAX_TEXT_LENGTH]))
