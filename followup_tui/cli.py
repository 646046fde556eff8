"""The verbs. None but opening the app imports Textual."""

import argparse
import gc
import json
import os
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from followup_tui import __version__
from followup_tui.storage.locations import Locations, locate

if TYPE_CHECKING:
    from followup_tui.core.model import Interview
    from followup_tui.core.plan import Plan

FOUND_WRONG, USED_WRONG = 1, 2
"""Exit status: the file has problems or the thing was not found; wrong usage or no terminal."""


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb of the command line."""

    name: str
    run: Callable[[argparse.Namespace], int]
    usage: str
    help: str
    example: str
    arguments: tuple[tuple[tuple[str, ...], dict[str, Any]], ...] = ()


Clock = Callable[[], datetime]


class _Wrong(Exception):
    """What was asked for can't be done; the text says why, in one line."""


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Does what the command line asks for, and ends the process with its status."""
    options = _parser().parse_args(arguments)
    run: Callable[[argparse.Namespace], int] = options.run
    try:
        sys.exit(run(options))
    except _Wrong as wrong:
        sys.exit(_complain(str(wrong), FOUND_WRONG))
    except BrokenPipeError:
        # Whoever read our output has had enough.
        sys.stderr.close()
        sys.exit(0)


def _parser() -> argparse.ArgumentParser:
    common = argparse.ArgumentParser(add_help=False)
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
        type=_moment,
        default=argparse.SUPPRESS,
        help="set the clock, such as 2026-11-23T18:00+01:00; it goes on from there",
    )
    parser = argparse.ArgumentParser(
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


def _moment(text: str) -> datetime:
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        at = None
    if at is None or at.tzinfo is None or not 2000 <= at.year < 2200:
        raise argparse.ArgumentTypeError(
            f"“{text}” is no time with an offset; write it like 2026-11-23T18:00+01:00"
        )
    return at


def _clock(options: argparse.Namespace) -> Clock:
    """The clock of this run: the machine's, or one that was set with `--now` and runs on."""
    start: datetime | None = getattr(options, "now", None)
    if start is None:
        return lambda: datetime.now().astimezone()
    set_at = datetime.now().astimezone()

    def now() -> datetime:
        return start + (datetime.now().astimezone() - set_at)

    return now


def _locations(options: argparse.Namespace) -> Locations:
    return locate(getattr(options, "data", None))


def _where(options: argparse.Namespace) -> int:
    used = _locations(options)
    state = "" if used.data.exists() else "  (not there yet)"
    print(f"logbook  {used.data}{state}")
    print(f"state    {used.state}")
    return 0


def _check(options: argparse.Namespace) -> int:
    from followup_tui.verbs import upkeep

    return 0 if upkeep.check(_locations(options)) else FOUND_WRONG


def _merge(options: argparse.Namespace) -> int:
    from followup_tui.verbs import upkeep

    try:
        upkeep.merge(_locations(options), options.others, _clock(options)())
    except upkeep.CantDo as why:
        raise _Wrong(str(why)) from None
    return 0


def _restore(options: argparse.Namespace) -> int:
    from followup_tui.verbs import upkeep

    try:
        upkeep.restore(_locations(options), options.number, _clock(options)())
    except upkeep.CantDo as why:
        raise _Wrong(str(why)) from None
    return 0


def _due(options: argparse.Namespace) -> int:
    from followup_tui.core.agenda import in_order
    from followup_tui.export.jsonview import json_due

    now = _clock(options)()
    planned = in_order(_planned(_locations(options), now))
    if options.json:
        _print_json(json_due(planned, now))
        return 0
    lines = [
        f"{interview.company}: {todo.text}, {todo.when(plan.today)}".rstrip(", ")
        for interview, plan in planned
        for todo in plan.todos
    ]
    if not options.brief:
        print("\n".join(lines) if lines else "Nothing to do today.")
    elif lines:
        more = f" (+{len(lines) - 1})" if len(lines) > 1 else ""
        print(lines[0] + more)
    return 0


def _export(options: argparse.Namespace) -> int:
    from followup_tui.export.jsonview import json_view

    now = _clock(options)()
    view = json_view(_planned(_locations(options), now), now)
    if options.output is None:
        _print_json(view)
        return 0
    try:
        with options.output.open("x", encoding="utf-8") as file:
            file.write(json.dumps(view, indent=2, ensure_ascii=False) + "\n")
    except FileExistsError:
        return _complain(f"{options.output} is there already; name another file", FOUND_WRONG)
    except OSError as error:
        return _complain(f"{options.output} can't be written: {(error.strerror or '').lower()}", FOUND_WRONG)
    return 0


def _print_json(value: object) -> None:
    print(json.dumps(value, indent=2, ensure_ascii=False))


def _planned(used: Locations, now: datetime) -> "list[tuple[Interview, Plan]]":
    """Every interview of the file with its plan; nothing is written."""
    from followup_tui.core.changes import FileInbox
    from followup_tui.core.rules import plan
    from followup_tui.storage.opening import BrokenFile, open_logbook

    try:
        logbook = FileInbox().apply(open_logbook(used.data).logbook)
    except BrokenFile as broken:
        raise _Wrong(str(broken)) from None
    return [(one, plan(one, now, logbook.rules)) for one in logbook.interviews]


def _app(options: argparse.Namespace) -> int:
    used = _locations(options)
    if getattr(options, "data", None) is not None and not used.data.parent.is_dir():
        folder = used.data.parent
        return _complain(
            f"--data {used.data}: the folder {folder} does not exist; make it first", FOUND_WRONG
        )
    return _open(used, _clock(options))


def _demo(options: argparse.Namespace) -> int:
    from followup_tui.demo import demo_text

    clock = _clock(options)
    with tempfile.TemporaryDirectory(prefix="followup-tui-demo-") as folder:
        used = Locations(Path(folder, "logbook.toml"), Path(folder, "state"))
        used.data.write_text(demo_text(clock()), encoding="utf-8")
        return _open(used, clock, is_demo=True)


def _open(used: Locations, clock: Clock, is_demo: bool = False) -> int:
    if not all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout)):
        return _complain("the app needs a terminal; the verbs do not (followup-tui --help)", USED_WRONG)
    from followup_tui.early import listen

    listen()
    # The start makes much and throws nothing away; looking for garbage takes a seventh of it.
    gc.disable()
    # Plugins of pydantic are searched in all that is installed; we have none.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    from followup_tui.session import Session
    from followup_tui.tui.app import FollowUpApp

    app = FollowUpApp(lambda: Session(used, clock, is_demo))
    app.run()
    if app.farewell:
        print(app.farewell, file=sys.stderr)
    return app.return_code or (FOUND_WRONG if app.farewell else 0)


def _complain(text: str, status: int) -> int:
    print(f"followup-tui: {text}", file=sys.stderr)
    return status


_AS_JSON = (("--json",), {"action": "store_true", "help": "as JSON, for scripts"})
VERBS = (
    Verb("demo", _demo, "demo", "the app on made-up interviews, never on your own", "followup-tui demo"),
    Verb(
        "due",
        _due,
        "due [--json | --brief]",
        "what to do now, one line each; --brief: one line in all, empty when calm",
        "followup-tui due --brief",
        (_AS_JSON, (("--brief",), {"action": "store_true", "help": "one line, empty when calm"})),
    ),
    Verb(
        "export",
        _export,
        "export json [-o FILE]",
        "everything with facts and plans",
        "followup-tui export json -o interviews.json",
        (
            (("form",), {"choices": ["json"], "help": "json: all interviews, their facts and plans"}),
            (
                ("-o", "--output"),
                {"metavar": "FILE", "type": Path, "help": "write to this file, not over another"},
            ),
        ),
    ),
    Verb(
        "check",
        _check,
        "check",
        "is the file sound: each problem with its line; and the backups of it",
        "followup-tui check",
    ),
    Verb(
        "merge",
        _merge,
        "merge OTHER…",
        "bring other copies of the file into it, such as those that a synchroniser set aside",
        "followup-tui merge copy.toml",
        (
            (
                ("others",),
                {"metavar": "OTHER", "nargs": "+", "type": Path, "help": "a copy; it is left alone"},
            ),
        ),
    ),
    Verb(
        "restore",
        _restore,
        "restore [NUMBER]",
        "put a backup in the place of the file; without a number: list them",
        "followup-tui restore 1",
        (
            (
                ("number",),
                {"metavar": "NUMBER", "nargs": "?", "type": int, "help": "1 is the newest backup"},
            ),
        ),
    ),
    Verb("where", _where, "where", "which files are used", "followup-tui where"),
)
