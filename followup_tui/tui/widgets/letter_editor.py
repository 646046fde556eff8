"""The editor of a letter, which marks what the proofreader found."""

from typing import ClassVar

from rich.text import Text
from textual import events
from textual.reactive import reactive

from followup_tui.core.proofreading.finding import Finding
from followup_tui.core.text import clean_text
from followup_tui.tui.widgets.text_editor import Location, TextEditor, location_in


class LetterEditor(TextEditor):
    """An editor that marks findings. Offsets are in characters from 0, as in the findings."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"letter--must", "letter--advice"}

    findings: reactive[tuple[Finding, ...]] = reactive((), init=False)
    """The findings of the current text."""

    def __init__(self, text: str, *, id: str) -> None:
        super().__init__(text, id=id, highlight_cursor_line=False, placeholder="Write here.")
        self._marks: dict[int, list[tuple[int, int, str]]] = {}
        """The marks of each row: from one column to another, with a component class."""

    def on_resize(self) -> None:
        # The list of findings may have grown and taken lines from the editor, or given some back.
        if self.has_focus:
            if self.wrapped_document.location_to_offset(self.cursor_location).y < self.size.height:
                self.scroll_home(animate=False, immediate=True)
            self.scroll_cursor_visible()

    def watch_findings(self, findings: tuple[Finding, ...]) -> None:
        self._marks = {}
        for finding in reversed(findings):
            start, end = finding.start, finding.end
            # A finding about the whole text has nothing to mark.
            if finding.in_subject or end <= start or "\n" in self.text[start:end]:
                continue
            row, column = self.location(start)
            style = "letter--must" if finding.is_blocking else "letter--advice"
            self._marks.setdefault(row, []).append((column, column + end - start, style))
        self.refresh()

    def row_state(self, row: int) -> object:
        return self._marks.get(row)

    def location(self, offset: int) -> Location:
        """Return the row and the column of an offset."""
        return location_in(self.text, offset)

    def go_to(self, start: int, end: int) -> None:
        """Select the text between two offsets, and scroll to it."""
        self.move_cursor(self.location(start), center=True)
        self.move_cursor(self.location(end), select=True)

    def put(self, text: str, start: int, end: int) -> None:
        """Replace the text between two offsets, as an edit that can be undone."""
        self.replace(text, self.location(start), self.location(end), maintain_selection_offset=False)

    def put_line(self, text: str) -> None:
        """Insert `text` at the cursor, separated by blanks from the words around it."""
        row, column = self.cursor_location
        line = self.document.get_line(row)
        before = " " if line[:column] and not line[:column].endswith((" ", "(")) else ""
        after = " " if line[column:] and line[column].isalnum() else ""
        self.insert(f"{before}{text}{after}", maintain_selection_offset=False)

    def take(self, text: str) -> None:
        """Replace the whole text, as an edit that can be undone."""
        self.replace(text, (0, 0), self.document.end, maintain_selection_offset=False)

    def get_line(self, line_index: int) -> Text:
        """Return a line with its findings marked."""
        text = super().get_line(line_index)
        for start, end, style in self._marks.get(line_index, ()):
            text.stylize(self.get_component_rich_style(style, partial=True), start, end)
        return text

    async def _on_paste(self, event: events.Paste) -> None:
        event.prevent_default()
        event.stop()
        await super()._on_paste(events.Paste(clean_text(event.text)))
