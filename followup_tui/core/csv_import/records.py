"""A text taken apart into the records of a table, with the line that each begins on."""

import csv
import re
from collections.abc import Iterator
from typing import NamedTuple

from followup_tui.core.csv_import.encoding import NoTable

MARKS = (",", ";", "\t", "|")
"""What may stand between two cells."""
_TOLD = re.compile(r'"?sep=(?P<mark>.)"?', re.IGNORECASE)
"""Excel's own first line, which names what stands between the cells."""


class Record(NamedTuple):
    """A row of the table as it stands in the file."""

    line: int
    """Where it begins, from 1."""
    cells: list[str]

    @property
    def is_empty(self) -> bool:
        """Whether nothing stands in it."""
        return not any(one.strip() for one in self.cells)


class Text(NamedTuple):
    """The lines of a table, and what may stand between their cells, the likeliest first."""

    lines: tuple[str, ...]
    marks: tuple[str, ...]

    def records(self, mark: str) -> Iterator[Record]:
        """The records, empty ones left out. Raises NoTable where the quotes are not in pairs."""
        reader = csv.reader(iter(self.lines), delimiter=mark, strict=True)
        line = 1
        while True:
            try:
                cells = next(reader)
            except StopIteration:
                return
            except csv.Error as error:
                raise NoTable(_why(line, str(error))) from None
            record = Record(line, cells)
            if not record.is_empty:
                yield record
            line = reader.line_num + 1


def lines_of(text: str) -> Text:
    """The lines of a table. Excel's `sep=;` is heeded, and emptied: the lines keep their numbers."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    # Not by `splitlines`: it also parts lines at characters that stand within cells.
    lines = [f"{line}\n" for line in text.removesuffix("\n").split("\n")]
    told = _TOLD.fullmatch(lines[0].rstrip("\n").rstrip(",;"))
    if told and told["mark"] != '"':
        return Text(("\n", *lines[1:]), (told["mark"],))
    head = "".join(lines[:30])
    return Text(tuple(lines), tuple(sorted(MARKS, key=head.count, reverse=True)))


def _why(line: int, error: str) -> str:
    if "field limit" in error:
        limit = csv.field_size_limit() // 1024
        return (
            f"line {line}: a cell holds more than {limit} KiB; shorten it, or close the quote it begins with"
        )
    if "unexpected end" in error:
        return f'line {line}: a quote (") is opened there and never closed; close it, or take it away'
    return (
        f'line {line}: the quotes there are not in pairs; a quote within a quoted cell is written twice ("")'
    )
