"""The clock of a run."""

from collections.abc import Callable
from datetime import datetime

Clock = Callable[[], datetime]
"""Tells the aware moment it is."""


def clock_from(start: datetime | None) -> Clock:
    """The machine's clock; or one that was set to `start` and runs on from there."""
    if start is None:
        return lambda: datetime.now().astimezone()
    set_at = datetime.now().astimezone()

    def now() -> datetime:
        return start + (datetime.now().astimezone() - set_at)

    return now
