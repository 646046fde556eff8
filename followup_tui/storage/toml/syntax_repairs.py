"""What to do about a line that is not valid TOML. A repair is named only after it was tried.

The parser's own messages ("Cannot declare ('interview',) twice") help nobody who edits a file now and then.
So the line itself is shown, with a line to write instead: the first of some likely ones with which the parser
gets further.
"""

import re
from collections.abc import Iterator
from datetime import datetime

import tomli
import tomli_w

from followup_tui.core.model.logbook import Contact, Draft, InboxLine, Interview, Promise
from followup_tui.core.model.rules import Rules
from followup_tui.core.text import clean_line
from followup_tui.storage.toml.errors import Problem

_POSITION = re.compile(r"\s*\(at (?:line (\d+), column \d+|end of document)\)$")
"""Where an error is, at the end of a message of tomli."""
_ASSIGNMENT = re.compile(r"(\s*[\w.\"'-]+)\s*[=:]\s*(.*?)\s*$")
"""A key and its value, also with a colon between them."""
_BETWEEN = re.compile(r"[,;]|(?<=[\"'”]) +(?=[\"'“„])|(?<=\d\d) +(?=\d\d)")
"""What parts the values of a list, or would if a comma stood there: `"Dana" "Luis"`."""
_OPENING = re.compile(r"\s*[\w-]+\s*=\s*(\"{3}|'{3})(?!.*\1)")
"""The first line of a text of several lines."""
_SEVERAL_WORDS = re.compile(r"\s*([A-Za-z]+(?:[ -][A-Za-z]+)+)\s*[=:]\s*(.*)$")
"""A key of several words without the underscores between them: `held at = …`."""
_NO_SIGN = re.compile(r"\s*([A-Za-z_]+)\s+([^\s=:].*)$")
"""A key and its value with nothing between them: `role "SRE"`."""
_MAX_SHOWN = 80
"""How much of a line is shown, in characters."""
_MAX_REPAIR = 120
"""How much of a repaired line is shown: it is to be copied."""
_DATE_FORMS = (
    "%Y-%m-%d", "%d.%m.%Y", "%d %B %Y", "%d %b %Y", "%B %d, %Y", "%b %d, %Y", "%d-%b-%Y", "%Y/%m/%d",
    "%d.%m.%y",
)  # fmt: skip
"""The formats of days that people write, and TOML does not know."""
_TIME_FORMS = ("", " %H:%M", ", %H:%M", "T%H:%M", " %I:%M %p", ", %I:%M %p", " %I:%M%p", " %I %p", " %I%p")
"""The formats of a time after such a day, or of none."""
_NUMBERS = re.compile(r"(\d{1,2})([/-])(\d{1,2})\2(\d{4})(.*)")
"""A day in numbers whose order is not sure: `3/11/2026`."""
_BOOLEANS = {"true": "true", "yes": "true", "on": "true", "false": "false", "no": "false", "off": "false"}
"""What people write for a truth value -> what TOML knows."""
_TIME_KEYS = ("held_at", "at", "said_on", "decide_by", "answer_by")
"""The keys of days and times: a text in quotes is not a repair of them."""

_RECORDS = (Interview, Promise, Contact, Draft, InboxLine, Rules)
_LISTS = (
    "interview",
    "inbox",
    "interview.promise",
    "interview.contact",
    "interview.draft",
    "interview.conflict",
)
"""The tables of which there are several: a single bracket is no repair of their headers."""

_TEXT_KEYS = ("role", "notes", "outcome", "person", "channel", "text", "subject", "body", "words")
"""The keys of texts that may be empty."""


def syntax_problem(text: str, message: str) -> Problem:
    """Return the problem in a message of tomli about `text`, with a repair if one is sure to work."""
    found = _POSITION.search(message)
    if found is None:
        return Problem(None, f"the file is not valid TOML: {_as_clause(message)}")
    lines = text.split("\n")
    number = int(found[1]) if found[1] else text.rstrip("\n").count("\n") + 1
    if opened := _text_without_end(lines[:number]):
        line, quotes = opened
        return Problem(line, f"the text that begins here has no end; write {quotes} below its last line")
    if above := _orphan_above(lines, number):
        belongs = "is above the first [[interview]]; move it below the one it belongs to"
        return Problem(above, f"{clean_line(lines[above - 1])} {belongs}")
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
    if _is_long_text(lines, number):
        return f'{invalid}; a text of several lines begins and ends with three quotes: """'
    for repair in _repairs(line) if is_plain else ():
        if _gets_further(lines, number, repair):
            return f"{invalid}; write {_shown(repair, _MAX_REPAIR)}"
    if reason.startswith("Cannot declare"):
        first = _first_header(lines, number)
        where = f"is on line {first} already" if first else "names a table that is there already"
        return f"{_shown(line)} {where}; move the lines below it there, and delete this one"
    if _key_of(line) in _TIME_KEYS:
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
    found = _ASSIGNMENT.match(lines[number - 1]) if number <= len(lines) else None
    if found and not found[2] and found[1].strip() in _TEXT_KEYS:
        return (
            lines[number : number + 1] != []
            and re.match(r"\s*[-*•] \S|\s+[@>+=!~?$]", lines[number]) is not None
        )
    if found is None or found[2][:1] != '"' or found[2].count('"') != 1:
        return False
    for last in range(number, len(lines)):
        if _ASSIGNMENT.match(lines[last]) or lines[last].startswith("["):
            return False
        if '"' in lines[last]:
            return lines[last].rstrip().endswith('"')
    return False


def _text_without_beginning(lines: list[str], number: int) -> str:
    """Return line `number` with three quotes if it has a key alone, and they end a text below it."""
    found = _ASSIGNMENT.match(lines[number - 1]) if number <= len(lines) else None
    if found is None or found[2]:
        return ""
    for line in lines[number:]:
        if line.strip() in {'"""', "'''"}:
            return f"{found[1].strip()} = {line.strip()}"
        if line.startswith("[") or _key_of(line) in _known_keys():
            break
    return ""


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


def _known_keys() -> set[str]:
    return {field.alias or name for record in _RECORDS for name, field in record.model_fields.items()}


def _as_clause(message: str) -> str:
    """Return a message of the parser as the end of a sentence."""
    message = clean_line(message)
    return message[:1].lower() + message[1:]


def _repairs(line: str) -> Iterator[str]:
    """Yield likely repairs of a line, the most likely first."""
    stripped = line.strip()
    if stripped.startswith("["):
        name = stripped.partition("#")[0].strip().strip("[]").strip()
        if re.fullmatch(r"[\w.-]+", name):
            yield from (f"[[{name}]]",) if name in _LISTS else (f"[[{name}]]", f"[{name}]")
        return
    for form, gap in ((_SEVERAL_WORDS, "_"), (_NO_SIGN, "")):
        if (keyed := form.match(line)) and (key := re.sub("[ -]", gap, keyed[1]).casefold()) in _known_keys():
            yield f"{key} = {keyed[2]}"
            yield from _repairs(f"{key} = {keyed[2]}")
    found = _ASSIGNMENT.match(line)
    if found is None:
        return
    key, value = found[1], found[2]
    comment = f" #{value.partition(' #')[2]}" if " #" in value else ""
    value = value.partition(" #")[0].strip().rstrip(",; ")
    if not value and _key_of(line) in _TEXT_KEYS:
        yield f'{key} = ""{comment}'
    if moment := moment_in(value):
        yield f"{key} = {moment}{comment}"
    if len(days := [moment_in(part.strip()) for part in _BETWEEN.split(value.strip("[]"))]) > 1 and all(days):
        yield f"{key} = [{', '.join(days)}]{comment}"
    if boolean := _BOOLEANS.get(value.casefold()):
        yield f"{key} = {boolean}{comment}"
    if re.fullmatch(r"[+-]?0+\d+", value):
        yield f"{key} = {int(value)}{comment}"
    yield f"{key} = {value}{comment}"  # a colon in place of the equals sign
    unquoted = value.strip("\"'“”„‘’`´ ")
    if "[" not in value[:1] and unquoted and _key_of(line) not in _TIME_KEYS:
        yield f"{key} = {_string(unquoted)}{comment}"
    elif value.startswith("["):
        parts = [part.strip().strip("\"'“”„‘’") for part in _BETWEEN.split(value.strip("[],"))]
        yield f"{key} = [{', '.join(moment_in(part) or _string(part) for part in parts if part)}]{comment}"


def _string(text: str) -> str:
    return tomli_w.dumps({"x": text}).removeprefix("x = ").strip()


def moment_in(value: str) -> str:
    """Return a day, or a day with its time, as TOML writes it; empty if the value is neither for certain."""
    value = _day_first(value)
    for time_form in _TIME_FORMS:
        for form in _DATE_FORMS:
            try:
                at = datetime.strptime(value.strip("\"'").rstrip("."), form + time_form)
            except ValueError:
                continue
            return at.isoformat() if time_form else at.date().isoformat()
    return ""


def _day_first(value: str) -> str:
    """Return `3/27/2026` and `27/3/2026` as `27.3.2026`; what may be either day or month is left alone."""
    found = _NUMBERS.fullmatch(value.strip("\"'"))
    if found is None:
        return value
    first, _, second, year, rest = found.groups()
    if int(first) <= 12 < int(second):
        first, second = second, first
    return f"{first}.{second}.{year}{rest}" if int(first) > 12 or first == second else value


def _key_of(line: str) -> str:
    found = _ASSIGNMENT.match(line)
    return found[1].strip() if found else ""


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
