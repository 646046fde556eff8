"""Where the user is in the main screen: the panes, the interviews, and the ways between them."""

from textual.timer import Timer
from textual.widget import Widget

from followup_tui.core.changes.notes import AddNotes, WriteNotes
from followup_tui.tui.keys.bindings import rows
from followup_tui.tui.keys.keymap import key_name
from followup_tui.tui.screens.main.view import ShownScreen
from followup_tui.tui.widgets.day_ribbon import DayRibbon
from followup_tui.tui.widgets.note_bar import NoteBar
from followup_tui.tui.widgets.notes_editor import NotesEditor
from followup_tui.tui.widgets.row_list import RowList

PANES = {"interviews": "interviews", "steps": "steps-list", "notes": "notes", "timeline": "timeline"}
"""The panes by name, and the widget in each that takes the keys."""


ELSEWHERE = (
    ("in the timeline, 4", "timeline"),
    ("in the lists, 1 and 2", "list"),
    ("in the notes, 3", "notes"),
)
"""Where the keys of the panes work, and the group of their bindings."""
RUN_SECONDS = 0.12
"""How long the cursor of the list has to stand still until the panes come to its interview, in seconds."""


class PanesScreen(ShownScreen):
    """The panes, with the ways from each to each, and from one interview to another."""

    _unused_key = ""
    """The last key that did nothing here."""

    def on_mount(self) -> None:
        self._is_behind = False
        self._run: Timer | None = None

    def on_descendant_focus(self) -> None:
        pane = self._pane_of(self.focused)
        if pane is not None:
            self.pane = pane
        self._unused_key = ""
        self.show_hints()

    def on_notes_editor_mode_changed(self, event: NotesEditor.ModeChanged) -> None:
        event.stop()
        self.show_hints()

    def fit(self) -> None:
        super().fit()
        if self.current is not None and self.is_current and not _is_shown(self.focused):
            here = self.query_one(f"#{PANES[self.pane]}")
            (here if _is_shown(here) else self.query_one(f"#{PANES['steps']}")).focus()

    def watch_pane(self, pane: str) -> None:
        self.update_classes({f"-show-{name}": name == pane for name in PANES})

    def _pane_of(self, widget: Widget | None) -> str | None:
        id = widget.id if widget is not None else None
        return next((name for name, inner in PANES.items() if inner == id), None)

    def action_pane(self, name: str) -> None:
        self.catch_up()
        if self.current is None:
            self.explain_empty()
            return
        if name == "interviews" and self.has_class("-narrow") and not self.has_class("-zoomed"):
            self.action_switch()
            return
        self.pane = name
        self.query_one(f"#{PANES[name]}").focus()

    def write_notes(self) -> None:
        """Goes to the notes, to write there."""
        self.action_pane("notes")
        self.query_one(NotesEditor).action_edit_notes()
        self.show_hints()

    def action_zoom(self) -> None:
        self.catch_up()
        if self.current is None:
            self.explain_empty()
            return
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
        from followup_tui.tui.screens.finder import InterviewFinder

        def chosen(id: str | None) -> None:
            if id is not None:
                self.go_to(id)

        self.flush_typing()
        if self.current is None:
            self.explain_empty()
            return
        self.app.push_screen(InterviewFinder(self.session.agenda(), self.current), chosen)

    def action_find(self) -> None:
        from followup_tui.tui.screens.finder import Finder, note_rows

        self.catch_up()
        editor = self.query_one(NotesEditor)
        rows = note_rows(editor.text) if self.pane == "notes" else ()
        if not rows:
            self.action_switch()
            return

        def chosen(line: str | None) -> None:
            if line is not None:
                editor.go_to_line(int(line))

        self.flush_typing()
        title = f"Find in the notes · {self.company}"
        here = str(editor.cursor_location[0])
        self.app.push_screen(Finder(title, "a word or a few letters", rows, here), chosen)

    def go_to_line(self, id: str, line: int) -> None:
        """Shows the notes of an interview, the cursor on a line of them, counted from 0."""
        self.go_to(id)
        self.action_pane("notes")
        self.query_one(NotesEditor).go_to_line(line)

    def action_step_interview(self, step: int) -> None:
        if self.current is None:
            self.explain_empty()
            return
        ids = [row.key for row in self.list_rows if row.selectable]
        if self.current in ids:
            place = ids.index(self.current) + step
            if 0 <= place < len(ids):
                self.go_to(ids[place])
            else:
                self.show_message(f"This is the {'first' if step < 0 else 'last'} interview of the list.")

    def show_message(self, text: str) -> None:
        """Says something in passing."""
        self.notify(text, markup=False)

    def explain_empty(self) -> None:
        """Says why nothing can be done yet."""
        self.show_message(f"Add the interview first: {self.keymap.key('interview.add')}, the company, enter.")

    def explain_unused_key(self, key: str) -> None:
        """Says of a key that does nothing in this pane where it does something; not of the same key again."""
        if key == self._unused_key:
            return
        self._unused_key = key
        if self.current is None:
            self.explain_empty()
            return
        for where, group in ELSEWHERE:
            for row in rows(group):
                if key in self.keymap.keys(row.id).split(","):
                    self.show_message(f"{key_name(key)} works {where}: {row.description}.")
                    return

    def go_to(self, id: str) -> None:
        """Shows another interview."""
        self.flush_typing()
        self.current, self.is_fresh = id, True
        self.show()

    def _come_to(self, id: str) -> None:
        # Who goes through a list does not wait for the panes of each: the cursor runs ahead of them.
        self.flush_typing()
        self.current, self.is_fresh = id, True
        self._is_behind = True
        if self._run is None:
            self.call_after_refresh(self.catch_up)
        else:
            self._run.stop()
        self._run = self.set_timer(RUN_SECONDS, self._rest)

    def _rest(self) -> None:
        self._run = None
        self.catch_up()

    def catch_up(self) -> None:
        """Brings the panes up to the interview under the cursor, if they are behind it."""
        if self._is_behind:
            self._is_behind = False
            self.show()

    def on_row_list_moved(self, event: RowList.Moved) -> None:
        event.stop()
        if event.row_list.id == "interviews":
            self.mark_used("interviews")
            self._come_to(event.key)
        else:
            self.show_steps()

    def on_day_ribbon_moved(self, event: DayRibbon.Moved) -> None:
        event.stop()
        self.mark_used("timeline")

    def action_all(self) -> None:
        from followup_tui.core.rules.overview import overview
        from followup_tui.tui.screens.overview import OverviewScreen

        def chosen(id: str | None) -> None:
            if id is not None:
                self.go_to(id)

        self.flush_typing()
        plans, rules = self.session.open_plans(), self.session.logbook.rules
        if self.current is None:
            self.explain_empty()
            return
        if not plans:
            self.show_message("Every interview is closed; the timeline of all shows those that are open.")
            return
        self.app.push_screen(OverviewScreen(overview(plans, self.session.now().date(), rules)), chosen)

    def flush_typing(self) -> None:
        """Takes in what was typed in the notes and not yet handed up."""
        typed = self.query_one(NotesEditor).pending()
        if typed is not None:
            self.session.do(WriteNotes(typed.interview_id, typed.text, typed.is_typed))

    def flush_all(self) -> None:
        """Takes in all that was typed, the line in the note bar too: nothing comes after."""
        self.flush_typing()
        line = self.query_one(NoteBar).pending()
        if line and self.current is not None:
            self.session.do(AddNotes(self.current, line, self.session.now().date()))


def _is_shown(widget: Widget | None) -> bool:
    """Whether a widget has a place on the screen, and so can have the keys."""
    if widget is None:
        return False
    return all(one.display for one in widget.ancestors_with_self if isinstance(one, Widget))
