"""A new letter: the user's template or our opening, filled in and signed."""

import re
from datetime import date

from followup_tui.core.dates.format import listed, written_day
from followup_tui.core.letters.kinds import LetterKind
from followup_tui.core.letters.names import parse_recipients
from followup_tui.core.letters.openings import Opening, occasion
from followup_tui.core.letters.signature import signature, unsigned
from followup_tui.core.model.logbook import Interview, Logbook
from followup_tui.core.notes.facts import people_in
from followup_tui.core.rules.interview_plan import Plan

_FIELD = re.compile(r"\{([a-z_]+)\}")
"""A field of a template: `{first_name}`."""
_SUBJECT = re.compile(r"\s*subject[ \t]*:[ \t]*(.*)(?:\n\s*|$)", re.IGNORECASE)
"""The first line of a template, if it gives the subject: `Subject: Thank you, {first_name}`."""


def compose(
    kind: LetterKind,
    person: str,
    interview: Interview,
    plan: Plan,
    logbook: Logbook,
    *,
    owes_thanks: bool = False,
    answer_by: date | None = None,
) -> Opening:
    """Return the subject and body of a new letter: from the user's template, else our opening.

    `owes_thanks` and `answer_by` are as in `Occasion`. It is signed with the name under the letter written
    last. A field of a template that the facts do not fill stays as it is, such as `{role}`, and the
    proofreader finds it.
    """
    subject, body = kind.opening(occasion(person, interview, plan, owes_thanks, answer_by))
    template = logbook.templates.get(kind.contact) if kind.id == kind.contact else ""
    if template.strip():
        fields = _fields(person, interview, plan)
        if heading := _SUBJECT.match(template):
            subject, template = _fill(heading[1], fields), template[heading.end() :]
        body = _fill(template, fields)
    if unsigned(body) and (name := signature(logbook)):
        body = f"{body.rstrip()}\n{name}\n"
    return Opening(" ".join(subject.split()), body)


def _fill(text: str, fields: dict[str, str]) -> str:
    # In one pass: a name or a company that looks like a field is not filled in itself.
    return _FIELD.sub(lambda found: fields.get(found[1]) or found[0], text)


def _fields(person: str, interview: Interview, plan: Plan) -> dict[str, str]:
    """Return what a template can be filled with; empty texts where the facts say nothing."""
    names = parse_recipients(person, people_in(interview.notes))
    promised = plan.promised
    return {
        "name": listed([name.full for name in names]),
        "first_name": listed([name.first for name in names]),
        "last_name": listed([name.family for name in names if len(name.parts) > 1]),
        "company": interview.company,
        "role": interview.role,
        "day": written_day(interview.held_on),
        "promised_day": "" if promised.is_estimate else written_day(promised.day),
    }
