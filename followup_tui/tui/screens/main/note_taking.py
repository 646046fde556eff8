"""How notes get into the session: from the editor, the note bar, and the user's own editor."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Protocol

from textual.screen import Screen

from followup_tui.core.changes.inbox import AddToInbox
from followup_tui.core.changes.notes import AddNotes, WriteNotes
from followup_tui.core.model.logbook import InboxLine
from followup_tui.core.notes.facts import parse_lines
from followup_tui.tui.screens.host import Host
from followup_tui.tui.widgets.notes_editor import NotesEditor

if TYPE_CHECKING:
    from followup_tui.tui.external_editor import OpenFile


UNSAVED = "Typed into a form, and not saved there when the app ended:"
UNSAVED_MARK = "| "
"""What such lines begin with, so that none is read as a fact."""


class Editor(Protocol):
    """The notes editor, as far as it is needed here; see `NotesEditor`."""

    def take_pending(self) -> list[NotesEditor.Edited]: ...
    def mark_stored(self, edited: NotesEditor.Edited) -> None: ...
    def show_end(self) -> None: ...
    def remark_forms(self, row: int) -> tuple[str, ...]: ...


class Bar(Protocol):
    """The note bar, as far as it is needed here; see `NoteBar`."""

    def take_filed(self) -> list[str]: ...
    def take_all(self) -> list[str]: ...
    def show_reading(self, forms: tuple[str, ...]) -> None: ...
    def take_back(self, line: str) -> None: ...


class NoteTaking:
    """Stores notes of the current interview in the session."""

    def __init__(self, host: Host, editor: Editor, bar: Bar) -> None:
        self._host, self._editor, self._bar = host, editor, bar
        self._open_files: list[tuple[str, OpenFile]] = []
        """The files of editors that may be open still, each with the id of the interview."""

    def flush(self) -> None:
        """Store what was typed in the editor and is not in the session yet."""
        pending, session = self._editor.take_pending(), self._host.session
        # All steps of undo, not one of them alone, before another program's text is merged by the save.
        changed = [session.do(_change(edited), save=False) for edited in pending]
        if any(changed):
            session.document.save()
            # A message about the text finds it stored, and shows nothing.
            self._host.call_later(self._host.refresh_panes)
        if pending:
            last = pending[-1]
            interview = session.logbook.interview(last.interview_id)
            if interview is not None and interview.notes == last.text:
                self._editor.mark_stored(last)
        self._store_lines(self._bar.take_filed())

    def _store_lines(self, filed: list[str]) -> None:
        id, session = self._host.current, self._host.session
        for lines in filed:
            if id is None:
                session.do(AddToInbox(InboxLine(at=session.now(), text=lines)))
            else:
                session.do(AddNotes(id, lines, session.now().date()))

    def finish(self, screens: Sequence[Screen[Any]] = ()) -> None:
        """Store all that is not in the session yet, at the end of the app.

        That is the unfinished line, too, and what is in forms on `screens`: nobody can be asked any more.
        """
        self._store_lines(self._bar.take_all())
        if self._host.card is not None:
            self._host.card.flush(is_end=True)
        typed: list[str] = []
        if len(screens) > 1:
            from followup_tui.tui.screens.typed_texts import take_typed_texts

            typed = take_typed_texts(screens)
        self.store_typed(typed)
        self.merge_open_files(is_last=True)

    def store_typed(self, typed: list[str]) -> None:
        """Store texts from forms that were not saved, as lines that are not facts."""
        if typed:
            lines = (f"{UNSAVED_MARK}{line}" for text in typed for line in text.split("\n"))
            self._store_lines(["\n".join((UNSAVED, *lines))])

    def store(self, edited: NotesEditor.Edited) -> None:
        """Store the text of the editor."""
        self._host.mark_used("notes")
        if not edited.is_stored and self._host.session.do(_change(edited), save=False):
            self._host.refresh_panes()
        edited.is_stored = True
        if edited.pasted is not None:  # even where a check of the file has stored it already
            self._report_pasted(edited.text, edited.pasted)

    def add_filed(self) -> None:
        """Add what was filed in the note bar, and scroll to it."""
        filed = self._bar.take_filed()
        for lines in filed:
            self.add(lines)
        if not filed:
            # A flush has stored the line already. Show it: an editor with the old text would delete it.
            self._host.refresh_panes()

    def add(self, lines: str) -> None:
        """Add lines from the note bar, and scroll to them."""
        id = self._host.current
        if id is not None:
            self._host.mark_used("notes")
            session = self._host.session
            interview = session.logbook.interview(id)
            first = interview.notes.rstrip().count("\n") + 1 if interview and interview.notes.strip() else 0
            if self._host.do(AddNotes(id, lines, session.now().date())):
                interview = session.logbook.interview(id)
                notes = interview.notes if interview is not None else ""
                last = notes.count("\n") - 1
                if first == last:
                    self._bar.show_reading(self._editor.remark_forms(last))
                else:
                    self._report_pasted(notes, range(first, last + 1))
            self._editor.show_end()

    def _report_pasted(self, notes: str, pasted: range) -> None:
        """Show how many of several pasted lines are facts, and how to take them back."""
        lines = [line for line in parse_lines(notes) if line.number in pasted and line.text]
        if len(lines) < 2:
            return
        facts = sum(line.is_fact for line in lines)
        counted = f"{facts} of {len(lines)} lines" if facts else f"None of the {len(lines)} lines"
        was = "was" if facts < 2 else "were"
        undo = "Outside the text, {history.undo} takes the paste back."
        self._host.show_message(self._host.keymap.format(f"{counted} {was} read as facts. {undo}"))

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
        session.document.save()  # nothing is saved while the editor has the terminal
        interview = session.logbook.interview(context.interview.id) or context.interview
        from followup_tui.tui.external_editor import POLL_SECONDS, edit_text

        edit = edit_text(self._host.app, interview.notes)
        if edit.text is not None:
            self._host.mark_used("notes")
            message = "" if edit.text != interview.notes else "The notes came back unchanged."
            self._host.do(WriteNotes(interview.id, edit.text, is_typed=False), message)
        elif edit.open_file is not None:
            if not self._open_files:
                self._host.app.set_interval(POLL_SECONDS, self.merge_open_files)
            self._open_files.append((interview.id, edit.open_file))
            self._host.show_message(edit.problem)
        elif edit.problem:
            self._host.show_warning(edit.problem)

    def merge_open_files(self, is_last: bool = False) -> None:
        """Merge into the notes what was saved in editors that are open still."""
        for id, file in self._open_files:
            saved = file.poll(is_last)
            if saved is not None:
                from followup_tui.core.merge.notes import merge_notes

                self._host.flush_typing()
                interview = self._host.session.logbook.interview(id)
                if interview is None:
                    self._host.show_warning(f"That interview is deleted. What you wrote is in {file.path}")
                    continue
                text, has_versions = merge_notes(saved[0], interview.notes, saved[1])
                both = " Where you wrote here as well, both texts are kept." if has_versions else ""
                message = f"{interview.company}: notes saved in your editor.{both}"
                self._host.do(WriteNotes(id, text, is_typed=False), message)


def _change(edited: NotesEditor.Edited) -> WriteNotes:
    """Return the change that stores a text; a paste is a step of undo of its own."""
    return WriteNotes(edited.interview_id, edited.text, is_typed=edited.pasted is None)
