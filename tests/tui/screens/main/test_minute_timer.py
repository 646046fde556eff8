"""The panes are shown again at each whole minute."""

import time
from datetime import timedelta
from pathlib import Path

import pytest

from followup_tui.clock import clock_from
from followup_tui.tui.screens.main.minute_timer import MARGIN_SECONDS, MinuteTimer
from followup_tui.tui.screens.main.screen import MainScreen
from tests.tui.pilot import ACME, NOW, Clock, running
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


@pytest.mark.parametrize("jump", [{"hours": 9}, {"hours": -9}, {"seconds": 1}], ids=str)
def test_a_clock_that_jumps_is_followed_at_the_next_check(tmp_path: Path, jump: dict[str, float]) -> None:
    """As after the sleep of a laptop."""
    host = FakeHost(tmp_path / "logbook.toml", ACME)
    timer, clock = MinuteTimer(host), Clock()
    host.session._clock = clock
    timer.start()
    timer.check()
    assert host.refreshed == 0
    clock.on(**jump)
    timer.check()
    timer.check()
    assert host.refreshed == ("hours" in jump)


def test_another_time_zone_is_followed_at_the_next_check(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    host = FakeHost(tmp_path / "logbook.toml", ACME)
    timer = MinuteTimer(host)
    monkeypatch.setattr(host.session, "_clock", clock_from(None))
    try:
        with monkeypatch.context() as patch:
            for zone, hours in (("Europe/Berlin", (1, 2)), ("Asia/Tokyo", (9,))):
                patch.setenv("TZ", zone)
                timer.check()
                offset = host.session.now().utcoffset()
                assert offset in [timedelta(hours=number) for number in hours]
    finally:
        time.tzset()
    assert host.refreshed == 2


async def test_the_panes_change_by_themselves_at_midnight(path: Path) -> None:
    async with running(path) as run:
        assert "due today" in run.shown()
        run.clock.on(hours=8, seconds=1)
        screen = run.app.screen
        assert isinstance(screen, MainScreen)
        screen.refresh_panes()
        await run.idle()
        assert "late by 1 day" in run.shown()
        assert "T24◂" in run.shown()
