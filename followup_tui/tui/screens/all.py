"""All open interviews on one ribbon, over the whole screen."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen

from followup_tui.core.overview import Overview
from followup_tui.tui.widgets.keyline import KeyHint, KeyLine
from followup_tui.tui.widgets.overview import OverviewRibbon


class AllScreen(ModalScreen[str | None]):
    """The ribbon of all. `enter` goes to the interview under the cursor: its id is the result."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,A,q", "dismiss(None)", "Back", id="all.close", tooltip="Back to one interview")
    ]

    def __init__(self, overview: Overview) -> None:
        super().__init__()
        self._overview = overview

    def compose(self) -> ComposeResult:
        ribbon = OverviewRibbon(id="all")
        ribbon.add_class("pane")
        ribbon.border_title = "All open interviews"
        yield ribbon
        yield KeyLine()

    def on_mount(self) -> None:
        ribbon = self.query_one(OverviewRibbon)
        ribbon.overview = self._overview
        ribbon.focus()
        keys = self.query_one(KeyLine)
        keys.hints = (
            KeyHint("← →", "day"),
            KeyHint("↑ ↓", "interview"),
            KeyHint("t", "today"),
            KeyHint("enter", "open"),
        )
        keys.always = (KeyHint("esc", "back"),)

    def on_overview_ribbon_chosen(self, event: OverviewRibbon.Chosen) -> None:
        event.stop()
        self.dismiss(event.id)
