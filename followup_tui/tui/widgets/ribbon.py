"""The day ribbon: a column a day, a lane for each thing that has its days, a line that explains the day."""

from datetime import date, timedelta
from itertools import groupby
from typing import ClassVar

from rich.cells import cell_len
from rich.style import Style
from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from followup_tui.core.timeline import Lane, Mark, MarkKind, Shade, Timeline
from followup_tui.core.wording import MONTHS, WEEKDAYS, day_name, distance
from followup_tui.tui.widgets.lines import TONES, Span, Tone, plain, spans_strip

LABEL = 10
"""Width of the names of the lanes, in cells."""
DAY = 4
"""Width of a day, in cells."""

_LOOKS = {
    Shade.DUE: ("█", Tone.DUE),
    Shade.FADING: ("▒", Tone.LATE),
    Shade.QUIET: ("░", Tone.QUIET),
    Shade.GOOD: ("█", Tone.GOOD),
    Shade.STILL_GOOD: ("░", Tone.GOOD),
}
_GLYPHS = {
    MarkKind.INTERVIEW: ("◎", Tone.STRONG),
    MarkKind.PROMISED: ("◆", Tone.TITLE),
    MarkKind.EARLIER_PROMISE: ("◇", Tone.MUTED),
    MarkKind.MATERIAL: ("+", Tone.DUE),
    MarkKind.SENT: ("●", Tone.STRONG),
    MarkKind.RECEIVED: ("◀", Tone.STRONG),
}


class Ribbon(Widget, can_focus=True):
    """The timeline of one interview. The cursor moves by day, without end in both directions."""

    COMPONENT_CLASSES: ClassVar[set[str]] = set(TONES)
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left,h", "move(-1)", "Day before", show=False, id="timeline.back", tooltip="The day before"),
        Binding("right,l", "move(1)", "Day after", show=False, id="timeline.on", tooltip="The day after"),
        Binding("t", "today", "Today", show=False, id="timeline.today", tooltip="Back to today"),
    ]

    timeline: reactive[Timeline | None] = reactive(None)
    day: reactive[date | None] = reactive(None)
    """The day under the cursor."""
    is_compact: reactive[bool] = reactive(False)
    """Whether the line of months is left out."""

    class Moved(Message):
        """The cursor came to another day."""

        def __init__(self, day: date) -> None:
            self.day = day
            super().__init__()

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._start: date | None = None

    def watch_timeline(self, old: Timeline | None, new: Timeline | None) -> None:
        if new is None:
            self.day = None
        elif old is None or self.day is None or old.case.held_on != new.case.held_on or self.day == old.today:
            self._start = None
            self.day = new.today
        self.refresh()

    def validate_day(self, day: date | None) -> date | None:
        """Keeps the cursor on the calendar."""
        return None if day is None else max(date(1990, 1, 1), min(date(2209, 12, 31), day))

    def action_move(self, days: int) -> None:
        if self.day is not None:
            self.day += timedelta(days=days)
            self.post_message(self.Moved(self.day))

    def action_today(self) -> None:
        if self.timeline is not None:
            self._start = None
            self.day = self.timeline.today
            self.post_message(self.Moved(self.day))

    def on_click(self, event: events.Click) -> None:
        column = (event.x - LABEL) // DAY
        if self.timeline is not None and event.x >= LABEL and column < self._columns:
            self.day = self._first_day(self.timeline) + timedelta(days=column)
            self.post_message(self.Moved(self.day))

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        event.stop()
        self.action_move(1)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        event.stop()
        self.action_move(-1)

    @property
    def _columns(self) -> int:
        return max(1, (self.size.width - LABEL) // DAY)

    def _first_day(self, shown: Timeline) -> date:
        """The day in the first column: the cursor stays in view, what comes has more room than what was."""
        day, columns = self.day or shown.today, self._columns
        start = self._start
        if start is None:
            start = shown.case.held_on - timedelta(days=1)
            if not start <= shown.today < start + timedelta(days=max(1, columns * 2 // 3)):
                start = shown.today - timedelta(days=columns // 4)
        margin = timedelta(days=min(2, (columns - 1) // 2))
        start = min(start, day - margin)
        start = max(start, day + margin - timedelta(days=columns - 1))
        self._start = start
        return start

    def render_line(self, y: int) -> Strip:
        width, base, shown = self.size.width, self.rich_style, self.timeline
        if shown is None:
            return Strip.blank(width, base)
        first = self._first_day(shown)
        days = [first + timedelta(days=n) for n in range(self._columns)]
        lines = ["days", *Lane, "marks"] if self.is_compact else ["months", "days", *Lane, "marks"]
        if y < len(lines):
            which = lines[y]
            if which == "months":
                return self._line("", _months(days), base)
            if which == "days":
                label = f"{MONTHS[first.month - 1]} {first.year}" if self.is_compact else ""
                return self._line(label, [self._header(shown, day) for day in days], base)
            if isinstance(which, Lane):
                done = shown.is_done(which)
                label = f"✓ {which}" if done else which
                return self._line(label, [self._cell(shown, which, day, done) for day in days], base)
            return self._line("", [self._marks(shown, day) for day in days], base)
        return self._below(shown, y - len(lines), self.size.height - len(lines), base)

    def _line(self, label: str, cells: list[Span], base: Style) -> Strip:
        spans = (Span(label.ljust(LABEL), Tone.MUTED), *cells)
        return spans_strip(spans, (), self.size.width, self._style, base)

    def _style(self, tone: str) -> Style:
        return self.get_component_rich_style(tone, partial=tone != Tone.CURSOR)

    def _header(self, shown: Timeline, day: date) -> Span:
        text = f"{WEEKDAYS[day.weekday()][0]}{day.day:02} "
        if day == self.day and self.has_focus:
            return Span(text, Tone.CURSOR)
        if day == shown.today:
            return Span(f"{text[:3]}◂", Tone.TITLE)
        if day == self.day:
            return Span(f"{text[:3]}‸", Tone.STRONG)
        return Span(text, Tone.MUTED if shown.is_free(day) else Tone.PLAIN)

    def _cell(self, shown: Timeline, lane: Lane, day: date, done: bool) -> Span:
        shade = shown.shade(lane, day)
        if shade is Shade.NONE:
            return Span("·".center(DAY - 1) + " " if shown.is_free(day) else " " * DAY, Tone.MUTED)
        glyph, tone = _LOOKS[shade]
        if done:
            return Span("░" * DAY, Tone.MUTED) if shade is Shade.DUE else Span(" " * DAY, Tone.MUTED)
        return Span(glyph * DAY, tone)

    def _marks(self, shown: Timeline, day: date) -> Span:
        marks = [mark for mark in shown.marks_on(day) if mark.kind in _GLYPHS]
        if not marks:
            return Span(" " * DAY)
        tone = _GLYPHS[marks[0].kind][1]
        return Span("".join(_GLYPHS[mark.kind][0] for mark in marks[: DAY - 1]).ljust(DAY), tone)

    def _below(self, shown: Timeline, y: int, height: int, base: Style) -> Strip:
        """The line on the day, in two lines where there is room, and the list of what was and what comes."""
        width = self.size.width
        text = plain(shown.explain(self.day or shown.today))
        wrapped = text.wrap(max(1, width)) if height > 1 else [text]
        if len(wrapped) > 2:
            wrapped = [wrapped[0], plain(" ".join(line.plain for line in wrapped[1:]))]
        if y < len(wrapped):
            return spans_strip((Span(wrapped[y].plain, Tone.STRONG),), (), width, self._style, base)
        row, room = y - len(wrapped) - 1, height - len(wrapped) - 1
        events = _shown_marks(shown, room)
        if not 0 <= row < len(events):
            return Strip.blank(width, base)
        mark = events[row]
        past = mark.is_past
        name = f"{day_name(mark.day, shown.today)}".ljust(12)
        spans = (
            Span("✓ " if past else "→ ", Tone.MUTED if past else Tone.TITLE),
            Span(name, Tone.MUTED if past else Tone.PLAIN),
            Span(mark.text, Tone.MUTED if past else Tone.PLAIN),
            Span(f" · {distance(mark.day, shown.today)}", Tone.MUTED),
        )
        return spans_strip(spans, (), width, self._style, base)


def _shown_marks(shown: Timeline, room: int) -> list[Mark]:
    """What fits of what was and what comes: what comes first of all."""
    if room < 1:
        return []
    coming = [mark for mark in shown.marks if not mark.is_past]
    past = [mark for mark in shown.marks if mark.is_past]
    spare = max(0, room - len(coming))
    return (past[-spare:] if spare else []) + coming[:room]


def _months(days: list[date]) -> list[Span]:
    spans = []
    for (year, month), group in groupby(days, key=lambda day: (day.year, day.month)):
        width = len(list(group)) * DAY
        name = f"{MONTHS[month - 1]} {year}"
        spans.append(
            Span(
                (name if cell_len(name) < width else MONTHS[month - 1][: width - 1]).ljust(width),
                Tone.MUTED,
            )
        )
    return spans
