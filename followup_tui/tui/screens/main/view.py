"""What the main screen shows: the panes, filled from the plans."""

from datetime import date
from typing import TYPE_CHECKING

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.geometry import Size
from textual.message import Message
from textual.reactive import var
from textual.widgets import Static

from followup_tui.core.model.logbook import Interview, Logbook, StepId
from followup_tui.core.rules.agenda import Entry
from followup_tui.core.rules.plan_types import Plan
from followup_tui.core.rules.timeline import Timeline, timeline
from followup_tui.session.session import SaveState, Session
from followup_tui.tui.keys.hints import KeyHint, footer, pane_footer
from followup_tui.tui.keys.keymap import Keymap
from followup_tui.tui.screens.main import checklist
from followup_tui.tui.screens.main import view_model as present
from followup_tui.tui.screens.main.autosave import SavingScreen
from followup_tui.tui.screens.main.welcome import welcome
from followup_tui.tui.widgets.footer import KeyLine
from followup_tui.tui.widgets.note_bar import NoteBar
from followup_tui.tui.widgets.notes_editor import NotesEditor
from followup_tui.tui.widgets.notes_rendering import Notes
from followup_tui.tui.widgets.pane import Framed, Pane
from followup_tui.tui.widgets.row_list import Row, RowList
from followup_tui.tui.widgets.styled_text import StyledText
from followup_tui.tui.widgets.timeline import TimelineRibbon

if TYPE_CHECKING:
    from followup_tui.core.proofreading.review import LetterStates


ROOM_FOR_REASONS = 28
"""From how many lines on the screen gives the reason why a follow-up may go out, or not."""


class ShownScreen(SavingScreen):
    """Interviews, steps, notes and timeline of one logbook."""

    AUTO_FOCUS = ""
    HORIZONTAL_BREAKPOINTS = [  # noqa: RUF012
        (0, "-single"),
        (70, "-narrow"),
        (110, "-wide"),
    ]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (32, "-tall"), (36, "-roomy")]  # noqa: RUF012

    # What goes down to the panes; each of them sees to its own repaint.
    list_rows: var[tuple[Row, ...]] = var(())
    step_rows: var[tuple[Row, ...]] = var(())
    headline: var[present.Lines] = var(())
    notes: var[Notes | None] = var(None)
    coverage: var[present.Lines] = var(())
    timeline: var[Timeline | None] = var(None)
    company: var[str] = var("")
    hints: var[tuple[KeyHint, ...]] = var(())
    pane: var[str] = var("steps")

    class AppearanceChanged(Message):
        """The file asks for another look than before."""

    def __init__(self, session: Session, keymap: Keymap | None = None) -> None:
        super().__init__(session)
        self.keymap = keymap or Keymap()
        """The keys that what is on screen names."""
        self.current = _first_shown(session)
        """The id of the interview shown; None while there is none."""
        self.is_fresh = True
        """Whether the cursor is still to be put on the step at hand."""
        self._listed: tuple[Entry, ...] = ()
        self._fitted: Size | None = None
        """The size for which the screen has its classes."""
        self._written: tuple[Logbook, tuple[str, date], LetterStates] | None = None
        self.look = session.logbook.appearance
        """How the file asks the app to look."""

    def compose(self) -> ComposeResult:
        # Known before the first layout, the classes cost no second one.
        width, height = self._fitted = self.app.size
        self.add_class(
            f"-show-{self.pane}",
            *self._get_breakpoint_classes(width, self.HORIZONTAL_BREAKPOINTS),
            *self._get_breakpoint_classes(height, self.VERTICAL_BREAKPOINTS),
            update=False,
        )
        if self.session.is_demo:
            yield Static("Demo: made-up interviews; nothing here is kept.", id="demo-bar", markup=False)
        with Horizontal(id="top"):
            yield RowList(id="interviews", classes="pane").data_bind(rows=ShownScreen.list_rows)
            with Pane(id="steps", classes="pane"):
                yield StyledText(id="headline").data_bind(lines=ShownScreen.headline)
                yield RowList(id="steps-list").data_bind(rows=ShownScreen.step_rows)
            with Pane(id="notes-pane", classes="pane"):
                set_day = self.keymap.key("step.promise")
                yield NotesEditor(id="notes", set_day=set_day).data_bind(ShownScreen.notes)
                yield StyledText(id="coverage").data_bind(lines=ShownScreen.coverage)
        ribbon = TimelineRibbon(id="timeline").data_bind(ShownScreen.timeline)
        ribbon.add_class("pane")
        yield ribbon
        yield StyledText(id="welcome")
        yield Static(id="save-bar", markup=False)
        yield NoteBar(id="note-bar").data_bind(ShownScreen.company)
        yield KeyLine(id="key-line").data_bind(ShownScreen.hints)

    def on_mount(self) -> None:
        self.query_one("#interviews").border_title = "1 Interviews"
        self.query_one("#welcome", StyledText).lines = welcome(self.keymap)
        if self.current is not None:
            self.query_one("#steps-list").focus()
        self.show()
        self._wait_for_minute()

    def use_session(self, session: Session) -> None:
        """Shows another session from now on, from its beginning."""
        self.session, self.current, self.is_fresh = session, _first_shown(session), True
        self.show()

    def show(self) -> None:
        """Computes the plans once, and hands what the panes show down to them."""
        interview = self.session.logbook.interview(self.current or "")
        if interview is None:
            interview = self.session.logbook.interview(_first_shown(self.session) or "")
        self.current = interview.id if interview else None
        if self.has_class("-empty") != (interview is None):
            self.toggle_class("-empty")
            self.call_after_refresh(self.fit)
        entries = self.session.agenda()
        if entries is not self._listed:
            self._listed = entries
            self.list_rows = present.interview_rows(entries)
        interviews = self.query_one("#interviews", RowList)
        if interview is None:
            self.notes, self.timeline = None, None
            self.step_rows, self.headline = (), ()
        else:
            interviews.cursor = interview.id
            self._show_interview(interview, self.session.plan(interview))
        if self.session.document.save_status.state is SaveState.UNSAVED:
            self.save_soon()
        else:
            self.show_saving()
        self.show_hints()
        if self.look != self.session.logbook.appearance:
            self.look = self.session.logbook.appearance
            self.post_message(self.AppearanceChanged())

    def _show_interview(self, interview: Interview, plan: Plan) -> None:
        self.company = interview.company
        self._label("steps", f"2 {present.title(interview)}", present.held(interview, plan))
        # Where one pane has the screen, it says whose it is.
        alone = self.has_class("-single") or self.has_class("-zoomed")
        whose = f" · {interview.company}" if alone else ""
        self._label("notes-pane", f"3 Notes{whose}")
        self._label("timeline", f"4 Timeline{whose}")
        width = self.query_one("#headline").content_size.width
        self.headline = present.headline(interview, plan, width, is_short=self._is_cramped)
        holidays = self.session.logbook.rules.holidays
        self.notes = Notes(interview.id, interview.notes, plan.held_on, plan.today, holidays)
        self.coverage = (present.coverage(plan.facts, plan, self.keymap.key("step.promise")),)
        self.timeline = timeline(interview, plan, self.session.logbook.rules)
        self._show_steps(interview, plan)

    @property
    def _is_cramped(self) -> bool:
        """Whether there is no room for reasons over the steps."""
        return self.app.size.height < ROOM_FOR_REASONS and not self.has_class("-zoomed")

    def _label(self, pane: str, title: str | None = None, subtitle: str | None = None) -> None:
        self.query_one(f"#{pane}", Framed).label(title, subtitle)

    def _show_steps(self, interview: Interview, plan: Plan) -> None:
        steps = self.query_one("#steps-list", RowList)
        if self.is_fresh:
            self.is_fresh = False
            steps.cursor = checklist.step_key(plan.todos[0].step if plan.todos else _next_step(plan))
        # With the scroll bar's cell: it comes and goes with the rows that are made here.
        width, height = steps.size
        written = self._written_of(interview, plan) if interview.drafts else None
        self.step_rows = checklist.checklist_rows(
            interview, plan, steps.cursor, width or 50, height or 12, written
        )

    def _written_of(self, interview: Interview, plan: Plan) -> "LetterStates":
        """How far the letters are that are not sent; proof-read again only where something changed."""
        logbook, key = self.session.logbook, (interview.id, plan.today)
        kept = self._written
        if kept is None or kept[0] is not logbook or kept[1] != key:
            # Who has no draft does not wait for the proof-reader to be loaded.
            from followup_tui.core.proofreading.review import letter_states

            known = [one.person.name for one in plan.people]
            kept = self._written = (logbook, key, letter_states(interview, logbook, plan.today, known))
        return kept[2]

    def show_hints(self) -> None:
        """Brings the bottom line up to where the user is."""
        writing = isinstance(self.focused, NotesEditor) and not self.focused.read_only
        where = "empty" if self.current is None else "writing" if writing else self.pane
        is_new = self.session.is_new_to(self.pane)
        self.hints = pane_footer(where, self.has_class("-single"), self.keymap, is_new)
        self.query_one(KeyLine).always = footer(
            "always-writing" if writing else "always", self.keymap, writing
        )

    def mark_used(self, pane: str) -> None:
        """Notes that the user has done in a pane what it is for: its hint is gone from now on."""
        if self.session.is_new_to(pane):
            self.session.mark_used(pane)
            self.show_hints()

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

    def on_resize(self, event: events.Resize) -> None:
        if event.size != self.app.size:
            # Two sizes on their way at once, as when the window grows while the app starts, would have
            # Textual lay out the one and the other in turns, for ever.
            event.prevent_default()
        elif event.size == self.size == self._fitted:
            # Told of several times while the app starts, each time it would be laid out and drawn anew.
            event.prevent_default()
        else:
            self._fitted = event.size
            self.call_after_refresh(self.fit)

    def on_row_list_resized(self, event: RowList.Resized) -> None:
        event.stop()
        if event.row_list.id == "steps-list":
            self.show_steps()

    def show_steps(self) -> None:
        """Shows the steps anew, as the cursor and the room for them are now."""
        interview = self.session.logbook.interview(self.current or "")
        if interview is not None:
            self._show_steps(interview, self.session.plan(interview))

    def fit(self) -> None:
        """Shows the interview anew, as the room for it is now."""
        self.query_one("#timeline", TimelineRibbon).is_compact = self.has_class("-low")
        if self.current is not None:
            interview = self.session.logbook.interview(self.current)
            if interview is not None:
                self._show_interview(interview, self.session.plan(interview))
        self.show_hints()


def _next_step(plan: Plan) -> StepId:
    """The first step that is not settled; the last one where all are."""
    return next((step.step for step in plan.steps if not step.status.is_finished), StepId.FOLLOW_UP)


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
