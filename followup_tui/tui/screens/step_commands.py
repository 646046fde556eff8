"""What the keys of the checklist do on a row: a change of the logbook, or why nothing changes."""

from typing import Literal, NamedTuple, TypeGuard

from followup_tui.core.changes.base import Change
from followup_tui.core.changes.contacts import DeleteContact, RecordContact
from followup_tui.core.changes.drafts import SkipLetter
from followup_tui.core.changes.interviews import SkipPerson, TickStep
from followup_tui.core.changes.positions import DeclineClosing, SetOutcome
from followup_tui.core.dates.format import day_name
from followup_tui.core.model.logbook import SKIPPED, Contact, ContactKind, Logbook, StepId
from followup_tui.core.rules.contacts import contact_name
from followup_tui.core.rules.outcomes import NO_ANSWER, closed_sentence
from followup_tui.core.rules.plan_types import Status
from followup_tui.tui.keys.keymap import UNDO_HINT
from followup_tui.tui.screens.host import StepContext
from followup_tui.tui.screens.row_keys import (
    CarriedRow,
    ClosingRow,
    ConflictRow,
    LetterRow,
    MaterialRow,
    PersonRow,
    RowKey,
    StepRow,
)

NO_PERSON = "No one of that name is in the notes any more."
NO_MATERIAL = "That is not in the notes any more."
CARRIED = "This stays in view until it is answered: {list.open} goes to its line; write the answer after ->."


class Refusal(NamedTuple):
    """Why a key does nothing here, and what to do instead; `Keymap.format` fills in the keys."""

    why: str


class Confirmation(NamedTuple):
    """What to ask before a change that the rules advise against."""

    title: str
    why: str
    """The reason for asking."""
    ask: str
    """The question; `Keymap.format` fills in the keys."""


def tick(context: StepContext, row: RowKey | None) -> Change | Refusal:
    """Return the change that `space` makes on a row."""
    match row:
        case StepRow(step):
            return _tick_step(context, step)
        case PersonRow() | MaterialRow() | LetterRow():
            return delete_contact_of_row(context, row) or _record(context, row)
        case ConflictRow(number):
            return _resolve_conflict(context, number, take=True)
        case ClosingRow():
            return SetOutcome(context.interview.id, NO_ANSWER)
        case CarriedRow():
            return Refusal(CARRIED)
        case None:
            return Refusal("Nothing to tick here.")


def _tick_step(context: StepContext, step: StepId) -> Change | Refusal:
    """Return the change that a tick at a step makes, or why it makes none."""
    planned = context.plan.step(step)
    if context.interview.ticks.get(step) is not None:
        return TickStep(context.interview.id, step, None)
    if step is StepId.FOLLOW_UP and planned.status is not Status.DONE:
        return RecordContact(context.interview.id, context.new_contact(ContactKind.FOLLOW_UP))
    if step is StepId.FOLLOW_UP and context.plan.follow_ups.sent:
        return Refusal(
            "Already recorded. {contact.add} records another; {history.undo} takes the last change back."
        )
    if planned.status is Status.DONE:
        return Refusal("Already done, as your notes and contacts show.")
    return TickStep(context.interview.id, step, context.plan.today)


def _record(context: StepContext, row: PersonRow | MaterialRow | LetterRow) -> Change | Refusal:
    """Return the change that records what a row is about as sent now."""
    match row:
        case PersonRow(step, name):
            person = context.person(name)
            if person is None:
                return Refusal(NO_PERSON)
            kind = ContactKind.THANK_YOU if step is StepId.THANK else ContactKind.CONNECT
            sent = context.new_contact(kind, person=person.person.name)
        case MaterialRow(what):
            material = context.material(what)
            if material is None:
                return Refusal(NO_MATERIAL)
            sent = context.new_contact(ContactKind.MATERIAL, text=material.material.what)
        case LetterRow(letter):
            sent = context.new_contact(ContactKind.OTHER).but(letter=letter)
    return RecordContact(context.interview.id, sent)


def _resolve_conflict(context: StepContext, number: int, take: bool) -> Change | Refusal:
    """Return the change that takes or leaves a conflicting version."""
    from followup_tui.core.changes.conflicts import ResolveConflict

    versions = context.interview.conflicts
    if number >= len(versions):
        return Refusal("Done.")
    change = ResolveConflict(context.interview.id, versions[number], take)
    alone = Logbook(interview=(context.interview,))
    if take and change.apply(alone).interviews[0] is context.interview:
        return Refusal("The other version no longer fits here. {step.skip} keeps yours.")
    return change


def skip(context: StepContext, row: RowKey | None) -> Change | Refusal:
    """Return the change that `s` makes on a row."""
    match row:
        case ConflictRow(number):
            return _resolve_conflict(context, number, take=False)
        case StepRow(step):
            is_skipped = context.interview.ticks.get(step) == SKIPPED
            tick: Literal["skipped"] | None = None if is_skipped else SKIPPED
            return TickStep(context.interview.id, step, tick)
        case PersonRow(step, name):
            person = context.person(name)
            if person is None:
                return Refusal(NO_PERSON)
            id, name = context.interview.id, person.person.name
            skip = not person.state_of(step).is_skipped
            return SkipPerson(id, StepId.THANK if step is StepId.THANK else StepId.CONNECT, name, skip)
        case ClosingRow():
            return DeclineClosing(context.interview.id)
        case LetterRow(kind):
            is_skipped = any(kind in record.skips.letters for record in context.position.interviews)
            return SkipLetter(context.interview.id, kind, not is_skipped)
        case CarriedRow():
            return Refusal(CARRIED)
        case _:
            return Refusal("What they asked for can't be skipped; delete its line in the notes instead.")


def confirmation(change: Change | Refusal, context: StepContext) -> Confirmation | None:
    """Return what to ask before a change that the rules advise against; None for any other."""
    plan = context.plan
    if is_follow_up(change) and not plan.verdict.allowed:
        ask = "Did you send one anyway? It uses one of your follow-ups."
        return Confirmation("Not today", plan.verdict.why, ask)
    if not isinstance(change, TickStep) or change.step is not StepId.WAIT or change.tick is None:
        return None
    if plan.step(StepId.WAIT).status.is_finished:
        return None
    why = f"Quiet until {day_name(plan.promised.day, plan.today)}, whatever is ticked here."
    ends = "Their answer ({contact.add}) or another day ({step.promise}) ends it."
    verb = "Skip" if change.tick == SKIPPED else "Tick"
    return Confirmation("Still quiet", why, f"{ends} {verb} it anyway?")


def is_follow_up(change: Change | Refusal) -> TypeGuard[RecordContact]:
    """Return whether a change records a follow-up."""
    return isinstance(change, RecordContact) and change.contact.kind is ContactKind.FOLLOW_UP


def contact_kind(context: StepContext, step: StepId | None) -> ContactKind:
    """Return the kind of contact that the row of a step is about: while they are awaited, their answer.

    Only notes that are to be sent now come before it, and a follow-up once it may go out.
    """
    plan = context.plan
    if step is StepId.FOLLOW_UP:
        return ContactKind.REPLY if plan.case.is_quiet(plan.today) else ContactKind.FOLLOW_UP
    if step is StepId.THANK and plan.step(step).status in (Status.DUE, Status.LATE):
        return ContactKind.THANK_YOU
    return ContactKind.REPLY


def closing_message(change: Change) -> str:
    """Return the message about the answer to the advice to let a position go; empty for any other change."""
    match change:
        case SetOutcome(_, outcome):
            return f"{closed_sentence(outcome)} {UNDO_HINT}"
        case DeclineClosing():
            return f"Kept open; you won't be asked again this round. {UNDO_HINT}"
        case _:
            return ""


def removed_message(contact: Contact) -> str:
    """Return the message about a contact that was deleted; `Keymap.format` fills in the keys."""
    return f"Deleted: {contact_name(contact)}. {{history.undo}} brings it back."


def recorded_contact(context: StepContext, row: RowKey | None) -> Contact | None:
    """Return the contact on record for a row; of several, the latest."""
    match row:
        case PersonRow(step, name):
            person = context.person(name)
            return person.state_of(step).sent if person is not None else None
        case MaterialRow(what):
            material = context.material(what)
            return material.sent if material is not None else None
        case LetterRow(kind):
            return context.latest_letter(kind)
        case StepRow(StepId.FOLLOW_UP):
            contacts = context.interview.contacts
            sent = [contact for contact in contacts if contact.kind is ContactKind.FOLLOW_UP]
            return max(sent, key=lambda contact: contact.at, default=None)
        case _:
            return None


def delete_contact_of_row(context: StepContext, row: RowKey | None) -> Change | None:
    """Return the change that `D` makes on a row: deleting its contact; None if it has none."""
    contact = recorded_contact(context, row)
    if contact is None:
        return None
    return DeleteContact(context.owner_of(contact), contact.id, context.now)
