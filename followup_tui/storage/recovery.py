"""What could not be saved, kept in the state folder until it is: one file for each run.

Beside it stands the content of the logbook from which the text was made: the base of the merge at the next
start. No other content will do as one: what a text has never seen would look deleted in it.
"""

import contextlib
import os
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from followup_tui.storage import atomic
from followup_tui.storage.paths import Paths

if TYPE_CHECKING:
    from filelock import FileLock


class UnsavedCopy(NamedTuple):
    """What a run that is over could not save."""

    path: Path
    data: bytes
    base: bytes | None
    """What the logbook held when this was made from it; None where that is not known."""


class Recovery:
    """The recovery file of this run. Nothing is written until something has to be kept."""

    def __init__(self, paths: Paths) -> None:
        self._folder = _folder(paths)
        self._path = self._folder / f"{os.urandom(8).hex()}.toml"
        self._lock: "FileLock | None" = None  # noqa: UP037
        self._base: bytes | None = None

    @property
    def path(self) -> Path:
        """Where it is, or would be."""
        return self._path

    def keep(self, data: bytes, base: bytes | None) -> None:
        """Keeps what could not be saved in place of what was kept before; on the disk when it returns.

        `base` is what the logbook held when `data` was made from it; None where there was no file.

        Raises FileProblem; what was kept before is still there.
        """
        from filelock import FileLock

        try:
            atomic.make_folder(self._folder)
            if self._lock is None:
                # Held as long as this run lives, so that no other takes its text for one left behind.
                lock = FileLock(self._path.with_suffix(".lock"), timeout=0, mode=0o600)
                lock.acquire()
                self._lock = lock
            for suffix in (".toml", ".base"):
                atomic.sweep(self._folder, f"{self._path.stem}{suffix}.")
            atomic.atomic_write(self._path, data)
            # Last: an older base is as good; in a text older than its base, things would look deleted.
            if base is not None and base != self._base:
                atomic.atomic_write(self._path.with_suffix(".base"), base)
                self._base = base
        except OSError as error:
            raise atomic.FileProblem(f"{self._folder} can't be written: {atomic.reason_of(error)}") from None

    def discard(self) -> None:
        """Removes it: all is saved."""
        if self._lock is not None:
            _remove(self._path)
            self._lock.release()
            self._lock, self._base = None, None


def find_unsaved(paths: Paths) -> tuple[UnsavedCopy, ...]:
    """What runs that are over could not save, oldest first."""
    try:
        if not _folder(paths).is_dir():
            return ()
    except atomic.FileProblem:
        return ()
    from filelock import FileLock, Timeout

    found: list[tuple[int, UnsavedCopy]] = []
    with contextlib.suppress(OSError):
        for path in sorted(_folder(paths).glob("*.toml")):
            lock = FileLock(path.with_suffix(".lock"), timeout=0, mode=0o600)
            with contextlib.suppress(OSError, atomic.FileProblem, Timeout), lock:
                data, base = atomic.read(path), atomic.read(path.with_suffix(".base"))
                if data is not None:
                    found.append((path.stat().st_mtime_ns, UnsavedCopy(path, data, base)))
    return tuple(one for _, one in sorted(found, key=lambda pair: (pair[0], pair[1].path)))


def discard(unsaved: UnsavedCopy) -> None:
    """Removes what is in the logbook by now, or what the user does not want."""
    _remove(unsaved.path)


def sweep(paths: Paths) -> None:
    """Removes what killed processes were writing here long ago."""
    atomic.sweep(_folder(paths), older_than=atomic.LEFT_SECONDS)


def _folder(paths: Paths) -> Path:
    return atomic.state_folder(paths.state, paths.data) / "unsaved"


def _remove(path: Path) -> None:
    # The text first: a base without its text is nothing, a text without its base is merged with more care.
    for suffix in (".toml", ".base", ".lock"):
        with contextlib.suppress(OSError):
            os.unlink(path.with_suffix(suffix))
    for suffix in (".toml", ".base"):
        atomic.sweep(path.parent, f"{path.stem}{suffix}.")
    atomic.sync_folder(path.parent)
