"""What a table adds to a logbook: which of its interviews are there already, and how each comes in."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import NamedTuple

from followup_tui.core.csv_import.clock import NOON
from followup_tui.core.csv_import.table import Fate, Row
from followup_tui.core.dates.format import clock_time, count
from followup_tui.core.model.logbook import Interview, Logbook
from followup_tui.core.rules.agenda import role_and_round
from followup_tui.core.rules.plan import Rules, plan
from followup_tui.core.text import fold_name

NO_ANSWER = "no answer"
"""The outcome of an interview that was let go long ago, with no end in its status (ours)."""
WENT_ON = "went on to the next round"
"""The same, where the table has a later interview in the same row."""


class New(NamedTuple):
    """An interview that is to be added."""

    line: int
    """Where it begins in the file, from 1."""
    interview: Interview
    """As it will be written; only its id is yet to be given."""
    status: str
    is_let_go: bool
    """Whether it comes in closed only because it is long past."""
    remark: str


class There(NamedTuple):
    """An interview of the table that is in the logbook already, or twice in the table."""

    line: int
    company: str
    what: str
    """What is to be told of it."""


class Additions(NamedTuple):
    """What a table comes to."""

    new: tuple[New, ...]
    there: tuple[There, ...]


class AddInterviews(NamedTuple):
    """Adds several interviews to the end of the logbook, as one change."""

    interviews: tuple[Interview, ...]

    @property
    def title(self) -> str:
        return f"adding {count(len(self.interviews), 'interview')}"

    def apply(self, logbook: Logbook) -> Logbook:
        return logbook.but(interviews=(*logbook.interviews, *self.interviews))


def additions(rows: Sequence[Row], logbook: Logbook, now: datetime, keep_open: bool = False) -> Additions:
    """What of `rows` the logbook does not have yet, at the moment `now`.

    An interview is the same as one in the logbook if company, role and day are, and the time and the round
    where the table tells them. A role or a time that only one of the two knows makes no difference. Each
    interview in the logbook stands for one of the table: two roles on one day stay two.

    What the rules suggest to let go (30 days past the promised day) comes in closed, unless its status tells
    that it has ended or goes on, or with `keep_open`.
    """
    seen: dict[tuple[object, ...], int] = {}
    own: list[Row] = []
    there: list[There] = []
    for row in rows:
        key = _key(row)
        if key in seen:
            there.append(There(row.line, row.company, f"it is the same as line {seen[key]}"))
        else:
            seen[key] = row.line
            own.append(row)
    known: dict[str, list[Interview]] = {}
    for one in logbook.interviews:
        known.setdefault(fold_name(one.company), []).append(one)
    matches = _matches(own, known)
    new = []
    for place, row in enumerate(own):
        if place in matches:
            there.append(There(row.line, row.company, _told_of(row, matches[place])))
        else:
            interview, is_let_go = _interview(row, now, logbook.rules, keep_open)
            remarks = (row.remark, _beside(interview, known.get(fold_name(row.company), [])))
            remark = "; ".join(one for one in remarks if one)
            new.append(New(row.line, interview, row.status, is_let_go, remark))
    return Additions(tuple(new), tuple(sorted(there)))


def _key(row: Row) -> tuple[object, ...]:
    time = row.held_at if row.has_time else None
    return (fold_name(row.company), fold_name(row.role), row.held_at.date(), time, row.round)


def _matches(rows: Sequence[Row], known: Mapping[str, Sequence[Interview]]) -> dict[int, Interview]:
    """Which interview each row is, by the place of the row; as many as can be, and the exact ones first.

    `known`: the interviews by their company.
    """
    pairs = _Pairs({}, {})
    for is_strict in (True, False):
        may_be: dict[int, list[Interview]] = {}
        for place, row in enumerate(rows):
            ones = known.get(fold_name(row.company), ())
            may_be[place] = [one for one in ones if _is_same(row, one, is_strict)]
        for place in may_be:
            if place not in pairs.of_row:
                pairs.add(place, may_be)
    return pairs.of_row


class _Pairs(NamedTuple):
    """Rows, by their places, and the interviews that they are; no interview is two rows."""

    of_row: dict[int, Interview]
    of_interview: dict[str, int]
    """By the id of the interview."""

    def add(self, place: int, may_be: Mapping[int, Sequence[Interview]]) -> None:
        """Finds one for that row, if others can give way to it by being others that they may be."""
        asked_by: dict[str, int] = {}
        queue = [place]
        for asking in queue:
            for one in may_be[asking]:
                if one.id in asked_by:
                    continue
                asked_by[one.id] = asking
                if one.id in self.of_interview:
                    queue.append(self.of_interview[one.id])
                else:
                    self._give(one, asked_by, place)
                    return

    def _give(self, free: Interview, asked_by: Mapping[str, int], first: int) -> None:
        """Gives a free one to the row that asked, what that had to the row that asked for that, and so on."""
        one: Interview | None = free
        while one is not None:
            asking = asked_by[one.id]
            had = self.of_row.get(asking) if asking != first else None
            self.of_row[asking] = one
            self.of_interview[one.id] = asking
            one = had


def _is_same(row: Row, one: Interview, is_strict: bool) -> bool:
    """Whether a row is that interview, which is with the same company."""
    roles = {fold_name(row.role), fold_name(one.role)}
    if len(roles) > 1 and (is_strict or "" not in roles):
        return False
    if row.round is not None and row.round != one.round:
        return False
    # On the clock of the wall: the user may be in another zone by now.
    is_same_moment = row.held_at == one.held_at or row.held_at.replace(tzinfo=None) == one.held_at.replace(
        tzinfo=None
    )
    if is_same_moment or row.held_at.date() != one.held_on:
        return is_same_moment
    return not row.has_time or (not is_strict and one.held_at.time() == NOON)


def _told_of(row: Row, one: Interview) -> str:
    """What to tell of a row that is in the logbook."""
    if row.fate is not Fate.ENDED or fold_name(row.status) == fold_name(one.outcome):
        return "it is there already"
    stands = f"closed (“{one.outcome}”)" if one.is_closed else "open"
    return f"it is there already, {stands}, but its status says “{row.status}”: e in the app edits it"


def _interview(row: Row, now: datetime, rules: Rules, keep_open: bool) -> tuple[Interview, bool]:
    """The interview as it comes in, and whether it is closed only because it is long past."""
    interview = Interview(
        id="new",
        company=row.company,
        role=row.role,
        round=row.round or 1,
        held_at=row.held_at,
        outcome=row.status if row.fate is Fate.ENDED else "",
        notes=f"{row.notes}\n" if row.notes else "",
    )
    if keep_open or row.fate is Fate.ALIVE or not plan(interview, now, rules).suggest_closing:
        return interview, False
    return interview.but(outcome=WENT_ON if row.goes_on else NO_ANSWER), True


def _beside(interview: Interview, known: Iterable[Interview]) -> str:
    """What to remark where the logbook has others of that company and day."""
    others = [
        role_and_round(one) or clock_time(one.held_at) for one in known if one.held_on == interview.held_on
    ]
    return f"beside the one there on that day ({', '.join(others)})" if others else ""
