"""Files are read whole and replaced whole.

The one exception is `inbox_append`, which appends a note to the logbook in place, under the same lock.

A save holds the lock, checks that the file is what was last read, writes a temporary file in the same folder,
syncs it, renames it over the file, and syncs the folder. Until the rename the old file is untouched.
"""

import contextlib
import os
import re
import stat
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from followup_tui.core.errors import failure
from followup_tui.storage.constants import MAX_BYTES, short_digest, too_large
from followup_tui.storage.lock import LockTimeout, lock_of
from followup_tui.storage.ownership import ForeignOwner, adopt_folder_owner, is_read_only, keep_owner

ABANDONED_SECONDS = 3600.0
"""The age at which a temporary file was left by a process that was killed, in seconds."""
GONE_SECONDS = 0.3
"""How long a save waits for a file that is gone or empty, in seconds."""


class FileProblem(Exception):
    """The file can't be read or written; the text says why, and what can be done."""


class ChangedOnDisk(FileProblem):
    """Another program wrote the file since it was last read; replacing it would lose that."""


def read(path: Path) -> bytes | None:
    """Return the content of the file; None if there is none yet.

    Raise FileProblem if it is not a regular file, too large, or can't be read.
    """
    try:
        kind = path.stat().st_mode
    except FileNotFoundError:
        if path.is_symlink() and not Path(os.path.realpath(path)).parent.is_dir():
            # Perhaps the disk is not plugged in: a new file there would be hidden when it is.
            raise FileProblem(f"{path} is a link to {path.readlink()}, which is not there") from None
        return None
    except OSError as error:
        raise FileProblem(failure(path, "opened", error)) from None
    if stat.S_ISDIR(kind):
        raise FileProblem(f"{path} is a folder; name a file, such as {path / 'logbook.toml'}")
    if not stat.S_ISREG(kind):
        raise FileProblem(f"{path} is not a regular file; name one that can be read and replaced")
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise FileProblem(failure(path, "read", error)) from None
    if len(data) > MAX_BYTES:
        raise FileProblem(too_large(path, "a logbook"))
    return data


def fingerprint(path: Path) -> tuple[int, ...] | None:
    """Return values of `stat` that change when the file is written, as a rule; None if there is no file."""
    try:
        status = path.stat()
    except OSError:
        return None
    return (status.st_ino, status.st_size, status.st_mtime_ns)


def replace_if_unchanged(
    path: Path,
    data: bytes,
    expected: bytes | None,
    state: Path,
    back_up: Callable[[bytes], None] | None = None,
) -> tuple[str, ...]:
    """Replace the content of the file with `data` if it still is `expected` (None: no file yet).

    A file that holds `data` already is left alone, as after a try that failed once it had replaced the file.
    `state` is the folder of the lock. Missing folders are made, for this user alone. The file keeps its mode;
    a new one is for this user alone. A link stays a link: its target is replaced. `back_up` is called with
    the old content right before; an exception of its own stops the save.

    Return what the file system does not protect the file from, a sentence each; as a rule there is nothing.
    Raise ChangedOnDisk or FileProblem; the old file is untouched in either case.
    """
    warnings = []
    with _errors_of_saving(path):
        real = _resolve(path)
        make_folder(real.parent)
        make_folder(state)
        with lock_of(state, real) as lock:
            if not lock.is_effective:
                warnings.append(f"{state} is on a file system without locks: save in one window at a time")
            current = _read_once_back(real, expected)
            if current == data:
                return tuple(warnings)
            if current != expected:
                raise ChangedOnDisk(f"{path} was changed by another program")
            mode = stat.S_IMODE(real.stat().st_mode) if real.exists() else 0o600
            if real.exists() and is_read_only(os.fspath(real), mode):
                raise FileProblem(f"{path} is read-only; make it writable (chmod u+w)")
            if back_up is not None and expected is not None:
                back_up(expected)
            remove_temporary_files(real.parent, f"{real.name}.")
            remove_temporary_files(state, older_than=ABANDONED_SECONDS)
            atomic_write(real, data, mode)
            with contextlib.suppress(OSError):  # the new text is in the file: it is not to fail any more
                if real.stat().st_mode & 0o077 & ~mode:
                    risk = "other users of this computer may be able to read it"
                    warnings.append(f"{real} is on a file system without permissions: {risk}")
    return tuple(warnings)


@contextlib.contextmanager
def _errors_of_saving(path: Path) -> Iterator[None]:
    """Raise what the operating system has against a save of `path` as FileProblem."""
    try:
        yield
    except LockTimeout as error:
        raise FileProblem(str(error)) from None
    except ForeignOwner as error:
        why = failure(path, "saved", error)
        raise FileProblem(f"{why}; save as that user, or make it yours (chown)") from None
    except OSError as error:
        # The new file is made in the folder: it is the folder that has to be writable.
        is_refused = isinstance(error, PermissionError) and error.filename is not None
        folder = f" in the folder {os.path.dirname(os.fspath(error.filename))}" if is_refused else ""
        raise FileProblem(failure(path, "saved", error) + folder) from None


def _read_once_back(path: Path, expected: bytes | None) -> bytes | None:
    """Return the content of a file; if it is gone or empty but was not, read it again a moment later.

    Other programs replace a file in two steps: written again in between, theirs would take its place.
    """
    data, end = read(path), time.monotonic() + GONE_SECONDS
    while not data and expected and time.monotonic() < end:
        time.sleep(GONE_SECONDS / 20)
        data = read(path)
    return data


def write_copy(folder: Path, name: str, data: bytes) -> Path:
    """Write `data` to a new file in `folder`, for this user alone, and return its path.

    Where another file has that name, a number is added. Raise FileProblem.
    """
    try:
        make_folder(folder)
        remove_temporary_files(folder, older_than=ABANDONED_SECONDS)
        for number in range(1000):
            path = folder / (name if number == 0 else f"{name}.{number}")
            try:
                write_new(path, data)
            except FileExistsError:
                if path.is_symlink() or read(path) != data:
                    continue
            return path
    except OSError as error:
        raise FileProblem(failure(folder, "written", error)) from None
    raise FileProblem(f"{folder} has a thousand files named {name}; move some away")


def _resolve(path: Path) -> Path:
    """Return the path with all links resolved. Raise OSError if a link can't be read."""
    try:
        # Without `strict`, a link that can't be read just now would be taken for the file, and replaced.
        return Path(os.path.realpath(path, strict=True))
    except FileNotFoundError:
        return Path(os.path.realpath(path))


def make_folder(folder: Path) -> None:
    """Make the folder and its parents where they are missing, for this user alone. Raise OSError."""
    if folder.is_dir():
        return
    make_folder(folder.parent)
    with contextlib.suppress(FileExistsError):
        folder.mkdir(mode=0o700)
        with contextlib.suppress(OSError):
            folder.chmod(0o700)  # in spite of the umask
        if os.geteuid() == 0 and (owner := folder.parent.stat()).st_uid != 0:
            os.chown(folder, owner.st_uid, owner.st_gid)
        sync_folder(folder.parent)


def state_folder(state: Path, path: Path) -> Path:
    """Return the folder within `state` for what belongs to one file, the same by whichever link it is named.

    Raise FileProblem if a link can't be resolved just now.
    """
    try:
        return state / short_digest(os.path.realpath(path))
    except OSError as error:
        raise FileProblem(failure(path, "followed", error)) from None


def remove_temporary_files(folder: Path, name: str = "", older_than: float = 0.0) -> None:
    """Remove temporary files that killed processes left: those for `name.`, or all if it is empty.

    Call it where no other process can be writing one: under the lock, or with an age in seconds.
    """
    beginning = re.escape(name) if name else r".*\."
    temporary = re.compile(rf"\.{beginning}[a-z0-9_]{{8}}\.tmp")
    with contextlib.suppress(OSError):
        for entry in os.listdir(folder):
            if temporary.fullmatch(entry):
                with contextlib.suppress(OSError):
                    if not older_than or os.lstat(folder / entry).st_mtime < time.time() - older_than:
                        os.unlink(folder / entry)


def _make_temporary(path: Path) -> tuple[int, str]:
    """Create a temporary file in the folder of `path`; return its handle and its name."""
    # The start writes nothing; with `shutil` and its archives this takes 2 ms of it.
    import tempfile

    return tempfile.mkstemp(prefix=f".{path.name}.", suffix=".tmp", dir=path.parent)


def atomic_write(real: Path, data: bytes, mode: int = 0o600) -> None:
    """Replace the file by renaming a synced temporary file over it. Raise OSError, or ForeignOwner."""
    replaced = real.stat() if real.exists() else None
    handle, name = _make_temporary(real)
    try:
        _write_through(handle, data, mode, real.parent, replaced)
        try:
            os.replace(name, real)
        except OSError:
            # Over a network a rename may be done and still be reported as failed.
            if os.path.lexists(name) or read(real) != data:
                raise
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(name)
        raise
    sync_folder(real.parent)


def write_new(path: Path, data: bytes) -> None:
    """Write a new file for this user alone; sync it. Raise FileExistsError if there is one, or OSError."""
    if os.path.lexists(path):
        raise FileExistsError
    handle, name = _make_temporary(path)
    try:
        _write_through(handle, data, 0o600, path.parent)
        _rename_to_new(name, path)
    finally:
        with contextlib.suppress(OSError):
            os.unlink(name)
    sync_folder(path.parent)


def _rename_to_new(name: str, path: Path) -> None:
    """Rename the file `name` to `path`, never over another file."""
    try:
        os.link(name, path)
    except FileExistsError:
        raise
    except OSError:
        # Some file systems have no links: reserve the name with an empty file first.
        os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
        os.replace(name, path)


def _write_through(
    handle: int, data: bytes, mode: int, folder: Path, replaced: os.stat_result | None = None
) -> None:
    """Write all of `data`, sync it, and close the handle."""
    try:
        if replaced is None:
            adopt_folder_owner(handle, os.fspath(folder))
        else:
            keep_owner(handle, replaced)
        # After the owner, since a change of owner takes bits away. Where modes are refused, only the mode is
        # lost.
        with contextlib.suppress(OSError):
            os.fchmod(handle, mode)
        view = memoryview(data)
        while view:
            view = view[os.write(handle, view) :]
        os.fsync(handle)
    finally:
        os.close(handle)


def sync_folder(folder: Path) -> None:
    """Sync the names in the folder, where the file system can."""
    # The file is complete by now; a file system that syncs no folders changes nothing about that.
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
