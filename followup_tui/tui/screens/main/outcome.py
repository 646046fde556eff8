"""How a position ended, or goes on: asked for with one key each."""

from collections.abc import Callable
from datetime import date

from followup_tui.core.changes.positions import OFFER, OUTCOME_OF_ANSWER, SetOutcome, outcome_of
from followup_tui.core.dates.format import day_name, listed
from followup_tui.core.model.logbook import ContactKind, Says
from followup_tui.core.rules.contacts import last_says
from followup_tui.core.rules.outcomes import ACCEPTED, CANCELLED, WENT_ON, closed_sentence
from followup_tui.core.rules.plan_types import Offer, after_comma_if_estimate
from followup_tui.tui.keys.keymap import UNDO_HINT
from followup_tui.tui.screens.host import Host, StepContext
from followup_tui.tui.screens.outcomes import OUTCOMES

OPEN_AGAIN = ""
"""The outcome of a position that is open."""
_ANSWERS = {OFFER: Says.OFFER, **{outcome: says for says, outcome in OUTCOME_OF_ANSWER.items()}}
"""The outcomes that are answers of theirs."""


def ask_outcome(host: Host, context: StepContext, ask_offer: Callable[[], None]) -> None:
    """Ask for the outcome of the position shown, and record it; `ask_offer` opens the form of an offer."""
    from followup_tui.tui.screens.dialogs import KeyedChoice, KeyedChoiceDialog

    position_plan = host.session.position_plan(context.interview)
    recorded = outcome_of(context.position, context.interview)
    # An open offer is answered first: asking for another comes last.
    outcomes = OUTCOMES if position_plan.offer is None else (*OUTCOMES[1:], OUTCOMES[0])
    choices = tuple(KeyedChoice(*outcome) for outcome in outcomes if outcome.name != recorded)
    if recorded:
        choices = (*choices, KeyedChoice("b", "open again", f"no longer {recorded}", OPEN_AGAIN))

    def record(outcome: str | None) -> None:
        if outcome is None:
            return
        if outcome == OFFER:
            ask_offer()
            return
        if host.do(outcome_change(context, outcome)):
            host.show_message(outcome_message(host, context, outcome))

    text = _so_far(recorded, position_plan.offer, position_plan.today)
    host.ask(KeyedChoiceDialog(f"Outcome · {context.interview.company}", text, choices), record)


def _so_far(recorded: str, offer: Offer | None, today: date) -> str:
    """Return what is known of the outcome."""
    if recorded:
        return f"So far: {recorded}."
    if offer is None:
        return "How did it end?"
    estimate = after_comma_if_estimate(offer.is_estimate)
    return f"There is an offer, to be answered by {day_name(offer.answer_by, today)}{estimate}."


def outcome_change(context: StepContext, outcome: str) -> SetOutcome:
    """Return the change that records an outcome: some are answers of theirs, put on record as of now.

    A rejection or an invitation that is their last answer on record is not put there again.
    """
    says = _ANSWERS.get(outcome)
    last = last_says(context.contacts)
    if says is None or (says is last and says is not Says.OFFER):
        return SetOutcome(context.interview.id, outcome)
    return SetOutcome(context.interview.id, outcome, context.new_contact(ContactKind.REPLY).but(says=says))


def outcome_message(host: Host, context: StepContext, outcome: str) -> str:
    """Return the message about an outcome that was recorded."""
    undo = host.keymap.format(UNDO_HINT)
    return f"{_message(host, context, outcome)} {undo}"


def _message(host: Host, context: StepContext, outcome: str) -> str:
    """Return what to say once an outcome is recorded."""
    if outcome == OPEN_AGAIN:
        return "Open again."
    if outcome == OFFER:
        text = "Offer recorded, with our estimate as the deadline. Set the real one with {contact.list}."
        return host.keymap.format(text)
    if outcome == WENT_ON:
        return host.keymap.format("It went on. {interview.next-round} adds the next round.")
    if outcome == CANCELLED:
        return "Cancelled: this interview no longer counts."
    if outcome == ACCEPTED:
        others = [
            plan.position.company
            for plan in host.session.open_plans()
            if all(interview.id != context.interview.id for interview in plan.position.interviews)
        ]
        if others:
            return f"Accepted. When the contract is signed, withdraw elsewhere ({listed(others[:3])})."
    return closed_sentence(outcome)
