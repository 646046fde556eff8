"""The day ribbon of one interview: a lane for each thing that has its days, a line that explains the day."""

from datetime import date, timedelta

from textual.reactive import reactive
from textual.strip import Strip

from followup_tui.core.timeline import Lane, Mark, Shade, Timeline
from followup_tui.core.wording import MONTHS, day_name, distance
from followup_tui.tui.widgets.days import DAY, DayRibbon, mark_glyphs, told
from followup_tui.tui.widgets.lines import Span, Tone


class Ribbon(DayRibbon):
    """The timeline of one interview."""

    timeline: reactive[Timeline | None] = reactive(None)
    is_compact: reactive[bool] = reactive(False)
    """Whether the line of months is left out."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        # The lines below the lanes, and what they were made of: every line of the widget asks for them.
        self._below_of: Timeline | None = None
        self._below_at: tuple[date, int, int] | None = None
        self._below_lines: list[tuple[Span, ...]] = []

    @property
    def today(self) -> date | None:
        return self.timeline.today if self.timeline is not None else None

    @property
    def cursor_line(self) -> int:
        return 0 if self.is_compact else 1

    def home(self, columns: int) -> date:
        shown = self.timeline
        if shown is None:
            return date(2000, 1, 1)
        first = shown.case.held_on - timedelta(days=1)
        if first <= shown.today < first + timedelta(days=max(1, columns * 2 // 3)):
            return first
        return shown.today - timedelta(days=columns // 4)

    def is_free(self, day: date) -> bool:
        return self.timeline is not None and self.timeline.is_free(day)

    def watch_timeline(self, old: Timeline | None, new: Timeline | None) -> None:
        if new is None:
            self.day = None
        elif old is None or self.day is None or old.case.held_on != new.case.held_on or self.day == old.today:
            self.go_home(new.today)
        self.refresh()

    def render_line(self, y: int) -> Strip:
        shown, base = self.timeline, self.rich_style
        if shown is None:
            return self.strip((), base)
        days = self.days()
        heads = ("days",) if self.is_compact else ("months", "days")
        lines = (*heads, *Lane, "marks")
        if y >= len(lines):
            below = self._below(shown, self.content_size.height - len(lines))
            y -= len(lines)
            return self.strip(below[y] if y < len(below) else (), base)
        which = lines[y]
        if which == "months":
            return self.line(Span(""), self.months(days), base)
        if which == "days":
            label = f"{MONTHS[days[0].month - 1]} {days[0].year}" if self.is_compact else ""
            return self.line(Span(label, Tone.MUTED), [self.header(day) for day in days], base)
        if isinstance(which, Lane):
            label = f"✓ {which}" if shown.is_done(which) else which
            return self.line(Span(label, Tone.MUTED), [self._cell(shown, which, day) for day in days], base)
        return self.line(Span(""), [_marks(shown, day) for day in days], base)

    def _cell(self, shown: Timeline, lane: Lane, day: date) -> Span:
        shade = shown.shade(lane, day)
        if not shown.is_done(lane):
            return self.shaded(shade, day)
        return Span(("░" if shade is Shade.DUE else " ") * DAY, Tone.MUTED)

    def _below(self, shown: Timeline, height: int) -> list[tuple[Span, ...]]:
        """The lines on the day, two where there is room, and the list of what was and what comes."""
        place = (self.day or shown.today, self.content_size.width, height)
        if self._below_of is shown and self._below_at == place:
            return self._below_lines
        lines = told(shown.explain(place[0]), place[1], min(2, max(1, height)), 1)
        room = height - len(lines) - 1
        lines += [(), *(_mark_line(mark, shown.today) for mark in _shown_marks(shown, room))]
        self._below_of, self._below_at, self._below_lines = shown, place, lines
        return lines


def _mark_line(mark: Mark, today: date) -> tuple[Span, ...]:
    past = mark.is_past
    return (
        Span("✓ " if past else "→ ", Tone.MUTED if past else Tone.TITLE),
        Span(f"{day_name(mark.day, today):<11} ", Tone.MUTED if past else Tone.PLAIN),
        Span(mark.text, Tone.MUTED if past else Tone.PLAIN),
        Span(f" · {distance(mark.day, today)}", Tone.MUTED),
    )


def _shown_marks(shown: Timeline, room: int) -> list[Mark]:
    """What fits of what was and what comes: what comes first of all."""
    if room < 1:
        return []
    coming = [mark for mark in shown.marks if not mark.is_past]
    past = [mark for mark in shown.marks if mark.is_past]
    spare = max(0, room - len(coming))
    return (past[-spare:] if spare else []) + coming[:room]


def _marks(shown: Timeline, day: date) -> Span:
    glyphs = mark_glyphs(shown.marks_on(day))
    return Span(" " * DAY) if glyphs is None else Span(glyphs[0].ljust(DAY), glyphs[1])
