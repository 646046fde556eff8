"""The command line: the table of its verbs, and the parser made from it."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from followup_tui import __version__
from followup_tui.cli.command import USAGE_ERROR, CommandError, parse_now
from followup_tui.cli.commands.app import run_app
from followup_tui.cli.commands.check import CHECK
from followup_tui.cli.commands.completion import COMPLETION
from followup_tui.cli.commands.demo import DEMO
from followup_tui.cli.commands.due import DUE
from followup_tui.cli.commands.export import EXPORT
from followup_tui.cli.commands.import_csv import IMPORT
from followup_tui.cli.commands.merge import MERGE
from followup_tui.cli.commands.new import NEW
from followup_tui.cli.commands.note import NOTE
from followup_tui.cli.commands.recall import RECALL
from followup_tui.cli.commands.restore import RESTORE
from followup_tui.cli.commands.where import WHERE
from followup_tui.cli.output import configure_output, exit_status_of, print_error
from followup_tui.core.text import capitalized

COMMANDS = (DEMO, NOTE, NEW, DUE, RECALL, EXPORT, IMPORT, CHECK, MERGE, RESTORE, WHERE, COMPLETION)
"""The verbs, in the order of `--help`. A new one is a file in `commands` and a row here."""


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run what the command line asks for and end the process with its exit status."""
    configure_output()
    sys.exit(exit_status_of(lambda: _run(arguments)))


def _run(arguments: Sequence[str] | None) -> int:
    """Run a command and return its exit status, once all its output is written."""
    options, unknown = make_parser().parse_known_args(arguments)
    if unknown:
        options.parser.error(f"unrecognized arguments: {' '.join(unknown)}")
    try:
        status: int = options.run(options)
    except CommandError as error:
        return print_error(str(error), error.status)
    if sys.stdout is not None:
        sys.stdout.flush()
    return status


class OneLineParser(argparse.ArgumentParser):
    """A parser that reports wrong usage in one line, as all other errors are reported."""

    def error(self, message: str) -> NoReturn:
        sys.exit(print_error(f"{message}; see {self.prog} --help", USAGE_ERROR))

    def exit(self, status: int = 0, message: str | None = None) -> NoReturn:
        if sys.stdout is not None:
            sys.stdout.flush()  # of the help: at the end of the process a failure could not be reported
        super().exit(status, message)


def make_parser() -> argparse.ArgumentParser:
    """Return the parser of the command line, made from the table of commands."""
    common = OneLineParser(add_help=False, argument_default=argparse.SUPPRESS)
    common.add_argument("--data", metavar="FILE", type=Path, help="use this file instead of your own logbook")
    now = "pretend that it is this time, such as 2026-11-23T18:00+01:00"
    common.add_argument("--now", metavar="TIME", type=parse_now, help=now)
    parser = OneLineParser(
        prog="followup-tui",
        parents=[common],
        description="What to do after a job interview. Without a verb: open the app.",
        epilog="example: followup-tui demo",
    )
    parser.add_argument("--version", action="version", version=f"followup-tui {__version__}")
    parser.set_defaults(run=run_app, parser=parser)
    verbs = parser.add_subparsers(title="verbs", metavar="VERB")
    for command in COMMANDS:
        verb = verbs.add_parser(
            command.name,
            parents=[common],
            help=command.help,
            description=f"{capitalized(command.help)}.",
            epilog=f"example: {command.example}",
        )
        for names, settings in command.arguments:
            verb.add_argument(*names, **settings)
        verb.set_defaults(run=command.run, parser=verb)
    return parser
