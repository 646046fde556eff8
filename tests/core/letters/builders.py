"""Drafts, and logbooks with them, for the tests of letters."""

from itertools import count
from typing import Any

from followup_tui.core.model.logbook import Draft, Interview, Logbook
from tests.core.builders import at, day, interview

NOTES = "@ Dana Reyes <dana@acme.example>\n@ Luis Ortega\n~ Dana plays ice hockey\nthey use Postgres\n"
KNOWN = ("Dana Reyes", "Luis Ortega")
TODAY = day("2026-11-19")
NOW = at("2026-11-19T18:00")
GOOD = (
    "Dear Dana,\n\nThank you for taking the time to talk with me today. Your story about ice hockey made me "
    "smile, and what you told me about Postgres made me want to begin at once. I would enjoy the work, and I "
    "look forward to hearing from you.\n\nKind regards,\nJo\n"
)


def draft(body: str = GOOD, **more: object) -> Draft:
    """Return a thank-you note to Dana Reyes with other values where given."""
    known = {"id": "d1", "kind": "thank-you", "person": "Dana Reyes", "channel": "email", "body": body}
    return Draft.model_validate({**known, **more})


def book(*drafts: Draft, **more: Any) -> Logbook:
    """Return a logbook of one interview with these drafts."""
    return Logbook(interview=(interview(notes=NOTES, draft=drafts, **more),))


def only(logbook: Logbook) -> Interview:
    """Return the only interview of a logbook."""
    return logbook.interviews[0]


def ids() -> "count[int]":
    """Return numbers to be used as ids."""
    return count(1)
