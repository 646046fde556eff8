"""Which parts of the screen were used before; in the state folder, so that the logbook is not rewritten."""

import contextlib
import os
from pathlib import Path

from followup_tui.storage.atomic import make_folder
from followup_tui.storage.paths import USED_HINTS_FILE


def load_used_hints(state: Path) -> frozenset[str]:
    """Return the names of the used parts; none if the file can't be read."""
    with contextlib.suppress(OSError, UnicodeDecodeError):
        return frozenset((state / USED_HINTS_FILE).read_text(encoding="utf-8").split())
    return frozenset()


def mark_used(state: Path, name: str) -> None:
    """Remember that the part `name` (without blanks) was used. Raise nothing: a hint shown again is
    harmless."""
    with contextlib.suppress(OSError):
        make_folder(state)
        handle = os.open(state / USED_HINTS_FILE, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        try:
            os.write(handle, f"{name}\n".encode())
        finally:
            os.close(handle)
