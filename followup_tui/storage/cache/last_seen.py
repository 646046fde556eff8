"""Which interview was shown last; in the state folder, so that the logbook is not rewritten."""

import contextlib
from pathlib import Path

from followup_tui.storage.atomic import FileProblem, atomic_write, make_folder
from followup_tui.storage.paths import LAST_SEEN_FILE

MAX_ID_BYTES = 200
"""The most that is read of the file: an id is shorter."""


def load_last_seen(state: Path) -> str:
    """Return the id of the interview that was shown last; empty if it is not known."""
    with contextlib.suppress(OSError, UnicodeDecodeError), (state / LAST_SEEN_FILE).open("rb") as file:
        return file.read(MAX_ID_BYTES).decode().strip()
    return ""


def save_last_seen(state: Path, interview_id: str) -> None:
    """Remember the interview that is shown. Raise nothing: without it, the app opens on the newest."""
    with contextlib.suppress(OSError, FileProblem):
        make_folder(state)
        atomic_write(state / LAST_SEEN_FILE, f"{interview_id}\n".encode())
