"""The length of a letter, by its kind: words, paragraphs, characters."""

import re
from collections.abc import Iterator

from followup_tui.core.dates.format import count
from followup_tui.core.letters.names import WORD
from followup_tui.core.proofreading.context import Context
from followup_tui.core.proofreading.finding import Finding, Kind
from followup_tui.core.proofreading.greeting import greeting_end
from followup_tui.core.proofreading.words import Spans, word_count

_BLANK_LINES = re.compile(r"\n[ \t]*\n\s*")
_CLOSING = re.compile(
    r"(?:p\.?s\.?\b)?(?:best|kind|warm|many|with|yours|sincerely|thank|thanks|regards|cheers|"
    r"respectfully|all the best|"
    r"looking forward|i look forward|until|take care|have a|see you|talk soon|"
    r"warmly|cordially|gratefully|hope)\b",
    re.IGNORECASE,
)


def length_findings(context: Context) -> Iterator[Finding]:
    """Yield a finding where the body is too short or too long for its kind of letter.

    Cards, messages and calls are short by nature: only an email or a letter can be too short.
    """
    body, limits = context.body, context.kind.length(context.logbook.rules)
    excess = len(body.strip()) - limits.max_characters
    if limits.max_characters and excess > 0:
        message = f"LinkedIn takes {limits.max_characters} characters: shorten this by {excess}."
        yield Finding(Kind.TOO_LONG, limits.max_characters, len(body), message)
        return
    if context.channel == "phone":
        return
    words = word_count(body)
    if words < limits.min_words and context.is_letter:
        message = f"{count(words, 'word')} so far: a few more sentences, {limits.min_words} words at least."
        yield Finding(Kind.TOO_SHORT, 0, len(body), message)
    elif limits.max_words and words > limits.max_words:
        positions = (found.start() for n, found in enumerate(WORD.finditer(body)) if n == limits.max_words)
        message = f"{words} words: shorten it to {limits.max_words}, so that it gets read."
        yield Finding(Kind.TOO_LONG, next(positions, 0), len(body), message)
    elif limits.max_paragraphs:
        spans = paragraphs(body)
        if len(spans) > limits.max_paragraphs:
            number = count(len(spans), "paragraph")
            message = f"{number}: draw them together into {limits.max_paragraphs} at most."
            yield Finding(Kind.TOO_LONG, spans[limits.max_paragraphs][0], spans[-1][1], message)


def paragraphs(body: str) -> Spans:
    """Return where the paragraphs of a letter are, without its greeting and what stands at its end."""
    spans, at = [], 0
    for gap in _BLANK_LINES.finditer(body):
        spans.append((at, gap.start()))
        at = gap.end()
    spans.append((at, len(body.rstrip())))
    spans = [(start, end) for start, end in spans if body[start:end].strip()]
    greeting = greeting_end(body)
    if spans and ((greeting and spans[0][1] <= greeting) or len(body[: spans[0][1]].split()) <= 5):
        spans.pop(0)
    while spans:
        block = body[slice(*spans[-1])].strip()
        size = len(block.split())
        if size > 4 and not (size <= 14 and _CLOSING.match(block)):
            break
        spans.pop()
    return spans
