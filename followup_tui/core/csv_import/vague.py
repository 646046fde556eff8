"""Cells that say more than their heading: people, and what is in columns such as “Type” and “Contact”."""

import re

from followup_tui.core.csv_import.parsing import ORDINALS, Column, Kind
from followup_tui.core.notes.people import first_names_first, is_name, parse_person
from followup_tui.core.text import clean_line, fold_accents, words, words_in

_FORMS = words("""phone telephone telefon telefono call video zoom teams skype webex visio videollamada
    screen screening interview panel""")
"""Words of how an interview is held; “Onsite” and “Remote” alone may be of the job."""
_JOBS = words("""full fulltime part parttime permanent temporary temp contract contractor freelance
    internship intern hybrid vollzeit teilzeit""")
_ROLE_AFTER_NAME = re.compile(r" ?\(([^()]*)\)| [-–—] (.*)")
"""What is a role after a name: “Dana Reyes (recruiter)”, “Dana Reyes - recruiter”."""


def column_kind(column: Column) -> Kind | None:
    """Return the plain kind of a column; None where its heading is vague and its cells hold other things."""
    match column.kind:
        case Kind.TYPE:
            cell_words = words_in(" ".join(column.cells))
            return Kind.FORMAT if cell_words & _FORMS and not cell_words & _JOBS else None
        case Kind.CONTACT:
            return Kind.PEOPLE if any(map(person_in, _parts(";".join(column.cells)))) else None
    return column.kind


def people_lines(column: Column, cell: str, are_named: bool) -> list[str]:
    """Return the lines of the notes for a cell with people; `are_named`: a better column says who was met."""
    people, is_plural = _parts(cell), re.search(r"(?:s|people)\W*$", column.heading.casefold())
    # After a comma is a role, or a first name, or below a heading in the plural a further name.
    names, swapped = _parts(cell.replace(",", ";")), first_names_first(people)
    people = names if is_plural and swapped == people and all(map(person_in, names)) else swapped
    if column.kind is not Kind.PEOPLE and (are_named or not all(map(person_in, people))):
        return [labelled(column, cell)]
    return [f"@ {person_in(person) or person}" for person in people]


def labelled(column: Column, cell: str) -> str:
    """Return a cell after its heading, or below it where a sign or several lines are in it."""
    gap = " " if re.fullmatch(r"[\w(+].*", cell) else "\n"
    return re.sub(r"^\W+|\W+$", "", column.heading) + ":" + gap + cell


def _parts(cell: str) -> list[str]:
    parts = map(clean_line, re.split(r"[;&/\n]| (?:and|und|et|y) ", cell))
    return [text for part in parts if (text := part.lstrip("@ "))]


def person_in(cell: str) -> str:
    """Return the person of a cell as a line of the notes has it, or an empty text where it names none."""
    line = _ROLE_AFTER_NAME.sub(lambda found: f", {found[1] or found[2] or ''}", cell.strip())
    return line if is_name(parse_person(line).name) else ""


def round_in(text: str, *, is_label: bool = False) -> int:
    """Return the round that a form names (“Second round, onsite”), or a label (“R2”); 1 unless it is one."""
    folded = fold_accents(text)
    if not is_label:
        number = r"(?<=\bround )#?\d\b|(?<=\binterview )#?\d\b|\b\w+(?=[ -](?:round|interview)\b)"
        folded = " ".join(re.findall(number, folded))
    rounds = {ORDINALS.get(word) for word in re.findall(r"[a-z]+|\d+", folded)} - {None}
    return rounds.pop() or 1 if len(rounds) == 1 else 1
