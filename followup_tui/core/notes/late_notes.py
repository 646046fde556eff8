"""Late notes: a date in a line that is noted long after the interview counts from the day it was noted."""

from collections.abc import Sequence
from datetime import date

from followup_tui.core.notes import signs
from followup_tui.core.notes.facts import NoteLine, explain_line, parse_line, parse_lines

FROM_MEMORY_DAYS = 2
"""Days after the interview within which a note is taken for something said in it (ours; the article: what is
not written down by then is mostly forgotten)."""


def said_on(noted_on: date, held_on: date) -> date:
    """Return the day from which dates count in a line that was noted on `noted_on`."""
    return noted_on if (noted_on - held_on).days > FROM_MEMORY_DAYS else held_on


def date_late_lines(lines: str, noted_on: date, held_on: date, holidays: Sequence[date] = ()) -> str:
    """Return `lines` with the date added in brackets where the interview's day would give another one.

    “+ code by Monday”, noted two weeks after the interview, becomes “+ code by Monday (2026-12-21)”.
    """
    counts_from = said_on(noted_on, held_on)
    if counts_from == held_on:
        return lines
    texts = lines.split("\n")
    return "\n".join(
        _dated(texts[line.number], line, counts_from, held_on, tuple(holidays)) for line in parse_lines(lines)
    )


def _dated(text: str, line: NoteLine, counts_from: date, held_on: date, holidays: tuple[date, ...]) -> str:
    """Return a line of a promise or a material with its day after it, if it would be read as another day."""
    if line.sign not in (signs.PROMISE, signs.MATERIAL):
        return text
    meant, as_read = (explain_line(line, day, holidays).reading for day in (counts_from, held_on))
    if meant is None or (as_read is not None and as_read.last == meant.last):
        return text
    dated = f"{text.rstrip()} ({meant.last})"
    reading = explain_line(parse_line(0, dated), held_on, holidays).reading
    return dated if reading is not None and reading.last == meant.last else text
