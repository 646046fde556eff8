"""No verb: open the app."""

import argparse
import sys
from typing import TYPE_CHECKING

from followup_tui.cli.command import USAGE_ERROR, CommandError, clock_of, paths_of
from followup_tui.cli.logbook_access import check_data_folder

if TYPE_CHECKING:
    from followup_tui.clock import Clock
    from followup_tui.storage.paths import Paths


def run_app(options: argparse.Namespace) -> int:
    """Open the app on the user's logbook and return its exit status."""
    paths = paths_of(options)
    check_data_folder(paths, options)
    return open_in_terminal(paths, clock_of(options))


def open_in_terminal(paths: "Paths", clock: "Clock", is_demo: bool = False) -> int:
    """Open the app and return its exit status. Raise CommandError where there is no terminal."""
    require_terminal()
    from followup_tui.startup.launch import open_app

    return open_app(paths, clock, is_demo)


def require_terminal() -> None:
    """Raise CommandError where the app has no terminal to run in."""
    if not all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout)):
        raise CommandError("the app needs a terminal; the verbs do not (followup-tui --help)", USAGE_ERROR)
