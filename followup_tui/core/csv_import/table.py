"""The interviews in a table, row by row, and what is left out of it, with the reason."""

import re
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import NamedTuple

from followup_tui.core.csv_import.cells import CellError, ToLocal, moment, read_day, read_time, zone_of
from followup_tui.core.csv_import.headings import ORDINALS, Column, Kind, find_headings, listing, named
from followup_tui.core.csv_import.records import Record, TableError, plain
from followup_tui.core.csv_import.status import (
    denies_interview,
    is_early,
    is_interview_event,
    names_interview,
    setting_of,
)
from followup_tui.core.model.logbook import Setting
from followup_tui.core.text import clean_line, clean_text

_YES = frozenset({"yes", "y", "true", "1", "ja", "oui", "si", "x", "✓", "✔", "✅"})
_NO = frozenset({"no", "n", "false", "0", "nein", "non", "✗", "✘", "❌"})
_TELLING = {Kind.INTERVIEWER, Kind.ROUND, Kind.TIME, Kind.FORMAT}
"""The columns beside which a mere “Date” is a day of interviews."""
_DAYS = {Kind.INTERVIEW, Kind.DATE, Kind.APPLIED}
_LINK = re.compile(r"\s*\((?:https?:[^\s()]*|[^\s()]+\.md)\)$")
"""What Notion adds to the name of another page."""


class Wishes(NamedTuple):
    """What the user says of a table: the columns to read, and what comes first in days such as 03/04/2026."""

    date_columns: tuple[str, ...] = ()
    company_column: str = ""
    day_first: bool | None = None


class Row(NamedTuple):
    """An interview as the table has it; `line` is where its record begins in the file, from 1."""

    line: int
    company: str
    role: str
    held_at: datetime
    has_time: bool
    round: int | None
    status: str
    setting: Setting
    notes: str
    remark: str
    goes_on: bool = False
    """Whether the same record has a later interview."""


class LeftOut(NamedTuple):
    """A record, or an interview of it, that is not added."""

    line: int
    company: str
    reason: str


class Table(NamedTuple):
    """What could be read: the kind and the heading of each column, the headings of the others, the rows."""

    columns: tuple[tuple[str, str], ...]
    unused: tuple[str, ...]
    rows: tuple[Row, ...]
    left_out: tuple[LeftOut, ...]
    remarks: tuple[str, ...]


def read_table(text: str, to_local: ToLocal, wishes: Wishes = Wishes()) -> Table:  # noqa: B008
    """Return the interviews in `text` and what is left out. Raise TableError where none can be read."""
    reader = _Reader(*find_headings(text, wishes.company_column), to_local, wishes)
    results = [result for record in reader.records for result in reader.read(record)]
    rows = tuple(result for result in results if isinstance(result, Row))
    left_out = tuple(result for result in results if isinstance(result, LeftOut))
    return Table(*reader.columns_used(), rows, left_out, tuple(reader.remarks(rows)))


class _Reader:
    """The records of a table, and the columns that they are read by."""

    def __init__(
        self, columns: list[Column], records: list[Record], to_local: ToLocal, wishes: Wishes
    ) -> None:
        self.columns, self.records, self.to_local = columns, records, to_local
        self.cells = [[cell for r in records if (cell := clean_line(r.cell(c.number)))] for c in columns]
        self.days = [[day for cell in cells if (day := read_day(cell))] for cells in self.cells]
        self.dates = (
            [named(columns, name) for name in wishes.date_columns] or self._interviews() or self._mere_date()
        )
        self.is_certain = all(column.kind in (Kind.INTERVIEW, Kind.TIME) for column in self.dates)
        self.asked = [] if self.is_certain else list(filter(self._is_asked, columns))
        taken = {column.number for column in self.dates}
        ranked = sorted(columns, key=lambda column: column.rank, reverse=True)
        self.of = {c.kind: c for c in ranked if c.kind and c.number not in taken and c.kind not in _DAYS}
        if len(self.dates) > 1:
            self.of.pop(Kind.TIME, None)  # it does not say of which
        orders = {day.day_first for column in self.dates for day in self.days[column.number]} - {None}
        self.is_mixed = len(orders) > 1
        self.day_first = wishes.day_first
        if self.day_first is None:
            self.day_first = orders.pop() if len(orders) == 1 else self.dates[0].day_first

    def _interviews(self) -> list[Column]:
        """Return the columns with days of interviews; those of stages are rounds in their order."""
        own = [column for column in self.columns if column.kind is Kind.INTERVIEW]
        stages = [c for c in own if c.is_stage and len(self.days[c.number]) == len(self.cells[c.number])]
        both = [column for column in own if column.round or column in stages]
        rounds = [column._replace(round=column.round or place) for place, column in enumerate(both, 1)]
        whole = sorted((c for c in own if not c.round and not c.is_stage), key=lambda column: column.rank)
        if rounds and whole and all(column.round != 1 for column in rounds):
            rounds.insert(0, whole.pop(0)._replace(round=1))  # “Interview date”, “Interview date 2”
        times = [column for column in self.columns if column.kind is Kind.TIME]
        dated = [column for column in rounds if self.days[column.number]]
        dated += [column for column in (*whole, *times) if self.days[column.number]][:1]
        # A column that is still empty waits for its days: another column does not have them.
        return dated or [column for column in whole if not self._is_asked(column)][:1]

    def _mere_date(self) -> list[Column]:
        """Return the column “Date” if others say that it is of interviews. Raise TableError if not."""
        dated = [column for column in self.columns if self.days[column.number]]
        mere = sorted((c for c in dated if c.kind is Kind.DATE), key=lambda column: column.rank)[:1]
        is_backed = any(column.kind in _TELLING and self.cells[column.number] for column in self.columns)
        is_backed = is_backed and not any(
            is_early(record.cell(column.number))
            for record in self.records
            for column in self.columns
            if column.kind is Kind.STATUS and mere and read_day(record.cell(mere[0].number))
        )
        if mere and (is_backed or any(map(self._is_asked, self.columns))):
            return mere
        if not dated:
            raise TableError(
                f"no column for the date among {listing(self.columns)}; name one “Interview date”"
            )
        name = f"'{dated[0].heading}'" if " " in dated[0].heading else dated[0].heading
        raise TableError(
            f"no column says when the interviews were; {listing(dated)} may be the day of applying; "
            f"to take it all the same: --date-column {name}"
        )

    def _is_asked(self, column: Column) -> bool:
        """Return whether a column says of each row if it is an interview: “Interview: yes”."""
        cells = self.cells[column.number]
        if column.kind is Kind.EVENT:
            return any(is_interview_event(cell) or is_early(cell) for cell in cells)
        is_plain = column.kind is Kind.INTERVIEW and not column.round and not column.is_stage
        return is_plain and any(
            plain(cell) in _YES | _NO or (cell.isalpha() and setting_of(cell)) for cell in cells
        )

    def columns_used(self) -> tuple[tuple[tuple[str, str], ...], tuple[str, ...]]:
        """Return what is read, with the headings of the columns, and the headings of those that are not."""
        used = {column.number: str(column.kind) for column in (*self.of.values(), *self.asked)}
        used |= {column.number: str(column.kind) for column in self.columns if column.kind is Kind.NOTES}
        used |= {column.number: "day" for column in self.dates}
        rest = [c for c in self.columns if c.number not in used and (c.heading or self.cells[c.number])]
        read = [(used[column.number], column.heading) for column in self.columns if column.number in used]
        return tuple(read), tuple(column.heading or f"column {column.number + 1}" for column in rest)

    def remarks(self, rows: Iterable[Row]) -> Iterator[str]:
        """Yield what the user should know of the whole table."""
        taken = {column.number for column in self.dates}
        if any(column.kind is Kind.APPLIED for column in self.dates):
            yield f"{listing(self.dates)} tells the day of applying; it is taken for that of the interview."
        elif not self.is_certain:
            yield f"{listing(self.dates)} is taken for the day of the interview; see whether it is."
        if others := [c for c in self.columns if self.days[c.number] and c.number not in taken]:
            yield f"There are days in {listing(others)}, too; --date-column NAME takes them."
        if self.is_mixed:
            yield "Some days have the day first, some the month; look at those with small numbers."
        if not all(row.has_time for row in rows):
            yield "Where no time is told, it is 12:00."

    def read(self, record: Record) -> list[Row | LeftOut]:
        """Return the interviews of a record, and what is left out of it."""
        company = _LINK.sub("", self._cell(record, Kind.COMPANY))
        if reason := self._why_none(record, company):
            return [LeftOut(record.line, company, reason)]
        rows: list[Row] = []
        left_out = []
        for column in self.dates:
            cell = clean_line(record.cell(column.number))
            try:
                row = self._row(record, company, cell, column) if cell else None
            except CellError as error:
                left_out.append(LeftOut(record.line, company, str(error)))
                continue
            if row and rows and not column.round and self.is_certain:
                if row.held_at.date() not in {other.held_at.date() for other in rows}:
                    reason = f"“{column.heading}” has another day than its rounds; --date-column takes it"
                    left_out.append(LeftOut(record.line, company, reason))
            elif row:
                rows.append(row)
        if not rows and not left_out:
            left_out.append(LeftOut(record.line, company, "it has no day"))
        last = max((row.held_at for row in rows), default=None)
        earlier = [row if row.held_at == last else row._replace(goes_on=True, notes="") for row in rows]
        return [*earlier, *left_out]

    def _cell(self, record: Record, kind: Kind) -> str:
        return clean_line(record.cell(self.of[kind].number)) if kind in self.of else ""

    def _statuses(self, record: Record) -> list[str]:
        """Return how it stands, the outcome first."""
        return [cell for kind in (Kind.OUTCOME, Kind.STATUS) if (cell := self._cell(record, kind))]

    def _why_none(self, record: Record, company: str) -> str:
        """Return why a record is no interview; empty where it is."""
        if any(cell.strip() for cell in record.cells[len(self.columns) :]):
            return "it has more cells than the heading; put a cell with a comma in it into quotes"
        if not company:
            return "it names no company"
        statuses = self._statuses(record)
        if denied := next(filter(denies_interview, statuses), ""):
            return f"no interview yet ({denied})"
        if self.is_certain:
            return ""
        for column in self.asked:
            cell = clean_line(record.cell(column.number))
            is_yes = plain(cell) in _YES or (column.kind is Kind.INTERVIEW and bool(setting_of(cell)))
            if not is_yes and not is_interview_event(cell):
                return f"“{column.heading}” says “{cell}”" if cell else f"“{column.heading}” is empty"
        is_met = any(map(names_interview, statuses))
        if not is_met and (early := next(filter(is_early, statuses), "")):
            return f"no interview yet ({early})"
        has_status = Kind.STATUS in self.of or Kind.OUTCOME in self.of
        if has_status and not is_met and any(column.kind is Kind.APPLIED for column in self.dates):
            return f"its status tells of no interview ({next(iter(statuses), 'it is empty')})"
        return ""

    def _row(self, record: Record, company: str, cell: str, column: Column) -> Row:
        """Return the interview on the day in `cell`. Raise CellError where it can't be read."""
        day = read_day(cell)
        if day is None:
            raise CellError(f"the day “{cell[:40]}” can't be read in one way; write it like 2026-11-23")
        time, zone, form = (self._cell(record, kind) for kind in (Kind.TIME, Kind.ZONE, Kind.FORMAT))
        clock = day.clock or (read_time(time) if time else None)
        statuses, remarks = self._statuses(record), []
        if zone and not zone_of(zone):
            remarks.append(f"its time zone “{zone}” is not known; the time is taken to be yours")
        if self.is_certain and not any(map(names_interview, statuses)) and any(map(is_early, statuses)):
            remarks.append(f"its status tells of no interview ({next(filter(is_early, statuses))})")
        number, label = column.round, self._cell(record, Kind.ROUND)
        if label and not number:
            found = {
                ORDINALS.get(word) or int(word)
                for word in re.findall(r"[a-z]+|\d+", plain(label))
                if word in ORDINALS or word.isdigit()
            }
            number = found.pop() if len(found) == 1 and found <= {*range(1, 100)} else None
            remarks += [f"its round “{label}” is no number"] * (number is None)
        kinds = [form, self._cell(record, Kind.EVENT), column.heading * column.is_stage]
        kinds += [record.cell(asked.number) for asked in self.asked]
        settings = [setting for kind in kinds if (setting := setting_of(kind))]
        is_plural = Kind.INTERVIEWER in self.of and plain(self.of[Kind.INTERVIEWER].heading).rstrip(
            ")"
        ).endswith("s")
        separator = " ?[;&/,] ?| and | und | et " if is_plural else " ?[;&/] ?| and | und | et "
        people = re.split(separator, self._cell(record, Kind.INTERVIEWER))
        notes = [f"@ {person.lstrip('@ ')}" for person in people if person]
        notes += [form] * (setting_of(form) is None)
        notes += [clean_text(record.cell(c.number)).strip("\n") for c in self.columns if c.kind is Kind.NOTES]
        return Row(
            record.line,
            company,
            _LINK.sub("", self._cell(record, Kind.ROLE)),
            moment(day.date(self.day_first), clock, zone_of(zone), self.to_local),
            clock is not None,
            number,
            statuses[0] if statuses else "",
            settings[0] if settings else Setting.IN_PERSON,
            "\n".join(filter(None, notes)),
            "; ".join(remarks),
        )
