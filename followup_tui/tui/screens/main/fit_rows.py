"""What of the checklist fits: which rows show below their steps, and how it is told that there are more."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from rich.cells import cell_len

from followup_tui.core.model.logbook import StepId
from followup_tui.tui.widgets.row_list import Row, RowLine
from followup_tui.tui.widgets.styled_lines import Span, Tone, wrap_words

LEAST = 3
"""Rows that show around the cursor whatever the room: its neighbours must be there for it to go to."""
_URGENT = (StepId.THANK, StepId.ASK)
_ORDER = (*_URGENT, StepId.CONNECT)
"""Whose rows come first where there is not room for all; connecting is never due."""


class Below(NamedTuple):
    """The rows below a step."""

    rows: Sequence[Row]
    open_keys: frozenset[str]
    """Those that something is to be done about; the others show where there is room to spare."""
    shows_done: bool = False
    """Whether they show at all."""

    @property
    def open(self) -> int:
        """How many something is to be done about."""
        return sum(row.key in self.open_keys for row in self.rows)


def shown_below(
    below: Mapping[StepId, Below], here: StepId | None, cursor: str, room: int, spare: int
) -> dict[StepId, list[Row]]:
    """Which rows show below each step in `room` lines; `spare` of these only for what is done.

    Those of the step `here` show as far as they fit around the `cursor`. Each other step that can be due
    shows one that is to be done before any shows two.
    """
    shown: dict[StepId, list[Row]] = {}
    if here is not None and here in below:
        others = sum(1 for step in _URGENT if step is not here and below[step].open)
        shown[here] = _around(below[here].rows, cursor, max(LEAST, room - others))
        room -= len(shown[here])
    sizes = {step: 0 for step in _ORDER if step is not here}
    for most, steps in ((1, _URGENT), (room, _ORDER)):
        for step in (one for one in steps if one in sizes):
            more = max(0, min(room, min(most, below[step].open) - sizes[step]))
            sizes[step] += more
            room -= more
    room -= spare
    for step, size in sizes.items():
        one = below[step]
        more = max(0, min(room, len(one.rows) - size)) if one.shows_done and size == one.open else 0
        room -= more
        shown[step] = _first(one, size + more)
    return shown


def hidden_open(one: Below, shown: Sequence[Row]) -> int:
    """How many rows that something is to be done about do not show."""
    return one.open - sum(row.key in one.open_keys for row in shown)


def closing_lines(text: str, width: int, room: int, height: int) -> list[Row]:
    """`text` at the bottom of `room` empty lines, in at most `height`; it ends in `…` where it is cut."""
    lines, size = wrap_words(text, width - 2), min(height, room)
    if len(lines) > size > 0:
        last = lines[size - 1]
        if cell_len(last) + 2 > width - 2:
            last = last.rpartition(" ")[0]
        lines = [*lines[: size - 1], f"{last} …"]
    lines = [*[""] * (room - size), *lines[:size]]
    lines += [""] * (room - len(lines))
    return [Row("", (RowLine((Span(f" {one}", Tone.MUTED),)),), selectable=False) for one in lines]


def _first(one: Below, size: int) -> list[Row]:
    """At most `size` of the rows, in their order; where some are left out, those that are not done stay."""
    kept = {row.key for row in sorted(one.rows, key=lambda row: row.key not in one.open_keys)[:size]}
    part = [row for row in one.rows if row.key in kept]
    if part and (more := hidden_open(one, part)):
        part[-1] = _marked(part[-1], f"{more} more ↓")
    return part


def _around(rows: Sequence[Row], cursor: str, size: int) -> list[Row]:
    """As many of `rows` as `size`, with the one under the cursor and its neighbours; marks for the rest."""
    if len(rows) <= size:
        return list(rows)
    place = next((n for n, row in enumerate(rows) if row.key == cursor), 0)
    start = max(0, min(place - size // 2, len(rows) - size))
    part = list(rows[start : start + size])
    if start:
        part[0] = _marked(part[0], f"{start} more ↑")
    if more := len(rows) - start - size:
        part[-1] = _marked(part[-1], f"{more} more ↓")
    return part


def _marked(row: Row, mark: str) -> Row:
    """A row that says at its end that there are more of its kind."""
    (line,) = row.lines
    between = " · " if line.right else ""
    right = (*line.right[:-1], *(Span(one.text.rstrip() + between, one.tone) for one in line.right[-1:]))
    return Row(row.key, (RowLine(line.left, (*right, Span(f"{mark} ", Tone.TITLE))),))
