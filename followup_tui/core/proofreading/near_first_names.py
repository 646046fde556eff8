"""Words that may be first names of the notes with one letter changed: only pointed out, never blocking."""

import re
from collections.abc import Iterator

from followup_tui.core.letters.names import WORD, bare_word, fold_word, without_possessive
from followup_tui.core.letters.short_names import first_names
from followup_tui.core.letters.signature import signed_name
from followup_tui.core.proofreading.companies import is_common_word
from followup_tui.core.proofreading.context import Context, without_links
from followup_tui.core.proofreading.finding import Finding, FindingKind
from followup_tui.core.proofreading.words import begins_sentence, end_of_prose, neighbours

_MIN_LENGTH = 4
"""Letters from which any word is compared (ours): with three, only other first names are."""
_OF_OTHERS = re.compile(
    r"\b(?:an?|the|my|our|his|her|their|this|called|named|friend|daughter|son|wife|husband|partner|brother|"
    r"sister|mother|father|cousin|uncle|aunt|colleague|in|near|around|across|to visit|visited|visiting)[ ]+$",
    re.IGNORECASE,
)
"""What precedes a place, a product, or somebody the reader does not know."""
_EXPLAINED = re.compile(r"(?:['’]s)?,[ ](?:an?|my|our|his|her|their|the|who)\b", re.IGNORECASE)
"""What follows somebody the reader does not know."""


def near_first_name_findings(context: Context, text: str, begin: int, in_subject: bool) -> Iterator[Finding]:
    """Yield each word in mid-sentence, from `begin` on, with one letter changed from a first name."""
    if not context.everybody:
        return
    prose = without_links(text)
    words = list(WORD.finditer(prose, begin, end_of_prose(prose, in_subject)))
    for number, found in enumerate(words):
        written = without_possessive(found[0])
        if not written.istitle() or begins_sentence(prose, found.start()):
            continue
        name = next((name for name in context.everybody if _is_changed(written, name.first)), None)
        if name is None or _is_known(context, written):
            continue
        if any(word is not None and word[0][0].isupper() for word in neighbours(prose, words, number)):
            continue  # It is a part of a longer name.
        if _OF_OTHERS.search(prose, max(begin, found.start() - 30), found.start()):
            continue
        end = found.start() + len(written)
        if not _EXPLAINED.match(prose, end):
            message = f"“{written}” is nearly “{name.first}” in your notes. Is that who you mean?"
            yield Finding(FindingKind.SIMILAR_NAME, found.start(), end, message, name.first)


def _is_changed(written: str, first: str) -> bool:
    """Return whether a word is a first name with another letter in one place."""
    word, target = bare_word(written), bare_word(first)
    if len(word) != len(target) or len(word) < _MIN_LENGTH - 1:
        return False
    if len(word) < _MIN_LENGTH and fold_word(written) not in first_names():
        return False
    return sum(a != b for a, b in zip(word, target, strict=True)) == 1


def _is_known(context: Context, word: str) -> bool:
    """Return whether a word is right as it is: common, in the notes, a company, or somebody's name."""
    folded = fold_word(word)
    return (
        is_common_word(folded)
        or context.is_noted(word)
        or folded in context.people_elsewhere
        or folded in {fold_word(found[0]) for found in WORD.finditer(signed_name(context.body))}
        or folded in context.company_words
    )
