"""Quitting: everything is saved first, and nothing holds it up."""

import asyncio
import os
import signal
import time
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from followup_tui.core.model.logbook import StepId
from followup_tui.session.document import Document
from followup_tui.tui import shutdown
from followup_tui.tui.screens.row_keys import StepRow
from followup_tui.tui.shutdown import Shutdown
from tests.tui.pilot import running


async def test_quitting_does_not_wait_for_what_is_prepared(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Document, "prepare_first_save", lambda _: False)
    async with running(path) as run:
        await run.go(StepRow(StepId.WRITE_DOWN))
        await run.pilot.press("space", "q")
    assert "write-down" in path.read_text(encoding="utf-8")


class SlowHost:
    """An app whose disk takes longer for a save than a hung-up app may take to end."""

    def __init__(self, events: list[object]) -> None:
        self.events = events
        self.session: Any = SimpleNamespace(
            document=SimpleNamespace(save=self.save, close=lambda _: self.save())
        )

    def save(self) -> None:
        time.sleep(0.15)
        self.events.append("saved")

    def is_input_done(self) -> bool:
        return True

    def flush_typing(self, is_end: bool) -> None:
        self.events.append(is_end)


@pytest.mark.parametrize("signals", [(signal.SIGHUP,), (signal.SIGHUP, signal.SIGTERM)], ids=len)
async def test_a_hung_up_app_is_not_ended_amid_a_save_and_is_ended_after_it(
    signals: tuple[signal.Signals, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    events: list[object] = []
    monkeypatch.setattr(os, "_exit", lambda _: events.append("killed"))
    monkeypatch.setattr(shutdown, "HANG_UP_SECONDS", 0.1)
    ending = Shutdown(SlowHost(events), lambda _: events.append("exit"))
    for number in signals:
        ending.end_by(number)
    end = time.monotonic() + 5
    while "killed" not in events and time.monotonic() < end:
        await asyncio.sleep(0.01)
    assert events == [False, "saved", True, "saved", "exit", "killed"]


async def test_a_mistake_while_saving_is_reported_and_the_signal_ends_the_app_all_the_same() -> None:
    events: list[object] = []
    host = SlowHost(events)
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
