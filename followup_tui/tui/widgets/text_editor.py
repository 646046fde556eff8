"""A TextArea that repaints only the lines that changed.

Textual's TextArea repaints all of itself at each key. Here, what a line of the view shows is a value, and
only lines whose value changed are drawn. The text may be changed from outside, too.
"""

from typing import Any, NamedTuple, Self

from textual.geometry import Offset, Region
from textual.strip import Strip
from textual.widgets import TextArea

Location = tuple[int, int]
"""A row and a column of the text."""


def location_in(text: str, index: int) -> Location:
    """Return the row and the column of a character of `text`; of its end where it is shorter."""
    before = text[:index]
    return before.count("\n"), len(before) - (before.rfind("\n") + 1)


class RowSection(NamedTuple):
    """The part of a row of the text that one line of the view shows."""

    row: int
    start: int
    end: int
    """The part begins with this character of the row and ends before that."""


class TextEditor(TextArea):
    """A text area that draws only the lines that changed."""

    def __init__(self, *arguments: Any, **settings: Any) -> None:
        self._shown: dict[int, object] = {}
        """What each line of the view showed when it was drawn last."""
        self._drawn_state: object = None
        """The `view_state` when all lines were last drawn; None when all must be drawn again."""
        self._styled_state: object = None
        """The `view_state` for which TextArea has computed its styles."""
        super().__init__(*arguments, **settings)

    def on_resize(self) -> None:
        self.refresh()  # the lines may be wrapped elsewhere, and be as many as before

    def scroll_cursor_visible(self, center: bool = False, animate: bool = False) -> Offset:
        """Scroll to the cursor, if it is inside the text.

        While an undo makes the text shorter, the cursor is still where the text was; Textual fails over it.
        """
        if self.cursor_location[0] >= self.document.line_count:
            return Offset()
        return super().scroll_cursor_visible(center, animate)

    @property
    def is_empty(self) -> bool:
        """Whether there is no text."""
        return self.document.line_count == 1 and not self.document.get_line(0)

    def section(self, y: int) -> RowSection | None:
        """Return the part of the text in a line of the view; None below the text."""
        lines = self.wrapped_document._offset_to_line_info
        number = self.scroll_offset.y + y
        if number >= len(lines):
            return None
        row, part = lines[number]
        ends = (*self.wrapped_document.get_offsets(row), len(self.document.get_line(row)))
        return RowSection(row, ends[part - 1] if part else 0, ends[part])

    def refresh(
        self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False
    ) -> Self:
        """Repaint only the lines that changed, if the view itself has not."""
        if not regions and repaint and not layout and not recompose and self.is_mounted:
            state = self.view_state()
            if state == self._drawn_state:
                regions = tuple(self._changed_lines())
                if not regions:
                    return self
            else:
                self._drawn_state = state
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)

    def notify_style_update(self) -> None:
        super().notify_style_update()
        if self._drawn_state is not None:
            self._drawn_state = None
            self.refresh()

    def _changed_lines(self) -> list[Region]:
        width, shown = self.size.width, self._shown
        lines = range(self.size.height)
        return [Region(0, y, width, 1) for y in lines if y not in shown or shown[y] != self._shows(y)]

    def _shows(self, y: int) -> object:
        """Return all that a line of the view shows, as a value to compare."""
        section = self.section(y)
        if section is None:
            return None
        row, selection, bracket = section.row, self.selection, self._matching_bracket_location
        top, bottom = sorted(selection)
        has_cursor = row == selection.end[0]
        return (
            section,
            self.document.get_line(row),
            (selection.end, self._draw_cursor, self.suggestion) if has_cursor else None,
            selection if top != bottom and top[0] <= row <= bottom[0] else None,
            bracket if bracket is not None and (has_cursor or row == bracket[0]) else None,
            self.row_state(row),
        )

    def view_state(self) -> tuple[object, ...]:
        """Return the state that all lines depend on; when it changes, all are drawn."""
        return (
            self.size,
            self.scroll_offset,
            self.scrollable_content_region,
            self.visual_style,
            self.background_colors,
            self.app.theme,
            self.app.native_ansi_color,
            self.has_focus,
            self.read_only,
            self.placeholder if self.is_empty else None,
        )

    def row_state(self, row: int) -> object:
        """Return what a row shows apart from its text, as a value to compare."""

    def render_lines(self, crop: Region) -> list[Strip]:
        # TextArea's cache holds lines that would be drawn differently now.
        self._line_cache.clear()
        if self._drawn_state is None or self._styled_state != self._drawn_state:
            self._styled_state = self._drawn_state
            return super().render_lines(crop)
        return super(TextArea, self).render_lines(crop)

    def render_line(self, y: int) -> Strip:
        self._shown[y] = self._shows(y)
        return self.draw_line(y)

    def draw_line(self, y: int) -> Strip:
        """Draw a line of the view."""
        return super().render_line(y)
