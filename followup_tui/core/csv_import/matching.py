"""What a table adds to a logbook: which of its interviews are there already, and which were moved."""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from followup_tui.core.companies import company_key
from followup_tui.core.csv_import.cells import NOON
from followup_tui.core.csv_import.table import LeftOut, Row
from followup_tui.core.dates.format import day_name
from followup_tui.core.model.logbook import Interview, Logbook
from followup_tui.core.rules.position import WENT_ON, is_closing, role_key
from followup_tui.core.text import fold_name


class Additions(NamedTuple):
    """What a table comes to."""

    new: tuple[Row, ...]
    known: tuple[LeftOut, ...]
    """Those that are in the logbook already, or twice in the table."""


def additions(rows: Sequence[Row], logbook: Logbook, now: datetime) -> Additions:
    """Return what of `rows` the logbook does not have yet, at the moment `now`.

    A role or a time that only one of two has makes no difference, nor do rounds: those of a day are one.
    """
    there: dict[str, list[Interview]] = {}
    for interview in logbook.interviews:
        there.setdefault(company_key(interview.company), []).append(interview)
    new, known = list[Row](), list[LeftOut]()
    for row in rows:
        same_company = there.setdefault(company_key(row.interview.company), [])
        others = [other for other in same_company if _may_share_position(row.interview, other)]
        if same := next((other for other in others if _is_same(row.interview, other)), None):
            known.append(LeftOut(row.line, row.interview.company, _differences(row, same)))
            continue
        remarks = [row.remark] * bool(row.remark)
        for other in others:
            if (
                other.id != row.interview.id
                and other.round == row.interview.round
                and not is_closing(other.outcome)
            ):
                day = f"{day_name(other.held_on, now.date())} {other.held_at:%H:%M}"
                remarks.append(f"there is one with that company and role on {day}, open: moved?")
        new.append(row._replace(remark="; ".join(remarks)))
        same_company.append(row.interview)
    return Additions(tuple(new), tuple(known))


def _may_share_position(interview: Interview, other: Interview) -> bool:
    return len({role_key(interview.role), role_key(other.role)} - {""}) < 2


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
