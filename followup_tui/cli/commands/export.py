"""`export`: the calendar, a page for each interview, everything as JSON."""

import argparse
import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from followup_tui.cli.command import (
    USED_WRONG,
    Verb,
    Wrong,
    as_json,
    clock_of,
    is_absent,
    locations_of,
    planned,
    read,
    write_out,
)

if TYPE_CHECKING:
    from followup_tui.core.model.logbook import Interview, Logbook

STANDARD_OUTPUT = Path("-")
_ADD_ONE = "add an interview first: followup-tui new COMPANY"


def _export(options: argparse.Namespace) -> int:
    now = clock_of(options)()
    used = locations_of(options)
    if is_absent(used, options):
        raise Wrong(f"--data {used.data}: there is no such file")
    logbook = read(used)
    if options.to is not None:
        logbook = logbook.but(interviews=_at_company(options.to, logbook.interviews), deleted=())
    text = _FORMS[options.form](logbook, now, options.to is not None)
    if options.output in (None, STANDARD_OUTPUT):
        _print(text)
    else:
        write_out(options.output, text, options.force, used.data)
        print(f"Written: {options.output}", file=sys.stderr)
    return 0


def _print(text: str) -> None:
    if sys.stdout is None:
        raise Wrong("standard output is closed; name a file with -o FILE")
    # As bytes: these forms are UTF-8 wherever one is, and the lines of a calendar end in their own way.
    sys.stdout.flush()
    sys.stdout.buffer.write(text.encode())
    sys.stdout.buffer.flush()


def _at_company(wanted: str, interviews: "tuple[Interview, ...]") -> "tuple[Interview, ...]":
    """The interviews at the company that is meant. Raises Wrong where it is none, or may be several."""
    from followup_tui.cli.commands.note import company_of
    from followup_tui.core.companies import fold_company
    from followup_tui.storage.inbox_append import CantAdd

    if not wanted.strip():
        raise Wrong("--to names no company; write it like --to Acme", USED_WRONG)
    if not interviews:
        raise Wrong(f"there is no interview yet; {_ADD_ONE}")
    try:
        company = company_of(wanted, [one.company for one in interviews])
    except CantAdd as problem:
        raise Wrong(str(problem)) from None
    return tuple(one for one in interviews if fold_company(one.company) == fold_company(company))


def _ics(logbook: "Logbook", now: datetime, _: bool) -> str:
    from followup_tui.export.ics import calendar

    text = calendar(planned(logbook, now), now, logbook.deleted)
    if not text:
        why = "all interviews are closed and long past" if logbook.interviews else _ADD_ONE
        raise Wrong(f"there is nothing to put in a calendar; {why}")
    return text


def _md(logbook: "Logbook", now: datetime, is_one: bool) -> str:
    from followup_tui.core.rules.agenda import sort_by_urgency
    from followup_tui.export.markdown import pages

    return pages(sort_by_urgency(planned(logbook, now)), in_full=is_one)


def _json(logbook: "Logbook", now: datetime, _: bool) -> str:
    from followup_tui.export.json_export import json_view

    return as_json(json_view(planned(logbook, now), now))


_FORMS = {"ics": _ics, "md": _md, "json": _json}

EXPORT = Verb(
    "export",
    _export,
    "export ics|md|json [-o FILE]",
    "a calendar, a page for each interview, or everything as JSON; --to COMPANY: of one company",
    "followup-tui export ics -o interviews.ics",
    (
        (
            ("form",),
            {
                "choices": list(_FORMS),
                "help": "ics: what is to be done when, for a calendar, which a later one brings up to date; "
                "md: pages to read or print; json: everything, with facts and plans",
            },
        ),
        (
            ("-o", "--output"),
            {"metavar": "FILE", "type": Path, "help": "write to this file, not over another; -: print it"},
        ),
        (("--to",), {"metavar": "COMPANY", "help": "one company alone, by its name or a part of it"}),
        (("--force",), {"action": "store_true", "help": "write over a file that is there"}),
    ),
)
