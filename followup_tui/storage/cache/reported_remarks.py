"""Which remarks about the file the user has seen, so that none is shown twice; in the state folder."""

import contextlib
import os
from collections.abc import Iterable
from pathlib import Path

from followup_tui.storage.atomic import FileProblem, atomic_write, make_folder
from followup_tui.storage.constants import short_digest

MAX_REMARKS = 50
"""How many are remembered, the last ones: a file that is edited often has had many."""


def load_reported(path: Path, state: Path) -> tuple[str, ...]:
    """Return the keys of the remarks on the file `path` that were reported, in that order."""
    with contextlib.suppress(OSError, UnicodeDecodeError):
        return tuple(_cache_path(path, state).read_text(encoding="ascii").split())
    return ()


def mark_reported(path: Path, state: Path, keys: Iterable[str]) -> None:
    """Remember that remarks were reported. Raise nothing: a remark made again is harmless."""
    known = load_reported(path, state)
    new = [key for key in keys if key not in known]
    if new:
        with contextlib.suppress(OSError, FileProblem):
            make_folder(state)
            lines = [f"{key}\n" for key in (*known, *new)[-MAX_REMARKS:]]
            atomic_write(_cache_path(path, state), "".join(lines).encode())


def _cache_path(path: Path, state: Path) -> Path:
    return state / f"{short_digest(os.path.realpath(path))}.remarks"
