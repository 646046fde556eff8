"""Where the time comes from: the machine's clock, or the one that `--now` sets.

It is passed in as a callable. Only `cli/fast_path` reads the system time by itself.
"""

import time
from collections.abc import Callable
from datetime import datetime

from followup_tui.core.dates.years import is_accepted_year

Clock = Callable[[], datetime]
"""Returns the current moment, aware."""


def read_moment(text: str) -> datetime | None:
    """Return the moment that `--now` gives; None if it has no offset, or its year is out of range."""
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        return None
    return at if at.utcoffset() is not None and is_accepted_year(at.year) else None


def machine_time() -> datetime:
    """Return the time by the machine's clock, in the zone that it is set to now."""
    time.tzset()  # a running process does not learn of another zone by itself
    return datetime.now().astimezone()


def clock_from(start: datetime | None) -> Clock:
    """Return the machine's clock, or one that is set to `start` and runs on from there."""
    if start is None:
        return machine_time
    set_at = machine_time()
    return lambda: start + (machine_time() - set_at)
