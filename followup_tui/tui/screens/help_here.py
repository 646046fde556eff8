"""The help of the main screen, for where the user is in it."""

from typing import TYPE_CHECKING

from followup_tui.core.model.logbook import STEP_TITLES, Interview, StepId
from followup_tui.tui.keys.bindings import rows
from followup_tui.tui.screens.help import LEGEND, STATES, HelpBox, Rows, about_step, key_rows, sign_rows
from followup_tui.tui.screens.row_keys import step_of

if TYPE_CHECKING:
    from followup_tui.tui.screens.main.screen import MainScreen

Groups = list[tuple[str, Rows]]
_SIGNS = "A line that begins with"
_HERE = {
    "interviews": ("In the list of interviews", "list"),
    "steps": ("In the list of steps", "list"),
    "notes": ("In the notes", "notes"),
    "timeline": ("In the timeline", "timeline"),
}


def help_here(screen: "MainScreen") -> HelpBox:
    """Return the help for the pane, the step and the state that the user is in."""
    where = ("In the note bar", "note-bar") if screen.view.is_note_bar_open else _HERE[screen.view.pane]
    interview = screen.session.logbook.interview(screen.current or "")
    here: Groups = [(where[0], key_rows(rows(where[1]), screen.keymap))]
    anywhere: Groups = [
        ("Anywhere outside text", key_rows(rows("record", "main", "panes"), screen.keymap)),
        ("Anywhere", key_rows(rows("app"), screen.keymap)),
    ]
    if interview is None:
        return HelpBox("Help", (), [(_SIGNS, sign_rows()), *anywhere])
    if screen.view.pane == "timeline" and not screen.view.is_note_bar_open:
        return HelpBox("Help · Timeline", (), [("The days", LEGEND), *here, *anywhere])
    signs: Groups = (
        [(_SIGNS, sign_rows())] if screen.view.pane == "notes" or screen.view.is_note_bar_open else []
    )
    return _of_the_step(screen, interview, [*signs, *here, ("The signs", STATES), *anywhere])


def _of_the_step(screen: "MainScreen", interview: Interview, groups: Groups) -> HelpBox:
    """The help with what the step under the cursor is about."""
    step = step_of(screen.selected_row()) or StepId.ASK
    why = screen.session.plan(interview).step(step).why
    return HelpBox(f"Help · {STEP_TITLES[step]}", about_step(step, why), groups)
