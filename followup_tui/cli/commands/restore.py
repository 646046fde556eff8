"""`restore`: the backups of the file, and bringing one back."""

import argparse

from followup_tui.cli.command import (
    SUCCESS,
    Command,
    CommandError,
    argument,
    clock_of,
    parse_number,
    paths_of,
)
from followup_tui.cli.output import print_done
from followup_tui.storage.paths import Paths


def undo_hint(paths: Paths, replaced: bytes | None) -> tuple[str, ...]:
    """Return the line that names the backup of what was replaced; nothing where there is none."""
    from followup_tui.storage.backups import number_of

    number = number_of(paths, replaced) if replaced is not None else None
    return () if number is None else (f"`followup-tui restore {number}` undoes this.",)


def _run(options: argparse.Namespace) -> int:
    """Put the backup of that number (1: the newest) in place of the file; without a number, list them.

    What is replaced becomes the newest backup, so that it can be taken back.
    """
    from followup_tui.storage import atomic
    from followup_tui.storage.backups import list_backups, restore
    from followup_tui.storage.health import backup_lines

    paths, number = paths_of(options), options.number
    backups = list_backups(paths)
    if not backups:
        raise CommandError(f"there are no backups of {paths.data} yet; each save makes one")
    if number is None:
        print("\n".join(backup_lines(backups)))
        print("`followup-tui restore NUMBER` brings one back.")
        return SUCCESS
    if not 1 <= number <= len(backups):
        raise CommandError(f"there is no backup {number}; there are {len(backups)}, newest first")
    chosen = backups[number - 1]
    try:
        replaced = atomic.read(paths.data)
        restore(paths, chosen, replaced, clock_of(options)())
    except atomic.FileProblem as problem:
        raise CommandError(str(problem)) from None
    at = f"{chosen.at.astimezone():%Y-%m-%d %H:%M:%S}"
    print_done(f"{paths.data} is restored as of {at}.", *undo_hint(paths, replaced))
    return SUCCESS


RESTORE = Command(
    "restore",
    _run,
    "restore [NUMBER]",
    "bring back a backup; without a number, list them",
    "followup-tui restore 1",
    argument("number", metavar="NUMBER", nargs="?", type=parse_number, help="1 is the newest backup"),
)
