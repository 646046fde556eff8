"""Cells that say more than their heading: people, and what is in columns such as “Type” and “Contact”."""

import re

from followup_tui.core.csv_import.parsing import Column, Kind, round_of
from followup_tui.core.csv_import.status import words_in
from followup_tui.core.notes.people import parse_person
from followup_tui.core.text import clean_line, fold_accents, words

KINDS = {Kind.TYPE, Kind.CONTACT}
_FORMS = words(
    "phone telephone telefon telefono call video zoom teams skype webex visio videollamada screen screening "
    "interview panel"
)
"""Words of how an interview is held; “Onsite” and “Remote” alone may be of the job."""
_JOBS = words(
    "full fulltime part parttime permanent temporary temp contract contractor freelance internship intern "
    "hybrid vollzeit teilzeit"
)
_NO_NAMES = words(
    "hr recruiter recruiting recruitment agency team manager hiring referral referred friend linkedin indeed "
    "website online portal careers job jobs email phone call yes no unknown various panel engineer "
    "engineering developer designer product lead head director officer senior vp cto ceo cfo coo analyst "
    "partner founder talent people human marketing sales finance legal operations"
)
"""Words of who or what is no person's name: a channel, a function, an answer."""
_NAME = re.compile(r"[^\W\d_][\w'’.-]*(?: [^\W\d_][\w'’.-]*){0,3}")
"""A person's name: one to four words."""
_ROLE_AFTER_NAME = re.compile(r" ?\(([^()]*)\)| [-–—] (.*)")
"""What is a role after a name: “Dana Reyes (recruiter)”, “Dana Reyes - recruiter”."""


def kind_of(column: Column) -> Kind | None:
    """Return the plain kind of a column; None where it is one of `KINDS` and its cells hold something else.

    Forms of an interview are held if a cell names one and none names a kind of job.
    """
    if column.kind is Kind.TYPE:
        found = set[str]().union(*map(words_in, column.cells))
        return Kind.FORMAT if found & _FORMS and not found & _JOBS else None
    if column.kind is Kind.CONTACT:
        return Kind.PEOPLE if any(person_in(part) for cell in column.cells for part in _parts(cell)) else None
    return column.kind


def people_lines(column: Column, cell: str, are_named: bool) -> list[str]:
    """Return the lines of the notes for a cell with people; `are_named`: a better column says who was met.

    Behind a comma is a role, or below a heading in the plural a further name.
    """
    people, is_plain = _parts(cell), column.kind is Kind.PEOPLE
    if re.search(r"(?:s|people)\W*$", column.heading.casefold()):
        split = [(part, part.split(",")) for part in people]
        people = [name for part, names in split for name in (names if all(map(person_in, names)) else [part])]
    lines = [person_in(person) or (person if is_plain else "") for person in people]
    if is_plain or (all(lines) and not are_named):
        return [f"@ {line}" for line in lines]
    return [labelled(column, cell)]


def labelled(column: Column, cell: str) -> str:
    """Return a cell behind its heading, or below it where a sign or several lines are in it."""
    gap = " " if re.fullmatch(r"[\w(+].*", cell) else "\n"
    return re.sub(r"^\W+|\W+$", "", column.heading) + ":" + gap + cell


def _parts(cell: str) -> list[str]:
    parts = re.split(r"[;&/\n]| (?:and|und|et|y) ", cell)
    return [part for part in (clean_line(part).lstrip("@ ") for part in parts) if part]


def person_in(cell: str) -> str:
    """Return the person of a cell as a line of the notes has it, or an empty text where it names none."""
    line = _ROLE_AFTER_NAME.sub(lambda found: f", {found[1] or found[2] or ''}", cell.strip())
    name = parse_person(line).name
    is_name = bool(_NAME.fullmatch(name)) and name[0].isupper()
    return line if is_name and not _NO_NAMES & words_in(name) else ""


def round_in(form: str) -> int:
    """Return the round that a form names, such as “Second round, onsite”; 1 where it names none."""
    form = fold_accents(form)
    named = re.findall(r"\b(?:round|interview) #?(\d)\b", form)
    named += re.findall(r"\b(\w+)[ -](?:round|interview)\b", form)
    return round_of(" ".join(named))
