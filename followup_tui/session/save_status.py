"""Whether the logbook in memory is on the disk."""

from enum import Enum
from typing import NamedTuple


class SaveState(Enum):
    """Whether the logbook in memory is on the disk."""

    SAVED = "saved"
    UNSAVED = "not saved yet"
    FAILED = "not saved"
    READ_ONLY = "read-only"


class SaveStatus(NamedTuple):
    """The result of the last save."""

    state: SaveState
    reason: str = ""
    """Why it is not saved, in one line."""
