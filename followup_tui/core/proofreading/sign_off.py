"""The end of the letter: whether a name is below the sign-off."""

import re
from collections.abc import Iterator

from followup_tui.core.letters.names import fold_word, parse_name
from followup_tui.core.letters.signature import signature, signed_name, unsigned
from followup_tui.core.proofreading.context import Context
from followup_tui.core.proofreading.finding import Finding, FindingKind

_GLUED = re.compile(
    r"(?<=[.!?])(?=(?:(?:Kind|Best|Warm|With|Many|Yours|Sincerely|Regards)\b)[^.!?\n]{0,30},?[ ]*(?:\n|\Z))"
)
"""Where a sign-off follows a sentence without a blank."""
_GLUED_NAME = re.compile(r"(?<=(?i:regards|.wishes|ncerely|.thanks|.cheers),)(?=[A-Z][^.!?,\n]{1,40}\Z)")
"""Where a name follows a sign-off without a blank."""


def sign_off_findings(context: Context) -> Iterator[Finding]:
    """Yield a finding where no name is below the sign-off, or that of the reader.

    The fix is the user's usual signature. A first name alone may be the writer's, too: while that is not
    known, it is only pointed out.
    """
    name = signed_name(context.body)
    written = [fold_word(word) for word in parse_name(name).parts] if name else []
    usual = signature(context.logbook)
    own = [fold_word(word) for word in parse_name(usual.partition("\n")[0]).parts] if usual else []
    for recipient in context.recipients:
        parts = [fold_word(word) for word in recipient.parts]
        family = written[1:]
        is_reader = written[:1] == parts[:1] and (not family or family == parts[-len(family) :])
        if is_reader and own[: len(written)] != written:
            start = context.body.rindex(name)
            message = f"This goes to {recipient.full} but is signed “{name}”: sign with your own name."
            kind = FindingKind.OTHER_NAME if own or family else FindingKind.UNSIGNED
            yield Finding(kind, start, start + len(name), message, usual or None)
    if glued := _glued(context, usual or name):
        start, end = glued
        message = "Put the end of the letter on lines of its own."
        yield Finding(FindingKind.UNSIGNED, start, end, message, f"\n\n{context.body[start:end]}")
    sign_off = unsigned(context.body)
    if sign_off:
        line_end = context.body.find("\n", context.body.rindex(sign_off))
        at = len(context.body) if line_end < 0 else line_end + 1
        line_break = "\n" if line_end < 0 else ""
        fix = f"{line_break}{usual}" if usual else None
        yield Finding(FindingKind.UNSIGNED, at, at, f"Add your name below “{sign_off}”.", fix)


def _glued(context: Context, name: str) -> tuple[int, int] | None:
    """Return where the sign-off or the user's name follows the text without a break; None if it does not."""
    body = context.body.rstrip()
    if found := _GLUED.search(body):
        return found.start(), len(body)
    if found := _GLUED_NAME.search(body):
        return found.start(), len(body)
    start = len(body) - len(name)
    if name and body.endswith(name) and re.search(r"[\w.,!?]\Z", body[:start]):
        return start, len(body)
    return None
