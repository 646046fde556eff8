"""Copies of the logbook that a synchroniser set aside beside it, when two machines changed it."""

import os
import re
from pathlib import Path
from typing import NamedTuple

from followup_tui.storage import atomic
from followup_tui.storage.paths import Paths


class Copy(NamedTuple):
    """A copy that a synchroniser set aside. To be merged without a base: what both saw is not known."""

    path: Path
    data: bytes


def copies(paths: Paths) -> tuple[Copy, ...]:
    """The copies beside the logbook, by name; those that can't be read as a file are left out."""
    real = Path(os.path.realpath(paths.data))
    stem, suffix = re.escape(real.stem), re.escape(real.suffix)
    # logbook.sync-conflict-20260101-120000-ABCDEFG.toml
    syncthing = r"\.sync-conflict-\d{8}-\d{6}(?:-[A-Z0-9]{7})?"
    # logbook (NAME's conflicted copy 2026-01-01).toml, from the second one on with “ (1)” behind it
    dropbox = r" \([^/]*conflicted copy[^/]*\)"
    name = re.compile(rf"{stem}(?:{syncthing}|{dropbox}){suffix}")
    found = []
    try:
        names = sorted(one for one in os.listdir(real.parent) if name.fullmatch(one))
    except OSError:
        return ()
    for one in names:
        try:
            data = atomic.read(real.parent / one)
        except atomic.FileProblem:
            continue
        if data is not None:
            found.append(Copy(real.parent / one, data))
    return tuple(found)


def move_away(paths: Paths, copy: Copy) -> Path | None:
    """Moves a copy that is merged to the state folder, where it stays; its path there.

    None where it changed since it was read: then it stays where it is, to be merged again.

    Raises FileProblem; then it stays, too.
    """
    # Not renamed: the state folder may be on another disk.
    kept = atomic.write_copy(
        atomic.state_folder(paths.state, paths.data) / "merged", copy.path.name, copy.data
    )
    if atomic.read(copy.path) != copy.data:
        kept.unlink(missing_ok=True)
        return None
    try:
        copy.path.unlink()
        atomic.sync_folder(copy.path.parent)
    except OSError as error:
        raise atomic.FileProblem(f"{copy.path} can't be moved: {atomic.reason_of(error)}") from None
    return kept
