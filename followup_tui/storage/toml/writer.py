"""Writing a logbook as TOML: our own layout; single values are written by tomli-w.

Every record is under a header of its own, in an order that never changes, so that a small change makes a
small diff. A frozen interview is rendered once, and its text is kept as long as the interview itself.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

import tomli_w
from pydantic import BaseModel

from followup_tui.core.model.logbook import Contact, Interview, Logbook
from followup_tui.storage.constants import ARRAYS, ARRAYS_WITHIN, END, HEADER, SETTINGS
from followup_tui.storage.toml.identity_cache import IdentityCache
from followup_tui.storage.toml.rejected import Rejected, RejectedField, RejectedRecord

_SECTIONS = ("inbox", *SETTINGS, "conflict", "deleted")
"""The tables after the interviews, in their order."""

_REPLACED = "-set-aside"
"""The ending of a key whose own value takes its name."""

Table = Mapping[str, Any]


def encode(logbook: Logbook, rejected: Sequence[Rejected] = ()) -> str:
    """Return the text of `logbook`. The same logbook always gives the same text.

    What is `rejected` is written as it was read: a record after those of its kind, a field in its place.
    What belongs to an interview is written with that interview, and not without it.
    """
    text = _assemble(logbook, rejected)
    _texts.forget_others(logbook.interviews)
    return text


def _assemble(logbook: Logbook, rejected: Sequence[Rejected]) -> str:
    """Return the whole file: header, plain values, interviews, then the other tables."""
    table = frame_table(logbook, rejected)

    def rejected_of(kinds: Sequence[str]) -> list[str]:
        own = (
            record for record in rejected if isinstance(record, RejectedRecord) and not record.interview_id
        )
        return [
            _table((), record.kind, record.value, is_array=True) for record in own if record.kind in kinds
        ]

    parts = [HEADER, _scalars(table)]
    parts += (
        [full_text(interview, rejected) for interview in logbook.interviews]
        if rejected
        else map(interview_text, logbook.interviews)
    )
    parts += rejected_of(("interview",))
    parts += [_nested((), key, table[key]) for key in _SECTIONS if key in table]
    parts += rejected_of(ARRAYS[1:])
    parts += [_nested((), key, value) for key, value in table.items() if key not in _SECTIONS]
    return "\n".join(filter(None, parts)) + "\n" + END


def frame(logbook: Logbook, rejected: Sequence[Rejected] = ()) -> str:
    """Return the text of everything but the interviews."""
    return _assemble(logbook.model_copy(update={"interviews": ()}), rejected)


def frame_table(logbook: Logbook, rejected: Iterable[Rejected]) -> dict[str, Any]:
    """Return everything but the interviews and rejected records, by the keys of the file."""
    table = dump_with_rejected(logbook.model_copy(update={"interviews": ()}), fields_of("", rejected))
    return {"format": logbook.format, **table}


def full_text(interview: Interview, rejected: Sequence[Rejected]) -> str:
    """Return the text of one interview with what was rejected of it."""
    fields = fields_of(interview.id, rejected)
    text = (
        _table((), "interview", dump_with_rejected(interview, fields), is_array=True)
        if fields
        else interview_text(interview)
    )
    records = rejected_table(interview, rejected)
    tables = [_nested(("interview",), kind, values) for kind, values in records.items()]
    return "\n".join(filter(None, [text, *tables]))


def rejected_table(interview: Interview, rejected: Iterable[Rejected]) -> dict[str, list[dict[str, Any]]]:
    """Return the rejected records within an interview, by their kind."""
    result: dict[str, list[dict[str, Any]]] = {}
    for record in rejected:
        if (
            isinstance(record, RejectedRecord)
            and record.interview_id == interview.id
            and record.kind in ARRAYS_WITHIN
        ):
            result.setdefault(record.kind, []).append(record.value)
    return result


def fields_of(id: str, rejected: Iterable[Rejected]) -> list[RejectedField]:
    """Return the rejected fields of the interview of that id; of the file itself, if it is empty."""
    return [field for field in rejected if isinstance(field, RejectedField) and field.interview_id == id]


def dump_with_rejected(value: BaseModel, fields: Iterable[RejectedField]) -> dict[str, Any]:
    """Return `dump(value)` with each rejected field under the key that it had in the file.

    Where the user has set the field since then, their value takes that key. The rejected value is dropped,
    unless it is a text of several lines, a list or a table: then its key ends with "-set-aside".
    """
    table = dump(value)
    placed: set[tuple[str, ...]] = set()
    for field in fields:
        owner, target = value, table
        for key in field.path[:-1]:
            owner, target = getattr(owner, _name(owner, key)), target.setdefault(key, {})
        key = field.path[-1]
        is_replaced = key in target and not _is_default(owner, key)
        if is_replaced and not _is_long(field.value):
            continue
        # Two versions of a file that were merged may each have a wrong value there.
        if is_replaced or field.path in placed:
            key += _REPLACED
            while key in target:
                key += _REPLACED
        target[key] = field.value
        placed.add(field.path)
    return table


def _name(value: BaseModel, key: str) -> str:
    """Return the attribute that is called `key` in the file."""
    fields = type(value).model_fields.items()
    return next((name for name, field in fields if (field.alias or name) == key), key)


def _is_default(value: BaseModel, key: str) -> bool:
    name = _name(value, key)
    field = type(value).model_fields.get(name)
    return field is not None and getattr(value, name) == field.default


def _is_long(value: Any) -> bool:
    return isinstance(value, list | dict) or (isinstance(value, str) and "\n" in value)


# Written even when they say nothing new: they show a reader what can be changed.
_SHOWN: dict[type[BaseModel], tuple[str, ...]] = {
    Interview: ("role", "round", "setting"),
    Contact: ("person", "channel"),
}


def dump(value: BaseModel) -> dict[str, Any]:
    """Return the fields of a value by the keys of the file: required ones, changed ones, unknown ones."""
    # `model_dump` has no choice of fields that are written in spite of their default, and gives tuples.
    result: dict[str, Any] = {}
    for name, field in type(value).model_fields.items():
        item = getattr(value, name)
        if field.is_required() or name in _SHOWN.get(type(value), ()) or item != field.default:
            result[field.alias or name] = _plain(item)
    result.update(value.model_extra or {})
    return result


def _plain(item: Any) -> Any:
    if isinstance(item, BaseModel):
        return dump(item)
    if isinstance(item, tuple):
        return [_plain(element) for element in item]
    return str(item) if isinstance(item, str) else item


_texts: IdentityCache[str] = IdentityCache()


def interview_text(interview: Interview) -> str:
    """Return the text of one interview, rendered once for each value."""
    return _texts.get(interview, lambda value: _table((), "interview", dump(value), is_array=True))


def _table(path: tuple[str, ...], key: str, table: Table, *, is_array: bool = False) -> str:
    """Return the TOML text of a table, with its header and the tables within it."""
    here = (*path, key)
    name = ".".join(_key(part) for part in here)
    header = f"[[{name}]]\n" if is_array else f"[{name}]\n"
    scalars = _scalars(table)
    nested = [_nested(here, key, value) for key, value in table.items()]
    # A table that holds nothing but tables needs no header of its own.
    parts = nested if any(nested) and not scalars and not is_array else [header + scalars, *nested]
    return "\n".join(part for part in parts if part)


def _nested(path: tuple[str, ...], key: str, value: Any) -> str:
    """Return the tables under `key`; empty if its value is not a table."""
    if isinstance(value, dict):
        return _table(path, key, value)
    if _is_array_of_tables(value):
        return "\n".join(_table(path, key, table, is_array=True) for table in value)
    return ""


def _scalars(table: Table) -> str:
    return "".join(
        _scalar(key, value)
        for key, value in table.items()
        if not isinstance(value, dict) and not _is_array_of_tables(value)
    )


def _scalar(key: str, value: Any) -> str:
    if isinstance(value, datetime):
        return f"{_key(key)} = {value.isoformat()}\n"
    # Notes are for reading: a line of text is a line of the file. That form would lose a carriage return.
    is_multiline = isinstance(value, str) and "\n" in value and "\r" not in value
    return tomli_w.dumps({key: value}, multiline_strings=is_multiline)


def _is_array_of_tables(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(element, dict) for element in value)


def _key(part: str) -> str:
    return tomli_w.dumps({part: 0}).rpartition(" = ")[0]
