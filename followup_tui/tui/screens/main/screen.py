"""The main screen: composes the panes, binds the keys, and routes keys and messages to its parts."""

from collections.abc import Callable
from typing import TypeVar

from textual import events, on
from textual.app import ComposeResult
from textual.geometry import Size
from textual.message import Message
from textual.screen import Screen

from followup_tui.core.changes.base import Change
from followup_tui.core.model.logbook import Interview
from followup_tui.session.session import SaveState, Session
from followup_tui.tui.keys.bindings import MAIN, bindings
from followup_tui.tui.keys.keymap import Keymap
from followup_tui.tui.screens.host import OpenCard, OpenLetter, StepContext
from followup_tui.tui.screens.layout import layout_classes
from followup_tui.tui.screens.main.autosave import Autosave
from followup_tui.tui.screens.main.file_watcher import CHECK_SECONDS, FileWatcher
from followup_tui.tui.screens.main.lazy_actions import Actions
from followup_tui.tui.screens.main.minute_timer import MinuteTimer
from followup_tui.tui.screens.main.navigation import Navigation
from followup_tui.tui.screens.main.note_taking import NoteTaking
from followup_tui.tui.screens.main.panes import Panes
from followup_tui.tui.screens.main.unused_keys import UnusedKeys
from followup_tui.tui.screens.main.view import View
from followup_tui.tui.screens.row_keys import RowKey
from followup_tui.tui.timers import call_in
from followup_tui.tui.widgets.day_ribbon import DayRibbon
from followup_tui.tui.widgets.note_bar import NoteBar
from followup_tui.tui.widgets.notes_editor import NotesEditor
from followup_tui.tui.widgets.row_list import RowList

IMPORT_SECONDS = 0.3
"""How long after the start what keys need is imported, in seconds, unless one was pressed before."""
T = TypeVar("T")


class MainScreen(Screen[None]):
    """Interviews, steps, notes and timeline of one logbook."""

    AUTO_FOCUS = ""
    BINDINGS = bindings(*MAIN)

    class AppearanceChanged(Message):
        """The file asks for another appearance than before."""

    def __init__(self, session: Session, keymap: Keymap) -> None:
        super().__init__()
        self.session = session
        self.keymap = keymap
        """The keys in use, for texts that name them."""
        self.letter: OpenLetter | None = None
        self.card: OpenCard | None = None
        self.record_pending: Callable[[], None] | None = None
        self.panes = Panes(self, self.keymap, lambda: self.view.fit())
        self.view = View(self, self.panes)
        self.navigation = Navigation(self, self.panes, lambda: self.actions.search.find_interview())
        self.autosave = Autosave(self, self.view.show_save_status, lambda: self.file_watcher.report_merged())
        self.file_watcher = FileWatcher(self, self.view.reveal_note_line, self.autosave.update_status)
        self.notes = NoteTaking(self, self.panes.notes, self.panes.note_bar)
        self._appearance = session.logbook.appearance
        self._fitted: Size | None = None
        """The size that the classes of the screen are right for."""
        self._unused_keys = UnusedKeys(self, self.navigation.has_interview)
        self._minutes = MinuteTimer(self)
        self.actions = Actions(self, self.navigation, self.panes)

    # Textual runs `action_NAME` for the action NAME of a binding.
    action_pane = property(lambda self: self.navigation.go_to_pane)
    action_step_interview = property(lambda self: self.navigation.step_interview)
    action_step_round = property(lambda self: self.navigation.step_round)
    action_switch = property(lambda self: self.actions.search.find_interview)
    action_find = property(lambda self: self.actions.search.find)
    action_all = property(lambda self: self.navigation.show_overview)
    action_zoom = property(lambda self: self.navigation.zoom)
    action_back = property(lambda self: self.navigation.back)
    action_tick = property(lambda self: self.actions.steps.tick)
    action_skip = property(lambda self: self.actions.steps.skip)
    action_promise = property(lambda self: self.actions.steps.set_promise)
    action_write = property(lambda self: self.actions.steps.write_letter)
    action_contact = property(lambda self: self.actions.steps.record_contact)
    action_recall = property(lambda self: self.actions.recall.open)
    action_contacts = property(lambda self: self.actions.steps.show_contacts)
    action_outcome = property(lambda self: self.actions.steps.ask_outcome)
    action_next_round = property(lambda self: self.actions.steps.add_next_round)
    action_add = property(lambda self: self.actions.interviews.add)
    action_edit = property(lambda self: self.actions.interviews.edit)
    action_rounds = property(lambda self: self.actions.interviews.choose_rounds)
    action_copy = property(lambda self: self.actions.interviews.copy)
    action_undo = property(lambda self: self.actions.interviews.undo)
    action_redo = property(lambda self: self.actions.interviews.redo)
    action_note = property(lambda self: self.navigation.open_note_bar if self.interview else self.action_add)
    action_external = property(lambda self: self.notes.edit_externally)
    action_help = property(lambda self: self.navigation.show_help)
    action_save = property(lambda self: self.autosave.save_and_confirm)

    call_in = call_in

    def compose(self) -> ComposeResult:
        # Classes that are known before the first layout save a second one.
        self._fitted = self.app.size
        self.add_class(f"-show-{self.panes.pane}", *layout_classes(*self.app.size), update=False)
        yield from self.panes.compose(self.session.is_demo)

    def on_mount(self) -> None:
        if self.current is not None:
            self.panes.steps.focus()
        self.refresh_panes()
        self._minutes.start()
        self.set_interval(CHECK_SECONDS, self.file_watcher.check)
        self.set_interval(CHECK_SECONDS, self._minutes.check)
        self.call_in(IMPORT_SECONDS, self.actions.prepare)

    # The state, for the app, the palette and the parts of the screen

    @property
    def current(self) -> str | None:
        """The id of the interview shown; None while there is none."""
        return self.navigation.current

    @property
    def interview(self) -> Interview | None:
        """The interview shown."""
        return self.session.logbook.interview(self.current or "")

    def use_session(self, session: Session) -> None:
        """Show another session from now on, from its beginning."""
        self.session = session
        self.navigation.reset()
        self.refresh_panes()

    def context(self) -> StepContext | None:
        """Return the interview shown with its plan; without any, say so and return None."""
        return self.navigation.context()

    def selected_row(self) -> RowKey | None:
        """Return the key of the row under the cursor of the checklist."""
        self.navigation.catch_up()
        return self.panes.steps.cursor

    def select_row(self, row: RowKey) -> None:
        """Put the cursor of the checklist on a row."""
        self.panes.steps.cursor = row

    def do(self, change: Change, message: str = "") -> bool:
        """Apply a change, show the result and `message`; return whether the file can be changed."""
        self.flush_typing()
        if self.session.is_read_only:
            self.show_warning(self.session.document.save_status.reason)
            return False
        self.session.do(change, save=False)
        self.refresh_panes()
        if message:
            self.show_message(message)
        return True

    def flush_typing(self) -> None:
        """Store what was typed, in the notes or in a letter, and is not in the session yet."""
        self.notes.flush()
        if self.letter is not None:
            self.letter.keep()

    def flush_all(self) -> None:
        """Store all that was typed, the line in the note bar too: the app is about to end."""
        self.flush_typing()
        if self.record_pending is not None:
            self.record_pending()
        self.notes.finish(self.app.screen_stack)
        if self.current is not None:
            self.session.remember_seen(self.current)

    # What is shown

    def refresh_panes(self) -> None:
        """Show the current state of the session, and save it if it is not saved."""
        self.navigation.resolve_current()
        self.view.show(self.navigation.pop_is_fresh())
        if self.session.document.save_status.state is SaveState.UNSAVED:
            self.autosave.save_soon()
        else:
            self.autosave.update_status()
        self.view.show_hints()
        if self._appearance != self.session.logbook.appearance:
            self._appearance = self.session.logbook.appearance
            self.post_message(self.AppearanceChanged())

    def mark_used(self, pane: str) -> None:
        """Remember that the user has done what a pane is for: its hint is no longer shown."""
        if self.session.is_new_to(pane):
            self.session.mark_used(pane)
            self.view.show_hints()

    def show_message(self, text: str, seconds: float | None = None) -> None:
        """Show a short message, for a number of seconds."""
        self.notify(text, timeout=seconds, markup=False)

    def show_warning(self, text: str, seconds: float | None = None) -> None:
        """Show a warning, for a number of seconds."""
        self.notify(text, severity="warning", timeout=seconds, markup=False)

    def ask(self, dialog: Screen[T], answered: Callable[[T | None], None]) -> None:
        """Show a dialog; `answered` is called with its result."""
        self.app.push_screen(dialog, answered)

    def explain_unused_key(self, key: str) -> None:
        """Show in which pane a key works that does nothing here; not twice in a row for the same key."""
        self._unused_keys.explain(key)

    def on_screen_resume(self, event: events.ScreenResume) -> None:
        event.refresh_styles = bool(self.outer_size)  # until the first layout, they are as new as the widgets
        self.call_after_refresh(self.view.fit)
        if not self.outer_size:
            self.panes.hold_painting()

    def on_resize(self, event: events.Resize) -> None:
        if event.size != self.app.size:
            # With two sizes in the queue, Textual would lay out one and the other in turns, for ever.
            event.prevent_default()
        elif event.size == self.size == self._fitted:
            # The same size is reported several times during the start; each would cause a layout.
            event.prevent_default()
        else:
            self._fitted = event.size
            self.call_after_refresh(self.view.fit)

    def on_descendant_focus(self) -> None:
        self.panes.focus_changed()
        self._unused_keys.reset()
        self.view.show_hints()

    # Messages of the panes

    @on(RowList.Moved, "#interviews")
    def _follow_cursor(self, event: RowList.Moved) -> None:
        self.mark_used("interviews")
        self.navigation.follow_cursor(event.key)

    @on(RowList.Chosen, "#interviews")
    def _go_to_steps(self) -> None:
        self.mark_used("interviews")
        self.navigation.go_to_pane("steps")

    @on(RowList.Moved, "#steps-list")
    def _show_steps(self) -> None:
        self.view.show_steps()

    @on(RowList.Resized, "#steps-list")
    def _fit_steps(self) -> None:
        self.view.fit_steps()

    @on(RowList.Chosen, "#steps-list")
    def _open_row(self) -> None:
        self.actions.steps.open()

    @on(DayRibbon.Moved)
    def _mark_timeline_used(self) -> None:
        self.mark_used("timeline")

    @on(NotesEditor.ModeChanged)
    def _show_hints_of_mode(self) -> None:
        self.view.show_hints()

    @on(NotesEditor.Edited)
    def _store_notes(self, event: NotesEditor.Edited) -> None:
        self.notes.store(event)

    @on(NoteBar.Filed)
    def _add_notes(self) -> None:
        self.notes.add_filed()

    @on(NoteBar.Recalled)
    def _take_back_note(self) -> None:
        self.notes.take_back()

    @on(NoteBar.Closed)
    def _close_note_bar(self) -> None:
        self.panes.close_note_bar()

    # The action that two parts share

    def action_delete(self) -> None:
        is_step = self.panes.pane == "steps"
        if not is_step or not self.actions.steps.delete_record():
            self.actions.interviews.ask_to_delete("Nothing recorded in this row. " if is_step else "")
