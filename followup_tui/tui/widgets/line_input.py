"""A line to write in that loses nothing of a paste of several lines."""

from textual import events
from textual.widgets import Input

from followup_tui.core.text import clean_line


class LineInput(Input):
    """An Input that takes all of a paste, its lines joined by blanks; Textual's takes the first line."""

    def _on_paste(self, event: events.Paste) -> None:
        event.prevent_default()
        event.stop()
        if line := _one_line(event.text):
            self.replace(line, *sorted(self.selection))


def _one_line(text: str) -> str:
    """Return a text in one line; a blank before or after it stays, as it may part words."""
    line = clean_line(text)
    before = " " if text.startswith(" ") else ""
    after = " " if line and text.endswith(" ") else ""
    return before + line + after
