"""What the letter screen shows around the text: the recipients, advice, and rows for its three lists."""

from datetime import date

from followup_tui.core.dates.format import clock_time, count, day_name, listed, near_day
from followup_tui.core.letters.drafts import VIA
from followup_tui.core.letters.facts import LetterFact
from followup_tui.core.letters.kinds import CONNECT, FOLLOW_UP, THANK_YOU, LetterKind
from followup_tui.core.letters.names import parse_name
from followup_tui.core.letters.openings import SHORT_INVITATION
from followup_tui.core.model.logbook import Contact, ContactKind, Draft, Interview, StepId
from followup_tui.core.proofreading.finding import Finding, FindingKind
from followup_tui.core.proofreading.review import LetterState, LetterStates, Review
from followup_tui.core.rules.contacts import CARD, EMAIL, PHONE, contact_day
from followup_tui.core.rules.interview_plan import Plan
from followup_tui.core.rules.plan_types import PersonPlan, Status
from followup_tui.core.text import fold_name
from followup_tui.tui.keys.keymap import Keymap
from followup_tui.tui.widgets.row_list import Row, RowLine
from followup_tui.tui.widgets.styled_lines import Span, StyledLine, Tone, width_of, wrap_words

NO_FACEBOOK = "Not Facebook: that is for friends, not for people you met once at work."
"""Why it is not among the ways to connect (article)."""
NO_ADDRESS = "No address? Add it after the name in the notes, as <…@…>."
"""The advice where nobody's address is known."""
PRIVATE = "private · enter answers"
"""What the mark next to a concern means."""


def is_mail(draft: Draft) -> bool:
    """Return whether the draft goes out by email, and so has an address and a subject."""
    return draft.channel in ("", EMAIL) or draft.channel.startswith(VIA)


def by_channel(channel: str) -> str:
    """Return how a letter goes out, as in "Did you send this by email?"."""
    if channel == CARD:
        return "as a card"
    if channel in (EMAIL, PHONE, "") or channel.startswith(VIA):
        return f"by {channel or EMAIL}"
    return f"on {channel}"


def recipient_line(draft: Draft, names: tuple[str, ...], addresses: list[str]) -> StyledLine:
    """Return the line that names the recipients, of an email with their addresses."""
    spans = (Span("To      ", Tone.MUTED), Span(listed(names) or "no one yet", Tone.STRONG))
    if not is_mail(draft):
        return spans
    written = f"  {', '.join(addresses)}" if addresses else "  no address in the notes"
    return (*spans, Span(written, Tone.MUTED))


def advice(kind: LetterKind, draft: Draft, plan: Plan, addresses: list[str], ways: tuple[str, ...]) -> str:
    """Return what is good to know about a letter of this kind; `ways` are its possible channels."""
    if kind is CONNECT:
        left = SHORT_INVITATION - len(draft.body)
        room = f"{left} characters left" if left >= 0 else f"{-left} characters over {SHORT_INVITATION}"
        return f"{NO_FACEBOOK} LinkedIn: {room}."
    if kind is FOLLOW_UP:
        return f"Follow-up {plan.follow_ups.sent + 1} of {plan.follow_ups.limit}. {plan.verdict.why}"
    if kind.advice:
        return kind.advice
    if is_mail(draft) and not addresses and draft.person:
        via = next((way for way in ways if way.startswith(VIA)), "")
        if not via:
            return NO_ADDRESS
        return f"No address? “{via}” asks {parse_name(via.removeprefix(VIA)).greeting} to pass it on."
    return ""


def fact_rows(facts: tuple[LetterFact, ...], width: int, today: date) -> tuple[Row[str], ...]:
    """Return a row for each fact, keyed by its index and wrapped to `width` cells.

    Concerns are marked, and what an earlier letter said has the day of that letter.
    """
    if not facts:
        return (Row(None, (RowLine((Span(" Nothing to use yet.", Tone.MUTED),)),)),)
    return tuple(Row(str(index), _fact_lines(fact, width, today)) for index, fact in enumerate(facts))


def _with_answer(fact: LetterFact) -> str:
    return f"{fact.text} → {fact.answer}" if fact.answer else fact.text


def _fact_lines(fact: LetterFact, width: int, today: date) -> tuple[RowLine, ...]:
    """Return a fact as lines of `width` cells: its sign, its words, and the letter that used it."""
    tone = Tone.STRONG if fact.names_recipient else Tone.PLAIN
    mark = (Span("private ", Tone.MUTED),) if fact.is_private and fact.letter is None else ()
    taken = width_of(mark) + (4 if mark else 3)
    first, *others = wrap_words(_with_answer(fact), max(12, width - taken))
    lines = [RowLine((Span(f"{fact.sign or ' '} ", Tone.MUTED), Span(first, tone)), mark)]
    lines += [RowLine((Span(f"  {line}", tone),)) for line in others]
    if fact.letter is not None:
        day = day_name(contact_day(fact.letter), today)
        lines.append(RowLine((Span(f"  {'eased' if fact.is_private else 'written'} {day}", Tone.MUTED),)))
    return tuple(lines)


def people_rows(
    kind: LetterKind,
    plan: Plan,
    states: LetterStates,
    to: tuple[str, ...],
    eased: dict[str, tuple[str, ...]],
) -> tuple[Row[str], ...]:
    """Return a row for each person met, keyed by name, with the state of their letter of this kind.

    Below it are the concerns that letters to them `eased`, by folded name.
    """
    recipients = set(map(fold_name, to))
    rows: list[Row[str]] = []
    for person in plan.people:
        name = person.person.name
        state = states.get((kind.contact, fold_name(name)))
        glyph, tone, text = _person_state(kind, person, plan, state)
        is_recipient = fold_name(name) in recipients
        # A letter that is not personal has no state: the role is there, and is cut off before the name.
        role = f", {person.person.role}" if person.person.role and not kind.is_personal else ""
        spans = (
            Span(f"{glyph} ", tone),
            Span(name, Tone.STRONG if is_recipient else Tone.PLAIN),
            Span(role, Tone.MUTED),
        )
        lines = [RowLine(spans, (Span(f"{text} ", tone),) if text else ())]
        if concerns := eased.get(fold_name(name)):
            lines.append(RowLine((Span(f"  eased: {', '.join(concerns)}", Tone.MUTED),)))
        rows.append(Row(name, tuple(lines)))
    return tuple(rows)


def _person_state(
    kind: LetterKind, person: PersonPlan, plan: Plan, state: LetterState | None
) -> tuple[str, Tone, str]:
    """Return the glyph, the tone and the words for how far the letter to a person is."""
    if not kind.is_personal:
        return " ", Tone.MUTED, ""
    letter = kind.state_for(person)
    if letter.sent is not None:
        return "✓", Tone.GOOD, f"sent {_when(letter.sent, plan)}"
    if letter.is_skipped:
        return "–", Tone.MUTED, "skipped"
    status = plan.step(StepId.THANK).status if kind is THANK_YOU else Status.OPEN
    pending = {Status.DUE: "due tonight", Status.LATE: "late"}.get(status, "")
    glyph = "◐" if state is LetterState.READY else "○"
    return glyph, Tone.DUE if status is Status.DUE else Tone.MUTED, str(state or pending)


def _when(contact: Contact, plan: Plan) -> str:
    day = contact_day(contact)
    return (
        clock_time(plan.user_clock.to_local(contact.at)) if day == plan.today else near_day(day, plan.today)
    )


def finding_message(finding: Finding, keymap: Keymap) -> str:
    """Return the message of a finding, with the key that sets a signature where none is known yet."""
    is_unsigned = finding.kind is FindingKind.UNSIGNED and finding.fix is None
    key = keymap.format(" {letter.signature} sets your signature.") if is_unsigned else ""
    return f"{finding.message}{key}"


NOTHING_TO_FIX = "Nothing to fix."
"""What is said where no finding is open."""

MAX_FINDING_CELLS = 136
"""The width of a row of a finding: its message and its fix belong together, however wide the list is."""


def finding_rows(review: Review, width: int, keymap: Keymap) -> tuple[Row[str], ...]:
    """Return a row for each open finding, keyed by its index: its message, wrapped, and its fix."""
    if not review.open:
        dismissed = review.dismissed
        text = f"Nothing more to fix; {dismissed} kept as is." if dismissed else NOTHING_TO_FIX
        line = RowLine((Span("✓ ", Tone.GOOD), Span(text, Tone.MUTED)))
        return (Row(None, (line,)),)
    rows: list[Row[str]] = []
    spare = Span(" " * max(0, width - MAX_FINDING_CELLS))
    for index, finding in enumerate(review.open):
        mark = Span("! ", Tone.LATE) if finding.is_blocking else Span("· ", Tone.MUTED)
        fix = () if finding.fix is None else (Span(f"→ {finding.fix.strip()} ", Tone.TITLE), spare)
        field = "subject: " if finding.in_subject else ""
        first, *others = wrap_words(
            f"{field}{finding_message(finding, keymap)}", max(20, width - width_of(fix) - 4)
        )
        rest = (RowLine((Span(f"  {line}"),)) for line in others)
        rows.append(Row(str(index), (RowLine((mark, Span(first)), fix), *rest)))
    return tuple(rows)


def count_findings(findings: tuple[Finding, ...]) -> str:
    """Return `2 to answer, 1 to consider`; empty without findings."""
    blocking = sum(finding.is_blocking for finding in findings)
    parts = [f"{blocking} to answer"] if blocking else []
    if len(findings) > blocking:
        parts.append(f"{len(findings) - blocking} to consider")
    return ", ".join(parts)


def findings_title(review: Review, words: int) -> str:
    """Return the title of the list of findings: `2 to answer, 1 to consider · 84 words`."""
    return f"{count_findings(review.open) or 'Proofread'} · {count(words, 'word')}"


def earlier_follow_ups(interview: Interview, plan: Plan) -> str:
    """Return the follow-ups that went out, to be read while the next is written; empty before the first."""
    sent = [contact for contact in interview.contacts if contact.kind is ContactKind.FOLLOW_UP]
    texts = []
    for contact in sorted(sent, key=lambda contact: contact.at):
        to = f" to {contact.person}" if contact.person else ""
        heading = f"Sent {near_day(contact_day(contact), plan.today)}{to}:"
        texts.append(f"{heading}\n{contact.text or 'No text was recorded.'}")
    return "\n\n".join(texts)
