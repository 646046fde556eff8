"""What is wrong with a file, and on which line: one plain sentence each."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

Path = tuple[int | str, ...]
"""Where in the parsed file: `("interview", 0, "contact", 2, "kind")`."""


class Problem(NamedTuple):
    """Something wrong in the file."""

    line: int | None
    """Counted from 1; None where no line can be named."""
    text: str

    def __str__(self) -> str:
        return self.text if self.line is None else f"line {self.line}: {self.text}"


_PLACE = re.compile(r"\s*\(at (?:line (\d+), column \d+|end of document)\)$")


def syntax_problem(text: str, message: str) -> Problem:
    """The problem in a message of tomli."""
    found = _PLACE.search(message)
    if found is None:
        return Problem(None, f"it is not valid TOML: {message}")
    line = int(found[1]) if found[1] else text.rstrip("\n").count("\n") + 1
    return Problem(line, f"it is not valid TOML: {_PLACE.sub('', message)}")


_A_DAY, _A_MOMENT = "should be a day such as 2026-11-23", "a date and a time are wanted, such as "
_WANTED = {
    "int_type": "should be a whole number",
    "int_parsing": "should be a whole number",
    "int_from_float": "should be a whole number",
    "string_type": "should be a text in quotes",
    "bool_type": "should be true or false",
    "bool_parsing": "should be true or false",
    "date_type": _A_DAY,
    "date_parsing": _A_DAY,
    "date_from_datetime_parsing": _A_DAY,
    "date_from_datetime_inexact": _A_DAY,
    "datetime_type": f"{_A_MOMENT}2026-11-23T14:00:00+01:00",
    "datetime_parsing": f"{_A_MOMENT}2026-11-23T14:00:00+01:00",
    "datetime_from_date_parsing": f"{_A_MOMENT}2026-11-23T14:00:00+01:00",
}
"""What is said of a value of the wrong kind, by pydantic's names of what is wrong."""


def validation_problem(text: str, place: Path, message: str, kind: str) -> Problem:
    """The problem in one error of pydantic."""
    place = _without_types(place)
    name = _spoken(place)
    if kind == "missing":
        return Problem(line_of(text, place[:-1]), f"{_spoken(place[:-1]) or 'the file'} has no “{place[-1]}”")
    message = _WANTED.get(kind, message.removeprefix("Value error, ").removeprefix("Input "))
    if kind == "string_too_short" or "at least 1 item" in message:
        message = "must not be empty"
    elif kind == "tuple_type":
        message = f"should be written as [[{'.'.join(str(key) for key in place if isinstance(key, str))}]]"
    elif "ticks" in place:
        message = "should be a day such as 2026-11-23, or “skipped”"
    return Problem(line_of(text, place), f"{name}: {message}")


def line_of(text: str, place: Path) -> int | None:
    """The line (from 1) on which `place` stands, else that of the nearest header above it."""
    lines = _bare_lines(text)
    start, end = 0, len(lines)
    best = None
    path: list[str] = []
    for key, index in _with_indexes(place):
        path.append(key)
        headers = _headers(lines, range(start, end), path)
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
# Strings of many lines in the group; what could hide the beginning of one is read past.
_LONG_STRING = re.compile(
    r"""("{3}(?:\\.|[^\\])*?"{3,5}|'{3}.*?'{3,5})|"(?:\\.|[^"\\\n])*"|'[^'\n]*'|\#[^\n]*""", re.DOTALL
)


@lru_cache(maxsize=1)
def _bare_lines(text: str) -> list[str]:
    """The lines of a file, those inside strings of many lines blank: notes may look like headers."""

    def blank(found: re.Match[str]) -> str:
        return "\n" * found[1].count("\n") if found[1] else found[0]

    return _LONG_STRING.sub(blank, text).split("\n")


def _with_indexes(place: Path) -> Iterator[tuple[str, int]]:
    """Each key of `place` with the index after it, else 0."""
    for key, after in zip(place, (*place[1:], 0), strict=True):
        if isinstance(key, str):
            yield key, after if isinstance(after, int) else 0


def _headers(lines: list[str], where: range, path: list[str]) -> list[int]:
    """Where the headers of `path` stand; where it has none of its own, the first one under it."""
    dotted = r"\s*\.\s*".join(map(_quoted_or_not, path))
    header = re.compile(rf"\s*\[{{1,2}}\s*{dotted}\s*([].])")
    found = [(n, match[1]) for n in where if (match := header.match(lines[n]))]
    return [n for n, after in found if after == "]"] or [n for n, _ in found[:1]]


def _quoted_or_not(key: str) -> str:
    return rf"[\"']?{re.escape(key)}[\"']?"


def _without_types(place: Path) -> Path:
    # pydantic adds the members of a union to the place; they are no keys.
    return tuple(key for key in place if isinstance(key, int) or re.fullmatch(r"[\w-]+", key))


def _spoken(place: Path) -> str:
    words: list[str] = []
    for key in place:
        if isinstance(key, int):
            words[-1] += f" {key + 1}"
        else:
            words.append(key)
    return ", ".join(words)
