"""Settling what two places wrote differently: a field by its name, and the change that takes one version."""

from typing import Any, NamedTuple, TypeVar

from pydantic import ValidationError

from followup_tui.core.merge.equality import strictly_equal
from followup_tui.core.merge.fields import MISSING, fields_of, version_of
from followup_tui.core.model.base import Value
from followup_tui.core.model.logbook import Conflict, Interview, Logbook

V = TypeVar("V", bound=Value)
R = TypeVar("R", Interview, Logbook)


def read_field(record: Value, field: str) -> Any:
    """What stands under a name such as `role`, `ticks.ask` or `contact.k7f3q2.text`; MISSING if nothing."""
    if field in fields_of(record):
        return fields_of(record)[field]
    part = _part(record, field)
    return MISSING if part is None else read_field(part[1], part[2])


def with_field(record: V, field: str, value: Any) -> V:
    """The record with `value` under that name; the same record where the name leads nowhere.

    Raises pydantic's ValidationError where the value does not fit.
    """
    part = _part(record, field)
    if field in fields_of(record) or part is None:
        if "." in field and field not in (record.model_extra or {}):
            return record
        return type(record).model_validate({**fields_of(record), field: value})
    key, old, rest = part
    new = with_field(old, rest, value)
    holder = fields_of(record)[key]
    if isinstance(holder, tuple):
        new_holder: Any = tuple(new if one is old else one for one in holder)
    else:
        new_holder = new
    return type(record).model_validate({**fields_of(record), key: new_holder})


def stands(record: Value, version: Conflict) -> bool:
    """Whether that version is what stands in its field now."""
    value = read_field(record, version.field)
    return value is not MISSING and any(
        strictly_equal(version, version_of(version.field, value, is_known)) for is_known in (True, False)
    )


def _part(record: Value, field: str) -> tuple[str, Value, str] | None:
    """The key and the value within the record that `field` begins with, and the rest of the name."""
    for key, value in fields_of(record).items():
        if not field.startswith(f"{key}."):
            continue
        rest = field[len(key) + 1 :]
        if isinstance(value, Value):
            return key, value, rest
        if isinstance(value, tuple):
            for one in value:
                id = getattr(one, "id", None)
                if isinstance(one, Value) and id is not None and rest.startswith(f"{id}."):
                    return key, one, rest[len(id) + 1 :]
    return None


class ResolveConflict(NamedTuple):
    """Takes the version that was set aside (`take`), or lets go of it; either way the field is settled.

    Without an interview's id it is about the rules, or about a key of the file that we do not know. A
    version that no longer fits its field, and one that is no longer there, change nothing.
    """

    interview_id: str
    version: Conflict
    take: bool

    @property
    def title(self) -> str:
        return f"{'taking the other version' if self.take else 'keeping one version'} of {self.version.field}"

    def apply(self, logbook: Logbook) -> Logbook:
        if not self.interview_id:
            return self._settled(logbook)
        old = logbook.interview(self.interview_id)
        if old is None:
            return logbook
        new = self._settled(old)
        if new is old:
            return logbook
        return logbook.but(interviews=tuple(new if one is old else one for one in logbook.interviews))

    def _settled(self, record: R) -> R:
        left = tuple(one for one in record.conflicts if not strictly_equal(one, self.version))
        if len(left) == len(record.conflicts):
            return record
        if self.take:
            value = self.version.text if self.version.value is None else self.version.value
            try:
                taken = with_field(record, self.version.field, value)
            except ValidationError:
                return record
            if taken is record:
                return record
            return taken.but(conflicts=left)
        return record.but(conflicts=left)
