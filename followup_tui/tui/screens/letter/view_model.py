"""What stands beside and below a letter, as rows: the notes, the people, the findings."""

from followup_tui.core.dates.format import clock_time, count, near_day
from followup_tui.core.letters.facts import LetterFact
from followup_tui.core.model.logbook import Contact, ContactKind, Interview, StepId
from followup_tui.core.notes import signs
from followup_tui.core.proofreading.finding import Finding
from followup_tui.core.proofreading.review import LetterState, LetterStates, Review
from followup_tui.core.rules.follow_up import contact_day
from followup_tui.core.rules.plan_types import PersonPlan, Plan, Status
from followup_tui.core.text import fold_name
from followup_tui.tui.widgets.row_list import Row, RowLine
from followup_tui.tui.widgets.styled_lines import Span, Tone, width_of, wrap_words

TITLES = {
    ContactKind.THANK_YOU: "Thank-you note",
    ContactKind.FOLLOW_UP: "Follow-up",
    ContactKind.CONNECT: "Invitation",
    ContactKind.MATERIAL: "Material",
}
"""What a letter of each kind is called."""
NO_FACEBOOK = "Not Facebook: that is for friends, not for people you have met once at work."
"""Why it is not among the ways to connect (article)."""
PRIVATE_MEANS = "private: for you alone"
"""What the mark beside a concern says."""


def fact_rows(facts: tuple[LetterFact, ...], width: int) -> tuple[Row[str], ...]:
    """Each line of the notes that a letter can use, in `width` cells, with its sign; private ones marked."""
    if not facts:
        return (Row(None, (RowLine((Span("Nothing in the notes yet.", Tone.MUTED),)),)),)
    return tuple(Row(str(n), _fact_lines(one, width)) for n, one in enumerate(facts))


def _fact_lines(fact: LetterFact, width: int) -> tuple[RowLine, ...]:
    tone = Tone.STRONG if fact.names_recipient else Tone.PLAIN
    mark = (Span("private ", Tone.MUTED),) if fact.sign is signs.CONCERN else ()
    taken = width_of(mark) + (4 if mark else 3)
    first, *others = wrap_words(fact.text, max(12, width - taken))
    head = RowLine((Span(f"{fact.sign or ' '} ", Tone.MUTED), Span(first, tone)), mark)
    return (head, *(RowLine((Span(f"  {line}", tone),)) for line in others))


def people_rows(
    kind: ContactKind, plan: Plan, written: LetterStates, to: tuple[str, ...]
) -> tuple[Row[str], ...]:
    """Everybody met, with how far their letter is, and what is due tonight."""
    mine = set(map(fold_name, to))
    return tuple(
        _person_row(kind, one, plan, written, fold_name(one.person.name) in mine) for one in plan.people
    )


def _person_row(
    kind: ContactKind, one: PersonPlan, plan: Plan, written: LetterStates, is_mine: bool
) -> Row[str]:
    sent, skipped = one.thanked, one.thank_skipped
    if kind is ContactKind.CONNECT:
        sent, skipped = one.connected, one.connect_skipped
    state = written.get((kind, fold_name(one.person.name)))
    due = plan.step(StepId.THANK).status
    if kind not in (ContactKind.THANK_YOU, ContactKind.CONNECT):
        glyph, said = " ", one.person.role
    elif sent is not None:
        glyph, said = "✓", f"sent {_when(sent, plan)}"
    elif skipped:
        glyph, said = "–", "skipped"
    else:
        glyph, said = ("◐" if state is LetterState.READY else "○"), str(state or "")
        if kind is ContactKind.THANK_YOU:
            said = said or {Status.DUE: "due tonight", Status.LATE: "late"}.get(due, "")
    is_due = kind is ContactKind.THANK_YOU and due is Status.DUE and glyph in "○◐"
    tone = Tone.GOOD if glyph == "✓" else Tone.DUE if is_due else Tone.MUTED
    line = RowLine(
        (Span(f"{glyph} ", tone), Span(one.person.name, Tone.STRONG if is_mine else Tone.PLAIN)),
        (Span(f"{said} ", tone),),
    )
    return Row(one.person.name, (line,))


def _when(contact: Contact, plan: Plan) -> str:
    day = contact_day(contact)
    return clock_time(contact.at) if day == plan.today else near_day(day, plan.today)


def finding_rows(review: Review, width: int) -> tuple[Row[str], ...]:
    """Each finding with what it says, in `width` cells, and with what would stand there instead."""
    if not review.open:
        said = (
            f"Nothing more to mend; {review.dismissed} kept as is."
            if review.dismissed
            else "Nothing to mend."
        )
        line = RowLine((Span("✓ ", Tone.GOOD), Span(said, Tone.MUTED)))
        return (Row(None, (line,)),)
    rows: list[Row[str]] = []
    for n, one in enumerate(review.open):
        mark = (Span("! ", Tone.LATE) if one.is_blocking else Span("· ", Tone.MUTED),)
        fix = () if one.fix is None else (Span(f"→ {one.fix.strip()} ", Tone.TITLE),)
        where = "subject: " if one.in_subject else ""
        taken = width_of(fix) + 4
        first, *others = wrap_words(f"{where}{one.message}", max(20, width - taken))
        rest = (RowLine((Span(f"  {line}"),)) for line in others)
        rows.append(Row(str(n), (RowLine((*mark, Span(first)), fix), *rest)))
    return tuple(rows)


def still_open(findings: tuple[Finding, ...]) -> str:
    """`2 to answer, 1 to consider`; empty where nothing is open."""
    must = sum(one.is_blocking for one in findings)
    parts = [f"{must} to answer"] if must else []
    if len(findings) > must:
        parts.append(f"{len(findings) - must} to consider")
    return ", ".join(parts)


def findings_title(review: Review, words: int) -> str:
    """`2 to answer, 1 to consider · 84 words`."""
    return f"{still_open(review.open) or 'Proof-read'} · {count(words, 'word')}"


def before_text(interview: Interview, plan: Plan) -> str:
    """The follow-ups that went out, to be seen while the next one is written; empty before the first."""
    sent = [one for one in interview.contacts if one.kind is ContactKind.FOLLOW_UP]
    told = []
    for one in sorted(sent, key=lambda one: one.at):
        to = f" to {one.person}" if one.person else ""
        told.append(
            f"Sent {near_day(contact_day(one), plan.today)}{to}:\n{one.text or 'No text is on record.'}"
        )
    return "\n\n".join(told)
