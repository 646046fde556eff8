"""Which interview and which pane the user is in, and the ways between them.

Dialogs are imported when they are opened: the first frame needs none of them.
"""

from asyncio import TimerHandle
from collections.abc import Callable
from operator import attrgetter

from followup_tui.core.model.logbook import StepId
from followup_tui.core.rules.agenda import AgendaGroup
from followup_tui.session.session import Session
from followup_tui.tui.screens.host import Host, StepContext
from followup_tui.tui.screens.main.panes import Panes
from followup_tui.tui.screens.main.position import shown_plan
from followup_tui.tui.screens.row_keys import step_of

SCROLL_SECONDS = 0.12
"""How long the cursor of the list has to rest until the panes show its interview, in seconds."""


class Navigation:
    """Moves between interviews and panes."""

    def __init__(self, host: Host, panes: Panes, find_interview: Callable[[], None]) -> None:
        """`find_interview` opens the finder, where there is no room for the list of interviews."""
        self._host, self._panes, self._find_interview = host, panes, find_interview
        self.current = first_interview(host.session)
        """The id of the interview shown; None while there is none."""
        self.is_fresh = True
        """Whether the interview has just been opened: the cursor goes to its next step."""
        self._is_behind = False
        """Whether the panes show another interview than the one under the cursor of the list."""
        self._scrolling: TimerHandle | None = None
        """The timer that ends a run of the cursor through the list."""

    def reset(self) -> None:
        """Start where a session that has just been opened starts."""
        self.current, self.is_fresh = first_interview(self._host.session), True

    def make_current(self, id: str) -> None:
        """Make an interview the current one, without showing it yet."""
        self.current, self.is_fresh = id, True

    def resolve_current(self) -> None:
        """Make the newest interview the current one where that was deleted, or there is none yet."""
        session = self._host.session
        if session.logbook.interview(self.current or "") is None:
            self.current, self.is_fresh = newest_interview(session), True

    def context(self) -> StepContext | None:
        """Return the current interview with its plan; without any, show how to add one and return None."""
        self.catch_up()
        session = self._host.session
        interview = session.logbook.interview(self.current or "")
        if interview is None:
            self.explain_empty()
            return None
        position = session.position_plan(interview).position
        plan = shown_plan(session, interview)
        return StepContext(interview, plan, session.now(), session.new_id, position)

    def pop_is_fresh(self) -> bool:
        """Return whether the current interview has just been opened; from now on it has not."""
        is_fresh = self.is_fresh and self.current is not None
        self.is_fresh = self.is_fresh and not is_fresh
        return is_fresh

    def go_to(self, id: str) -> None:
        """Show another interview."""
        self._host.flush_typing()
        self.make_current(id)
        self._host.refresh_panes()

    def go_to_note_line(self, id: str, line: int) -> None:
        """Show the notes of an interview with the cursor on a line, from 0."""
        self.go_to(id)
        self.go_to_pane("notes")
        self._panes.go_to_note_line(line)

    def follow_cursor(self, id: str) -> None:
        """Show the interview under the cursor of the list, once the cursor rests."""
        self._host.flush_typing()
        self.make_current(id)
        self._is_behind = True
        if self._scrolling is None:
            # The first step is shown at once; only those that follow quickly are skipped.
            self._host.call_after_refresh(self.catch_up)
        else:
            self._scrolling.cancel()
        self._scrolling = self._host.call_in(SCROLL_SECONDS, self._end_scrolling)

    def _end_scrolling(self) -> None:
        self._scrolling = None
        self.catch_up()

    def catch_up(self) -> None:
        """Make the panes show the interview under the cursor of the list."""
        if self._is_behind:
            self._is_behind = False
            self._host.refresh_panes()

    def step_interview(self, step: int) -> None:
        """Show the position `step` rows further down the list, which goes round at its ends."""
        if not self.has_interview():
            return
        entries = self._host.session.agenda()
        row = next((n for n, entry in enumerate(entries) if self.current in entry.interview_ids), 0) + step
        if len(entries) == 1:
            self._host.show_message("This is your only interview so far.")
        else:
            self.go_to(entries[row % len(entries)].id)

    def step_round(self, step: int) -> None:
        """Show the record `step` rounds later in the position.

        It stops at each of several records of one day, which have their own notes, and at cancelled ones,
        which can be edited.
        """
        context = self.context()
        if context is None:
            return
        ids = [interview.id for interview in context.position.interviews]
        number = ids.index(context.interview.id) + step
        if 0 <= number < len(ids):
            self.go_to(ids[number])
        else:
            end = "first" if step < 0 else "last"
            self._host.show_message(f"This is the {end} round on record.")

    def has_interview(self) -> bool:
        """Return whether there is an interview; if not, show how to add one."""
        if self.current is None:
            self.explain_empty()
        return self.current is not None

    def explain_empty(self) -> None:
        """Show how to add the first interview."""
        key = self._host.keymap.key("interview.add")
        self._host.show_message(f"Add the interview first: {key}, the company, enter.")

    def go_to_pane(self, name: str) -> None:
        """Move the focus to a pane; without room for the list of interviews, open the finder instead."""
        self.catch_up()
        if not self.has_interview():
            return
        if name == "interviews" and not self._panes.shows_interview_list:
            self._find_interview()
        else:
            self._panes.focus(name)

    def open_note_bar(self) -> None:
        """Open the note bar for the interview shown."""
        if self.context() is not None:
            self._host.flush_typing()
            self._panes.open_note_bar()

    def write_notes(self) -> None:
        """Move the focus to the notes and start editing them."""
        self.go_to_pane("notes")
        self._panes.edit_notes()

    def zoom(self) -> None:
        """Give the focused pane the whole screen, or take it back."""
        self.catch_up()
        if self.has_interview():
            self._panes.toggle_zoom()

    def back(self) -> None:
        """Leave the innermost state: editing, then the zoom, then the pane."""
        if self._panes.stop_editing():
            return
        if self._panes.is_zoomed:
            self.zoom()
        else:
            self.go_to_pane("steps")

    def show_help(self) -> None:
        """Open the help for the pane, with the step under the cursor of the checklist."""
        from followup_tui.tui.screens.help import pane_help

        interview, step, why = self._host.interview, None, ""
        if interview is not None:
            step = step_of(self._host.selected_row()) or StepId.ASK
            why = shown_plan(self._host.session, interview).step(step).why
        pane = "note-bar" if self._panes.note_bar.display else self._panes.pane
        self._host.app.push_screen(pane_help(pane, self._host.keymap, step, why))

    def show_overview(self) -> None:
        """Open the timeline of all open interviews."""
        from followup_tui.core.rules.overview import overview
        from followup_tui.tui.screens.overview import OverviewScreen

        self._host.flush_typing()
        if not self.has_interview():
            return
        session = self._host.session
        plans = session.open_plans()
        if not plans:
            self._host.show_message("All interviews are closed, so there is nothing to show here.")
            return
        timeline = overview(plans, session.now().date(), session.logbook.rules)
        self._host.ask(OverviewScreen(timeline), self._go_to_result)

    def _go_to_result(self, id: str | None) -> None:
        if id is not None:
            self.go_to(id)


def first_interview(session: Session) -> str | None:
    """Return the id of the interview to begin with.

    It is of the most urgent position if anything is to be done there; else the one seen last, if it is still
    there; else the newest.
    """
    entries = session.agenda()
    if entries and entries[0].group is AgendaGroup.DUE:
        return entries[0].id
    seen = session.last_seen()
    return seen if session.logbook.interview(seen) is not None else newest_interview(session)


_HELD_AT = attrgetter("held_at")


def newest_interview(session: Session) -> str | None:
    """Return the id of the latest interview held, or of the next one if none has been held yet."""
    now, interviews = session.now(), session.logbook.interviews
    if not interviews:
        return None
    held = [interview for interview in interviews if interview.held_at <= now]
    newest = max(held, key=_HELD_AT) if held else min(interviews, key=_HELD_AT)
    return newest.id
