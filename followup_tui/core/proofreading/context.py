"""What the checks of the proof-reader look at: one draft, and all that bears on it."""

import re
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache
from typing import NamedTuple

from followup_tui.core.letters.names import WORD, Name, bare_word, fold_word, parse_name, parse_recipients
from followup_tui.core.model.logbook import Draft, Interview, Logbook
from followup_tui.core.notes.facts import fact_lines, parse_person, people_in, person_lines
from followup_tui.core.proofreading.words import has_weight, stem

LONGEST = 20_000
"""Characters of a text that are examined (ours): a letter has a tenth of it; a bound on the time it takes."""
_ADDRESS = re.compile(r"\S{0,200}(?:://|@|www\.)\S{0,400}")


@lru_cache(maxsize=256)
def _weight(notes: str, company: str, role: str) -> frozenset[str]:
    taken = {bare_word(word) for name in people_in(notes) for word in parse_name(name).known}
    taken |= {bare_word(word[0]) for word in WORD.finditer(f"{company} {role}")}
    stems = set()
    for line in fact_lines(notes):
        for found in WORD.finditer(line.text[:2000]):
            word = re.sub(r"['’]s$", "", found[0])
            if has_weight(word) and bare_word(word) not in taken:
                stems.add(stem(word))
    return frozenset(stems)


class Met(NamedTuple):
    """Somebody met at another interview."""

    name: Name
    company: str


@lru_cache(maxsize=8)
def _met(interviews: tuple[tuple[str, str], ...]) -> dict[str, tuple[Met, ...]]:
    """The people in the notes of interviews, given by company and notes, by each word of their names."""
    index: dict[str, dict[Met, None]] = {}
    for company, notes in interviews:
        for written in people_in(notes):
            met = Met(parse_name(written), company)
            for word in met.name.known:
                index.setdefault(fold_word(word), {})[met] = None
    return {word: tuple(people) for word, people in index.items()}


@dataclass(frozen=True)
class Context:
    """One draft, and all that bears on it."""

    draft: Draft
    interview: Interview
    logbook: Logbook
    today: date

    @cached_property
    def body(self) -> str:
        """The text that is examined."""
        return self.draft.body[:LONGEST]

    @cached_property
    def subject(self) -> str:
        """The subject that is examined."""
        return self.draft.subject[:LONGEST]

    @cached_property
    def prose(self) -> str:
        """The text with blanks for links and addresses, whose words are nobody's."""
        return without_links(self.body)

    @cached_property
    def recipients(self) -> tuple[Name, ...]:
        """Whom it goes to; empty where that is not known. What the notes say of them is taken in."""
        named = parse_recipients(self.draft.person, people_in(self.interview.notes))
        by_full = {fold_word(one.full): one for one in self.people}
        return tuple(by_full.get(fold_word(name.full), name) for name in named)

    @cached_property
    def people(self) -> tuple[Name, ...]:
        """Everybody met at this interview."""
        return tuple(parse_name(name) for name in people_in(self.interview.notes))

    @cached_property
    def others(self) -> tuple[Name, ...]:
        """The people met that it does not go to."""
        own = {fold_word(one.full) for one in self.recipients}
        return tuple(one for one in self.people if fold_word(one.full) not in own)

    @cached_property
    def everybody(self) -> tuple[Name, ...]:
        """Whom it goes to, and the people met."""
        return (*self.recipients, *self.others)

    @cached_property
    def elsewhere(self) -> dict[str, tuple[Met, ...]]:
        """Everybody met at other interviews, at this company too, by each word of their names, folded."""
        # Without its own notes, which change at each key while they are written.
        own = self.interview.id
        return _met(tuple([(one.company, one.notes) for one in self.logbook.interviews if one.id != own]))

    @cached_property
    def channel(self) -> str:
        """How it goes out, in lower case; `email` where nothing is said."""
        return self.draft.channel.casefold().strip() or "email"

    @property
    def is_letter(self) -> bool:
        """Whether it is of a kind that has a usual length: not a card, a message on a phone, or a call."""
        return self.channel in ("email", "e-mail", "mail", "letter", "post")

    @cached_property
    def weight(self) -> frozenset[str]:
        """The words of weight in the notes, by their stems: what only this conversation can have given."""
        return _weight(self.interview.notes, self.interview.company, self.interview.role)

    @cached_property
    def note_words(self) -> frozenset[str]:
        """Every word of the notes but those in names of people, and of the role; folded."""
        text = "\n".join(line.text for line in fact_lines(self.interview.notes))
        return frozenset(
            fold_word(one[0]) for one in WORD.finditer(f"{text[:LONGEST]} {self.interview.role}")
        )

    @cached_property
    def role_words(self) -> frozenset[str]:
        """The words that the notes have for what the people met do, but for short ones; folded."""
        roles = " ".join(parse_person(one.text).role for one in person_lines(self.interview.notes))
        return frozenset(fold_word(one[0]) for one in WORD.finditer(roles) if len(one[0]) > 2)

    def uses_notes(self, text: str) -> bool:
        """Whether `text` uses a word of weight from the notes."""
        stems = {stem(found[0]) for found in WORD.finditer(text)}
        if stems & self.weight:
            return True
        long = [one for one in self.weight if len(one) >= 5]
        return any(
            one.startswith(noted) or (noted.startswith(one) and len(one) >= 5)
            for noted in long
            for one in stems
        )


def without_links(text: str) -> str:
    """`text` with each link or address replaced by as many blanks."""
    if "@" not in text and "://" not in text and "www." not in text:
        return text
    return _ADDRESS.sub(lambda found: " " * len(found[0]), text)
