"""Salvage: one wrong record or field does not hide the rest, and of two records of one id both stay."""

import copy
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from pydantic import ValidationError

from followup_tui.core.model.logbook import Contact, Draft, Interview, Logbook
from followup_tui.core.text import clean_line
from followup_tui.storage.constants import ARRAYS, ARRAYS_WITHIN, SETTINGS, TABLES_WITHIN
from followup_tui.storage.toml import reader
from followup_tui.storage.toml.errors import KeyPath, validation_problem
from followup_tui.storage.toml.rejected import Rejected, RejectedField, RejectedRecord

_ESSENTIAL = ("id", "company", "held_at")
"""Fields without which an interview can't be used."""


class Salvaged(NamedTuple):
    """What could be read of a file, and what of it the user should know."""

    logbook: Logbook
    rejected: tuple[Rejected, ...] = ()
    messages: tuple[str, ...] = ()
    """What was changed in reading, one line each."""


def salvage(data: bytes, to_local: Callable[[datetime], datetime] = datetime.astimezone) -> Salvaged:
    """Return the logbook in `data` without the records and fields that are wrong.

    Raise Unreadable if it is not TOML, has lost its end, is of a newer format and another shape, or if no
    interview would be left: an empty list would hide them all.
    """
    parsed = reader.parse(data, to_local)
    raw = parsed.completed
    rejected: tuple[Rejected, ...] = ()
    try:
        logbook = Logbook.model_validate(raw)
    except ValidationError as error:
        paths = _rejected_paths(parsed, error)
        if not paths:
            raise reader.unreadable(parsed, error) from None
        raw = _without(raw, paths)
        try:
            logbook = Logbook.model_validate(raw)
        except ValidationError:
            raise reader.unreadable(parsed, error) from None
        interviews = parsed.raw.get("interview", [])
        if interviews and not logbook.interviews:
            raise reader.unreadable(parsed, error) from None
        messages = _renumber(raw)
        used = [n for n in range(len(interviews)) if ("interview", n) not in paths]
        ids = {n: record["id"] for n, record in zip(used, raw.get("interview", ()), strict=True)}
        rejected = tuple(
            _make_rejected(parsed, path, found, ids, has_line=number < reader.MAX_PROBLEMS)
            for number, (path, found) in enumerate(paths.items())
        )
    else:
        if not has_duplicate_ids(logbook):
            return Salvaged(logbook)
        raw = copy.deepcopy(raw)
        messages = _renumber(raw)
    return Salvaged(Logbook.model_validate(raw) if messages else logbook, rejected, tuple(messages))


def has_duplicate_ids(logbook: Logbook) -> bool:
    """Return whether a record has the id of an earlier one of its kind."""
    kinds: list[Sequence[Interview | Contact | Draft]] = [logbook.interviews]
    for interview in logbook.interviews:
        kinds += [interview.contacts, interview.drafts]
    return any(len({record.id for record in records}) < len(records) for records in kinds)


def _rejected_paths(parsed: reader.Parsed, error: ValidationError) -> dict[KeyPath, Any]:
    """Return the paths of what has to be left out, with the first error of each; none if that is not
    enough."""
    details: dict[KeyPath, Any] = {}
    if reader.is_newer(parsed.raw):
        return {}
    for detail in error.errors(include_url=False, include_input=False):
        path = _rejected_path(parsed.raw, detail["loc"])
        if path is None:
            return {}
        details.setdefault(path, detail)
    # What belongs to a rejected record or field is rejected with it.
    return {
        path: detail
        for path, detail in details.items()
        if not any(path[:length] in details for length in range(1, len(path)))
    }


def _rejected_path(raw: dict[str, Any], loc: KeyPath) -> KeyPath | None:
    """Return the smallest record or field around an error that can be left out; None if there is none."""
    match loc:
        case ("interview", int(), *_) if not isinstance(_at(raw, loc[:2]), dict):
            return None
        case ("interview", int(), str(field), *_) if field in _ESSENTIAL:
            return loc[:2]
        case ("interview", int(), str(table), int(), *_) if table in ARRAYS_WITHIN:
            return loc[:4] if isinstance(_at(raw, loc[:4]), dict) else loc[:3]
        case ("interview", int(), str(table), str(), *_) if table in TABLES_WITHIN:
            return loc[:4] if isinstance(_at(raw, loc[:3]), dict) else loc[:3]
        case ("interview", int(), str(), *_):
            return loc[:3]
        case (str(table), int(), *_) if table in ARRAYS:
            return loc[:2] if isinstance(_at(raw, loc[:2]), dict) else loc[:1]
        case (str(section), str(), *_) if section in SETTINGS and isinstance(raw[section], dict):
            return loc[:2]
        case (str(section), *_) if section in (*SETTINGS, *ARRAYS[1:]):
            return loc[:1]
    return None


def _at(raw: Any, path: KeyPath) -> Any:
    for key in path:
        raw = raw[key]
    return raw


def _without(raw: dict[str, Any], paths: dict[KeyPath, Any]) -> dict[str, Any]:
    """Return a copy of `raw` without the values at those paths."""
    result = copy.deepcopy(raw)
    # From the end, since removing a record moves those after it.
    for path in sorted(paths, key=_sort_key, reverse=True):
        del _at(result, path[:-1])[path[-1]]
    return result


def _sort_key(path: KeyPath) -> list[tuple[str, int]]:
    """Return a key to sort paths by: their names and their indexes can't be compared with each other."""
    return [("", key) if isinstance(key, int) else (key, 0) for key in path]


def _make_rejected(
    parsed: reader.Parsed, path: KeyPath, error: Any, ids: dict[int, str], has_line: bool
) -> Rejected:
    """Return the record or field at `path` as rejected, with its problem and, if `has_line`, its line."""
    # Finding a line scans the whole file.
    text = parsed.text if has_line else ""
    problem = validation_problem(text, parsed.raw, error["loc"], error["msg"], error["type"])
    value = _at(parsed.raw, path)
    owner_id = ids[int(path[1])] if path[0] == "interview" and len(path) > 2 else ""
    if isinstance(path[-1], int):
        return RejectedRecord((str(path[-2]),), value, owner_id, problem.line, problem.text)
    keys = tuple(str(key) for key in (path[2:] if owner_id else path))
    return RejectedField(keys, value, owner_id, problem.line, problem.text)


def _renumber(raw: dict[str, Any]) -> list[str]:
    """Give each record with the id of an earlier one a new id, the same on every machine; return messages."""
    messages: list[str] = []
    for kind, records in _lists_with_ids(raw):
        seen: set[str] = set()
        taken = {record["id"] for record in records}
        for record in records:
            if record["id"] in seen:
                old, record["id"] = record["id"], reader.new_id(record, taken)
                taken.add(record["id"])
                what = f"two {kind}s have the id “{clean_line(old)}”"
                messages.append(f"{what}; both are kept, the second as “{record['id']}”")
            seen.add(record["id"])
    return messages


def _lists_with_ids(raw: dict[str, Any]) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    interviews = raw.get("interview", [])
    yield "interview", interviews
    for interview in interviews:
        for kind in ("contact", "draft"):
            yield kind, interview.get(kind, [])
