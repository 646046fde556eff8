"""`where`: the files in use."""

import argparse

from followup_tui.cli.command import SUCCESS, Command, paths_of


def _run(options: argparse.Namespace) -> int:
    paths = paths_of(options)
    state = "" if paths.data.exists() else "  (not created yet)"
    print(f"logbook  {paths.data}{state}")
    print(f"state    {paths.state}")
    return SUCCESS


WHERE = Command("where", _run, "where", "show which files are used", "followup-tui where")
