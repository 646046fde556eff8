"""A logbook of two interviews, opened, and read back from the disk."""

from followup_tui.core.model.logbook import Logbook
from followup_tui.session.session import Session
from followup_tui.storage.paths import Paths
from followup_tui.storage.toml.writer import encode
from tests.core.builders import at, interview
from tests.decoding import decode

NOW = at("2026-11-23T18:00")
ACME = interview("2026-11-23T14:00", id="acme", notes="@ Dana\n")
CYAN = interview("2026-11-20T14:00", id="cyan", company="Cyan", notes="@ Theo\n")
BOTH = encode(Logbook(interview=(ACME, CYAN)))


def opened(paths: Paths) -> Session:
    """Return a session on the file."""
    return Session(paths, lambda: NOW)


def on_disk(paths: Paths) -> Logbook:
    """Return what is in the file."""
    return decode(paths.data.read_bytes())


def notes(logbook: Logbook, id: str = "acme") -> str:
    """Return the notes of an interview."""
    found = logbook.interview(id)
    assert found is not None
    return found.notes
