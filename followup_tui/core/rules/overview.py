"""All open interviews on one ribbon: a row each, one shade a day, and what is due across them."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from followup_tui.core.dates.workdays import is_working
from followup_tui.core.model.logbook import Interview
from followup_tui.core.model.rules import Rules
from followup_tui.core.rules.agenda import sort_by_urgency
from followup_tui.core.rules.plan_types import Plan, Todo
from followup_tui.core.rules.timeline import Lane, Mark, Shade, Timeline, timeline

# What a day is for an interview as a whole: what can be done comes before what must wait.
_LANES = (Lane.FOLLOW, Lane.THANKS, Lane.NOTES, Lane.QUIET)


class OverviewRow(NamedTuple):
    """One interview on the ribbon of all."""

    id: str
    company: str
    timeline: Timeline
    todos: tuple[Todo, ...]

    def shade(self, day: date) -> Shade:
        """What `day` is for this interview: a lane that is done no longer counts."""
        for lane in _LANES:
            shade = self.timeline.shade(lane, day)
            if shade is not Shade.NONE and not self.timeline.is_done(lane):
                return shade
        return Shade.NONE

    def marks_on(self, day: date) -> tuple[Mark, ...]:
        """What stands on `day`."""
        return self.timeline.marks_on(day)

    def explain(self, day: date) -> str:
        """One line on `day` for this interview."""
        return f"{self.company} · {self.timeline.explain(day)}"


class Overview(NamedTuple):
    """The rows in the order of the list, most urgent first."""

    today: date
    rows: tuple[OverviewRow, ...]
    holidays: tuple[date, ...] = ()

    def is_free(self, day: date) -> bool:
        """Whether nobody works on `day`."""
        return not is_working(day, self.holidays)

    @property
    def due(self) -> tuple[tuple[OverviewRow, Todo], ...]:
        """What can be done today, across all of them."""
        return tuple((row, todo) for row in self.rows for todo in row.todos)


def overview(planned: Iterable[tuple[Interview, Plan]], today: date, rules: Rules) -> Overview:
    """The overview of the open interviews as seen on the calendar day `today`."""
    rows = tuple(
        OverviewRow(interview.id, interview.company, timeline(interview, plan, rules), plan.todos)
        for interview, plan in sort_by_urgency(planned)
        if not interview.is_closed
    )
    return Overview(today, rows, rules.holidays)
