"""Phrases of a text that name dates, and which of them are joined to one another."""

from dataclasses import dataclass, replace
from datetime import date

from followup_tui.core.dates import named_days, resolve
from followup_tui.core.dates.guards import LEADS, TIES, ends_clause
from followup_tui.core.dates.matching import Match
from followup_tui.core.dates.negations import SUPPOSING, negated_tokens
from followup_tui.core.dates.patterns import PATTERNS
from followup_tui.core.dates.reasons import Reason
from followup_tui.core.dates.resolve import DateContext, Days, plus
from followup_tui.core.dates.tokens import Token
from followup_tui.core.text import words

_SPANNING = words("to - until through")
"""Between the first and the last day of a range."""
_LINKS = _SPANNING | words("or and / nor")
"""Between two dates of which one makes the other a date."""
_JOINS = _LINKS | words(", ( but then either")
"""Between dates that are read together."""
_UNTIL = words("by before until within")
_EARLIER = words("ideally hopefully")
_NARROWING = _EARLIER | words("by latest")
"""What leads to a date within the one before it."""
_NEAR = _JOINS | LEADS
"""Between dates of which the second may go on from the first."""
_HABITS = words(
    "every each other any most some a an one that last past previous good black casual cyber easter ash"
)
"""Before a weekday: not the coming one."""
_PASSED = Days(date.min, date.min)
"""Days of what is passed over as if long past: "since Monday", "every Monday"."""
_ORDINALS = words("first second third fourth final 1st 2nd 3rd 4th")
_ENDS = words("end eod eow eom eoy month-end year-end week-end close")
_EVENTS_HELD = words("interview interviews today now")
_BEFORE_EVENTS = words("the your my our final last this all")
_THEN = words("then afterwards plus")
_BOUNDS = (named_days.christmas, named_days.new_year, resolve.year)
"""Resolvers whose day is that before the named time already."""
_VAGUE_TIMES = (named_days.thanksgiving, *_BOUNDS, resolve.doubtful, resolve.following)
_WEEKS = (resolve.week, resolve.part_of_week)


@dataclass(slots=True, eq=False, repr=False)
class Phrase:
    """Dates named by some tokens."""

    match: Match
    days: Days | None
    """None where they are doubtful."""
    start: int
    end: int
    joined: bool
    """Whether it is joined to the phrase before it."""
    denied: bool
    open_ended: bool
    """Whether it is a beginning ("from Monday") whose end does not follow."""

    gap: frozenset[str]
    """The words between it and the phrase before it."""

    @property
    def is_bound(self) -> bool:
        """Whether it is said to be the latest day."""
        words_after = [self.match.following, self.match.tokens[self.end - 1].word]
        return "latest" in self.match.lead or "latest" in words_after


@dataclass(slots=True, eq=False, repr=False)
class Chain:
    """Phrases that are joined to one another."""

    phrases: list[Phrase]
    reason: Reason | None = None
    """Why it is passed over."""
    is_moved: bool = False
    """Whether it tells of a date that was moved "from" the first day to the last."""

    def days(self) -> list[Days]:
        """Return the days of its phrases, without those that a later phrase replaces or makes precise."""
        days = [phrase.days for phrase in self.phrases if phrase.days]
        if self.is_moved and len(days) > 1:
            return days[1:]
        last = self.phrases[-1].days
        if self._names_its_day():
            return days[-1:]
        if last is None or not self._ends_precisely():
            return days
        is_inside = any(earlier.first <= last.first and last.last < earlier.last for earlier in days[:-1])
        return [last] if is_inside or len(days) == 1 else days  # "in the week of the 7th, by Wednesday 9th"

    def _names_its_day(self) -> bool:
        """Return whether the last phrase is the day of a vague time: "before Christmas, 18 Dec"."""
        if len(self.phrases) < 2:
            return False
        time, day = self.phrases[-2:]
        is_last = ends_clause(day.match) or day.match.words_after(2) == ["most", "likely"]
        if day.gap - {"on"} not in ({","}, {"("}) or day.match.lead - {"on"} or not is_last:
            return False
        if time.match.resolver in _VAGUE_TIMES:
            return day.days is not None and {"DAY", "MONTH"} <= day.match.captures.keys()
        return day.match.is_weekday and time.match.resolver in _WEEKS

    def is_doubtful(self) -> bool:
        """Return whether it is not certain which days are meant."""
        doubts = [phrase for phrase in self.phrases if phrase.days is None]
        is_precise = self._ends_precisely() or self._names_its_day()
        return bool(doubts) and not (is_precise and self.phrases[-1].days)

    def _ends_precisely(self) -> bool:
        """Return whether the last phrase makes the others precise: "some time in December, by the 4th"."""
        last = self.phrases[-1]
        is_precise = "by" in last.match.lead or last.is_bound
        return len(self.phrases) > 1 and is_precise and last.gap.isdisjoint(_LINKS)


def find_chains(tokens: list[Token], context: DateContext) -> list[Chain]:
    """Return the phrases of a text from left to right, those together that are joined."""
    chains: list[Chain] = []
    negated = negated_tokens(tokens)
    at = 0
    while at < len(tokens):
        phrase = _phrase(tokens, at, chains[-1].phrases[-1] if chains else None, context, negated)
        if phrase is None:
            at += 1
            continue
        at = phrase.end
        if phrase.joined:
            chains[-1].phrases.append(phrase)
        else:
            chains.append(Chain([phrase]))
    return chains


def _phrase(
    tokens: list[Token], at: int, before: Phrase | None, context: DateContext, negated: list[bool]
) -> Phrase | None:
    """Return the phrase that begins at that token, with the words that lead to it."""
    fits = PATTERNS.fits(tokens, at)
    if not fits:
        return None
    earliest = before.end if before else 0
    gap = frozenset([token.word for token in tokens[earliest:at]]) if before else frozenset({"."})
    near = gap <= _NEAR
    linked = near and bool(gap & _LINKS)
    start = at
    while start > earliest and tokens[start - 1].word in LEADS:
        start -= 1
    candidates = (Match(tokens, start, at, end, linked, captures, pattern) for pattern, end, captures in fits)
    match = next((match for match in candidates if match.pattern.guard(match)), None)
    if match is None:
        return None
    start = max(_part_of_week(match)[1], earliest)
    days, end = _days(match, _anchor(context, match, before, near))
    days, joined = _related(before, match, days, end, gap, context) if before else (days, False)
    open_ended = "from" in match.lead and not any(kind.endswith("2") for kind in match.captures)
    return Phrase(match, days, start, end, joined, _denied(match, negated[at]), open_ended, gap)


def _related(
    before: Phrase, match: Match, days: Days | None, end: int, gap: frozenset[str], context: DateContext
) -> tuple[Days | None, bool]:
    """Return the days of a match as the phrase before it changes them, and whether it is joined to that.

    `end` is the index of the token after all of it. The phrase before it may get its end by it.
    """
    near = gap <= _NEAR
    joined = near and bool(gap & _JOINS)
    if near and before.days and not match.linked and (match.is_weekday or match.lead & _NARROWING):
        days = _days_within(before, before.days, match, context) or days
    if near and gap & _SPANNING:
        before.open_ended = False
    if joined and not match.linked and _stands_apart(match.tokens, before, match, gap, end):
        joined = False
    if days and near and gap.isdisjoint(_JOINS):
        joined = before.days is None or days.last == before.days.last
        if not joined:  # "Monday in two weeks"; of "next Friday 4 December" both are the same day
            days = None
    elif days and match.resolver is resolve.span and gap & _THEN:
        days = None  # "interviews until Friday, then it takes a week"
    return days, joined


def _anchor(context: DateContext, match: Match, before: Phrase | None, near: bool) -> DateContext:
    """Return the context of a phrase: that of the date before it where it goes on from there."""
    follows = match.resolver in named_days.FOLLOWING
    if before is None or not (follows or (near and not before.is_bound)):
        return context
    if before.days is None or before.days.last < context.day:
        return context
    # After a comma or nothing a weekday may be that very day: "tomorrow, Friday".
    return replace(context, after=before.days.last, follows=True, may_repeat=not match.linked)


def _days_within(before: Phrase, outer: Days, match: Match, context: DateContext) -> Days | None:
    """Return the days of a match if they are in `outer`: "in the week of the 7th, by Wednesday 9th"."""
    is_until = bool(before.match.lead & _UNTIL) and bool(match.lead & _EARLIER or not match.is_weekday)
    first = context.day if is_until else outer.first  # "by the 18th, ideally the 16th"
    days, _ = _days(match, replace(context, after=plus(max(plus(context.day, 1), first), -1)))
    if days and first <= days.first <= days.last <= outer.last:
        return days
    return outer if is_until and match.lead & _EARLIER else None


def _stands_apart(tokens: list[Token], before: Phrase, match: Match, gap: frozenset[str], end: int) -> bool:
    """Return whether a phrase after a comma is read by itself, not as the end of a range."""
    if "from" in before.match.lead and match.lead & {"by", "latest"}:
        return True  # "not before Monday, latest Wednesday"
    if "but" in gap:
        # "not today, but by Friday"; of "not Friday, but Monday" nobody can tell the week.
        return before.denied and not (match.is_weekday and not match.lead)
    if before.is_bound or before.match.is_earliest or "due" in match.lead:
        return True  # "Wednesday at the earliest, Friday at the latest"
    # "by Friday, Monday is too late"
    return end < len(tokens) and tokens[end].word in {"is", "was", "would", "will"}


def _days(match: Match, context: DateContext) -> tuple[Days | None, int]:
    """Return the days of a match, with what is around it, and the index of the token after all of it."""
    days, end = match.resolver(context, match.captures), match.end
    if match.resolver is resolve.span:
        days, end = _counted(match, days, context)
    elif match.is_weekday and match.previous in _ORDINALS:
        days = None  # "the first Monday in January"
    elif match.is_weekday and match.previous in _HABITS and not match.lead:
        days = _PASSED
    ahead = [token.word for token in match.tokens[end : end + 2]]
    if ahead[:1] in (["latest"], ["eod"]):
        end += 1
    elif ahead in (["by", "eod"], [",", "eod"]):
        end += 2
    return (_adjusted(days, match, context.day) if days else None), end


def _counted(match: Match, days: Days | None, context: DateContext) -> tuple[Days | None, int]:
    """Return an amount of time counted from another day where one is named ("a week from Monday")."""
    end = match.end
    are_weeks = match.captures["UNIT"] in (7, 14) and match.lead.isdisjoint({"in", "within"})
    is_tied = match.following in {"from", "after"} or (are_weeks and match.following == "on")
    at = end + 1 if is_tied else end
    if is_tied or (are_weeks and match.may_be_day(end)):
        for pattern, base_end, captures in PATTERNS.fits(match.tokens, at):
            base = pattern.resolver(context, captures)
            if pattern.resolver is not resolve.span and base and base.first == base.last:
                return resolve.span(replace(context, day=base.first), match.captures), base_end
    if match.following == "before" and not SUPPOSING.isdisjoint(match.words_after(2)[1:]):
        return days, end  # "two weeks before we hear"
    if match.following not in TIES:
        return days, end
    return (days if _from_interview(match) else None), end


def _from_interview(match: Match) -> bool:
    """Return whether it counts from the interview: "within a week of the interview"."""
    if match.is_whole or (match.start == 0 and match.lead.isdisjoint({"within"})):
        return False
    after = [word for word in match.words_after(5)[1:] if word not in _BEFORE_EVENTS]
    return match.following in {"of", "after", "from"} and not _EVENTS_HELD.isdisjoint(after[:1])


def _adjusted(days: Days, match: Match, said_on: date) -> Days:
    """Return the days as changed by the words that lead to them."""
    first, last = days
    lead = match.lead
    if match.resolver is resolve.span and (
        lead & {"within", "exceed"} or {"next", "coming"}.intersection(match.core_words)
    ):
        first = said_on
    if days == _PASSED:
        return days
    if lead & {"week-of", "weekend-of"}:
        monday = plus(first, -first.weekday())
        begin, end = (5, 6) if "weekend-of" in lead else _part_of_week(match)[0]
        first, last = plus(monday, begin), plus(monday, end)
    if "before" in lead and _ENDS.isdisjoint(lead.union(match.core_words)) and match.resolver not in _BOUNDS:
        first = last = plus(first, -1)
    if "after" in lead:
        first = last = plus(last, 1)
    return _PASSED if "since" in lead else Days(first, last)


def _part_of_week(match: Match) -> tuple[tuple[int, int], int]:
    """Return the weekdays that "early in" or "the end of" leaves of a week, and where that begins."""
    at = match.start - 1
    if match.previous in {"of", "in"}:
        at -= 1
    kinds = match.tokens[at].kinds if at >= 0 else {}
    part = kinds.get("PART", kinds.get("HEAD"))
    if part is None or "week-of" not in match.lead:
        return (0, 4), match.start
    return resolve.PARTS_OF_WEEK[part], at


def _denied(match: Match, negated: bool) -> bool:
    """Return whether the words around a phrase say that it is not the day, or only not before it."""
    if match.is_earliest:
        return True
    is_over = "over" in match.lead and match.resolver is resolve.span and "next" not in match.core_words
    return negated != (is_over or "exceed" in match.lead)  # "not later than" denies the denial
