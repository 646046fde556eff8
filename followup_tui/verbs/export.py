"""`export`: the calendar, a page for each interview, everything as JSON."""

import argparse
import sys
from pathlib import Path

from followup_tui.verbs.common import (
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


def _export(options: argparse.Namespace) -> int:
    now = clock_of(options)()
    used = locations_of(options)
    if is_absent(used, options):
        raise Wrong(f"--data {used.data}: there is no such file")
    pairs = planned(read(used), now)
    if options.form == "ics":
        from followup_tui.export.ics import calendar

        text = calendar(pairs, now)
    elif options.form == "md":
        from followup_tui.core.agenda import in_order
        from followup_tui.export.markdown import pages

        text = pages(in_order(pairs))
    else:
        from followup_tui.export.jsonview import json_view

        text = as_json(json_view(pairs, now))
    if options.output is None:
        # As bytes: the lines of a calendar end in their own way.
        sys.stdout.flush()
        sys.stdout.buffer.write(text.encode())
        sys.stdout.buffer.flush()
    else:
        write_out(options.output, text, options.force, used.data)
        print(f"Written: {options.output}", file=sys.stderr)
    return 0


EXPORT = Verb(
    "export",
    _export,
    "export ics|md|json [-o FILE]",
    "a calendar, a page for each interview, or everything as JSON",
    "followup-tui export ics -o interviews.ics",
    (
        (
            ("form",),
            {
                "choices": ["ics", "md", "json"],
                "help": "ics: what is to be done when, for a calendar; md: pages to read or print; "
                "json: everything, with facts and plans",
            },
        ),
        (
            ("-o", "--output"),
            {"metavar": "FILE", "type": Path, "help": "write to this file, not over another"},
        ),
        (("--force",), {"action": "store_true", "help": "write over a file that is there"}),
    ),
)
