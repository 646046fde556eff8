"""Products of other companies, which the notes on them name: "the product is called Tidemark"."""

import re
from collections.abc import Iterator
from functools import lru_cache

from followup_tui.core.companies import company_key
from followup_tui.core.letters.names import WORD, fold_word, without_possessive
from followup_tui.core.proofreading.companies import is_common_word
from followup_tui.core.proofreading.context import Context, without_links
from followup_tui.core.proofreading.finding import Finding, FindingKind
from followup_tui.core.proofreading.words import begins_sentence

_PRODUCT = r"(?:products?|apps?|platforms?|tools?|systems?|services?|games?|engines?|library|portal|suite)"
_NAMED = re.compile(
    rf"\b{_PRODUCT}\b(?:[ ]is|,)?[ ](?:called|named)[ ][\"'“]?(?P<called>[A-Z]\w+)"
    rf"|\b(?:their|own|the)[ ](?:[a-z]+[ ])?{_PRODUCT}[ :,-]{{1,3}}(?P<named>[A-Z]\w+)"
)
"""What gives a product its name in the notes."""
_MIN_LENGTH = 5
"""Letters from which a name is looked for (ours): shorter ones are often words."""


@lru_cache(maxsize=8)
def _products(interviews: tuple[tuple[str, str], ...]) -> dict[str, str]:
    """Return the company of each product that the notes of interviews name, by its folded name."""
    products = {}
    for company, notes in interviews:
        for found in _NAMED.finditer(notes):
            name = found["called"] or found["named"]
            if len(name) >= _MIN_LENGTH and not is_common_word(fold_word(name)):
                products[fold_word(name)] = company
    return products


def product_findings(context: Context, text: str) -> Iterator[Finding]:
    """Yield each product of another company, by the notes on it, that the notes of this one do not name."""
    products = _products(context.other_notes)
    if not products:
        return
    prose = without_links(text)
    for found in WORD.finditer(prose):
        word = without_possessive(found[0])
        company = products.get(fold_word(word)) if word[0].isupper() else None
        if company is None or context.is_noted(word) or begins_sentence(prose, found.start()):
            continue  # "the app: There are…" is not a name, and "There" begins sentences
        if company_key(company) != company_key(context.interview.company):
            message = f"“{word}” is in your notes on {company}: make sure that it belongs in this letter."
            yield Finding(FindingKind.ELSEWHERE, found.start(), found.start() + len(word), message)
