"""A logbook of one interview, for runs of the app under a pseudo-terminal."""

import tomllib
from pathlib import Path

NOW = ("--now", "2026-11-19T18:00:00+01:00")
"""The options that set the clock to the evening of the interview."""
ACME = """\
format = 1
[[interview]]
company = "Acme"
held_at = 2026-11-19T15:00:00+01:00
"""


def notes(path: Path) -> str:
    """Return the notes of the first interview in a file."""
    return str(tomllib.loads(path.read_text(encoding="utf-8"))["interview"][0].get("notes", ""))
