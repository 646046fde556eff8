"""`merge`: other copies of the logbook, merged into it."""

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from followup_tui.cli.command import SUCCESS, Command, CommandError, argument, clock_of, paths_of
from followup_tui.cli.commands.restore import undo_hint
from followup_tui.cli.logbook_access import broken_file_error
from followup_tui.cli.output import print_done

if TYPE_CHECKING:
    from followup_tui.core.model.logbook import Logbook


def _run(options: argparse.Namespace) -> int:
    """Merge the copies into the file; they stay as they are. Where one can't be merged, nothing is.

    No common ancestor is known, so nothing is dropped.
    """
    from followup_tui.core.dates.format import count
    from followup_tui.core.merge.copies import merge_copy, shared_ids, with_ids
    from followup_tui.core.rules.joining import describe_positions
    from followup_tui.storage import atomic
    from followup_tui.storage.loading import BrokenFile
    from followup_tui.storage.store import Store

    paths, clock = paths_of(options), clock_of(options)
    try:
        store = Store(paths, clock)
    except BrokenFile as error:
        raise broken_file_error(paths, error) from None
    copies = _read(options.others)
    for path, copy in (*copies, (paths.data, store.logbook)):
        _check_format(path, copy)
    logbook, before, on_disk = store.logbook, store.logbook, atomic.read(paths.data)
    # An interview that a copy has under another id may get that one.
    before_with_new_ids = before
    conflicts: list[str] = []
    for _, copy in copies:
        before_with_new_ids = with_ids(before_with_new_ids, shared_ids(logbook, copy))
        merged = merge_copy(logbook, copy)
        logbook = merged.logbook
        conflicts += [conflict.text for conflict in merged.conflicts]
    try:
        if logbook != before:
            store.save(logbook)
    except atomic.FileProblem as problem:
        raise CommandError(f"nothing was merged: {problem}") from None
    old = {interview.id: interview for interview in before_with_new_ids.interviews}
    added = [interview for interview in logbook.interviews if interview.id not in old]
    changed = sum(old.get(interview.id, interview) != interview for interview in logbook.interviews)
    print_done(
        f"{count(len(added), 'new interview')}, {changed} changed; {paths.data}",
        *(f"to settle: {text}" for text in conflicts),
        *describe_positions(before.interviews, logbook.interviews),
        *(undo_hint(paths, on_disk) if logbook != before else ()),
    )
    return SUCCESS


def _read(paths: Sequence[Path]) -> "list[tuple[Path, Logbook]]":
    """Return the logbooks in those files. Raise CommandError where one can't be read whole."""
    from followup_tui.storage.loading import BrokenFile, load_file

    copies = []
    try:
        opened_files = [(path, load_file(path)) for path in paths]
    except BrokenFile as error:
        raise CommandError(str(error)) from None
    for path, opened in opened_files:
        if opened.data is None:
            raise CommandError(f"{path} is not there; nothing was merged")
        if opened.rejected:
            raise CommandError(f"{path}: {opened.rejected[0]}; fix it first; nothing was merged")
        if not opened.logbook.interviews and not opened.logbook.inbox:
            raise CommandError(f"{path} has no interviews; nothing was merged")
        copies.append((path, opened.logbook))
    return copies


def _check_format(path: Path, logbook: "Logbook") -> None:
    from followup_tui.core.model.logbook import FORMAT
    from followup_tui.storage.constants import newer_format

    if logbook.format > FORMAT:
        raise CommandError(f"{newer_format(logbook.format, path)}; update first")


MERGE = Command(
    "merge",
    _run,
    "merge OTHER…",
    "merge other copies of the file into it, such as sync conflicts",
    "followup-tui merge copy.toml",
    argument("others", metavar="OTHER", nargs="+", type=Path, help="a copy; it is not changed"),
)
