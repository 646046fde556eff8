"""All open interviews on one ribbon that fills the screen."""

from textual import getters, on
from textual.app import ComposeResult
from textual.screen import ModalScreen

from followup_tui.core.rules.overview import Overview
from followup_tui.tui.keys.bindings import MAIN, bindings, rows
from followup_tui.tui.keys.keymap import key_name, keymap_of
from followup_tui.tui.widgets.footer import KeyFooter
from followup_tui.tui.widgets.overview import OverviewRibbon


class OverviewScreen(ModalScreen[str | None]):
    """The ribbon of all open interviews; the id of the chosen interview is the result."""

    BINDINGS = bindings("overview")

    _ribbon = getters.query_one(OverviewRibbon)
    _footer = getters.query_one(KeyFooter)

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
        self._ribbon.overview = self._overview
        self._ribbon.focus()
        self._footer.show("overview", keymap_of(self.app))

    def action_help(self) -> None:
        from followup_tui.tui.screens.help import LEGEND, HelpDialog, active_rows

        groups = (("The days", LEGEND), ("Here", active_rows(self)))
        self.app.push_screen(HelpDialog("Help · All open interviews", (), groups))

    def explain_unused_key(self, key: str) -> None:
        """Show that a key of the main screen works only there."""
        keymap = keymap_of(self.app)
        for row in rows(*MAIN):
            if key in keymap.keys(row.id).split(","):
                text = f"{key_name(key)} works for one interview: {row.description}."
                self.notify(f"{text} {keymap.key('all.close')} goes back to it.", markup=False)
                return

    @on(OverviewRibbon.Chosen)
    def _choose(self, event: OverviewRibbon.Chosen) -> None:
        event.stop()
        self.dismiss(event.id)
