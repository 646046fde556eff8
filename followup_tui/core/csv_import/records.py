"""The bytes of a table taken apart into records by the standard library's reader."""

import csv
from typing import NamedTuple

from followup_tui.core.text import clean_line

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
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = "\0"
    if any(character < "\t" for character in text):
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
            cells = {heading: cell.strip() for heading, cell in cells.items()}
            cells = {heading: cell for heading, cell in cells.items() if cell.casefold() not in _EMPTY}
            records += [Record(line, cells)] * bool(headings and cells)
            headings = headings or [clean_line(cell) for cell in row] * any(map(str.strip, row))
            line = reader.line_num + 1
    except csv.Error as error:
        reason = "the quotes there are not in pairs, or a cell is too long"
        raise TableError(f"line {line}: {reason} ({error})") from None
    if not headings:
        raise TableError("it is empty")
    return headings, records
