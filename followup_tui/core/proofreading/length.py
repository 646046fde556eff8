"""The length of a letter, by its kind: words, paragraphs, characters."""

import re
from collections.abc import Iterator

from followup_tui.core.dates.format import count
from followup_tui.core.letters.names import WORD
from followup_tui.core.letters.signature import is_sign_off
from followup_tui.core.proofreading.context import Context
from followup_tui.core.proofreading.finding import Finding, FindingKind
from followup_tui.core.proofreading.greeting import greeting_end
from followup_tui.core.proofreading.words import Spans, word_count
from followup_tui.core.rules.contacts import PHONE

_BLANK_LINES = re.compile(r"\n[ \t]*\n\s*")
_CLOSING = re.compile(
    r"(?:best|kind(?:est)?|warm(?:est)?|sincerest|many|with|yours|sincerely|thank|thanks|regards|cheers|"
    r"respectfully|all the best|looking forward|i look forward|until|take care|have a|see you|talk soon|"
    r"warmly|cordially|gratefully|hope|enjoy|fingers crossed|mit freundlichen|viele|liebe|beste|"
    r"saludos|un saludo|cordialement|bien|hartelijke|met vriendelijke)\b",
    re.IGNORECASE,
)
"""The first words of a short block that closes a letter, and is not a paragraph."""
_LIST_ITEM = re.compile(r"[ \t]*(?:[-–—•*·]|\(?\d{1,2}[.)]|[a-z]\))[ \t]")
"""The beginning of an item of a list: a dash, a number, a letter."""
_POSTSCRIPT = re.compile(r"p\.?[ ]?(?:p\.?[ ]?)?s\b", re.IGNORECASE)
"""The beginning of a postscript: "P.S.", "PPS"."""


def length_findings(context: Context) -> Iterator[Finding]:
    """Yield a finding where the body is too short or too long for its kind of letter.

    Cards, messages and calls are short by nature: only an email or a letter can be too short.
    """
    body, limits = context.body, context.kind.length(context.logbook.rules)
    excess = len(body.strip()) - limits.max_characters
    if limits.max_characters and excess > 0:
        message = f"LinkedIn takes {limits.max_characters} characters: shorten this by {excess}."
        yield Finding(FindingKind.TOO_LONG, limits.max_characters, len(body), message)
        return
    if context.channel == PHONE:
        return
    words = word_count(body)
    if words < limits.min_words and context.is_letter:
        message = f"{count(words, 'word')} so far: a few more sentences, {limits.min_words} words at least."
        yield Finding(FindingKind.TOO_SHORT, 0, len(body), message)
    elif limits.max_words and words > limits.max_words:
        positions = (found.start() for n, found in enumerate(WORD.finditer(body)) if n == limits.max_words)
        message = f"{words} words: shorten it to {limits.max_words}, so that it gets read."
        yield Finding(FindingKind.TOO_LONG, next(positions, 0), len(body), message)
    elif limits.max_paragraphs:
        spans = paragraphs(body)
        if len(spans) > limits.max_paragraphs:
            number = count(len(spans), "paragraph")
            message = f"{number}: combine them into {limits.max_paragraphs} at most."
            yield Finding(FindingKind.TOO_LONG, spans[limits.max_paragraphs][0], spans[-1][1], message)


def paragraphs(body: str) -> Spans:
    """Return where the paragraphs of a letter are.

    Its greeting, sign-off, signature, postscript and lists do not count.
    """
    spans, at = [], 0
    for gap in _BLANK_LINES.finditer(body):
        spans.append((at, gap.start()))
        at = gap.end()
    spans.append((at, len(body.rstrip())))
    spans = [(start, end) for start, end in spans if body[start:end].strip()]
    greeting = greeting_end(body)
    if spans and ((greeting and spans[0][1] <= greeting) or len(body[: spans[0][1]].split()) <= 5):
        spans.pop(0)
    sign_off = next((n for n, span in enumerate(spans) if n and _is_sign_off(body[slice(*span)])), len(spans))
    spans = spans[:sign_off]
    spans = [span for span in spans if not _is_list(body[slice(*span)])]
    while spans:
        block = body[slice(*spans[-1])].strip()
        size = len(block.split())
        is_closing = size <= 4 or (size <= 14 and _CLOSING.match(block)) or _POSTSCRIPT.match(block)
        if not is_closing:
            break
        spans.pop()
    return spans


def _is_sign_off(block: str) -> bool:
    """Return whether a block begins with a sign-off: a short line, with a name or nothing below it."""
    first, *others = [line.strip() for line in block.strip().splitlines()]
    is_short = len(first.split()) <= 7 and all(len(line.split()) <= 6 for line in others)
    is_closing = is_sign_off(first) or (bool(_CLOSING.match(first)) and first[-1] not in ".!?")
    return is_short and (is_closing or (bool(others) and first.endswith(",") and len(first.split()) <= 5))


def _is_list(block: str) -> bool:
    lines = block.strip("\n").splitlines()
    return len(lines) > 1 and sum(bool(_LIST_ITEM.match(line)) for line in lines) >= len(lines) - 1
