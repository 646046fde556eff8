"""How a company has kept the days it promised, counted over all rounds of a position.

The counts are for the user to read: no verdict, window or status goes by them. What counts is our own:

- A promised day is kept if on that day or before it there is an answer of theirs other than thanks, a new day
  that they named, or the next round. After it they are late, by calendar days.
- Only what the record dates is counted: a next round after the day, with no answer on record before it, does
  not say when they invited; nor does an outcome, apart from `no answer`.
- A day that is still ahead counts as soon as it is kept, never before.
- A day that was noted and set right on the same day is one promise, and so is a day named twice.
"""

from collections.abc import Iterable
from datetime import date, datetime, time
from typing import NamedTuple

from followup_tui.core.dates.format import listed
from followup_tui.core.model.rules import Rules
from followup_tui.core.rules.contacts import is_answer
from followup_tui.core.rules.outcomes import NO_ANSWER, fold_outcome
from followup_tui.core.rules.position import Position, Round
from followup_tui.core.rules.round_plan import facts_of


class PromiseRecord(NamedTuple):
    """How many promised days were kept, how many late and by how much, and how many missed."""

    kept: int = 0
    late: tuple[int, ...] = ()
    """By how many days each late answer came after the promised day."""
    silent: int = 0
    """How many days have passed without an answer."""

    def __str__(self) -> str:
        parts = [f"{self.kept} kept"] if self.kept else []
        if self.late:
            days = [str(number) for number in self.late]
            parts.append(f"{len(self.late)} late by {listed(days)} {'day' if days == ['1'] else 'days'}")
        if self.silent:
            parts.append(f"{self.silent} missed")
        return ", ".join(parts)


class _Promise(NamedTuple):
    day: date
    made_at: datetime


def promise_record(position: Position, today: date, rules: Rules) -> PromiseRecord:
    """Return the counts of all days that were promised in a position, as of `today`."""
    kept, silent, late = 0, 0, []
    promises = _promises(position, rules)
    for promise in promises:
        next_round = next((round_ for round_ in position.rounds if round_.begins_at > promise.made_at), None)
        answered_on = _answered_on(position, promise, promises, next_round)
        if answered_on is not None:
            days = (answered_on - promise.day).days
            kept += days <= 0
            late += [days] if days > 0 else []
        elif next_round is not None:
            kept += next_round.held_on <= promise.day
        elif promise.day < today and fold_outcome(position.recorded_outcome) in ("", NO_ANSWER):
            silent += 1
    return PromiseRecord(kept, tuple(late), silent)


def _answered_on(
    position: Position, promise: _Promise, promises: Iterable[_Promise], next_round: Round | None
) -> date | None:
    """Return the day of the first answer, or of the next day they named, before the next round began."""
    moments = [other.made_at for other in promises]
    moments += [contact.at for contact in position.contacts if is_answer(contact)]
    answers = [
        at for at in moments if at > promise.made_at and (next_round is None or at < next_round.begins_at)
    ]
    return min(answers).date() if answers else None


def _promises(position: Position, rules: Rules) -> tuple[_Promise, ...]:
    """Return the promised days in the order in which they were said, each once."""
    by_day = {
        promise.said_on: _Promise(promise.decide_by, promise.at or _end_of(promise.said_on, position))
        for promise in position.promises
    }
    for round_ in position.rounds:
        noted = [
            _Promise(promise.reading.last, record.held_at)
            for record in round_.interviews
            for promise in facts_of(record.notes, record.held_on, rules.holidays).promises
            if promise.reading is not None
        ]
        if noted:
            # What was put on record by hand on the day of the interview corrects what was read.
            by_day.setdefault(round_.held_on, max(noted))
    first: dict[date, _Promise] = {}
    for promise in sorted(by_day.values(), key=lambda promise: promise.made_at):
        first.setdefault(promise.day, promise)
    return tuple(first.values())


def _end_of(day: date, position: Position) -> datetime:
    return datetime.combine(day, time.max, position.interviews[0].held_at.tzinfo)
