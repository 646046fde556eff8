"""What a table adds to a logbook: which of its interviews are there already, and how each comes in."""

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from typing import NamedTuple

from followup_tui.core.csv_import.cells import NOON
from followup_tui.core.csv_import.status import Fate, fate_of
from followup_tui.core.csv_import.table import LeftOut, Row
from followup_tui.core.dates.format import day_name
from followup_tui.core.model.logbook import Interview, Logbook
from followup_tui.core.rules.plan import plan
from followup_tui.core.text import fold_name

NO_ANSWER = "no answer"
"""The outcome of an interview that was let go long ago, with no end in its status (ours)."""
WENT_ON = "went on to the next round"
"""The outcome of an interview that was followed by another round (ours)."""
_NEXT_ROUND = timedelta(days=60)
"""Within how long a later row of a position is its next round (as an outcome that went on closes, ours)."""


class New(NamedTuple):
    """An interview that is to be added; only its id is yet to be given."""

    line: int
    interview: Interview
    status: str
    is_let_go: bool
    """Whether it comes in closed only because it is long past."""
    remark: str


class Additions(NamedTuple):
    """What a table comes to."""

    new: tuple[New, ...]
    known: tuple[LeftOut, ...]
    """Those that are in the logbook already, or twice in the table."""


def additions(rows: Sequence[Row], logbook: Logbook, now: datetime, keep_open: bool = False) -> Additions:
    """Return what of `rows` the logbook does not have yet, at the moment `now`.

    A row is an interview of the logbook if company, role and day are the same, and time and round where the
    table has them; a role or a time that only one of them has makes no difference. No interview is two rows.
    """
    free = sorted(logbook.interviews, key=lambda interview: (interview.held_at, interview.id))
    own: dict[tuple[object, ...], Row] = {}
    known = []
    for row in rows:
        first = own.setdefault((*_position(row), row.held_at, row.round or 1), row)
        if first is not row:
            known.append(LeftOut(row.line, row.company, f"it is the same as line {first.line}"))
    matches: dict[int, Interview] = {}
    for strictness in (2, 1, 0):
        for index, row in enumerate(own.values()):
            same = (interview for interview in free if _is_same(row, interview, strictness))
            if index not in matches and (match := next(same, None)):
                matches[index] = match
                free.remove(match)
    new = []
    for index, row in enumerate(own.values()):
        if index in matches:
            known.append(LeftOut(row.line, row.company, _differences(row, matches[index])))
        else:
            new.append(_new(row, own.values(), logbook, now, keep_open))
    return Additions(tuple(new), tuple(sorted(known)))


def _position(row: Row | Interview) -> tuple[str, str]:
    return fold_name(row.company), fold_name(row.role)


def _is_same(row: Row, interview: Interview, strictness: int) -> bool:
    """Return whether a row is that interview: as it would come in (2), in what both have (1), loosely (0)."""
    (company, role), (their_company, their_role) = _position(row), _position(interview)
    if company != their_company or (role != their_role and (strictness or (role and their_role))):
        return False
    # On the clock of the wall as well: the user may be in another zone by now.
    walls = {row.held_at.replace(tzinfo=None), interview.held_at.replace(tzinfo=None)}
    is_same_time = row.held_at == interview.held_at or len(walls) == 1
    if strictness == 2:
        return is_same_time and (row.round or 1) == interview.round
    if row.round not in (None, interview.round) or (
        not is_same_time and row.held_at.date() != interview.held_on
    ):
        return False
    return is_same_time or not row.has_time or (not strictness and interview.held_at.time() == NOON)


def _differences(row: Row, interview: Interview) -> str:
    """Return what to say of a row that is in the logbook: what of it the interview does not have."""
    text = "it is there already"
    ends = {fold_name(row.status), WENT_ON}
    if fate_of(row.status) is Fate.ENDED and not row.goes_on and fold_name(interview.outcome) not in ends:
        stands = f"closed (“{interview.outcome}”)" if interview.is_closed else "open"
        text += f", {stands}, but its status says “{row.status}”: e in the app edits it"
    lines = {line.strip() for line in interview.notes.split("\n")}
    if any(line.strip() not in lines for line in row.notes.split("\n")):
        text += "; its notes differ, and are left as they are"
    return text


def _new(row: Row, rows: Collection[Row], logbook: Logbook, now: datetime, keep_open: bool) -> New:
    """Return the interview as it comes in: closed if its status says so, or it went on, or is long past."""
    interview = Interview(
        id="new",
        company=row.company,
        role=row.role,
        round=row.round or 1,
        held_at=row.held_at,
        setting=row.setting,
        notes=f"{row.notes}\n" if row.notes else "",
    )
    fate, position, is_let_go = fate_of(row.status), _position(row), False
    spans = [other.held_at - row.held_at for other in rows if _position(other) == position]
    is_followed = row.goes_on or any(timedelta() < span < _NEXT_ROUND for span in spans)
    if not keep_open and fate is Fate.OPEN and plan(interview, now, logbook.rules).suggest_closing:
        is_let_go = not is_followed
        interview = interview.but(outcome=NO_ANSWER)
    if fate is Fate.ENDED:
        interview = interview.but(outcome=row.status)
    if row.goes_on or (is_followed and interview.is_closed):
        interview = interview.but(outcome=WENT_ON)
    remarks = [row.remark] * bool(row.remark)
    for other in logbook.interviews:
        if _position(other) == position and not other.is_closed and other.round == interview.round:
            at = f"{day_name(other.held_on, now.date())} {other.held_at:%H:%M}"
            remarks.append(f"there is one with that company and role on {at}, open: moved?")
        elif fold_name(other.company) == position[0] and other.held_on == interview.held_on:
            remarks.append(f"beside the one there on that day ({other.role or f'{other.held_at:%H:%M}'})")
    return New(row.line, interview, row.status, is_let_go, "; ".join(remarks))
