"""The day ribbon of one interview: a lane for each kind of step, and a line that explains the day."""

from datetime import date, timedelta

from textual.reactive import var

from followup_tui.core.dates.format import MONTHS, count, day_name, distance
from followup_tui.core.rules.plan_types import Status
from followup_tui.core.rules.timeline import Lane, Mark, MarkKind, Shade, Timeline
from followup_tui.core.text import clean_line
from followup_tui.tui.keys.bindings import bindings
from followup_tui.tui.widgets.day_ribbon import DAY, DayRibbon, RibbonLine, mark_glyphs, wrap_explanation
from followup_tui.tui.widgets.styled_lines import Span, StyledLine, Tone, width_of, wrap_words

LISTED = 3
"""Lines kept for the list below the day where it takes more than two: an empty one, two of what comes."""
MIN_HEIGHT_FOR_WORDS = 12
"""The minimum lines below the lanes to show all that they wrote, not only on the day under the cursor."""


_TOOK_PLACE = (MarkKind.INTERVIEW, MarkKind.SENT, MarkKind.RECEIVED)


class TimelineRibbon(DayRibbon):
    """The timeline of one interview."""

    BINDINGS = bindings("timeline-text")

    timeline: var[Timeline | None] = var(None)
    is_compact: var[bool] = var(default=False)
    """Whether the line of months is left out."""

    def __init__(self, *, id: str | None = None, scroll_keys: str = "") -> None:
        """Create a timeline; hints at hidden lines name the `scroll_keys`."""
        super().__init__(id=id)
        self._scroll_keys = scroll_keys
        self._wanted_offset: int | None = None
        """The line to begin with below the day; None until the user has scrolled."""
        self._above = self._after = 0
        """How many lines there are above and after those in view."""

    @property
    def calendar(self) -> Timeline | None:
        return self.timeline

    @property
    def cursor_line(self) -> int:
        return 0 if self.is_compact else 1

    def first_day(self, columns: int) -> date:
        timeline = self.timeline
        if timeline is None:
            return date(2000, 1, 1)
        first = timeline.case.held_on - timedelta(days=1)
        if first <= timeline.today < first + timedelta(days=max(1, columns * 2 // 3)):
            return first
        return timeline.today - timedelta(days=columns // 4)

    def watch_timeline(self, old: Timeline | None, new: Timeline | None) -> None:
        if new is None:
            self.day = None
        elif (
            old is None
            or self.day is None
            or old.case.held_on != new.case.held_on
            or (self.day == old.today != new.today)
        ):
            self.go_to_today(new.today)
            return
        self.redraw()

    def watch_is_compact(self) -> None:
        self.redraw()

    def watch_day(self) -> None:
        self._wanted_offset = None
        super().watch_day()

    def on_resize(self) -> None:
        if self.day == self.today:
            self._start = None  # of a width that is not known yet, or was another
        self.redraw()

    def on_focus(self) -> None:
        self.redraw()

    def on_blur(self) -> None:
        self.redraw()

    def action_scroll_text(self, lines: int) -> None:
        self._wanted_offset = self._above + max(-self._above, min(lines, self._after))
        self.redraw()

    def redraw(self) -> None:
        super().redraw()
        hidden = [f"{self._above} ↑"] if self._above else []
        hidden += [f"{count(self._after, 'more line')} ↓"] if self._after else []
        keys = [self._scroll_keys] if hidden and self.has_focus else []
        self.label(subtitle=" · ".join([*hidden, *keys]))

    def draw(self) -> list[RibbonLine]:
        timeline = self.timeline
        if timeline is None:
            return []
        days = self.days()
        heads = [self.header(day) for day in days]
        if self.is_compact:
            lines = [self.line(Span(f"{MONTHS[days[0].month - 1]} {days[0].year}", Tone.MUTED), heads)]
        else:
            lines = [self.line(Span(""), self.months(days)), self.line(Span(""), heads)]
        for lane in Lane:
            label = Span(_lane_label(lane, timeline.status(lane)), Tone.MUTED)
            lines.append(self.line(label, [self._cell(timeline, lane, day) for day in days]))
        lines.append(self.line(Span(""), [_marks(timeline, day) for day in days]))
        return lines + [
            RibbonLine(spans) for spans in self._below(timeline, self.content_size.height - len(lines))
        ]

    def _cell(self, timeline: Timeline, lane: Lane, day: date) -> Span:
        shade = timeline.shade(lane, day)
        if timeline.is_pending(lane) or shade is Shade.QUIET:
            return self.shaded(shade, day)
        return Span(("░" if shade is Shade.DUE else " ") * DAY, Tone.MUTED)

    def _below(self, timeline: Timeline, height: int) -> list[StyledLine]:
        """Return the lines on the day and a list of marks below; count the lines of the list out of view."""
        day, width = self.day or timeline.today, self.content_size.width
        received = [mark for mark in timeline.marks_on(day) if mark.words]
        is_roomy = height >= MIN_HEIGHT_FOR_WORDS
        most = max(1, min(height, 2), height - LISTED)
        lines = wrap_explanation(
            timeline.explain(day), width, min(most, max(1, height // 2)) if received else most, 1
        )
        gap: list[StyledLine] = [()] if is_roomy or not received else []
        room = height - len(lines) - len(gap)
        if received:
            listed = [line for mark in received for line in _words_lines(mark.words, width)]
            if (spare := room - len(listed) - 1) > 0:
                listed += [(), *_mark_lines(timeline, spare, width)]
            listed = self._in_view(listed, room, from_end=False)
        elif is_roomy:
            listed = []
            for mark in _shown_marks(timeline, len(timeline.marks)):
                listed.append(_mark_line(mark, timeline.today, width, with_words=False))
                listed += _words_lines(mark.words, width)
            listed = self._in_view(listed, room, from_end=True)
        else:
            self._above = self._after = 0
            listed = _mark_lines(timeline, room, width)
        return [*lines, *gap, *listed]

    def _in_view(self, lines: list[StyledLine], room: int, *, from_end: bool) -> list[StyledLine]:
        """Return the lines that are scrolled into view, and count the others.

        Until the user scrolls, the first lines are in view, or the last if `from_end`.
        """
        most = max(0, len(lines) - max(0, room))
        offset = self._wanted_offset
        if offset is None:
            offset = most if from_end else 0
        self._above = min(offset, most)
        shown = lines[self._above : self._above + max(0, room)]
        self._after = len(lines) - self._above - len(shown)
        return shown


def _lane_label(lane: Lane, status: Status | None) -> str:
    """Return the name of a lane; ticked only if its step is done, not if it was skipped or has lapsed."""
    if status is None or not status.is_finished:
        return lane
    return f"✓ {lane}" if status is Status.DONE else f"– {lane}"


def _words_lines(words: str, width: int) -> list[StyledLine]:
    """Return what they wrote, whole, in lines of at most `width` cells."""
    return [
        (Span("│ ", Tone.TITLE), Span(line))
        for paragraph in words.splitlines()
        for line in wrap_words(paragraph, width - 2)
    ]


def _mark_lines(timeline: Timeline, room: int, width: int) -> list[StyledLine]:
    """Return a line for each mark that fits into `room` lines."""
    return [_mark_line(mark, timeline.today, width) for mark in _shown_marks(timeline, room)]


def _mark_line(mark: Mark, today: date, width: int, with_words: bool = True) -> StyledLine:
    """Return the line of a mark, with how far it is from today if that fits into `width` cells.

    `with_words` appends what they wrote, as far as there is room.
    """
    past = mark.is_past
    tone = Tone.MUTED if past else Tone.PLAIN
    # Only what took place is ticked: a promised day or a window may pass with nothing done.
    glyph = ("✓ " if mark.kind in _TOOK_PLACE else "· ") if past else "→ "
    spans = (
        Span(glyph, Tone.MUTED if past else Tone.TITLE),
        Span(f"{day_name(mark.day, today):<11} ", tone),
        Span(mark.text, tone),
    )
    far = Span(f" · {distance(mark.day, today)}", Tone.MUTED)
    if width_of((*spans, far)) > width:
        return spans
    return (*spans, far, *((Span(f" · “{clean_line(mark.words)}”"),) if with_words and mark.words else ()))


def _shown_marks(timeline: Timeline, room: int) -> list[Mark]:
    """Return the marks that fit, those to come before past ones."""
    if room < 1:
        return []
    # A day that was replaced by another is nothing to wait for, and nothing that was done.
    listed = [mark for mark in timeline.marks if mark.kind is not MarkKind.EARLIER_PROMISE]
    coming = [mark for mark in listed if not mark.is_past]
    past = [mark for mark in listed if mark.is_past]
    spare = max(0, room - len(coming))
    return (past[-spare:] if spare else []) + coming[:room]


def _marks(timeline: Timeline, day: date) -> Span:
    glyphs = mark_glyphs(timeline.marks_on(day))
    return Span(" " * DAY) if glyphs is None else Span(glyphs[0].ljust(DAY), glyphs[1])
