"""The files that the wheel puts next to the program, made from the table of verbs: man page and completion.

python -m tests.share        writes them anew
"""

from collections.abc import Iterator
from typing import Any

from followup_tui.cli.command import Command
from followup_tui.cli.main import COMMANDS
from tests import ROOT
from tests.completion import script

FOLDER = ROOT / "followup_tui" / "share"
DESCRIPTION = (
    "followup-tui keeps track of what to do after a job interview: six steps to tick, notes in plain text in "
    "which lines with a sign become facts, and a timeline of what is due and what must wait. Without a verb "
    "it opens the app, in a terminal; there, ? shows the keys."
)
COMMON = (
    ("--data FILE", "Use this file instead of your own logbook."),
    ("--now TIME", "Pretend that it is this time, such as 2026-11-23T18:00+01:00."),
    ("--help", "Show what a verb takes, with an example."),
    ("--version", "Show the version."),
)
FILES = (
    ("~/.local/share/followup-tui/logbook.toml", "The logbook; written to be read and edited by hand."),
    ("~/.local/state/followup-tui", "Backups, locks, caches, and what could not be saved."),
)
ENVIRONMENT = (
    ("XDG_DATA_HOME, XDG_STATE_HOME", "Where the folders of these files are instead."),
    ("VISUAL, EDITOR", "The editor that F4 opens."),
    ("NO_COLOR", "Use no colours."),
)
STATUSES = (
    ("0", "Done."),
    ("1", "The file has problems, or what was asked for was not found."),
    ("2", "Wrong usage, or no terminal where one is needed."),
    ("128+N", "Ended by signal N."),
)


def escape(text: str) -> str:
    """Return `text` so that roff shows it as it is."""
    text = text.replace("\\", "\\e").replace("-", "\\-")
    return f"\\&{text}" if text.startswith((".", "'")) else text


def man_page() -> str:
    """Return the man page, in roff."""
    return "".join(f"{line}\n" for line in _lines())


def _lines() -> Iterator[str]:
    yield '.TH FOLLOWUP\\-TUI 1 "" "followup\\-tui" "User Commands"'
    yield ".SH NAME"
    yield "followup\\-tui \\- what to do after a job interview"
    yield ".SH SYNOPSIS"
    yield ".B followup\\-tui"
    for command in COMMANDS:
        yield ".br"
        yield f".B followup\\-tui {escape(command.usage)}"
    yield ".SH DESCRIPTION"
    yield escape(DESCRIPTION)
    yield ".SH VERBS"
    for command in COMMANDS:
        yield from _verb(command)
    for title, rows in (
        ("OPTIONS OF EVERY VERB", COMMON),
        ("FILES", FILES),
        ("ENVIRONMENT", ENVIRONMENT),
        ("EXIT STATUS", STATUSES),
    ):
        yield f".SH {title}"
        for term, text in rows:
            yield from _row(term, text)
    yield ".PP"
    yield ".B followup\\-tui where"
    yield "names the files that are in use; on macOS they are elsewhere."


def _verb(command: Command) -> Iterator[str]:
    yield f".SS {escape(command.usage)}"
    yield f"{escape(_sentence(command.help))}"
    for names, settings in command.arguments:
        yield from _row(_term(names, settings), _sentence(str(settings.get("help", ""))))
    yield ".PP"
    yield f"Example: \\fB{escape(command.example)}\\fR"


def _term(names: tuple[str, ...], settings: dict[str, Any]) -> str:
    choices = "|".join(settings.get("choices", ()))
    value = settings.get("metavar", choices)
    if not names[0].startswith("-"):
        return str(value or names[0])
    takes_value = settings.get("action") != "store_true"
    return f"{', '.join(names)} {value}" if takes_value else ", ".join(names)


def _row(term: str, text: str) -> Iterator[str]:
    yield ".TP"
    yield f".B {escape(term)}"
    yield escape(text)


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}."


def files() -> dict[str, str]:
    """Return the text of each file, by its name in the folder."""
    return {
        "followup-tui.1": man_page(),
        "followup-tui.bash": script("bash", COMMANDS),
        "_followup-tui": script("zsh", COMMANDS),
        "followup-tui.fish": script("fish", COMMANDS),
    }


def main() -> None:
    """Write the files anew."""
    FOLDER.mkdir(exist_ok=True)
    for name, text in files().items():
        (FOLDER / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
