"""What reading, saving and adding to the file have in common. It imports next to nothing: `note` is quick."""

import os

try:
    # All of hashlib takes a quarter of the time of a bare Python.
    from _blake2 import blake2b
except ImportError:
    from hashlib import blake2b

__all__ = ["END", "HEADER", "LOCK_SECONDS", "MAX_BYTES", "blake2b", "lock_path", "mark"]

HEADER = "# followup-tui: your interviews. Edit it as you like; the last line tells that the file is whole.\n"
END = "# end of followup-tui logbook\n"

LOCK_SECONDS = 5.0
"""How long a save waits for another one, in seconds."""
MAX_BYTES = 16 * 1024 * 1024
"""The largest file that is read, in bytes."""


def mark(real: str | bytes | os.PathLike[str]) -> str:
    """What our own files about a file are named by: of its path with all links followed; or of a text."""
    digest: str = blake2b(os.fsencode(real), digest_size=8).hexdigest()
    return digest


def lock_path(state: str, real: str | os.PathLike[str]) -> str:
    """The path of the lock of the file, in the folder `state`."""
    return os.path.join(state, f"{mark(real)}.lock")
