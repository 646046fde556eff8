"""`check`, `merge` and `restore`: is the file sound, what lies about, and back to an earlier state."""

from datetime import datetime
from pathlib import Path

from followup_tui.core.wording import count
from followup_tui.storage.locations import Locations


class CantDo(Exception):
    """What was asked for can't be done; the text says why, in one line."""


def check(used: Locations) -> bool:
    """Prints what is wrong with the file, and its backups; whether it is sound."""
    from followup_tui.storage.check import check as look_through

    report = look_through(used)
    print("\n".join(report.lines))
    return report.is_sound


def merge(used: Locations, others: list[Path], now: datetime) -> None:
    """Merges other copies of the logbook into it; they stay where they are. Raises CantDo, and then nothing.

    What each of them and the file come from is not known, so nothing is dropped.
    """
    from followup_tui.core.merge import merge as merge_logbooks
    from followup_tui.core.model import FORMAT
    from followup_tui.storage import file
    from followup_tui.storage.opening import BrokenFile, open_logbook
    from followup_tui.storage.saver import Saver

    try:
        saver = Saver(used, lambda: now)
        read = [(path, open_logbook(path)) for path in others]
    except BrokenFile as broken:
        raise CantDo(str(broken)) from None
    for path, opened in read:
        if opened.data is None:
            raise CantDo(f"{path} is not there; nothing was merged")
        if opened.set_aside:
            raise CantDo(f"{path}: {opened.set_aside[0]}; mend it first, nothing was merged")
        if max(opened.logbook.format, saver.seen.format) > FORMAT:
            raise CantDo(f"a newer followup-tui wrote {path} or {used.data}; update first")
    logbook, before = saver.seen, saver.seen
    conflicts: list[str] = []
    for _, opened in read:
        merged = merge_logbooks(None, logbook, opened.logbook)
        logbook = merged.logbook
        conflicts += [one.text for one in merged.conflicts]
    try:
        if logbook != before:
            saver.save(logbook)
    except file.FileProblem as problem:
        raise CantDo(f"nothing was merged: {problem}") from None
    old = {one.id: one for one in before.interviews}
    came = [one for one in logbook.interviews if one.id not in old]
    changed = [one for one in logbook.interviews if one.id in old and one != old[one.id]]
    print(f"{count(len(came), 'interview')} came, {len(changed)} changed; {used.data}")
    for text in conflicts:
        print(f"to settle: {text}")
    if logbook != before:
        print("`followup-tui restore 1` takes this back.")


def restore(used: Locations, number: int | None, now: datetime) -> None:
    """Puts the backup of that number (1: the newest) in the place of the file; without one, lists them.

    What is replaced becomes the newest backup, so that it can be undone. Raises CantDo.
    """
    from followup_tui.storage import file
    from followup_tui.storage.backups import backups
    from followup_tui.storage.backups import restore as put_back
    from followup_tui.storage.check import backup_lines

    found = backups(used)
    if not found:
        raise CantDo(f"there are no backups of {used.data} yet; one is made before a save changes it")
    if number is None:
        print("\n".join(backup_lines(found)))
        print("`followup-tui restore NUMBER` brings one back.")
        return
    if not 1 <= number <= len(found):
        raise CantDo(f"there is no backup {number}; there are {len(found)}, newest first")
    chosen = found[number - 1]
    try:
        put_back(used, chosen, file.read(used.data), now)
    except file.FileProblem as problem:
        raise CantDo(str(problem)) from None
    print(f"{used.data} is as it was on {chosen.at.astimezone():%Y-%m-%d %H:%M:%S}.")
    print("`followup-tui restore 1` takes this back.")
