"""Facebook as a way to connect, which it never should be: it is for friends (article)."""

import re
from collections.abc import Iterator

from followup_tui.core.letters.kinds import CONNECT
from followup_tui.core.proofreading.context import Context
from followup_tui.core.proofreading.finding import Finding, FindingKind

_FACEBOOK = re.compile(
    r"\b(?:connect|add|friend|find|found|follow|reach|message|join|write|look|saw|see)\w*\b"
    r"(?:[^.!?\n]{0,40}?\b(?:me|you|your|us|our|touch|contact|connected|friends|both|each other)\b)?"
    r"[^.!?\n]{0,25}?(?P<by>\b(?:on|via|through|over|at)[ ]+)(?P<name>Facebook|FB)\b(?!\.com)"
    r"|(?P<link>(?:https?://)?(?:www\.|m\.)?(?:facebook|fb)\.com/\S{0,200})"
    r"|\bFacebook[ ](?:friends?|page|profile)\b[^.!?\n]{0,30}\b(?:connect|add|me)\b"
    r"|\b(?:keep|stay|be|get)[ ]in[ ](?:touch|contact)\b[^.!?\n]{0,25}?\b(?P<touch>Facebook|FB)\b"
    r"|\b(?:are you|i am|i['’]m)(?:[ ]also)?[ ]on[ ](?P<on>Facebook|FB)\b"
    r"|\bfriend request\b[^.!?\n]{0,25}?\b(?P<request>Facebook|FB)\b"
    r"|\b(?:my|your)[ ](?P<page>Facebook)\b",
    re.IGNORECASE,
)
"""A sentence that proposes Facebook as a way to connect, or a link to it; each named group is its name
there."""
_GROUPS = ("name", "touch", "on", "request", "page", "link")
_PERSONAL = re.compile(
    r"\b(?:me|you|your|us|touch|contact|connected|friends|each other|friend request)\b"
    r"|^(?:connect|friend|add)\w*[ ]on\b",
    re.IGNORECASE,
)
"""What makes it a way between the reader and the writer."""


def facebook_findings(context: Context, text: str) -> Iterator[Finding]:
    """Yield each mention of Facebook as a way to connect, and Facebook as the channel."""
    message = "Facebook is for friends: offer LinkedIn to connect instead."
    if context.kind is CONNECT and "facebook" in context.channel:
        yield Finding(FindingKind.FACEBOOK, 0, 0, message)
        return
    for found in _FACEBOOK.finditer(text):
        if found["name"] and not _PERSONAL.search(found[0]):
            continue  # what others do there
        group = next((name for name in _GROUPS if found[name]), None)
        start, end = found.span(group) if group else found.span()
        yield Finding(FindingKind.FACEBOOK, start, end, message, "LinkedIn" if group != "link" else None)
