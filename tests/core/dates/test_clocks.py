"""Moments on the user's clock and on theirs."""

from datetime import UTC, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from followup_tui.core.dates.clocks import UserClock, their_time
from tests.examples import examples, within

BERLIN = ZoneInfo("Europe/Berlin")
NOW = datetime(2026, 11, 5, 12, 0, tzinfo=BERLIN)
ZONES = [
    "America/Los_Angeles",
    "Asia/Kolkata",
    "Australia/Lord_Howe",
    "Europe/London",
    "Pacific/Chatham",
    "UTC",
]


def test_a_moment_is_shown_on_the_users_clock_with_theirs_behind() -> None:
    at = datetime(2026, 11, 6, 5, 0, tzinfo=timezone(timedelta(hours=1)))
    assert UserClock.at(NOW).moment(at, "America/Los_Angeles") == "Fri 6 Nov 05:00 (20:00 there)"
    assert UserClock.at(NOW).near_moment(at, "America/Los_Angeles") == "tomorrow 05:00 (20:00 there)"
    assert UserClock.at(NOW).moment(at) == "Fri 6 Nov 05:00"


def test_without_a_zone_the_stored_offset_is_the_other_clock() -> None:
    at = datetime(2026, 11, 5, 20, 0, tzinfo=timezone(timedelta(hours=-8)))
    assert UserClock.at(NOW).moment(at) == "Fri 6 Nov 05:00 (20:00 there)"


@pytest.mark.parametrize("zone", ["", "Europe/Atlantis", "../x", "Europe/Paris"])
def test_an_unknown_zone_or_the_same_time_shows_no_other_clock(zone: str) -> None:
    at = datetime(2026, 11, 6, 5, 0, tzinfo=timezone(timedelta(hours=1)))
    assert UserClock.at(NOW).time(at, zone) == "05:00"


def test_the_users_clock_is_that_of_the_moment_not_of_now() -> None:
    summer = datetime(2026, 7, 1, 14, 0, tzinfo=timezone(timedelta(hours=2)))
    assert UserClock.at(NOW).moment(summer) == "Wed 1 Jul 14:00"


def test_an_offset_of_now_that_is_not_the_systems_is_the_users_clock() -> None:
    now = NOW.astimezone(timezone(timedelta(hours=9, minutes=17)))
    at = datetime(2026, 7, 1, 14, 0, tzinfo=UTC)
    assert UserClock.at(now).to_local(at).utcoffset() == timedelta(hours=9, minutes=17)


@examples(100)
@given(
    st.datetimes(datetime(2001, 1, 1), datetime(2037, 1, 1), timezones=st.sampled_from(ZONES).map(ZoneInfo)),
    st.sampled_from(ZONES),
    st.sampled_from(ZONES),
    st.booleans(),
)
@within(2.0)
def test_the_shown_time_is_the_stored_moment(at: datetime, mine: str, theirs: str, fixed: bool) -> None:
    now = datetime(2026, 11, 5, 12, 0, tzinfo=ZoneInfo(mine))
    if fixed:
        now = now.astimezone(timezone(now.utcoffset() or timedelta()))
    here, there = UserClock.at(now).to_local(at), their_time(at, theirs)
    assert here.astimezone(UTC) == at.astimezone(UTC) == there.astimezone(UTC)
    shown = UserClock.at(now).moment(at, theirs)
    assert f"{here:%H:%M}" in shown
    assert (f"({there:%H:%M} there)" in shown) == (f"{here:%H:%M}" != f"{there:%H:%M}")
