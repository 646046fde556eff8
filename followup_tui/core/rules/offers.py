"""Offers that wait for the user's answer."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from followup_tui.core.model.logbook import Contact, ContactKind, Says
from followup_tui.core.model.rules import Rules
from followup_tui.core.rules.contacts import ACCEPT, ASK_FOR_TIME, DECLINE, WITHDRAW, contact_day, is_answer
from followup_tui.core.rules.plan_types import Offer


def _offer_order(contact: Contact) -> tuple[datetime, bool, str]:
    """Return what contacts are ordered by: of one moment, an answer of the user's follows what it answers."""
    return contact.at, contact.kind is not ContactKind.REPLY, contact.id


def open_offer(contacts: Iterable[Contact], rules: Rules) -> Offer | None:
    """Return the offer that waits for the user's answer; None where there is none.

    It outlives later answers and rounds, a rejection apart. A newer one replaces its day; one that names no
    day keeps the day that still stands (ours: better terms seldom move the deadline), else the day is our
    estimate. A letter that accepts, declines or withdraws answers it for good, whatever becomes of the
    position. After a request for time it is their turn, until they write anything but thanks (ours). Whether
    an outcome has closed the position is not looked at.
    """
    offer: Offer | None = None
    for contact in sorted(contacts, key=_offer_order):
        says = contact.says if contact.kind is ContactKind.REPLY else Says.UNSPECIFIED
        if says is Says.OFFER:
            offer = _offer_of(contact, offer, rules)
        elif says is Says.REJECTION or contact.letter in (ACCEPT, DECLINE, WITHDRAW):
            offer = None
        elif offer is not None and contact.letter == ASK_FOR_TIME:
            offer = offer._replace(is_their_turn=True)
        elif offer is not None and is_answer(contact):
            offer = offer._replace(is_their_turn=False)
    return offer


def _offer_of(contact: Contact, before: Offer | None, rules: Rules) -> Offer:
    """Return the offer that a contact puts on record, after the one that was open `before`."""
    made_on, day = contact_day(contact), contact.answer_by
    if day is None and before is not None and not before.is_estimate and before.answer_by >= made_on:
        day = before.answer_by
    if day is None:
        return Offer(made_on, made_on + timedelta(days=rules.offer_days), is_estimate=True)
    return Offer(made_on, day, is_estimate=False)
