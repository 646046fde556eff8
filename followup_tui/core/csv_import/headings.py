"""What a column holds, by its heading."""

import re
from collections.abc import Iterable
from enum import Enum
from typing import NamedTuple

from followup_tui.core.csv_import.cells import read_cell
from followup_tui.core.csv_import.records import TableError
from followup_tui.core.dates.format import listed
from followup_tui.core.text import clean_line, fold_accents, words


class Kind(Enum):
    """What a column holds, with its headings. Of two columns of a kind the one named first here is read."""

    COMPANY = (
        "company; company name; name of company; employer; employer name; organization; organisation; "
        "company organization; hiring company; firma; unternehmen; arbeitgeber; entreprise; societe; empresa"
    )
    ROLE = "role; position; job title; role title; job; position title; stelle; poste; puesto; title"
    INTERVIEW = (
        "interview; interviews; interview date; interview day; interview on; interview at; held on; "
        "interview date time; date of interview; date interview; held at; vorstellungsgesprach; "
        "vorstellungsgesprach am; date d entretien; date de l entretien; fecha de entrevista; "
        "data da entrevista"
    )
    DATE = "date; day; when; date time; date and time; datum; termin; fecha"
    TIME = "interview time; time of interview; time; start time; uhrzeit; heure; hora"
    ZONE = "time zone; timezone; tz; interview time zone; zeitzone"
    ROUND = "round; interview round; round number; interview number; runde"
    FORMAT = "interview type; type of interview; interview format; format; interview mode; meeting type"
    INTERVIEWER = "interviewer; interviewers; interviewer s; interviewer name; interviewed by"
    OUTCOME = "outcome; result; final outcome; final result; interview outcome; decision; ergebnis"
    STATUS = (
        "status name; list name; status; stage; application status; list; job status; current stage; "
        "current status; application stage; interview status; interview stage; phase; statut; estado; event; "
        "activity; event type; activity type"
    )
    NOTES = "interview notes; notes; note; comments; comment; notes comments; notizen; bemerkungen; notas"


_KNOWN = {name: (kind, rank) for kind in Kind for rank, name in enumerate(kind.value.split("; "))}
ORDINALS = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4}
ORDINALS |= {str(number): number for number in range(1, 10)}
"""The words for the number of a round."""
_STAGES = words(
    "phone telephone video recruiter hr screen screening technical tech coding onsite on site virtual panel "
    "case hiring manager superday final interview round"
)
_FORM = re.compile(r"\([dmy/.-]+\)|\(y.{0,2}/n.?\)", re.IGNORECASE)
"""What a heading says of its cells: “(MM/DD/YYYY)”, “(Y/N)”."""


class Column(NamedTuple):
    """A column: its heading, what it holds (None: it is not read), and its rank among those of its kind.

    Its heading may say of which round its days are, or name a stage, such as “Phone screen”.
    """

    heading: str
    kind: Kind | None = None
    rank: int = 0
    round: int | None = None
    is_stage: bool = False


def find_columns(headings: list[str], company: str) -> list[Column]:
    """Return the columns with those headings. Raise TableError where none is that of the companies.

    `company` is the heading of the column of companies, where the user names it.
    """
    columns = [_column(heading, company) for heading in headings]
    if any(map(read_cell, headings)):
        example = "put one above, such as Company,Role,Interview date"
        raise TableError(f"its first row is no heading ({listing(columns)}); {example}")
    if all(column.kind is not Kind.COMPANY for column in columns):
        to_name = "--company-column NAME"
        raise TableError(f"no column for the company among {listing(columns)}; to name it: {to_name}")
    return columns


def named(columns: list[Column], name: str) -> Column:
    """Return the column with that heading, in whatever spelling. Raise TableError where there is none."""
    for column in columns:
        if _words(column.heading) == _words(name):
            return column
    raise TableError(f"there is no column “{clean_line(name)}”; there is {listing(columns)}")


def listing(columns: Iterable[Column]) -> str:
    """Return the headings as a message lists them."""
    return listed([f"“{column.heading}”" for column in columns if column.heading])


def _column(heading: str, company: str) -> Column:
    """Return what the column with that heading holds; that of the companies may have a name of its own."""
    name = _words(_FORM.sub(" ", heading))
    if company and name == _words(company):
        return Column(heading, Kind.COMPANY)
    if name in _KNOWN:
        kind, rank = _KNOWN[name]
        return Column(heading, None if company and kind is Kind.COMPANY else kind, rank)
    rest = words(name) - {"date", "at", "scheduled"}
    if (rounds := rest & ORDINALS.keys()) and rest - rounds in ({"interview"}, {"round"}):
        return Column(heading, Kind.INTERVIEW, 1, ORDINALS[min(rounds)])
    is_stage = bool(rest) and rest - {"call"} <= _STAGES and rest != {"call"}
    return Column(heading, Kind.INTERVIEW if is_stage else None, 1, None, is_stage)


def _words(heading: str) -> str:
    """Return the words of a heading: `companyName`, `company_name` and `Company name:` are the same."""
    separated = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", heading).replace("#", " number ")
    return " ".join(re.findall(r"[a-z0-9]+", fold_accents(separated)))
