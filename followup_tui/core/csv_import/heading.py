"""Where a table begins: which record is its heading, and what stands between its cells."""

from collections.abc import Sequence
from itertools import islice
from typing import NamedTuple

from followup_tui.core.csv_import.columns import Columns, Kind, columns_of
from followup_tui.core.csv_import.encoding import NoTable
from followup_tui.core.csv_import.records import Record, lines_of

_WITHIN = 50
"""Among how many records the heading is looked for: titles may stand above it (ours)."""


class Parts(NamedTuple):
    """A table with its heading taken off."""

    columns: Columns
    records: tuple[Record, ...]


def parts_of(text: str) -> Parts:
    """The heading that is best understood, and the records below it. Raises NoTable."""
    lines = lines_of(text)
    found: list[tuple[int, str, Record]] = []
    problems = []
    for mark in lines.marks:
        try:
            head = list(islice(lines.records(mark), _WITHIN))
        except NoTable as problem:
            problems.append(problem)
            continue
        if not head:
            raise NoTable("it is empty")
        heading = max(head, key=lambda one: _likeness(one.cells))
        found.append((_likeness(heading.cells), mark, heading))
    likeness, mark, heading = max(found, key=lambda one: one[0], default=(0, "", Record(0, [])))
    if likeness < len(Kind) and problems:
        raise problems[0]
    columns = columns_of(heading.cells)
    if Kind.COMPANY not in columns.kinds:
        raise NoTable("no column for the company; name one “Company”, “Company name” or “Employer”")
    below = tuple(one for one in lines.records(mark) if one.line > heading.line)
    return Parts(columns, below)


def _likeness(cells: Sequence[str]) -> int:
    """How much a record looks like a heading: how many kinds of columns it names, above all the company."""
    kinds = columns_of(cells).kinds
    return len(kinds) + (len(Kind) if Kind.COMPANY in kinds else 0)
