"""Days that the text gives for the interview: "great to meet you on Tuesday" after a Thursday."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from followup_tui.core.dates.format import FULL_MONTHS, FULL_WEEKDAYS, written_day
from followup_tui.core.proofreading.context import Context
from followup_tui.core.proofreading.finding import Finding, Kind

_WEEKDAYS = {name.lower(): number for number, name in enumerate(FULL_WEEKDAYS)}
_MONTHS = {name[:3].lower(): number for number, name in enumerate(FULL_MONTHS, 1)}
_W = "|".join(FULL_WEEKDAYS)
_M = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|"
    r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?)"
)
_D = r"[0-3]?[0-9](?:st|nd|rd|th)?"
_DATE = (
    rf"(?:the[ ])?(?P<d1>{_D})(?:[ ]of)?[ ](?P<m1>{_M})(?:,?[ ](?P<y1>20[0-9]{{2}}))?"
    rf"|(?P<m2>{_M})[ ](?:the[ ])?(?P<d2>{_D})(?![0-9:])(?:,?[ ](?P<y2>20[0-9]{{2}}))?"
    r"|(?P<iso>20[0-9]{2}-[01][0-9]-[0-3][0-9])"
    r"|the[ ](?P<d3>[0-3]?[0-9](?:st|nd|rd|th))"
)
_DAY = re.compile(
    rf"(?<![\w-])(?:(?P<weekday>{_W})(?:(?:,?[ ]|,[ ]?the[ ])(?:{_DATE}))?"
    rf"|{_DATE.replace('P<', 'P<x')}"
    r"|(?P<yesterday>yesterday(?:[ ](?:morning|afternoon|evening))?|last[ ]night)"
    r"|(?P<today>(?:earlier[ ])?today|this[ ](?:morning|afternoon|evening)|tonight)"
    r"|(?P<week>(?:earlier[ ]|late[ ])?(?:this|last)[ ]week))(?![\w-])",
    re.IGNORECASE,
)
_MET = re.compile(
    r"\b(?:meet(?:ing)?|met|(?<!your )talk(?:ing|ed)?|speak(?:ing)?|spoke|spoken|chat(?:ting|ted)?|"
    r"see(?:ing)?|interview(?:ing|ed|s)?|conversations?|discussion|discussed|call|visit(?:ing)?|"
    r"your time|the time|time with|"
    r"having me|hosting me|welcoming me|inviting me)\b",
    re.IGNORECASE,
)
_WITH_THEM = re.compile(r"\b(?:you|your|we|our|us|team|everyone|interview\w*)\b", re.IGNORECASE)
# Between the meeting and the day: words that make it the day of something else.
_OTHER_EVENT = re.compile(
    r"\b(?:said|told|mentioned|asked|"
    r"about|regarding|how|that|which|where|when|because|since|so|but|of your|release|deadline|"
    r"decision|decide|until|by|"
    r"before|after|launch|deploy\w*|every|each|for|starting|from|send|sent|until|again|next|whether|if)\b",
    re.IGNORECASE,
)
_ABOUT_ROLE = re.compile(
    r"\babout (?:the|this|your)(?: [\w-]+){0,3} (?:role|position|job|opening|team|company|opportunity)\b"
    r"|\bfor the(?: [\w-]+){0,3} (?:role|position|job|opening)\b|\btaking the time\b"
    r"|\bso (?:much|generous\w*)\b",
    re.IGNORECASE,
)
_AHEAD = re.compile(
    r"\b(?:look(?:ing)? forward|will|would|could|can|shall|might|should|available|availability|schedul\w*|"
    r"(?:second|next|further|upcoming|final|another|follow-up) (?:interview|round|call|"
    r"conversation|meeting|visit|chat)|"
    r"hope to|hoping to|plan to|planning|excited to (?:meet|see|talk|speak)|until we|next|let me know|"
    r"confirm\w*|reschedul\w*|postpon\w*|please)\b|['’](?:ll|d)\b|\?",
    re.IGNORECASE,
)
_SENTENCE = re.compile(
    r"(?:[^.!?\n]|\.(?=\w)|(?<=\b[A-Z])\.|(?<=Mr)\.|(?<=Ms)\.|(?<=Dr)\.|(?<=Mrs)\.)+[.!?]?"
)
_GAP = 100
"""The most characters between the meeting and its day (ours)."""
_MAX_DAYS = 100
"""The most days of one text that are checked (ours): no letter has a tenth of them."""


def day_findings(context: Context, text: str, in_subject: bool = False) -> Iterator[Finding]:
    """Yield each day that `text` gives for the interview although it was on another."""
    held_on = context.interview.held_on
    if held_on > context.today:
        return
    met_on = _meeting_days(context)
    seen = 0
    for sentence in _SENTENCE.finditer(text):
        for found in _DAY.finditer(text, sentence.start(), sentence.end()):
            seen += 1
            if seen > _MAX_DAYS:
                return
            is_right = any(_agrees(found, day, context.today) for day in met_on)
            if is_right or not _is_of_the_meeting(text, sentence, found):
                continue
            message = f"The interview was on {written_day(held_on)}: “{found[0]}” is another day."
            yield Finding(
                Kind.WRONG_DAY,
                found.start(),
                found.end(),
                message,
                _fix(text, found, held_on, context.today),
                in_subject,
            )


def _meeting_days(context: Context) -> set[date]:
    """Return the days of every round, reply and meeting with this company up to today."""
    company = context.interview.company.casefold()
    rounds = [other for other in context.logbook.interviews if other.company.casefold() == company]
    held = {interview.held_on for interview in rounds}
    contacts = {
        contact.at.date() for contact in context.interview.contacts if contact.kind in ("reply", "other")
    }
    return {day for day in held | contacts | {context.interview.held_on} if day <= context.today}


def _is_of_the_meeting(text: str, sentence: re.Match[str], found: re.Match[str]) -> bool:
    # Only the text near the day is searched, so that an endless sentence does not take quadratic time.
    before = text[max(sentence.start(), found.start() - 2 * _GAP) : found.start()]
    after = text[found.end() : min(sentence.end(), found.end() + _GAP)]
    if (
        _AHEAD.search(before)
        or text[sentence.end() - 1] == "?"
        or re.match(r"['’]?s?\s+(?:deadline|release|launch)", after)
    ):
        return False
    if re.match(
        r"(?:['’]s)?[ ]+(?:interview|conversation|discussion|chat|talk|call|meeting|visit|session)\b", after
    ):
        return not re.search(r"\b(?:next|before|after|until)[ ]+(?:the[ ]+)?$", before, re.IGNORECASE)
    if re.match(r"(?:,)?[ ]+(?:when[ ]+)?we[ ]+(?:met|spoke|talked|discussed|chatted)\b", after):
        return not re.search(r"\b(?:until|by|before|after)[ ]+$", before, re.IGNORECASE)
    met = list(_MET.finditer(before))
    if not met or not _WITH_THEM.search(before):
        return False
    gap = before[met[-1].end() :]
    return len(gap) <= _GAP and not _OTHER_EVENT.search(_ABOUT_ROLE.sub(" ", gap)) and ";" not in gap


def _agrees(found: re.Match[str], day: date, today: date) -> bool:
    if found["yesterday"]:
        return (today - day).days == 1
    if found["today"]:
        return day == today
    if found["week"]:
        days = (today - day).days
        return 1 <= days <= 13 if "last" in found["week"].lower() else 0 <= days <= 6
    if found["weekday"] and _WEEKDAYS[found["weekday"].lower()] != day.weekday():
        return False
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
    weekday = FULL_WEEKDAYS[held_on.weekday()]
    if found["weekday"]:
        if found.end() - found.start() == len(found["weekday"]):
            return weekday
        return f"{weekday} {held_on.day} {FULL_MONTHS[held_on.month - 1]}"
    possessive = re.match(r"['’]s", text[found.end() : found.end() + 2])
    if not (found["yesterday"] or found["today"] or found["week"]):
        return f"{held_on.day} {FULL_MONTHS[held_on.month - 1]}"
    if days <= 1 and not found["week"]:
        return "today" if days == 0 else "yesterday"
    if possessive:
        return weekday if days <= 6 else None
    return f"on {weekday}" if held_on > today - timedelta(days=7) else f"on {written_day(held_on)}"
