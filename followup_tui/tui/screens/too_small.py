"""The panel that stands over everything while the terminal is too small for it."""

from textual.app import ComposeResult
from textual.geometry import Size
from textual.screen import ModalScreen
from textual.widgets import Static

from followup_tui.tui.keys.bindings import bindings

LEAST = Size(40, 12)
"""The smallest terminal with room for the panes, in cells."""


class TooSmall(ModalScreen[None]):
    """Asks for more room. Only quitting works; all below it waits as it is."""

    BINDINGS = bindings("too-small")

    def compose(self) -> ComposeResult:
        yield Static(
            f"followup-tui needs at least {LEAST.width} × {LEAST.height} cells.\n"
            "Make the window larger, or q to quit.",
            id="too-small",
            markup=False,
        )


def is_too_small(size: Size) -> bool:
    """Whether a terminal of `size` cells has no room for the panes."""
    return size.width < LEAST.width or size.height < LEAST.height
