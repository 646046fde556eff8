"""A note is appended to the logbook in place, under the lock of a save, and synced when the call returns.

Everything else that writes the file goes through `atomic`. This module imports next to nothing, to stay
fast; failures are explained by the modules that load and save.
"""

import os
import stat

from followup_tui.core.errors import failure
from followup_tui.storage.constants import END, MAX_BYTES, UPDATE, newer_format, too_large
from followup_tui.storage.lock import LockTimeout, lock_of
from followup_tui.storage.ownership import is_read_only
from followup_tui.storage.quick_scan import InterviewHead, scan

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from followup_tui.storage.lock import FileLock

MAX_ATTEMPTS = 5
"""How often a note is appended while another program, such as an editor, replaces the file by its own."""


class AppendError(Exception):
    """Nothing was written; the text says why, in one line."""


class MissingId(Exception):
    """Nothing was written: the interview has no id in the file by which an inbox line could name it."""

    def __init__(self, head: InterviewHead) -> None:
        """`head` is the interview, with the id that was made up for it."""
        super().__init__(head.id)
        self.head = head


def append_note(
    path: str, state: str, at: str, text: str, choose: "Callable[[list[InterviewHead]], InterviewHead]"
) -> InterviewHead:
    """Append `text` to the inbox for the interview that `choose` picks, and return that interview.

    `at` is the moment of the note (ISO, with offset), `text` is clean and not empty, `state` the folder of
    the lock. Raise AppendError, MissingId, or what `choose` raises; nothing is written in any of these cases.
    """
    try:
        real = os.path.realpath(path, strict=True)
    except OSError:
        return _refuse(path)
    try:
        lock = _acquire(state, real)
    except LockTimeout as error:
        raise AppendError(str(error)) from None
    except OSError as error:
        raise AppendError(failure(path, "locked", error)) from None
    try:
        for attempt in range(MAX_ATTEMPTS):
            handle = _open(path, real)
            try:
                data = _read(path, handle)
                chosen = _choose(path, state, data, choose)
                record = _record(at, chosen.id, text)
                # Another program may have copied the file with the note, and put the copy in its place.
                if not (attempt and record in data):
                    _append(path, handle, data, record)
                if _is_at(handle, real):
                    return chosen
            finally:
                os.close(handle)
    finally:
        lock.release()
    raise AppendError(f"{path} is being replaced by another program; note it again")


def _choose(
    path: str, state: str, data: bytes, choose: "Callable[[list[InterviewHead]], InterviewHead]"
) -> InterviewHead:
    """Return the interview that `choose` picks of those in the file. Raise MissingId, or what it raises."""
    heads = scan(data)
    chosen = choose(_load_heads(path, state) if heads is None else heads)
    if heads is None and chosen.id.encode() not in data:
        # An id that is made up from a record changes with its company or its time.
        raise MissingId(chosen)
    return chosen


def _is_at(handle: int, real: str) -> bool:
    """Return whether the open file is the one that `real` names."""
    try:
        return os.path.samestat(os.fstat(handle), os.stat(real))
    except OSError:
        return False


def _record(at: str, to: str, text: str) -> bytes:
    end = END.rstrip("\n")
    return f"\n[[inbox]]\nat = {at}\nto = {_quoted(to)}\ntext = {_quoted(text)}\n\n{end}\n".encode()


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\t", "\\t")
    return f'"""\n{escaped}"""' if "\n" in text else f'"{escaped}"'


def _refuse(path: str) -> InterviewHead:
    """Raise AppendError that says why there is no such file."""
    from pathlib import Path

    from followup_tui.storage.atomic import FileProblem, read

    try:
        read(Path(path))
    except FileProblem as problem:
        raise AppendError(str(problem)) from None
    raise AppendError(f"{path} does not exist yet; add an interview first: followup-tui new COMPANY")


def _load_heads(path: str, state: str) -> list[InterviewHead]:
    """Return the interviews of a file that the quick scan doesn't understand."""
    from pathlib import Path

    from followup_tui.core.model.logbook import FORMAT
    from followup_tui.storage.loading import BrokenFile, load
    from followup_tui.storage.paths import Paths

    try:
        logbook = load(Paths(Path(path), Path(state))).logbook
    except BrokenFile as broken:
        raise AppendError(str(broken)) from None
    if logbook.format > FORMAT:
        raise AppendError(f"{path}: {newer_format(logbook.format)}; {UPDATE}")
    return [
        InterviewHead(interview.id, interview.company, interview.held_at) for interview in logbook.interviews
    ]


def _acquire(state: str, real: str) -> "FileLock":
    """Return the lock of the file, taken; make the state folder if it is missing."""
    lock = lock_of(state, real)
    try:
        lock.acquire()
    except FileNotFoundError:
        from pathlib import Path

        from followup_tui.storage.atomic import make_folder

        make_folder(Path(state))
        lock.acquire()
    return lock


def _open(path: str, real: str) -> int:
    """Return a handle for reading and appending; raise AppendError where the file may not be written."""
    try:
        mode = os.stat(real).st_mode
        if not stat.S_ISREG(mode):
            _refuse(path)
        if is_read_only(real, mode):
            raise AppendError(f"{path} is read-only; make it writable (chmod u+w) and note it again")
        return os.open(real, os.O_RDWR | os.O_APPEND | os.O_CLOEXEC)
    except OSError as error:
        raise AppendError(failure(path, "opened", error)) from None


def _read(path: str, handle: int) -> bytes:
    """Return the whole file. Raise AppendError if it can't be read, or is too large for a logbook."""
    size = os.fstat(handle).st_size
    if size > MAX_BYTES:
        raise AppendError(too_large(path, "a logbook"))
    pieces = []
    try:
        while piece := os.read(handle, max(size, 1)):
            pieces.append(piece)
    except OSError as error:
        raise AppendError(failure(path, "read", error)) from None
    return b"".join(pieces)


def _append(path: str, handle: int, data: bytes, record: bytes) -> None:
    """Write a record after `data`, the whole file; where that fails, take back what was written of it."""
    if not data.endswith(b"\n"):
        record = b"\n" + record
    if len(data) + len(record) > MAX_BYTES:
        raise AppendError(f"{path} would be larger than {MAX_BYTES // 1024**2} MiB with that")
    try:
        view = memoryview(record)
        while view:
            view = view[os.write(handle, view) :]
        os.fsync(handle)
    except OSError as error:
        # Half a record would make the whole file unreadable.
        os.ftruncate(handle, len(data))
        raise AppendError(failure(path, "saved", error)) from None
