"""The report of `check`: what is wrong with the logbook, and which backups there are."""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from followup_tui.core.changes.inbox import FileInbox, unfiled_messages
from followup_tui.core.dates.format import count
from followup_tui.core.model.logbook import FORMAT
from followup_tui.storage.atomic import FileProblem
from followup_tui.storage.backups import Backup, list_backups
from followup_tui.storage.constants import UPDATE, newer_format
from followup_tui.storage.loading import BrokenFile, LoadedFile, load
from followup_tui.storage.neighbours import neighbour_messages
from followup_tui.storage.paths import Paths
from followup_tui.storage.recovery import find_unsaved
from followup_tui.storage.sync_conflicts import conflict_copies
from followup_tui.storage.toml.rejected import consequence
from followup_tui.storage.toml.typos import find_typos


class Report(NamedTuple):
    """What was found."""

    lines: tuple[str, ...]
    is_sound: bool
    """Whether nothing is wrong with the logbook itself."""


def check(paths: Paths, find_more: Callable[[LoadedFile], Iterable[str]] = lambda _: ()) -> Report:
    """Examine the logbook and its backups; change nothing.

    `find_more` returns further problems of a file that can be read, a sentence each.
    """
    path = paths.data
    lines: list[str] = []
    problems: list[str] = []
    loaded: LoadedFile | None = None
    try:
        loaded = load(paths)
    except BrokenFile as broken:
        problems += broken.problems
    else:
        problems += _problems(loaded)
        problems += find_more(loaded)
        lines += [f"{path}: {state}" for state in _summary_lines(loaded, is_sound=not problems)]
        lines += loaded.remarks
        lines += [f"{path}: {typo}" for typo in find_typos(loaded.logbook)]
    lines += [f"{path}: {problem}" for problem in problems]
    lines += [f"{copy.path}: a sync conflict; opening the app merges it" for copy in conflict_copies(paths)]
    if loaded is not None:
        lines += neighbour_messages(paths, loaded.logbook)
    left = "an earlier run could not save this; opening the app brings it in"
    lines += [f"{unsaved.path}: {left}" for unsaved in find_unsaved(paths)]
    backups = list_backups(paths)
    lines.append(f"backups, newest first: {len(backups)}" if backups else "no backups yet")
    lines += backup_lines(backups)
    return Report(tuple(lines), not problems)


def _problems(loaded: LoadedFile) -> Iterator[str]:
    """Yield what is wrong with a file that can be read."""
    for rejected in loaded.rejected:
        yield f"{rejected}; {consequence(rejected)}"
    yield from loaded.messages
    for message in unfiled_messages(FileInbox().apply(loaded.logbook)):
        yield f"{message}; set its “to” to a company"


def _summary_lines(loaded: LoadedFile, *, is_sound: bool) -> Iterator[str]:
    """Yield the state of a readable file: a newer format, and how much it holds."""
    if loaded.logbook.format > FORMAT:
        yield f"{newer_format(loaded.logbook.format)}; {UPDATE}"
    interviews = count(len(loaded.logbook.interviews), "interview")
    if loaded.data is None:
        yield "there is no file yet"
    elif is_sound:
        yield f"no problems, {interviews}, {len(loaded.data):,} bytes"
    else:
        yield f"{interviews} can be read"


def backup_lines(backups: tuple[Backup, ...]) -> list[str]:
    """Return a line for each backup: its number, when it was replaced, its size, and what it holds."""
    return [f"  {_line(number, backup)}" for number, backup in enumerate(backups, 1)]


def _line(number: int, backup: Backup) -> str:
    content = "unreadable" if backup.interviews is None else count(backup.interviews, "interview")
    at = backup.at.astimezone().strftime("%Y-%m-%d %H:%M:%S")
    try:
        backup.read()
    except FileProblem as problem:
        content = str(problem)
    return f"{number:>2}  {at}  {backup.size:>9,} bytes  {content}"
