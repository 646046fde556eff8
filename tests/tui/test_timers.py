"""Calls after a delay come, however busy the machine is."""

import re
import time
from pathlib import Path

import pytest
from textual import _time
from textual.app import App

import followup_tui
from followup_tui.tui.timers import call_in, set_timer
from tests.tui.pilot import running
from tests.tui.waiting import until


async def test_a_call_comes_once_although_its_delay_was_over_before_it_could_start() -> None:
    calls: list[str] = []
    app: App[None] = App()
    async with app.run_test():
        call_in(app, 0.001, lambda: calls.append("called"))
        time.sleep(0.05)  # the machine is busy with something else
        assert calls == []
        call_in(app, 0.001, lambda: calls.append("the next"))
        await until(lambda: "the next" in calls, "the call")
        assert calls == ["called", "the next"]


async def test_a_call_can_be_cancelled() -> None:
    calls: list[str] = []
    app: App[None] = App()
    async with app.run_test():
        call_in(app, 0.001, lambda: calls.append("called")).cancel()
        call_in(app, 0.001, lambda: calls.append("the next"))
        await until(lambda: calls, "the call")
        assert calls == ["the next"]


async def test_a_new_size_is_followed_although_its_timer_was_held_up(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on a busy machine, which may stop a program between any two of its lines."""
    async with running(path) as run:
        get_time, delays = _time.get_time, iter([0.0])
        monkeypatch.setattr(_time, "get_time", lambda: get_time() + next(delays, 0.02))
        await run.resize(80, 24)
        assert run.app.screen.outer_size == (80, 24)
        await run.resize(90, 30)
        assert run.app.screen.outer_size == (90, 30)


@pytest.mark.parametrize("held_up", [0.0, 0.0497, 0.05, 0.12], ids=str)
async def test_a_timer_calls_once_however_long_its_call_is_held_up(
    held_up: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    """At 0.0497 s the next call of an interval of 0.05 s is due before the timer would wait for it."""
    calls: list[str] = []
    app: App[None] = App()
    now = [100.0]
    async with app.run_test():
        monkeypatch.setattr(_time, "get_time", lambda: now[0])

        def call() -> None:
            calls.append("called")
            now[0] = 100.05 + held_up

        set_timer(app, 0.05, call)
        await until(lambda: calls, "the call")
        set_timer(app, 0.001, lambda: calls.append("the next"))
        await until(lambda: "the next" in calls, "the next call")
        assert calls == ["called", "the next"]


def test_nothing_uses_the_timer_that_may_never_call() -> None:
    """Textual's: held up between two of its lines, it takes its only call for one to skip."""
    package = Path(followup_tui.__file__).parent
    uses = [path.name for path in package.rglob("*.py") if re.search(r"\.set_timer\(", path.read_text())]
    assert not uses
