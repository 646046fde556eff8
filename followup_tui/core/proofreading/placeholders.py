"""Placeholders that are still to be filled in."""

import re
from collections.abc import Iterator

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


def placeholder_findings(context: Context, text: str, in_subject: bool = False) -> Iterator[Finding]:
    """Yield each placeholder, unless a person, the company or the notes have exactly that text."""
    names = [
        context.interview.company,
        context.interview.role,
        context.draft.person,
        *(name.full for name in context.people),
    ]
    known_text = "\n".join((*names, context.interview.notes))
    for found in _PLACEHOLDER.finditer(text):
        written = found[0]
        inner = written.strip("[]{}<>%$()").strip()
        if written[0] == "[" and (inner.casefold() in _QUOTED or not re.search(r"[^\W\d_]", inner)):
            continue
        if written[0] == "<" and (re.search(r"[@/]|www\.", inner) or _TAG.fullmatch(written)):
            continue
        if written[0] == "_" and len(written) >= 10 and line_of(text, found.start()).strip() == written:
            continue
        if any(mark in written for mark in "[{<_%X") and written in known_text:
            continue
        fix = _value_for(context, inner)
        message = f"Fill in “{written}”, or take it out."
        yield Finding(Kind.PLACEHOLDER, found.start(), found.end(), message, fix, in_subject)


def _value_for(context: Context, inner: str) -> str | None:
    """Return what to fill in for a placeholder of that name; None where the facts don't say."""
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
