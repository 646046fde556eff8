"""Filing the inbox: lines noted from the shell go to the notes of the interview that they are for."""

from followup_tui.core.changes.notes import AddNotes
from followup_tui.core.companies import company_key
from followup_tui.core.dates.clocks import local_today
from followup_tui.core.model.logbook import Interview, Logbook
from followup_tui.core.text import shorten

MAX_QUOTED = 40
"""How many characters of an unfiled note are quoted."""


class FileInbox:
    """Move the lines of the inbox to the notes of their interviews; what fits none stays in the inbox."""

    @property
    def title(self) -> str:
        return "filing notes from the shell"

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
    """Return a sentence for each line of the inbox; call it when all that fits has been filed."""
    messages = []
    for line in logbook.inbox:
        first = next((text.strip() for text in line.text.split("\n") if text.strip()), "")
        short = shorten(first, MAX_QUOTED)
        messages.append(f"no interview is there for the note “{short}”, noted for “{line.to}”")
    return tuple(messages)


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
