"""The notes as drawn: each sign in the style of its kind, and the date read in a line at its right end."""

from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from rich.text import Text
from textual.geometry import Region
from textual.reactive import reactive
from textual.strip import Strip

from followup_tui.core.dates.format import day_name
from followup_tui.core.dates.phrases import Explanation
from followup_tui.core.notes import signs
from followup_tui.core.notes.facts import NoteLine, explain_line, parse_line
from followup_tui.core.notes.late_notes import date_late_lines
from followup_tui.core.notes.threads import quoted_lines
from followup_tui.core.text import clean_line
from followup_tui.tui.widgets.text_editor import TextEditor

if TYPE_CHECKING:
    from followup_tui.core.notes.pay import PayNote

# Each frame asks for its lines several times.
_explain = lru_cache(maxsize=256)(explain_line)
_line = lru_cache(maxsize=256)(parse_line)

PASSED_OVER = ("in a pasted mail: plain text", "pasted: plain text", "plain text")
"""The remark on a line that begins with a sign and counts for nothing, in longer and shorter forms."""


class Notes(NamedTuple):
    """The notes of one interview, as the editor gets them."""

    interview_id: str
    text: str
    said_on: date
    """The day that dates in words are relative to."""
    today: date
    holidays: tuple[date, ...] = ()
    pay: "tuple[PayNote, ...]" = ()
    """What was said about pay in earlier rounds."""


class Part(NamedTuple):
    """A part of a line, from one character to another, with a style of its own."""

    start: int
    end: int
    style: Style


class RenderedNotes(TextEditor):
    """The notes of one interview, drawn with their signs and dates highlighted."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        *(sign.css_class for sign in signs.SIGNS),
        "notes--none",
        "notes--answer",
        "notes--read",
        "notes--doubt",
    }
    notes: reactive[Notes | None] = reactive(None, init=False)

    def __init__(self, set_day: str, **settings: Any) -> None:
        """`set_day` is the key that sets the promised day by hand; the `settings` are those of TextArea."""
        self._set_day = set_day
        super().__init__(**settings)
        self._is_plainly_drawn, self._base = False, Style()
        self._drawn_as: tuple[Style, str, bool] | None = None
        self._styles_by_class: dict[str, Style] = {}
        self._quoted: frozenset[int] = frozenset()
        """The rows of pasted threads, whose signs count for nothing."""

    def get_line(self, line_index: int) -> Text:
        """Return the line with its sign and fact highlighted."""
        text = super().get_line(line_index)
        for start, end, style in self._parts(line_index, text.plain):
            text.stylize(style, start, end)
        return text

    def _style_of(self, name: str) -> Style:
        """Return the style of a component class, cached: computing it takes longer than drawing a line."""
        style = self._styles_by_class.get(name)
        if style is None:
            style = self._styles_by_class[name] = self.get_component_rich_style(name, partial=True)
        return style

    def _parts(self, row: int, text: str) -> list[Part]:
        """Return the styled parts of a line: its sign, and what follows where that was understood."""
        line = _line(row, text, row in self._quoted)
        if line.sign is None:
            return []
        style = self._style_of(line.sign.css_class)
        start = len(text) - len(text.lstrip())
        parts = [Part(start, start + 1, style)]
        if line.is_none:
            none = self._style_of("notes--none")
            parts.append(Part(start + 1, len(text), none))
        elif line.sign is signs.PERSON or self._explanation(line).reading is not None:
            parts.append(Part(start + 1, len(text), style))
        elif line.answer:
            answer_start = len(text.rstrip()) - len(line.answer)
            parts.append(Part(answer_start, len(text), self._style_of("notes--answer")))
        return parts

    def row_state(self, row: int) -> object:
        """Return what other rows decide: whether it belongs to a pasted thread, and which figures it has to
        agree with.
        """
        return row in self._quoted, self._earlier_pay(row)

    def view_state(self) -> tuple[object, ...]:
        # Worked out once for all rows: this is asked before the state of each row is.
        self._quoted = quoted_lines(self.text)
        context = self.notes[2:] if self.notes is not None else None
        return (*super().view_state(), context, self.selection.is_empty)

    def render_lines(self, crop: Region) -> list[Strip]:
        is_read = self.read_only and not self.has_focus and self.selection.is_empty
        self._is_plainly_drawn = is_read and not self.is_empty
        self._base = self.rich_style
        drawn_as = (self._base, self.app.theme, self.app.native_ansi_color)
        if drawn_as != self._drawn_as:
            self._drawn_as = drawn_as
            self._styles_by_class.clear()
        return super().render_lines(crop)

    def draw_line(self, y: int) -> Strip:
        """Return the line, with the date read in it, or the remark on a missing one, at its right end."""
        width, section = self.scrollable_content_region.width, self.section(y)
        if section is None:
            return Strip.blank(width, self._base) if self._is_plainly_drawn else super().draw_line(y)
        row, start, end = section
        text = self.document.get_line(row)
        if self._is_plainly_drawn and "\t" not in text:
            parts = [
                Part(part.start - start, part.end - start, part.style) for part in self._parts(row, text)
            ]
            strip = styled_strip(text[start:end], parts, self._base, width)
        else:
            strip = super().draw_line(y)
        return self._with_remark(strip, row, text[start:end]) if end == len(text) else strip

    def _with_remark(self, strip: Strip, row: int, text: str) -> Strip:
        """Return the last line of a row with what was read in the row, if `text` leaves room for that."""
        forms, tone = self._remark(row)
        room = self.content_size.width - cell_len(text.rstrip()) - 2
        remark = next((form for form in forms if cell_len(form) <= room), "")
        if not remark:
            return strip
        style = self._base + self._style_of(tone)
        return Strip.join(
            [strip.crop(0, strip.cell_length - cell_len(remark)), Strip([Segment(remark, style)])]
        )

    def _remark(self, row: int, first: str = "") -> tuple[tuple[str, ...], str]:
        """Return what was read in a line, in longer and shorter forms, and the style class to show it in.

        `first` is what to press before the key that sets a date.
        """
        text = self.document.get_line(row)
        if row in self._quoted:
            passed_over = _line(row, text)
            is_fact = passed_over.is_fact and passed_over.sign is not signs.PROMISE
            return (PASSED_OVER, "notes--none") if is_fact else ((), "")
        line = _line(row, text)
        if self.notes is None or line.is_none or not line.text:
            return (), ""
        if line.sign is signs.PAY:
            return self._pay_remark(row, line), "notes--doubt"
        return self._reading(line, f"{first}{self._set_day}")

    def _reading(
        self, line: NoteLine, set_day: str, said_on: date | None = None
    ) -> tuple[tuple[str, ...], str]:
        """Return the date that was read in a line and what was passed over, as `_remark` does.

        `set_day` is what to press to set a date; empty while the line is still being typed. `said_on` is as
        in `Notes`.
        """
        explanation = self._explanation(line, said_on)
        remark = explanation.remark(clean_line(line.text))
        if explanation.reading is not None and self.notes is not None:
            day = day_name(explanation.reading.last, self.notes.today)
            longest = (f"{remark} · → {day}",) if remark else ()
            return (*longest, f"→ {day}", day), "notes--read"
        if not set_day:
            forms: tuple[str, ...] = (remark or "no date read yet", "no date yet", "?")
        else:
            longest = (f"{remark} · {set_day} sets the date",) if remark else ()
            forms = (*longest, f"no date read: {set_day} sets it", f"no date: {set_day}", "?")
        return (forms, "notes--doubt") if line.sign is signs.PROMISE else ((), "")

    def _pay_remark(self, row: int, line: NoteLine) -> tuple[str, ...]:
        """Return the remark on a line about pay that names another figure than the one on record."""
        # Nothing of pay is loaded before a line is about it.
        from followup_tui.core.notes.pay import describe_pay, other_figure

        other = other_figure(line.text, self._earlier_pay(row))
        if other is None or self.notes is None:
            return ()
        described, day = describe_pay(other, self.notes.today), day_name(other.noted_on, self.notes.today)
        return f"another figure: {described}", f"≠ {other.text}, {day}", f"≠ {day}", "≠"

    def _earlier_pay(self, row: int) -> "tuple[PayNote, ...]":
        """Return the lines about pay before a row, if it is about pay: in earlier rounds, and above it."""
        if self.notes is None or not _is_pay(self.document.get_line(row)):
            return ()
        from followup_tui.core.notes.pay import PayNote

        rows = (number for number in range(row) if number not in self._quoted)
        above = (_line(number, self.document.get_line(number)) for number in rows)
        own = (PayNote(line.text, self.notes.said_on) for line in above if line.sign is signs.PAY)
        return (*self.notes.pay, *own)

    def remark_forms(self, row: int) -> tuple[str, ...]:
        """Return what to say of a line outside the notes, in longer and shorter forms; empty if nothing.

        It is said where letters are typed, which is left before a key can set a date.
        """
        return self._remark(row, "esc, ")[0] if row < self.document.line_count else ()

    def reading_forms(self, text: str, held_on: date | None = None) -> tuple[str, ...]:
        """Return what would be shown of the date in a line that is still being typed somewhere else.

        It is read as it will be when it is added today to the notes of an interview held on `held_on`, by
        default to these.
        """
        if self.notes is not None:
            held_on = held_on or self.notes.said_on
            text = date_late_lines(text, self.notes.today, held_on, self.notes.holidays)
        line = parse_line(0, text)
        return () if line.is_none or not line.text else self._reading(line, "", held_on)[0]

    def _explanation(self, line: NoteLine, said_on: date | None = None) -> Explanation:
        """Return what is read in a line, and what is passed over; `said_on` as in `Notes`."""
        if self.notes is None or line.sign not in (signs.PROMISE, signs.MATERIAL):
            return Explanation(None, ())
        return _explain(line, said_on or self.notes.said_on, self.notes.holidays)


def _is_pay(text: str) -> bool:
    return text.lstrip().startswith(signs.PAY.character)


def styled_strip(text: str, parts: Sequence[Part], base: Style, width: int) -> Strip:
    """Return `text` in exactly `width` cells; of parts that overlap, the later is drawn on top."""
    bounds = {0, len(text), *(at for part in parts for at in part[:2] if 0 < at < len(text))}
    segments = []
    for start, end in pairwise(sorted(bounds)):
        style = base
        for part in parts:
            if part.start <= start < part.end:
                style += part.style
        segments.append(Segment(text[start:end], style))
    if (room := width - cell_len(text)) > 0:
        segments.append(Segment(" " * room, base))
    return Strip(Segment.simplify(segments)).adjust_cell_length(width, base)
