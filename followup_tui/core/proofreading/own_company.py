"""The name of the company that the letter goes to, misspelled."""

from collections.abc import Iterator

from followup_tui.core.letters.names import (
    WORD,
    bare_word,
    edit_distance,
    fold_word,
    without_possessive,
)
from followup_tui.core.letters.short_names import first_names
from followup_tui.core.proofreading.companies import core_words, is_common_word
from followup_tui.core.proofreading.context import Context, without_links
from followup_tui.core.proofreading.employers import is_employer
from followup_tui.core.proofreading.finding import Finding, FindingKind
from followup_tui.core.proofreading.words import neighbours

_MIN_LENGTH = 6
"""Letters from which a near word is taken for the name (ours): shorter ones are often other words."""

_SHORT_LENGTH = 4
"""Letters from which a short name is compared where its neighbours say that it is one (ours)."""


def own_company_findings(context: Context, text: str) -> Iterator[Finding]:
    """Yield each word that is nearly, but not quite, a word of the company's name."""
    company = context.interview.company
    # Later words say what a company does: "Shipping" is near to other words of English.
    target = next((word for word in core_words(company) if len(word) >= _MIN_LENGTH), None)
    if target is None:
        return
    prose = without_links(text)
    for found in WORD.finditer(prose):
        written = without_possessive(found[0])
        if not written[0].isupper() or len(written) < _MIN_LENGTH - 1:
            continue
        if _is_near(written, target) and not _is_known(context, written):
            message = f"“{written}” is not how you noted the company: did you mean “{target}”?"
            end = found.start() + len(written)
            yield Finding(FindingKind.NEAR_NAME, found.start(), end, message, target)


def near_company_findings(context: Context, text: str) -> Iterator[Finding]:
    """Yield each word that is a short company name with another letter in one place.

    Next to another word of the name it is the name; where an employer is meant, as in "the Akme team", it
    may be a word or a name of its own, and is only pointed out.
    """
    company = core_words(context.interview.company)
    if not company or not _SHORT_LENGTH <= len(company[0]) < _MIN_LENGTH:
        return
    target, following = company[0], company[1] if len(company) > 1 else None
    prose = without_links(text)
    words = list(WORD.finditer(prose))
    for number, found in enumerate(words):
        written = without_possessive(found[0])
        is_changed = len(written) == len(target) and _is_near(written, target)
        if not written[0].isupper() or not is_changed or fold_word(written) == fold_word(target):
            continue
        if _is_known(context, written) or is_common_word(fold_word(written)):
            continue
        end = found.start() + len(written)
        _, after = neighbours(prose, words, number)
        if after and following and fold_word(without_possessive(after[0])) == fold_word(following):
            message = f"“{written}” is not how you noted the company: did you mean “{target}”?"
            yield Finding(FindingKind.NEAR_NAME, found.start(), end, message, target)
        elif is_employer(prose, found.start(), end):
            message = f"“{written}” is nearly “{target}”. Is it the company that you mean?"
            yield Finding(FindingKind.SIMILAR_NAME, found.start(), end, message, target)


def _is_known(context: Context, word: str) -> bool:
    """Return whether the word is a name of its own: of a person, of another company, or from the notes."""
    folded = fold_word(word)
    return context.is_noted(word) or folded in first_names() or folded in context.company_words


def _is_near(written: str, target: str) -> bool:
    word, company = bare_word(written), bare_word(target)
    if word[0] != company[0] or {f"{word}s", f"{company}s"} & {word, company}:
        return False
    return edit_distance(word, company, 2) <= (2 if len(company) >= 10 else 1)
