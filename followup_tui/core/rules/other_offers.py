"""An offer in hand: the one good reason to write to the other companies before their day."""

from collections.abc import Iterable
from datetime import datetime

from followup_tui.core.model.logbook import Contact
from followup_tui.core.model.rules import Rules
from followup_tui.core.rules.offers import OFFER_IN_HAND, contact_day, open_offer
from followup_tui.core.rules.plan_types import Offer
from followup_tui.core.rules.position import Position


def offers_of(found: Iterable[Position], now: datetime, rules: Rules) -> dict[str, Offer]:
    """Return the offers that can still be answered today, by the ids of their positions."""
    offers = {}
    for position in found:
        today = position.today(now)
        offer = open_offer(position.contacts, rules)
        if offer is not None and offer.answer_by >= today and not position.outcome(today, rules):
            offers[position.id] = offer
    return offers


def offer_elsewhere(offers: dict[str, Offer], position: Position) -> Offer | None:
    """Return the offer of other positions that is in hand; None where there is none.

    Several read as a single offer, from the day of the first to the last day on which one can be answered:
    they are told of an offer once (ours).
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
