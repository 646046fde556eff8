"""The files that the bench works on."""

from datetime import datetime, timedelta

from followup_tui.core.model.logbook import Interview, Logbook
from followup_tui.storage.toml.writer import encode

NOW = datetime.fromisoformat("2026-11-23T16:00:00+01:00")
NOTES = "@ Dana Reyes, manager\n> decision by end of next week\n+ references\n! Kubernetes\n~ hockey\n"


def many(count: int) -> str:
    """Return a file of `count` interviews of about 2.5 kB each; the latest has 200 lines of notes."""
    plain = [f"line {n}: what they said about the team and how they work\n" for n in range(200)]
    return encode(
        Logbook(
            interview=tuple(
                Interview(
                    id=f"i{n:05}",
                    company=f"Company {n}",
                    held_at=NOW - timedelta(days=2 * n, hours=2),
                    outcome="rejected" if n > 8 else "",
                    notes=NOTES + "".join(plain[: 40 if n else 195]),
                )
                for n in range(count)
            )
        )
    )
