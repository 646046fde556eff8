"""Showing a session in the panes: what each of them shows is a value, and equal values redraw nothing."""

import os
from datetime import date
from typing import TYPE_CHECKING

from textual.geometry import Size

from followup_tui.core.changes.inbox import waiting_lines
from followup_tui.core.model.logbook import Interview, Logbook, StepId
from followup_tui.core.rules.agenda import Entry
from followup_tui.core.rules.answers import rejection_reply
from followup_tui.core.rules.contacts import ANSWER_TO_REJECTION
from followup_tui.core.rules.interview_plan import Plan
from followup_tui.core.rules.plan_types import SendState, Status
from followup_tui.core.rules.timeline import timeline
from followup_tui.tui.keys.hints import always_footer, pane_footer
from followup_tui.tui.screens.host import Host
from followup_tui.tui.screens.interview_rows import interview_rows
from followup_tui.tui.screens.main import view_model
from followup_tui.tui.screens.main.checklist import checklist_rows
from followup_tui.tui.screens.main.headline import headline, headline_state
from followup_tui.tui.screens.main.panes import Panes
from followup_tui.tui.screens.main.position import (
    count_due_elsewhere,
    earlier_pay,
    position_items,
    shown_plan,
)
from followup_tui.tui.screens.main.welcome import welcome
from followup_tui.tui.screens.row_keys import (
    ClosingRow,
    ConflictRow,
    LetterRow,
    MaterialRow,
    RowKey,
    StepRow,
    step_of,
)
from followup_tui.tui.widgets.notes_editor import placeholder
from followup_tui.tui.widgets.notes_rendering import Notes
from followup_tui.tui.widgets.styled_lines import plain

if TYPE_CHECKING:
    from followup_tui.core.proofreading.review import LetterStates
    from followup_tui.core.rules.recall_text import Section

MIN_HEIGHT_FOR_REASONS = 28
"""The minimum height of the screen to show why a follow-up may go out, or not."""
MIN_WIDTH_FOR_FIRST_USE = 100
"""The minimum width of the screen to say more about the first key of a pane: it would hide other keys."""
FRAME_HEIGHT = 4
"""The lines of the screen around the welcome: its border, the footer, and the bar of a failed save."""
DEFAULT_WIDTH, DEFAULT_HEIGHT = 50, 12
"""The size that the checklist is made for before its own is known."""


class View:
    """Shows the session of its host in the panes."""

    def __init__(self, host: Host, panes: Panes) -> None:
        self._host, self._panes = host, panes
        self._entries: tuple[Entry, ...] = ()
        self._letter_states: tuple[Logbook, tuple[str, date], LetterStates] | None = None
        self._step_to_do: tuple[str, StepId | None] = ("", None)
        """The interview shown, and the step under the cursor of the checklist if it was still to be done."""
        self._is_at_conflict = False
        """Whether the cursor of the checklist was on a conflict when the keys were last shown."""

    def show(self, is_fresh: bool) -> None:
        """Show the session and its current interview.

        The cursor goes to the next step if `is_fresh`, or if the notes finish the step that it is on.
        """
        panes, session, interview = self._panes, self._host.session, self._host.interview
        panes.show_welcome(interview is None)
        panes.timeline.is_compact = panes.screen.has_class("-low")
        entries = session.agenda()
        if entries is not self._entries:
            self._entries = entries
            panes.interviews.rows = interview_rows(entries)
        if interview is None:
            panes.notes.notes, panes.timeline.timeline = None, None
            panes.steps.rows, panes.headline.lines = (), ()
            self._show_welcome()
            return
        panes.interviews.cursor = next(entry.id for entry in entries if interview.id in entry.interview_ids)
        plan = shown_plan(session, interview)
        if is_fresh or self._is_finished_by_notes(interview, plan):
            position = session.position_plan(interview)
            reply = rejection_reply(position.position, position.outcome)
            panes.steps.cursor = _first_row(plan, reply)
        self._step_to_do = interview.id, _step_to_do(panes.steps.cursor, plan)
        self._show_interview(interview, plan)

    def _is_finished_by_notes(self, interview: Interview, plan: Plan) -> bool:
        """Return whether the step under the cursor was to be done, until something was written just now."""
        id, step = self._step_to_do
        if id != interview.id or step is None or self._panes.pane != "notes":
            return False
        return self._panes.steps.cursor == StepRow(step) and plan.step(step).status.is_finished

    def _show_interview(self, interview: Interview, plan: Plan) -> None:
        """Show an interview in the panes, with its position around it."""
        panes, session = self._panes, self._host.session
        rules, position = session.logbook.rules, session.position_plan(interview)
        panes.note_bar.company = interview.company
        # Where one pane has the screen, its title names the company.
        company = f" · {interview.company}" if panes.is_single or panes.is_zoomed else ""
        panes.notes_pane.label(f"3 Notes{company}")
        panes.timeline.label(f"4 Timeline{company}")
        pay = earlier_pay(interview, position.position.interviews)
        panes.notes.notes = Notes(
            interview.id, interview.notes, plan.held_on, plan.today, rules.holidays, pay
        )
        set_day = self._host.keymap.key("step.promise")
        panes.coverage.lines = (view_model.coverage(plan.facts, plan, set_day),)
        panes.timeline.timeline = timeline(interview, plan, position.position)
        self._show_steps_pane(interview, plan)
        self._show_card(interview)

    def _show_card(self, interview: Interview) -> None:
        """Show the recall card of the position where the layout has room for it."""
        card = self._panes.card()
        if card is not None:
            card.show_soon(lambda: self._card_sections(interview))

    def _card_sections(self, interview: Interview) -> "tuple[Section, ...]":
        # Only wide screens need it.
        from followup_tui.core.rules.recall import recall_card
        from followup_tui.core.rules.recall_text import card_sections

        session = self._host.session
        return card_sections(recall_card(session.position_plan(interview), session.logbook.rules))

    def _due_elsewhere_hints(self, number: int) -> tuple[str, str]:
        """Return `2 more due: press 1` and `+2 due · 1`; empty where the list is shown, and without any."""
        if self._panes.lists_interviews or not number:
            return "", ""
        key = self._host.keymap.key("pane.interviews")
        return f"{number} more due: press {key}", f"+{number} due · {key}"

    def show_steps(self) -> None:
        """Show the checklist again, after its cursor has changed."""
        interview = self._host.interview
        if interview is not None:
            self._show_steps(interview, shown_plan(self._host.session, interview))

    def fit_steps(self) -> None:
        """Show the pane of the steps again, after its size has changed.

        That may be later than a call after the next refresh: each widget asks for a new layout by itself.
        """
        interview = self._host.interview
        if interview is not None:
            self._show_steps_pane(interview, shown_plan(self._host.session, interview))

    def _show_steps_pane(self, interview: Interview, plan: Plan) -> None:
        """Show the title, the headline and the checklist in what room their pane has."""
        panes, session = self._panes, self._host.session
        due_elsewhere = count_due_elsewhere(session, interview)
        state = headline_state(interview, plan, session.position_plan(interview), due_elsewhere)
        hints = self._due_elsewhere_hints(0 if state.says_due_elsewhere else due_elsewhere)
        width = panes.steps_pane.size.width
        panes.steps_pane.label(
            f"2 {view_model.title(interview, plan, hints[0], width, hints[1])}",
            view_model.time_and_setting(interview, plan, width),
        )
        width = panes.headline.content_size.width
        panes.headline.lines = headline(state, width, self._is_low, self._host.keymap)
        self._show_steps(interview, plan)

    def _show_steps(self, interview: Interview, plan: Plan) -> None:
        """Show the checklist as wide and as high as its pane is."""
        # The size includes the scroll bar: it comes and goes with the rows that are made here.
        steps = self._panes.steps
        width, height = steps.size
        states = self._letter_states_of(interview, plan) if interview.drafts else {}
        steps.rows = checklist_rows(
            interview,
            plan,
            steps.cursor,
            Size(width or DEFAULT_WIDTH, height or DEFAULT_HEIGHT),
            states,
            position_items(self._host.session, interview),
            self._host.keymap,
        )
        if self._is_at_conflict != isinstance(steps.cursor, ConflictRow):
            self.show_hints()

    def _letter_states_of(self, interview: Interview, plan: Plan) -> "LetterStates":
        """Return the states of the unsent letters; proofread again only if something has changed."""
        logbook, key = self._host.session.logbook, (interview.id, plan.today)
        cached = self._letter_states
        if cached is None or cached[0] is not logbook or cached[1] != key:
            # The proofreader is loaded only if there is a draft.
            from followup_tui.core.proofreading.review import letter_states

            known = [person.person.name for person in plan.people]
            states = letter_states(interview, logbook, plan.today, known)
            cached = self._letter_states = (logbook, key, states)
        return cached[2]

    def reveal_note_line(self, interview_id: str, line: int) -> None:
        """Scroll to a line of the notes, unless another interview is shown or the notes are being edited."""
        interview, editor = self._host.interview, self._panes.notes
        if interview is not None and interview_id == interview.id and editor.read_only:
            editor.show_line(line)

    def fit(self) -> None:
        """Show the interview again, after the size of the panes has changed."""
        interview = self._host.interview
        self._panes.timeline.is_compact = self._panes.screen.has_class("-low")
        if interview is not None:
            self._show_interview(interview, shown_plan(self._host.session, interview))
            self._panes.restore_focus()
        else:
            self._show_welcome()
        self.show_hints()

    def _show_welcome(self) -> None:
        """Show the welcome as far as the screen has room for it."""
        file = str(self._host.session.document.paths.data)
        home = os.path.expanduser("~/")
        shown = f"~/{file.removeprefix(home)}" if file.startswith(home) else file
        height = self._panes.screen.size.height - FRAME_HEIGHT
        self._panes.welcome.lines = welcome(
            self._host.keymap, shown, height, waiting_lines(self._host.session.logbook)
        )

    @property
    def _is_low(self) -> bool:
        """Whether the screen is too low for the reasons above the checklist."""
        return self._panes.screen.app.size.height < MIN_HEIGHT_FOR_REASONS and not self._panes.is_zoomed

    def show_hints(self) -> None:
        """Show the keys that work where the user is, in the bottom line, and in notes that are empty."""
        panes, keymap = self._panes, self._host.keymap
        is_writing, is_empty = panes.is_writing, self._host.interview is None
        is_typing = is_writing or panes.note_bar.display
        panes.notes.placeholder = placeholder("" if is_typing else keymap.key("note.open"))
        self._is_at_conflict = isinstance(panes.steps.cursor, ConflictRow)
        shown = "conflict" if self._is_at_conflict and panes.pane == "steps" else panes.pane
        where = "empty" if is_empty else "writing" if is_writing else shown
        has_room = panes.screen.app.size.width >= MIN_WIDTH_FOR_FIRST_USE
        is_new = has_room and self._host.session.is_new_to(panes.pane)
        panes.key_line.hints = pane_footer(where, panes.is_single, keymap, is_new)
        panes.key_line.always = always_footer(panes.is_single, is_writing, keymap)

    def show_save_status(self) -> None:
        """Show whether everything is saved; if not, why."""
        panes, session = self._panes, self._host.session
        status = session.document.save_status
        panes.notes_pane.label(subtitle=status.state.value)
        panes.screen.set_class(bool(status.reason), "-unsaved")
        panes.screen.set_class(session.is_read_only, "-read-only")
        if status.reason:
            # A long reason is cut on a small screen: what calms comes first.
            calming = ":" if session.is_read_only else "; trying again. Your text is safe here."
            state = status.state.value.capitalize()
            panes.save_bar.update(plain(f"{state}{calming} {status.reason}."))


def _step_to_do(row: RowKey | None, plan: Plan) -> StepId | None:
    """Return the step of a row of the checklist, if it is still to be done."""
    is_to_do = isinstance(row, StepRow) and not plan.step(row.step).status.is_finished
    return step_of(row) if is_to_do else None


def _first_row(plan: Plan, reply: SendState | None) -> RowKey:
    """Return the row to begin on: what is to be done, else the advice to let it go, else the next open step.

    Where every step is finished, and while an offer is to be answered, it is the last step; after a
    rejection, the user's answer to it.
    """
    if reply is not None and not reply.is_finished:
        return LetterRow(ANSWER_TO_REJECTION)
    if not plan.todos and plan.suggest_closing and plan.is_current:
        return ClosingRow()
    if plan.offer is not None and not plan.offer.is_their_turn and not plan.outcome:
        return StepRow(StepId.FOLLOW_UP)
    first = plan.todos[0].step if plan.todos else None
    if first is StepId.ASK and plan.step(first).status.is_finished:
        owed = (wanted for wanted in plan.materials if wanted.status in (Status.DUE, Status.LATE))
        return next((MaterialRow(wanted.material.what) for wanted in owed), StepRow(first))
    is_open = (step.step for step in plan.steps if not step.status.is_finished)
    return StepRow(first or next(is_open, StepId.FOLLOW_UP))
