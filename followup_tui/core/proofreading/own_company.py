"""The own company's name, misspelled."""

from collections.abc import Iterator

from followup_tui.core.letters.names import WORD, bare_word, edit_distance, first_names, fold_word, match_part
from followup_tui.core.proofreading.companies import core_words
from followup_tui.core.proofreading.context import Context, without_links
from followup_tui.core.proofreading.finding import Finding, Kind
from followup_tui.core.proofreading.words import without_possessive

_MIN_LENGTH = 6
"""Letters from which a near word is taken for the name (ours): shorter ones are often other words."""


def own_company_findings(context: Context, text: str, in_subject: bool = False) -> Iterator[Finding]:
    """Yield each word that is nearly, but not quite, a word of the company's name."""
    company = context.interview.company
    # Later words say what a company does: "Shipping" is near to other words of English.
    targets = [word for word in core_words(company) if len(word) >= _MIN_LENGTH][:1]
    if not targets:
        return
    prose = without_links(text)
    for found in WORD.finditer(prose):
        written = without_possessive(found[0])
        if not written[0].isupper() or len(written) < _MIN_LENGTH - 1:
            continue
        target = next((target for target in targets if _is_near(written, target)), None)
        if target is not None and not _is_known(context, written):
            message = f"“{written}” is not how you noted the company: did you mean “{target}”?"
            end = found.start() + len(written)
            yield Finding(Kind.NEAR_NAME, found.start(), end, message, target, in_subject)


def _is_known(context: Context, word: str) -> bool:
    """Return whether the word is a name of its own: of a person, of another company, or from the notes."""
    folded = fold_word(word)
    return (
        folded in context.note_words
        or folded in context.role_words
        or folded in first_names()
        or any(match_part(word, name) is not None for name in context.everybody)
        or any(
            folded == fold_word(other[0])
            for interview in context.logbook.interviews
            for other in WORD.finditer(interview.company)
        )
    )


def _is_near(written: str, target: str) -> bool:
    word, company = bare_word(written), bare_word(target)
    if word[0] != company[0] or {f"{word}s", f"{company}s"} & {word, company}:
        return False
    return edit_distance(word, company, 2) <= (2 if len(company) >= 10 else 1)
