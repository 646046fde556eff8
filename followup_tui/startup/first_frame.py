"""The first frame of the next start, drawn at quitting by the app itself."""

from datetime import timedelta
from typing import Any

from textual.driver import Driver
from textual.drivers.headless_driver import HeadlessDriver
from textual.pilot import Pilot

from followup_tui.session.plan_cache import plan_validity
from followup_tui.session.session import Session
from followup_tui.startup.first_frame_cache import Size, cache_frame
from followup_tui.storage.atomic import FileProblem, read
from followup_tui.tui.app import FollowUpApp

SETTLE_SECONDS = 0.15
"""How long drawing is waited for once the app is up, in seconds: scroll bars come last."""


class RecordingDriver(HeadlessDriver):
    """A terminal that records what is written to it."""

    written = ""

    @property
    def is_headless(self) -> bool:
        """False: headless, Textual would draw nothing at all."""
        return False

    def write(self, data: str) -> None:
        RecordingDriver.written += data


class RecordingApp(FollowUpApp):
    """The app as it would start now in a terminal of the same size."""

    def get_driver_class(self) -> type[Driver]:
        return RecordingDriver

    def _take_in_copies(self) -> None:
        """Leave copies to the next start: what is merged here would be reported to nobody."""


def cache_first_frame(session: Session, size: Size) -> None:
    """Draw the first frame of the next start and cache it.

    Nothing is cached if that start would show a message, such as one about a record that is wrong.
    """
    if session.is_demo or session.document.load_messages or min(size) < 1:
        return
    paths = session.document.paths
    try:
        data = read(paths.data)
    except FileProblem:
        return
    now, frame = session.now(), render_first_frame(session, size)
    if data is not None and session.document.is_saved_as(data) and frame:
        validity = plan_validity(session.logbook, now)
        offset = (now.utcoffset() or timedelta()).total_seconds()
        cache_frame(str(paths.data), str(paths.state), data, size, offset, validity, frame)


def render_first_frame(session: Session, size: Size) -> str:
    """Return what the app writes to a terminal of that size at its start; empty if it shows a message."""
    app = RecordingApp(lambda: session, session.document.paths, session.now)
    RecordingDriver.written, frame = "", ""

    async def record(pilot: Pilot[Any]) -> None:
        nonlocal frame
        await pilot.pause(SETTLE_SECONDS)
        if not app.toasts.messages:
            frame = RecordingDriver.written
        app.exit()

    app.run(size=size, auto_pilot=record)
    return frame
