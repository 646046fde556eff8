"""The proof-reader: what is wrong with a draft, by what is known of its interview.

A right letter has no findings: a check that can't be sure keeps silent. Sources: the right name, a personal
text for each person, no Facebook (article); lengths (article and career guides); what counts as a slip of a
name, a copy or a repetition (ours).
"""

from collections.abc import Iterator
from datetime import date

from followup_tui.core.model.logbook import Draft, Interview, Logbook
from followup_tui.core.proofreading.companies import company_findings
from followup_tui.core.proofreading.content import (
    copy_findings,
    length_findings,
    notes_findings,
    private_findings,
    repeat_findings,
    unsigned_findings,
)
from followup_tui.core.proofreading.context import Context
from followup_tui.core.proofreading.dates import day_findings
from followup_tui.core.proofreading.direct_address import address_findings
from followup_tui.core.proofreading.finding import ORDER, Finding, Kind
from followup_tui.core.proofreading.greeting import greeted_until, greeting_findings
from followup_tui.core.proofreading.names import name_findings
from followup_tui.core.proofreading.other_people import elsewhere_findings
from followup_tui.core.proofreading.placeholders import (
    attachment_findings,
    facebook_findings,
    placeholder_findings,
)
from followup_tui.core.proofreading.words import word_count

__all__ = ["Finding", "Kind", "proofread", "word_count"]


def proofread(draft: Draft, interview: Interview, logbook: Logbook, today: date) -> tuple[Finding, ...]:
    """What is wrong with `draft`, to be sent on the day `today`: what must be answered first, then by place.

    A right letter gives nothing. Never raises; of a text beyond all letters only the beginning is read.
    """
    context = Context(draft, interview, logbook, today)
    found = list(_words(context, context.body))
    if context.subject:
        found += _words(context, context.subject, in_subject=True)
    found += facebook_findings(context, context.body)
    found += length_findings(context)
    if context.body.strip():
        found += attachment_findings(context, context.body)
        found += private_findings(context)
        found += copy_findings(context)
        found += unsigned_findings(context)
        repeats = list(repeat_findings(context))
        found += repeats or notes_findings(context)
    return tuple(
        sorted(found, key=lambda one: (not one.is_blocking, one.in_subject, one.start, ORDER[one.kind]))
    )


def _words(context: Context, text: str, in_subject: bool = False) -> Iterator[Finding]:
    """What is found at single words: one finding at each place, the surest."""
    taken: list[tuple[int, int]] = []
    begin = 0 if in_subject else greeted_until(text)
    for checks in (
        placeholder_findings(context, text, in_subject),
        company_findings(context, text, in_subject),
        greeting_findings(context, text, in_subject),
        address_findings(context, text, in_subject),
        name_findings(context, text, begin, in_subject),
        elsewhere_findings(context, text, in_subject),
        day_findings(context, text, in_subject),
    ):
        for one in checks:
            if not any(start < one.end and one.start < end for start, end in taken):
                taken.append((one.start, one.end))
                yield one
