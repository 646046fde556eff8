"""What is to be done today: for an offer, for an interview, for the steps of a round."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from followup_tui.core.dates.clocks import UserClock
from followup_tui.core.dates.format import near_day
from followup_tui.core.model.logbook import Interview, StepId
from followup_tui.core.model.rules import Rules
from followup_tui.core.notes import signs
from followup_tui.core.notes.facts import Facts
from followup_tui.core.rules.plan_types import (
    MaterialPlan,
    Offer,
    Status,
    StepPlan,
    Todo,
    TodoKind,
)
from followup_tui.core.rules.steps import Situation

PAST_OFFER = "answered the offer?"
"""What is asked about an offer once its day is past."""

EVERYONE_MET = "the people you met"
"""Who is thanked where nobody is noted by name."""


def offer_todo(offer: Offer, today: date, rules: Rules) -> Todo | None:
    """Return what an open offer asks for; None once its day is so long past that the list alone asks."""
    past = (today - offer.answer_by).days
    if past > rules.offer_reminder_days:
        return None
    if past > 0:
        return Todo(None, PAST_OFFER, None, kind=TodoKind.OFFER)
    return Todo(None, offer.task, offer.answer_by, kind=TodoKind.OFFER, is_estimate=offer.is_estimate)


def urgency(todo: Todo, today: date, clock: UserClock) -> int:
    """Return what puts a todo before others, whatever their days: the lowest number comes first.

    An offer that ends today or tomorrow, today's interviews by the user's clock, other offers, steps,
    tomorrow's interviews. An offer whose day is past is less urgent than any that can still be answered
    (ours).
    """
    match todo.kind:
        case TodoKind.OFFER:
            if todo.due is None:
                return 3
            return 0 if (todo.due - today).days <= 1 else 2
        case TodoKind.INTERVIEW:
            return 1 if todo.due == clock.today else 5
        case TodoKind.STEP:
            return 4


def interview_todos(upcoming: Iterable[Interview], clock: UserClock) -> Iterator[Todo]:
    """Yield the interviews that begin today or tomorrow by the user's clock."""
    for record in upcoming:
        day = clock.to_local(record.held_at).date()
        if (day - clock.today).days in (0, 1):
            yield Todo(
                None,
                f"interview {near_day(day, clock.today)}",
                day,
                kind=TodoKind.INTERVIEW,
                interview_id=record.id,
                at=record.held_at,
                time=clock.time(record.held_at, record.their_zone),
            )


def round_todos(
    situation: Situation,
    steps: Sequence[StepPlan],
    materials: Sequence[MaterialPlan],
    *,
    interview_id: str,
    may_follow_up: bool,
    has_offer: bool,
) -> Iterator[Todo]:
    """Yield what can be done today for a round, most urgent first.

    While an offer of theirs is open, only material that they wait for is asked for (ours). The todos are
    of the interview `interview_id`.
    """
    facts, people = situation.facts, situation.people
    ask, write_down, thank, _, _, follow_up = steps

    def is_due(step: StepPlan) -> bool:
        return not has_offer and step.status in (Status.DUE, Status.LATE)

    def todo(
        step: StepId, text: str, due: date | None, late: bool = False, is_estimate: bool = False
    ) -> Todo:
        return Todo(step, text, due, TodoKind.STEP, late, interview_id, is_estimate=is_estimate)

    if not has_offer and write_down.status in (Status.OPEN, Status.DUE):
        due = write_down.due if write_down.status is Status.DUE else None
        yield todo(StepId.WRITE_DOWN, _text_of_missing(facts), due)
    if is_due(ask):
        missing = signs.MATERIAL if situation.has_timeline else signs.PROMISE
        yield todo(StepId.ASK, missing.todo, ask.due)
    if is_due(thank):
        left = [plan.person.name for plan in people if not plan.thank.is_finished]
        who = left[0] if len(left) == 1 else f"{len(left)} people" if left else EVERYONE_MET
        yield todo(StepId.THANK, f"thank {who}", thank.due, thank.status is Status.LATE)
    for plan in sorted(materials, key=lambda plan: (plan.is_estimate, plan.due_on or date.max)):
        if plan.status in (Status.DUE, Status.LATE):
            text, late = f"send {plan.material.what}", plan.status is Status.LATE
            yield todo(StepId.ASK, text, plan.due_on, late, is_estimate=plan.is_estimate)
    if not has_offer and write_down.status is Status.LATE:
        yield todo(StepId.WRITE_DOWN, _text_of_missing(facts), write_down.due, late=True)
    if is_due(follow_up) and may_follow_up:
        yield todo(StepId.FOLLOW_UP, "follow up", follow_up.due, follow_up.status is Status.LATE)


def _text_of_missing(facts: Facts) -> str:
    """Return what is still to be written down, in words that the list of positions has room for."""
    missing = facts.missing()
    if len(missing) == len(signs.coverage_signs()):
        return "write it down"
    return missing[0].todo if len(missing) == 1 else "finish the notes"
