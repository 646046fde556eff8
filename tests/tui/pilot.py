"""The app under Textual's pilot on a file of its own, and what is in the file."""

import contextlib
import tomllib
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from textual import events
from textual.drivers.headless_driver import HeadlessDriver
from textual.geometry import Size
from textual.pilot import Pilot

from followup_tui.session.session import SaveState, Session
from followup_tui.storage.paths import Paths
from followup_tui.tui.app import FollowUpApp
from followup_tui.tui.screens.row_keys import RowKey
from followup_tui.tui.widgets.row_list import RowList
from tests.tui import waiting
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


@dataclass
class Clock:
    """A clock that a test can set."""

    at: datetime = NOW

    def __call__(self) -> datetime:
        return self.at

    def on(self, **span: float) -> None:
        """Let that much time pass."""
        self.at += timedelta(**span)


class PatientApp(FollowUpApp):
    """The app, whose toasts do not vanish earlier on a slow machine."""

    NOTIFICATION_TIMEOUT = 1_000


@dataclass
class Running:
    """The app as it runs."""

    app: FollowUpApp
    pilot: Pilot[None]
    path: Path
    clock: Clock

    def put(self, *keys: str) -> None:
        """Give the app keys, as a terminal does, and wait for nothing."""
        for key in keys:
            self.app.post_message(waiting.key_event(key))

    async def press(self, *keys: str) -> None:
        """Press keys, and wait for what each of them does, to the disk."""
        for key in keys:
            self.put(key)
            await self.idle()
            await self.app.animator.wait_until_complete()
        await self.saved()

    async def idle(self) -> None:
        """Wait until all that was set off is done: no input, message, callback or repaint is left."""
        await waiting.idle(self.app)

    async def until(self, condition: Callable[[], object]) -> None:
        """Wait until a condition holds, as after a delay of the app's, and until all that follows is done."""
        await waiting.until(condition, self.shown)
        await self.idle()

    async def until_shown(self, *texts: str) -> None:
        """Wait until texts are on the screen."""
        await self.until(lambda: all(text in self.shown() for text in texts))

    async def resize(self, width: int, height: int) -> None:
        """Give the terminal a size, and wait until the screen has it and nothing moves any more."""
        size = Size(width, height)
        assert isinstance(self.app._driver, HeadlessDriver)
        self.app._driver._size = size
        self.app.post_message(events.Resize(size, size))
        await self.idle()

    async def saved(self) -> None:
        """Wait until what is in hand is on the disk, or is known not to come there."""
        await self.idle()
        session = self.app.session
        if session is not None and session.document.save_status.state is SaveState.UNSAVED:
            await self.until(lambda: session.document.save_status.state is not SaveState.UNSAVED)

    async def type(self, text: str) -> None:
        """Type a text, as fast as the app takes it."""
        self.put(*("enter" if letter == "\n" else letter for letter in text))
        await self.saved()

    async def go(self, key: RowKey) -> None:
        """Put the cursor of the checklist on a row, as the arrow keys would."""
        rows = self.rows("steps-list")
        await self.press("2")
        rows.cursor = key
        rows.post_message(RowList.Moved(rows, key))
        await self.idle()
        assert rows.cursor == key

    def rows(self, id: str) -> RowList[Any]:
        """Return a list by its id."""
        return self.app.screen_stack[0].query_one(f"#{id}", RowList)

    def file(self) -> dict[str, Any]:
        """Return what is in the file."""
        return tomllib.loads(self.path.read_text(encoding="utf-8"))

    def interview(self, id: str = "acme") -> dict[str, Any]:
        """One interview as the file has it."""
        return next(interview for interview in self.file()["interview"] if interview["id"] == id)

    def shown(self) -> str:
        """Return all that the screen shows, as text."""
        width, _ = self.app.size
        strips = self.app.screen._compositor.render_strips()
        return "\n".join(strip.text[:width].rstrip() for strip in strips)

    def notices(self) -> str:
        """Return the messages that are shown in passing."""
        return "\n".join(self.app.toasts.messages)


@contextlib.asynccontextmanager
async def running(
    path: Path,
    text: str = ACME,
    size: tuple[int, int] = (120, 36),
    theme: str = "followup-dark",
    at: datetime = NOW,
) -> AsyncIterator[Running]:
    """Run the app on the file `path` with `text` in it, when it is `at`."""
    if text:
        path.write_text(text, encoding="utf-8")
    clock, paths = Clock(at), Paths(path, path.parent / "state")
    app = PatientApp(lambda: Session(paths, clock), paths, clock, theme=theme)
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
