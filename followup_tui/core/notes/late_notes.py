"""Lines that are filed long after the interview: a date in them counts from the day on which it was noted."""

from collections.abc import Sequence
from datetime import date

from followup_tui.core.dates.phrases import read_dates
from followup_tui.core.notes import signs
from followup_tui.core.notes.facts import parse_line
from followup_tui.core.text import clean_line

FROM_MEMORY_DAYS = 2
"""Days after the interview within which a note is taken for something said in it (ours; the article: what is
not written down by then is mostly forgotten)."""


def said_on(noted_on: date, held_on: date) -> date:
    """The day from which dates in a line count that was noted on `noted_on`."""
    return noted_on if (noted_on - held_on).days > FROM_MEMORY_DAYS else held_on


def date_late_lines(lines: str, noted_on: date, held_on: date, holidays: Sequence[date] = ()) -> str:
    """`lines` with the day in brackets where it would be read as another one from the interview's day.

    “+ code by Monday”, noted two weeks later, becomes “+ code by Monday (2026-12-21)”.
    """
    said = said_on(noted_on, held_on)
    if said == held_on:
        return lines
    return "\n".join(_with_day(line, said, held_on, tuple(holidays)) for line in lines.split("\n"))


def _with_day(text: str, said: date, held_on: date, holidays: tuple[date, ...]) -> str:
    line = parse_line(0, text)
    if line.sign not in (signs.PROMISE, signs.MATERIAL):
        return text
    now, then = (read_dates(clean_line(line.text), day, holidays) for day in (said, held_on))
    if now is None or (then is not None and then.last == now.last):
        return text
    dated = f"{text.rstrip()} ({now.last})"
    read = read_dates(clean_line(parse_line(0, dated).text), held_on, holidays)
    return dated if read is not None and read.last == now.last else text
