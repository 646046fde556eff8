"""What the parts of the main screen work with: the state to act on, and the screen as they see it."""

from asyncio import TimerHandle
from collections.abc import Callable
from datetime import datetime
from typing import Any, NamedTuple, Protocol, TypeVar

from textual.app import App
from textual.screen import Screen

from followup_tui.core.changes.base import Change
from followup_tui.core.model.logbook import Contact, ContactKind, Interview
from followup_tui.core.rules.plan_types import MaterialPlan, PersonPlan, Plan
from followup_tui.core.rules.position import Position
from followup_tui.core.text import fold_name
from followup_tui.session.session import Session
from followup_tui.tui.keys.keymap import Keymap
from followup_tui.tui.screens.row_keys import RowKey

T = TypeVar("T")


class StepContext(NamedTuple):
    """The interview that an action applies to, with its plan and the time."""

    interview: Interview
    plan: Plan
    now: datetime
    new_id: Callable[[], str]
    position: Position
    """The position that it is a round of."""

    def contact(self, kind: ContactKind, person: str = "", channel: str = "", text: str = "") -> Contact:
        """Return a new contact that takes place now."""
        return Contact(id=self.new_id(), at=self.now, kind=kind, person=person, channel=channel, text=text)

    @property
    def contacts(self) -> tuple[Contact, ...]:
        """All contacts on record for the position, earliest first."""
        return self.position.contacts

    def owner_of(self, contact: Contact) -> str:
        """Return the id of the interview that has a contact of the position on record."""
        owners = (record.id for record in self.position.interviews if contact in record.contacts)
        return next(owners, self.interview.id)

    def letter(self, kind: str) -> Contact | None:
        """Return the latest letter of a kind that was sent for the position; None without any."""
        return next((contact for contact in reversed(self.contacts) if contact.letter == kind), None)

    def person(self, name: str) -> PersonPlan | None:
        """Return the plan for a person; None if the notes no longer name them."""
        folded = fold_name(name)
        return next((person for person in self.plan.people if fold_name(person.person.name) == folded), None)

    def material(self, what: str) -> MaterialPlan | None:
        """Return the plan for something they asked for; None if the notes no longer name it."""
        folded = fold_name(what)
        return next(
            (material for material in self.plan.materials if fold_name(material.material.what) == folded),
            None,
        )


class OpenLetter(Protocol):
    """A letter that is being written over the main screen."""

    def keep(self) -> None:
        """Store the text of the letter in the session."""


class OpenCard(Protocol):
    """The recall card that is open over the main screen."""

    def flush(self, is_end: bool = False) -> None:
        """Store what was typed into its note bar; at the end of the app the unfinished line, too."""


class Host(Protocol):
    """The main screen, as its parts see it."""

    letter: OpenLetter | None
    """The letter that is being written over the screen."""

    card: OpenCard | None
    """The recall card that is open over the screen."""

    @property
    def app(self) -> App[Any]:
        """The app, for the clipboard and the user's own editor."""

    @property
    def session(self) -> Session:
        """The open session."""

    @property
    def keymap(self) -> Keymap:
        """The keys in use, for texts that name them."""

    @property
    def current(self) -> str | None:
        """The id of the interview shown; None while there is none."""

    @property
    def interview(self) -> Interview | None:
        """The interview shown."""

    def context(self) -> StepContext | None:
        """Return the interview shown with its plan; without any, say so and return None."""

    def selected_row(self) -> RowKey | None:
        """Return the key of the row under the cursor of the checklist."""

    def select_row(self, row: RowKey) -> None:
        """Put the cursor of the checklist on a row."""

    def do(self, change: Change, message: str = "") -> bool:
        """Apply a change, show the result and `message`; return whether the file can be changed."""

    def refresh_panes(self) -> None:
        """Show the current state of the session."""

    def flush_typing(self) -> None:
        """Store what was typed and is not in the session yet."""

    def mark_used(self, pane: str) -> None:
        """Remember that the user has done what a pane is for: its hint is no longer shown."""

    def show_message(self, text: str, seconds: float | None = None) -> None:
        """Show a message, for a number of seconds."""

    def show_warning(self, text: str, seconds: float | None = None) -> None:
        """Show a warning, for a number of seconds."""

    def ask(self, dialog: Screen[T], answered: Callable[[T | None], None]) -> None:
        """Show a dialog; `answered` is called with its result."""

    def find_interview(self) -> None:
        """Open the finder for interviews and people."""

    def call_later(self, callback: Callable[..., Any], *args: Any) -> bool:
        """Call back after the messages that wait for the screen, from any thread."""

    def call_after_refresh(self, callback: Callable[..., Any], *args: Any) -> bool:
        """Call back after the next repaint."""

    def call_in(self, seconds: float, callback: Callable[[], Any]) -> TimerHandle:
        """Call back after a number of seconds."""
