"""A cache of plans and of the agenda: each is made when it is asked for, and reused until it changes."""

from datetime import UTC, datetime, time, timedelta

from followup_tui.core.model.logbook import Interview, Logbook
from followup_tui.core.rules.agenda import Entry, agenda, closed_entry, entry
from followup_tui.core.rules.plan import local_today, plan
from followup_tui.core.rules.plan_types import Plan


class PlanCache:
    """Makes plans and the agenda, and reuses what has not changed."""

    def __init__(self) -> None:
        self._plans: dict[str, tuple[tuple[object, ...], Plan]] = {}
        self._entries: dict[str, tuple[object, Entry]] = {}
        self._agenda: tuple[Entry, ...] = ()
        self._agenda_inputs: tuple[Logbook, datetime] | None = None

    def plan(self, interview: Interview, logbook: Logbook, now: datetime) -> Plan:
        """Return the plan of `interview` at the aware moment `now`."""
        inputs = (
            interview,
            logbook.rules,
            local_today(now, interview.held_at),
            now >= interview.held_at,
        )
        cached = self._plans.get(interview.id)
        if cached is None or any(
            old is not new and old != new for old, new in zip(cached[0], inputs, strict=True)
        ):
            cached = self._plans[interview.id] = (inputs, plan(interview, now, logbook.rules))
        return cached[1]

    def agenda(self, logbook: Logbook, now: datetime) -> tuple[Entry, ...]:
        """Return all interviews in order; the identical value while nothing in it has changed."""
        minute = now.replace(second=0, microsecond=0)
        inputs = self._agenda_inputs
        if inputs is None or inputs[0] is not logbook or inputs[1] != minute:
            made = agenda(self._entry(interview, logbook, now) for interview in logbook.interviews)
            if made != self._agenda:
                self._agenda = made
            self._agenda_inputs = (logbook, minute)
        return self._agenda

    def _entry(self, interview: Interview, logbook: Logbook, now: datetime) -> Entry:
        # A closed interview needs no plan, so that years of them cost the start nothing.
        plan = None if interview.is_closed else self.plan(interview, logbook, now)
        inputs = interview if plan is None else plan
        cached = self._entries.get(interview.id)
        if cached is None or cached[0] is not inputs:
            made = closed_entry(interview) if plan is None else entry(interview, plan)
            cached = self._entries[interview.id] = (inputs, made)
        return cached[1]


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
