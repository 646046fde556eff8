"""The keys of the checklist's rows: what a row is about, as a value that the actions on it can match."""

from dataclasses import dataclass

from followup_tui.core.model.logbook import StepId


@dataclass(frozen=True, slots=True)
class StepRow:
    """One of the six steps."""

    step: StepId


@dataclass(frozen=True, slots=True)
class PersonRow:
    """A person under a step."""

    step: StepId
    name: str


@dataclass(frozen=True, slots=True)
class MaterialRow:
    """Something they asked for, under the first step."""

    what: str


@dataclass(frozen=True, slots=True)
class ConflictRow:
    """A conflicting version of a field, written by another program."""

    number: int
    """Its index among the interview's conflicts."""


RowKey = StepRow | PersonRow | MaterialRow | ConflictRow


def step_of(row: RowKey | None) -> StepId | None:
    """Return the step that a row belongs to; None for a conflict or without a row."""
    match row:
        case StepRow(step) | PersonRow(step):
            return step
        case MaterialRow():
            return StepId.ASK
        case _:
            return None
