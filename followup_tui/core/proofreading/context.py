"""What the checks of the proofreader look at: a draft and all that is known about its interview."""

import re
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache
from typing import NamedTuple

from followup_tui.core.letters.earlier import MAX_TEXT_LENGTH
from followup_tui.core.letters.kinds import LetterKind, letter_kind_of
from followup_tui.core.letters.names import (
    WORD,
    Name,
    bare_word,
    fold_word,
    match_part,
    noted_recipients,
    parse_name,
    without_possessive,
)
from followup_tui.core.letters.telling_words import is_telling_word, stem
from followup_tui.core.model.logbook import Draft, Interview, Logbook
from followup_tui.core.notes.facts import fact_lines, people_in, person_lines
from followup_tui.core.notes.people import parse_person
from followup_tui.core.rules.position import Position, position_with

_ADDRESS = re.compile(r"\S{0,200}(?:://|@|www\.)\S{0,400}")
"""A web or mail address, which is not prose."""

_TOPIC = re.compile(
    r"\babout (?:(?:the|your|how the|how your|their) )?(?P<topic>[^\W\d_][\w'-]*)"
    r"(?![ ](?:team|department|role|position|job|side|manager|director|lead|engineer|officer)\b)",
    re.IGNORECASE,
)
"""What was talked about: "about the migration"; not "about the engineering team"."""


@lru_cache(maxsize=256)
def _telling_stems(notes: str, company: str, role: str) -> frozenset[str]:
    """Return the stems of the words of some notes that tell one interview from another, names left out."""
    taken = {bare_word(word) for name in people_in(notes) for word in parse_name(name).known}
    taken |= {bare_word(word[0]) for word in WORD.finditer(f"{company} {role}")}
    stems = set()
    for line in fact_lines(notes):
        for found in WORD.finditer(f"{line.text[:2000]} {line.answer[:2000]}"):
            word = without_possessive(found[0])
            if is_telling_word(word) and bare_word(word) not in taken:
                stems.add(stem(word))
    return frozenset(stems)


class Acquaintance(NamedTuple):
    """Somebody met at another interview."""

    name: Name
    company: str


@lru_cache(maxsize=8)
def _acquaintances(interviews: tuple[tuple[str, str], ...]) -> dict[str, tuple[Acquaintance, ...]]:
    """Return the people in the notes of interviews (company and notes), by each word of their names."""
    index: dict[str, dict[Acquaintance, None]] = {}
    for company, notes in interviews:
        for written in people_in(notes):
            acquaintance = Acquaintance(parse_name(written), company)
            for word in acquaintance.name.known:
                index.setdefault(fold_word(word), {})[acquaintance] = None
    return {word: tuple(people) for word, people in index.items()}


@lru_cache(maxsize=8)
def _folded_words(names: tuple[str, ...]) -> frozenset[str]:
    return frozenset(fold_word(word[0]) for name in names for word in WORD.finditer(name))


@dataclass(frozen=True)
class Context:
    """A draft and what is known about its interview. Derived values are computed once."""

    draft: Draft
    interview: Interview
    logbook: Logbook
    today: date
    """The day on which the letter is to be sent."""

    @cached_property
    def kind(self) -> LetterKind:
        """The kind of letter."""
        return letter_kind_of(self.draft)

    @cached_property
    def body(self) -> str:
        """The text of the letter."""
        return self.draft.body[:MAX_TEXT_LENGTH]

    @cached_property
    def subject(self) -> str:
        """The subject of the letter."""
        return self.draft.subject[:MAX_TEXT_LENGTH]

    @cached_property
    def recipients(self) -> tuple[Name, ...]:
        """Who it goes to, with titles and nicknames from the notes; empty where that is not known."""
        return noted_recipients(self.draft.person, people_in(self.interview.notes))

    @cached_property
    def people(self) -> tuple[Name, ...]:
        """The people of this interview."""
        return tuple(parse_name(name) for name in people_in(self.interview.notes))

    @cached_property
    def others(self) -> tuple[Name, ...]:
        """The people of this interview that it does not go to."""
        own = {fold_word(name.full) for name in self.recipients}
        return tuple(name for name in self.people if fold_word(name.full) not in own)

    @cached_property
    def everybody(self) -> tuple[Name, ...]:
        """The recipients, then the other people of this interview."""
        return (*self.recipients, *self.others)

    def names_somebody(self, word: str) -> bool:
        """Return whether a word stands for a part of the name of anybody here."""
        return any(match_part(word, name) is not None for name in self.everybody)

    @cached_property
    def people_elsewhere(self) -> dict[str, tuple[Acquaintance, ...]]:
        """The people of all other interviews, here or elsewhere, by each folded word of their names."""
        return _acquaintances(self.other_notes)

    @cached_property
    def other_notes(self) -> tuple[tuple[str, str], ...]:
        """The company and the notes of all other interviews."""
        # The notes of this interview would change the key of a cache with each keystroke.
        others = [interview for interview in self.logbook.interviews if interview.id != self.interview.id]
        return tuple([(interview.company, interview.notes) for interview in others])

    @cached_property
    def position(self) -> Position:
        """The position with all its rounds."""
        return position_with(self.interview, self.logbook.interviews)

    @cached_property
    def channel(self) -> str:
        """The channel in lower case; `email` where none is given."""
        return self.draft.channel.casefold().strip() or "email"

    @property
    def is_letter(self) -> bool:
        """Whether it goes by a channel with a usual length: not a card, a text message or a call."""
        return self.channel in ("email", "e-mail", "mail", "letter", "post")

    @cached_property
    def telling_stems(self) -> frozenset[str]:
        """The stems of the telling words in the notes: what only this conversation can have given."""
        return _telling_stems(self.interview.notes, self.interview.company, self.interview.role)

    @cached_property
    def note_words(self) -> frozenset[str]:
        """The folded words of the role and of the notes, without the lines about people."""
        text = "\n".join(line.text for line in fact_lines(self.interview.notes))
        return frozenset(
            fold_word(word[0]) for word in WORD.finditer(f"{text[:MAX_TEXT_LENGTH]} {self.interview.role}")
        )

    @cached_property
    def role_words(self) -> frozenset[str]:
        """The folded words, of three letters and more, in the roles of the people of this interview."""
        roles = " ".join(parse_person(line.text).role for line in person_lines(self.interview.notes))
        return frozenset(fold_word(word[0]) for word in WORD.finditer(roles) if len(word[0]) > 2)

    @cached_property
    def company_words(self) -> frozenset[str]:
        """The folded words of the names of all companies in the logbook."""
        return _folded_words(tuple([interview.company for interview in self.logbook.interviews]))

    def is_noted(self, word: str) -> bool:
        """Return whether a word is in the notes or in a role, or a part of the name of somebody here."""
        folded = fold_word(word)
        return (
            folded in self.note_words
            or folded in self.role_words
            or any(match_part(word, name) is not None for name in self.everybody)
        )

    def uses_topic_of_role(self, text: str) -> bool:
        """Return whether `text` takes up somebody's role as a topic, as in "what you said about the radio".

        The role as a title ("as head of planning") shows nothing of the conversation.
        """
        stems = {
            stem(found[0])
            for line in person_lines(self.interview.notes)
            for found in WORD.finditer(parse_person(line.text).role)
            if is_telling_word(found[0])
        }
        return any(stem(found["topic"]) in stems for found in _TOPIC.finditer(text))

    def uses_notes(self, text: str) -> bool:
        """Return whether `text` uses a telling word from the notes, in whatever form."""
        stems = {stem(found[0]) for found in WORD.finditer(text)}
        if stems & self.telling_stems:
            return True
        return any(
            used.startswith(noted) or (noted.startswith(used) and len(used) >= 5)
            for noted in self.telling_stems
            if len(noted) >= 5
            for used in stems
        )


def without_links(text: str) -> str:
    """Return `text` with each link or address replaced by as many blanks."""
    if "@" not in text and "://" not in text and "www." not in text:
        return text
    return _ADDRESS.sub(lambda found: " " * len(found[0]), text)
