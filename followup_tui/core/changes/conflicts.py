"""Resolving a conflict: the user takes the other version of a field, or keeps the current one."""

from typing import NamedTuple, TypeVar

from pydantic import ValidationError

from followup_tui.core.changes.base import edit_interview
from followup_tui.core.merge.equality import strictly_equal
from followup_tui.core.merge.field_paths import set_field
from followup_tui.core.model.logbook import Conflict, Interview, Logbook

R = TypeVar("R", Interview, Logbook)


class ResolveConflict(NamedTuple):
    """Take the other version of a field (`take`), or drop it; either way the conflict is resolved.

    Without an interview's id the conflict is one of the logbook itself: of its rules, or of an unknown key.
    Nothing changes if the version does not fit its field any more, or if the conflict is gone.
    """

    interview_id: str
    version: Conflict
    take: bool

    @property
    def title(self) -> str:
        return f"{'taking the other version' if self.take else 'keeping one version'} of {self.version.field}"

    def apply(self, logbook: Logbook) -> Logbook:
        if self.interview_id:
            return edit_interview(logbook, self.interview_id, self._resolve)
        return self._resolve(logbook)

    def _resolve(self, record: R) -> R:
        """Return the record with the field as decided, and without this version among its conflicts."""
        remaining = tuple(
            conflict for conflict in record.conflicts if not strictly_equal(conflict, self.version)
        )
        if len(remaining) == len(record.conflicts):
            return record
        if not self.take:
            return record.but(conflicts=remaining)
        value = self.version.text if self.version.value is None else self.version.value
        try:
            changed = set_field(record, self.version.field, value)
        except ValidationError:
            return record
        return record if changed is record else changed.but(conflicts=remaining)
