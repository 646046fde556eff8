"""The panes are shown again at each whole minute."""

from datetime import timedelta
from pathlib import Path

import pytest

from followup_tui.tui.screens.main.minute_timer import MARGIN_SECONDS, MinuteTimer
from followup_tui.tui.screens.main.screen import MainScreen
from tests.tui.pilot import ACME, NOW, running
from tests.tui.screens.main.fake_host import FakeHost


def test_it_waits_for_the_next_whole_minute_again_and_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    host = FakeHost(tmp_path / "logbook.toml", ACME)
    monkeypatch.setattr(host.session, "now", lambda: NOW + timedelta(seconds=15, milliseconds=500))
    MinuteTimer(host).start()
    [(delay, refresh)] = host.timers
    assert delay == pytest.approx(44.5 + MARGIN_SECONDS)
    refresh()
    assert (host.refreshed, len(host.timers)) == (1, 2)


async def test_the_panes_change_by_themselves_at_midnight(path: Path) -> None:
    async with running(path) as run:
        assert "due today" in run.shown()
        run.clock.on(hours=8, seconds=1)
        screen = run.app.screen
        assert isinstance(screen, MainScreen)
        screen.refresh_panes()
        await run.pilot.pause()
        assert "late by 1 day" in run.shown()
        assert "T24◂" in run.shown()
