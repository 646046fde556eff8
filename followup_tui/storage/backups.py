"""Backups: what a save replaced, in the state folder, whole and for this user alone.

While somebody types, there is a save every half second: twenty backups would go back ten seconds.
So what this run wrote itself is kept only when the newest backup is at least a minute old; what it found
(what stood there at its start, what another program wrote) is kept always. Of all these the last 20 stay,
and the last of each of 30 days. They are copies, not links: an editor that writes in place would change a
link, too, and a link could not be for this user alone where the file is not.
"""

import re
from datetime import UTC, datetime, timedelta
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

from followup_tui.storage import atomic
from followup_tui.storage.paths import Paths
from followup_tui.storage.toml import reader
from followup_tui.storage.toml.salvage import salvage

LAST, DAYS = 20, 30
"""How many backups stay, and for how many days one a day (ours)."""
SECONDS_BETWEEN = 60
"""The least time between two backups of what one run wrote, in seconds (ours)."""
_NAME = re.compile(r"(\d{8}-\d{6})Z-(\d+|unreadable)-([0-9a-f]{16})\.toml")
_STAMP = "%Y%m%d-%H%M%S"


class Backup(NamedTuple):
    """One backup."""

    path: Path
    at: datetime
    """When it was replaced, in UTC."""
    size: int
    """In bytes."""
    interviews: int | None
    """How many there are in it; None where it could not be read even when it was made."""

    def read(self) -> bytes:
        """What is in it. Raises FileProblem where that is not what was put there."""
        data = atomic.read(self.path)
        if data is None:
            raise atomic.FileProblem(f"{self.path} is gone; choose another backup")
        if _digest(data) not in self.path.name:
            raise atomic.FileProblem(f"{self.path} was damaged or changed; choose another backup")
        return data


def backups(paths: Paths) -> tuple[Backup, ...]:
    """The backups of the logbook, newest first; none where there are none, or none to be read."""
    found = []
    try:
        for path in _folder(paths).iterdir():
            if match := _NAME.fullmatch(path.name):
                at = datetime.strptime(match[1], _STAMP).replace(tzinfo=UTC)
                count = int(match[2]) if match[2].isdecimal() else None
                found.append(Backup(path, at, path.stat().st_size, count))
    except (OSError, ValueError, atomic.FileProblem):
        pass  # those that can be read
    return tuple(sorted(found, key=_age, reverse=True))


def number_of(paths: Paths, data: bytes) -> int | None:
    """Which of the backups holds `data`, the newest being 1; None where none does.

    What was replaced last need not be the newest: the clock may have been set back.
    """
    digest = _digest(data)
    return next((n for n, one in enumerate(backups(paths), 1) if digest in one.path.name), None)


def keep(
    paths: Paths, data: bytes, now: datetime, is_own: bool = False, interviews: int | None = None
) -> None:
    """Makes a backup of `data`, which is about to be replaced, and removes those that are too many.

    `is_own`: whether this run wrote it. `interviews`: how many are in it where that is known, because it was
    read or parsed back; else it is read here. To be called under the lock of the file (`atomic.replace`).

    Raises FileProblem.
    """
    atomic.sweep(_folder(paths))
    before = backups(paths)
    now = now.astimezone(UTC)
    if is_own and before and timedelta() <= now - before[0].at < timedelta(seconds=SECONDS_BETWEEN):
        return
    if before and _digest(data) in before[0].path.name:
        return
    if interviews is None:
        interviews = _count(data)
    count = "unreadable" if interviews is None else str(interviews)
    path = _folder(paths) / f"{now.strftime(_STAMP)}Z-{count}-{_digest(data)}.toml"
    try:
        atomic.make_folder(path.parent)
        atomic.atomic_write(path, data)
    except OSError as error:
        raise atomic.FileProblem(f"{path} can't be written: {atomic.reason_of(error)}") from None
    for old in _too_many(backups(paths)):
        if old.path != path:
            old.path.unlink(missing_ok=True)


def restore(paths: Paths, backup: Backup, seen: bytes | None, now: datetime) -> bytes:
    """Puts a backup in the place of the file, which becomes a backup itself, readable or not; what it holds.

    `seen` is what the file held when the user chose (None: no file). To undo it, restore the newest backup.

    Raises ChangedOnDisk where the file holds something else by now, or FileProblem; then nothing is changed.
    """
    data = backup.read()
    try:
        salvage(data)
    except reader.Unreadable as error:
        first = error.problems[0]
        raise atomic.FileProblem(f"{backup.path} can't be used: {first}; choose another backup") from None
    if data != seen:
        atomic.replace(paths.data, data, seen, paths.state, lambda replaced: keep(paths, replaced, now))
    return data


def _folder(paths: Paths) -> Path:
    return atomic.state_folder(paths.state, paths.data) / "backups"


def _too_many(newest_first: tuple[Backup, ...]) -> list[Backup]:
    """Those that are neither among the last 20 nor the last of one of the last 30 days that have one."""
    days: dict[str, Backup] = {}
    for one in newest_first:
        days.setdefault(one.path.name[:8], one)
    stay = {*newest_first[:LAST], *list(days.values())[:DAYS]}
    return [one for one in newest_first if one not in stay]


def _age(backup: Backup) -> tuple[datetime, int]:
    return backup.at, backup.path.stat().st_mtime_ns


def _count(data: bytes) -> int | None:
    if not data.strip():
        return 0
    try:
        return len(salvage(data).logbook.interviews)
    except reader.Unreadable:
        return None


def _digest(data: bytes) -> str:
    return blake2b(data, digest_size=8).hexdigest()
