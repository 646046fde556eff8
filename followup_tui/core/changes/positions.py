"""Changes to a position as a whole: its outcome, its next round, which records belong to it.

An outcome stands on the last record of its position, whichever round is on screen. Each change is one step of
undo, with all that follows from it.
"""

from collections.abc import Callable
from typing import NamedTuple

from followup_tui.core.changes.base import edit_interview
from followup_tui.core.changes.interviews import EditInterview
from followup_tui.core.model.logbook import Contact, ContactKind, Interview, Logbook, Promise, Says, Setting
from followup_tui.core.model.rules import Rules
from followup_tui.core.rules.answers import ACCEPT, DECLINE, WITHDRAW
from followup_tui.core.rules.plan import NOT_YET
from followup_tui.core.rules.position import (
    REJECTED,
    WENT_ON,
    Position,
    ends_with_rejection,
    is_cancelled,
    is_closing,
    positions,
)
from followup_tui.core.rules.round_plan import pool_facts

OFFER = "offer"
_OUTCOME_OF_LETTER = {ACCEPT: "accepted", DECLINE: "declined", WITHDRAW: "withdrawn"}


def position_of_interview(logbook: Logbook, interview_id: str) -> Position | None:
    """Return the position of the interview of that id; None where it is gone."""
    return next(
        (
            position
            for position in positions(logbook.interviews)
            if any(interview.id == interview_id for interview in position.interviews)
        ),
        None,
    )


def last_record(position: Position) -> Interview:
    """Return the record on which the outcome stands: the last that was not cancelled, if there is one."""
    return position.rounds[-1].interviews[-1] if position.rounds else position.interviews[-1]


def record_contact(
    logbook: Logbook, interview_id: str, contact: Contact, promise: Promise | None = None
) -> Logbook:
    """Return the logbook with a contact on record, and with what follows from it.

    A rejection closes the position, and so does a letter with which the user accepts, declines or withdraws;
    an invitation to a next round opens a closed one again.
    """

    def add(old: Interview) -> Interview:
        promises = old.promises if promise is None else (*old.promises, promise)
        return old.but(contacts=(*old.contacts, contact), promises=promises)

    changed = edit_interview(logbook, interview_id, add)
    outcome = _OUTCOME_OF_LETTER.get(contact.letter, "")
    if contact.kind is ContactKind.REPLY:
        outcome = {Says.REJECTION: REJECTED, Says.NEXT_ROUND: WENT_ON}.get(contact.says, "")
    position = position_of_interview(logbook, interview_id) if outcome else None
    if position is None or (outcome == WENT_ON and not is_closing(position.recorded_outcome)):
        return changed
    return _set_outcome(changed, position, outcome)


def _set_outcome(logbook: Logbook, position: Position, outcome: str) -> Logbook:
    """Return the logbook with the outcome of a position; of several records of its last day one has it."""
    last = last_record(position)
    for record in position.round_of(last).interviews:
        wanted = outcome if record.id == last.id else ""
        logbook = edit_interview(logbook, record.id, _outcome_setter(wanted))
    return logbook


def _outcome_setter(outcome: str) -> Callable[[Interview], Interview]:
    return lambda old: old.but(outcome=outcome)


class SetOutcome(NamedTuple):
    """Set how a position ended; an empty outcome opens it again.

    An offer and a rejection are answers of theirs: `answer` is the contact that puts them on record. An offer
    closes nothing. What is opened again after a rejection on record `went on`.
    """

    interview_id: str
    outcome: str
    answer: Contact | None = None

    @property
    def title(self) -> str:
        return f"recording the outcome “{self.outcome}”" if self.outcome else "opening it again"

    def apply(self, logbook: Logbook) -> Logbook:
        position = position_of_interview(logbook, self.interview_id)
        if position is None:
            return logbook
        if self.answer is not None:
            logbook = record_contact(logbook, self.interview_id, self.answer)
        if self.outcome == OFFER and self.answer is not None:
            return logbook  # the answer on record says it; an offer closes nothing
        # Cancelling closes this interview alone; every other outcome stands on the position's last record.
        if is_cancelled(position.interviews[0].but(outcome=self.outcome)):
            return edit_interview(logbook, self.interview_id, lambda old: old.but(outcome=self.outcome))
        reopened = WENT_ON if ends_with_rejection(position.contacts) else ""
        return _set_outcome(logbook, position, self.outcome or reopened)


class NextRoundFields(NamedTuple):
    """What the form of the next round is filled in with."""

    company: str
    role: str
    round: int
    setting: Setting
    position: str
    people: tuple[str, ...]
    """The names of all whom the user met so far, to choose from who will be there."""


def next_round_fields(position: Position, rules: Rules) -> NextRoundFields:
    """Return what is known of a position's next round."""
    last = last_record(position)
    people = [person.name for each in position.rounds for person in pool_facts(each, rules).people]
    return NextRoundFields(
        company=last.company,
        role=position.role,
        round=min(99, max(record.round for record in position.interviews) + 1),
        setting=last.setting,
        position=last.position,
        people=tuple(dict.fromkeys(people)),
    )


class AddNextRound(NamedTuple):
    """Add the next round of a position, with their invitation.

    A closed position is opened again by it. Where the names alone would not keep the rounds together, all of
    them are put together by hand.
    """

    interview_id: str
    """A record of the position that goes on."""
    interview: Interview
    answer: Contact | None = None
    """Their invitation, where it is not on record yet."""

    @property
    def title(self) -> str:
        return f"adding the next round at {self.interview.company}"

    def apply(self, logbook: Logbook) -> Logbook:
        position = position_of_interview(logbook, self.interview_id)
        if position is None:
            return logbook
        if self.answer is not None:
            logbook = record_contact(logbook, self.interview_id, self.answer)
        if is_closing(position.recorded_outcome):
            logbook = _set_outcome(logbook, position, WENT_ON)
        logbook = logbook.but(interviews=(*logbook.interviews, self.interview))
        found = position_of_interview(logbook, self.interview.id)
        ids = {record.id for record in position.interviews} | {self.interview.id}
        if found is not None and {record.id for record in found.interviews} == ids:
            return logbook
        return _put_together(logbook, ids, _position_name(position))


class DeclineClosing(NamedTuple):
    """Decline the advice to let a position go: it is not given again before a later round."""

    interview_id: str

    @property
    def title(self) -> str:
        return "keeping it open"

    def apply(self, logbook: Logbook) -> Logbook:
        position = position_of_interview(logbook, self.interview_id)
        if position is None:
            return logbook
        return edit_interview(logbook, last_record(position).id, lambda old: old.but(let_go=NOT_YET))


class JoinPositions(NamedTuple):
    """Put the positions of several interviews together by hand."""

    interview_ids: tuple[str, ...]

    @property
    def title(self) -> str:
        return "joining positions"

    def apply(self, logbook: Logbook) -> Logbook:
        found = [position_of_interview(logbook, id) for id in self.interview_ids]
        joined = [position for position in found if position is not None]
        if not joined:
            return logbook
        ids = {record.id for position in joined for record in position.interviews}
        return _put_together(logbook, ids, _position_name(joined[0]))


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
        return _put_together(logbook, {self.interview_id}, f"{position.company} {self.interview_id}")


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


class EditRounds(NamedTuple):
    """Edit an interview, and give all rounds of its position the company and role that it now has."""

    interview: Interview

    @property
    def title(self) -> str:
        return f"editing all rounds of {self.interview.company}"

    def apply(self, logbook: Logbook) -> Logbook:
        new = self.interview
        return EditInterview(new).apply(RenamePosition(new.id, new.company, new.role).apply(logbook))


def _put_together(logbook: Logbook, ids: set[str], name: str) -> Logbook:
    return logbook.but(
        interviews=tuple(
            record.but(position=name) if record.id in ids else record for record in logbook.interviews
        )
    )


def _position_name(position: Position) -> str:
    by_hand = next((record.position for record in position.interviews if record.position), "")
    role = f", {position.role}" if position.role else ""
    return by_hand or f"{position.company}{role} {position.id}"
