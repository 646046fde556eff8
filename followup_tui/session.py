"""The one mutable object: the logbook in hand, its history, whether it is on the disk, and the clock."""

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from pathlib import Path

from followup_tui.core.agenda import Entry, agenda, closed_entry, entry
from followup_tui.core.changes import Change, FileInbox
from followup_tui.core.history import History
from followup_tui.core.model import FORMAT, Interview, Logbook
from followup_tui.core.plan import Plan
from followup_tui.core.rules import local_today, plan
from followup_tui.storage import codec, file
from followup_tui.storage.locations import Locations
from followup_tui.storage.opening import BrokenFile, open_logbook
from followup_tui.storage.seen import note_used, used_before

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
        self._entries: dict[str, tuple[object, Entry]] = {}
        self._agenda: tuple[Entry, ...] = ()
        self._agenda_of: tuple[Logbook, datetime] | None = None
        self.saving = Saving(SaveState.SAVED)
        opened = open_logbook(locations.data)
        self.logbook = self._saved_logbook = self._first_logbook = opened.logbook
        self._on_disk = self._first_data = opened.data
        self._used = used_before(locations.state)
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

    def is_new_to(self, part: str) -> bool:
        """Whether the user has not used that part of the screen yet, in this run or before."""
        return part not in self._used

    def note_used(self, part: str) -> None:
        """Notes that a part of the screen was used."""
        if part not in self._used:
            self._used |= {part}
            note_used(self.locations.state, part)

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

    def open_plans(self) -> list[tuple[Interview, Plan]]:
        """Every open interview with its plan."""
        return [(one, self.plan(one)) for one in self.logbook.interviews if not one.is_closed]

    def agenda(self) -> tuple[Entry, ...]:
        """All interviews in their order; the very same value while nothing in it has changed."""
        minute = self.now().replace(second=0, microsecond=0)
        made_of = self._agenda_of
        if made_of is None or made_of[0] is not self.logbook or made_of[1] != minute:
            made = agenda(map(self._entry, self.logbook.interviews))
            if made != self._agenda:
                self._agenda = made
            self._agenda_of = (self.logbook, minute)
        return self._agenda

    def _entry(self, interview: Interview) -> Entry:
        made_of = interview if interview.is_closed else self.plan(interview)
        kept = self._entries.get(interview.id)
        if kept is None or kept[0] is not made_of:
            made = closed_entry(interview) if interview.is_closed else entry(interview, self.plan(interview))
            kept = self._entries[interview.id] = (made_of, made)
        return kept[1]

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
        return codec.encode(self.logbook).encode()

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
