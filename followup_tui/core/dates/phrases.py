"""Words to dates: "decision by end of next week", as said on a certain day. What is not certain is not read.

A table of small patterns is tried at each word of a text. What stands before a phrase ("by", "before",
"within") and after it ("at the earliest") then changes its days, or denies them. The choices, all ours:

- The last day of a range is the promised day. A week is Monday to Friday of a calendar week from Monday to
  Sunday: early is Monday and Tuesday, mid is Wednesday, late is Thursday and Friday, its end is Friday ("end
  of the week" said on a weekend: the Friday to come). A month ends on its last calendar day.
- `before X` is the day before X (before the end of something: that end). `after X` is the day after X, since
  writing too early is the worse mistake. `within` and `the next` begin on the day it was said.
- Of several dates the one with the latest last day counts. Dates joined by "or", "and", "to" are one range,
  in which a weekday follows the date before it ("Friday or Monday"). A bare weekday elsewhere that would fall
  before an earlier date of the text could mean two weeks, and is doubtful; so is an amount of time that
  follows a date ("until Friday, then two weeks").
- Lower bounds ("not before Friday", "at least two weeks", "from Monday") and what a clause negates ("not this
  week") promise nothing and are passed over, as are past dates; another clause may still promise something.
  With "if" before the negation ("if you don't hear by Friday") the date stands.
- One doubtful date ("31 November", "Monday 8 December" where the 8th is a Tuesday, "a week after the panel",
  "by January", "mid December") makes the whole text not understood, whatever else it names.
"""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple

from followup_tui.core.dates import resolve
from followup_tui.core.dates.patterns import JOINS, LEADS, LINKS, SPANNING, TIES, Match, matching_patterns
from followup_tui.core.dates.resolve import Context, Days, plus
from followup_tui.core.dates.tokens import Token, tokenize
from followup_tui.core.dates.years import FIRST_YEAR, LAST_YEAR
from followup_tui.core.text import words


class Reading(NamedTuple):
    """Dates understood in a text."""

    first: date
    """First day of the range, never before the day it was said."""
    last: date
    """Last day of the range: the promised day."""
    start: int
    """Index in the text of the phrase's first character, its "by", "before", "in" … included."""
    end: int
    """Index after the phrase's last character."""


def read_dates(text: str, said_on: date, holidays: Collection[date] = ()) -> Reading | None:
    """The dates named in `text`, read relative to the day it was said.

    None when nothing is understood for certain, or nothing but days before `said_on`. Never raises.
    `holidays` are passed over where working days are counted.
    """
    if not FIRST_YEAR <= said_on.year <= LAST_YEAR:
        return None
    tokens = tokenize(text)
    chains = [
        chain
        for chain in _chains(tokens, Context(said_on, holidays, said_on))
        if not any(phrase.denied or phrase.open_ended for phrase in chain)
    ]
    named = [phrase.days for chain in chains for phrase in chain]
    near = any(one and said_on <= one[1] <= plus(said_on, _FAR) for one in named)
    limit = min(plus(said_on, _FAR) if near else date.max, date(LAST_YEAR, 12, 31))
    if None in named:
        return None
    chosen: Reading | None = None
    for chain in chains:
        live = [one for one in (phrase.days for phrase in chain) if one and said_on <= one[1] <= limit]
        last = max((day for _, day in live), default=None)
        if last and (chosen is None or last > chosen.last):
            start, end = tokens[chain[0].start].start, tokens[chain[-1].end - 1].end
            closing = text[end : end + 1] == ")" and "(" in text[start:end]
            chosen = Reading(max(said_on, min(day for day, _ in live)), last, start, end + closing)
    return chosen


_FAR = 300
"""Days (ours): farther than this a date counts only where no nearer one is named. It may well be a past one,
named without its year ("we met on 20 Nov and decide by 11 Dec")."""
_NEGATIONS = words(
    "no not never nor neither none nothing nobody cannot cant wont dont doesnt isnt unlikely impossible"
    " except excluding avoid"
)
_SUPPOSING = words("you we they i he she it do does did have has had are is")
"""What may stand between "if" and a negation that leaves a date as it is: "if you have not heard"."""
_BREAKS = frozenset(",;.:!?()")
_HABITS = words(
    "every each other any most some a an one that last past previous good black casual cyber easter ash"
)
"""Before a weekday: not the one to come."""
_PASSED = (date.min, date.min)
"""Of dates that are passed over as if long past: "since Monday", "every Monday"."""
_COUNTING = words("first second third fourth final 1st 2nd 3rd 4th")
_ENDS = words("end eod eow eom eoy")


@dataclass(slots=True, eq=False, repr=False)
class _Phrase:
    """Dates named by some tokens."""

    days: Days | None
    """None where they are doubtful."""
    start: int
    end: int
    joined: bool
    """To the phrase before it."""
    denied: bool
    open_ended: bool
    """A beginning ("from Monday"), until an end follows."""


def _chains(tokens: list[Token], context: Context) -> list[list[_Phrase]]:
    """The phrases of a text from left to right, those together that are joined."""
    chains: list[list[_Phrase]] = []
    negated = _negated(tokens)
    latest = context.day
    at = 0
    while at < len(tokens):
        phrase = _phrase(tokens, at, chains[-1][-1] if chains else None, latest, context, negated)
        if phrase is None:
            at += 1
            continue
        at = phrase.end
        if phrase.days and phrase.days[1] <= plus(context.day, _FAR):
            latest = max(latest, phrase.days[1])
        if phrase.joined:
            chains[-1].append(phrase)
        else:
            chains.append([phrase])
    return chains


def _phrase(
    tokens: list[Token], at: int, before: _Phrase | None, latest: date, context: Context, negated: list[bool]
) -> _Phrase | None:
    """The phrase that begins at that token, after the words that lead to it."""
    patterns = matching_patterns(tokens, at)
    if not patterns:
        return None
    gap = {token.word for token in tokens[before.end : at]} if before else {"."}
    near = gap <= JOINS | LEADS
    joined, linked = near and bool(gap & JOINS), near and bool(gap & LINKS)
    start = at
    while start > (before.end if before else 0) and tokens[start - 1].word in LEADS:
        start -= 1
    matches = (
        Match(tokens, start, at, end, linked, captures, pattern) for pattern, end, captures in patterns
    )
    match = next((match for match in matches if match.pattern.guard(match)), None)
    if match is None:
        return None
    anchor = context
    if (
        before
        and before.days
        and before.days[1] >= context.day
        and (near or match.resolver is resolve.following)
    ):
        # After a comma or nothing a weekday may be that very day: "tomorrow, Friday".
        anchor = replace(context, after=before.days[1], follows=True, may_repeat=not linked)
    made, end = _made(match, anchor)
    if made and before and not joined and _depends(match, made, before, near, latest, context):
        made = None
    if before and near and gap & SPANNING:
        before.open_ended = False
    open_ended = "from" in match.lead and not any(kind.endswith("2") for kind in match.captures)
    joined = joined or (near and made is not None)  # "next Friday 4 December": the same day, named twice
    return _Phrase(made, start, end, joined, _denied(match, negated[at]), open_ended)


def _depends(match: Match, made: Days, before: _Phrase, near: bool, latest: date, context: Context) -> bool:
    """Whether its days depend on how it hangs together with the dates before it, which nobody can tell."""
    named = (before.days or made)[1]
    if near:
        return made[1] != named  # "Monday in two weeks"
    if match.resolver is resolve.span:
        return not before.denied and latest > context.day  # "until Friday, then a week"
    return (
        match.resolver in (resolve.weekday, resolve.nth) and made[1] < latest
    )  # "until 11 Dec, answer Monday"


def _made(match: Match, context: Context) -> tuple[Days | None, int]:
    """The days of a match, with what stands around it, and the token after all of it."""
    made, end = match.resolver(context, match.captures), match.end
    if match.resolver is resolve.span:
        made, end = _counted(match, made, context)
    elif match.is_weekday and match.previous in _COUNTING:
        made = None  # "the first Monday in January"
    elif match.is_weekday and match.previous in _HABITS and not match.lead:
        made = _PASSED
    ahead = [token.word for token in match.tokens[end : end + 2]]
    if ahead[:1] in (["latest"], ["eod"]):
        end += 1
    elif ahead in (["by", "eod"], [",", "eod"]):
        end += 2
    return (_turned(made, match, context.day) if made else None), end


def _counted(match: Match, made: Days | None, context: Context) -> tuple[Days | None, int]:
    """An amount of time: counted from another day where one is named ("a week from Monday")."""
    tokens, end = match.tokens, match.end
    whole_weeks = match.captures["UNIT"] in (7, 14) and match.lead.isdisjoint({"in", "within"})
    counted_from = match.following in {"from", "after"}
    at = end + (counted_from or (whole_weeks and match.following == "on"))
    if at > end or (whole_weeks and match.day_at(at)):
        for pattern, base_end, captures in matching_patterns(tokens, at):
            base = pattern.resolver(context, captures)
            if pattern.resolver is not resolve.span and base and base[0] == base[1]:
                return resolve.span(replace(context, day=base[0]), match.captures), base_end
    return (None if match.following in TIES else made), end


def _turned(made: Days, match: Match, said_on: date) -> Days:
    """The days as changed by the words that lead to them."""
    first, last = made
    lead = match.lead
    if match.resolver is resolve.span and (
        lead & {"within", "exceed"} or {"next", "coming"}.intersection(match.core_words)
    ):
        first = said_on
    if made == _PASSED:
        return made
    if "week-of" in lead:
        first = plus(first, -first.weekday())
        last = plus(first, 4)
    if "before" in lead and _ENDS.isdisjoint(lead.union(match.core_words)):
        first = last = plus(first, -1)
    if "after" in lead:
        first = last = plus(last, 1)
    return _PASSED if "since" in lead else (first, last)


def _denied(match: Match, negated: bool) -> bool:
    """Whether the words around a phrase say that it is not the day, or only not before it."""
    lead = match.lead
    over = "over" in lead and match.resolver is resolve.span and "next" not in match.core_words
    ahead = [token.word for token in match.tokens[match.end : match.end + 2]]
    if "earliest" in lead or ahead[:1] == ["earliest"] or ahead in ([",", "earliest"], ["-", "earliest"]):
        return True
    return negated != (over or "exceed" in lead)  # "not later than" denies the denial


def _negated(tokens: list[Token]) -> list[bool]:
    """For each token whether its clause is negated."""
    marks: list[bool] = []
    denied = supposing = False
    for at, token in enumerate(tokens):
        spaced_dash = token.word == "-" and at > 0 and tokens[at - 1].end < token.start
        if token.word in _BREAKS or spaced_dash:
            marks += [denied] * (at - len(marks))
            denied = supposing = False
        elif token.word in _NEGATIONS or token.word.endswith("n't"):
            denied = denied or not supposing
        else:
            supposing = token.word == "if" or (supposing and token.word in _SUPPOSING)
    return marks + [denied] * (len(tokens) - len(marks))
