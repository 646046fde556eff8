"""What the main screen shows and where the user is in it: the panes, filled from the plans."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.reactive import reactive
from textual.screen import Screen
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import Static

from followup_tui.core.agenda import agenda
from followup_tui.core.changes import AddNotes, WriteNotes
from followup_tui.core.model import Interview, StepId
from followup_tui.core.overview import overview
from followup_tui.core.plan import Plan
from followup_tui.core.timeline import Timeline, timeline
from followup_tui.session import SaveState, Session
from followup_tui.tui.screens import present
from followup_tui.tui.screens.all import AllScreen
from followup_tui.tui.screens.hints import ALWAYS, ALWAYS_WRITING, HINTS, WELCOME
from followup_tui.tui.screens.switcher import Switcher
from followup_tui.tui.widgets.keyline import KeyHint, KeyLine
from followup_tui.tui.widgets.lines import Span, plain
from followup_tui.tui.widgets.notebar import NoteBar
from followup_tui.tui.widgets.notes import Notes, NotesEditor
from followup_tui.tui.widgets.ribbon import Ribbon
from followup_tui.tui.widgets.rows import Row, RowList
from followup_tui.tui.widgets.tonetext import ToneText

RETRY_SECONDS = 2.0
"""How long after a failed save the next one is tried, in seconds."""

PANES = {"interviews": "interviews", "steps": "steps-list", "notes": "notes", "timeline": "timeline"}
"""The panes by name, and the widget in each that takes the keys."""


def key(keys: str, action: str, id: str, tooltip: str) -> Binding:
    """A binding that help, palette and the README show; the bottom line has its own choice."""
    return Binding(keys, action, tooltip, show=False, id=id, tooltip=tooltip)


class PanesScreen(Screen[None]):
    """Interviews, steps, notes and timeline of one logbook, and the ways between them."""

    AUTO_FOCUS = ""
    HORIZONTAL_BREAKPOINTS = [  # noqa: RUF012
        (0, "-tiny"),
        (40, "-single"),
        (70, "-narrow"),
        (110, "-wide"),
    ]
    VERTICAL_BREAKPOINTS = [(0, "-flat"), (12, "-low"), (32, "-tall")]  # noqa: RUF012
    BINDINGS: ClassVar[list[BindingType]] = [
        key("1", "pane('interviews')", "pane.interviews", "Go to the interviews"),
        key("2", "pane('steps')", "pane.steps", "Go to the six steps"),
        key("3", "pane('notes')", "pane.notes", "Go to the notes"),
        key("4", "pane('timeline')", "pane.timeline", "Go to the timeline"),
        key("left_square_bracket", "step_interview(-1)", "interview.before", "Interview before"),
        key("right_square_bracket", "step_interview(1)", "interview.after", "Interview after"),
        key("ctrl+o,slash", "switch", "interview.switch", "Find an interview"),
        key("A", "all", "timeline.all", "All open interviews on one timeline"),
        key("f3", "zoom", "pane.zoom", "Give this pane the whole screen, or take it back"),
        key("escape", "back", "app.back", "One level back"),
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
        self.current = _first_shown(session)
        """The id of the interview shown; None while there is none."""
        self.is_fresh = True
        """Whether the cursor is still to be put on the step at hand."""
        self._retrying: Timer | None = None

    def compose(self) -> ComposeResult:
        yield Static(id="demo-bar", markup=False)
        with Horizontal(id="top"):
            yield RowList(id="interviews", classes="pane").data_bind(rows=PanesScreen.list_rows)
            with Vertical(id="steps", classes="pane"):
                yield ToneText(id="headline").data_bind(lines=PanesScreen.headline)
                yield RowList(id="steps-list").data_bind(rows=PanesScreen.step_rows)
                yield ToneText(id="why").data_bind(lines=PanesScreen.why)
            with Vertical(id="notes-pane", classes="pane"):
                yield NotesEditor(id="notes").data_bind(PanesScreen.notes)
                yield ToneText(id="coverage").data_bind(lines=PanesScreen.coverage)
        ribbon = Ribbon(id="timeline").data_bind(PanesScreen.timeline)
        ribbon.add_class("pane")
        yield ribbon
        yield ToneText(id="welcome")
        yield Static(id="save-bar", markup=False)
        yield NoteBar(id="note-bar").data_bind(PanesScreen.company)
        yield KeyLine(id="key-line").data_bind(PanesScreen.hints)
        yield Static(
            "followup-tui needs at least 40 × 12 cells.\nMake the window larger, or ctrl+q.",
            id="too-small",
            markup=False,
        )

    def on_mount(self) -> None:
        self.query_one("#interviews").border_title = "1 Interviews"
        self.query_one("#welcome", ToneText).lines = WELCOME
        if self.session.is_demo:
            self.add_class("-demo")
            self.query_one("#demo-bar", Static).update("Demo: made-up interviews; nothing here is kept.")
        self.query_one("#steps-list").focus()
        self.show()
        self._wait_for_minute()

    # What is shown

    def show(self) -> None:
        """Computes the plans once, and hands what the panes show down to them."""
        planned = self.session.plans()
        interview = self.session.logbook.interview(self.current or "")
        if interview is None and planned:
            interview = self.session.logbook.interview(_first_shown(self.session) or "")
        self.current = interview.id if interview else None
        self.set_class(interview is None, "-empty")
        self.list_rows = present.interview_rows(agenda(planned))
        interviews = self.query_one("#interviews", RowList)
        if interview is None:
            self.notes, self.timeline = None, None
            self.step_rows, self.headline = (), ()
        else:
            interviews.cursor = interview.id
            self._show_interview(interview, self.session.plan(interview))
        self.show_saving()
        self.show_hints()

    def _show_interview(self, interview: Interview, plan: Plan) -> None:
        self.company = interview.company
        steps = self.query_one("#steps")
        steps.border_title = plain(f"2 {present.title(interview)}")
        steps.border_subtitle = plain(present.held(interview, plan))
        # Where one pane has the screen, it says whose it is.
        alone = self.has_class("-single") or self.has_class("-zoomed")
        whose = f" · {interview.company}" if alone else ""
        self.query_one("#notes-pane").border_title = plain(f"3 Notes{whose}")
        self.query_one("#timeline").border_title = plain(f"4 Timeline{whose}")
        self.headline = present.headline(interview, plan, is_short=self.has_class("-low"))
        holidays = self.session.logbook.rules.holidays
        self.notes = Notes(interview.id, interview.notes, plan.held_on, plan.today, holidays)
        self.coverage = (present.coverage(plan.facts, plan),)
        self.timeline = timeline(interview, plan, self.session.logbook.rules)
        self._show_steps(interview, plan)

    def _show_steps(self, interview: Interview, plan: Plan) -> None:
        steps = self.query_one("#steps-list", RowList)
        expanded = present.step_of_key(steps.cursor)
        width, room = steps.size.width, steps.size.height
        self.step_rows = present.checklist_rows(interview, plan, expanded, width or 50, room or 12)
        if self.is_fresh:
            self.is_fresh = False
            steps.cursor = present.step_key(plan.todos[0].step if plan.todos else _next_step(plan))
        here = present.step_of_key(steps.cursor) or StepId.ASK
        self.why = ((Span(plan.step(here).why),),)

    def show_saving(self) -> None:
        """Tells whether all is on the disk; if not, why, and sees to the next try."""
        saving = self.session.saving
        self.query_one("#notes-pane").border_subtitle = saving.state.value
        bar = self.query_one("#save-bar", Static)
        self.set_class(bool(saving.reason), "-unsaved")
        if saving.reason:
            again = "" if self.session.is_read_only else " Your text is kept here; it is tried again."
            bar.update(plain(f"{saving.state.value.capitalize()}: {saving.reason}.{again}"))
        if saving.state is SaveState.FAILED and self._retrying is None:
            self._retrying = self.set_timer(RETRY_SECONDS, self._retry)

    def _retry(self) -> None:
        self._retrying = None
        if self.session.saving.state in (SaveState.FAILED, SaveState.UNSAVED):
            self.session.save()
            self.show_saving()

    def show_hints(self) -> None:
        """Brings the bottom line up to where the user is."""
        self.query_one("#timeline", Ribbon).is_compact = self.has_class("-low")
        writing = isinstance(self.focused, NotesEditor) and not self.focused.read_only
        self.hints = HINTS["empty" if self.current is None else "writing" if writing else self.pane]
        self.query_one(KeyLine).always = ALWAYS_WRITING if writing else ALWAYS

    def _wait_for_minute(self) -> None:
        now = self.session.now()
        left = 60 - now.second - now.microsecond / 1e6
        self.set_timer(left + 0.01, self._minute_passed)

    def _minute_passed(self) -> None:
        # Days turn and interviews begin at whole minutes; equal values redraw nothing.
        self.show()
        self._wait_for_minute()

    def on_screen_resume(self) -> None:
        self.call_after_refresh(self.fit)

    def on_resize(self) -> None:
        self.call_after_refresh(self.fit)

    def fit(self) -> None:
        """Shows the interview anew, as the room for it is now."""
        if self.is_mounted and self.current is not None:
            interview = self.session.logbook.interview(self.current)
            if interview is not None:
                self._show_interview(interview, self.session.plan(interview))
        self.show_hints()

    # Where the user is

    def on_descendant_focus(self) -> None:
        pane = self._pane_of(self.focused)
        if pane is not None:
            self.pane = pane
        self.show_hints()

    def on_notes_editor_mode_changed(self, event: NotesEditor.ModeChanged) -> None:
        event.stop()
        self.show_hints()

    def watch_pane(self, pane: str) -> None:
        for name in PANES:
            self.set_class(name == pane, f"-show-{name}")

    def _pane_of(self, widget: Widget | None) -> str | None:
        id = widget.id if widget is not None else None
        return next((name for name, inner in PANES.items() if inner == id), None)

    def action_pane(self, name: str) -> None:
        if self.current is None:
            return
        if name == "interviews" and self.has_class("-narrow") and not self.has_class("-zoomed"):
            self.action_switch()
            return
        self.pane = name
        self.query_one(f"#{PANES[name]}").focus()

    def action_zoom(self) -> None:
        self.toggle_class("-zoomed")
        self.call_after_refresh(self.fit)

    def action_back(self) -> None:
        editor = self.query_one(NotesEditor)
        if self.focused is editor and editor.stop_editing():
            self.show_hints()
        elif self.has_class("-zoomed"):
            self.action_zoom()
        else:
            self.action_pane("steps")

    def action_switch(self) -> None:
        def chosen(id: str | None) -> None:
            if id is not None:
                self.go_to(id)

        self.keep_typing()
        self.app.push_screen(Switcher(agenda(self.session.plans()), self.current or ""), chosen)

    def action_step_interview(self, step: int) -> None:
        ids = [row.key for row in self.list_rows if row.selectable]
        if self.current in ids:
            place = ids.index(self.current) + step
            if 0 <= place < len(ids):
                self.go_to(ids[place])

    def go_to(self, id: str) -> None:
        """Shows another interview."""
        self.keep_typing()
        self.current, self.is_fresh = id, True
        self.show()

    def on_row_list_moved(self, event: RowList.Moved) -> None:
        event.stop()
        if event.row_list.id == "interviews":
            self.go_to(event.key)
        else:
            self.fit()

    def action_all(self) -> None:
        def chosen(id: str | None) -> None:
            if id is not None:
                self.go_to(id)

        self.keep_typing()
        plans, rules = self.session.plans(), self.session.logbook.rules
        self.app.push_screen(AllScreen(overview(plans, self.session.now().date(), rules)), chosen)

    def keep_typing(self) -> None:
        """Takes in what was typed in the notes and not yet handed up."""
        typed = self.query_one(NotesEditor).pending()
        if typed is not None:
            self.session.do(WriteNotes(typed.interview_id, typed.text))

    def keep_all(self) -> None:
        """Takes in all that was typed, the line in the note bar too: nothing comes after."""
        self.keep_typing()
        line = self.query_one(NoteBar).pending()
        if line and self.current is not None:
            self.session.do(AddNotes(self.current, line))


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
