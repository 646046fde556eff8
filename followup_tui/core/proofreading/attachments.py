"""Attachments that the text mentions: a reminder to attach them."""

import re
from collections.abc import Iterator

from followup_tui.core.proofreading.context import Context
from followup_tui.core.proofreading.finding import Finding, FindingKind
from followup_tui.core.rules.contacts import PHONE

_ATTACHMENT = re.compile(
    r"(?<![\w-])(?:(?:is|are|have|has|find|see|i['’]ve|i am|i'm|also)[ ]+(?:also[ ]+|now[ ]+|been[ ]+)?"
    r"(?:attached|attaching|enclosed|enclosing)(?![ ](?:nothing|no)\b)"
    r"(?![ ]to[ ](?!(?:this|the)[ ](?:e-?mail|mail|message|note)))"
    r"|(?:attached|enclosed)[ ]+(?:is|are|you|please|my|the|herewith)\b"
    r"|(?:my|the|two|both|these)[ ]+attached[ ](?!storage|volume|disk)"
    r"|i[ ]+(?:also[ ]+)?(?:attach|enclose)\b"
    r"|(?:in|as|see)[ ]+(?:the|an|my)[ ]+(?:attachment|enclosure)s?\b(?![ ](?:theory|of\b))"
    r"|attached[ ]to[ ](?:this|the)[ ](?:e-?mail|mail|message|note)"
    r"|find[ ](?:my|the|our|a|an|two|three|both|some|copies|copy)[ ](?:[\w'’-]+[ ]){1,5}?"
    r"(?:attached|enclosed)"
    r"|(?<=\()(?:attached|enclosed)(?=\))"
    r"|(?<=\n)(?:attached|attachments?|enclosures?|encl\b\.?|encs?\b\.?)(?=[ ]*[:(]|[ ]+\d|[ ]*\n|\Z)"
    r"|pfa\b)",
    re.IGNORECASE,
)
"""Words that promise an attachment of this letter: "please find attached", "I enclose"; not "attached to"."""


def attachment_findings(context: Context, text: str) -> Iterator[Finding]:
    """Yield a finding where the text says that something is attached: a reminder to attach it."""
    if context.channel == PHONE:
        return
    message = "You mention an attachment: remember to attach it."
    for found in _ATTACHMENT.finditer(text):
        yield Finding(FindingKind.ATTACHMENT, found.start(), found.end(), message)
        return
