"""`import csv`: interviews from a table, shown before anything is written."""

import argparse
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from followup_tui.cli.command import SUCCESS, USAGE_ERROR, Command, CommandError, argument, clock_of, paths_of
from followup_tui.cli.commands.restore import undo_hint
from followup_tui.cli.logbook_access import open_session, read_logbook, save
from followup_tui.cli.output import print_done, wrapped
from followup_tui.storage.paths import Paths

if TYPE_CHECKING:
    from followup_tui.core.csv_import.table import Table


def _run(options: argparse.Namespace) -> int:
    """Show what a table adds, and add it with `--yes`."""
    from followup_tui.core.changes.interviews import AddInterviews
    from followup_tui.core.csv_import.table import additions
    from followup_tui.core.dates.format import count
    from followup_tui.core.rules.joining import describe_joinable

    table, now, paths = _read(options), clock_of(options)(), paths_of(options)
    # What is only shown needs no session: that would file the inbox, which is writing.
    before = _read_data(paths) if options.yes else None
    session = open_session(options) if options.yes else None
    logbook = session.logbook if session else read_logbook(paths)
    table = additions(table, logbook, now)
    print(*wrapped(_preview(table)), sep="\n")
    if table.rows and session is None:
        print("Nothing was written. To add these, run it again with --yes.")
    elif table.rows and session:
        new = tuple(row.interview.but(id=session.new_id()) for row in table.rows)
        session.do(AddInterviews(new), save=False)
        save(session)
        undo = (f"To undo: delete {paths.data}",) if before is None else undo_hint(paths, before)
        joinable = describe_joinable(logbook.interviews, session.logbook.interviews)
        print_done(f"Added {count(len(new), 'interview')}.", *joinable, *undo)
    return SUCCESS


def _read_data(paths: Paths) -> bytes | None:
    """Return the content of the logbook; None if there is none. Raise CommandError where it can't be read."""
    from followup_tui.storage import atomic

    try:
        return atomic.read(paths.data)
    except atomic.FileProblem as problem:
        raise CommandError(str(problem)) from None


def _read(options: argparse.Namespace) -> "Table":
    """Return the table in the file. Raise CommandError where it can't be read."""
    from followup_tui.core.csv_import.parsing import TableError, decode
    from followup_tui.core.csv_import.table import read_table
    from followup_tui.core.errors import failure
    from followup_tui.storage.constants import MAX_BYTES, too_large

    if options.day_first and options.month_first:
        raise CommandError("--day-first and --month-first can't be combined", USAGE_ERROR)
    is_order_given = options.day_first or options.month_first
    day_first = options.day_first if is_order_given else None
    named = tuple(options.date_column), options.company_column, day_first
    try:
        with Path(options.file).open("rb") as file:
            data = file.read(MAX_BYTES + 1)
        if len(data) > MAX_BYTES:
            raise CommandError(too_large(options.file, "a table"))
        return read_table(decode(data), datetime.astimezone, *named)
    except OSError as error:
        raise CommandError(failure(options.file, "read", error)) from None
    except TableError as error:
        raise CommandError(f"{options.file}: {error}") from None


def _preview(table: "Table") -> Iterator[str]:
    """Yield the lines to show. What is to be added comes last."""
    from followup_tui.core.dates.clocks import their_time
    from followup_tui.core.dates.format import count
    from followup_tui.core.notes.facts import people_in
    from followup_tui.core.text import clean_line

    yield clean_line(table.remark)
    for sign, messages in (("- left out,", table.left_out), ("=", table.known)):
        for line, company, message in messages:
            yield clean_line(f"{sign} line {line}: {f'{company}: ' if company else ''}{message}")
    for row in table.rows:
        interview = row.interview
        when = f"{interview.held_at:%Y-%m-%d %H:%M}"
        if interview.their_zone:
            when += f" ({their_time(interview.held_at, interview.their_zone):%H:%M} there)"
        lines = [line for line in interview.notes.split("\n") if line and not line.startswith("@")]
        parts = (
            when,
            interview.company,
            interview.role,
            f"round {interview.round}" if interview.round > 1 else "",
            interview.setting if interview.setting != "in person" else "",
            f"outcome: {interview.outcome}" if interview.outcome else "open",
            *(f"@ {name}" for name in people_in(interview.notes)),
            f"{count(len(lines), 'line')} of notes" if lines else "",
            row.remark,
        )
        yield clean_line(f"+ line {row.line}: {' · '.join(filter(None, parts))}")
    counts = (
        f"{count(len(table.rows), 'interview')} to add",
        f"{len(table.known)} already there" if table.known else "",
        f"{len(table.left_out)} left out" if table.left_out else "",
    )
    yield f"{'; '.join(filter(None, counts))}." if table.rows else "Nothing to add."


_DATES = "take the days from this column, such as that of applying; given twice: from both"
IMPORT = Command(
    "import",
    _run,
    "import csv FILE [--yes]",
    "show the interviews in a table from a spreadsheet or a job tracker, and add them with --yes",
    "followup-tui import csv tracker.csv",
    argument(
        "form",
        metavar="csv",
        choices=["csv"],
        help="csv: a table with a column for the company and the day",
    ),
    argument("file", metavar="FILE", help="the table, in UTF-8"),
    argument("--yes", action="store_true", help="add them; without it, they are only shown"),
    argument("--date-column", metavar="NAME", action="append", default=[], help=_DATES),
    argument("--company-column", metavar="NAME", default="", help="the one with the companies"),
    argument("--day-first", action="store_true", help="03/04/2026 is 3 April"),
    argument("--month-first", action="store_true", help="03/04/2026 is 4 March"),
)
