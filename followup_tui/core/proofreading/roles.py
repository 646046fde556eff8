"""The role of another application, named where the role that the letter is about belongs."""

import re
from collections.abc import Iterator

from followup_tui.core.letters.names import WORD, fold_word
from followup_tui.core.proofreading.context import Context
from followup_tui.core.proofreading.finding import Finding, FindingKind
from followup_tui.core.proofreading.words import begins_sentence
from followup_tui.core.text import words

_PLACE = re.compile(r"[ ](?:role|position|job|opening|vacancy|post)\b", re.IGNORECASE)
"""What follows a role: "Backend engineer position"."""
_BEFORE = re.compile(r"\b(?:the|this|your|for|as|a|an)[ ]+$", re.IGNORECASE)
"""What precedes a role: "for the"."""


def role_findings(context: Context, text: str, in_subject: bool) -> Iterator[Finding]:
    """Yield each role of another interview where the text speaks of the role applied for.

    In a subject wherever it is; else as "the X role". Silent where the own role or the notes have all its
    words.
    """
    own = _words(context.interview.role) | context.note_words
    if not context.interview.role:
        return
    roles = {interview.role for interview in context.logbook.interviews if interview.role}
    spaced = text.replace("\n", " ")
    folded = spaced.casefold()
    for role in sorted(roles, key=len, reverse=True):
        if _words(role) <= own or _words(context.interview.role) <= _words(role):
            continue
        start = folded.find(role.casefold())
        if start < 0:
            continue
        end = start + len(role)
        is_meant = in_subject or (
            _BEFORE.search(spaced[max(0, start - 12) : start]) and _PLACE.match(spaced, end)
        )
        if is_meant:
            fix = context.interview.role
            message = f"“{text[start:end]}” is the role of another application: this one is {fix}."
            yield Finding(FindingKind.OTHER_COMPANY, start, end, message, fix)


_JOBS = (
    {"engineer", "developer", "programmer"},
    {"manager", "lead", "head", "director"},
    {"analyst", "scientist", "researcher"},
    *(
        {job}
        for job in words(
            "owner designer architect consultant planner administrator specialist coordinator assistant "
            "nurse teacher accountant controller officer editor writer recruiter technician tester buyer "
            "strategist producer associate advisor adviser representative executive master curator keeper "
            "librarian chef lawyer paralegal clerk mechanic electrician pharmacist chemist biologist "
            "receptionist porter cashier waiter barista cook baker driver carer midwife therapist dentist "
            "paramedic physician surgeon lecturer tutor translator journalist welder plumber carpenter "
            "surveyor auditor broker"
        )
    ),
)
"""Words for what somebody does, those together of which one is often said for another (ours)."""
_RANKS = words("senior junior staff principal lead associate graduate trainee intern head chief")
_BROAD = words("software it systems application applications web")
"""What a role may be called besides by its own words."""
_SMALL = r"(?:about|with|between|an?|the|of|for|and|to|in|at|from|your|my|his|her|their|this|that)"
_NAMED_ROLE = re.compile(
    r"\b(?:the|this|your)[ ](?P<role>(?-i:[A-Z][\w/-]+(?:[ ](?:of[ ])?[A-Z][\w/-]+){0,3})"
    rf"|(?:(?!{_SMALL}\b)[\w/-]+[ ]){{1,3}}[\w-]+)[ ](?:role|position|job|opening|vacancy|post)\b"
    r"(?![ ](?:that[ ]|which[ ])?I\b|[ ]on[ ]your\b|,?[ ](?:as[ ]well|too|also)\b)",
    re.IGNORECASE,
)
"""A role by its name, where the one applied for may be meant."""
_MENTIONED = re.compile(
    r"(?:\b(?:how|that|when|why|while|where|which|what|if)|(?<!interested[ ])(?<!interest[ ])\bin)[ ]+$",
    re.IGNORECASE,
)
"""What precedes a role of others, or a former one: "how the tech lead role rotates"."""
_MAX_BEFORE = 20
"""How many characters before a role are searched for that."""


def unnoted_role_findings(context: Context, text: str) -> Iterator[Finding]:
    """Yield each role of no interview where the text speaks of the role applied for.

    Silent where the notes have all its words, or where it may be the own role by another name.
    """
    noted = context.interview.role
    own = _words(noted)
    rest = own - _RANKS - _BROAD - _jobs_in(own)
    for found in _NAMED_ROLE.finditer(text.replace("\n", " ")):
        written = _words(found["role"])
        jobs = _jobs_in(written)
        if not jobs or not _jobs_in(own) or written - _RANKS <= own | context.note_words | context.role_words:
            continue
        if found[0].casefold().startswith("the ") and _is_only_mentioned(text, found.start()):
            continue
        is_other = fold_word(found["role"].split()[-1]) in jobs and jobs.isdisjoint(_jobs_in(own))
        is_title = found["role"][0].isupper() and rest and rest.isdisjoint(written)
        if is_other or (is_title and written - jobs - _RANKS - _BROAD):
            message = f"“{found['role']}” is not the role you noted: {noted}."
            yield Finding(FindingKind.OTHER_ROLE, found.start("role"), found.end("role"), message, noted)


def _is_only_mentioned(text: str, start: int) -> bool:
    """Return whether the words before a role only mention it: the role applied for is named as the aim."""
    before = text[max(0, start - _MAX_BEFORE) : start].replace("\n", " ")
    return begins_sentence(text, start) or _MENTIONED.search(before) is not None


def _jobs_in(role: set[str]) -> set[str]:
    """Return the words for what somebody does in a role, and those often said for them."""
    return set().union(*(jobs for jobs in _JOBS if not jobs.isdisjoint(role)))


def _words(role: str) -> set[str]:
    return {fold_word(word[0]) for word in WORD.finditer(role)}
