"""What to do about a line that is not valid TOML. A repair is named only after it was tried.

The parser's own messages ("Cannot declare ('interview',) twice") help nobody who edits a file now and then.
So the line itself is shown, with a line to write instead: the first of some likely ones with which the parser
gets further.
"""

import re
from itertools import takewhile

import tomli

from followup_tui.core.notes.signs import find_sign
from followup_tui.core.text import clean_line
from followup_tui.storage.toml.errors import Problem, invalid_toml
from followup_tui.storage.toml.line_repairs import (
    ASSIGNMENT,
    STEP_KEYS,
    TEXT_KEYS,
    TIME_KEYS,
    key_in_line,
    known_keys,
    repairs,
)

_POSITION = re.compile(r"\s*\(at (?:line (\d+), column \d+|end of document)\)$")
"""Where an error is, at the end of a message of tomli."""
_OPENING = re.compile(r"\s*[\w-]+\s*=\s*(\"{3}|'{3})(?!.*\1)")
"""The first line of a text of several lines."""
_ODD_BLANKS = re.compile("[\u00a0\u2007\u202f\ufeff]")
"""Blanks that come from a word processor."""
_SECOND_KEY = re.compile(r"=.*[\w\"'\]]\s+([A-Za-z_]+)\s*=")
"""The second of two keys on a line."""
_BEGUN_LIST = re.compile(r"\s*[\w-]+\s*=\s*\[[^]]*$")
"""The first line of a list of several lines."""
_BULLETS = ("- ", "* ", "• ")
"""What may begin a line of notes."""
_MAX_SHOWN = 80
"""How much of a line is shown, in characters."""
_MAX_REPAIR = 120
"""How much of a repaired line is shown: it is to be copied."""


def syntax_problem(text: str, message: str) -> Problem:
    """Return the problem in a message of tomli about `text`, with a repair if one is sure to work."""
    found = _POSITION.search(message)
    if found is None:
        return invalid_toml(_as_clause(message))
    lines = text.split("\n")
    number = int(found[1]) if found[1] else text.rstrip("\n").count("\n") + 1
    if opened := _text_without_end(lines[:number]):
        line, quotes = opened
        return Problem(line, f"the text that begins here has no end; write {quotes} below its last line")
    if above := _orphan_above(lines, number):
        belongs = "is above the first [[interview]]; move it below the one it belongs to"
        return Problem(above, f"{clean_line(lines[above - 1])} {belongs}")
    if message.startswith("Unclosed array") and (begun := _list_without_end(lines)):
        return begun
    return Problem(number, _advice(lines, number, _POSITION.sub("", message), has_line=bool(found[1])))


def _advice(lines: list[str], number: int, reason: str, *, has_line: bool) -> str:
    """Return what is wrong with line `number`, and what to do; `has_line` if the parser named that line."""
    line = lines[number - 1] if number <= len(lines) else ""
    if reason.startswith("Cannot overwrite a value") and (first := _first_of(lines, number)):
        key = line.partition("=")[0].strip()
        return f"“{key}” appears twice in this table; delete this line or line {first}"
    invalid = f"“{_shown(line)}” is not valid TOML"
    is_plain = line.replace("\t", "").isprintable()
    if opened := _text_without_beginning(lines, number):
        return f"{invalid}; write {opened}"
    spaced = _ODD_BLANKS.sub(" ", line)
    if spaced != line and _gets_further(lines, number, spaced):
        return f"{invalid}; write {_shown(spaced, _MAX_REPAIR)}"
    if (second := _SECOND_KEY.search(line)) and second[1] in known_keys():
        return f"{invalid}; write {second[1]} on a line of its own"
    if quoted := _without_long_quotes(lines, number):
        return f"{invalid} within a text; write {_shown(quoted, _MAX_REPAIR)}"
    if _is_long_text(lines, number):
        return f'{invalid}; a text of several lines begins and ends with three quotes: """'
    for repair in repairs(line) if is_plain else ():
        if _gets_further(lines, number, repair):
            return f"{invalid}; write {_shown(repair, _MAX_REPAIR)}"
    if reason.startswith("Cannot declare"):
        first = _first_header(lines, number)
        where = f"is already on line {first}" if first else "names a table that is already there"
        return f"{_shown(line)} {where}; move the lines below it there, and delete this one"
    if key_in_line(line) in STEP_KEYS:
        return f"{invalid}; write a day such as 2026-11-23, or “skipped” in quotes"
    if key_in_line(line) in TIME_KEYS:
        return f"{invalid}; write a day such as 2026-11-23, or with its time, such as 2026-11-23T14:00"
    may_be_comment = is_plain and has_line and not line.lstrip().startswith("[")
    if may_be_comment and _gets_further(lines, number, f"# {line}"):
        return f"{invalid}; correct it, or put # in front of it to make it a comment"
    return f"this line is not valid TOML: {_as_clause(reason)}"


def _text_without_end(lines: list[str]) -> tuple[int, str] | None:
    """Return the line (from 1) of a text of several lines that is not closed, and its quotes; None for none.

    Where another such text begins before it ends, it was not closed either.
    """
    opened: tuple[int, str] | None = None
    for number, line in enumerate(lines, 1):
        if begins := _OPENING.match(line):
            if opened:
                return opened
            opened = number, begins[1]
        elif opened and opened[1] in line:
            opened = None
    return opened


def _is_long_text(lines: list[str], number: int) -> bool:
    """Return whether the text that line `number` begins with a single quote ends on a line below it."""
    found = ASSIGNMENT.match(lines[number - 1]) if number <= len(lines) else None
    if found and not found[2] and found[1].strip() in TEXT_KEYS:
        following = "".join(lines[number : number + 1]).lstrip()
        return bool(following) and (find_sign(following[0]) is not None or following[:2] in _BULLETS)
    if found is None or found[2][:1] != '"' or found[2].count('"') != 1:
        return False
    for last in range(number, len(lines)):
        if ASSIGNMENT.match(lines[last]) or lines[last].startswith("["):
            return False
        if '"' in lines[last]:
            return lines[last].rstrip().endswith('"')
    return False


def _text_without_beginning(lines: list[str], number: int) -> str:
    """Return line `number` with three quotes if it has a key alone, and they end a text below it."""
    found = ASSIGNMENT.match(lines[number - 1]) if number <= len(lines) else None
    if found is None or found[2]:
        return ""
    for line in lines[number:]:
        if line.strip() in {'"""', "'''"}:
            return f"{found[1].strip()} = {line.strip()}"
        if _begins_another(line):
            break
    return ""


def _begins_another(line: str) -> bool:
    """Return whether a line begins a table, or has a key of ours."""
    return line.startswith("[") or key_in_line(line) in known_keys()


def _orphan_above(lines: list[str], number: int) -> int | None:
    """Return the line of the first table of an interview if line `number` begins the first interview."""
    if number > len(lines) or lines[number - 1].strip() != "[[interview]]":
        return None
    headers = [
        (at, line.strip()) for at, line in enumerate(lines[:number], 1) if line.strip().startswith("[")
    ]
    if any(header == "[[interview]]" for _, header in headers[:-1]):
        return None
    return next((at for at, header in headers if re.match(r"\[+interview\.", header)), None)


def _list_without_end(lines: list[str]) -> Problem | None:
    """Return the problem of the last list that begins on a line and is not closed there."""
    for number in range(len(lines), 0, -1):
        line = lines[number - 1]
        if not _BEGUN_LIST.match(line):
            continue
        if any("]" in part for part in takewhile(lambda part: not _begins_another(part), lines[number:])):
            return Problem(number, "the list that begins here needs a comma between its values")
        if _gets_further(lines, number, closed := f"{line.rstrip(' ,')}]"):
            return Problem(number, f"“{_shown(line)}” has no end; write {_shown(closed, _MAX_REPAIR)}")
        return Problem(number, "the list that begins here has no end; write ] below its last value")
    return None


def _without_long_quotes(lines: list[str], number: int) -> str:
    """Return line `number` with other quotes if those in it end the text that it belongs to."""
    opened = _text_without_end(lines[: number - 1])
    line = lines[number - 1] if number <= len(lines) else ""
    if opened is None or opened[1] not in line:
        return ""
    other = line.replace(opened[1], "'''" if opened[1] == '"""' else '"""')
    return other if _gets_further(lines, number, other) else ""


def _as_clause(message: str) -> str:
    """Return a message of the parser as the end of a sentence."""
    message = clean_line(message)
    return message[:1].lower() + message[1:]


def _first_header(lines: list[str], number: int) -> int | None:
    """Return the line with the same header as line `number`, in the same record; counted from 1."""
    header = lines[number - 1].strip()
    for above in range(number - 2, -1, -1):
        if lines[above].strip() == header:
            return above + 1
    return None


def _first_of(lines: list[str], number: int) -> int | None:
    """Return the line above `number` in its table that has the same key, counted from 1."""
    key = lines[number - 1].partition("=")[0].strip()
    for above in range(number - 2, -1, -1):
        if lines[above].lstrip().startswith("["):
            return None
        if lines[above].partition("=")[0].strip() == key:
            return above + 1
    return None


def _gets_further(lines: list[str], number: int, repair: str) -> bool:
    """Return whether the parser passes that line once it is replaced."""
    repaired = [*lines[: number - 1], repair, *lines[number:]]
    try:
        tomli.loads("\n".join(repaired))
    except tomli.TOMLDecodeError as error:
        found = _POSITION.search(str(error))
        return found is not None and found[1] is not None and int(found[1]) > number
    except (ValueError, RecursionError):
        return False
    return True


def _shown(line: str, length: int = _MAX_SHOWN) -> str:
    line = clean_line(line)
    return line if len(line) <= length else f"{line[: length - 1]}…"
