"""Moments on two clocks: the user's, and the one of the place where they were agreed.

A moment is shown on the user's clock as of that moment: the system's zone, or the offset of `now` where that
is another one (as with `--now`). Where the other clock says another time, it comes after that one:
`05:00 (20:00 there)`.
"""

from datetime import date, datetime, timedelta, tzinfo
from typing import NamedTuple

from followup_tui.core.dates.format import clock_time, day_name, near_day

_HOUR = timedelta(hours=1)


class UserClock(NamedTuple):
    """The user's clock: its day, and the zone that it shows."""

    today: date
    zone: tzinfo | None
    """None for the system's zone, whose offset changes with the seasons."""

    @classmethod
    def at(cls, now: datetime) -> "UserClock":
        """Return the user's clock at the aware moment `now`."""
        # A zone with a name has no offset without a moment; the system's moments have a fixed one.
        is_fixed = now.tzinfo is not None and now.tzinfo.utcoffset(None) is not None
        is_system = is_fixed and now.astimezone().utcoffset() == now.utcoffset()
        return cls(now.date(), None if is_system else now.tzinfo)

    def to_local(self, at: datetime) -> datetime:
        """Return the same moment on this clock."""
        return at.astimezone(self.zone)

    def time(self, at: datetime, their_zone: str = "") -> str:
        """Return the time of day: `05:00`, or `05:00 (20:00 there)` where the clocks differ."""
        here, there = clock_time(self.to_local(at)), self.there(at, their_zone)
        return f"{here} ({there})" if there else here

    def there(self, at: datetime, their_zone: str) -> str:
        """Return what the other clock says, `20:00 there`; empty where it says the same."""
        there = clock_time(their_time(at, their_zone))
        return f"{there} there" if there != clock_time(self.to_local(at)) else ""

    def moment(self, at: datetime, their_zone: str = "") -> str:
        """Return the day and the time: `Fri 6 Nov 05:00 (20:00 there)`."""
        return f"{day_name(self.to_local(at).date(), self.today)} {self.time(at, their_zone)}"

    def near_moment(self, at: datetime, their_zone: str = "") -> str:
        """Return the moment with a near day by its word: `tomorrow 05:00 (20:00 there)`."""
        return f"{near_day(self.to_local(at).date(), self.today)} {self.time(at, their_zone)}"


def their_time(at: datetime, their_zone: str) -> datetime:
    """Return the same moment on the other clock: in `their_zone` (an IANA name), else as it is stored."""
    if not their_zone:
        return at
    from followup_tui.core.dates.zones import named_zone

    zone = named_zone(their_zone)
    return at.astimezone(zone.tz) if zone else at


def local_today(now: datetime, held_at: datetime) -> date:
    """Return the calendar day it is now in the place where the interview took place.

    A due day is a calendar day of that place (article: "by the end of the day"). Where the offsets are at
    most an hour apart, a clock change or a neighbour's zone is the likely cause, and the day on the user's
    own clock counts (ours): so a due day ends at midnight in winter, too.
    """
    here, there = now.utcoffset(), held_at.utcoffset()
    if here is not None and there is not None and abs(here - there) <= _HOUR:
        return now.date()
    return now.astimezone(held_at.tzinfo).date()
