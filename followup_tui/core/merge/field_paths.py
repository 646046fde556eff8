"""Dotted paths to the fields of a record: `role`, `ticks.ask`, `contact.k7f3q2.text`.

A `Conflict` says by such a path which field it belongs to. Within a list, the id of the record stands for its
index. Keys may hold dots themselves (unknown keys of the file), so a path is matched against the keys that
are there instead of being split.
"""

from typing import Any, TypeVar

from followup_tui.core.merge.fields import MISSING
from followup_tui.core.model.base import Value

V = TypeVar("V", bound=Value)


def get_field(record: Value, path: str) -> Any:
    """Return the value at `path`; MISSING if there is none."""
    fields = record.by_key()
    if path in fields:
        return fields[path]
    step = _first_step(record, path)
    return MISSING if step is None else get_field(step[1], step[2])


def set_field(record: V, path: str, value: Any) -> V:
    """Return the record with `value` at `path`; the same object if the path leads nowhere.

    Raises pydantic's ValidationError if the value does not fit the field.
    """
    fields = record.by_key()
    step = None if path in fields else _first_step(record, path)
    if step is None:
        if "." in path and path not in (record.model_extra or {}):
            return record
        return type(record).model_validate({**fields, path: value})
    key, old, rest = step
    new: Any = set_field(old, rest, value)
    holder = fields[key]
    if isinstance(holder, tuple):
        new = tuple(new if item is old else item for item in holder)
    return type(record).model_validate({**fields, key: new})


def _first_step(record: Value, path: str) -> tuple[str, Value, str] | None:
    """Return the key and the nested value that `path` begins with, and the rest of the path."""
    for key, value in record.by_key().items():
        if not path.startswith(f"{key}."):
            continue
        rest = path[len(key) + 1 :]
        if isinstance(value, Value):
            return key, value, rest
        items = [item for item in value if isinstance(item, Value)] if isinstance(value, tuple) else []
        by_id = {
            id: item for item in items if (id := getattr(item, "id", None)) and rest.startswith(f"{id}.")
        }
        if by_id:
            # An id may hold dots, too: the longest is meant.
            id = max(by_id, key=len)
            return key, by_id[id], rest[len(id) + 1 :]
    return None
