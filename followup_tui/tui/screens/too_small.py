"""The panel that covers everything while the terminal is too small for it."""

from typing import Any

from textual.app import App, ComposeResult
from textual.command import CommandPalette
from textual.geometry import Size
from textual.screen import ModalScreen, Screen
from textual.widgets import Static

from followup_tui.tui.keys.bindings import bindings

MIN_SIZE = Size(40, 12)
"""The smallest terminal with room for the panes, in cells."""


class TooSmall(ModalScreen[None]):
    """Asks for more room. Only quitting works; all below it waits as it is."""

    BINDINGS = bindings("too-small")

    def compose(self) -> ComposeResult:
        yield Static(
            f"followup-tui needs at least {MIN_SIZE.width} × {MIN_SIZE.height} cells.\n"
            "Make the window larger, or q to quit.",
            id="too-small",
            markup=False,
        )


def is_too_small(size: Size) -> bool:
    """Return whether a terminal of `size` cells has no room for the panes."""
    return size.width < MIN_SIZE.width or size.height < MIN_SIZE.height


def cover_if_too_small(app: App[Any], size: Size) -> None:
    """Cover the screen with the panel if the terminal, of `size` cells, is too small; else take it away."""
    if not app.screen_stack or type(app.screen) is Screen:
        return  # nothing is shown yet
    is_covered = isinstance(app.screen, TooSmall)
    if is_too_small(size) and not is_covered:
        if isinstance(app.screen, CommandPalette):
            app.pop_screen()  # its list can't be drawn in less than five columns
        app.push_screen(TooSmall())
    elif is_covered and not is_too_small(size):
        app.pop_screen()
