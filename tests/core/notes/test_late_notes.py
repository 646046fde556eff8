"""Lines filed later than the interview: their dates count from when they were noted."""

from datetime import date

import pytest

from followup_tui.core.notes.late_notes import date_late_lines, said_on
from tests.core.builders import read_dates

HELD = date(2026, 12, 4)
LATER = date(2026, 12, 15)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("+ portfolio by Monday", "+ portfolio by Monday (2026-12-21)"),
        ("> decision next tuesday", "> decision next tuesday (2026-12-22)"),
        ("  > in two weeks ", "  > in two weeks (2026-12-29)"),
        ("> decision by 2026-12-18", "> decision by 2026-12-18"),
        ("> decision on 18 Dec", "> decision on 18 Dec"),
        ("> soon", "> soon"),
        ("+ none", "+ none"),
        ("@ Dana, back on Monday", "@ Dana, back on Monday"),
        ("call on Monday", "call on Monday"),
    ],
)
def test_a_date_is_added_where_the_day_of_the_interview_would_give_another(line: str, expected: str) -> None:
    assert date_late_lines(line, LATER, HELD) == expected


def test_the_added_date_is_what_is_read() -> None:
    line = date_late_lines("> decision next tuesday", LATER, HELD)
    reading = read_dates(line[2:], HELD, ())
    assert reading is not None
    assert reading.last == date(2026, 12, 22)


@pytest.mark.parametrize(("days", "counts"), [(-3, False), (0, False), (2, False), (3, True)])
def test_within_two_days_dates_count_from_the_interview(days: int, counts: bool) -> None:
    noted = date.fromordinal(HELD.toordinal() + days)
    assert said_on(noted, HELD) == (noted if counts else HELD)
    if not counts:
        assert date_late_lines("> by Monday", noted, HELD) == "> by Monday"


def test_each_of_several_lines_is_dated() -> None:
    assert date_late_lines("~ tea\n> by Monday\n", LATER, HELD) == "~ tea\n> by Monday (2026-12-21)\n"
