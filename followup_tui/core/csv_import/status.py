"""What the words of a status say: whether there was an interview, and whether it has come to an end.

Where they do not say, an interview stays open, as closing is the greater step (ours).
"""

import re

from followup_tui.core.text import fold_accents, words, words_in

_WORDS = {
    "early": words("""saved bookmarked wishlist apply applied applying application started submitted
        submission draft researching lead prospect backlog todo preparing beworben
        bewerbung gespeichert postule envoyee"""),
    "interview": words("""interview interviews interviewing interviewed screen screening round onsite
        panel technical invited invitation phone final vorstellungsgesprach gesprach entretien entrevista"""),
    "lost": words("""rejected rejection denied declined unsuccessful failed ghosted dropped withdrawn withdrew
        cancelled canceled archived closed filled rescinded inactive expired absage abgelehnt refus refuse
        rechazado rechazada descartado reprovado recusado"""),
    "won": words("accepted hired signed zusage"),
    "offer": words("offer offered"),
    "doubt": words("yet still far waiting awaiting pending no not never without noch kein keine"),
}
"""The words of a status by what they say; next to a doubt no other ends anything: “Offer pending”."""
_NO_INTERVIEW = re.compile(
    r"\b(?:no|without|never|not|kein|ohne|sans) (?:an )?(?:interview\w*|gesprach|entretien)(?: yet)?\W*$"
)
"""The end of a status that denies any interview: “Applied, no interview yet”."""


def is_ended(status: str) -> bool:
    """Return whether `status` says that it has come to an end: not an offer, nor “accepted for interview”."""
    says = _meanings(words_in(status))
    return "doubt" not in says and ("lost" in says or says & {"won", "interview"} == {"won"})


def denies_interview(status: str) -> bool:
    """Return whether `status` says in so many words that there was no interview."""
    return bool(_NO_INTERVIEW.search(fold_accents(status)))


def is_early(status: str) -> bool:
    """Return whether `status` is one that comes before any interview: “Saved”, “Applied – no response”."""
    return "early" in _meanings(words_in(status)) and not names_interview(status)


def names_interview(status: str) -> bool:
    """Return whether `status` says that an interview took place, or will."""
    says = _meanings(words_in(status))
    is_won = bool(says & {"won", "offer"}) and "doubt" not in says
    return (is_won or "interview" in says) and not denies_interview(status)


def _meanings(status_words: set[str]) -> set[str]:
    return {meaning for meaning, its_words in _WORDS.items() if status_words & its_words}
