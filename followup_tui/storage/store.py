"""One logbook and its file: what was last seen of it, and how what is in hand comes to the disk."""

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from time import monotonic

from followup_tui.core.model.logbook import FORMAT, Logbook
from followup_tui.storage import atomic as file
from followup_tui.storage.loading import BrokenFile, Opened, open_at, open_logbook
from followup_tui.storage.paths import Locations
from followup_tui.storage.recovery import Recovery, sweep
from followup_tui.storage.toml import reader as codec
from followup_tui.storage.toml.verify import NotProven, proven
from followup_tui.storage.toml.writer import interview_text

WARM_SECONDS = 0.004
"""How long the first save is prepared at a time, in seconds: where there are a thousand interviews, all of it
would hold up a key for a quarter of a second."""

Stamp = tuple[int, ...] | None
"""What `file.stamp` tells of the file."""


class Saver:
    """Saves a logbook again and again, and knows what stands in the file as long as nobody else writes it."""

    def __init__(self, locations: Locations, clock: Callable[[], datetime]) -> None:
        """Reads the file. Raises BrokenFile."""
        self._locations, self._clock = locations, clock
        self._stamp = file.stamp(locations.data)
        opened = open_at(locations)
        self._see(opened)
        self.notices = opened.notices
        """What was changed in reading, a line each."""
        self._cold = iter(self.seen.interviews)
        self._written: bytes | None = None
        self._recovery: Recovery | None = None

    def _see(self, opened: Opened) -> None:
        self.seen = self._as_found = opened.logbook
        """What the file holds, as far as is known."""
        self._on_disk = self._found = opened.data
        self.set_aside = opened.set_aside
        """Records that are wrong: written back as they are."""
        self.is_mended = opened.is_mended
        """Whether what was read is more than what stands there: git's two sides of a conflict became one."""
        if opened.is_mended:
            self._found = None

    @property
    def may_have_changed(self) -> bool:
        """Whether another program may have written the file; costs next to nothing to ask."""
        return file.stamp(self._locations.data) not in (self._stamp, None)

    def read_again(self) -> tuple[Logbook, Logbook] | None:
        """What the file held before, and holds now; None where it holds nothing new that counts.

        A file that is gone or empty does not count: nobody took away each line by hand; it is written anew.
        Raises FileProblem where it can't be read, or is of a newer format; it is read again the next time.
        """
        path, stamp = self._locations.data, file.stamp(self._locations.data)
        try:
            opened = open_logbook(path)
        except BrokenFile as broken:
            what = "was changed by another program and can't be read as it is"
            raise file.FileProblem(f"{path} {what}: {broken.lines[0]}") from None
        if opened.logbook.format > FORMAT:
            raise file.FileProblem(f"{path} was changed by a newer followup-tui; quit and update")
        self._stamp = stamp
        if opened.data == self._on_disk:
            return None
        before = self.seen
        if (opened.data or b"").strip():
            self._see(opened)
            return before, opened.logbook
        self._on_disk = opened.data
        return None

    def save(self, logbook: Logbook) -> None:
        """Brings `logbook` to the disk; it is there, whole, when this returns.

        Raises ChangedOnDisk where another program wrote the file: then `read_again`. Raises FileProblem.
        """
        data = self.text(logbook)
        self.written(logbook, data, self.write(data))

    def text(self, logbook: Logbook) -> bytes:
        """What is to be written of `logbook`. Raises FileProblem where that would not read as it is."""
        # All undone, the file is as it was found: with its comments, in the hand that wrote it.
        if logbook is self._as_found and self._found is not None:
            return self._found
        try:
            data = proven(logbook, self.set_aside, (self.seen, self._on_disk))
        except NotProven as problem:
            raise file.FileProblem(f"{self._locations.data} was not written: {problem}") from None
        if len(data) > file.MAX_BYTES:
            # It could not be read again.
            most = f"larger than {file.MAX_BYTES // 1024**2} MiB"
            raise file.FileProblem(f"{self._locations.data} would be {most}; take something out of it")
        return data

    def write(self, data: bytes) -> Stamp:
        """Does what has to do with the disk, and changes nothing else: it may be done beside.

        Until `written` is told, nothing else here may be called. Raises ChangedOnDisk, or FileProblem.
        """
        if data == self._on_disk:
            return self._stamp
        self._keep_comments(data)
        file.replace(self._locations.data, data, self._on_disk, self._locations.state, self._back_up)
        with suppress(file.FileProblem):
            sweep(self._locations)
        return file.stamp(self._locations.data)

    def written(self, logbook: Logbook, data: bytes, stamp: Stamp) -> None:
        """Takes note that `write` brought `data` of `logbook` to the disk; `stamp` is what it returned."""
        if data != self._on_disk:
            self._on_disk = self._written = data
            self._stamp = stamp
        self.seen = logbook
        if self._recovery is not None:
            self._recovery.discard()

    def is_on_disk(self, data: bytes) -> bool:
        """Whether `data` is what was last seen in the file, or written to it."""
        return data == self._on_disk

    def warm(self) -> bool:
        """Renders interviews for the first save, for WARM_SECONDS at most; whether all of them are done."""
        until = monotonic() + WARM_SECONDS
        for one in self._cold:
            interview_text(one)
            if monotonic() > until:
                return False
        return True

    def keep_unsaved(self, logbook: Logbook) -> Path:
        """Keeps what could not be saved in the state folder, for the next start; where.

        Raises FileProblem.
        """
        if self._recovery is None:
            self._recovery = Recovery(self._locations)
        data = codec.encode(logbook, self.set_aside).encode()
        self._recovery.keep(data, self._on_disk)
        return self._recovery.path

    def _back_up(self, replaced: bytes) -> None:
        """Keeps what is about to be replaced. Where that fails new notes come first: they are saved still."""
        from followup_tui.storage.backups import keep

        is_own, count = replaced == self._written, len(self.seen.interviews)
        try:
            keep(self._locations, replaced, self._clock(), is_own, count)
        except file.FileProblem:
            return

    def _keep_comments(self, data: bytes) -> None:
        """Keeps a copy of a file whose comments are about to be lost: TOML writers drop them."""
        if self._on_disk is self._written:
            return  # ours has none but ours
        if self._on_disk is not None and codec.has_comments(self._on_disk) and not codec.has_comments(data):
            stamp = self._clock().strftime("%Y%m%d-%H%M%S")
            name = f"with-comments-{stamp}-{self._locations.data.name}"
            file.keep_aside(self._locations.state, name, self._on_disk)
