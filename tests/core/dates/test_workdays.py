"""Working days: Monday to Friday, less the holidays."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from followup_tui.core.dates.workdays import add_working_days, is_working, next_working
from tests.core.builders import day, days

FREE = [day("2026-12-25"), day("2026-12-28"), day("2027-01-01")]


@pytest.mark.parametrize(
    ("on", "works", "following"),
    [
        pytest.param("2026-12-21", True, "2026-12-21", id="Mon"),
        pytest.param("2026-12-24", True, "2026-12-24", id="Thu"),
        pytest.param("2026-12-25", False, "2026-12-29", id="Fri, a holiday, and the Monday too"),
        pytest.param("2026-12-26", False, "2026-12-29", id="Sat"),
        pytest.param("2026-12-27", False, "2026-12-29", id="Sun"),
        pytest.param("2026-12-28", False, "2026-12-29", id="Mon, a holiday"),
        pytest.param("2027-01-01", False, "2027-01-04", id="the turn of the year"),
        pytest.param("2028-02-29", True, "2028-02-29", id="a leap day"),
    ],
)
def test_a_day_or_the_next_working_day_is_found(on: str, works: bool, following: str) -> None:
    assert is_working(day(on), FREE) == works
    assert next_working(day(on), FREE) == day(following)


@pytest.mark.parametrize(
    ("since", "count", "expected"),
    [
        ("2026-12-09", 1, "2026-12-10"),
        ("2026-12-09", 2, "2026-12-11"),
        ("2026-12-09", 3, "2026-12-14"),
        ("2026-12-11", 1, "2026-12-14"),
        ("2026-12-12", 1, "2026-12-14"),
        ("2026-12-13", 2, "2026-12-15"),
        ("2026-12-24", 1, "2026-12-29"),
        ("2026-12-24", 4, "2027-01-04"),
        ("2026-12-12", 0, "2026-12-12"),
        ("2026-12-12", -3, "2026-12-12"),
    ],
)
def test_working_days_are_counted(since: str, count: int, expected: str) -> None:
    assert add_working_days(day(since), count, FREE) == day(expected)


@given(since=days, count=st.integers(0, 30), free=st.lists(days, max_size=20))
def test_as_many_working_days_as_asked_for_lie_between(since: date, count: int, free: list[date]) -> None:
    end = add_working_days(since, count, free)
    between = [since + timedelta(days=number + 1) for number in range((end - since).days)]
    assert (
        sum(
            between_day.strftime("%a") not in ("Sat", "Sun") and between_day not in free
            for between_day in between
        )
        == count
    )
