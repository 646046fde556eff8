"""All open positions on one ribbon: a row for each, and what is due on each day in all of them."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from followup_tui.core.dates.workdays import is_working
from followup_tui.core.model.rules import Rules
from followup_tui.core.rules.agenda import sort_by_urgency
from followup_tui.core.rules.plan_types import Todo
from followup_tui.core.rules.position_plan import PositionPlan
from followup_tui.core.rules.timeline import Lane, Shade, Timeline, timeline

# What a day is for a position as a whole: what can be done comes before what must wait.
_LANES = (Lane.FOLLOW, Lane.THANKS, Lane.NOTES, Lane.QUIET)


class OverviewRow(NamedTuple):
    """One position on the ribbon of all."""

    id: str
    """The id of the interview to show first."""
    company: str
    timeline: Timeline
    todos: tuple[Todo, ...]

    def shade(self, day: date) -> Shade:
        """Return the shade of `day` in the first lane that has one and is not finished."""
        for lane in _LANES:
            shade = self.timeline.shade(lane, day)
            if shade is not Shade.NONE and not self.timeline.is_finished(lane):
                return shade
        return Shade.NONE

    def explain(self, day: date) -> str:
        """Return one line on `day` for this position."""
        return f"{self.company} · {self.timeline.explain(day)}"


class Overview(NamedTuple):
    """The rows in the order of the list, most urgent first."""

    today: date
    rows: tuple[OverviewRow, ...]
    holidays: tuple[date, ...]

    def is_free(self, day: date) -> bool:
        """Return whether `day` is a weekend or a holiday."""
        return not is_working(day, self.holidays)

    @property
    def due(self) -> tuple[tuple[OverviewRow, Todo], ...]:
        """What can be done today, across all of them."""
        return tuple((row, todo) for row in self.rows for todo in row.todos)


def overview(plans: Iterable[PositionPlan], today: date, rules: Rules) -> Overview:
    """Return the overview of the open positions as seen on the calendar day `today`."""
    rows = tuple(
        OverviewRow(
            plan.current.id,
            plan.position.company,
            timeline(plan.current, plan.plan, plan.position),
            plan.todos,
        )
        for plan in sort_by_urgency(plans)
        if not plan.outcome
    )
    return Overview(today, rows, rules.holidays)
