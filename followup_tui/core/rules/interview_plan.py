"""The value that holds all that the rules make of one interview; `core.rules.plan` makes it."""

from datetime import date
from typing import NamedTuple

from followup_tui.core.dates.clocks import UserClock
from followup_tui.core.model.logbook import StepId
from followup_tui.core.notes.facts import Facts
from followup_tui.core.rules.follow_up import FollowUpCase
from followup_tui.core.rules.plan_types import (
    FollowUps,
    MaterialPlan,
    Offer,
    PersonPlan,
    Promised,
    StepPlan,
    Todo,
    Verdict,
    Window,
)


class Plan(NamedTuple):
    """What the rules make of one interview at one moment.

    People, steps, todos and facts are those of its round, all that decides about follow-ups its position's.
    """

    today: date
    """The calendar day it is where the interview took place."""
    user_clock: UserClock
    """The clock on which times are shown."""
    has_begun: bool
    """Whether the interview is no longer to come."""
    held_on: date
    facts: Facts
    promised: Promised
    quiet_until: date | None
    """The last day of the quiet period; None where an answer, an outcome or a next round ended it."""
    answered_on: date | None
    """The day of the answer that ended the wait."""
    follow_ups: FollowUps
    verdict: Verdict
    """Whether a follow-up may be sent today."""
    window: Window
    """The days that are right for the next follow-up; empty where none will be."""
    suggest_closing: str
    """Why closing is suggested; empty where it is not."""
    people: tuple[PersonPlan, ...]
    materials: tuple[MaterialPlan, ...]
    steps: tuple[StepPlan, ...]
    todos: tuple[Todo, ...]
    """What can be done today for this round, most urgent first; empty when calm."""
    case: FollowUpCase
    """What decides about the follow-ups of its position."""
    outcome: str
    """The outcome that closed the position; empty while it is open."""
    offer: Offer | None
    """The offer that waits for the user's answer."""
    round_number: int
    """Which round of its position it is, as its rounds are numbered."""
    round_count: int
    is_current: bool
    """Whether promised day, quiet period, budget and window are those of this round."""
    is_cancelled: bool

    def step(self, step: StepId) -> StepPlan:
        """Return the plan of one step."""
        return next(plan for plan in self.steps if plan.step is step)
