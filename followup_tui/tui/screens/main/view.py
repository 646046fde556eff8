"""The panes of the main screen: which widgets they are, and what they show of a session."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Any

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Static

from followup_tui.core.model.logbook import Interview, Logbook, StepId
from followup_tui.core.rules.agenda import Entry
from followup_tui.core.rules.plan_types import Plan
from followup_tui.core.rules.timeline import timeline
from followup_tui.session.session import Session
from followup_tui.tui.keys.hints import footer, pane_footer
from followup_tui.tui.keys.keymap import Keymap
from followup_tui.tui.screens.interview_rows import interview_rows
from followup_tui.tui.screens.main import view_model
from followup_tui.tui.screens.main.checklist import checklist_rows
from followup_tui.tui.screens.main.navigation import PANES
from followup_tui.tui.screens.main.welcome import welcome
from followup_tui.tui.screens.row_keys import RowKey, StepRow
from followup_tui.tui.widgets.footer import KeyFooter
from followup_tui.tui.widgets.note_bar import NoteBar
from followup_tui.tui.widgets.notes_editor import NotesEditor
from followup_tui.tui.widgets.notes_rendering import Notes
from followup_tui.tui.widgets.pane import Pane
from followup_tui.tui.widgets.row_list import Row, RowList
from followup_tui.tui.widgets.styled_lines import plain
from followup_tui.tui.widgets.styled_text import StyledText
from followup_tui.tui.widgets.timeline import TimelineRibbon

if TYPE_CHECKING:
    from followup_tui.core.proofreading.review import LetterStates

MIN_HEIGHT_FOR_REASONS = 28
"""The minimum height of the screen to show why a follow-up may go out, or not."""
DEFAULT_WIDTH, DEFAULT_HEIGHT = 50, 12
"""The size that the checklist is made for before its own is known."""


class MainView:
    """The panes of a screen. Assigning an equal value to a widget redraws nothing."""

    def __init__(
        self, screen: Screen[Any], session: Session, keymap: Keymap, refit: Callable[[], None]
    ) -> None:
        """Create the widgets; `refit` is called when the size of the panes has changed."""
        self._screen, self._keymap, self._refit = screen, keymap, refit
        self.pane = "steps"
        """The name of the pane with the focus, or that had it last."""
        self._entries: tuple[Entry, ...] = ()
        self._letter_states: tuple[Logbook, tuple[str, date], LetterStates] | None = None
        self._is_demo = session.is_demo
        self.interviews: RowList[str] = RowList(id="interviews", classes="pane")
        self.headline = StyledText(id="headline")
        self.steps: RowList[RowKey] = RowList(id="steps-list")
        self.notes = NotesEditor(id="notes", set_day=keymap.key("step.promise"))
        self.coverage = StyledText(id="coverage")
        self.timeline = TimelineRibbon(id="timeline")
        self.welcome = StyledText(id="welcome")
        self.save_bar = Static(id="save-bar", markup=False)
        self.note_bar = NoteBar(id="note-bar")
        self.key_line = KeyFooter(id="key-line")
        self.steps_pane = Pane(self.headline, self.steps, id="steps", classes="pane")
        self.notes_pane = Pane(self.notes, self.coverage, id="notes-pane", classes="pane")
        self.timeline.add_class("pane")

    def compose(self) -> ComposeResult:
        """Yield the widgets of the screen."""
        if self._is_demo:
            yield Static("Demo: made-up interviews; nothing here is kept.", id="demo-bar", markup=False)
        yield Horizontal(self.interviews, self.steps_pane, self.notes_pane, id="top")
        yield self.timeline
        yield self.welcome
        yield self.save_bar
        yield self.note_bar
        yield self.key_line

    def mounted(self, has_interview: bool) -> None:
        """Set what never changes, and the first focus."""
        self.interviews.border_title = "1 Interviews"
        self.welcome.lines = welcome(self._keymap)
        if has_interview:
            self.steps.focus()

    # What they show

    def show(self, session: Session, interview: Interview | None, is_fresh: bool) -> None:
        """Show a session with one of its interviews; `is_fresh` puts the cursor on its next step."""
        if self._screen.has_class("-empty") != (interview is None):
            self._screen.toggle_class("-empty")
            self._screen.call_after_refresh(self._refit)
        entries = session.agenda()
        if entries is not self._entries:
            self._entries = entries
            self.interviews.rows = interview_rows(entries)
        if interview is None:
            self.notes.notes, self.timeline.timeline = None, None
            self.steps.rows, self.headline.lines = (), ()
            return
        self.interviews.cursor = interview.id
        plan = session.plan(interview)
        if is_fresh:
            first = plan.todos[0].step if plan.todos else None
            self.steps.cursor = StepRow(first or _next_step(plan))
        self._show_interview(session, interview, plan)

    def _show_interview(self, session: Session, interview: Interview, plan: Plan) -> None:
        self.note_bar.company = interview.company
        self.steps_pane.label(f"2 {view_model.title(interview)}", view_model.held(interview, plan))
        # Where one pane has the screen, its title names the company.
        is_alone = self._screen.has_class("-single") or self.is_zoomed
        company = f" · {interview.company}" if is_alone else ""
        self.notes_pane.label(f"3 Notes{company}")
        self.timeline.label(f"4 Timeline{company}")
        width = self.headline.content_size.width
        self.headline.lines = view_model.headline(interview, plan, width, is_short=self._is_low)
        holidays = session.logbook.rules.holidays
        self.notes.notes = Notes(interview.id, interview.notes, plan.held_on, plan.today, holidays)
        set_day = self._keymap.key("step.promise")
        self.coverage.lines = (view_model.coverage(plan.facts, plan, set_day),)
        self.timeline.timeline = timeline(interview, plan)
        self._show_steps(session, interview, plan)

    def show_steps(self, session: Session, interview: Interview | None) -> None:
        """Show the checklist again, after its cursor or its size has changed."""
        if interview is not None:
            self._show_steps(session, interview, session.plan(interview))

    def _show_steps(self, session: Session, interview: Interview, plan: Plan) -> None:
        # The size includes the scroll bar: it comes and goes with the rows that are made here.
        width, height = self.steps.size
        states = self._letter_states_of(session, interview, plan) if interview.drafts else None
        self.steps.rows = checklist_rows(
            interview, plan, self.steps.cursor, width or DEFAULT_WIDTH, height or DEFAULT_HEIGHT, states
        )

    def _letter_states_of(self, session: Session, interview: Interview, plan: Plan) -> "LetterStates":
        """Return the states of the unsent letters; proofread again only if something has changed."""
        logbook, key = session.logbook, (interview.id, plan.today)
        cached = self._letter_states
        if cached is None or cached[0] is not logbook or cached[1] != key:
            # The proofreader is loaded only if there is a draft.
            from followup_tui.core.proofreading.review import letter_states

            known = [person.person.name for person in plan.people]
            cached = self._letter_states = (
                logbook,
                key,
                letter_states(interview, logbook, plan.today, known),
            )
        return cached[2]

    def fit(self, session: Session, interview: Interview | None) -> None:
        """Show the interview again, after the size of the panes has changed."""
        self.timeline.is_compact = self._screen.has_class("-low")
        if interview is not None:
            self._show_interview(session, interview, session.plan(interview))
            if self._screen.is_current and not _is_shown(self._screen.focused):
                target = self._focus_target(self.pane)
                (target if _is_shown(target) else self.steps).focus()
        self.show_hints(session, interview is not None)

    @property
    def _is_low(self) -> bool:
        """Whether the screen is too low for the reasons above the checklist."""
        return self._screen.app.size.height < MIN_HEIGHT_FOR_REASONS and not self.is_zoomed

    def show_hints(self, session: Session, has_interview: bool) -> None:
        """Show the keys of the place where the user is in the bottom line."""
        is_writing = self._screen.focused is self.notes and not self.notes.read_only
        where = "empty" if not has_interview else "writing" if is_writing else self.pane
        is_new = session.is_new_to(self.pane)
        self.key_line.hints = pane_footer(where, self._screen.has_class("-single"), self._keymap, is_new)
        always = "always-writing" if is_writing else "always"
        self.key_line.always = footer(always, self._keymap, is_writing)

    def show_save_status(self, session: Session) -> None:
        """Show whether everything is saved; if not, why."""
        status = session.document.save_status
        self.notes_pane.label(subtitle=status.state.value)
        self._screen.set_class(bool(status.reason), "-unsaved")
        self._screen.set_class(session.is_read_only, "-read-only")
        if status.reason:
            again = "" if session.is_read_only else " Your text is kept here; it is tried again."
            self.save_bar.update(plain(f"{status.state.value.capitalize()}: {status.reason}.{again}"))

    def show_note_bar(self, is_open: bool) -> None:
        """Show the note bar instead of the bottom line, or the other way round."""
        # A class on the screen would have the style of every widget computed again.
        self.note_bar.display = is_open
        self.key_line.display = not is_open

    @property
    def is_note_bar_open(self) -> bool:
        """Whether the note bar is shown."""
        return self.note_bar.display

    # Where the user is

    @property
    def interview_ids(self) -> list[str]:
        """The ids of the listed interviews, in order."""
        return [row.key for row in self.interviews.rows if row.key is not None]

    @property
    def is_zoomed(self) -> bool:
        """Whether one pane has the whole screen."""
        return self._screen.has_class("-zoomed")

    def toggle_zoom(self) -> None:
        """Give the focused pane the whole screen, or take it back."""
        self._screen.toggle_class("-zoomed")
        self._screen.call_after_refresh(self._refit)

    @property
    def shows_interview_list(self) -> bool:
        """Whether the layout has room for the list of interviews."""
        return not self._screen.has_class("-narrow") or self.is_zoomed

    @property
    def notes_text(self) -> str:
        """The text of the notes as it is in the editor."""
        return self.notes.text

    @property
    def note_line(self) -> int:
        """The line of the notes with the cursor, from 0."""
        return self.notes.cursor_location[0]

    def focus(self, pane: str) -> None:
        """Move the focus to a pane."""
        self._set_pane(pane)
        self._focus_target(pane).focus()

    def focus_changed(self) -> None:
        """Remember the pane that has got the focus."""
        id = self._screen.focused.id if self._screen.focused is not None else None
        pane = next((name for name, target in PANES.items() if target == id), None)
        if pane is not None:
            self._set_pane(pane)

    def _set_pane(self, pane: str) -> None:
        if pane != self.pane:
            self.pane = pane
            self._screen.update_classes({f"-show-{name}": name == pane for name in PANES})

    def _focus_target(self, pane: str) -> Widget:
        targets: dict[str, Widget] = {
            "interviews": self.interviews,
            "steps": self.steps,
            "notes": self.notes,
            "timeline": self.timeline,
        }
        return targets[pane]

    def timeline_day(self) -> date | None:
        """Return the day under the cursor of the timeline; None while another pane has the focus."""
        return self.timeline.day if self.pane == "timeline" else None

    def open_note_bar(self) -> None:
        """Open the note bar instead of the bottom line."""
        self.notes.stop_editing()
        self.note_bar.open()
        self.show_note_bar(True)

    def close_note_bar(self) -> None:
        """Close the note bar and return to the pane."""
        self.show_note_bar(False)
        self.focus(self.pane)

    def edit_notes(self) -> None:
        """Start editing the notes."""
        self.notes.action_edit_notes()

    def stop_editing(self) -> bool:
        """Stop editing the notes; return whether they were being edited."""
        return self._screen.focused is self.notes and self.notes.stop_editing()

    def go_to_note_line(self, line: int) -> None:
        """Put the cursor on a line of the notes, from 0."""
        self.notes.go_to_line(line)

    def selected_text(self) -> str | None:
        """Return the text of the selected row of the list with the focus, else of the checklist."""
        rows: RowList[Any] = self.interviews if self.pane == "interviews" else self.steps
        row: Row[Any] | None = next((row for row in rows.rows if row.key == rows.cursor), None)
        if row is None or row.key is None:
            return None
        return "\n".join(line.text for line in row.lines)


def _next_step(plan: Plan) -> StepId:
    """Return the first step that is not finished; the last step if all are."""
    return next((step.step for step in plan.steps if not step.status.is_finished), StepId.FOLLOW_UP)


def _is_shown(widget: Widget | None) -> bool:
    """Return whether a widget is displayed, and so can have the focus."""
    if widget is None:
        return False
    return all(node.display for node in widget.ancestors_with_self if isinstance(node, Widget))
