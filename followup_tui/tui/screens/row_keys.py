"""The keys of the checklist's rows: what a row is about, as a value that the actions on it can match.

Named tuples, as dataclasses take 2.5 ms of each start; `row_type` makes rows of two types differ.
"""

from typing import Literal, NamedTuple

from followup_tui.core.model.logbook import StepId


class StepRow(NamedTuple):
    """One of the six steps."""

    step: StepId
    row_type: Literal["step"] = "step"


class PersonRow(NamedTuple):
    """A person under a step."""

    step: StepId
    name: str
    row_type: Literal["person"] = "person"


class MaterialRow(NamedTuple):
    """Something they asked for, under the first step."""

    what: str
    row_type: Literal["material"] = "material"


class ConflictRow(NamedTuple):
    """A conflicting version of a field, written by another program."""

    number: int
    """Its index among the interview's conflicts."""
    row_type: Literal["conflict"] = "conflict"


class ClosingRow(NamedTuple):
    """The advice to let the position go, under the last step."""

    row_type: Literal["closing"] = "closing"


class LetterRow(NamedTuple):
    """A letter that the state of the position calls for, under the last step."""

    kind: str
    """The id of its kind."""
    row_type: Literal["letter"] = "letter"


class CarriedRow(NamedTuple):
    """A line of an earlier round's notes that still matters, below the steps."""

    interview_id: str
    line: int
    """The number of the line in the notes of that interview, from 0."""
    row_type: Literal["carried"] = "carried"


RowKey = StepRow | PersonRow | MaterialRow | ConflictRow | ClosingRow | LetterRow | CarriedRow


def step_of(row: RowKey | None) -> StepId | None:
    """Return the step that a row belongs to; None for one that belongs to none, and without a row."""
    match row:
        case StepRow(step) | PersonRow(step):
            return step
        case MaterialRow():
            return StepId.ASK
        case ClosingRow() | LetterRow():
            return StepId.FOLLOW_UP
        case _:
            return None
