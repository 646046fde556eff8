"""The one mutable object: the logbook in hand with its file, its history, and the clock."""

import os
from collections.abc import Callable
from datetime import datetime

from followup_tui.core.changes.base import Change
from followup_tui.core.changes.history import History
from followup_tui.core.model.logbook import Interview, Logbook
from followup_tui.core.rules.agenda import Entry
from followup_tui.core.rules.plan_types import Plan
from followup_tui.session.document import KeptLogbook, News, SaveState, Saving
from followup_tui.session.plan_cache import Planner
from followup_tui.storage.cache.used_hints import note_used, used_before
from followup_tui.storage.loading import BrokenFile
from followup_tui.storage.paths import Locations

__all__ = ["BrokenFile", "Locations", "News", "SaveState", "Saving", "Session"]

_ID_LETTERS = "23456789abcdefghjkmnpqrstuvwxyz"


class Session(KeptLogbook):
    """A logbook that is open: every change goes through `do`, and from there to the disk."""

    def __init__(self, locations: Locations, clock: Callable[[], datetime], is_demo: bool = False) -> None:
        """Reads the file; raises BrokenFile where it is there and can't be used."""
        self.is_demo = is_demo
        self._clock = clock
        self._history = History()
        self._planner = Planner()
        self._used = used_before(locations.state)
        super().__init__(locations, clock)

    def carry(self, over: Callable[[Logbook], Logbook]) -> None:
        self._history = self._history.rebased(over)

    def now(self) -> datetime:
        """The aware moment it is, by the session's clock."""
        return self._clock()

    def new_id(self) -> str:
        """An id that nothing in the logbook has yet."""
        while True:
            id = "".join(_ID_LETTERS[byte % len(_ID_LETTERS)] for byte in os.urandom(6))
            if self.logbook.interview(id) is None:
                return id

    def is_new_to(self, part: str) -> bool:
        """Whether the user has not used that part of the screen yet, in this run or before."""
        return part not in self._used

    def note_used(self, part: str) -> None:
        """Notes that a part of the screen was used."""
        if part not in self._used:
            self._used |= {part}
            note_used(self.locations.state, part)

    def plan(self, interview: Interview) -> Plan:
        """What the rules make of `interview` now."""
        return self._planner.plan(interview, self.logbook, self.now())

    def open_plans(self) -> list[tuple[Interview, Plan]]:
        """Every open interview with its plan."""
        return [(one, self.plan(one)) for one in self.logbook.interviews if not one.is_closed]

    def agenda(self) -> tuple[Entry, ...]:
        """All interviews in their order; the very same value while nothing in it has changed."""
        return self._planner.agenda(self.logbook, self.now())

    def do(self, change: Change, save: bool = True) -> bool:
        """Makes `change`, and saves it unless told not to; whether it changed anything."""
        if self.is_read_only:
            return False
        before = self.logbook
        self._history, self.logbook = self._history.do(change, before, self.now())
        return self._after(before, save)

    def undo(self, save: bool = True) -> Change | None:
        """Takes back the last change, and saves unless told not to; that change, or None without one."""
        return self._step(self._history.undo(self.logbook), save)

    def redo(self, save: bool = True) -> Change | None:
        """Makes the change again that was undone last, like `undo`."""
        return self._step(self._history.redo(self.logbook), save)

    @property
    def last_change(self) -> Change | None:
        """What `undo` would take back."""
        return self._history.past[-1].change if self._history.past else None

    def _step(self, stepped: tuple[History, Logbook, Change] | None, save: bool) -> Change | None:
        if stepped is None or self.is_read_only:
            return None
        before = self.logbook
        self._history, self.logbook, change = stepped
        self._after(before, save)
        return change

    def _after(self, before: Logbook, save: bool) -> bool:
        if self.logbook is before:
            return False
        self.saving = Saving(SaveState.UNSAVED, self.saving.reason)
        if save:
            self.save()
        return True
