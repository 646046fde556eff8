"""The recall card as a widget: drawn by lines, scrolled; its frame counts the lines below."""

from textual.geometry import Region, Size
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from followup_tui.core.dates.format import count
from followup_tui.core.rules.recall_text import Section
from followup_tui.tui.keys.bindings import bindings
from followup_tui.tui.widgets.card_layout import lay_out
from followup_tui.tui.widgets.styled_lines import StyledLine, ToneStyles, plain, spans_strip


class CardView(ScrollView, can_focus=True):
    """Shows the sections of a recall card."""

    BINDINGS = bindings("card")

    sections: reactive[tuple[Section, ...]] = reactive(())

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._lines: tuple[StyledLine, ...] = ()

    def watch_sections(self) -> None:
        self._lay_out()

    def on_resize(self) -> None:
        self._lay_out()

    def _lay_out(self) -> None:
        size = self.scrollable_content_region.size
        if not size.width:
            return
        self._lines = lay_out(self.sections, size.width, size.height)
        self.virtual_size = Size(0, len(self._lines))
        self._count_below()
        self.refresh()

    def watch_scroll_y(self, old: float, new: float) -> None:
        super().watch_scroll_y(old, new)
        self._count_below()

    def _count_below(self) -> None:
        below = len(self._lines) - self.scroll_offset.y - self.size.height
        self.border_subtitle = plain(f"{count(below, 'more line')} ↓" if below > 0 else "")

    def render_lines(self, crop: Region) -> list[Strip]:
        self._styles = ToneStyles(self)
        return super().render_lines(crop)

    def render_line(self, y: int) -> Strip:
        number, width = y + self.scroll_offset.y, self.scrollable_content_region.width
        line = self._lines[number] if number < len(self._lines) else ()
        return spans_strip(line, (), width, self._styles)
