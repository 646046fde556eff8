"""A line to write in that loses nothing of a paste of several lines."""

from textual import events
from textual.widgets import Input

from followup_tui.core.text import clean_line


class LineInput(Input):
    """An Input that takes all of a paste, its lines joined by blanks; Textual's takes the first line."""

    def _on_paste(self, event: events.Paste) -> None:
        event.prevent_default()
        event.stop()
        self.replace(clean_line(event.text), *sorted(self.selection))
