"""The rows of the list of interviews, in the main screen and where an interview is searched."""

from functools import lru_cache
from itertools import groupby
from operator import attrgetter

from followup_tui.core.dates.format import WEEKDAYS
from followup_tui.core.rules.agenda import AgendaGroup, Entry
from followup_tui.tui.widgets.row_list import Row, RowLine
from followup_tui.tui.widgets.styled_lines import Span, StyledLine, Tone


def interview_rows(entries: tuple[Entry, ...]) -> tuple[Row[str], ...]:
    """Return a heading for each group and two lines for each interview; the keys are their ids."""
    rows: list[Row[str]] = []
    for group, members in groupby(entries, key=attrgetter("group")):
        in_group = [_row(entry) for entry in members]
        heading = RowLine((Span(f" {group}", Tone.MUTED),), (Span(f"{len(in_group)} ", Tone.MUTED),))
        rows += [Row(None, (RowLine(()), heading) if rows else (heading,)), *in_group]
    return tuple(rows)


@lru_cache(maxsize=4096)
def _row(entry: Entry) -> Row[str]:
    return Row(entry.id, (_company_line(entry), _next_line(entry)))


def _company_line(entry: Entry) -> RowLine:
    """Return the first line of an entry."""
    tone = {AgendaGroup.CLOSED: Tone.MUTED, AgendaGroup.DUE: Tone.STRONG}.get(entry.group, Tone.PLAIN)
    return RowLine((Span(entry.company, tone),))


def _next_line(entry: Entry) -> RowLine:
    """Return the second line of an entry: what is next, and when."""
    is_due = entry.group is AgendaGroup.DUE
    if is_due:
        tone, glyph = (Tone.LATE, "! ") if entry.is_late else (Tone.DUE, "● ")
    else:
        tone, glyph = Tone.MUTED, "  "
    # Only the sign is coloured: what should catch the eye is the next step in the checklist.
    text = Span(entry.next, Tone.PLAIN if is_due else Tone.MUTED)
    when, *shorter = (_when(words) for words in _shorter_and_shorter(entry))
    return RowLine((Span(glyph, tone), text), when, tuple(shorter))


def _when(words: str) -> StyledLine:
    return (Span(f"{words} ", Tone.MUTED),) if words else ()


def _shorter_and_shorter(entry: Entry) -> tuple[str, ...]:
    """Return when it is due, and shorter words for that: `by Tue 1 Dec`, `Tue 1 Dec`, `1 Dec`.

    What follows a day in brackets, such as that it is our estimate, is left out: the other panes say it.
    """
    if entry.is_late or entry.when == "today":
        # The sign and the heading say that, too.
        return entry.when, ""
    day = entry.when.partition("(")[0].strip().removeprefix("by ").removeprefix("from ")
    weekday, _, date = day.partition(" ")
    dates = (date, " ".join(date.split()[:2])) if weekday in WEEKDAYS else ()
    words = (entry.when, day, *dates)
    # What is due keeps its day, whatever is cut; the day of an interview is part of `next`.
    is_time = day[:1].isdigit()
    return (*words, "") if entry.group is AgendaGroup.WAITING or is_time else words
