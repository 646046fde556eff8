"""A logbook and its file: what is in hand comes to the disk, and what others write comes in."""

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from enum import Enum
from pathlib import Path
from random import random
from time import sleep
from typing import NamedTuple

from followup_tui.core.model.logbook import FORMAT, Logbook
from followup_tui.storage import atomic as file
from followup_tui.storage.futures import Beside
from followup_tui.storage.loading import BrokenFile
from followup_tui.storage.paths import Locations
from followup_tui.storage.store import Saver, Stamp

MOST_TURNS = 200
"""How often another program may come first until a save gives up."""


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


class KeptLogbook:
    """A logbook that is open, and whether it is on the disk."""

    def __init__(self, locations: Locations, clock: Callable[[], datetime]) -> None:
        """Reads the file; raises BrokenFile where it is there and can't be used."""
        self.locations = locations
        self._met: list[News] = []
        self._beside: tuple[Logbook, bytes, Beside[Stamp]] | None = None
        """What is being saved beside: the logbook, its text, and the work."""
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
        if self.logbook.format > FORMAT:
            newer = f"a newer followup-tui wrote this file (format {self.logbook.format})"
            self.saving = Saving(SaveState.READ_ONLY, f"{newer}; update to change it")
        elif self.logbook.inbox or self._saver.is_mended:
            from followup_tui.core.changes.inbox import FileInbox, unfiled_messages

            self.logbook = FileInbox().apply(self.logbook)
            self.notices += tuple(
                f"In the inbox of the file, {one}." for one in unfiled_messages(self.logbook)
            )
            if self.logbook is not self._saver.seen or self._saver.is_mended:
                self.saving = Saving(SaveState.UNSAVED)
                self.save()

    def carry(self, over: Callable[[Logbook], Logbook]) -> None:
        """Has what came in from outside be in earlier states of the logbook, too."""

    @property
    def is_read_only(self) -> bool:
        """Whether nothing can be changed."""
        return self.saving.state is SaveState.READ_ONLY

    def save(self, keeps: bool = True) -> Saving:
        """Brings what is in hand to the disk; tells how that went. On failure nothing in hand is lost.

        What can't be saved is kept aside for the next start, unless told not to, as by one who will be asked
        to do it once more.
        """
        self.finish()
        if self.is_read_only or self._is_saved:
            return self.saving
        try:
            self._save()
        except file.FileProblem as problem:
            self._failed(problem, keeps)
        else:
            self.saving = Saving(SaveState.SAVED)
        return self.saving

    def save_beside(self, done: Callable[[], object]) -> None:
        """Like `save`, but does not wait for the disk.

        `done` is called in another thread when it is over; then `finish` is to be called. Where one goes on
        already, none is begun: what is in hand by then is not saved yet when that one has ended.
        """
        if self.is_saving or self.is_read_only or self._is_saved:
            return
        logbook = self.logbook
        try:
            data = self._saver.text(logbook)
        except file.FileProblem as problem:
            self._failed(problem)
            return
        self._beside = logbook, data, Beside(lambda: self._saver.write(data), done)

    @property
    def is_saving(self) -> bool:
        """Whether a save goes on beside."""
        return self._beside is not None

    def finish(self) -> Saving:
        """Waits for the save that goes on beside, if one does; tells how it went."""
        if self._beside is None:
            return self.saving
        (logbook, data, beside), self._beside = self._beside, None
        try:
            self._saver.written(logbook, data, beside.result())
        except file.ChangedOnDisk:
            return self.save()
        except file.FileProblem as problem:
            self._failed(problem)
        else:
            self.saving = Saving(SaveState.SAVED if self.logbook is logbook else SaveState.UNSAVED)
        return self.saving

    def _failed(self, problem: file.FileProblem, keeps: bool = True) -> None:
        self.saving = Saving(SaveState.FAILED, str(problem))
        if keeps:
            with suppress(file.FileProblem):
                self._saver.keep_unsaved(self.logbook)

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
        return not self.is_read_only and not self.is_saving and self._saver.may_have_changed

    def look(self) -> News:
        """Takes in what another program has written to the file meanwhile; saves what comes of it.

        What was typed must have been handed to `do` before. A file that can't be read, such as one that is
        half written, is left alone: it is looked at again the next time.
        """
        self.finish()
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
        from followup_tui.core.changes.inbox import FileInbox
        from followup_tui.core.merge.logbooks import merge

        merged = merge(base, self.logbook, theirs)
        self.carry(lambda old: merge(base, old, theirs).logbook)
        self.logbook = FileInbox().apply(theirs if merged.logbook == theirs else merged.logbook)
        return tuple(conflict.text for conflict in merged.conflicts)

    def take_in_copies(self) -> News:
        """Merges what synchronisers set aside beside the file, and what an earlier run could not save.

        Each is moved away (a copy) or removed (what was recovered) once all of it is on the disk.
        """
        if self.is_read_only:
            return News()
        self.save()  # so that what comes in with that is not taken for a copy's
        before, conflicts, done = self.logbook, [], []
        from followup_tui.storage.pending_merges import left_over

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


def _changed_companies(before: Logbook, after: Logbook) -> tuple[str, ...]:
    """The companies whose interviews are not the same in both."""
    old, new = ({one.id: one for one in logbook.interviews} for logbook in (before, after))
    differ = [new.get(id) or old[id] for id in {**new, **old} if old.get(id) != new.get(id)]
    return tuple(dict.fromkeys(one.company for one in differ))
