"""The input queue, without an app: what is typed waits until what came before it is done."""

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from textual import events
from textual.widgets import Input

from followup_tui.session.document import Document
from followup_tui.tui import input_queue
from followup_tui.tui.input_queue import InputQueue
from followup_tui.tui.widgets.timeline import TimelineRibbon
from tests.tui.fake_timers import Timers
from tests.tui.pilot import running
from tests.tui.waiting import until


class Node:
    """A widget whose message queue is handled when the test says so."""

    def __init__(self) -> None:
        self.calls: list[Callable[[], Any]] = []
        self.ancestors_with_self = [self]
        self.read_only = False

    def call_later(self, callback: Callable[..., Any], *args: Any) -> bool:
        self.calls.append(lambda: callback(*args))
        return True

    call_after_refresh = call_later

    async def handle(self) -> bool:
        """Handle the calls that wait; return whether there were any."""
        calls, self.calls = self.calls, []
        for call in calls:
            result = call()
            if asyncio.iscoroutine(result):
                await result
        return bool(calls)


class Field(Input):
    """A text field with a message queue of the same kind."""

    def __init__(self, node: Node) -> None:
        super().__init__()
        self._node = node

    @property
    def ancestors_with_self(self) -> list[Any]:
        return [self._node]


class Host(Node):
    """An app with one screen, and one node that has the focus."""

    def __init__(self, timers: Timers) -> None:
        super().__init__()
        self.timers = timers
        self.focused: Any = Node()
        self.screen: Any = Node()
        self.screen_stack: list[Any] = [self.screen]
        self.received: list[str] = []
        self.on_receive: Callable[[str], None] = lambda _: None

    async def receive(self, event: events.Event) -> None:
        name = event.key if isinstance(event, events.Key) else type(event).__name__
        self.received.append(name)
        self.on_receive(name)

    async def handle_all(self) -> None:
        """Handle all queues until they are empty, and a probe that waits to set out has come back."""
        for _ in range(2):
            self.timers.advance(input_queue.PROBE_DELAY_SECONDS)
            nodes = [node for node in (self.focused, self, self.screen) if hasattr(node, "handle")]
            while any([await node.handle() for node in nodes]):
                self.timers.advance(input_queue.PROBE_DELAY_SECONDS)


@pytest.fixture
def host(monkeypatch: pytest.MonkeyPatch) -> Host:
    timers = Timers()
    monkeypatch.setattr(asyncio, "get_running_loop", lambda: timers)
    return Host(timers)


@pytest.fixture
async def queue(host: Host) -> InputQueue:
    queue = InputQueue(host, host.receive)
    queue.hold()
    await host.handle_all()
    return queue


def key(name: str) -> events.Key:
    return events.Key(name, name if len(name) == 1 else None)


def mouse(kind: type[events.MouseEvent]) -> events.MouseEvent:
    return kind(None, 1, 1, 0, 0, 1, False, False, False)


async def test_input_waits_until_the_start_is_done(host: Host) -> None:
    queue = InputQueue(host, host.receive)
    assert await queue.put(key("n"))
    assert host.received == []
    queue.hold()
    await host.handle_all()
    assert host.received == ["n"]


async def test_a_key_typed_ahead_follows_the_first_frame_at_once_and_the_next_waits(host: Host) -> None:
    queue = InputQueue(host, host.receive)
    await queue.put(key("n"))
    await queue.put(key("x"))
    await queue.release()
    assert host.received == ["n"]
    await host.handle_all()
    assert host.received == ["n", "x"]


async def test_a_key_typed_ahead_waits_for_a_screen_that_is_on_its_way(host: Host) -> None:
    queue, host.focused = InputQueue(host, host.receive), None
    await queue.put(key("n"))
    await queue.release()
    assert host.received == []
    await host.handle_all()
    assert host.received == ["n"]


async def test_the_next_key_waits_until_the_last_is_done(queue: InputQueue, host: Host) -> None:
    await queue.put(key("n"))
    await queue.put(key("x"))
    assert host.received == ["n"]
    await host.handle_all()
    assert host.received == ["n", "x"]


async def test_a_key_goes_where_the_last_key_moved_the_focus(queue: InputQueue, host: Host) -> None:
    arrivals: list[tuple[str, object]] = []
    note_bar = Node()

    def receive(name: str) -> None:
        arrivals.append((name, host.focused))
        if name == "n":
            # As an action does: only once the message of the key is handled.
            host.focused.call_later(setattr, host, "focused", note_bar)

    host.on_receive = receive
    await queue.put(key("n"))
    await queue.put(key("x"))
    await host.handle_all()
    assert arrivals[1] == ("x", note_bar)


async def test_a_click_waits_for_the_keys_before_it_and_those_after_it_for_the_click(
    queue: InputQueue, host: Host
) -> None:
    """As on a busy machine, where all of them wait: the click moves the focus that the keys go to."""
    await queue.put(key("n"))
    await queue.put(key("x"))
    for kind in (events.MouseDown, events.MouseUp):
        assert await queue.put(mouse(kind))
    await queue.put(key("j"))
    assert host.received == ["n"]
    await host.handle_all()
    assert host.received == ["n", "x", "MouseDown", "MouseUp", "j"]


async def test_what_the_mouse_does_behind_a_click_that_waits_comes_after_it(
    queue: InputQueue, host: Host
) -> None:
    assert not await queue.put(mouse(events.MouseScrollDown))  # Textual handles it at once
    await queue.put(key("n"))
    for kind in (events.MouseDown, events.MouseMove, events.MouseUp, events.MouseScrollDown):
        assert await queue.put(mouse(kind))
    await queue.put(key("j"))
    assert host.received == ["n"]
    await host.handle_all()
    assert host.received == ["n", "MouseDown", "MouseMove", "MouseUp", "MouseScrollDown", "j"]
    assert queue.is_done
    assert not await queue.put(mouse(events.MouseMove))


async def test_letters_into_a_text_do_not_wait_for_each_other(queue: InputQueue, host: Host) -> None:
    node = Node()
    host.focused = Field(node)
    for letter in "abc":
        await queue.put(key(letter))
    assert host.received == ["a", "b", "c"]
    await queue.put(key("enter"))
    await queue.put(key("d"))
    assert host.received == ["a", "b", "c"]
    while len(host.received) < 5:
        await node.handle()
        await host.handle()
        host.timers.advance(input_queue.PROBE_DELAY_SECONDS)
    assert host.received == ["a", "b", "c", "enter", "d"]


async def test_a_probe_that_is_lost_with_its_screen_holds_keys_back_for_a_while_only(
    queue: InputQueue, host: Host
) -> None:
    await queue.put(key("n"))
    await queue.put(key("x"))
    host.focused.calls.clear()
    await host.handle_all()
    assert host.received == ["n"]
    host.timers.advance(input_queue.TIMEOUT_SECONDS)
    await host.handle_all()
    assert host.received == ["n", "x"]


async def test_on_a_slow_machine_a_key_waits_for_longer_than_a_probe_is_waited_for(
    queue: InputQueue, host: Host, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(input_queue, "MAX_PROBES", 1000)
    await queue.put(key("n"))
    await queue.put(key("x"))
    for _ in range(5):
        host.timers.advance(input_queue.TIMEOUT_SECONDS)
        await host.handle()
        assert host.received == ["n"]
    await host.handle_all()
    assert host.received == ["n", "x"]


async def test_where_no_probe_comes_through_the_next_key_is_handed_on_in_the_end(
    queue: InputQueue, host: Host
) -> None:
    host.focused.call_later = lambda *_: True  # it never handles anything
    await queue.put(key("n"))
    await queue.put(key("x"))
    for sent in range(1, input_queue.MAX_PROBES + 1):
        assert host.received == ["n"], sent
        host.timers.advance(input_queue.TIMEOUT_SECONDS)
        await host.handle()
    assert host.received == ["n", "x"]


async def test_what_is_no_input_is_left_to_others(queue: InputQueue) -> None:
    assert not await queue.put(events.Focus())
    assert await queue.put(events.Paste("text"))


async def test_it_is_idle_when_no_key_has_come_for_a_while(
    queue: InputQueue, monkeypatch: pytest.MonkeyPatch
) -> None:
    await queue.put(key("n"))
    monkeypatch.setattr(input_queue, "IDLE_SECONDS", 60.0)
    assert not queue.is_idle()
    monkeypatch.setattr(input_queue, "IDLE_SECONDS", 0.0)
    assert queue.is_idle()


async def test_nothing_is_asked_of_an_app_on_its_way_out(queue: InputQueue, host: Host) -> None:
    host.screen_stack.clear()
    await queue.put(key("n"))
    await queue.put(key("x"))
    await host.handle_all()
    assert host.received == ["n"]


async def test_keys_that_come_at_once_do_not_wait_for_frames(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(input_queue, "PROBE_DELAY_SECONDS", 60)
    monkeypatch.setattr(input_queue, "TIMEOUT_SECONDS", 60)
    async with running(path) as run:
        for key in ("n", "h", "i", "enter", "escape", "4"):
            run.app.post_message(events.Key(key, key if len(key) == 1 else None))
        # Far sooner than a picture would be waited for, and as late as a busy machine makes it.
        ribbon = run.app.screen.query_one(TimelineRibbon)
        await until(lambda: ribbon.has_focus, run.shown)
        # The last key is followed by none.
        monkeypatch.setattr(input_queue, "PROBE_DELAY_SECONDS", 0)
        run.app.input_queue._send_probe()
        await run.saved()
        assert run.interview()["notes"].endswith("hi\n")
        assert ribbon.has_focus


async def test_what_can_wait_is_done_while_no_key_comes(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    turns: list[Document] = []

    def prepare(document: Document) -> bool:
        turns.append(document)
        return len(turns) == 3

    monkeypatch.setattr(Document, "prepare_first_save", prepare)
    monkeypatch.setattr(input_queue, "IDLE_SECONDS", 60)
    async with running(path) as run:
        await run.press("n", "escape")
        run.app._prepare_first_save()
        assert turns == []
        monkeypatch.setattr(input_queue, "IDLE_SECONDS", 0.1)
        await run.until(lambda: len(turns) == 3)
        assert run.app.session is not None
        assert turns == [run.app.session.document] * 3
        assert not run.app._preparing._active.is_set(), "it is not called any more"
