"""The values of a plan: what the rules make of a position, and of each of its interviews, at one moment."""

from datetime import date, datetime
from enum import StrEnum
from typing import NamedTuple

from followup_tui.core.dates.format import near_day
from followup_tui.core.model.logbook import Contact, Says, StepId
from followup_tui.core.notes.facts import Material
from followup_tui.core.notes.people import Person


def in_brackets_if_estimate(is_estimate: bool) -> str:
    """Return ` (our estimate)`, to follow a day that nobody named; empty for any other."""
    return " (our estimate)" if is_estimate else ""


def after_comma_if_estimate(is_estimate: bool) -> str:
    """Return `, our estimate`, to follow a day that nobody named; empty for any other."""
    return ", our estimate" if is_estimate else ""


class Status(StrEnum):
    """The state of a step. Unticked, a step only moves forward through the first six."""

    UPCOMING = "upcoming"
    OPEN = "open"
    DUE = "due"
    LATE = "late"
    LAPSED = "lapsed"
    """Too late to be worth doing: it asks for nothing, and can still be ticked."""
    DONE = "done"
    SKIPPED = "skipped"

    @property
    def is_finished(self) -> bool:
        """Whether nothing is left to do."""
        return self in (Status.DONE, Status.SKIPPED, Status.LAPSED)


class Source(StrEnum):
    """Whose rule it is, as shown on screen."""

    ARTICLE = "the article"
    SURVEY = "a survey of interviewers, 2005"
    GUIDES = "career guides"
    OURS = "our own rule"


class Window(NamedTuple):
    """The days on which something may be done, both ends included; empty with None at both."""

    opens: date | None = None
    closes: date | None = None


class Promised(NamedTuple):
    """The promised day that counts, or our estimate."""

    day: date
    words: str
    """Their words; empty where only the date is known."""
    said_on: date
    """The day on which it was said; of an estimate, the day from which it counts."""
    is_estimate: bool
    """Whether nothing was promised, or nothing that names a day, and the day is our estimate."""
    is_recorded: bool = False
    """Whether it was set or revised by hand or by an answer, not read from the notes."""
    at: datetime | None = None
    """When it was put on record, where that is known."""


class Offer(NamedTuple):
    """An offer that waits for the user's answer."""

    made_on: date
    answer_by: date
    """The last day on which it can be answered."""
    is_estimate: bool
    """Whether they named no day, and the day is our estimate."""
    is_their_turn: bool = False
    """Whether the user asked for terms or time and waits for their word; the day stands."""

    @property
    def task(self) -> str:
        """What is to be done about it."""
        return "hear back about the offer" if self.is_their_turn else "answer the offer"


class Answer(NamedTuple):
    """The answer of theirs that counts: the last one, thanks apart."""

    at: datetime
    says: Says
    """Never `UNSPECIFIED` nor `THANKS`."""
    has_new_date: bool = False
    """Whether a promised day was put on record with it or after it."""

    @property
    def received_on(self) -> date:
        """The day on which it was received, where it was received."""
        return self.at.date()

    @property
    def is_new_wait(self) -> bool:
        """Whether a new quiet period begins with it: "still deciding", or an invitation to another round."""
        return self.says in (Says.DECIDING, Says.NEXT_ROUND)


class Blocker(StrEnum):
    """What can forbid a follow-up on a day."""

    NOT_HELD = "still to come"
    CLOSED = "closed"
    OFFER = "offer"
    PLANNED = "next round planned"
    ANSWERED = "answered"
    BUDGET = "budget"
    TOO_SOON = "too soon"
    QUIET = "quiet"
    SPACING = "spacing"
    WEEKEND = "weekend"
    HOLIDAY = "holiday"


class Verdict(NamedTuple):
    """Whether a follow-up may be sent on a day, and why."""

    allowed: bool
    from_day: date | None
    """The first day from that one on that is right; None where none will be."""
    why: str
    """One plain sentence that names whose rule it is."""
    blocker: Blocker | None = None
    """What forbids it; None where it is allowed."""
    for_offer: bool = False
    """Whether it is allowed only as the message about an offer in hand elsewhere."""


class StepPlan(NamedTuple):
    """One step: its state, its days, and the rule behind them."""

    step: StepId
    status: Status
    why: str
    """One plain sentence that names whose rule it is."""
    opens: date | None
    due: date | None = None
    closes: date | None = None
    by_hand: bool = False
    """Whether a tick or a skip decided, not the rules."""
    is_estimate: bool = False
    """Whether its last day is our estimate."""


class SendState(NamedTuple):
    """Whether a letter went out, or the user decided against it."""

    sent: Contact | None = None
    is_skipped: bool = False

    @property
    def is_finished(self) -> bool:
        """Whether nothing is left to send."""
        return self.sent is not None or self.is_skipped


class PersonPlan(NamedTuple):
    """Someone met, and whether they were thanked and connected with."""

    person: Person
    thank: SendState
    connect: SendState

    def state_of(self, step: StepId) -> SendState:
        """Return the state of the letter that a step asks for: to thank, or to connect."""
        return self.thank if step is StepId.THANK else self.connect


class MaterialPlan(NamedTuple):
    """Something they asked for, and whether it was sent."""

    material: Material
    status: Status
    sent: Contact | None
    due_on: date | None
    """The day on which it is due: theirs, else our estimate."""
    is_estimate: bool
    """Whether they named no day, and `due_on` is our estimate."""


class TodoKind(StrEnum):
    """What something to do is about."""

    STEP = "step"
    OFFER = "offer"
    INTERVIEW = "interview"


class Todo(NamedTuple):
    """Something that can be done today."""

    step: StepId | None
    """The step it belongs to; None for an offer and for an interview."""
    text: str
    due: date | None
    kind: TodoKind
    late: bool = False
    interview_id: str = ""
    at: datetime | None = None
    """When an interview begins."""
    time: str = ""
    """The time of day at which it begins, on the user's clock and on theirs."""
    is_estimate: bool = False
    """Whether the day is our estimate."""

    def when(self, today: date) -> str:
        """Return `today`, `by tomorrow`, `by Fri 4 Dec`, `late` or a time; empty where it has no day."""
        if self.at is not None:
            return self.time
        if self.late:
            return "late"
        if self.due is None or self.due < today:
            return ""
        day = "today" if self.due == today else f"by {near_day(self.due, today)}"
        return f"{day}{in_brackets_if_estimate(self.is_estimate)}"


class FollowUps(NamedTuple):
    """The budget: how many follow-ups went out, and how many may."""

    sent: int
    limit: int

    @property
    def left(self) -> int:
        """How many are left; never below 0."""
        return max(0, self.limit - self.sent)
