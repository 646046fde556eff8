"""The app under Textual's pilot on a file of its own, and what is in the file."""

import asyncio
import contextlib
import tomllib
import unicodedata
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from time import monotonic
from typing import Any

from textual import events
from textual.drivers.headless_driver import HeadlessDriver
from textual.geometry import Size
from textual.keys import REPLACED_KEYS, _character_to_key, _get_unicode_name_from_key
from textual.message_pump import MessagePump
from textual.pilot import Pilot, WaitForScreenTimeout

from followup_tui.session.session import SaveState, Session
from followup_tui.storage.paths import Paths
from followup_tui.tui.app import FollowUpApp
from followup_tui.tui.screens.row_keys import RowKey
from followup_tui.tui.widgets.row_list import RowList
from tests.tui.stylesheets import parse_each_once

parse_each_once()

NOW = datetime.fromisoformat("2026-11-23T16:00:00+01:00")
ACME = """\
format = 1
[[interview]]
id = "acme"
company = "Acme"
held_at = 2026-11-23T14:00:00+01:00
notes = '''
@ Dana Reyes, manager
@ Luis Ortega
> decision by 2026-12-04
+ references by 2026-11-27
! Kubernetes
'''
"""
EMPTY = """\
format = 1
[[interview]]
id = "acme"
company = "Acme"
held_at = 2026-11-23T14:00:00+01:00
"""
"""The interview without a note."""
BOREALIS = """\
[[interview]]
id = "bore"
company = "Borealis"
held_at = 2026-11-18T10:00:00+01:00
notes = "@ Mina"
"""
TWO_ROUNDS = ACME + ACME.partition("format = 1\n")[2].replace('"acme"', '"second"').replace(
    "2026-11-23", "2026-11-20"
)
PATIENCE_SECONDS = 10.0
"""How long the app may take until nothing is left to do."""


@dataclass
class Clock:
    """A clock that a test can set."""

    at: datetime = NOW

    def __call__(self) -> datetime:
        return self.at

    def on(self, **span: float) -> None:
        """Lets that much time pass."""
        self.at += timedelta(**span)


def key_event(key: str) -> events.Key:
    """Return the press of a key, by its name or the character that it types."""
    name = _character_to_key(key) if len(key) == 1 and not key.isalnum() else key
    try:
        character = unicodedata.lookup(_get_unicode_name_from_key(REPLACED_KEYS.get(name, name)))
    except KeyError:
        character = name if len(name) == 1 else ""
    return events.Key(name, character or None)


def is_idle(app: FollowUpApp) -> bool:
    """Return whether nothing waits: no key in the app's queue, no message, no callback, no repaint."""
    if not app.screen_stack or app._exit:
        return True
    screen, queue = app.screen, app.input_queue
    nodes = (app, *screen.walk_children(with_self=True))
    return not (
        queue._is_busy
        or queue._waiting
        or screen._layout_required
        or screen._scroll_required
        or screen._repaint_required
        or screen._recompose_required
        or screen._dirty_widgets
        or screen._callbacks
        or any(node._next_callbacks or not node._message_queue.empty() for node in nodes)
    )


async def wait_for_answers(pilot: Pilot[Any], timeout: float = 30.0) -> bool:
    """Wait until each node of the screen has answered, and return whether all are well.

    This takes the place of Textual's own, which waits in vain for an app that is ending: what stands behind
    the end in the queue of a node is never handled, nor is what comes when there is no screen any more.
    """
    app, is_answered = pilot.app, asyncio.Event()
    if not app.screen_stack:
        return False
    waiting: set[MessagePump] = set()

    def answer(node: MessagePump) -> None:
        waiting.discard(node)
        if not waiting:
            is_answered.set()

    waiting.update(
        node for node in (app, *app.screen.walk_children(with_self=True)) if node.call_later(answer, node)
    )
    end = monotonic() + timeout
    while waiting and not app._exception_event.is_set():
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(is_answered.wait(), 0.1)
        if not app.screen_stack:
            break
        waiting.difference_update([node for node in waiting if not node._running])
        if monotonic() > end:
            raise WaitForScreenTimeout(f"no answer from {waiting}")
    return not app._exception_event.is_set()


Pilot._wait_for_screen = wait_for_answers  # type: ignore[assignment,method-assign]


@dataclass
class Running:
    """The app as it runs."""

    app: FollowUpApp
    pilot: Pilot[None]
    path: Path
    clock: Clock

    async def press(self, *keys: str) -> None:
        """Press keys, and wait for what each of them does, to the disk."""
        for key in keys:
            self.app.post_message(key_event(key))
            await self.idle()
            await self.app.animator.wait_until_complete()
        await self.saved()

    async def idle(self) -> None:
        """Wait until all that was set off is done: no input, message, callback or repaint is left.

        Textual's pilot waits until the process uses little of the processor: 40 ms and more for a key, and
        not long enough on a busy machine.
        """
        end = monotonic() + PATIENCE_SECONDS
        is_handled = False
        while not is_handled and monotonic() < end:
            while not is_idle(self.app) and monotonic() < end:
                await asyncio.sleep(0.003)
            # A node may be amid a message: it is done with that when it answers.
            await wait_for_answers(self.pilot)
            is_handled = is_idle(self.app)
        assert is_handled, f"the app is still busy after {PATIENCE_SECONDS} s"

    async def resize(self, width: int, height: int, is_last: bool = True) -> None:
        """Give the terminal a size, and wait until the screen has it; the last one until nothing moves."""
        size = Size(width, height)
        assert isinstance(self.app._driver, HeadlessDriver)
        self.app._driver._size = size
        self.app.post_message(events.Resize(size, size))
        await self.idle()
        if not is_last:
            return
        await self.laid_out()

    async def laid_out(self) -> None:
        """Wait until nothing moves on the screen after a change of sizes.

        Textual lays out after the change has been handled, and the panes are fitted after the layout.
        """
        before, now = "", self.shown()
        while before != now:
            await self.pilot.pause(0.02)
            await self.idle()
            before, now = now, self.shown()

    async def saved(self) -> None:
        """Wait until what is in hand is on the disk, or is known not to come there."""
        await self.idle()
        session = self.app.session
        if session is not None and session.document.save_status.state is SaveState.UNSAVED:
            while session.document.save_status.state is SaveState.UNSAVED:
                await self.pilot.pause(0.002)
            await self.idle()

    async def type(self, text: str) -> None:
        """Type a text, as fast as the app takes it."""
        for letter in text:
            self.app.post_message(key_event("enter" if letter == "\n" else letter))
        await self.saved()

    async def go(self, key: RowKey) -> None:
        """Puts the cursor of the checklist on a row, as the arrow keys would."""
        rows = self.rows("steps-list")
        await self.press("2")
        rows.cursor = key
        rows.post_message(RowList.Moved(rows, key))
        await self.pilot.pause()
        assert rows.cursor == key

    def rows(self, id: str) -> RowList[Any]:
        """A list by its id."""
        return self.app.screen_stack[0].query_one(f"#{id}", RowList)

    def file(self) -> dict[str, Any]:
        """What is in the file."""
        return tomllib.loads(self.path.read_text(encoding="utf-8"))

    def interview(self, id: str = "acme") -> dict[str, Any]:
        """One interview as the file has it."""
        return next(interview for interview in self.file()["interview"] if interview["id"] == id)

    def shown(self) -> str:
        """All that the screen shows, as text."""
        width, _ = self.app.size
        strips = self.app.screen._compositor.render_strips()
        return "\n".join(strip.text[:width].rstrip() for strip in strips)

    def notices(self) -> str:
        """What was said in passing."""
        return "\n".join(self.app.toasts.messages)


@contextlib.asynccontextmanager
async def running(
    path: Path, text: str = ACME, size: tuple[int, int] = (120, 36), theme: str = "followup-dark"
) -> AsyncIterator[Running]:
    """The app on the file `path` with `text` in it."""
    if text:
        path.write_text(text, encoding="utf-8")
    clock, paths = Clock(), Paths(path, path.parent / "state")
    app = FollowUpApp(lambda: Session(paths, clock), paths, clock, theme=theme)
    async with app.run_test(size=size) as pilot:
        run = Running(app, pilot, path, clock)
        await run.idle()
        yield run


def replies(run: Running, id: str = "acme") -> list[dict[str, object]]:
    """Return the answers of theirs in the file."""
    return [contact for contact in run.interview(id).get("contact", []) if contact["kind"] == "reply"]


def many(count: int) -> str:
    """Return a logbook of that many interviews."""
    return "format = 1\n" + "".join(
        f'[[interview]]\nid = "i{n}"\ncompany = "Co {n}"\nheld_at = 2026-11-{n % 20 + 1:02}T10:00:00+01:00\n'
        for n in range(count)
    )
