"""Parsing a table: its records, and what each column holds, by its heading."""

import csv
import re
import shlex
from collections.abc import Iterable
from enum import Enum
from itertools import count, zip_longest
from typing import NamedTuple

from followup_tui.core.csv_import import status
from followup_tui.core.csv_import.cells import Cell, read_cell
from followup_tui.core.dates.format import listed
from followup_tui.core.text import clean_line, fold_accents, words

_EMPTY = frozenset({"", "-", "–", "—", "?", "n/a", "na", "none", "null", "tbd", "tba"})
"""What people write into a cell that has nothing to say."""
SURPLUS = "\0"  # The heading of the cells that are more than there are headings.


class TableError(Exception):
    """Raised where a file holds no table that can be imported; the message says why, and what to do."""


class Record(NamedTuple):
    """The cells of a row that have something to say, by their headings; it begins at `line`, from 1."""

    line: int
    cells: dict[str, str]


def decode(data: bytes) -> str:
    """Return the text of a file. Raise TableError where it is not text."""
    text = data.decode("utf-8-sig", "surrogateescape")
    if re.search("[\0-\b\udc80-\udcff]", text):
        raise TableError("it is not UTF-8 text; save the sheet as “CSV UTF-8” and import that")
    return text


def split(text: str) -> tuple[list[str], list[Record]]:
    """Return the headings, which are the first row of several cells, and the records. Raise TableError."""
    if not (rows := _rows(text)):
        raise TableError("it is empty")
    # What is above is a title, or the “sep=;” that Excel understands.
    first = next((number for number, (_, row) in enumerate(rows) if len([*filter(None, row)]) > 1), 0)
    headings, rows = [clean_line(cell) for cell in rows[first][1]], rows[first + 1 :]
    below = rows[0][1] if rows else []
    are_known = [_words(cell) in _KNOWN for cell in below if cell]
    if all(are_known) and 1 < len(are_known) < max(len(headings), len(below)):
        headings, rows = _joined(headings, below), rows[1:]
    for position, heading in enumerate(headings):
        if heading and heading in headings[:position]:  # “Notes”, and again “Notes”: “Notes 2”
            names = (f"{heading} {number}" for number in count(2))
            headings[position] = next(name for name in names if name not in headings)
    records = list[Record]()
    for line, row in rows:
        cells = [*zip(headings, row, strict=False), (SURPLUS, "".join(row[len(headings) :]))]
        if filled := {heading: cell for heading, cell in cells if cell.casefold() not in _EMPTY}:
            records.append(Record(line, filled))
    return headings, records


def _rows(text: str) -> list[tuple[int, list[str]]]:
    """Return the cells of each row with something in it, and its line, from 1. Raise TableError."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")  # `splitlines` also splits cells
    separator = max(",;\t|", key=next(filter(re.compile(r"[,;\t|]").search, lines), "").count)
    reader = csv.reader((f"{line}\n" for line in lines), delimiter=separator, strict=True)
    rows, line = list[tuple[int, list[str]]](), 1
    try:
        for row in reader:
            rows.append((line, [cell.strip() for cell in row]))
            line = reader.line_num + 1
    except csv.Error as error:
        reason = "the quotes there are not in pairs, or a cell is too long"
        raise TableError(f"line {line}: {reason} ({error})") from None
    return [(line, row) for line, row in rows if any(row)]


def _joined(headings: list[str], below: list[str]) -> list[str]:
    """Return the headings of two rows: “Interview”, with empty cells after it, above “Date” and “Time”."""
    joined, group = list[str](), ""
    for heading, cell in zip_longest(headings, map(clean_line, below), fillvalue=""):
        group = heading or group
        joined.append(f"{group} {cell}" if cell else heading)
    return joined


class Kind(Enum):
    """What a column holds, with its headings but for their small words. Of several the first is the best."""

    COMPANY = """company; company name; name company; hiring company; employer; employer name; organization;
        organisation; company organization; firma; unternehmen; arbeitgeber; entreprise; societe; empresa"""
    ROLE = "role; job title; position; role title; position title; title; job; stelle; poste; puesto; cargo"
    INTERVIEW = """interview date; interview day; interview date time; date interview; held; interview;
        interviews; interviewed; vorstellungsgesprach; date entretien; fecha entrevista; data entrevista"""
    DATE = "date; day; when; date time; datum; termin; fecha"
    TIME = "time; time interview; start time; uhrzeit; heure; hora"
    ZONE = "time zone; timezone; tz; zeitzone"
    ROUND = "round; round number; interview number; runde"
    FORMAT = """format; interview type; interview mode; type interview; meeting type; gesprachsart;
        type entretien"""
    PEOPLE = "interviewer; interviewers; interviewer name; interviewed by; entrevistador"
    TYPE = "type; mode; kind; medium; how; setting; art; modalidad"  # The form, if its cells say so.
    CONTACT = """met with; spoke with; with; people; person; who; contact; contacts; contact person;
        contact name; hiring manager; recruiter; recruiter name; ansprechpartner; kontakt; kontaktperson;
        interlocuteur"""
    """The interviewers, if its cells name people; of a recruiter and the like it may be a stage's day."""
    OUTCOME = "outcome; result; final outcome; final result; decision; ergebnis; resultado; situacao"
    STATUS = """status name; status; application status; current status; job status; list name; list; stage;
        current stage; application stage; phase; statut; estado; event; event type; activity; activity type"""
    NOTES = """notes; note; notizen; notas; comments; comment; notes comments; bemerkungen; kommentar;
        remarques; commentaires; comentarios; remarks; feedback; pros; cons; next step; next steps"""


_KNOWN = {" ".join(name.split()): kind for kind in Kind for name in kind.value.split(";")}
_RANKS = {name: rank for rank, name in enumerate(_KNOWN)}
_SMALL_WORDS = words("the of on at and s am de la l d da scheduled")
ORDINALS = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4}
ORDINALS |= {str(number): number for number in range(1, 10)}
YES = words("yes y true 1 x ja si ✓ ✅")
_YES_NO = YES | words("no n false 0 nein")
_STAGES = words("""phone telephone telefoninterview video recruiter hr screen screening technical tech
    coding onsite on site virtual panel case hiring manager superday final interview round""")
_SCREENS = words("phone telephone telefoninterview screen screening recruiter hr")  # Before an interview.


class Column(NamedTuple):
    """A column: its heading, what it holds (None: it is not read), its round, and if a stage names it."""

    heading: str
    kind: Kind | None = None
    round: int | None = None
    is_stage: bool = False
    rank: int = len(_RANKS)  # Lower for the better of two headings of a kind.
    cells: tuple[str, ...] = ()
    days: tuple[Cell, ...] = ()  # Those of its cells that are days.


def find_columns(headings: list[str], company: str, records: Iterable[Record] = ()) -> list[Column]:
    """Return the columns; the user may name that of the companies. Raise TableError where there is none."""
    cells = [tuple(record.cells[name] for record in records if name in record.cells) for name in headings]
    columns = [_column(name, company, filled) for name, filled in zip(headings, cells, strict=True)]
    names = listing(columns)
    if any(map(read_cell, headings)):
        raise TableError(f"its first row is not a heading ({names}); put one above: Company,Interview date")
    if all(column.kind is not Kind.COMPANY for column in columns):
        raise TableError(f"no column for the company among {names}; to name it: --company-column NAME")
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


def _column(heading: str, company: str, cells: tuple[str, ...]) -> Column:
    """Return what the column with that heading holds; that of the companies may have a name of its own."""
    name = _words(re.sub(r"\([dmyDMY/.-]+\)|\(from .*\)|(?<=[Dd]ate)s\b", "", heading))  # “(MM/DD/YYYY)”
    if company and name == _words(company):
        return Column(heading, Kind.COMPANY, cells=cells)
    days = tuple(day for day in map(read_cell, cells) if day and day.days)
    numbers = words(name) & ORDINALS.keys()
    whole = " ".join(word for word in name.split() if word not in numbers | _SMALL_WORDS)
    known = whole if whole in _KNOWN else re.sub("^(?:interview|round) ", "", whole)
    kind, rank = _KNOWN.get(known), _RANKS.get(known, len(_RANKS))
    stage = words(name) - numbers - {"date", "at", "scheduled", "call"}
    is_stage = bool(stage) and stage <= _STAGES and kind in (None, Kind.CONTACT)
    if is_stage:  # “Phone screen”; a “Recruiter” with nothing but days, too
        kind = kind if kind and not 0 < len(cells) < 2 * len(days) else Kind.INTERVIEW
    elif numbers and (kind is Kind.ROUND or (kind is Kind.DATE and known != whole)):
        kind = Kind.INTERVIEW  # “2nd round”, “Round 1 date”
    elif (company and kind is Kind.COMPANY) or (numbers and kind is Kind.DATE):
        kind = None
    number = ORDINALS[min(numbers)] if numbers and not is_stage else None
    return Column(heading, kind, number, is_stage, rank, cells, days)


def find_dates(columns: list[Column]) -> tuple[list[Column], list[Column]]:
    """Return the columns with interview days, and those to ask where a record has none. Raise TableError."""
    own = [column for column in columns if column.kind is Kind.INTERVIEW]
    stages = [column for column in own if column.is_stage and len(column.cells) <= 2 * len(column.days)]
    rounds = [column for column in own if column.days and (column.round or column in stages)]
    whole = [column for column in own if not column.round and not column.is_stage]
    whole.sort(key=lambda column: column.rank)
    dated = [column for column in whole if column.days]
    whole = dated or [column for column in whole if not _YES_NO.intersection(map(fold_accents, column.cells))]
    first = [] if any(column.is_stage or column.round == 1 for column in rounds) else whole[:1]
    are_screens = all(words(_words(each.heading)) & _SCREENS for each in own if each.round or each.is_stage)
    last = dated[:1] if rounds and are_screens and not first else []  # “Phone screen”, “Interview”
    dates = [*first, *rounds, *last]  # “Interview date”, “Interview date 2”
    if len(dates) > 1:
        dates = [column._replace(round=column.round or number) for number, column in enumerate(dates, 1)]
    if not dates and _are_of_interviews(columns):
        dates = [column for column in columns if column.kind is Kind.DATE and column.days][:1]
    if dates:
        return dates, whole[len(first + last) :]
    if not (dated := [column for column in columns if column.days]):
        raise TableError(f"no column for the date among {listing(columns)}; name one “Interview date”")
    to_name = f"to take it anyway: --date-column {shlex.quote(dated[0].heading)}"
    why = f"{listing(dated)} may be the day of applying; {to_name}"
    raise TableError(f"no column says when the interviews were; {why}")


def _are_of_interviews(columns: list[Column]) -> bool:
    """Return whether there are roles or people, something of interviews alone, and no status of applying."""
    # The title of a calendar's row is that of an event.
    filled = [column for column in columns if column.cells and not column.is_stage]
    kinds = {column.kind for column in filled if column.heading.casefold() != "title"}
    states = [cell for column in columns if column.kind is Kind.STATUS for cell in column.cells]
    is_search = kinds & {Kind.ROLE, Kind.INTERVIEW, Kind.PEOPLE} or any(map(status.names_interview, states))
    is_of_interviews = kinds & {Kind.INTERVIEW, Kind.PEOPLE, Kind.ROUND, Kind.TIME, Kind.FORMAT}
    return bool(is_search and is_of_interviews) and not any(map(status.is_early, states))


def _words(heading: str) -> str:
    """Return the words of a heading: `companyName`, `company_name` and `Company name:` are the same."""
    separated = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", heading).replace("#", " number ")
    return " ".join(re.findall(r"[a-z0-9]+", fold_accents(separated)))
