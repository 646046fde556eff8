"""Everybody named in the notes, each once for a position."""

from collections.abc import Iterable
from typing import NamedTuple

from followup_tui.core.model.logbook import Interview
from followup_tui.core.notes.facts import person_lines
from followup_tui.core.notes.people import Person, parse_people
from followup_tui.core.rules.position import positions
from followup_tui.core.text import fold_name


class KnownPerson(NamedTuple):
    """Someone in the notes of a position."""

    person: Person
    """As noted last."""
    company: str
    interview_id: str
    """The latest interview that names them."""


def known_people(interviews: Iterable[Interview]) -> tuple[KnownPerson, ...]:
    """Return the people of all positions, those of the latest interview first."""
    people: list[KnownPerson] = []
    latest_first = sorted(
        positions(interviews), key=lambda position: position.interviews[-1].held_at, reverse=True
    )
    for position in latest_first:
        known: dict[str, KnownPerson] = {}
        for record in reversed(position.interviews):
            for line in person_lines(record.notes):
                for person in () if line.is_none else parse_people(line.text):
                    entry = KnownPerson(person, position.company, record.id)
                    known.setdefault(fold_name(person.name), entry)
        people += known.values()
    return tuple(people)
