"""What is done with whole interviews: add, edit, delete, copy, undo.

Dialogs are imported when they are opened: the first frame needs none of them.
"""

from collections.abc import Callable

from followup_tui.core.changes.base import Change
from followup_tui.core.changes.interviews import AddInterview, DeleteInterview
from followup_tui.core.changes.positions import EditRound, outcome_of
from followup_tui.core.model.logbook import Interview
from followup_tui.core.rules.agenda import role_and_round
from followup_tui.core.text import clean_line, shorten
from followup_tui.tui.screens.host import Host, StepContext
from followup_tui.tui.screens.main.joining import choose_rounds, offer_to_join
from followup_tui.tui.screens.main.navigation import Navigation
from followup_tui.tui.screens.main.outcome import outcome_change, outcome_message

MAX_COPIED_SHOWN = 80
"""How much of a copied text a message shows, in characters."""
NOTHING_TO_UNDO = "Nothing to undo. {file.backups} brings back an earlier state."
"""What undo says where nothing was changed in this run of the app, or all of it was taken back.

A backup that was brought back leaves nothing to undo, either.
"""


class InterviewActions:
    """The actions on the interview shown."""

    def __init__(
        self, host: Host, navigation: Navigation, text_to_copy: Callable[[StepContext], str]
    ) -> None:
        """`text_to_copy` returns what is wanted of the selected row or day, as text."""
        self._host, self._navigation, self._text_to_copy = host, navigation, text_to_copy

    def add(self) -> None:
        """Open the form for a new interview; if it has been held, its notes are edited next."""
        from followup_tui.tui.screens.interview_form import InterviewForm

        def record(interview: Interview | None) -> None:
            if interview is None:
                return
            self._navigation.make_current(interview.id)
            self._host.do(AddInterview(interview, session.now().date()))

            def write_notes() -> None:
                if interview.held_at <= session.now():
                    self._host.call_after_refresh(self._navigation.write_notes)

            offer_to_join(self._host, interview.id, write_notes)

        session = self._host.session
        self._host.ask(InterviewForm(session.now(), session.new_id), record)

    def edit(self) -> None:
        """Open the form with the interview shown, and the outcome of its position."""
        context = self._host.context()
        if context is not None:
            outcome = outcome_of(context.position, context.interview)
            self._ask_edit(context, context.interview.but(outcome=outcome))

    def _ask_edit(self, context: StepContext, start: Interview) -> None:
        """Open the form with the values of `start`; ask before one of several rounds gets another name."""
        from followup_tui.tui.screens.dialogs import KeyedChoice, KeyedChoiceDialog
        from followup_tui.tui.screens.interview_form import InterviewForm

        rounds = len(context.position.interviews)

        def edited(interview: Interview | None) -> None:
            if interview is None:
                return
            if rounds < 2 or _name(interview) == _name(context.interview):
                self._do_edit(context, interview)
                return

            def chosen(which: str | None) -> None:
                if which is None:
                    self._ask_edit(context, interview)
                else:
                    self._do_edit(context, interview, all_rounds=which == "all")

            name = f"{interview.company}, {interview.role}" if interview.role else interview.company
            choices = (
                KeyedChoice("a", f"all {rounds} rounds", "change company and role of all", "all"),
                KeyedChoice("t", "this one only", "the others keep theirs", "this"),
            )
            self._host.ask(KeyedChoiceDialog("Which rounds?", f"Now {name}:", choices), chosen)

        self._host.ask(InterviewForm(context.now, context.new_id, start), edited)

    def _do_edit(self, context: StepContext, interview: Interview, *, all_rounds: bool = False) -> None:
        """Record what the form holds as one change; under another name, offer to join a position."""
        outcome, message = None, ""
        if interview.outcome != outcome_of(context.position, context.interview):
            outcome = outcome_change(context, interview.outcome)
            message = outcome_message(self._host, context, interview.outcome)
        if not self._host.do(EditRound(interview, all_rounds, outcome), message):
            return
        if _name(interview) != _name(context.interview):
            left = [record.id for record in context.position.interviews if record.id != interview.id]
            offer_to_join(self._host, interview.id, except_for=left)

    def choose_rounds(self) -> None:
        """Ask which position the interview shown belongs to."""
        context = self._host.context()
        if context is not None:
            choose_rounds(self._host, context)

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
        text = f"{reason}Delete {name} with its notes and contacts? {undo} can bring it back until you quit."
        self._host.ask(ConfirmDialog("Delete the interview", text), answered)

    def copy(self) -> None:
        """Copy what is wanted of the selected row or day."""
        context = self._host.context()
        if context is None:
            return
        text = self._text_to_copy(context)
        self._host.app.copy_to_clipboard(text)
        shown = shorten(clean_line(text), MAX_COPIED_SHOWN)
        self._host.show_message(f"Sent to the terminal’s clipboard: {shown}")

    def undo(self) -> None:
        """Take back the last change."""
        self._host.flush_typing()
        change = self._host.session.undo(save=False)
        self._open_changed(change)
        self._host.refresh_panes()
        none = self._host.keymap.format(NOTHING_TO_UNDO)
        self._host.show_message(f"Undone: {change.title}." if change else none)

    def redo(self) -> None:
        """Apply the change again that was undone last."""
        self._host.flush_typing()
        change = self._host.session.redo(save=False)
        self._open_changed(change)
        self._host.refresh_panes()
        self._host.show_message(f"Done again: {change.title}." if change else "Nothing to redo.")

    def _open_changed(self, change: Change | None) -> None:
        """Make the interview of a change the current one, unless a round of its position is shown."""
        session, shown = self._host.session, self._host.interview
        changed = session.logbook.interview(getattr(change, "interview_id", ""))
        if changed is None:
            return
        if shown is None or changed not in session.position_plan(shown).position.interviews:
            self._navigation.make_current(changed.id)


def _name(interview: Interview) -> tuple[str, str]:
    return interview.company, interview.role
