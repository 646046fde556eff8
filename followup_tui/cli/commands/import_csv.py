"""`import csv`: interviews from a table, shown before anything is written."""

import argparse
import shlex
import sys
from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from followup_tui.cli.command import SUCCESS, USAGE_ERROR, Command, CommandError, clock_of, paths_of
from followup_tui.cli.logbook_access import open_session, read_logbook, save
from followup_tui.cli.output import print_done

if TYPE_CHECKING:
    from followup_tui.core.csv_import.matching import Additions, New
    from followup_tui.core.csv_import.table import Table

_STANDARD_INPUT = "-"


def _run(options: argparse.Namespace) -> int:
    from followup_tui.core.csv_import.matching import additions
    from followup_tui.core.csv_import.records import TableError, decode
    from followup_tui.core.csv_import.table import Wishes, read_table
    from followup_tui.core.model.logbook import FORMAT

    if options.day_first and options.month_first:
        raise CommandError("--day-first and --month-first: give one of them", USAGE_ERROR)
    day_first = options.day_first if options.day_first or options.month_first else None
    wishes = Wishes(tuple(options.date_column), options.company_column, day_first)
    name = "standard input" if options.file == _STANDARD_INPUT else options.file
    data = _read(options.file, name)
    try:
        text, is_windows_1252 = decode(data)
        table = read_table(text, datetime.astimezone, wishes)
    except TableError as error:
        raise CommandError(f"{name}: {error}") from None
    now = clock_of(options)()
    # Not by a session: that would file the inbox, which is writing.
    logbook = read_logbook(paths_of(options))
    if logbook.format > FORMAT:
        raise CommandError(f"a newer followup-tui wrote {paths_of(options).data}; update to change it")
    found = additions(table.rows, logbook, now, options.keep_open)
    print("\n".join(_preview(table, found, is_windows_1252)))
    if not found.new:
        print("Nothing to add.")
    elif options.yes or _is_confirmed(len(found.new)):
        _add(options, table, found, now)
    return SUCCESS


def _read(path: str, name: str) -> bytes:
    """Return what is in the file or comes from standard input. Raise CommandError where it can't be read."""
    from followup_tui.storage.atomic import reason_of
    from followup_tui.storage.constants import MAX_BYTES

    if path == _STANDARD_INPUT and (sys.stdin is None or sys.stdin.isatty()):
        raise CommandError("nothing comes in; pipe the table in, or name its file", USAGE_ERROR)
    try:
        if path == _STANDARD_INPUT:
            data = sys.stdin.buffer.read(MAX_BYTES + 1)
        else:
            with Path(path).open("rb") as opened:
                data = opened.read(MAX_BYTES + 1)
    except FileNotFoundError:
        raise CommandError(f"{name} is not there; name the file that your tracker exported") from None
    except IsADirectoryError:
        raise CommandError(f"{name} is a folder; name the file that your tracker exported") from None
    except OSError as error:
        raise CommandError(f"{name} can't be read: {reason_of(error)}") from None
    if len(data) > MAX_BYTES:
        most = MAX_BYTES // 1024**2
        raise CommandError(f"{name} is larger than {most} MiB; it can hardly be a table of interviews")
    return data


def _is_confirmed(number: int) -> bool:
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
    """Add what was shown, and nothing else. Raise CommandError where the logbook has changed since."""
    from followup_tui.core.changes.interviews import AddInterviews
    from followup_tui.core.csv_import.matching import additions
    from followup_tui.core.dates.format import count
    from followup_tui.core.rules.joining import describe_joinable
    from followup_tui.storage import atomic
    from followup_tui.storage.backups import number_of

    session = open_session(options)
    if additions(table.rows, session.logbook, now, options.keep_open) != shown:
        raise CommandError(
            "your logbook was changed meanwhile; nothing was added, do it again to see what is new"
        )
    paths = session.document.paths
    try:
        before = atomic.read(paths.data)
    except atomic.FileProblem as problem:
        raise CommandError(str(problem)) from None
    change = AddInterviews(tuple(new.interview.but(id=session.new_id()) for new in shown.new))
    known = session.logbook.interviews
    session.do(change, save=False)
    save(session)
    report = [f"Added {count(len(change.interviews), 'interview')}."]
    report += describe_joinable(known, session.logbook.interviews)
    number = number_of(paths, before) if before is not None else None
    if before is None:
        report.append(f"To undo: delete {paths.data}")
    elif number is not None:
        given = getattr(options, "data", None)
        where = "" if given is None else f" --data {shlex.quote(str(given))}"
        report.append(f"To undo: followup-tui restore {number}{where}")
    print_done(*report)


def _preview(table: "Table", found: "Additions", is_windows_1252: bool) -> list[str]:
    """Return the lines to show. What is to be added comes last, nearest to the question."""
    from followup_tui.core.dates.format import count
    from followup_tui.core.text import clean_line

    origins: dict[str, list[str]] = {}
    for kind, heading in table.columns:
        origins.setdefault(kind, []).append(f"“{heading}”")
    lines = ["Columns: " + ", ".join(f"{kind} from {' and '.join(names)}" for kind, names in origins.items())]
    if table.unused:
        lines.append("Not used: " + ", ".join(f"“{name}”" for name in table.unused))
    if is_windows_1252:
        lines.append("The file is not UTF-8; it was read as Windows-1252. See whether all letters are right.")
    lines += table.remarks
    lines += _grouped("-", "left out: ", table.left_out)
    lines += _grouped("=", "", found.known)
    lines += map(_new_line, found.new)
    if found.new:
        closed = sum(new.interview.is_closed for new in found.new)
        counts = [f"{len(found.new) - closed} open, {closed} closed"]
        counts += [f"{len(found.known)} there already"] * bool(found.known)
        counts += [f"{len(table.left_out)} left out"] * bool(table.left_out)
        lines.append(f"{count(len(found.new), 'interview')} to add: {'; '.join(counts)}.")
    if any(new.is_let_go for new in found.new):
        lines.append("What is long past comes in closed; --keep-open leaves it open.")
    return [clean_line(line) for line in lines]


def _new_line(new: "New") -> str:
    from followup_tui.core.dates.format import count

    interview = new.interview
    parts = [f"{interview.held_at:%Y-%m-%d %H:%M}", interview.company, interview.role]
    parts.append(f"round {interview.round}" if interview.round > 1 else "")
    parts.append(interview.setting if interview.setting != "in person" else "")
    if interview.is_closed:
        parts.append(f"closed: {interview.outcome}{' (long past)' if new.is_let_go else ''}")
    else:
        parts.append(f"open ({new.status})" if new.status else "open")
    written = sum(1 for line in interview.notes.split("\n") if line.strip())
    parts.append(f"{count(written, 'line')} of notes" if written else "")
    parts.append(new.remark)
    return f"+ line {new.line}: {' · '.join(part for part in parts if part)}"


def _grouped(sign: str, what: str, messages: Iterable[tuple[int, str, str]]) -> Iterator[str]:
    """Yield each message once with all its lines; of a single line with its company."""
    groups: dict[str, list[tuple[int, str]]] = {}
    for line, company, message in messages:
        groups.setdefault(message, []).append((line, company))
    for message, places in groups.items():
        if len(places) == 1:
            [(line, company)] = places
            yield f"{sign} line {line}: {what}{f'{company}: ' if company else ''}{message}"
        else:
            yield f"{sign} lines {_spans(sorted({line for line, _ in places}))}: {what}{message}"


def _spans(lines: list[int]) -> str:
    """Return line numbers as `2, 5, 8–12`."""
    spans: list[list[int]] = []
    for line in lines:
        if spans and line == spans[-1][-1] + 1:
            spans[-1].append(line)
        else:
            spans.append([line])
    return ", ".join(str(span[0]) if len(span) == 1 else f"{span[0]}–{span[-1]}" for span in spans)


IMPORT = Command(
    "import",
    _run,
    "import csv FILE [--yes]",
    "add the interviews in a table from a spreadsheet or a job tracker; shows them first",
    "followup-tui import csv tracker.csv",
    (
        (("form",), {"choices": ["csv"], "help": "csv: a table with a column for the company and the day"}),
        (
            ("file",),
            {"metavar": "FILE", "help": "the table; - is standard input, which adds only with --yes"},
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
        (
            ("--company-column",),
            {"metavar": "NAME", "default": "", "help": "take the companies from this column"},
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
