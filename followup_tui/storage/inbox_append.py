"""Adding a note to the end of the file: in place, under the same lock as a save, on the disk when it returns.

It imports next to nothing, because `note` is to be as quick as a thought. What stands in the way is found and
put into words by the modules that read and save.
"""

import errno
import fcntl
import os
import stat
import time

from followup_tui.storage.constants import END, LOCK_SECONDS, MAX_BYTES, lock_path
from followup_tui.storage.quick_scan import InterviewHead, scan

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

_POLL_SECONDS = 0.02


class AppendError(Exception):
    """Nothing was written; the text says why, in one line."""


class MissingId(Exception):
    """Nothing was written: the file has no id by which a line of the inbox would find its interview again."""

    def __init__(self, head: InterviewHead) -> None:
        super().__init__(head.id)
        self.head = head


def append_note(
    path: str, state: str, at: str, text: str, choose: "Callable[[list[InterviewHead]], InterviewHead]"
) -> InterviewHead:
    """Adds `text`, noted `at` (ISO, with offset), to the inbox for the interview that `choose` picks.

    `text` is clean and not empty. `state` is the folder of the lock. Returns the interview.

    Raises AppendError, MissingId, and what `choose` raises; nothing is written in either case.
    """
    try:
        real = os.path.realpath(path, strict=True)
    except OSError:
        return _refuse(path)
    try:
        lock = _lock(state, real)
    except OSError as error:
        raise AppendError(f"{path} can't be locked: {_reason(error)}") from None
    try:
        handle = _open(path, real)
        try:
            data = _read(path, handle)
            heads = scan(data)
            chosen = choose(_read_in_full(path, state) if heads is None else heads)
            if heads is None and chosen.id.encode() not in data:
                # What is made up for a record without one is another once its company or its time is.
                raise MissingId(chosen)
            record = _record(at, chosen.id, text)
            if not data.endswith(b"\n"):
                record = b"\n" + record
            if len(data) + len(record) > MAX_BYTES:
                raise AppendError(f"{path} would be larger than {MAX_BYTES // 1024**2} MiB with that")
            _append(path, handle, len(data), record)
        finally:
            os.close(handle)
    finally:
        os.close(lock)
    return chosen


def _record(at: str, to: str, text: str) -> bytes:
    end = END.rstrip("\n")
    return f"\n[[inbox]]\nat = {at}\nto = {_quoted(to)}\ntext = {_quoted(text)}\n\n{end}\n".encode()


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\t", "\\t")
    return f'"""\n{escaped}"""' if "\n" in text else f'"{escaped}"'


def _refuse(path: str) -> InterviewHead:
    """Says why there is no such file."""
    from pathlib import Path

    from followup_tui.storage import atomic

    try:
        atomic.read(Path(path))
    except atomic.FileProblem as problem:
        raise AppendError(str(problem)) from None
    raise AppendError(f"{path} is not there yet; add an interview first: followup-tui new COMPANY")


def _read_in_full(path: str, state: str) -> list[InterviewHead]:
    from pathlib import Path

    from followup_tui.core.model.logbook import FORMAT
    from followup_tui.storage.loading import BrokenFile, load
    from followup_tui.storage.paths import Paths

    try:
        logbook = load(Paths(Path(path), Path(state))).logbook
    except BrokenFile as broken:
        raise AppendError(str(broken)) from None
    if logbook.format > FORMAT:
        newer = f"a newer followup-tui wrote it (format {logbook.format})"
        raise AppendError(f"{path}: {newer}; update to change it")
    return [InterviewHead(one.id, one.company, one.held_at) for one in logbook.interviews]


def _lock(state: str, real: str) -> int:
    """Takes the lock that a save takes: the same file, locked in the same way. Returns its handle.

    Raises AppendError, or OSError.
    """
    name = lock_path(state, real)
    until = time.monotonic() + LOCK_SECONDS
    while True:
        try:
            handle = os.open(name, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW, 0o600)
        except FileNotFoundError:
            from pathlib import Path

            from followup_tui.storage.atomic import make_folder

            make_folder(Path(state))
            continue
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            # Whoever held it may have removed it on letting go.
            if os.path.samestat(os.fstat(handle), os.stat(name)):
                return handle
        except FileNotFoundError:
            pass
        except OSError as error:
            if error.errno not in (errno.EACCES, errno.EAGAIN):
                os.close(handle)
                raise
        os.close(handle)
        if time.monotonic() > until:
            raise AppendError(f"another program is saving {real} and does not end")
        time.sleep(_POLL_SECONDS)


def _open(path: str, real: str) -> int:
    try:
        kind = os.stat(real).st_mode
        if not stat.S_ISREG(kind):
            _refuse(path)
        # The system lets its owner's wish be ignored by some; we don't.
        if not kind & 0o222 or not os.access(real, os.W_OK):
            raise AppendError(f"{path} is read-only; make it writable (chmod u+w) and note it again")
        return os.open(real, os.O_RDWR | os.O_APPEND | os.O_CLOEXEC)
    except OSError as error:
        raise AppendError(f"{path} can't be opened: {_reason(error)}") from None


def _read(path: str, handle: int) -> bytes:
    size = os.fstat(handle).st_size
    if size > MAX_BYTES:
        raise AppendError(f"{path} is larger than {MAX_BYTES // 1024**2} MiB; it can hardly be a logbook")
    pieces = []
    try:
        while piece := os.read(handle, max(size, 1)):
            pieces.append(piece)
    except OSError as error:
        raise AppendError(f"{path} can't be read: {_reason(error)}") from None
    return b"".join(pieces)


def _append(path: str, handle: int, size: int, record: bytes) -> None:
    try:
        view = memoryview(record)
        while view:
            view = view[os.write(handle, view) :]
        os.fsync(handle)
    except OSError as error:
        # Half a record would make the whole file unreadable.
        os.ftruncate(handle, size)
        raise AppendError(f"{path} can't be saved: {_reason(error)}") from None


def _reason(error: OSError) -> str:
    return (error.strerror or str(error)).lower()
