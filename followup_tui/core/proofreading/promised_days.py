"""Days that the text gives for their answer: "you hoped to decide by Thursday" where Friday was promised."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from followup_tui.core.dates.format import written_day
from followup_tui.core.dates.workdays import add_working_days
from followup_tui.core.proofreading.context import Context
from followup_tui.core.proofreading.finding import Finding, FindingKind
from followup_tui.core.proofreading.written_days import DAY, agrees, named_weekday, replacement
from followup_tui.core.rules.round_plan import facts_of

Range = tuple[date, date]
"""The first and the last day that a promise may mean."""

_ANSWER = (
    r"(?:decision|answer|decid(?:e|ed|ing)|choose|hear(?:ing)?|know|get(?:ting)? back|com(?:e|ing) back|"
    r"be in touch|reply|respond|response|update|feedback|news|outcome|make up your minds?)"
)
_FILLER = (
    r"(?:to|me|us|from|you|back|with|about|on|for|the|a|role|position|job|is|was|be|would|made|reached|taken|"
    r"due|expected|out|all|everyone|more|in|touch|by|before|until|around|last|this|end|of|week)"
)
_ATTRIBUTED = (
    r"(?:\b(?:you|they|he|she|hr|(?!I\b)(?-i:[A-Z])[\w-]+)(?:['’]d)?[ ]"
    r"(?:had[ ]|both[ ]|all[ ]|also[ ]|were[ ])?"
    r"(?:said|told|mentioned|expect(?:ed|ing)|hop(?:ed|ing)|thought|planned|planning|wanted|aim(?:ed|ing)|"
    r"promised|indicated|estimated|intended|would|going)\b[^.!?;\n]{0,60}?"
    r"(?<!\babout )(?<!\babout the )(?<!\babout your )"
    r"|\bwe[ ](?:talked|spoke)[ ]about[ ](?:a|the|your)[ ])"
)
_OF_THEIRS = re.compile(
    rf"(?:{_ATTRIBUTED}\b{_ANSWER}|\bdecision[ ](?:was|is|would[ ]be)[ ](?:due|expected|planned|promised)"
    r"|\blook(?:ing)?[ ]forward[ ]to[ ]hearing(?:[ ]back)?[ ]from[ ]you)"
    rf"(?:[ ]{_FILLER}){{0,7}}[ ]$",
    re.IGNORECASE,
)
"""What precedes the day of their answer: "you said that you would decide by"."""
_NAMED_ANSWER = re.compile(rf"\b{_ANSWER}\b", re.IGNORECASE)
_OWN = re.compile(
    r"\bmy (?:own )?(?:answer|decision|reply|other|current)\b|\boffer\b|\blet you (?:know|have)\b|\bplease\b"
    r"|\bunless\b|\bfrom me\b"
    r"|\bI(?:['’](?:ll|d)| (?:can|could|will|would|shall|should|must|may|am to|was to|need to|have to)) "
    r"(?:decide|answer|reply|choose|respond|get back|come back|be in touch|update)\b"
    r"|\bwant(?:ed|s)? (?:an?|my|the) (?:answer|reply|response|update|decision|feedback)\b",
    re.IGNORECASE,
)
"""What makes it a day of the writer's own."""
_WEEK = re.compile(r"\b(?:next|this) week\b", re.IGNORECASE)
"""A week that is named as a whole."""
_BEHIND = re.compile(r"[ ](?:of[ ])?(?P<which>next|this)[ ]week\b", re.IGNORECASE)
"""The week after its weekday: "Friday of next week"."""
_SENTENCE_END = re.compile(r"[.!?\n](?=\s|$)")
_MAX_BEFORE = 200
"""Characters before a day that are read (ours)."""
_MAX_AFTER = 120
"""Characters after a word for an answer in which its day may be (ours)."""
_MAX_ANSWERS = 50
"""The most such words of one text that are checked (ours)."""


def promised_day_findings(context: Context, text: str) -> Iterator[Finding]:
    """Yield each day, or whole week, that `text` gives for their answer although they promised another."""
    flat = text.replace("\n", " ")
    matches = {
        match.start(): match
        for answer in [*_NAMED_ANSWER.finditer(flat)][:_MAX_ANSWERS]
        for pattern in (DAY, _WEEK)
        for match in pattern.finditer(flat, answer.end(), answer.end() + _MAX_AFTER)
    }
    theirs = [match for match in matches.values() if _is_theirs(_sentence_before(text, flat, match.start()))]
    promised = _promised(context) if theirs else []
    if not promised:
        return
    _, last_day = promised[-1]
    for match in theirs:
        if match.re is DAY:
            what, fix = "day", replacement(flat, match, last_day, context.today)
            is_right = any(_may_mean(context, flat, match, days) for days in promised)
        else:
            what, fix = "week", _day_for_week(flat, match, last_day)
            is_right = last_day < context.today or _is_in_week(context, match, promised)
        if not is_right:
            written = match[0].rstrip()
            message = f"You noted that they promised {written_day(last_day)}: “{written}” is another {what}."
            yield Finding(FindingKind.WRONG_DAY, match.start(), match.start() + len(written), message, fix)


def _day_for_week(text: str, week: re.Match[str], day: date) -> str:
    """Return what to write in place of a week that is named as a whole."""
    has_preposition = text[: week.start()].endswith(("by ", "before ", "until ", "around ", "for "))
    return written_day(day) if has_preposition else f"on {written_day(day)}"


def _is_in_week(context: Context, week: re.Match[str], promised: list[Range]) -> bool:
    """Return whether a day of those promised is in the week that is named as a whole."""
    monday = _monday(context.today, "next" in week[0].lower())
    return any(first < monday + timedelta(days=7) and monday <= last for first, last in promised)


def _promised(context: Context) -> list[Range]:
    """Return what was promised for this position, the last promise at the end."""
    holidays = context.logbook.rules.holidays
    position = context.position
    promised = [(promise.said_on, (promise.decide_by, promise.decide_by)) for promise in position.promises]
    promised += [
        (record.held_on, (promise.reading.first, promise.reading.last))
        for round_ in position.rounds
        for record in round_.interviews
        for promise in facts_of(record.notes, record.held_on, holidays).promises
        if promise.reading is not None
    ]
    return [days for _, days in sorted(promised)]


def _sentence_before(text: str, flat: str, at: int) -> str:
    """Return what comes before an offset in its sentence, line breaks as blanks."""
    start = max(0, at - _MAX_BEFORE)
    ends = [found.end() for found in _SENTENCE_END.finditer(text, start, at) if text[found.start()] != "\n"]
    paragraph = text.rfind("\n\n", start, at)
    return flat[max([start, paragraph + 2 if paragraph >= 0 else start, *ends]) : at]


def _is_theirs(before: str) -> bool:
    return _OF_THEIRS.search(before) is not None and _OWN.search(before) is None


def _may_mean(context: Context, text: str, found: re.Match[str], promised: Range) -> bool:
    """Return whether a day in the text may be one of those promised."""
    first, last = promised
    if text[max(0, found.start() - 8) : found.start()].lower().endswith("before "):
        last = add_working_days(last, 1, context.logbook.rules.holidays)  # "before Monday" may be Friday
    days = [first + timedelta(days=number) for number in range((last - first).days + 1)]
    if re.search(r"\bweek (?:of|commencing|beginning|from) (?:the )?$", text[: found.start()], re.IGNORECASE):
        days = [day - timedelta(days=number) for day in days for number in range(7)]
    weekday, behind = named_weekday(found), _BEHIND.match(text, found.end())
    if weekday is not None and behind:
        monday = _monday(context.today, behind["which"].lower() == "next")
        return monday + timedelta(days=weekday) in days
    return any(agrees(found, day, context.today) for day in days)


def _monday(today: date, is_next: bool) -> date:
    """Return the Monday of this week or of the next."""
    return today + timedelta(days=7 * is_next - today.weekday())
