"""The ways of notes into the session: the editor, the note bar, and the user's own editor."""

from followup_tui.core.changes.notes import AddNotes, WriteNotes
from followup_tui.tui.external_editor import edit_text
from followup_tui.tui.screens.host import Host
from followup_tui.tui.screens.main.navigation import Navigation
from followup_tui.tui.widgets.note_bar import NoteBar
from followup_tui.tui.widgets.notes_editor import NotesEditor


class NoteTaking:
    """Stores notes of the current interview in the session."""

    def __init__(self, host: Host, navigation: Navigation, editor: NotesEditor, bar: NoteBar) -> None:
        self._host, self._navigation, self._editor, self._bar = host, navigation, editor, bar

    def flush(self) -> None:
        """Store what was typed in the editor and is not in the session yet."""
        typed = self._editor.take_pending()
        if typed is not None:
            self._host.session.do(WriteNotes(typed.interview_id, typed.text, typed.is_typed))

    def flush_bar(self) -> None:
        """Store the unfinished line of the note bar."""
        line, id = self._bar.pending(), self._navigation.current
        if line and id is not None:
            session = self._host.session
            session.do(AddNotes(id, line, session.now().date()))

    def store(self, edited: NotesEditor.Edited) -> None:
        """Store the text of the editor."""
        self._host.mark_used("notes")
        change = WriteNotes(edited.interview_id, edited.text, edited.is_typed)
        if self._host.session.do(change, save=False):
            self._host.refresh_panes()

    def add(self, lines: str) -> None:
        """Add lines from the note bar, and scroll to them."""
        if self._navigation.current is not None:
            self._host.mark_used("notes")
            today = self._host.session.now().date()
            self._host.do(AddNotes(self._navigation.current, lines, today))
            self._editor.show_end()

    def take_back(self) -> None:
        """Undo the line that was added last, and put it back into the note bar."""
        last = self._host.session.last_change
        if isinstance(last, AddNotes) and "\n" not in last.lines.strip("\n"):
            self._host.session.undo(save=False)
            self._host.refresh_panes()
            self._bar.take_back(last.lines.strip("\n"))

    def edit_externally(self) -> None:
        """Edit the notes in the user's own editor."""
        context = self._host.context()
        if context is None:
            return
        self._host.flush_typing()
        session = self._host.session
        if session.is_read_only:
            self._host.show_warning(session.document.save_status.reason)
            return
        interview = session.logbook.interview(context.interview.id) or context.interview
        text, problem = edit_text(self._host.app, interview.notes)
        if text is not None:
            self._host.mark_used("notes")
            message = "" if text != interview.notes else "The notes came back as they were."
            self._host.do(WriteNotes(interview.id, text, is_typed=False), message)
        elif problem:
            self._host.show_warning(problem)
