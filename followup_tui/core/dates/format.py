"""Days, times and counts as the screen writes them: "Fri 4 Dec, in 11 days".

English and fixed, whatever the locale, because the rest of the text is too.
"""

from datetime import date, datetime

FULL_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
FULL_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
WEEKDAYS, MONTHS = (tuple(name[:3] for name in names) for names in (FULL_WEEKDAYS, FULL_MONTHS))
NEAR_DAYS = 180
"""A date at most so many days from today is written without its year (ours)."""


def day_name(day: date, today: date) -> str:
    """Return `Fri 4 Dec`, with the year unless the day is near `today`."""
    name = f"{WEEKDAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]}"
    return name if abs((day - today).days) <= NEAR_DAYS else f"{name} {day.year}"


def distance(day: date, today: date) -> str:
    """Return how far `day` is from `today`: `today`, `tomorrow`, `in 11 days`, `3 days ago`."""
    days = (day - today).days
    near = {0: "today", 1: "tomorrow", -1: "yesterday"}
    if days in near:
        return near[days]
    return f"in {days} days" if days > 0 else f"{-days} days ago"


def near_day(day: date, today: date) -> str:
    """Return `today`, `tomorrow`, `yesterday`, else the name of the day: `Fri 4 Dec`."""
    return distance(day, today) if abs((day - today).days) <= 1 else day_name(day, today)


def on_day(day: date, today: date) -> str:
    """Return `today`, `tomorrow`, `yesterday`, else the day within a sentence: `on Fri 4 Dec`."""
    return f"{'' if abs((day - today).days) <= 1 else 'on '}{near_day(day, today)}"


def day_span(first: date, last: date, today: date) -> str:
    """Return `Thu 10 – Fri 11 Dec`, `Mon 30 Nov – Tue 1 Dec`, or the name of a single day."""
    if first == last:
        return day_name(first, today)
    if (first.year, first.month) == (last.year, last.month):
        return f"{WEEKDAYS[first.weekday()]} {first.day} – {day_name(last, today)}"
    return f"{day_name(first, today)} – {day_name(last, today)}"


def clock_time(at: datetime) -> str:
    """Return the time of day: `14:05`."""
    return f"{at.hour:02}:{at.minute:02}"


def count(number: int, singular: str, plural: str | None = None) -> str:
    """Return the number with its noun: `1 person`, `2 people`."""
    return f"{number} {singular if number == 1 else plural or singular + 's'}"


def listed(words: list[str] | tuple[str, ...]) -> str:
    """Return the words as a list in a sentence: `a`, `a and b`, `a, b and c`."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} and {words[-1]}"


def written_day(day: date) -> str:
    """Return `Friday 4 December`, as it is written in a letter."""
    return f"{FULL_WEEKDAYS[day.weekday()]} {day.day} {FULL_MONTHS[day.month - 1]}"
