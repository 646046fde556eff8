"""Differences between two states of the logbook, in a few words for the user."""

from typing import NamedTuple

from followup_tui.core.dates.format import count
from followup_tui.core.model.logbook import Interview, Logbook
from followup_tui.core.text import clean_line


class AddedNotes(NamedTuple):
    """Lines that were added to the notes of one interview."""

    interview_id: str
    company: str
    lines: tuple[str, ...]
    last: int
    """The number of the last added line within the notes, from 0."""

    @property
    def message(self) -> str:
        """The lines in one sentence: `1 line noted for Acme: ~ she sails`."""
        more = " …" if len(self.lines) > 1 else ""
        return f"{count(len(self.lines), 'line')} noted for {self.company}: {self.lines[0]}{more}"


def find_added_notes(before: Logbook, after: Logbook) -> AddedNotes | None:
    """Return the lines added to one interview's notes; None if there are none or anything else changed."""
    old = {interview.id: interview for interview in before.interviews}
    changed = [
        interview
        for interview in after.interviews
        if old.get(interview.id) is not interview and old.get(interview.id) != interview
    ]
    if len(changed) != 1 or len(old) != len(after.interviews):
        return None
    (new,) = changed
    previous = old.get(new.id)
    if previous is None or new.but(notes=previous.notes) != previous:
        return None
    remaining, added = previous.notes.rstrip().split("\n"), []
    for number, line in enumerate(new.notes.split("\n")):
        if remaining and line == remaining[0]:
            remaining.pop(0)
        elif line.strip():
            added.append((number, clean_line(line)))
    if not added or (remaining and remaining != [""]):
        return None
    return AddedNotes(new.id, new.company, tuple(line for _, line in added), added[-1][0])


def describe_difference(earlier: Logbook, now: Logbook) -> tuple[str, ...]:
    """Return how `earlier` differs from `now`, such as `without Borealis`, `Acme: 2 fewer lines`."""
    by_id = {interview.id: interview for interview in now.interviews}
    # A file that was written by hand is given its ids when it is read.
    by_time = {(interview.company, interview.held_at): interview for interview in now.interviews}
    matched: set[str] = set()
    parts = []
    for interview in earlier.interviews:
        current = by_id.get(interview.id) or by_time.get((interview.company, interview.held_at))
        if current is None:
            parts.append(f"with {interview.company}")
            continue
        matched.add(current.id)
        if interview.but(id=current.id) != current:
            parts.append(f"{interview.company}: {_describe_changes(interview, current)}")
    parts += [f"without {interview.company}" for interview in now.interviews if interview.id not in matched]
    if not parts and _settings(earlier) != _settings(now):
        parts.append("different settings")
    return tuple(parts) or ("as it is now",)


def describe_contents(logbook: Logbook) -> tuple[str, ...]:
    """Return what a logbook holds, such as `2 interviews: Acme`, `Borealis`."""
    number = count(len(logbook.interviews), "interview")
    first, *others = [interview.company for interview in logbook.interviews] or [""]
    return (f"{number}: {first}" if first else number, *others)


def _settings(logbook: Logbook) -> tuple[object, ...]:
    return logbook.rules, logbook.templates, logbook.keys, logbook.appearance, logbook.signature


def _describe_changes(earlier: Interview, now: Interview) -> str:
    """Return what an earlier state of an interview had more or fewer of than it has now."""
    changes = []
    lines = _line_count(earlier) - _line_count(now)
    if lines:
        changes.append(_more_or_fewer(lines, "line", "lines"))
    elif earlier.notes != now.notes:
        changes.append("different notes")
    for difference, singular, plural in (
        (len(earlier.contacts) - len(now.contacts), "contact", "contacts"),
        (len(earlier.drafts) - len(now.drafts), "draft", "drafts"),
    ):
        if difference:
            changes.append(_more_or_fewer(difference, singular, plural))
    return ", ".join(changes) or "different details"


def _line_count(interview: Interview) -> int:
    return sum(bool(line.strip()) for line in interview.notes.split("\n"))


def _more_or_fewer(difference: int, singular: str, plural: str) -> str:
    comparison = "more" if difference > 0 else "fewer"
    return count(abs(difference), f"{comparison} {singular}", f"{comparison} {plural}")
