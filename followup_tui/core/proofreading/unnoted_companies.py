"""Companies in place of the employer that are in no logbook: "the role at Rapid Foods"."""

import re
from collections.abc import Iterator

from followup_tui.core.letters.names import WORD, fold_word, without_possessive
from followup_tui.core.letters.short_names import first_names
from followup_tui.core.proofreading.companies import core_words, is_common_word
from followup_tui.core.proofreading.context import Context, without_links
from followup_tui.core.proofreading.employers import is_of_past
from followup_tui.core.proofreading.finding import Finding, FindingKind
from followup_tui.core.proofreading.words import NOT_NAMES, begins_sentence, signature_start

_NAME = r"(?-i:(?P<name>[A-Z][\w&-]+(?:[ ](?:&[ ])?[A-Z][\w&-]+){0,2}))"
_ROLE = r"(?:role|position|job|opening|vacancy|internship|opportunity)"
_EMPLOYER = re.compile(
    rf"\b(?:(?:to|of|in|about|consider|would|love|could)[ ](?:re)?join(?:ing)?"
    rf"|(?:the|this)[ ](?:[\w-]+[ ]){{0,3}}?{_ROLE}[ ](?:at|with)"
    rf"|(?:would|could|to|love|happy|glad|excited|keen)[ ]work(?:ing)?[ ](?:for|at)"
    rf"|(?:interview|day|afternoon|morning)[ ]at"
    rf"|(?:part|member)[ ]of[ ]the[ ]team[ ]at|(?:everyone|everybody|the[ ]team)[ ]at"
    rf"|welcom(?:ed|ing)[ ]me[ ](?:to|at)|(?:am|was|be|for)[ ]applying[ ]to)[ ]{_NAME}\b(?![ ][0-9])"
    rf"|{_NAME.replace('P<name>', 'P<hiring>')}[ ](?:hires|recruits)\b"
    r"(?![ ](?:all|the|a|an|its|their|our|your|more|most|many|only|people|from|for)\b)",
    re.IGNORECASE,
)
"""A name where only the employer can be meant that the letter goes to.

A visit, a meeting or a conversation may be at any place: at Potsdam, at Starbucks.
"""


_MAX_BEFORE = 80
"""How many characters before a name are searched for what makes it another employer."""
_OWN_PAST = re.compile(
    r"\bmy[ ](?:\w+[ ])?(?:time|years?|experience|work|days)[ ](?:in|as|with)\b", re.IGNORECASE
)
"""What makes the role in a sentence one of the past: "my time in the planner role at Umbrella"."""


def unnoted_company_findings(context: Context, text: str) -> Iterator[Finding]:
    """Yield each name in the employer's place that is neither this company nor in any notes."""
    company = context.interview.company
    if not core_words(company):
        return
    prose = without_links(text)
    for found in _EMPLOYER.finditer(prose.replace("\n", " "), 0, signature_start(prose)):
        group = "name" if found["name"] else "hiring"
        start = found.start(group)
        name = without_possessive(found[group])
        if group == "hiring" and begins_sentence(prose, start) and " " not in name:
            continue  # "Nobody hires like you"
        if is_of_past(prose, start) or _OWN_PAST.search(prose, max(0, start - _MAX_BEFORE), start):
            continue
        if _is_known(context, name):
            continue
        message = f"“{name}” is neither {company} nor in your logbook. Is that the company you mean?"
        yield Finding(FindingKind.ELSEWHERE, start, start + len(name), message)


def _is_known(context: Context, name: str) -> bool:
    """Return whether a name is a usual word, or has one that is noted or says that it is something else."""
    folded = [fold_word(found[0]) for found in WORD.finditer(name)]
    if len(folded) == 1 and is_common_word(folded[0]):
        return True
    return any(
        word in NOT_NAMES
        or word in context.company_words
        or word in context.people_elsewhere
        or word in first_names()
        or context.is_noted(word)
        for word in folded
    )
