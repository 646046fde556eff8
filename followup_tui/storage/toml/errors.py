"""What is wrong with the values of a file, and on which line: one plain sentence each, with a repair."""

import re
from collections.abc import Iterator
from datetime import date, datetime
from functools import lru_cache
from typing import Any, NamedTuple

import tomli_w

from followup_tui.core.model.base import MOMENT_WANTED
from followup_tui.core.model.logbook import ContactKind, Says, Setting
from followup_tui.core.model.settings import parse_setting
from followup_tui.core.text import clean_line

KeyPath = tuple[int | str, ...]
"""A position in the parsed file: `("interview", 0, "contact", 2, "kind")`."""


class Problem(NamedTuple):
    """Something wrong in the file."""

    line: int | None
    """Counted from 1; None if no line can be named."""
    text: str

    def __str__(self) -> str:
        return self.text if self.line is None else f"line {self.line}: {self.text}"


_DAY = "should be a day such as 2026-11-23"
_EXPECTED = {
    kind: message
    for kinds, message in {
        ("int_type", "int_parsing", "int_from_float"): "should be a whole number",
        ("string_type",): "should be text in quotes",
        ("bool_type", "bool_parsing"): "should be true or false",
        ("date_type", "date_parsing", "date_from_datetime_parsing", "date_from_datetime_inexact"): _DAY,
        ("datetime_type", "datetime_parsing", "datetime_from_date_parsing"): MOMENT_WANTED,
    }.items()
    for kind in kinds
}
"""What is said of a value of the wrong kind, by pydantic's name of the error."""
_PLAINER = {"greater than or equal to": "at least", "less than or equal to": "at most"}
"""Words of pydantic's messages, and what is said instead."""
_SIMILARITY = 0.7
"""How similar a key must be to a missing one to have been written for it, and a value to one of a few to mean
that one, from 0 to 1 (ours)."""
_TABLE_KINDS = ("model_type", "dict_type")
"""Pydantic's names of the error that a value is not a table."""


def invalid_toml(reason: str) -> Problem:
    """Return the problem of a file that the parser refuses without naming a line."""
    return Problem(None, f"the file is not valid TOML: {reason}")


def validation_problem(text: str, raw: dict[str, Any], loc: KeyPath, message: str, kind: str) -> Problem:
    """Return the problem in one error of pydantic; `raw` is the parsed `text`."""
    path = _without_types(loc)
    name = _spoken(path)
    if kind == "missing":
        missing = f"{_spoken(path[:-1]) or 'the file'} has no “{path[-1]}”"
        if written := _written_for(str(path[-1]), _value_at(raw, path[:-1])):
            advice = f"{missing}, but “{clean_line(written)}”; write {path[-1]}"
            return Problem(line_of_path(text, (*path[:-1], written)), advice)
        return Problem(line_of_path(text, path[:-1]), missing)
    value = _value_at(raw, path)
    message = _plain_message(path, message, kind)
    repair = repaired_element(path, raw) if isinstance(path[-1], int) else repaired_value(path, value, kind)
    if repair:
        message += f"; write {repair}"
    return Problem(line_of_path(text, path), f"{name}: {message}")


def _written_for(key: str, record: Any) -> str:
    """Return the key of a record that was written for `key`: `Company`, `held_on`; empty where none is."""
    import difflib  # nearly every file is without such a key

    folded = {other.casefold(): other for other in record} if isinstance(record, dict) else {}
    return next((folded[other] for other in difflib.get_close_matches(key, folded, 1, _SIMILARITY)), "")


def _plain_message(path: KeyPath, message: str, kind: str) -> str:
    """Return what is wrong with the value at `path`, in words of ours."""
    if kind in _TABLE_KINDS:
        return f"should be written as {_header(path)}"
    if kind == "string_too_short" or "at least 1 item" in message:
        return "must not be empty"
    if kind == "tuple_type" and not _is_list_of_values(path):
        return f"should be written as {_header((*path, 0))}"
    if kind == "tuple_type":
        return (
            "should be a list of days such as [2026-12-25]" if path[-1] == "holidays" else "should be a list"
        )
    if "ticks" in path and path[-1] != "ticks":
        return "should be a day such as 2026-11-23, or “skipped”"
    message = _EXPECTED.get(kind, message.removeprefix("Value error, ").removeprefix("Input "))
    for words, plainer in _PLAINER.items():
        message = message.replace(words, plainer)
    return message


def _is_list_of_values(path: KeyPath) -> bool:
    """Return whether a list of single values belongs there, as for holidays; else an array of tables."""
    return path[-1] in ("holidays", "thank", "connect", "right")


def repaired_value(path: KeyPath, value: Any, kind: str) -> str:
    """Return the line that repairs a value of the wrong kind; empty where no line is sure to."""
    key = str(path[-1])
    if kind == "tuple_type" and _is_list_of_values(path) and isinstance(value, str | date):
        if key != "holidays":
            return _line(key, [value])
        return f"{key} = [{day.isoformat()}]" if (day := _day_in(value)) else ""
    if kind == "string_type":
        if isinstance(value, list) and all(isinstance(part, str) for part in value):
            return _line(key, "\n".join(value))
        if isinstance(value, int | float) and not isinstance(value, bool):
            return _line(key, str(value))
    if key in _CHOICES and isinstance(value, str):
        return _line(key, choice) if (choice := _choice(key, value)) else ""
    if kind in ("date_parsing", "date_from_datetime_parsing") and (day := _day_in(value)):
        return f"{key} = {day.isoformat()}"
    return ""


def _choice(key: str, value: str) -> str:
    """Return the choice that a text means, in another spelling or by its words; empty where none is near."""
    if key == "setting" and (setting := parse_setting(value)):
        return str(setting)
    import difflib  # nearly every file is without such a value

    choices = _CHOICES[key]
    similar = difflib.get_close_matches(_folded(value), choices, 1, _SIMILARITY)
    return choices[similar[0]] if similar else ""


def _folded(value: str) -> str:
    """Return a key that is equal for two spellings of a choice: `Thank You`, `thank-you`."""
    return " ".join(value.replace("-", " ").replace("_", " ").casefold().split())


_CHOICES = {
    key: {_folded(choice): str(choice) for choice in choices if choice}
    for key, choices in (("setting", Setting), ("kind", ContactKind), ("says", Says))
}
"""Keys whose value is one of a few -> the spellings of each."""


def repaired_element(path: KeyPath, raw: Any) -> str:
    """Return the line that repairs a list of single values, one of which is at `path`; empty where no line is
    sure to."""
    key, values = str(path[-2]), _value_at(raw, path[:-1])
    if not _is_list_of_values(path[:-1]) or not isinstance(values, list):
        return ""
    if key == "holidays":
        days = [day for value in values if (day := _day_in(value))]
        return f"{key} = [{', '.join(map(str, days))}]" if len(days) == len(values) else ""
    is_sure = all(isinstance(value, str | int) and not isinstance(value, bool) for value in values)
    return _line(key, [str(value) for value in values]) if is_sure else ""


def _header(path: KeyPath) -> str:
    name = ".".join(key for key in path if isinstance(key, str))
    return table_header(name, isinstance(path[-1], int))


def table_header(name: str, is_array: bool) -> str:
    """Return the header of a table of that name; if `is_array`, of a table in an array."""
    return f"[[{name}]]" if is_array else f"[{name}]"


def _line(key: str, value: Any) -> str:
    return tomli_w.dumps({key: value}).strip().replace("\n    ", " ").replace(",\n]", "]").replace("[ ", "[")


def _day_in(value: Any) -> date | None:
    """Return the day that a value means, in ISO form or as `27.11.2026`; None if that is not certain."""
    if isinstance(value, date):
        return value.date() if isinstance(value, datetime) else value
    for form in ("%Y-%m-%d", "%d.%m.%Y"):
        try:
            return datetime.strptime(str(value).strip(), form).date()
        except ValueError:
            continue
    return None


def _value_at(raw: Any, path: KeyPath) -> Any:
    for key in path:
        try:
            raw = raw[key]
        except (KeyError, IndexError, TypeError):
            return None
    return raw


def line_of_path(text: str, path: KeyPath) -> int | None:
    """Return the line (from 1) on which `path` is, else that of the nearest header above it."""
    lines = _lines_without_strings(text)
    start, end = 0, len(lines)
    best = None
    keys: list[str] = []
    for key, index in _with_indexes(path):
        keys.append(key)
        headers = _headers(lines, range(start, end), keys)
        if index >= len(headers):
            first = start if best is None else start + 1
            last = next((n for n in range(first, end) if _HEADER.match(lines[n])), end)
            field = re.compile(rf"\s*{_quoted_or_not(key)}\s*[=.]")
            best = next((n for n in range(first, last) if field.match(lines[n])), best)
            break
        best = start = headers[index]
        end = headers[index + 1] if index + 1 < len(headers) else end
    return None if best is None else best + 1


_HEADER = re.compile(r"""\s*\[{1,2}\s*[\w"'-][^=,]*\]{1,2}\s*(?:#.*)?$""")
"""The header of a table: `[rules]`, `[[interview]]`."""
# A string that is never closed reaches to the end, so that the time stays linear. The repeats are possessive:
# others keep about a hundred bytes for each round until the string ends. What they repeat is atomic: before
# Python 3.11.5 a possessive repeat of any other group with alternatives matches too much.
STRING_OR_COMMENT = re.compile(
    r'"""(?>[^"\\]++|\\.|"(?!""))*+(?:"{3,5}|\Z)'
    r"|'''(?>[^']++|'(?!''))*+(?:'{3,5}|\Z)"
    r'|"(?>[^"\\\n]++|\\[^\n])*+"?'
    r"|'[^'\n]*+'?"
    r"|\#[^\n]*+",
    re.DOTALL,
)


@lru_cache(maxsize=1)
def _lines_without_strings(text: str) -> list[str]:
    """Return the lines of a file, blank within multi-line strings: notes may look like headers."""

    def blank(found: re.Match[str]) -> str:
        return "\n" * found[0].count("\n") or found[0]

    return STRING_OR_COMMENT.sub(blank, text).split("\n")


def _with_indexes(path: KeyPath) -> Iterator[tuple[str, int]]:
    """Yield each key of `path` with the index after it, else 0."""
    for key, following in zip(path, (*path[1:], 0), strict=True):
        if isinstance(key, str):
            yield key, following if isinstance(following, int) else 0


def _headers(lines: list[str], where: range, keys: list[str]) -> list[int]:
    """Return the lines of the headers of `keys`; if it has none of its own, the first one below it."""
    dotted = r"\s*\.\s*".join(map(_quoted_or_not, keys))
    header = re.compile(rf"\s*\[{{1,2}}\s*{dotted}\s*([].])")
    found = [(n, match[1]) for n in where if (match := header.match(lines[n]))]
    return [n for n, after in found if after == "]"] or [n for n, _ in found[:1]]


def _quoted_or_not(key: str) -> str:
    return rf"[\"']?{re.escape(key)}[\"']?"


def _without_types(loc: KeyPath) -> KeyPath:
    # pydantic adds the members of a union to the location; they are not keys.
    return tuple(key for key in loc if isinstance(key, int) or re.fullmatch(r"[\w-]+", key))


def _spoken(path: KeyPath) -> str:
    words: list[str] = []
    for key in path:
        if isinstance(key, int):
            words[-1] += f" {key + 1}"
        else:
            words.append(key)
    return ", ".join(words)
