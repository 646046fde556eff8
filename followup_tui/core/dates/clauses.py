"""Clauses: what a text says about a date, and whether it can be the promised day.

A clause ends at a punctuation mark, and before a conjunction that begins a sentence of its own. A date
counts only where its clause can promise it: `reasons` lists what speaks against it. Where nothing does, it
counts in a clause that tells of a decision or an answer, after "by" and its like, and in a few words
without a verb.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from followup_tui.core.dates import cues
from followup_tui.core.dates.plain_words import NEUTRAL, PLAIN
from followup_tui.core.dates.reasons import AGAINST, Reason
from followup_tui.core.dates.tokens import Token, is_spaced_dash
from followup_tui.core.text import words

_MAX_CONTEXT = 200
"""Characters on either side of a date that are examined (ours): it bounds the time of a long clause."""
_MARKS = frozenset("#%@")
_CLOCK = re.compile(r"\b[0-9]{1,2}([:.][0-9]{2})?( ?[ap]m| uhr)?(?= |$)")
"""A time of the clock: `9`, `14:00`, `10 am`."""
_WORD = re.compile(r"[^\W\d_][\w'-]*")
Span = tuple[int, int]
"""First token, and the token after the last."""

_STOPS = frozenset(",;.:!?()…\u2022|")
_CONJUNCTIONS = words(
    "and or but so because while whereas then otherwise if unless when once after before until although "
    "though which who where as plus"
)
_QUOTES = frozenset("\"'“”‘")
_SUBORDINATING = words("if unless when should because since due given with")
"""What begins a clause that its main clause follows without a comma: "since he is off on Friday they …"."""
_SUBJECTS = words(
    "i we they you he she it there that this these who everyone everybody someone nobody hr people dana"
    " i'd i'll"
    " we'd we'll they'd they'll you'd you'll he'd he'll she'd she'll it'll it's they're we're he's she's i'm"
)
_PRONOUNS = words("i we they you he she it i'll we'll they'll you'll i'm we're they're you're")
_VERBS = words(
    "will would shall should can could may might must is are was were has have had does do did won't "
    "wouldn't can't shouldn't isn't aren't decide decides call calls tell tells let lets inform informs "
    "answer answers reply start starts begin begins join joins expect expects hope hopes get gets hear hears "
    "come comes make makes go goes want wants plan plans move moves then liked like always"
)
_ARTICLES = words("the a an my our their his her your its")
STRONG_LEADS = words("by before within exceed latest eod not-later")
"""What leads to a day by which something happens."""
_BOUNDS = STRONG_LEADS - {"within"}
_CARRIED = {Reason.START, Reason.OWN, Reason.ABSENCE, Reason.OTHER, Reason.HABIT}
"""Reasons that hold for a date which follows after a comma with no words of its own."""


@dataclass(slots=True, eq=False, repr=False)
class Clause:
    """Tokens between two breaks."""

    start: int
    end: int
    begins_sentence: bool


def split_clauses(tokens: list[Token], dates: list[Span]) -> list[Clause]:
    """Return the clauses of a text; none ends inside one of the `dates`."""
    inside = {at for start, end in dates for at in range(start + 1, end)}
    starts, ends = {start for start, _ in dates}, {end for _, end in dates}
    clauses: list[Clause] = []
    begin, begins_sentence = 0, True
    for at, token in enumerate(tokens):
        if at in inside or at < begin:
            continue
        if is_stop(tokens, at):
            if token.word == ":" and at + 1 in starts:
                continue  # "ideal start: 1 February"
            clauses.append(Clause(begin, at, begins_sentence))
            begin, begins_sentence = at + 1, token.word in ".;!?"
        elif at > begin and _begins_clause(tokens, begin, at, starts, ends):
            clauses.append(Clause(begin, at, begins_sentence))
            begin, begins_sentence = at, False
    clauses.append(Clause(begin, len(tokens), begins_sentence))
    return [clause for clause in clauses if clause.start < clause.end]


def _begins_clause(tokens: list[Token], begin: int, at: int, starts: set[int], ends: set[int]) -> bool:
    """Return whether a clause begins at that token, where none ends by a punctuation mark."""
    word = tokens[at].word
    if word in {"when", "where"} and tokens[at - 1].word in {"is", "was"}:
        return False  # "Monday is when they choose"
    if at in ends and word in _PRONOUNS:
        begin += tokens[begin].word in _QUOTES
        return tokens[begin].word in _SUBORDINATING
    if word not in _CONJUNCTIONS or at in starts or at + 1 in starts:
        return False
    return at in ends or _begins_sentence(tokens, at + 1)


def is_stop(tokens: list[Token], at: int) -> bool:
    """Return whether a clause ends at that token: a punctuation mark, or a dash with blanks around it."""
    token = tokens[at]
    if token.word == "." and at > 0 and tokens[at - 1].word in {"no", "nr"} and at + 1 < len(tokens):
        return not tokens[at + 1].word.isdigit()  # "interview no. 2"
    return token.word in _STOPS or is_spaced_dash(tokens, at)


def _begins_sentence(tokens: list[Token], at: int) -> bool:
    """Return whether a clause with a verb begins at a token: "and I will …", "the team meets …"."""
    following = [token.word for token in tokens[at : at + 2]]
    if not following or (tokens[at - 2 : at - 1] and tokens[at - 2].word in {"do", "does"}):
        return False  # "able to do so"
    if following[0] in _SUBJECTS or following[0] in _VERBS or following[0].endswith("n't"):
        return True
    if following[0] in _ARTICLES and len(following) > 1:
        return tokens[at - 1].word not in {"and", "or", "as", "after", "before", "until", "since"} or (
            at + 2 < len(tokens) and tokens[at + 2].word in _VERBS
        )
    return len(following) > 1 and following[1] in _VERBS


def clause_text(tokens: list[Token], clause: Clause, dates: list[Span], judged: int) -> str:
    """Return the text of a clause for the cues, with `#` for the judged date and `%` for the other ones.

    Words of another date's own part of the clause are left out where it has a part of its own.
    """
    parts: list[str] = []
    numbers = {start: number for number, (start, _) in enumerate(dates)}
    at = clause.start
    while at < clause.end:
        number = numbers.get(at)
        if number is not None:
            parts.append("#" if number == judged else "%")
            at = dates[number][1]
            continue
        token = tokens[at]
        is_name = token.capital and "NAME" in token.kinds and not _is_known(token.word, at == clause.start)
        if token.word not in _MARKS:
            parts.append("@" if is_name else token.word)
        at += 1
    return _own_part(" ".join(parts))


def _own_part(text: str) -> str:
    """Return the part of the clause that is about the judged date, where other dates have their own."""
    before, mark, after = text.partition("#")
    before, after = before[-_MAX_CONTEXT:], after[:_MAX_CONTEXT]
    _, other, own = before.rpartition("%")
    if other and _tells(own):
        before = own
    own, other, _ = after.partition("%")
    if other and _tells(before):
        after = "" if _tells(own) else own
    return before + mark + after


def _tells(text: str) -> bool:
    return cues.PROMISE.search(text) is not None or any(cue.search(text) for _, cue in AGAINST)


def _is_known(word: str, is_first: bool) -> bool:
    """Return whether a capitalised word is not a name: a usual word, or a cue that begins the clause."""
    if word in NEUTRAL:
        return True
    return is_first and (_tells(word) or any(cue.search(word) for cue in (cues.PAST, cues.EVENT)))


@lru_cache(maxsize=1024)
def reason_against(text: str, lead: frozenset[str]) -> Reason | None:
    """Return why the date `#` of a clause is not a promise, or None where it can be one.

    `text` is what `clause_text` returns; `lead` are the words that lead to the date.
    """
    return None if PLAIN.issuperset(text.split()) else reason_by_cues(text, lead)


def reason_by_cues(text: str, lead: frozenset[str]) -> Reason | None:
    """Return what `reason_against` does, without its short cut for plain words."""
    for wording, replacement in cues.REWRITES:
        text = wording.sub(replacement, text)
    for reason, cue in AGAINST:
        if cue.search(text):
            return reason
    before, mark, after = text.partition("#")
    if " : " in before:
        if cues.EVENT_ALONE.search(before) and not cues.PROMISE.search(before):
            return Reason.UNRELATED
        text = before.rpartition(" : ")[2] + mark + after  # "Dana said: Friday"
    strong = not lead.isdisjoint(STRONG_LEADS)
    if lead.isdisjoint(_BOUNDS) and cues.REPORT.search(text):
        return None
    text = cues.REPORTED.sub("", text)
    if lead.isdisjoint(_BOUNDS) and cues.PAST.search(cues.ASKED.sub(r"\1", text)):
        return Reason.PAST
    contacted = cues.CONTACTED.search(text)
    if contacted and contacted["whom"] not in NEUTRAL and not cues.PROMISE.fullmatch(contacted["whom"]):
        return Reason.OWN
    promising = cues.PROMISE.search(text) is not None
    if cues.NEGATION.search(text) is None and _comes_after_event(text, promising):
        return Reason.AFTER
    if promising:
        return None
    if cues.MADE_READY.search(text):
        return Reason.OTHER
    unknown = frozenset([word.removesuffix("'s") for word in _WORD.findall(text)]) - NEUTRAL
    if not strong and any(cues.EVENT.fullmatch(word) for word in unknown):
        return None if text.startswith("#") and " after " in text else Reason.UNRELATED
    if not strong and "until" in lead and cues.FINITE.search(text):
        return Reason.UNRELATED
    if unknown and (not strong or cues.STRONG_FINITE.search(text) or _is_participle(text, unknown)):
        return Reason.UNRELATED
    return None


def _is_participle(text: str, unknown: frozenset[str]) -> bool:
    """Return whether the clause tells what something else does meanwhile: "growing to 20 by Q2"."""
    first = next(iter(_WORD.findall(text)), "")
    return first in unknown and first.endswith("ing")


def _comes_after_event(text: str, promising: bool) -> bool:
    if cues.AFTER_EVENT.search(text):
        return not (
            promising and (text.startswith(("when", "while", "until")) or cues.THEN_CALLS.search(text))
        )
    later = cues.AFTER_LATER.search(text)
    return later is not None and cues.PROMISE.search(later[2]) is None


def carries_over(reason: Reason | None, text: str) -> bool:
    """Return whether the reason against one clause holds for the next, which has no words of its own."""
    return reason in _CARRIED and is_bare(text)


def is_bare(text: str) -> bool:
    """Return whether the clause is a date alone, or with "probably" and its like."""
    return set(_CLOCK.sub(" ", text.replace("#", " ")).split()) <= _FILLERS


def is_nominal(text: str, lead: frozenset[str]) -> bool:
    """Return whether the clause is a few words that promise nothing, such as "phone screen on the 12th"."""
    own = set(text.replace("#", " ").split()) - _FILLERS
    return bool(own) and lead.isdisjoint(STRONG_LEADS) and cues.PROMISE.search(text) is None


_FILLERS = words(
    "next ideally possibly probably maybe perhaps hopefully around about on in from after the at due"
    " one two three four five , ; -"
)
