"""The inbox: lines noted from the shell, and the interviews that they are for."""

from followup_tui.core.changes.base import AddNotes
from followup_tui.core.model.logbook import Interview, Logbook
from followup_tui.core.rules.plan import local_today
from followup_tui.core.text import fold_name

MOST_TOLD = 40
"""How much of a note is told where it has no place, in characters."""


class FileInbox:
    """Files the lines noted from the shell under their interviews; what fits none stays in the inbox."""

    @property
    def title(self) -> str:
        return "filing notes from the shell"

    def apply(self, logbook: Logbook) -> Logbook:
        kept = []
        for line in logbook.inbox:
            target = find_interview(logbook, line.to)
            if target is None:
                kept.append(line)
            else:
                noted_on = local_today(line.at, target.held_at)
                logbook = AddNotes(target.id, line.text, noted_on).apply(logbook)
        return logbook if len(kept) == len(logbook.inbox) else logbook.but(inbox=tuple(kept))


def unfiled_messages(logbook: Logbook) -> tuple[str, ...]:
    """What stands in the inbox once all is filed that fits an interview, a sentence for each."""
    told = []
    for line in logbook.inbox:
        first = next((one.strip() for one in line.text.split("\n") if one.strip()), "")
        short = first if len(first) <= MOST_TOLD else first[: MOST_TOLD - 1].rstrip() + "…"
        told.append(f"no interview is there for the note “{short}”, noted for “{line.to}”")
    return tuple(told)


def find_interview(logbook: Logbook, to: str) -> Interview | None:
    """The interview with the id `to`, else the latest with that company; without `to` the latest of all."""
    named = [one for one in logbook.interviews if one.id == to]
    if not named:
        named = [one for one in logbook.interviews if not to or fold_name(one.company) == fold_name(to)]
    return max(named, key=lambda one: one.held_at, default=None)
