"""Choices among a few words on a line: of exactly one, or of any number of them."""

from dataclasses import dataclass

from rich.cells import cell_len
from textual import events
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from followup_tui.tui.keys.bindings import bindings
from followup_tui.tui.widgets.styled_lines import Span, Tone, ToneStyles, spans_strip

GAP = "  "
"""The space between two options; the marks for more options out of view are as wide."""


class Choice(Widget, can_focus=True):
    """Options in a row, the chosen one marked; `←` `→` and `space` move the mark.

    With `letters`, one for each option, an option is also chosen by its letter, which is shown before it.
    """

    BINDINGS = bindings("choice")

    value: reactive[str] = reactive("")

    @dataclass
    class Changed(Message):
        """The user chose an option."""

        choice: "Choice"
        value: str

        @property
        def control(self) -> "Choice":
            return self.choice

    class LetterIgnored(Message):
        """A letter was typed that chooses no option."""

    def __init__(
        self, options: tuple[str, ...], value: str, *, letters: str = "", id: str | None = None
    ) -> None:
        super().__init__(id=id)
        self.options = options
        self._letters = dict(zip(options, letters, strict=True)) if letters else {}
        self.set_reactive(Choice.value, value if value in options else options[0])

    def action_move(self, step: int) -> None:
        index = (self.options.index(self.value) + step) % len(self.options)
        self._choose(self.options[index])

    def on_key(self, event: events.Key) -> None:
        for option, letter in self._letters.items():
            if event.character == letter:
                event.stop()
                event.prevent_default()
                self._choose(option)
                return
        if event.character is not None and event.character.isalnum():
            self.post_message(self.LetterIgnored())

    def _choose(self, option: str) -> None:
        self.value = option
        self.post_message(self.Changed(self, option))

    def on_click(self, event: events.Click) -> None:
        chosen = None
        for option, column in self._visible_options(self.size.width):
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

    def render_line(self, y: int) -> Strip:
        width, styles = self.size.width, ToneStyles(self)
        if y:
            return Strip.blank(width, styles.base)
        spans: list[Span] = []
        visible = self._visible_options(width)
        if visible[0][0] != self.options[0]:
            spans.append(Span("‹ ", Tone.MUTED))
        for option, _ in visible:
            at_cursor, is_chosen = option == self.value, self.is_chosen(option)
            tone = Tone.CURSOR if at_cursor and self.has_focus else Tone.STRONG if is_chosen else Tone.MUTED
            spans += [Span(f"{self.mark(option)} {option}", tone), Span(GAP)]
        spans[-1] = Span("" if visible[-1][0] == self.options[-1] else " ›", Tone.MUTED)
        return spans_strip(spans, (), width, styles)

    def _visible_options(self, width: int) -> list[tuple[str, int]]:
        """Return the options that fit, each with the column it starts at; the chosen one always fits."""
        sizes = [cell_len(option) + 2 for option in self.options]
        chosen, count, gap = self.options.index(self.value), len(sizes), len(GAP)
        first, last, column = 0, count - 1, 0
        if sum(sizes) + gap * (count - 1) > width:
            # Not all fit: a mark at either end says that there are more.
            room = width - 2 * gap
            while first < chosen and sum(sizes[first : chosen + 1]) + gap * (chosen - first) > room:
                first += 1
            last = chosen
            while last + 1 < count and sum(sizes[first : last + 2]) + gap * (last + 1 - first) <= room:
                last += 1
            column = gap if first else 0
        visible = []
        for index in range(first, last + 1):
            visible.append((self.options[index], column))
            column += sizes[index] + gap
        return visible


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
