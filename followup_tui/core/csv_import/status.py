"""What the words of a status say: whether there was an interview, and whether it has come to an end.

Where they do not say, an interview stays open, as closing is the greater step (ours).
"""

import re

from followup_tui.core.model.logbook import Setting
from followup_tui.core.text import fold_accents, words

_BEFORE = words(
    "saved bookmarked wishlist apply applied applying application started submitted submission draft "
    "researching lead prospect backlog todo preparing beworben bewerbung gespeichert postule envoyee"
)
"""Words of a status that comes before any interview."""
_MEETING = words(
    "interview interviews interviewing interviewed screen screening round onsite panel technical invited "
    "invitation phone final vorstellungsgesprach gesprach entretien entrevista"
)
"""Words of a status that says that there is or was an interview."""
_LOST = words(
    "rejected rejection denied declined unsuccessful failed ghosted withdrawn withdrew cancelled canceled "
    "archived closed filled dropped rescinded inactive expired absage abgelehnt refus"
)
"""Words of a status that closes the application."""
_WON = words("accepted hired signed zusage")
"""Words of a status that closes it with success, unless an interview is meant: “accepted for interview”."""
_DOUBT = words("yet still far waiting awaiting pending no not never without noch kein keine")
"""Words beside which no other ends anything: “Not rejected”, “Offer pending”."""
_NO_INTERVIEW = re.compile(
    r"\b(?:no|without|never|not|kein|ohne|sans) (?:an )?(?:interview\w*|gesprach|entretien)(?: yet)?\W*$"
)
"""The end of a status that denies any interview: “Applied, no interview yet”."""
_SETTINGS = {
    Setting.PHONE: r"\b(?:phone|telephone|telefon\w*)\b|^call$",
    Setting.VIDEO: r"\b(?:video\w*|visio|zoom|teams|meet|skype|webex|virtual|online|remote)\b",
    Setting.IN_PERSON: r"\b(?:in.person|on.?site|office|face to face|vor ort|sur place|presencial)\b",
}


def is_ended(status: str) -> bool:
    """Return whether `status` says that it has come to an end. An offer without an answer is none."""
    found = words_in(status)
    return not found & _DOUBT and bool(found & _LOST or (found & _WON and not found & _MEETING))


def denies_interview(status: str) -> bool:
    """Return whether `status` says in so many words that there was no interview."""
    return bool(_NO_INTERVIEW.search(fold_accents(status)))


def is_early(status: str) -> bool:
    """Return whether `status` is one that comes before any interview: “Saved”, “Applied – no response”."""
    return bool(words_in(status) & _BEFORE) and not names_interview(status)


def names_interview(status: str) -> bool:
    """Return whether `status` says that an interview took place, or will."""
    found = words_in(status)
    is_won = bool(found & (_WON | {"offer", "offered"})) and not found & _DOUBT
    return (is_won or bool(found & _MEETING)) and not denies_interview(status)


def setting_of(text: str) -> Setting | None:
    """Return how people meet in an interview of that kind; None where `text` does not say."""
    found = [setting for setting, form in _SETTINGS.items() if re.search(form, fold_accents(text))]
    return found[0] if len(found) == 1 else None


def words_in(text: str) -> set[str]:
    """Return the words of `text`, without accents and in lower case."""
    return set(re.findall(r"[^\W_]+", fold_accents(text)))
