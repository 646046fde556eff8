"""The contacts on record for an interview, to be edited or deleted."""

from collections.abc import Callable
from typing import Any

from followup_tui.core.changes.base import Change
from followup_tui.core.changes.contacts import DeleteContact
from followup_tui.core.model.logbook import Contact, Interview
from followup_tui.core.rules.contacts import contact_title
from followup_tui.core.rules.interview_plan import Plan
from followup_tui.tui.keys.bindings import bindings
from followup_tui.tui.keys.hints import Hint
from followup_tui.tui.screens.contact_form import ContactForm, NextRound
from followup_tui.tui.screens.contact_messages import saved_message
from followup_tui.tui.screens.dialogs import ListDialog
from followup_tui.tui.screens.host import Host, StepContext
from followup_tui.tui.screens.step_commands import removed_message
from followup_tui.tui.widgets.row_list import Row, RowLine
from followup_tui.tui.widgets.styled_lines import Span, Tone

Choice = tuple[str, str]
"""What to do, `edit` or `delete`, and the id of the contact."""


def contact_rows(interview: Interview, plan: Plan) -> tuple[Row[str], ...]:
    """Return a row for each contact, the latest first, with the beginning of its text; keys are the ids."""
    latest_first = sorted(interview.contacts, key=lambda contact: contact.at, reverse=True)
    return tuple(_row(contact, plan) for contact in latest_first)


def _row(contact: Contact, plan: Plan) -> Row[str]:
    when = f"{plan.user_clock.near_moment(contact.at)} "
    text = " ".join(contact.text.split())
    what = contact_title(contact, names_person=False)
    left = (Span(f"{what}  "), Span(contact.person, Tone.STRONG), Span(f"  {text}", Tone.MUTED))
    right = f"{contact.channel}, {when}" if contact.channel else when
    return Row(contact.id, (RowLine(left, (Span(right, Tone.MUTED),)),))


class ContactsDialog(ListDialog[Choice]):
    """The list of contacts; its result is the chosen contact, and whether to edit or delete it."""

    BINDINGS = bindings("contacts")

    def __init__(self, interview: Interview, plan: Plan, contact_id: str) -> None:
        """Begin with the cursor on the contact of that id; without an id, on the latest."""
        hints = Hint("list.open", "edit"), Hint("contacts.delete"), Hint("contacts.close")
        rows, title = contact_rows(interview, plan), f"Contacts · {interview.company}"
        super().__init__(title, rows, hints, box_id="contacts-box")
        self._contact_id = contact_id

    def on_mount(self) -> None:
        if self._contact_id:
            self.rows.cursor = self._contact_id

    def result_of(self, key: Any) -> Choice:
        return "edit", key

    def action_choose(self, what: str) -> None:
        if self.rows.cursor:
            self.dismiss((what, self.rows.cursor))


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

    def record(change: Change | NextRound | None) -> None:
        if change is not None and not isinstance(change, NextRound) and host.do(change):
            changed = host.session.logbook.interview(context.interview.id)
            if changed is not None and changed != context.interview:
                host.show_message(saved_message(change, host.session.plan(changed), host.keymap))
        after()

    host.ask(ContactForm(context, host.session, old=contact), record)
