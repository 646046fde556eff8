"""Days as a letter writes them: what they name, whether they agree with a date, what they should be."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from followup_tui.core.dates.format import FULL_MONTHS, FULL_WEEKDAYS, written_day
from followup_tui.core.dates.resolve import nearest_date

_GERMAN_WEEKDAYS = ("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag")
_WEEKDAYS = {
    name[:3].lower(): number
    for names in (FULL_WEEKDAYS, _GERMAN_WEEKDAYS)
    for number, name in enumerate(names)
}
_MONTHS = {name[:3].lower(): number for number, name in enumerate(FULL_MONTHS, 1)}
_MONTHS |= {"mär": 3, "mai": 5, "okt": 10, "dez": 12}
_NUMBERS = {"a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
"""Number words of "two weeks ago"."""
_W = "|".join((*FULL_WEEKDAYS, *_GERMAN_WEEKDAYS))
"""The full names of the weekdays, English and German."""
_SHORT_W = r"(?-i:Mon|Tues?|Wed|Weds|Thurs?|Thu|Fri|Sat|Sun)"
"""Their short names; without a dot, only before a date or after "on" and "last"."""
MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|"
    r"Januar|Februar|März|Mai|Juni|Juli|Oktober|Dezember|"
    r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?)"
)
"""The name of a month, or its short name; English and German."""
_D = r"[0-3]?[0-9](?:st|nd|rd|th)?"
"""A day of a month: `3`, `3rd`."""
_DATE = (
    rf"(?:(?:the|de[mnr])[ ])?(?P<d1>{_D})(?:[ ]of|\.)?[ ](?P<m1>{MONTH})(?:,?[ ](?P<y1>20[0-9]{{2}}))?"
    rf"|(?P<m2>{MONTH})[ ](?:the[ ])?(?P<d2>{_D})(?![0-9:])(?:,?[ ](?P<y2>20[0-9]{{2}}))?"
    r"|(?P<iso>20[0-9]{2}-[01][0-9]-[0-3][0-9])"
    r"|the[ ](?P<d3>[0-3]?[0-9](?:st|nd|rd|th))"
)
"""A date with the name of its month after the day (1) or before it (2), in ISO 8601, or a day alone (3)."""
DAY = re.compile(
    rf"(?<![\w-])(?:(?P<weekday>{_W}|{_SHORT_W}(?:\.|(?=,?[ ](?:the[ ])?(?:{_D}(?![0-9:])|{MONTH}))|"
    rf"(?<=on[ ]...)|(?<=last[ ]...)))(?:(?:,?[ ]|,[ ]?the[ ])"
    rf"(?:(?P<wn1>[0-3]?[0-9])/(?P<wn2>[0-3]?[0-9])(?:/(?P<wny>(?:20)?[0-9]{{2}}))?(?![/0-9])|{_DATE}))?"
    rf"|{_DATE.replace('P<', 'P<bare_')}"
    r"|(?:(?<=on[ ])|(?<=of[ ])|(?<=from[ ])|(?<=our[ ]))(?P<n1>[0-3]?[0-9])(?P<sep>[/.])(?P<n2>[0-3]?[0-9])"
    r"(?:(?P=sep)(?P<ny>(?:20)?[0-9]{2})?)?(?!/|[0-9]|(?<=\.)\w)"
    r"|(?P<yesterday>yesterday(?:[ ](?:morning|afternoon|evening))?|last[ ]night)"
    r"|(?P<today>(?:earlier[ ])?today|this[ ](?:morning|afternoon|evening)|tonight)"
    r"|(?P<week>(?:earlier[ ]|late[ ])?(?:this|last)[ ]week)"
    r"|(?P<ago>(?P<many>a|one|two|three|four|five|six|[1-9][0-9]?)[ ](?P<unit>day|week)s?[ ]ago))"
    r"(?!(?<!\.)[\w-])",
    re.IGNORECASE,
)
"""A day as it is written in a letter: a weekday, a date, "yesterday", "last week", "two days ago".

A date after a weekday has the groups of `_DATE`, another the same with `bare_` before them. A date in
numbers is in `wn1` and `wn2` after a weekday, else in `n1` and `n2`.
"""


def right_weekdays(found: re.Match[str], today: date) -> list[str]:
    """Return the weekdays that a date may fall on, if it is written with a wrong one; else none.

    Of a date such as 12/11, day and month may be in either order.
    """
    weekdays = {day.weekday() for day in named_dates(found, today)} if found["weekday"] else set()
    if not weekdays or _WEEKDAYS[found["weekday"][:3].lower()] in weekdays:
        return []
    return [_weekday_name(weekday, found["weekday"]) for weekday in sorted(weekdays)]


def named_dates(found: re.Match[str], today: date) -> list[date]:
    """Return the dates that the match may name, each in its nearest year; none of a bare weekday."""
    written = list(_dates_with_month(found))
    if found["wn1"]:
        first, second, year = int(found["wn1"]), int(found["wn2"]), found["wny"]
        full_year = 2000 + int(year) % 100 if year else None
        written = [(second, first, full_year), (first, second, full_year)]
    days = (nearest_date(month, day, today, year) for month, day, year in written)
    return [day for day in days if day is not None]


def _dates_with_month(found: re.Match[str]) -> Iterator[tuple[int, int, int | None]]:
    """Yield month, day and year, if any, of a date that is written with the name of its month."""
    for prefix in ("", "bare_"):
        for order in "12":
            day, month, year = (found[f"{prefix}{part}{order}"] for part in "dmy")
            if day:
                yield _MONTHS[month[:3].lower()], _number(day), int(year) if year else None


def _weekday_name(weekday: int, like: str) -> str:
    """Return the name of a weekday in the language of another."""
    return (_GERMAN_WEEKDAYS if like.endswith(("tag", "woch")) else FULL_WEEKDAYS)[weekday]


def named_weekday(found: re.Match[str]) -> int | None:
    """Return the weekday (0 is Monday) that the match names; None where it names none, or a date."""
    is_bare = found["weekday"] and found.end() - found.start() == len(found["weekday"])
    return _WEEKDAYS[found["weekday"][:3].lower()] if is_bare else None


def agrees(found: re.Match[str], day: date, today: date) -> bool:
    """Return whether the match can name `day` in a letter of `today`."""
    if found["yesterday"]:
        return (today - day).days == 1
    if found["today"]:
        return day == today
    if found["week"]:
        days = (today - day).days
        return 1 <= days <= 13 if "last" in found["week"].lower() else 0 <= days <= 6
    if found["ago"]:
        many = found["many"].lower()
        number = _NUMBERS.get(many) or int(many)
        days = (today - day).days
        return days == number if found["unit"].lower() == "day" else abs(days - 7 * number) <= 4
    if found["n1"]:
        parts, year = {int(found["n1"]), int(found["n2"])}, found["ny"]
        return parts == {day.day, day.month} and (not year or int(year) % 100 == day.year % 100)
    if found["weekday"] and _WEEKDAYS[found["weekday"][:3].lower()] != day.weekday():
        return False
    if found["wn1"]:
        return {int(found["wn1"]), int(found["wn2"])} == {day.day, day.month}
    if (iso := found["iso"] or found["bare_iso"]) and iso != day.isoformat():
        return False
    if (day_alone := found["d3"] or found["bare_d3"]) and _number(day_alone) != day.day:
        return False
    return all(
        (month, number) == (day.month, day.day) and year in (None, day.year)
        for month, number, year in _dates_with_month(found)
    )


def _number(written: str) -> int:
    return int(re.sub(r"\D", "", written))


def replacement(text: str, found: re.Match[str], held_on: date, today: date) -> str | None:
    """Return the day of the interview, written as the match is; None where that is not clear."""
    days = (today - held_on).days
    weekday = _weekday_name(held_on.weekday(), found["weekday"] or "")
    if named_weekday(found) is not None:
        return weekday
    if found["weekday"]:
        if weekday in _GERMAN_WEEKDAYS:
            return None
        return f"{weekday} {held_on.day} {FULL_MONTHS[held_on.month - 1]}"
    if found["n1"]:
        parts = [held_on.day, held_on.month]
        is_month_first = int(found["n2"]) > 12 or int(found["n1"]) == held_on.month
        return found["sep"].join(map(str, reversed(parts) if is_month_first else parts))
    possessive = re.match(r"['’]s", text[found.end() : found.end() + 2])
    if not (found["yesterday"] or found["today"] or found["week"] or found["ago"]):
        return f"{held_on.day} {FULL_MONTHS[held_on.month - 1]}"
    if days <= 1 and not (found["week"] or found["ago"]):
        return "today" if days == 0 else "yesterday"
    if possessive:
        return weekday if days <= 6 else None
    return f"on {weekday}" if held_on > today - timedelta(days=7) else f"on {written_day(held_on)}"
