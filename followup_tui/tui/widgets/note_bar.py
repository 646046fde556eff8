"""The note bar: one line at the bottom, `enter` files it and the next one can follow."""

from collections.abc import Callable

from rich.cells import cell_len
from textual import events, getters, on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.message import Message
from textual.reactive import var
from textual.widgets import Input, Static

from followup_tui.core.dates.format import count
from followup_tui.core.notes.signs import legends
from followup_tui.core.text import clean_text
from followup_tui.tui.keys.bindings import bindings
from followup_tui.tui.widgets.styled_lines import plain, truncate

WIDE = 100
"""The width in cells from which the bar names the signs while one types."""
NARROW = 70
"""The width in cells below which the bar names only the key that closes it."""
COMPANY_SHARE = 0.4
"""The share of the width that the name of the company may take, as in `app.tcss`."""
MIN_READING_CELLS = 12
"""The cells that the date in the line may always take: `→ Fri 11 Dec`."""


class NoteInput(Input):
    """A line to write in. A paste of several lines is several notes."""

    class Resized(Message):
        """The width of the line changed."""

    hints: var[tuple[str, ...]] = var(())
    """What the empty line says of the note before, the best first; if none fits, the legend of the signs."""

    def __init__(self, file: Callable[[str], None], *, id: str | None = None) -> None:
        """`file` is called with several lines that were pasted, after what was in the line already."""
        super().__init__(id=id)
        self._file = file

    def on_resize(self) -> None:
        self._choose_placeholder()
        self.post_message(self.Resized())

    def watch_hints(self) -> None:
        self._choose_placeholder()

    def _has_room(self, text: str) -> bool:
        """Return whether a text fits into the line."""
        return cell_len(text) < self.content_size.width  # a cell is the cursor's

    def _choose_placeholder(self) -> None:
        # Of the legends only the short ones: they are the same before and after the first line is counted.
        texts = filter(None, (*self.hints, *legends()[2:]))
        self.placeholder = next((text for text in texts if self._has_room(text)), "")

    def _on_paste(self, event: events.Paste) -> None:
        event.prevent_default()
        event.stop()
        text = clean_text(event.text).replace("\t", " ")
        if "\n" in text.strip("\n"):
            self._file(self.value + text)
            self.clear()
        else:
            self.insert_text_at_cursor(text.strip("\n"))


class NoteBar(Horizontal):
    """Takes lines for the notes of one interview."""

    BINDINGS = bindings("note-bar")

    _line = getters.query_one(NoteInput)
    _company_label = getters.query_one("#note-to", Static)
    _filed_label = getters.query_one("#note-filed", Static)
    _keys_label = getters.query_one("#note-keys", Static)

    company: var[str] = var("")
    """The company of the interview that the lines are added to."""

    class Filed(Message):
        """There are lines to be added to the notes: `take_filed` returns them."""

    class Closed(Message):
        """The bar was closed."""

    class Recalled(Message):
        """The user wants the line filed last back in the bar."""

    def __init__(self, read: Callable[[str], tuple[str, ...]], *, id: str | None = None) -> None:
        """`read` returns what is read in a line, in longer and shorter forms."""
        super().__init__(id=id)
        self._read = read
        self._filed = 0
        """The number of lines filed since the bar was opened."""
        self._untaken: list[str] = []
        """What was filed and is not in the notes yet; a message alone could be lost at the end of the app."""

    def compose(self) -> ComposeResult:
        yield Static(id="note-to")
        yield NoteInput(self._file, id="note-line")
        yield Static(id="note-filed")
        yield Static(id="note-keys")

    def open(self) -> None:
        """Show the bar and focus its line."""
        self._filed = 0
        self._line.hints = ()
        self._show_company()
        self._show_keys()
        self._line.focus()

    def watch_company(self) -> None:
        # A new text lays out the whole screen again, which a closed bar does not need.
        if self.display:
            self._show_company()

    def on_resize(self) -> None:
        if self.display:
            self._show_company()

    def set_open(self, *, is_open: bool) -> None:
        """Show the bar or hide it; while it is shown, messages are above it."""
        self.display = is_open
        self.screen.query("ToastRack").set_class(is_open, "-above-note-bar")

    def _show_company(self) -> None:
        room = int(self.app.size.width * COMPANY_SHARE) - cell_len(" Note to  › ")
        self._company_label.update(plain(f"Note to {truncate(self.company, room)} ›"))

    def action_close(self) -> None:
        self.file_line()
        self.post_message(self.Closed())

    def action_recall(self) -> None:
        if self._filed and not self.pending():
            self.post_message(self.Recalled())

    def show_reading(self, forms: tuple[str, ...]) -> None:
        """Show what was read in the line filed last, in the longest of the forms that fits."""
        self._line.hints = (*forms, *self._line.hints)

    def take_back(self, line: str) -> None:
        """Put a filed line back into the bar."""
        self._filed -= 1
        self._line.hints = ()
        self._show_keys()
        self._line.value = line
        self._line.cursor_position = len(line)

    def pending(self) -> str:
        """Return the text of the line that is not filed yet."""
        return self._line.value.strip()

    def take_filed(self) -> list[str]:
        """Return what was filed and not taken yet, and clear it."""
        taken, self._untaken = self._untaken, []
        return taken

    def take_all(self) -> list[str]:
        """Return what was filed and not taken yet and the line that is not filed, and clear both."""
        line = self.pending()
        self._line.clear()
        return [*self.take_filed(), *filter(None, (line,))]

    def file_line(self) -> None:
        """File the text of the line, if there is any."""
        if self._line.value.strip():
            self._file(self._line.value)
        self._line.clear()

    @on(Input.Submitted, "#note-line")
    def _submit(self, event: Input.Submitted) -> None:
        event.stop()
        self.file_line()

    @on(Input.Changed, "#note-line")
    @on(NoteInput.Resized)
    def _show_reading_of_typed(self, event: Message) -> None:
        """Show the date read in the line while it is typed, in place of the keys, which are known by then."""
        event.stop()
        typed = self._line.value
        free = self._line.content_size.width + self._keys_label.size.width - cell_len(typed) - 3
        room = max(free, cell_len(self._usual_keys()), MIN_READING_CELLS)
        forms = self._read(typed) if typed.strip() else ()
        form = next((form for form in forms if cell_len(form) <= room), "")
        if form:
            self._keys_label.update(plain(form))
        else:
            self._show_keys()

    def _file(self, lines: str) -> None:
        """Post what was typed, to be put into the notes, and show how many lines have been."""
        # Not needed for the first frame.
        from followup_tui.core.notes.suggestions import plain_text_hint

        filed = [line for line in lines.split("\n") if line.strip()]
        self._filed += len(filed)
        self._line.hints = (plain_text_hint(filed[-1]),) if len(filed) == 1 else ()
        self._show_keys()
        self._untaken.append(lines)
        self.post_message(self.Filed())

    def _show_keys(self) -> None:
        """Show how many lines were filed, and the keys."""
        filed = count(self._filed, "line")
        self._filed_label.update(f"✓ {filed}" if self._filed else "")
        self._keys_label.update(self._usual_keys())

    def _usual_keys(self) -> str:
        """Return the keys to show; after the first line `enter` is known."""
        keys = "↑ edit · esc done" if self._filed else "enter save · esc done"
        if self.app.size.width >= WIDE and self._line.value:
            # The legend in the empty line is gone as soon as something is typed.
            keys = f"{legends()[-1]}  {keys}"
        # Where the line would have little room, the way out is what matters.
        return keys if self.app.size.width >= NARROW else "esc done"
