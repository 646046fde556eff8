"""The interviews in a table, row by row, and what is left out of it, with the reason."""

import re
from collections.abc import Iterable, Iterator
from datetime import timedelta
from typing import NamedTuple

from followup_tui.core.companies import company_key
from followup_tui.core.csv_import import status
from followup_tui.core.csv_import.cells import CellError, ToLocal, moment, read_cell, zone_of
from followup_tui.core.csv_import.headings import ORDINALS, Column, Kind, find_columns, listing, named
from followup_tui.core.csv_import.records import SURPLUS, Record, TableError, split
from followup_tui.core.model.logbook import Interview, Setting
from followup_tui.core.rules.position import WENT_ON, role_key
from followup_tui.core.text import clean_line, clean_text, fold_accents, words

_NEXT_ROUND = timedelta(days=60)
"""Within how long a later row of a position is its next round (as an outcome that went on closes, ours)."""
_OF_INTERVIEWS = {Kind.INTERVIEW, Kind.INTERVIEWER, Kind.ROUND, Kind.TIME, Kind.FORMAT}
"""What only a table of interviews has a column for: then a mere “Date” is the day of the interview."""
_OF_SEARCH = {Kind.ROLE, Kind.INTERVIEW, Kind.INTERVIEWER}
_YES, _NO = words("yes y true 1 x ja si ✓ ✅"), words("no n false 0 nein")


class Row(NamedTuple):
    """An interview as the table has it; `line` is where its record begins in the file, from 1."""

    line: int
    interview: Interview
    """Closed only where its status says so, or another round followed. Its id is yet to be given."""
    status: str
    remark: str


class LeftOut(NamedTuple):
    """A record, or an interview of it, that is not added."""

    line: int
    company: str
    reason: str


class Table(NamedTuple):
    """What could be read, and a remark on the columns that it was read from."""

    rows: tuple[Row, ...]
    left_out: tuple[LeftOut, ...]
    remark: str


def read_table(
    text: str, to_local: ToLocal, dates: Iterable[str] = (), company: str = "", day_first: bool | None = None
) -> Table:
    """Return the interviews in `text` and what is left out. Raise TableError where none can be read.

    The user may name the columns of the days and of the company, and say what comes first in 03/04/2026.
    """
    headings, records = split(text)
    columns = find_columns(headings, company)
    if not records:
        raise TableError(f"it has headings ({listing(columns)}) and no rows")
    reader = _Reader(columns, records, to_local, [named(columns, name) for name in dates])
    reader.day_first = reader.day_first if day_first is None else day_first
    results = [result for record in records for result in reader.read(record)]
    rows = [result for result in results if isinstance(result, Row)]
    left_out = tuple(result for result in results if isinstance(result, LeftOut))
    doubt = "" if reader.is_certain else "; see whether they are of interviews"
    remark = f"Days from {listing(reader.dates)}{doubt}.{reader.unused()}"
    return Table(tuple(_with_next_rounds(rows)), left_out, remark)


def _with_next_rounds(rows: list[Row]) -> list[Row]:
    """Return the rows by their lines; each that another one of its position follows has gone on."""
    followed: list[Row] = []
    later: dict[tuple[str, str], Row] = {}
    for row in sorted(rows, key=lambda row: row.interview.held_at, reverse=True):
        interview = row.interview
        position = company_key(interview.company), role_key(interview.role)
        following = later.get(position, row)
        if timedelta() < following.interview.held_at - interview.held_at < _NEXT_ROUND:
            # The notes of a record are those of its last round.
            notes = interview.notes if following.line != row.line else ""
            row = row._replace(interview=interview.but(outcome=WENT_ON, notes=notes))
        later[position] = row
        followed.append(row)
    return sorted(followed, key=lambda row: (row.line, row.interview.held_at))


class _Reader:
    """The columns of a table, by what they hold, and the reading of its records by them."""

    def __init__(
        self, columns: list[Column], records: list[Record], to_local: ToLocal, dates: list[Column]
    ) -> None:
        self.columns, self.to_local = columns, to_local
        self.cells = {c: [r.cells[c.heading] for r in records if c.heading in r.cells] for c in columns}
        read = {column: [read_cell(cell) for cell in cells] for column, cells in self.cells.items()}
        self.days = {column: [cell for cell in cells if cell and cell.days] for column, cells in read.items()}
        self.dates = dates or self._interview_dates() or self._mere_date()
        self.is_certain = all(column.kind is Kind.INTERVIEW for column in self.dates)
        self.is_named = bool(dates) and not self.is_certain
        dated = {column.heading for column in self.dates}
        orders = {day.day_first for c in columns if c.heading in dated for day in self.days[c]} - {None}
        self.day_first = orders.pop() if len(orders) == 1 else None
        rest = [c for c in columns if c.kind is not Kind.DATE and c.heading not in dated]
        self.of = {c.kind: c.heading for c in sorted(rest, key=lambda column: column.rank, reverse=True)}
        self.notes = [column.heading for column in columns if column.kind is Kind.NOTES]

    def unused(self) -> str:
        """Return a sentence on the columns that are not read; empty where there are none."""
        used = {*self.of.values(), *self.notes, *(column.heading for column in self.dates)}
        unused = listing(c for c in self.columns if c.kind is None or c.heading not in used)
        return f" Not used: {unused}." if unused else ""

    def _interview_dates(self) -> list[Column]:
        """Return the columns with days of interviews; several are rounds in their order."""
        own = [column for column in self.columns if column.kind is Kind.INTERVIEW]
        whole = sorted((c for c in own if not c.round and not c.is_stage), key=lambda column: column.rank)
        answers = _YES | _NO
        asked = [c for c in whole if any(fold_accents(cell) in answers for cell in self.cells[c])]
        whole = [c for c in whole if self.days[c]] or [c for c in whole if c not in asked]
        rounds = [c for c in own if c.round and self.days[c]]
        stages = [c for c in own if c.is_stage and 0 < len(self.days[c]) == len(self.cells[c])]
        if not stages and all(column.round != 1 for column in rounds):
            rounds = [*whole[:1], *rounds]  # “Interview date”, “Interview date 2”
        if len(rounds) < 2 and not stages:
            return rounds
        rounds = sorted([*rounds, *stages], key=self.columns.index)
        return [column._replace(round=column.round or number) for number, column in enumerate(rounds, 1)]

    def _mere_date(self) -> list[Column]:
        """Return the column “Date” if others say that it is of interviews, else raise TableError.

        They do not where a status is one of applications, or where neither roles nor people are named.
        """
        dated = [column for column in self.columns if self.days[column]]
        mere = sorted((c for c in dated if c.kind is Kind.DATE), key=lambda column: column.rank)[:1]
        filled = [c for c in self.columns if self.cells[c] and c.heading.casefold() != "title"]
        kinds = {column.kind for column in filled if not column.is_stage}
        states = [cell for c in self.columns if c.kind is Kind.STATUS for cell in self.cells[c]]
        is_search = kinds & _OF_SEARCH or any(map(status.names_interview, states))
        if mere and is_search and kinds & _OF_INTERVIEWS and not any(map(status.is_early, states)):
            return mere
        if not dated:
            there = listing(self.columns)
            raise TableError(f"no column for the date among {there}; name one “Interview date”")
        name = f"'{dated[0].heading}'" if " " in dated[0].heading else dated[0].heading
        why = f"{listing(dated)} may be the day of applying; to take it anyway: --date-column {name}"
        raise TableError(f"no column says when the interviews were; {why}")

    def read(self, record: Record) -> Iterator[Row | LeftOut]:
        """Yield the interviews of a record, and what is left out of it."""
        company = self._cell(record, Kind.COMPANY)
        reason = self._why_none(record, company)
        for column in () if reason else self.dates:
            if cell := clean_line(record.cells.get(column.heading, "")):
                try:
                    yield self._row(record, company, cell, column)
                except CellError as error:
                    yield LeftOut(record.line, company, str(error))
        if reason:
            yield LeftOut(record.line, company, reason)

    def _cell(self, record: Record, kind: Kind) -> str:
        return clean_line(record.cells.get(self.of[kind], "")) if kind in self.of else ""

    def _why_none(self, record: Record, company: str) -> str:
        """Return why a record is no interview; empty where it is."""
        if SURPLUS in record.cells:
            return "it has more cells than the heading; put a cell with a comma in it into quotes"
        if not company:
            return "it names no company"
        states, answer = self._states(record), self._cell(record, Kind.INTERVIEW)
        if denied := next(filter(status.denies_interview, states), ""):
            return f"no interview yet ({denied})"
        if not self.is_certain and Kind.INTERVIEW in self.of and fold_accents(answer) not in _YES:
            return f"“{self.of[Kind.INTERVIEW]}” says “{answer or 'nothing'}”"
        has_status = Kind.STATUS in self.of or Kind.OUTCOME in self.of
        if self.is_named and has_status and not answer and not any(map(status.names_interview, states)):
            return f"its status tells of no interview ({', '.join(states) or 'it is empty'})"
        return "" if any(c.heading in record.cells for c in self.dates) else "it has no day"

    def _states(self, record: Record) -> list[str]:
        """Return how it stands, the outcome first."""
        return [cell for kind in (Kind.OUTCOME, Kind.STATUS) if (cell := self._cell(record, kind))]

    def _row(self, record: Record, company: str, cell: str, column: Column) -> Row:
        """Return the interview on the day in `cell`. Raise CellError where it can't be read."""
        day, times = read_cell(cell), self._cell(record, Kind.TIME) if len(self.dates) == 1 else ""
        if day is None or not day.days:
            raise CellError(f"the day “{cell[:40]}” can't be read; write it like 2026-11-23")
        clock = day if day.has_time or not times else read_cell(times)
        if clock is None:
            raise CellError(f"the time “{times}” can't be read; write it like 14:30")
        zone, label = self._cell(record, Kind.ZONE), self._cell(record, Kind.ROUND)
        form, states = self._cell(record, Kind.FORMAT), self._states(record)
        number, state = column.round or _round_of(label), next(iter(states), "")
        setting = status.setting_of(form) or status.setting_of(column.heading * column.is_stage)
        held = moment(day.date(self.day_first), clock, zone_of(zone), self.to_local)
        held = held if setting in (Setting.PHONE, Setting.VIDEO) else held.at_place()
        interview = Interview(
            id="new",
            company=company,
            role=self._cell(record, Kind.ROLE),
            round=number or 1,
            held_at=held.at,
            their_zone=held.their_zone,
            setting=setting or Setting.IN_PERSON,
            notes=self._notes(record, "" if status.setting_of(form) else form),
            outcome=state if status.is_ended(state) else "",
        )
        is_early = any(map(status.is_early, states)) and not any(map(status.names_interview, states))
        remarks = {
            f"its time zone “{zone}” is not known; the time is taken to be yours": zone and not zone_of(zone),
            f"its status tells of no interview ({', '.join(states)})": self.is_certain and is_early,
            f"its round “{label}” is not a number": label and not number,
        }
        return Row(record.line, interview, state, "; ".join(text for text, holds in remarks.items() if holds))

    def _notes(self, record: Record, form: str) -> str:
        """Return the people, the kind of meeting where it is none of ours, and all notes of a record."""
        people = re.split(r" ?[;&/] ?| and ", self._cell(record, Kind.INTERVIEWER))
        notes = [*(f"@ {person.lstrip('@ ')}" for person in people if person), form]
        notes += [clean_text(record.cells.get(heading, "")) for heading in self.notes]
        return "".join(f"{text}\n" for text in notes if text)


def _round_of(label: str) -> int | None:
    """Return the number that a label such as “2nd” or “Round 3” names; None unless it is exactly one."""
    numbers = {ORDINALS[word] for word in re.findall(r"[a-z]+|\d+", fold_accents(label)) if word in ORDINALS}
    return numbers.pop() if len(numbers) == 1 else None
