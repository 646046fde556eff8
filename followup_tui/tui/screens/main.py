"""The main screen: turns keys and messages into changes, and the logbook into what the panes show."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.reactive import reactive
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Static

from followup_tui.core.agenda import agenda, detail
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
from followup_tui.core.model import ContactKind, Interview, Promise, StepId
from followup_tui.core.plan import Plan
from followup_tui.core.timeline import Timeline, timeline
from followup_tui.session import SaveState, Session
from followup_tui.tui.external import edit_text
from followup_tui.tui.screens import deeds, present
from followup_tui.tui.screens.boxes import LineBox, Question
from followup_tui.tui.screens.forms import ContactForm, InterviewForm
from followup_tui.tui.screens.help import HelpBox
from followup_tui.tui.screens.reading import EXAMPLES, read_promise
from followup_tui.tui.screens.switcher import Switcher
from followup_tui.tui.widgets.keyline import KeyHint, KeyLine
from followup_tui.tui.widgets.lines import Span, Tone, plain
from followup_tui.tui.widgets.notebar import NoteBar
from followup_tui.tui.widgets.notes import Notes, NotesEditor
from followup_tui.tui.widgets.ribbon import Ribbon
from followup_tui.tui.widgets.rows import Row, RowList
from followup_tui.tui.widgets.tonetext import ToneText

RETRY_SECONDS = 2.0
"""How long after a failed save the next one is tried, in seconds."""

PANES = {"interviews": "interviews", "steps": "steps-list", "notes": "notes", "timeline": "timeline"}
"""The panes by name, and the widget in each that takes the keys."""

_K = Tone.TITLE
WELCOME: present.Lines = (
    (Span("Just out of an interview?", Tone.STRONG),),
    (),
    (
        Span("Press "),
        Span("a", _K),
        Span(", type the company, press "),
        Span("enter", _K),
        Span(": then write."),
    ),
    (
        Span("Lines that begin with "),
        Span("@ > + = ! ~", _K),
        Span(" become facts and dates."),
    ),
    (Span("Nothing to add yet? "), Span("followup-tui demo", _K), Span(" shows four made-up interviews.")),
)


def _key(keys: str, action: str, label: str, id: str, tooltip: str) -> Binding:
    return Binding(keys, action, label, show=False, id=id, tooltip=tooltip)


class MainScreen(Screen[None]):
    """Interviews, steps, notes and timeline of one logbook."""

    AUTO_FOCUS = ""
    HORIZONTAL_BREAKPOINTS = [  # noqa: RUF012
        (0, "-tiny"),
        (40, "-single"),
        (70, "-narrow"),
        (110, "-wide"),
    ]
    VERTICAL_BREAKPOINTS = [  # noqa: RUF012
        (0, "-flat"),
        (12, "-low"),
        (32, "-tall"),
    ]
    BINDINGS: ClassVar[list[BindingType]] = [
        _key("a", "add", "add", "interview.add", "Add an interview"),
        _key("e", "edit", "edit", "interview.edit", "Edit this interview; its outcome closes it"),
        _key("n,f2", "note", "note", "note.open", "Write notes line by line; enter files each"),
        _key("space", "tick", "tick", "step.tick", "Tick: done, thanked, connected, sent"),
        _key("s", "skip", "skip", "step.skip", "Skip this step or person"),
        _key("d", "promise", "date", "step.promise", "Set the promised day"),
        _key("c", "contact", "contact", "contact.add", "Record a contact: sent, or their answer"),
        _key("D", "delete", "delete", "row.delete", "Delete the interview, or what is on record in this row"),
        _key("y", "copy", "copy", "row.copy", "Copy this row's text"),
        _key("u", "undo", "undo", "history.undo", "Undo the last change"),
        _key("U", "redo", "redo", "history.redo", "Redo what was undone"),
        _key("left_square_bracket", "step_interview(-1)", "before", "interview.before", "Interview before"),
        _key("right_square_bracket", "step_interview(1)", "after", "interview.after", "Interview after"),
        _key("ctrl+o,slash", "switch", "find", "interview.switch", "Find an interview"),
        _key("1", "pane('interviews')", "interviews", "pane.interviews", "Go to the interviews"),
        _key("2", "pane('steps')", "steps", "pane.steps", "Go to the six steps"),
        _key("3", "pane('notes')", "notes", "pane.notes", "Go to the notes"),
        _key("4", "pane('timeline')", "timeline", "pane.timeline", "Go to the timeline"),
        _key("f3", "zoom", "zoom", "pane.zoom", "Give this pane the whole screen, or take it back"),
        _key("f4", "external", "editor", "notes.external", "Write the notes in $VISUAL or $EDITOR"),
        _key("ctrl+s", "save", "save now", "file.save", "Save now"),
        _key("question_mark,f1", "help", "help", "app.help", "Keys, and what this step is about"),
        _key("escape", "back", "back", "app.back", "One level back"),
        _key("q", "app.leave", "quit", "app.quit-letter", "Save and quit"),
    ]

    list_rows: reactive[tuple[Row, ...]] = reactive(())
    step_rows: reactive[tuple[Row, ...]] = reactive(())
    headline: reactive[present.Lines] = reactive(())
    why: reactive[present.Lines] = reactive(())
    notes: reactive[Notes | None] = reactive(None)
    coverage: reactive[present.Lines] = reactive(())
    timeline: reactive[Timeline | None] = reactive(None)
    company: reactive[str] = reactive("")
    hints: reactive[tuple[KeyHint, ...]] = reactive(())
    pane: reactive[str] = reactive("steps")

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self._current = _first_shown(session)
        self._is_fresh = True  # the cursor is still to be put on the step at hand

    def compose(self) -> ComposeResult:
        yield Static(id="demo-bar", markup=False)
        with Horizontal(id="top"):
            yield RowList(id="interviews", classes="pane").data_bind(rows=MainScreen.list_rows)
            with Vertical(id="steps", classes="pane"):
                yield ToneText(id="headline").data_bind(lines=MainScreen.headline)
                yield RowList(id="steps-list").data_bind(rows=MainScreen.step_rows)
                yield ToneText(id="why").data_bind(lines=MainScreen.why)
            with Vertical(id="notes-pane", classes="pane"):
                yield NotesEditor(id="notes").data_bind(MainScreen.notes)
                yield ToneText(id="coverage").data_bind(lines=MainScreen.coverage)
        ribbon = Ribbon(id="timeline").data_bind(MainScreen.timeline)
        ribbon.add_class("pane")
        yield ribbon
        yield ToneText(id="welcome")
        yield Static(id="save-bar", markup=False)
        yield NoteBar(id="note-bar").data_bind(MainScreen.company)
        yield KeyLine(id="key-line").data_bind(MainScreen.hints)
        yield Static(
            "followup-tui needs at least 40 × 12 cells.\nMake the window larger, or ctrl+q.",
            id="too-small",
            markup=False,
        )

    def on_mount(self) -> None:
        self.query_one("#interviews").border_title = "1 Interviews"
        self.query_one("#notes-pane").border_title = "3 Notes"
        self.query_one("#welcome", ToneText).lines = WELCOME
        self.query_one("#timeline").border_title = "4 Timeline"
        key_line = self.query_one(KeyLine)
        key_line.always = (KeyHint("?", "help"), KeyHint("q", "quit"))
        if self.session.is_demo:
            bar = self.query_one("#demo-bar", Static)
            bar.display = True
            bar.update(plain("Demo: made-up interviews; nothing here is kept."))
        self.query_one("#steps-list").focus()
        self.show()
        self._wait_for_minute()

    # What is shown

    def show(self) -> None:
        """Computes the plans once, and hands what the panes show down to them."""
        planned = self.session.plans()
        interview = self.session.logbook.interview(self._current or "")
        if interview is None and planned:
            interview = self.session.logbook.interview(_first_shown(self.session) or "")
        self._current = interview.id if interview else None
        self.set_class(interview is None, "-empty")
        self.list_rows = present.interview_rows(agenda(planned))
        interviews = self.query_one("#interviews", RowList)
        if interview is None:
            self.notes, self.timeline = None, None
            self.step_rows, self.headline = (), ()
        else:
            interviews.cursor = interview.id
            self._show_interview(interview, self.session.plan(interview))
        self._show_saving()
        self._show_hints()

    def _show_interview(self, interview: Interview, plan: Plan) -> None:
        self.company = interview.company
        steps = self.query_one("#steps")
        steps.border_title = plain(f"2 {present.title(interview)}")
        steps.border_subtitle = plain(present.held(interview, plan))
        self.headline = present.headline(interview, plan, is_short=self.has_class("-low"))
        self.notes = Notes(interview.id, interview.notes)
        self.coverage = (present.coverage(plan.facts, plan),)
        self.timeline = timeline(interview, plan, self.session.logbook.rules)
        self._show_steps(interview, plan)

    def _show_steps(self, interview: Interview, plan: Plan) -> None:
        steps = self.query_one("#steps-list", RowList)
        expanded = present.step_of_key(steps.cursor)
        width, room = steps.size.width, steps.size.height
        self.step_rows = present.checklist_rows(interview, plan, expanded, width or 50, room or 12)
        if self._is_fresh:
            self._is_fresh = False
            steps.cursor = present.step_key(plan.todos[0].step if plan.todos else _next_step(plan))
        here = present.step_of_key(steps.cursor) or StepId.ASK
        self.why = ((Span(plan.step(here).why),),)

    def _show_saving(self) -> None:
        saving = self.session.saving
        self.query_one("#notes-pane").border_subtitle = saving.state.value
        bar = self.query_one("#save-bar", Static)
        bar.display = bool(saving.reason)
        if saving.reason:
            tries = (
                ""
                if saving.state is SaveState.READ_ONLY
                else " Your text is kept here, and saving is tried again."
            )
            bar.update(plain(f"{saving.state.value.capitalize()}: {saving.reason}.{tries}"))
        if saving.state is SaveState.FAILED:
            self.set_timer(RETRY_SECONDS, self._retry, name="retry")

    def _retry(self) -> None:
        if self.session.saving.state in (SaveState.FAILED, SaveState.UNSAVED):
            self.session.save()
            self._show_saving()

    def _show_hints(self) -> None:
        self.query_one("#timeline", Ribbon).is_compact = self.has_class("-low")
        editor = self.query_one(NotesEditor)
        if self._current is None:
            self.hints = (KeyHint("a", "add an interview"),)
        elif isinstance(self.focused, NotesEditor) and not editor.read_only:
            self.hints = (
                KeyHint("esc", "done"),
                KeyHint("@ > + = ! ~", "signs"),
                KeyHint("F2", "note"),
                KeyHint("ctrl+s", "save"),
            )
        else:
            self.hints = HINTS[self.pane]

    def _wait_for_minute(self) -> None:
        now = self.session.now()
        left = 60 - now.second - now.microsecond / 1e6
        self.set_timer(left + 0.01, self._minute_passed)

    def _minute_passed(self) -> None:
        # Days turn and interviews begin at whole minutes; equal values redraw nothing.
        self.show()
        self._wait_for_minute()

    def on_screen_resume(self) -> None:
        self.call_after_refresh(self._fit)

    def on_resize(self) -> None:
        self.call_after_refresh(self._fit)

    def _fit(self) -> None:
        if self.is_mounted and self._current is not None:
            interview = self.session.logbook.interview(self._current)
            if interview is not None:
                self._show_interview(interview, self.session.plan(interview))
        self._show_hints()

    # Where the user is

    def on_descendant_focus(self) -> None:
        pane = self._pane_of(self.focused)
        if pane is not None:
            self.pane = pane
        self._show_hints()

    def watch_pane(self, pane: str) -> None:
        for name in PANES:
            self.set_class(name == pane, f"-show-{name}")

    def _pane_of(self, widget: Widget | None) -> str | None:
        id = widget.id if widget is not None else None
        return next((name for name, inner in PANES.items() if inner == id), None)

    def action_pane(self, name: str) -> None:
        if self._current is None:
            return
        if name == "interviews" and self.has_class("-narrow") and not self.has_class("-zoomed"):
            self.action_switch()
            return
        self.pane = name
        self.query_one(f"#{PANES[name]}").focus()

    def action_zoom(self) -> None:
        self.toggle_class("-zoomed")
        self.call_after_refresh(self._fit)

    def action_back(self) -> None:
        editor = self.query_one(NotesEditor)
        if self.focused is editor and editor.stop_editing():
            self._show_hints()
        elif self.has_class("-zoomed"):
            self.action_zoom()
        else:
            self.action_pane("steps")

    def action_switch(self) -> None:
        def chosen(id: str | None) -> None:
            if id is not None:
                self._go_to(id)

        self._keep_typing()
        self.app.push_screen(Switcher(agenda(self.session.plans()), self._current or ""), chosen)

    def action_step_interview(self, step: int) -> None:
        ids = [row.key for row in self.list_rows if row.selectable]
        if self._current in ids:
            place = ids.index(self._current) + step
            if 0 <= place < len(ids):
                self._go_to(ids[place])

    def _go_to(self, id: str) -> None:
        self._keep_typing()
        self._current, self._is_fresh = id, True
        self.show()

    def on_row_list_moved(self, event: RowList.Moved) -> None:
        event.stop()
        if event.row_list.id == "interviews":
            self._go_to(event.key)
        else:
            self._fit()

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        event.stop()
        if event.row_list.id == "interviews":
            self.action_pane("steps")
        else:
            self.action_tick()

    # What the user does

    def do(self, change: Change, notice: str = "") -> None:
        """Makes a change and shows what comes of it."""
        self._keep_typing()
        if self.session.is_read_only:
            self.notify(self.session.saving.reason, severity="warning", markup=False)
            return
        self.session.do(change)
        self.show()
        if notice:
            self.notify(notice, markup=False)

    def keep_typing(self) -> None:
        """Takes in what was typed and not yet handed up."""
        self._keep_typing()

    def _keep_typing(self) -> None:
        notes = self.query_one(NotesEditor).pending()
        if notes is not None:
            self.session.do(WriteNotes(notes.interview_id, notes.text))

    def _scene(self) -> deeds.Scene | None:
        interview = self.session.logbook.interview(self._current or "")
        if interview is None:
            return None
        return deeds.Scene(interview, self.session.plan(interview), self.session.now(), self.session.new_id)

    def _row(self) -> str:
        return self.query_one("#steps-list", RowList).cursor

    def action_tick(self) -> None:
        scene = self._scene()
        if scene is None:
            return
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
        self.app.push_screen(LineBox(title, text, EXAMPLES, read), take)

    def action_contact(self) -> None:
        key = self._row()
        step = present.step_of_key(key)
        kind = {StepId.THANK: ContactKind.THANK_YOU, StepId.CONNECT: ContactKind.CONNECT}.get(
            step or StepId.WAIT, ContactKind.FOLLOW_UP if step is StepId.FOLLOW_UP else ContactKind.REPLY
        )
        self._ask_contact(kind, key.split(":", 2)[2] if key.startswith("person:") else "")

    def _ask_contact(self, kind: ContactKind, person: str = "") -> None:
        scene = self._scene()
        if scene is None:
            return

        def read(text: str) -> tuple[Promise | None, str]:
            return read_promise(text, scene.interview, self.session.now(), self.session.logbook.rules)

        def take(record: RecordContact | None) -> None:
            if record is not None:
                self.do(record)

        form = ContactForm(scene.interview, scene.plan, scene.now, scene.new_id, read, kind, person)
        self.app.push_screen(form, take)

    def action_add(self) -> None:
        def take(interview: Interview | None) -> None:
            if interview is not None:
                self._current, self._is_fresh = interview.id, True
                self.do(AddInterview(interview))
                if interview.held_at <= self.session.now():
                    self.call_after_refresh(self._write)

        self.app.push_screen(InterviewForm(self.session.now(), self.session.new_id), take)

    def _write(self) -> None:
        self.action_pane("notes")
        self.query_one(NotesEditor).action_edit_notes()
        self._show_hints()

    def action_edit(self) -> None:
        scene = self._scene()
        if scene is None:
            return

        def take(interview: Interview | None) -> None:
            if interview is not None:
                self.do(EditInterview(interview))

        self.app.push_screen(InterviewForm(scene.now, scene.new_id, scene.interview), take)

    def action_delete(self) -> None:
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
                    DeleteInterview(scene.interview.id, scene.interview.company),
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
        self._keep_typing()
        change = self.session.undo()
        self.show()
        self.notify(f"Undone: {change.title}." if change else "Nothing to undo.", markup=False)

    def action_redo(self) -> None:
        self._keep_typing()
        change = self.session.redo()
        self.show()
        self.notify(f"Done again: {change.title}." if change else "Nothing to redo.", markup=False)

    def action_save(self) -> None:
        self._keep_typing()
        self.session.save()
        self._show_saving()

    def action_help(self) -> None:
        scene = self._scene()
        step = present.step_of_key(self._row()) or StepId.ASK
        why = scene.plan.step(step).why if scene is not None else ""
        here = {
            "interviews": ("In the list", RowList.BINDINGS),
            "steps": ("In the list of steps", RowList.BINDINGS),
            "notes": ("In the notes", NotesEditor.BINDINGS),
            "timeline": ("In the timeline", Ribbon.BINDINGS),
        }[self.pane]
        groups = [here, ("Anywhere outside text", self.BINDINGS), ("Anywhere", self.app.BINDINGS)]
        self.app.push_screen(HelpBox(step, why, groups))

    def action_external(self) -> None:
        scene = self._scene()
        if scene is None:
            return
        self._keep_typing()
        notes = self.session.logbook.interview(scene.interview.id) or scene.interview
        text, problem = edit_text(self.app, notes.notes)
        if text is not None:
            self.do(WriteNotes(notes.id, text))
        elif problem:
            self.notify(problem, severity="warning", markup=False)

    def action_note(self) -> None:
        if self._current is None:
            self.notify("Add the interview first: a, the company, enter.", markup=False)
            return
        self._keep_typing()
        self.query_one(NotesEditor).stop_editing()
        self.query_one(NoteBar).open()
        self.query_one(KeyLine).display = False

    def on_note_bar_filed(self, event: NoteBar.Filed) -> None:
        event.stop()
        if self._current is not None:
            self.do(AddNotes(self._current, event.lines))

    def on_note_bar_closed(self, event: NoteBar.Closed) -> None:
        event.stop()
        self.query_one(KeyLine).display = True
        self.query_one(f"#{PANES[self.pane]}").focus()

    def on_notes_editor_edited(self, event: NotesEditor.Edited) -> None:
        event.stop()
        if self.session.do(WriteNotes(event.notes.interview_id, event.notes.text)):
            self.show()


HINTS = {
    "interviews": (
        KeyHint("enter", "open"),
        KeyHint("a", "add"),
        KeyHint("n", "note"),
        KeyHint("e", "edit"),
        KeyHint("/", "find"),
        KeyHint("D", "delete"),
        KeyHint("u", "undo"),
    ),
    "steps": (
        KeyHint("space", "tick"),
        KeyHint("n", "note"),
        KeyHint("a", "add"),
        KeyHint("c", "contact"),
        KeyHint("d", "date"),
        KeyHint("s", "skip"),
        KeyHint("u", "undo"),
        KeyHint("1-4", "panes"),
    ),
    "notes": (
        KeyHint("i", "write"),
        KeyHint("n", "note"),
        KeyHint("a", "add"),
        KeyHint("d", "date"),
        KeyHint("u", "undo"),
        KeyHint("1-4", "panes"),
    ),
    "timeline": (
        KeyHint("← →", "day"),
        KeyHint("t", "today"),
        KeyHint("d", "date"),
        KeyHint("c", "contact"),
        KeyHint("n", "note"),
        KeyHint("1-4", "panes"),
    ),
}
"""The keys of the bottom line for each pane, most important first."""


def _next_step(plan: Plan) -> StepId:
    """The first step that is not settled; the last one where all are."""
    return next((step.step for step in plan.steps if not step.status.is_settled), StepId.FOLLOW_UP)


def _first_shown(session: Session) -> str | None:
    """The interview that was last held: the one that a note is about. Before any was held, the next one."""
    now = session.now()
    held = [one for one in session.logbook.interviews if one.held_at <= now]
    if held:
        return max(held, key=lambda one: one.held_at).id
    return (
        min(session.logbook.interviews, key=lambda one: one.held_at).id
        if session.logbook.interviews
        else None
    )
