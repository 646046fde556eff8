"""Backups: the content that a save replaced, in the state folder, for this user alone.

While somebody types, there is a save every half second: twenty backups would go back ten seconds. So what
this run wrote itself is backed up only if the newest backup is at least a minute old; what it found (at its
start, or written by another program) always is. The last 20 backups stay, and the last one of each of 30
days. They are copies, not links: an editor that writes in place would change a link, too.
"""

import re
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from followup_tui.core.errors import failure
from followup_tui.storage import atomic
from followup_tui.storage.atomic import FileProblem
from followup_tui.storage.constants import short_digest
from followup_tui.storage.paths import Paths
from followup_tui.storage.toml.reader import Unreadable
from followup_tui.storage.toml.salvage import salvage

LAST, DAYS = 20, 30
"""How many backups stay, and for how many days the last one of the day does (ours)."""
SECONDS_BETWEEN = 60
"""The least time between two backups of what one run wrote, in seconds (ours)."""
_NAME = re.compile(r"(\d{8}-\d{6})Z-(\d+|unreadable)-([0-9a-f]{16})\.toml")
"""The name of a backup: its time in UTC, the number of its interviews, a digest of its content."""
_TIME_FORMAT = "%Y%m%d-%H%M%S"


class Backup(NamedTuple):
    """A backup."""

    path: Path
    at: datetime
    """When the content was replaced, in UTC."""
    size: int
    """In bytes."""
    interviews: int | None
    """How many interviews it holds; None if it was unreadable when it was made."""

    def read(self) -> bytes:
        """Return its content. Raise FileProblem if that is not what was backed up."""
        data = atomic.read(self.path)
        if data is None:
            raise FileProblem(f"{self.path} no longer exists; choose another backup")
        if short_digest(data) not in self.path.name:
            raise FileProblem(f"{self.path} was damaged or changed; choose another backup")
        return data


def list_backups(paths: Paths) -> tuple[Backup, ...]:
    """Return the backups of the logbook, newest first; none if their folder can't be read."""
    backups: list[tuple[datetime, int, Backup]] = []
    with suppress(OSError, FileProblem):
        for path in _folder(paths).iterdir():
            # One that is gone by now, or is not a file of ours, hides none of the others.
            with suppress(OSError, ValueError):
                if (match := _NAME.fullmatch(path.name)) and path.is_file():
                    at = datetime.strptime(match[1], _TIME_FORMAT).replace(tzinfo=UTC)
                    count = int(match[2]) if match[2].isdecimal() else None
                    status = path.stat()
                    backups.append((at, status.st_mtime_ns, Backup(path, at, status.st_size, count)))
    return tuple(backup for *_, backup in sorted(backups, key=lambda entry: entry[:2], reverse=True))


def number_of(paths: Paths, data: bytes) -> int | None:
    """Return the number of the backup that holds `data`, the newest being 1; None if none does.

    What was replaced last need not be number 1: the clock may have been set back.
    """
    digest = short_digest(data)
    backups = enumerate(list_backups(paths), 1)
    return next((number for number, backup in backups if digest in backup.path.name), None)


def make_backup(
    paths: Paths, data: bytes, now: datetime, is_own: bool = False, interviews: int | None = None
) -> None:
    """Back up `data`, which is about to be replaced, and remove superfluous backups.

    `is_own`: whether this run wrote it. `interviews`: how many it holds, if the caller knows; else they are
    counted here. Call it under the lock of the file (`atomic.replace_if_unchanged`). Raise FileProblem.
    """
    atomic.remove_temporary_files(_folder(paths))
    backups = list_backups(paths)
    now = now.astimezone(UTC)
    if is_own and backups and timedelta() <= now - backups[0].at < timedelta(seconds=SECONDS_BETWEEN):
        return
    if backups and short_digest(data) in backups[0].path.name:
        return
    if interviews is None:
        interviews = _count(data)
    count = "unreadable" if interviews is None else str(interviews)
    path = _folder(paths) / f"{now.strftime(_TIME_FORMAT)}Z-{count}-{short_digest(data)}.toml"
    try:
        atomic.make_folder(path.parent)
        atomic.atomic_write(path, data)
    except OSError as error:
        raise FileProblem(failure(path, "written", error)) from None
    for backup in _superfluous(list_backups(paths)):
        if backup.path != path:
            with suppress(OSError):  # it is superfluous, and no reason not to save
                backup.path.unlink()


def restore(paths: Paths, backup: Backup, expected: bytes | None, now: datetime) -> None:
    """Replace the file with a backup. The file, readable or not, is backed up first.

    `expected` is what the file held when the user chose (None: no file). Raise ChangedOnDisk if the file
    holds something else by now, or FileProblem; nothing is changed then.
    """
    data = backup.read()
    try:
        salvage(data)
    except Unreadable as error:
        problem = error.problems[0]
        raise FileProblem(f"{backup.path} can't be used: {problem}; choose another backup") from None
    if data != expected:
        atomic.replace_if_unchanged(
            paths.data, data, expected, paths.state, lambda replaced: make_backup(paths, replaced, now)
        )


def _folder(paths: Paths) -> Path:
    return atomic.state_folder(paths.state, paths.data) / "backups"


def _superfluous(newest_first: tuple[Backup, ...]) -> list[Backup]:
    """Return the backups that are neither among the last 20 nor the last of one of the last 30 days."""
    last_of_days: dict[str, Backup] = {}
    for backup in newest_first:
        last_of_days.setdefault(backup.path.name[:8], backup)
    stay = {*newest_first[:LAST], *list(last_of_days.values())[:DAYS]}
    return [backup for backup in newest_first if backup not in stay]


def _count(data: bytes) -> int | None:
    if not data.strip():
        return 0
    try:
        return len(salvage(data).logbook.interviews)
    except Unreadable:
        return None
