"""`import`: interviews from a table, shown before anything is written."""

import argparse
import shlex
import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from followup_tui.cli.command import (
    USED_WRONG,
    Verb,
    Wrong,
    clock_of,
    locations_of,
    read,
    save,
    session_of,
    tell,
)

if TYPE_CHECKING:
    from followup_tui.core.csv_import.matching import Additions
    from followup_tui.core.csv_import.table import Table

_STANDARD_INPUT = "-"


def _import(options: argparse.Namespace) -> int:
    from followup_tui.cli.commands.import_preview import preview
    from followup_tui.core.csv_import.matching import additions
    from followup_tui.core.csv_import.table import NoTable, Order, Wishes, decode, read_table
    from followup_tui.core.model.logbook import FORMAT

    if options.day_first and options.month_first:
        raise Wrong("--day-first and --month-first: give one of them", USED_WRONG)
    order = Order.DAY_FIRST if options.day_first else Order.MONTH_FIRST if options.month_first else None
    name = "standard input" if options.file == _STANDARD_INPUT else options.file
    data = _bytes_of(options.file, name)
    try:
        decoded = decode(data)
        wishes = Wishes(tuple(options.date_column), order)
        table = read_table(decoded.text, datetime.astimezone, wishes)
    except NoTable as problem:
        raise Wrong(f"{name}: {problem}") from None
    now = clock_of(options)()
    # Not by a session: that would file the inbox, which is writing.
    logbook = read(locations_of(options))
    if logbook.format > FORMAT:
        raise Wrong(f"a newer followup-tui wrote {locations_of(options).data}; update to change it")
    found = additions(table.rows, logbook, now, options.keep_open)
    print("\n".join(preview(table, found, decoded.is_old)))
    if not found.new:
        print("Nothing to add.")
    elif options.yes or _agreed(len(found.new)):
        _add(options, table, found, now)
    return 0


def _bytes_of(path: str, name: str) -> bytes:
    """What is in the file, or comes in through standard input. Raises Wrong."""
    from followup_tui.storage.atomic import MAX_BYTES, reason_of

    if path == _STANDARD_INPUT and (sys.stdin is None or sys.stdin.isatty()):
        raise Wrong("nothing comes in; pipe the table in, or name its file", USED_WRONG)
    try:
        if path == _STANDARD_INPUT:
            data = sys.stdin.buffer.read(MAX_BYTES + 1)
        else:
            # Anything that can be read will do, a pipe too: it is never written.
            with Path(path).open("rb") as opened:
                data = opened.read(MAX_BYTES + 1)
    except FileNotFoundError:
        raise Wrong(f"{name} is not there; name the file that your tracker exported") from None
    except IsADirectoryError:
        raise Wrong(f"{name} is a folder; name the file that your tracker exported") from None
    except OSError as error:
        raise Wrong(f"{name} can't be read: {reason_of(error)}") from None
    if len(data) > MAX_BYTES:
        most = MAX_BYTES // 1024**2
        raise Wrong(f"{name} is larger than {most} MiB; it can hardly be a table of interviews")
    return data


def _agreed(number: int) -> bool:
    what = "this interview" if number == 1 else f"these {number} interviews"
    if sys.stdin is None or not sys.stdin.isatty():
        print(f"Nothing was written. To add {what}: the same with --yes")
        return False
    print(f"Add {what}? y adds, anything else does not: ", end="", flush=True)
    answer = sys.stdin.buffer.readline()
    if answer.strip().lower() in (b"y", b"yes"):
        return True
    if not answer.endswith(b"\n"):
        print()
    print("Nothing was written.")
    return False


def _add(options: argparse.Namespace, table: "Table", shown: "Additions", now: datetime) -> None:
    """Adds what was shown, and nothing else. Raises Wrong."""
    from followup_tui.core.csv_import.matching import AddInterviews, additions
    from followup_tui.core.dates.format import count
    from followup_tui.storage import atomic as file
    from followup_tui.storage.backups import number_of

    session = session_of(options)
    if additions(table.rows, session.logbook, now, options.keep_open) != shown:
        raise Wrong("your logbook was changed meanwhile; nothing was added, do it again to see what is new")
    used = session.locations
    try:
        before = file.read(used.data)
    except file.FileProblem as problem:
        raise Wrong(str(problem)) from None
    change = AddInterviews(tuple(one.interview.but(id=session.new_id()) for one in shown.new))
    session.do(change, save=False)
    save(session)
    said = [f"Added {count(len(change.interviews), 'interview')}."]
    number = number_of(used, before) if before is not None else None
    if before is None:
        said.append(f"To undo: delete {used.data}")
    elif number is not None:
        given = getattr(options, "data", None)
        where = "" if given is None else f" --data {shlex.quote(str(given))}"
        said.append(f"To undo: followup-tui restore {number}{where}")
    tell(*said)


IMPORT = Verb(
    "import",
    _import,
    "import csv FILE [--yes]",
    "add the interviews in a table from a spreadsheet or a job tracker; shows them first",
    "followup-tui import csv tracker.csv",
    (
        (("form",), {"choices": ["csv"], "help": "csv: a table with a column for the company and the day"}),
        (
            ("file",),
            {
                "metavar": "FILE",
                "help": "the table; - is standard input, which adds only with --yes",
            },
        ),
        (("--yes",), {"action": "store_true", "help": "add them without asking"}),
        (
            ("--date-column",),
            {
                "metavar": "NAME",
                "action": "append",
                "default": [],
                "help": "take the days from this column; an application is no interview, so the day of "
                "applying is taken only if you name its column here; given twice: from both",
            },
        ),
        (("--day-first",), {"action": "store_true", "help": "in days such as 03/04/2026, 03 is the day"}),
        (("--month-first",), {"action": "store_true", "help": "in days such as 03/04/2026, 03 is the month"}),
        (
            ("--keep-open",),
            {
                "action": "store_true",
                "help": "leave open what is long past (30 days after the promised day, or what you set); "
                "else it comes in closed as “no answer”, unless its status says that it goes on",
            },
        ),
    ),
)
