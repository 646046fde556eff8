"""Columns whose heading says little, such as “Type” and “Contact”: their cells say what they hold."""

import re
from collections.abc import Collection

from followup_tui.core.csv_import.parsing import Kind, round_of
from followup_tui.core.notes.people import parse_person
from followup_tui.core.text import fold_accents, words

KINDS = {Kind.TYPE, Kind.CONTACT}
_FORMS = words("phone telephone telefon call video zoom teams skype webex screen screening interview panel")
"""Words of how an interview is held; “Onsite” and “Remote” alone may be of the job."""
_JOBS = words(
    "full fulltime part parttime permanent temporary temp contract contractor freelance internship intern "
    "hybrid vollzeit teilzeit"
)
_NO_NAMES = words(
    "hr recruiter recruiting recruitment agency team manager hiring referral referred friend linkedin indeed "
    "website online portal careers job jobs email phone call yes no unknown various panel"
)
"""Words of who or what is no person's name: a channel, a function, an answer."""
_NAME = re.compile(r"[^\W\d_][\w'’.-]*(?: [^\W\d_][\w'’.-]*){0,3}")
"""A person's name: one to four words."""
_ROLE_AFTER_NAME = re.compile(r" ?\(([^()]*)\)| [-–—] (.*)")
"""What is a role after a name: “Dana Reyes (recruiter)”, “Dana Reyes - recruiter”."""


def kind_of(kind: Kind | None, cells: Collection[str]) -> Kind | None:
    """Return the plain kind of a column of one of `KINDS`; None where its cells hold something else.

    Forms of an interview are held if a cell names one and none names a kind of job.
    """
    found = set[str]().union(*map(_words, cells))
    if kind is Kind.TYPE:
        return Kind.FORMAT if found & _FORMS and not found & _JOBS else None
    return Kind.INTERVIEWER if any(map(person_in, cells)) else None


def person_in(cell: str) -> str:
    """Return the person of a cell as a line of the notes has it, or an empty text where it names none."""
    line = _ROLE_AFTER_NAME.sub(lambda found: f", {found[1] or found[2] or ''}", cell)
    name = parse_person(line).name
    is_name = bool(_NAME.fullmatch(name)) and name[0].isupper()
    return line if is_name and not _NO_NAMES.intersection(_words(name)) else ""


def round_in(form: str) -> int:
    """Return the round that a form names, such as “Second round, onsite”; 1 where it names none."""
    form = fold_accents(form)
    named = re.findall(r"\b(?:round|interview) #?(\d)\b", form)
    named += re.findall(r"\b(\w+)[ -](?:round|interview)\b", form)
    return round_of(" ".join(named))


def _words(text: str) -> set[str]:
    return set(re.findall(r"[^\W_]+", fold_accents(text)))
