"""What the tests of screens wait for, and that none of them waits for a time."""

import asyncio
import re
from pathlib import Path

import pytest
from textual.message_pump import MessagePump

from followup_tui.tui.widgets.timeline import TimelineRibbon
from tests import ROOT, jumble
from tests.tui import waiting
from tests.tui.pilot import running
from tests.tui.waiting import idle, is_idle, until


async def test_an_app_that_has_ended_is_not_waited_for(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(waiting, "PATIENCE_SECONDS", 5.0)
    async with running(path) as run:
        run.app._message_queue.put_nowait(None)  # its end: what comes later is never handled
        await idle(run.app)


async def test_a_widget_amid_a_message_is_waited_for(path: Path) -> None:
    may_end, calls = asyncio.Event(), list[str]()

    async def handle() -> None:
        calls.append("begun")
        await may_end.wait()
        calls.append("done")

    async with running(path) as run:
        run.app.screen.query_one(TimelineRibbon).call_later(handle)
        await until(lambda: calls, "the call")
        assert not is_idle(run.app)
        may_end.set()
        await run.idle()
        assert calls == ["begun", "done"]


async def test_what_is_waited_for_in_vain_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(waiting, "PATIENCE_SECONDS", 0.0)
    with pytest.raises(pytest.fail.Exception, match="the moon"):
        await until(lambda: False, "the moon")


async def test_keys_of_a_burst_are_handled_in_order_whatever_is_held_up(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(jumble, "_share", 0.1)
    monkeypatch.setattr(MessagePump, "_dispatch_message", jumble._dispatch)
    async with running(path) as run:
        run.put("n", *"~ she sails", "enter", "escape", "4")
        await run.saved()
        assert run.interview()["notes"].endswith("\n~ she sails\n")
        assert run.app.screen.query_one(TimelineRibbon).has_focus


def test_no_test_of_screens_waits_for_a_time() -> None:
    """A time is too short on a busy machine, and too long on any other."""
    pattern = re.compile(r"\.pause\(\S|asyncio\.sleep\((?!0\))")
    files = [path for path in (ROOT / "tests").rglob("*.py") if path.name not in ("waiting.py", "jumble.py")]
    found = [
        f"{path}: {line}" for path in files for line in path.read_text().split("\n") if pattern.search(line)
    ]
    assert not found
