"""The value that holds all that the rules make of a position; `core.rules.plan` makes it."""

from datetime import date
from typing import NamedTuple

from followup_tui.core.model.logbook import Interview
from followup_tui.core.rules.plan_types import (
    FollowUps,
    MaterialPlan,
    Offer,
    Plan,
    Promised,
    Todo,
    TodoKind,
    Verdict,
    Window,
)
from followup_tui.core.rules.position import Position, Round


class PositionPlan(NamedTuple):
    """What the rules make of a position at one moment."""

    position: Position
    plans: tuple[Plan, ...]
    """The plan of each of its records, in their order."""
    current: Interview
    """The record to show first: of the latest round held, else of the first that is planned."""
    today: date
    outcome: str
    """The outcome that closed it; empty while it is open."""
    todos: tuple[Todo, ...]
    """What is to be done now: an offer, today's interviews, steps, tomorrow's interviews."""
    promised: Promised
    quiet_until: date | None
    follow_ups: FollowUps
    verdict: Verdict
    window: Window
    suggest_closing: str
    offer: Offer | None
    open_concerns: tuple[str, ...]
    """The concerns that were not answered in any round, each once."""
    open_questions: tuple[str, ...]
    """The questions of all rounds that they have not answered, each once."""
    owed: tuple[MaterialPlan, ...]
    """Material of all rounds that was not sent yet."""
    next_round: Round | None
    """The next round on record after the current one."""
    why_now: str
    """How the position stands, in one plain sentence."""

    @property
    def record_to_open(self) -> Interview:
        """The record to begin on: today's or tomorrow's interview if nothing else is due, or `current`."""
        if any(todo.kind is not TodoKind.INTERVIEW for todo in self.todos):
            return self.current
        ids = [todo.interview_id for todo in self.todos[:1]]
        return next((record for record in self.position.interviews if record.id in ids), self.current)

    @property
    def plan(self) -> Plan:
        """The plan of the current record."""
        return self.of(self.current.id)

    def of(self, interview_id: str) -> Plan:
        """Return the plan of one of its records."""
        pairs = zip(self.position.interviews, self.plans, strict=True)
        return next(plan for interview, plan in pairs if interview.id == interview_id)
