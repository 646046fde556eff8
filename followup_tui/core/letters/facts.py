"""The lines of the notes that a letter can use, in the order in which they are useful for it."""

import re
from typing import NamedTuple

from followup_tui.core.letters.names import WORD, Name, fold_word, parse_name, parse_recipients
from followup_tui.core.model.logbook import Interview
from followup_tui.core.notes import signs
from followup_tui.core.notes.facts import fact_lines, people_in
from followup_tui.core.notes.signs import LetterUse, SignSpec
from followup_tui.core.text import fold_name


class LetterFact(NamedTuple):
    """One line of the notes that a letter can use."""

    text: str
    sign: SignSpec | None
    is_private: bool
    """Whether it is a concern or something personal, which no opening puts into a letter."""
    names_recipient: bool = False
    answer: str = ""
    """What the user answers to a concern, or what they answered to a question."""

    @property
    def insertion(self) -> str:
        """The text to put into a letter: of a concern only the answer, empty while there is none."""
        is_private = self.sign is not None and self.sign.is_private
        return self.answer if is_private else self.text


_NEVER_IN_OPENINGS = (LetterUse.BY_HAND, LetterUse.PRIVATE)


def facts_for(person: str, interview: Interview) -> tuple[LetterFact, ...]:
    """Return the facts for a letter to `person`: those that name them first, those that name others last.

    Within each of these groups: personal facts, plain lines, materials wanted and given, concerns.
    """
    known = people_in(interview.notes)
    recipients = parse_recipients(person, known)
    full_names = {fold_name(name.full) for name in recipients}
    others = tuple(name for name in map(parse_name, known) if fold_name(name.full) not in full_names)
    own_words = _words_of(recipients)
    other_words = _words_of(others) - own_words

    def rank(fact: LetterFact, words: set[str]) -> tuple[int, int, int]:
        nearness = 0 if fact.names_recipient else 2 if words & other_words else 1
        order = 0 if fact.sign is None else signs.SIGNS.index(fact.sign)
        return nearness, _use_of(fact.sign), order

    ranked = []
    for line in fact_lines(interview.notes):
        words = {fold_word(re.sub(r"['’]s$", "", found[0])) for found in WORD.finditer(line.text)}
        fact = LetterFact(
            line.text,
            line.sign,
            _use_of(line.sign) in _NEVER_IN_OPENINGS,
            bool(words & own_words),
            line.answer,
        )
        ranked.append((rank(fact, words), fact))
    return tuple(fact for _, fact in sorted(ranked, key=lambda pair: pair[0]))


def _use_of(sign: SignSpec | None) -> LetterUse:
    return LetterUse.PLAIN if sign is None else sign.letter_use


def _words_of(names: tuple[Name, ...]) -> set[str]:
    return {fold_word(word) for name in names for word in name.known if len(word) > 1}
