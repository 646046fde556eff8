"""Words to dates: "decision by end of next week", as said on a certain day. What is not certain is not read.

Patterns are tried at each word of a text. The words before a phrase ("by", "before", "within") and after it
("at the earliest") change its days or deny them; its clause says whether they are promised (see `clauses`).
The choices, all ours:

- The last day of a range is the promised day. A week is Monday to Friday of a calendar week from Monday to
  Sunday: early is Monday and Tuesday, mid is Wednesday, late is Thursday and Friday, its end is Friday ("end
  of the week" said on a weekend: the coming Friday). A month ends on its last calendar day; its beginning
  ends on the 10th, and its middle is the 15th.
- `before X` is the day before X (before the end of something: that end). `after X` is the day after X, since
  writing too early is the worse mistake. `within` and `the next` begin on the day it was said.
- Of several promised dates the one with the latest last day counts. Dates joined by "or", "and", "to" are one
  range, in which a weekday follows the date before it ("Friday or Monday"). A bare weekday elsewhere that
  would fall before an earlier promised date of the text could mean two weeks, and is doubtful; so is an
  amount of time that follows a date ("until Friday, then two weeks").
- Lower bounds ("not before Friday", "at least two weeks", "from Monday"), what a clause denies ("not this
  week") and past dates promise nothing and are passed over; another clause may still promise something. With
  "if" before the denial ("if you don't hear by Friday") the date stands.
- One doubtful date ("31 November", "Monday 8 December" where the 8th is a Tuesday, "a week after the panel",
  "in the new year") in a clause that could promise it makes the whole text not understood.
"""

from collections.abc import Collection
from datetime import date
from typing import NamedTuple

from followup_tui.core.dates import resolve
from followup_tui.core.dates.chains import Chain, Phrase, find_chains
from followup_tui.core.dates.promises import judge, stays_open
from followup_tui.core.dates.reasons import Reason
from followup_tui.core.dates.resolve import DateContext, plus
from followup_tui.core.dates.tokens import Token, tokenize
from followup_tui.core.dates.years import LAST_YEAR, is_accepted_year
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


class PassedOver(NamedTuple):
    """A date of a text that does not count."""

    start: int
    """Index in the text of its first character."""
    end: int
    """Index after its last character."""
    reason: Reason


class Explanation(NamedTuple):
    """What was read of a text, and what was not."""

    reading: Reading | None
    passed_over: tuple[PassedOver, ...]
    """In the order of the text."""

    def remark(self, text: str) -> str:
        """Return what to say of the last date of `text` that was passed over: `“in May” is about a start`."""
        if not self.passed_over:
            return ""
        last = self.passed_over[-1]
        return f"“{text[last.start : last.end]}” is {last.reason}"


def explain_dates(
    text: str, said_on: date, holidays: Collection[date] = (), *, is_task: bool = False
) -> Explanation:
    """Return the promised dates named in `text`, relative to the day it was said, and those passed over.

    Nothing is read where nothing is understood for certain, or nothing but days before `said_on`. Never
    raise. `holidays` are passed over where working days are counted. With `is_task` the text is what the user
    has to do, such as material they want, and its date is the day by which it is due.
    """
    if not is_accepted_year(said_on.year):
        return Explanation(None, ())
    tokens = tokenize(text)
    chains = find_chains(tokens, DateContext(said_on, holidays, said_on))
    if not chains:
        return Explanation(None, ())
    judge(tokens, chains, is_task)
    _mark_doubts(chains, said_on)
    live = [chain for chain in chains if chain.reason is None]
    if any(chain.is_doubtful() for chain in live) or stays_open(tokens):
        for chain in live:
            chain.reason = Reason.UNCLEAR
        live = []
    last_day = _last_day_that_counts(live, said_on)
    chosen: Reading | None = None
    for chain in live:
        days = [days for days in chain.days() if said_on <= days.last <= last_day]
        last = max((day for _, day in days), default=None)
        if last is None:
            chain.reason = Reason.PAST
        elif chosen is None or last > chosen.last:
            chosen = Reading(max(said_on, min(day for day, _ in days)), last, *_extent(text, tokens, chain))
    passed = (PassedOver(*_extent(text, tokens, chain), chain.reason) for chain in chains if chain.reason)
    return Explanation(chosen, tuple(passed))


def _last_day_that_counts(chains: list[Chain], said_on: date) -> date:
    """Return the last day that a date may name: not far away if a nearer one is named."""
    near = plus(said_on, _FAR)
    named = (phrase.days for chain in chains for phrase in chain.phrases if phrase.days)
    is_near_named = any(said_on <= last <= near for _, last in named)
    end = date(LAST_YEAR, 12, 31)
    return min(near, end) if is_near_named else end


def _extent(text: str, tokens: list[Token], chain: Chain) -> tuple[int, int]:
    """Return where a chain begins and ends in the text, the bracket that it opens included."""
    start, end = tokens[chain.phrases[0].start].start, tokens[chain.phrases[-1].end - 1].end
    return start, end + (text[end : end + 1] == ")" and "(" in text[start:end])


_FAR = 300
"""Days (ours): farther than this a date counts only where no nearer one is named. It may well be a past one,
named without its year ("we met on 20 Nov and decide by 11 Dec")."""


def _mark_doubts(chains: list[Chain], said_on: date) -> None:
    """Make the days doubtful that depend on promised dates before them in a way nobody can tell."""
    latest = said_on
    bounded = True
    for before, chain in zip([None, *chains], chains, strict=False):
        if chain.reason is not None:
            continue
        if before and _follows_from(chain.phrases[0]):
            _conclude(before, chain.phrases[0])
        for phrase in chain.phrases:
            if not phrase.joined and not bounded and _depends(phrase, latest, said_on):
                phrase.days = None
            if phrase.days and phrase.days.last <= plus(said_on, _FAR):
                latest = max(latest, phrase.days.last)
            bounded = phrase.is_bound


_CONCLUDING = {"so", "meaning", "means"}
_CONCLUSION = _CONCLUDING | words(
    ", ( . - i they he she think guess reckon of that it it'll will would be is that's then by on about"
    " around probably"
)


def _follows_from(phrase: Phrase) -> bool:
    """Return whether nothing but "so" and its like come between a phrase and the date before it."""
    return phrase.gap <= _CONCLUSION and not phrase.gap.isdisjoint(_CONCLUDING)


def _conclude(before: Chain, phrase: Phrase) -> None:
    """Take a phrase for what the date before it comes to: "two days after the panel, so the 10th"."""
    if before.reason is None and before.is_doubtful():
        before.reason = Reason.UNCLEAR
    elif before.reason is Reason.ABSENCE and phrase.days and phrase.match.resolver is resolve.weekday:
        back = before.phrases[-1].days
        if back is None or phrase.days.last <= back.last:
            phrase.days = None  # "he is off until Wednesday next week, so it will be Thursday"


def _depends(phrase: Phrase, latest: date, said_on: date) -> bool:
    """Return whether the days of a phrase may count from an earlier date; the last of them is `latest`."""
    if phrase.days is None:
        return False
    if phrase.match.resolver is resolve.span:
        return latest > said_on and "within" not in phrase.match.lead  # "until Friday, then a week"
    # "until 11 Dec, answer Monday"
    return phrase.match.resolver in (resolve.weekday, resolve.nth) and phrase.days.last < latest
