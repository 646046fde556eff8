"""The interviews in a table, row by row, what is left out of it, and what of it a logbook does not have."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from typing import NamedTuple

from followup_tui.core.companies import company_key
from followup_tui.core.csv_import import parsing, status, vague
from followup_tui.core.csv_import.cells import MIDNIGHT, NOON, CellError, ToLocal, moment, read_cell, zone_of
from followup_tui.core.csv_import.parsing import Column, Kind, Record, TableError, listing
from followup_tui.core.dates.format import day_name
from followup_tui.core.model.logbook import Interview, Logbook, Setting
from followup_tui.core.model.settings import parse_setting
from followup_tui.core.rules.outcomes import WENT_ON, is_closing
from followup_tui.core.rules.position import role_key
from followup_tui.core.text import clean_line, clean_text, fold_accents, fold_name

_NEXT_ROUND = timedelta(days=60)
"""Within how long a later row of a position is its next round (as an outcome that went on closes, ours)."""


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
    known: tuple[LeftOut, ...] = ()  # Rows that the logbook has already, or that are there twice.


def read_table(
    text: str, to_local: ToLocal, dates: Iterable[str] = (), company: str = "", day_first: bool | None = None
) -> Table:
    """Return the interviews in `text` and what is left out. Raise TableError where none can be read.

    The user may name the columns of the days and of the company, and say what comes first in 03/04/2026.
    """
    headings, records = parsing.split(text)
    columns = parsing.find_columns(headings, company, records)
    if not records:
        raise TableError(f"it has headings ({listing(columns)}) and no rows")
    reader = _Reader(columns, [parsing.named(columns, name) for name in dates], to_local)
    reader.day_first = reader.day_first if day_first is None else day_first
    results = [result for record in records for result in reader.read(record)]
    left_out = tuple(result for result in results if isinstance(result, LeftOut))
    rows = _with_next_rounds([result for result in results if isinstance(result, Row)])
    in_order = tuple(sorted(rows, key=lambda row: (row.line, row.interview.held_at)))
    return Table(in_order, left_out, reader.remark())


def _with_next_rounds(rows: list[Row]) -> Iterator[Row]:
    """Yield the rows, the latest first; each that another one of its position follows has gone on."""
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
        yield row


def additions(table: Table, logbook: Logbook, now: datetime) -> Table:
    """Return the table with only the rows that the logbook does not have yet, at the moment `now`.

    A role or a time that only one of two has makes no difference, nor do rounds: those of a day are one.
    """
    there = defaultdict[str, list[Interview]](list)
    for interview in logbook.interviews:
        there[company_key(interview.company)].append(interview)
    new, known = list[Row](), list[LeftOut]()
    for row in table.rows:
        same_company = there[company_key(row.interview.company)]
        roles = {"", role_key(row.interview.role)}
        others = [other for other in same_company if len(roles | {role_key(other.role)}) < 3]
        if same := next((other for other in others if _is_same(row.interview, other)), None):
            known.append(LeftOut(row.line, row.interview.company, _differences(row, same)))
            continue
        remarks = [row.remark] if row.remark else []
        for other in others:
            is_same_round = (other.id != row.interview.id) and other.round == row.interview.round
            if is_same_round and not is_closing(other.outcome):
                day = f"{day_name(other.held_on, now.date())} {other.held_at:%H:%M}"
                remarks.append(f"one with that company and role is open on {day}: was it moved?")
        new.append(row._replace(remark="; ".join(remarks)))
        same_company.append(row.interview)
    return table._replace(rows=tuple(new), known=tuple(known))


def _is_same(interview: Interview, other: Interview) -> bool:
    # On the clock of the wall as well: the user may be in another zone by now.
    walls = {at.replace(tzinfo=None) for at in (interview.held_at, other.held_at)}
    is_same_day = interview.held_on == other.held_on and NOON in {wall.time() for wall in walls}
    return interview.held_at == other.held_at or len(walls) == 1 or is_same_day


def _differences(row: Row, interview: Interview) -> str:
    """Return what to say of a row that is in the logbook: what of it the interview does not have."""
    text, outcome = "it is already there", fold_name(row.interview.outcome)
    if outcome not in ("", WENT_ON, fold_name(interview.outcome)) and interview.outcome != WENT_ON:
        state = f"closed (“{interview.outcome}”)" if is_closing(interview.outcome) else "open"
        text += f", {state}, but its status says “{row.status}”: e in the app edits it"
    noted, lines = (set(map(str.strip, record.notes.split("\n"))) for record in (interview, row.interview))
    return text if lines <= noted else f"{text}; its notes differ, and are left as they are"


class _Reader:
    """Reads the records of a table, each column as what it is taken for."""

    def __init__(self, columns: list[Column], named: list[Column], to_local: ToLocal) -> None:
        self.to_local = to_local
        self.dates, self.other_dates = (named, list[Column]()) if named else parsing.find_dates(columns)
        self.is_certain = all(column.kind is Kind.INTERVIEW for column in self.dates)
        self.is_doubtful = bool(named) and not self.is_certain  # The user says so, the headings don't.
        self.are_rounds = len(self.dates) > 1
        dated = {column.heading: column.days for column in (*self.dates, *self.other_dates)}
        # A day that can be read only in a single order decides for the others.
        orders = {day.days[0] is not None for days in dated.values() for day in days if None in day.days}
        self.day_first = orders.pop() if len(orders) == 1 else None
        others = [column for column in columns if column.cells and column.heading not in dated]
        times = {column.heading for column in columns if self.are_rounds and column.kind is Kind.TIME}
        others = [other._replace(round=1) if f"{other.heading} 2" in times else other for other in others]
        uses = [(column, self._use_of(column)) for column in others]
        self.unused = listing(column for column, use in uses if use is None)
        uses.sort(key=lambda use: use[0].rank)
        self.used = {kind: [column for column, use in uses if use is kind] for kind in Kind}

    def _use_of(self, column: Column) -> Kind | None:
        """Return what a column without the days is read as; None where it is not read."""
        match column.kind:
            case Kind.DATE:
                return None
            case Kind.TYPE | Kind.CONTACT if self.is_doubtful:
                return None
            case Kind.INTERVIEW if self.is_certain:
                return None  # Else its cells say whether there was any.
            case Kind.TIME if self.are_rounds:
                return Kind.TIME if column.round else None  # Of which day would it be?
        return Kind.NOTES if self.are_rounds and column.round else vague.column_kind(column)

    def remark(self) -> str:
        """Return a remark on what is read from which column, where the heading does not say so itself."""
        days = [listing(self.dates), *(listing([column]) for column in self.other_dates)]
        doubt = "" if self.is_certain else "; check that they are interview days"
        parts = [f"Days from {', then '.join(days)}{doubt}."]
        for kind, columns in self.used.items():
            headings = ", then ".join(listing([column]) for column in columns)
            if columns and (len(columns) > 1 or kind.name not in headings.upper()):
                parts.append(f"{kind.name.capitalize()} from {headings}.")
        return " ".join([*parts, f"Not used: {self.unused}."] if self.unused else parts)

    def read(self, record: Record) -> Iterator[Row | LeftOut]:
        """Yield the interviews of a record, and what is left out of it."""
        cells = {kind: next((clean_line(text) for _, text in self._cells(record, kind)), "") for kind in Kind}
        states = [cell for cell in (cells[Kind.OUTCOME], cells[Kind.STATUS]) if cell]
        dates = [column for column in self.dates if column.heading in record.cells]
        dates = dates or [column for column in self.other_dates if column.heading in record.cells][:1]
        if reason := self._why_none(record, cells, states) or ("" if dates else "it has no day"):
            yield LeftOut(record.line, cells[Kind.COMPANY], reason)
            return
        for column in dates:
            try:
                yield self._row(record, cells, states, column)
            except CellError as error:
                yield LeftOut(record.line, cells[Kind.COMPANY], str(error))

    def _cells(self, record: Record, kind: Kind) -> list[tuple[Column, str]]:
        """Return the cells of that kind with their columns, the one with the best heading first."""
        columns = [column for column in self.used[kind] if column.heading in record.cells]
        return [(column, clean_text(record.cells[column.heading])) for column in columns]

    def _why_none(self, record: Record, cells: dict[Kind, str], states: list[str]) -> str:
        """Return why a record with a day is not an interview; empty where it is."""
        if parsing.SURPLUS in record.cells:
            return "it has more cells than the heading; put a cell with a comma in it into quotes"
        if not cells[Kind.COMPANY]:
            return "it names no company"
        if denied := next(filter(status.denies_interview, states), ""):
            return f"no interview yet ({denied})"
        answer = cells[Kind.INTERVIEW]
        if self.used[Kind.INTERVIEW] and fold_accents(answer) not in parsing.YES:
            return f"“{self.used[Kind.INTERVIEW][0].heading}” says “{answer or 'nothing'}”"
        has_status = self.used[Kind.STATUS] or self.used[Kind.OUTCOME]
        if self.is_doubtful and has_status and not (answer or any(map(status.names_interview, states))):
            return f"its status mentions no interview ({', '.join(states) or 'it is empty'})"
        return ""

    def _row(self, record: Record, cells: dict[Kind, str], states: list[str], column: Column) -> Row:
        """Return the interview on the day in that column. Raise CellError where it can't be read."""
        cell = clean_line(record.cells[column.heading])
        if (day := read_cell(cell)) is None or not day.days:
            raise CellError(f"the day “{cell[:40]}” can't be read; write it like 2026-11-23")
        times = (text for own, text in self._cells(record, Kind.TIME) if own.round in (None, column.round))
        time = clean_line(next(times, ""))
        clock = read_cell(time) if time and day.clock == MIDNIGHT else day
        if clock is None:
            raise CellError(f"the time “{time}” can't be read; write it like 14:30")
        zone, state, label = zone_of(cells[Kind.ZONE]), next(iter(states), ""), cells[Kind.ROUND]
        forms = [form for _, form in self._cells(record, Kind.FORMAT)]
        may_name_setting = (*forms, label, column.heading if column.is_stage else "")
        setting = next(filter(None, map(parse_setting, may_name_setting)), None)
        held = moment(day.date(self.day_first), clock, zone, self.to_local)
        held = held if setting in (Setting.PHONE, Setting.VIDEO) else held.at_place()
        interview = Interview(
            id="new",
            company=cells[Kind.COMPANY],
            role=cells[Kind.ROLE],
            round=column.round or vague.round_in(label or " ".join(forms), is_label=bool(label)),
            held_at=held.at,
            their_zone=held.their_zone,
            setting=setting or Setting.IN_PERSON,
            notes="".join(f"{line}\n" for line in self._notes(record)),
            outcome=state if status.is_ended(state) else "",
        )
        remarks = list[str]()
        if cells[Kind.ZONE] and not zone:
            remarks.append(f"its time zone “{cells[Kind.ZONE]}” is not known; the time is taken to be yours")
        if self.is_certain and status.is_early(" ".join(states)):
            remarks.append(f"its status mentions no interview ({', '.join(states)})")
        return Row(record.line, interview, state, "; ".join(remarks))

    def _notes(self, record: Record) -> Iterator[str]:
        """Yield the notes of a record: its people, a form that is not a meeting, and what was noted."""
        people = self._cells(record, Kind.PEOPLE)
        are_named = any(column.kind is Kind.PEOPLE for column, _ in people)
        lines = [line for column, cell in people for line in vague.people_lines(column, cell, are_named)]
        yield from dict.fromkeys(lines)
        yield from (form for _, form in self._cells(record, Kind.FORMAT) if parse_setting(form) is None)
        for column, cell in self._cells(record, Kind.NOTES):
            is_plain = column == self.used[Kind.NOTES][0] or "note" in column.heading.casefold()
            yield cell if is_plain and not column.round else vague.labelled(column, cell)
