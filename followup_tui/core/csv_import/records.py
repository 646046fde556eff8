"""The bytes of a table taken apart into records, and words in the form in which they are compared."""

import csv
import re
import unicodedata
from typing import NamedTuple

from followup_tui.core.text import clean_line

_EXPORT = "not CSV; save it as CSV (in Excel: File, Save As, CSV UTF-8) and import that"
_NO_TEXT = (
    (b"PK\x03\x04", b"xl/", f"it is an Excel workbook, {_EXPORT}"),
    (b"\xd0\xcf\x11\xe0", b"", f"it is an old Excel workbook, {_EXPORT}"),
    (b"PK\x03\x04", b"opendocument", f"it is an OpenDocument workbook, {_EXPORT}"),
    (b"PK\x03\x04", b"", "it is a zip file; unpack it, and import the .csv that is in it"),
)
"""How a file begins, what else is in it, and what it then is."""
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f]")
_BLANK = frozenset({"-", "–", "—", "?", "n/a", "na", "none", "null", "tbd", "tba"})
"""What people write into a cell that has nothing to say."""
_CSV_ERRORS = {
    "field limit": "a cell is too long; shorten it, or close the quote it begins with",
    "unexpected end": 'a quote (") is opened there and never closed; close it, or take it away',
    "": 'the quotes there are not in pairs; a quote within a quoted cell is written twice ("")',
}


class TableError(Exception):
    """Raised where a file holds no table that can be imported; the message says why, and what to do."""


class Record(NamedTuple):
    """A row of the table as it is in the file; `line` is where it begins, from 1."""

    line: int
    cells: list[str]

    def cell(self, number: int) -> str:
        """Return a cell with its lines; empty where it has nothing to say."""
        text = self.cells[number].strip() if number < len(self.cells) else ""
        return "" if text.casefold() in _BLANK else text


def decode(data: bytes) -> tuple[str, bool]:
    """Return the text of a file, and whether it was taken to be Windows-1252. Raise TableError."""
    for start, within, reason in _NO_TEXT:
        if data.startswith(start) and within in data:
            raise TableError(reason)
    is_utf16 = data[:2] in (b"\xff\xfe", b"\xfe\xff")
    for encoding in ("utf-16",) if is_utf16 else ("utf-8-sig", "cp1252"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if not _CONTROLS.search(text):
            return text, encoding == "cp1252"
    raise TableError("it is no text that can be read; export it as CSV in UTF-8")


def split(text: str) -> tuple[list[list[Record]], list[TableError]]:
    """Return the records that are not empty, by each separator that they may have, and what went wrong."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    # Not by `splitlines`, which also splits at characters within cells.
    lines = [f"{line}\n" for line in text.removesuffix("\n").split("\n")]
    excel = re.fullmatch(r'"?sep=([^"])"?[,;]*', lines[0].strip("\n"), re.IGNORECASE)
    if excel:
        lines[0] = "\n"
    separators = excel[1] if excel else sorted(",;\t|", key="".join(lines[:30]).count, reverse=True)
    tables: list[list[Record]] = []
    errors = []
    for separator in separators:
        reader, records, line = csv.reader(iter(lines), delimiter=separator, strict=True), list[Record](), 1
        try:
            for cells in reader:
                if any(map(str.strip, cells)):
                    records.append(Record(line, cells))
                line = reader.line_num + 1
            tables.append(records)
        except csv.Error as error:
            reason = next(reason for part, reason in _CSV_ERRORS.items() if part in str(error))
            errors.append(TableError(f"line {line}: {reason}"))
    return tables, errors


def plain(text: str) -> str:
    """Return `text` in lower case, without accents, on one line: the form in which words are compared."""
    marked = unicodedata.normalize("NFKD", clean_line(text))
    return " ".join("".join(sign for sign in marked if not unicodedata.combining(sign)).casefold().split())
