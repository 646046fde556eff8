"""Conflict copies: what a synchroniser puts next to the logbook when two machines changed it."""

import os
import re
from pathlib import Path
from typing import NamedTuple

from followup_tui.core.errors import failure
from followup_tui.storage import atomic
from followup_tui.storage.paths import Paths


class ConflictCopy(NamedTuple):
    """A conflict copy. It is merged without a base, since what both machines had before is not known."""

    path: Path
    data: bytes


def conflict_copies(paths: Paths) -> tuple[ConflictCopy, ...]:
    """Return the conflict copies of the logbook, by name; those that can't be read are left out."""
    real = Path(os.path.realpath(paths.data))
    stem, suffix = re.escape(real.stem), re.escape(real.suffix)
    # logbook.sync-conflict-20260101-120000-ABCDEFG.toml
    syncthing = r"\.sync-conflict-\d{8}-\d{6}(?:-[A-Z0-9]{7})?"
    # logbook (NAME's conflicted copy 2026-01-01).toml; from the second one on with “ (1)” after it
    dropbox = r" \([^/]*conflicted copy[^/]*\)"
    pattern = re.compile(rf"{stem}(?:{syncthing}|{dropbox}){suffix}")
    copies = []
    try:
        names = sorted(name for name in os.listdir(real.parent) if pattern.fullmatch(name))
    except OSError:
        return ()
    for name in names:
        try:
            data = atomic.read(real.parent / name)
        except atomic.FileProblem:
            continue
        # An empty copy is a file that was being written, or lost; nothing in it was changed on purpose.
        if data is not None and data.strip():
            copies.append(ConflictCopy(real.parent / name, data))
    return tuple(copies)


def archive_copy(paths: Paths, copy: ConflictCopy) -> Path | None:
    """Move a merged copy to the state folder and return its path there.

    Return None if it changed since it was read: it stays, to be merged again. Raise FileProblem; it stays,
    too.
    """
    # It is copied and removed, since the state folder may be on another disk.
    archive = atomic.state_folder(paths.state, paths.data) / "merged"
    archived = atomic.write_copy(archive, copy.path.name, copy.data)
    if atomic.read(copy.path) != copy.data:
        archived.unlink(missing_ok=True)
        return None
    try:
        copy.path.unlink()
        atomic.sync_folder(copy.path.parent)
    except OSError as error:
        raise atomic.FileProblem(failure(copy.path, "moved", error)) from None
    return archived
