"""What a column holds, by its heading, in the words of spreadsheets and job trackers.

The words are those of templates and exports of Huntr, Teal, Simplify, Notion, LinkedIn, Excel and Google
Sheets, in English, German, French and Spanish.
"""

import re
from collections.abc import Collection
from enum import StrEnum
from typing import NamedTuple

from followup_tui.core.csv_import.cells import read_day
from followup_tui.core.csv_import.records import Record, TableError, plain, split
from followup_tui.core.dates.format import listed
from followup_tui.core.text import clean_line, words


class Kind(StrEnum):
    """What a column holds."""

    COMPANY = "company"
    ROLE = "role"
    INTERVIEW = "interview"
    DATE = "day"
    APPLIED = "day of applying"
    TIME = "time"
    ZONE = "time zone"
    ROUND = "round"
    EVENT = "event"
    FORMAT = "kind of meeting"
    INTERVIEWER = "interviewer"
    OUTCOME = "outcome"
    STATUS = "status"
    NOTES = "notes"


_NAMES = """
COMPANY: company; company name; name of company; employer; employer name; organization; organisation; firm;
    hiring company; firma; firmenname; unternehmen; arbeitgeber; entreprise; nom de l entreprise; societe;
    employeur; empresa; compania
ROLE: role; position; job title; title; job; position title; job role; role title; job name; position name;
    position applied for; stelle; rolle; jobtitel; stellenbezeichnung; poste; intitule du poste; fonction;
    titre; puesto; cargo
INTERVIEW: held on; held at; vorstellungstermin; gesprachstermin; interviewtermin
DATE: date; day; when; date time; date and time; datetime; scheduled; scheduled for; scheduled at; datum;
    tag; termin; datum uhrzeit; jour; date heure; date et heure; fecha; dia
TIME: time; interview time; time of interview; start time; uhrzeit; zeit; heure; heure de l entretien; hora
ZONE: time zone; timezone; tz; zone; interview time zone; zeitzone; fuseau horaire; zona horaria
ROUND: round; interview round; round number; round no; interview number; interview no; runde;
    gesprachsrunde; tour; tour d entretien; ronda
EVENT: event; event type; type of event; activity; activity type; action; type; ereignis; art; evenement;
    evento; tipo
FORMAT: interview type; type of interview; interview format; format; interview mode; mode; meeting type; art
    des gesprachs; interviewart; type d entretien; tipo de entrevista; formato
INTERVIEWER: interviewer; interviewers; interviewer s; interviewer name; interviewed by; interview with;
    gesprachspartner; interviewt von; recruteur; entrevistador
OUTCOME: outcome; result; final outcome; final result; interview result; interview outcome; decision; final
    decision; ergebnis; ausgang; resultat; resultado
STATUS: status name; list name; status; stage; application status; list; job status; current stage; current
    status; application stage; interview status; interview stage; pipeline stage; phase; state;
    bewerbungsstatus; stand; statut; etat; etape; estado; etapa
NOTES: interview notes; notes; note; comments; comment; my notes; notizen; notiz; bemerkung; bemerkungen;
    kommentar; kommentare; anmerkungen; remarque; remarques; commentaire; commentaires; notas; comentarios
"""
_KNOWN = {
    " ".join(name.split()): (Kind[kind], rank)
    for kind, names in re.findall(r"(?m)^([A-Z]+): ((?:.|\n )*)", _NAMES)
    for rank, name in enumerate(names.split(";"))
}
"""The kind of each heading, and its rank: of two columns of a kind the lower rank is read."""
_INTERVIEW = words(
    "interview interviews interviewed vorstellungsgesprach vorstellungsgesprachs gesprach gesprachs "
    "entretien entrevista"
)
_APPLIED = words(
    "applied application submitted submission bewerbung beworben bewerbungsdatum versendet candidature "
    "postule envoi solicitud postulacion"
)
_FILLER = words(
    "date dates day time on at of the for and sent data da scheduled next last latest got had reached "
    "received datum tag termin am um des der vom uhrzeit le de d l la du et heure fecha del dia hora"
)
"""Words beside those: “Date of interview”, “Vorstellungsgespräch am”."""
_STAGES = words(
    "phone telephone video recruiter recruiting hr initial intro screen screening call technical tech "
    "coding onsite on site virtual panel case presentation hiring manager superday final loop"
)
"""Words for stages, in headings such as “Date Onsite / Final Round”."""
_ORDINALS = (
    "1 1st first 1er premier erstes primera",
    "2 2nd second 2e deuxieme zweites segunda",
    "3 3rd third 3e troisieme drittes tercera",
    "4 4th fourth 4e quatrieme viertes cuarta",
    "5 5th fifth 5e cinquieme funftes quinta",
)
ORDINALS = {word: number for number, names in enumerate(_ORDINALS, 1) for word in names.split()}
"""The words for the number of a round."""
_ANSWERS = re.compile(r"[(\[]?\b(?:y|yes) ?/ ?(?:n|no)\b[)\]]?", re.IGNORECASE)
_FORM = re.compile(
    r"\b(?:(?P<d>dd?|tt?|jj?)[-/. ]mm?|(?P<m>mm?)[-/. ]dd?|y{4}[-/.]mm[-/.]dd)\b(?:[-/. ]\w+)?", re.IGNORECASE
)
"""How the days of a column are written: “(DD/MM/YYYY)”."""
_WITHIN, _LONGEST = 50, 80
"""Among how many records the headings are looked for, as titles may stand above; how long one is (ours)."""


class Column(NamedTuple):
    """A column: its number, its heading, what it holds (None: not known), and how good its heading is."""

    number: int
    heading: str
    kind: Kind | None = None
    rank: int = 0
    round: int | None = None
    """The round that all its days belong to, where the heading says so."""
    is_stage: bool = False
    """Whether the heading names a stage, such as “Phone screen”."""

    @property
    def day_first(self) -> bool | None:
        """Whether the heading says that its days have the day first; None where it says nothing."""
        found = _FORM.search(self.heading)
        return None if not found or not (found["d"] or found["m"]) else bool(found["d"])


def find_headings(text: str, company: str) -> tuple[list[Column], list[Record]]:
    """Return the columns of a table and the records below their headings. Raise TableError.

    `company` is the heading of the column of companies, where the user names it.
    """
    best: tuple[int, list[Column], list[Record]] = (-1, [], [])
    tables, errors = split(text)
    for records in tables:
        for index, record in enumerate(records[:_WITHIN]):
            columns = [_column(number, clean_line(cell)) for number, cell in enumerate(record.cells)]
            if chosen := _named(columns, company):
                columns = [
                    column._replace(kind=None) if column.kind is Kind.COMPANY else column
                    for column in columns
                ]
                columns[chosen.number] = chosen._replace(kind=Kind.COMPANY)
            kinds = {column.kind for column in columns if column.kind}
            likeness = len(kinds) + len(Kind) * (Kind.COMPANY in kinds)
            best = max(best, (likeness, columns, records[index + 1 :]), key=lambda found: found[0])
    likeness, columns, below = best
    if likeness < len(Kind) and errors:
        raise errors[0]
    if not columns or not tables[0]:
        raise TableError("it is empty")
    if likeness >= len(Kind) and not below:
        raise TableError(f"it has headings ({listing(columns)}) and no rows")
    if likeness < len(Kind) and any(read_day(column.heading) for column in columns):
        example = "put one above, such as Company,Role,Interview date"
        raise TableError(f"its first row is no heading ({listing(columns)}); {example}")
    if likeness < len(Kind):
        raise TableError(
            f"no column for the company among {listing(columns)}; to name it: --company-column NAME"
        )
    return columns, below


def named(columns: list[Column], name: str) -> Column:
    """Return the column with that heading, in whatever spelling. Raise TableError where there is none."""
    if column := _named(columns, name):
        return column
    raise TableError(f"there is no column “{clean_line(name)}”; there is {listing(columns)}")


def listing(columns: Collection[Column]) -> str:
    """Return the headings as a message lists them."""
    return listed([f"“{column.heading}”" for column in columns if column.heading])


def _named(columns: list[Column], name: str) -> Column | None:
    same = [column for column in columns if column.heading == name != ""]
    same += [column for column in columns if _words(column.heading) == _words(name) != ""]
    return same[0] if same else None


def _words(heading: str) -> str:
    """Return the words of a heading: `companyName`, `company_name` and `Company name:` are the same."""
    separated = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", heading).replace("#", " number ")
    return " ".join(re.findall(r"[a-z0-9]+", plain(separated)))


def _column(number: int, heading: str) -> Column:
    name = _ANSWERS.sub(" ", _FORM.sub(" ", heading)) if len(heading) <= _LONGEST else ""
    text = _words(name)
    if text in _KNOWN:
        return Column(number, heading, *_KNOWN[text])
    rest = words(text) - _FILLER
    rounds = [ORDINALS[word] for word in rest if word in ORDINALS]
    rest -= ORDINALS.keys()
    if len(rounds) == 1 and rest and rest <= _INTERVIEW | {"round", "tour", "runde"}:
        return Column(number, heading, Kind.INTERVIEW, 1, rounds[0])
    if rest and rest <= _INTERVIEW and not rounds:
        return Column(number, heading, Kind.INTERVIEW, len(words(text)))
    if rest and rest <= _APPLIED:
        return Column(number, heading, Kind.APPLIED)
    if (stage := rest - _INTERVIEW - {"round"}) and stage <= _STAGES:
        return Column(number, heading, Kind.INTERVIEW, 1, is_stage=True)
    # “Company / Organization”: two names of the same.
    parts = [part for part in map(_words, re.split(r"[/|()\[\]&,+]", name)) if part]
    kinds = {_KNOWN[part][0] if part in _KNOWN else None for part in parts}
    return Column(number, heading, kinds.pop() if len(kinds) == 1 else None, _LONGEST)
