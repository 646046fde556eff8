"""The end of the letter: whether a name stands below the sign-off."""

from collections.abc import Iterator

from followup_tui.core.letters.signature import signature, unsigned
from followup_tui.core.proofreading.context import Context
from followup_tui.core.proofreading.finding import Finding, Kind


def sign_off_findings(context: Context) -> Iterator[Finding]:
    """Yield a finding where the letter ends with its sign-off; the fix is the user's usual signature."""
    sign_off = unsigned(context.body)
    if sign_off:
        line_end = context.body.find("\n", len(context.body.rstrip()))
        at = len(context.body) if line_end < 0 else line_end + 1
        name = signature(context.logbook)
        fix = f"{'' if line_end >= 0 else chr(10)}{name}" if name else None
        yield Finding(Kind.UNSIGNED, at, at, f"No name stands under “{sign_off}”: sign it.", fix)
