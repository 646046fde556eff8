"""`import`: interviews from a table, shown before anything is written."""

import argparse
import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from followup_tui.verbs.common import Verb, Wrong, save, session_of

if TYPE_CHECKING:
    from followup_tui.core.tracker_csv import Table
    from followup_tui.session import Session


def _import(options: argparse.Namespace) -> int:
    from followup_tui.core.text import fold_name
    from followup_tui.core.tracker_csv import NoTable, read_table

    text = _read(options.file)
    session = session_of(options)
    there = {(fold_name(one.company), one.held_on) for one in session.logbook.interviews}
    try:
        table = read_table(text, datetime.astimezone, there)
    except NoTable as problem:
        raise Wrong(f"{options.file}: {problem}") from None
    _show(table)
    if not table.rows:
        print("Nothing to add.")
        return 0
    if not options.yes and not _agreed(len(table.rows)):
        return 0
    _add(session, table)
    return 0


def _read(path: Path) -> str:
    from followup_tui.storage import file

    try:
        data = file.read(path)
    except file.FileProblem as problem:
        raise Wrong(str(problem)) from None
    if data is None:
        raise Wrong(f"{path} is not there; name the file that your tracker exported")
    try:
        return data.decode("utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig")
    except UnicodeDecodeError:
        raise Wrong(f"{path} is not UTF-8 text; export it as CSV in UTF-8") from None


def _show(table: "Table") -> None:
    from followup_tui.core.text import clean_line

    read = ", ".join(f"{ours} from “{theirs}”" for ours, theirs in table.columns.items())
    print(f"Columns: {read}")
    for row in table.rows:
        parts = [f"{row.held_at:%Y-%m-%d %H:%M}", row.company, row.role, row.outcome]
        lines = sum(1 for line in row.notes.split("\n") if line.strip())
        parts.append(f"{lines} {'line' if lines == 1 else 'lines'} of notes" if lines else "")
        print(f"+ line {row.line}: {' · '.join(one for one in parts if one)}")
    for line, reason in table.skipped:
        print(f"- line {line}: left out: {clean_line(reason)}")


def _agreed(number: int) -> bool:
    what = "this interview" if number == 1 else f"these {number} interviews"
    if sys.stdin is None or not sys.stdin.isatty():
        print(f"Nothing was written. To add {what}: the same with --yes")
        return False
    print(f"Add {what}? y adds, anything else does not: ", end="", flush=True)
    if sys.stdin.readline().strip().casefold() in ("y", "yes"):
        return True
    print("Nothing was written.")
    return False


def _add(session: "Session", table: "Table") -> None:
    from followup_tui.core.changes import AddInterview
    from followup_tui.core.model import Interview
    from followup_tui.storage import file
    from followup_tui.storage.backups import number_of

    used = session.locations
    try:
        before = file.read(used.data)
    except file.FileProblem as problem:
        raise Wrong(str(problem)) from None
    for row in table.rows:
        interview = Interview(
            id=session.new_id(),
            company=row.company,
            role=row.role,
            held_at=row.held_at,
            outcome=row.outcome,
            notes=f"{row.notes}\n" if row.notes else "",
        )
        session.do(AddInterview(interview), save=False)
    save(session)
    added = len(table.rows)
    print(f"Added {added} {'interview' if added == 1 else 'interviews'}.")
    number = number_of(used, before) if before is not None else None
    if before is None:
        print(f"To undo: delete {used.data}")
    elif number is not None:
        print(f"To undo: followup-tui restore {number}")


IMPORT = Verb(
    "import",
    _import,
    "import csv FILE [--yes]",
    "add the interviews in a table from a spreadsheet or a job tracker; shows them first",
    "followup-tui import csv tracker.csv",
    (
        (("form",), {"choices": ["csv"], "help": "csv: a table with a column for the company and the day"}),
        (("file",), {"metavar": "FILE", "type": Path, "help": "the table"}),
        (("--yes",), {"action": "store_true", "help": "add them without asking"}),
    ),
)
