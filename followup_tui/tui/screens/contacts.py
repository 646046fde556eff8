"""The contacts of an interview: all that is on record, to be set right or taken off it."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import ModalScreen

from followup_tui.core.changes.base import Change
from followup_tui.core.changes.contacts import DeleteContact
from followup_tui.core.dates.format import clock_time, near_day
from followup_tui.core.model.logbook import Contact, Interview, Promise
from followup_tui.core.rules.follow_up import contact_day
from followup_tui.core.rules.plan_types import Plan
from followup_tui.tui.keys.bindings import bindings
from followup_tui.tui.keys.hints import Hint
from followup_tui.tui.screens.contact_form import ContactForm
from followup_tui.tui.screens.dialogs import show_keys_on_border
from followup_tui.tui.screens.field_parsers import parse_promise_field
from followup_tui.tui.screens.step_commands import StepContext
from followup_tui.tui.widgets.row_list import Row, RowLine, RowList
from followup_tui.tui.widgets.styled_lines import Span, Tone, plain

if TYPE_CHECKING:
    from followup_tui.tui.screens.main.actions import RecordScreen

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


class ContactsDialog(ModalScreen[Chosen | None]):
    """The record; its result is the contact chosen, and what for."""

    BINDINGS = bindings("contacts")

    def __init__(self, interview: Interview, plan: Plan, at: str = "") -> None:
        super().__init__()
        self._interview, self._plan, self._begin = interview, plan, at

    def compose(self) -> ComposeResult:
        with Vertical(classes="box", id="contacts-box") as box:
            box.border_title = plain(f"Contacts · {self._interview.company}")
            show_keys_on_border(
                box,
                Hint("list.open", "edit"),
                Hint("contacts.delete"),
                Hint("contacts.close"),
            )
            yield RowList(id="contacts")

    def on_mount(self) -> None:
        contacts = self.query_one(RowList)
        contacts.rows = contact_rows(self._interview, self._plan)
        if self._begin:
            contacts.cursor = self._begin
        contacts.focus()

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        event.stop()
        self.dismiss(("edit", event.key))

    def action_choose(self, what: str) -> None:
        cursor = self.query_one(RowList).cursor
        if cursor:
            self.dismiss((what, cursor))


def show_contacts(screen: "RecordScreen", at: str = "") -> None:
    """Shows what is on record, with the cursor on the contact `at`, and does what is chosen there.

    It is shown again after each, until it is closed or nothing is left.
    """
    scene = screen.context()
    if scene is None:
        return
    if not scene.interview.contacts:
        screen.show_message(
            screen.keymap.format("Nothing is on record yet. {contact.add} records what happened.")
        )
        return

    def chosen(what: Chosen | None) -> None:
        contact = next((one for one in scene.interview.contacts if what and one.id == what[1]), None)
        if what is None or contact is None:
            return
        if what[0] == "edit":
            edit_contact(screen, scene, contact, lambda: show_contacts(screen, contact.id))
            return
        screen.do(DeleteContact(scene.interview.id, contact.id, scene.now), screen.removed_message(contact))
        if len(scene.interview.contacts) > 1:
            show_contacts(screen)

    screen.app.push_screen(ContactsDialog(scene.interview, scene.plan, at), chosen)


def edit_contact(
    screen: "RecordScreen", scene: StepContext, contact: Contact, after: Callable[[], None] = lambda: None
) -> None:
    """Shows one contact with its text, to be read or set right; `after` follows either way."""

    def read(text: str) -> tuple[Promise | None, str]:
        return parse_promise_field(text, scene.interview, scene.now, screen.session.logbook.rules)

    def take(change: Change | None) -> None:
        if change is not None:
            screen.do(change)
        after()

    form = ContactForm(scene.interview, scene.plan, scene.now, scene.new_id, read, old=contact)
    screen.app.push_screen(form, take)
