"""One logbook and its file: what was last seen of it, and how what is in hand comes to the disk."""

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from time import monotonic

from followup_tui.core.model.logbook import FORMAT, Logbook
from followup_tui.storage import atomic
from followup_tui.storage.loading import BrokenFile, LoadedFile, load, load_file
from followup_tui.storage.paths import Paths
from followup_tui.storage.recovery import Recovery, sweep
from followup_tui.storage.toml import reader
from followup_tui.storage.toml.verify import VerificationError, encode_verified
from followup_tui.storage.toml.writer import interview_text

PREPARE_SECONDS = 0.004
"""How long the first save is prepared at a time, in seconds: where there are a thousand interviews, all of it
would hold up a key for a quarter of a second."""

Fingerprint = tuple[int, ...] | None
"""What `atomic.fingerprint` tells of the file."""


class Store:
    """Saves a logbook again and again, and knows what stands in the file as long as nobody else writes it."""

    def __init__(self, paths: Paths, clock: Callable[[], datetime]) -> None:
        """Reads the file. Raises BrokenFile."""
        self._paths, self._clock = paths, clock
        self._fingerprint = atomic.fingerprint(paths.data)
        opened = load(paths)
        self._remember(opened)
        self.messages = opened.notices
        """What was changed in reading, a line each."""
        self._unrendered = iter(self.logbook.interviews)
        self._own_data: bytes | None = None
        self._recovery: Recovery | None = None

    def _remember(self, opened: LoadedFile) -> None:
        self.logbook = self._as_loaded = opened.logbook
        """What the file holds, as far as is known."""
        self._data = self._loaded_data = opened.data
        self.rejected = opened.rejected
        """Records that are wrong: written back as they are."""
        self.is_merged = opened.is_merged
        """Whether what was read is more than what stands there: git's two sides of a conflict became one."""
        if opened.is_merged:
            self._loaded_data = None

    @property
    def may_have_changed(self) -> bool:
        """Whether another program may have written the file; costs next to nothing to ask."""
        return atomic.fingerprint(self._paths.data) not in (self._fingerprint, None)

    def reload(self) -> tuple[Logbook, Logbook] | None:
        """What the file held before, and holds now; None where it holds nothing new that counts.

        A file that is gone or empty does not count: nobody took away each line by hand; it is written anew.
        Raises FileProblem where it can't be read, or is of a newer format; it is read again the next time.
        """
        path, fingerprint = self._paths.data, atomic.fingerprint(self._paths.data)
        try:
            opened = load_file(path)
        except BrokenFile as broken:
            what = "was changed by another program and can't be read as it is"
            raise atomic.FileProblem(f"{path} {what}: {broken.lines[0]}") from None
        if opened.logbook.format > FORMAT:
            raise atomic.FileProblem(f"{path} was changed by a newer followup-tui; quit and update")
        self._fingerprint = fingerprint
        if opened.data == self._data:
            return None
        before = self.logbook
        if (opened.data or b"").strip():
            self._remember(opened)
            return before, opened.logbook
        self._data = opened.data
        return None

    def save(self, logbook: Logbook) -> None:
        """Brings `logbook` to the disk; it is there, whole, when this returns.

        Raises ChangedOnDisk where another program wrote the file: then `reload`. Raises FileProblem.
        """
        data = self.render(logbook)
        self.mark_written(logbook, data, self.write(data))

    def render(self, logbook: Logbook) -> bytes:
        """What is to be written of `logbook`. Raises FileProblem where that would not read as it is."""
        # All undone, the file is as it was found: with its comments, in the hand that wrote it.
        if logbook is self._as_loaded and self._loaded_data is not None:
            return self._loaded_data
        try:
            data = encode_verified(logbook, self.rejected, (self.logbook, self._data))
        except VerificationError as problem:
            raise atomic.FileProblem(f"{self._paths.data} was not written: {problem}") from None
        if len(data) > atomic.MAX_BYTES:
            # It could not be read again.
            most = f"larger than {atomic.MAX_BYTES // 1024**2} MiB"
            raise atomic.FileProblem(f"{self._paths.data} would be {most}; take something out of it")
        return data

    def write(self, data: bytes) -> Fingerprint:
        """Does what has to do with the disk, and changes nothing else: it may be done beside.

        Until `mark_written` is told, nothing else here may be called. Raises ChangedOnDisk, or FileProblem.
        """
        if data == self._data:
            return self._fingerprint
        self._copy_with_comments(data)
        atomic.replace(self._paths.data, data, self._data, self._paths.state, self._back_up)
        with suppress(atomic.FileProblem):
            sweep(self._paths)
        return atomic.fingerprint(self._paths.data)

    def mark_written(self, logbook: Logbook, data: bytes, fingerprint: Fingerprint) -> None:
        """Takes note that `write` brought `data` of `logbook` to the disk; `stamp` is what it returned."""
        if data != self._data:
            self._data = self._own_data = data
            self._fingerprint = fingerprint
        self.logbook = logbook
        if self._recovery is not None:
            self._recovery.discard()

    def is_on_disk(self, data: bytes) -> bool:
        """Whether `data` is what was last seen in the file, or written to it."""
        return data == self._data

    def prepare_first_save(self) -> bool:
        """Render interviews for the first save, for PREPARE_SECONDS at most; return whether all are done."""
        until = monotonic() + PREPARE_SECONDS
        for one in self._unrendered:
            interview_text(one)
            if monotonic() > until:
                return False
        return True

    def write_recovery(self, logbook: Logbook) -> Path:
        """Keeps what could not be saved in the state folder, for the next start; where.

        Raises FileProblem.
        """
        if self._recovery is None:
            self._recovery = Recovery(self._paths)
        data = reader.encode(logbook, self.rejected).encode()
        self._recovery.keep(data, self._data)
        return self._recovery.path

    def _back_up(self, replaced: bytes) -> None:
        """Keeps what is about to be replaced. Where that fails new notes come first: they are saved still."""
        from followup_tui.storage.backups import keep

        is_own, count = replaced == self._own_data, len(self.logbook.interviews)
        try:
            keep(self._paths, replaced, self._clock(), is_own, count)
        except atomic.FileProblem:
            return

    def _copy_with_comments(self, data: bytes) -> None:
        """Keeps a copy of a file whose comments are about to be lost: TOML writers drop them."""
        if self._data is self._own_data:
            return  # ours has none but ours
        if self._data is not None and reader.has_comments(self._data) and not reader.has_comments(data):
            stamp = self._clock().strftime("%Y%m%d-%H%M%S")
            name = f"with-comments-{stamp}-{self._paths.data.name}"
            atomic.write_copy(self._paths.state, name, self._data)
