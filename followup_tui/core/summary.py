"""What came from elsewhere, where it is no more than lines noted for one interview."""

from typing import NamedTuple

from followup_tui.core.dates.format import count
from followup_tui.core.model.logbook import Logbook
from followup_tui.core.text import clean_line


class Noted(NamedTuple):
    """Lines that came into the notes of an interview."""

    interview_id: str
    company: str
    lines: tuple[str, ...]
    last: int
    """The number of the last of them in the notes, from 0."""

    @property
    def said(self) -> str:
        """`1 line noted for Acme: ~ she sails`."""
        more = " …" if len(self.lines) > 1 else ""
        return f"{count(len(self.lines), 'line')} noted for {self.company}: {self.lines[0]}{more}"


def noted(before: Logbook, after: Logbook) -> Noted | None:
    """The lines by which the notes of one interview grew; None where none did, or anything else changed."""
    old = {one.id: one for one in before.interviews}
    changed = [one for one in after.interviews if old.get(one.id) is not one and old.get(one.id) != one]
    if len(changed) != 1 or len(old) != len(after.interviews):
        return None
    (new,) = changed
    was = old.get(new.id)
    if was is None or new.but(notes=was.notes) != was:
        return None
    left, added = was.notes.rstrip().split("\n"), []
    for number, line in enumerate(new.notes.split("\n")):
        if left and line == left[0]:
            left.pop(0)
        elif line.strip():
            added.append((number, clean_line(line)))
    if not added or (left and left != [""]):
        return None
    return Noted(new.id, new.company, tuple(line for _, line in added), added[-1][0])
