"""Lines of toned text that wrap: the verdict over the steps, the line under the notes."""

from textual.content import Content
from textual.reactive import reactive
from textual.widgets import Static

from followup_tui.tui.widgets.lines import Span, Tone, plain

_STYLES = {
    Tone.PLAIN: "",
    Tone.STRONG: "bold",
    Tone.MUTED: "$text-muted",
    Tone.TITLE: "bold $primary",
    Tone.GOOD: "bold $text-success",
    Tone.DUE: "bold $text-warning",
    Tone.LATE: "bold $text-error",
    Tone.QUIET: "$secondary",
    Tone.CURSOR: "reverse",
}


class ToneText(Static):
    """Shows lines of spans, wrapped to its width. At a fixed height a new text moves nothing around it."""

    lines: reactive[tuple[tuple[Span, ...], ...]] = reactive(())

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__("", id=id, classes=classes, markup=False)

    def watch_lines(self, lines: tuple[tuple[Span, ...], ...]) -> None:
        contents = [
            Content.assemble(*(plain(span.text).stylize(_STYLES[span.tone]) for span in line))
            for line in lines
        ]
        height = self.styles.height
        self.update(Content("\n").join(contents), layout=height is None or height.is_auto)
