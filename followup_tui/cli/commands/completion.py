"""`completion`: scripts with which a shell completes verbs, options, companies and people.

They come with the program, made from the table of verbs (`python -m tests.share`).
"""

import argparse
import contextlib
from pathlib import Path

from followup_tui.cli.command import SUCCESS, Command, CommandError, argument, paths_of

SCRIPTS = {"bash": "followup-tui.bash", "zsh": "_followup-tui", "fish": "followup-tui.fish"}
"""The file with the script of each shell."""
FOLDER = Path(__file__).parents[2] / "share"


def _names(wanted: str, options: argparse.Namespace) -> list[str]:
    """Return the companies in the logbook, the last one first; for `names` the people, too."""
    from followup_tui.cli.logbook_access import read_logbook
    from followup_tui.core.notes.facts import people_in

    interviews = sorted(
        read_logbook(paths_of(options), warn=False).interviews,
        key=lambda interview: interview.held_at,
        reverse=True,
    )
    names = [interview.company for interview in interviews]
    if wanted == "names":
        names += [person for interview in interviews for person in people_in(interview.notes)]
    return list(dict.fromkeys(names))


def _run(options: argparse.Namespace) -> int:
    if options.shell in SCRIPTS:
        print((FOLDER / SCRIPTS[options.shell]).read_text(encoding="utf-8"), end="")
        return SUCCESS
    with contextlib.suppress(CommandError):  # whoever presses tab wants no message about the file
        print("".join(f"{name}\n" for name in _names(options.shell, options)), end="")
    return SUCCESS


COMPLETION = Command(
    "completion",
    _run,
    "completion bash|zsh|fish",
    "a script that completes verbs, companies and people in your shell",
    "followup-tui completion bash",
    argument(
        "shell",
        metavar="bash|zsh|fish",
        choices=[*SCRIPTS, "companies", "names"],
        help="which shell; the scripts themselves ask for companies and names",
    ),
)
