"""Finding by a few letters: interviews, people, and lines of the notes.

Dialogs are imported when they are opened: the first frame needs none of them.
"""

from typing import TYPE_CHECKING, Protocol

from followup_tui.core.model.logbook import Logbook
from followup_tui.tui.screens.host import Host

if TYPE_CHECKING:
    from followup_tui.core.rules.known_people import KnownPerson
    from followup_tui.tui.screens.finder import Found


class SearchHost(Host, Protocol):
    """The main screen, as it is seen here."""

    @property
    def current(self) -> str | None:
        """The id of the interview shown; None while there is none."""


class SearchNavigation(Protocol):
    """The navigation, as it is seen here."""

    def has_interview(self) -> bool:
        """Return whether there is an interview; if not, show how to add one."""

    def catch_up(self) -> None:
        """Make the panes show the interview under the cursor of the list."""

    def go_to(self, id: str) -> None:
        """Show another interview."""


class SearchPanes(Protocol):
    """The panes, as they are seen here."""

    pane: str
    """The name of the pane with the focus."""

    @property
    def notes_text(self) -> str:
        """The text of the notes as it is in the editor."""

    @property
    def note_line(self) -> int:
        """The line of the notes with the cursor, from 0."""

    def go_to_note_line(self, line: int) -> None:
        """Put the cursor on a line of the notes, from 0."""


class Cards(Protocol):
    """The recall card, as it is seen here."""

    def open_of(self, interview_id: str, caller: str = "") -> None:
        """Show another interview, and open the card of its position."""

    def file_call(self, interview_id: str, name: str) -> None:
        """Note somebody new who calls, with the call, and open the card."""


class Search:
    """Opens the finders, and goes to what was found."""

    def __init__(
        self, host: SearchHost, navigation: SearchNavigation, panes: SearchPanes, cards: Cards
    ) -> None:
        self._host, self._navigation, self._panes, self._cards = host, navigation, panes, cards
        self._people: tuple[Logbook, tuple[KnownPerson, ...]] | None = None

    def people(self) -> "tuple[KnownPerson, ...]":
        """Return everybody whom the notes name, cached until the logbook changes."""
        from followup_tui.core.rules.known_people import known_people

        logbook = self._host.session.logbook
        if self._people is None or self._people[0] is not logbook:
            self._people = logbook, known_people(logbook.interviews)
        return self._people[1]

    def find_interview(self) -> None:
        """Open the finder for interviews and people."""
        from followup_tui.tui.screens.finder import InterviewFinder

        self._host.flush_typing()
        if self._navigation.has_interview():
            finder = InterviewFinder(self._host.session.agenda(), self._host.current or "", self.people)
            self._host.ask(finder, self._open)

    def _open(self, found: "Found | None") -> None:
        from followup_tui.tui.screens.finder import FoundPerson, NewCaller

        match found:
            case FoundPerson(interview_id, name):
                self._cards.open_of(interview_id, name)
            case NewCaller(name):
                self._ask_company(name)
            case str():
                self._navigation.go_to(found)

    def _ask_company(self, name: str) -> None:
        """Ask which interview somebody new calls about; the name and the call are noted there."""
        from followup_tui.tui.screens.finder import CompanyFinder

        def file_call(id: str | None) -> None:
            if id is not None:
                self._cards.file_call(id, name)

        finder = CompanyFinder(name, self._host.session.agenda(), self._host.current or "")
        self._host.ask(finder, file_call)

    def find(self) -> None:
        """Open the finder for what the pane holds: lines in the notes, interviews elsewhere."""
        from followup_tui.tui.screens.finder import Finder, note_rows

        self._navigation.catch_up()
        rows = note_rows(self._panes.notes_text) if self._panes.pane == "notes" else ()
        if not rows:
            self.find_interview()
            return

        def go_to_line(line: str | None) -> None:
            if line is not None:
                self._panes.go_to_note_line(int(line))

        self._host.flush_typing()
        interview = self._host.session.logbook.interview(self._host.current or "")
        title = f"Find in the notes · {interview.company if interview is not None else ''}"
        finder = Finder(title, "a word or a few letters", rows, str(self._panes.note_line))
        self._host.ask(finder, go_to_line)
