"""The base of both ribbons: columns of days in both directions, with a cursor that moves by day."""

from collections.abc import Iterable
from datetime import date, timedelta
from itertools import groupby, zip_longest
from typing import TYPE_CHECKING, NamedTuple

from rich.cells import cell_len
from textual import events
from textual.geometry import Offset, Region, Size
from textual.message import Message
from textual.reactive import var
from textual.strip import Strip

from followup_tui.core.dates.format import MONTHS, WEEKDAYS
from followup_tui.core.dates.years import FIRST_YEAR, LAST_YEAR
from followup_tui.core.rules.timeline import Mark, MarkKind, Shade, Timeline
from followup_tui.tui.keys.bindings import bindings
from followup_tui.tui.widgets.pane import Framed
from followup_tui.tui.widgets.styled_lines import Span, StyledLine, Tone, ToneStyles, plain, spans_strip

if TYPE_CHECKING:
    from followup_tui.core.rules.overview import Overview

DAY = 4
"""Width of a day, in cells."""

# A glyph for each: without colours, too, what is due and what is good are told apart.
SHADE_STYLES = {
    Shade.DUE: ("█", Tone.DUE),
    Shade.FADING: ("▒", Tone.DUE),
    Shade.QUIET: ("░", Tone.QUIET),
    Shade.GOOD: ("▆", Tone.GOOD),
    Shade.STILL_GOOD: ("▂", Tone.GOOD),
}
MARK_GLYPHS = {
    MarkKind.INTERVIEW: ("◎", Tone.STRONG),
    MarkKind.PROMISED: ("◆", Tone.TITLE),
    MarkKind.EARLIER_PROMISE: ("◇", Tone.MUTED),
    MarkKind.MATERIAL: ("+", Tone.DUE),
    MarkKind.SENT: ("●", Tone.STRONG),
    MarkKind.RECEIVED: ("◀", Tone.STRONG),
}


class RibbonLine(NamedTuple):
    """A line of a ribbon."""

    spans: StyledLine = ()
    at_cursor: bool = False
    """Whether it is the row that the cursor is on, in the pane that takes the keys."""


class DayRibbon(Framed, can_focus=True):
    """Columns of days with a cursor. Subclasses draw what is in the columns."""

    BINDINGS = bindings("timeline")
    day: var[date | None] = var(None)
    """The day under the cursor."""

    class Moved(Message):
        """The user moved the cursor to another day."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._start: date | None = None
        self._drawn: list[RibbonLine] = []
        self._drawn_for: tuple[Size, bool] | None = None

    @property
    def calendar(self) -> "Timeline | Overview | None":
        """What is shown; None while that is nothing."""
        raise NotImplementedError

    @property
    def today(self) -> date | None:
        """The current day; None while there is nothing to show."""
        return self.calendar.today if self.calendar is not None else None

    def first_day(self, columns: int) -> date:
        """Return the day of the first of `columns` at the initial position."""
        raise NotImplementedError

    def is_free(self, day: date) -> bool:
        """Return whether `day` is a weekend or a holiday."""
        return self.calendar is not None and self.calendar.is_free(day)

    def draw(self) -> list[RibbonLine]:
        """Return the current lines; lines below them are empty."""
        raise NotImplementedError

    def redraw(self) -> None:
        """Repaint the lines that have changed."""
        old_lines, old_state = self._drawn, self._drawn_for
        self._drawn_for = None
        lines = self._lines()
        if old_state != self._drawn_for:
            self.refresh()
            return
        pairs = enumerate(zip_longest(old_lines, lines, fillvalue=RibbonLine()))
        changed = [Region(0, y, self.content_size.width, 1) for y, (old, new) in pairs if old != new]
        if changed:
            self.refresh(*changed)

    def _lines(self) -> list[RibbonLine]:
        drawn_for = (self.content_size, self.has_focus)
        if self._drawn_for != drawn_for:
            self._drawn, self._drawn_for = self.draw(), drawn_for
        return self._drawn

    def watch_day(self) -> None:
        self.redraw()

    def render_lines(self, crop: Region) -> list[Strip]:
        self._tone_styles = ToneStyles(self)
        return super().render_lines(crop)

    def render_line(self, y: int) -> Strip:
        lines = self._lines()
        spans, at_cursor = lines[y] if y < len(lines) else RibbonLine()
        return spans_strip(spans, (), self.content_size.width, self._tone_styles, at_cursor)

    def validate_day(self, day: date | None) -> date | None:
        """Return the nearest day that the ribbon can show: ten years beyond those that the file may hold."""
        if day is None:
            return None
        return max(date(FIRST_YEAR - 10, 1, 1), min(date(LAST_YEAR + 10, 12, 31), day))

    def action_move(self, days: int) -> None:
        if self.day is not None:
            self._go(self.day + timedelta(days=days))

    def action_today(self) -> None:
        if self.today is not None:
            self.go_to_today(self.today)
            self.post_message(self.Moved())

    def go_to_today(self, today: date) -> None:
        """Move the cursor to today, and scroll to the initial position."""
        self._start = None
        self.set_reactive(DayRibbon.day, today)
        self.redraw()

    def on_click(self, event: events.Click) -> None:
        offset = event.get_content_offset(self)
        if offset is not None and offset.x >= self.label_width:
            self.click_row(offset.y)
            column = (offset.x - self.label_width) // DAY
            if column < self.columns and self.today is not None:
                self._go(self.days()[column])

    @property
    def cursor_screen_offset(self) -> Offset:
        """The position of the day under the cursor on the screen, for the terminal's own cursor."""
        days = self.days()
        column = days.index(self.day) if self.day in days else 0
        offset = Offset(self.label_width + column * DAY, self.cursor_line)
        region = self.content_region
        return region.offset + offset.clamp(max(1, region.width), max(1, region.height))

    @property
    def label_width(self) -> int:
        """The width of the names of the rows, in cells."""
        return 10

    @property
    def cursor_line(self) -> int:
        """The line of the widget that the cursor is on."""
        raise NotImplementedError

    def click_row(self, y: int) -> None:
        """Handle a click on the line `y`."""

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        event.stop()
        self.action_move(1)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        event.stop()
        self.action_move(-1)

    @property
    def columns(self) -> int:
        """The number of days that fit."""
        return max(1, (self.content_size.width - self.label_width) // DAY)

    def days(self) -> list[date]:
        """Return the visible days, with more room for the future than the past.

        They begin where they began last, unless the cursor would be out of view: then they are scrolled.
        """
        today = self.today
        if today is None:
            return []
        day, columns = self.day or today, self.columns
        start = self._start or self.first_day(columns)
        margin = timedelta(days=min(2, (columns - 1) // 2))
        start = min(start, day - margin)
        self._start = max(start, day + margin - timedelta(days=columns - 1))
        return [self._start + timedelta(days=n) for n in range(columns)]

    def months(self, days: list[date]) -> list[Span]:
        """Return the names of the months, each above its first visible day."""
        spans = []
        for (year, month), group in groupby(days, key=lambda day: (day.year, day.month)):
            width = len(list(group)) * DAY
            name = f"{MONTHS[month - 1]} {year}"
            fits = name if cell_len(name) < width else MONTHS[month - 1][: width - 1]
            spans.append(Span(fits.ljust(width), Tone.MUTED))
        return spans

    def header(self, day: date) -> Span:
        """Return the head of a column, such as `M23`; today and the day under the cursor are marked."""
        text = f"{WEEKDAYS[day.weekday()][0]}{day.day:02} "
        if day == self.day and self.has_focus:
            return Span(f"{text[:3]}{'◂' if day == self.today else '‸'}", Tone.CURSOR)
        if day == self.today:
            return Span(f"{text[:3]}◂", Tone.TITLE)
        if day == self.day:
            return Span(f"{text[:3]}‸", Tone.STRONG)
        return Span(text, Tone.MUTED if self.is_free(day) else Tone.PLAIN)

    def shaded(self, shade: Shade, day: date) -> Span:
        """Return the cell of a day with a shade."""
        if shade is Shade.NONE:
            return Span("·".center(DAY - 1) + " " if self.is_free(day) else " " * DAY, Tone.MUTED)
        glyph, tone = SHADE_STYLES[shade]
        if shade is Shade.FADING and self.today is not None and day > self.today:
            tone = Tone.MUTED  # not late yet
        return Span(glyph * DAY, tone)

    def line(self, label: Span, cells: Iterable[Span]) -> RibbonLine:
        """Return a row of the ribbon: its name and its days."""
        return RibbonLine((Span(label.text.ljust(self.label_width), label.tone), *cells))

    def _go(self, day: date) -> None:
        self.day = day
        self.post_message(self.Moved())


def wrap_explanation(text: str, width: int, lines: int, strong: int) -> list[StyledLine]:
    """Return `text` in at most `lines` lines of `width` cells, its first `strong` parts emphasized.

    The parts are separated by ` · `.
    """
    wrapped = [line.plain for line in plain(text).wrap(max(1, width))]
    if len(wrapped) > lines:
        wrapped = [*wrapped[: lines - 1], " ".join(wrapped[lines - 1 :])]
    head = " · ".join(text.split(" · ")[:strong])
    rest = wrapped[0].removeprefix(head)
    first = (Span(wrapped[0], Tone.STRONG),) if rest == wrapped[0] else (Span(head, Tone.STRONG), Span(rest))
    return [first, *((Span(line),) for line in wrapped[1:])]


def mark_glyphs(marks: tuple[Mark, ...]) -> tuple[str, Tone] | None:
    """Return the glyphs of a day's marks and the tone of the first; None without marks."""
    shown = [MARK_GLYPHS[mark.kind] for mark in marks if mark.kind in MARK_GLYPHS]
    return ("".join(glyph for glyph, _ in shown[: DAY - 1]), shown[0][1]) if shown else None
