"""The text of a logbook: our own layout over tomli-w's values.

Every record stands under a header of its own, in an order that never changes, so a small change makes a small
diff. A frozen interview is rendered once; its text is kept as long as the interview itself.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

import tomli_w
from pydantic import BaseModel

from followup_tui.core.model.logbook import Contact, Interview, Logbook
from followup_tui.storage.constants import END as END
from followup_tui.storage.constants import HEADER as HEADER
from followup_tui.storage.toml.rejected import RejectedRecord

WITHIN = ("promise", "contact", "draft", "conflict")
"""The tables that stand within an interview."""
OWN = ("interview", "inbox", "conflict", "deleted")
"""The tables that stand by themselves."""

Table = Mapping[str, Any]


def encode(logbook: Logbook, rejected: Sequence[RejectedRecord] = ()) -> str:
    """The text of `logbook`. The same logbook always gives the same text.

    What was `rejected` is written as it was found: a record of its own behind those of its kind, one within
    an interview with that interview, and not without it.
    """
    text = _assembled(logbook, rejected)
    _forget_old_texts(logbook.interviews)
    return text


def _assembled(logbook: Logbook, rejected: Sequence[RejectedRecord]) -> str:
    signature = {"signature": logbook.signature} if logbook.signature else {}
    known = {"format": logbook.format, **signature, **(logbook.model_extra or {})}
    parts = [HEADER, _scalars(known)]
    if rejected:
        parts += [
            text for one in logbook.interviews for text in (interview_text(one), aside_text(rejected, one))
        ]
    else:
        parts += map(interview_text, logbook.interviews)
    parts += _own_tables(rejected, ("interview",))
    parts += [_table((), "inbox", dump(one), is_array=True) for one in logbook.inbox]
    settings = {
        "rules": logbook.rules,
        "templates": logbook.templates,
        "keys": logbook.keys,
        "look": logbook.appearance,
    }
    parts += [_table((), name, table) for name, part in settings.items() if (table := dump(part))]
    parts += [_table((), "conflict", dump(one), is_array=True) for one in logbook.conflicts]
    parts += [_table((), "deleted", dump(one), is_array=True) for one in logbook.deleted]
    parts += _own_tables(rejected, OWN[1:])
    parts += [_nested((), key, value) for key, value in known.items()]
    return "\n".join(filter(None, parts)) + "\n" + END


def frame(logbook: Logbook, rejected: Sequence[RejectedRecord] = ()) -> str:
    """The text of all but the interviews."""
    return _assembled(logbook.model_copy(update={"interviews": ()}), rejected)


def aside_text(rejected: Sequence[RejectedRecord], interview: Interview) -> str:
    """What was set aside of one interview: tables that continue its own."""
    mine = [one for one in rejected if one.of == interview.id and one.kind in WITHIN]
    return "\n".join(_table(("interview",), one.kind, one.value, is_array=True) for one in mine)


def _own_tables(rejected: Sequence[RejectedRecord], kinds: Sequence[str]) -> list[str]:
    mine = [one for one in rejected if not one.of and one.kind in kinds]
    return [_table((), one.kind, one.value, is_array=True) for one in mine]


# Written even when they say nothing new: they tell a reader what can be changed.
_SHOWN: dict[type[BaseModel], tuple[str, ...]] = {
    Interview: ("role", "round", "setting"),
    Contact: ("person", "channel"),
}


def dump(value: BaseModel) -> dict[str, Any]:
    """The keys of a value as the file names them: required ones, changed ones, unknown ones."""
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
        return [_plain(one) for one in item]
    return str(item) if isinstance(item, str) else item


_rendered: dict[int, tuple[Interview, str]] = {}


def interview_text(interview: Interview) -> str:
    """The text of one interview, rendered once for each value."""
    kept = _rendered.get(id(interview))
    if kept is not None and kept[0] is interview:
        return kept[1]
    text = _table((), "interview", dump(interview), is_array=True)
    _rendered[id(interview)] = (interview, text)
    return text


def _forget_old_texts(interviews: tuple[Interview, ...]) -> None:
    """Lets go of the texts of interviews that are no longer there, once they are the larger part."""
    if len(_rendered) > 2 * len(interviews) + 100:
        current = {id(one) for one in interviews}
        for key in [key for key in _rendered if key not in current]:
            del _rendered[key]


def _table(path: tuple[str, ...], key: str, table: Table, is_array: bool = False) -> str:
    here = (*path, key)
    name = ".".join(_key(part) for part in here)
    header = f"[[{name}]]\n" if is_array else f"[{name}]\n"
    scalars = _scalars(table)
    nested = [_nested(here, key, value) for key, value in table.items()]
    # A table that holds nothing but tables needs no header of its own.
    parts = nested if any(nested) and not scalars and not is_array else [header + scalars, *nested]
    return "\n".join(part for part in parts if part)


def _nested(path: tuple[str, ...], key: str, value: Any) -> str:
    """The tables under `key`, if it holds tables; else nothing."""
    if isinstance(value, dict):
        return _table(path, key, value)
    if _is_array_of_tables(value):
        return "\n".join(_table(path, key, one, is_array=True) for one in value)
    return ""


def _scalars(table: Table) -> str:
    flat = {
        key: value
        for key, value in table.items()
        if not isinstance(value, dict) and not _is_array_of_tables(value)
    }
    return "".join(_scalar(key, value) for key, value in flat.items())


def _scalar(key: str, value: Any) -> str:
    if isinstance(value, datetime):
        return f"{_key(key)} = {value.isoformat()}\n"
    # Notes are for reading: one line of text a line. A carriage return would be lost in that form.
    many_lines = isinstance(value, str) and "\n" in value and "\r" not in value
    return tomli_w.dumps({key: value}, multiline_strings=many_lines)


def _is_array_of_tables(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(one, dict) for one in value)


def _key(part: str) -> str:
    return tomli_w.dumps({part: 0}).rpartition(" = ")[0]
