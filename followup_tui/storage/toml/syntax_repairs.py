"""What to do about a line that is no TOML. A repair is named only after it was tried.

The parser's own messages ("Cannot declare ('interview',) twice") help nobody who edits a file now and then.
So the line itself is shown, with a line to write instead: the first of some likely ones with which the parser
gets further.
"""

import re
from collections.abc import Iterator
from datetime import datetime

import tomli
import tomli_w

from followup_tui.core.text import clean_line
from followup_tui.storage.toml.errors import Problem

_POSITION = re.compile(r"\s*\(at (?:line (\d+), column \d+|end of document)\)$")
_ASSIGNMENT = re.compile(r"(\s*[\w.\"'-]+)\s*[=:]\s*(.*?)\s*$")
_MAX_SHOWN = 80
"""How much of a line is shown, in characters."""
_DATE_FORMS = (
    "%d.%m.%Y",
    "%d %B %Y",
    "%d %b %Y",
    "%B %d, %Y",
    "%b %d, %Y",
    "%d-%b-%Y",
    "%Y/%m/%d",
    "%d.%m.%y",
)
_TIME_FORMS = ("", " %H:%M", ", %H:%M", "T%H:%M")


def syntax_problem(text: str, message: str) -> Problem:
    """Return the problem in a message of tomli about `text`, with a repair if one is sure to work."""
    found = _POSITION.search(message)
    if found is None:
        return Problem(None, f"it is not valid TOML: {clean_line(message)}")
    lines = text.split("\n")
    number = int(found[1]) if found[1] else text.rstrip("\n").count("\n") + 1
    reason = _POSITION.sub("", message)
    line = lines[number - 1] if number <= len(lines) else ""
    if reason.startswith("Cannot overwrite a value") and (first := _first_of(lines, number)):
        key = line.partition("=")[0].strip()
        twice = f"“{key}” stands twice in one table; delete this line or line {first}"
        return Problem(number, f"it is not valid TOML: {_shown(line)}: {twice}")
    is_plain = line.replace("\t", "").isprintable()
    for repair in _repairs(line) if is_plain else ():
        if _gets_further(lines, number, repair):
            return Problem(number, f"it is not valid TOML: {_shown(line)}; write {_shown(repair)}")
    if is_plain and found[1] and _gets_further(lines, number, f"# {line}"):
        hint = f"correct it, or put # before it ({reason})"
        return Problem(number, f"it is not valid TOML: {_shown(line)}: {hint}")
    return Problem(number, f"it is not valid TOML: {reason}")


def _repairs(line: str) -> Iterator[str]:
    """Yield likely repairs of a line, the most likely first."""
    stripped = line.strip()
    if stripped.startswith("["):
        name = stripped.partition("#")[0].strip().strip("[]").strip()
        if re.fullmatch(r"[\w.-]+", name):
            yield from (f"[[{name}]]", f"[{name}]")
        return
    found = _ASSIGNMENT.match(line)
    if found is None:
        return
    key, value = found[1], found[2]
    comment = f" #{value.partition(' #')[2]}" if " #" in value else ""
    value = value.partition(" #")[0].strip()
    if moment := _moment_in(value):
        yield f"{key} = {moment}{comment}"
    if value.casefold() in ("true", "yes", "on", "false", "no", "off"):
        yield f"{key} = {str(value.casefold() in ('true', 'yes', 'on')).lower()}{comment}"
    if re.fullmatch(r"[+-]?0+\d+", value):
        yield f"{key} = {int(value)}{comment}"
    yield f"{key} = {value}{comment}"  # a colon in place of the equals sign
    unquoted = value.strip("\"'“”„‘’`´ ").rstrip(",;")
    if "[" not in value[:1] and unquoted:
        yield f"{key} = {_string(unquoted)}{comment}"
    elif value.startswith("["):
        parts = [part.strip().strip("\"'“”„‘’") for part in value.strip("[],").split(",")]
        yield f"{key} = [{', '.join(_moment_in(part) or _string(part) for part in parts if part)}]{comment}"


def _string(text: str) -> str:
    return tomli_w.dumps({"x": text}).removeprefix("x = ").strip()


def _moment_in(value: str) -> str:
    """Return a day, or a day with its time, as TOML writes it; empty if the value is neither for certain."""
    for time_form in _TIME_FORMS:
        for form in ("%Y-%m-%d", *_DATE_FORMS):
            try:
                at = datetime.strptime(value.strip("\"'").rstrip("."), form + time_form)
            except ValueError:
                continue
            return at.isoformat() if time_form else at.date().isoformat()
    return ""


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


def _shown(line: str) -> str:
    line = clean_line(line)
    return line if len(line) <= _MAX_SHOWN else f"{line[: _MAX_SHOWN - 1]}…"
