"""Refreshing the panes each minute: interviews begin and days end at whole minutes."""

from datetime import datetime, timedelta

from followup_tui.tui.screens.host import Host

MARGIN_SECONDS = 0.01
"""How long after the whole minute the panes are shown again, in seconds."""


class MinuteTimer:
    """Shows the panes again at each whole minute of the session's clock."""

    def __init__(self, host: Host) -> None:
        self._host = host
        self._shown: tuple[datetime, timedelta | None] | None = None
        """The minute that the panes show, and the zone's offset."""

    def start(self) -> None:
        """Wait for the next whole minute."""
        now = self._host.session.now()
        self._shown = _minute(now)
        seconds = 60 - now.second - now.microsecond / 1e6
        self._host.call_in(seconds + MARGIN_SECONDS, self._refresh)

    def check(self) -> None:
        """Show the panes again if the clock or the zone was changed, or the machine has slept.

        Delays are measured by a clock that knows nothing of that, and stands still while it sleeps.
        """
        shown = _minute(self._host.session.now())
        if shown != self._shown:
            self._shown = shown
            self._host.refresh_panes()

    def _refresh(self) -> None:
        self._host.refresh_panes()
        self.start()


def _minute(now: datetime) -> tuple[datetime, timedelta | None]:
    return now.replace(second=0, microsecond=0), now.utcoffset()
