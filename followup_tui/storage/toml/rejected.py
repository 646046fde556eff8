"""A record that can't be used as it is: kept as it stands in the file, and written back so."""

from typing import Any, NamedTuple


class RejectedRecord(NamedTuple):
    """One record with something wrong in it, so that the others can be used."""

    kind: str
    """Its table: `interview`, `inbox`, or within an interview `contact`, `draft`, `promise`."""
    value: dict[str, Any]
    """What stands in the file, as the parser of TOML gives it; never changed."""
    of: str = ""
    """The id of the interview that it belongs to; empty for a record of its own."""
    line: int | None = None
    """Where it began, or where it is wrong, in the file that was read; counted from 1."""
    problem: str = ""
    """What is wrong with it, in one line."""

    def __str__(self) -> str:
        where = "" if self.line is None else f"line {self.line}: "
        return f"{where}{self.problem}"
