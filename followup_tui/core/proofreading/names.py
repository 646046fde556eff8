"""Names in the text: those that are nearly, but not quite, names in the notes."""

import re
from collections.abc import Iterator

from followup_tui.core.letters.names import TITLES, WORD, Name, bare_word, fold_word, match_part, near_part
from followup_tui.core.proofreading.context import Context, without_links
from followup_tui.core.proofreading.finding import Finding
from followup_tui.core.proofreading.greeting import near_finding
from followup_tui.core.proofreading.words import SAYS, adjoin, owner_word, signed_from

_BEFORE = re.compile(
    r"(?:\b(?:meet|meeting|met|thank|thanks|tell|told|seeing|greet)|\b(?:thanks|thank you)(?: again)?,|"
    r"\b(?:hello|hi|regards|greetings|wishes) to|\b(?:chat|chatting|speak|speaking|talk|talking|spoke)"
    r" (?:to|with)"
    r"|\b(?:meet|meeting|met) (?:you|both of you|[^\W\d_]+) and)[ \t]+$",
    re.IGNORECASE,
)
"""What stands before a person: after "met" or "thank you again," a near name is no other word by chance."""


def name_findings(context: Context, text: str, begin: int, in_subject: bool = False) -> Iterator[Finding]:
    """The near names in `text` from `begin` on: not in the greeting, which is judged by itself.

    Only where it must be a person: beside another part of their name, after a title, after "met" and the
    like, or where nothing but the accents differ. Any other word may be a word (Linux is no slip of Linus).
    """
    if not context.everybody:
        return
    prose = without_links(text)
    words = list(WORD.finditer(prose, begin, len(prose) if in_subject else signed_from(prose)))
    judged: dict[str, tuple[bool, tuple[tuple[Name, str], ...]]] = {}
    for number, found in enumerate(words):
        written = owner_word(found[0])
        if not written[0].isupper() and written[0].isascii():
            continue
        if written not in judged:
            judged[written] = _candidates(context, written)
        is_known, near = judged[written]
        if is_known or not near:
            continue
        before = words[number - 1] if number and adjoin(prose, words[number - 1], found) else None
        after = (
            words[number + 1] if number + 1 < len(words) and adjoin(prose, found, words[number + 1]) else None
        )
        for name, part in near:
            beside = [one[0] for one in (before, after) if one and one[0][0].isupper()]
            if (
                any(match_part(owner_word(one), name) is not None for one in beside)
                or (before is not None and fold_word(before[0]) in TITLES)
                or _BEFORE.search(prose, max(begin, found.start() - 40), found.start())
                or SAYS.match(prose, found.end())
                or (bare_word(part) == bare_word(written) and len(written) >= 3)
            ):
                yield near_finding(written, found.start(), found.start() + len(written), part, in_subject)
                break


def _candidates(context: Context, word: str) -> tuple[bool, tuple[tuple[Name, str], ...]]:
    """Whether the word is right as it stands, and the names it may be a slip of."""
    folded = fold_word(word)
    if folded in context.note_words or any(match_part(word, name) is not None for name in context.everybody):
        return True, ()
    if folded in {fold_word(found[0]) for found in WORD.finditer(context.interview.company)}:
        return True, ()
    near = ((name, near_part(word, name)) for name in context.everybody)
    return False, tuple((name, part) for name, part in near if part is not None)
