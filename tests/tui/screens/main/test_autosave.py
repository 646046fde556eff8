"""The autosave alone: its host is a fake, no screen runs."""

import threading
from collections.abc import Callable
from concurrent.futures import wait
from pathlib import Path
from typing import Any

import pytest

from followup_tui.core.changes.notes import AddNotes
from followup_tui.core.model.logbook import (
    StepId,
)
from followup_tui.session.document import Document
from followup_tui.session.session import SaveState
from followup_tui.storage import atomic
from followup_tui.tui import app
from followup_tui.tui.screens.main import autosave as saving
from followup_tui.tui.screens.main.autosave import LATEST_SECONDS, RETRY_SECONDS, SAVE_SECONDS, Autosave
from followup_tui.tui.screens.row_keys import StepRow
from followup_tui.tui.widgets.note_bar import NoteBar
from followup_tui.tui.widgets.timeline import TimelineRibbon
from tests.tui.pilot import ACME, NOW, running
from tests.tui.screens.main import fake_host
from tests.tui.waiting import PATIENCE_SECONDS


class FakeHost(fake_host.FakeHost):
    """A host that is changed, and that counts what the saving reports."""

    def __init__(self, path: Path) -> None:
        super().__init__(path, ACME)
        self.shown: list[SaveState] = []
        self.typing = ""
        self.finished = 0
        self._thread_id = threading.get_ident()

    def flush_typing(self) -> None:
        if self.typing:
            self.session.do(AddNotes("acme", self.typing, NOW.date()), save=False)

    def show_status(self) -> None:
        self.shown.append(self.session.document.save_status.state)

    def count_finished(self) -> None:
        self.finished += 1

    def call_after_refresh(self, callback: Callable[..., Any], *args: Any) -> bool:
        callback(*args)
        return True

    def call_later(self, callback: Callable[..., Any], *args: Any) -> bool:
        """Call at once what this thread asks for; the end of a save in another one is left to the test."""
        if threading.get_ident() == self._thread_id:
            return super().call_later(callback, *args)
        return True

    def change(self) -> None:
        self.session.do(AddNotes("acme", "! Go", NOW.date()), save=False)

    def autosave(self) -> Autosave:
        return Autosave(self, self.show_status, self.count_finished)


@pytest.fixture
def host(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> FakeHost:
    # Prepared in parts by time, a slow machine would need another part.
    monkeypatch.setattr(Document, "prepare_first_save", lambda _: True)
    return FakeHost(tmp_path / "logbook.toml")


def test_saving_now_brings_the_change_to_the_disk_and_shows_it(host: FakeHost) -> None:
    host.change()
    host.autosave().save_now()
    assert host.shown == [SaveState.SAVED]
    assert host.finished == 1
    assert "! Go" in host.session.document.paths.data.read_text(encoding="utf-8")


def test_saving_by_hand_saves_what_was_typed_and_confirms_it(host: FakeHost) -> None:
    host.typing = "! Rust"
    host.autosave().save_and_confirm()
    assert "! Rust" in host.session.document.paths.data.read_text(encoding="utf-8")
    assert host.messages == ["Everything is saved."]


def test_saving_by_hand_confirms_nothing_while_the_disk_refuses(
    host: FakeHost, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise atomic.FileProblem("no space left")

    host.typing = "! Rust"
    monkeypatch.setattr(type(host.session.document), "_save_or_merge", full)
    host.autosave().save_and_confirm()
    assert host.messages == []
    assert host.shown == [SaveState.FAILED]


def test_a_failed_save_is_retried_once_at_a_time(host: FakeHost, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise atomic.FileProblem("no space left")

    autosave = host.autosave()
    host.change()
    with monkeypatch.context() as patch:
        patch.setattr(type(host.session.document), "_save_or_merge", full)
        autosave.save_now()
        autosave.save_now()
    assert host.shown == [SaveState.FAILED, SaveState.FAILED]
    assert [delay for delay, _ in host.timers] == [RETRY_SECONDS]
    host.timers.pop()[1]()
    assert host.session.document.is_saving  # a lock that another program holds is waited for elsewhere
    autosave.finish()
    assert host.shown[2:] == [SaveState.SAVED]
    assert RETRY_SECONDS not in dict(host.timers)


def test_what_is_being_typed_is_stored_before_a_save_merges_what_others_wrote(host: FakeHost) -> None:
    autosave, path = host.autosave(), host.session.document.paths.data
    host.change()
    path.write_text(ACME.replace("! Kub", "~ she sails\n! Kub"), encoding="utf-8")
    host.session.document.save_in_background(lambda: None)
    wait([host.session.document._pending_save[2]])  # type: ignore[index]
    host.typing = "! Rust"
    autosave.finish()
    saved = path.read_text(encoding="utf-8")
    assert all(line in saved for line in ("~ she sails", "! Go", "! Rust"))
    assert "! Rust" in host.session.logbook.interviews[0].notes


def test_the_first_save_is_prepared_in_parts_and_keys_come_in_between(
    host: FakeHost, monkeypatch: pytest.MonkeyPatch
) -> None:
    parts = iter([False, False])
    monkeypatch.setattr(type(host.session.document), "prepare_first_save", lambda _: next(parts, True))
    monkeypatch.setattr(type(host.session.document), "save_in_background", lambda *_: None)
    host.autosave().save_soon()
    delays = []
    while host.timers:
        delay, callback = host.timers.pop(min(range(len(host.timers)), key=lambda n: host.timers[n][0]))
        delays.append(delay)
        callback()
    assert sorted(delays) == [SAVE_SECONDS, SAVE_SECONDS, SAVE_SECONDS, LATEST_SECONDS]


def test_a_change_is_saved_although_no_repaint_is_reported(
    host: FakeHost, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As when the screen that covered this one went away with what it was to call."""
    monkeypatch.setattr(host, "call_after_refresh", lambda *_: True)
    autosave = host.autosave()
    for _ in range(3):
        host.change()
        autosave.save_soon()
    assert [delay for delay, _ in host.timers] == [LATEST_SECONDS]
    host.timers.pop()[1]()
    assert host.session.document.finish_save().state is SaveState.SAVED
    assert "! Go" in host.session.document.paths.data.read_text(encoding="utf-8")
    autosave.save_soon()
    assert LATEST_SECONDS in dict(host.timers)


async def test_a_save_that_takes_long_to_prepare_lets_keys_in_between(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    may_end: list[bool] = []
    monkeypatch.setattr(app, "MERGE_DELAY_SECONDS", 60)
    monkeypatch.setattr(Document, "prepare_first_save", lambda _: bool(may_end))
    async with running(path) as run:
        before = path.read_bytes()
        await run.go(StepRow(StepId.WRITE_DOWN))
        run.put("space", "4")
        ribbon = run.app.screen.query_one(TimelineRibbon)
        await run.until(lambda: ribbon.has_focus)
        assert path.read_bytes() == before
        may_end.append(True)
        await run.saved()
        assert "write-down" in run.interview()["ticks"]


async def test_a_slow_disk_holds_up_no_key(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    may, asked, replace = threading.Event(), threading.Event(), atomic.replace_if_unchanged

    def slow(*arguments: Any) -> tuple[str, ...]:
        asked.set()
        assert may.wait(PATIENCE_SECONDS)
        return replace(*arguments)

    monkeypatch.setattr(app, "MERGE_DELAY_SECONDS", 60)
    async with running(path) as run:
        monkeypatch.setattr(atomic, "replace_if_unchanged", slow)
        before = path.read_bytes()
        await run.go(StepRow(StepId.WRITE_DOWN))
        run.put("space")
        await run.until(asked.is_set)
        run.put("4", "l", "n", "x", "enter")
        await run.until_shown("not saved yet")
        assert path.read_bytes() == before
        assert run.app.screen.query_one(NoteBar).has_focus_within
        may.set()
        await run.saved()
        assert run.interview()["ticks"]
        assert run.interview()["notes"].endswith("x\n")
        assert "not saved yet" not in run.shown()


async def test_a_save_that_fails_is_reported_and_tried_again(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise atomic.FileProblem(f"{path} can't be saved: no space left on device")

    monkeypatch.setattr(saving, "RETRY_SECONDS", 0.05)
    async with running(path) as run:
        with monkeypatch.context() as broken:
            broken.setattr(atomic, "replace_if_unchanged", full)
            await run.press("n")
            await run.type("kept\n")
            assert "no space left on device" in " ".join(run.shown().split())
            assert "safe here" in " ".join(run.shown().split())
            assert "kept" not in path.read_text(encoding="utf-8")
        await run.until(lambda: "no space left" not in " ".join(run.shown().split()))
        assert run.interview()["notes"].endswith("kept\n")
