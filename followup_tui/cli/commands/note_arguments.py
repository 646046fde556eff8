"""`note` as a verb of the command line: for what `quick` leaves to the parser."""

import argparse

from followup_tui.cli.command import Verb, clock_of, locations_of
from followup_tui.cli.commands.note import note


def _note(options: argparse.Namespace) -> int:
    used = locations_of(options)
    return note(str(used.data), str(used.state), options.text, options.to, clock_of(options)())


NOTE = Verb(
    "note",
    _note,
    "note [TEXT…] [--to COMPANY]",
    "file lines under the latest interview, or that with COMPANY; without TEXT: standard input",
    'followup-tui note "+ references by Friday" --to acme',
    (
        (
            ("text",),
            {"metavar": "TEXT", "nargs": "*", "help": "what to note; “yesterday 3pm: …” gives the time"},
        ),
        (("--to",), {"metavar": "COMPANY", "help": "a company, by its name or a part of it"}),
    ),
)
