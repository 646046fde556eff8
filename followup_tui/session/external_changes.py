"""What was merged from outside, to be shown to the user."""

from typing import NamedTuple

from followup_tui.core.model.logbook import Logbook


class ExternalChanges(NamedTuple):
    """What was merged from outside: another program's save, a conflict copy, a recovery file."""

    companies: tuple[str, ...] = ()
    """The companies whose interviews were added, changed or removed."""
    conflicts: tuple[str, ...] = ()
    """What was written differently here and there, or needs attention for another reason; a sentence each."""
    problem: str = ""
    """Why the file can't be read at present."""


def changed_companies(before: Logbook, after: Logbook) -> tuple[str, ...]:
    """Return the companies whose interviews differ between two states of the logbook."""
    old, new = ({interview.id: interview for interview in logbook.interviews} for logbook in (before, after))
    changed = [new.get(id) or old[id] for id in {**new, **old} if old.get(id) != new.get(id)]
    return tuple(dict.fromkeys(interview.company for interview in changed))
