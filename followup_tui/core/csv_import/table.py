"""The interviews in a table, row by row, what is left out of it, and what of it a logbook does not have."""

import re
import shlex
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from typing import NamedTuple

from followup_tui.core.companies import company_key
from followup_tui.core.csv_import import parsing, status, vague
from followup_tui.core.csv_import.cells import MIDNIGHT, NOON, CellError, ToLocal, moment, read_cell, zone_of
from followup_tui.core.csv_import.parsing import Column, Kind, Record, TableError
from followup_tui.core.dates.format import day_name
from followup_tui.core.model.logbook import Interview, Logbook, Setting
from followup_tui.core.rules.outcomes import WENT_ON, is_closing
from followup_tui.core.rules.position import role_key
from followup_tui.core.text import clean_line, clean_text, fold_accents, fold_name, words

_NEXT_ROUND = timedelta(days=60)
"""Within how long a later row of a position is its next round (as an outcome that went on closes, ours)."""
_OF_INTERVIEWS = {Kind.INTERVIEW, Kind.INTERVIEWER, Kind.ROUND, Kind.TIME, Kind.FORMAT}
"""What only a table of interviews has a column for: then a mere “Date” is the day of the interview."""
_OF_SEARCH = {Kind.ROLE, Kind.INTERVIEW, Kind.INTERVIEWER}
_VAGUE = {Kind.FORMAT: "Format", Kind.INTERVIEWER: "People"}
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
    known: tuple[LeftOut, ...] = ()
    """Rows that the logbook has already, or that are there twice."""


def read_table(
    text: str, to_local: ToLocal, dates: Iterable[str] = (), company: str = "", day_first: bool | None = None
) -> Table:
    """Return the interviews in `text` and what is left out. Raise TableError where none can be read.

    The user may name the columns of the days and of the company, and say what comes first in 03/04/2026.
    """
    headings, records = parsing.split(text)
    columns = parsing.find_columns(headings, company)
    if not records:
        raise TableError(f"it has headings ({parsing.listing(columns)}) and no rows")
    reader = _Reader(columns, records, to_local, [parsing.named(columns, name) for name in dates])
    reader.day_first = reader.day_first if day_first is None else day_first
    results = [result for record in records for result in reader.read(record)]
    rows = [result for result in results if isinstance(result, Row)]
    left_out = tuple(result for result in results if isinstance(result, LeftOut))
    rows = sorted(_with_next_rounds(rows), key=lambda row: (row.line, row.interview.held_at))
    return Table(tuple(rows), left_out, reader.remark())


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
    there: dict[str, list[Interview]] = {}
    for interview in logbook.interviews:
        there.setdefault(company_key(interview.company), []).append(interview)
    new, known = list[Row](), list[LeftOut]()
    for row in table.rows:
        same_company = there.setdefault(company_key(row.interview.company), [])
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
                remarks.append(f"there is one with that company and role on {day}, open: moved?")
        new.append(row._replace(remark="; ".join(remarks)))
        same_company.append(row.interview)
    return table._replace(rows=tuple(new), known=tuple(known))


def _is_same(interview: Interview, other: Interview) -> bool:
    # On the clock of the wall as well: the user may be in another zone by now.
    walls = {interview.held_at.replace(tzinfo=None), other.held_at.replace(tzinfo=None)}
    is_same_time = interview.held_at == other.held_at or len(walls) == 1
    has_no_time = NOON in {interview.held_at.time(), other.held_at.time()}
    return is_same_time or (interview.held_on == other.held_on and has_no_time)


def _differences(row: Row, interview: Interview) -> str:
    """Return what to say of a row that is in the logbook: what of it the interview does not have."""
    text, outcome = "it is there already", row.interview.outcome
    if outcome not in ("", WENT_ON) and fold_name(interview.outcome) not in (fold_name(outcome), WENT_ON):
        state = f"closed (“{interview.outcome}”)" if is_closing(interview.outcome) else "open"
        text += f", {state}, but its status says “{row.status}”: e in the app edits it"
    lines = {line.strip() for line in interview.notes.split("\n")}
    if any(line.strip() not in lines for line in row.interview.notes.split("\n")):
        text += "; its notes differ, and are left as they are"
    return text


class _Reader:
    """The columns of a table, by what they hold, and the reading of its records by them."""

    def __init__(
        self, columns: list[Column], records: list[Record], to_local: ToLocal, dates: list[Column]
    ) -> None:
        cells = {c: [r.cells[c.heading] for r in records if c.heading in r.cells] for c in columns}
        # A “Recruiter” without a name is the day of a stage.
        self.cells = {
            c._replace(kind=Kind.INTERVIEW) if c.is_stage and any(map(read_cell, found)) else c: found
            for c, found in cells.items()
        }
        columns = self.columns = list(self.cells)
        self.to_local = to_local
        read = {column: [read_cell(cell) for cell in found] for column, found in self.cells.items()}
        self.days = {column: [cell for cell in found if cell and cell.days] for column, found in read.items()}
        self.dates = dates or self._interview_dates() or self._mere_date()
        self.is_certain = all(column.kind is Kind.INTERVIEW for column in self.dates)
        dated = {column.heading for column in self.dates}
        orders = {day.day_first for c in columns if c.heading in dated for day in self.days[c]} - {None}
        self.day_first = orders.pop() if len(orders) == 1 else None
        rest = [c for c in columns if c.kind is not Kind.DATE and c.heading not in dated]
        rest.sort(key=lambda column: not column.is_stage)
        self.of = {column.kind: column.heading for column in rest if column.kind}
        self.vague = self._vague() if self.is_certain or not dates else {}
        self.of = {k: heading for k, heading in self.of.items() if k not in vague.KINDS} | self.vague
        self.is_asked = dates and not self.is_certain and self.of.keys() & {Kind.STATUS, Kind.OUTCOME}
        self.notes = [column.heading for column in columns if column.kind is Kind.NOTES]

    def remark(self) -> str:
        """Return a remark on the columns of the days, and on those that are not read."""
        used = {*self.of.values(), *self.notes, *(column.heading for column in self.dates)}
        unused = parsing.listing(column for column in self.columns if column.heading not in used)
        doubt = "" if self.is_certain else "; check that they are interview days"
        parts = [f"Days from {parsing.listing(self.dates)}{doubt}."]
        parts += [f"{_VAGUE[kind]} from “{heading}”." for kind, heading in self.vague.items()]
        if unused:
            parts.append(f"Not used: {unused}.")
        return " ".join(parts)

    def _vague(self) -> dict[Kind, str]:
        """Return headings such as “Type” and “Contact” by what their cells hold, if no other column does."""
        kinds = {c: vague.kind_of(c.kind, cells) for c, cells in self.cells.items() if c.kind in vague.KINDS}
        return {kind: c.heading for c, kind in kinds.items() if kind and kind not in self.of}

    def _interview_dates(self) -> list[Column]:
        """Return the columns with days of interviews; several are rounds in their order."""
        own = [column for column in self.columns if column.kind is Kind.INTERVIEW]
        whole = [c for c in own if not c.round and not c.is_stage]
        answered = [c for c in whole if (_YES | _NO).intersection(map(fold_accents, self.cells[c]))]
        whole = [c for c in whole if self.days[c]] or [c for c in whole if c not in answered]
        rounds = [c for c in own if c.round and self.days[c]]
        stages = [c for c in own if c.is_stage and 0 < len(self.days[c]) == len(self.cells[c])]
        if not stages and all(column.round != 1 for column in rounds):
            rounds = [*whole[:1], *rounds]  # “Interview date”, “Interview date 2”
        dates = sorted([*rounds, *stages], key=self.columns.index)
        numbers = range(1, len(dates) + 1) if len(dates) > 1 else [None]
        return [c._replace(round=c.round or number) for c, number in zip(dates, numbers, strict=False)]

    def _mere_date(self) -> list[Column]:
        """Return the column “Date” if others say that it is of interviews, else raise TableError.

        They do not where a status is one of applications, or where neither roles nor people are named.
        """
        dated = [column for column in self.columns if self.days[column]]
        mere = [column for column in dated if column.kind is Kind.DATE][:1]
        # The title of a calendar's row is that of an event.
        filled = [c for c in self.columns if self.cells[c] and c.heading.casefold() != "title"]
        kinds = {column.kind for column in filled if not column.is_stage}
        states = [cell for c in self.columns if c.kind is Kind.STATUS for cell in self.cells[c]]
        is_search = kinds & _OF_SEARCH or any(map(status.names_interview, states))
        if mere and is_search and kinds & _OF_INTERVIEWS and not any(map(status.is_early, states)):
            return mere
        if not dated:
            there = parsing.listing(self.columns)
            raise TableError(f"no column for the date among {there}; name one “Interview date”")
        to_name = f"to take it anyway: --date-column {shlex.quote(dated[0].heading)}"
        why = f"{parsing.listing(dated)} may be the day of applying; {to_name}"
        raise TableError(f"no column says when the interviews were; {why}")

    def read(self, record: Record) -> Iterator[Row | LeftOut]:
        """Yield the interviews of a record, and what is left out of it."""
        read = {kind: clean_line(record.cells.get(heading, "")) for kind, heading in self.of.items()}
        notes = [clean_text(record.cells[name]) for name in self.notes if name in record.cells]
        cells = dict.fromkeys(Kind, "") | read | {Kind.NOTES: "\n".join(notes)}
        states = [cell for cell in (cells[Kind.OUTCOME], cells[Kind.STATUS]) if cell]
        reason = self._why_none(record, cells, states)
        for column in () if reason else self.dates:
            if day := clean_line(record.cells.get(column.heading, "")):
                try:
                    yield self._row(record.line, cells, states, day, column)
                except CellError as error:
                    yield LeftOut(record.line, cells[Kind.COMPANY], str(error))
        if reason:
            yield LeftOut(record.line, cells[Kind.COMPANY], reason)

    def _why_none(self, record: Record, cells: dict[Kind, str], states: list[str]) -> str:
        """Return why a record is no interview; empty where it is."""
        if parsing.SURPLUS in record.cells:
            return "it has more cells than the heading; put a cell with a comma in it into quotes"
        if not cells[Kind.COMPANY]:
            return "it names no company"
        if denied := next(filter(status.denies_interview, states), ""):
            return f"no interview yet ({denied})"
        answer = cells[Kind.INTERVIEW]
        if not self.is_certain and Kind.INTERVIEW in self.of and fold_accents(answer) not in _YES:
            return f"“{self.of[Kind.INTERVIEW]}” says “{answer or 'nothing'}”"
        if self.is_asked and not answer and not any(map(status.names_interview, states)):
            return f"its status mentions no interview ({', '.join(states) or 'it is empty'})"
        return "" if any(c.heading in record.cells for c in self.dates) else "it has no day"

    def _row(self, line: int, cells: dict[Kind, str], states: list[str], cell: str, column: Column) -> Row:
        """Return the interview on the day in `cell`. Raise CellError where it can't be read."""
        day, times = read_cell(cell), cells[Kind.TIME] if len(self.dates) == 1 else ""
        if day is None or not day.days:
            raise CellError(f"the day “{cell[:40]}” can't be read; write it like 2026-11-23")
        clock = read_cell(times) if times and day.clock == MIDNIGHT else day
        if clock is None:
            raise CellError(f"the time “{times}” can't be read; write it like 14:30")
        form, zone, state = cells[Kind.FORMAT], zone_of(cells[Kind.ZONE]), next(iter(states), "")
        hows = form, cells[Kind.ROUND], column.heading * column.is_stage
        setting = next(filter(None, map(status.setting_of, hows)), None)
        held = moment(day.date(self.day_first), clock, zone, self.to_local)
        held = held if setting in (Setting.PHONE, Setting.VIDEO) else held.at_place()
        notes = [*self._people(cells[Kind.INTERVIEWER]), form * (status.setting_of(form) is None)]
        notes += [cells[Kind.NOTES]]
        interview = Interview(
            id="new",
            company=cells[Kind.COMPANY],
            role=cells[Kind.ROLE],
            round=column.round or self._round(cells),
            held_at=held.at,
            their_zone=held.their_zone,
            setting=setting or Setting.IN_PERSON,
            notes="".join(f"{text}\n" for text in notes if text),
            outcome=state if status.is_ended(state) else "",
        )
        remarks = list[str]()
        if cells[Kind.ZONE] and not zone:
            remarks.append(f"its time zone “{cells[Kind.ZONE]}” is not known; the time is taken to be yours")
        if self.is_certain and status.is_early(" ".join(states)):
            remarks.append(f"its status mentions no interview ({', '.join(states)})")
        return Row(line, interview, state, "; ".join(remarks))

    def _people(self, cell: str) -> list[str]:
        """Return the lines of the notes for the people in `cell`."""
        people = [person.lstrip("@ ") for person in re.split(r" ?[;&/] ?| and ", cell)]
        people = list(filter(None, people))
        if heading := self.vague.get(Kind.INTERVIEWER):
            people = list(map(vague.person_in, people))
            if not all(people):
                return [f"{heading}: {cell}"]
        return [f"@ {person}" for person in people]

    def _round(self, cells: dict[Kind, str]) -> int:
        return (
            parsing.round_of(cells[Kind.ROUND]) if cells[Kind.ROUND] else vague.round_in(cells[Kind.FORMAT])
        )
