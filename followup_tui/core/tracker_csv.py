"""A table of interviews as spreadsheets and job trackers export it: what can be read of it, line by line.

Columns are known by their names. A day is taken only where it can be read in one way.
"""

import csv
import re
from collections.abc import Callable, Collection, Sequence
from datetime import date, datetime, time
from typing import NamedTuple

from followup_tui.core.text import clean_line, clean_text, fold_name

_COLUMNS = {
    "company": ("company", "company name", "employer", "organization", "organisation", "employer name"),
    "role": ("role", "position", "job title", "title", "job", "position title", "job role", "job position"),
    "date": (
        "interview date",
        "date of interview",
        "interviewed on",
        "date interviewed",
        "interview",
        "interview time",
        "first interview",
        "held at",
        "date",
        "date applied",
        "applied date",
        "applied on",
        "application date",
        "date of application",
        "applied",
    ),
    "status": ("status", "stage", "application status", "job status", "current stage", "outcome", "result"),
    "notes": ("notes", "note", "comments", "comment", "my notes"),
}
_NOT_YET = {"saved", "bookmarked", "wishlist", "to apply", "applying", "applied", "not started", "interested"}
_ENDED = re.compile(
    r"reject|declin|offer|accept|withdr|ghost|closed|hired|archiv|not selected|no response|turned down", re.I
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_CLOCK = r"(?:[T ,]+(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::\d{2}(?:\.\d+)?)?\s*(?P<half>[AaPp]\.?[Mm]\.?)?)?"
_ZONE = r"(?P<zone>Z|[+-]\d{2}:?\d{2})?"
_NAMED = r"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+)?"
_FORMS = tuple(
    re.compile(f"{_NAMED}{day}{_CLOCK}{_ZONE}", re.IGNORECASE | re.ASCII)
    for day in (
        r"(?P<y>\d{4})[-/.](?P<m>\d{1,2})[-/.](?P<d>\d{1,2})",
        r"(?P<d>\d{1,2})\.\s?(?P<m>\d{1,2})\.\s?(?P<y>\d{4})",
        r"(?P<d>\d{1,2})(?:st|nd|rd|th)?[-\s.]+(?P<name>[a-z]{3,9})\.?,?[-\s]+(?P<y>\d{4})",
        r"(?P<name>[a-z]{3,9})\.?\s+(?P<d>\d{1,2})(?:st|nd|rd|th)?,?\s+(?P<y>\d{4})",
        r"(?P<a>\d{1,2})[-/](?P<b>\d{1,2})[-/](?P<y>\d{4})",
    )
)


class Row(NamedTuple):
    """An interview to be added."""

    line: int
    """Where it begins in the file, from 1."""
    company: str
    role: str
    held_at: datetime
    outcome: str
    notes: str


class Table(NamedTuple):
    """What could be read."""

    columns: dict[str, str]
    """Which column each of ours was read from, by its name in the file."""
    rows: tuple[Row, ...]
    skipped: tuple[tuple[int, str], ...]
    """The lines that were left out, and why."""


class NoTable(Exception):
    """The text is no table of interviews; the message says what is missing."""


def read_table(
    text: str, to_local: Callable[[datetime], datetime], there: Collection[tuple[str, date]]
) -> Table:
    """The interviews in `text`. `to_local` gives a time without an offset that of the user.

    `there`: the companies (folded) and days of what is in the logbook; those are left out.

    Raises NoTable.
    """
    records = _records(text)
    if not records:
        raise NoTable("it is empty")
    _, header = records[0]
    places = _places(header)
    for needed in ("company", "date"):
        if needed not in places:
            names = ", ".join(f"“{one}”" for one in _COLUMNS[needed][:3])
            raise NoTable(f"no column for the {needed}; name one {names}")
    columns = {ours: clean_line(header[place]) for ours, place in places.items()}

    def cell(record: Sequence[str], ours: str) -> str:
        place = places.get(ours, len(record))
        return record[place].strip() if place < len(record) else ""

    is_month_first = _month_first([cell(record, "date") for _, record in records[1:]])
    rows: list[Row] = []
    skipped: list[tuple[int, str]] = []
    seen = set(there)
    for line, record in records[1:]:
        company, status = clean_line(cell(record, "company")), clean_line(cell(record, "status"))
        if not any(one.strip() for one in record):
            continue
        said = clean_line(cell(record, "date"))
        held_at = _moment(said, is_month_first, to_local)
        reason = _reason(company, status, said, held_at)
        if held_at is not None and not reason and (fold_name(company), held_at.date()) in seen:
            reason = f"{company} on {held_at.date()} is there already"
        if held_at is None or reason:
            skipped.append((line, reason))
            continue
        seen.add((fold_name(company), held_at.date()))
        outcome = status if _ENDED.search(status) else ""
        notes = clean_text(cell(record, "notes")).strip("\n")
        rows.append(Row(line, company, clean_line(cell(record, "role")), held_at, outcome, notes))
    return Table(columns, tuple(rows), tuple(skipped))


def _records(text: str) -> list[tuple[int, list[str]]]:
    """The records with the lines they begin on; empty ones left out."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    first = next((line for line in text.split("\n") if line.strip()), "")
    delimiter = max(",;\t", key=first.count)
    reader = csv.reader(text.splitlines(keepends=True), delimiter=delimiter)
    found, line = [], 1
    try:
        for record in reader:
            if any(one.strip() for one in record):
                found.append((line, record))
            line = reader.line_num + 1
    except csv.Error as error:
        raise NoTable(f"line {reader.line_num}: {error}") from None
    return found


def _places(header: Sequence[str]) -> dict[str, int]:
    names = [" ".join(re.sub(r"[^a-z]+", " ", one.casefold()).split()) for one in header]
    found = {}
    for ours, known in _COLUMNS.items():
        place = next((names.index(one) for one in known if one in names), None)
        if place is not None:
            found[ours] = place
    return found


def _reason(company: str, status: str, said: str, held_at: datetime | None) -> str:
    """Why a record is left out; empty where it is not."""
    if not company:
        return "it names no company"
    if status.casefold() in _NOT_YET:
        return f"{company}: no interview yet ({status})"
    if not said:
        return f"{company}: it has no date"
    if held_at is None:
        return f"{company}: the date “{said}” can't be read in one way; write it like 2026-11-23"
    return ""


def _month_first(dates: Sequence[str]) -> bool | None:
    """Whether the column writes 11/23/2026; None where nothing in it tells, or both are there."""
    told = set()
    for said in dates:
        found = _FORMS[-1].fullmatch(clean_line(said))
        if found and max(int(found["a"]), int(found["b"])) > 12:
            told.add(int(found["b"]) > 12)
    return told.pop() if len(told) == 1 else None


def _moment(
    said: str, is_month_first: bool | None, to_local: Callable[[datetime], datetime]
) -> datetime | None:
    """The moment, noon where no time is given; None where it can't be read in one way."""
    for form in _FORMS:
        found = form.fullmatch(said)
        if found is None:
            continue
        try:
            day = _day(found.groupdict(), is_month_first)
            if day is None or not 2000 <= day.year <= 2199:
                return None
            naive = datetime.combine(day, _clock(found))
            if found["zone"]:
                return datetime.fromisoformat(f"{naive.isoformat()}{found['zone']}")
            return to_local(naive)
        except (ValueError, OverflowError):
            return None
    return None


def _day(parts: dict[str, str | None], is_month_first: bool | None) -> date | None:
    year = int(parts["y"] or 0)
    if "a" in parts:
        first, second = int(parts["a"] or 0), int(parts["b"] or 0)
        if first == second:
            return date(year, first, second)
        if first > 12 or second > 12:
            is_month_first = second > 12
        if is_month_first is None:
            return None
        return date(year, first, second) if is_month_first else date(year, second, first)
    if "name" in parts:
        name = (parts["name"] or "").casefold()
        if name[:3] not in _MONTHS:
            return None
        return date(year, _MONTHS.index(name[:3]) + 1, int(parts["d"] or 0))
    return date(year, int(parts["m"] or 0), int(parts["d"] or 0))


def _clock(found: re.Match[str]) -> time:
    if found["hour"] is None:
        return time(12)
    hour, half = int(found["hour"]), (found["half"] or "").casefold()
    if half:
        if not 1 <= hour <= 12:
            raise ValueError
        hour = hour % 12 + (12 if half[0] == "p" else 0)
    return time(hour, int(found["minute"]))
