"""Days, times and counts in words."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from followup_tui.core.dates.format import (
    clock_time,
    count,
    day_name,
    day_span,
    distance,
    listed,
    near_day,
    on_day,
)
from tests.core.builders import at, day

TODAY = day("2026-11-23")


@pytest.mark.parametrize(
    ("on", "name", "far", "near"),
    [
        ("2026-11-23", "Mon 23 Nov", "today", "today"),
        ("2026-11-24", "Tue 24 Nov", "tomorrow", "tomorrow"),
        ("2026-11-22", "Sun 22 Nov", "yesterday", "yesterday"),
        ("2026-11-25", "Wed 25 Nov", "in 2 days", "Wed 25 Nov"),
        ("2026-11-21", "Sat 21 Nov", "2 days ago", "Sat 21 Nov"),
        ("2026-12-04", "Fri 4 Dec", "in 11 days", "Fri 4 Dec"),
        ("2027-01-01", "Fri 1 Jan", "in 39 days", "Fri 1 Jan"),
        ("2027-05-22", "Sat 22 May", "in 180 days", "Sat 22 May"),
        ("2027-05-23", "Sun 23 May 2027", "in 181 days", "Sun 23 May 2027"),
        ("2026-05-27", "Wed 27 May", "180 days ago", "Wed 27 May"),
        ("2026-05-26", "Tue 26 May 2026", "181 days ago", "Tue 26 May 2026"),
    ],
)
def test_a_day_is_named_with_its_distance(on: str, name: str, far: str, near: str) -> None:
    assert (day_name(day(on), TODAY), distance(day(on), TODAY), near_day(day(on), TODAY)) == (name, far, near)


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        ("2026-12-10", "2026-12-10", "Thu 10 Dec"),
        ("2026-12-10", "2026-12-11", "Thu 10 – Fri 11 Dec"),
        ("2026-11-30", "2026-12-01", "Mon 30 Nov – Tue 1 Dec"),
        ("2026-12-31", "2027-01-04", "Thu 31 Dec – Mon 4 Jan"),
        ("2027-11-30", "2027-12-01", "Tue 30 Nov 2027 – Wed 1 Dec 2027"),
        ("2027-12-02", "2027-12-03", "Thu 2 – Fri 3 Dec 2027"),
        ("2026-11-02", "2027-11-03", "Mon 2 Nov – Wed 3 Nov 2027"),
    ],
)
def test_a_span_of_days_names_its_first_and_its_last_day(first: str, last: str, expected: str) -> None:
    assert day_span(day(first), day(last), TODAY) == expected


@given(st.dates(date(2000, 1, 1), date(2199, 12, 31)))
def test_weekdays_and_months_are_those_of_the_calendar(on: date) -> None:
    assert day_name(on, on) == on.strftime("%a ") + f"{on.day}" + on.strftime(" %b")


@pytest.mark.parametrize(
    ("now", "expected"),
    [("2026-11-23T00:00", "00:00"), ("2026-11-23T09:05", "09:05"), ("2026-11-23T23:59:59", "23:59")],
)
def test_a_time_is_shown_in_24_hours(now: str, expected: str) -> None:
    assert clock_time(at(now)) == expected


@pytest.mark.parametrize(
    ("number", "many", "expected"),
    [
        (0, None, "0 days"),
        (1, None, "1 day"),
        (2, None, "2 days"),
        (1, "dice", "1 day"),
        (6, "dice", "6 dice"),
    ],
)
def test_a_count_has_its_noun_in_the_right_number(number: int, many: str | None, expected: str) -> None:
    assert count(number, "day", many) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ([], ""),
        (["a"], "a"),
        (["a", "b"], "a and b"),
        (["a", "b", "c"], "a, b and c"),
        (("a", "b"), "a and b"),
    ],
)
def test_a_list_is_joined_as_in_a_sentence(words: list[str] | tuple[str, ...], expected: str) -> None:
    assert listed(words) == expected


@pytest.mark.parametrize(
    ("days", "text"), [(0, "today"), (1, "tomorrow"), (-1, "yesterday"), (2, "on "), (-2, "on ")]
)
def test_within_a_sentence_a_day_that_is_not_near_follows_on(days: int, text: str) -> None:
    other = TODAY + timedelta(days=days)
    assert on_day(other, TODAY) == (f"{text}{day_name(other, TODAY)}" if text == "on " else text)
