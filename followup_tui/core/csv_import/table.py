"""A table of interviews as spreadsheets and job trackers export it: what can be read of it, row by row.

Columns are known by their names. A day is taken only where it can be read in one way. The day of applying is
not that of an interview: it is taken for it only where the user names its column. Nothing is left out or
passed over without being told.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import NamedTuple

from followup_tui.core.csv_import.clock import ToLocal, Unreadable, moment, read_clock
from followup_tui.core.csv_import.columns import NUMBERS, Column, Kind
from followup_tui.core.csv_import.days import Ambiguous, Order, read_day, why_unreadable
from followup_tui.core.csv_import.encoding import NoTable, decode, plain
from followup_tui.core.csv_import.heading import parts_of
from followup_tui.core.csv_import.layout import Layout, Wishes, given, layout_of
from followup_tui.core.csv_import.records import Record
from followup_tui.core.csv_import.status import Fate, fate_of, tells_of_interview, tells_of_none
from followup_tui.core.dates.format import listed
from followup_tui.core.text import clean_line, clean_text

__all__ = ["Fate", "NoTable", "Order", "Row", "Skipped", "Table", "Wishes", "decode", "read_table"]

_LINK = re.compile(r"\s*\((?:https?:[^\s()]*|[^\s()]+\.md)\)$")
"""What Notion adds to the name of another page."""
_LONGEST_ROUND = 40
"""How many characters of a cell are looked at for the number of a round (ours)."""
_NO_WISHES = Wishes()


class Row(NamedTuple):
    """An interview as the table has it."""

    line: int
    """Where its record begins in the file, from 1."""
    company: str
    role: str
    held_at: datetime
    has_time: bool
    """Whether its time was given; else it is noon."""
    round: int | None
    """None where none is given."""
    status: str
    fate: Fate
    """What the status tells."""
    notes: str
    goes_on: bool = False
    """Whether the same record has a later interview."""
    remark: str = ""
    """What the user should look at."""


class Skipped(NamedTuple):
    """A record, or an interview of it, that was left out."""

    line: int
    company: str
    why: str


class Table(NamedTuple):
    """What could be read."""

    columns: tuple[tuple[str, str], ...]
    """What was read, and from which column, by its name in the file."""
    unused: tuple[str, ...]
    """The columns that were not used."""
    rows: tuple[Row, ...]
    skipped: tuple[Skipped, ...]
    remarks: tuple[str, ...]
    """What the user should know about all of it, a sentence each."""


def read_table(text: str, to_local: ToLocal, wishes: Wishes = _NO_WISHES) -> Table:
    """The interviews in `text`. `to_local` gives a moment in the user's own zone. Raises NoTable."""
    parts = parts_of(text)
    layout = layout_of(parts, wishes)
    width = len(parts.columns.all)
    read = [one for record in parts.records for one in _read(record, width, layout, to_local)]
    rows = tuple(one for one in read if isinstance(one, Row))
    skipped = tuple(one for one in read if isinstance(one, Skipped))
    return Table(layout.told(), layout.unused, rows, skipped, tuple(_remarks(parts.records, layout, rows)))


def _read(record: Record, width: int, layout: Layout, to_local: ToLocal) -> list[Row | Skipped]:
    """The interviews of one record, and what had to be left out of it."""
    company = _name(layout.cell(record, Kind.COMPANY))
    if any(cell.strip() for cell in record.cells[width:]):
        why = "it has more cells than the heading; put a cell with a comma in it into quotes"
        return [Skipped(record.line, company, why)]
    if why := _why_none(company, _status(record, layout), layout):
        return [Skipped(record.line, company, why)]
    rows, skipped = [], []
    for column in layout.days:
        if said := clean_line(given(record, column)):
            try:
                rows.append(_row(record, said, column, layout, to_local))
            except Unreadable as problem:
                skipped.append(Skipped(record.line, company, str(problem)))
    if not rows and not skipped:
        return [Skipped(record.line, company, "it has no day")]
    last = max((one.held_at for one in rows), default=None)
    return [*(one._replace(goes_on=one.held_at != last) for one in rows), *skipped]


def _why_none(company: str, status: str, layout: Layout) -> str:
    """Why a record tells of no interview; empty where it does."""
    if not company:
        return "it names no company"
    if layout.is_of_interviews:
        return ""
    if tells_of_none(status):
        return f"no interview yet ({status})"
    if layout.is_of_applying and layout.has_status and not tells_of_interview(status):
        return f"its status tells of no interview ({status or 'it is empty'})"
    return ""


def _row(record: Record, said: str, column: Column, layout: Layout, to_local: ToLocal) -> Row:
    """The interview on the day `said`. Raises Unreadable."""
    day = read_day(said)
    if day is None:
        raise Unreadable(why_unreadable(said))
    try:
        on = day.day(layout.order)
    except Ambiguous:
        example = f"either number of “{layout.unclear}” may be the month"
        raise Unreadable(f"{example}; say which with --day-first or --month-first") from None
    time = clean_line(layout.cell(record, Kind.TIME))
    clock = day.clock or (read_clock(time) if time else None)
    night = "at night? write the time like 14:30" if clock and clock.is_at_night else ""
    number, remark = _round(record, column, layout)
    status = _status(record, layout)
    return Row(
        line=record.line,
        company=_name(layout.cell(record, Kind.COMPANY)),
        role=_name(layout.cell(record, Kind.ROLE)),
        held_at=moment(on, clock, to_local),
        has_time=clock is not None,
        round=number,
        status=status,
        fate=fate_of(status),
        notes=clean_text(layout.cell(record, Kind.NOTES)).strip("\n"),
        remark="; ".join(one for one in (night, remark) if one),
    )


def _name(cell: str) -> str:
    return _LINK.sub("", clean_line(cell))


def _status(record: Record, layout: Layout) -> str:
    """How it stands: the outcome, where there is a column for it with something in it."""
    return clean_line(layout.cell(record, Kind.OUTCOME) or layout.cell(record, Kind.STATUS))


def _round(record: Record, column: Column, layout: Layout) -> tuple[int | None, str]:
    """Which round it is, where that is told; and what to remark on it."""
    if column.round is not None:
        return column.round, ""
    said = clean_line(layout.cell(record, Kind.ROUND))
    words = re.findall(r"[a-z]+|\d+", plain(said)[:_LONGEST_ROUND])
    numbers = {NUMBERS.get(one) or int(one) for one in words if one in NUMBERS or one.isdigit()}
    if len(numbers) == 1 and (number := numbers.pop()) in range(1, 100):
        return number, ""
    return None, f"its round “{said}” is no number" if said else ""


def _remarks(records: Iterable[Record], layout: Layout, rows: Iterable[Row]) -> Iterator[str]:
    days = listed([f"“{one.heading}”" for one in layout.days])
    if layout.is_of_applying:
        yield f"{days} tells the day of applying; it is taken for that of the interview, as you say."
    elif not layout.is_of_interviews:
        statuses = [_status(one, layout) for one in records if any(given(one, day) for day in layout.days)]
        early = next((one for one in statuses if tells_of_none(one)), "")
        if early:
            yield f"{days} may be the day of applying: rows with the status “{early}” have one, too."
    if layout.is_mixed:
        yield f"Some days in {days} have the day first, some the month; look at those with small numbers."
    if not all(one.has_time for one in rows):
        yield "Where no time is told, it is 12:00."
