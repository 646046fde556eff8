"""The plans of the positions, made when they are asked for and cached as long as they hold."""

from collections.abc import Sequence
from datetime import UTC, datetime, time, timedelta

from followup_tui.core.dates.clocks import local_today
from followup_tui.core.model.logbook import Interview, Logbook
from followup_tui.core.model.rules import Rules
from followup_tui.core.rules.agenda import Entry, closed_entry, entry, sort_entries
from followup_tui.core.rules.other_offers import offer_elsewhere, offers_of
from followup_tui.core.rules.outcomes import is_closing
from followup_tui.core.rules.plan import plan_position
from followup_tui.core.rules.plan_types import Offer
from followup_tui.core.rules.position import Position, position_of
from followup_tui.core.rules.position_plan import PositionPlan
from followup_tui.session.position_index import PositionIndex

_CachedEntry = tuple[Position | PositionPlan, Entry]
"""What an entry was made from, and the entry: the position where an outcome closes it, else its plan."""


class PlanCache:
    """Makes plans and the list of positions; what has not changed is not made again."""

    def __init__(self) -> None:
        self._plans: dict[str, tuple[tuple[object, ...], PositionPlan]] = {}
        self._entries: Sequence[_CachedEntry | None] = ()
        """The entries of the positions, in the order of the index."""
        self._agenda: tuple[Entry, ...] = ()
        self._agenda_inputs: tuple[Logbook, datetime] | None = None
        """The logbook and the minute that the agenda was made for."""
        self._index = PositionIndex()

    def position_plan(self, interview: Interview, logbook: Logbook, now: datetime) -> PositionPlan:
        """Return the plan of the position of an interview; one that was deleted stands alone."""
        offers = self._offers(logbook, now)
        position = self._index.position_of(interview.id) or position_of([interview])
        return self._plan(position, offers, logbook.rules, now)

    def position_plans(self, logbook: Logbook, now: datetime) -> list[PositionPlan]:
        """Return the plans of all positions that no outcome closes, by the time of their first round."""
        offers = self._offers(logbook, now)
        return [
            self._plan(position, offers, logbook.rules, now)
            for position in self._index.positions
            if not is_closing(position.recorded_outcome)
        ]

    def agenda(self, logbook: Logbook, now: datetime) -> tuple[Entry, ...]:
        """Return all positions in their order; the same object as last time if no entry has changed."""
        minute = now.replace(second=0, microsecond=0)
        inputs = self._agenda_inputs
        if inputs is None or inputs[0] is not logbook or inputs[1] != minute:
            self._entries = self._current_entries(logbook, now)
            agenda = sort_entries([entry for _, entry in self._entries])
            if agenda != self._agenda:
                self._agenda = agenda
            self._agenda_inputs = (logbook, minute)
        return self._agenda

    def _offers(self, logbook: Logbook, now: datetime) -> dict[str, Offer]:
        self._index.update(logbook.interviews)
        return offers_of(self._index.with_offers, now, logbook.rules)

    def _plan(
        self, position: Position, offers: dict[str, Offer], rules: Rules, now: datetime
    ) -> PositionPlan:
        """Return the cached plan of a position, recomputed if anything it depends on has changed."""
        interviews = position.interviews
        other_offer = offer_elsewhere(offers, position)
        inputs = (
            *interviews,
            rules,
            other_offer,
            now.date(),
            now.utcoffset(),
            *((local_today(now, record.held_at), now >= record.held_at) for record in interviews),
        )
        cached = self._plans.get(position.id)
        if cached is None or cached[0] != inputs:
            cached = self._plans[position.id] = (inputs, plan_position(position, now, rules, other_offer))
        return cached[1]

    def _current_entries(self, logbook: Logbook, now: datetime) -> list[_CachedEntry]:
        """Return the entries of all positions; those whose position or plan is the same are reused."""
        offers, positions = self._offers(logbook, now), self._index.positions
        cached = self._entries if len(self._entries) == len(positions) else (None,) * len(positions)
        return [
            # Most positions of a long search are closed: 1,000 of them take 0.04 ms of each edit.
            old if old and old[0] is position else self._entry(position, old, offers, logbook, now)
            for position, old in zip(positions, cached, strict=True)
        ]

    def _entry(
        self, position: Position, old: _CachedEntry | None, offers: dict[str, Offer], logbook: Logbook,
        now: datetime,
    ) -> _CachedEntry:  # fmt: skip
        """Return the plan of a position with its entry of the list; `old` where nothing has changed."""
        # A closed position needs no plan: years of them cost the start nothing.
        outcome = position.recorded_outcome
        if is_closing(outcome):
            return position, closed_entry(position, outcome)
        plan = self._plan(position, offers, logbook.rules, now)
        return old if old and old[0] is plan else (plan, entry(plan))


def plan_validity(logbook: Logbook, now: datetime) -> tuple[datetime, datetime]:
    """Return the moments between which all plans are as they are at `now`.

    They are midnights, here or where an interview took place, or the beginnings of interviews.
    """
    since, until = [_midnight(now, 0)], [_midnight(now, 1)]
    for interview in logbook.interviews:
        there = now.astimezone(interview.held_at.tzinfo)
        since.append(_midnight(there, 0))
        until.append(_midnight(there, 1))
        (since if interview.held_at <= now else until).append(interview.held_at)
    return max(since, key=_in_utc), min(until, key=_in_utc)


def _midnight(now: datetime, days: int) -> datetime:
    return datetime.combine(now.date() + timedelta(days=days), time(), now.tzinfo)


def _in_utc(at: datetime) -> datetime:
    return at.astimezone(UTC)
