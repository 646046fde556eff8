"""People as they are noted: name, role, address and phone number from one line."""

import re
from typing import NamedTuple

from followup_tui.core.text import clean_line, fold_name, words, words_in

_ADDRESS = re.compile(r"<\s*([^<>\s]*@[^<>\s]*)\s*>")
"""A mail address in angle brackets."""
_BARE_ADDRESS = re.compile(r"[^\s<>,;()@]{1,71}@[^\s<>,;()@]{1,190}")
"""A mail address without brackets, as long as an address may be."""
_DIGIT = re.compile(r"\d")
_PHONE = re.compile(
    r"(?P<label>\b(?:tel|phone|mobile|mob|cell|ph)\b\.?:?\s*)?(?<![\w.+-])"
    r"(?P<number>[+(]?\(?\d[\d ()./\-]{5,}\d)(?![\w-])",
    re.IGNORECASE,
)
"""Digits that may be a phone number, with a label before them or not: `tel. +49 170 000000`."""
_DATE = re.compile(r"\+?(?:\d{4}-\d\d?-\d\d?|\d\d?[./-]\d\d?[./-]\d{2,4})(?![\d./-])")
"""Digits that are a date, and no phone number."""
_LOCAL_NUMBER = re.compile(r"\d{3}[-. ]\d{4}")
"""A phone number without its area code: `555-0100`."""
_NAME = r"[^\W\d_][\w'’.-]*(?: [^\W\d_][\w'’.-]*){0,3}"
"""A person's name: one to four words."""
_LAST_FIRST = re.compile(r"[^\W\d_][\w'’-]*, [^\W\d_][\w'’-]*")
"""A family name before a first name: `Reyes, Dana`."""
_NO_NAMES = words(
    "hr recruiter recruiting recruitment agency team manager hiring referral referred friend linkedin indeed "
    "website online portal careers job jobs email phone call yes no unknown various panel engineer "
    "engineering developer designer product lead head director officer senior vp cto ceo cfo coo analyst "
    "partner founder talent people human marketing sales finance legal operations research development data "
    "science quality support customer"
)
"""Words of who or what is not a person's name: a channel, a function, an answer."""

_BEFORE_ROLE = re.compile(
    r"\s*\((?P<inner>[^()]{1,60})\)\s*(?:[,;–—-]|$)|\s+(?P<dash>[-–—]+)(?:\s+|$)|\s+[/|]\s+|\s*;\s*|:\s+"
)
"""What comes between a name and a role besides a comma: `Dana Reyes (CTO)`, `Dana Reyes - CTO`."""
_AND = re.compile(r"\s+(?:and|und|et|&|\+|/)\s+")
"""What joins two people on a line."""
_BEFORE_AND = re.compile(rf"\s*(?:{_NAME})(?:\s*\([^()]*\))?(?:\s*<[^<>]*>)?")
"""All that may come before it: a name, with its role in brackets and its address."""
_OF_ALL = re.compile(r"(?:both|all|beide|les deux)\b[ :]*", re.IGNORECASE)
"""The beginning of a role that the people of a line share."""
_PRONOUNS = re.compile(r"(?:she|he|they|her|him|them)\b", re.IGNORECASE)
"""The beginning of pronouns in brackets: `(she/her)`."""
_MAX_INITIALS = 4
"""Capitals that are a role in brackets, and no name by which somebody is called: `(CTO)` (ours)."""


class Person(NamedTuple):
    """Someone met. Only the name is always there."""

    name: str
    role: str = ""
    email: str = ""
    phone: str = ""


def parse_person(text: str) -> Person:
    """Return the person of a line such as `Dana Reyes, engineering manager <dana@acme.example>`.

    An address without brackets counts as well, and a phone number anywhere.
    """
    email = phone = ""
    if found := _ADDRESS.search(text):
        email, text = found[1], _ADDRESS.sub(" ", _without(text, found))
    elif (found := _BARE_ADDRESS.search(text)) and "." in found[0].partition("@")[2].rstrip("."):
        email, text = found[0].removeprefix("mailto:").rstrip("."), _without(text, found)
    if found := find_phone(text):
        phone, text = found["number"], _without(text, found)
    name, role = split_role(text)
    parts = (part.strip(" -–—") for part in clean_line(role).split(","))
    return Person(clean_line(name), ", ".join(filter(None, parts)), clean_line(email), clean_line(phone))


def parse_people(text: str) -> list[Person]:
    """Return the people of a line: of `Dana Reyes and Luis Ortega, both engineers` two, else a single one.

    An address belongs to whom it names, else to all. A first name alone (`Ann and Tom Vale`) is left with
    what follows it.
    """
    whole = parse_person(text)
    names = _AND.split(text)
    if len(names) < 2 or not all(map(_BEFORE_AND.fullmatch, names[:-1])):
        return [whole]
    people = [parse_person(name) for name in names]
    are_first_names = {" " not in person.name for person in people}
    if len(are_first_names) > 1 or not all(is_name(person.name) for person in people):
        return [whole]
    if are_first_names == {True} and any(mark in text for mark in "&+/"):
        return [whole]  # "Smith & Sons"
    if shared := _OF_ALL.match(people[-1].role):
        people = [person._replace(role=people[-1].role[shared.end() :]) for person in people]
    if whole.email and not _is_address_of(people[-1]):
        owner = next(
            (person for person in people if _is_address_of(person._replace(email=whole.email))), None
        )
        people = [person._replace(email=whole.email if owner in (None, person) else "") for person in people]
    return people


def _is_address_of(person: Person) -> bool:
    """Return whether a part of a person's name is in their address."""
    local = fold_name(person.email.partition("@")[0])
    return any(fold_name(part) in local for part in person.name.split() if len(part) > 2)


def joins_another(before: str, after: str) -> bool:
    """Return whether a name that was changed is the same with the beginning of another: `Dana and L`."""
    rest = after.removeprefix(before)
    return rest != after and _AND.match(rest) is not None


def split_role(text: str) -> tuple[str, str]:
    """Return the name with which `text` begins, and the role after it.

    Brackets may hold what somebody is called: `Robert Hale (Bob)`; what follows a mark may be a second name.
    """
    text = " ".join(text.split())
    name, _, role = text.partition(",")
    for found in _BEFORE_ROLE.finditer(text):
        before, after = text[: found.start()], text[found.end() :]
        if not re.fullmatch(_NAME, before.strip()) or _NO_NAMES & words_in(before):
            break
        if (inner := found["inner"]) is not None:
            if _is_role(inner):
                return before, f"{inner},{after}"
        elif found["dash"] or not is_name(after.partition(",")[0].strip()):
            return before, after
    return name, role


def person_key(name: str) -> str:
    """Return a key that is equal for two spellings of a name, also with its role after it: `Dana (CTO)`."""
    return fold_name(name if "," in name else split_role(name)[0])


def _is_role(inner: str) -> bool:
    """Return whether the words in brackets after a name are a role: not pronouns, nor a name."""
    if _PRONOUNS.match(inner):
        return False
    is_initials = inner.isupper() and len(inner) <= _MAX_INITIALS
    return is_initials or not inner[0].isupper() or "," in inner or bool(_NO_NAMES & words_in(inner))


def is_name(text: str) -> bool:
    """Return whether `text` can only be a person's name, and is not a channel, function or answer."""
    return re.fullmatch(_NAME, text) is not None and text[0].isupper() and not _NO_NAMES & words_in(text)


def first_names_first(people: list[str]) -> list[str]:
    """Return people with their first names first where all of several are written `Reyes, Dana`."""
    swapped = [" ".join(reversed(person.split(", "))) for person in people]
    are_last_first = all(_LAST_FIRST.fullmatch(person) for person in people) and all(map(is_name, swapped))
    return swapped if len(people) > 1 and are_last_first else people


def person_line(person: Person) -> str:
    """Return the text of a line that `parse_person` reads as this person."""
    named = f"{person.name}, {person.role}" if person.role else person.name
    address = f" <{person.email}>" if person.email else ""
    return f"{named}{address}{' ' if person.phone else ''}{person.phone}"


def _without(text: str, found: re.Match[str]) -> str:
    """Return a text without a part of it; what follows that part is no more of the name before it."""
    before, after = text[: found.start()], text[found.end() :]
    return f"{before}{', ' if before.strip() else ' '}{after}"


def find_phone(text: str, at_start: bool = False) -> re.Match[str] | None:
    """Return the match of the first phone number in a text, with its group `number`.

    Seven digits are enough after `+`, `(`, `0` or a word such as `tel`, and in the form 555-1234, else it
    takes nine (ours): “2019-2024” and dates are no phone numbers.
    """
    if not _DIGIT.search(text):
        return None
    found = _PHONE.match(text) if at_start else _PHONE.search(text)
    if found is None or _DATE.match(found["number"]):
        return None
    number, digits = found["number"], sum(map(str.isdigit, found["number"]))
    is_marked = found["label"] or number[0] in "+(0" or _LOCAL_NUMBER.fullmatch(number)
    return found if digits >= (7 if is_marked else 9) else None
