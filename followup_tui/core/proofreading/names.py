"""Misspelled names: words that are nearly, but not quite, names in the notes."""

import re
from collections.abc import Iterator

from followup_tui.core.letters.names import (
    TITLES,
    WORD,
    Name,
    bare_word,
    edit_distance,
    fold_word,
    match_part,
    near_part,
    without_possessive,
)
from followup_tui.core.letters.short_names import first_names
from followup_tui.core.proofreading.context import Context, without_links
from followup_tui.core.proofreading.finding import Finding
from followup_tui.core.proofreading.greeting import misspelling
from followup_tui.core.proofreading.words import SAYS, begins_sentence, end_of_prose, neighbours

_BEFORE = re.compile(
    r"(?:\b(?:meet|meeting|met|thank|thanks|tell|told|seeing|greet)|\b(?:thanks|thank you)(?: again)?,|"
    r"\b(?:hear|heard|hearing|news) from|\b(?:discussed|discussing|agreed|arranged) with|"
    r"\b(?:hello|hi|regards|greetings|wishes) to|\b(?:chat|chatting|speak|speaking|talk|talking|spoke)"
    r" (?:to|with)"
    r"|\b(?:meet|meeting|met) (?:you|both of you|[^\W\d_]+) and)[ \t]+$",
    re.IGNORECASE,
)
"""What precedes a person: after "met" or "thank you again," a near name is not another word by chance."""
_ADDRESSED = re.compile(
    r",[ ](?:i|it|we|thank|thanks|you|your|please|may|could|would|this|as|let)\b", re.IGNORECASE
)
"""What follows the name of somebody addressed: "Dana, I enjoyed …"."""
_MIN_LENGTH = 6
"""Letters from which a near name needs no person around it (ours): shorter ones are often other words."""


def name_findings(context: Context, text: str, begin: int, in_subject: bool) -> Iterator[Finding]:
    """Yield the misspelled names in `text` from `begin` on; the greeting has its own check.

    Only where a person must be meant: next to another part of their name, after a title, after "met" and
    the like, where only accents differ, or where a long word is hardly anything else. Elsewhere a near name
    may be a word (Linux, not Linus).
    """
    if not context.everybody:
        return
    prose = without_links(text)
    words = list(WORD.finditer(prose, begin, end_of_prose(prose, in_subject)))
    candidates: dict[str, tuple[tuple[Name, str], ...]] = {}
    for number, found in enumerate(words):
        written = without_possessive(found[0])
        if not written[0].isupper() and written[0].isascii():
            continue
        if written not in candidates:
            candidates[written] = _candidates(context, written)
        if not candidates[written]:
            continue
        before, after = neighbours(prose, words, number)
        for name, part in candidates[written]:
            near_words = [word[0] for word in (before, after) if word and word[0][0].isupper()]
            if (
                any(match_part(without_possessive(word), name) is not None for word in near_words)
                or (before is not None and fold_word(before[0]) in TITLES)
                or _BEFORE.search(prose, max(begin, found.start() - 40), found.start())
                or SAYS.match(prose, found.end())
                or (bare_word(part) == bare_word(written) and len(written) >= 3)
                or _is_addressed(context, prose, found, name)
                or _is_plain_misspelling(prose, found, written, part)
            ):
                yield misspelling(written, found.start(), found.start() + len(written), part)
                break


def _is_addressed(context: Context, prose: str, found: re.Match[str], name: Name) -> bool:
    """Return whether the word is where a sentence addresses a recipient: "Rebeca, I would be glad"."""
    begins = begins_sentence(prose, found.start())
    return begins and name in context.recipients and bool(_ADDRESSED.match(prose, found.end()))


def _is_plain_misspelling(prose: str, found: re.Match[str], written: str, part: str) -> bool:
    """Return whether `written` is almost certainly the name `part`, misspelled.

    It is long enough, close to the name, and not itself a first name.
    """
    word, target = bare_word(written), bare_word(part)
    is_close = edit_distance(word, target, 2) <= (2 if len(target) >= 9 else 1)
    is_possessive = len(found[0]) > len(written)
    differs_by_plural = word == f"{target}s" or target == f"{word}s"
    return (
        len(word) >= _MIN_LENGTH
        and len(target) >= _MIN_LENGTH
        and word[0] == target[0]
        and is_close
        and fold_word(written) not in first_names()
        and not differs_by_plural
        and (is_possessive or not begins_sentence(prose, found.start()))
    )


def _candidates(context: Context, word: str) -> tuple[tuple[Name, str], ...]:
    """Return the names that a word may misspell, each with its part; none if the word is right as it is."""
    folded = fold_word(word)
    if folded in context.note_words or context.names_somebody(word):
        return ()
    if folded in {fold_word(found[0]) for found in WORD.finditer(context.interview.company)}:
        return ()
    near = ((name, near_part(word, name)) for name in context.everybody)
    return tuple((name, part) for name, part in near if part is not None)
