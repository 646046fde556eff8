"""Finding in a list: type a few letters, `enter` goes there."""

from collections.abc import Iterable

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input

from followup_tui.core.fuzzy import FuzzyMatch, fuzzy_match
from followup_tui.core.rules.agenda import Entry
from followup_tui.core.text import clean_line
from followup_tui.tui.keys.bindings import bindings
from followup_tui.tui.keys.hints import Hint, KeyHint
from followup_tui.tui.screens.dialogs import show_keys_on_border
from followup_tui.tui.screens.main.view_model import interview_rows
from followup_tui.tui.widgets.row_list import Row, RowLine, RowList
from followup_tui.tui.widgets.styled_lines import Span, Tone, plain

_CLOSE = Hint("find.close")
_KEYS = (KeyHint("enter", "go there"), _CLOSE, Hint("find.up find.down"))


class Finder(ModalScreen[str | None]):
    """Rows over the screen, narrowed down by what is typed; the key of the chosen one is the result."""

    BINDINGS = bindings("finder")

    def __init__(self, title: str, placeholder: str, rows: tuple[Row, ...], current: str) -> None:
        """`current` is the key of the row that the cursor is on at first."""
        super().__init__()
        self._title, self._placeholder, self._rows, self._first = title, placeholder, rows, current

    def compose(self) -> ComposeResult:
        with Vertical(classes="box") as box:
            box.border_title = plain(self._title)
            yield Input(placeholder=self._placeholder)
            rows = RowList()
            rows.can_focus = False
            rows.rows = self._rows
            rows.cursor = self._first
            yield rows
            show_keys_on_border(box, *_KEYS)

    def on_input_changed(self, event: Input.Changed) -> None:
        query = event.value.strip()
        rows = self.query_one(RowList)
        if not query:
            rows.rows, rows.cursor = self._rows, self._first
            show_keys_on_border(self.query_one(".box"), *_KEYS)
            return
        found = list(_fitting(query, self._rows))
        rows.rows = tuple(row for row, _ in found) or (_none_with(query),)
        best = max((one for one in found if one[0].selectable), key=lambda one: one[1], default=None)
        rows.cursor = best[0].key if best is not None else ""
        show_keys_on_border(self.query_one(".box"), *(_KEYS if found else (_CLOSE,)))

    def action_move(self, step: int) -> None:
        self.query_one(RowList).action_move(step)

    def on_input_submitted(self) -> None:
        chosen = self.query_one(RowList).cursor
        if chosen:
            self.dismiss(chosen)

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        event.stop()
        self.dismiss(event.key)

    def on_row_list_moved(self, event: RowList.Moved) -> None:
        event.stop()


class InterviewFinder(Finder):
    """Finds an interview: its id is the result."""

    def __init__(self, entries: tuple[Entry, ...], current: str) -> None:
        placeholder = "company, role, or what is next"
        super().__init__("Find an interview", placeholder, interview_rows(entries), current)


def note_rows(notes: str) -> tuple[Row, ...]:
    """The lines of notes that say something, by their number from 0."""
    return tuple(
        Row(str(number), (RowLine((Span(line.strip()),), (Span(f"{number + 1} ", Tone.MUTED),)),))
        for number, line in enumerate(notes.split("\n"))
        if line.strip()
    )


def _none_with(query: str) -> Row:
    said = Span(f"Nothing here has “{clean_line(query)}” in it.", Tone.MUTED)
    return Row("none", (RowLine((said,)),), selectable=False)


def _fitting(query: str, rows: Iterable[Row]) -> Iterable[tuple[Row, float]]:
    """The rows that fit, their matches marked, each with its score; and the headings that still head any."""
    heading: Row | None = None
    under: list[tuple[Row, float]] = []
    for row in rows:
        if not row.selectable:
            yield from _headed(heading, under)
            heading, under = row, []
        elif (found := fuzzy_match(query, _text(row))) is not None:
            under.append((_marked(row, found), found.score))
    yield from _headed(heading, under)


def _headed(heading: Row | None, under: list[tuple[Row, float]]) -> Iterable[tuple[Row, float]]:
    """The rows under a heading, and before them the heading with how many they are."""
    if heading is not None and under:
        number = (Span(f"{len(under)} ", Tone.MUTED),)
        yield Row(heading.key, tuple(one._replace(right=number) for one in heading.lines), False), 0.0
    yield from under


def _text(row: Row) -> str:
    return "\n".join("".join(span.text for span in line.left) for line in row.lines)


def _marked(row: Row, found: FuzzyMatch) -> Row:
    places, at = set(found.positions), 0
    lines = []
    for line in row.lines:
        spans: list[Span] = []
        for span in line.left:
            start = 0
            for n in range(1, len(span.text) + 1):
                # A piece ends where what is marked begins or ends.
                is_end = n == len(span.text) or ((at + n) in places) != ((at + n - 1) in places)
                if is_end:
                    tone = Tone.FOUND if (at + n - 1) in places else span.tone
                    spans.append(Span(span.text[start:n], tone))
                    start = n
            at += len(span.text)
        at += 1  # the line's end
        lines.append(RowLine(tuple(spans), line.right))
    return Row(row.key, tuple(lines), row.selectable)
