"""Filing the inbox: lines noted from the shell go to the notes of the interview that they are for."""

from typing import NamedTuple

from followup_tui.core.changes.notes import AddNotes
from followup_tui.core.companies import company_key
from followup_tui.core.dates.clocks import local_today
from followup_tui.core.model.logbook import InboxLine, Interview, Logbook
from followup_tui.core.text import shorten

MAX_QUOTED = 40
"""How many characters of an unfiled note are quoted."""


class AddToInbox(NamedTuple):
    """Add lines to the inbox, where they wait for their interview."""

    line: InboxLine

    @property
    def title(self) -> str:
        return "noting lines"

    def apply(self, logbook: Logbook) -> Logbook:
        return FileInbox().apply(logbook.but(inbox=(*logbook.inbox, self.line)))


class FileInbox:
    """Move the lines of the inbox to the notes of their interviews; what fits none stays in the inbox."""

    title = "filing notes from the shell"

    def apply(self, logbook: Logbook) -> Logbook:
        remaining = []
        for line in logbook.inbox:
            interview = find_interview(logbook, line.to)
            if interview is None:
                remaining.append(line)
            else:
                noted_on = local_today(line.at, interview.held_at)
                logbook = AddNotes(interview.id, line.text, noted_on).apply(logbook)
        return logbook if len(remaining) == len(logbook.inbox) else logbook.but(inbox=tuple(remaining))


def unfiled_messages(logbook: Logbook) -> tuple[str, ...]:
    """Return a sentence for each line of the inbox that is for no interview there is.

    Call it when all that fits has been filed. A line for no company waits for the first interview.
    """
    messages = []
    for line in logbook.inbox:
        if not line.to:
            continue
        first = next((text.strip() for text in line.text.split("\n") if text.strip()), "")
        short = shorten(first, MAX_QUOTED)
        messages.append(f"there is no interview for the note “{short}”, noted for “{line.to}”")
    return tuple(messages)


def waiting_lines(logbook: Logbook) -> tuple[str, ...]:
    """Return the lines that wait for the first interview."""
    if logbook.interviews:
        return ()
    texts = (line.text.strip("\n") for line in logbook.inbox if not line.to)
    return tuple(line for text in texts for line in text.split("\n"))


def find_interview(logbook: Logbook, to: str) -> Interview | None:
    """Return the interview with the id `to`, else the latest of the company `to`; if empty, the latest."""
    candidates = [interview for interview in logbook.interviews if interview.id == to]
    if not candidates:
        candidates = [
            interview
            for interview in logbook.interviews
            if not to or company_key(interview.company) == company_key(to)
        ]
    return max(candidates, key=lambda interview: interview.held_at, default=None)
