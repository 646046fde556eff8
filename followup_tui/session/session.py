"""The session: the open document, the history of changes, the plans, and the clock."""

import os
from collections.abc import Callable
from datetime import datetime

from followup_tui.core.changes.base import Change
from followup_tui.core.changes.history import History
from followup_tui.core.model.logbook import Interview, Logbook
from followup_tui.core.rules.agenda import Entry
from followup_tui.core.rules.interview_plan import Plan
from followup_tui.core.rules.position_plan import PositionPlan
from followup_tui.session.document import Document
from followup_tui.session.external_changes import ExternalChanges
from followup_tui.session.plan_cache import PlanCache
from followup_tui.session.save_status import SaveState, SaveStatus
from followup_tui.storage.cache.last_seen import load_last_seen, save_last_seen
from followup_tui.storage.cache.used_hints import load_used_hints, mark_used
from followup_tui.storage.loading import BrokenFile
from followup_tui.storage.paths import Paths

__all__ = ["BrokenFile", "ExternalChanges", "Paths", "SaveState", "SaveStatus", "Session"]

_ID_LETTERS = "23456789abcdefghjkmnpqrstuvwxyz"


class Session:
    """An open logbook. Every change is made by `do`, and is saved by the document."""

    def __init__(self, paths: Paths, clock: Callable[[], datetime], is_demo: bool = False) -> None:
        """Open the document. Raise BrokenFile if the file exists and can't be used."""
        self.is_demo = is_demo
        self._clock = clock
        self._history = History()
        self._plans = PlanCache()
        self._used_hints = load_used_hints(paths.state)
        self.document = Document(paths, clock, self._merge_into_history)

    @property
    def logbook(self) -> Logbook:
        """The logbook in memory."""
        return self.document.logbook

    @property
    def is_read_only(self) -> bool:
        """Whether nothing can be changed: a newer version of this program wrote the file."""
        return self.document.is_read_only

    def now(self) -> datetime:
        """Return the aware current moment by the session's clock."""
        return self._clock()

    def new_id(self) -> str:
        """Return an id that no interview has yet."""
        while True:
            id = "".join(_ID_LETTERS[byte % len(_ID_LETTERS)] for byte in os.urandom(6))
            if self.logbook.interview(id) is None:
                return id

    def is_new_to(self, part: str) -> bool:
        """Return whether the user has not used a part of the screen yet, in this run or an earlier one."""
        return part not in self._used_hints

    def mark_used(self, part: str) -> None:
        """Remember that a part of the screen was used."""
        if part not in self._used_hints:
            self._used_hints |= {part}
            mark_used(self.document.paths.state, part)

    def last_seen(self) -> str:
        """Return the id of the interview that was shown last in an earlier run; empty if it is not known."""
        return load_last_seen(self.document.paths.state)

    def remember_seen(self, interview_id: str) -> None:
        """Remember the interview that is shown, for the next run."""
        save_last_seen(self.document.paths.state, interview_id)

    def plan(self, interview: Interview) -> Plan:
        """Return the plan of an interview as of now."""
        return self.position_plan(interview).plan_of(interview.id)

    def position_plan(self, interview: Interview) -> PositionPlan:
        """Return the plan of the position of an interview as of now; one that was deleted stands alone."""
        return self._plans.position_plan(interview, self.logbook, self.now())

    def plan_with_everybody(self, interview: Interview) -> Plan:
        """Return the plan of an interview as of now, with the people of all rounds of its position."""
        return self.position_plan(interview).plan_with_everybody(interview.id)

    def plan_after(self, change: Change, interview: Interview) -> Plan:
        """Return the plan that an interview would have now if a change to its position were made."""
        records = self.position_plan(interview).position.interviews
        changed = change.apply(self.logbook.but(interviews=records))
        after = changed.interview(interview.id) or interview
        return PlanCache().position_plan(after, changed, self.now()).plan_of(interview.id)

    def open_plans(self) -> list[PositionPlan]:
        """Return the plans of all open positions as of now."""
        return [plan for plan in self._plans.position_plans(self.logbook, self.now()) if not plan.outcome]

    def agenda(self) -> tuple[Entry, ...]:
        """Return all positions in order; the identical value while nothing in it has changed."""
        return self._plans.agenda(self.logbook, self.now())

    def do(self, change: Change, save: bool = True) -> bool:
        """Apply `change`, and save unless `save` is false; return whether it changed anything."""
        if self.is_read_only:
            return False
        self._history, logbook = self._history.do(change, self.logbook, self.now())
        return self._update(logbook, save)

    def undo(self, save: bool = True) -> Change | None:
        """Take back the last change, and save unless `save` is false; return it, or None if there is none."""
        return self._step(self._history.undo(self.logbook), save)

    def redo(self, save: bool = True) -> Change | None:
        """Apply the change again that was undone last; otherwise like `undo`."""
        return self._step(self._history.redo(self.logbook), save)

    @property
    def last_change(self) -> Change | None:
        """The change that `undo` would take back."""
        return self._history.past[-1].change if self._history.past else None

    def _step(self, step: tuple[History, Logbook, Change] | None, save: bool) -> Change | None:
        if step is None or self.is_read_only:
            return None
        self._history, logbook, change = step
        self._update(logbook, save)
        return change

    def _update(self, logbook: Logbook, save: bool) -> bool:
        if logbook is self.logbook:
            return False
        self.document.update(logbook)
        if save:
            self.document.save()
        return True

    def _merge_into_history(self, merge: Callable[[Logbook], Logbook]) -> None:
        self._history = self._history.rebased(merge)
