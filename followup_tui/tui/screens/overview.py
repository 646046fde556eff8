"""All open interviews on one ribbon, over the whole screen."""

from textual.app import ComposeResult
from textual.screen import ModalScreen

from followup_tui.core.rules.overview import Overview
from followup_tui.tui.keys.bindings import MAIN, bindings, rows
from followup_tui.tui.keys.hints import footer
from followup_tui.tui.keys.keymap import Keymap, key_name
from followup_tui.tui.widgets.footer import KeyFooter
from followup_tui.tui.widgets.overview import OverviewRibbon


class OverviewScreen(ModalScreen[str | None]):
    """The ribbon of all. `enter` goes to the interview under the cursor: its id is the result."""

    BINDINGS = bindings("overview")

    def __init__(self, overview: Overview) -> None:
        super().__init__()
        self._overview = overview

    def compose(self) -> ComposeResult:
        ribbon = OverviewRibbon(id="all")
        ribbon.add_class("pane")
        ribbon.border_title = "All open interviews"
        yield ribbon
        yield KeyFooter()

    def on_mount(self) -> None:
        ribbon = self.query_one(OverviewRibbon)
        ribbon.overview = self._overview
        ribbon.focus()
        keys = self.query_one(KeyFooter)
        keymap: Keymap = getattr(self.app, "keymap", Keymap())
        keys.hints = footer("overview", keymap)
        keys.always = footer("always-overview", keymap)

    def action_help(self) -> None:
        from followup_tui.tui.screens.help import LEGEND, HelpDialog, active_rows

        groups = (("The days", LEGEND), ("Here", active_rows(self)))
        self.app.push_screen(HelpDialog("Help · All open interviews", (), groups))

    def explain_unused_key(self, key: str) -> None:
        """Show that a key of the main screen works there."""
        keymap: Keymap = getattr(self.app, "keymap", Keymap())
        for row in rows(*MAIN):
            if key in keymap.keys(row.id).split(","):
                text = f"{key_name(key)} works for one interview: {row.description}."
                self.notify(f"{text} {keymap.key('all.close')} goes back to it.", markup=False)
                return

    def on_overview_ribbon_chosen(self, event: OverviewRibbon.Chosen) -> None:
        event.stop()
        self.dismiss(event.id)
