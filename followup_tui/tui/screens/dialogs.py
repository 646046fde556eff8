"""Small boxes over the screen: a question, a line with a preview."""

from collections.abc import Callable, Iterable
from typing import Any, Generic, NamedTuple, TypeVar

from rich.cells import cell_len
from textual import events, getters, on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen, Screen
from textual.style import Style
from textual.widget import Widget
from textual.widgets import Static

from followup_tui.tui.keys.bindings import bindings
from followup_tui.tui.keys.hints import Hint, KeyHint
from followup_tui.tui.keys.keymap import keymap_of
from followup_tui.tui.widgets.line_input import LineInput
from followup_tui.tui.widgets.row_list import Row, RowLine, RowList
from followup_tui.tui.widgets.styled_lines import Span, Tone, plain

T = TypeVar("T")


def show_keys_on_border(box: Widget, *hints: Hint | KeyHint) -> int:
    """Show the keys of a dialog, as they are bound, on its border: in view however far it is scrolled.

    A narrow frame cuts the last hints off, so the way out is not among them. Return their width in cells.
    """
    keymap = keymap_of(box.app)
    resolved = [hint.resolve(keymap) if isinstance(hint, Hint) else hint for hint in hints]
    parts = [_clickable(hint) for hint in resolved if hint is not None]
    keys = Content(" · ").join(parts)
    box.border_subtitle = keys
    return keys.cell_length


def _clickable(hint: KeyHint) -> Content:
    """Return a hint that presses its key when it is clicked; several keys are only named."""
    text = plain(f"{hint.key} {hint.label}")
    press = hint.presses[0] if len(hint.presses) == 1 else ""
    return text.stylize(Style.from_meta({"@click": f"app.simulate_key({press!r})"})) if press else text


def show_hint(hint: Static, text: str, *, is_wrong: bool) -> None:
    """Show a text below a field, in the color of errors if what is typed there `is_wrong`."""
    hint.update(plain(text))
    hint.set_class(is_wrong, "-wrong")


class ConfirmDialog(ModalScreen[bool]):
    """A question that `y` answers with yes; `enter` too, where a yes by mistake does no harm."""

    BINDINGS = bindings("question")

    def __init__(self, title: str, text: str, is_harmless: bool = False) -> None:
        super().__init__()
        self._title, self._text, self._is_harmless = title, text, is_harmless

    def compose(self) -> ComposeResult:
        with Vertical(classes="box") as box:
            box.border_title = plain(self._title)
            enter = (KeyHint("enter", "yes", ("enter",)),) if self._is_harmless else ()
            show_keys_on_border(box, *enter, Hint("question.yes"), Hint("question.no"))
            yield Static(plain(self._text), classes="text")

    def on_key(self, event: events.Key) -> None:
        if event.key == "enter" and self._is_harmless:
            event.stop()
            self.action_answer(answer=True)

    def action_answer(self, answer: bool) -> None:
        self.dismiss(answer)


def close_without_losing(screen: Screen[Any], *, has_typed: bool) -> None:
    """Close a screen without a result; where something was typed into it, only if the user confirms it."""
    if not has_typed:
        screen.dismiss(None)
        return

    def answered(yes: bool | None) -> None:
        if yes:
            screen.dismiss(None)

    screen.app.push_screen(ConfirmDialog("Close", "Discard what you typed?"), answered)


class ExampleInput(LineInput):
    """An input that shows as many examples as fit while it is empty."""

    def __init__(self, value: str, examples: str) -> None:
        super().__init__(value)
        self._examples = examples.split(" · ")

    def on_resize(self) -> None:
        shown = self._examples[:1]
        for example in self._examples[1:]:
            if cell_len(" · ".join([*shown, example])) < self.content_size.width:
                shown.append(example)
        self.placeholder = " · ".join(shown)


class PromptDialog(ModalScreen[T | None], Generic[T]):
    """A line that is parsed as it is typed; its value is the result."""

    BINDINGS = bindings("line")

    hint = getters.query_one(".hint", Static)
    input = getters.query_one(ExampleInput)

    def __init__(
        self,
        title: str,
        text: str,
        placeholder: str,
        read: Callable[[str], tuple[T | None, str]],
        start: str = "",
    ) -> None:
        """`read` returns the value of what is typed, or None if it has none, and the text to show below it.

        The `placeholder` is examples separated by ` · `, of which as many are shown as fit. `start` is in the
        line at first.
        """
        super().__init__()
        self._title, self._text, self._placeholder, self._read = title, text, placeholder, read
        self._start = start
        self._discarded: str | None = None

    def compose(self) -> ComposeResult:
        with Vertical(classes="box") as box:
            box.border_title = plain(self._title)
            show_keys_on_border(box, KeyHint("enter", "take it"), Hint("line.close"))
            yield Static(plain(self._text), classes="text")
            yield ExampleInput(self._start, self._placeholder)
            yield Static("", classes="hint", markup=False)

    @on(LineInput.Changed)
    def _show_preview(self, event: LineInput.Changed) -> None:
        value, text = self._read(event.value)
        show_hint(self.hint, text, is_wrong=value is None and bool(event.value.strip()))

    @property
    def typed(self) -> tuple[str, ...]:
        """The line, if it was changed and is neither empty nor discarded."""
        text = self.input.value
        return (text,) if self._has_typed() and text != self._discarded else ()

    def _has_typed(self) -> bool:
        text = self.input.value
        return bool(text.strip()) and text != self._start

    def discard(self) -> None:
        """Treat what is typed now as unwanted: it is not asked about, nor stored, when the app ends."""
        self._discarded = self.input.value

    def action_close(self) -> None:
        close_without_losing(self, has_typed=self._has_typed())

    @on(LineInput.Submitted)
    def _submit(self, event: LineInput.Submitted) -> None:
        value, _ = self._read(event.value)
        if value is not None:
            self.dismiss(value)
        elif not event.value.strip():
            show_hint(self.hint, "Nothing typed yet.", is_wrong=True)


MAX_LABEL = 24
"""The most cells of a label that others are lined up with."""


class KeyedChoice(NamedTuple):
    """One of the choices of a dialog."""

    key: str
    label: str
    meaning: str = ""
    value: str | None = None
    """The result of the dialog; None: the label."""

    @property
    def result(self) -> str:
        """The result of the dialog for this choice."""
        return self.label if self.value is None else self.value


class ListDialog(ModalScreen[T | None], Generic[T]):
    """A list to choose from; its result is by default the key of the chosen row."""

    rows = getters.query_one(RowList)

    def __init__(
        self,
        title: str,
        rows: tuple[Row[Any], ...],
        hints: Iterable[Hint],
        text: str = "",
        *,
        box_id: str | None = None,
    ) -> None:
        """Name the keys of `hints` on the border, and show `text` above the list."""
        super().__init__()
        self._title, self._rows, self._hints, self._text, self._box_id = title, rows, hints, text, box_id

    def compose(self) -> ComposeResult:
        with Vertical(classes="box", id=self._box_id) as box:
            box.border_title = plain(self._title)
            show_keys_on_border(box, *self._hints)
            if self._text:
                yield Static(plain(self._text), classes="text")
            yield RowList()

    def on_mount(self) -> None:
        self.rows.rows = self._rows
        self.rows.focus()

    @on(RowList.Chosen)
    def _choose_row(self, event: RowList.Chosen) -> None:
        event.stop()
        self.dismiss(self.result_of(event.key))

    def result_of(self, key: Any) -> T:
        """Return the result for the key of the chosen row."""
        result: T = key
        return result


class KeyedChoiceDialog(ListDialog[str]):
    """A few choices, each with a key; they are also chosen from the list by arrow keys and mouse."""

    BINDINGS = bindings("line")

    def __init__(self, title: str, text: str, choices: tuple[KeyedChoice, ...]) -> None:
        widths = [cell_len(choice.label) for choice in choices]
        column = max((width for width in widths if width <= MAX_LABEL), default=0)
        rows = tuple(_choice_row(choice, column) for choice in choices)
        super().__init__(title, rows, (Hint("list.open", "choose"), Hint("line.close")), text)
        self._choices = choices

    def action_close(self) -> None:
        self.dismiss(None)

    def on_key(self, event: events.Key) -> None:
        for choice in self._choices:
            if choice.key in (event.character, getattr(event, "base", "")):
                event.stop()
                event.prevent_default()
                self.dismiss(choice.result)


def _choice_row(choice: KeyedChoice, column: int) -> Row[str]:
    """Return the row of a choice; what it means begins `column` cells after the beginning of its label."""
    gap = " " * (max(0, column - cell_len(choice.label)) + 2)
    key, label = Span(f"{choice.key}  ", Tone.TITLE), Span(f"{choice.label}{gap}")
    return Row(choice.result, (RowLine((key, label, Span(choice.meaning, Tone.MUTED))),))
