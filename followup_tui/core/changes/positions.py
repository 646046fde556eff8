"""Changes to a position as a whole: its outcome and its next round.

An outcome belongs to the last record of its position, whichever round is on screen. Each change is one step
of undo, with all that follows from it.
"""

from datetime import timedelta
from functools import partial
from typing import NamedTuple

from followup_tui.core.changes.base import edit_interview
from followup_tui.core.changes.grouping import (
    RenamePosition,
    position_name,
    position_of_interview,
    put_together,
)
from followup_tui.core.changes.interviews import EditInterview
from followup_tui.core.changes.outcomes import (
    letter_of_outcome,
    outcome_of_letter,
    record_answered_offer,
    take_back_rejection,
)
from followup_tui.core.model.logbook import (
    MAX_ROUND,
    Contact,
    ContactKind,
    Interview,
    Logbook,
    Promise,
    Says,
    Setting,
)
from followup_tui.core.rules.outcomes import REJECTED, WENT_ON, is_cancelled, is_closing
from followup_tui.core.rules.plan import NOT_YET
from followup_tui.core.rules.position import Position

OFFER = "offer"
OUTCOME_OF_ANSWER = {Says.REJECTION: REJECTED, Says.NEXT_ROUND: WENT_ON}
"""What an answer of theirs makes of a position."""


def outcome_of(position: Position, interview: Interview) -> str:
    """Return the outcome that counts for an interview: its position's, unless it was cancelled itself."""
    return interview.outcome if is_cancelled(interview) else position.recorded_outcome


def record_contact(
    logbook: Logbook, interview_id: str, contact: Contact, promise: Promise | None = None
) -> Logbook:
    """Return the logbook with a contact on record, and with what follows from it.

    A rejection closes the position, and so does a letter with which the user accepts, declines or withdraws,
    unless it is closed already; an invitation to a next round opens a closed one again.
    """

    def add(old: Interview) -> Interview:
        promises = old.promises if promise is None else (*old.promises, promise)
        return old.but(contacts=(*old.contacts, contact), promises=promises)

    changed = edit_interview(logbook, interview_id, add)
    is_answer = contact.kind is ContactKind.REPLY
    outcome = OUTCOME_OF_ANSWER.get(contact.says, "") if is_answer else outcome_of_letter(contact.letter)
    position = position_of_interview(logbook, interview_id) if outcome else None
    if position is None:
        return changed
    is_closed = is_closing(position.recorded_outcome)
    if (outcome == WENT_ON and not is_closed) or (is_closed and not is_answer):
        return changed
    return _set_outcome(record_answered_offer(changed, position, contact.at), position, outcome)


def _set_outcome(logbook: Logbook, position: Position, outcome: str) -> Logbook:
    """Return the logbook with the outcome of a position; of several records of its last day one has it."""
    last = position.last_record
    for record in position.round_of(last).interviews:
        own_outcome = outcome if record.id == last.id else ""
        logbook = edit_interview(logbook, record.id, partial(Interview.but, outcome=own_outcome))
    return logbook


class SetOutcome(NamedTuple):
    """Set how a position ended; an empty outcome opens it again.

    An offer, an invitation and a rejection are answers of theirs: `answer` is the contact that puts them on
    record. An offer closes nothing. What is opened again stands as it did before, an offer that was answered
    by the outcome alone included; a rejection on record is taken back.
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
        # Cancelling concerns this interview alone; every other outcome belongs to the position's last record.
        interview = logbook.interview(self.interview_id)
        was_cancelled = interview is not None and is_cancelled(interview)
        is_cancelling = is_cancelled(position.interviews[0].but(outcome=self.outcome))
        if is_cancelling or (was_cancelled and not self.outcome):
            return edit_interview(logbook, self.interview_id, partial(Interview.but, outcome=self.outcome))
        if not self.outcome:
            return _set_outcome(take_back_rejection(logbook, position), position, "")
        if not letter_of_outcome(self.outcome):
            now = position_of_interview(logbook, self.interview_id) or position
            logbook = record_answered_offer(logbook, now)
        return _set_outcome(logbook, position, self.outcome)


class NextRoundFields(NamedTuple):
    """What the form of the next round is filled in with."""

    company: str
    role: str
    round: int
    setting: Setting
    position: str


def next_round_fields(position: Position) -> NextRoundFields:
    """Return what is known of a position's next round."""
    last = position.last_record
    return NextRoundFields(
        company=last.company,
        role=position.role,
        round=min(MAX_ROUND, max(record.round for record in position.interviews) + 1),
        setting=last.setting,
        position=last.position,
    )


class AddNextRound(NamedTuple):
    """Add the next round of a position, with their invitation: an answer that says `next round`.

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
            # Of a round that has been held, too, they wrote before it: later it would be to a further round.
            at = min(self.answer.at, self.interview.held_at - timedelta(minutes=1))
            answer = self.answer.but(at=at.astimezone(self.answer.at.tzinfo))
            logbook = record_contact(logbook, self.interview_id, answer)  # opens a closed position, too
        elif is_closing(position.recorded_outcome):
            logbook = _set_outcome(record_answered_offer(logbook, position), position, WENT_ON)
        logbook = logbook.but(interviews=(*logbook.interviews, self.interview))
        joined = position_of_interview(logbook, self.interview.id)
        ids = {record.id for record in position.interviews} | {self.interview.id}
        if joined is not None and {record.id for record in joined.interviews} == ids:
            return logbook
        return put_together(logbook, ids, position_name(position))


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
        return edit_interview(logbook, position.last_record.id, lambda old: old.but(let_go=NOT_YET))


class EditRound(NamedTuple):
    """Edit one interview, with what follows for its position. The outcome that it has on record stays."""

    interview: Interview
    all_rounds: bool = False
    """Whether all rounds of the position get the company and the role that it now has."""
    outcome: SetOutcome | None = None
    """The new outcome of the position, if it has one."""

    @property
    def title(self) -> str:
        name = self.interview.company
        return f"editing all rounds of {name}" if self.all_rounds else f"editing {name}"

    def apply(self, logbook: Logbook) -> Logbook:
        new, old = self.interview, logbook.interview(self.interview.id)
        if old is None:
            return logbook
        if self.all_rounds:
            logbook = RenamePosition(new.id, new.company, new.role).apply(logbook)
        logbook = EditInterview(new.but(outcome=old.outcome)).apply(logbook)
        return logbook if self.outcome is None else self.outcome.apply(logbook)
