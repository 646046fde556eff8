"""The panes of the main screen: the widgets they are made of, which has the focus, and which is zoomed."""

from collections.abc import Callable
from contextlib import ExitStack
from datetime import date
from typing import TYPE_CHECKING, Any

from textual.app import ComposeResult
from textual.containers import Container, Horizontal
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Static

from followup_tui.tui.keys.keymap import Keymap
from followup_tui.tui.screens.host import StepContext
from followup_tui.tui.screens.main.copying import text_to_copy
from followup_tui.tui.screens.row_keys import CarriedRow, RowKey
from followup_tui.tui.widgets.footer import KeyFooter
from followup_tui.tui.widgets.note_bar import NoteBar
from followup_tui.tui.widgets.notes_editor import NotesEditor
from followup_tui.tui.widgets.pane import Pane
from followup_tui.tui.widgets.row_list import Row, RowLine, RowList
from followup_tui.tui.widgets.styled_text import StyledText
from followup_tui.tui.widgets.timeline import TimelineRibbon

if TYPE_CHECKING:
    from followup_tui.tui.widgets.card_pane import CardPane

PANES = ("interviews", "steps", "notes", "timeline")
"""The names of the panes."""


class Panes:
    """The widgets of the main screen, and where the user is among them."""

    def __init__(self, screen: Screen[Any], keymap: Keymap, refit: Callable[[], None]) -> None:
        """Create the widgets; `refit` is called when the size of the panes has changed."""
        self.screen, self._refit = screen, refit
        self.pane = "steps"
        """The name of the pane with the focus, or that had it last."""
        self.is_fitted = False
        """Whether the panes have been fitted to their sizes, and are painted from then on."""
        self.interviews: RowList[str] = RowList(id="interviews", classes="pane")
        self.interviews.border_title = "1 Interviews"
        self.headline = StyledText(id="headline")
        self.steps: RowList[RowKey] = RowList(id="steps-list")
        self.notes = NotesEditor(id="notes", set_day=keymap.key("step.promise"))
        self.coverage = StyledText(id="coverage")
        self.timeline = TimelineRibbon(
            id="timeline",
            scroll_keys=keymap.format("{timeline.scroll-up} {timeline.scroll-down}"),
        )
        self.welcome = StyledText(id="welcome-text")
        self.save_bar = Static(id="save-bar", markup=False)
        self.note_bar = NoteBar(self.notes.reading_forms, id="note-bar")
        self.key_line = KeyFooter(id="key-line")
        self.steps_pane = Pane(self.headline, self.steps, id="steps", classes="pane")
        self.notes_pane = Pane(self.notes, self.coverage, id="notes-pane", classes="pane")
        self.timeline.add_class("pane")
        self._open_card_key = keymap.key("recall.open")
        self._top = Horizontal()
        self._card: CardPane | None = None

    def compose(self, is_demo: bool) -> ComposeResult:
        """Yield the widgets of the screen."""
        if is_demo:
            yield Static("Demo with made-up interviews; nothing is saved.", id="demo-bar", markup=False)
        panes: list[Widget] = [self.interviews, self.steps_pane, self.notes_pane]
        self._top = Horizontal(*panes, *filter(None, (self.card(),)), id="top")
        yield self._top
        yield self.timeline
        yield Container(self.welcome, id="welcome")
        yield self.save_bar
        yield self.note_bar
        yield self.key_line

    # Layout

    @property
    def is_single(self) -> bool:
        """Whether the layout has room for one pane at a time."""
        return self.screen.has_class("-single")

    @property
    def is_zoomed(self) -> bool:
        """Whether one pane has the whole screen."""
        return self.screen.has_class("-zoomed")

    def toggle_zoom(self) -> None:
        """Give the focused pane the whole screen, or take it back."""
        self.screen.toggle_class("-zoomed")
        self.screen.call_after_refresh(self._refit)

    def show_welcome(self, is_empty: bool) -> None:
        """Show the welcome instead of the panes, or the panes again."""
        if self.screen.has_class("-empty") != is_empty:
            self.screen.toggle_class("-empty")
            self.screen.call_after_refresh(self._refit)

    @property
    def shows_interview_list(self) -> bool:
        """Whether the layout has room for the list of interviews."""
        return not self.screen.has_class("-narrow") or self.is_zoomed

    @property
    def lists_interviews(self) -> bool:
        """Whether the list of interviews is shown together with the other panes."""
        is_wide = self.screen.has_class("-wide") or self.screen.has_class("-widest")
        return is_wide and not self.is_zoomed

    def card(self) -> "CardPane | None":
        """Return the pane of the recall card; None without room for it. It is made when it is first shown."""
        if not self.screen.has_class("-widest") or self.is_zoomed:
            return None
        if self._card is None:
            from followup_tui.tui.widgets.card_pane import CardPane

            self._card = CardPane(self._open_card_key, id="card-pane", classes="pane")
            if self._top.is_attached:
                self._top.mount(self._card)
        return self._card

    def hold_painting(self) -> None:
        """Paint nothing until the panes are fitted to their sizes: the user would see them jump.

        Call it before the first layout, once `View.fit` is due after the next refresh.
        """
        batch = ExitStack()
        batch.callback(self._start_painting)
        batch.enter_context(self.screen.app.batch_update())
        # Notes and timeline handle their new sizes first.
        self.screen.call_after_refresh(self.notes.call_later, self.timeline.call_later, batch.close)

    def _start_painting(self) -> None:
        self.is_fitted = True
        # The end of a batch wakes the app alone; a layout that the screen put off would never take place.
        self.screen.check_idle()

    # Focus

    def focus(self, pane: str) -> None:
        """Move the focus to a pane."""
        self._set_pane(pane)
        self.widget(pane).focus()

    def focus_changed(self) -> None:
        """Remember the pane that has got the focus."""
        pane = next((name for name in PANES if self.widget(name) is self.screen.focused), None)
        if pane is not None:
            self._set_pane(pane)

    def restore_focus(self) -> None:
        """Move the focus to a pane that is shown, if the one that had it is no longer."""
        if self.screen.is_current and not _is_shown(self.screen.focused):
            target = self.widget(self.pane)
            (target if _is_shown(target) else self.steps).focus()

    def _set_pane(self, pane: str) -> None:
        if pane != self.pane:
            self.pane = pane
            self.screen.update_classes({f"-show-{name}": name == pane for name in PANES})

    def widget(self, pane: str) -> Widget:
        """Return the widget of a pane that takes the focus."""
        widgets: dict[str, Widget] = {
            "interviews": self.interviews,
            "steps": self.steps,
            "notes": self.notes,
            "timeline": self.timeline,
        }
        return widgets[pane]

    # Lists and timeline

    def text_to_copy(self, context: StepContext) -> str:
        """Return what is worth copying of the selected row or day, as text."""
        match self.pane:
            case "timeline":
                return (self.timeline.day or context.plan.today).isoformat()
            case "notes":
                lines = self.notes.text.split("\n")
                return lines[self.notes.cursor_location[0]].strip() or self.notes.text
            case "interviews":
                return _row_text(self.interviews)
            case _:
                return text_to_copy(context, self.steps.cursor) or _row_text(self.steps)

    def timeline_day(self) -> date | None:
        """Return the day under the cursor of the timeline; None while another pane has the focus."""
        return self.timeline.day if self.pane == "timeline" else None

    # Notes

    def go_to_note_line(self, line: int) -> None:
        """Put the cursor on a line of the notes, from 0."""
        self.notes.go_to_line(line)

    @property
    def is_writing(self) -> bool:
        """Whether letters are typed into the notes."""
        return self.screen.focused is self.notes and not self.notes.read_only

    def edit_notes(self) -> None:
        """Start editing the notes."""
        self.notes.action_edit_notes()

    def stop_editing(self) -> bool:
        """Stop editing the notes; return whether they were being edited."""
        return self.screen.focused is self.notes and self.notes.stop_editing()

    # Note bar

    def open_note_bar(self) -> None:
        """Open the note bar instead of the bottom line."""
        self.notes.stop_editing()
        self.note_bar.open()
        self._show_note_bar(is_open=True)

    def close_note_bar(self) -> None:
        """Close the note bar and return to the pane."""
        self._show_note_bar(is_open=False)
        self.focus(self.pane)

    def _show_note_bar(self, *, is_open: bool) -> None:
        # A class on the screen would have the style of every widget computed again.
        self.note_bar.set_open(is_open=is_open)
        self.key_line.display = not is_open


def _row_text(rows: RowList[Any]) -> str:
    """Return the text of the row under the cursor."""
    row: Row[Any] | None = next((row for row in rows.rows if row.key == rows.cursor), None)
    if row is None:
        return ""
    if isinstance(row.key, CarriedRow):
        return RowLine(row.lines[0].left[1:]).text
    return "\n".join(line.text for line in row.lines)


def _is_shown(widget: Widget | None) -> bool:
    """Return whether a widget is displayed, and so can have the focus."""
    if widget is None:
        return False
    return all(node.display for node in widget.ancestors_with_self if isinstance(node, Widget))
