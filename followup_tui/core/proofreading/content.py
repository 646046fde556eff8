"""What a letter as a whole is: its length, what it holds of the notes, whether it is a copy."""

import re
from collections.abc import Iterator

from followup_tui.core.dates.format import count
from followup_tui.core.letters.names import WORD, fold_word, parse_recipients
from followup_tui.core.letters.signature import signature, unsigned
from followup_tui.core.model.logbook import Contact, ContactKind, Draft
from followup_tui.core.notes.facts import Sign, fact_lines
from followup_tui.core.proofreading.context import LONGEST, Context
from followup_tui.core.proofreading.finding import Finding, Kind
from followup_tui.core.proofreading.greeting import greeted_until
from followup_tui.core.proofreading.words import Spans, has_weight, line_of, shared, word_count

FOLLOW_UP_WORDS = (15, 200)
"""Fewest and most words of a follow-up (ours)."""
INVITATION_LENGTH = 300
"""Most characters that LinkedIn takes with an invitation."""
COPY_SHARE = 0.75
"""Share of a letter's runs of three words from which it is a copy of another (ours)."""
REPEAT_SHARE = 0.6
"""The same for a follow-up and the one before it, where nothing from the notes was added (ours)."""
_FEWEST_FOR_COPY = 15
PRIVATE_RUN = 4
"""How many words of a concern, in a row, are that concern (ours)."""

_BLANK_LINES = re.compile(r"\n[ \t]*\n\s*")
_CLOSING = re.compile(
    r"(?:p\.?s\.?\b)?(?:best|kind|warm|many|with|yours|sincerely|thank|thanks|regards|cheers|"
    r"respectfully|all the best|"
    r"looking forward|i look forward|until|take care|have a|see you|talk soon|"
    r"warmly|cordially|gratefully|hope)\b",
    re.IGNORECASE,
)
_SOURCE = re.compile(
    r"https?://|\bwww\.|\b(?:articles?|essay|paper|blog|post|podcast|book|case study|talk by|video|prototype|"
    r"demo|sketch|"
    r"write-up|benchmark|newsletter|repository|certificate|certification|course|portfolio)\b",
    re.IGNORECASE,
)


def length_findings(context: Context) -> Iterator[Finding]:
    """Too short or too long for its kind. A card, an invitation and a call are short by nature."""
    body, kind, rules = context.body, context.draft.kind, context.logbook.rules
    if kind is ContactKind.CONNECT:
        excess = len(body.strip()) - INVITATION_LENGTH
        if excess > 0:
            message = f"LinkedIn takes {INVITATION_LENGTH} characters: shorten this by {excess}."
            yield Finding(Kind.TOO_LONG, INVITATION_LENGTH, len(body), message)
        return
    if kind is ContactKind.THANK_YOU:
        fewest, most, paragraphs = rules.thank_words_min, rules.thank_words_max, rules.thank_paragraphs_max
    elif kind is ContactKind.FOLLOW_UP:
        fewest, most, paragraphs = *FOLLOW_UP_WORDS, 0
    else:
        return
    if context.channel == "phone":
        return
    words = word_count(body)
    if words < fewest and context.is_letter:
        message = f"{count(words, 'word')} so far: a few more sentences, {fewest} words at least."
        yield Finding(Kind.TOO_SHORT, 0, len(body), message)
    elif words > most:
        start = next((one.start() for n, one in enumerate(WORD.finditer(body)) if n == most), 0)
        message = f"{words} words: shorten it to {most}, so that it gets read."
        yield Finding(Kind.TOO_LONG, start, len(body), message)
    elif paragraphs:
        spans = paragraphs_of(body)
        if len(spans) > paragraphs:
            message = f"{count(len(spans), 'paragraph')}: draw them together into {paragraphs} at most."
            yield Finding(Kind.TOO_LONG, spans[paragraphs][0], spans[-1][1], message)


def paragraphs_of(body: str) -> Spans:
    """The places of the paragraphs of a letter: not its greeting, nor what stands at its end."""
    spans, at = [], 0
    for gap in _BLANK_LINES.finditer(body):
        spans.append((at, gap.start()))
        at = gap.end()
    spans.append((at, len(body.rstrip())))
    spans = [(start, end) for start, end in spans if body[start:end].strip()]
    if spans and (
        (greeted_until(body) and spans[0][1] <= greeted_until(body)) or len(body[: spans[0][1]].split()) <= 5
    ):
        spans.pop(0)
    while spans:
        block = body[slice(*spans[-1])].strip()
        size = len(block.split())
        if size > 4 and not (size <= 14 and _CLOSING.match(block)):
            break
        spans.pop()
    return spans


def notes_findings(context: Context) -> Iterator[Finding]:
    """A thank-you note without anything from the notes, a follow-up without a detail."""
    if not context.weight or context.channel == "phone":
        return
    if context.draft.kind is ContactKind.THANK_YOU and not context.uses_notes(context.body):
        message = "Work in one thing from your notes that you talked about."
        yield Finding(Kind.NOTHING_PERSONAL, 0, len(context.body), message)
    if (
        context.draft.kind is ContactKind.FOLLOW_UP
        and not _SOURCE.search(context.body)
        and not context.uses_notes(context.body)
    ):
        message = "Add a detail, or an article, on something you talked about."
        yield Finding(Kind.NO_DETAIL, 0, len(context.body), message)


def private_findings(context: Context) -> Iterator[Finding]:
    """The words of a concern that they have, noted for the user's own eyes (ours).

    All of them in a row, or `PRIVATE_RUN` of a longer one; a word or two that anybody says only on a line of
    their own. To speak of the matter in other words is what such a note is for.
    """
    words = list(WORD.finditer(context.body))
    folded = [fold_word(one[0]) for one in words]
    for line in fact_lines(context.interview.notes):
        if line.sign is Sign.CONCERN and (span := _said_again(context.body, words, folded, line.text)):
            start, end = span
            said = context.body[start:end]
            message = (
                f"“{said}” is a concern that you noted for yourself: say how you meet it, or take it out."
            )
            yield Finding(Kind.PRIVATE, start, end, message)


def _said_again(
    body: str, words: list[re.Match[str]], folded: list[str], noted: str
) -> tuple[int, int] | None:
    """Where the words of the line `noted` stand in the text again."""
    found = [one[0] for one in WORD.finditer(noted)]
    telling = [fold_word(one) for one in found]
    size = min(len(found), PRIVATE_RUN)
    for begin in range(len(found) - size + 1) if found else ():
        for at in range(len(folded) - size + 1):
            if folded[at : at + size] != telling[begin : begin + size]:
                continue
            more = size
            while folded[at + more : at + more + 1] == telling[begin + more : begin + more + 1] != []:
                more += 1
            start, end = words[at].start(), words[at + more - 1].end()
            has_weight_in_it = size > 1 and any(map(has_weight, found[begin : begin + more]))
            if has_weight_in_it or line_of(body, start).strip(" .!") == body[start:end]:
                return start, end
    return None


def repeat_findings(context: Context) -> Iterator[Finding]:
    """A follow-up that says again what the last one said."""
    if context.draft.kind is not ContactKind.FOLLOW_UP:
        return
    sent = [one for one in context.interview.contacts if one.kind is ContactKind.FOLLOW_UP and one.text]
    if not sent:
        return
    last = max(sent, key=lambda one: one.at).text[:LONGEST]
    share, spans = shared(context.body, last)
    if share >= REPEAT_SHARE and not _adds(context, last):
        message = "This repeats your last follow-up: add something new, a detail or an article."
        yield Finding(Kind.REPEATS, spans[0][0], spans[-1][1], message)


def _adds(context: Context, last: str) -> bool:
    """Whether the text has something from the notes, or a source, that the last one had not."""
    before = {found[0].casefold() for found in WORD.finditer(last)}
    fresh = " ".join(found[0] for found in WORD.finditer(context.body) if found[0].casefold() not in before)
    new_source = _SOURCE.search(context.body) and not _SOURCE.search(last)
    return bool(context.uses_notes(fresh) or _SOURCE.search(fresh) or new_source)


def unsigned_findings(context: Context) -> Iterator[Finding]:
    """A letter that ends with its closing words: they stand above a name."""
    closing = unsigned(context.body)
    if closing:
        line_end = context.body.find("\n", len(context.body.rstrip()))
        at = len(context.body) if line_end < 0 else line_end + 1
        name = signature(context.logbook)
        fix = f"{'' if line_end >= 0 else chr(10)}{name}" if name else None
        yield Finding(Kind.UNSIGNED, at, at, f"No name stands under “{closing}”: sign it.", fix)


def copy_findings(context: Context) -> Iterator[Finding]:
    """A letter that is nearly the one that somebody else of the panel gets."""
    kind = context.draft.kind
    if (
        kind not in (ContactKind.THANK_YOU, ContactKind.FOLLOW_UP)
        or word_count(context.body) < _FEWEST_FOR_COPY
    ):
        return
    for person, text in _to_others(context):
        share, spans = shared(context.body, text[:LONGEST])
        if share >= COPY_SHARE:
            message = f"{person} gets nearly the same text: say something here that is for this person alone."
            yield Finding(Kind.NEAR_COPY, spans[0][0], spans[-1][1], message)
            return


def _to_others(context: Context) -> Iterator[tuple[str, str]]:
    draft, interview = context.draft, context.interview
    own = {fold_word(one.full) for one in context.recipients}
    records: list[tuple[Draft | Contact, str]] = [
        *((one, one.body) for one in interview.drafts if one.id != draft.id),
        *((one, one.text) for one in interview.contacts),
    ]
    known = [one.full for one in context.people]
    for record, text in records:
        # A second follow-up that says the same as the first is a repetition, whoever had the first.
        is_sent_follow_up = isinstance(record, Contact) and draft.kind is ContactKind.FOLLOW_UP
        if record.kind is draft.kind and text and record.person and not is_sent_follow_up:
            theirs = {fold_word(one.full) for one in parse_recipients(record.person, known)}
            if not theirs & own:
                yield record.person, text
