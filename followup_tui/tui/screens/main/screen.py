"""The main screen: what the user does in it. Keys and messages become changes.

Boxes and forms are imported when they are wanted: the first picture needs none of them.
"""

from followup_tui.core.changes.interviews import AddInterview, DeleteInterview, EditInterview
from followup_tui.core.changes.notes import AddNotes, WriteNotes
from followup_tui.core.model.logbook import Interview
from followup_tui.core.rules.agenda import role_and_round
from followup_tui.session.session import SaveState
from followup_tui.tui.external_editor import edit_text
from followup_tui.tui.keys.bindings import MAIN, bindings
from followup_tui.tui.screens import step_commands as deeds
from followup_tui.tui.screens.main.actions import RecordScreen
from followup_tui.tui.screens.main.navigation import PANES
from followup_tui.tui.widgets.footer import KeyLine
from followup_tui.tui.widgets.note_bar import NoteBar
from followup_tui.tui.widgets.notes_editor import NotesEditor
from followup_tui.tui.widgets.row_list import RowList


class MainScreen(RecordScreen):
    """The panes, with all that can be done in them."""

    BINDINGS = bindings(*MAIN)

    def action_add(self) -> None:
        from followup_tui.tui.screens.interview_form import InterviewForm

        def take(interview: Interview | None) -> None:
            if interview is not None:
                self.current, self.is_fresh = interview.id, True
                self.do(AddInterview(interview))
                if interview.held_at <= self.session.now():
                    self.call_after_refresh(self.write_notes)

        self.app.push_screen(InterviewForm(self.session.now(), self.session.new_id), take)

    def action_edit(self) -> None:
        from followup_tui.tui.screens.interview_form import InterviewForm

        scene = self.context()
        if scene is None:
            return

        def take(interview: Interview | None) -> None:
            if interview is not None:
                self.do(EditInterview(interview), self._said_of_outcome(scene.interview, interview))

        self.app.push_screen(InterviewForm(scene.now, scene.new_id, scene.interview), take)

    def _said_of_outcome(self, old: Interview, new: Interview) -> str:
        """What is said of an outcome, for it changes all that the interview asks for."""
        if new.outcome == old.outcome:
            return ""
        undo = self.keymap.format("{history.undo} takes that back.")
        return f"Closed: {new.outcome}. {undo}" if new.is_closed else f"Open again. {undo}"

    def action_delete(self) -> None:
        scene = self.context()
        if scene is None:
            return
        done = deeds.delete_record(scene, self.selected_row()) if self.pane == "steps" else None
        if done is not None:
            self.do_or_explain(done, scene)
        else:
            self.ask_to_delete("Nothing is on record in this row. " if self.pane == "steps" else "")

    def ask_to_delete(self, why: str = "") -> None:
        """Deletes the interview, if the user says yes; `why` that is asked comes first."""
        from followup_tui.tui.screens.dialogs import ConfirmDialog

        scene = self.context()
        if scene is None:
            return
        undo = self.keymap.key("history.undo")

        def answered(yes: bool | None) -> None:
            if yes:
                gone = f"{scene.interview.company} is deleted; {undo} brings it back."
                self.do(DeleteInterview(scene.interview.id, scene.interview.company, scene.now), gone)

        name = scene.interview.company + (
            f" ({role_and_round(scene.interview)})" if role_and_round(scene.interview) else ""
        )
        text = f"{why}Delete {name} with its notes and record? {undo} can bring it back until you quit."
        self.app.push_screen(ConfirmDialog("Delete the interview", text), answered)

    def action_copy(self) -> None:
        rows = self.query_one("#interviews" if self.pane == "interviews" else "#steps-list", RowList)
        row = next((row for row in rows.rows if row.key == rows.cursor), None)
        if row is None:
            self.explain_empty()
        else:
            text = "\n".join(line.text for line in row.lines)
            self.app.copy_to_clipboard(text)
            self.show_message(f"Handed to the terminal to copy: {text}")

    def action_undo(self) -> None:
        self.flush_typing()
        change = self.session.undo(save=False)
        self.show()
        self.show_message(f"Undone: {change.title}." if change else "Nothing to undo.")

    def action_redo(self) -> None:
        self.flush_typing()
        change = self.session.redo(save=False)
        self.show()
        self.show_message(f"Done again: {change.title}." if change else "Nothing to redo.")

    def action_save(self) -> None:
        self.flush_typing()
        self._save()
        if self.session.document.save_status.state is SaveState.SAVED:
            self.show_message("All is saved.")

    def action_help(self) -> None:
        from followup_tui.tui.screens.help_here import help_here

        self.app.push_screen(help_here(self))

    def action_external(self) -> None:
        scene = self.context()
        if scene is None:
            return
        self.flush_typing()
        if self.session.is_read_only:
            self.notify(self.session.document.save_status.reason, severity="warning", markup=False)
            return
        notes = self.session.logbook.interview(scene.interview.id) or scene.interview
        text, problem = edit_text(self.app, notes.notes)
        if text is not None:
            self.mark_used("notes")
            same = "" if text != notes.notes else "The notes came back as they were."
            self.do(WriteNotes(notes.id, text, is_typed=False), same)
        elif problem:
            self.notify(problem, severity="warning", markup=False)

    @property
    def is_note_bar_open(self) -> bool:
        """Whether the note bar is open."""
        return self.query_one(NoteBar).display

    def _show_note_bar(self, is_open: bool) -> None:
        # A class on the screen would have the looks of all that is on it worked out anew.
        self.query_one(NoteBar).display = is_open
        self.query_one(KeyLine).display = not is_open

    def action_note(self) -> None:
        self.catch_up()
        if self.current is None:
            self.explain_empty()
            return
        self.flush_typing()
        self.query_one(NotesEditor).stop_editing()
        self.query_one(NoteBar).open()
        self._show_note_bar(True)

    def on_note_bar_filed(self, event: NoteBar.Filed) -> None:
        event.stop()
        if self.current is not None:
            self.mark_used("notes")
            self.do(AddNotes(self.current, event.lines, self.session.now().date()))
            self.query_one(NotesEditor).show_end()

    def on_note_bar_recalled(self, event: NoteBar.Recalled) -> None:
        event.stop()
        last = self.session.last_change
        if isinstance(last, AddNotes) and "\n" not in last.lines.strip("\n"):
            self.session.undo(save=False)
            self.show()
            self.query_one(NoteBar).take_back(last.lines.strip("\n"))

    def on_note_bar_closed(self, event: NoteBar.Closed) -> None:
        event.stop()
        self._show_note_bar(False)
        self.query_one(f"#{PANES[self.pane]}").focus()

    def on_notes_editor_edited(self, event: NotesEditor.Edited) -> None:
        event.stop()
        self.mark_used("notes")
        if self.session.do(WriteNotes(event.interview_id, event.text, event.is_typed), save=False):
            self.show()
