"""Which columns of a table are read, and what its days are like."""

from collections.abc import Iterator
from typing import NamedTuple

from followup_tui.core.csv_import.clock import Unreadable
from followup_tui.core.csv_import.columns import DAYS, Column, Columns, Kind
from followup_tui.core.csv_import.days import Ambiguous, Order, Said, order_of, read_day
from followup_tui.core.csv_import.encoding import NoTable
from followup_tui.core.csv_import.heading import Parts
from followup_tui.core.csv_import.records import Record
from followup_tui.core.dates.format import listed
from followup_tui.core.text import clean_line

_BLANK = frozenset({"-", "–", "—", "?", "n/a", "na", "none", "null", "tbd", "tba"})
"""What people write into a cell that has nothing to tell."""


class Wishes(NamedTuple):
    """What the user said of a table."""

    date_columns: tuple[str, ...] = ()
    """The columns to take days from, by their names; empty: those that tell of interviews."""
    order: Order | None = None
    """What comes first in days such as 03/04/2026; None: as other days of the table tell."""


class Layout(NamedTuple):
    """How a table is read."""

    days: tuple[Column, ...]
    """The columns that days are taken from; each day is an interview."""
    others: dict[Kind, Column]
    unused: tuple[str, ...]
    """The names of the columns that are not read."""
    order: Order | None
    """What comes first in its days; None where that is not told."""
    is_mixed: bool
    """Whether its days tell now this, now that."""
    unclear: str
    """The first day of which it is not told; empty where there is none."""

    @property
    def is_of_interviews(self) -> bool:
        """Whether the days are those of interviews, by the names of their columns."""
        return all(one.kind is Kind.INTERVIEW for one in self.days)

    @property
    def is_of_applying(self) -> bool:
        """Whether a day is that of applying."""
        return any(one.kind is Kind.APPLIED for one in self.days)

    @property
    def has_status(self) -> bool:
        """Whether a column tells how things stand."""
        return Kind.STATUS in self.others or Kind.OUTCOME in self.others

    def cell(self, record: Record, kind: Kind) -> str:
        """What the record has of that kind; empty where that is nothing."""
        return given(record, self.others[kind]) if kind in self.others else ""

    def told(self) -> tuple[tuple[str, str], ...]:
        """What is read, and from which column."""
        places = {one.place: ("day", one.heading) for one in self.days}
        places |= {one.place: (str(kind), one.heading) for kind, one in self.others.items()}
        return tuple(told for _, told in sorted(places.items()))


def layout_of(parts: Parts, wishes: Wishes) -> Layout:
    """How to read a table. Raises NoTable where no day of an interview can be taken from it."""
    columns = parts.columns
    days = _named(columns, wishes.date_columns) if wishes.date_columns else _found(parts)
    places = {one.place for one in days}
    rest = Columns(tuple(one for one in columns.all if one.place not in places))
    others = {kind: one for kind in Kind if kind not in DAYS and (one := rest.of(kind))}
    if len(days) > 1:
        others.pop(Kind.TIME, None)  # of which of them?
    said = [day for one in days for day in _days_in(parts, one)]
    told, is_mixed = order_of(said)
    order = wishes.order or told or next((one.order for one in days if one.order), None)
    used = {one.place for one in others.values()}
    unused = [
        one.heading or f"column {one.place + 1}"
        for one in rest.all
        if one.place not in used and (one.heading or _is_filled(parts, one))
    ]
    return Layout(days, others, tuple(unused), order, is_mixed, _unclear(said, order))


def given(record: Record, column: Column) -> str:
    """What stands in the cell, with its lines; empty where that is nothing."""
    text = record.cells[column.place].strip() if column.place < len(record.cells) else ""
    return "" if text.casefold() in _BLANK else text


def _named(columns: Columns, names: tuple[str, ...]) -> tuple[Column, ...]:
    """The columns that the user named; one that is not known for days is taken for any day."""
    found = []
    for name in names:
        column = columns.named(name)
        if column is None:
            there = listed([f"“{one.heading}”" for one in columns.all if one.heading])
            raise NoTable(f"there is no column “{clean_line(name)}”; there is {there}")
        found.append(column if column.kind in DAYS else column._replace(kind=Kind.DATE))
    return tuple(dict.fromkeys(found))


def _found(parts: Parts) -> tuple[Column, ...]:
    """The columns that tell when the interviews were. Raises NoTable where there is none."""
    dated = [one for one in parts.columns.all if any(_days_in(parts, one))]
    # An empty one is waiting for its days: another column does not have them.
    awaited = [one for one in parts.columns.all if one.kind is Kind.INTERVIEW and not _is_filled(parts, one)]
    days = parts.columns.days([*dated, *awaited])
    if days and days[0].kind is not Kind.APPLIED:
        return days
    if not dated:
        raise NoTable("no column for the date; name one “Interview date” or “Date of interview”")
    told = [f"“{one.heading}”{' (the day of applying)' * (one.kind is Kind.APPLIED)}" for one in dated]
    raise NoTable(
        f"no column tells when the interviews were; there are days in {listed(told)}; "
        "to take them all the same: --date-column NAME"
    )


def _is_filled(parts: Parts, column: Column) -> bool:
    return any(given(record, column) for record in parts.records)


def _days_in(parts: Parts, column: Column) -> Iterator[Said]:
    return (day for record in parts.records if (day := read_day(clean_line(given(record, column)))))


def _unclear(said: list[Said], order: Order | None) -> str:
    for one in said:
        try:
            one.day(order)
        except Ambiguous:
            return one.text
        except Unreadable:
            continue
    return ""
