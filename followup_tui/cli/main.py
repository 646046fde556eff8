"""The command line: the table of verbs, and its parser."""

import argparse
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from followup_tui import __version__
from followup_tui.cli.command import (
    FOUND_WRONG,
    USED_WRONG,
    Verb,
    Wrong,
    clock_of,
    complain,
    locations_of,
    moment,
    unsaid,
)
from followup_tui.cli.commands.completion import COMPLETION
from followup_tui.cli.commands.due import DUE
from followup_tui.cli.commands.export import EXPORT
from followup_tui.cli.commands.import_csv import IMPORT
from followup_tui.cli.commands.new import NEW
from followup_tui.cli.commands.note_arguments import NOTE
from followup_tui.cli.commands.upkeep import CHECK, MERGE, RESTORE
from followup_tui.cli.streams import INTERRUPTED, mend_streams
from followup_tui.clock import Clock
from followup_tui.storage.paths import Locations


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Does what the command line asks for, and ends the process with its status."""
    mend_streams()
    options = _parser().parse_args(arguments)
    try:
        status = options.run(options)
        if sys.stdout is not None:
            sys.stdout.flush()
    except Wrong as wrong:
        status = complain(str(wrong), wrong.status)
    except KeyboardInterrupt:
        status = INTERRUPTED
    except BrokenPipeError:
        # Whoever read our output has had enough.
        sys.stdout = sys.stderr = None
        status = 0
    except OSError as error:
        # Files that can't be used are told by those who use them.
        status = unsaid(error)
    sys.exit(status)


class OneLineParser(argparse.ArgumentParser):
    """A parser that complains as all else does: in one line."""

    def error(self, message: str) -> NoReturn:
        sys.exit(complain(f"{message}; see {self.prog} --help", USED_WRONG))


def _parser() -> argparse.ArgumentParser:
    common = OneLineParser(add_help=False)
    common.add_argument(
        "--data",
        metavar="FILE",
        type=Path,
        default=argparse.SUPPRESS,
        help="use this file instead of your logbook",
    )
    common.add_argument(
        "--now",
        metavar="TIME",
        type=moment,
        default=argparse.SUPPRESS,
        help="set the clock, such as 2026-11-23T18:00+01:00; it goes on from there",
    )
    parser = OneLineParser(
        prog="followup-tui",
        parents=[common],
        description="What to do after a job interview. Without a verb: open the app.",
        epilog="example: followup-tui demo",
    )
    parser.add_argument("--version", action="version", version=f"followup-tui {__version__}")
    parser.set_defaults(run=_app)
    verbs = parser.add_subparsers(title="verbs", metavar="VERB")
    for verb in VERBS:
        one = verbs.add_parser(
            verb.name,
            parents=[common],
            help=verb.help,
            description=verb.help[:1].upper() + verb.help[1:] + ".",
            epilog=f"example: {verb.example}",
        )
        for names, settings in verb.arguments:
            one.add_argument(*names, **settings)
        one.set_defaults(run=verb.run)
    return parser


def verb_rows() -> list[tuple[str, str]]:
    """Each way to call the program, and what it does."""
    rows = [("followup-tui", "open the app")]
    rows += [(f"followup-tui {verb.usage}", verb.help) for verb in VERBS]
    rows += [
        ("  --data FILE", "use this file instead of your logbook"),
        ("  --now TIME", "set the clock (2026-11-23T18:00+01:00); it goes on from there"),
        ("  --version, --help", "for every verb, with an example"),
    ]
    return rows


def _where(options: argparse.Namespace) -> int:
    used = locations_of(options)
    state = "" if used.data.exists() else "  (not there yet)"
    print(f"logbook  {used.data}{state}")
    print(f"state    {used.state}")
    return 0


def _app(options: argparse.Namespace) -> int:
    used = locations_of(options)
    if getattr(options, "data", None) is not None and not used.data.parent.is_dir():
        folder = used.data.parent
        return complain(f"--data {used.data}: the folder {folder} does not exist; make it first", FOUND_WRONG)
    return _open(used, clock_of(options))


def _demo(options: argparse.Namespace) -> int:
    from followup_tui.demo import demo_text

    clock = clock_of(options)
    with tempfile.TemporaryDirectory(prefix="followup-tui-demo-") as folder:
        used = Locations(Path(folder, "logbook.toml"), Path(folder, "state"))
        used.data.write_text(demo_text(clock()), encoding="utf-8")
        return _open(used, clock, is_demo=True)


def _open(used: Locations, clock: Clock, is_demo: bool = False) -> int:
    if not all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout)):
        return complain("the app needs a terminal; the verbs do not (followup-tui --help)", USED_WRONG)
    from followup_tui.startup.launch import open_app

    return open_app(used, clock, is_demo)


VERBS = (
    Verb("demo", _demo, "demo", "the app on made-up interviews, never on your own", "followup-tui demo"),
    NOTE,
    NEW,
    DUE,
    EXPORT,
    IMPORT,
    CHECK,
    MERGE,
    RESTORE,
    Verb("where", _where, "where", "which files are used", "followup-tui where"),
    COMPLETION,
)
