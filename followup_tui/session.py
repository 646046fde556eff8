"""The one mutable object: the logbook in hand, its history, whether it is on the disk, and the clock."""

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from pathlib import Path

from followup_tui.core.changes import Change, FileInbox
from followup_tui.core.history import History
from followup_tui.core.model import FORMAT, Interview, Logbook
from followup_tui.core.plan import Plan
from followup_tui.core.rules import local_today, plan
from followup_tui.storage import codec, file
from followup_tui.storage.locations import Locations
from followup_tui.storage.opening import BrokenFile, open_logbook

__all__ = ["BrokenFile", "SaveState", "Saving", "Session"]

_ID_LETTERS = "23456789abcdefghjkmnpqrstuvwxyz"


class SaveState(Enum):
    """Whether what is in hand is on the disk."""

    SAVED = "saved"
    UNSAVED = "not saved yet"
    FAILED = "not saved"
    READ_ONLY = "read-only"


@dataclass(frozen=True, slots=True)
class Saving:
    """How the last save went."""

    state: SaveState
    reason: str = ""
    """Why it is not saved, in one line."""


class Session:
    """A logbook that is open: every change goes through `do`, and from there to the disk."""

    def __init__(self, locations: Locations, clock: Callable[[], datetime], is_demo: bool = False) -> None:
        """Reads the file; raises BrokenFile where it is there and can't be used."""
        self.locations = locations
        self.is_demo = is_demo
        self._clock = clock
        self._history = History()
        self._plans: dict[str, tuple[tuple[object, ...], Plan]] = {}
        self.saving = Saving(SaveState.SAVED)
        opened = open_logbook(locations.data)
        self.logbook = self._saved_logbook = self._first_logbook = opened.logbook
        self._on_disk = self._first_data = opened.data
        self._set_aside = opened.set_aside
        if self.logbook.format > FORMAT:
            newer = f"a newer followup-tui wrote this file (format {self.logbook.format})"
            self.saving = Saving(SaveState.READ_ONLY, f"{newer}; update to change it")
        elif self.logbook.inbox:
            self.logbook = FileInbox().apply(self.logbook)
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
            id = "".join(secrets.choice(_ID_LETTERS) for _ in range(6))
            if self.logbook.interview(id) is None:
                return id

    def plan(self, interview: Interview) -> Plan:
        """What the rules make of `interview` now; the plan made before where nothing has changed."""
        now, rules = self.now(), self.logbook.rules
        made_of = (interview, rules, local_today(now, interview.held_at), now >= interview.held_at)
        kept = self._plans.get(interview.id)
        if kept is None or any(
            old is not new and old != new for old, new in zip(kept[0], made_of, strict=True)
        ):
            kept = self._plans[interview.id] = (made_of, plan(interview, now, rules))
        return kept[1]

    def plans(self) -> list[tuple[Interview, Plan]]:
        """Every interview with its plan."""
        return [(one, self.plan(one)) for one in self.logbook.interviews]

    def do(self, change: Change, save: bool = True) -> bool:
        """Makes `change`, and saves it unless told not to; whether it changed anything."""
        if self.is_read_only:
            return False
        before = self.logbook
        self._history, self.logbook = self._history.do(change, before, self.now())
        return self._after(before, save)

    def undo(self) -> Change | None:
        """Takes back the last change, and saves; that change, or None where there is none."""
        return self._step(self._history.undo(self.logbook))

    def redo(self) -> Change | None:
        """Makes the change again that was undone last, and saves; that change, or None."""
        return self._step(self._history.redo(self.logbook))

    def save(self) -> Saving:
        """Brings what is in hand to the disk; tells how that went. On failure nothing in hand is lost."""
        if self.is_read_only or self._is_saved:
            return self.saving
        data = self._data()
        try:
            if data != self._on_disk:
                self._keep_comments(data)
                file.replace(self.locations.data, data, self._on_disk, self.locations.state)
        except file.FileProblem as problem:
            self.saving = Saving(SaveState.FAILED, str(problem))
        else:
            self._on_disk, self._saved_logbook = data, self.logbook
            self.saving = Saving(SaveState.SAVED)
        return self.saving

    def close(self) -> Path | None:
        """Saves for the last time. What can't be saved is kept aside: the path of that copy, else None.

        Raises FileProblem where even that fails.
        """
        if self.is_read_only or self.save().state is SaveState.SAVED:
            return None
        stamp = self.now().strftime("%Y%m%d-%H%M%S")
        name = f"unsaved-{stamp}-{self.locations.data.name}"
        return file.keep_aside(self.locations.state, name, self._data())

    def _keep_comments(self, data: bytes) -> None:
        """Keeps a copy of a file whose comments are about to be lost: TOML writers drop them."""
        if self._on_disk is not None and codec.has_comments(self._on_disk) and not codec.has_comments(data):
            stamp = self.now().strftime("%Y%m%d-%H%M%S")
            name = f"with-comments-{stamp}-{self.locations.data.name}"
            file.keep_aside(self.locations.state, name, self._on_disk)

    def _data(self) -> bytes:
        # All undone, the file is as it was found: with its comments, in the hand that wrote it.
        if self.logbook is self._first_logbook and self._first_data is not None:
            return self._first_data
        return codec.encode(self.logbook, self._set_aside).encode()

    @property
    def _is_saved(self) -> bool:
        return self.logbook is self._saved_logbook and self.saving.state is SaveState.SAVED

    def _step(self, stepped: tuple[History, Logbook, Change] | None) -> Change | None:
        if stepped is None or self.is_read_only:
            return None
        before = self.logbook
        self._history, self.logbook, change = stepped
        self._after(before, save=True)
        return change

    def _after(self, before: Logbook, save: bool) -> bool:
        if self.logbook is before:
            return False
        self.saving = Saving(SaveState.UNSAVED, self.saving.reason)
        if save:
            self.save()
        return True
