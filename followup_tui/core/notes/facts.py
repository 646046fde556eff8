"""Facts: what the notes say by their signs, parsed from the text every time and never stored.

A line that begins with a sign (see `core.notes.signs`) is a fact; every other line is plain. `none` after a
sign says that it was asked, and that there was nothing.
"""

import re
from collections.abc import Collection, Iterator
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from followup_tui.core.dates.phrases import Explanation, Reading, explain_dates
from followup_tui.core.notes import signs
from followup_tui.core.notes.people import Person, find_phone, parse_people, person_key
from followup_tui.core.notes.signs import LetterUse, SignSpec, find_sign
from followup_tui.core.notes.threads import quoted_lines
from followup_tui.core.text import clean_line, fold_name

_WORD = re.compile(r"\w")
_ANSWER = re.compile(r"\s*(?:->|→)\s*")
_EMPTY_BRACKETS = re.compile(r"\(\s*\)")
_NONE = {"none", "nothing", "nobody", "no one", "nope", "nil", "n/a", "-", "–"}
# A letter typed in the notes changes a single line: the dates of all others are known from the letter before.
_explain_dates = lru_cache(maxsize=1024)(explain_dates)


class NoteLine(NamedTuple):
    """One line of the notes: its number from 0, its sign if it has one, and the text after the sign."""

    number: int
    sign: SignSpec | None
    text: str
    start: int
    """The index in the line at which the text begins."""
    answer: str = ""
    """What follows the text after `->` or `→`, if its sign has answers."""

    @property
    def is_none(self) -> bool:
        """Whether the line says that there was nothing of its sign."""
        return self.sign is not None and self.text.rstrip(".!").casefold() in _NONE

    @property
    def is_fact(self) -> bool:
        """Whether the line has a sign and something after it: a fact, or `none`."""
        return self.sign is not None and bool(self.text)


class NotedPromise(NamedTuple):
    """A hiring timeline in their words, with its reading if the words name a date."""

    words: str
    reading: Reading | None
    line: int
    remark: str
    """What to say of a date in the words that was passed over; empty if none was."""


class Material(NamedTuple):
    """Something they asked for, and by when."""

    what: str
    due_on: date | None
    line: int


class TextFact(NamedTuple):
    """A fact that is plain text: of every sign but people, promises and materials."""

    text: str
    line: int
    answer: str
    """The user's answer to a concern, or theirs to a question; empty while it is open."""


class Facts(NamedTuple):
    """What the notes of one interview say."""

    people: tuple[Person, ...]
    promises: tuple[NotedPromise, ...]
    materials: tuple[Material, ...]
    texts: tuple[tuple[SignSpec, TextFact], ...]
    """All other facts with their signs, in the order of the notes."""
    answered_none: frozenset[SignSpec]
    """The signs that were answered with `none`."""

    def texts_of(self, sign: SignSpec) -> tuple[TextFact, ...]:
        """Return the facts of a sign whose facts are texts."""
        return tuple([fact for noted, fact in self.texts if noted is sign])

    def count(self, sign: SignSpec) -> int:
        """Return how many facts of that sign there are."""
        if sign is signs.PERSON:
            return len(self.people)
        if sign is signs.PROMISE:
            return len(self.promises)
        if sign is signs.MATERIAL:
            return len(self.materials)
        return len([noted for noted, _ in self.texts if noted is sign])

    def covers(self, sign: SignSpec) -> bool:
        """Return whether there is a fact of that sign, or `none`."""
        return self.count(sign) > 0 or sign in self.answered_none

    def missing(self) -> list[SignSpec]:
        """Return the signs that step 2 asks for and that nothing covers yet."""
        return [sign for sign in signs.coverage_signs() if not self.covers(sign)]

    def person(self, name: str) -> Person | None:
        """Return the person of that name, comparing without case and extra blanks."""
        folded = person_key(name)
        return next((person for person in self.people if fold_name(person.name) == folded), None)


def parse_line(number: int, line: str, is_quoted: bool = False) -> NoteLine:
    """Return one line of the notes as its sign, its text and its answer.

    A line of a pasted thread (`is_quoted`, see `core.notes.threads`) has no sign; nor has one of signs alone,
    such as `=====`, or a phone number.
    """
    body = line.lstrip()
    sign = find_sign(body[0]) if body else None
    if sign is None or is_quoted or _is_rule(body) or (body[0] == "+" and _is_phone(body)):
        return NoteLine(number, None, body.rstrip(), len(line) - len(body))
    text, answer = body[1:].strip(), ""
    if sign.has_answer and (arrow := _ANSWER.search(text)) and arrow.start():
        text, answer = text[: arrow.start()], text[arrow.end() :]
    return NoteLine(number, sign, text, line.find(text, len(line) - len(body) + 1), answer)


def _is_phone(body: str) -> bool:
    """Return whether a line begins with a phone number, or is one with a blank after its plus."""
    if find_phone(body, at_start=True):
        return True
    has_letters = any(map(str.isalpha, body))
    return not has_letters and find_phone(f"+{body[1:].lstrip()}", at_start=True) is not None


def _is_rule(body: str) -> bool:
    """Return whether a line is drawn from signs: two or more, and nothing else."""
    if _WORD.search(body):
        return False
    characters = "".join(body.split())
    return len(characters) > 1 and all(map(find_sign, characters))


def parse_lines(notes: str) -> Iterator[NoteLine]:
    """Yield all lines of the notes."""
    quoted = quoted_lines(notes)
    for number, line in enumerate(notes.split("\n")):
        yield parse_line(number, line, number in quoted)


def _signed_lines(notes: str, some: Collection[SignSpec]) -> Iterator[NoteLine]:
    """Yield the lines that begin with one of those signs, parsing no others: most lines are plain."""
    quoted = quoted_lines(notes)
    characters = {sign.character for sign in some}
    for number, line in enumerate(notes.split("\n")):
        if line.lstrip()[:1] in characters and number not in quoted:
            yield parse_line(number, line)


def parse_facts(notes: str, said_on: date, holidays: Collection[date] = ()) -> Facts:
    """Return the facts in `notes`; dates in words are relative to the day `said_on`."""
    people: dict[str, Person] = {}
    promises: list[NotedPromise] = []
    materials: list[Material] = []
    texts: list[tuple[SignSpec, TextFact]] = []
    answered_none: set[SignSpec] = set()
    for line in _signed_lines(notes, signs.SIGNS):
        sign = line.sign
        if sign is None or not line.text:
            continue
        if line.is_none:
            answered_none.add(sign)
        elif sign is signs.PERSON:
            for person in parse_people(line.text):
                add_person(people, person)
        elif sign is signs.PROMISE:
            words = clean_line(line.text)
            read = explain_line(line, said_on, holidays)
            promises.append(NotedPromise(words, read.reading, line.number, read.remark(words)))
        elif sign is signs.MATERIAL:
            materials.append(parse_material(line, said_on, holidays))
        else:
            texts.append((sign, TextFact(clean_line(line.text), line.number, clean_line(line.answer))))
    return Facts(
        people=tuple(people.values()),
        promises=tuple(promises),
        materials=tuple(materials),
        texts=tuple(texts),
        answered_none=frozenset(answered_none),
    )


def add_person(people: dict[str, Person], person: Person) -> None:
    """Add a person; a second line with the same name adds what the first one did not say."""
    key = fold_name(person.name)
    if not key:
        return
    known = people.get(key, person)
    people[key] = Person(
        known.name, known.role or person.role, known.email or person.email, known.phone or person.phone
    )


def explain_line(line: NoteLine, said_on: date, holidays: Collection[date] = ()) -> Explanation:
    """Return the date that is read in a `>` or `+` line, and the dates that are passed over, with reasons."""
    return _explain_dates(
        clean_line(line.text), said_on, tuple(holidays), is_task=line.sign is signs.MATERIAL
    )


def parse_material(line: NoteLine, said_on: date, holidays: Collection[date] = ()) -> Material:
    """Return the material that a `+` line asks for, without the words of its date and time."""
    words = clean_line(line.text)
    reading = explain_line(line, said_on, holidays).reading
    if reading is None:
        return Material(words, None, line.number)
    # Only material with a date needs the patterns of times, which take 2 ms to compile.
    from followup_tui.core.dates.time_words import extent_with_time

    start, end = extent_with_time(words, reading.start, reading.end)
    rest = _EMPTY_BRACKETS.sub(" ", words[:start] + " " + words[end:])
    what = clean_line(rest).strip(" ,;:.-–(")
    return Material(what or words, reading.last, line.number)


@lru_cache(maxsize=256)
def people_in(notes: str) -> tuple[str, ...]:
    """Return the names of the people met, as noted."""
    return tuple(
        person.name
        for line in person_lines(notes)
        if not line.is_none
        for person in parse_people(line.text)
        if person.name
    )


def person_lines(notes: str) -> Iterator[NoteLine]:
    """Yield the lines that are about people, parsing no others."""
    return (line for line in _signed_lines(notes, (signs.PERSON,)) if line.is_fact)


@lru_cache(maxsize=256)
def fact_lines(notes: str) -> tuple[NoteLine, ...]:
    """Return the lines that a letter can use: plain ones, and those of signs that a letter may use."""
    return tuple(
        line
        for line in parse_lines(notes)
        if line.text
        and not line.is_none
        and (line.sign is None or line.sign.letter_use is not LetterUse.NEVER)
    )
