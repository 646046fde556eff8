"""Outcomes: how a position ended, in words of the user's or in those that the rules know."""

from functools import lru_cache

from followup_tui.core.model.logbook import Interview

CANCELLED = "cancelled"
WENT_ON = "went on"
REJECTED = "rejected"
ACCEPTED = "accepted"
DECLINED = "declined"
WITHDRAWN = "withdrawn"
NO_ANSWER = "no answer"


def closed_sentence(outcome: str) -> str:
    """Return the sentence that says how a position ended."""
    folded = fold_outcome(outcome)
    if folded == ACCEPTED:
        return "Accepted. Congratulations!"
    if folded == REJECTED:
        return "Closed: they chose someone else."
    return f"Closed: {outcome}."


@lru_cache(maxsize=4096)
def fold_outcome(outcome: str) -> str:
    """Return a key that is equal for two outcomes that differ in case or in blanks around them."""
    return outcome.strip().casefold()


def is_cancelled(interview: Interview) -> bool:
    """Return whether the interview was called off, so that it counts for nothing."""
    return fold_outcome(interview.outcome) == CANCELLED


@lru_cache(maxsize=4096)
def is_closing(outcome: str) -> bool:
    """Return whether an outcome closes its position at once."""
    return bool(outcome) and fold_outcome(outcome) != CANCELLED and not goes_on(outcome)


def goes_on(outcome: str) -> bool:
    """Return whether an outcome says that the position goes on with another round."""
    return fold_outcome(outcome).startswith(WENT_ON)
