"""The first picture of the next start, made at quitting by the app itself."""

from datetime import timedelta
from typing import Any

from textual.driver import Driver
from textual.drivers.headless_driver import HeadlessDriver
from textual.pilot import Pilot

from followup_tui.session.plan_cache import plan_validity
from followup_tui.session.session import Session
from followup_tui.startup.first_frame_cache import Size, keep_picture
from followup_tui.storage.atomic import FileProblem, read
from followup_tui.tui.app import FollowUpApp

SETTLE_SECONDS = 0.15
"""How long what the app draws is waited for once it is up, in seconds: scroll bars come last."""


class PictureDriver(HeadlessDriver):
    """A terminal that takes down what is written to it."""

    written = ""

    @property
    def is_headless(self) -> bool:
        """Headless, Textual would draw nothing at all."""
        return False

    def write(self, data: str) -> None:
        PictureDriver.written += data


class PictureApp(FollowUpApp):
    """The app, as it would come up now in a terminal of the same size."""

    def get_driver_class(self) -> type[Driver]:
        return PictureDriver


def keep_first_picture(session: Session, size: Size) -> None:
    """Makes the picture, and keeps it where the next start finds it.

    Nothing is kept where that would tell something in passing, such as a record that is wrong.
    """
    if session.is_demo or session.document.load_messages or min(size) < 1:
        return
    places = session.document.paths
    try:
        data = read(places.data)
    except FileProblem:
        return
    now, picture = session.now(), first_picture(session, size)
    if data is not None and session.document.is_saved_as(data) and picture:
        between = plan_validity(session.logbook, now)
        offset = (now.utcoffset() or timedelta()).total_seconds()
        keep_picture(str(places.data), str(places.state), data, size, offset, between, picture)


def first_picture(session: Session, size: Size) -> str:
    """What the app writes to a terminal of that size until all is shown; empty where something is told."""
    app = PictureApp(lambda: session)
    PictureDriver.written, made = "", ""

    async def take(pilot: Pilot[Any]) -> None:
        nonlocal made
        await pilot.pause(SETTLE_SECONDS)
        if not len(app._notifications):
            made = PictureDriver.written
        app.exit()

    app.run(size=size, auto_pilot=take)
    return made
