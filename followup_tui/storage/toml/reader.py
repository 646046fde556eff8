"""TOML to logbook and back, format 1. Here it is read; `layout.py` writes it."""

import base64
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime
from typing import Any, NamedTuple

import tomli
from pydantic import ValidationError

from followup_tui.core.model.logbook import FORMAT, Contact, Draft, Interview, Logbook
from followup_tui.core.text import clean_line
from followup_tui.storage.constants import blake2b
from followup_tui.storage.toml.errors import Problem, line_of, syntax_problem, validation_problem
from followup_tui.storage.toml.limits import DEEPEST, exceeded_limit
from followup_tui.storage.toml.writer import END, HEADER, encode

__all__ = ["END", "HEADER", "Unreadable", "decode", "encode", "has_comments", "parse"]

LONGEST_NUMBER = 4096
"""The longest number, in bits: Python writes none of more than 4,300 digits."""
MOST_PROBLEMS = 100
"""How many problems of one file are told."""


class Unreadable(Exception):
    """The file can't be read as a logbook; `problems` says why, most telling first."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("; ".join(map(str, self.problems)))


class Parsed(NamedTuple):
    """A file as TOML: nothing in it is checked but that it can be written again."""

    text: str
    raw: dict[str, Any]
    """What stands in it."""
    completed: dict[str, Any]
    """The same with what hands leave out, at the same places: the offset of a time, the id of a record."""


def decode(data: bytes, to_local: Callable[[datetime], datetime] = datetime.astimezone) -> Logbook:
    """The logbook in `data`. A time without an offset is taken as one of this machine's zone (`to_local`).

    Raises Unreadable where anything in it is wrong; `salvage` sets single records aside instead.
    """
    parsed = parse(data, to_local)
    try:
        logbook = Logbook.model_validate(parsed.completed)
    except ValidationError as error:
        raise unreadable(parsed, error) from None
    twice = list(same_ids(parsed.text, logbook))
    if twice:
        raise Unreadable(twice)
    return logbook


def parse(data: bytes, to_local: Callable[[datetime], datetime] = datetime.astimezone) -> Parsed:
    """`data` as TOML.

    Raises Unreadable where it is none, has lost its end, or holds what can't be written again.
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
        raise Unreadable([syntax_problem(text, str(error))]) from None
    except RecursionError:
        # Within the bounds there is none, unless the stack was nearly full before.
        raise Unreadable([Problem(None, "it is nested too deep")]) from None
    except ValueError as error:
        # Such as an offset of more than a day.
        raise Unreadable([Problem(None, f"it is not valid TOML: {clean_line(str(error))}")]) from None
    # What is added by hand may stand after the line that ends the file, and notes may hold such a line.
    unfit = _unfit(raw)
    if unfit is not None:
        place, reason = unfit
        raise Unreadable([Problem(line_of(text, place), reason)])
    return Parsed(text, raw, _completed(raw, to_local))


def unreadable(parsed: Parsed, error: ValidationError) -> Unreadable:
    """What pydantic found wrong, with lines."""
    text, raw = parsed.text, parsed.raw
    found = [
        validation_problem(text, one["loc"], one["msg"], one["type"])
        for one in error.errors(include_url=False, include_input=False)[:MOST_PROBLEMS]
    ]
    if is_newer(raw):
        newer = f"a newer followup-tui wrote it (format {raw['format']}); this one reads format {FORMAT}"
        found.insert(0, Problem(line_of(text, ("format",)), newer))
    return Unreadable(dict.fromkeys(found))


def is_newer(raw: dict[str, Any]) -> bool:
    """Whether a later version of this program wrote the file."""
    return isinstance(raw.get("format"), int) and raw["format"] > FORMAT


_COMMENT = re.compile(rb"^[ \t]*#.*$", re.MULTILINE)


def has_comments(data: bytes) -> bool:
    """Whether `data` has comment lines besides ours; a line of notes that begins with `#` counts, too."""
    ours = (HEADER.strip().encode(), END.strip().encode())
    return any(line[0].strip() not in ours for line in _COMMENT.finditer(data))


def _text(data: bytes) -> str:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise Unreadable([Problem(line, "it is not UTF-8 text; save it as UTF-8")]) from None
    return text.replace("\r\n", "\n")


def _is_ours(text: str) -> bool:
    """Whether the text begins as we begin a file, or is a piece of that beginning."""
    return text.startswith(HEADER.partition(":")[0]) or (bool(text) and HEADER.startswith(text))


def _has_end(text: str) -> bool:
    """Whether the line that ends a file of ours is there; what was added by hand may stand after it."""
    lines = text.rstrip().split("\n")
    if lines[-1] == END.rstrip():
        return True
    # Notes may hold such a line, too. What ends with one of those is no TOML: the text is still open.
    places = [n for n, line in enumerate(lines) if line == END.rstrip()]
    return any(_parses("\n".join(lines[:place])) for place in places[-10:])


def _parses(text: str) -> bool:
    try:
        tomli.loads(text)
    except (ValueError, RecursionError):
        return False
    return True


def _unfit(raw: dict[str, Any]) -> tuple[tuple[int | str, ...], str] | None:
    """What can be read but not be written again, and where; None where there is nothing of that."""
    waiting: list[tuple[tuple[int | str, ...], Any]] = [((), raw)]
    while waiting:
        place, value = waiting.pop()
        if len(place) > DEEPEST:
            return place, "it is nested too deep"
        if isinstance(value, int) and value.bit_length() > LONGEST_NUMBER:
            return place, "a number is too long"
        if isinstance(value, dict):
            waiting += [((*place, key), one) for key, one in value.items()]
        elif isinstance(value, list):
            waiting += [((*place, n), one) for n, one in enumerate(value)]
    return None


def same_ids(text: str, logbook: Logbook) -> Iterator[Problem]:
    """Each record with an id that an earlier one of its kind has too."""

    def among(records: Sequence[Interview | Contact | Draft], *place: int | str) -> Iterator[Problem]:
        seen: set[str] = set()
        for n, one in enumerate(records):
            if one.id in seen:
                what = f"two {place[-1]}s have the id “{clean_line(one.id)}”; give one of them another id"
                yield Problem(line_of(text, (*place, n, "id")), what)
            seen.add(one.id)

    yield from among(logbook.interviews, "interview")
    for n, one in enumerate(logbook.interviews):
        yield from among(one.contacts, "interview", n, "contact")
        yield from among(one.drafts, "interview", n, "draft")


def _completed(raw: dict[str, Any], to_local: Callable[[datetime], datetime]) -> dict[str, Any]:
    """`raw` with what hands leave out: the offset of a time, the id of a record."""

    def with_offset(record: dict[str, Any], key: str) -> dict[str, Any]:
        at = record.get(key)
        if isinstance(at, datetime) and at.tzinfo is None and 1970 < at.year < 3000:
            return {**record, key: to_local(at)}
        return record

    def with_id(record: dict[str, Any], seen: set[str]) -> dict[str, Any]:
        if "id" not in record:
            record = {"id": new_id(record, seen), **record}
        seen.add(str(record["id"]))
        return record

    def each(table: dict[str, Any], key: str, edit: Callable[[dict[str, Any]], dict[str, Any]]) -> None:
        if isinstance(table.get(key), list):
            table[key] = [edit(one) if isinstance(one, dict) else one for one in table[key]]

    def interview(record: dict[str, Any]) -> dict[str, Any]:
        done = dict(with_offset(with_id(record, seen), "held_at"))
        contact_ids: set[str] = set()
        draft_ids: set[str] = set()
        each(done, "promise", lambda one: with_offset(one, "at"))
        each(done, "contact", lambda one: with_offset(with_id(one, contact_ids), "at"))
        each(done, "draft", lambda one: with_id(one, draft_ids))
        return done

    seen: set[str] = set()
    result = dict(raw)
    each(result, "interview", interview)
    for key in ("inbox", "deleted"):
        each(result, key, lambda one: with_offset(one, "at"))
    return result


def new_id(record: dict[str, Any], seen: set[str]) -> str:
    """An id that is not among the `seen`, for a record that has none of its own."""
    # Made from what the record says, so that two machines that read the same file give the same id.
    said = repr(
        [record.get(key) for key in ("company", "held_at", "at", "kind", "person", "subject", "text")]
    )
    for turn in range(10_000):
        digest = blake2b(f"{said}{turn}".encode(), digest_size=4).digest()
        id = base64.b32encode(digest).decode().lower()[:6]
        if id not in seen:
            return id
    raise AssertionError("no free id in 10,000 turns")
