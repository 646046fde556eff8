"""Refreshing the panes each minute: interviews begin and days end at whole minutes."""

from followup_tui.tui.screens.host import Host

MARGIN_SECONDS = 0.01
"""How long after the whole minute the panes are shown again, in seconds."""


class MinuteTimer:
    """Shows the panes again at each whole minute of the session's clock."""

    def __init__(self, host: Host) -> None:
        self._host = host

    def start(self) -> None:
        """Wait for the next whole minute."""
        now = self._host.session.now()
        seconds = 60 - now.second - now.microsecond / 1e6
        self._host.call_in(seconds + MARGIN_SECONDS, self._refresh)

    def _refresh(self) -> None:
        self._host.refresh_panes()
        self.start()
