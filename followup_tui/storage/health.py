"""What is wrong with the logbook, and what backups of it there are, in lines for a terminal."""

from typing import NamedTuple

from followup_tui.core.changes.inbox import FileInbox, unfiled_messages
from followup_tui.core.model.logbook import FORMAT
from followup_tui.storage import atomic
from followup_tui.storage.backups import Backup, backups
from followup_tui.storage.loading import BrokenFile, load
from followup_tui.storage.paths import Paths
from followup_tui.storage.recovery import find_unsaved
from followup_tui.storage.sync_conflicts import copies
from followup_tui.storage.toml.typos import find_typos


class Report(NamedTuple):
    """What was found."""

    lines: tuple[str, ...]
    is_sound: bool
    """Whether nothing is wrong with the logbook itself."""


def check(paths: Paths) -> Report:
    """Looks through the logbook and its backups; changes nothing."""
    path = paths.data
    lines: list[str] = []
    problems: list[str] = []
    try:
        opened = load(paths)
    except BrokenFile as broken:
        problems += broken.lines
    else:
        problems += [f"{one}; it is set aside and stays in the file" for one in opened.rejected]
        problems += opened.notices
        for one in unfiled_messages(FileInbox().apply(opened.logbook)):
            problems.append(f"{one}; set its “to” to a company")
        if opened.logbook.format > FORMAT:
            newer = f"a newer followup-tui wrote it (format {opened.logbook.format})"
            lines.append(f"{path}: {newer}; update to change it")
        count = len(opened.logbook.interviews)
        if opened.data is None:
            lines.append(f"{path}: there is no file yet")
        elif not problems:
            lines.append(f"{path}: sound, {_interviews(count)}, {len(opened.data):,} bytes")
        else:
            lines.append(f"{path}: {_interviews(count)} can be read")
        lines += [f"{path}: {one}" for one in find_typos(opened.logbook)]
    lines += [f"{path}: {one}" for one in problems]
    lines += [f"{one.path}: set aside by a synchroniser, not merged yet" for one in copies(paths)]
    left = "could not be saved by a run that is over; the app brings it in when it is opened"
    lines += [f"{one.path}: {left}" for one in find_unsaved(paths)]
    found = backups(paths)
    lines.append(f"backups, newest first: {len(found)}" if found else "there are no backups yet")
    lines += backup_lines(found)
    return Report(tuple(lines), not problems)


def backup_lines(found: tuple[Backup, ...]) -> list[str]:
    """A line for each backup: its number, when it was replaced, its size, and what is in it."""
    return [f"  {_line(number, one)}" for number, one in enumerate(found, 1)]


def _line(number: int, backup: Backup) -> str:
    content = "unreadable" if backup.interviews is None else _interviews(backup.interviews)
    at = backup.at.astimezone().strftime("%Y-%m-%d %H:%M:%S")
    try:
        backup.read()
    except atomic.FileProblem as problem:
        content = str(problem)
    return f"{number:>2}  {at}  {backup.size:>9,} bytes  {content}"


def _interviews(count: int) -> str:
    return "1 interview" if count == 1 else f"{count} interviews"
