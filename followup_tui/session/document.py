"""The open file: the logbook in memory, whether it is on the disk, and what other programs wrote to it."""

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from random import random
from time import sleep
from typing import TYPE_CHECKING

from followup_tui.core.model.logbook import FORMAT, Logbook
from followup_tui.session.external_changes import ExternalChanges, changed_companies
from followup_tui.session.save_status import SaveState, SaveStatus
from followup_tui.storage.atomic import ChangedOnDisk, FileProblem
from followup_tui.storage.constants import UPDATE, newer_format
from followup_tui.storage.paths import Paths
from followup_tui.storage.recovery import temporary_path
from followup_tui.storage.store import Store, Written

if TYPE_CHECKING:
    from concurrent.futures import Future

MAX_ATTEMPTS = 200
"""How often a save merges and retries before it gives up, where another program writes the file each time."""


class Document:
    """A logbook and its file."""

    def __init__(
        self,
        paths: Paths,
        clock: Callable[[], datetime],
        on_merge: Callable[[Callable[[Logbook], Logbook]], None],
    ) -> None:
        """Read the file.

        `on_merge` is called at each merge with the function that merges the same changes into any earlier
        state of the logbook, so that undoing does not lose them. Raise BrokenFile if the file exists and
        can't be used.
        """
        self.paths = paths
        self._on_merge = on_merge
        self._merged_while_saving: list[ExternalChanges] = []
        self._warned: set[str] = set()
        self._pending_save: tuple[Logbook, bytes, Future[Written]] | None = None
        """The save in the background: the logbook, its text, and the work."""
        self.save_status = SaveStatus(SaveState.SAVED)
        self._store = Store(paths, clock)
        self.logbook = self._store.logbook
        self.load_messages = self._store.messages
        """What is wrong with the file as it was read, a sentence each."""
        self.line_of = self._store.line_of
        """Returns the line on which a key of a table stood when the file was read."""
        self.pop_remarks = self._store.pop_remarks
        """Returns what the user should know about the file, a sentence each; once for all runs."""
        if self.logbook.format > FORMAT:
            newer = newer_format(self.logbook.format, "this file")
            self.save_status = SaveStatus(SaveState.READ_ONLY, f"{newer}; {UPDATE}")
        elif self.logbook.inbox or self._store.is_merged:
            self._file_inbox()

    def _file_inbox(self) -> None:
        from followup_tui.core.changes.inbox import FileInbox, unfiled_messages

        self.logbook = FileInbox().apply(self.logbook)
        unfiled = unfiled_messages(self.logbook)
        self.load_messages += tuple(f"In the inbox of the file, {line}." for line in unfiled)
        if self.logbook is not self._store.logbook or self._store.is_merged:
            self.save_status = SaveStatus(SaveState.UNSAVED)
            self.save()

    @property
    def is_read_only(self) -> bool:
        """Whether nothing can be changed: a newer version of this program wrote the file."""
        return self.save_status.state is SaveState.READ_ONLY

    def update(self, logbook: Logbook) -> None:
        """Replace the logbook in memory; it is not saved yet."""
        self.logbook = logbook
        self.save_status = SaveStatus(SaveState.UNSAVED, self.save_status.reason)

    def save(self, recovers: bool = True) -> SaveStatus:
        """Save the logbook and wait for the disk. If that fails, the logbook stays in memory.

        `recovers`: whether to write a recovery file for the next start if that fails. The verbs of the
        command line don't: their user is asked to run them again.
        """
        self.finish_save()
        if self.is_read_only or self._is_saved:
            return self.save_status
        try:
            self._save_or_merge()
        except FileProblem as problem:
            self._fail(problem, recovers)
        else:
            self.save_status = SaveStatus(SaveState.SAVED)
        return self.save_status

    def save_in_background(self, done: Callable[[], object]) -> None:
        """Start a save in a thread, unless one is running or nothing has changed.

        `done` is called in that thread at the end of the save; then call `finish_save`. A change made in the
        meantime stays unsaved.
        """
        if self.is_saving or self.is_read_only or self._is_saved:
            return
        from concurrent.futures import ThreadPoolExecutor

        logbook = self.logbook
        try:
            data = self._store.render(logbook)
        except FileProblem as problem:
            self._fail(problem)
            return
        executor = ThreadPoolExecutor(1, "saving")
        future = executor.submit(self._store.write, data)
        self._pending_save = logbook, data, future
        future.add_done_callback(lambda _: done())
        executor.shutdown(wait=False)  # the thread ends with its work

    @property
    def is_saving(self) -> bool:
        """Whether a save is running in the background."""
        return self._pending_save is not None

    @property
    def has_found_changes(self) -> bool:
        """Whether `finish_save` will merge what another program wrote: apply the editors' text first."""
        future = self._pending_save and self._pending_save[2]
        return bool(future and future.done() and isinstance(future.exception(), ChangedOnDisk))

    def finish_save(self) -> SaveStatus:
        """Wait for the save in the background, if one is running, and return the status."""
        if self._pending_save is None:
            return self.save_status
        (logbook, data, future), self._pending_save = self._pending_save, None
        try:
            written = future.result()
            self._store.mark_written(logbook, data, written)
            self._warn(written.warnings)
        except ChangedOnDisk:
            return self.save()
        except FileProblem as problem:
            self._fail(problem)
        else:
            is_latest = self.logbook is logbook
            self.save_status = SaveStatus(SaveState.SAVED if is_latest else SaveState.UNSAVED)
        return self.save_status

    def _fail(self, problem: FileProblem, recovers: bool = True) -> None:
        self.save_status = SaveStatus(SaveState.FAILED, str(problem))
        if recovers:
            with suppress(FileProblem):
                self._store.write_recovery(self.logbook)

    def _save_or_merge(self) -> None:
        for attempt in range(MAX_ATTEMPTS):
            try:
                self._warn(self._store.save(self.logbook).warnings)
                return
            except ChangedOnDisk:
                before = self.logbook
                conflicts = self._merge_file()
                companies = changed_companies(before, self.logbook)
                self._merged_while_saving.append(ExternalChanges(companies, conflicts))
                sleep(random() * 0.001 * attempt)
        raise FileProblem(f"{self.paths.data} is written by other programs all the time")

    def _warn(self, warnings: tuple[str, ...]) -> None:
        """Report each warning with the next external changes, once in a run."""
        new = tuple(warning for warning in warnings if warning not in self._warned)
        if new:
            self._warned.update(new)
            self._merged_while_saving.append(ExternalChanges(conflicts=new))

    def pop_external_changes(self) -> ExternalChanges:
        """Return what was merged during saves since the last call, and clear it."""
        merged, self._merged_while_saving = self._merged_while_saving, []
        companies = dict.fromkeys(name for changes in merged for name in changes.companies)
        conflicts = tuple(text for changes in merged for text in changes.conflicts)
        return ExternalChanges(tuple(companies), conflicts)

    def prepare_first_save(self) -> bool:
        """Do a few milliseconds of the first save's work in advance; return whether all of it is done."""
        return self._store.prepare_first_save()

    @property
    def may_have_external_changes(self) -> bool:
        """Whether another program may have written the file; one call of `stat`."""
        return not self.is_read_only and not self.is_saving and self._store.may_have_changed

    def merge_external_changes(self) -> ExternalChanges:
        """Merge what another program has written to the file, save the result, and return what changed.

        Apply the text in the editors first. A file that can't be read, such as a half-written one, is left
        alone and read again at the next call. One that was emptied is left to the next save.
        """
        self.finish_save()
        before = self.logbook
        try:
            conflicts = self._merge_file()
        except FileProblem as problem:
            return ExternalChanges(problem=str(problem))
        if self.logbook is not before or self._store.is_emptied:
            self.save_status = SaveStatus(SaveState.UNSAVED)
        if self.logbook is not before:
            self.save()
        return ExternalChanges(changed_companies(before, self.logbook), conflicts)

    def _merge_file(self) -> tuple[str, ...]:
        """Merge the file into the logbook in memory; return the conflicts, a sentence each.

        Raise FileProblem if the file can't be read.
        """
        reloaded = self._store.reload()
        return () if reloaded is None else self._merge(*reloaded)

    def _merge(self, base: Logbook | None, theirs: Logbook) -> tuple[str, ...]:
        """Merge another state of the file into the logbook, and return what the user should know of it."""
        from followup_tui.core.changes.inbox import FileInbox
        from followup_tui.core.merge.copies import merge_copy
        from followup_tui.core.merge.logbooks import Merged, merge
        from followup_tui.core.rules.joining import describe_positions

        def merge_into(logbook: Logbook) -> Merged:
            return merge_copy(logbook, theirs) if base is None else merge(base, logbook, theirs)

        before = self.logbook.interviews
        merged = merge_into(self.logbook)
        self._on_merge(lambda earlier: FileInbox().apply(merge_into(earlier).logbook))
        self.logbook = FileInbox().apply(theirs if merged.logbook == theirs else merged.logbook)
        changed = describe_positions(before, self.logbook.interviews)
        return (*(conflict.text for conflict in merged.conflicts), *changed)

    def merge_copies(self) -> ExternalChanges:
        """Merge the conflict copies of synchronisers and the recovery files of earlier runs.

        A copy is moved to the state folder and a recovery file is removed once the result is on the disk.
        """
        if self.is_read_only:
            return ExternalChanges()
        self.save()  # what this merges into the logbook is not a copy's
        before, conflicts, merged = self.logbook, [], []
        from followup_tui.storage.neighbours import neighbour_messages
        from followup_tui.storage.pending_merges import pending_merges

        for pending in pending_merges(self.paths):
            if pending.problem:
                conflicts.append(pending.problem)
            else:
                conflicts += self._merge(pending.base, pending.logbook)
                merged.append(pending)
        if self.logbook is not before:
            self.save_status = SaveStatus(SaveState.UNSAVED)
        if self.save().state is SaveState.SAVED:
            for pending in merged:
                with suppress(FileProblem):
                    pending.finish()
        conflicts += neighbour_messages(self.paths, self.logbook)
        return ExternalChanges(changed_companies(before, self.logbook), tuple(conflicts))

    def is_saved_as(self, data: bytes) -> bool:
        """Return whether `data` is the content of the file, as last read or written, and all is saved."""
        return self._is_saved and data == self._store.data

    def close(self, is_last_chance: bool = True) -> Path | None:
        """Save for the last time. If that fails, return the path of the recovery file, else None.

        `is_last_chance`: whether the folder for temporary files is tried as well, as on a signal; a user can
        be asked first. Raise FileProblem if nothing can be written anywhere.
        """
        if self.is_read_only or self.save().state is SaveState.SAVED:
            return None
        try:
            return self._store.write_recovery(self.logbook)
        except FileProblem:
            if not is_last_chance:
                raise
            return self._store.write_recovery(self.logbook, is_last_resort=True)

    def save_elsewhere(self, path: Path) -> None:
        """Write the logbook to a new file, for this user alone. Raise FileProblem."""
        self._store.write_elsewhere(self.logbook, path)

    def suggest_elsewhere(self) -> Path | None:
        """Return a path in the folder for temporary files, where the next start looks; None without one."""
        try:
            return temporary_path(self.paths)
        except FileProblem:
            return None

    @property
    def _is_saved(self) -> bool:
        return self.logbook is self._store.logbook and self.save_status.state is SaveState.SAVED
