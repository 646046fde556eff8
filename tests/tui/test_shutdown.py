"""Quitting: everything is saved first, and nothing holds it up."""

import asyncio
import os
import signal
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from followup_tui.core.model.logbook import StepId
from followup_tui.session.document import Document
from followup_tui.tui import shutdown
from followup_tui.tui.screens.row_keys import StepRow
from followup_tui.tui.shutdown import (
    INPUT_SECONDS,
    MAX_INPUT_SECONDS,
    STALLED_SECONDS,
    PatientTimer,
    Shutdown,
)
from tests.tui.fake_timers import Timers
from tests.tui.pilot import running
from tests.tui.waiting import until


async def test_quitting_does_not_wait_for_what_is_prepared(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Document, "prepare_first_save", lambda _: False)
    async with running(path) as run:
        await run.go(StepRow(StepId.WRITE_DOWN))
        run.put("space", "q")
        await run.idle()
    assert "write-down" in path.read_text(encoding="utf-8")


class NotingHost:
    """An app that notes what it is asked for."""

    def __init__(self, events: list[object]) -> None:
        self.events = events
        self.input_queue = SimpleNamespace(is_done=True, count=0)
        self.has_unread_input = False
        self.session: Any = SimpleNamespace(
            document=SimpleNamespace(save=self.save, close=lambda _: self.save())
        )

    def save(self) -> None:
        self.events.append("saved")

    def flush_typing(self, is_end: bool) -> None:
        self.events.append(is_end)


class Limit:
    """A timer that ends the process if it is not cancelled before."""

    def __init__(
        self, events: list[object], seconds: float, call: Callable[..., Any], arguments: tuple[int]
    ) -> None:
        assert seconds == shutdown.HANG_UP_SECONDS
        self.events, self.call, self.arguments = events, call, arguments
        self.is_on = False

    def start(self) -> None:
        self.events.append("a limit")
        self.is_on = True

    def cancel(self) -> None:
        if self.is_on:
            self.events.append("none")
        self.is_on = False


@pytest.mark.parametrize("signals", [(signal.SIGHUP,), (signal.SIGHUP, signal.SIGTERM)], ids=len)
async def test_a_hung_up_app_is_not_ended_amid_a_save_and_is_ended_after_it(
    signals: tuple[signal.Signals, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    events: list[object] = []
    limits: list[Limit] = []

    def limit(*arguments: Any) -> Limit:
        limits.append(Limit(events, *arguments))
        return limits[-1]

    monkeypatch.setattr(shutdown, "PatientTimer", limit)
    ending = Shutdown(NotingHost(events), lambda _: events.append("exit"))
    for number in signals:
        ending.end_by(number)
    await until(lambda: "exit" in events, lambda: events)
    assert events == [False, "saved", "a limit", "none", True, "saved", "exit", "a limit"]
    assert (limits[-1].call, limits[-1].arguments) == (os._exit, (128 + signals[-1],))


def test_the_limit_counts_no_time_in_which_the_whole_process_is_held_up() -> None:
    waits, calls = list[float](), list[str]()
    timer = PatientTimer(2.0, calls.append, ("ended",))
    timer.finished = SimpleNamespace(wait=waits.append)  # type: ignore[assignment]
    timer.run()
    assert calls == ["ended"]
    assert sum(waits) == pytest.approx(2.0)
    assert max(waits) < 0.1, "what lasts longer while nothing runs is one of many"


def test_a_limit_that_is_cancelled_ends_nothing() -> None:
    calls: list[str] = []
    timer = PatientTimer(20.0, calls.append, ("ended",))
    timer.start()
    timer.cancel()
    timer.join()
    assert calls == []


@pytest.mark.parametrize(
    ("handled", "expected"), [(0, STALLED_SECONDS), (3, 1.5 + STALLED_SECONDS), (1000, MAX_INPUT_SECONDS)]
)
def test_keys_that_wait_are_handled_before_a_signal_ends_the_app_as_long_as_that_goes_on(
    handled: int, expected: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on a busy machine: half a second a key."""
    timers, ended = Timers(), list[float]()
    monkeypatch.setattr(asyncio, "get_running_loop", lambda: timers)
    host = NotingHost([])
    host.input_queue.is_done = False
    Shutdown(host, lambda _: ended.append(timers.time())).end_by(signal.SIGTERM)
    while not ended and timers.time() < 60:
        host.input_queue.count = min(int(2 * timers.time()), handled)
        timers.advance(INPUT_SECONDS)
    assert ended == [pytest.approx(expected, abs=2 * INPUT_SECONDS)]


async def test_a_mistake_while_saving_is_reported_and_the_signal_ends_the_app_all_the_same() -> None:
    events: list[object] = []
    host = NotingHost(events)
    host.session.document.close = host.save

    def fail(*_: object, **__: object) -> None:
        raise ValueError("a mistake")

    host.flush_typing = fail  # type: ignore[method-assign]
    ending = Shutdown(host, events.append)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("followup_tui.storage.crash_log.write_crash_log", lambda *_: "crash.log")
        host.session.now, host.session.document.paths = list, SimpleNamespace(state="")
        ending.end_by(signal.SIGTERM)
        ending.end_by(signal.SIGTERM)
    assert events == ["saved", 128 + signal.SIGTERM]  # the session is saved without what was typed last
    assert "could not be saved" in ending.farewell
