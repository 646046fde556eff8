"""The day ribbon of one interview: a lane for each thing that has its days, a line that explains the day."""

from datetime import date, timedelta

from rich.style import Style
from textual.reactive import reactive
from textual.strip import Strip

from followup_tui.core.timeline import Lane, Mark, Shade, Timeline
from followup_tui.core.wording import MONTHS, day_name, distance
from followup_tui.tui.widgets.days import DAY, DayRibbon, mark_glyphs
from followup_tui.tui.widgets.lines import Span, Tone, plain


class Ribbon(DayRibbon):
    """The timeline of one interview."""

    timeline: reactive[Timeline | None] = reactive(None)
    is_compact: reactive[bool] = reactive(False)
    """Whether the line of months is left out."""

    @property
    def today(self) -> date | None:
        return self.timeline.today if self.timeline is not None else None

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
            return self._below(shown, y - len(lines), self.content_size.height - len(lines), base)
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

    def _below(self, shown: Timeline, y: int, height: int, base: Style) -> Strip:
        """The line on the day, in two lines where there is room, and the list of what was and what comes."""
        width = self.content_size.width
        text = plain(shown.explain(self.day or shown.today))
        wrapped = text.wrap(max(1, width)) if height > 1 else [text]
        if len(wrapped) > 2:
            wrapped = [wrapped[0], plain(" ".join(line.plain for line in wrapped[1:]))]
        if y < len(wrapped):
            return self.strip((Span(wrapped[y].plain, Tone.STRONG),), base)
        row, room = y - len(wrapped) - 1, height - len(wrapped) - 1
        events = _shown_marks(shown, room)
        if not 0 <= row < len(events):
            return self.strip((), base)
        mark = events[row]
        past = mark.is_past
        name = f"{day_name(mark.day, shown.today)}".ljust(12)
        spans = (
            Span("✓ " if past else "→ ", Tone.MUTED if past else Tone.TITLE),
            Span(name, Tone.MUTED if past else Tone.PLAIN),
            Span(mark.text, Tone.MUTED if past else Tone.PLAIN),
            Span(f" · {distance(mark.day, shown.today)}", Tone.MUTED),
        )
        return self.strip(spans, base)


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
