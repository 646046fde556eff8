"""The clock of a run."""

from collections.abc import Callable
from datetime import datetime

from followup_tui.core.dates.years import FIRST_YEAR, LAST_YEAR

Clock = Callable[[], datetime]
"""Tells the aware moment it is."""


def read_moment(text: str) -> datetime | None:
    """The moment that `--now` gives; None where it has no offset, or is none that anybody means."""
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        return None
    return at if at.utcoffset() is not None and FIRST_YEAR <= at.year <= LAST_YEAR else None


def clock_from(start: datetime | None) -> Clock:
    """The machine's clock; or one that was set to `start` and runs on from there."""
    if start is None:
        return lambda: datetime.now().astimezone()
    set_at = datetime.now().astimezone()

    def now() -> datetime:
        return start + (datetime.now().astimezone() - set_at)

    return now
