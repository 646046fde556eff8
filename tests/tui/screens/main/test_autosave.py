"""The autosave alone: its host is a fake, no screen runs."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from textual.message import Message

from followup_tui.core.changes.notes import AddNotes
from followup_tui.session.session import SaveState, Session
from followup_tui.storage import atomic
from followup_tui.storage.paths import Paths
from followup_tui.tui.screens.main.autosave import RETRY_SECONDS, Autosave
from tests.tui.pilot import ACME, NOW


class FakeHost:
    """A host that keeps timers for the test to run."""

    def __init__(self, path: Path) -> None:
        path.write_text(ACME, encoding="utf-8")
        self.session = Session(Paths(path, path.parent / "state"), lambda: NOW)
        self.timers: list[tuple[float, Callable[[], Any]]] = []
        self.shown: list[SaveState] = []
        self.messages: list[Message] = []
        self.texts: list[str] = []
        self.typing = ""
        self.finished = 0

    def flush_typing(self) -> None:
        if self.typing:
            self.session.do(AddNotes("acme", self.typing, NOW.date()), save=False)

    def show_message(self, text: str) -> None:
        self.texts.append(text)

    def show_status(self) -> None:
        self.shown.append(self.session.document.save_status.state)

    def save_finished(self) -> None:
        self.finished += 1

    def call_after_refresh(self, callback: Callable[..., Any], *args: Any) -> bool:
        callback(*args)
        return True

    def call_later(self, callback: Callable[..., Any], *args: Any) -> bool:
        return self.call_after_refresh(callback, *args)

    def set_timer(self, delay: float, callback: Callable[[], Any]) -> None:
        self.timers.append((delay, callback))

    def post_message(self, message: Message) -> bool:
        self.messages.append(message)
        return True

    def change(self) -> None:
        self.session.do(AddNotes("acme", "! Go", NOW.date()), save=False)


@pytest.fixture
def host(tmp_path: Path) -> FakeHost:
    return FakeHost(tmp_path / "logbook.toml")


def test_saving_now_brings_the_change_to_the_disk_and_shows_it(host: FakeHost) -> None:
    host.change()
    Autosave(host, host.show_status).save_now()
    assert host.shown == [SaveState.SAVED]
    assert host.finished == 1
    assert "! Go" in host.session.document.paths.data.read_text(encoding="utf-8")


def test_saving_by_hand_saves_what_was_typed_and_confirms_it(host: FakeHost) -> None:
    host.typing = "! Rust"
    Autosave(host, host.show_status).save_and_confirm()
    assert "! Rust" in host.session.document.paths.data.read_text(encoding="utf-8")
    assert host.texts == ["All is saved."]


def test_saving_by_hand_confirms_nothing_while_the_disk_refuses(
    host: FakeHost, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise atomic.FileProblem("no space left")

    host.typing = "! Rust"
    monkeypatch.setattr(type(host.session.document), "_save_or_merge", full)
    Autosave(host, host.show_status).save_and_confirm()
    assert host.texts == []
    assert host.shown == [SaveState.FAILED]


def test_a_failed_save_is_retried_once_at_a_time(host: FakeHost, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise atomic.FileProblem("no space left")

    autosave = Autosave(host, host.show_status)
    host.change()
    with monkeypatch.context() as patch:
        patch.setattr(type(host.session.document), "_save_or_merge", full)
        autosave.save_now()
        autosave.save_now()
    assert host.shown == [SaveState.FAILED, SaveState.FAILED]
    assert [delay for delay, _ in host.timers] == [RETRY_SECONDS]
    host.timers.pop()[1]()
    assert host.shown[2:] == [SaveState.SAVED]
    assert not host.timers


def test_the_first_save_is_prepared_in_parts_and_keys_come_in_between(
    host: FakeHost, monkeypatch: pytest.MonkeyPatch
) -> None:
    parts = iter([False, False])
    monkeypatch.setattr(type(host.session.document), "prepare_first_save", lambda _: next(parts, True))
    monkeypatch.setattr(type(host.session.document), "save_in_background", lambda *_: None)
    Autosave(host, host.show_status).save_soon()
    turns = 0
    while host.timers:
        host.timers.pop(0)[1]()
        turns += 1
    assert turns == 3
