"""The ribbon of all open interviews: a row each, today's column through all of them."""

from dataclasses import dataclass
from datetime import date, timedelta

from rich.cells import cell_len
from textual.message import Message
from textual.reactive import var

from followup_tui.core.dates.format import count
from followup_tui.core.rules.overview import Overview, OverviewRow
from followup_tui.tui.keys.bindings import bindings
from followup_tui.tui.widgets.day_ribbon import DayRibbon, RibbonLine, mark_glyphs, wrap_explanation
from followup_tui.tui.widgets.styled_lines import Span, StyledLine, Tone, truncate

HEAD = 2
"""The number of lines above the rows: months and days."""
BELOW = 2
"""Lines kept below the rows, without those on the day under the cursor: an empty one, one on what is due."""
NARROW = 70
"""Below this width, in cells, the explanation of a day needs three lines, else two."""
WIDE = 160
"""From this width, in cells, the names of the rows have more room."""
MIN_LABEL_CELLS, MAX_LABEL_CELLS = 22, 40
"""The cells for the names of the rows, with the marks before them."""
MIN_COMPANY = 16
"""The cells of its company's name that a line on what is due keeps, however long the rest is."""


class OverviewRibbon(DayRibbon):
    """Rows of interviews over columns of days. The cursor is a day and a row."""

    BINDINGS = bindings("overview-rows")

    overview: var[Overview | None] = var(None)
    row: var[int] = var(0)
    """The row under the cursor, from 0."""

    _full_label = 0
    """The cells that the names of the rows would need in full."""
    _first = 0
    """The first row in view when it was last computed."""

    @dataclass
    class Chosen(Message):
        """The user chose an interview."""

        id: str
        """The id of the interview."""

    @property
    def calendar(self) -> Overview | None:
        return self.overview

    @property
    def label_width(self) -> int:
        widest = MAX_LABEL_CELLS if self.content_size.width >= WIDE else MIN_LABEL_CELLS
        return min(widest, max(MIN_LABEL_CELLS, self._full_label))

    @property
    def cursor_line(self) -> int:
        return HEAD + self.row - self._top

    def first_day(self, columns: int) -> date:
        today = self.overview.today if self.overview is not None else date(2000, 1, 1)
        return today - timedelta(days=columns // 3)

    def watch_overview(self, overview: Overview | None) -> None:
        if overview is not None:
            self.day = self.day or overview.today
            self.row = self.validate_row(self.row)
            names = [cell_len(row.company) + 5 for row in overview.rows]
            self._full_label = max(names, default=0)
        self.redraw()
        self._show_visible_rows()

    def watch_row(self) -> None:
        self.redraw()
        self._show_visible_rows()

    def on_resize(self) -> None:
        self._show_visible_rows()

    def _show_visible_rows(self) -> None:
        """Show on the border which rows are visible, if not all are."""
        rows, top = len(self.overview.rows) if self.overview is not None else 0, self._top
        self.label(subtitle=f"{top + 1}–{top + self._room} of {rows}" if rows > self._room else "")

    def validate_row(self, row: int) -> int:
        """Return the nearest row that exists."""
        rows = len(self.overview.rows) if self.overview is not None else 0
        return max(0, min(row, rows - 1))

    def action_row(self, step: int) -> None:
        self.row += step

    def action_row_to(self, end: int) -> None:
        self.row = 0 if end == 0 or self.overview is None else len(self.overview.rows) - 1

    def action_page(self, direction: int) -> None:
        self.row += direction * max(1, self._room - 1)

    def action_choose(self) -> None:
        if self.overview is not None and self.overview.rows:
            self.post_message(self.Chosen(self.overview.rows[self.row].id))

    def click_row(self, y: int) -> None:
        if HEAD <= y < HEAD + self._room:
            self.row = self._top + y - HEAD

    @property
    def _room(self) -> int:
        """The number of lines for rows; the rest is for what is due and the day under the cursor."""
        return max(1, self.content_size.height - HEAD - BELOW - self._day_lines)

    @property
    def _day_lines(self) -> int:
        """The number of lines kept for the day under the cursor."""
        return 3 if self.content_size.width < NARROW else 2

    @property
    def _top(self) -> int:
        """The first row in view; it changes only where the cursor would be out of view."""
        self._first = max(0, self.row - self._room + 1, min(self._first, self.row))
        return self._first

    def draw(self) -> list[RibbonLine]:
        overview = self.overview
        if overview is None or not overview.rows:
            return [RibbonLine((Span("No open interviews.", Tone.MUTED),))]
        days = self.days()
        lines = [
            self.line(Span(""), self.months(days)),
            self.line(Span(""), [self.header(day) for day in days]),
        ]
        for index, row in enumerate(overview.rows[self._top :][: self._room], self._top):
            lines.append(self._row_line(row, index == self.row, days))
        return [
            *lines,
            RibbonLine(),
            *map(RibbonLine, self._below(overview, self.content_size.height - len(lines) - 1)),
        ]

    def _row_line(self, row: OverviewRow, at_cursor: bool, days: list[date]) -> RibbonLine:
        """Return the line of an interview: its name with a mark, and a cell for each day."""
        name = truncate(row.company, self.label_width - 4)
        glyph, tone = ("● ", Tone.DUE) if row.todos else ("  ", Tone.PLAIN)
        if any(todo.late for todo in row.todos):
            glyph, tone = "! ", Tone.LATE
        padding = " " * max(0, self.label_width - 3 - cell_len(name))
        label = (
            Span("▌" if at_cursor else " ", Tone.TITLE),
            Span(glyph, tone),
            Span(name + padding, Tone.STRONG if row.todos else Tone.PLAIN),
        )
        cells = (span for day in days for span in self._cell(row, day))
        return RibbonLine((*label, *cells), at_cursor and self.has_focus)

    def _cell(self, row: OverviewRow, day: date) -> StyledLine:
        shade, marks = row.shade(day), mark_glyphs(row.timeline.marks_on(day))
        filled = self.shaded(shade, day)
        if marks is not None:
            return Span(*marks), Span(filled.text[len(marks[0]) :], filled.tone)
        if day == self.today:
            # Today's column goes through all rows.
            return Span("│", Tone.TITLE), Span(filled.text[1:], filled.tone)
        return (filled,)

    def _below(self, overview: Overview, height: int) -> list[StyledLine]:
        """Return `height` lines on the day under the cursor and on what is due."""
        due = overview.due
        text = overview.rows[self.row].explain(self.day or overview.today)
        # The explanation is shown in full where that leaves a line or two for what is due.
        lines = wrap_explanation(
            text, self.content_size.width, max(self._day_lines, height - 1 - min(2, len(due))), 2
        )
        if len(lines) + len(due) + 1 < height:
            lines.append(())
        lines.append((Span(_counted(overview), Tone.STRONG if due else Tone.GOOD),))
        for row, todo in due[: max(0, height - len(lines))]:
            text = ", ".join(filter(None, (todo.text, todo.when(overview.today))))
            sign = Span("! ", Tone.LATE) if todo.late else Span("● ", Tone.DUE)
            room = self.content_size.width - cell_len(f"{sign.text}: {text}")
            company = truncate(row.company, max(MIN_COMPANY, room))
            lines.append((sign, Span(f"{company}: ", Tone.MUTED), Span(text)))
        return lines


def _counted(overview: Overview) -> str:
    """Return how much is due, and in how many interviews."""
    due = overview.due
    if not due:
        return "Nothing is due in any of them."
    rows = sum(1 for row in overview.rows if row.todos)
    return f"Due overall: {count(len(due), 'thing')} in {count(rows, 'interview')}"
