"""Opening the app in this terminal, quickly. Nothing but this imports Textual."""

import gc
import os
import sys
from functools import partial
from types import ModuleType
from typing import TYPE_CHECKING

from followup_tui.clock import Clock
from followup_tui.startup import raw_terminal
from followup_tui.startup.detached import run_detached
from followup_tui.storage.paths import Paths

if TYPE_CHECKING:
    from followup_tui.session.session import Session

SWITCH_SECONDS = 0.0002
"""How long one thread may keep the others waiting, in seconds; Python's own 5 ms can be felt."""
GC_THRESHOLD = 10_000
"""How many objects pile up before the collector looks through them: a frame makes some thousands that need no
collector, and with Python's own 700 it looks several times for each key."""
NOT_SAVED = 1
"""Exit status: what is in hand could not be saved."""


def open_app(paths: Paths, clock: Clock, is_demo: bool = False) -> int:
    """Run the app to its end and return its exit status. Standard input and output must be terminals."""
    raw_terminal.enter()
    # The start makes many objects and drops none; looking for garbage takes a seventh of it.
    gc.disable()
    # The threads that read keys and write frames wait for their turn while the app computes.
    sys.setswitchinterval(SWITCH_SECONDS)
    skip_plugin_search()
    from followup_tui.session.session import Session
    from followup_tui.tui.app import FollowUpApp
    from followup_tui.tui.terminal.driver import SafeDriver, TerminalState

    class StartedDriver(SafeDriver):
        """A driver for the terminal as the start has left it."""

        def take_over(self) -> TerminalState:
            return TerminalState(raw_terminal.original_attributes(), raw_terminal.hand_over())

    app = FollowUpApp(
        lambda: Session(paths, clock, is_demo),
        paths,
        clock,
        driver=StartedDriver,
        when_ready=resume_collector,
    )
    app.shutdown.run(app.run_async())
    farewell = app.shutdown.farewell
    if app.session is not None and app.return_code == 0 and not farewell:
        run_detached(partial(_cache_first_frame, app.session, (app.size.width, app.size.height)))
    if farewell:
        print(farewell, file=sys.stderr)
    return app.return_code or (NOT_SAVED if farewell else 0)


def skip_plugin_search() -> None:
    """Have pydantic load no plugins, and not even the module that would search for them.

    The variable is pydantic's own switch, and keeps it from searching all installed packages. Its module
    would still be imported, and with it `importlib.metadata` and `email`: 10.6 ms of processor time (median
    of 15, 9.8 at best), which an empty module in its place saves. It stays while it is worth 10 ms. A
    pydantic that has no module of this name ignores it.
    """
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    loader = ModuleType("pydantic.plugin._loader")
    loader.get_plugins = tuple  # type: ignore[attr-defined]
    sys.modules.setdefault(loader.__name__, loader)


def resume_collector() -> None:
    """Turn garbage collection on again, for all but what the start has created."""
    gc.freeze()
    gc.set_threshold(GC_THRESHOLD)
    gc.enable()


def _cache_first_frame(session: "Session", size: tuple[int, int]) -> None:
    from followup_tui.startup.first_frame import cache_first_frame

    cache_first_frame(session, size)
