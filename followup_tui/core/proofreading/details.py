"""What a letter uses of the notes: something personal in a thank-you note, a detail in a follow-up."""

import re
from collections.abc import Iterator

from followup_tui.core.letters.kinds import Check
from followup_tui.core.proofreading.context import Context
from followup_tui.core.proofreading.finding import Finding, FindingKind
from followup_tui.core.proofreading.verbatim import verbatim_spans
from followup_tui.core.rules.contacts import PHONE

SOURCE = re.compile(
    r"https?://|\bwww\.|\b(?:articles?|essays?|blog|podcast|case stud(?:y|ies)|talk by|prototype|"
    r"sketch(?:es)?|write-up|benchmark|newsletter|repository|certificates?|certification|portfolio)\b"
    r"|\b(?:a|the|your|this|that|his|her|their|another|new|some)[ ](?:[\w-]+[ ])?"
    r"(?:paper|post|video|book|demo|course|study|report)\b(?![ ](?:call|interview|chat|conference|of)\b)"
    r"|\b(?:two|three|four|these|those)[ ](?:[\w-]+[ ])?"
    r"(?:papers|posts|videos|books|demos|courses|studies)\b",
    re.IGNORECASE,
)
"""What a follow-up may bring along instead of a detail from the notes (article; the words: ours)."""


def detail_findings(context: Context) -> Iterator[Finding]:
    """Yield a finding for a letter that uses nothing from the notes, where its kind should (article).

    A role as a title does not count; one that is taken up as a topic does, and so does a line of the notes
    that was put in as it is: its own finding asks for a sentence.
    """
    text = context.body
    if not context.telling_stems or context.channel == PHONE or context.uses_notes(text):
        return
    if context.uses_topic_of_role(text) or verbatim_spans(context):
        return
    checks, end = context.kind.checks, len(context.body)
    if Check.PERSONAL in checks:
        message = "Mention one thing from your notes that you talked about."
        yield Finding(FindingKind.NOTHING_PERSONAL, 0, end, message)
    if Check.DETAIL in checks and not SOURCE.search(context.body):
        message = "Add a detail, or an article, on something you talked about."
        yield Finding(FindingKind.NO_DETAIL, 0, end, message)
