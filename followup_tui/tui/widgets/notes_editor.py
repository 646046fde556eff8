"""The notes editor: one text for each interview, posted to the screen while the user types."""

from asyncio import TimerHandle
from dataclasses import dataclass

from textual import events, on
from textual.geometry import Region
from textual.message import Message
from textual.widgets import TextArea
from textual.widgets.text_area import Selection

from followup_tui.core.notes.signs import hints
from followup_tui.core.text import clean_text
from followup_tui.tui.keys.bindings import bindings
from followup_tui.tui.timers import call_in
from followup_tui.tui.widgets.notes_rendering import Notes, RenderedNotes
from followup_tui.tui.widgets.text_editor import location_in

PUBLISH_SECONDS = 0.25
"""Typing is posted this long after its first letter, in seconds: on disk well within half a second."""


def placeholder(key: str = "") -> str:
    """Return what empty notes show; `key` is what to press to begin, empty where letters are text already."""
    begin = f"Press {key} to note a line." if key else "Write what you remember."
    return f"{begin} Signs:\n{hints()}\n"


class NotesEditor(RenderedNotes):
    """Edits the notes of one interview. Until `enter` or `i` it only shows them, so letters stay commands."""

    BINDINGS = bindings("notes")

    @dataclass(eq=False, repr=False)
    class Edited(Message):
        """The user changed the text."""

        interview_id: str
        text: str
        pasted: range | None = None
        """The numbers of the lines that were pasted, from 0; None if the text was typed."""
        is_stored: bool = False
        """Whether the text was taken by `take_pending` before this message arrived."""

    class ModeChanged(Message):
        """Letters are text from now on, or are commands again."""

    def __init__(self, *, id: str | None = None, set_day: str = "d") -> None:
        """`set_day` is the key that sets the promised day by hand, for where none was read."""
        empty = placeholder()
        super().__init__(set_day, id=id, read_only=True, placeholder=empty, highlight_cursor_line=False)
        self._timer: TimerHandle | None = None
        self._posted: list[NotesEditor.Edited] = []
        """The messages that may be on their way."""
        self._handled = ""
        """The text after the last change that is known here; there may be a newer one, not handled yet."""
        self._below = ""
        """What other programs added below the cursor when that was at the end of the notes."""
        self._has_new_line = False
        """Whether a line was begun below the notes in which nothing may have been written yet."""

    def watch_read_only(self) -> None:
        self.post_message(self.ModeChanged())

    def watch_notes(self, old: Notes | None, new: Notes | None) -> None:
        if old is None or new is None or old.interview_id != new.interview_id:
            self.load_text("" if new is None else new.text)
            self.read_only = True
            self._handled, self._below = self.text, ""
            return
        is_begun = self._is_only_begun(old) and not new.text.endswith("\n")
        text = f"{new.text}\n" if is_begun else new.text
        # What is being typed is newer than what the session has.
        if text != self.text == self._handled and self._timer is None:
            self._take_over(text)
            self._handled = self.text

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action in ("edit_notes", "edit_here"):
            return self.read_only
        if action in ("undo", "redo"):
            # TextArea takes back what was typed in a text that can only be read, too.
            return not self.read_only
        return super().check_action(action, parameters)

    def action_edit_notes(self) -> None:
        """Start editing where the cursor was put among the lines, else on a new line at the end."""
        self.action_edit_here()
        if not self.read_only and self.cursor_location in ((0, 0), self.document.end):
            self.move_cursor(self.document.end)
            if self.document.get_line(self.document.line_count - 1).strip():
                self._has_new_line = True
                self.insert("\n")
                self._handled = self.text

    def action_edit_here(self) -> None:
        """Start editing at the cursor."""
        if self.notes is not None:
            self.read_only = False

    def go_to_line(self, line: int) -> None:
        """Move the cursor to a line, from 0, and scroll it to the middle."""
        self.move_cursor((min(line, self.document.line_count - 1), 0), center=True)

    def show_line(self, line: int) -> None:
        """Scroll to a line, from 0, without moving the cursor."""
        self.call_after_refresh(self._scroll_to_line, line)

    def _scroll_to_line(self, line: int) -> None:
        line = min(line, self.document.line_count - 1)
        end = self.wrapped_document.location_to_offset((line, len(self.document.get_line(line))))
        self.scroll_to_region(Region(0, end.y, 1, 1), animate=False)

    def show_end(self) -> None:
        """Scroll to the last line, after one was added."""
        self.call_after_refresh(self.scroll_end, animate=False)

    def stop_editing(self) -> bool:
        """Stop editing; return whether the notes were being edited."""
        if self.read_only:
            return False
        if self._is_only_begun(self.notes):
            self.delete(self.document.end, (self.document.line_count - 2, len(self.document[-2])))
        if self._below and self._text_below() == self._below:
            # There it would be without the lines that came, and there the next line is begun.
            self.move_cursor(self.document.end)
        self._has_new_line, self._below = False, ""
        self.publish()
        self.read_only = True
        return True

    def _is_only_begun(self, notes: Notes | None) -> bool:
        """Return whether nothing was written in the line that was begun below these notes."""
        return self._has_new_line and notes is not None and self.text == f"{notes.text}\n"

    def publish(self) -> None:
        """Post what was typed since the last `Edited` message."""
        if self._timer is None:
            return
        self._timer.cancel()
        self._timer = None
        if self.notes is not None:
            self._post(self.Edited(self.notes.interview_id, self.text))

    def _post(self, edited: "Edited") -> None:
        self._posted = [posted for posted in self._posted if not posted.is_stored]
        self._posted.append(edited)
        self.post_message(edited)

    def take_pending(self) -> "list[Edited]":
        """Return what was typed or pasted and is not known to have arrived, in order; count it as posted.

        Messages about it that are on their way are not to be stored any more: what other programs wrote may
        have been merged into it by then.
        """
        pending = [posted for posted in self._posted if not posted.is_stored]
        for posted in pending:
            posted.is_stored = True
        self._handled = self.text
        if self.notes is None:
            return pending
        own = [posted.text for posted in pending if posted.interview_id == self.notes.interview_id]
        if self._is_only_begun(self.notes) and not own:
            return pending
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        if self.text != (own[-1] if own else self.notes.text):
            pending.append(self.Edited(self.notes.interview_id, self.text))
        return pending

    def mark_stored(self, edited: "Edited") -> None:
        """Count a text that was taken as what the session has, so that its undoing is seen as a change."""
        if self.notes is not None and self.notes.interview_id == edited.interview_id:
            self.notes = self.notes._replace(text=edited.text)

    @on(TextArea.Changed)
    def _publish_soon(self, event: TextArea.Changed) -> None:
        event.stop()
        self._handled = self.text
        differs = self.notes is not None and self.text != self.notes.text
        if differs and self._timer is None and not self._is_only_begun(self.notes):
            self._timer = call_in(self, PUBLISH_SECONDS, self.publish)

    async def _on_click(self, event: events.Click) -> None:
        if event.chain == 2 and self.read_only and self.notes is not None:
            self.read_only = False

    async def _on_paste(self, event: events.Paste) -> None:
        event.prevent_default()
        event.stop()
        if self.read_only:
            return
        # What was typed before is a step of undo of its own.
        self.publish()
        first = min(self.selection)[0]
        await super()._on_paste(events.Paste(clean_text(event.text)))
        if self.notes is not None:
            last, column = self.cursor_location
            pasted = range(first, last + (column > 0))
            self._post(self.Edited(self.notes.interview_id, self.text, pasted))

    def _take_over(self, text: str) -> None:
        """Show a text that was changed elsewhere."""
        # Only what differs is replaced: the cursor and the undo of the editor stay.
        old = self.text
        start = _shared(old, text)
        end = _shared(old[start:][::-1], text[start:][::-1])
        at, new, was = location_in(old, start), text[start : len(text) - end], self.selection
        is_above = bool(self._below) and self._text_below() == self._below
        self.replace(new, at, location_in(old, len(old) - end), maintain_selection_offset=True)
        if not self.read_only and was == Selection.cursor(at) and new.startswith("\n"):
            # Lines that came below the one being written: the rest of that is typed before them.
            self.move_cursor(at)
            is_above = True
        if is_above:
            self._below = self._text_below()

    def _text_below(self) -> str:
        """Return the text after the cursor."""
        return self.get_text_range(self.cursor_location, self.document.end)


def _shared(first: str, second: str) -> int:
    """Return the length of the common prefix."""
    pairs = enumerate(zip(first, second, strict=False))
    return next((n for n, (a, b) in pairs if a != b), min(len(first), len(second)))
