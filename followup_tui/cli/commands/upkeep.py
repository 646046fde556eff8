"""`check`, `merge` and `restore`: is the file sound, what lies about, and back to an earlier state."""

import argparse
from datetime import datetime
from pathlib import Path

from followup_tui.cli.command import FOUND_WRONG, Verb, Wrong, broken_file, clock_of, locations_of, tell
from followup_tui.storage.paths import Locations


def check(used: Locations) -> bool:
    """Prints what is wrong with the file, and its backups; whether it is sound."""
    from followup_tui.storage.health import check as look_through

    report = look_through(used)
    print("\n".join(report.lines))
    return report.is_sound


def merge(used: Locations, others: list[Path], now: datetime) -> None:
    """Merges other copies of the logbook into it; they stay where they are. Raises Wrong, and then nothing.

    What each of them and the file come from is not known, so nothing is dropped.
    """
    from followup_tui.core.dates.format import count
    from followup_tui.core.merge.logbooks import merge as merge_logbooks
    from followup_tui.core.model.logbook import FORMAT
    from followup_tui.storage import atomic as file
    from followup_tui.storage.loading import BrokenFile, open_logbook
    from followup_tui.storage.store import Saver

    try:
        saver = Saver(used, lambda: now)
    except BrokenFile as broken:
        raise broken_file(used, broken) from None
    try:
        read = [(path, open_logbook(path)) for path in others]
    except BrokenFile as broken:
        raise Wrong(str(broken)) from None
    for path, opened in read:
        if opened.data is None:
            raise Wrong(f"{path} is not there; nothing was merged")
        if opened.set_aside:
            raise Wrong(f"{path}: {opened.set_aside[0]}; mend it first, nothing was merged")
        if not opened.logbook.interviews and not opened.logbook.inbox:
            raise Wrong(f"{path} holds no interview; nothing was merged")
        for name, one in ((path, opened.logbook), (used.data, saver.seen)):
            if one.format > FORMAT:
                raise Wrong(f"a newer followup-tui wrote {name} (format {one.format}); update first")
    logbook, before, on_disk = saver.seen, saver.seen, file.read(used.data)
    conflicts: list[str] = []
    for _, opened in read:
        merged = merge_logbooks(None, logbook, opened.logbook)
        logbook = merged.logbook
        conflicts += [one.text for one in merged.conflicts]
    try:
        if logbook != before:
            saver.save(logbook)
    except file.FileProblem as problem:
        raise Wrong(f"nothing was merged: {problem}") from None
    old = {one.id: one for one in before.interviews}
    came = [one for one in logbook.interviews if one.id not in old]
    changed = [one for one in logbook.interviews if one.id in old and one != old[one.id]]
    tell(
        f"{count(len(came), 'interview')} came, {len(changed)} changed; {used.data}",
        *(f"to settle: {text}" for text in conflicts),
        *(_way_back(used, on_disk) if logbook != before else ()),
    )


def restore(used: Locations, number: int | None, now: datetime) -> None:
    """Puts the backup of that number (1: the newest) in the place of the file; without one, lists them.

    What is replaced becomes the newest backup, so that it can be undone. Raises Wrong.
    """
    from followup_tui.storage import atomic as file
    from followup_tui.storage.backups import backups
    from followup_tui.storage.backups import restore as put_back
    from followup_tui.storage.health import backup_lines

    found = backups(used)
    if not found:
        raise Wrong(f"there are no backups of {used.data} yet; one is made before a save changes it")
    if number is None:
        print("\n".join(backup_lines(found)))
        print("`followup-tui restore NUMBER` brings one back.")
        return
    if not 1 <= number <= len(found):
        raise Wrong(f"there is no backup {number}; there are {len(found)}, newest first")
    chosen = found[number - 1]
    try:
        replaced = file.read(used.data)
        put_back(used, chosen, replaced, now)
    except file.FileProblem as problem:
        raise Wrong(str(problem)) from None
    at = f"{chosen.at.astimezone():%Y-%m-%d %H:%M:%S}"
    tell(f"{used.data} is as it was on {at}.", *_way_back(used, replaced))


def _way_back(used: Locations, replaced: bytes | None) -> tuple[str, ...]:
    from followup_tui.storage.backups import number_of

    number = number_of(used, replaced) if replaced is not None else None
    return () if number is None else (f"`followup-tui restore {number}` takes this back.",)


def _check(options: argparse.Namespace) -> int:
    return 0 if check(locations_of(options)) else FOUND_WRONG


def _merge(options: argparse.Namespace) -> int:
    merge(locations_of(options), options.others, clock_of(options)())
    return 0


def _restore(options: argparse.Namespace) -> int:
    restore(locations_of(options), options.number, clock_of(options)())
    return 0


CHECK = Verb(
    "check",
    _check,
    "check",
    "is the file sound: each problem with its line; and the backups of it",
    "followup-tui check",
)
MERGE = Verb(
    "merge",
    _merge,
    "merge OTHER…",
    "bring other copies of the file into it, such as those that a synchroniser set aside",
    "followup-tui merge copy.toml",
    ((("others",), {"metavar": "OTHER", "nargs": "+", "type": Path, "help": "a copy; it is left alone"}),),
)
RESTORE = Verb(
    "restore",
    _restore,
    "restore [NUMBER]",
    "put a backup in the place of the file; without a number: list them",
    "followup-tui restore 1",
    ((("number",), {"metavar": "NUMBER", "nargs": "?", "type": int, "help": "1 is the newest backup"}),),
)
