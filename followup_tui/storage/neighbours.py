"""Neighbours: files next to the logbook, named after it, that begin like one and hold what it lacks.

OneDrive, Google Drive, iCloud, Resilio, Seafile, ownCloud, Synology and others each have their own way to
name the copy of a file that two machines changed (`logbook (1).toml`, `logbook-LAPTOP.toml`), and so do
people and editors (`logbook - Copy.toml`, `logbook.toml.orig`). Such a file is not merged unasked: it may be
an old copy, kept on purpose. It is reported, with the command that merges it.
"""

import os
import re
import shlex
import stat
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from followup_tui.core.merge.copies import has_more
from followup_tui.core.model.logbook import FORMAT, Logbook
from followup_tui.storage.atomic import FileProblem, read
from followup_tui.storage.constants import HEADER, MAX_BYTES
from followup_tui.storage.paths import Paths, locate
from followup_tui.storage.sync_conflicts import conflict_copies
from followup_tui.storage.toml.reader import Unreadable
from followup_tui.storage.toml.salvage import salvage

_BEGINNING = HEADER.partition(":")[0].encode()
_MAX_NEIGHBOURS = 20
"""How many are read; the logbook may lie in a folder full of them."""


def neighbour_messages(paths: Paths, logbook: Logbook) -> list[str]:
    """Return a sentence for each neighbour that holds what `logbook` lacks, with the command that merges
    it."""
    messages = []
    for path in _neighbours(paths):
        try:
            data = read(path)
            theirs = salvage(data).logbook if data is not None else Logbook()
        except (FileProblem, Unreadable):
            messages.append(f"{path} looks like a copy of your logbook, but can't be read.")
            continue
        if theirs.format <= FORMAT and has_more(theirs, logbook):
            options = [] if paths == locate() else ["--data", str(paths.data)]
            command = shlex.join(["followup-tui", "merge", str(path), *options])
            messages.append(f"{path} has something that your logbook does not; `{command}` brings it in.")
    return messages


def _neighbours(paths: Paths) -> Iterator[Path]:
    """Yield the files in the same folder that look like copies of the logbook, up to `_MAX_NEIGHBOURS`."""
    real = Path(os.path.realpath(paths.data))
    copies = {copy.path for copy in conflict_copies(paths)}
    try:
        names = sorted(name for name in os.listdir(real.parent) if _may_be_copy(name, real))
    except OSError:
        return
    neighbours = (
        path for name in names if (path := real.parent / name) not in copies and _begins_like_ours(path)
    )
    yield from islice(neighbours, _MAX_NEIGHBOURS)


def _may_be_copy(name: str, real: Path) -> bool:
    """Return whether the name of a file contains the logbook's, and so may be a copy of it.

    A letter or digit before the logbook's name, or a letter after it, makes it another name.
    "logbook2.toml" and "my logbook.toml" may be copies of "logbook.toml", "mylogbook.toml" may not.
    """
    is_named_after = re.search(rf"(?<![^\W_]){re.escape(real.stem)}(?![^\W\d_])", name, re.IGNORECASE)
    return bool(is_named_after) and name != real.name and not name.startswith(".")


def _begins_like_ours(path: Path) -> bool:
    """Return whether a file is a logbook by its first bytes."""
    try:
        status = path.lstat()
        if not stat.S_ISREG(status.st_mode) or status.st_size > MAX_BYTES:
            return False
        with path.open("rb") as file:
            return file.read(len(_BEGINNING)) == _BEGINNING
    except OSError:
        return False
