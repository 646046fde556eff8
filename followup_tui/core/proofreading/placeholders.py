"""Placeholders that nobody filled in, and things spoken of that need a deed: an attachment, Facebook."""

import re
from collections.abc import Iterator

from followup_tui.core.model.logbook import ContactKind
from followup_tui.core.proofreading.context import Context
from followup_tui.core.proofreading.finding import Finding, Kind
from followup_tui.core.proofreading.words import line_of

_PLACEHOLDER = re.compile(
    r"\[[^\[\]\n]{1,60}\](?![(\[])"
    r"|\$?\{{1,2}[^{}\n]{0,60}\}{1,2}"
    r"|<<?[^\W\d_][^<>\n]{0,40}>>?"
    r"|%\(?[A-Za-z_]{2,30}\)?(?:%|s\b)"
    r"|(?<![^\W_])(?:[Xx]{3,}|XX)(?![^\W_])"
    r"|_{3,}"
    r"|(?<!\w)(?:TODO|FIXME|TKTK)(?!\w|[ -](?:lists?|apps?|comments?|items?|board)\b)"
    r"|(?<!\w)(?i:lorem ipsum)(?!\w)"
    r"|\((?i:insert\b[^()\n]{0,60}|company(?: name)?|(?:first |last )?name|date|role|position)\)"
    r"|(?<!\w)(?:Your|Company|First|Last|Interviewer) Name(?!\w)"
    r"|(?<=Dear )(?:\.{2,}|…)|(?<=Hi )(?:\.{2,}|…)|(?<=Hello )(?:\.{2,}|…)"
)
_QUOTED = frozenset({"sic", "…", "...", "", "x"})
_TAG = re.compile(r"</?(?:b|i|u|p|br|em|strong|a|ul|ol|li|div|span)(?:\s[^>]*|\s*/)?>", re.IGNORECASE)
_ATTACHMENT = re.compile(
    r"(?<![\w-])(?:(?:is|are|have|has|find|see|i['’]ve|i am|i'm|also)[ ]+(?:also[ ]+|now[ ]+|been[ ]+)?"
    r"(?:attached|attaching|enclosed|enclosing)(?![ ]to[ ](?!(?:this|the)[ ](?:e-?mail|mail|message|note)))"
    r"|(?:attached|enclosed)[ ]+(?:is|are|you|please|my|the|herewith)\b"
    r"|(?:my|the|two|both|these)[ ]+attached[ ](?!storage|volume|disk)"
    r"|i[ ]+(?:also[ ]+)?(?:attach|enclose)\b"
    r"|(?:in|as|see)[ ]+(?:the|an|my)[ ]+(?:attachment|enclosure)s?\b(?![ ]theory)"
    r"|attached[ ]to[ ](?:this|the)[ ](?:e-?mail|mail|message|note)"
    r"|(?<=\()(?:attached|enclosed)(?=\)))",
    re.IGNORECASE,
)
_FACEBOOK = re.compile(
    r"\b(?:connect|add|friend|find|follow|reach|message|join|keep|stay|write|touch|look)\w*\b[^.!?\n]{0,40}?"
    r"\b(?:on|via|through|over|at)[ ]+(?P<name>Facebook|FB)\b(?!\.com)"
    r"|(?P<link>(?:https?://)?(?:www\.|m\.)?(?:facebook|fb)\.com/\S{0,200})"
    r"|\bFacebook[ ](?:friends?|page|profile)\b[^.!?\n]{0,30}\b(?:connect|add|me)\b"
    r"|\b(?:my|your)[ ](?P<page>Facebook)\b",
    re.IGNORECASE,
)


def placeholder_findings(context: Context, text: str, in_subject: bool = False) -> Iterator[Finding]:
    """What was to be filled in. A name of a person or a company that looks like it is no placeholder."""
    names = [
        context.interview.company,
        context.interview.role,
        context.draft.person,
        *(one.full for one in context.people),
    ]
    spoken = "\n".join((*names, context.interview.notes))
    for found in _PLACEHOLDER.finditer(text):
        written = found[0]
        inner = written.strip("[]{}<>%$()").strip()
        if written[0] == "[" and (inner.casefold() in _QUOTED or not re.search(r"[^\W\d_]", inner)):
            continue
        if written[0] == "<" and (re.search(r"[@/]|www\.", inner) or _TAG.fullmatch(written)):
            continue
        if written[0] == "_" and len(written) >= 10 and line_of(text, found.start()).strip() == written:
            continue
        if any(mark in written for mark in "[{<_%X") and written in spoken:
            continue
        fix = _filling(context, inner)
        message = f"Fill in “{written}”, or take it out."
        yield Finding(Kind.PLACEHOLDER, found.start(), found.end(), message, fix, in_subject)


def _filling(context: Context, inner: str) -> str | None:
    """What stands for a placeholder of that name, where the facts have exactly one answer."""
    key = re.sub(r"[\W_]+", " ", inner).strip().casefold()
    key = re.sub(r"^(?:the|insert|recipients?|interviewer(?: s)?|hiring manager s) (?=\w)", "", key)
    if len(context.recipients) == 1:
        name = context.recipients[0]
        if key in ("name", "first name", "firstname", "recipient", "interviewer"):
            return name.first
        if key in ("last name", "lastname", "surname", "family name") and len(name.parts) > 1:
            return name.family
        if key == "full name":
            return name.full
    if key in ("company", "company name", "organization", "organisation", "employer"):
        return context.interview.company
    if key in ("role", "position", "job", "job title", "title", "role name", "position title"):
        return context.interview.role or None
    return None


def attachment_findings(context: Context, text: str) -> Iterator[Finding]:
    """Where something is said to be attached: the one that is forgotten most."""
    if context.channel == "phone":
        return
    message = "You speak of an attachment: remember to add it when you send this."
    for found in _ATTACHMENT.finditer(text):
        yield Finding(
            Kind.ATTACHMENT,
            found.start(),
            found.end(),
            message,
        )
        return


def facebook_findings(context: Context, text: str) -> Iterator[Finding]:
    """Facebook as a way to connect (article: never; it is for friends)."""
    message = "Facebook is for friends: offer LinkedIn to connect instead."
    if context.draft.kind is ContactKind.CONNECT and "facebook" in context.channel:
        yield Finding(Kind.FACEBOOK, 0, 0, message)
        return
    for found in _FACEBOOK.finditer(text):
        group = next((one for one in ("name", "page", "link") if found[one]), None)
        start, end = found.span(group) if group else found.span()
        yield Finding(Kind.FACEBOOK, start, end, message, "LinkedIn" if group in ("name", "page") else None)
