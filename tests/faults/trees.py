"""The files of a place, and what may be there after a fault: each as before or as after, whole."""

import os
import re
import stat
import time
from collections.abc import Iterator, Mapping
from pathlib import Path

from tests.faults.table import Wrong

Tree = Mapping[str, bytes | str]
"""The content of each file, or what a link points to, by path. Locks are not in it."""

_MADE = re.compile(r"(?<=/)[0-9a-f]{16}(?=/|$|\.(?:toml|base)$)")
_UNSAVED, _BACKUPS = "state/own/unsaved/", "state/own/backups/"


def tree(root: Path) -> Tree:
    """Return what is there now, by path from `root`."""
    return {
        name: os.readlink(path) if path.is_symlink() else path.read_bytes() for name, path in _files(root)
    }


def normalized(path: str) -> str:
    """Return the path with `own` for names that each folder and each run has other ones of."""
    return _MADE.sub("own", path)


def _files(root: Path) -> Iterator[tuple[str, Path]]:
    for folder, _, names in os.walk(root):
        for name in names:
            if not is_lock(name):
                path = Path(folder, name)
                yield normalized(str(path.relative_to(root))), path


def is_lock(path: str) -> bool:
    """Return whether it is a lock: made once, always empty, never removed."""
    return path.endswith(".lock")


def is_temporary(path: str) -> bool:
    """Return whether the name tells that the file is of no account to anybody."""
    return path.rpartition("/")[2].startswith(".") or path.endswith(".tmp")


def strays(now: Tree) -> list[str]:
    """Return the temporary files that are there."""
    return [path for path in now if is_temporary(path)]


def as_if_days_later(root: Path) -> None:
    """Make temporary files look two days old: those of today may belong to somebody."""
    then = time.time() - 2 * 24 * 3600
    for name, path in _files(root):
        if is_temporary(name):
            os.utime(path, (then, then))


def judge(
    now: Tree, before: Tree, after: Tree, acknowledged: bool, may_lack_backups: bool = False
) -> Iterator[Wrong]:
    """Yield what is wrong with `now`: each file must be as before or as after; once acknowledged, as after.

    `may_lack_backups`: where no backup can be made, new notes come first.
    """
    for path in sorted({*now, *before, *after}):
        if is_temporary(path):
            continue
        there, old, new = now.get(path), before.get(path), after.get(path)
        if there == new:
            continue
        name = _name(path)
        if path.startswith(_UNSAVED) and not acknowledged:
            # What can't be saved is kept there, with what it was made from, until it is.
            if there is not None and there not in (*before.values(), *after.values()):
                yield Wrong("corrupt", f"{name} is {_described(there)}, neither as before nor as after")
        elif path not in {*before, *after} and there in after.values():
            yield Wrong("other", f"a second copy: {name}")
        elif there != old:
            yield Wrong("corrupt", f"{name} is {_described(there)}, neither as before nor as after")
        elif may_lack_backups and path.startswith(_BACKUPS) and there is None:
            continue
        elif acknowledged and new is not None:
            # What should be gone and came back with a power cut is no loss.
            yield Wrong("lost", f"{name} is as before, though the change was acknowledged")


def sound(root: Path, before: Tree, after: Tree) -> Iterator[Wrong]:
    """Yield what is wrong after a run without faults: links must be kept, all be private, nothing be left."""
    for path, content in before.items():
        if isinstance(content, str) and after.get(path) != content:
            yield Wrong("lost", f"the link {path} is no link any more")
    for path in strays(after):
        yield Wrong("other", f"left behind: {_name(path)}")
    if after == before:
        yield Wrong("lost", "nothing was changed")
    for name, file in _files(root):
        if name not in before and stat.S_IMODE(file.lstat().st_mode) & 0o077:
            yield Wrong("other", f"{_name(name)} can be read by others")


def _name(path: str) -> str:
    return ".….tmp" if is_temporary(path) else path


def _described(content: bytes | str | None) -> str:
    if content is None:
        return "not there"
    return f"{len(content)} bytes long" if isinstance(content, bytes) else f"a link to {content}"
