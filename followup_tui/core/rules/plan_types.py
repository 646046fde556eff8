"""What the rules make of an interview now: the values of a plan. `rules.py` makes them."""

from datetime import date, datetime
from enum import StrEnum
from typing import NamedTuple

from followup_tui.core.dates.format import near_day
from followup_tui.core.model.logbook import Contact, StepId
from followup_tui.core.notes.facts import Facts, Material
from followup_tui.core.notes.people import Person


class Status(StrEnum):
    """The state of a step. Unticked, a step only moves forward through the first five."""

    UPCOMING = "upcoming"
    OPEN = "open"
    DUE = "due"
    LATE = "late"
    DONE = "done"
    SKIPPED = "skipped"

    @property
    def is_finished(self) -> bool:
        """Whether nothing is left to do."""
        return self in (Status.DONE, Status.SKIPPED)


class Source(StrEnum):
    """Whose rule it is, as said on screen."""

    ARTICLE = "the article"
    SURVEY = "a survey of interviewers, 2005"
    GUIDES = "career guides"
    OURS = "our own rule"
    USER = "your own word"


class Window(NamedTuple):
    """The days on which something may be done; both ends belong to it, None where it has no end."""

    opens: date | None = None
    closes: date | None = None


class Promised(NamedTuple):
    """The promised day that stands."""

    day: date
    words: str
    """What they said; empty where only the date is known."""
    said_on: date
    is_guess: bool
    """Whether nothing was promised, or nothing that names a day, and the day is our guess."""
    is_recorded: bool = False
    """Whether it was set or revised by hand or by an answer, not read from the notes."""
    at: datetime | None = None
    """When it was put on record, where that is known."""


class Blocker(StrEnum):
    """What can forbid a follow-up on a day."""

    NOT_HELD = "not held"
    CLOSED = "closed"
    ANSWERED = "answered"
    BUDGET = "budget"
    TOO_SOON = "too soon"
    QUIET = "quiet"
    SPACING = "spacing"
    WEEKEND = "weekend"
    HOLIDAY = "holiday"


class Verdict(NamedTuple):
    """May I follow up on that day, and why."""

    day: date
    allowed: bool
    from_day: date | None
    """The first day from `day` on that is right; None where none will be."""
    why: str
    """One plain sentence that names whose rule it is."""
    blocker: Blocker | None = None
    """What forbids it; None where it is allowed."""


class StepPlan(NamedTuple):
    """One step: its state, its days, and the rule behind them."""

    step: StepId
    status: Status
    why: str
    """One plain sentence that names whose rule it is."""
    opens: date | None = None
    due: date | None = None
    closes: date | None = None
    by_hand: bool = False
    """Whether a tick or a skip decided, not the rules."""


class PersonPlan(NamedTuple):
    """Someone met, and what has happened to them so far."""

    person: Person
    thanked: Contact | None = None
    thank_skipped: bool = False
    connected: Contact | None = None
    connect_skipped: bool = False

    @property
    def thank_finished(self) -> bool:
        """Whether there is nobody to thank here any more."""
        return self.thanked is not None or self.thank_skipped

    @property
    def connect_finished(self) -> bool:
        """Whether there is nobody to connect with here any more."""
        return self.connected is not None or self.connect_skipped


class MaterialPlan(NamedTuple):
    """Something they asked for, and whether it was sent."""

    material: Material
    status: Status
    sent: Contact | None = None


class Todo(NamedTuple):
    """One thing that can be done today."""

    step: StepId
    text: str
    due: date | None
    late: bool = False

    def when(self, today: date) -> str:
        """`today`, `by tomorrow`, `by Fri 4 Dec`, `late`; empty where it is due on no day."""
        if self.late:
            return "late"
        if self.due is None or self.due == today:
            return "" if self.due is None else "today"
        return f"by {near_day(self.due, today)}"


class FollowUps(NamedTuple):
    """The budget: how many follow-ups went out, and how many may."""

    sent: int
    limit: int

    @property
    def left(self) -> int:
        """How many are left; never below 0."""
        return max(0, self.limit - self.sent)


class Plan(NamedTuple):
    """What the rules make of an interview at one moment."""

    today: date
    """The calendar day it is where the interview took place."""
    has_begun: bool
    """Whether the interview is no longer to come."""
    held_on: date
    facts: Facts
    promised: Promised
    quiet_until: date | None
    """The last day of the quiet period; None where it ended early, by an answer or an outcome."""
    answered_on: date | None
    """The day of the answer that ended the wait."""
    follow_ups: FollowUps
    verdict: Verdict
    """May I follow up today."""
    window: Window
    """The days that are right for the next follow-up; empty where none will be."""
    suggest_closing: str
    """Why closing is suggested; empty where it is not."""
    people: tuple[PersonPlan, ...]
    materials: tuple[MaterialPlan, ...]
    steps: tuple[StepPlan, ...]
    todos: tuple[Todo, ...]
    """What can be done today, most urgent first; empty when calm."""

    def step(self, step: StepId) -> StepPlan:
        """The plan of one step."""
        return next(one for one in self.steps if one.step is step)
