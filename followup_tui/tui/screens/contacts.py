"""The contacts on record for an interview, to be edited or deleted."""

from collections.abc import Callable

from textual import getters, on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import ModalScreen

from followup_tui.core.changes.base import Change
from followup_tui.core.changes.contacts import DeleteContact
from followup_tui.core.model.logbook import Contact, Interview, Promise
from followup_tui.core.rules.plan_types import Plan
from followup_tui.tui.keys.bindings import bindings
from followup_tui.tui.keys.hints import Hint
from followup_tui.tui.screens.contact_form import ContactForm, NextRound
from followup_tui.tui.screens.contact_messages import saved_message
from followup_tui.tui.screens.dialogs import show_keys_on_border
from followup_tui.tui.screens.field_parsers import parse_promise_field
from followup_tui.tui.screens.host import Host, StepContext
from followup_tui.tui.screens.step_commands import removed_message
from followup_tui.tui.widgets.row_list import Row, RowLine, RowList
from followup_tui.tui.widgets.styled_lines import Span, Tone, plain

Choice = tuple[str, str]
"""What to do, `edit` or `delete`, and the id of the contact."""


def contact_rows(interview: Interview, plan: Plan) -> tuple[Row[str], ...]:
    """Return a row for each contact, the latest first, with the beginning of its text; keys are the ids."""
    latest_first = sorted(interview.contacts, key=lambda contact: contact.at, reverse=True)
    return tuple(_row(contact, plan) for contact in latest_first)


def _row(contact: Contact, plan: Plan) -> Row[str]:
    when = f"{plan.user_clock.near_moment(contact.at)} "
    text = " ".join(contact.text.split())
    left = (Span(f"{contact.kind}  "), Span(contact.person, Tone.STRONG), Span(f"  {text}", Tone.MUTED))
    right = f"{contact.channel}, {when}" if contact.channel else when
    return Row(contact.id, (RowLine(left, (Span(right, Tone.MUTED),)),))


class ContactsDialog(ModalScreen[Choice | None]):
    """The list of contacts; its result is the chosen contact, and whether to edit or delete it."""

    BINDINGS = bindings("contacts")

    contacts = getters.query_one("#contacts", RowList)

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
        self.contacts.rows = contact_rows(self._interview, self._plan)
        if self._begin:
            self.contacts.cursor = self._begin
        self.contacts.focus()

    @on(RowList.Chosen, "#contacts")
    def _choose_row(self, event: RowList.Chosen) -> None:
        event.stop()
        self.dismiss(("edit", event.key))

    def action_choose(self, what: str) -> None:
        if self.contacts.cursor:
            self.dismiss((what, self.contacts.cursor))


def show_contacts(host: Host, at: str = "") -> None:
    """Open the list of contacts with the cursor on the contact `at`, and do what is chosen in it.

    The list opens again after each contact, until it is closed or empty.
    """
    context = host.context()
    if context is None:
        return
    if not context.interview.contacts:
        text = "Nothing recorded yet. Press {contact.add} to add what happened."
        host.show_message(host.keymap.format(text))
        return
    contacts = {contact.id: contact for contact in context.interview.contacts}

    def chosen(choice: Choice | None) -> None:
        match choice:
            case ("edit", id) if id in contacts:
                edit_contact(host, context, contacts[id], lambda: show_contacts(host, id))
            case ("delete", id) if id in contacts:
                message = host.keymap.format(removed_message(contacts[id]))
                host.do(DeleteContact(context.interview.id, id, context.now), message)
                if len(contacts) > 1:
                    show_contacts(host)

    host.ask(ContactsDialog(context.interview, context.plan, at), chosen)


def edit_contact(
    host: Host, context: StepContext, contact: Contact, after: Callable[[], None] = lambda: None
) -> None:
    """Open the form with a contact; `after` is called when it is closed, with or without a change."""

    def parse(text: str) -> tuple[Promise | None, str]:
        return parse_promise_field(text, context.interview, context.now, host.session.logbook.rules)

    def record(change: Change | NextRound | None) -> None:
        if change is not None and not isinstance(change, NextRound) and host.do(change):
            changed = host.session.logbook.interview(context.interview.id)
            if changed is not None and changed != context.interview:
                host.show_message(saved_message(change, host.session.plan(changed), host.keymap))
        after()

    form = ContactForm(
        context.interview,
        context.plan,
        context.now,
        context.new_id,
        parse,
        lambda change: host.session.plan_after(change, context.interview),
        old=contact,
    )
    host.ask(form, record)
