"""`export`: the calendar, a page for each interview, everything as JSON."""

import argparse
import os
import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from followup_tui.cli.command import (
    NO_COMPANY,
    SUCCESS,
    USAGE_ERROR,
    Command,
    CommandError,
    argument,
    clock_of,
    paths_of,
)
from followup_tui.cli.logbook_access import plans, read_logbook, require_file
from followup_tui.cli.output import to_json
from followup_tui.core.errors import failure

if TYPE_CHECKING:
    from followup_tui.core.model.logbook import Interview, Logbook

STANDARD_OUTPUT = Path("-")
_ADD_FIRST = "add an interview first: followup-tui new COMPANY"


def _run(options: argparse.Namespace) -> int:
    now = clock_of(options)()
    paths = paths_of(options)
    if options.schema:
        _write_output(options, _schema(options.form), paths.data)
        return SUCCESS
    require_file(paths, options)
    logbook = read_logbook(paths)
    if options.to is not None:
        logbook = logbook.but(interviews=_at_company(options.to, logbook.interviews), deleted=())
    if options.form == "ics":
        return _export_calendar(options, logbook, now)
    text = _FORMS[options.form](logbook, now, options.to is not None)
    _write_output(options, text, paths.data)
    return SUCCESS


def _export_calendar(options: argparse.Namespace, logbook: "Logbook", now: datetime) -> int:
    """Write the calendar; events of an earlier one that are gone are cancelled in it."""
    from followup_tui.cli.calendar_history import CalendarHistory
    from followup_tui.export.ics import calendar

    destination = "-" if options.output in (None, STANDARD_OUTPUT) else str(options.output.absolute())
    history = CalendarHistory(paths_of(options).state, destination)
    logbook = logbook.but(interviews=tuple(history.with_earlier_ids(logbook.interviews)))
    own = tuple(f"{interview.id}-" for interview in logbook.interviews)
    earlier = [event for event in history.events.values() if options.to is None or event.name.startswith(own)]
    exported = calendar(plans(logbook, now), now, earlier)
    if not exported.text:
        reason = "all interviews are closed and long over" if logbook.interviews else _ADD_FIRST
        raise CommandError(f"nothing to put in a calendar; {reason}")
    _write_output(options, exported.text, paths_of(options).data)
    history.save(exported.events, logbook.interviews)
    return SUCCESS


def _write_output(options: argparse.Namespace, text: str, logbook: Path) -> None:
    """Write the text to the file or the standard output that the options name."""
    if options.output in (None, STANDARD_OUTPUT):
        _print(text)
    else:
        _write(options.output, text, options.force, logbook)
        if sys.stderr is not None and sys.stderr.isatty():  # cron would mail it
            print(f"Written: {options.output}", file=sys.stderr)


def _print(text: str) -> None:
    if sys.stdout is None:
        raise CommandError("standard output is closed; name a file with -o FILE")
    # As bytes: the exports are UTF-8 on every system, and the lines of a calendar end in CRLF.
    sys.stdout.flush()
    sys.stdout.buffer.write(text.encode())
    sys.stdout.buffer.flush()


def _write(path: Path, text: str, force: bool, logbook: Path) -> None:
    """Write `text` to the file, whole or not at all. Raise CommandError where that fails.

    A file that exists is written over only with `force`, the logbook never.
    """
    from followup_tui.storage import atomic

    try:
        if path.is_dir():
            raise CommandError(f"{path} is a folder; name a file in it")
        if os.path.exists(path) and os.path.exists(logbook) and path.samefile(logbook):
            raise CommandError(f"{path} is your logbook; name another file")
        if path.exists() and not path.is_file():
            raise CommandError(f"{path} is not a regular file; name another one")
        if force and path.exists():
            atomic.atomic_write(path.resolve(), text.encode(), path.stat().st_mode & 0o777)
        else:
            atomic.write_new(path, text.encode())
    except FileExistsError:
        raise CommandError(
            f"{path} already exists; name another file, or overwrite it with --force"
        ) from None
    except OSError as error:
        raise CommandError(failure(path, "written", error)) from None


def _at_company(name: str, interviews: "tuple[Interview, ...]") -> "tuple[Interview, ...]":
    """Return the interviews at the company meant. Raise CommandError for none, or for several."""
    from followup_tui.cli.commands.note import resolve_company
    from followup_tui.core.companies import company_key

    if not name.strip():
        raise CommandError(NO_COMPANY, USAGE_ERROR)
    if not interviews:
        raise CommandError(f"there are no interviews yet; {_ADD_FIRST}")
    company = resolve_company(name, [interview.company for interview in interviews])
    return tuple(
        interview for interview in interviews if company_key(interview.company) == company_key(company)
    )


def _markdown(logbook: "Logbook", now: datetime, is_single_company: bool) -> str:
    from followup_tui.core.rules.agenda import sort_by_urgency
    from followup_tui.export.markdown import pages

    return pages(sort_by_urgency(plans(logbook, now)), in_full=is_single_company)


def _json(logbook: "Logbook", now: datetime, _: bool) -> str:
    from followup_tui.export.json_export import json_rest, json_view

    view = json_view(plans(logbook, now), now, logbook.interviews)
    return to_json({**view, **{key: value for key, value in json_rest(logbook).items() if key not in view}})


def _schema(form: str) -> str:
    """Return the JSON Schema of `export json`. Raise CommandError where another form is wanted."""
    from followup_tui.export.json_export import json_schema

    if form != "json":
        raise CommandError("--schema goes with json: followup-tui export json --schema", USAGE_ERROR)
    return to_json(json_schema())


_FORMS = {"md": _markdown, "json": _json}

EXPORT = Command(
    "export",
    _run,
    "export ics|md|json [-o FILE]",
    "write a calendar, a page for each interview, or everything as JSON; --to COMPANY: only that one",
    "followup-tui export ics -o interviews.ics",
    argument(
        "form",
        metavar="ics|md|json",
        choices=["ics", *_FORMS],
        help="ics: what is to be done when, for a calendar, which a later one brings up to date; "
        "md: pages to read or print; json: everything, with facts and plans",
    ),
    argument("-o", "--output", metavar="FILE", type=Path, help="write to this new file; -: print it"),
    argument("--to", metavar="COMPANY", help="only this company, by its name or a part of it"),
    argument("--force", action="store_true", help="overwrite the file if it exists"),
    argument("--schema", action="store_true", help="with json: print the JSON Schema instead"),
)
