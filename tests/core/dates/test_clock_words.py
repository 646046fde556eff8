"""Times of day in words."""

import pytest

from followup_tui.core.dates.clock_words import write_clock_digits


@pytest.mark.parametrize(
    ("words", "digits"),
    [
        ("half past two tomorrow", "2:30 tomorrow"),
        ("fri at a quarter past 9", "fri at 9:15"),
        ("quarter to one", "12:45"),
        ("quarter to ten pm", "9:45 pm"),
        ("ten past 3", "3:10"),
        ("twenty-five to six", "5:35"),
        ("twenty minutes past six", "6:20"),
        ("tomorrow at ten", "tomorrow at 10"),
        ("ten am on friday", "10 am on friday"),
        ("ten o\u2019clock", "at 10"),
        ("3 o'clock", "at 3"),
        ("two thirty", "2:30"),
        ("friday @ 2pm", "friday at 2pm"),
        ("friday @2", "friday at 2"),
        ("12 noon", "noon"),
        ("tomorrow at around 3pm", "tomorrow at 3pm"),
        ("tuesday from 2 to 3pm", "tuesday at 2 to 3pm"),
        ("first thing tomorrow", "in the morning tomorrow"),
        ("around 3 dec", "around 3 dec"),
        ("from 3 dec 14:00", "from 3 dec 14:00"),
        # Neither of these is a time for certain, or a time at all.
        ("half 2", "half 2"),
        ("ten to eleven", "ten to eleven"),
        ("9 to 10", "9 to 10"),
        ("in two weeks", "in two weeks"),
        ("at two weeks", "at two weeks"),
        ("two thirty minute talks", "two thirty minute talks"),
        ("2026-12-02 13:00", "2026-12-02 13:00"),
    ],
)
def test_times_in_words_become_digits_and_all_else_stays(words: str, digits: str) -> None:
    assert write_clock_digits(words) == digits
