"""What is done with whole interviews: add, edit, delete, copy, undo.

Dialogs are imported when they are opened: the first frame needs none of them.
"""

from collections.abc import Callable
from typing import Any, Protocol

from followup_tui.core.changes.interviews import AddInterview, DeleteInterview, EditInterview
from followup_tui.core.changes.positions import EditRounds
from followup_tui.core.model.logbook import Interview
from followup_tui.core.rules.agenda import role_and_round
from followup_tui.tui.keys.keymap import Keymap
from followup_tui.tui.screens.host import Host, StepContext
from followup_tui.tui.screens.main.joining import offer_to_join


class InterviewsHost(Host, Protocol):
    """The screen, as the actions on interviews see it."""

    def call_after_refresh(self, callback: Callable[[], Any]) -> bool:
        """Call back after the next repaint."""


class InterviewNavigation(Protocol):
    """The navigation, as the actions on interviews see it."""

    def open(self, id: str) -> None:
        """Make an interview the current one, without showing it yet."""

    def write_notes(self) -> None:
        """Move the focus to the notes and start editing them."""

    def explain_empty(self) -> None:
        """Show how to add the first interview."""


class InterviewActions:
    """The actions on the interview shown."""

    def __init__(
        self, host: InterviewsHost, navigation: InterviewNavigation, selected_text: Callable[[], str | None]
    ) -> None:
        """`selected_text` returns the text of the selected row; None without any."""
        self._host, self._navigation, self._selected_text = host, navigation, selected_text

    def add(self) -> None:
        """Open the form for a new interview; if it has been held, its notes are edited next."""
        from followup_tui.tui.screens.interview_form import InterviewForm

        def record(interview: Interview | None) -> None:
            if interview is None:
                return
            self._navigation.open(interview.id)
            self._host.do(AddInterview(interview, session.now().date()))

            def write_notes() -> None:
                if interview.held_at <= session.now():
                    self._host.call_after_refresh(self._navigation.write_notes)

            offer_to_join(self._host, interview, write_notes)

        session = self._host.session
        self._host.ask(InterviewForm(session.now(), session.new_id), record)

    def edit(self) -> None:
        """Open the form with the interview shown."""
        context = self._host.context()
        if context is None:
            return

        self._ask_edit(context, context.interview)

    def _ask_edit(self, context: StepContext, start: Interview) -> None:
        """Open the form with the values of `start`; ask before one of several rounds gets another name."""
        from followup_tui.tui.screens.dialogs import KeyedChoice, KeyedChoiceDialog
        from followup_tui.tui.screens.interview_form import InterviewForm

        old = context.interview

        def edited(interview: Interview | None) -> None:
            if interview is None:
                return
            found = self._host.session.position_plan(old.id)
            rounds = len(found.position.interviews) if found is not None else 1
            if rounds < 2 or (interview.company, interview.role) == (old.company, old.role):
                self._host.do(EditInterview(interview), outcome_message(old, interview, self._host.keymap))
                return

            def chosen(which: str | None) -> None:
                if which is None:
                    self._ask_edit(context, interview)
                    return
                change = EditRounds(interview) if which == "all" else EditInterview(interview)
                self._host.do(change, outcome_message(old, interview, self._host.keymap))

            name = f"{interview.company}, {interview.role}" if interview.role else interview.company
            choices = (
                KeyedChoice("a", f"all {rounds} rounds", "company and role of each", "all"),
                KeyedChoice("t", "this one only", "it leaves the others", "this"),
            )
            self._host.ask(KeyedChoiceDialog("Which rounds?", f"Now {name}:", choices), chosen)

        self._host.ask(InterviewForm(context.now, context.new_id, start), edited)

    def ask_to_delete(self, reason: str = "") -> None:
        """Delete the interview shown if the user confirms it; the question begins with `reason`."""
        from followup_tui.tui.screens.dialogs import ConfirmDialog

        context = self._host.context()
        if context is None:
            return
        undo = self._host.keymap.key("history.undo")
        interview = context.interview

        def answered(yes: bool | None) -> None:
            if yes:
                message = f"{interview.company} is deleted; {undo} brings it back."
                self._host.do(DeleteInterview(interview.id, interview.company, context.now), message)

        details = role_and_round(interview)
        name = f"{interview.company} ({details})" if details else interview.company
        text = f"{reason}Delete {name} with its notes and record? {undo} can bring it back until you quit."
        self._host.ask(ConfirmDialog("Delete the interview", text), answered)

    def copy(self) -> None:
        """Copy the text of the selected row."""
        text = self._selected_text()
        if text is None:
            self._navigation.explain_empty()
            return
        self._host.app.copy_to_clipboard(text)
        self._host.show_message(f"Handed to the terminal to copy: {text}")

    def undo(self) -> None:
        """Take back the last change."""
        self._host.flush_typing()
        change = self._host.session.undo(save=False)
        self._host.refresh_panes()
        self._host.show_message(f"Undone: {change.title}." if change else "Nothing to undo.")

    def redo(self) -> None:
        """Apply the change again that was undone last."""
        self._host.flush_typing()
        change = self._host.session.redo(save=False)
        self._host.refresh_panes()
        self._host.show_message(f"Done again: {change.title}." if change else "Nothing to redo.")


def outcome_message(old: Interview, new: Interview, keymap: Keymap) -> str:
    """Return the message about a new outcome, which changes all that is due; empty if it is the old one."""
    if new.outcome == old.outcome:
        return ""
    undo = keymap.format("{history.undo} takes that back.")
    return f"Closed: {new.outcome}. {undo}" if new.is_closed else f"Open again. {undo}"
