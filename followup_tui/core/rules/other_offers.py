"""An offer in hand: the one good reason to write to the other companies before their day."""

from collections.abc import Iterable
from datetime import date, datetime

from followup_tui.core.model.logbook import Contact
from followup_tui.core.model.rules import Rules
from followup_tui.core.rules.contacts import ACCEPT, OFFER_IN_HAND, contact_day
from followup_tui.core.rules.offers import open_offer
from followup_tui.core.rules.outcomes import ACCEPTED, fold_outcome
from followup_tui.core.rules.plan_types import Offer
from followup_tui.core.rules.position import Position


def offers_of(positions: Iterable[Position], now: datetime, rules: Rules) -> dict[str, Offer]:
    """Return the offers that can still be answered today, by the ids of their positions."""
    offers = {}
    for position in positions:
        today = position.today(now)
        offer = open_offer(position.contacts, rules)
        if offer is not None and offer.answer_by >= today and not position.outcome(today, rules):
            offers[position.id] = offer
    return offers


def offer_elsewhere(offers: dict[str, Offer], position: Position) -> Offer | None:
    """Return the offer of other positions that is in hand; None where there is none.

    Several read as a single offer, from the day of the first to the last day on which one can be answered:
    the message about it goes out once (ours).
    """
    others = [offer for id, offer in offers.items() if id != position.id]
    if not others:
        return None
    last = max(others, key=lambda offer: offer.answer_by)
    return last._replace(made_on=min(offer.made_on for offer in others))


def sent_offer_message(contacts: Iterable[Contact], offer: Offer) -> bool:
    """Return whether the message about an offer in hand elsewhere was sent since it was made."""
    return any(
        contact.letter == OFFER_IN_HAND and contact_day(contact) >= offer.made_on for contact in contacts
    )


def has_accepted_elsewhere(position: Position, positions: Iterable[Position], rules: Rules) -> bool:
    """Return whether an offer of another position was accepted in the same search.

    A position that begins more than `close_after_promise_days` after that belongs to a later search (ours).
    Where no letter on record accepted the offer, the last that is known of it stands for the day.
    """
    begun_on = position.interviews[0].held_on
    return any(
        (begun_on - _accepted_on(other)).days <= rules.close_after_promise_days
        for other in positions
        if other.id != position.id and fold_outcome(other.recorded_outcome) == ACCEPTED
    )


def _accepted_on(position: Position) -> date:
    accepted = [contact_day(contact) for contact in position.contacts if contact.letter == ACCEPT]
    if accepted:
        return accepted[-1]
    known = [contact.answer_by or contact_day(contact) for contact in position.contacts]
    return max([position.interviews[-1].held_on, *known])
