"""The help of the main screen, for where the user is in it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.binding import BindingType

from followup_tui.core.model.logbook import STEP_TITLES, Interview, StepId
from followup_tui.tui.screens.help import LEGEND, SIGNS, STATES, HelpBox, Rows, about_step, key_rows
from followup_tui.tui.screens.main.checklist import step_of_key
from followup_tui.tui.widgets.note_bar import NoteBar
from followup_tui.tui.widgets.notes_editor import NotesEditor
from followup_tui.tui.widgets.row_list import RowList
from followup_tui.tui.widgets.timeline import TimelineRibbon

if TYPE_CHECKING:
    from followup_tui.tui.screens.main.screen import MainScreen

Groups = list[tuple[str, Rows]]
_SIGNS = ("A line that begins with", SIGNS)
_HERE = {
    "interviews": ("In the list of interviews", RowList.BINDINGS),
    "steps": ("In the list of steps", RowList.BINDINGS),
    "notes": ("In the notes", NotesEditor.BINDINGS),
    "timeline": ("In the timeline", TimelineRibbon.BINDINGS),
}


def help_here(screen: "MainScreen", outside: Sequence[BindingType]) -> HelpBox:
    """What helps where the user is; `outside` are the bindings that hold outside text."""
    where = ("In the note bar", NoteBar.BINDINGS) if screen.is_note_bar_open else _HERE[screen.pane]
    interview = screen.session.logbook.interview(screen.current or "")
    here: Groups = [(where[0], key_rows(where[1], screen.keymap))]
    anywhere: Groups = [
        ("Anywhere outside text", key_rows(outside, screen.keymap)),
        ("Anywhere", key_rows(screen.app.BINDINGS, screen.keymap)),
    ]
    if interview is None:
        return HelpBox("Help", (), [_SIGNS, *anywhere])
    if screen.pane == "timeline" and not screen.is_note_bar_open:
        return HelpBox("Help · Timeline", (), [("The days", LEGEND), *here, *anywhere])
    signs: Groups = [_SIGNS] if screen.pane == "notes" or screen.is_note_bar_open else []
    return _of_the_step(screen, interview, [*signs, *here, ("The signs", STATES), *anywhere])


def _of_the_step(screen: "MainScreen", interview: Interview, groups: Groups) -> HelpBox:
    """The help with what the step under the cursor is about."""
    step = step_of_key(screen.selected_row()) or StepId.ASK
    why = screen.session.plan(interview).step(step).why
    return HelpBox(f"Help · {STEP_TITLES[step]}", about_step(step, why), groups)
