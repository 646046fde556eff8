"""Changes to which interviews are rounds of one position, and to the name that they share."""

from typing import NamedTuple

from followup_tui.core.changes.base import edit_interview
from followup_tui.core.model.logbook import Logbook
from followup_tui.core.rules.joining import position_label
from followup_tui.core.rules.position import Position, position_with


def position_of_interview(logbook: Logbook, interview_id: str) -> Position | None:
    """Return the position of the interview of that id; None where it is gone."""
    interview = logbook.interview(interview_id)
    return None if interview is None else position_with(interview, logbook.interviews)


def put_together(logbook: Logbook, ids: set[str], name: str) -> Logbook:
    """Return the logbook with these records put together by hand: a position of that name."""
    return logbook.but(
        interviews=tuple(
            record.but(position=name) if record.id in ids else record for record in logbook.interviews
        )
    )


def position_name(position: Position) -> str:
    """Return the name that puts records into a position by hand."""
    by_hand = next((record.position for record in position.interviews if record.position), "")
    return by_hand or f"{position_label(position)} {position.id}"


class JoinPositions(NamedTuple):
    """Put the positions of several interviews together by hand."""

    interview_ids: tuple[str, ...]

    @property
    def title(self) -> str:
        return "joining positions"

    def apply(self, logbook: Logbook) -> Logbook:
        positions = [position_of_interview(logbook, id) for id in self.interview_ids]
        joined = [position for position in positions if position is not None]
        if not joined:
            return logbook
        ids = {record.id for position in joined for record in position.interviews}
        return put_together(logbook, ids, position_name(joined[0]))


class SeparateRound(NamedTuple):
    """Take one interview out of its position by hand."""

    interview_id: str

    @property
    def title(self) -> str:
        return "separating a round"

    def apply(self, logbook: Logbook) -> Logbook:
        position = position_of_interview(logbook, self.interview_id)
        if position is None or len(position.interviews) < 2:
            return logbook
        return put_together(logbook, {self.interview_id}, f"{position.company} {self.interview_id}")


class RenamePosition(NamedTuple):
    """Give all rounds of a position another company or role."""

    interview_id: str
    company: str
    role: str

    @property
    def title(self) -> str:
        return f"renaming all rounds to {self.company}"

    def apply(self, logbook: Logbook) -> Logbook:
        position = position_of_interview(logbook, self.interview_id)
        for record in position.interviews if position else ():
            logbook = edit_interview(
                logbook, record.id, lambda old: old.but(company=self.company, role=self.role)
            )
        return logbook
