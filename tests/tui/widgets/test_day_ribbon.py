"""Ribbons of days: what does not depend on what is drawn in them."""

from datetime import date

import pytest

from followup_tui.core.rules.timeline import Mark, MarkKind
from followup_tui.tui.widgets.day_ribbon import mark_glyphs, wrap_explanation
from followup_tui.tui.widgets.styled_lines import Tone
from followup_tui.tui.widgets.timeline import TimelineRibbon

DAY = date(2026, 11, 23)


def lines(text: str, width: int, count: int) -> list[str]:
    return ["".join(span.text for span in line) for line in wrap_explanation(text, width, count, 1)]


def test_an_explanation_is_wrapped_between_words() -> None:
    assert lines("Mon 23 Nov · a good day to write", 20, 3) == ["Mon 23 Nov · a good", "day to write"]


def test_what_is_left_of_an_explanation_is_in_its_last_line() -> None:
    assert lines("Mon 23 Nov · one two three four five six", 16, 2)[1:] == ["two three four five six"]


def test_the_first_part_of_an_explanation_is_emphasized() -> None:
    (first, rest), *_ = wrap_explanation("Mon 23 Nov · a good day", 60, 1, 1)
    assert (first.text, first.tone) == ("Mon 23 Nov", Tone.STRONG)
    assert (rest.text, rest.tone) == (" · a good day", Tone.PLAIN)


def test_a_day_shows_its_first_marks_in_the_tone_of_the_first() -> None:
    kinds = (MarkKind.PROMISED, MarkKind.SENT, MarkKind.RECEIVED, MarkKind.INTERVIEW)
    assert mark_glyphs(tuple(Mark(DAY, kind, "", False) for kind in kinds)) == ("◆●◀", Tone.TITLE)
    assert mark_glyphs(()) is None


@pytest.mark.parametrize(
    ("day", "shown"),
    [(date(1989, 5, 1), date(1990, 1, 1)), (DAY, DAY), (date(2300, 1, 1), date(2209, 12, 31)), (None, None)],
)
def test_the_cursor_stays_on_days_that_can_be_shown(day: date | None, shown: date | None) -> None:
    assert TimelineRibbon().validate_day(day) == shown


def test_without_a_day_no_columns_are_shown() -> None:
    assert TimelineRibbon().days() == []
