"""Recovery files: what a run could not save, in the state folder until it is saved; one for each run.

On the last exit, where the state folder is full as well, the file goes to the folder for temporary files.

Next to the text of the logbook is the content of the file from which it was made: the base of the merge at
the next start. With any other base, what that has and the text lacks would count as deleted.
"""

import contextlib
import os
import stat
from pathlib import Path
from typing import NamedTuple

from followup_tui.core.errors import failure, reason_of
from followup_tui.storage import atomic
from followup_tui.storage.lock import FileLock, LockTimeout
from followup_tui.storage.paths import Paths


class UnsavedCopy(NamedTuple):
    """What an earlier run could not save."""

    path: Path
    data: bytes
    base: bytes | None
    """What the file held when `data` was made from it; None if that is not known."""


class RecoveryFile:
    """The recovery file of this run. It is not written before something can't be saved."""

    def __init__(self, path: Path) -> None:
        """Take a path from `new_path` or `temporary_path`; write nothing yet."""
        self.path = path
        self._folder = path.parent
        self._lock: FileLock | None = None
        self._base: bytes | None = None

    def write(self, data: bytes, base: bytes | None) -> None:
        """Replace the recovery file with `data` and sync it.

        `base` is what the logbook's file held when `data` was made from it; None if there was no file. Raise
        FileProblem; the recovery file is as it was before in that case.
        """
        try:
            atomic.make_folder(self._folder)
            if self._lock is None:
                # Held as long as this run lives, so that no other run merges and removes its file.
                self._lock = _lock_of(self.path)
                with contextlib.suppress(OSError):  # on a full disk there may be no lock, either
                    self._lock.acquire(0)
            for suffix in (".toml", ".base"):
                atomic.remove_temporary_files(self._folder, f"{self.path.stem}{suffix}.")
            atomic.atomic_write(self.path, data)
            # Last: an older base is as good; in a text older than its base, records would seem deleted.
            if base is not None and base != self._base:
                atomic.atomic_write(base_path(self.path), base)
                self._base = base
        except LockTimeout as error:
            raise atomic.FileProblem(str(error)) from None
        except OSError as error:
            raise atomic.FileProblem(failure(self._folder, "written", error)) from None

    def discard(self) -> None:
        """Remove it: everything is saved."""
        if self._lock is not None:
            remove(self.path)
            self._lock.release()
            self._lock, self._base = None, None


def new_path(paths: Paths) -> Path:
    """Return a new path for a recovery file in the state folder. Raise FileProblem."""
    return _folder(paths) / f"{os.urandom(8).hex()}.toml"


def _temporary_folder() -> Path:
    """Return the folder for temporary files. Raise OSError if not one can be written."""
    import tempfile  # not needed by the start

    return Path(tempfile.gettempdir())


def temporary_path(paths: Paths) -> Path:
    """Return a new path for a recovery file in the folder for temporary files, where the next start looks,
    too.

    Raise FileProblem.
    """
    try:
        folder = _temporary_folder()
    except OSError as error:  # not one folder can be written
        raise atomic.FileProblem(f"there is no folder for temporary files: {reason_of(error)}") from None
    return folder / f"{_temporary_prefix(paths)}{os.urandom(8).hex()}.toml"


def is_temporary(paths: Paths, path: Path) -> bool:
    """Return whether `path` may be one of `temporary_path`: the next start merges what it finds there."""
    return path.parent == _temporary_folder() and path.name.startswith(_temporary_prefix(paths))


def base_path(path: Path) -> Path:
    """Return the path of the base of a recovery file."""
    return path.with_suffix(".base")


def find_unsaved(paths: Paths) -> tuple[UnsavedCopy, ...]:
    """Return the recovery files of runs that are over, oldest first."""
    copies: list[tuple[int, UnsavedCopy]] = []
    for path in _recovery_files(paths):
        lock = _lock_of(path)
        with contextlib.suppress(OSError, atomic.FileProblem, LockTimeout):
            lock.acquire(0)
            data, base = atomic.read(path), atomic.read(base_path(path))
            if data is not None:
                copies.append((path.stat().st_mtime_ns, UnsavedCopy(path, data, base)))
        lock.release()
    return tuple(unsaved for _, unsaved in sorted(copies, key=lambda pair: (pair[0], pair[1].path)))


def _recovery_files(paths: Paths) -> list[Path]:
    files: list[Path] = []
    with contextlib.suppress(OSError, atomic.FileProblem):
        files += sorted(_folder(paths).glob("*.toml"))
    with contextlib.suppress(OSError, atomic.FileProblem):
        pattern = f"{_temporary_prefix(paths)}*.toml"
        files += [path for path in sorted(_temporary_folder().glob(pattern)) if _is_our_own(path)]
    return files


def _is_our_own(path: Path) -> bool:
    """Return whether this user made the file: everybody may write to the folder for temporary files."""
    status = path.lstat()
    return stat.S_ISREG(status.st_mode) and status.st_uid == os.geteuid()


def _temporary_prefix(paths: Paths) -> str:
    return f"followup-tui-{_folder(paths).parent.name}-"


def remove_abandoned(paths: Paths) -> None:
    """Remove what killed processes left in the folder of recovery files long ago."""
    atomic.remove_temporary_files(_folder(paths), older_than=atomic.ABANDONED_SECONDS)


def _lock_of(path: Path) -> FileLock:
    return FileLock(str(path.with_suffix(".lock")), path)


def _folder(paths: Paths) -> Path:
    return atomic.state_folder(paths.state, paths.data) / "unsaved"


def remove(path: Path) -> None:
    """Remove a recovery file: it was merged, or all of it is saved."""
    # The text first: a base without its text is nothing; a text without its base is still merged, with care.
    for suffix in (".toml", ".base", ".lock"):
        with contextlib.suppress(OSError):
            os.unlink(path.with_suffix(suffix))
    for suffix in (".toml", ".base"):
        atomic.remove_temporary_files(path.parent, f"{path.stem}{suffix}.")
    atomic.sync_folder(path.parent)
