"""How a position ended, or goes on: asked for with one key each."""

from collections.abc import Callable

from followup_tui.core.changes.positions import OFFER, SetOutcome, outcome_of
from followup_tui.core.dates.format import listed
from followup_tui.core.model.logbook import Contact, ContactKind, Says
from followup_tui.core.rules.position import (
    ACCEPTED,
    CANCELLED,
    REJECTED,
    WENT_ON,
    Position,
    ends_with_rejection,
)
from followup_tui.tui.screens.host import Host, StepContext

OPEN_AGAIN = ""
"""The outcome of a position that is open."""
OUTCOMES = (
    ("o", OFFER, "they made one; you owe them an answer"),
    ("a", ACCEPTED, "you took their offer"),
    ("d", "declined", "you turned their offer down"),
    ("r", REJECTED, "they turned you down"),
    ("w", "withdrawn", "you no longer want it"),
    ("n", "no answer", "you let it go"),
    ("t", WENT_ON, "to another round, not added yet"),
    ("c", CANCELLED, "this interview did not take place"),
)
"""The key of each outcome, the outcome, and what it means."""


def ask_outcome(host: Host, context: StepContext, ask_offer: Callable[[], None]) -> None:
    """Ask for the outcome of the position shown, and record it; `ask_offer` opens the form of an offer."""
    from followup_tui.tui.screens.dialogs import KeyedChoice, KeyedChoiceDialog

    found = host.session.position_plan(context.interview.id)
    if found is None:
        return
    recorded = outcome_of(found.position, context.interview)
    choices = tuple(KeyedChoice(*outcome) for outcome in OUTCOMES if outcome[1] != recorded)
    if recorded:
        choices = (*choices, KeyedChoice("b", "open again", f"no longer {recorded}", OPEN_AGAIN))

    def record(outcome: str | None) -> None:
        if outcome is None:
            return
        if outcome == OFFER:
            ask_offer()
            return
        if host.do(outcome_change(context, found.position, outcome)):
            host.show_message(outcome_message(host, context, outcome))

    so_far = f"So far: {recorded}." if recorded else "It is open."
    host.ask(KeyedChoiceDialog(f"Outcome · {context.interview.company}", so_far, choices), record)


def outcome_change(context: StepContext, position: Position, outcome: str) -> SetOutcome:
    """Return the change that records an outcome; an offer and a rejection are answers of theirs."""
    answer = _rejection(context, position) if outcome == REJECTED else None
    if outcome == OFFER:
        answer = context.contact(ContactKind.REPLY).but(says=Says.OFFER)
    return SetOutcome(context.interview.id, outcome, answer)


def outcome_message(host: Host, context: StepContext, outcome: str) -> str:
    """Return the message about an outcome that was recorded."""
    undo = host.keymap.format("{history.undo} takes that back.")
    return f"{_message(host, context, outcome)} {undo}"


def _rejection(context: StepContext, position: Position) -> Contact | None:
    """Return their rejection as of now; None where one is their last answer on record."""
    if ends_with_rejection(position.contacts):
        return None
    return context.contact(ContactKind.REPLY).but(says=Says.REJECTION)


def _message(host: Host, context: StepContext, outcome: str) -> str:
    match outcome:
        case "":
            return "Open again."
        case "offer":
            text = "Offer recorded, with our estimate as the deadline. Set the real one with {contact.list}."
            return host.keymap.format(text)
        case "went on":
            return host.keymap.format("It went on. {interview.next-round} adds the next round.")
        case "cancelled":
            return "Cancelled: this interview no longer counts."
        case "accepted":
            others = [
                plan.position.company
                for plan in host.session.open_plans()
                if all(interview.id != context.interview.id for interview in plan.position.interviews)
            ]
            if others:
                return f"Accepted. When the contract is signed, withdraw elsewhere ({listed(others[:3])})."
    return f"Closed: {outcome}."
