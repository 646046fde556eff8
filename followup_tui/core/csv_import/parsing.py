"""Parsing a table: its records, and what each column holds, by its heading."""

import csv
import re
from collections.abc import Iterable
from enum import Enum
from typing import NamedTuple

from followup_tui.core.csv_import.cells import read_cell
from followup_tui.core.dates.format import listed
from followup_tui.core.text import clean_line, fold_accents, words

_EMPTY = frozenset({"", "-", "–", "—", "?", "n/a", "na", "none", "null", "tbd", "tba"})
"""What people write into a cell that has nothing to say."""
SURPLUS = "\0"
"""The heading of the cells that are more than there are headings."""


class TableError(Exception):
    """Raised where a file holds no table that can be imported; the message says why, and what to do."""


class Record(NamedTuple):
    """The cells of a row that have something to say, by their headings; it begins at `line`, from 1."""

    line: int
    cells: dict[str, str]


def decode(data: bytes) -> str:
    """Return the text of a file. Raise TableError where it is none."""
    text = data.decode("utf-8-sig", "surrogateescape")
    if re.search("[\0-\b\udc80-\udcff]", text):
        raise TableError("it is not UTF-8 text; save the sheet as “CSV UTF-8” and import that")
    return text


def split(text: str) -> tuple[list[str], list[Record]]:
    """Return the headings, which are the first row, and the records. Raise TableError."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")  # `splitlines` also splits cells
    if lines[0].casefold().startswith("sep="):  # Excel's
        lines[0] = ""
    separator = max(",;\t|", key=next(filter(str.strip, lines), "").count)
    reader = csv.reader((f"{line}\n" for line in lines), delimiter=separator, strict=True)
    headings, records, line = list[str](), list[Record](), 1
    try:
        for row in reader:
            cells = dict(zip(headings, row, strict=False)) | {SURPLUS: "".join(row[len(headings) :])}
            cells = {name: cell for name in cells if (cell := cells[name].strip()).casefold() not in _EMPTY}
            if headings and cells:
                records.append(Record(line, cells))
            elif not headings and any(map(str.strip, row)):
                headings = [clean_line(cell) for cell in row]
            line = reader.line_num + 1
    except csv.Error as error:
        reason = "the quotes there are not in pairs, or a cell is too long"
        raise TableError(f"line {line}: {reason} ({error})") from None
    if not headings:
        raise TableError("it is empty")
    return headings, records


class Kind(Enum):
    """What a column holds, with its headings. Of several columns of a kind the last is read."""

    COMPANY = (
        "company; company name; name of company; employer; employer name; organization; organisation; "
        "company organization; hiring company; firma; unternehmen; arbeitgeber; entreprise; societe; empresa"
    )
    ROLE = "title; role; position; job title; role title; job; position title; stelle; poste; puesto"
    INTERVIEW = (
        "interview; interviews; interview date; interview day; interview on; interview at; held on; held at; "
        "interview date time; date of interview; date interview; vorstellungsgesprach; "
        "vorstellungsgesprach am; date d entretien; date de l entretien; fecha de entrevista; "
        "data da entrevista"
    )
    DATE = "date; day; when; date time; date and time; datum; termin; fecha"
    TIME = "interview time; time of interview; time; start time; uhrzeit; heure; hora"
    ZONE = "time zone; timezone; tz; interview time zone; zeitzone"
    ROUND = "round; interview round; round number; interview number; runde"
    FORMAT = "interview type; type of interview; interview format; format; interview mode; meeting type"
    INTERVIEWER = "interviewer; interviewers; interviewer s; interviewer name; interviewed by"
    TYPE = "type; kind; mode; medium; how; art"
    """The form, if the table is of interviews and no other column has it."""
    CONTACT = (
        "contact; contact s; contacts; contact person; contact name; person; people; who; with; met with; "
        "spoke with; hiring manager; recruiter; recruiter name; ansprechpartner; kontakt; kontaktperson"
    )
    """The interviewers, on the same condition; of a recruiter and the like it may be the day of a stage."""
    OUTCOME = "outcome; result; final outcome; final result; interview outcome; decision; ergebnis"
    STATUS = (
        "status; status name; application status; current status; interview status; job status; list; "
        "list name; stage; current stage; application stage; interview stage; phase; statut; estado; event; "
        "event type; activity; activity type"
    )
    NOTES = "interview notes; notes; note; comments; comment; notes comments; notizen; bemerkungen; notas"


_KNOWN = {name: kind for kind in Kind for name in kind.value.split("; ")}
_ORDINALS = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4}
_ORDINALS |= {str(number): number for number in range(1, 10)}
"""The words for the number of a round."""
_STAGES = words(
    "phone telephone video recruiter hr screen screening technical tech coding onsite on site virtual panel "
    "case hiring manager superday final interview round"
)


class Column(NamedTuple):
    """A column: its heading, what it holds (None: it is not read), its round, and if a stage names it."""

    heading: str
    kind: Kind | None = None
    round: int | None = None
    is_stage: bool = False


def find_columns(headings: list[str], company: str) -> list[Column]:
    """Return the columns with those headings. Raise TableError where none is that of the companies.

    `company` is the heading of the column of companies, where the user names it.
    """
    columns = [_column(heading, company) for heading in headings]
    found = listing(columns)
    if any(map(read_cell, headings)):
        raise TableError(f"its first row is not a heading ({found}); put one above: Company,Interview date")
    if all(column.kind is not Kind.COMPANY for column in columns):
        raise TableError(f"no column for the company among {found}; to name it: --company-column NAME")
    return columns


def named(columns: list[Column], name: str) -> Column:
    """Return the column with that heading, in whatever spelling. Raise TableError where there is none."""
    for column in columns:
        if _words(column.heading) == _words(name):
            return column
    raise TableError(f"no column is called “{clean_line(name)}”; it has {listing(columns)}")


def listing(columns: Iterable[Column]) -> str:
    """Return the headings as a message lists them."""
    return listed([f"“{column.heading}”" for column in columns if column.heading])


def _column(heading: str, company: str) -> Column:
    """Return what the column with that heading holds; that of the companies may have a name of its own."""
    name = _words(re.sub(r"\([dmyDMY/.-]+\)", "", heading))  # “(MM/DD/YYYY)”
    if company and name == _words(company):
        return Column(heading, Kind.COMPANY)
    rest = words(name) - {"date", "at", "scheduled"}
    is_stage = bool(rest) and rest - {"call"} <= _STAGES and rest != {"call"}
    if kind := _KNOWN.get(name):
        is_other = bool(company) and kind is Kind.COMPANY
        return Column(heading, None if is_other else kind, None, is_stage and kind is Kind.CONTACT)
    if (rounds := rest & _ORDINALS.keys()) and rest - rounds in ({"interview"}, {"round"}):
        return Column(heading, Kind.INTERVIEW, _ORDINALS[min(rounds)])
    return Column(heading, Kind.INTERVIEW if is_stage else None, None, is_stage)


def round_of(label: str) -> int:
    """Return the number that a label such as “2nd” or “Round 3” names; 1 unless it is exactly one."""
    found = {_ORDINALS.get(word) for word in re.findall(r"[a-z]+|\d+", fold_accents(label))} - {None}
    return found.pop() or 1 if len(found) == 1 else 1


def _words(heading: str) -> str:
    """Return the words of a heading: `companyName`, `company_name` and `Company name:` are the same."""
    separated = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", heading).replace("#", " number ")
    return " ".join(re.findall(r"[a-z0-9]+", fold_accents(separated)))
