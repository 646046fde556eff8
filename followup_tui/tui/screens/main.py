"""The main screen: what the user does in it. Keys and messages become changes.

Boxes and forms are imported when they are wanted: the first picture needs none of them.
"""

from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType

from followup_tui.core.agenda import detail
from followup_tui.core.changes import (
    AddInterview,
    AddNotes,
    Change,
    DeleteInterview,
    EditInterview,
    RecordContact,
    SetPromise,
    WriteNotes,
)
from followup_tui.core.model import STEP_TITLES, ContactKind, Interview, Promise, StepId
from followup_tui.tui.external import edit_text
from followup_tui.tui.screens import checklist, deeds
from followup_tui.tui.screens.panes import PANES, PanesScreen, key
from followup_tui.tui.widgets.notebar import NoteBar
from followup_tui.tui.widgets.notes import NotesEditor
from followup_tui.tui.widgets.ribbon import Ribbon
from followup_tui.tui.widgets.rows import RowList

if TYPE_CHECKING:
    from followup_tui.tui.screens.letter import LetterScreen


class MainScreen(PanesScreen):
    """The panes, with all that can be done in them."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("a", "add", "interview.add", "Add an interview"),
        key("e", "edit", "interview.edit", "Edit this interview; its outcome closes it"),
        key("n,f2", "note", "note.open", "Write notes line by line; enter files each"),
        key("space", "tick", "step.tick", "Tick: done, thanked, connected, sent"),
        key("s", "skip", "step.skip", "Skip this step or person"),
        key("d", "promise", "step.promise", "Set the promised day"),
        key("w", "write", "letter.write", "Write: a thank-you note, a follow-up, an invitation"),
        key("c", "contact", "contact.add", "Record a contact: sent, or their answer"),
        key("C", "contacts", "contact.list", "The contacts on record: edit, delete"),
        key("D", "delete", "row.delete", "Delete the interview, or what is on record in this row"),
        key("y", "copy", "row.copy", "Copy this row's text"),
        key("u", "undo", "history.undo", "Undo the last change"),
        key("U", "redo", "history.redo", "Redo what was undone"),
        key("f4", "external", "notes.external", "Write the notes in $VISUAL or $EDITOR"),
        key("ctrl+s", "save", "file.save", "Save now"),
        key("question_mark", "help", "app.help", "Keys, and what this step is about"),
        key("B", "app.backups", "file.backups", "Bring back an earlier state of the file"),
        key("q", "app.leave", "app.quit-letter", "Save and quit"),
    ]

    letter: "LetterScreen | None" = None
    """The letter that is being written over this screen."""

    def do(self, change: Change, notice: str = "") -> None:
        """Makes a change and shows what comes of it."""
        self.keep_typing()
        if self.session.is_read_only:
            self.notify(self.session.saving.reason, severity="warning", markup=False)
            return
        self.session.do(change, save=False)
        self.show()
        if notice:
            self.notify(notice, markup=False)

    def _scene(self) -> deeds.Scene | None:
        self.settle()
        interview = self.session.logbook.interview(self.current or "")
        if interview is None:
            self.tell_empty()
            return None
        return deeds.Scene(interview, self.session.plan(interview), self.session.now(), self.session.new_id)

    def _row(self) -> str:
        self.settle()
        return self.query_one("#steps-list", RowList).cursor

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        event.stop()
        if event.row_list.id == "interviews":
            self.used("interviews")
            self.action_pane("steps")
        else:
            self.action_tick()

    def action_tick(self) -> None:
        scene = self._scene()
        if scene is None:
            return
        self.used("steps")
        done = deeds.tick(scene, self._row())
        if isinstance(done, deeds.NeedsReason):
            self._ask_contact(ContactKind.FOLLOW_UP)
        else:
            self._do_or_tell(done, scene)

    def action_skip(self) -> None:
        scene = self._scene()
        if scene is not None:
            self._do_or_tell(deeds.skip(scene, self._row()), scene)

    def _do_or_tell(self, done: Change | deeds.Refusal, scene: deeds.Scene) -> None:
        if isinstance(done, deeds.Refusal):
            self.notify(done.why, markup=False)
            return
        notice = ""
        if isinstance(done, RecordContact) and done.contact.kind is ContactKind.FOLLOW_UP:
            notice = "Follow-up recorded for now; c would record another day. u takes it back."
            if not scene.plan.verdict.allowed:
                notice += f" It was early: {scene.plan.verdict.why}"
        self.do(done, notice)

    def action_promise(self) -> None:
        from followup_tui.tui.screens.boxes import LineBox
        from followup_tui.tui.screens.reading import EXAMPLES, read_promise

        scene = self._scene()
        if scene is None:
            return

        def read(text: str) -> tuple[Promise | None, str]:
            return read_promise(text, scene.interview, self.session.now(), self.session.logbook.rules)

        def take(promise: Promise | None) -> None:
            if promise is not None:
                self.do(SetPromise(scene.interview.id, promise))

        title = f"Promised day · {scene.interview.company}"
        text = "By when do they decide? In their words, as said today, or a date."
        day = self.query_one(Ribbon).day if self.pane == "timeline" else None
        start = day.isoformat() if day is not None and day != scene.plan.today else ""
        self.app.push_screen(LineBox(title, text, EXAMPLES, read, start), take)

    def action_contact(self) -> None:
        key = self._row()
        step = checklist.step_of_key(key)
        kind = {StepId.THANK: ContactKind.THANK_YOU, StepId.CONNECT: ContactKind.CONNECT}.get(
            step or StepId.WAIT, ContactKind.FOLLOW_UP if step is StepId.FOLLOW_UP else ContactKind.REPLY
        )
        self._ask_contact(kind, key.split(":", 2)[2] if key.startswith("person:") else "")

    def _ask_contact(self, kind: ContactKind, person: str = "") -> None:
        from followup_tui.tui.screens.forms import ContactForm
        from followup_tui.tui.screens.reading import read_promise

        scene = self._scene()
        if scene is None:
            return

        def read(text: str) -> tuple[Promise | None, str]:
            return read_promise(text, scene.interview, self.session.now(), self.session.logbook.rules)

        def take(record: Change | None) -> None:
            if record is not None:
                self.do(record)

        form = ContactForm(scene.interview, scene.plan, scene.now, scene.new_id, read, kind, person)
        self.app.push_screen(form, take)

    def action_contacts(self) -> None:
        from followup_tui.tui.screens.contacts import show_contacts

        scene = self._scene()
        if scene is not None:
            show_contacts(self, scene)

    def action_write(self) -> None:
        scene = self._scene()
        if scene is not None:
            # Nothing of letters and mail is loaded before it is needed.
            from followup_tui.tui.screens.letter_start import open_letter

            open_letter(self, scene, self._row())

    def keep_typing(self) -> None:
        super().keep_typing()
        if self.letter is not None:
            self.letter.keep()

    def action_add(self) -> None:
        from followup_tui.tui.screens.forms import InterviewForm

        def take(interview: Interview | None) -> None:
            if interview is not None:
                self.current, self.is_fresh = interview.id, True
                self.do(AddInterview(interview))
                if interview.held_at <= self.session.now():
                    self.call_after_refresh(self._write)

        self.app.push_screen(InterviewForm(self.session.now(), self.session.new_id), take)

    def _write(self) -> None:
        self.action_pane("notes")
        self.query_one(NotesEditor).action_edit_notes()
        self.show_hints()

    def action_edit(self) -> None:
        from followup_tui.tui.screens.forms import InterviewForm

        scene = self._scene()
        if scene is None:
            return

        def take(interview: Interview | None) -> None:
            if interview is not None:
                self.do(EditInterview(interview))

        self.app.push_screen(InterviewForm(scene.now, scene.new_id, scene.interview), take)

    def action_delete(self) -> None:
        from followup_tui.tui.screens.boxes import Question

        scene = self._scene()
        if scene is None:
            return
        if self.pane != "interviews":
            done = deeds.strike(scene, self._row())
            self._do_or_tell(done, scene)
            return

        def answered(yes: bool | None) -> None:
            if yes:
                self.do(
                    DeleteInterview(scene.interview.id, scene.interview.company, scene.now),
                    f"{scene.interview.company} is deleted; u brings it back.",
                )

        name = scene.interview.company + (f" ({detail(scene.interview)})" if detail(scene.interview) else "")
        text = f"Delete {name} with its notes and record? u can bring it back until you quit."
        self.app.push_screen(Question("Delete the interview", text), answered)

    def action_copy(self) -> None:
        rows = self.query_one("#interviews" if self.pane == "interviews" else "#steps-list", RowList)
        row = next((row for row in rows.rows if row.key == rows.cursor), None)
        if row is not None:
            text = "\n".join(
                "".join(span.text for span in (*line.left, *line.right)).strip() for line in row.lines
            )
            self.app.copy_to_clipboard(text)
            self.notify(f"Handed to the terminal to copy: {text}", markup=False)

    def action_undo(self) -> None:
        self.keep_typing()
        change = self.session.undo(save=False)
        self.show()
        self.notify(f"Undone: {change.title}." if change else "Nothing to undo.", markup=False)

    def action_redo(self) -> None:
        self.keep_typing()
        change = self.session.redo(save=False)
        self.show()
        self.notify(f"Done again: {change.title}." if change else "Nothing to redo.", markup=False)

    def action_save(self) -> None:
        self.keep_typing()
        self.session.save()
        self.show_saving()

    def action_help(self) -> None:
        from followup_tui.tui.screens.help import SIGNS, HelpBox, about_step, key_rows

        interview = self.session.logbook.interview(self.current or "")
        step = checklist.step_of_key(self._row()) or StepId.ASK
        why = self.session.plan(interview).step(step).why if interview is not None else ""
        here = {
            "interviews": ("In the list of interviews", RowList.BINDINGS),
            "steps": ("In the list of steps", RowList.BINDINGS),
            "notes": ("In the notes", NotesEditor.BINDINGS),
            "timeline": ("In the timeline", Ribbon.BINDINGS),
        }[self.pane]
        if self.has_class("-noting"):
            here = ("In the note bar", NoteBar.BINDINGS)
        outside = (*MainScreen.BINDINGS, *PanesScreen.BINDINGS)
        bound = (here, ("Anywhere outside text", outside), ("Anywhere", self.app.BINDINGS))
        groups = [(name, key_rows(bindings, self.keymap)) for name, bindings in bound]
        if self.pane == "notes" or self.has_class("-noting"):
            groups.insert(0, ("A line that begins with", [*SIGNS]))
        self.app.push_screen(HelpBox(f"Help · {STEP_TITLES[step]}", about_step(step, why), groups))

    def action_external(self) -> None:
        scene = self._scene()
        if scene is None:
            return
        self.keep_typing()
        if self.session.is_read_only:
            self.notify(self.session.saving.reason, severity="warning", markup=False)
            return
        notes = self.session.logbook.interview(scene.interview.id) or scene.interview
        text, problem = edit_text(self.app, notes.notes)
        if text is not None:
            self.used("notes")
            same = "" if text != notes.notes else "The notes came back as they were."
            self.do(WriteNotes(notes.id, text, is_typed=False), same)
        elif problem:
            self.notify(problem, severity="warning", markup=False)

    def action_note(self) -> None:
        self.settle()
        if self.current is None:
            self.tell_empty()
            return
        self.keep_typing()
        self.query_one(NotesEditor).stop_editing()
        self.query_one(NoteBar).open()
        self.add_class("-noting")

    def on_note_bar_filed(self, event: NoteBar.Filed) -> None:
        event.stop()
        if self.current is not None:
            self.used("notes")
            self.do(AddNotes(self.current, event.lines))

    def on_note_bar_closed(self, event: NoteBar.Closed) -> None:
        event.stop()
        self.remove_class("-noting")
        self.query_one(f"#{PANES[self.pane]}").focus()

    def on_notes_editor_edited(self, event: NotesEditor.Edited) -> None:
        event.stop()
        self.used("notes")
        if self.session.do(WriteNotes(event.interview_id, event.text, event.is_typed), save=False):
            self.show()
