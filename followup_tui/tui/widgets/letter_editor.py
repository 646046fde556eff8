"""The editor of a letter: what the proof-reader found is marked where it stands."""

from typing import ClassVar

from rich.text import Text
from textual import events
from textual.reactive import reactive

from followup_tui.core.proofreading.finding import Finding
from followup_tui.core.text import clean_text
from followup_tui.tui.widgets.text_editor import TextEditor

Location = tuple[int, int]


class LetterEditor(TextEditor):
    """A text to write in. Places are characters from 0 on, as the findings name them."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"letter--must", "letter--advice"}

    findings: reactive[tuple[Finding, ...]] = reactive((), init=False)
    """What was found in the text that stands here now."""

    def __init__(self, text: str, *, id: str) -> None:
        super().__init__(text, id=id, highlight_cursor_line=False, placeholder="Write here.")
        self._marks: dict[int, list[tuple[int, int, str]]] = {}

    def on_resize(self) -> None:
        # What was found may need more room than before, and takes it from the end of the letter.
        if self.has_focus:
            self.scroll_cursor_visible()

    def watch_findings(self, findings: tuple[Finding, ...]) -> None:
        self._marks = {}
        for one in reversed(findings):
            # What is about the whole text is no place in it.
            if one.in_subject or one.end <= one.start or "\n" in self.text[one.start : one.end]:
                continue
            row, column = self.location(one.start)
            style = "letter--must" if one.is_blocking else "letter--advice"
            self._marks.setdefault(row, []).append((column, column + one.end - one.start, style))
        self.refresh()

    def row_state(self, row: int) -> object:
        return self._marks.get(row)

    def location(self, place: int) -> Location:
        """The row and the column of a place."""
        before = self.text[:place]
        return before.count("\n"), len(before) - (before.rfind("\n") + 1)

    def go_to(self, start: int, end: int) -> None:
        """Selects what stands from one place to the other, and brings it into view."""
        self.move_cursor(self.location(start), center=True)
        self.move_cursor(self.location(end), select=True)

    def put(self, text: str, start: int, end: int) -> None:
        """Puts `text` in the place of what stands there, as an edit that can be undone."""
        self.replace(text, self.location(start), self.location(end), maintain_selection_offset=False)

    def put_line(self, text: str) -> None:
        """Puts `text` where the cursor is, with a blank between it and the words around it."""
        row, column = self.cursor_location
        line = self.document.get_line(row)
        before = " " if line[:column] and not line[:column].endswith((" ", "(")) else ""
        after = " " if line[column:] and line[column].isalnum() else ""
        self.insert(f"{before}{text}{after}", maintain_selection_offset=False)

    def take(self, text: str) -> None:
        """Puts `text` in the place of all that stands here, as an edit that can be undone."""
        self.replace(text, (0, 0), self.document.end, maintain_selection_offset=False)

    def get_line(self, line_index: int) -> Text:
        """The line, with what was found in it marked."""
        text = super().get_line(line_index)
        for start, end, style in self._marks.get(line_index, ()):
            text.stylize(self.get_component_rich_style(style, partial=True), start, end)
        return text

    async def _on_paste(self, event: events.Paste) -> None:
        event.prevent_default()
        event.stop()
        await super()._on_paste(events.Paste(clean_text(event.text)))
