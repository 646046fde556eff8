"""Figures of pay: none in thank-you notes and follow-ups, in answers to an offer only noted ones (ours)."""

import re
from collections.abc import Iterator

from followup_tui.core.letters.kinds import OTHER
from followup_tui.core.model.logbook import ContactKind
from followup_tui.core.notes.pay import amount_spans, amounts, pay_notes
from followup_tui.core.proofreading.context import Context
from followup_tui.core.proofreading.finding import Finding, FindingKind

_OF_PAY = re.compile(
    r"\b(?:salar(?:y|ies)|pays?|paid|compensation|remuneration|wages?|my (?:rate|expectations?)|base|package|"
    r"earn(?:ed|ing|s)?|per (?:year|annum|month|hour)|a year|annual(?:ly)?|offer(?:ed)? (?:of|me)|gehalt)\b",
    re.IGNORECASE,
)
"""What a sentence about pay says."""
_SENTENCE_END = re.compile(r"[.!?](?=\s|\Z)|\n\s*\n")
"""The end of a sentence, or of a paragraph."""


def pay_findings(context: Context) -> Iterator[Finding]:
    """Yield each figure of pay that does not belong in the letter.

    In a thank-you note or a follow-up: any, if it was noted or its sentence is about pay. In an answer to an
    offer: one that differs from what is on record.
    """
    noted = [amount for note in pay_notes(context.position.interviews) for amount in amounts(note.text)]
    body = context.body
    is_answer = context.kind.contact is ContactKind.OTHER and context.kind is not OTHER
    if not is_answer and context.kind.contact not in (ContactKind.THANK_YOU, ContactKind.FOLLOW_UP):
        return
    for amount, start, end in amount_spans(body):
        written = body[start:end]
        is_noted = any(amount.agrees(known) for known in noted)
        is_pay = bool(_OF_PAY.search(_sentence(body, start, end)))
        if is_answer:
            comparable = [known for known in noted if known.period == amount.period]
            if is_pay and comparable and not is_noted:
                message = f"“{written}” is not the figure in your notes: check it."
                yield Finding(FindingKind.OTHER_FIGURE, start, end, message)
        elif is_noted or is_pay:
            message = f"“{written}” is about pay. Take it out: pay waits until they make an offer."
            yield Finding(FindingKind.PAY, start, end, message)


def _sentence(text: str, start: int, end: int) -> str:
    """Return the sentence around a span, as far as 200 characters to either side."""
    before = text[max(0, start - 200) : start]
    begin = max((found.end() for found in _SENTENCE_END.finditer(before)), default=0)
    after = _SENTENCE_END.search(text, end, end + 200)
    return before[begin:] + text[start : after.start() if after else end + 200]
