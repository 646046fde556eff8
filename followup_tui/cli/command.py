"""What the verbs have in common: how they are described, the clock, the files, and how they complain."""

import argparse
import json
import os
import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from followup_tui.clock import Clock, clock_from, read_moment
from followup_tui.storage.paths import Locations, locate

if TYPE_CHECKING:
    from followup_tui.core.model.logbook import Interview, Logbook
    from followup_tui.core.rules.plan_types import Plan
    from followup_tui.session.session import Session
    from followup_tui.storage.loading import BrokenFile

FOUND_WRONG, USED_WRONG = 1, 2
"""Exit status: the file has problems or the thing was not found; wrong usage or no terminal."""

Argument = tuple[tuple[str, ...], dict[str, Any]]


class Verb(NamedTuple):
    """A verb of the command line."""

    name: str
    run: Callable[[argparse.Namespace], int]
    usage: str
    help: str
    example: str
    arguments: tuple[Argument, ...] = ()


class Wrong(Exception):
    """What was asked for can't be done; the text says why, in one line."""

    def __init__(self, text: str, status: int = FOUND_WRONG) -> None:
        super().__init__(text)
        self.status = status


def moment(text: str) -> datetime:
    """The moment that `--now` gives. Raises argparse's error where it is none."""
    at = read_moment(text)
    if at is None:
        raise argparse.ArgumentTypeError(
            f"“{text}” is no time with an offset from 2000 to 2199; write it like 2026-11-23T18:00+01:00"
        )
    return at


def clock_of(options: argparse.Namespace) -> Clock:
    """The clock of this run."""
    return clock_from(getattr(options, "now", None))


def locations_of(options: argparse.Namespace) -> Locations:
    """The files of this run."""
    return locate(getattr(options, "data", None))


def complain(text: str, status: int) -> int:
    """One line on standard error; returns the status."""
    from followup_tui.core.text import clean_line

    print(f"followup-tui: {clean_line(text)}", file=sys.stderr)
    return status


def print_json(value: object) -> None:
    """As JSON, for scripts."""
    print(as_json(value), end="")


def as_json(value: object) -> str:
    """JSON for people to read, too."""
    return json.dumps(value, indent=2, ensure_ascii=False) + "\n"


def is_absent(used: Locations, options: argparse.Namespace) -> bool:
    """Whether `--data` names a file that isn't there: a slip, most likely."""
    return getattr(options, "data", None) is not None and not os.path.lexists(used.data)


def read(used: Locations, tells: bool = True) -> "Logbook":
    """The logbook with its inbox filed; nothing is written. No file yet is an empty one.

    Says on standard error what of the file is not in the answer, unless told not to. Raises Wrong.
    """
    from followup_tui.core.changes.inbox import FileInbox, unfiled_messages
    from followup_tui.storage.loading import BrokenFile, open_at

    try:
        opened = open_at(used)
    except BrokenFile as broken:
        raise broken_file(used, broken) from None
    logbook = FileInbox().apply(opened.logbook)
    left_out = [f"{one}; it is set aside" for one in opened.set_aside] + list(unfiled_messages(logbook))
    if left_out and tells:
        more = f" (and {len(left_out) - 1} more)" if len(left_out) > 1 else ""
        complain(f"{used.data}: {left_out[0]}{more}; `followup-tui check` tells all", FOUND_WRONG)
    return logbook


def broken_file(used: Locations, broken: "BrokenFile") -> Wrong:
    """What is wrong with a file that can't be used, and where to turn to."""
    from followup_tui.storage.backups import backups

    hint = (
        "; `followup-tui restore` lists its backups" if backups(used) and "restore" not in str(broken) else ""
    )
    return Wrong(f"{broken}{hint}")


def unsaid(error: OSError) -> int:
    """Complains that an answer could not be written; returns the status. To be called last."""
    from followup_tui.storage.atomic import reason_of

    # Nothing is left to be told at the end, by an interpreter that would make a problem of it.
    sys.stdout = None
    what = error.filename or "standard output"
    return complain(f"{what} can't be written: {reason_of(error)}", FOUND_WRONG)


def tell(*lines: str) -> None:
    """Says what was done. That it can't be said is no failure: it is done."""
    try:
        print(*lines, sep="\n", flush=True)
    except OSError as error:
        from followup_tui.storage.atomic import reason_of

        sys.stdout = None
        if not isinstance(error, BrokenPipeError):
            complain(f"it is done; that could not be told: {reason_of(error)}", 0)


def planned(logbook: "Logbook", now: datetime) -> "list[tuple[Interview, Plan]]":
    """Every interview with its plan."""
    from followup_tui.core.rules.plan import plan

    return [(one, plan(one, now, logbook.rules)) for one in logbook.interviews]


def session_of(options: argparse.Namespace) -> "Session":
    """The logbook, open for a change. Raises Wrong where none can be made."""
    from followup_tui.session.session import BrokenFile, Session

    used = locations_of(options)
    folder = used.data.parent
    if getattr(options, "data", None) is not None and not folder.is_dir():
        raise Wrong(f"--data {used.data}: the folder {folder} does not exist; make it first")
    try:
        session = Session(used, clock_of(options))
    except BrokenFile as broken:
        raise broken_file(used, broken) from None
    if session.is_read_only:
        raise Wrong(session.saving.reason)
    return session


def save(session: "Session") -> None:
    """Brings the change to the disk. Raises Wrong where that fails; then nothing of it is left anywhere."""
    from followup_tui.session.session import SaveState

    saving = session.save(keeps=False)
    if saving.state is not SaveState.SAVED:
        raise Wrong(saving.reason)


def write_out(path: Path, text: str, is_forced: bool, logbook: Path) -> None:
    """Writes `text` to the file, whole or not at all; over another file only if that is forced.

    Raises Wrong.
    """
    from followup_tui.storage import atomic as file

    try:
        if path.is_dir():
            raise Wrong(f"{path} is a folder; name a file in it")
        if os.path.exists(path) and os.path.exists(logbook) and path.samefile(logbook):
            raise Wrong(f"{path} is your logbook; name another file")
        if path.exists() and not path.is_file():
            raise Wrong(f"{path} is no regular file; name another one")
        if is_forced and path.exists():
            file.write_beside(path.resolve(), text.encode(), path.stat().st_mode & 0o777)
        else:
            file.write_new(path, text.encode())
    except FileExistsError:
        raise Wrong(f"{path} is there already; name another file, or write over it with --force") from None
    except OSError as error:
        raise Wrong(f"{path} can't be written: {file.reason_of(error)}") from None
