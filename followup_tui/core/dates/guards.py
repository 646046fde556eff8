"""Guards: whether words that fit a pattern are meant as a date where they are."""

from collections.abc import Collection

from followup_tui.core.dates import cues
from followup_tui.core.dates.lexicon import HOUR
from followup_tui.core.dates.matching import PUNCTUATION, Guard, Match
from followup_tui.core.dates.statements import is_stated
from followup_tui.core.dates.tokens import Token
from followup_tui.core.text import words

_HEDGES = words(
    "about around roughly approximately maybe perhaps possibly probably hopefully ideally realistically"
    " presumably provisionally tentatively"
)
_BEFORE_DATES = _HEDGES | words(
    "by before until through on within after between from since exceed latest week-of weekend-of eod still"
    " due"
)
LEADS = _BEFORE_DATES | words("in at over during sometime earliest")
"""What leads to a date, and belongs to its phrase."""
_BEFORE_SPANS = words("in within after exceed over from")
_WAITING = _HEDGES | words(
    "take takes taking need needs wait us it be allow expect another latest said say says : ( ="
    " decision answer feedback offer reply response news turnaround timeline time have has had want wants"
    " usually normally typically generally them me is reckons reckon thinks mentioned quoted usual normal"
    " standard eta timeframe frame give within process hr decide decides hear know respond answer"
    " exactly target targets just only"
    ' " “'
)
"""Before an amount of time that is a wait."""
_WAITING_FOR = words("ask asks asked asking wait waiting")
_WAITS = words("wait delay period turnaround process matter timeframe timescale timeline window estimate eta")
_AFTER_SPANS = words(
    "and or but so then we they you he she it i we'll they'll you'll it'll i'll until if because since "
    "hopefully probably maybe perhaps depending latest earliest to roughly is would according typically "
    "normally usually though although ish as otherwise while max still at am pm whatever regardless"
)
_WAITED_FOR = words(
    "us them me him her hr you feedback response responses reply replies decision decisions answer answers"
    " result results news word update offer outcome approval everyone everybody"
)
_AFTER_DATES = _AFTER_SPANS | words(
    "most the this that at by via in on for with from when as after before is are was will would should can "
    "could works morning afternoon evening arvo night noon midday eod please already unless though although "
    "lunch lunchtime means might may must has and early late next instead either again too ok okay there "
    "whether if what how who whom which about saying telling now"
)
_NEAR_TIME = words("right straight maybe perhaps possibly otherwise or")
_AT_ONCE = words("straight right immediately directly shortly soon")
TIES = words("before after of later earlier half following prior ahead from")
"""After an amount of time that does not count from the day it was said."""
_SHORT_WEEKDAYS = {"mon", "wed", "sat", "sun"}
_MONTH_WORDS = {"may", "march"}
"""Names of days and months that are other words, too."""
_DAY_NAMES = {"today", "tomorrow"}
_REST_LEADS = words("still within by before sometime")
_PARTS_OF_DAY = words("morning afternoon evening night")
_NO_DAY = words("they we i you to recently newly were was are just got and")
"""Before a `wed` or a `mon` that ends a clause, where it is not a day."""
_DATES = {"UNCLEAR", "DOTTED", "SHORT", "DATE"}
"""Kinds of dates in digits."""
_SAYING = words("they we he she i hr")
"""After a `mon` or a `wed` that begins a text: a sentence follows."""
_STREETS = words("street road avenue lane square st rd ave")


def is_introduced(match: Match) -> bool:
    """Return whether what comes before the match asks for a date, or "at the latest" after it."""
    asked = match.previous in {":", "("} or not match.lead.isdisjoint(_BEFORE_DATES)
    asked = asked or match.following == "latest" or is_stated(match)
    return match.linked or match.is_whole or asked


def is_followed(match: Match, allowed: frozenset[str] = _AFTER_DATES) -> bool:
    """Return whether the word after the match is not one that the match counts or describes."""
    return not match.following or match.following in PUNCTUATION or match.following in allowed


def sure(match: Match) -> bool:
    """Accept names of dates, but for words that are other words too, and for numbers of something."""
    core = match.tokens[match.core : match.end]
    if match.following in _STREETS:
        return False  # "12 March Street"
    is_bare_number = "DAY" in core[-1].kinds and "NTH" not in core[-1].kinds and "MONTH" not in match.captures
    if is_bare_number and match.following in {"am", "pm"}:
        return False  # "Friday 4 pm"
    if any(token.word in _MONTH_WORDS and not token.capital for token in core):
        return is_introduced(match) and is_followed(match)
    if "MONTH" not in match.captures:
        is_named = "NTH" in match.captures or is_introduced(match) or _follows_promise(match)
        if core[0].word in _SHORT_WEEKDAYS and not is_named:
            return False
        if core[0].word == "the" and core[1].word in _SHORT_WEEKDAYS:
            return False
        if _names_single_day(core) and not _stands_alone(match):
            return False
    if core[-1].word in _SHORT_WEEKDAYS:
        return is_followed(match) or match.following[0].isdigit()
    if "NTH" in core[-1].kinds or "DAY" not in core[-1].kinds or is_followed(match):
        return True
    if "MONTH" in match.captures and match.following[0].isdigit():
        return ":" in match.following or match.words_after(2)[-1] in {"am", "pm", "uhr", "h"}
    return cues.PROMISE.fullmatch(match.following) is not None  # "4 Dec answer", not "4 Dec people"


def _follows_promise(match: Match) -> bool:
    """Return whether `Mon` or `Wed` follows a word that tells of an answer, or ends what is said."""
    day = match.tokens[match.core]
    if day.word not in {"mon", "wed"} or match.end - match.core > 1:
        return False
    if not match.start and match.following in _SAYING:
        return True  # "mon they decide"
    if ends_clause(match) and match.start and match.previous not in _NO_DAY:
        return True  # "she says wed"
    return day.capital and cues.PROMISE.fullmatch(match.previous) is not None  # "will know Mon"


def _names_single_day(core: list[Token]) -> bool:
    if len(core) > 2 or (len(core) == 2 and core[0].word != "the"):
        return False
    return "WEEKDAY" in core[-1].kinds or core[-1].word in _DAY_NAMES


def _stands_alone(match: Match) -> bool:
    """Return whether a weekday describes nothing: not `the Monday meeting`, `Tuesday Morris`."""
    if match.previous == "the" and match.core_words[0] in _DAY_NAMES:
        return False
    after_next = match.tokens[match.end + 1 : match.end + 2]
    if match.following in _PARTS_OF_DAY and after_next and "NAME" in after_next[0].kinds:
        return False  # "Tuesday Night Football"
    if match.linked or not match.lead.isdisjoint(LEADS) or is_followed(match):
        return True
    after = match.tokens[match.end]
    return after.word[0].isdigit() or "WEEKDAY" in after.kinds or "MONTH" in after.kinds


def always(_: Match) -> bool:
    """Accept the match wherever it is."""
    return True


def introduced(match: Match) -> bool:
    """Accept `by the 15th`, not `the 15th floor`."""
    return is_introduced(match) and is_followed(match)


def last_nth(match: Match) -> bool:
    """Accept as `introduced` does, but not the first of two ("by the 1st and 2nd round")."""
    return introduced(match) and match.following not in {"and", "or"}


def ends_clause(match: Match) -> bool:
    """Accept `next week, early`, where nothing follows that "early" could belong to."""
    return not match.following or match.following in PUNCTUATION


def pair(match: Match) -> bool:
    """Accept `sat or sun`: each makes the other a day."""
    return match.core_words[0] in _SHORT_WEEKDAYS and is_followed(match)


def dotted_bound(match: Match) -> bool:
    """Accept `by 4.12.`, `on 30/11`, not `it runs on 2.12.`."""
    led = not match.lead.isdisjoint(_BEFORE_DATES - {"on"})
    is_slashed = "/" in match.core_words[0] and match.lead == {"on"}
    if is_slashed or (not match.lead and cues.PROMISE.fullmatch(match.previous)):
        return is_followed(match)  # "on 14/12", "decision 14.12."
    return match.is_whole or led or (match.previous in {"expected", "eta"} and ends_clause(match))


def expected(match: Match) -> bool:
    """Accept `by end January`, `decision end next week`, not `the contracts end January`."""
    promised = match.previous and cues.PROMISE.fullmatch(match.previous) is not None
    return is_followed(match) and (is_introduced(match) or bool(promised))


def in_month(match: Match) -> bool:
    """Accept `in December`, not `the May team`."""
    linked = match.linked and match.core_words[0] not in _MONTH_WORDS
    alone = match.is_whole and not match.lead
    return is_followed(match) and (linked or alone or not match.lead.isdisjoint({"in", "during", "before"}))


def is_end_of_today(match: Match) -> bool:
    """Accept `end of day` unless a day follows it, as in `end of day Friday`."""
    at = match.end
    if "at" in match.lead:
        return False  # "at the end of the day it is about trust"
    before = match.tokens[match.start - 1].kinds if match.start else {}
    if not _DATES.isdisjoint(before):
        return False  # "12/4 eod"
    while at < len(match.tokens) and match.tokens[at].word in {"on", "of", "the"}:
        at += 1
    return not match.may_be_day(at)


def linked(match: Match) -> bool:
    """Accept `or next` where it goes on from what was named before."""
    return match.linked and is_followed(match)


def continued(match: Match) -> bool:
    """Accept `, early next` and `or early next`."""
    return is_followed(match) and (match.linked or match.previous == ",")


def set_apart(match: Match) -> bool:
    """Accept `then, afterwards`, not `straight afterwards`, which is the same day."""
    return match.previous not in _AT_ONCE


def after_that(match: Match) -> bool:
    """Accept `the week after`, not `the week after the panel`."""
    return is_followed(match, _AFTER_SPANS)


def led_by(leads: Collection[str]) -> Guard:
    """Return a guard that accepts what one of these words leads to."""
    return lambda match: not match.lead.isdisjoint(leads)


led = led_by(LEADS)
"""Accepts `over the weekend`, not `the weekend`."""
during = led_by(words("in within over during"))
"""Accepts `over the next week`, not `the next week`."""
bounded = led_by(words("by before until"))
"""Accepts `by Christmas`, `before the new year`; elsewhere it is the name of a time."""
before_it = led_by(words("before"))
"""Accepts `before the new year`, not `in the new year`."""


def named_time(match: Match) -> bool:
    """Accept `after Christmas`, `or in the new year`: a time is meant, and nobody can tell the day."""
    return match.linked or not match.lead.isdisjoint(LEADS) or match.previous in _NEAR_TIME


def rest_of_year(match: Match) -> bool:
    """Accept `still this year`, `within this year`, not `this year's numbers`."""
    if not match.lead.isdisjoint(_REST_LEADS) or match.is_whole or match.following == "still":
        return is_followed(match)
    return False


def wait(match: Match) -> bool:
    """Accept an amount of time after "in" and its like; elsewhere where it is all of a wait."""
    span = match.tokens[match.core : match.end]
    at = next(at for at, token in enumerate(span) if "UNIT" in token.kinds)
    unit = span[at]
    counts = [token.kinds["NUMBER"] for token in span[:at] if "NUMBER" in token.kinds]
    count = counts[-1] if counts else 2
    is_short = len(unit.word) == 1
    if unit.capital and unit.word == "d":
        return False  # "3D"
    if not is_short and count > 1 and unit.word[-1] != "s":
        return False  # "two week sprints"
    if is_short and unit.kinds["UNIT"] == HOUR and match.lead.isdisjoint({"in", "within"}):
        return bool(count) and count % 24 == 0 and match.is_whole  # "15h" is a time
    if unit.kinds["UNIT"] == HOUR and count % 24 and match.lead.isdisjoint(_BEFORE_SPANS):
        return False  # "a task (4 hours)"
    if match.end < len(match.tokens) and "UNIT" in match.tokens[match.end].kinds:
        return False  # "a week or ten" days
    if not match.lead.isdisjoint(_BEFORE_SPANS):
        return not is_short or is_followed(match)
    if match.lead - _WAITING - {"by", "at", "still"} or match.core_words == ["one", "day"]:
        return False
    if match.following == "from" and match.may_be_day(match.end + 1):
        return True  # "a call a week from tomorrow"
    return _is_waited(match) and (_counts_from_day(match) or _ends_wait(match))


def _is_waited(match: Match) -> bool:
    """Return whether what precedes a span allows a wait: nothing, or words as in "wait for a week"."""
    if match.linked or match.lead or "next" in match.core_words or not match.start:
        return True
    if match.previous in {"for", "of"} and match.start > 1:
        words_for = _WAITING_FOR if match.previous == "for" else _WAITS
        return match.tokens[match.start - 2].word in words_for
    return match.previous in _WAITING


def _counts_from_day(match: Match) -> bool:
    """Return whether a day follows the span, from which it counts: "a week on Monday", "a week Monday"."""
    return match.may_be_day(match.end + 1 if match.following == "on" else match.end)


def _ends_wait(match: Match) -> bool:
    """Return whether what follows the span ends a wait: a new clause, or "for" and what is awaited."""
    if match.following == "for":
        return not _WAITED_FOR.isdisjoint(match.words_after(4))
    return is_followed(match, _AFTER_SPANS) or match.following in TIES
