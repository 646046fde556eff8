"""What all readers and writers of the file share.

It imports next to nothing: `note` and the prompt's `due --brief` are to be quick.
"""

import os

try:
    # Importing all of hashlib takes a quarter of the time of a bare Python.
    from _blake2 import blake2b
except ImportError:
    from hashlib import blake2b

HEADER = "# followup-tui: your interviews. Edit it as you like; the last line tells that the file is whole.\n"
END = "# end of followup-tui logbook\n"

ARRAYS = ("interview", "inbox", "conflict", "deleted")
"""The arrays of tables at the top of the file."""
SETTINGS = ("rules", "templates", "keys", "look")
"""The tables there."""
ARRAYS_WITHIN = ("promise", "contact", "draft", "conflict")
"""The arrays of tables within an interview."""
TABLES_WITHIN = ("ticks", "skips")
"""The tables there."""
ALL_ARRAYS = (*ARRAYS, *(f"interview.{table}" for table in ARRAYS_WITHIN))
ALL_TABLES = (*SETTINGS, *(f"interview.{table}" for table in TABLES_WITHIN))
"""All of them, with the names in their headers."""

MAX_BYTES = 16 * 1024 * 1024
"""The largest file that is read, in bytes."""


def short_digest(value: str | bytes | os.PathLike[str]) -> str:
    """Return 16 hexadecimal digits that stand for a path (links resolved) in the names of our own files,
    or for a text."""
    digest: str = blake2b(os.fsencode(value), digest_size=8).hexdigest()
    return digest


def too_large(name: str | os.PathLike[str], kind: str) -> str:
    """Return the message for a file with more than MAX_BYTES, where one of that kind is wanted."""
    return f"{os.fspath(name)} is larger than {MAX_BYTES // 1024**2} MiB; that can't be {kind}"


UPDATE = "update to change it"
"""What to do about a file of a newer format."""


def newer_format(format: int, what: str | os.PathLike[str] = "it") -> str:
    """Return, as a clause, that `what` is of a format that this version does not know."""
    return f"a newer followup-tui wrote {os.fspath(what)} (format {format})"
