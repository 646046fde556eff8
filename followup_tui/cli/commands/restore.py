"""`restore`: the file as a backup has it."""

import argparse

from followup_tui.cli.command import SUCCESS, Command, CommandError, clock_of, locations_of
from followup_tui.cli.output import print_done
from followup_tui.storage.paths import Locations


def undo_hint(locations: Locations, replaced: bytes | None) -> tuple[str, ...]:
    """Return the line that names the backup of what was replaced; nothing where there is none."""
    from followup_tui.storage.backups import number_of

    number = number_of(locations, replaced) if replaced is not None else None
    return () if number is None else (f"`followup-tui restore {number}` takes this back.",)


def _run(options: argparse.Namespace) -> int:
    """Put the backup of that number (1: the newest) in the place of the file; without a number, list them.

    What is replaced becomes the newest backup, so that it can be taken back.
    """
    from followup_tui.storage import atomic
    from followup_tui.storage.backups import backups, restore
    from followup_tui.storage.health import backup_lines

    locations, number = locations_of(options), options.number
    found = backups(locations)
    if not found:
        raise CommandError(
            f"there are no backups of {locations.data} yet; one is made before a save changes it"
        )
    if number is None:
        print("\n".join(backup_lines(found)))
        print("`followup-tui restore NUMBER` brings one back.")
        return SUCCESS
    if not 1 <= number <= len(found):
        raise CommandError(f"there is no backup {number}; there are {len(found)}, newest first")
    chosen = found[number - 1]
    try:
        replaced = atomic.read(locations.data)
        restore(locations, chosen, replaced, clock_of(options)())
    except atomic.FileProblem as problem:
        raise CommandError(str(problem)) from None
    at = f"{chosen.at.astimezone():%Y-%m-%d %H:%M:%S}"
    print_done(f"{locations.data} is as it was on {at}.", *undo_hint(locations, replaced))
    return SUCCESS


RESTORE = Command(
    "restore",
    _run,
    "restore [NUMBER]",
    "put a backup in the place of the file; without a number: list them",
    "followup-tui restore 1",
    ((("number",), {"metavar": "NUMBER", "nargs": "?", "type": int, "help": "1 is the newest backup"}),),
)
