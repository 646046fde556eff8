"""One of a few words, chosen with the arrow keys: smaller than a menu, and all on one line."""

from typing import ClassVar

from rich.style import Style
from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from followup_tui.tui.widgets.lines import TONES, Span, Tone, spans_strip


class Choice(Widget, can_focus=True):
    """Shows the options in a row, the chosen one marked; `←` `→` and `space` move the mark."""

    COMPONENT_CLASSES: ClassVar[set[str]] = set(TONES)
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left,h", "move(-1)", "Before", show=False, id="choice.before", tooltip="The one before"),
        Binding("right,l,space", "move(1)", "Next", show=False, id="choice.next", tooltip="The next one"),
    ]

    value: reactive[str] = reactive("")

    class Changed(Message):
        """Another option was chosen."""

        def __init__(self, choice: "Choice", value: str) -> None:
            self.choice, self.value = choice, value
            super().__init__()

        @property
        def control(self) -> "Choice":
            return self.choice

    def __init__(self, options: tuple[str, ...], value: str, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.options = options
        self.set_reactive(Choice.value, value if value in options else options[0])

    def action_move(self, step: int) -> None:
        index = (self.options.index(self.value) + step) % len(self.options)
        self.value = self.options[index]
        self.post_message(self.Changed(self, self.value))

    def on_click(self, event: events.Click) -> None:
        place = 0
        for option in self.options:
            place += len(option) + 4
            if event.x < place:
                self.value = option
                self.post_message(self.Changed(self, option))
                return

    def render_line(self, y: int) -> Strip:
        width, base = self.size.width, self.rich_style
        if y:
            return Strip.blank(width, base)
        spans = []
        for option in self._in_view(width):
            is_here = option == self.value
            tone = Tone.CURSOR if is_here and self.has_focus else Tone.STRONG if is_here else Tone.MUTED
            spans += [Span(f"{'●' if is_here else '○'} {option}", tone), Span("  ")]
        return spans_strip(spans, (), width, self._style, base)

    def _in_view(self, width: int) -> tuple[str, ...]:
        # Options are left out at the front until the chosen one fits.
        options = self.options
        while len(options) > 1 and options[0] != self.value:
            upto = options[: options.index(self.value) + 1]
            if sum(len(option) + 4 for option in upto) <= width:
                break
            options = options[1:]
        return options

    def _style(self, tone: str) -> Style:
        return self.get_component_rich_style(tone, partial=tone != Tone.CURSOR)
