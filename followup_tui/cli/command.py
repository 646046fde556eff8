"""The definition of a command, and the options and exit statuses that the commands share.

`note` is loaded through this module, so it imports nothing that takes time.
"""

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable
    from datetime import datetime
    from typing import Any

    from followup_tui.clock import Clock
    from followup_tui.storage.paths import Paths

    Argument = tuple[tuple[str, ...], dict[str, Any]]
    """The names and the settings of an argument, as `argparse.ArgumentParser.add_argument` takes them."""

SUCCESS, FAILURE, USAGE_ERROR = 0, 1, 2
"""Exit statuses: done; a problem with the file, or nothing found; wrong usage, or no terminal."""


class Command:
    """A verb of the command line: its name, what it runs, its help and its arguments."""

    def __init__(
        self,
        name: str,
        run: "Callable[[argparse.Namespace], int]",
        usage: str,
        help: str,
        example: str,
        *arguments: "Argument",
    ) -> None:
        self.name = name
        self.run = run
        self.usage = usage
        self.help = help
        self.example = example
        self.arguments = arguments


NO_COMPANY = "--to needs a company, such as --to Acme"
"""The error where `--to` is given without one."""


def argument(*names: str, **settings: "Any") -> "Argument":
    """Return an argument of a command: its names, and its settings for `argparse`."""
    return names, settings


class CommandError(Exception):
    """Raised where a command can't do what it was asked for; its text says why, in one line."""

    def __init__(self, text: str, status: int = FAILURE) -> None:
        super().__init__(text)
        self.status = status


def parse_now(text: str) -> "datetime":
    """Return the moment that `--now` gives. Raise `argparse.ArgumentTypeError` where it gives none."""
    from argparse import ArgumentTypeError

    from followup_tui.clock import read_moment

    at = read_moment(text)
    if at is None:
        raise ArgumentTypeError(
            f"“{text}” is not a time with an offset from 2000 to 2199; write it like 2026-11-23T18:00+01:00"
        )
    return at


def parse_number(text: str) -> int:
    """Return the number that an argument gives. Raise `argparse.ArgumentTypeError` where it gives none."""
    from argparse import ArgumentTypeError

    try:
        return int(text)
    except ValueError:
        raise ArgumentTypeError(f"“{text}” is not a number") from None


def clock_of(options: "argparse.Namespace") -> "Clock":
    """Return the clock of this run: the machine's, or the one that `--now` sets.

    Raise CommandError if the machine's clock was never set.
    """
    from followup_tui.clock import clock_from
    from followup_tui.core.dates.years import is_accepted_year

    clock = clock_from(getattr(options, "now", None))
    now = clock()
    if not is_accepted_year(now.year):
        raise CommandError(f"this computer's clock says {now:%Y-%m-%d}; set it, or give --now TIME")
    return clock


def paths_of(options: "argparse.Namespace") -> "Paths":
    """Return the files of this run: the user's own, or those that go with `--data`.

    Raise CommandError if there is no home folder, or the current one is gone.
    """
    from followup_tui.storage.paths import NoPath, locate

    try:
        return locate(getattr(options, "data", None))
    except NoPath as error:
        raise CommandError(str(error)) from None
