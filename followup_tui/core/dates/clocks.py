"""Moments on two clocks: the user's, and the one of the place where they were agreed.

A moment is shown on the user's clock as of that moment: the system's zone, or the offset of `now` where that
is another one (as with `--now`). Where the other clock says another time, it stands behind that one:
`05:00 (20:00 there)`.
"""

from datetime import datetime

from followup_tui.core.dates.format import clock_time, day_name, near_day


def user_time(at: datetime, now: datetime) -> datetime:
    """Return the same moment on the user's clock."""
    if not _is_fixed(now):
        return at.astimezone(now.tzinfo)
    is_system = now.astimezone().utcoffset() == now.utcoffset()
    return at.astimezone() if is_system else at.astimezone(now.tzinfo)


def _is_fixed(now: datetime) -> bool:
    """Return whether the zone of `now` is an offset, which tells nothing of other seasons."""
    return now.tzinfo is not None and now.tzinfo.utcoffset(None) is not None


def their_time(at: datetime, their_zone: str = "") -> datetime:
    """Return the same moment on the other clock: in `their_zone` (an IANA name), else as it is stored."""
    if not their_zone:
        return at
    from followup_tui.core.dates.zones import named_zone

    zone = named_zone(their_zone)
    return at.astimezone(zone.tz) if zone else at


def time_on_clocks(at: datetime, now: datetime, their_zone: str = "") -> str:
    """Return the time of day: `05:00`, or `05:00 (20:00 there)` where the other clock says another time."""
    here, there = clock_time(user_time(at, now)), clock_time(their_time(at, their_zone))
    return here if here == there else f"{here} ({there} there)"


def moment_on_clocks(at: datetime, now: datetime, their_zone: str = "") -> str:
    """Return the day and the time: `Fri 6 Nov 05:00 (20:00 there)`."""
    day = day_name(user_time(at, now).date(), now.date())
    return f"{day} {time_on_clocks(at, now, their_zone)}"


def near_moment_on_clocks(at: datetime, now: datetime, their_zone: str = "") -> str:
    """Return the moment with a near day by its word: `tomorrow 05:00 (20:00 there)`."""
    day = near_day(user_time(at, now).date(), now.date())
    return f"{day} {time_on_clocks(at, now, their_zone)}"
