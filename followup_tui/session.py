"""The one mutable object: the logbook in hand, its history, whether it is on the disk, and the clock."""

import os
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from enum import Enum
from pathlib import Path
from random import random
from time import sleep
from typing import NamedTuple

from followup_tui.core.agenda import Entry
from followup_tui.core.changes import Change
from followup_tui.core.history import History
from followup_tui.core.model import FORMAT, Interview, Logbook
from followup_tui.core.plan import Plan
from followup_tui.planning import Planner
from followup_tui.storage import file
from followup_tui.storage.locations import Locations
from followup_tui.storage.opening import BrokenFile
from followup_tui.storage.saver import Saver
from followup_tui.storage.seen import note_used, used_before

__all__ = ["BrokenFile", "Locations", "SaveState", "Saving", "Session"]

MOST_TURNS = 200
"""How often another program may come first until a save gives up."""
_ID_LETTERS = "23456789abcdefghjkmnpqrstuvwxyz"


class SaveState(Enum):
    """Whether what is in hand is on the disk."""

    SAVED = "saved"
    UNSAVED = "not saved yet"
    FAILED = "not saved"
    READ_ONLY = "read-only"


class Saving(NamedTuple):
    """How the last save went."""

    state: SaveState
    reason: str = ""
    """Why it is not saved, in one line."""


class News(NamedTuple):
    """What came in from outside."""

    companies: tuple[str, ...] = ()
    """Whose interviews came, changed or went."""
    conflicts: tuple[str, ...] = ()
    """What was written differently here and there, a sentence each."""
    problem: str = ""
    """Why the file can't be read at present."""


class Session:
    """A logbook that is open: every change goes through `do`, and from there to the disk."""

    def __init__(self, locations: Locations, clock: Callable[[], datetime], is_demo: bool = False) -> None:
        """Reads the file; raises BrokenFile where it is there and can't be used."""
        self.locations = locations
        self.is_demo = is_demo
        self._clock = clock
        self._history = History()
        self._planner = Planner()
        self._met: list[News] = []
        self.saving = Saving(SaveState.SAVED)
        try:
            self._saver = Saver(locations, clock)
        except BrokenFile as broken:
            broken.locations = locations
            raise
        self.logbook = self._saver.seen
        self.notices = (
            *(f"{one}. It is set aside, and stays in the file." for one in self._saver.set_aside),
            *self._saver.notices,
        )
        """What is to be told about the file, a sentence each."""
        self._used = used_before(locations.state)
        if self.logbook.format > FORMAT:
            newer = f"a newer followup-tui wrote this file (format {self.logbook.format})"
            self.saving = Saving(SaveState.READ_ONLY, f"{newer}; update to change it")
        elif self.logbook.inbox or self._saver.is_mended:
            from followup_tui.core.inbox import FileInbox, unfiled

            self.logbook = FileInbox().apply(self.logbook)
            self.notices += tuple(f"In the inbox of the file, {one}." for one in unfiled(self.logbook))
            if self.logbook is not self._saver.seen or self._saver.is_mended:
                self.saving = Saving(SaveState.UNSAVED)
                self.save()

    @property
    def is_read_only(self) -> bool:
        """Whether nothing can be changed."""
        return self.saving.state is SaveState.READ_ONLY

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

    def save(self, keeps: bool = True) -> Saving:
        """Brings what is in hand to the disk; tells how that went. On failure nothing in hand is lost.

        What can't be saved is kept aside for the next start, unless told not to, as by one who will be asked
        to do it once more.
        """
        if self.is_read_only or self._is_saved:
            return self.saving
        try:
            self._save()
        except file.FileProblem as problem:
            self.saving = Saving(SaveState.FAILED, str(problem))
            if keeps:
                with suppress(file.FileProblem):
                    self._saver.keep_unsaved(self.logbook)
        else:
            self.saving = Saving(SaveState.SAVED)
        return self.saving

    def _save(self) -> None:
        for turn in range(MOST_TURNS):
            try:
                self._saver.save(self.logbook)
                return
            except file.ChangedOnDisk:
                # Somebody else came first: both their words and ours are kept.
                before = self.logbook
                conflicts = self._take_in()
                self._met.append(News(_changed_companies(before, self.logbook), conflicts))
                sleep(random() * 0.001 * turn)
        raise file.FileProblem(f"{self.locations.data} is written by other programs all the time")

    def met(self) -> News:
        """What came in from outside while something was saved, since this was asked last."""
        met, self._met = self._met, []
        companies = dict.fromkeys(name for news in met for name in news.companies)
        return News(tuple(companies), tuple(text for news in met for text in news.conflicts))

    def warm(self) -> bool:
        """Does some milliseconds of the work of the first save ahead; whether all of it is done."""
        return self._saver.warm()

    @property
    def may_have_news(self) -> bool:
        """Whether another program may have written the file; costs next to nothing to ask."""
        return not self.is_read_only and self._saver.may_have_changed

    def look(self) -> News:
        """Takes in what another program has written to the file meanwhile; saves what comes of it.

        What was typed must have been handed to `do` before. A file that can't be read, such as one that is
        half written, is left alone: it is looked at again the next time.
        """
        before = self.logbook
        try:
            conflicts = self._take_in()
        except file.FileProblem as problem:
            return News(problem=str(problem))
        if self.logbook is before:
            return News()
        self.saving = Saving(SaveState.UNSAVED)
        self.save()
        return News(_changed_companies(before, self.logbook), conflicts)

    def _take_in(self) -> tuple[str, ...]:
        """Merges what is in the file now into what is in hand; what both wrote differently, in sentences.

        Raises FileProblem where the file can't be read.
        """
        came = self._saver.read_again()
        if came is None:
            return ()
        base, theirs = came
        return self._merge(base, theirs)

    def _merge(self, base: Logbook | None, theirs: Logbook) -> tuple[str, ...]:
        from followup_tui.core.inbox import FileInbox
        from followup_tui.core.merge import merge

        merged = merge(base, self.logbook, theirs)
        self._history = self._history.carried(lambda old: merge(base, old, theirs).logbook)
        self.logbook = FileInbox().apply(theirs if merged.logbook == theirs else merged.logbook)
        return tuple(conflict.text for conflict in merged.conflicts)

    def take_in_copies(self) -> News:
        """Merges what synchronisers set aside beside the file, and what an earlier run could not save.

        Each is moved away (a copy) or removed (what was recovered) once all of it is on the disk.
        """
        if self.is_read_only:
            return News()
        before, conflicts, done = self.logbook, [], []
        from followup_tui.storage.left_over import left_over

        for found in left_over(self.locations):
            if found.problem:
                conflicts.append(found.problem)
            else:
                conflicts += self._merge(found.base, found.logbook)
                done.append(found)
        if self.logbook is not before:
            self.saving = Saving(SaveState.UNSAVED)
        if self.save().state is SaveState.SAVED:
            for found in done:
                with suppress(file.FileProblem):
                    found.put_away()
        return News(_changed_companies(before, self.logbook), tuple(conflicts))

    def is_as_in(self, data: bytes) -> bool:
        """Whether a file that holds `data` holds what is in hand, as far as is known."""
        return self._is_saved and self._saver.is_on_disk(data)

    def close(self) -> Path | None:
        """Saves for the last time. What can't be saved is kept aside: the path of that copy, else None.

        Raises FileProblem where even that fails.
        """
        if self.is_read_only or self.save().state is SaveState.SAVED:
            return None
        return self._saver.keep_unsaved(self.logbook)

    @property
    def _is_saved(self) -> bool:
        return self.logbook is self._saver.seen and self.saving.state is SaveState.SAVED

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


def _changed_companies(before: Logbook, after: Logbook) -> tuple[str, ...]:
    """The companies whose interviews are not the same in both."""
    old, new = ({one.id: one for one in logbook.interviews} for logbook in (before, after))
    differ = [new.get(id) or old[id] for id in {**new, **old} if old.get(id) != new.get(id)]
    return tuple(dict.fromkeys(one.company for one in differ))
