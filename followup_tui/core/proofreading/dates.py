"""Days that the text gives for the interview: "great to meet you on Tuesday" after a Thursday."""

import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import date, timedelta

from followup_tui.core.dates.format import FULL_MONTHS, FULL_WEEKDAYS, written_day
from followup_tui.core.model.logbook import Setting
from followup_tui.core.proofreading.context import Context
from followup_tui.core.proofreading.finding import Finding, Kind

_GERMAN_WEEKDAYS = ("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag")
_WEEKDAYS = {
    name[:3].lower(): number
    for names in (FULL_WEEKDAYS, _GERMAN_WEEKDAYS)
    for number, name in enumerate(names)
}
_MONTHS = {name[:3].lower(): number for number, name in enumerate(FULL_MONTHS, 1)}
_MONTHS |= {"mär": 3, "mai": 5, "okt": 10, "dez": 12}
_NUMBERS = {"a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_W = "|".join((*FULL_WEEKDAYS, *_GERMAN_WEEKDAYS))
_SHORT_W = r"(?-i:Mon|Tues?|Wed|Weds|Thurs?|Thu|Fri|Sat|Sun)"
_M = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|"
    r"Januar|Februar|März|Mai|Juni|Juli|Oktober|Dezember|"
    r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?)"
)
_D = r"[0-3]?[0-9](?:st|nd|rd|th)?"
_DATE = (
    rf"(?:(?:the|de[mnr])[ ])?(?P<d1>{_D})(?:[ ]of|\.)?[ ](?P<m1>{_M})(?:,?[ ](?P<y1>20[0-9]{{2}}))?"
    rf"|(?P<m2>{_M})[ ](?:the[ ])?(?P<d2>{_D})(?![0-9:])(?:,?[ ](?P<y2>20[0-9]{{2}}))?"
    r"|(?P<iso>20[0-9]{2}-[01][0-9]-[0-3][0-9])"
    r"|the[ ](?P<d3>[0-3]?[0-9](?:st|nd|rd|th))"
)
_DAY = re.compile(
    rf"(?<![\w-])(?:(?P<weekday>{_W}|{_SHORT_W}(?:\.|(?=,?[ ](?:the[ ])?(?:{_D}(?![0-9:])|{_M}))|"
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
_EVENT = (
    r"(?:meet(?:ing)?|met|(?<!your )talk(?:ing|ed)?|speak(?:ing)?|spoke|spoken|chat(?:ting|ted)?|"
    r"see(?:ing)?|interview(?:ing|ed|s)?|conversations?|discussion|discussed|call|visit(?:ing|ed)?|"
    r"your time|the time|time with|show(?:ing|ed|n)?(?: me| us)?|tour|hospitality|"
    r"having (?:me|us)|hosting (?:me|us)|welcom(?:ing|ed) (?:me|us)|inviting (?:me|us)|com(?:e|ing)|came|"
    r"opportunity to|(?:vorstellungs)?gespräch|gesprochen|"
    r"treffen|getroffen|kennengelernt|empfang|besuch|führung)"
)
_MET = re.compile(rf"\b{_EVENT}\b", re.IGNORECASE)
_WITH_THEM = re.compile(
    r"\b(?:you|your|we|our|us|team|everyone|interview\w*|with me|having me|hosting me|show\w* me|"
    r"welcom\w+ me|ihnen|ihre?[mns]?|wir|uns|dir|euch)\b",
    re.IGNORECASE,
)
_GRATEFUL = re.compile(
    r"\b(?:thank(?:s|ed|ful)?|grateful|appreciat\w+|enjoy(?:ed|able)?|pleasure|pleased|privilege|honou?r(?:ed)?|"
    r"(?:great|good|nice|lovely|wonderful|delightful|glad|happy|delighted|fun)(?: to)?|danke?|dankbar)\b",
    re.IGNORECASE,
)
"""What a sentence about the interview itself says."""
_THANKS_FOR_DAY = re.compile(
    r"\b(?:thanks|thank you)(?: so much| very much| again| both| all)* for (?:an? (?:\w+ )?)?$", re.IGNORECASE
)
_AS_DISCUSSED = re.compile(
    r"\bas[ ](?:we[ ])?(?:had[ ])?(?:discussed|agreed|arranged|talked[ ]about)"
    r"(?:[ ](?:at|in|during|over)[ ](?:our|the)(?:[ ][\w-]+){1,2}?)?(?:[ ](?:on|last|this))*[ ]$",
    re.IGNORECASE,
)
# Between the meeting and the day: words that make it the day of something else.
_OTHER_EVENT = re.compile(
    r"\b(?:said|told|mentioned|asked|think|thought|remember\w*|remind\w*|made me|"
    r"about|regarding|how|that|which|where|when|because|since|so|but|of your|release|deadline|"
    r"decision|decide|until|by|"
    r"before|after|launch|deploy\w*|every|each|for|starting|from|send|sent|until|again|next|whether|if|"
    r"bis|für|dass|weil|über|vor|nach|wegen)\b",
    re.IGNORECASE,
)
_ABOUT_ROLE = re.compile(
    r"\babout (?:the|this|your|a|an)(?: [\w-]+){0,3} (?:role|position|job|opening|team|company|opportunity)\b"
    r"|\bfor (?:the|a|an|your|this)(?: [\w-]+){0,3} (?:role|position|job|opening|opportunity)\b"
    r"|\bout of your (?:\w+ )?(?:day|schedule|week|morning|afternoon)\b|\bby you\b"
    r"|\btaking the time\b"
    r"|\bso (?:much|generous\w*)\b",
    re.IGNORECASE,
)
_BY_PHONE = re.compile(r"\b(?:phone|telephone|zoom|teams call|email|e-mail|online|linkedin)\b", re.IGNORECASE)
_THIRD_PARTY = re.compile(
    r"\b(?:you|they|he|she|who)[ ](?:also[ ]|all[ ])?(?:meet|see|speak|talk|interview|visit|come)\b"
    r"|\b(?:your|their|his|her)[ ](?:[\w-]+[ ])?(?:meeting|call|visit|interviews?|conversation)[ ]"
    r"(?:with|of|at)[ ](?!me\b|us\b)",
    re.IGNORECASE,
)
"""A meeting of other people."""
_AHEAD = re.compile(
    r"\b(?:look(?:ing)? forward|will|would|could|can|shall|might|should|available|availability|schedul\w*|"
    r"(?:second|next|further|upcoming|final|another|follow-up) (?:interview|round|call|"
    r"conversation|meeting|visit|chat)|see you|meet again|come back|coming back|return|enjoy (?:your|the)|"
    r"freue mich|werde|würde|könnte\w*|nächste\w*|wieder|"
    r"hope to|hoping to|plan to|planning|excited to (?:meet|see|talk|speak)|until we|next|let me know|"
    r"confirm\w*|reschedul\w*|postpon\w*|please)\b|['’](?:ll|d)\b|\?",
    re.IGNORECASE,
)
_SENTENCE = re.compile(
    r"(?:[^.!?\n]|\.(?=\w)|(?<=\b[A-Z])\.|(?<=Mr)\.|(?<=Ms)\.|(?<=Dr)\.|(?<=Mrs)\.|(?<=\b(?:Mon|Tue|Wed|Thu|Fri|"
    r"Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Oct|Nov|Dec))\.(?=[ ])|(?<=\b(?:Tues|Weds|Thur|Sept))\.(?=[ ])|"
    rf"(?<=\bThurs)\.(?=[ ])|(?<=[0-9])\.(?=[ ]{_M}))+[.!?]?"
)
_HARD_BREAK = re.compile(r"(?<=[\w,;])[ \t]?\n(?=[\w(])")
"""A line break within a sentence, as editors put it in."""
_GAP = 100
"""The most characters between the meeting and its day (ours)."""
_MAX_DAYS = 100
"""The most days of one text that are checked (ours): no letter has a tenth of them."""


def day_findings(context: Context, text: str, in_subject: bool = False) -> Iterator[Finding]:
    """Yield each day that `text` gives for the interview although it was on another.

    A weekday and a date that never fall together are found whatever they are said of.
    """
    held_on, today = context.interview.held_on, context.today
    met_on = _meeting_days(context)
    # Of the same length, so that the offsets hold.
    text = _HARD_BREAK.sub(lambda found: " " * len(found[0]), text)
    seen = 0
    for sentence in _SENTENCE.finditer(text):
        for found in _DAY.finditer(text, sentence.start(), sentence.end()):
            seen += 1
            if seen > _MAX_DAYS:
                return
            if any(_agrees(found, day, today) for day in met_on):
                continue
            written, fix = found[0].rstrip(), None
            if held_on <= today and _is_of_the_meeting(context, text, sentence, found):
                message = f"The interview was on {written_day(held_on)}: “{written}” is another day."
                fix = _fix(text, found, held_on, today)
            elif weekdays := _right_weekdays(found, today):
                is_clear = len(weekdays) == 1
                message = f"“{written}” is a {' or a '.join(weekdays)}: one of the two is wrong."
                fix = weekdays[0] + written[len(found["weekday"]) :] if is_clear else None
            else:
                continue
            end = found.start() + len(written)
            yield Finding(Kind.WRONG_DAY, found.start(), end, message, fix, in_subject)


def _right_weekdays(found: re.Match[str], today: date) -> list[str]:
    """Return the weekdays that a date may be which is written with another; none where they go together.

    Of a date such as 12/11, day and month may stand in either order.
    """
    if not found["weekday"]:
        return []
    if found["wn1"]:
        first, second, year = int(found["wn1"]), int(found["wn2"]), found["wny"]
        nearest = [_nearest(first, second, year, today), _nearest(second, first, year, today)]
    elif found["d1"] or found["d2"]:
        n = "1" if found["d1"] else "2"
        month = _MONTHS[found[f"m{n}"][:3].lower()]
        nearest = [_nearest(_number(found[f"d{n}"]), month, found[f"y{n}"], today)]
    else:
        return []
    weekdays = {day.weekday() for day in nearest if day is not None}
    if _WEEKDAYS[found["weekday"][:3].lower()] in weekdays:
        return []
    return [_weekday_name(weekday, found["weekday"]) for weekday in sorted(weekdays)]


def _nearest(number: int, month: int, year: str | None, today: date) -> date | None:
    """Return the date of a day and month; without a year the one nearest to `today`; None for 30 February."""
    days = []
    years = [today.year - 1, today.year, today.year + 1] if not year else [2000 + int(year) % 100]
    for candidate in years:
        with suppress(ValueError):
            days.append(date(candidate, month, number))
    return min(days, key=lambda day: abs(day - today), default=None)


def _weekday_name(weekday: int, like: str) -> str:
    """Return the name of a weekday in the language of another."""
    return (_GERMAN_WEEKDAYS if like.endswith(("tag", "woch")) else FULL_WEEKDAYS)[weekday]


def _meeting_days(context: Context) -> set[date]:
    """Return the days of every round, reply and meeting with this company up to today."""
    company = context.interview.company.casefold()
    rounds = [other for other in context.logbook.interviews if other.company.casefold() == company]
    held = {interview.held_on for interview in rounds}
    contacts = {
        contact.at.date() for contact in context.interview.contacts if contact.kind in ("reply", "other")
    }
    return {day for day in held | contacts | {context.interview.held_on} if day <= context.today}


def _is_of_the_meeting(context: Context, text: str, sentence: re.Match[str], found: re.Match[str]) -> bool:
    """Return whether the sentence gives the day as that of the interview."""
    # Only the text near the day is searched, so that an endless sentence does not take quadratic time.
    before = text[max(sentence.start(), found.start() - 2 * _GAP) : found.start()]
    after = text[found.end() : min(sentence.end(), found.end() + _GAP)]
    if _AS_DISCUSSED.search(before):
        return True
    if (
        _AHEAD.search(before)
        or _THIRD_PARTY.search(before)
        or text[sentence.end() - 1] == "?"
        or re.match(r"['’]?s?\s+(?:deadline|release|launch)|\s+(?:goes|go)\b", after)
    ):
        return False
    if re.match(
        r"(?:['’]s)?[ ]+(?:interview|conversation|discussion|chat|talk|call|meeting|visit|session)\b", after
    ):
        return not re.search(r"\b(?:next|before|after|until)[ ]+(?:the[ ]+)?$", before, re.IGNORECASE)
    if re.match(
        r"(?:,)?[ ]+(?:when[ ]+)?(?:we[ ]+(?:met|spoke|talked|discussed|chatted)|you (?:were|showed|met))\b",
        after,
    ):
        return not re.search(r"\b(?:until|by|before|after)[ ]+$", before, re.IGNORECASE)
    if _THANKS_FOR_DAY.search(before):
        return True
    met = list(_MET.finditer(before))
    if not met or not (_WITH_THEM.search(before) or _GRATEFUL.search(before)):
        return False
    gap = before[met[-1].end() :]
    if context.interview.setting is Setting.IN_PERSON and _BY_PHONE.search(gap):
        return False
    return len(gap) <= _GAP and not _OTHER_EVENT.search(_ABOUT_ROLE.sub(" ", gap)) and ";" not in gap


def _agrees(found: re.Match[str], day: date, today: date) -> bool:
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


def _fix(text: str, found: re.Match[str], held_on: date, today: date) -> str | None:
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
