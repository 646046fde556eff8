"""What the parts of the main screen work with: the state to act on, and the screen as they see it."""

from asyncio import TimerHandle
from collections.abc import Callable
from datetime import datetime
from typing import Any, NamedTuple, Protocol, TypeVar

from textual.app import App
from textual.screen import Screen

from followup_tui.core.changes.base import Change
from followup_tui.core.model.logbook import Contact, ContactKind, Interview
from followup_tui.core.rules.interview_plan import Plan
from followup_tui.core.rules.plan_types import MaterialPlan, PersonPlan
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

    def new_contact(self, kind: ContactKind, person: str = "", channel: str = "", text: str = "") -> Contact:
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

    def latest_letter(self, kind: str) -> Contact | None:
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
    """The main screen, as its parts see it; `MainScreen` says what each member does."""

    letter: OpenLetter | None
    """The letter that is being written over the screen."""

    card: OpenCard | None
    """The recall card that is open over the screen."""

    record_pending: Callable[[], None] | None
    """Records what was answered while a further form about it is open: called if the app ends meanwhile."""

    @property
    def app(self) -> App[Any]: ...
    @property
    def session(self) -> Session: ...
    @property
    def keymap(self) -> Keymap: ...
    @property
    def current(self) -> str | None: ...
    @property
    def interview(self) -> Interview | None: ...
    def context(self) -> StepContext | None: ...
    def selected_row(self) -> RowKey | None: ...
    def select_row(self, row: RowKey) -> None: ...
    def do(self, change: Change, message: str = "") -> bool: ...
    def refresh_panes(self) -> None: ...
    def flush_typing(self) -> None: ...
    def mark_used(self, pane: str) -> None: ...
    def show_message(self, text: str, seconds: float | None = None) -> None: ...
    def show_warning(self, text: str, seconds: float | None = None) -> None: ...
    def ask(self, dialog: Screen[T], answered: Callable[[T | None], None]) -> None: ...
    def call_later(self, callback: Callable[..., Any], *args: Any) -> bool: ...
    def call_after_refresh(self, callback: Callable[..., Any], *args: Any) -> bool: ...
    def call_in(self, seconds: float, callback: Callable[[], Any]) -> TimerHandle: ...
