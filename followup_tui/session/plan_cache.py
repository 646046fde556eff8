"""The plans of the interviews, made when they are asked for and kept as long as they hold."""

from datetime import UTC, datetime, time, timedelta

from followup_tui.core.model.logbook import Interview, Logbook
from followup_tui.core.rules.agenda import Entry, agenda, closed_entry, entry
from followup_tui.core.rules.plan import local_today, plan
from followup_tui.core.rules.plan_types import Plan


class PlanCache:
    """Makes plans and the list of interviews; what has not changed is not made again."""

    def __init__(self) -> None:
        self._plans: dict[str, tuple[tuple[object, ...], Plan]] = {}
        self._entries: dict[str, tuple[object, Entry]] = {}
        self._agenda: tuple[Entry, ...] = ()
        self._agenda_of: tuple[Logbook, datetime] | None = None

    def plan(self, interview: Interview, logbook: Logbook, now: datetime) -> Plan:
        """What the rules make of `interview` at the aware moment `now`."""
        made_of = (
            interview,
            logbook.rules,
            local_today(now, interview.held_at),
            now >= interview.held_at,
        )
        kept = self._plans.get(interview.id)
        if kept is None or any(
            old is not new and old != new for old, new in zip(kept[0], made_of, strict=True)
        ):
            kept = self._plans[interview.id] = (made_of, plan(interview, now, logbook.rules))
        return kept[1]

    def agenda(self, logbook: Logbook, now: datetime) -> tuple[Entry, ...]:
        """All interviews in their order; the very same value while nothing in it has changed."""
        minute = now.replace(second=0, microsecond=0)
        made_of = self._agenda_of
        if made_of is None or made_of[0] is not logbook or made_of[1] != minute:
            made = agenda(self._entry(one, logbook, now) for one in logbook.interviews)
            if made != self._agenda:
                self._agenda = made
            self._agenda_of = (logbook, minute)
        return self._agenda

    def _entry(self, interview: Interview, logbook: Logbook, now: datetime) -> Entry:
        # A closed one needs no plan: years of them cost the start nothing.
        plan = None if interview.is_closed else self.plan(interview, logbook, now)
        made_of = interview if plan is None else plan
        kept = self._entries.get(interview.id)
        if kept is None or kept[0] is not made_of:
            made = closed_entry(interview) if plan is None else entry(interview, plan)
            kept = self._entries[interview.id] = (made_of, made)
        return kept[1]


def plan_validity(logbook: Logbook, now: datetime) -> tuple[datetime, datetime]:
    """Since when plans are as they are at `now`, and the next moment at which one may be another.

    That is a midnight, here or where an interview took place, or the beginning of an interview.
    """
    since, until = [_midnight(now, 0)], [_midnight(now, 1)]
    for one in logbook.interviews:
        there = now.astimezone(one.held_at.tzinfo)
        since.append(_midnight(there, 0))
        until.append(_midnight(there, 1))
        (since if one.held_at <= now else until).append(one.held_at)
    return max(since, key=_in_utc), min(until, key=_in_utc)


def _midnight(now: datetime, days: int) -> datetime:
    return datetime.combine(now.date() + timedelta(days=days), time(), now.tzinfo)


def _in_utc(at: datetime) -> datetime:
    return at.astimezone(UTC)
