"""A list of rows with a cursor, drawn by lines: what is on screen and no more, at any length."""

from collections.abc import Sequence
from typing import NamedTuple

from textual import events
from textual.cache import LRUCache
from textual.geometry import Offset, Region, Size
from textual.message import Message
from textual.reactive import var
from textual.scroll_view import ScrollView
from textual.strip import Strip

from followup_tui.tui.keys.bindings import bindings
from followup_tui.tui.widgets.styled_lines import Span, Tone, ToneStyles, spans_strip, width_of

FAR = 4
"""From how many lines out of view on the row under the cursor is shown in the middle."""
MOST_DRAWN = 256
"""How many lines are kept as they were drawn."""


class RowLine(NamedTuple):
    """One line of a row: from the left, and at the right edge."""

    left: tuple[Span, ...]
    right: tuple[Span, ...] = ()
    right_yields: bool = False
    """Whether the right end is left out where the left does not fit beside it."""

    @property
    def text(self) -> str:
        """What stands in it, for copying: without the sign that it begins with, which tells a state."""
        first = self.left[0].text.strip() if self.left else ""
        left = self.left[1:] if len(first) == 1 and not first.isalnum() else self.left
        sides = ("".join(span.text for span in side).strip() for side in (left, self.right))
        return "  ".join(side for side in sides if side)


class Row(NamedTuple):
    """One row: its key, its lines, and whether the cursor can stand on it."""

    key: str
    lines: tuple[RowLine, ...]
    selectable: bool = True


class RowList(ScrollView, can_focus=True):
    """Rows of one or more lines. The cursor is a key, so it stays where it was when rows come and go."""

    BINDINGS = bindings("list")

    rows: var[tuple[Row, ...]] = var(())
    cursor: var[str] = var("")

    class Moved(Message):
        """The cursor came to another row."""

        def __init__(self, row_list: "RowList", key: str) -> None:
            self.row_list, self.key = row_list, key
            super().__init__()

        @property
        def control(self) -> "RowList":
            return self.row_list

    class Chosen(Message):
        """`enter` or a double click on a row."""

        def __init__(self, row_list: "RowList", key: str) -> None:
            self.row_list, self.key = row_list, key
            super().__init__()

        @property
        def control(self) -> "RowList":
            return self.row_list

    class Resized(Message):
        """The list has another room than before."""

        def __init__(self, row_list: "RowList") -> None:
            self.row_list = row_list
            super().__init__()

        @property
        def control(self) -> "RowList":
            return self.row_list

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._lines: list[tuple[int, int]] = []  # (row, line in the row) for each line
        self._tops: list[int] = []
        self._places: dict[str, int] = {}
        self._drawn_as: object = None
        self._drawn: LRUCache[tuple[int, bool], Strip] = LRUCache(MOST_DRAWN)
        """Each line as it was drawn, at the cursor or not: most stay in view while the list scrolls."""

    def watch_rows(self, old: tuple[Row, ...], rows: tuple[Row, ...]) -> None:
        self._drawn.clear()
        before = self._top_of(self.cursor)
        self._lines = [(n, m) for n, row in enumerate(rows) for m in range(len(row.lines))]
        tops, top = [], 0
        for row in rows:
            tops.append(top)
            top += len(row.lines)
        self._tops = tops
        self._places = {row.key: n for n, row in reversed([*enumerate(rows)]) if row.selectable}
        self.virtual_size = Size(0, len(self._lines))
        if self._index(self.cursor) is None:
            self.cursor = self._nearest(old)
        elif self._top_of(self.cursor) != before:
            self._show_cursor()
        if [len(row.lines) for row in old] != [len(row.lines) for row in rows]:
            self.refresh()
            return
        for row, was, top in zip(rows, old, tops, strict=True):
            if row != was:
                self.refresh_lines(top, len(row.lines))

    def watch_cursor(self, old: str, new: str) -> None:
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
        """Cells for the rows, without the scroll bar."""
        return self.scrollable_content_region.size

    def on_focus(self) -> None:
        self.watch_cursor("", self.cursor)

    def on_blur(self) -> None:
        self.watch_cursor("", self.cursor)

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
            found = self._selectable_from(row, direction)
            self._go(self._selectable_from(row, -direction) if found is None else found)

    def action_choose(self) -> None:
        if self.cursor:
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
        look = (
            self.visual_style,
            self.room.width,
            self.has_focus,
            self.app.theme,
            self.app.native_ansi_color,
        )
        if look != self._drawn_as:
            self._drawn_as, self._looks = look, ToneStyles(self)
            self._drawn.clear()
        return super().render_lines(crop)

    def render_line(self, y: int) -> Strip:
        line = y + self.scroll_offset.y
        if line >= len(self._lines):
            return Strip.blank(self.room.width, self._looks.base)
        row = self.rows[self._lines[line][0]]
        is_here = row.selectable and row.key == self.cursor
        strip = self._drawn.get((line, is_here))
        if strip is None:
            strip = self._drawn[line, is_here] = self._draw(row, self._lines[line][1], is_here)
        return strip

    def _draw(self, row: Row, part: int, is_here: bool) -> Strip:
        width, looks = self.room.width, self._looks
        left, right = row.lines[part].left, row.lines[part].right
        if row.selectable:
            left = (Span("▌" if is_here else " ", Tone.TITLE), *left)
        if row.lines[part].right_yields and width_of(left) + width_of(right) >= width:
            right = ()
        return spans_strip(left, right, width, looks, is_here and self.has_focus)

    @property
    def cursor_screen_offset(self) -> Offset:
        """Where the hardware cursor belongs, in cells of the screen: on the row under the cursor."""
        index, region = self._index(self.cursor), self.content_region
        line = self._tops[index] - self.scroll_offset.y if index is not None else 0
        return region.offset + Offset(0, line).clamp(1, max(1, region.height))

    def _index(self, key: str) -> int | None:
        return self._places.get(key)

    def _top_of(self, key: str) -> int | None:
        """The first line of a row."""
        index = self._index(key)
        return None if index is None else self._tops[index]

    def _selectable_from(self, index: int, step: int) -> int | None:
        while 0 <= index < len(self.rows):
            if self.rows[index].selectable:
                return index
            index += step
        return None

    def _nearest(self, old: Sequence[Row]) -> str:
        # Where the row went, the cursor goes to the one that took its place.
        place = next((n for n, row in enumerate(old) if row.key == self.cursor), 0)
        place = min(place, len(self.rows) - 1)
        found = self._selectable_from(place, 1)
        found = self._selectable_from(place, -1) if found is None else found
        return "" if found is None else self.rows[found].key

    def _go(self, index: int | None) -> None:
        if index is None or self.rows[index].key == self.cursor:
            return
        self.cursor = self.rows[index].key
        self.post_message(self.Moved(self, self.cursor))

    def _show_cursor(self) -> None:
        index = self._index(self.cursor)
        if index is None or not self.size.height:
            return
        # The heading above the first row comes into view with it.
        top = 0 if index == self._selectable_from(0, 1) else self._tops[index]
        height = self._tops[index] + len(self.rows[index].lines) - top
        # One that comes from far out of view is shown amid its neighbours.
        is_far = not -FAR < top - self.scroll_offset.y < self.size.height + FAR
        self.scroll_to_region(
            Region(0, top, 1, min(height, self.size.height)),
            animate=False,
            force=True,
            immediate=True,
            center=is_far,
        )
