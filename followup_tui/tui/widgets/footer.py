"""The footer: the most important keys, as many as fit; a click on one presses it."""

from rich.cells import cell_len
from textual import events
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from followup_tui.tui.keys.hints import KeyHint, footer
from followup_tui.tui.keys.keymap import Keymap
from followup_tui.tui.widgets.styled_lines import Span, Tone, ToneStyles, spans_strip


class KeyFooter(Widget):
    """Hints in the order of their importance; one that does not fit is left out, never cut."""

    hints: reactive[tuple[KeyHint, ...]] = reactive(())
    always: reactive[tuple[KeyHint, ...]] = reactive(())
    """The hints at the right end, for which room is kept."""

    def show(self, name: str, keymap: Keymap, *, typing: bool = False) -> None:
        """Show the hints of a footer of the table of keys; while `typing`, only keys that type no letter."""
        self.hints, self.always = (footer(which, keymap, typing) for which in (name, f"always-{name}"))

    def on_click(self, event: events.Click) -> None:
        """Press the key that is named under the mouse."""
        right = self.size.width - sum(hint.width for hint in self.always)
        for start, hints in ((1, self._left()), (right, self.always)):
            x = event.x - start
            for hint in hints:
                if 0 <= x < hint.width:
                    self._press(hint, x)
                x -= hint.width

    def _press(self, hint: KeyHint, x: int) -> None:
        """Press the key of a hint that is named in its cell `x`; on its label, the first."""
        if not hint.presses:
            return
        end = 0
        for name, press in zip(hint.key.split(), hint.presses, strict=False):
            end += cell_len(name) + 1
            if x < end:
                self.app.simulate_key(press)
                return
        self.app.simulate_key(hint.presses[0])

    def _left(self) -> list[KeyHint]:
        """Return the hints that fit."""
        room = self.size.width - 2 - sum(hint.width for hint in self.always)
        fitting = []
        for hint in self.hints:
            if hint.width > room:
                break
            room -= hint.width
            fitting.append(hint)
        return fitting

    def render_line(self, y: int) -> Strip:  # noqa: ARG002
        width, styles = self.size.width, ToneStyles(self)
        left = [Span(" "), *(span for hint in self._left() for span in _spans(hint))]
        right = [span for hint in self.always for span in _spans(hint)]
        return spans_strip(left, right, width, styles)


def _spans(hint: KeyHint) -> tuple[Span, Span]:
    return Span(hint.key, Tone.TITLE), Span(f" {hint.label}  ", Tone.MUTED)
