"""The store: a logbook's file, what it is known to hold, and how a logbook is written to it."""

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from time import monotonic
from typing import NamedTuple

from followup_tui.core.errors import failure
from followup_tui.core.model.logbook import FORMAT, Logbook
from followup_tui.storage import atomic, recovery
from followup_tui.storage.atomic import FileProblem
from followup_tui.storage.cache.reported_remarks import load_reported, mark_reported
from followup_tui.storage.constants import MAX_BYTES, short_digest
from followup_tui.storage.loading import BrokenFile, LoadedFile, line_of, load, load_file
from followup_tui.storage.paths import Paths
from followup_tui.storage.toml.reader import comments_in
from followup_tui.storage.toml.rejected import consequence
from followup_tui.storage.toml.verify import VerificationError, encode_verified
from followup_tui.storage.toml.writer import encode, interview_text

PREPARE_SECONDS = 0.004
"""For how long the first save is prepared at a time, in seconds. With a thousand interviews all of that work
would hold up a key for a quarter of a second."""


class Written(NamedTuple):
    """The result of a write."""

    fingerprint: tuple[int, ...] | None
    """What `atomic.fingerprint` returns of the file as it was written; None if that is not known."""
    warnings: tuple[str, ...] = ()
    """What its file system does not protect it from, a sentence each."""


class Store:
    """Writes a logbook again and again, and knows what is in the file as long as nobody else writes it."""

    def __init__(self, paths: Paths, clock: Callable[[], datetime]) -> None:
        """Read the file. Raise BrokenFile."""
        self._paths, self._clock = paths, clock
        self._fingerprint = atomic.fingerprint(paths.data)
        self._own_data: bytes | None = None
        """What this run wrote last."""
        loaded = load(paths)
        self._remember(loaded)
        self.messages = (
            *(f"{rejected}. {consequence(rejected).capitalize()}." for rejected in loaded.rejected),
            *loaded.messages,
        )
        """What is wrong with the file as it was read, a sentence each."""
        self._remarks = self._new_remarks(loaded)
        self._unrendered = iter(self.logbook.interviews)
        self._recovery_files: dict[bool, recovery.RecoveryFile] = {}
        """By whether it is the last resort, in the folder for temporary files."""

    def line_of(self, table: str, key: str) -> int | None:
        """Return the line on which a key of a table stood when the file was read; None if unknown."""
        return line_of(self._loaded_data, table, key)

    def _remember(self, loaded: LoadedFile) -> None:
        """Take over what was read as the state of the file that later saves start from."""
        self.logbook = self._as_loaded = loaded.logbook
        """What the file holds, as far as is known."""
        self.data = self._loaded_data = loaded.data
        """The content of the file, as last read or written."""
        self.rejected = loaded.rejected
        """Records that can't be used; they are written back as they are."""
        self.is_merged = loaded.is_merged
        """Whether the logbook is more than what is in the file: both sides of git's conflict markers."""
        if loaded.is_merged:
            self._loaded_data = None

    def _new_remarks(self, loaded: LoadedFile) -> dict[str, str]:
        """Return the remarks on the file that were not reported before, by the keys they are known by."""
        remarks = {short_digest(remark): remark for remark in loaded.remarks}
        if self.data is not None and (comments := comments_in(self.data)):
            copy = self._paths.state / f"with-comments-…-{self._paths.data.name}"
            dropped = "The next save drops the comments in the file"
            remarks[short_digest("\n".join(comments).encode())] = (
                f"{dropped}; a copy with them goes to {copy}."
            )
        if remarks:
            reported = load_reported(self._paths.data, self._paths.state)
            remarks = {key: remark for key, remark in remarks.items() if key not in reported}
        return remarks

    def pop_remarks(self) -> tuple[str, ...]:
        """Return what the user should know about the file though nothing is wrong, a sentence each.

        No later start returns them again.
        """
        remarks, self._remarks = self._remarks, {}
        mark_reported(self._paths.data, self._paths.state, remarks)
        return tuple(remarks.values())

    @property
    def may_have_changed(self) -> bool:
        """Whether another program may have written the file; one call of `stat`."""
        return atomic.fingerprint(self._paths.data) not in (self._fingerprint, None)

    @property
    def is_emptied(self) -> bool:
        """Whether another program has left nothing in the file of what it held."""
        return self.data is not None and not self.data.strip() and self.logbook != Logbook()

    def reload(self) -> tuple[Logbook, Logbook] | None:
        """Return what the file held before and what it holds now; None if there is nothing new in it.

        A file that is gone or empty is nothing new: nobody deletes every line by hand. It is written again.
        Raise FileProblem if the file can't be read or is of a newer format; it is read again the next time.
        """
        path, fingerprint = self._paths.data, atomic.fingerprint(self._paths.data)
        try:
            loaded = load_file(path)
        except BrokenFile as broken:
            what = "was changed by another program and can't be read as it is"
            raise FileProblem(f"{path} {what}: {broken.problems[0]}") from None
        if loaded.logbook.format > FORMAT:
            raise FileProblem(f"{path} was changed by a newer followup-tui; quit and update")
        self._fingerprint = fingerprint
        if loaded.data == self.data:
            return None
        before = self.logbook
        if (loaded.data or b"").strip():
            self._remember(loaded)
            return before, loaded.logbook
        self.data = loaded.data
        return None

    def save(self, logbook: Logbook) -> Written:
        """Write `logbook` to the file and sync it.

        Raise ChangedOnDisk if another program wrote the file (then call `reload`), or FileProblem.
        """
        data = self.render(logbook)
        written = self.write(data)
        self.mark_written(logbook, data, written)
        return written

    def render(self, logbook: Logbook) -> bytes:
        """Return the text of `logbook`. Raise FileProblem if it would not be read as that logbook again."""
        # With every change undone, the file is as it was loaded: with its comments and its own layout.
        if logbook is self._as_loaded and self._loaded_data is not None:
            return self._loaded_data
        try:
            data = encode_verified(logbook, self.rejected, (self.logbook, self.data))
        except VerificationError as problem:
            raise FileProblem(f"{self._paths.data} was not written: {problem}") from None
        if len(data) > MAX_BYTES:
            # It could not be read again.
            most = f"larger than {MAX_BYTES // 1024**2} MiB"
            raise FileProblem(f"{self._paths.data} would be {most}; take something out of it")
        return data

    def write(self, data: bytes) -> Written:
        """Write `data` to the file.

        It changes nothing in this object, so it can run in a thread. Until `mark_written` is called, call
        nothing else here. Raise ChangedOnDisk or FileProblem.
        """
        if data == self.data:
            return Written(self._fingerprint)
        self._copy_comments(data)
        paths = self._paths
        warnings = atomic.replace_if_unchanged(paths.data, data, self.data, paths.state, self._back_up)
        with suppress(FileProblem):
            recovery.remove_abandoned(paths)
        fingerprint = atomic.fingerprint(paths.data)
        with suppress(FileProblem):
            if atomic.read(paths.data) != data:
                fingerprint = None  # another program was quicker: these values are those of its text
        return Written(fingerprint, warnings)

    def mark_written(self, logbook: Logbook, data: bytes, written: Written) -> None:
        """Remember that `write` wrote `data`, the text of `logbook`, with the result `written`."""
        if data != self.data:
            self.data = self._own_data = data
            self._fingerprint = written.fingerprint
        self.logbook = logbook
        for copy in self._recovery_files.values():
            copy.discard()

    def prepare_first_save(self) -> bool:
        """Render interviews for the first save, for PREPARE_SECONDS at most; return whether all are done."""
        until = monotonic() + PREPARE_SECONDS
        for interview in self._unrendered:
            interview_text(interview)
            if monotonic() > until:
                return False
        return True

    def write_recovery(self, logbook: Logbook, *, is_last_resort: bool = False) -> Path:
        """Write what could not be saved to this run's recovery file; return its path. Raise FileProblem.

        `is_last_resort`: to one in the folder for temporary files, where nothing else can be written.
        """
        if is_last_resort not in self._recovery_files:
            new_path = recovery.temporary_path if is_last_resort else recovery.new_path
            self._recovery_files[is_last_resort] = recovery.RecoveryFile(new_path(self._paths))
        copy = self._recovery_files[is_last_resort]
        copy.write(self._unverified(logbook), self.data)
        return copy.path

    def write_elsewhere(self, logbook: Logbook, path: Path) -> None:
        """Write what could not be saved to a new file. Raise FileProblem."""
        try:
            atomic.write_new(path, self._unverified(logbook))
            if self.data is not None and recovery.is_temporary(self._paths, path):
                atomic.atomic_write(recovery.base_path(path), self.data)
        except FileExistsError:
            raise FileProblem(f"{path} already exists; name another file") from None
        except OSError as error:
            raise FileProblem(failure(path, "written", error)) from None

    def _unverified(self, logbook: Logbook) -> bytes:
        return encode(logbook, self.rejected).encode()

    def _back_up(self, replaced: bytes) -> None:
        """Back up what is about to be replaced. If that fails, the new text is saved anyway."""
        from followup_tui.storage.backups import make_backup

        is_own, count = replaced == self._own_data, len(self.logbook.interviews)
        with suppress(FileProblem):
            make_backup(self._paths, replaced, self._clock(), is_own, count)

    def _copy_comments(self, data: bytes) -> None:
        """Copy a file whose comments are about to be lost to the state folder: a TOML writer drops them."""
        is_found = self.data is not None and self.data is not self._own_data
        if is_found and self.data and comments_in(self.data) and not comments_in(data):
            name = f"with-comments-{self._clock():%Y%m%d-%H%M%S}-{self._paths.data.name}"
            atomic.write_copy(self._paths.state, name, self.data)
