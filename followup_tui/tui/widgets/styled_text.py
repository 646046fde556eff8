"""Lines of toned text that wrap: the verdict over the steps, the line under the notes."""

from textual.content import Content
from textual.reactive import reactive
from textual.widgets import Static

from followup_tui.tui.widgets.styled_lines import TONE_STYLES, StyledLine, plain


class StyledText(Static):
    """Shows lines of spans, wrapped to its width. At a fixed height a new text moves nothing around it."""

    lines: reactive[tuple[StyledLine, ...]] = reactive(())

    def __init__(self, *, id: str) -> None:
        super().__init__("", id=id, markup=False)

    def watch_lines(self, lines: tuple[StyledLine, ...]) -> None:
        contents = [
            Content.assemble(*(plain(span.text).stylize(TONE_STYLES[span.tone]) for span in line))
            for line in lines
        ]
        content = Content("\n").join(contents)
        self.update(self._cut(content), layout=not self._keeps_height(content))

    def on_resize(self) -> None:
        self.watch_lines(self.lines)

    def _cut(self, content: Content) -> Content:
        """Return the content, cut off with `…` where it does not fit into the height."""
        width, room = self.content_size.width, self._most_lines()
        if not width or not room or content.get_height({}, width) <= room:
            return content
        lines = content.wrap(width)
        last = lines[room - 1].truncate(width - 1).rstrip()
        return Content("\n").join([*lines[: room - 1], Content.assemble(last, "…")])

    def _keeps_height(self, content: Content) -> bool:
        """Return whether `content` fits without a new layout, which would take longer than all else."""
        height, width = self.styles.height, self.content_size.width
        if height is not None and not height.is_auto:
            return True
        if not width:
            return False
        room, most = content.get_height({}, width), self._most_lines()
        return (min(room, most) if most else room) == self.content_size.height

    def _most_lines(self) -> int:
        """Return the maximum number of lines; 0 if it is unlimited or not known yet."""
        height, most = self.styles.height, self.styles.max_height
        if height is not None and not height.is_auto:
            return self.content_size.height
        return most.cells - self.gutter.height if most is not None and most.cells is not None else 0
