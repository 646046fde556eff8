"""The value that holds all that the rules make of a position; `core.rules.plan` makes it."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from followup_tui.core.dates.format import day_name
from followup_tui.core.model.logbook import Interview
from followup_tui.core.notes import signs
from followup_tui.core.notes.facts import Facts
from followup_tui.core.rules.interview_plan import Plan
from followup_tui.core.rules.plan_types import (
    FollowUps,
    MaterialPlan,
    Offer,
    PersonPlan,
    Promised,
    Todo,
    TodoKind,
    Verdict,
    Window,
)
from followup_tui.core.rules.position import Position, Round
from followup_tui.core.rules.round_plan import open_texts
from followup_tui.core.text import fold_name


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
    owed: tuple[MaterialPlan, ...]
    """Material of all rounds that was not sent yet."""
    next_round: Round | None
    """The next round on record after the current one."""

    @property
    def open_concerns(self) -> tuple[str, ...]:
        """The concerns that were not answered in any round, each once."""
        return open_texts(self._facts, signs.CONCERN)

    @property
    def open_questions(self) -> tuple[str, ...]:
        """The questions of all rounds that they have not answered, each once."""
        return open_texts(self._facts, signs.QUESTION)

    @property
    def _facts(self) -> list[Facts]:
        return [plan.facts for plan in self.plans if not plan.is_cancelled]

    @property
    def why_now(self) -> str:
        """How the position stands, in one plain sentence."""
        today = self.today
        if self.outcome:
            return f"Closed: {self.outcome}."
        if self.todos:
            todo = self.todos[0]
            when = todo.when(today)
            what = f"{todo.text}, {when}" if when else todo.text
            if todo.kind is TodoKind.OFFER:
                what = what.replace("the offer", "it")
                what = f"have you {what}" if what.endswith("?") else f"{what}."
                return f"They made you an offer: {what}"
            return f"Now: {what}."
        if self.offer is not None:
            return f"They made you an offer, to be answered by {day_name(self.offer.answer_by, today)}."
        return self.suggest_closing or self.verdict.why

    @property
    def record_to_open(self) -> Interview:
        """The record to begin on: today's or tomorrow's interview if nothing else is due, or `current`."""
        if not self.todos or any(todo.kind is not TodoKind.INTERVIEW for todo in self.todos):
            return self.current
        id = self.todos[0].interview_id
        return next((record for record in self.position.interviews if record.id == id), self.current)

    @property
    def plan(self) -> Plan:
        """The plan of the current record."""
        return self.plan_of(self.current.id)

    def records(self) -> Iterator[tuple[Interview, Plan]]:
        """Return its records, each with its plan."""
        return zip(self.position.interviews, self.plans, strict=True)

    def plan_of(self, interview_id: str) -> Plan:
        """Return the plan of one of its records."""
        return next(plan for interview, plan in self.records() if interview.id == interview_id)

    def plan_with_everybody(self, interview_id: str) -> Plan:
        """Return the plan of one of its records with the people of all rounds: its own, then the latest."""
        plan = self.plan_of(interview_id)
        by_name: dict[str, PersonPlan] = {}
        for round_plan in (plan, *reversed(self.plans)):
            for person in round_plan.people:
                by_name.setdefault(fold_name(person.person.name), person)
        people = tuple(by_name.values())
        facts = plan.facts._replace(people=tuple(person.person for person in people))
        return plan._replace(people=people, facts=facts)
