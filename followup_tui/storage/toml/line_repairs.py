"""Likely repairs of a single line that is not valid TOML: another line to write in its place."""

import re
from collections.abc import Iterator
from datetime import datetime
from functools import cache

import tomli_w

from followup_tui.core.model.logbook import Contact, Draft, InboxLine, Interview, Promise, StepId
from followup_tui.core.model.rules import Rules
from followup_tui.core.model.settings import parse_setting
from followup_tui.storage.constants import ALL_ARRAYS, ALL_TABLES, ARRAYS, SETTINGS

ASSIGNMENT = re.compile(r"(\s*[\w.\"'-]+?)\s*(?:->|=>|:=|==|[=:])\s*(.*?)\s*$")
"""A key and its value, also with a colon or an arrow between them."""
_BETWEEN = re.compile(r"[,;]|(?<=[\"'”]) +(?=[\"'“„])|(?<=\d\d) +(?=\d\d)")
"""What parts the values of a list, or would if a comma stood there: `"Dana" "Luis"`."""
_SEVERAL_WORDS = re.compile(r"\s*([A-Za-z]+(?:[ -][A-Za-z]+)+)\s*[=:]\s*(.*)$")
"""A key of several words without the underscores between them: `held at = …`."""
_NO_SIGN = re.compile(r"\s*([A-Za-z_]+)\s+([^\s=:-].*)$")
"""A key and its value with nothing between them: `role "SRE"`."""
_HEADER = re.compile(r"\[*\s*([\w.-]+)\s*\]+(.*)|\[+\s*([\w.-]+)\s*(?:#.*)?")
"""The header of a table, perhaps without some of its brackets, or with words after it."""
_REMARKED = re.compile(r"(\"[^\"]*\"|'[^']*'|[\d:T+.-]+|true|false)\s*(?://|--|;)\s*(.+)$")
"""A value, and a remark that does not begin with `#`."""
_COUNT = re.compile(r"(\d{1,4}) ?(?:st|nd|rd|th|days?|\.)?", re.IGNORECASE)
"""A number as people write it: `2nd`, `7 days`."""
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
TIME_KEYS = ("held_at", "at", "said_on", "decide_by", "answer_by")
"""The keys of days and times: a text in quotes is not a repair of them."""
_RECORDS = (Interview, Promise, Contact, Draft, InboxLine, Rules)
TEXT_KEYS = ("role", "notes", "outcome", "person", "channel", "text", "subject", "body", "words")
"""The keys of texts that may be empty."""
STEP_KEYS = tuple(map(str, StepId))
"""The keys of ticks, which are days."""


def repairs(line: str) -> Iterator[str]:
    """Yield likely repairs of a line, the most likely first."""
    if header := _HEADER.fullmatch(line.strip()):
        yield from _header_repairs(line, header[1] or header[3], (header[2] or "").strip("# "))
        return
    for form, gap in ((_SEVERAL_WORDS, "_"), (_NO_SIGN, "")):
        if (keyed := form.match(line)) and (key := re.sub("[ -]", gap, keyed[1]).casefold()) in known_keys():
            yield f"{key} = {keyed[2]}"
            yield from repairs(f"{key} = {keyed[2]}")
    if found := ASSIGNMENT.match(line):
        yield from _value_repairs(found[1], found[2])


def _header_repairs(line: str, name: str, remark: str) -> Iterator[str]:
    """Yield headers of that name. A word that only ends in a bracket is one if it names a table of ours."""
    if not line.lstrip().startswith("[") and name.partition(".")[0] not in (*ARRAYS, *SETTINGS):
        return
    comment = f" # {remark}" if remark else ""
    if name not in ALL_TABLES:
        yield f"[[{name}]]{comment}"
    if name not in ALL_ARRAYS:
        yield f"[{name}]{comment}"


def _value_repairs(key: str, value: str) -> Iterator[str]:
    """Yield assignments to that key, as it is written in the line."""
    name = key.strip()
    if remarked := _REMARKED.fullmatch(value):
        yield f"{key} = {remarked[1]} # {remarked[2]}"
    comment = f" #{value.partition(' #')[2]}" if " #" in value else ""
    value = value.partition(" #")[0].strip().rstrip(",; ")
    unquoted = value.strip("\"'“”„‘’`´ ")
    if not value and name in TEXT_KEYS:
        yield f'{key} = ""{comment}'
    if moment := moment_in(value):
        yield f"{key} = {moment}{comment}"
    if days := _days_in(value):
        yield f"{key} = [{', '.join(days)}]{comment}"
    if name in STEP_KEYS and value[:1] != "[":
        if unquoted.casefold() in {"skip", "skipped"}:
            yield f'{key} = "skipped"{comment}'
        return
    if boolean := _BOOLEANS.get(value.casefold()):
        yield f"{key} = {boolean}{comment}"
    if re.fullmatch(r"[+-]?0+\d+", value):
        yield f"{key} = {int(value)}{comment}"
    if name in _count_keys() and (count := _COUNT.fullmatch(unquoted)):
        yield f"{key} = {int(count[1])}{comment}"
    if name == "setting" and value == unquoted and (setting := parse_setting(unquoted)):
        yield f'{key} = "{setting}"{comment}'
    yield f"{key} = {value}{comment}"  # another sign in place of the equals sign
    if "[" not in value[:1] and unquoted and name not in TIME_KEYS:
        yield f"{key} = {_string(unquoted)}{comment}"
    elif value.startswith("["):
        parts = [part.strip().strip("\"'“”„‘’") for part in _BETWEEN.split(value.strip("[],"))]
        yield f"{key} = [{', '.join(moment_in(part) or _string(part) for part in parts if part)}]{comment}"


def _days_in(value: str) -> list[str]:
    """Return the days of a list, with or without its brackets; none where a part of it is not a day."""
    days: list[str] = []
    for part in _BETWEEN.split(value.strip("[]")):
        if not (day := moment_in(part.strip())):
            return []
        days.append(day)
    return days if len(days) > 1 else []


@cache
def known_keys() -> frozenset[str]:
    """Return the keys of all records."""
    keys = {field.alias or name for record in _RECORDS for name, field in record.model_fields.items()}
    return frozenset(keys)


def _count_keys() -> set[str]:
    """Return the keys of whole numbers."""
    return {
        field.alias or name
        for record in _RECORDS
        for name, field in record.model_fields.items()
        if field.annotation is int
    }


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


def key_in_line(line: str) -> str:
    """Return the key of a line, or an empty text where it has none."""
    found = ASSIGNMENT.match(line)
    return found[1].strip() if found else ""
