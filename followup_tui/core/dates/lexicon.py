"""The words that `tokens` knows: what each can mean, and the idioms that count as one word."""

from followup_tui.core.dates.format import FULL_MONTHS, FULL_WEEKDAYS

WORKDAY, MONTH, HOUR = -1, -2, -3
"""Units that are not a fixed number of days; the others are counted in days."""
EARLY, MID, LATE, END = 0, 2, 3, 4
"""Parts of a week, a month or a year."""

LEXICON: dict[str, dict[str, int]] = {}
"""Word -> what it can mean: kind (WEEKDAY, MONTH, NUMBER, …) -> value."""


def _add(kind: str, values: dict[str, int]) -> None:
    for word, value in values.items():
        LEXICON.setdefault(word, {})[kind] = value


def _numbered(names: str, first: int = 0) -> dict[str, int]:
    return {name: number for number, name in enumerate(names.split(), first)}


_WEEKDAYS = _numbered(" ".join(FULL_WEEKDAYS).lower())
_MONTHS = _numbered(" ".join(FULL_MONTHS).lower(), 1)
_add("WEEKDAY", _WEEKDAYS | {name[:3]: number for name, number in _WEEKDAYS.items()})
_add("WEEKDAY", {"tues": 1, "weds": 2, "thur": 3, "thurs": 3})
_add("MONTH", _numbered("januar februar märz", 1) | {"juni": 6, "oktober": 10, "dezember": 12})
_add("MONTH", _MONTHS | {name[:3]: number for name, number in _MONTHS.items()} | {"sept": 9})
_add("NUMBER", _numbered("one two three four five six seven eight nine ten eleven twelve", 1))
_add("NUMBER", {"a": 1, "an": 1, "another": 1, "couple": 2, "few": 3})
_add("NUMBER", {"fourteen": 14, "fifteen": 15, "twenty": 20, "thirty": 30})
_ORDINALS = _numbered(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth"
    " fifteenth sixteenth seventeenth eighteenth nineteenth twentieth",
    1,
)
_TENS = {
    f"{tens}-{ordinal}": first + number
    for tens, first in (("twenty", 20), ("thirty", 30))
    for ordinal, number in _ORDINALS.items()
    if number <= (9 if tens == "twenty" else 1)
}
_add("ORDINAL", _ORDINALS | _TENS | {"thirtieth": 30})
_add("UNIT", {"day": 1, "days": 1, "d": 1, "week": 7, "weeks": 7, "w": 7, "fortnight": 14, "fortnights": 14})
_add("UNIT", {"month": MONTH, "months": MONTH, "workday": WORKDAY, "workdays": WORKDAY})
_add("UNIT", {"hours": HOUR, "h": HOUR})
_add("STEP", {"day": 1, "morning": 1, "week": 7, "month": 0, "one": 0})
_add("WHICH", {"this": 0, "next": 1})
_add("PART", {"early": EARLY, "mid": MID, "late": LATE, "later": LATE, "first-thing": EARLY})
_add("HEAD", {"beginning": EARLY, "start": EARLY, "top": EARLY, "middle": MID, "end": END, "close": END})

IDIOMS = {name: f"{name.replace('-', ' - ')}|{name.replace('-', ' ')}" for name in _TENS} | {
    "eod": "the end of the day|end of the day|end of day|end of today|end of business|the close of business"
    "|close of business|close of play|end of play|cob|eob",
    "am": "a . m .|a . m",
    "pm": "p . m .|p . m",
    "so": "i . e .|i . e",
    "or": "or more likely|or more probably|or , more likely ,|or , more probably ,",
    "on": "on the morning of|on the afternoon of|on the evening of|the morning of|the afternoon of"
    "|the evening of",
    "by": "up to and including|by the morning of|by the afternoon of|by the evening of|no later than"
    "|no later then|not later then|not later than|on or before|by or before|not after|by or on"
    "|week ending|the week ending|w / e",
    "until": "till|til|up until",
    "then": "there and then|then and there",
    "through": "thru",
    "if": "in case|in the event that|in the event",
    "verdict": "go / no - go|go / no go",
    "during": "in the course of|over the course of|during the course of|throughout",
    "first-thing": "first thing",
    "within": "w / in|w / i|up to|no more than|not more than|no longer than|not longer than|less than|under"
    "|< =|≤|<|inside",
    "exceed": "more than|longer than|later than|beyond|past",
    "last": "the past|this past|these past",
    "from": "not before|no earlier than|not earlier than|no sooner than|not sooner than|at least|as of"
    "|on or after|starting from|starting on|starting",
    "rather-than": "instead of|rather than|as opposed to",
    "not": "too early|too soon|too late|too tight|surprised if it took"
    "|surprised if it takes|surprised if it were|surprised if it was|surprised if it is",
    "earliest": "at the earliest|at the very earliest|at earliest|or later|or after|or more|or longer"
    "|and later|or beyond|onwards|onward|at minimum|minimum|at the soonest|at the very soonest|soonest"
    "|and up|and more|and longer|at the very least|at the least|if not more|if not longer|if not later"
    "|maybe more|maybe longer|perhaps more|perhaps longer|possibly more|possibly longer|probably more"
    "|probably longer",
    "latest": "at the latest|at the very latest|at latest|at the most|at most|at the outside|max"
    "|maximum|tops|the latest",
    "week-of": "the week of|week of|the week commencing|week commencing|the week starting|week starting"
    "|the week beginning|week beginning|w / c|w / b|wc|wb|w / commencing|wk commencing|wk / c"
    "|wk / commencing|wk beginning|wk of|the wk of|wk starting|the week from",
    "weekend-of": "the weekend of|weekend of|the weekend around",
    "workday": "biz day|business day|working day|work day|weekday|bus . day",
    "workdays": "biz days|business days|working days|work days|weekdays|bus . days|bus days|b . days"
    "|b . d . s|b . d .|bd|bds",
    "days": "calendar days",
    "weeks": "wks|business weeks|working weeks",
    "about": "abt|approx .|approx|ca .|circa|~",
    "couple": "a couple of|a couple|couple of",
    "few": "a few",
    "half": "and a half|and one half|and half",
    "time": "' time|from now|or so|or thereabouts|of today|from today's date|from here on|from here"
    "|, give or take a day|give or take a day|, give or take|give or take",
    "day": "day's time|calendar day",
    "week": "week of today|week's time|wk|business week|working week",
    "fortnight": "fortnight's time",
    "afterwards": "after that|after this|thereafter",
    "month": "month's time",
    "hours": "hrs|hour's time",
    "tomorrow": "2 moro|2 morrow|2 mrw|tomo|tmrrw|tmrw|tomorow|tommorow|tommorrow|tmr|tmw",
    "today": "tdy|tday|later tdy|tonight|this afternoon|this evening|this morning|later today",
    "fine": "no rush|no hurry|no problem|no worries|no doubt|not only|don't forget|dont forget|do not forget"
    "|don't worry|dont worry|do not worry|a no|or no|no more interviews|nothing to do but"
    "|nothing else to do but|nothing but|whether or not",
    "before": "the day before|day before|b4|prior to|ahead of",
    "christmas": "xmas|christmas eve|the christmas break|the christmas holidays|the holidays|x - mas",
    "new-year": "the new year|new year|new year's|new year's day|new year's eve|new years",
    "early": "the early part|early part|the first part|the earlier part",
    "middle": "the middle part|middle part|the middle or so|middle or so",
    "late": "the tail end|tail end|the latter part|latter part|the later part|the last part"
    "|the back end|back end",
    "same-time": "this time|the same time|same time|about this time|around this time",
    "month-end": "month - end|end - of - month|month end|month's end|months end|the last day of the month"
    "|last day of the month|the month is out|the month is over|the month is up|the month ends",
    "year-end": "year - end|end - of - year|year end|year's end|years end|the year is out|the year is over"
    "|the year is up|the year ends|the last day of the year",
    "week-end": "end - of - week|the week is out|the week is over|the week is up|the week ends|week's end"
    "|week end",
    "next": "nxt",
    "between": "btwn",
    "weekend": "wknd|wkend",
    "something": "smth|sth|smthg",
    "you": "u",
    "with": "w /",
    "should": "shld|shd",
    "would": "wld",
    "because": "bc|b / c|cuz|coz|cos",
    "probably": "prob .|prob|probs|prolly",
    "possibly": "poss",
    "meeting": "mtg",
    "midweek": "mid - week|the middle of the week|middle of the week",
}
"""Name of an idiom -> its spellings, split by `|`; blanks come between tokens."""
