"""The phrases that are read as dates: a table of patterns, and the care that each of them asks for."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from followup_tui.core.dates import resolve as days
from followup_tui.core.dates.resolve import Got, Maker
from followup_tui.core.dates.tokens import Token, words

_HEDGES = words("about around roughly approximately maybe perhaps possibly probably hopefully ideally")
_BEFORE_DATES = _HEDGES | words(
    "by before until through on within after between from since exceed latest week-of eod"
)
LEADS = _BEFORE_DATES | words("in at over during sometime due earliest")
"""What leads to a date, and belongs to its phrase."""
_BEFORE_SPANS = words("in within after exceed over from")
_WAITING = _HEDGES | words(
    "take takes taking need needs wait us it be allow expect another latest said say says : ("
    " decision answer feedback offer reply response news turnaround timeline"
)
_AFTER_SPANS = words(
    "and or but so then we they you he she it i we'll they'll you'll it'll i'll until if because since"
    " hopefully probably maybe perhaps depending latest earliest to"
)
_AFTER_DATES = _AFTER_SPANS | words(
    "the this that at by via in on for with from when as after before is are was will would should can could"
    " works morning afternoon evening night noon midday eod please already unless though although"
)
_SIGNS = frozenset(",.;:!?)]\"-…”»'/(")
SPANNING = words("to - until through")
"""Between the first and the last day of a range."""
LINKS = SPANNING | words("or and / nor")
"""Between two dates of which one makes the other a date."""
JOINS = LINKS | words(", ( but then")
"""Between dates that are read together."""
TIES = words("before after of later earlier half following prior ahead from")
"""After an amount of time that does not count from the day it was said."""
_WEEKDAY_WORDS = {"mon", "wed", "sat", "sun"}
_MONTH_WORDS = {"may", "march"}
"""Names of days and months that are other words, too."""
_NEAR_DAYS = {"today", "tomorrow"}
_DAY_KINDS = {"WEEKDAY", "DAY", "MONTH", "DATE", "WHICH"}


@dataclass(slots=True, eq=False, repr=False)
class Place:
    """Tokens that fit a pattern, with what stands around them."""

    tokens: list[Token]
    start: int
    """Where the words that lead to it begin: "by", "within about"."""
    core: int
    end: int
    linked: bool
    """Whether it hangs on a date before it: "Monday or Tuesday"."""
    got: Got
    row: "Row"

    @property
    def is_weekday(self) -> bool:
        """Whether it begins with a weekday, and names no month."""
        return "WEEKDAY" in self.tokens[self.core].kinds and "MONTH" not in self.got

    @property
    def lead(self) -> frozenset[str]:
        """The words that lead to it."""
        return frozenset([token.word for token in self.tokens[self.start : self.core]])

    @property
    def core_words(self) -> list[str]:
        """The words that fit the pattern."""
        return [token.word for token in self.tokens[self.core : self.end]]

    @property
    def previous(self) -> str:
        """The word before all of it."""
        return self.tokens[self.start - 1].word if self.start else ""

    @property
    def following(self) -> str:
        """The word after it."""
        return self.tokens[self.end].word if self.end < len(self.tokens) else ""

    @property
    def whole(self) -> bool:
        """Whether it is all of the text."""
        return self.start == 0 and all(token.word in _SIGNS for token in self.tokens[self.end :])

    def day_at(self, at: int) -> bool:
        """Whether a single day may be named at that token."""
        token = self.tokens[at] if at < len(self.tokens) else None
        return token is not None and (token.word in _NEAR_DAYS or not _DAY_KINDS.isdisjoint(token.kinds))

    def introduced(self) -> bool:
        """Whether what stands before it asks for a date."""
        asked = self.previous in {":", "("} or not self.lead.isdisjoint(_BEFORE_DATES)
        return self.linked or self.whole or asked

    def followed(self, allowed: frozenset[str] = _AFTER_DATES) -> bool:
        """Whether what stands after it leaves it alone, and is not what it counts or describes."""
        return not self.following or self.following in _SIGNS or self.following in allowed


Care = Callable[[Place], bool]
"""Whether tokens that fit a pattern are meant as a date where they stand."""


def _sure(place: Place) -> bool:
    """Names of dates, but for words that are other words too, and for numbers of something."""
    core = place.tokens[place.core : place.end]
    if any(token.word in _MONTH_WORDS and not token.capital for token in core):
        return place.introduced() and place.followed()
    if "MONTH" not in place.got:
        if core[0].word in _WEEKDAY_WORDS and not place.introduced():
            return False
        if core[0].word == "the" and core[1].word in _WEEKDAY_WORDS:
            return False
    if core[-1].word in _WEEKDAY_WORDS:
        return place.followed() or place.following[0].isdigit()
    return place.followed() or "NTH" in core[-1].kinds or "DAY" not in core[-1].kinds


def _always(_: Place) -> bool:
    """Wherever it stands."""
    return True


def _careful(place: Place) -> bool:
    """`by the 15th`, not `the 15th floor`."""
    return place.introduced() and place.followed()


def _last_nth(place: Place) -> bool:
    """As `_careful`, and not the first of two ("by the 1st and 2nd round")."""
    return _careful(place) and place.following not in {"and", "or"}


def _pair(place: Place) -> bool:
    """`sat or sun`: each makes the other a day."""
    return place.core_words[0] in _WEEKDAY_WORDS and place.followed()


def _by_dotted(place: Place) -> bool:
    """`by 4.12.`, not `it runs on 2.12.`."""
    return place.whole or not place.lead.isdisjoint(_BEFORE_DATES - {"on"})


def _in_month(place: Place) -> bool:
    """`in December`, not `the May team`."""
    linked = place.linked and place.core_words[0] not in _MONTH_WORDS
    alone = place.whole and not place.lead
    return place.followed() and (linked or alone or not place.lead.isdisjoint({"in", "during", "before"}))


def _led(place: Place) -> bool:
    """`over the weekend`, not `the weekend`."""
    return not place.lead.isdisjoint(LEADS)


def _closing(place: Place) -> bool:
    """`end of day`, where no day follows whose end it is."""
    at = place.end
    if "at" in place.lead:
        return False  # "at the end of the day it is about trust"
    while at < len(place.tokens) and place.tokens[at].word in {"on", "of", "the"}:
        at += 1
    return not place.day_at(at)


def _linked(place: Place) -> bool:
    """`or next`, of what was named before."""
    return place.linked and place.followed()


def _after_that(place: Place) -> bool:
    """`the week after`, not `the week after the panel`."""
    return place.followed(_AFTER_SPANS)


def _during(place: Place) -> bool:
    """`over the next week`, not `the next week`."""
    return not place.lead.isdisjoint({"in", "within", "over", "during"})


def wait(place: Place) -> bool:
    """An amount of time is meant after "in" and its like; elsewhere where it is all of a wait."""
    at = next(at for at in range(place.core, place.end) if "UNIT" in place.tokens[at].kinds)
    unit, count = place.tokens[at], place.tokens[at - 1].kinds.get("NUMBER", 2)
    short = len(unit.word) == 1
    if (unit.capital and unit.word == "d") if short else (count > 1 and unit.word[-1] != "s"):
        return False  # "3D", "two week sprints"
    if place.end < len(place.tokens) and "UNIT" in place.tokens[place.end].kinds:
        return False  # "a week or ten" days
    if not place.lead.isdisjoint(_BEFORE_SPANS):
        return not short or place.followed()
    if place.lead - _WAITING or place.core_words == ["one", "day"]:
        return False
    waiting = place.linked or place.lead or "next" in place.core_words or not place.start
    waiting = waiting or place.previous in _WAITING
    another = place.day_at(place.end + (place.following == "on"))  # "a week on Monday"
    return bool(waiting) and (another or place.followed(_AFTER_SPANS) or place.following in TIES)


@dataclass(slots=True, eq=False, repr=False)
class Row:
    """A pattern, when it counts, and what it means."""

    items: tuple[tuple[tuple[str, ...], bool], ...]
    """Choices for each word (capitals: kinds of words), and whether it may be missing."""
    care: Care
    make: Maker


def _rows(care: Care, make: Maker, *patterns: str) -> Iterator[Row]:
    for pattern in patterns:
        items = ((tuple(item.rstrip("?").split("|")), item.endswith("?")) for item in pattern.split())
        yield Row(tuple(items), care, make)


_ROWS = (
    *_rows(_sure, days.full_date, "DATE"),
    *_rows(_by_dotted, days.dotted, "DOTTED"),
    *_rows(
        _sure,
        days.day_month,
        "WEEKDAY? ,? the? DAY -|to|or|and|through the? DAY2 of? MONTH ,? YEAR?",
        "WEEKDAY? ,? MONTH .? the? DAY -|to|or|and|through the? DAY2 ,? YEAR?",
        "WEEKDAY? ,? the? DAY of? MONTH ,? YEAR?",
        "WEEKDAY? ,? MONTH .? the? DAY ,? YEAR?",
    ),
    *_rows(_sure, days.nth_of_month, "the? NTH of the? WHICH? month"),
    *_rows(_sure, days.nth, "WEEKDAY ,? the? NTH", "WEEKDAY the? DAY"),
    *_rows(_careful, days.nth, "the? NTH -|to|or|and|through the? NTH2"),
    *_rows(_last_nth, days.nth, "the? NTH"),
    *_rows(_sure, days.weekday_of_week, "WHICH week on|by|,? WEEKDAY", "WEEKDAY ,|of|in|-? WHICH week"),
    *_rows(_sure, days.weekday_week, "WEEKDAY week"),
    *_rows(_sure, days.dotted, "WEEKDAY ,|(? DOTTED"),
    *_rows(
        _always,
        days.doubtful,
        "WEEKDAY ,|(? UNCLEAR",
        "monday|mon -|to|through friday|fri",
        "afterwards",
        "first|second|third|last of MONTH|month|next|this",
        "first|second|third|last of the month",
        "first|second|third|fourth|last week-of|week|day|half|part of? the? MONTH|month|week|next|this",
    ),
    *_rows(_careful, days.doubtful, "UNCLEAR"),
    *_rows(_after_that, days.following, "the WEEKDAY after|afterwards"),
    *_rows(_sure, days.following, "the? following WEEKDAY", "the next WEEKDAY"),
    *_rows(
        _sure,
        days.doubtful,
        "the WEEKDAY after",
        "the WEEKDAY before",
        "WEEKDAY after|before next|that|this|NAME",
        "WEEKDAY next|of|afterwards",
        "early|mid|beginning|start|middle -|of? MONTH",
        "the? HEAD of week DIGITS",
        "week DIGITS",
        "UNIT before",
    ),
    *_rows(_linked, days.doubtful, "next", "PART next", "the? HEAD of next"),
    *_rows(_sure, days.weekday, "the|this? coming WEEKDAY"),
    *_rows(_sure, days.weekday_of_week, "WHICH WEEKDAY"),
    *_rows(_pair, days.weekday, "WEEKDAY -|to|or|/ WEEKDAY2"),
    *_rows(_sure, days.weekday, "the? WEEKDAY"),
    *_rows(_sure, days.part_of_week, "the? HEAD of the? WHICH? week", "PART in|-? the? WHICH? week", "eow"),
    *_rows(_sure, days.this_or_next_week, "this week or|and|/ next"),
    *_rows(_during, days.span, "the? next UNIT or|to NUMBER2"),
    *_rows(_sure, days.doubtful, "the? next UNIT or|to NUMBER2"),
    *_rows(_sure, days.week, "WHICH week", "the? week after next"),
    *_rows(_sure, days.weekend, "the? WHICH weekend"),
    *_rows(_led, days.weekend, "the weekend"),
    *_rows(
        _sure,
        days.end_of(days.month),
        "the? HEAD of the? WHICH? month",
        "PART in|-? the? WHICH? month",
        "eom",
    ),
    *_rows(_sure, days.end_of(days.named_month), "the? end of MONTH YEAR?", "late -? MONTH YEAR?"),
    *_rows(_sure, days.month, "WHICH month"),
    *_rows(_in_month, days.named_month, "MONTH YEAR?"),
    *_rows(_careful, days.doubtful, "MONTH YEAR?"),
    *_rows(_sure, days.end_of(days.year), "the? HEAD of the|this? year", "eoy"),
    *_rows(_sure, days.days_ahead(7), "today week"),
    *_rows(_sure, days.days_ahead(8), "tomorrow week"),
    *_rows(_sure, days.days_ahead(0), "today"),
    *_rows(_closing, days.days_ahead(0), "eod"),
    *_rows(_sure, days.days_ahead(1), "tomorrow"),
    *_rows(_sure, days.days_ahead(2), "the? day after tomorrow"),
    *_rows(_after_that, days.following, "the STEP after|afterwards"),
    *_rows(_sure, days.following, "the? following STEP"),
    *_rows(_sure, days.doubtful, "the? UNIT after"),
    *_rows(
        wait,
        days.span,
        "between NUMBER and NUMBER2 more? UNIT time?",
        "the? next|coming? NUMBER -|to|or|, or|maybe|perhaps|possibly|even? NUMBER2 more? UNIT time?",
        "the? next|coming? NUMBER UNIT , NUMBER2 latest",
        "the? next|coming? NUMBER UNIT , maybe|perhaps|possibly NUMBER2",
        "the? next|coming? NUMBER UNIT ,? if not NUMBER2",
        "the? next|coming? NUMBER UNIT or|to maybe|perhaps? NUMBER2",
        "the? next|coming? NUMBER more? UNIT time?",
    ),
    *_rows(_during, days.span, "the next UNIT"),
    *_rows(_sure, days.following, "the next STEP"),
)

_NONE: set[int] = set()
_STARTING: dict[str, set[int]] = {}
"""Word, or kind of word -> the rows that may begin with it."""
for _number, _row in enumerate(_ROWS):
    for _choices, _optional in _row.items:
        for _choice in _choices:
            if _choice not in _SIGNS:
                _STARTING.setdefault(_choice, set()).add(_number)
        if not _optional:
            break


def _fit(row: Row, tokens: list[Token], core: int) -> tuple[int, Got] | None:
    """Where the row's pattern ends, and what it catches, if it begins at that token."""
    got: dict[str, int] = {}
    at = core
    for choices, optional in row.items:
        if at < len(tokens):
            word, kinds = tokens[at].word, tokens[at].kinds
            for choice in choices:
                kind = choice.rstrip("2")
                if choice == word or kind in kinds:
                    got[choice] = kinds.get(kind, 0)
                    at += 1
                    break
            else:
                if not optional:
                    return None
        elif not optional:
            return None
    while tokens[at - 1].word == ",":
        at -= 1
    return at, got


def fitting_rows(tokens: list[Token], core: int) -> list[tuple[Row, int, Got]]:
    """The rows that fit at that token, with their ends and what they catch, in the order of the table."""
    if core >= len(tokens):
        return []
    token = tokens[core]
    numbers = _STARTING.get(token.word, _NONE).union(*[_STARTING.get(kind, _NONE) for kind in token.kinds])
    fits = [(_ROWS[number], _fit(_ROWS[number], tokens, core)) for number in sorted(numbers)]
    return [(row, *fit) for row, fit in fits if fit]
