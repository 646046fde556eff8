"""The file operations of a piece of code, numbered from 0: each can be the last one, or fail.

Everything that touches the watched folder by way of `os`, `open`, `pathlib` or `tempfile` passes here.
It is meant for a process of its own: nothing is put back.
"""

import builtins
import errno
import io
import os
import signal
import stat
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path
from typing import Any, NamedTuple

ASKING = ("stat", "lstat", "access", "listdir", "scandir", "readlink", "read")
"""Operations that change nothing."""
ON_PATHS = ("open", "chmod", "unlink", "remove", "rmdir", "mkdir", "truncate", "utime", *ASKING[:-1])
ON_TWO = ("replace", "rename", "link", "symlink")
ON_HANDLES = ("read", "write", "fsync", "fdatasync", "fchmod", "close", "ftruncate")
AUDITED = ("open", "os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.link", "os.symlink", "os.truncate")
"""What Python itself tells of, by whatever way it is done."""


class How(Enum):
    """What is done at an operation."""

    NOTHING = auto()
    KILL_BEFORE = auto()
    KILL_WITHIN = auto()
    """After half of a write."""
    KILL_AFTER = auto()
    FAIL = auto()
    """This one fails; a write after half of it."""
    FAIL_ON = auto()
    """This one and all that follow."""
    SHORT = auto()
    """From this one on, a write takes a third of what it is given."""
    MEET = auto()
    """Others have their turn before it."""


@dataclass(frozen=True, slots=True)
class Fault:
    """What happens at the operation of that number."""

    at: int = -1
    how: How = How.NOTHING
    error: int = 0
    """The errno of FAIL and FAIL_ON."""


class Step(NamedTuple):
    """An operation that was done."""

    name: str
    path: str
    to: str = ""
    """The second path of those that have two."""
    file: int = 0
    """Which file was made, written or synced: a number that stays with it under any name. 0: a folder."""
    content: bytes | None = None
    """All that is in the file after a write; None where nothing changed."""
    is_new: bool = False
    """Whether `open` made the file."""

    @property
    def is_change(self) -> bool:
        """Whether it changes anything, or could."""
        return self.name not in ASKING


class Disk:
    """Watches a folder from `watch` on."""

    def __init__(
        self, root: Path, fault: Fault | None = None, meet: Callable[[], None] = lambda: None
    ) -> None:
        self.steps: list[Step] = []
        self._root = str(root)
        self._fault = fault or Fault()
        self._meet = meet
        self._handles: dict[int, str] = {}
        self._files: dict[int, int] = {}
        self._watching = False
        self._is_inside = False
        self.missed: list[str] = []
        """What was done to the folder by ways that are not watched."""
        self._real = {name: getattr(os, name) for name in {*ON_PATHS, *ON_TWO, *ON_HANDLES}}
        self._real_open = io.open

    def watch(self) -> None:
        """Have every operation pass here from now on."""
        for name in self._real:
            setattr(os, name, self._traced(name))
        io.open = builtins.open = self._open_file
        sys.addaudithook(self._mind)
        self._watching = True

    def rest(self) -> None:
        """Let everything pass again."""
        self._watching = False

    def _mind(self, event: str, arguments: tuple[Any, ...]) -> None:
        if self._watching and not self._is_inside and event in AUDITED and arguments:
            place = arguments[0]
            if isinstance(place, str | bytes | os.PathLike) and self._path(place) is not None:
                self.missed.append(event)

    def _traced(self, name: str) -> Callable[..., Any]:
        def traced(*arguments: Any, **named: Any) -> Any:
            if not self._watching or not arguments:
                return self._real[name](*arguments, **named)
            place = arguments[1] if name == "symlink" else arguments[0]
            path = self._path(place)
            if path is None:
                return self._real[name](*arguments, **named)
            return self._do(name, path, arguments, named)

        return traced

    def _path(self, place: Any) -> str | None:
        """Return the watched path that is meant; None for all others."""
        if isinstance(place, int):
            return self._handles.get(place)
        path = os.fsdecode(os.fspath(place))
        return path if path == self._root or path.startswith(self._root + "/") else None

    def _do(self, name: str, path: str, arguments: tuple[Any, ...], named: dict[str, Any]) -> Any:
        number, fault = len(self.steps), self._fault
        was_there = name == "open" and self._is_there(path)
        step = Step(name, path, os.fsdecode(os.fspath(arguments[1])) if name in ON_TWO else "")
        self.steps.append(step)
        is_it = number == fault.at
        if is_it and fault.how is How.KILL_BEFORE:
            _die()
        if is_it and fault.how is How.MEET:
            self._watching = False
            self._meet()
            self._watching = True
        if is_it and fault.how is How.KILL_WITHIN:
            if name == "write":
                self._real["write"](arguments[0], bytes(arguments[1])[: len(arguments[1]) // 2])
            _die()
        if (is_it and fault.how is How.FAIL) or (
            fault.how is How.FAIL_ON and number >= fault.at >= 0 and _can_fail(step, arguments, fault.error)
        ):
            return self._fail(name, arguments, named, path)
        if name == "write" and fault.how is How.SHORT and number >= fault.at >= 0:
            arguments = (arguments[0], bytes(arguments[1])[: max(1, len(arguments[1]) // 3)])
        self._is_inside = True
        try:
            result = self._real[name](*arguments, **named)
            self._note(number, step, arguments, result, was_there)
            return result
        finally:
            self._is_inside = False
            if is_it and fault.how is How.KILL_AFTER:
                _die()

    def _fail(self, name: str, arguments: tuple[Any, ...], named: dict[str, Any], path: str) -> bool:
        if name == "access":
            return False
        if name == "write":
            self._real["write"](arguments[0], bytes(arguments[1])[: len(arguments[1]) // 2])
        if name == "close":
            # Linux closes the handle even where it tells an error.
            self._real["close"](*arguments, **named)
            self._handles.pop(arguments[0], None)
        raise OSError(self._fault.error, os.strerror(self._fault.error), path)

    def _note(
        self, number: int, step: Step, arguments: tuple[Any, ...], result: Any, was_there: bool
    ) -> None:
        """Remember which file it was, and what is in it now."""
        name = step.name
        if name == "open":
            self._handles[result] = step.path
            is_new = bool(arguments[1] & os.O_CREAT) and not was_there
            emptied = b"" if is_new or arguments[1] & os.O_TRUNC else None
            if is_new:
                self._files.pop(os.fstat(result).st_ino, None)
            step = step._replace(file=self._file(result), content=emptied, is_new=is_new)
        elif name == "close":
            self._handles.pop(arguments[0], None)
        elif name in ("fsync", "fdatasync"):
            step = step._replace(file=self._file(arguments[0]))
        elif name in ("write", "ftruncate", "truncate"):
            with suppress(OSError), self._unwatched(step.path) as file:
                step = step._replace(file=self._file(file.fileno()), content=file.read())
        elif name == "link":
            with suppress(OSError), self._unwatched(step.to) as file:
                step = step._replace(file=self._file(file.fileno()))
        self.steps[number] = step

    def _is_there(self, path: str) -> bool:
        with suppress(OSError):
            self._real["lstat"](path)
            return True
        return False

    def _unwatched(self, path: str) -> Any:
        return io.FileIO(self._real["open"](path, os.O_RDONLY))

    def _file(self, handle: int) -> int:
        """Return the number of the file; 0 for a folder."""
        about = os.fstat(handle)
        if stat.S_ISDIR(about.st_mode):
            return 0
        return self._files.setdefault(about.st_ino, 1 + len(self._files) + 1000 * len(self.steps))

    def _open_file(self, file: Any, mode: str = "r", buffering: int = -1, *rest: Any, **named: Any) -> Any:
        """Like `open`, but each operation passes through `os`."""
        if not self._watching or isinstance(file, int) or self._path(file) is None:
            return self._real_open(file, mode, buffering, *rest, **named)
        kinds = {
            "r": 0,
            "w": os.O_CREAT | os.O_TRUNC,
            "x": os.O_CREAT | os.O_EXCL,
            "a": os.O_CREAT | os.O_APPEND,
        }
        way = os.O_RDWR if "+" in mode else os.O_RDONLY if "r" in mode else os.O_WRONLY
        handle = os.open(
            file, way | kinds[next(letter for letter in mode if letter in kinds)] | os.O_CLOEXEC, 0o666
        )
        raw = _Raw(handle, way)
        buffered: Any = io.BufferedReader(raw) if way == os.O_RDONLY else io.BufferedWriter(raw)
        if "b" in mode:
            return raw if buffering == 0 else buffered
        return io.TextIOWrapper(buffered, *rest, **named)


class _Raw(io.RawIOBase):
    """A file of Python's whose every operation is one of `os`."""

    def __init__(self, handle: int, way: int) -> None:
        self._handle = handle
        self._way = way

    def readable(self) -> bool:
        return self._way != os.O_WRONLY

    def writable(self) -> bool:
        return self._way != os.O_RDONLY

    def fileno(self) -> int:
        return self._handle

    def readinto(self, room: Any) -> int:
        data = os.read(self._handle, len(room))
        room[: len(data)] = data
        return len(data)

    def write(self, data: Any) -> int:
        return os.write(self._handle, data)

    def close(self) -> None:
        if not self.closed:
            super().close()
            os.close(self._handle)


def _can_fail(step: Step, arguments: tuple[Any, ...], error: int) -> bool:
    """Return whether a lasting trouble of that kind reaches the operation: what is full can still be read."""
    makes = step.name == "open" and bool(arguments[1] & os.O_CREAT)
    if error == errno.ENOSPC:
        return makes or step.name in ("write", "mkdir", "link", "symlink", "fsync", "fdatasync")
    if error == errno.EROFS:
        return makes or (step.is_change and step.name not in ("open", "close", "fsync", "fdatasync"))
    if error == errno.EMFILE:
        return step.name in ("open", "listdir", "scandir")
    if error == errno.EACCES:
        return makes or step.name in ("mkdir", "replace", "rename", "link", "symlink", "unlink", "remove")
    return True


def _die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)
