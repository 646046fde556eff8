"""Waiting until an app under Textual's pilot is done, however fast the machine is.

Importing this module gives the pilot a wait that needs no processor time to be measured: Textual's own takes
the app for done when the process uses little of the processor, which a busy machine keeps it from as well.
"""

import asyncio
import unicodedata
from collections.abc import Callable, Iterable
from time import monotonic
from typing import Any

import pytest
from textual import events
from textual._queue import Queue
from textual.app import App
from textual.keys import REPLACED_KEYS, _character_to_key, _get_unicode_name_from_key
from textual.message import Message
from textual.message_pump import MessagePump
from textual.pilot import Pilot

from followup_tui.tui.app import FollowUpApp

PATIENCE_SECONDS = 60.0
"""How long something may take on the slowest machine, in seconds."""
POLL_SECONDS = 0.003


def _is_busy(node: MessagePump) -> bool:
    """Return whether a node has a message or a callback to handle, or is amid one."""
    if not node._running:
        return node._task is not None and not node._task.done()  # it starts, or it ends
    queue: Queue[Message | None] = node._message_queue
    is_waiting = queue.empty() and bool(queue.ready_event._waiters)
    return bool(node._next_callbacks) or not is_waiting


def busy_parts(app: App[Any]) -> Iterable[str]:
    """Yield what of an app has something left to do; nothing when it is idle, or has ended.

    Timers are not waited for, but for those that are a part of Textual's own reaction.
    """
    if app._exit or app._closed or app._exception_event.is_set():
        return
    if not app.screen_stack or not app._dom_ready:
        yield "the start"
        return
    yield from (str(node) for node in (app, *app._registry) if _is_busy(node))
    if app._resize_event is not None or app._resize_timer is not None:
        yield "a new size"
    if any(worker.is_running for worker in app.workers):
        yield "a worker"
    screen = app.screen
    if (
        screen._layout_required
        or screen._scroll_required
        or screen._repaint_required
        or screen._recompose_required
        or screen._dirty_widgets
        or screen._callbacks
    ):
        yield "the next frame"
    if isinstance(app, FollowUpApp) and not app.input_queue.is_done:
        yield "input"


def is_idle(app: App[Any]) -> bool:
    """Return whether an app has nothing left to do."""
    return not any(True for _ in busy_parts(app))


def key_event(key: str) -> events.Key:
    """Return the press of a key, by its name or the character that it types."""
    name = _character_to_key(key) if len(key) == 1 and not key.isalnum() else key
    try:
        character = unicodedata.lookup(_get_unicode_name_from_key(REPLACED_KEYS.get(name, name)))
    except KeyError:
        character = name if len(name) == 1 else ""
    return events.Key(name, character or None)


async def press(app: App[Any], *keys: str) -> None:
    """Press keys, and wait for what each of them does."""
    for key in keys:
        app.post_message(key_event(key))
        await idle(app)


async def idle(app: App[Any]) -> None:
    """Wait until all that was set off is done: no input, message, callback or repaint is left."""
    end = monotonic() + PATIENCE_SECONDS
    while not is_idle(app):
        if monotonic() > end:
            pytest.fail(f"still busy after {PATIENCE_SECONDS} s: {', '.join(busy_parts(app))}")
        await asyncio.sleep(POLL_SECONDS)


async def until(condition: Callable[[], object], what: Callable[[], object] | str) -> None:
    """Wait until a condition holds; `what` says what was waited for in vain."""
    end = monotonic() + PATIENCE_SECONDS
    while not condition():
        if monotonic() > end:
            pytest.fail(f"not within {PATIENCE_SECONDS} s: {what if isinstance(what, str) else what()}")
        await asyncio.sleep(0.01)


async def _wait_for_screen(pilot: Pilot[Any], timeout: float = PATIENCE_SECONDS) -> bool:  # noqa: ARG001
    await idle(pilot.app)
    return not pilot.app._exception_event.is_set()


async def _pause(pilot: Pilot[Any], delay: float | None = None) -> None:
    """Wait for what Textual's pilot does itself, such as a click; a time is what the app records with it."""
    if delay is None:
        await idle(pilot.app)
    else:
        await _usual_pause(pilot, delay)


textuals_wait_for_screen = Pilot._wait_for_screen
"""Textual's own wait, as the app has it when it draws the first frame of its next start."""
Pilot._wait_for_screen = _wait_for_screen  # type: ignore[assignment,method-assign]
_usual_pause = Pilot.pause
Pilot.pause = _pause  # type: ignore[assignment,method-assign]
