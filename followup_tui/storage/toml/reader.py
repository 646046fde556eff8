"""Reading TOML as a logbook, format 1. `writer` is the other direction."""

import base64
import re
from collections.abc import Callable, Iterable
from datetime import date, datetime, time
from hashlib import blake2b
from typing import Any, NamedTuple

import tomli
from pydantic import ValidationError

from followup_tui.core.model.logbook import FORMAT
from followup_tui.core.text import clean_line
from followup_tui.storage.constants import END, HEADER, newer_format
from followup_tui.storage.toml.errors import (
    STRING_OR_COMMENT,
    Problem,
    invalid_toml,
    line_of_path,
    validation_problem,
)
from followup_tui.storage.toml.limits import MAX_DEPTH, TOO_DEEP, TOO_LONG, exceeded_limit

MAX_NUMBER_BITS = 4096
"""The longest integer, in bits: Python writes none of more than 4,300 digits."""
MAX_PROBLEMS = 100
"""How many problems of one file are reported."""


class Unreadable(Exception):
    """The file can't be read as a logbook; `problems` says why, most telling first."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        """Join the problems to the message."""
        self.problems = tuple(problems)
        super().__init__("; ".join(map(str, self.problems)))


class Parsed(NamedTuple):
    """A file as TOML; all that was checked is that it can be written again."""

    text: str
    raw: dict[str, Any]
    """What is in it."""
    completed: dict[str, Any]
    """The same with what people leave out: the time of a day, the offset of a time, the id of a record."""


def parse(data: bytes, to_local: Callable[[datetime], datetime] = datetime.astimezone) -> Parsed:
    """Return `data` as TOML.

    Raise Unreadable if it is not TOML, has lost its end, or holds what can't be written again.
    """
    text = _text(data)
    problem = exceeded_limit(text)
    if problem is not None:
        raise Unreadable([problem])
    if _is_ours(text) and not _has_end(text):
        last = len(text.rstrip("\n").split("\n"))
        end = f"the file has lost its end: its last line should be “{END.strip()}”"
        raise Unreadable([Problem(last, end)])
    try:
        raw = tomli.loads(text)
    except tomli.TOMLDecodeError as error:
        from followup_tui.storage.toml.syntax_repairs import syntax_problem

        raise Unreadable([syntax_problem(text, str(error))]) from None
    except RecursionError:
        # Within the limits there is none, unless the stack was nearly full before.
        raise Unreadable([Problem(None, "the file is nested too deeply")]) from None
    except ValueError as error:
        # Such as an offset of more than a day.
        raise Unreadable([invalid_toml(clean_line(str(error)))]) from None
    # Records added by hand may come after the end line, and notes may hold such a line.
    unwritable = _find_unwritable(raw)
    if unwritable is not None:
        path, reason = unwritable
        raise Unreadable([Problem(line_of_path(text, path), reason)])
    return Parsed(text, raw, _complete(raw, to_local))


def unreadable(parsed: Parsed, error: ValidationError) -> Unreadable:
    """Return pydantic's errors as problems with their lines."""
    text, raw = parsed.text, parsed.raw
    problems = [
        validation_problem(text, raw, detail["loc"], detail["msg"], detail["type"])
        for detail in error.errors(include_url=False, include_input=False)[:MAX_PROBLEMS]
    ]
    if is_newer(raw):
        newer = f"{newer_format(raw['format'])}; this one reads format {FORMAT}"
        problems.insert(0, Problem(line_of_path(text, ("format",)), newer))
    return Unreadable(dict.fromkeys(problems))


def is_newer(raw: dict[str, Any]) -> bool:
    """Return whether a later version of this program wrote the file."""
    return isinstance(raw.get("format"), int) and raw["format"] > FORMAT


def comments_in(data: bytes) -> tuple[str, ...]:
    """Return the comments in `data` besides our own two lines."""
    if data.count(b"#") <= 2 and data.startswith(HEADER.encode()):
        return ()
    ours = (HEADER.strip(), END.strip())
    text = data.decode("utf-8-sig", errors="replace").replace("\r\n", "\n")
    found = (match[0] for match in STRING_OR_COMMENT.finditer(text))
    return tuple(part for part in found if part.startswith("#") and part.strip() not in ours)


def _text(data: bytes) -> str:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise Unreadable([Problem(line, "this is not UTF-8 text; save the file as UTF-8")]) from None
    return text.replace("\r\n", "\n")


def _is_ours(text: str) -> bool:
    """Return whether the text begins with our header, or is a piece of it."""
    return text.startswith(HEADER.partition(":")[0]) or (bool(text) and HEADER.startswith(text))


def _has_end(text: str) -> bool:
    """Return whether our end line is there; records added by hand may come after it."""
    stripped = text.rstrip()
    if stripped.endswith(f"\n{END.rstrip()}"):
        return True
    lines = stripped.split("\n")
    # Notes may hold such a line, too. What ends with one of those is not TOML: the string is still open.
    positions = [n for n, line in enumerate(lines) if line == END.rstrip()]
    return any(_parses("\n".join(lines[:position])) for position in positions[-10:])


def _parses(text: str) -> bool:
    try:
        tomli.loads(text)
    except (ValueError, RecursionError):
        return False
    return True


def _find_unwritable(raw: dict[str, Any]) -> tuple[tuple[int | str, ...], str] | None:
    """Return where something is that can be read but not written again, and what; None if nothing
    does."""
    waiting: list[tuple[tuple[int | str, ...], Any]] = [((), raw)]
    while waiting:
        path, value = waiting.pop()
        if len(path) > MAX_DEPTH:
            return path, TOO_DEEP
        if isinstance(value, int) and value.bit_length() > MAX_NUMBER_BITS:
            return path, TOO_LONG
        inner: Iterable[tuple[int | str, Any]] = ()
        if isinstance(value, dict):
            inner = value.items()
        elif isinstance(value, list):
            inner = enumerate(value)
        # Texts and days, of which a file mostly consists, are passed over.
        is_deepest = len(path) == MAX_DEPTH
        waiting += [
            ((*path, key), item) for key, item in inner if is_deepest or isinstance(item, (dict, list, int))
        ]
    return None


_WRITTEN_TIME = re.compile(r"\d{4}-\d\d-\d\d([T ]\d\d:\d\d.*)?")
"""A day or a moment in ISO 8601, as text in quotes."""


def _complete(raw: dict[str, Any], to_local: Callable[[datetime], datetime]) -> dict[str, Any]:
    """Return `raw` with what people leave out: times of days, offsets of times, ids of records."""
    result = dict(raw)
    ids: set[str] = set()
    _edit_each(result, "interview", lambda record: _complete_interview(record, ids, to_local))
    for key in ("inbox", "deleted"):
        _edit_each(result, key, lambda record: _with_moment(record, "at", to_local))
    return result


def _complete_interview(
    record: dict[str, Any], ids: set[str], to_local: Callable[[datetime], datetime]
) -> dict[str, Any]:
    """Return an interview with what people leave out, and add its id to the `ids` of those before it."""
    result = dict(_with_moment(_with_id(record, ids), "held_at", to_local))
    contact_ids, draft_ids = set[str](), set[str]()
    _edit_each(result, "promise", lambda promise: _with_moment(promise, "at", to_local))
    _edit_each(
        result, "contact", lambda contact: _with_moment(_with_id(contact, contact_ids), "at", to_local)
    )
    _edit_each(result, "draft", lambda draft: _with_id(draft, draft_ids))
    return result


def _edit_each(table: dict[str, Any], key: str, edit: Callable[[dict[str, Any]], dict[str, Any]]) -> None:
    """Replace each record of an array by what `edit` makes of it."""
    if isinstance(table.get(key), list):
        table[key] = [edit(record) if isinstance(record, dict) else record for record in table[key]]


def _with_moment(
    record: dict[str, Any], key: str, to_local: Callable[[datetime], datetime]
) -> dict[str, Any]:
    """Return the record with a moment under `key`, if a day, a time or a text of either is there."""
    at = record.get(key)
    if isinstance(at, str):
        text = at.strip()
        if not _WRITTEN_TIME.fullmatch(text):
            from followup_tui.storage.toml.line_repairs import moment_in

            text = moment_in(text)
        try:
            at = datetime.fromisoformat(text)
        except ValueError:
            return record
        if len(text) == 10:
            at = at.date()
    if isinstance(at, date) and not isinstance(at, datetime):
        at = datetime.combine(at, time(12))
    if not isinstance(at, datetime):
        return record
    if at.tzinfo is None and 1970 < at.year < 3000:
        at = to_local(at)
    return {**record, key: at}


def _with_id(record: dict[str, Any], seen: set[str]) -> dict[str, Any]:
    """Return the record with an id, and add that to the `seen` ones of its kind."""
    if "id" not in record:
        record = {"id": new_id(record, seen), **record}
    seen.add(str(record["id"]))
    return record


def new_id(record: dict[str, Any], seen: set[str]) -> str:
    """Return an id for a record without one that is not among the `seen`."""
    # It is made from the record, so that two machines that read the same file give it the same id.
    content = repr(
        [record.get(key) for key in ("company", "held_at", "at", "kind", "person", "subject", "text")]
    )
    for attempt in range(10_000):
        digest = blake2b(f"{content}{attempt}".encode(), digest_size=4).digest()
        id = base64.b32encode(digest).decode().lower()[:6]
        if id not in seen:
            return id
    raise AssertionError("no free id in 10,000 attempts")
