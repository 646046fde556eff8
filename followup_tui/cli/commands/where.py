"""`where`: the files in use."""

import argparse

from followup_tui.cli.command import SUCCESS, Command, locations_of


def _run(options: argparse.Namespace) -> int:
    locations = locations_of(options)
    state = "" if locations.data.exists() else "  (not there yet)"
    print(f"logbook  {locations.data}{state}")
    print(f"state    {locations.state}")
    return SUCCESS


WHERE = Command("where", _run, "where", "which files are used", "followup-tui where")
