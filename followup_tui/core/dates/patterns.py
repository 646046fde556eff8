"""The phrases that are read as dates: a table of patterns, and the guard that each of them asks for."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from followup_tui.core.dates import resolve
from followup_tui.core.dates.resolve import Captures, Resolver
from followup_tui.core.dates.tokens import Token
from followup_tui.core.text import words

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
class Match:
    """Tokens that fit a pattern, with what stands around them."""

    tokens: list[Token]
    start: int
    """Where the words that lead to it begin: "by", "within about"."""
    core: int
    end: int
    linked: bool
    """Whether it hangs on a date before it: "Monday or Tuesday"."""
    captures: Captures
    pattern: "Pattern"

    @property
    def resolver(self) -> Resolver:
        """What makes days of it."""
        return self.pattern.resolver

    @property
    def is_weekday(self) -> bool:
        """Whether it begins with a weekday, and names no month."""
        return "WEEKDAY" in self.tokens[self.core].kinds and "MONTH" not in self.captures

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


Guard = Callable[[Match], bool]
"""Whether tokens that fit a pattern are meant as a date where they stand."""


def _sure(match: Match) -> bool:
    """Names of dates, but for words that are other words too, and for numbers of something."""
    core = match.tokens[match.core : match.end]
    if any(token.word in _MONTH_WORDS and not token.capital for token in core):
        return match.introduced() and match.followed()
    if "MONTH" not in match.captures:
        if core[0].word in _WEEKDAY_WORDS and not match.introduced():
            return False
        if core[0].word == "the" and core[1].word in _WEEKDAY_WORDS:
            return False
    if core[-1].word in _WEEKDAY_WORDS:
        return match.followed() or match.following[0].isdigit()
    return match.followed() or "NTH" in core[-1].kinds or "DAY" not in core[-1].kinds


def _always(_: Match) -> bool:
    """Wherever it stands."""
    return True


def _careful(match: Match) -> bool:
    """`by the 15th`, not `the 15th floor`."""
    return match.introduced() and match.followed()


def _last_nth(match: Match) -> bool:
    """As `_careful`, and not the first of two ("by the 1st and 2nd round")."""
    return _careful(match) and match.following not in {"and", "or"}


def _pair(match: Match) -> bool:
    """`sat or sun`: each makes the other a day."""
    return match.core_words[0] in _WEEKDAY_WORDS and match.followed()


def _by_dotted(match: Match) -> bool:
    """`by 4.12.`, not `it runs on 2.12.`."""
    return match.whole or not match.lead.isdisjoint(_BEFORE_DATES - {"on"})


def _in_month(match: Match) -> bool:
    """`in December`, not `the May team`."""
    linked = match.linked and match.core_words[0] not in _MONTH_WORDS
    alone = match.whole and not match.lead
    return match.followed() and (linked or alone or not match.lead.isdisjoint({"in", "during", "before"}))


def _led(match: Match) -> bool:
    """`over the weekend`, not `the weekend`."""
    return not match.lead.isdisjoint(LEADS)


def _closing(match: Match) -> bool:
    """`end of day`, where no day follows whose end it is."""
    at = match.end
    if "at" in match.lead:
        return False  # "at the end of the day it is about trust"
    while at < len(match.tokens) and match.tokens[at].word in {"on", "of", "the"}:
        at += 1
    return not match.day_at(at)


def _linked(match: Match) -> bool:
    """`or next`, of what was named before."""
    return match.linked and match.followed()


def _after_that(match: Match) -> bool:
    """`the week after`, not `the week after the panel`."""
    return match.followed(_AFTER_SPANS)


def _during(match: Match) -> bool:
    """`over the next week`, not `the next week`."""
    return not match.lead.isdisjoint({"in", "within", "over", "during"})


def wait(match: Match) -> bool:
    """An amount of time is meant after "in" and its like; elsewhere where it is all of a wait."""
    at = next(at for at in range(match.core, match.end) if "UNIT" in match.tokens[at].kinds)
    unit, count = match.tokens[at], match.tokens[at - 1].kinds.get("NUMBER", 2)
    short = len(unit.word) == 1
    if (unit.capital and unit.word == "d") if short else (count > 1 and unit.word[-1] != "s"):
        return False  # "3D", "two week sprints"
    if match.end < len(match.tokens) and "UNIT" in match.tokens[match.end].kinds:
        return False  # "a week or ten" days
    if not match.lead.isdisjoint(_BEFORE_SPANS):
        return not short or match.followed()
    if match.lead - _WAITING or match.core_words == ["one", "day"]:
        return False
    waiting = match.linked or match.lead or "next" in match.core_words or not match.start
    waiting = waiting or match.previous in _WAITING
    another = match.day_at(match.end + (match.following == "on"))  # "a week on Monday"
    return bool(waiting) and (another or match.followed(_AFTER_SPANS) or match.following in TIES)


@dataclass(slots=True, eq=False, repr=False)
class Pattern:
    """A pattern, when it counts, and what it means."""

    items: tuple[tuple[tuple[str, ...], bool], ...]
    """Choices for each word (capitals: kinds of words), and whether it may be missing."""
    guard: Guard
    resolver: Resolver


def _table(guard: Guard, resolver: Resolver, *patterns: str) -> Iterator[Pattern]:
    for pattern in patterns:
        items = ((tuple(item.rstrip("?").split("|")), item.endswith("?")) for item in pattern.split())
        yield Pattern(tuple(items), guard, resolver)


_PATTERNS = (
    *_table(_sure, resolve.full_date, "DATE"),
    *_table(_by_dotted, resolve.dotted, "DOTTED"),
    *_table(
        _sure,
        resolve.day_month,
        "WEEKDAY? ,? the? DAY -|to|or|and|through the? DAY2 of? MONTH ,? YEAR?",
        "WEEKDAY? ,? MONTH .? the? DAY -|to|or|and|through the? DAY2 ,? YEAR?",
        "WEEKDAY? ,? the? DAY of? MONTH ,? YEAR?",
        "WEEKDAY? ,? MONTH .? the? DAY ,? YEAR?",
    ),
    *_table(_sure, resolve.nth_of_month, "the? NTH of the? WHICH? month"),
    *_table(_sure, resolve.nth, "WEEKDAY ,? the? NTH", "WEEKDAY the? DAY"),
    *_table(_careful, resolve.nth, "the? NTH -|to|or|and|through the? NTH2"),
    *_table(_last_nth, resolve.nth, "the? NTH"),
    *_table(_sure, resolve.weekday_of_week, "WHICH week on|by|,? WEEKDAY", "WEEKDAY ,|of|in|-? WHICH week"),
    *_table(_sure, resolve.weekday_week, "WEEKDAY week"),
    *_table(_sure, resolve.dotted, "WEEKDAY ,|(? DOTTED"),
    *_table(
        _always,
        resolve.doubtful,
        "WEEKDAY ,|(? UNCLEAR",
        "monday|mon -|to|through friday|fri",
        "afterwards",
        "first|second|third|last of MONTH|month|next|this",
        "first|second|third|last of the month",
        "first|second|third|fourth|last week-of|week|day|half|part of? the? MONTH|month|week|next|this",
    ),
    *_table(_careful, resolve.doubtful, "UNCLEAR"),
    *_table(_after_that, resolve.following, "the WEEKDAY after|afterwards"),
    *_table(_sure, resolve.following, "the? following WEEKDAY", "the next WEEKDAY"),
    *_table(
        _sure,
        resolve.doubtful,
        "the WEEKDAY after",
        "the WEEKDAY before",
        "WEEKDAY after|before next|that|this|NAME",
        "WEEKDAY next|of|afterwards",
        "early|mid|beginning|start|middle -|of? MONTH",
        "the? HEAD of week DIGITS",
        "week DIGITS",
        "UNIT before",
    ),
    *_table(_linked, resolve.doubtful, "next", "PART next", "the? HEAD of next"),
    *_table(_sure, resolve.weekday, "the|this? coming WEEKDAY"),
    *_table(_sure, resolve.weekday_of_week, "WHICH WEEKDAY"),
    *_table(_pair, resolve.weekday, "WEEKDAY -|to|or|/ WEEKDAY2"),
    *_table(_sure, resolve.weekday, "the? WEEKDAY"),
    *_table(
        _sure, resolve.part_of_week, "the? HEAD of the? WHICH? week", "PART in|-? the? WHICH? week", "eow"
    ),
    *_table(_sure, resolve.this_or_next_week, "this week or|and|/ next"),
    *_table(_during, resolve.span, "the? next UNIT or|to NUMBER2"),
    *_table(_sure, resolve.doubtful, "the? next UNIT or|to NUMBER2"),
    *_table(_sure, resolve.week, "WHICH week", "the? week after next"),
    *_table(_sure, resolve.weekend, "the? WHICH weekend"),
    *_table(_led, resolve.weekend, "the weekend"),
    *_table(
        _sure,
        resolve.end_of(resolve.month),
        "the? HEAD of the? WHICH? month",
        "PART in|-? the? WHICH? month",
        "eom",
    ),
    *_table(_sure, resolve.end_of(resolve.named_month), "the? end of MONTH YEAR?", "late -? MONTH YEAR?"),
    *_table(_sure, resolve.month, "WHICH month"),
    *_table(_in_month, resolve.named_month, "MONTH YEAR?"),
    *_table(_careful, resolve.doubtful, "MONTH YEAR?"),
    *_table(_sure, resolve.end_of(resolve.year), "the? HEAD of the|this? year", "eoy"),
    *_table(_sure, resolve.days_ahead(7), "today week"),
    *_table(_sure, resolve.days_ahead(8), "tomorrow week"),
    *_table(_sure, resolve.days_ahead(0), "today"),
    *_table(_closing, resolve.days_ahead(0), "eod"),
    *_table(_sure, resolve.days_ahead(1), "tomorrow"),
    *_table(_sure, resolve.days_ahead(2), "the? day after tomorrow"),
    *_table(_after_that, resolve.following, "the STEP after|afterwards"),
    *_table(_sure, resolve.following, "the? following STEP"),
    *_table(_sure, resolve.doubtful, "the? UNIT after"),
    *_table(
        wait,
        resolve.span,
        "between NUMBER and NUMBER2 more? UNIT time?",
        "the? next|coming? NUMBER -|to|or|, or|maybe|perhaps|possibly|even? NUMBER2 more? UNIT time?",
        "the? next|coming? NUMBER UNIT , NUMBER2 latest",
        "the? next|coming? NUMBER UNIT , maybe|perhaps|possibly NUMBER2",
        "the? next|coming? NUMBER UNIT ,? if not NUMBER2",
        "the? next|coming? NUMBER UNIT or|to maybe|perhaps? NUMBER2",
        "the? next|coming? NUMBER more? UNIT time?",
    ),
    *_table(_during, resolve.span, "the next UNIT"),
    *_table(_sure, resolve.following, "the next STEP"),
)

_NONE: set[int] = set()
_STARTING: dict[str, set[int]] = {}
"""Word, or kind of word -> the patterns that may begin with it."""
for _number, _pattern in enumerate(_PATTERNS):
    for _choices, _optional in _pattern.items:
        for _choice in _choices:
            if _choice not in _SIGNS:
                _STARTING.setdefault(_choice, set()).add(_number)
        if not _optional:
            break


def _fit(pattern: Pattern, tokens: list[Token], core: int) -> tuple[int, Captures] | None:
    """Where the pattern's pattern ends, and what it catches, if it begins at that token."""
    captures: dict[str, int] = {}
    at = core
    for choices, optional in pattern.items:
        if at < len(tokens):
            word, kinds = tokens[at].word, tokens[at].kinds
            for choice in choices:
                kind = choice.rstrip("2")
                if choice == word or kind in kinds:
                    captures[choice] = kinds.get(kind, 0)
                    at += 1
                    break
            else:
                if not optional:
                    return None
        elif not optional:
            return None
    while tokens[at - 1].word == ",":
        at -= 1
    return at, captures


def matching_patterns(tokens: list[Token], core: int) -> list[tuple[Pattern, int, Captures]]:
    """The patterns that fit at that token, with their ends and what they catch, in the order of the table."""
    if core >= len(tokens):
        return []
    token = tokens[core]
    numbers = _STARTING.get(token.word, _NONE).union(*[_STARTING.get(kind, _NONE) for kind in token.kinds])
    fits = [(_PATTERNS[number], _fit(_PATTERNS[number], tokens, core)) for number in sorted(numbers)]
    return [(pattern, *fit) for pattern, fit in fits if fit]
