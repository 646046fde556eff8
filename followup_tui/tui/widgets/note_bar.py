"""The note bar: one line at the bottom, `enter` files it and the next one can follow."""

from rich.cells import cell_len
from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.message import Message
from textual.reactive import var
from textual.widgets import Input, Static

from followup_tui.core.dates.format import count
from followup_tui.core.notes.signs import legends
from followup_tui.core.text import clean_text
from followup_tui.tui.keys.bindings import bindings
from followup_tui.tui.widgets.styled_lines import plain

WIDE = 100
"""From that many cells on the bar names the signs while one types."""
NARROW = 70
"""Below that many cells the bar names only the key that closes it."""


class NoteBar(Horizontal):
    """Takes lines for the notes of one interview."""

    BINDINGS = bindings("note-bar")

    company: var[str] = var("")
    """Whose notes the lines go to."""

    class Filed(Message):
        """One or more lines to be added to the notes."""

        def __init__(self, lines: str) -> None:
            self.lines = lines
            super().__init__()

    class Closed(Message):
        """The bar was closed."""

    class Recalled(Message):
        """The line filed last is wanted back in the bar."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._filed = 0

    def compose(self) -> ComposeResult:
        yield Static(id="note-to")
        yield NoteInput(id="note-line")
        yield Static(id="note-filed")
        yield Static(id="note-keys")

    def open(self) -> None:
        """Show the bar and focus its line."""
        self._filed = 0
        self.query_one(NoteInput).hint = ""
        self._address()
        self._tell()
        self.query_one(NoteInput).focus()

    def watch_company(self) -> None:
        # Closed it has no need to: a new text would lay out the whole screen anew.
        if self.display:
            self._address()

    def _address(self) -> None:
        self.query_one("#note-to", Static).update(plain(f"Note to {self.company} ›"))

    def action_close(self) -> None:
        self.file_line()
        self.post_message(self.Closed())

    def action_recall(self) -> None:
        if self._filed and not self.pending():
            self.post_message(self.Recalled())

    def show_reading(self, forms: tuple[str, ...]) -> None:
        """Show what was read in the line filed last, in the longest of the forms that fits."""
        line = self.query_one(NoteInput)
        line.hint = next((form for form in forms if line.has_room(form)), line.hint)

    def take_back(self, line: str) -> None:
        """Put a filed line back into the bar."""
        self._filed -= 1
        self.query_one(NoteInput).hint = ""
        self._tell()
        bar = self.query_one(NoteInput)
        bar.value = line
        bar.cursor_position = len(line)

    def pending(self) -> str:
        """Return the text of the line that is not filed yet."""
        return self.query_one(NoteInput).value.strip()

    def file_line(self) -> None:
        """File the text of the line, if there is any."""
        line = self.query_one(NoteInput)
        if line.value.strip():
            self._file(line.value)
        line.clear()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.file_line()

    def on_note_input_pasted(self, event: "NoteInput.Pasted") -> None:
        event.stop()
        self._file(event.lines)

    def _file(self, lines: str) -> None:
        # Not needed for the first frame.
        from followup_tui.core.notes.suggestions import plain_text_hint

        filed = [line for line in lines.split("\n") if line.strip()]
        self._filed += len(filed)
        self.query_one(NoteInput).hint = plain_text_hint(filed[-1]) if len(filed) == 1 else ""
        self._tell()
        self.post_message(self.Filed(lines))

    def _tell(self) -> None:
        """Show how many lines were filed, and the keys; after the first line `enter` is known."""
        filed = count(self._filed, "line")
        self.query_one("#note-filed", Static).update(f"✓ {filed}" if self._filed else "")
        keys = "↑ mend · esc done" if self._filed else "enter file · esc done"
        if self.app.size.width >= WIDE:
            # The legend in the empty line is gone as soon as something is typed.
            keys = f"{legends()[-1]}  {keys}"
        # Where the line would have little room, the way out is what matters.
        self.query_one("#note-keys", Static).update(keys if self.app.size.width >= NARROW else "esc done")


class NoteInput(Input):
    """A line to write in. A paste of several lines is several notes."""

    hint: var[str] = var("")
    """What the empty line says of the note before; if empty, the legend of the signs."""

    class Pasted(Message):
        """Several lines were pasted; they follow what stood in the line."""

        def __init__(self, lines: str) -> None:
            self.lines = lines
            super().__init__()

    def on_resize(self) -> None:
        self._choose_placeholder()

    def watch_hint(self) -> None:
        self._choose_placeholder()

    def has_room(self, text: str) -> bool:
        """Return whether a text fits into the line."""
        return cell_len(text) < self.content_size.width  # a cell is the cursor's

    def _choose_placeholder(self) -> None:
        texts = filter(None, (self.hint, *legends()))
        self.placeholder = next((text for text in texts if self.has_room(text)), "")

    def _on_paste(self, event: events.Paste) -> None:
        event.prevent_default()
        event.stop()
        text = clean_text(event.text).replace("\t", " ")
        if "\n" in text.strip("\n"):
            self.post_message(self.Pasted(self.value + text))
            self.clear()
        else:
            self.insert_text_at_cursor(text.strip("\n"))
