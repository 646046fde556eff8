"""The messages that confirm a contact: what was recorded, and what it changed."""

from followup_tui.core.changes.base import Change
from followup_tui.core.changes.contacts import EditContact, RecordContact
from followup_tui.core.dates.format import contact_name, count, day_name, listed, near_day
from followup_tui.core.model.logbook import Contact, ContactKind
from followup_tui.core.rules.contacts import contact_day
from followup_tui.core.rules.plan_types import Plan
from followup_tui.tui.keys.keymap import Keymap
from followup_tui.tui.screens.step_commands import answer_effect, reply_message


def saved_message(change: Change, after: Plan, keymap: Keymap) -> str:
    """Return what the form of a contact changed; empty for a change that is not of a contact.

    `after` is the plan of the interview with the contact.
    """
    if not isinstance(change, RecordContact | EditContact):
        return ""
    if text := reply_message(change, after):
        return keymap.format(text)
    contact = change.contact
    name = contact_name(contact.kind, contact.person)
    is_new = isinstance(change, RecordContact)
    day = contact_day(contact)
    when = "" if day == after.today else f", {near_day(day, after.today)}"
    recorded = f"{name} {'is on record' if is_new else 'is changed'}{when}"
    undo = keymap.format("{history.undo} takes that back.")
    sentences = [text[:1].upper() + text[1:] for text in (recorded, _effect(contact, after)) if text]
    return " ".join((*(f"{sentence}." for sentence in sentences), undo))


def _effect(contact: Contact, after: Plan) -> str:
    """Return what a contact means for what is left to do, in a few words; empty where it means nothing."""
    if after.outcome:
        return ""
    match contact.kind:
        case ContactKind.REPLY:
            return answer_effect(contact.says, after)
        case ContactKind.THANK_YOU:
            left = [person.person.name for person in after.people if not person.thank_finished]
            return f"still to thank: {listed(left)}" if left else "everyone is thanked"
        case ContactKind.MATERIAL:
            owed = [material.material.what for material in after.materials if material.sent is None]
            return f"still to send: {listed(owed)}" if owed else "nothing more to send"
        case ContactKind.FOLLOW_UP:
            left_text = f"{count(after.follow_ups.left, 'follow-up')} left"
            opens = after.window.opens
            return f"{left_text}, from {day_name(opens, after.today)}" if opens else left_text
        case _:
            return ""
