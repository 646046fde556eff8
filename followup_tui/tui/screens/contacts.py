"""The contacts of an interview: all that is on record, to be set right or taken off it."""

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from followup_tui.core.changes import Change, DeleteContact
from followup_tui.core.model import Contact, Interview, Promise
from followup_tui.core.plan import Plan
from followup_tui.core.verdict import contact_day
from followup_tui.core.wording import clock_time, near_day
from followup_tui.tui.screens.deeds import Scene
from followup_tui.tui.screens.forms import ContactForm
from followup_tui.tui.screens.reading import read_promise
from followup_tui.tui.widgets.lines import Span, Tone, plain
from followup_tui.tui.widgets.rows import Row, RowLine, RowList

if TYPE_CHECKING:
    from followup_tui.tui.screens.record import RecordScreen

Chosen = tuple[str, str]
"""What to do, `edit` or `delete`, and the id of the contact."""


def contact_rows(interview: Interview, plan: Plan) -> tuple[Row, ...]:
    """Each contact, the latest first, with the beginning of its text."""
    return tuple(_row(one, plan) for one in sorted(interview.contacts, key=lambda one: one.at, reverse=True))


def _row(one: Contact, plan: Plan) -> Row:
    when = f"{near_day(contact_day(one), plan.today)} {clock_time(one.at)}"
    said = " ".join(one.text.split())
    left = (Span(f"{one.kind}  "), Span(one.person, Tone.STRONG), Span(f"  {said}", Tone.MUTED))
    return Row(
        one.id,
        (RowLine(left, (Span(f"{one.channel}, {when} " if one.channel else f"{when} ", Tone.MUTED),)),),
    )


class ContactsBox(ModalScreen[Chosen | None]):
    """The record; its result is the contact chosen, and what for."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "escape,C,q", "dismiss(None)", "Close", id="contacts.close", tooltip="Close the list of contacts"
        ),
        Binding("e", "choose('edit')", "Edit", id="contacts.edit", tooltip="Edit the contact"),
        Binding("D", "choose('delete')", "Delete", id="contacts.delete", tooltip="Take it off the record"),
    ]

    def __init__(self, interview: Interview, plan: Plan) -> None:
        super().__init__()
        self._interview, self._plan = interview, plan

    def compose(self) -> ComposeResult:
        with Vertical(classes="box", id="contacts-box") as box:
            box.border_title = plain(f"Contacts · {self._interview.company}")
            yield RowList(id="contacts")
            yield Static(plain("enter edit · D delete · esc close"), classes="keys")

    def on_mount(self) -> None:
        contacts = self.query_one(RowList)
        contacts.rows = contact_rows(self._interview, self._plan)
        contacts.focus()

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        event.stop()
        self.dismiss(("edit", event.key))

    def action_choose(self, what: str) -> None:
        cursor = self.query_one(RowList).cursor
        if cursor:
            self.dismiss((what, cursor))


def show_contacts(screen: "RecordScreen", scene: Scene) -> None:
    """Shows what is on record, and does what is chosen there."""
    if not scene.interview.contacts:
        screen.tell("Nothing is on record yet. c records what happened.")
        return

    def chosen(what: Chosen | None) -> None:
        contact = next((one for one in scene.interview.contacts if what and one.id == what[1]), None)
        if what is None or contact is None:
            return
        if what[0] == "delete":
            screen.do(
                DeleteContact(scene.interview.id, contact.id, scene.now), "Off the record; u brings it back."
            )
        else:
            edit_contact(screen, scene, contact)

    screen.app.push_screen(ContactsBox(scene.interview, scene.plan), chosen)


def edit_contact(screen: "RecordScreen", scene: Scene, contact: Contact) -> None:
    """Shows one contact with its text, to be read or set right."""

    def read(text: str) -> tuple[Promise | None, str]:
        return read_promise(text, scene.interview, scene.now, screen.session.logbook.rules)

    def take(change: Change | None) -> None:
        if change is not None:
            screen.do(change)

    form = ContactForm(scene.interview, scene.plan, scene.now, scene.new_id, read, old=contact)
    screen.app.push_screen(form, take)
