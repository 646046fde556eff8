"""Opening the app in this terminal. None but this imports Textual."""

import gc
import os
import sys
from functools import partial
from types import ModuleType
from typing import TYPE_CHECKING

from followup_tui.clock import Clock
from followup_tui.startup.detached import aside
from followup_tui.startup.raw_terminal import listen
from followup_tui.storage.paths import Paths

if TYPE_CHECKING:
    from followup_tui.session.session import Session

TURN_SECONDS = 0.0002
"""How long one thread may keep the others waiting, in seconds; Python's own 5 ms can be felt."""
NOT_SAVED = 1
"""Exit status: what is in hand could not be saved."""


def open_app(used: Paths, clock: Clock, is_demo: bool = False) -> int:
    """Runs the app to its end, and gives its exit status. Standard input and output are terminals."""
    listen()
    # The start makes much and throws nothing away; looking for garbage takes a seventh of it.
    gc.disable()
    # The threads that read keys and write the screen wait for their turn while the app computes.
    sys.setswitchinterval(TURN_SECONDS)
    leave_plugins_out()
    from followup_tui.session.session import Session
    from followup_tui.tui.app import FollowUpApp

    app = FollowUpApp(lambda: Session(used, clock, is_demo))
    app.run()
    if app.session is not None and app.return_code == 0 and not app.farewell:
        aside(partial(_keep_picture, app.session, (app.size.width, app.size.height)))
    if app.farewell:
        print(app.farewell, file=sys.stderr)
    return app.return_code or (NOT_SAVED if app.farewell else 0)


def leave_plugins_out() -> None:
    """Has pydantic look for no plugins: we have none, and it would search all that is installed.

    Its module for that takes a twentieth of the start, mostly for the `email` package, even where plugins are
    switched off. Where pydantic has none of that name, the one put in its place here is not asked.
    """
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    loader = ModuleType("pydantic.plugin._loader")
    loader.get_plugins = tuple  # type: ignore[attr-defined]
    sys.modules.setdefault(loader.__name__, loader)


def _keep_picture(session: "Session", size: tuple[int, int]) -> None:
    from followup_tui.startup.first_frame import keep_first_picture

    keep_first_picture(session, size)
