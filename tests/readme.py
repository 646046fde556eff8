"""The parts of README.md that are made from the program: keys and verbs.

python -m tests.readme        writes them anew
"""

from pathlib import Path

from followup_tui.cli.main import usage_rows
from followup_tui.tui.app import FollowUpApp
from followup_tui.tui.screens.contacts import ContactsDialog
from followup_tui.tui.screens.help import key_rows
from followup_tui.tui.screens.interview_form import Form, InterviewForm
from followup_tui.tui.screens.letter.screen import LetterScreen
from followup_tui.tui.screens.main.actions import RecordScreen
from followup_tui.tui.screens.main.navigation import PanesScreen
from followup_tui.tui.screens.main.screen import MainScreen
from followup_tui.tui.screens.overview import OverviewScreen
from followup_tui.tui.widgets.choice import Choice
from followup_tui.tui.widgets.note_bar import NoteBar
from followup_tui.tui.widgets.notes_editor import NotesEditor
from followup_tui.tui.widgets.overview import OverviewRibbon
from followup_tui.tui.widgets.row_list import RowList
from followup_tui.tui.widgets.timeline import TimelineRibbon

README = Path(__file__).parent.parent / "README.md"


def keys() -> str:
    """The tables of keys, from the bindings."""
    groups = (
        ("anywhere, while writing too", FollowUpApp.BINDINGS),
        ("outside text", (*PanesScreen.BINDINGS, *RecordScreen.BINDINGS, *MainScreen.BINDINGS)),
        ("lists", RowList.BINDINGS),
        ("notes", NotesEditor.BINDINGS),
        ("note bar", NoteBar.BINDINGS),
        ("timeline", TimelineRibbon.BINDINGS),
        ("timeline of all", (*OverviewRibbon.BINDINGS, *OverviewScreen.BINDINGS)),
        ("a letter", LetterScreen.BINDINGS),
        ("the contacts", ContactsDialog.BINDINGS),
        ("forms", (*Choice.BINDINGS, *Form.BINDINGS, *InterviewForm.BINDINGS)),
    )
    lines = ["| where | keys | do | id |", "|---|---|---|---|"]
    for where, bindings in groups:
        for names, what, id in key_rows(bindings):
            shown = " ".join(f"`{name}`" for name in names.split())
            lines.append(f"| {where} | {shown} | {what} | `{id}` |")
            where = ""
    return "\n".join(lines)


def verbs() -> str:
    """The verbs with what they do, from the parser."""
    width = max(len(usage) for usage, _ in usage_rows())
    return "\n".join(["```text", *(f"{usage.ljust(width)}  {what}" for usage, what in usage_rows()), "```"])


def made(text: str) -> str:
    """`text` with its made parts as they should be."""
    for name, part in (("keys", keys()), ("verbs", verbs())):
        begin, end = f"<!-- {name}: made by python -m tests.readme -->\n", "\n<!-- end -->"
        head, found, rest = text.partition(begin)
        _, closed, tail = rest.partition(end)
        if not found or not closed:
            raise SystemExit(f"README.md has no place for the {name}")
        text = f"{head}{begin}\n{part}\n{end}{tail}"
    return text


def put(begin: str, end: str, part: str) -> None:
    """Writes `part` between two marks of the README."""
    head, found, rest = README.read_text(encoding="utf-8").partition(begin)
    _, closed, tail = rest.partition(end)
    if not found or not closed:
        raise SystemExit(f"README.md has no place marked {begin}")
    README.write_text(f"{head}{begin}\n\n{part}\n\n{end}{tail}", encoding="utf-8")


def main() -> None:
    """Writes the made parts of the README anew."""
    README.write_text(made(README.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    main()
