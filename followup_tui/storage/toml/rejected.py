"""Rejected records and values: what can't be used as it is in the file, and is written back unchanged."""

from typing import Any, NamedTuple

from followup_tui.storage.toml.errors import Problem


class RejectedRecord(NamedTuple):
    """A record with something wrong in it; the other records are used."""

    kind: str
    """Its table: `interview`, `inbox`, or within an interview `contact`, `draft`, `promise`."""
    value: dict[str, Any]
    """What stands in the file, as the TOML parser returns it; never changed."""
    interview_id: str = ""
    """The id of the interview that it belongs to; empty for a record of its own."""
    line: int | None = None
    """Where it begins, or where it is wrong, in the file as it was read; counted from 1."""
    problem: str = ""
    """What is wrong with it, in one line."""

    def __str__(self) -> str:
        return str(Problem(self.line, self.problem))


class RejectedField(NamedTuple):
    """A field that is wrong; the record or section that it belongs to is used without it."""

    path: tuple[str, ...]
    """Its keys, below the interview or from the top of the file: `("ticks", "ask")`, `("rules",
    "guess_days")`."""
    value: Any
    """What stands in the file, as the TOML parser returns it; never changed."""
    interview_id: str = ""
    """The id of the interview that it belongs to; empty for a field of the file itself."""
    line: int | None = None
    """Where it stands in the file as it was read; counted from 1."""
    problem: str = ""
    """What is wrong with it, in one line."""

    def __str__(self) -> str:
        return str(Problem(self.line, self.problem))


Rejected = RejectedRecord | RejectedField


def consequence(rejected: Rejected) -> str:
    """Return what becomes of what was rejected, as a clause: a setting falls back to its default."""
    if isinstance(rejected, RejectedField) and not rejected.interview_id:
        return "the default is used instead"
    return "it is ignored, but stays in the file"
