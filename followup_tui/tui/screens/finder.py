"""Dialogs that find a row of a list by a few letters."""

from collections.abc import Callable, Hashable, Iterable
from itertools import groupby
from typing import ClassVar, Generic, NamedTuple, TypeVar

from textual import getters, on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import ModalScreen

from followup_tui.core.fuzzy import FuzzyMatch, fuzzy_match
from followup_tui.core.rules.agenda import Entry
from followup_tui.core.rules.known_people import KnownPerson
from followup_tui.core.text import clean_line
from followup_tui.tui.keys.bindings import bindings, by_id
from followup_tui.tui.keys.hints import Hint, KeyHint
from followup_tui.tui.screens.dialogs import show_keys_on_border
from followup_tui.tui.screens.interview_rows import interview_rows
from followup_tui.tui.widgets.line_input import LineInput
from followup_tui.tui.widgets.row_list import Row, RowLine, RowList
from followup_tui.tui.widgets.styled_lines import Span, Tone, plain

_CLOSE = Hint("find.close")


K = TypeVar("K", bound=Hashable)
"""The type of the keys of a finder's rows."""


class Finder(ModalScreen[K | None], Generic[K]):
    """A list that is narrowed down by what is typed; the key of the chosen row is the result."""

    BINDINGS = bindings("finder")

    enter_label: ClassVar = "go there"
    """What `enter` does, in a few words."""

    _list = getters.query_one(RowList)
    _box = getters.query_one(".box", Vertical)

    def __init__(self, title: str, placeholder: str, rows: tuple[Row[K], ...], current: K) -> None:
        """`current` is the key of the row that the cursor is on at first."""
        super().__init__()
        self._title, self._placeholder, self._rows, self._current = title, placeholder, rows, current

    def _show_keys(self, *, has_match: bool = True) -> None:
        keys = (KeyHint("enter", self.enter_label), _CLOSE, Hint("find.up find.down"))
        show_keys_on_border(self._box, *(keys if has_match else (_CLOSE,)))

    def searched_rows(self) -> tuple[Row[K], ...]:
        """Return the rows that are searched; without a query, only those of the list are shown."""
        return self._rows

    def no_match(self, query: str) -> tuple[Row[K], ...]:
        """Return what is shown where nothing matches."""
        text = Span(f"Nothing here matches “{query}”.", Tone.MUTED)
        return (Row(None, (RowLine((text,)),)),)

    def compose(self) -> ComposeResult:
        with Vertical(classes="box") as box:
            box.border_title = plain(self._title)
            yield LineInput(placeholder=self._placeholder)
            rows: RowList[K] = RowList()
            rows.can_focus = False
            rows.rows = self._rows
            rows.cursor = self._current
            yield rows

    def on_mount(self) -> None:
        self._show_keys()

    @on(LineInput.Changed)
    def _narrow(self, event: LineInput.Changed) -> None:
        """Show the rows that match what was typed, with the cursor on the best of them."""
        query = event.value.strip()
        rows = self._list
        if not query:
            rows.rows, rows.cursor = self._rows, self._current
            self._show_keys()
            return
        matches = list(_matching_rows(query, self.searched_rows()))
        rows.rows = tuple(row for row, _ in matches) or self.no_match(clean_line(query))
        selectable = [(row, score) for row, score in matches if row.selectable]
        best = max(selectable, key=lambda match: match[1], default=None)
        first = next((row.key for row in rows.rows if row.selectable), None)
        rows.cursor = best[0].key if best is not None else first
        self._show_keys(has_match=bool(matches))

    def action_move(self, step: int) -> None:
        self._list.action_move(step)

    @on(LineInput.Submitted)
    @on(RowList.Chosen)
    def _choose(self) -> None:
        if self._list.cursor is not None:
            self.dismiss(self._list.cursor)


class FoundPerson(NamedTuple):
    """A person of the notes, and an interview that names them."""

    interview_id: str
    name: str


class NewCaller(NamedTuple):
    """A name that is in no notes yet."""

    name: str


Found = str | FoundPerson | NewCaller
"""What the finder finds: the id of an interview, a person, or a name that nobody has."""


class InterviewFinder(Finder[Found]):
    """Finds an interview, or a person of the notes; a name that is not found may be a new caller's."""

    def __init__(
        self, entries: tuple[Entry, ...], current: str, people: Callable[[], tuple[KnownPerson, ...]]
    ) -> None:
        """`people` returns everybody named in the notes; it is called once something is typed."""
        self._people = people
        self._person_rows: tuple[Row[Found], ...] | None = None
        placeholder = "company, person, or what is next"
        rows: tuple[Row[Found], ...] = tuple(Row(row.key, row.lines) for row in interview_rows(entries))
        super().__init__(by_id()["interview.switch"].description, placeholder, rows, current)

    def searched_rows(self) -> tuple[Row[Found], ...]:
        if self._person_rows is None:
            self._person_rows = person_rows(self._people())
        return (*self._rows, *self._person_rows)

    def no_match(self, query: str) -> tuple[Row[Found], ...]:
        """Return the rows where nothing matches: a message, and the offer to note a caller of that name."""
        message = Span(f"No company or person called “{query}”.", Tone.MUTED)
        rows: tuple[Row[Found], ...] = (Row(None, (RowLine((message,)),)),)
        if len(query) > 1:  # nobody's name has one letter: that was a key
            offer = Span(f"A call from {query}? Press enter to note it.")
            rows += (Row(NewCaller(query), (RowLine((offer,)),)),)
        return rows


def person_rows(people: tuple[KnownPerson, ...]) -> tuple[Row[Found], ...]:
    """Return a heading and a row for each person, with their company at the end."""
    heading: Row[Found] = Row(None, (RowLine((Span("people", Tone.MUTED),)),))
    return (heading, *map(_person_row, people))


def _person_row(known: KnownPerson) -> Row[Found]:
    role = f", {known.person.role}" if known.person.role else ""
    line = RowLine(
        (Span(known.person.name, Tone.STRONG), Span(role)), (Span(f"{known.company} ", Tone.MUTED),)
    )
    return Row(FoundPerson(known.interview_id, known.person.name), (line,))


class CompanyFinder(Finder[str]):
    """Finds the interview that somebody new calls about."""

    enter_label = "note the call"

    def __init__(self, name: str, entries: tuple[Entry, ...], current: str) -> None:
        title = f"A call from {name} · about which interview?"
        super().__init__(title, "company, or what is next", interview_rows(entries), current)


def note_rows(notes: str) -> tuple[Row[str], ...]:
    """Return a row for each line of notes that is not blank; its key is the number of the line, from 0."""
    return tuple(
        Row(str(number), (RowLine((Span(line.strip()),), (Span(f"{number + 1} ", Tone.MUTED),)),))
        for number, line in enumerate(notes.split("\n"))
        if line.strip()
    )


def _matching_rows(query: str, rows: Iterable[Row[K]]) -> Iterable[tuple[Row[K], float]]:
    """Yield the rows that match, with the matching characters marked, and their scores.

    Headings of groups with a match are included with a score of 0.
    """
    heading: Row[K] | None = None
    group: list[tuple[Row[K], float]] = []
    for row in rows:
        if not row.selectable:
            yield from _with_heading(heading, group)
            heading, group = row, []
        elif (match := fuzzy_match(query, _text(row))) is not None:
            group.append((_marked(row, match), match.score))
    yield from _with_heading(heading, group)


def _with_heading(
    heading: Row[K] | None, group: list[tuple[Row[K], float]]
) -> Iterable[tuple[Row[K], float]]:
    """Yield a heading with the number of its rows, and the rows; no heading without rows."""
    if heading is not None and group:
        *above, line = heading.lines
        number = (Span(f"{len(group)} ", Tone.MUTED),)
        yield Row(None, (*above, line._replace(right=number))), 0.0
    yield from group


def _text(row: Row[K]) -> str:
    return "\n".join("".join(span.text for span in line.left) for line in row.lines)


def _marked(row: Row[K], match: FuzzyMatch) -> Row[K]:
    """Return the row with the matching characters in the tone of found text."""
    indexes, index = set(match.indexes), 0
    lines = []
    for line in row.lines:
        spans: list[Span] = []
        for span in line.left:
            for is_match, characters in groupby(
                enumerate(span.text, index), key=lambda item: item[0] in indexes
            ):
                text = "".join(character for _, character in characters)
                spans.append(Span(text, Tone.FOUND if is_match else span.tone))
            index += len(span.text)
        index += 1  # the line break
        lines.append(line._replace(left=tuple(spans)))
    return Row(row.key, tuple(lines))
