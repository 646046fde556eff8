"""Which column of a table holds what: known by its name, as spreadsheets and job trackers write it.

The names are from templates and exports of Huntr, Teal, Simplify, Notion, LinkedIn, Excel and Google Sheets,
in English, German and French.
"""

import re
from collections.abc import Collection, Iterable
from enum import StrEnum
from typing import NamedTuple

from followup_tui.core.csv_import.days import Order
from followup_tui.core.csv_import.encoding import plain
from followup_tui.core.text import clean_line


class Kind(StrEnum):
    """What a column holds."""

    COMPANY = "company"
    ROLE = "role"
    INTERVIEW = "day of the interview"
    DATE = "day"
    APPLIED = "day of applying"
    TIME = "time"
    ROUND = "round"
    OUTCOME = "outcome"
    STATUS = "status"
    NOTES = "notes"


_NAMES = {
    Kind.COMPANY: """
        company; company name; name of company; employer; employer name; organization; organisation;
        organization name; organisation name; firm; hiring company; firma; firmenname; name der
        firma; unternehmen; arbeitgeber; entreprise; nom de l entreprise; nom entreprise; societe;
        employeur""",
    Kind.ROLE: """
        role; position; job title; title; job; position title; job role; job position; role title;
        role name; job name; position name; position applied for; job applied for; stelle; rolle;
        jobtitel; stellenbezeichnung; stellentitel; beruf; poste; intitule du poste; intitule; titre
        du poste; nom du poste; fonction; titre""",
    Kind.INTERVIEW: """
        interview date; date of interview; date of the interview; interview date time; interview
        date and time; interview datetime; interview day; date interview; date interviewed;
        interviewed on; interview on; interview at; interview scheduled for; scheduled interview;
        interview scheduled; interview dates; next interview date; next interview; latest interview;
        last interview date; last interview; held on; held at; interview; interviews;
        vorstellungsgesprach; datum vorstellungsgesprach; datum des vorstellungsgesprachs;
        vorstellungstermin; termin vorstellungsgesprach; gesprachstermin; interviewtermin; datum
        interview; interview datum; datum des interviews; interview am; gesprach am; datum des
        gesprachs; gesprach; date entretien; date d entretien; date de l entretien; date de l
        interview; entretien le; entretien""",
    Kind.DATE: """
        date; day; when; date time; date and time; datetime; scheduled; scheduled date; scheduled
        for; scheduled at; datum; tag; termin; datum uhrzeit; datum und uhrzeit; jour; date heure;
        date et heure""",
    Kind.APPLIED: """
        date applied; applied date; applied on; applied at; applied; application date; date of
        application; date submitted; submitted; submission date; application submitted; date sent;
        bewerbungsdatum; datum der bewerbung; beworben am; bewerbung am; bewerbung vom; versendet
        am; date de candidature; date candidature; date d envoi; date envoi; candidature le; postule
        le; envoye le; date de postulation""",
    Kind.TIME: """
        time; interview time; time of interview; start time; interview start time; uhrzeit; zeit;
        uhrzeit interview; heure; heure de l entretien; heure d entretien; heure entretien""",
    Kind.ROUND: """
        round; interview round; round number; round no; interview number; interview no; runde;
        gesprachsrunde; tour; tour d entretien""",
    Kind.OUTCOME: """
        outcome; result; final outcome; final result; interview result; interview outcome; decision;
        final decision; ergebnis; ausgang; resultat; issue de la candidature""",
    Kind.STATUS: """
        status name; list name; status; stage; application status; list; job status; current stage;
        current status; application stage; interview status; interview stage; pipeline stage; phase;
        status outcome; bewerbungsstatus; stand; statut; etat; etape; statut de la candidature""",
    Kind.NOTES: """
        notes; note; comments; comment; my notes; interview notes; notizen; notiz; bemerkung;
        bemerkungen; kommentar; kommentare; anmerkung; anmerkungen; remarque; remarques;
        commentaire; commentaires""",
}
_KNOWN = {
    name: (kind, rank)
    for kind, names in _NAMES.items()
    for rank, name in enumerate(" ".join(names.split()).split("; "))
}
"""The kind of each name, and its rank: of two columns of one kind the one with the lower rank counts."""
_ORDINALS = (
    ("1", "1st", "first", "1er", "1ere", "premier", "erstes"),
    ("2", "2nd", "second", "2e", "2eme", "deuxieme", "zweites"),
    ("3", "3rd", "third", "3e", "3eme", "troisieme", "drittes"),
    ("4", "4th", "fourth", "4e", "4eme", "quatrieme", "viertes"),
    ("5", "5th", "fifth", "5e", "5eme", "cinquieme", "funftes"),
)
NUMBERS = {word: number for number, words in enumerate(_ORDINALS, 1) for word in words}
"""The words for a round."""
_TALK = r"(?:interview|entretien|gesprach|vorstellungsgesprach)"
_N = rf"(?P<n>{'|'.join(sorted(NUMBERS, key=len, reverse=True))})"
_NUMBERED = tuple(
    re.compile(rf"(?:date )?(?:{form})(?: date)?(?: time| on)?")
    for form in (
        rf"{_N} (?:round )?{_TALK}",
        rf"{_TALK} (?:date |round |number )?{_N}",
        rf"round {_N}(?: {_TALK})?",
        rf"{_N} round",
    )
)
"""Names of columns that hold the day of one round each: “2nd interview”, “Round 2 date”."""
_FORM = re.compile(
    r"[(\[]?\b(?:(?P<d>dd?|tt?|jj?)[-/. ]mm?|(?P<m>mm?)[-/. ](?:dd?|tt?|jj?)|y{2,4}[-/. ]mm?[-/. ]dd?)"
    r"(?:[-/. ](?:y{2,4}|j{2,4}|a{2,4}))?\b[)\]]?",
    re.IGNORECASE,
)
"""What tells how the days of a column are written: “(DD/MM/YYYY)”."""


_LONGEST = 80
"""How many characters a name may have that is known (ours)."""


class Column(NamedTuple):
    """A column of a table."""

    place: int
    """Which it is, from 0."""
    heading: str
    kind: Kind | None
    """None where its name tells nothing."""
    rank: int = 0
    round: int | None = None
    """The round that all of it is about, where the name tells."""

    @property
    def order(self) -> Order | None:
        """What comes first in its days, where the name tells."""
        found = _FORM.search(self.heading)
        if found is None or not (found["d"] or found["m"]):
            return None
        return Order.DAY_FIRST if found["d"] else Order.MONTH_FIRST


class Columns(NamedTuple):
    """The columns of a table, from its heading."""

    all: tuple[Column, ...]

    @property
    def kinds(self) -> set[Kind]:
        """What there are columns for."""
        return {one.kind for one in self.all if one.kind}

    def of(self, kind: Kind) -> Column | None:
        """The best column of that kind."""
        return min((one for one in self.all if one.kind is kind), key=lambda one: one.rank, default=None)

    def named(self, name: str) -> Column | None:
        """The column of that name, in whatever spelling."""
        for form in (plain, _words):
            for one in self.all:
                if form(one.heading) == form(name) != "":
                    return one
        return None

    def days(self, dated: Collection[Column]) -> tuple[Column, ...]:
        """The columns to take days from: those of interviews; else a mere date; else the day of applying.

        A column that is not among the `dated`, such as “Interview: yes”, counts only where no other does. One
        of times may hold whole days, too: “Interview time”.
        """
        timed = [one._replace(kind=Kind.INTERVIEW, rank=99) for one in dated if one.kind is Kind.TIME]
        for columns in (Columns((*dated, *timed)), self):
            numbered = [one for one in columns.all if one.round is not None]
            whole = Columns(tuple(one for one in columns.all if one.round is None))
            for kind in DAYS:
                best = whole.of(kind)
                found = [one for one in (best, *(numbered if kind is Kind.INTERVIEW else ())) if one]
                if found:
                    return tuple(found)
        return ()


DAYS = (Kind.INTERVIEW, Kind.DATE, Kind.APPLIED)
"""What tells a day, best first."""


def columns_of(headings: Iterable[str]) -> Columns:
    """The columns that a heading names."""
    return Columns(tuple(_column(place, clean_line(one)) for place, one in enumerate(headings)))


def _column(place: int, heading: str) -> Column:
    if len(heading) > _LONGEST:
        return Column(place, heading, None)
    name = _FORM.sub(" ", heading)
    words = _words(name)
    if words in _KNOWN:
        return Column(place, heading, *_KNOWN[words])
    for form in _NUMBERED:
        if found := form.fullmatch(words):
            return Column(place, heading, Kind.INTERVIEW, round=NUMBERS[found["n"]])
    # “Company / Organization”: two names of one thing.
    parts = [_words(part) for part in re.split(r"[/|()\[\]&,+]| or | and ", name)]
    known = [_KNOWN.get(part, (None, 0)) for part in parts if part]
    same = len({kind for kind, _ in known}) == 1
    return Column(place, heading, *known[0]) if same else Column(place, heading, None)


def _words(heading: str) -> str:
    """The words of a name: `companyName`, `company_name` and `Company name:` are the same."""
    parted = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", heading).replace("#", " number ")
    return " ".join(re.findall(r"[a-z0-9]+", plain(parted)))
