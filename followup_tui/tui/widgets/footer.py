"""The footer: the most important keys, as many as fit; those for help and quitting always fit."""

from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from followup_tui.tui.keys.hints import KeyHint
from followup_tui.tui.widgets.styled_lines import Span, Tone, ToneStyles, spans_strip


class KeyFooter(Widget):
    """Hints in the order of their importance; one that does not fit is left out, never cut."""

    hints: reactive[tuple[KeyHint, ...]] = reactive(())
    always: reactive[tuple[KeyHint, ...]] = reactive(())
    """The hints at the right end, for which room is kept."""

    def render_line(self, y: int) -> Strip:
        width, styles = self.size.width, ToneStyles(self)
        if y:
            return Strip.blank(width, styles.base)
        room = width - 2 - sum(hint.width for hint in self.always)
        left: list[Span] = [Span(" ")]
        for hint in self.hints:
            if hint.width > room:
                break
            room -= hint.width
            left += _spans(hint)
        right = [span for hint in self.always for span in _spans(hint)]
        return spans_strip(left, right, width, styles)


def _spans(hint: KeyHint) -> tuple[Span, Span]:
    return Span(hint.key, Tone.TITLE), Span(f" {hint.label}  ", Tone.MUTED)
