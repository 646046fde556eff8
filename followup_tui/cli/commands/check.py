"""`check`: whether the file is sound."""

import argparse

from followup_tui.cli.command import FAILURE, SUCCESS, Command, paths_of


def _run(options: argparse.Namespace) -> int:
    from followup_tui.storage.health import check

    report = check(paths_of(options))
    print("\n".join(report.lines))
    return SUCCESS if report.is_sound else FAILURE


CHECK = Command(
    "check",
    _run,
    "check",
    "look for problems in the file, and list its backups",
    "followup-tui check",
)
