"""Placeholders that are still to be filled in."""

import re
from collections.abc import Iterator

from followup_tui.core.proofreading.context import Context
from followup_tui.core.proofreading.finding import Finding, FindingKind
from followup_tui.core.proofreading.words import line_around

_FIELD = (
    r"(?:(?:your|the|their|my|insert|recipient(?:['’]?s)?|interviewer(?:['’]?s)?|hiring manager(?:['’]?s)?|"
    r"company|first|last|full|job|position|role|contact)[ _-]?)*"
    r"(?:names?|firstname|lastname|company|employer|organi[sz]ation|role|position|title|job|date|day|address|"
    r"e-?mail|phone(?: number)?|signature|recipient|interviewer|topic|something specific|"
    r"specific detail|skills?|vorname|nachname|firma|prénom|nom|nombre|apellido|empresa|voornaam)"
)
"""What a template calls a value that is to be filled in."""
_INSTRUCTION = (
    r"(?:insert|mention|add|include|describe|specify|fill in|enter|reference|state|choose|pick|name|say)\b"
    r"[^()\[\]\n]{0,60}\b(?:here|something|specific\w*|details?|examples?|names?|topics?|titles?|dates?|skills?|"
    r"projects?|company|reasons?|sentences?|points?|role|position)\b[^()\[\]\n]{0,40}"
)
"""What a template asks its user to write."""
_PLACEHOLDER = re.compile(
    r"\[[^\[\]\n]{1,60}\](?![(\[])"
    r"|\$?\{{1,2}[^{}\n]{0,60}\}{1,2}"
    r"|<<?[^\W\d_][^<>\n]{0,40}>>?"
    rf"|[«‹](?i:{_FIELD})[»›]|[«‹][A-Z][a-z]+[A-Z]\w{{1,20}}[»›]"
    r"|%\(?[A-Za-z_]{2,30}\)?(?:%|s\b)"
    r"|(?<![^\W_])(?:[Xx]{3,}|XX)(?![^\W_])"
    rf"|\$(?i:{_FIELD})(?!\w)|#(?:NAME\?|REF!|VALUE!|N/A|DIV/0!)"
    r"|_{3,}"
    r"|(?<!\w)(?:TODO|FIXME|TKTK)(?!\w|[ -](?:lists?|apps?|comments?|items?|board)\b)"
    r"|(?<!\w)(?<!\bis )(?<!\bare )(?<!\bbe )(?<!still )(?<!d \()(?:TB[ADC]|tbd)(?!\w)"
    r"|(?<!\w)(?i:lorem ipsum)(?!\w)"
    r"|(?<!\w)(?i:click (?:or tap )?here to (?:enter|add) text)"
    r"|(?<!\w)(?i:(?:enter|type|your) (?:your )?(?:text|message) here)"
    rf"|\((?i:insert\b[^()\n]{{0,60}}|{_INSTRUCTION}|{_FIELD})\)"
    rf"|\[(?i:{_FIELD})(?!\w)(?![^\[\]\n]{{0,60}}\])"
    r"|(?<!\w)(?:Your|Company|First|Last|Interviewer) Name(?!\w)"
    r"|(?<!\w)(?:(?:YOUR|THE|THEIR|FIRST|LAST|FULL|COMPANY|JOB|HIRING|MANAGER|INTERVIEWER|RECIPIENT|POSITION|ROLE)"
    r"[ _])+(?:NAME|TITLE|COMPANY|POSITION|ROLE|NUMBER|DATE|ADDRESS|EMAIL|PHONE|SIGNATURE)S?(?!\w)"
    r"|(?<!\w)(?:(?:XYZ|ABC)[ ](?:Company|Corp(?:oration)?|Inc|Ltd|LLC|GmbH|Industries)|"
    r"Company (?:XYZ|ABC|X|Name)|XYZ)(?!\w)"
    r"|(?<!\w)(?:Mrs?\.?/Mr?s\.?(?:/M[rsix]+s?\.?)*|Ms\.?/Mrs?\.?(?:/M[rsix]+s?\.?)*|Herr/Frau|Frau/Herr)"
    r"|\A[ \t\n]*(?P<nobody>(?:Dear|dear|Hi|hi|Hello|hello|Hey|hey)[ ](?:(?:Mr|Mrs|Ms|Dr|Prof)\.?[ ]?)?[,:])"
    r"|(?<=Dear )(?:\.{2,}|…)|(?<=Hi )(?:\.{2,}|…)|(?<=Hello )(?:\.{2,}|…)"
    r"|(?:(?<=Dear )|(?<=Hi )|(?<=Hello )|(?<=Hey )|(?<= at )|(?<=role of )|(?<=position of ))"
    r"(?:null|undefined|NaN|None|N/A)(?!\w)"
)
"""Whatever a template leaves to be filled in: `[name]`, `{{role}}`, `XXX`, `TODO`, "Dear Mr/Mrs", "Dear
,"."""
_MAIL_TAG = re.compile(r"(?:\A|:[ ]?|\][ ]?)\Z")
"""What precedes a tag of a mail's subject, such as `[EXT]`: its beginning, `Re: `, or another tag."""
_QUOTED = frozenset({"sic", "…", "...", "", "x"})
"""Texts in square brackets that are no placeholder: a mistake quoted, words left out, a box with its tick."""
_TAG = re.compile(r"</?(?:b|i|u|p|br|em|strong|a|ul|ol|li|div|span)(?:\s[^>]*|\s*/)?>", re.IGNORECASE)
"""A tag of HTML."""


def placeholder_findings(context: Context, text: str, in_subject: bool) -> Iterator[Finding]:
    """Yield each placeholder, unless a person, the company or the notes have exactly that text."""
    names = [
        context.interview.company,
        context.interview.role,
        context.draft.person,
        *(name.full for name in context.people),
    ]
    known_text = "\n".join((*names, context.interview.notes))
    for found in _PLACEHOLDER.finditer(text):
        start, end = found.span("nobody") if found["nobody"] else found.span()
        written = text[start:end]
        inner = written.strip("[]{}<>«»‹›%$()").strip()
        if written[0] == "[" and (inner.casefold() in _QUOTED or not re.search(r"[^\W\d_]", inner)):
            continue
        if in_subject and written[0] == "[" and _is_mail_tag(text, start, inner):
            continue
        if written[0] == "<" and (re.search(r"[@/]|www\.", inner) or _TAG.fullmatch(written)):
            continue
        if written[0] == "_" and len(written) >= 10 and line_around(text, found.start()).strip() == written:
            continue
        if any(mark in written for mark in "[{<_%XB") and written in known_text:
            continue
        fix = _value_for(context, inner)
        message = f"Fill in “{written}”, or take it out."
        yield Finding(FindingKind.PLACEHOLDER, start, end, message, fix)


def _is_mail_tag(text: str, start: int, inner: str) -> bool:
    """Return whether brackets at the beginning of a subject are a tag of a mail program, as in "[Extern]"."""
    return bool(_MAIL_TAG.search(text[:start])) and not re.fullmatch(_FIELD, inner, re.IGNORECASE)


def _value_for(context: Context, inner: str) -> str | None:
    """Return what to fill in for a placeholder of that name; None where the facts don't say."""
    key = re.sub(r"[\W_]+|(?<=[a-z])(?=[A-Z])", " ", inner).strip().casefold()
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
