"""The outcomes to choose from, in a list of keys and in the form of an interview."""

from typing import NamedTuple

from followup_tui.core.changes.positions import OFFER
from followup_tui.core.rules.outcomes import (
    ACCEPTED,
    CANCELLED,
    DECLINED,
    NO_ANSWER,
    REJECTED,
    WENT_ON,
    WITHDRAWN,
)


class Outcome(NamedTuple):
    """How a position ended, or goes on."""

    key: str
    """The key that chooses it."""
    name: str
    meaning: str


OUTCOMES = (
    Outcome("o", OFFER, "they made one; you owe them an answer"),
    Outcome("a", ACCEPTED, "you took their offer"),
    Outcome("d", DECLINED, "you turned their offer down"),
    Outcome("r", REJECTED, "they chose someone else"),
    Outcome("w", WITHDRAWN, "you no longer want it"),
    Outcome("n", NO_ANSWER, "you let it go"),
    Outcome("t", WENT_ON, "to another round, not added yet"),
    Outcome("c", CANCELLED, "this interview did not take place"),
)
"""How positions usually end, or go on; any other end is in the user's words."""
