"""What the words of a status say: whether there was an interview, and whether it has come to an end.

Statuses are free words in English, German, French or Spanish. Where they do not say, an interview stays open,
as closing is the greater step (all ours).
"""

import re
from enum import Enum

from followup_tui.core.csv_import.records import plain
from followup_tui.core.model.logbook import Setting
from followup_tui.core.text import words


class Fate(Enum):
    """What a status says of the end."""

    OPEN = "nothing about an end"
    ALIVE = "it goes on"
    ENDED = "it has ended"


_BEFORE = re.compile(
    r"(?!not interested)(?:not |yet |to |want |ready |in |cv |resume |applied |application |bewerbung |a )*"
    r"(?:saved|candidature envoyee?|bookmark(?:ed)?|wish ?list|wanted|appl(?:y|ied|ying|ication)|started|"
    r"interested|submit(?:ted)?|sent|draft|research(?:ing)?|lead|prospect|backlog|do|todo|prepar(?:ing|ation)|online|"
    r"beworben|(?:vor)?gemerkt|gespeichert|interessant|geplant|(?:ver|ge)sendet|(?:ab|ver)(?:ge)?schickt|"
    r"vorbereitung|entwurf|postuler?|envoyee?|envoyer|brouillon|enviad[ao]|postulado|guardado)\b"
)
"""A clause that is said before any interview."""
_TALK = r"(?:interview\w*|entretiens?|(?:vorstellungs)?gesprach\w*|entrevistas?)"
_DENIED = re.compile(
    rf"\b(?:no|without|never|not|not yet|kein|keine|ohne|pas d|sans|sin) (?:an )?{_TALK}(?: yet)?$"
)
_MEETING = re.compile(
    rf"\b(?:{_TALK}|screen\w*|assessment|round|call|invit\w*|einladung|eingeladen|phone|onsite|on site|"
    r"technical|panel|final)\b"
)
_HELD = re.compile(rf"\b(?:{_TALK}|screen\w*|onsite|on site|panel|call|phone|video|\w+ round)\b")
_AROUND = re.compile(
    r"\b(?:schedul|resched|invit|request|book|confirm|remind|thank|follow|prep|feedback|cancel|reject|declin|"
    r"offer|eingeladen|einladung|absage|no show)"
)
_ALIVE = words(
    "yet pending await awaiting wait waiting expecting still ongoing active progress process review "
    "negotiating negotiations open alive considered consideration far hold offen ausstehend warte warten "
    "laufend noch bearbeitung attente cours relancer espera proceso pendiente"
)
_NOT = words(
    "no not never non nicht kein keine keinen pas aucun aucune sans ohne without didnt wasnt isnt sin"
)
_LOST = re.compile(
    r"\b(?:reject\w*|denied|declin\w*|unsuccess\w*|fail\w*|ghost\w*|withdr[ae]w\w*|cancel\w*|archiv\w*|refus\w*|"
    r"dropped|rescinded|inactive|dead|lost|expired|closed|absage\w*|abgelehnt|abgesagt|zuruckgezogen|besetzt|"
    r"beendet|rejet\w*|retiree?|pourvue?|negati\w*|rechazad[ao]|descartad[ao])\b|\bturned? (?:me )?down\b"
    r"|\bwent with (?:an)?other\b|\b(?:position|role|job)\b.*\bfilled\b|^filled\b|^never heard\b"
    r"|^(?:no|nope|nein|non)$"
)
"""An end without a job, whatever else is said."""
_WON = re.compile(
    r"\b(?:offer\w*|accept\w*|hired|signed|success\w*|zusage\w*|angebot\w*|eingestellt|embauchee?|"
    r"offre recue|oferta|contratad[ao])\b"
)
"""An end with a job, or with the choice of one."""
_HOPED = words(
    "selected successful chosen response reply answer callback moving forward continuing fit interested "
    "longer ruckmeldung antwort genommen retenu retenue selectionne reponse suite respuesta"
)
"""What did not come about where a clause denies it: “No response”."""
_STILL = words("yet still far noch")
_BREAKS = re.compile(
    r"[^\w\s]|_|\b\d+\b|\b(?:after|before|then|and|but|nach|vor|dann|und|aber|apres|puis|et|mais|y)\b"
)
_SETTINGS = (
    (Setting.PHONE, r"phone|telephone|telefon\w*|call|anruf"),
    (Setting.VIDEO, r"video\w*|zoom|teams|meet|skype|webex|virtual|online|remote|visio\w*"),
    (Setting.IN_PERSON, r"in person|on ?site|office|face to face|vor ort|sur place|presencial"),
)
_LONGEST = 200
"""How many characters of a status are read (ours): what is longer is a note."""


def fate_of(status: str) -> Fate:
    """Return what `status` says of the end. A lost end outweighs “waiting”, and that outweighs an offer."""
    clauses = _clauses(status)
    if any(map(_is_lost, clauses)):
        return Fate.ENDED
    if any(words(clause) & _ALIVE or _LOST.search(clause) for clause in clauses):
        return Fate.ALIVE
    return Fate.ENDED if any(map(_is_won, clauses)) else Fate.OPEN


def denies_interview(status: str) -> bool:
    """Return whether `status` says in so many words that there was no interview."""
    return any(map(_DENIED.search, _clauses(status)))


def is_early(status: str) -> bool:
    """Return whether `status` is one that comes before any interview: “Saved”, “Applied – no response”."""
    clauses = _clauses(status)
    return bool(clauses and _BEFORE.match(clauses[0]) and not names_interview(status))


def names_interview(status: str) -> bool:
    """Return whether `status` says that an interview took place, or will."""
    clauses = [] if denies_interview(status) else _clauses(status)
    return any(_MEETING.search(clause) or _is_won(clause) for clause in clauses)


def is_interview_event(event: str) -> bool:
    """Return whether an event of that name is an interview itself: no invitation, no reminder, no answer."""
    clauses = [] if denies_interview(event) else _clauses(event)
    return any(_HELD.search(clause) for clause in clauses) and not any(map(_AROUND.search, clauses))


def setting_of(text: str) -> Setting | None:
    """Return how people meet in an interview of that kind; None where `text` does not say."""
    found = [setting for setting, form in _SETTINGS if re.search(rf"\b(?:{form})\b", plain(text))]
    return found[0] if len(found) == 1 else None


def _clauses(status: str) -> list[str]:
    """Return the parts of a status that each say one thing: “Rejected – after 2nd interview”."""
    text = re.sub(r"(?<=\w)-(?=\w)", " ", re.sub(r"['’]", "", plain(status[:_LONGEST])))
    return [" ".join(part.split()) for part in _BREAKS.split(text) if part.strip()]


def _is_lost(clause: str) -> bool:
    lost = _LOST.search(clause)
    if lost and not _denies(clause[: lost.start()]):
        return True
    hoped = words(clause) & _HOPED or _WON.search(clause)
    return bool(hoped and _denies(clause) and not words(clause) & _STILL)


def _is_won(clause: str) -> bool:
    return bool(_WON.search(clause) and not _denies(clause) and not _MEETING.search(clause))


def _denies(clause: str) -> bool:
    return bool(words(clause) & _NOT)
