"""Days that the text gives for the interview: "great to meet you on Tuesday" after a Thursday."""

import re
from collections.abc import Iterator
from datetime import date

from followup_tui.core.companies import company_key
from followup_tui.core.dates.format import written_day
from followup_tui.core.letters.kinds import THANK_YOU
from followup_tui.core.model.logbook import Setting
from followup_tui.core.proofreading.context import Context
from followup_tui.core.proofreading.finding import Finding, FindingKind
from followup_tui.core.proofreading.written_days import (
    DAY,
    MONTH,
    agrees,
    named_dates,
    replacement,
    right_weekdays,
)
from followup_tui.core.rules.position import DAY_ALONE

_MET = re.compile(
    r"\b(?:meet(?:ing)?|met|(?<!your )talk(?:ing|ed)?|speak(?:ing)?|spoke|spoken|chat(?:ting|ted)?|"
    r"see(?:ing)?|interview(?:ing|ed|s)?|conversations?|discussion|discussed|call|visit(?:ing|ed)?|"
    r"your time|the time|time with|show(?:ing|ed|n)?(?: me| us)?|tour|hospitality|"
    r"(?:warm|kind|friendly|your|the) welcome|(?:having|joining|hosting|inviting|welcom(?:ing|ed)) (?:me|us)|"
    r"com(?:e|ing)|came|opportunity to|(?:vorstellungs)?gespräch|gesprochen|"
    r"treffen|getroffen|kennengelernt|empfang|besuch|führung)\b",
    re.IGNORECASE,
)
"""Words for an interview, a talk or a visit; "your talk" may be a lecture."""
_WITH_THEM = re.compile(
    r"\b(?:you|your|we|our|us|team|everyone|interview\w*|with me|having me|hosting me|show\w* me|"
    r"welcom\w+ me|ihnen|ihre?[mns]?|wir|uns|dir|euch)\b",
    re.IGNORECASE,
)
"""What makes it a meeting of the writer and the reader."""
_GRATEFUL = re.compile(
    r"\b(?:thank(?:s|ed|ful)?|grateful|appreciat\w+|enjoy(?:ed|able)?|pleasure|pleased|privilege|honou?r(?:ed)?|"
    r"(?:great|good|nice|lovely|wonderful|delightful|glad|happy|delighted|fun)(?: to)?|danke?|dankbar)\b",
    re.IGNORECASE,
)
"""What a sentence about the interview itself says."""
_THANKS_FOR_DAY = re.compile(
    r"\b(?:thanks|thank you)(?: so much| very much| again| both| all)* for (?:an? (?:\w+ )?)?$", re.IGNORECASE
)
"""Thanks, up to the day itself: "thanks for a great" (Tuesday)."""
_MET_ALREADY = re.compile(
    r"\b(?:(?:thanks|thank you|grateful) for (?:the time|your time|taking|meeting|seeing|speaking|talking|"
    r"having|interviewing|hosting|the interview|the conversation|the chat)|enjoyed|we (?:met|spoke|talked)|"
    r"was (?:[\w-]+ )*to)\b",
    re.IGNORECASE,
)
"""What is said of a day that is over: a date ahead in such a sentence is a slip."""
_AS_DISCUSSED = re.compile(
    r"\bas[ ](?:we[ ])?(?:had[ ])?"
    r"(?:(?P<is_agreed>agreed|arranged)(?![ ](?:at|in|during|over)[ ])|discussed|agreed|arranged|"
    r"talked[ ]about)"
    r"(?:[ ](?:at|in|during|over)[ ](?:our|the)(?:[ ][\w-]+){1,2}?)?(?:[ ](?:on|last|this))*[ ]$",
    re.IGNORECASE,
)
"""What precedes the day of a talk: "as discussed on"; `is_agreed` where the day may be one agreed upon."""
# Between the meeting and the day: words that make it the day of something else.
_OTHER_EVENT = re.compile(
    r"\b(?:said|told|mentioned|asked|think|thought|remember\w*|remind\w*|made me|"
    r"about|regarding|how|that|which|where|when|because|since|so|but|of your|release|deadline|"
    r"decision|decide|until|by|"
    r"before|after|launch|deploy\w*|every|each|for|starting|from|send|sent|until|again|next|whether|if|"
    r"bis|für|dass|weil|über|vor|nach|wegen)\b",
    re.IGNORECASE,
)
"""Words between the meeting and the day that make it the day of something else."""
_ABOUT_ROLE = re.compile(
    r"\babout (?:the|this|your|a|an)(?: [\w-]+){0,3} (?:role|position|job|opening|team|company|opportunity)\b"
    r"|\bfor (?:the|a|an|your|this)(?: [\w-]+){0,3} (?:role|position|job|opening|opportunity)\b"
    r"|\bout of your (?:\w+ )?(?:day|schedule|week|morning|afternoon)\b|\bby you\b"
    r"|\btaking the time\b"
    r"|\bso (?:much|generous\w*)\b",
    re.IGNORECASE,
)
"""Such words that do not: "about the role", "taking the time"."""
_BY_PHONE = re.compile(r"\b(?:phone|telephone|zoom|teams call|email|e-mail|online|linkedin)\b", re.IGNORECASE)
"""Ways of a talk that is not the interview, if that was in person."""
_THIRD_PARTY = re.compile(
    r"\b(?:you|they|he|she|who)[ ](?:also[ ]|all[ ])?(?:meet|see|speak|talk|interview|visit|come)\b"
    r"|\b(?:your|their|his|her)[ ](?:[\w-]+[ ])?(?:meeting|call|visit|interviews?|conversation)[ ]"
    r"(?:with|of|at)[ ](?!me\b|us\b)"
    r"|\b(?:sp[eo]ak|spoke|talk)\w*[ ](?:to|with)[ ]your[ ](?:assistant|secretary|receptionist|colleague)\b",
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
"""What is said of a meeting to come."""
_SENTENCE = re.compile(
    r"(?:[^.!?\n]|\.(?=\w)|(?<=\b[A-Z])\.|(?<=Mr)\.|(?<=Ms)\.|(?<=Dr)\.|(?<=Mrs)\.|(?<=\b(?:Mon|Tue|Wed|Thu|Fri|"
    r"Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Oct|Nov|Dec))\.(?=[ ])|(?<=\b(?:Tues|Weds|Thur|Sept))\.(?=[ ])|"
    rf"(?<=\bThurs)\.(?=[ ])|(?<=[0-9])\.(?=[ ]{MONTH}))+[.!?]?"
)
"""A sentence; the dot of an initial, a title, a short weekday or a date does not end it."""
_HARD_BREAK = re.compile(r"(?<=[\w,;])[ \t]?\n(?=[\w(])")
"""A line break within a sentence, as editors put it in."""
_ABOUT_OTHER_EVENT = re.compile(r"['’]?s?\s+(?:deadline|release|launch)|\s+(?:goes|go)\b")
"""What follows a day of something else: "the Tuesday release"."""
_NAMED_MEETING = re.compile(
    r"(?:['’]s)?[ ]+(interview|conversation|discussion|chat|talk|call|meeting|visit|session)\b"
)
"""What follows a day that names the meeting: "Tuesday's interview"."""
_WE_MET = re.compile(
    r"(?:,)?[ ]+(?:when[ ]+)?(?:we[ ]+(?:met|spoke|talked|discussed|chatted)|you (?:were|showed|met))\b"
)
"""The same in a clause: "Tuesday, when we met"."""
_FEAST = re.compile(r"\b(?:black|good|casual|cyber|easter|ash|whit|shrove)[ ]$", re.IGNORECASE)
"""What makes a weekday the name of another day: "Black Friday"."""
_PART = re.compile(r"[ ](?P<part>morning|afternoon|evening)\b")
"""A part of the day, after the day or within it: "Tuesday morning"."""
_PARTS = {"morning": (0, 13), "afternoon": (11, 19), "evening": (15, 24)}
"""Part of a day -> the hours at which an interview may have begun in it, the last left out (ours)."""
_GAP = 100
"""The most characters between the meeting and its day (ours)."""
_MAX_DAYS = 100
"""The most days of one text that are checked (ours): no letter has a tenth of them."""


def day_findings(context: Context, text: str) -> Iterator[Finding]:
    """Yield each day that `text` gives for the interview although it was on another.

    A weekday and a date that never fall together are found whatever they are said of.
    """
    held_on, today = context.interview.held_on, context.today
    met_on = _meeting_days(context)
    # Of the same length, so that the offsets hold.
    text = _HARD_BREAK.sub(lambda found: " " * len(found[0]), text)
    seen = 0
    for sentence in _SENTENCE.finditer(text):
        for found in DAY.finditer(text, sentence.start(), sentence.end()):
            seen += 1
            if seen > _MAX_DAYS:
                return
            if _FEAST.search(text, max(0, found.start() - 8), found.start()):
                continue
            if days := [day for day in met_on if agrees(found, day, today)]:
                yield from _part_findings(context, text, sentence, found, days)
                continue
            written, fix = found[0].rstrip(), None
            if held_on <= today and _is_of_the_meeting(context, text, sentence, found):
                message = f"The interview was on {written_day(held_on)}: “{written}” is another day."
                fix = replacement(text, found, held_on, today)
            elif weekdays := right_weekdays(found, today):
                is_clear = len(weekdays) == 1
                message = f"“{written}” is a {' or a '.join(weekdays)}: one of the two is wrong."
                fix = weekdays[0] + written[len(found["weekday"]) :] if is_clear else None
            else:
                continue
            end = found.start() + len(written)
            yield Finding(FindingKind.WRONG_DAY, found.start(), end, message, fix)


def _part_findings(
    context: Context, text: str, sentence: re.Match[str], found: re.Match[str], days: list[date]
) -> Iterator[Finding]:
    """Yield the part of the day that `text` gives for the interview although it was in another."""
    start = found.start()
    part = _PART.search(text, start, found.end()) or _PART.match(text, start + len(found[0].rstrip()))
    held = context.interview.held_at
    if part is None or days != [held.date()] or context.interview.their_zone:
        return
    begins, ends = _PARTS[part["part"]]
    if begins <= held.hour < ends:
        return
    if held.time() == DAY_ALONE or part["part"] in context.note_words:
        return  # noon stands for no time, and a long interview ends in another part
    same_day = [record for record in context.position.interviews if record.held_on == held.date()]
    if len(same_day) > 1 or re.search(r"\bI\b", text[max(sentence.start(), start - _GAP) : start]):
        return
    if _is_of_the_meeting(context, text, sentence, found):
        right = "morning" if held.hour < 12 else "afternoon" if held.hour < 17 else "evening"
        written = text[start : part.end()]
        message = f"The interview was at {held:%H:%M}: “{written}” is another part of the day."
        yield Finding(
            FindingKind.WRONG_DAY, start, part.end(), message, written[: -len(part["part"])] + right
        )


def _meeting_days(context: Context) -> set[date]:
    """Return the days of every round, reply and meeting with this company up to today."""
    company = company_key(context.interview.company)
    rounds = [other for other in context.logbook.interviews if company_key(other.company) == company]
    held = {interview.held_on for interview in rounds}
    contacts = {
        contact.at.date() for contact in context.position.contacts if contact.kind in ("reply", "other")
    }
    return {day for day in held | contacts | {context.interview.held_on} if day <= context.today}


def _is_of_the_meeting(context: Context, text: str, sentence: re.Match[str], found: re.Match[str]) -> bool:
    """Return whether the sentence gives the day as that of the interview."""
    # Only the text near the day is searched, so that an endless sentence does not take quadratic time.
    before = text[max(sentence.start(), found.start() - 2 * _GAP) : found.start()]
    after = text[found.end() : min(sentence.end(), found.end() + _GAP)]
    is_thanks = context.kind is THANK_YOU
    if agreed := _AS_DISCUSSED.search(before):
        return is_thanks or not agreed["is_agreed"]
    days = named_dates(found, context.today)
    if days and min(days) > context.today and not _MET_ALREADY.search(before):
        return False
    if (
        _AHEAD.search(before)
        or _THIRD_PARTY.search(before)
        or text[sentence.end() - 1] == "?"
        or _ABOUT_OTHER_EVENT.match(after)
    ):
        return False
    if named := _NAMED_MEETING.match(after):
        is_other_call = named[1] == "call" and not is_thanks
        is_other_day = re.search(r"\b(?:next|before|after|until)[ ]+(?:the[ ]+)?$", before, re.IGNORECASE)
        return not is_other_call and not is_other_day
    if _WE_MET.match(after):
        return not re.search(r"\b(?:until|by|before|after)[ ]+$", before, re.IGNORECASE)
    return bool(_THANKS_FOR_DAY.search(before)) or _ends_with_meeting(context, before, is_thanks=is_thanks)


def _ends_with_meeting(context: Context, before: str, *, is_thanks: bool) -> bool:
    """Return whether the meeting with them is the last thing named before a day."""
    met = [event for event in _MET.finditer(before) if is_thanks or event[0].lower() != "call"]
    if not met or not (_WITH_THEM.search(before) or _GRATEFUL.search(before)):
        return False
    gap = before[met[-1].end() :]
    if context.interview.setting is Setting.IN_PERSON and _BY_PHONE.search(gap):
        return False
    return len(gap) <= _GAP and not _OTHER_EVENT.search(_ABOUT_ROLE.sub(" ", gap)) and ";" not in gap
