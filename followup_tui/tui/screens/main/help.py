"""The help for where the user is on the main screen."""

from typing import Protocol

from followup_tui.core.model.logbook import Interview, StepId
from followup_tui.tui.screens.help import HelpDialog, pane_help
from followup_tui.tui.screens.host import Host
from followup_tui.tui.screens.main.position import shown_plan
from followup_tui.tui.screens.row_keys import step_of


class HelpHost(Host, Protocol):
    """The main screen, as it is seen here."""

    @property
    def interview(self) -> Interview | None:
        """The interview shown."""


def help_here(host: HelpHost, pane: str) -> HelpDialog:
    """Return the help for a pane, or for the `note-bar`, and for the step under the cursor."""
    interview = host.interview
    if interview is None:
        return pane_help(pane, host.keymap, None, "")
    step = step_of(host.selected_row()) or StepId.ASK
    return pane_help(pane, host.keymap, step, shown_plan(host.session, interview).step(step).why)
