"""The file on the disk: read whole, replaced whole, never written in place.

A save holds a lock beside our other files, looks whether the file still is what was last seen, writes a
temporary file next to it, syncs it, puts it in its place, and syncs the folder. Until the replacement is
done the old file stands untouched.
"""

import contextlib
import os
import re
import stat
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from followup_tui.storage.constants import LOCK_SECONDS as LOCK_SECONDS
from followup_tui.storage.constants import MAX_BYTES as MAX_BYTES
from followup_tui.storage.constants import lock_path, mark

LEFT_SECONDS = 3600.0
"""How old a temporary file is when whoever wrote it must have been killed, in seconds."""


class FileProblem(Exception):
    """The file can't be read or written; the text says why, and what can be done."""


class ChangedOnDisk(FileProblem):
    """Another program wrote the file since it was last seen; saving over it would lose that."""


def read(path: Path) -> bytes | None:
    """What is in the file; None where there is none yet.

    Raises FileProblem where it is no regular file, too large, or not to be read.
    """
    try:
        kind = path.stat().st_mode
    except FileNotFoundError:
        if path.is_symlink() and not Path(os.path.realpath(path)).parent.is_dir():
            # Such as one to a disk that is not plugged in: a new file there would be missed when it is.
            raise FileProblem(f"{path} is a link to {path.readlink()}, which is not there") from None
        return None
    except OSError as error:
        raise FileProblem(f"{path} can't be opened: {reason_of(error)}") from None
    if stat.S_ISDIR(kind):
        raise FileProblem(f"{path} is a folder; name a file, such as {path / 'logbook.toml'}")
    if not stat.S_ISREG(kind):
        raise FileProblem(f"{path} is no regular file; name one that can be read and replaced")
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise FileProblem(f"{path} can't be read: {reason_of(error)}") from None
    if len(data) > MAX_BYTES:
        raise FileProblem(f"{path} is larger than {MAX_BYTES // 1024**2} MiB; it can hardly be a logbook")
    return data


def fingerprint(path: Path) -> tuple[int, ...] | None:
    """What tells cheaply that the file may have changed; None where there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return (found.st_ino, found.st_size, found.st_mtime_ns)


def replace(
    path: Path,
    data: bytes,
    seen: bytes | None,
    state: Path,
    keep: Callable[[bytes], None] | None = None,
) -> None:
    """Puts `data` in place of the file, if it still holds what was `seen` (None: no file yet).

    `state` is the folder of the lock. Missing folders are made, for this user alone. The file keeps its
    mode; a new one is for this user alone. A link stays a link: what it points to is replaced. `keep` is
    given what is about to be replaced, once nothing else stands in the way; what it raises stops the save.

    Raises ChangedOnDisk, or FileProblem; the old file stands in either case.
    """
    try:
        real = _real(path)
        make_folder(real.parent)
        with _locked(real, state):
            if read(real) != seen:
                raise ChangedOnDisk(f"{path} was changed by another program")
            mode = stat.S_IMODE(real.stat().st_mode) if real.exists() else 0o600
            # Replacing needs no right to write the file, so its owner's wish has to be asked for.
            if not mode & 0o222 or (real.exists() and not os.access(real, os.W_OK)):
                raise FileProblem(f"{path} is read-only; make it writable (chmod u+w)")
            if keep is not None and seen is not None:
                keep(seen)
            sweep(real.parent, f"{real.name}.")
            sweep(state, older_than=LEFT_SECONDS)
            atomic_write(real, data, mode)
    except OSError as error:
        # A new file is written beside the old one: it is the folder that has to be writable.
        is_refused = isinstance(error, PermissionError) and error.filename is not None
        where = f" in the folder {os.path.dirname(os.fspath(error.filename))}" if is_refused else ""
        raise FileProblem(f"{path} can't be saved: {reason_of(error)}{where}") from None


def write_copy(folder: Path, name: str, data: bytes) -> Path:
    """Writes `data` to a new file in `folder`, for this user alone; never over another. Returns its path.

    Raises FileProblem.
    """
    try:
        make_folder(folder)
        sweep(folder, older_than=LEFT_SECONDS)
        for turn in range(1000):
            path = folder / (name if turn == 0 else f"{name}.{turn}")
            try:
                write_new(path, data, 0o600)
            except FileExistsError:
                if path.is_symlink() or read(path) != data:
                    continue
            return path
    except OSError as error:
        raise FileProblem(f"{folder} can't be written: {reason_of(error)}") from None
    raise FileProblem(f"{folder} holds a thousand files named {name}; move some away")


def _real(path: Path) -> Path:
    """Where the file is once links are followed. Raises OSError where that can't be told."""
    try:
        # Otherwise a link that can't be read just now would be taken for the file, and replaced.
        return Path(os.path.realpath(path, strict=True))
    except FileNotFoundError:
        return Path(os.path.realpath(path))


@contextlib.contextmanager
def _locked(real: Path, state: Path) -> Iterator[None]:
    # Imported here: reading needs no lock.
    from filelock import FileLock, Timeout

    # A lock on the file itself would be replaced with it.
    make_folder(state)
    lock = FileLock(lock_path(str(state), real), timeout=LOCK_SECONDS, mode=0o600)
    try:
        lock.acquire()
    except Timeout:
        raise FileProblem(f"another program is saving {real} and does not end") from None
    try:
        yield
    finally:
        lock.release()


def make_folder(folder: Path) -> None:
    """Makes the folder and those above it, for this user alone. Raises OSError."""
    if folder.is_dir():
        return
    make_folder(folder.parent)
    with contextlib.suppress(FileExistsError):
        folder.mkdir(mode=0o700)
        folder.chmod(0o700)  # whatever the umask took away
        sync_folder(folder.parent)


def state_folder(state: Path, path: Path) -> Path:
    """The folder within `state` of what is kept for the file; the same whichever link leads to it.

    Raises FileProblem where a link can't be followed just now.
    """
    try:
        return state / mark(os.path.realpath(path))
    except OSError as error:
        raise FileProblem(f"{path} can't be followed: {reason_of(error)}") from None


def sweep(folder: Path, name: str = "", older_than: float = 0.0) -> None:
    """Removes what killed processes left of the files that they were writing: of `name.` (of any, if empty).

    Only where nobody else can be writing one: under the lock of the file, or where they are `older_than` so
    many seconds.
    """
    beginning = re.escape(name) if name else r".*\."
    left = re.compile(rf"\.{beginning}[a-z0-9_]{{8}}\.tmp")
    with contextlib.suppress(OSError):
        for one in os.listdir(folder):
            if left.fullmatch(one):
                with contextlib.suppress(OSError):
                    if not older_than or os.lstat(folder / one).st_mtime < time.time() - older_than:
                        os.unlink(folder / one)


def atomic_write(real: Path, data: bytes, mode: int = 0o600) -> None:
    """Replaces the file by way of a temporary one next to it; whole and on the disk, or OSError."""
    handle, name = tempfile.mkstemp(prefix=f".{real.name}.", suffix=".tmp", dir=real.parent)
    try:
        _write_through(handle, data, mode)
        try:
            os.replace(name, real)
        except OSError:
            # A failure may be told though it is done: over a network, the answer can be lost.
            if os.path.lexists(name) or read(real) != data:
                raise
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(name)
        raise
    sync_folder(real.parent)


def write_new(path: Path, data: bytes, mode: int = 0o600) -> None:
    """Writes a new file, whole and on the disk; FileExistsError where there is one, or OSError."""
    if os.path.lexists(path):
        raise FileExistsError
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".tmp", dir=path.parent)
    try:
        _write_through(handle, data, mode)
        _put(name, path)
    finally:
        with contextlib.suppress(OSError):
            os.unlink(name)
    sync_folder(path.parent)


def _put(name: str, path: Path) -> None:
    """Gives the file `name` its place at `path`, never over another."""
    try:
        os.link(name, path)
    except FileExistsError:
        raise
    except OSError:
        # Some file systems know no links: the name is taken first, empty.
        os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
        os.replace(name, path)


def _write_through(handle: int, data: bytes, mode: int) -> None:
    """Writes all of `data` to the disk, and closes."""
    try:
        os.fchmod(handle, mode)
        _write_all(handle, data)
        os.fsync(handle)
    finally:
        os.close(handle)


def _write_all(handle: int, data: bytes) -> None:
    # os.write may write less than it was given.
    view = memoryview(data)
    while view:
        view = view[os.write(handle, view) :]


def sync_folder(folder: Path) -> None:
    """Brings the names in the folder to the disk, where the file system can."""
    # The file is in its place by now, whole; a file system that syncs no folders changes nothing in that.
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def reason_of(error: OSError) -> str:
    """What the system says of it, to stand in a sentence."""
    return (error.strerror or str(error)).lower()
