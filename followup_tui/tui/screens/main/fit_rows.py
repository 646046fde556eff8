"""Fitting the checklist into the height of its pane: which rows to show, and marks for hidden ones."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from rich.cells import cell_len

from followup_tui.core.model.logbook import StepId
from followup_tui.tui.screens.row_keys import RowKey, step_of
from followup_tui.tui.widgets.row_list import Row, RowLine
from followup_tui.tui.widgets.styled_lines import Span, Tone, wrap_words

MIN_AROUND_CURSOR = 3
"""The minimum number of rows to show around the cursor: it can only move to a neighbour that is shown."""
_URGENT = (StepId.THANK, StepId.ASK, StepId.FOLLOW_UP)
_ORDER = (*_URGENT, StepId.CONNECT)
"""The order in which the steps get room for their rows where not all fit; connecting is never due."""


class Details(NamedTuple):
    """The rows below a step: its people, its material, how the position ends."""

    rows: Sequence[Row[RowKey]]
    open_keys: frozenset[RowKey]
    """The keys of rows that are to be done; the other rows are shown if there is room left."""
    shows_done: bool
    """Whether rows that are done may be shown."""

    @property
    def open(self) -> int:
        """The number of rows that are to be done."""
        return sum(row.key in self.open_keys for row in self.rows)


def fit_details(
    details: Mapping[StepId, Details], cursor: RowKey | None, room: int, spare: int
) -> dict[StepId, list[Row[RowKey]]]:
    """Return the rows to show below each step in `room` lines; rows that are done leave `spare` lines free.

    The rows of the step at the cursor are shown as far as they fit around it. Every other step that can be
    due shows one row that is to be done before any shows two.
    """
    cursor_step = step_of(cursor)
    shown: dict[StepId, list[Row[RowKey]]] = {}
    if cursor_step is not None and cursor_step in details:
        others = sum(1 for step in _URGENT if step is not cursor_step and details[step].open)
        shown[cursor_step] = _around(details[cursor_step].rows, cursor, max(MIN_AROUND_CURSOR, room - others))
        room -= len(shown[cursor_step])
    # How many rows each of the other steps shows: at first those that are to be done, one for each step.
    sizes = {step: 0 for step in _ORDER if step is not cursor_step}
    for most, steps in ((1, _URGENT), (room, _ORDER)):
        for step in (step for step in steps if step in sizes):
            more = max(0, min(room, min(most, details[step].open) - sizes[step]))
            sizes[step] += more
            room -= more
    room -= spare
    for step, size in sizes.items():
        rows = details[step]
        more = max(0, min(room, len(rows.rows) - size)) if rows.shows_done and size == rows.open else 0
        room -= more
        shown[step] = _first(rows, size + more)
    return shown


def carried_height(number: int) -> int:
    """Return how many lines `number` rows of earlier rounds take with their heading; 0 for none."""
    return number + 2 if number else 0


def carried_room(number: int, has_cursor: bool, room: int) -> int:
    """Return the lines to keep for the rows of earlier rounds, of the `room` that the steps leave.

    One is in view where two lines are left, more where the cursor is among them.
    """
    most = min(number, MIN_AROUND_CURSOR if has_cursor else 1)
    return min(most, max(0, room if has_cursor else room - 1))


def carried_part(rows: Sequence[Row[RowKey]], cursor: RowKey | None, size: int) -> list[Row[RowKey]]:
    """Return the rows of earlier rounds in `size` lines, under a heading where there is room for it."""
    if size < len(rows):
        # The mark takes the place of what a row is.
        return _around([Row(row.key, (RowLine(row.lines[0].left),)) for row in rows], cursor, size)
    if size < carried_height(len(rows)):
        return list(rows)
    heading = Row[RowKey](None, (RowLine((Span(" From earlier rounds", Tone.MUTED),)),))
    return [Row(None, (RowLine(()),)), heading, *rows] if rows else []


def hidden_open(details: Details, shown: Sequence[Row[RowKey]]) -> int:
    """Return how many rows that are to be done are not among those `shown`."""
    return details.open - sum(row.key in details.open_keys for row in shown)


def closing_lines(text: str, width: int, room: int) -> list[Row[RowKey]]:
    """Return `room` lines with `text` at the top, below an empty line if there is room for one.

    Text that is cut ends in `…`, after a sentence that ends in its last line, if one does.
    """
    lines = wrap_words(text, width - 2)
    if len(lines) > room > 0:
        last = lines[room - 1]
        sentence, end, _ = last.rpartition(". ")
        if end and not last.endswith("."):
            last = f"{sentence}."
        if cell_len(last) + 2 > width - 2:
            last = last.rpartition(" ")[0]
        lines = [*lines[: room - 1], f"{last} …"]
    empty_above = [""] if room > len(lines) else []
    lines = [*empty_above, *lines[: max(0, room)]]
    lines += [""] * (room - len(lines))
    return [Row(None, (RowLine((Span(f" {line}", Tone.MUTED),)),)) for line in lines]


def _first(details: Details, size: int) -> list[Row[RowKey]]:
    """Return at most `size` of the rows in their order, preferring those that are to be done."""
    by_need = sorted(details.rows, key=lambda row: row.key not in details.open_keys)
    chosen = {row.key for row in by_need[:size]}
    part = [row for row in details.rows if row.key in chosen]
    if part and (more := hidden_open(details, part)):
        part[-1] = _marked(part[-1], f"{more} more ↓")
    return part


def _around(rows: Sequence[Row[RowKey]], cursor: RowKey | None, size: int) -> list[Row[RowKey]]:
    """Return `size` of the rows around the cursor; marks say how many there are before and after."""
    if len(rows) <= size or size < 1:
        return list(rows[: max(0, size)])
    position = next((n for n, row in enumerate(rows) if row.key == cursor), 0)
    start = max(0, min(position - size // 2, len(rows) - size))
    part = list(rows[start : start + size])
    if start:
        part[0] = _marked(part[0], f"{start} more ↑")
    if more := len(rows) - start - size:
        part[-1] = _marked(part[-1], f"{more} more ↓")
    return part


def _marked(row: Row[RowKey], mark: str) -> Row[RowKey]:
    """Return the row with a mark at its right end."""
    (line,) = row.lines
    right = line.right
    if right:
        *before, last = right
        right = (*before, Span(f"{last.text.rstrip()} · ", last.tone))
    return Row(row.key, (RowLine(line.left, (*right, Span(f"{mark} ", Tone.TITLE))),))
