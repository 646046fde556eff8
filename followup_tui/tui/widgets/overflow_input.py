"""A line to write in that says where it goes on out of view."""

from rich.segment import Segment
from textual.strip import Strip

from followup_tui.tui.widgets.line_input import LineInput


class OverflowInput(LineInput):
    """A LineInput that shows `…` at an end beyond which its value goes on, unless it is being edited."""

    def render_line(self, y: int) -> Strip:
        strip = super().render_line(y)
        if y or self.has_focus or not self.value:
            return strip
        width, start = self.scrollable_content_region.width, self.scroll_offset.x
        more = Strip([Segment("…", self.rich_style)])
        if start + width < self.content_width - 1:
            strip = Strip.join([strip.crop(0, width - 1), more])
        if start:
            strip = Strip.join([more, strip.crop(1)])
        return strip
