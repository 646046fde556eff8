"""What stands over a letter: whom it goes to, and what is worth knowing before the first word."""

from followup_tui.core.dates.format import listed
from followup_tui.core.letters.drafts import EMAIL, VIA
from followup_tui.core.letters.openings import SHORT_INVITATION
from followup_tui.core.model.logbook import ContactKind, Draft
from followup_tui.core.rules.plan_types import Plan
from followup_tui.tui.screens.letter.view_model import NO_FACEBOOK
from followup_tui.tui.widgets.styled_lines import Span, Tone

NO_ADDRESS = "No address? Write it after the name in the notes, as <…@…>."
"""What helps where nobody's address is known."""


def is_mail(draft: Draft) -> bool:
    """Whether it goes out by email, and so has an address and a subject."""
    return draft.channel in ("", EMAIL) or draft.channel.startswith(VIA)


def recipient_line(draft: Draft, names: tuple[str, ...], addresses: list[str]) -> tuple[Span, ...]:
    """Whom it goes to, with the addresses that an email goes to."""
    spans = (Span("To      ", Tone.MUTED), Span(listed(names) or "nobody in particular", Tone.STRONG))
    if not is_mail(draft):
        return spans
    said = f"  {', '.join(addresses)}" if addresses else "  no address in the notes"
    return (*spans, Span(said, Tone.MUTED))


def advice(draft: Draft, plan: Plan, addresses: list[str], ways: tuple[str, ...]) -> str:
    """What is worth knowing of a letter of its kind; `ways` are the channels to choose from."""
    if draft.kind is ContactKind.CONNECT:
        left = SHORT_INVITATION - len(draft.body)
        many = f"{left} characters left" if left >= 0 else f"{-left} characters over {SHORT_INVITATION}"
        return f"{NO_FACEBOOK} LinkedIn: {many}."
    if draft.kind is ContactKind.FOLLOW_UP:
        return f"Number {plan.follow_ups.sent + 1} of {plan.follow_ups.limit}. {plan.verdict.why}"
    if is_mail(draft) and not addresses and draft.person:
        via = next((one for one in ways if one.startswith(VIA)), "")
        return f"No address? “{via}” sends it there, to be passed on." if via else NO_ADDRESS
    return ""
