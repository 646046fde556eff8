"""Days as a letter writes them: what they name, whether they agree with a date, what they should be."""

import re
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
"""A date with its month as a word, or in ISO 8601, or a day of the month alone: `the 3rd`."""
DAY = re.compile(
    rf"(?<![\w-])(?:(?P<weekday>{_W}|{_SHORT_W}(?:\.|(?=,?[ ](?:the[ ])?(?:{_D}(?![0-9:])|{MONTH}))|"
    rf"(?<=on[ ]...)|(?<=last[ ]...)))(?:(?:,?[ ]|,[ ]?the[ ])"
    rf"(?:(?P<wn1>[0-3]?[0-9])/(?P<wn2>[0-3]?[0-9])(?:/(?P<wny>(?:20)?[0-9]{{2}}))?(?![/0-9])|{_DATE}))?"
    rf"|{_DATE.replace('P<', 'P<x')}"
    r"|(?:(?<=on[ ])|(?<=of[ ])|(?<=from[ ])|(?<=our[ ]))(?P<n1>[0-3]?[0-9])(?P<sep>[/.])(?P<n2>[0-3]?[0-9])"
    r"(?:(?P=sep)(?P<ny>(?:20)?[0-9]{2})?)?(?!/|[0-9]|(?<=\.)\w)"
    r"|(?P<yesterday>yesterday(?:[ ](?:morning|afternoon|evening))?|last[ ]night)"
    r"|(?P<today>(?:earlier[ ])?today|this[ ](?:morning|afternoon|evening)|tonight)"
    r"|(?P<week>(?:earlier[ ]|late[ ])?(?:this|last)[ ]week)"
    r"|(?P<ago>(?P<many>a|one|two|three|four|five|six|[1-9][0-9]?)[ ](?P<unit>day|week)s?[ ]ago))"
    r"(?!(?<!\.)[\w-])",
    re.IGNORECASE,
)
"""A day as it is written in a letter: a weekday, a date, "yesterday", "last week", "two days ago"."""


def right_weekdays(found: re.Match[str], today: date) -> list[str]:
    """Return the weekdays that a date may be which is written with another; none where they go together.

    Of a date such as 12/11, day and month may stand in either order.
    """
    weekdays = {day.weekday() for day in named_dates(found, today)} if found["weekday"] else set()
    if not weekdays or _WEEKDAYS[found["weekday"][:3].lower()] in weekdays:
        return []
    return [_weekday_name(weekday, found["weekday"]) for weekday in sorted(weekdays)]


def named_dates(found: re.Match[str], today: date) -> list[date]:
    """Return the dates that the match may name, each in its nearest year; none of a bare weekday."""
    written: list[tuple[int, int, str | None]] = []
    if found["wn1"]:
        first, second, year = int(found["wn1"]), int(found["wn2"]), found["wny"]
        written = [(second, first, year), (first, second, year)]
    for x, n in (("", "1"), ("", "2"), ("x", "1"), ("x", "2")):
        if found[f"{x}d{n}"]:
            month = _MONTHS[found[f"{x}m{n}"][:3].lower()]
            written.append((month, _number(found[f"{x}d{n}"]), found[f"{x}y{n}"]))
    days = (
        nearest_date(month, day, today, 2000 + int(year) % 100 if year else None)
        for month, day, year in written
    )
    return [day for day in days if day is not None]


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
    for x in ("", "x"):
        if found[x + "iso"] and found[x + "iso"] != day.isoformat():
            return False
        if found[x + "d3"] and _number(found[x + "d3"]) != day.day:
            return False
        for n in "12":
            if found[f"{x}d{n}"]:
                written = (_number(found[f"{x}d{n}"]), _MONTHS[found[f"{x}m{n}"][:3].lower()])
                year = found[f"{x}y{n}"]
                if written != (day.day, day.month) or (year and int(year) != day.year):
                    return False
    return True


def _number(written: str) -> int:
    return int(re.sub(r"\D", "", written))


def replacement(text: str, found: re.Match[str], held_on: date, today: date) -> str | None:
    """Return the day of the interview, written as the match is; None where that is not clear."""
    days = (today - held_on).days
    weekday = _weekday_name(held_on.weekday(), found["weekday"] or "")
    if found["weekday"]:
        if found.end() - found.start() == len(found["weekday"]):
            return weekday
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
