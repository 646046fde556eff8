"""Three-way merging of logbooks: one logbook of two, in which nothing of either is lost.

Merging goes by record and by field. What one side changed is taken. What both changed is in the result twice:
in the notes between marks (see `merge.notes`), in every other field as a `Conflict` beside the current value.
The result is the same whichever side is called ours.

`base` has to be a version from which both sides were made, such as what this machine last read or wrote of
the file. With a base that one side never had, all that this side lacks would look deleted: pass None then.

Without a base a record is dropped only if it is exactly the one that the other side deleted (`Deleted.was`):
a copy of the file from before a deletion does not bring the record back, but one in which it was edited does.
An edit wins over a deletion in every case, and the `Deleted` entry goes; likewise when a record came back by
undo after both sides had seen it deleted. An entry without `was`, as written by hand, deletes nothing.
"""

from collections.abc import Iterable, Sequence
from operator import attrgetter
from typing import Any, Literal, NamedTuple, TypeVar

from followup_tui.core.merge.equality import canonical_text, digest, strictly_equal
from followup_tui.core.merge.field_paths import get_field
from followup_tui.core.merge.fields import (
    MISSING,
    FieldConflict,
    FieldMerge,
    by_list_key,
    make_conflict,
    merge_list,
    merge_value,
    merge_whole,
    merged_order,
)
from followup_tui.core.merge.notes import merge_notes
from followup_tui.core.model.base import Value
from followup_tui.core.model.logbook import Conflict, Contact, Deleted, Draft, Interview, Logbook
from followup_tui.core.text import shorten

R = TypeVar("R", Interview, Contact, Draft)
S = TypeVar("S", Interview, Logbook)
Kind = Literal["interview", "contact", "draft"]
RecordKey = tuple[str, str, str]
"""The kind of a record, the id of its interview (of an interview: empty), and its own id."""
_ID = attrgetter("id")
MAX_QUOTED = 40
"""How many characters of a version a notice quotes (ours)."""


class ConflictNotice(NamedTuple):
    """What the user is told of a field that both sides changed."""

    interview_id: str
    """Empty for the rules, and for unknown keys of the file."""
    field: str
    text: str
    """One sentence for the user."""


class Merged(NamedTuple):
    """A merged logbook, and the conflicts that this merge left for the user to resolve."""

    logbook: Logbook
    conflicts: tuple[ConflictNotice, ...] = ()


def merge(base: Logbook | None, ours: Logbook, theirs: Logbook) -> Merged:
    """Return one logbook made of ours and theirs; `base` is what both were made from, None if unknown.

    No two records of a logbook may share an id.
    """
    is_decided, logbook = merge_whole(MISSING if base is None else base, ours, theirs)
    return Merged(logbook) if is_decided else _Merge(base, ours, theirs).run()


class _Merge:
    """One merge: its sides, and the notices it collects."""

    def __init__(self, base: Logbook | None, ours: Logbook, theirs: Logbook) -> None:
        self.base, self.ours, self.theirs = base, ours, theirs
        self.notices: list[ConflictNotice] = []
        self._deleted_by_us, self._deleted_by_them = _deleted_records(ours), _deleted_records(theirs)
        self._deleted_in_base = {} if base is None else _deleted_records(base)

    def run(self) -> Merged:
        """Return the merged logbook with its notices."""
        conflicts: list[FieldConflict] = []
        field_merges: dict[str, FieldMerge] = {
            "format": lambda _, ours, theirs: max(ours, theirs),
            "interview": lambda base, ours, theirs: self._records("interview", "", base, ours, theirs, []),
            "conflict": _merge_conflicts,
            "deleted": lambda _, ours, theirs: _merge_deleted(ours, theirs),
        }
        logbook = merge_value(self.base, self.ours, self.theirs, "", conflicts, field_merges)
        if conflicts or logbook.conflicts:
            logbook = self._with_conflicts(logbook, conflicts, "", "In your file")
        logbook = _without_undeleted(logbook)
        order = {interview.id: number for number, interview in enumerate(logbook.interviews)}
        self.notices.sort(key=lambda notice: (order.get(notice.interview_id, -1), notice.field, notice.text))
        return Merged(logbook, tuple(self.notices))

    def _records(
        self, kind: Kind, interview_id: str, base: Any, ours: Sequence[R], theirs: Sequence[R],
        conflicts: list[FieldConflict],
    ) -> tuple[R, ...]:  # fmt: skip
        """Merge the interviews, or the contacts or drafts of one, without those that a side deleted."""
        base_records = {} if base is MISSING else by_list_key(base, _ID)
        our_records, their_records = by_list_key(ours, _ID), by_list_key(theirs, _ID)
        merged: list[R] = []
        for key in merged_order(None if base is MISSING else base_records, our_records, their_records):
            our, their, before = our_records.get(key), their_records.get(key), base_records.get(key)
            if our is not None and their is not None:
                merged.append(self._record(before, our, their, conflicts))
                continue
            remaining = our or their
            deleted = self._deleted_by_them if their is None else self._deleted_by_us
            if remaining and not self._is_deleted(before, remaining, (kind, interview_id, key[0]), deleted):
                merged.append(remaining)
        return tuple(merged)

    def _is_deleted(
        self, base: R | None, remaining: R, key: RecordKey, deleted: dict[RecordKey, set[str]]
    ) -> bool:
        """Return whether a record that one side lacks was deleted there as it is on the other side."""
        if base is not None:
            return strictly_equal(base, remaining)
        if key not in deleted or key in self._deleted_in_base:
            return False
        return digest(remaining) in deleted[key]

    def _record(self, base: R | None, ours: R, theirs: R, conflicts: list[FieldConflict]) -> R:
        if isinstance(ours, Interview) and isinstance(theirs, Interview):
            return self._interview(base if isinstance(base, Interview) else None, ours, theirs)
        kind = "contact" if isinstance(ours, Contact) else "draft"
        return merge_value(base, ours, theirs, f"{kind}.{ours.id}.", conflicts)

    def _interview(self, base: Interview | None, ours: Interview, theirs: Interview) -> Interview:
        """Merge an interview that both sides have, field by field; its notes line by line."""
        is_decided, interview = merge_whole(MISSING if base is None else base, ours, theirs)
        if is_decided:
            return interview
        conflicts: list[FieldConflict] = []
        has_marks = False

        def notes(base: Any, ours: str, theirs: str) -> str:
            nonlocal has_marks
            text, has_marks = merge_notes(None if base is MISSING else base, ours, theirs)
            return text

        def records(kind: Kind) -> FieldMerge:
            return lambda base, our, their: self._records(kind, ours.id, base, our, their, conflicts)

        field_merges: dict[str, FieldMerge] = {
            "notes": notes,
            "contact": records("contact"),
            "draft": records("draft"),
            "conflict": _merge_conflicts,
        }
        merged = merge_value(base, ours, theirs, "", conflicts, field_merges)
        if has_marks:
            text = "lines of the notes were changed in two places; both versions are marked."
            self.notices.append(ConflictNotice(ours.id, "notes", f"{merged.company}: {text}"))
        return self._with_conflicts(merged, conflicts, ours.id, merged.company)

    def _with_conflicts(self, record: S, new: Sequence[FieldConflict], interview_id: str, where: str) -> S:
        """Return the record with its new conflicts, and without those whose version is current by now."""
        for conflict in new:
            text = (
                f"{where}: “{conflict.path}” was changed in two places; "
                f"{_quote(conflict.current)} is used, {_quote(conflict.other)} is kept."
            )
            self.notices.append(ConflictNotice(interview_id, conflict.path, text))
        versions = [*record.conflicts, *(conflict.record for conflict in new)]
        distinct = {canonical_text(version): version for version in versions}.values()
        remaining = tuple(version for version in distinct if not _is_current(record, version))
        if not new and len(remaining) == len(record.conflicts):
            return record
        ordered = sorted(
            remaining, key=lambda conflict: (conflict.field, conflict.text, canonical_text(conflict))
        )
        return record.but(conflicts=ordered)


def _is_current(record: Value, conflict: Conflict) -> bool:
    """Return whether the other version is what the field holds now."""
    value = get_field(record, conflict.field)
    return value is not MISSING and any(
        strictly_equal(conflict, make_conflict(conflict.field, value, is_known)) for is_known in (True, False)
    )


def _quote(value: Any) -> str:
    return f"“{shorten(' '.join(str(value).split()), MAX_QUOTED)}”"


def _merge_conflicts(base: Any, ours: Sequence[Conflict], theirs: Sequence[Conflict]) -> tuple[Conflict, ...]:
    return merge_list(None if base is MISSING else base, ours, theirs)


def _deleted_records(logbook: Logbook) -> dict[RecordKey, set[str]]:
    """Return the digests of the deleted records, by their keys."""
    digests: dict[RecordKey, set[str]] = {}
    for entry in logbook.deleted:
        digests.setdefault((entry.kind, entry.of, entry.id), set()).add(entry.was)
    return digests


def _merge_deleted(ours: Iterable[Deleted], theirs: Iterable[Deleted]) -> tuple[Deleted, ...]:
    # All of both: if one side dropped an entry, its record is there again, and so it is in the result.
    latest: dict[tuple[str, ...], Deleted] = {}
    for entry in sorted((*ours, *theirs), key=lambda entry: (entry.at, canonical_text(entry))):
        key = (entry.kind, entry.of, entry.id, entry.was)
        latest.pop(key, None)
        latest[key] = entry
    return tuple(latest.values())


def _without_undeleted(logbook: Logbook) -> Logbook:
    """Return the logbook without the `Deleted` entries of records that are in it."""
    if not logbook.deleted:
        return logbook
    present: set[RecordKey] = {("interview", "", interview.id) for interview in logbook.interviews}
    for interview in logbook.interviews:
        present |= {("contact", interview.id, contact.id) for contact in interview.contacts}
        present |= {("draft", interview.id, draft.id) for draft in interview.drafts}
    remaining = tuple(entry for entry in logbook.deleted if (entry.kind, entry.of, entry.id) not in present)
    return logbook if len(remaining) == len(logbook.deleted) else logbook.but(deleted=remaining)
