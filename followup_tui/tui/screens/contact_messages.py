"""The messages that confirm a contact: what was recorded, and what it changed."""

from followup_tui.core.changes.base import Change
from followup_tui.core.changes.contacts import EditContact, RecordContact
from followup_tui.core.dates.format import count, day_name, listed, near_day
from followup_tui.core.model.logbook import Contact, ContactKind, Says
from followup_tui.core.rules.contacts import contact_day, contact_name
from followup_tui.core.rules.interview_plan import Plan
from followup_tui.core.rules.outcomes import closed_sentence
from followup_tui.core.rules.plan_types import after_comma_if_estimate
from followup_tui.core.text import capitalized
from followup_tui.tui.keys.keymap import UNDO_HINT, Keymap

INVITATION_RECORDED = "Their invitation is recorded."


def saved_message(change: Change, after: Plan, keymap: Keymap) -> str:
    """Return what the form of a contact changed; empty for a change that is not of a contact.

    `after` is the plan of the interview with the contact.
    """
    if not isinstance(change, RecordContact | EditContact):
        return ""
    if text := _reply_message(change, after):
        return keymap.format(text)
    contact = change.contact
    name = contact_name(contact)
    is_new = isinstance(change, RecordContact)
    day = contact_day(contact)
    when = "" if day == after.today else f", {near_day(day, after.today)}"
    recorded = f"{name} {'is on record' if is_new else 'is changed'}{when}"
    undo = keymap.format(UNDO_HINT)
    sentences = [capitalized(text) for text in (recorded, _effect(contact, after)) if text]
    return " ".join((*(f"{sentence}." for sentence in sentences), undo))


def _effect(contact: Contact, after: Plan) -> str:
    """Return what a contact means for what is left to do, in a few words; empty where it means nothing."""
    if after.outcome:
        return ""
    match contact.kind:
        case ContactKind.REPLY:
            return answer_effect(contact.says, after)
        case ContactKind.THANK_YOU:
            left = [person.person.name for person in after.people if not person.thank.is_finished]
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


def answer_effect(says: Says, after: Plan) -> str:
    """Return what an answer of theirs changes, in a few words; `after` is the plan with the answer."""
    today = after.today
    if after.outcome:
        return f"closed: {after.outcome}"
    if after.offer is not None:
        estimate = after_comma_if_estimate(after.offer.is_estimate)
        return f"answer by {day_name(after.offer.answer_by, today)}{estimate}"
    if says is Says.THANKS:
        until = after.quiet_until
        if until is None or until < today:
            return "nothing changes"
        return f"nothing changes: quiet until {day_name(until, today)}"
    if after.answered_on is not None:
        opens = after.window.opens
        later = f"; a check-in is possible from {day_name(opens, today)}" if opens else ""
        return f"the wait is over{later}"
    if after.quiet_until is not None and after.quiet_until >= today:
        estimate = after_comma_if_estimate(after.promised.is_estimate)
        return f"quiet until {day_name(after.quiet_until, today)}{estimate}"
    return "their answer is recorded"


def _reply_message(change: Change, after: Plan) -> str:
    """Return the message about an answer that was recorded; empty for any other change.

    `after` is the plan of the interview with the answer.
    """
    if not isinstance(change, RecordContact) or change.contact.kind is not ContactKind.REPLY:
        return ""
    recorded, until = "Their answer is recorded", day_name(after.promised.day, after.today)
    match change.contact.says:
        case Says.OFFER if after.offer is not None:
            day = day_name(after.offer.answer_by, after.today)
            estimate = " (our estimate; ask them for the day)" if after.offer.is_estimate else ""
            return f"An offer: answer by {day}{estimate}. {{interview.outcome}} records what you decide."
        case Says.REJECTION if after.outcome:
            return f"{closed_sentence(after.outcome)} {UNDO_HINT}"
        case Says.NEXT_ROUND if change.promise is None:
            return f"{INVITATION_RECORDED} {{interview.next-round}} adds the round once its day is known."
        case Says.THANKS | Says.DECIDING | Says.OTHER as says if after.offer is not None:
            return f"{recorded}. Their offer is still open: {answer_effect(says, after)}."
        case Says.THANKS:
            return f"{recorded}: {answer_effect(Says.THANKS, after)}."
    if after.answered_on is not None:
        return "They answered, so the wait is over. Did they name another day? Set it with {step.promise}."
    if change.promise is not None:
        return f"{recorded}, and the wait goes on until {until}, the day they named."
    if after.promised.is_recorded:
        return f"{recorded}. The wait goes on until {until}: that day was set after it."
    if change.contact.says is Says.DECIDING:
        return f"{recorded}: {answer_effect(Says.DECIDING, after)}."
    return f"{recorded}."
