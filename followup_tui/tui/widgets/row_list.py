"""A virtual list: rows of one or more lines with a cursor, of which only the visible lines are drawn."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, NamedTuple, TypeVar

from textual import events
from textual.cache import LRUCache
from textual.geometry import Offset, Region, Size
from textual.message import Message
from textual.reactive import var
from textual.scroll_view import ScrollView
from textual.strip import Strip

from followup_tui.tui.keys.bindings import bindings
from followup_tui.tui.widgets.styled_lines import Span, StyledLine, Tone, ToneStyles, spans_strip, width_of

K = TypeVar("K", bound=Hashable)
"""The type of the keys of a list's rows."""
CENTER_DISTANCE = 4
"""The cursor is scrolled to the middle of the list if it was at least this many lines out of view."""
STRIP_CACHE_SIZE = 256
"""The number of drawn lines to cache."""


class RowLine(NamedTuple):
    """A line of a row: spans aligned left, and spans aligned right."""

    left: StyledLine
    right: StyledLine = ()
    shorter: tuple[StyledLine, ...] = ()
    """Shorter right parts, longest first: the first that fits is shown where the right part does not."""

    def right_in(self, room: int) -> StyledLine:
        """Return the right part for `room` cells; the shortest where none fits."""
        parts = (self.right, *self.shorter)
        return next((part for part in parts if width_of(part) < room), parts[-1])

    @property
    def text(self) -> str:
        """The text to copy: both parts, without the status sign at the beginning."""
        first = self.left[0].text.strip() if self.left else ""
        left = self.left[1:] if len(first) == 1 and not first.isalnum() else self.left
        sides = ("".join(span.text for span in side).strip() for side in (left, self.right))
        return "  ".join(side for side in sides if side)


class Row(NamedTuple, Generic[K]):
    """A row of a list; the cursor skips rows without a key, such as headings."""

    key: K | None
    lines: tuple[RowLine, ...]

    @property
    def selectable(self) -> bool:
        """Whether the cursor can be on the row."""
        return self.key is not None


@dataclass(eq=False, repr=False)
class ListMessage(Message):
    """A message of a list; `@on` takes the selector of that list."""

    row_list: "RowList[Any]"

    @property
    def control(self) -> "RowList[Any]":
        return self.row_list


class RowList(ScrollView, Generic[K], can_focus=True):
    """A list of rows. Its cursor is a key, so it stays on its row when other rows come and go."""

    BINDINGS = bindings("list")

    rows: var[tuple[Row[K], ...]] = var(())
    cursor: var[K | None] = var(None)
    """The key of the row under the cursor; None where no row can be selected."""

    class Resized(ListMessage):
        """The size of the list changed."""

    @dataclass(eq=False, repr=False)
    class Moved(ListMessage):
        """The user moved the cursor to another row."""

        key: Any

    @dataclass(eq=False, repr=False)
    class Chosen(ListMessage):
        """The user pressed `enter` on a row, or double-clicked it."""

        key: Any

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._lines: list[tuple[int, int]] = []
        """The row of each line, and the number of the line in that row."""
        self._tops: list[int] = []
        """The first line of each row."""
        self._indexes: dict[K, int] = {}
        self._appearance: object = None
        """All that the cached strips depend on besides the rows."""
        self._strips: LRUCache[tuple[int, bool], Strip] = LRUCache(STRIP_CACHE_SIZE)
        """The drawn lines, by line and whether the cursor is there: most stay in view while scrolling."""

    def watch_rows(self, old: tuple[Row[K], ...], rows: tuple[Row[K], ...]) -> None:
        self._strips.clear()
        old_top = self._top_of(self.cursor)
        self._lines = [(n, m) for n, row in enumerate(rows) for m in range(len(row.lines))]
        tops, top = [], 0
        for row in rows:
            tops.append(top)
            top += len(row.lines)
        self._tops = tops
        self._indexes = {row.key: n for n, row in reversed([*enumerate(rows)]) if row.key is not None}
        self.virtual_size = Size(0, len(self._lines))
        if self._index(self.cursor) is None:
            self.cursor = self._nearest(old)
        elif self._top_of(self.cursor) != old_top:
            self._show_cursor()
        if [len(row.lines) for row in old] != [len(row.lines) for row in rows]:
            self.refresh()
            return
        for row, old_row, top in zip(rows, old, tops, strict=True):
            if row != old_row:
                self.refresh_lines(top, len(row.lines))

    def watch_cursor(self, old: K | None, new: K | None) -> None:
        for key in (old, new):
            index = self._index(key)
            if index is not None:
                self.refresh_lines(self._tops[index], len(self.rows[index].lines))
        self._show_cursor()

    def on_resize(self) -> None:
        self._show_cursor()
        self.post_message(self.Resized(self))

    @property
    def room(self) -> Size:
        """The size of the visible rows in cells, without the scroll bar."""
        return self.scrollable_content_region.size

    def on_focus(self) -> None:
        self.watch_cursor(None, self.cursor)

    def on_blur(self) -> None:
        self.watch_cursor(None, self.cursor)

    def action_move(self, step: int) -> None:
        index = self._index(self.cursor)
        self._go(self._selectable_from((-1 if index is None else index) + step, step))

    def action_move_to(self, end: int) -> None:
        self._go(self._selectable_from(0, 1) if end == 0 else self._selectable_from(len(self.rows) - 1, -1))

    def action_page(self, direction: int) -> None:
        index = self._index(self.cursor) or 0
        line = self._tops[index] + direction * max(1, self.size.height - 1) if self._tops else 0
        line = max(0, min(len(self._lines) - 1, line))
        if self._lines:
            row = self._lines[line][0]
            target = self._selectable_from(row, direction)
            self._go(self._selectable_from(row, -direction) if target is None else target)

    def action_choose(self) -> None:
        if self.cursor is not None:
            self.post_message(self.Chosen(self, self.cursor))

    def on_click(self, event: events.Click) -> None:
        line = event.y + self.scroll_offset.y
        if 0 <= line < len(self._lines):
            row = self.rows[self._lines[line][0]]
            if row.selectable:
                self._go(self._lines[line][0])
                if event.chain == 2:
                    self.action_choose()

    def render_lines(self, crop: Region) -> list[Strip]:
        appearance = (
            self.visual_style,
            self.room.width,
            self.has_focus,
            self.app.theme,
            self.app.native_ansi_color,
        )
        if appearance != self._appearance:
            self._appearance, self._tone_styles = appearance, ToneStyles(self)
            self._strips.clear()
        return super().render_lines(crop)

    def render_line(self, y: int) -> Strip:
        line = y + self.scroll_offset.y
        if line >= len(self._lines):
            return Strip.blank(self.room.width, self._tone_styles.base)
        row = self.rows[self._lines[line][0]]
        at_cursor = row.selectable and row.key == self.cursor
        strip = self._strips.get((line, at_cursor))
        if strip is None:
            strip = self._strips[line, at_cursor] = self._draw(row, self._lines[line][1], at_cursor)
        return strip

    def _draw(self, row: Row[K], part: int, at_cursor: bool) -> Strip:
        """Return a line of a row as drawn, with the cursor's mark before it."""
        width, styles = self.room.width, self._tone_styles
        left = row.lines[part].left
        if row.selectable:
            left = (Span("▌" if at_cursor else " ", Tone.TITLE), *left)
        right = row.lines[part].right_in(width - width_of(left))
        return spans_strip(left, right, width, styles, at_cursor and self.has_focus)

    @property
    def cursor_screen_offset(self) -> Offset:
        """The position of the row under the cursor on the screen, for the terminal's own cursor."""
        index, region = self._index(self.cursor), self.content_region
        line = self._tops[index] - self.scroll_offset.y if index is not None else 0
        return region.offset + Offset(0, line).clamp(1, max(1, region.height))

    def _index(self, key: K | None) -> int | None:
        return None if key is None else self._indexes.get(key)

    def _top_of(self, key: K | None) -> int | None:
        """Return the first line of a row."""
        index = self._index(key)
        return None if index is None else self._tops[index]

    def _selectable_from(self, index: int, step: int) -> int | None:
        while 0 <= index < len(self.rows):
            if self.rows[index].selectable:
                return index
            index += step
        return None

    def _nearest(self, old: Sequence[Row[K]]) -> K | None:
        """Return the key of the row that is now where the removed row under the cursor was."""
        start = next((n for n, row in enumerate(old) if row.key == self.cursor), 0)
        start = min(start, len(self.rows) - 1)
        index = self._selectable_from(start, 1)
        index = self._selectable_from(start, -1) if index is None else index
        return None if index is None else self.rows[index].key

    def _go(self, index: int | None) -> None:
        if index is None or self.rows[index].key == self.cursor:
            return
        self.cursor = self.rows[index].key
        self.post_message(self.Moved(self, self.cursor))

    def _show_cursor(self) -> None:
        """Scroll to the row with the cursor."""
        index = self._index(self.cursor)
        if index is None or not self.size.height:
            return
        # Scrolling to the first row shows the heading above it, too.
        top = 0 if index == self._selectable_from(0, 1) else self._tops[index]
        height = self._tops[index] + len(self.rows[index].lines) - top
        # From far out of view the row is shown among its neighbours, not at an edge.
        is_far = not -CENTER_DISTANCE < top - self.scroll_offset.y < self.size.height + CENTER_DISTANCE
        self.scroll_to_region(
            Region(0, top, 1, min(height, self.size.height)),
            animate=False,
            force=True,
            immediate=True,
            center=is_far,
        )
