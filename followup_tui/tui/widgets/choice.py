"""Choices among a few words in a row: of exactly one, or of any number of them."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from rich.cells import cell_len
from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from followup_tui.tui.keys.bindings import bindings
from followup_tui.tui.widgets.styled_lines import Span, Tone, ToneStyles, spans_strip

GAP = "  "
"""The space between two options."""


class Choice(Widget, can_focus=True):
    """Options in a row, or in several; the chosen one is marked, and `←` `→` and `space` move the mark.

    With `letters`, one for each option, an option is also chosen by its letter, which is shown before it.
    """

    BINDINGS = bindings("choice")

    value: reactive[str] = reactive("")

    @dataclass
    class Changed(Message):
        """The user chose an option."""

        choice: "Choice"
        value: str
        by_letter: bool = False
        """Whether it was chosen by its letter, which says that it is meant."""

        @property
        def control(self) -> "Choice":
            return self.choice

    @dataclass
    class LetterIgnored(Message):
        """A letter was typed that chooses no option."""

        choice: "Choice"
        letter: str

    def __init__(
        self,
        options: tuple[str, ...],
        value: str,
        *,
        letters: str = "",
        labels: Mapping[str, str] = MappingProxyType({}),
        id: str | None = None,
    ) -> None:
        """`labels` has what is shown for an option that is not shown as it is."""
        super().__init__(id=id)
        self.options, self._labels = options, labels
        self._letters = dict(zip(options, letters, strict=True)) if letters else {}
        self._is_typing = False
        """Whether the last key was a letter: a space after it belongs to a text, and moves nothing."""
        self.set_reactive(Choice.value, value if value in options else options[0])

    def action_move(self, step: int) -> None:
        index = (self.options.index(self.value) + step) % len(self.options)
        self._choose(self.options[index])

    def choose_letter(self, letter: str) -> bool:
        """Choose the option of a letter; return False if none has it."""
        option = next((option for option, own in self._letters.items() if own == letter), None)
        if option is None:
            return False
        self._is_typing = True
        self._choose(option, by_letter=True)
        return True

    def on_key(self, event: events.Key) -> None:
        letter = event.character or ""
        is_in_text = letter == " " and self._is_typing
        self._is_typing = letter.isalnum() or is_in_text
        if is_in_text or self.choose_letter(letter) or self.choose_letter(getattr(event, "base", "")):
            event.stop()
            event.prevent_default()
        elif letter.isalnum():
            self.post_message(self.LetterIgnored(self, letter))

    def on_blur(self) -> None:
        self._is_typing = False

    def _choose(self, option: str, by_letter: bool = False) -> None:
        self.value = option
        self.post_message(self.Changed(self, option, by_letter))

    def on_click(self, event: events.Click) -> None:
        lines = self._lines(self.size.width)
        chosen = None
        for option, column in lines[event.y] if 0 <= event.y < len(lines) else ():
            if column <= event.x:
                chosen = option
        if chosen is not None and chosen != self.value:
            self._choose(chosen)

    def is_chosen(self, option: str) -> bool:
        """Return whether an option is chosen."""
        return option == self.value

    def mark(self, option: str) -> str:
        """Return the character shown before an option."""
        return "●" if self.is_chosen(option) else self._letters.get(option, "○")

    def _label(self, option: str) -> str:
        return self._labels.get(option, option)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        return len(self._lines(width))

    def render_line(self, y: int) -> Strip:
        width, styles = self.size.width, ToneStyles(self)
        lines = self._lines(width)
        if y >= len(lines):
            return Strip.blank(width, styles.base)
        spans: list[Span] = []
        for option, _ in lines[y]:
            at_cursor, is_chosen = option == self.value, self.is_chosen(option)
            tone = Tone.CURSOR if at_cursor and self.has_focus else Tone.STRONG if is_chosen else Tone.MUTED
            spans += [Span(f"{self.mark(option)} {self._label(option)}", tone), Span(GAP)]
        return spans_strip(spans[:-1], (), width, styles)

    def _lines(self, width: int) -> list[list[tuple[str, int]]]:
        """Return the options line by line, each with the column at which it starts."""
        lines: list[list[tuple[str, int]]] = [[]]
        column = 0
        for option in self.options:
            size = cell_len(self._label(option)) + 2
            if lines[-1] and column + size > width:
                lines.append([])
                column = 0
            lines[-1].append((option, column))
            column += size + len(GAP)
        return lines


class MultiChoice(Choice):
    """Options in a row, any of them chosen; `←` `→` move the cursor, `space` chooses or drops an option."""

    BINDINGS = bindings("choices")

    def __init__(self, options: tuple[str, ...], *, id: str | None = None) -> None:
        super().__init__(options, options[0], id=id)
        self.chosen: frozenset[str] = frozenset()

    def is_chosen(self, option: str) -> bool:
        """Return whether an option is among the chosen ones."""
        return option in self.chosen

    def mark(self, option: str) -> str:
        """Return the character shown before an option."""
        return "■" if self.is_chosen(option) else "□"

    def action_toggle_option(self) -> None:
        self.chosen ^= {self.value}
        self.refresh()
