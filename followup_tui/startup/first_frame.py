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

PASS_SECONDS, QUIET_PASSES, MAX_PASSES = 0.04, 4, 250
"""How long a pass of all widgets through their messages lasts, in seconds; in how many passes nothing must
have been drawn for the frame to be complete, since scroll bars come last; and how many there are at most."""


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

    def _merge_copies(self) -> None:
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
    """Return what the app writes to a terminal of that size at its start.

    It is empty if the app shows a message, or is never done.
    """
    app = RecordingApp(lambda: session, session.document.paths, session.now)
    RecordingDriver.written, frame = "", ""

    async def record(pilot: Pilot[Any]) -> None:
        nonlocal frame
        if await _is_drawn(app, pilot) and not app.toasts.messages:
            frame = RecordingDriver.written
        app.exit()

    app.run(size=size, auto_pilot=record)
    return frame


async def _is_drawn(app: FollowUpApp, pilot: Pilot[Any]) -> bool:
    """Wait until all is drawn, however slow the machine is; return whether that came to an end."""
    written, quiet = "", 0
    for _ in range(MAX_PASSES):
        await pilot.pause(PASS_SECONDS)
        is_done = app.is_fitted and RecordingDriver.written == written
        quiet = quiet + 1 if is_done else 0
        if quiet == QUIET_PASSES:
            return True
        written = RecordingDriver.written
    return False
