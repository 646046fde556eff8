"""Which parts of the screen were used before: in the state folder, so that looking rewrites no logbook."""

import contextlib
import os
from pathlib import Path

from followup_tui.storage.standard_paths import USED_HINTS_FILE


def load_used_hints(state: Path) -> frozenset[str]:
    """The names noted so far; none where the file can't be read."""
    with contextlib.suppress(OSError, UnicodeDecodeError):
        return frozenset((state / USED_HINTS_FILE).read_text(encoding="utf-8").split())
    return frozenset()


def mark_used(state: Path, name: str) -> None:
    """Notes that `name` (without blanks) was used. A hint shown again does no harm: nothing is raised."""
    with contextlib.suppress(OSError):
        state.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle = os.open(state / USED_HINTS_FILE, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        try:
            os.write(handle, f"{name}\n".encode())
        finally:
            os.close(handle)
