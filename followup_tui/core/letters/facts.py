"""The lines of the notes that a letter can use, in the order in which they are useful for it."""

from enum import IntEnum
from typing import NamedTuple

from followup_tui.core.letters.earlier import (
    answer_letters,
    detail_stems,
    last_letter_with,
    letters_sent,
    letters_to,
    names_in,
)
from followup_tui.core.letters.names import (
    WORD,
    Name,
    fold_word,
    parse_name,
    parse_recipients,
    without_possessive,
)
from followup_tui.core.model.logbook import Contact, Interview
from followup_tui.core.notes import signs
from followup_tui.core.notes.facts import NoteLine, fact_lines, people_in, person_lines
from followup_tui.core.notes.people import parse_people
from followup_tui.core.notes.signs import LetterUse, SignSpec
from followup_tui.core.rules.position import Position
from followup_tui.core.text import capitalized, fold_name


class LetterFact(NamedTuple):
    """One line of the notes that a letter can use."""

    text: str
    sign: SignSpec | None
    names_recipient: bool
    """Whether it is about the recipient: it names them, or is indented below their name."""
    answer: str
    """What the user answers to a concern, or what they answered to a question."""
    interview_id: str
    """The interview in whose notes it is."""
    letter: Contact | None
    """The last letter that said it: to the same person something personal, to anybody the answer."""

    @property
    def insertion(self) -> str:
        """The text to put into a letter: of a concern the answer as a sentence, empty while there is none."""
        return as_sentence(self.answer) if self.is_private else self.text

    @property
    def is_private(self) -> bool:
        """Whether it is for the user's eyes only: a concern."""
        return self.sign is not None and self.sign.is_private


def as_sentence(text: str) -> str:
    """Return a text with a capital and a full stop: `Course begins Monday.`"""
    text = text.strip()
    if not text:
        return ""
    end = "" if text[-1] in ".!?…" else "."
    return f"{capitalized(text)}{end}"


def facts_for(person: str, interview: Interview, position: Position) -> tuple[LetterFact, ...]:
    """Return the facts for a letter to `person`: those about them first, those about others last.

    Within each of these groups: personal facts, plain lines, materials wanted and given. After them all come
    the concerns of every round of the position; pay never.
    """
    subjects = _subjects(interview.notes, person)
    sent, names = letters_to(person, position), names_in(position)

    def rank(line: NoteLine) -> tuple[bool, int, int, int]:
        use = LetterUse.PLAIN if line.sign is None else line.sign.letter_use
        order = 0 if line.sign is None else signs.SIGNS.index(line.sign)
        return use is LetterUse.PRIVATE, subjects[line.number], use, order

    def fact(line: NoteLine) -> LetterFact:
        is_of_recipient = subjects[line.number] is _Subject.RECIPIENT
        is_personal = line.sign is signs.PERSONAL
        earlier = last_letter_with(detail_stems(line.text, names), sent) if is_personal else None
        return LetterFact(line.text, line.sign, is_of_recipient, line.answer, interview.id, earlier)

    lines = [line for line in fact_lines(interview.notes) if line.sign is not signs.CONCERN]
    return (*map(fact, sorted(lines, key=rank)), *concerns(position))


class _Subject(IntEnum):
    """Who a line is about, the most useful for a letter first."""

    RECIPIENT = 0
    NOBODY = 1
    OTHERS = 2


def _subjects(notes: str, person: str) -> dict[int, _Subject]:
    """Return who each line that a letter can use is about, by its number, in a letter to `person`."""
    known = people_in(notes)
    recipients = parse_recipients(person, known)
    full_names = {fold_name(name.full) for name in recipients}
    others = tuple(name for name in map(parse_name, known) if fold_name(name.full) not in full_names)
    recipient_words, other_words, owners = _words_of(recipients), _words_of(others), _owners(notes)
    subjects = {}
    for line in fact_lines(notes):
        words = {fold_word(without_possessive(found[0])) for found in WORD.finditer(line.text)}
        owner = owners.get(line.number, "")
        if words & recipient_words or owner in full_names:
            subjects[line.number] = _Subject.RECIPIENT
        elif words & other_words or owner:
            subjects[line.number] = _Subject.OTHERS
        else:
            subjects[line.number] = _Subject.NOBODY
    return subjects


def concerns(position: Position) -> tuple[LetterFact, ...]:
    """Return the concerns of all rounds, each once, with its last answer; open ones first."""
    by_text: dict[str, LetterFact] = {}
    letters = letters_sent(position)
    for record in position.interviews:
        for line in fact_lines(record.notes):
            key = fold_name(line.text)
            if line.sign is not signs.CONCERN or (key in by_text and not line.answer):
                continue
            given = answer_letters(line.answer, letters)
            letter = given[-1] if given else None
            by_text[key] = LetterFact(
                line.text,
                line.sign,
                names_recipient=False,
                answer=line.answer,
                interview_id=record.id,
                letter=letter,
            )
    return tuple(sorted(by_text.values(), key=lambda fact: bool(fact.answer)))


def eased_concerns(position: Position) -> dict[str, tuple[str, ...]]:
    """Return the concerns that letters answered, by the folded names of the recipients."""
    eased: dict[str, list[str]] = {}
    letters, known = letters_sent(position), names_in(position)
    for fact in concerns(position):
        for letter in answer_letters(fact.answer, letters):
            for name in parse_recipients(letter.person, known):
                texts = eased.setdefault(fold_name(name.full), [])
                if fact.text not in texts:
                    texts.append(fact.text)
    return {name: tuple(texts) for name, texts in eased.items()}


def _owners(notes: str) -> dict[int, str]:
    """Return who each line is noted under, by its number: the person of an `@` line, indented below it."""
    people = {line.number: _owner(line.text) for line in person_lines(notes)}
    owners: dict[int, str] = {}
    owner, depth = "", 0
    for number, line in enumerate(notes.split("\n")):
        indent = len(line) - len(line.lstrip())
        if number in people:
            owner, depth = people[number], indent
        elif line.strip() and indent <= depth:
            owner = ""
        elif owner:
            owners[number] = owner
    return owners


def _owner(text: str) -> str:
    """Return the folded name of the person of an `@` line, or an empty text where it has several."""
    people = parse_people(text)
    return fold_name(parse_name(people[0].name).full) if len(people) == 1 else ""


def _words_of(names: tuple[Name, ...]) -> set[str]:
    return {fold_word(word) for name in names for word in name.known if len(word) > 1}
