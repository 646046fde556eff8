"""The six signs: facts read from the notes, every time, never stored twice.

A line that begins with a sign is a fact; every other line is plain. `none` after a sign says that it was
asked, and that there was nothing.
"""

import re
from collections.abc import Collection, Iterator
from datetime import date
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from followup_tui.core.dates.phrases import Reading, read_dates
from followup_tui.core.text import clean_line, fold_name

_ADDRESS = re.compile(r"<\s*([^<>\s]*@[^<>\s]*)\s*>")
_EMPTY_BRACKETS = re.compile(r"\(\s*\)")
_NONE = {"none", "nothing"}


class Sign(StrEnum):
    """What a line of the notes begins with to become a fact."""

    PERSON = "@"
    PROMISE = ">"
    MATERIAL = "+"
    GIVEN = "="
    CONCERN = "!"
    PERSONAL = "~"


class NoteLine(NamedTuple):
    """One line of the notes: its number from 0, its sign if it has one, and the text after the sign."""

    number: int
    sign: Sign | None
    text: str
    start: int
    """Where the text begins in the line, in characters."""

    @property
    def is_none(self) -> bool:
        """Whether the line says that there was nothing of its sign."""
        return self.sign is not None and self.text.rstrip(".!").casefold() in _NONE


class Person(NamedTuple):
    """Someone met. Only the name is sure to be there."""

    name: str
    role: str = ""
    email: str = ""


class NotedPromise(NamedTuple):
    """A hiring timeline in their words, with its reading where the words name a date."""

    words: str
    reading: Reading | None
    line: int


class Material(NamedTuple):
    """What they asked for, and by when."""

    what: str
    due_on: date | None
    line: int


class Facts(NamedTuple):
    """What the notes of one interview say."""

    people: tuple[Person, ...] = ()
    promises: tuple[NotedPromise, ...] = ()
    materials: tuple[Material, ...] = ()
    given: tuple[str, ...] = ()
    concerns: tuple[str, ...] = ()
    personal: tuple[str, ...] = ()
    answered_none: frozenset[Sign] = frozenset()
    """The signs that were answered with `none`."""

    def count(self, sign: Sign) -> int:
        """How many facts there are of that sign."""
        return len(getattr(self, _FIELDS[sign]))

    def covers(self, sign: Sign) -> bool:
        """Whether there is a fact of that sign, or `none`."""
        return sign in self.answered_none or self.count(sign) > 0

    def person(self, name: str) -> Person | None:
        """The person of that name, whatever its case and blanks."""
        folded = fold_name(name)
        return next((one for one in self.people if fold_name(one.name) == folded), None)


_FIELDS = {
    Sign.PERSON: "people",
    Sign.PROMISE: "promises",
    Sign.MATERIAL: "materials",
    Sign.GIVEN: "given",
    Sign.CONCERN: "concerns",
    Sign.PERSONAL: "personal",
}


def parse_line(number: int, line: str) -> NoteLine:
    """One line of the notes, taken apart."""
    body = line.lstrip()
    if body and body[0] in _FIELDS:
        text = body[1:].strip()
        return NoteLine(number, Sign(body[0]), text, line.find(text, len(line) - len(body) + 1))
    return NoteLine(number, None, body.rstrip(), len(line) - len(body))


def fact_bearing_lines(notes: str) -> Iterator[NoteLine]:
    """The lines of the notes that hold a fact: a sign, and something after it."""
    for number, line in enumerate(notes.split("\n")):
        read = parse_line(number, line)
        if read.sign is not None and read.text:
            yield read


def parse_facts(notes: str, said_on: date, holidays: Collection[date] = ()) -> Facts:
    """The facts in `notes`; dates in words are read as said on the day `said_on`."""
    people: dict[str, Person] = {}
    promises: list[NotedPromise] = []
    materials: list[Material] = []
    texts: dict[Sign, list[str]] = {Sign.GIVEN: [], Sign.CONCERN: [], Sign.PERSONAL: []}
    nothing: set[Sign] = set()
    for line in fact_bearing_lines(notes):
        sign = line.sign
        if sign is None:
            continue
        if line.is_none:
            nothing.add(sign)
        elif sign is Sign.PERSON:
            _add_person(people, parse_person(line.text))
        elif sign is Sign.PROMISE:
            words = clean_line(line.text)
            promises.append(NotedPromise(words, read_dates(words, said_on, holidays), line.number))
        elif sign is Sign.MATERIAL:
            materials.append(parse_material(line, said_on, holidays))
        else:
            texts[sign].append(clean_line(line.text))
    return Facts(
        people=tuple(people.values()),
        promises=tuple(promises),
        materials=tuple(materials),
        given=tuple(texts[Sign.GIVEN]),
        concerns=tuple(texts[Sign.CONCERN]),
        personal=tuple(texts[Sign.PERSONAL]),
        answered_none=frozenset(nothing),
    )


def parse_person(text: str) -> Person:
    """`Dana Reyes, engineering manager <dana@acme.example>` as a person."""
    found = _ADDRESS.search(text)
    email = found[1] if found else ""
    rest = _ADDRESS.sub(" ", text)
    name, _, role = rest.partition(",")
    return Person(clean_line(name), clean_line(role).strip(","), clean_line(email))


def _add_person(people: dict[str, Person], person: Person) -> None:
    # The same name on a second line adds what the first one did not say.
    key = fold_name(person.name)
    if not key:
        return
    known = people.get(key, person)
    people[key] = Person(known.name, known.role or person.role, known.email or person.email)


def parse_material(line: NoteLine, said_on: date, holidays: Collection[date] = ()) -> Material:
    words = clean_line(line.text)
    reading = read_dates(words, said_on, holidays)
    if reading is None:
        return Material(words, None, line.number)
    rest = _EMPTY_BRACKETS.sub(" ", words[: reading.start] + " " + words[reading.end :])
    what = clean_line(rest).strip(" ,;:.-–(")
    return Material(what or words, reading.last, line.number)


@lru_cache(maxsize=256)
def people_in(notes: str) -> tuple[str, ...]:
    """Return the names of the people met, as noted."""
    return tuple(
        name for line in person_lines(notes) if not line.is_none and (name := parse_person(line.text).name)
    )


def person_lines(notes: str) -> Iterator[NoteLine]:
    """Yield the lines that are about people, parsing no others."""
    for number, line in enumerate(notes.split("\n")):
        if line.lstrip().startswith(Sign.PERSON):
            read = parse_line(number, line)
            if read.text:
                yield read


@lru_cache(maxsize=256)
def fact_lines(notes: str) -> tuple[NoteLine, ...]:
    """Return the lines that a letter can use: all but people, the hiring timeline and `none`."""
    lines = (parse_line(number, line) for number, line in enumerate(notes.split("\n")))
    return tuple(
        line
        for line in lines
        if line.text and not line.is_none and line.sign not in (Sign.PERSON, Sign.PROMISE)
    )
