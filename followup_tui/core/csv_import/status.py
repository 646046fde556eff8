"""What the status of a row tells: whether there was an interview yet, and whether it has come to an end.

Statuses are free words (English, German, French). A wrong reading is seen in the preview; where the words do
not tell, the interview stays open, as closing is the greater step (all ours).
"""

import re
from enum import Enum

from followup_tui.core.csv_import.encoding import plain


class Fate(Enum):
    """What a status tells of the end."""

    OPEN = "nothing about an end"
    ALIVE = "it goes on"
    ENDED = "it has ended"


def _set(words: str) -> frozenset[str]:
    return frozenset(" ".join(one.split()) for one in words.split(";"))


def _words(words: str) -> frozenset[str]:
    return frozenset(words.split())


_BEFORE = _set(
    """
    saved; bookmarked; bookmark; wishlist; wish list; wanted; to apply; want to apply; ready to
    apply; apply; applying; applied; not applied; not yet applied; not started; interested;
    submitted; sent; cv sent; resume sent; draft; researching; research; lead; prospect; backlog; to
    do; todo; preparing; application; application sent; application submitted; in preparation;
    beworben; gemerkt; vorgemerkt; gespeichert; interessant; geplant; versendet; gesendet;
    abgeschickt; bewerbung versendet; bewerbung gesendet; bewerbung abgeschickt; bewerbung
    verschickt; in vorbereitung; entwurf; postule; a postuler; candidature envoyee; envoyee; envoye;
    a envoyer; brouillon; interesse"""
)
"""What stands where no interview took place yet."""
_BEFORE_ANYTHING = ("applied ", "submitted ", "saved ", "bookmarked ", "beworben ", "postule ")
_NO_INTERVIEW = re.compile(
    r"\b(?:no|without|never|not|not yet|kein|keine|ohne|pas d|sans) (?:an )?"
    r"(?:interviewed|interviews?|entretien|gesprach|vorstellungsgesprach)(?: yet)?$"
)
_INTERVIEW = re.compile(
    r"\b(?:interview\w*|screen\w*|assessment|round|call|invit\w*|"
    r"entretien\w*|gesprach\w*|vorstellungsgesprach\w*|einladung|eingeladen)\b"
)
"""What may be offered or accepted without being an end: “interview offered”."""
_MEETING = re.compile(r"\b(?:phone|onsite|on site|technical|panel|final)\b")
_ALIVE = _words(
    """
    yet pending await awaiting wait waiting expecting expected still ongoing active progress process
    review negotiating negotiation negotiations open alive considered considering consideration far
    hold offen ausstehend warte warten wartend laufend lauft noch bearbeitung attente cours relancer"""
)
_NOT = _words("no not never non nicht kein keine keinen pas aucun aucune sans ohne without didnt wasnt isnt")
_STILL = _words("yet still far noch")
_MERE_NO = re.compile(r"no|nope|nein|non|never heard.*")
_LOST = re.compile(
    r"\b(?:reject\w*|denied|denial|declin\w*|unsuccess\w*|fail\w*|ghost\w*|withdr[ae]w\w*|cancel\w*|archiv\w*|"
    r"refus\w*|dropped|eliminated|rescinded|inactive|dead|lost|expired|closed|ko|"
    r"abgelehnt|absage\w*|abgesagt|zuruckgezogen|besetzt|abgebrochen|beendet|geschlossen|erfolglos|"
    r"rejet\w*|retiree?|abandon\w*|pourvue?|clos|cloturee?|negati\w*)\b"
    r"|\bturned? (?:me )?down\b|\bpassed over\b|\bwent with (?:an)?other\b|\bregrets?\b"
    r"|\b(?:position|role|job|post|vacancy|stelle|poste)\b.*\bfilled\b|^(?:already )?filled\b"
)
"""An end without a job, whatever else is said."""
_WON = re.compile(
    r"\b(?:offer\w*|accept\w*|hired|signed|joined|won|success\w*|zusage\w*|angebot\w*|eingestellt|angenommen|"
    r"embauchee?|acceptee?|recrutee?|offre recue)\b"
)
"""An end with a job, or with the choice of one."""
_HOPED = _words(
    """
    selected successful chosen shortlisted response reply answer replied answered responded callback
    move moving forward proceed proceeding progressed advancing advanced continuing fit match
    interested longer ruckmeldung antwort genommen berucksichtigt ausgewahlt retenu retenue
    selectionne selectionnee reponse suite"""
)
"""An end where it did not come about."""
_BREAKS = re.compile(
    r"[^\w\s]|_|\b\d+\b|\b(?:after|before|then|and|but|nach|vor|dann|und|aber|apres|puis|et|mais)\b"
)


_LONGEST = 200
"""How many characters of a status are looked at (ours): what is longer is a note."""


def fate_of(status: str) -> Fate:
    """What `status` tells. A lost end outweighs “waiting”, and that outweighs an offer."""
    clauses = _clauses(status)
    if any(map(_is_lost, clauses)):
        return Fate.ENDED
    if any(map(_is_alive, clauses)):
        return Fate.ALIVE
    return Fate.ENDED if any(map(_is_won, clauses)) else Fate.OPEN


def tells_of_none(status: str) -> bool:
    """Whether `status` tells that no interview took place: “Saved”, “Applied – no response”."""
    clauses = _clauses(status)
    if any(map(_NO_INTERVIEW.search, clauses)):
        return True
    return any(map(_is_before, clauses[:1])) and not tells_of_interview(status)


def tells_of_interview(status: str) -> bool:
    """Whether `status` tells that an interview took place, or will."""
    clauses = _clauses(status)
    if any(map(_NO_INTERVIEW.search, clauses)):
        return False
    return any(_INTERVIEW.search(one) or _MEETING.search(one) or _is_won(one) for one in clauses)


def _clauses(status: str) -> list[str]:
    """The parts of a status that each say one thing: “Rejected – after 2nd interview”."""
    text = re.sub(r"['’]", "", plain(status[:_LONGEST]))
    text = re.sub(r"(?<=\w)-(?=\w)", " ", text)
    return [" ".join(part.split()) for part in _BREAKS.split(text) if part.strip()]


def _is_before(clause: str) -> bool:
    return clause in _BEFORE or clause.startswith(_BEFORE_ANYTHING)


def _is_lost(clause: str) -> bool:
    lost = _LOST.search(clause)
    if _MERE_NO.fullmatch(clause) or (lost and not _denies(clause[: lost.start()])):
        return True
    hoped = _words(clause) & _HOPED or _WON.search(clause)
    return bool(hoped and _denies(clause) and not _words(clause) & _STILL)


def _is_alive(clause: str) -> bool:
    lost = _LOST.search(clause)
    return bool(_words(clause) & _ALIVE or (lost and _denies(clause[: lost.start()])))


def _is_won(clause: str) -> bool:
    return bool(_WON.search(clause) and not _denies(clause) and not _INTERVIEW.search(clause))


def _denies(clause: str) -> bool:
    return bool(_words(clause) & _NOT)
