"""The proofreader: what is wrong with a draft, judged by what is known of its interview.

A right letter has no findings: a check that can't be sure keeps silent. Sources: the right name, a personal
text for each person, no Facebook (article); lengths (article and career guides); what counts as a
misspelling, a copy or a repetition (ours).
"""

from collections.abc import Iterable, Iterator
from datetime import date

from followup_tui.core.model.logbook import Draft, Interview, Logbook
from followup_tui.core.proofreading.attachments import attachment_findings
from followup_tui.core.proofreading.companies import company_findings
from followup_tui.core.proofreading.context import Context
from followup_tui.core.proofreading.dates import day_findings
from followup_tui.core.proofreading.details import detail_findings
from followup_tui.core.proofreading.direct_address import address_findings
from followup_tui.core.proofreading.earlier_letters import known_detail_findings
from followup_tui.core.proofreading.facebook import facebook_findings
from followup_tui.core.proofreading.finding import Finding
from followup_tui.core.proofreading.greeting import greeting_end, greeting_findings
from followup_tui.core.proofreading.length import length_findings
from followup_tui.core.proofreading.names import name_findings
from followup_tui.core.proofreading.near_first_names import near_first_name_findings
from followup_tui.core.proofreading.other_people import other_people_findings, stranger_findings
from followup_tui.core.proofreading.own_company import near_company_findings, own_company_findings
from followup_tui.core.proofreading.pay import pay_findings
from followup_tui.core.proofreading.placeholders import placeholder_findings
from followup_tui.core.proofreading.privacy import private_findings
from followup_tui.core.proofreading.products import product_findings
from followup_tui.core.proofreading.promised_days import promised_day_findings
from followup_tui.core.proofreading.roles import role_findings, unnoted_role_findings
from followup_tui.core.proofreading.sign_off import sign_off_findings
from followup_tui.core.proofreading.similarity import copy_findings, repeat_findings
from followup_tui.core.proofreading.unnoted_companies import unnoted_company_findings
from followup_tui.core.proofreading.verbatim import verbatim_findings


def proofread(draft: Draft, interview: Interview, logbook: Logbook, today: date) -> tuple[Finding, ...]:
    """Return what is wrong with a draft that is to be sent on the day `today`, blocking findings first.

    Never raises. Of a text far longer than any letter only the beginning is read.
    """
    context = Context(draft, interview, logbook, today)
    findings = list(_word_findings(context, context.body))
    if context.subject:
        findings += _word_findings(context, context.subject, in_subject=True)
    findings += facebook_findings(context, context.body)
    findings += length_findings(context)
    if context.body.strip():
        findings += attachment_findings(context, context.body)
        findings += private_findings(context)
        findings += pay_findings(context)
        findings += known_detail_findings(context)
        findings += _apart_from(findings, verbatim_findings(context))
        findings += copy_findings(context)
        findings += sign_off_findings(context)
        repeats = list(repeat_findings(context))
        findings += repeats or detail_findings(context)
    return tuple(sorted(findings, key=lambda finding: finding.rank))


def _apart_from(found: Iterable[Finding], findings: Iterable[Finding]) -> list[Finding]:
    """Return the findings with none of `found` within them: at each position one is enough to act on."""
    spans = [(finding.start, finding.end) for finding in found if not finding.in_subject]
    return [
        finding
        for finding in findings
        if not any(finding.start <= start and end <= finding.end for start, end in spans)
    ]


def _word_findings(context: Context, text: str, in_subject: bool = False) -> Iterator[Finding]:
    """Yield the findings about single words: at each position only that of the surest check."""
    taken: list[tuple[int, int]] = []
    begin = 0 if in_subject else greeting_end(text)
    for findings in (
        placeholder_findings(context, text, in_subject),
        company_findings(context, text, in_subject),
        role_findings(context, text, in_subject),
        unnoted_role_findings(context, text),
        greeting_findings(context, text, in_subject),
        address_findings(context, text, in_subject),
        name_findings(context, text, begin, in_subject),
        own_company_findings(context, text),
        near_company_findings(context, text),
        unnoted_company_findings(context, text),
        other_people_findings(context, text, in_subject),
        product_findings(context, text),
        stranger_findings(context, text, in_subject),
        near_first_name_findings(context, text, begin, in_subject),
        day_findings(context, text),
        promised_day_findings(context, text),
    ):
        for finding in findings:
            if not any(start < finding.end and finding.start < end for start, end in taken):
                taken.append((finding.start, finding.end))
                yield finding._replace(in_subject=in_subject)
