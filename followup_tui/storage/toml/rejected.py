"""Rejected records and values: what can't be used as it is in the file, and is written back unchanged."""

from typing import Any, NamedTuple

from followup_tui.storage.toml.errors import Problem


class Rejected(NamedTuple):
    """Something wrong in the file."""

    path: tuple[str, ...]
    """Its keys, below the interview or from the top of the file: `("ticks", "ask")`, `("contact",)`."""
    value: Any
    """What is in the file, as the TOML parser returns it; never changed."""
    interview_id: str = ""
    """The id of the interview that it belongs to; empty for what belongs to none."""
    line: int | None = None
    """Where it begins, or where it is wrong, in the file as it was read; counted from 1."""
    problem: str = ""
    """What is wrong with it, in one line."""

    def __str__(self) -> str:
        return str(Problem(self.line, self.problem))


class RejectedRecord(Rejected):
    """A record with something wrong in it; the other records are used."""

    @property
    def kind(self) -> str:
        """Its table: `interview`, `inbox`, or within an interview `contact`, `draft`, `promise`."""
        return self.path[0]


class RejectedField(Rejected):
    """A field that is wrong; the record or section that it belongs to is used without it."""


def consequence(rejected: Rejected) -> str:
    """Return what becomes of what was rejected, as a clause: a setting falls back to its default."""
    if isinstance(rejected, RejectedField) and not rejected.interview_id:
        return "the default is used instead"
    return "it is ignored, but stays in the file"
