"""The logbook as the commands read and change it."""

import argparse
import os
from typing import TYPE_CHECKING

from followup_tui.cli.command import CommandError, clock_of, paths_of
from followup_tui.cli.output import print_error
from followup_tui.storage.paths import Paths

if TYPE_CHECKING:
    from datetime import datetime

    from followup_tui.core.model.logbook import Logbook
    from followup_tui.core.rules.position_plan import PositionPlan
    from followup_tui.session.session import Session
    from followup_tui.storage.loading import BrokenFile


def is_missing(paths: Paths, options: argparse.Namespace) -> bool:
    """Return whether `--data` names a file that does not exist: most likely a typing mistake."""
    return getattr(options, "data", None) is not None and not os.path.lexists(paths.data)


def require_file(paths: Paths, options: argparse.Namespace) -> None:
    """Raise CommandError where `--data` names a file that is not there."""
    if is_missing(paths, options):
        raise CommandError(f"--data {paths.data}: no such file")


def read_logbook(paths: Paths, warn: bool = True) -> "Logbook":
    """Return the logbook with its inbox filed; a file that does not exist is an empty logbook. Write nothing.

    Warn on standard error where a record is left out, unless `warn` is false. Raise CommandError where the
    file can't be read.
    """
    from followup_tui.core.changes.inbox import FileInbox, unfiled_messages
    from followup_tui.storage.loading import BrokenFile, load

    try:
        opened = load(paths)
    except BrokenFile as error:
        raise broken_file_error(paths, error) from None
    logbook = FileInbox().apply(opened.logbook)
    left_out = [f"{record}; it is ignored" for record in opened.rejected] + list(unfiled_messages(logbook))
    if left_out and warn:
        more = f" (and {len(left_out) - 1} more)" if len(left_out) > 1 else ""
        print_error(f"{paths.data}: {left_out[0]}{more}; see `followup-tui check`")
    return logbook


def broken_file_error(paths: Paths, error: "BrokenFile") -> CommandError:
    """Return the error that says what is wrong with the file and, if it has backups, how to list them."""
    from followup_tui.storage.backups import list_backups

    has_backups = list_backups(paths) and "restore" not in str(error)
    hint = "; `followup-tui restore` lists its backups" if has_backups else ""
    return CommandError(f"{error}{hint}")


def plans(logbook: "Logbook", now: "datetime") -> "tuple[PositionPlan, ...]":
    """Return the plans of all positions, by the time of their first round."""
    from followup_tui.core.rules.plan import plan_positions

    return plan_positions(logbook.interviews, now, logbook.rules)


def check_data_folder(paths: Paths, options: argparse.Namespace) -> None:
    """Raise CommandError where the folder of the file that `--data` names does not exist."""
    folder = paths.data.parent
    if getattr(options, "data", None) is not None and not folder.is_dir():
        raise CommandError(f"--data {paths.data}: the folder {folder} does not exist; create it first")


def open_session(options: argparse.Namespace) -> "Session":
    """Return the logbook, open for a change. Raise CommandError where it can't be changed."""
    from followup_tui.session.session import BrokenFile, Session

    paths = paths_of(options)
    check_data_folder(paths, options)
    try:
        session = Session(paths, clock_of(options))
    except BrokenFile as error:
        raise broken_file_error(paths, error) from None
    if session.is_read_only:
        raise CommandError(session.document.save_status.reason)
    return session


def save(session: "Session") -> None:
    """Write the change to the disk. Raise CommandError where that fails; then no trace of it is left."""
    from followup_tui.session.session import SaveState

    saving = session.document.save(recovers=False)
    if saving.state is not SaveState.SAVED:
        raise CommandError(saving.reason)
