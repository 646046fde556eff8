"""Words before a date that state it: "it'll be the 7th", "she says the 7th", "moved to the 7th"."""

from followup_tui.core.dates import cues
from followup_tui.core.dates.matching import Match
from followup_tui.core.text import words

_FORETELLING = words("will would should it'll it'd that'll they'll ought gonna")
"""Before "be"."""
_STATING = words("said says say saying guessed guesses thinks reckons mentioned quoted now else otherwise")
_AIMING = words(
    "aim aims aiming hope hopes hoping hoped shooting set scheduled planned pencilled due expected promised"
)
"""Before "for"."""
_MOVED = words("pushed moved postponed delayed shifted slipped slips bumped changed rescheduled brought")
"""Before "to", with at most two words between them."""
_GIVING = words("gave given told quoted")
"""Before "me"."""
_NAMING = words("when d decision d-day day deadline")
"""After "is": "the 4th is when they decide"."""


def is_stated(match: Match) -> bool:
    """Return whether the match is what will be, what somebody says or aims for, or where it was moved."""
    before = match.words_before(4)
    previous = match.previous
    if previous == "be":
        return not _FORETELLING.isdisjoint(before[-2:-1]) or before[-3:-1] == ["going", "to"]
    if previous in {"it's", "its", "is"}:
        return "now" in before
    if previous == "it":
        return before[-2:-1] == ["call"]
    if previous == "at":
        return before[-2:-1] == ["looking"]
    if previous in {"me", "us"}:
        return not _GIVING.isdisjoint(before[-2:-1])
    if previous == "for":
        return not _AIMING.isdisjoint(before[-2:-1])
    if previous == "to":
        return not _MOVED.isdisjoint(before)
    if previous == "but":
        return "not" in match.words_before(6)
    is_named = match.following == "is" and not _NAMING.isdisjoint(match.words_after(3))
    return is_named or previous in _STATING or cues.PROMISE.fullmatch(previous) is not None
