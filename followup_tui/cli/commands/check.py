"""`check`: the problems of the file, and its backups."""

import argparse
from collections.abc import Iterator

from followup_tui.cli.command import FAILURE, SUCCESS, Command, paths_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from followup_tui.storage.loading import LoadedFile


def _run(options: argparse.Namespace) -> int:
    from followup_tui.storage.health import check

    report = check(paths_of(options), _problems_with_settings)
    print("\n".join(report.lines))
    return SUCCESS if report.is_sound else FAILURE


def _problems_with_settings(loaded: "LoadedFile") -> Iterator[str]:
    """Yield what the app reports at its start about `[keys]` and the theme.

    Both are known to Textual alone, which is imported only for a file that has such settings.
    """
    from followup_tui.storage.loading import line_of

    if entries := loaded.logbook.keys.entries:
        from followup_tui.tui.keys.keymap import remap

        _, problems = remap(entries, lambda id: line_of(loaded.data, "keys", id))
        yield from problems
    if theme := loaded.logbook.appearance.theme:
        from followup_tui.tui.themes import theme_problem

        if problem := theme_problem(theme):
            line = line_of(loaded.data, "look", "theme")
            yield f"line {line}: {problem}" if line else problem


CHECK = Command(
    "check", _run, "check", "look for problems in the file, and list its backups", "followup-tui check"
)
