"""Dialogs that find a row of a list by a few letters."""

from collections.abc import Iterable
from itertools import groupby

from textual import getters, on
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
from followup_tui.tui.screens.interview_rows import interview_rows
from followup_tui.tui.widgets.row_list import Row, RowLine, RowList
from followup_tui.tui.widgets.styled_lines import Span, Tone, plain

_CLOSE = Hint("find.close")
_KEYS = (KeyHint("enter", "go there"), _CLOSE, Hint("find.up find.down"))


class Finder(ModalScreen[str | None]):
    """A list that is narrowed down by what is typed; the key of the chosen row is the result."""

    BINDINGS = bindings("finder")

    _list = getters.query_one(RowList)
    _box = getters.query_one(".box", Vertical)

    def __init__(self, title: str, placeholder: str, rows: tuple[Row[str], ...], current: str) -> None:
        """`current` is the key of the row that the cursor is on at first."""
        super().__init__()
        self._title, self._placeholder, self._rows, self._current = title, placeholder, rows, current

    def compose(self) -> ComposeResult:
        with Vertical(classes="box") as box:
            box.border_title = plain(self._title)
            yield Input(placeholder=self._placeholder)
            rows: RowList[str] = RowList()
            rows.can_focus = False
            rows.rows = self._rows
            rows.cursor = self._current
            yield rows
            show_keys_on_border(box, *_KEYS)

    @on(Input.Changed)
    def _narrow(self, event: Input.Changed) -> None:
        query = event.value.strip()
        rows = self._list
        if not query:
            rows.rows, rows.cursor = self._rows, self._current
            show_keys_on_border(self._box, *_KEYS)
            return
        matches = list(_matching(query, self._rows))
        rows.rows = tuple(row for row, _ in matches) or (_no_match(query),)
        selectable = [(row, score) for row, score in matches if row.selectable]
        best = max(selectable, key=lambda match: match[1], default=None)
        rows.cursor = best[0].key if best is not None else None
        show_keys_on_border(self._box, *(_KEYS if matches else (_CLOSE,)))

    def action_move(self, step: int) -> None:
        self._list.action_move(step)

    @on(Input.Submitted)
    def _choose(self) -> None:
        if self._list.cursor is not None:
            self.dismiss(self._list.cursor)

    @on(RowList.Chosen)
    def _choose_clicked(self, event: RowList.Chosen) -> None:
        event.stop()
        self.dismiss(event.key)

    @on(RowList.Moved)
    def _ignore(self, event: RowList.Moved) -> None:
        event.stop()


class InterviewFinder(Finder):
    """Finds an interview; its id is the result."""

    def __init__(self, entries: tuple[Entry, ...], current: str) -> None:
        placeholder = "company, role, or what is next"
        super().__init__("Find an interview", placeholder, interview_rows(entries), current)


def note_rows(notes: str) -> tuple[Row[str], ...]:
    """Return a row for each line of notes that is not blank; its key is the number of the line, from 0."""
    return tuple(
        Row(str(number), (RowLine((Span(line.strip()),), (Span(f"{number + 1} ", Tone.MUTED),)),))
        for number, line in enumerate(notes.split("\n"))
        if line.strip()
    )


def _no_match(query: str) -> Row[str]:
    text = Span(f"Nothing here has “{clean_line(query)}” in it.", Tone.MUTED)
    return Row(None, (RowLine((text,)),))


def _matching(query: str, rows: Iterable[Row[str]]) -> Iterable[tuple[Row[str], float]]:
    """Yield the rows that match, with the matching characters marked, and their scores.

    Headings of groups with a match are included with a score of 0.
    """
    heading: Row[str] | None = None
    group: list[tuple[Row[str], float]] = []
    for row in rows:
        if not row.selectable:
            yield from _with_heading(heading, group)
            heading, group = row, []
        elif (match := fuzzy_match(query, _text(row))) is not None:
            group.append((_marked(row, match), match.score))
    yield from _with_heading(heading, group)


def _with_heading(
    heading: Row[str] | None, group: list[tuple[Row[str], float]]
) -> Iterable[tuple[Row[str], float]]:
    """Yield a heading with the number of its rows, and the rows; no heading without rows."""
    if heading is not None and group:
        number = (Span(f"{len(group)} ", Tone.MUTED),)
        yield Row(None, tuple(line._replace(right=number) for line in heading.lines)), 0.0
    yield from group


def _text(row: Row[str]) -> str:
    return "\n".join("".join(span.text for span in line.left) for line in row.lines)


def _marked(row: Row[str], match: FuzzyMatch) -> Row[str]:
    """Return the row with the matching characters in the tone of found text."""
    positions, position = set(match.positions), 0
    lines = []
    for line in row.lines:
        spans: list[Span] = []
        for span in line.left:
            for is_match, characters in groupby(
                enumerate(span.text, position), key=lambda item: item[0] in positions
            ):
                text = "".join(character for _, character in characters)
                spans.append(Span(text, Tone.FOUND if is_match else span.tone))
            position += len(span.text)
        position += 1  # the line break
        lines.append(RowLine(tuple(spans), line.right))
    return Row(row.key, tuple(lines))
