"""All open interviews on one ribbon, over the whole screen."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen

from followup_tui.core.rules.overview import Overview
from followup_tui.tui.keys.hints import Hint
from followup_tui.tui.keys.keymap import Keymap, key_name
from followup_tui.tui.widgets.footer import KeyLine
from followup_tui.tui.widgets.overview import OverviewRibbon

_HINTS = (
    Hint("timeline.back timeline.on", "← →", "day"),
    Hint("all.up all.down", "↑ ↓", "interview"),
    Hint("timeline.today", "t", "today"),
    Hint("all.open", "enter", "open"),
)
_ALWAYS = (Hint("all.help", "?", "help"), Hint("all.close", "esc", "back"))


class OverviewScreen(ModalScreen[str | None]):
    """The ribbon of all. `enter` goes to the interview under the cursor: its id is the result."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,A,q", "dismiss(None)", "Back", id="all.close", tooltip="Back to one interview"),
        Binding("question_mark", "help", "Help", id="all.help", tooltip="These keys, and what the signs say"),
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
        keymap: Keymap = getattr(self.app, "keymap", Keymap())
        keys.hints = tuple(shown for one in _HINTS if (shown := one.shown(keymap)) is not None)
        keys.always = tuple(shown for one in _ALWAYS if (shown := one.shown(keymap)) is not None)

    def action_help(self) -> None:
        from followup_tui.tui.screens.help import LEGEND, HelpBox, active_rows

        groups = (("The days", LEGEND), ("Here", active_rows(self)))
        self.app.push_screen(HelpBox("Help · All open interviews", (), groups))

    def explain_unused_key(self, key: str) -> None:
        """Says of a key of the main screen that it works there."""
        from followup_tui.tui.screens.main.screen import MainScreen

        keymap: Keymap = getattr(self.app, "keymap", Keymap())
        for owner in MainScreen.__mro__:
            for one in vars(owner).get("BINDINGS", ()):
                if isinstance(one, Binding) and key in keymap.keys(one).split(","):
                    back = keymap.shown("all.close", "esc")
                    text = f"{key_name(key)} works for one interview: {one.tooltip}. {back} goes back to it."
                    self.notify(text, markup=False)
                    return

    def on_overview_ribbon_chosen(self, event: OverviewRibbon.Chosen) -> None:
        event.stop()
        self.dismiss(event.id)
