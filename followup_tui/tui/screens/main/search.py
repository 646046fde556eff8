"""Finding by a few letters: interviews, people, and lines of the notes.

Dialogs are imported when they are opened: the first frame needs none of them.
"""

from typing import TYPE_CHECKING

from followup_tui.core.model.logbook import Logbook
from followup_tui.tui.screens.host import Host
from followup_tui.tui.screens.main.navigation import Navigation
from followup_tui.tui.screens.main.panes import Panes
from followup_tui.tui.screens.main.recall import RecallActions

if TYPE_CHECKING:
    from followup_tui.core.rules.known_people import KnownPerson
    from followup_tui.tui.screens.finder import Found


class Search:
    """Opens the finders, and goes to what was found."""

    def __init__(self, host: Host, navigation: Navigation, panes: Panes, cards: RecallActions) -> None:
        self._host, self._navigation, self._panes, self._cards = host, navigation, panes, cards
        self._people: tuple[Logbook, tuple[KnownPerson, ...]] | None = None

    def people(self) -> "tuple[KnownPerson, ...]":
        """Return everybody named in the notes, cached until the logbook changes."""
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

    def _open(self, choice: "Found | None") -> None:
        from followup_tui.tui.screens.finder import FoundPerson, NewCaller

        match choice:
            case FoundPerson(interview_id, name):
                self._cards.open_of(interview_id, name)
            case NewCaller(name):
                self._ask_company(name)
            case str():
                self._navigation.go_to(choice)

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
        rows = note_rows(self._panes.notes.text) if self._panes.pane == "notes" else ()
        if not rows:
            self.find_interview()
            return

        def go_to_line(line: str | None) -> None:
            if line is not None:
                self._panes.go_to_note_line(int(line))

        self._host.flush_typing()
        interview = self._host.session.logbook.interview(self._host.current or "")
        title = f"Find in the notes · {interview.company if interview is not None else ''}"
        finder = Finder(title, "a word or a few letters", rows, str(self._panes.notes.cursor_location[0]))
        self._host.ask(finder, go_to_line)
