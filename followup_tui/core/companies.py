"""Companies: which names mean the same company, and which may be meant by a part of a name."""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

MAX_SIMILAR = 3
"""How many similar names are suggested."""
MIN_SIMILARITY = 0.6
"""From this ratio of `difflib` on (0 to 1), a name is similar (ours)."""
_LEGAL_FORMS = {
    "ab", "ag", "as", "bv", "co", "corp", "corporation", "eg", "ev", "gmbh", "inc", "incorporated", "kg",
    "kgaa", "limited", "llc", "llp", "ltd", "nv", "oy", "oyj", "plc", "pte", "pty", "sa", "sarl", "sas",
    "se", "spa", "srl", "ug",
}  # fmt: skip


def company_key(name: str) -> str:
    """Return a company's name without case, accents, punctuation and legal form."""
    folded = _folded(name)
    words = [word for part in folded.replace(".", "").split() if (word := part.strip(",;:()-&+"))]
    while len(words) > 1 and words[-1] in _LEGAL_FORMS:
        words.pop()
    return " ".join(words) or folded


def _folded(name: str) -> str:
    """Return the same as `fold_accents`; for ASCII names without importing `unicodedata`."""
    if name.isascii():
        return " ".join(name.split()).casefold()
    from followup_tui.core.text import fold_accents

    return fold_accents(name)


def _spellings(name: str) -> "tuple[str, ...]":
    """Return the same as `spellings`; for ASCII names without importing `unicodedata`."""
    if name.isascii():
        return (_folded(name),)
    from followup_tui.core.text import spellings

    return spellings(name)


def matching_companies(wanted: str, names: "Iterable[str]") -> tuple[str, ...]:
    """Return the companies that `wanted` may stand for; of two spellings of a company the later one."""
    return _names_matching(wanted, {company_key(name): name for name in names}, company_key(wanted))


def matching_names(wanted: str, names: "Iterable[str]") -> tuple[str, ...]:
    """Return the names, of people or of whatever else, that `wanted` may stand for."""
    return _names_matching(wanted, {_folded(name): name for name in names}, _folded(wanted))


def _names_matching(wanted: str, names: dict[str, str], key: str) -> tuple[str, ...]:
    """Return the names that fit `wanted`, by the first of these rules that any of them fits.

    Its key is `key`; it begins with `wanted`; it contains it; likewise without blanks and punctuation
    (“acmelabs”); the words of `wanted` begin words of it, in any order (“labs ac”). Either may have its
    umlauts written out.
    """
    if key in names:
        return (names[key],)
    queries = _spellings(wanted)
    typed = [(spelling, name) for name in names.values() for spelling in _spellings(name)]
    rules: tuple[Callable[[str, str], bool], ...] = (
        lambda name, query: name.startswith(query),
        lambda name, query: query in name,
        lambda name, query: bool(letters := _letters_of(query)) and letters in _letters_of(name),
        _begins_words,
    )
    for matches in rules:
        found = (name for spelling, name in typed if any(matches(spelling, query) for query in queries))
        if fitting := tuple(dict.fromkeys(found)):
            return fitting
    return ()


def _begins_words(name: str, query: str) -> bool:
    """Return whether each word of `query`, if it has any, begins a word of `name`."""
    words, parts = query.split(), name.split()
    return bool(words) and all(any(part.startswith(word) for part in parts) for word in words)


def similar_companies(wanted: str, names: "Iterable[str]") -> tuple[str, ...]:
    """Return up to `MAX_SIMILAR` companies with a similar name or word in it, the most similar first."""
    import difflib

    query = _folded(wanted)

    def similarity(key: str) -> float:
        return max(difflib.SequenceMatcher(None, query, part).ratio() for part in (key, *key.split()))

    by_key = {_folded(name): name for name in names}
    rated = sorted(
        ((similarity(key), name) for key, name in by_key.items() if key), key=lambda pair: -pair[0]
    )
    return tuple(name for ratio, name in rated if ratio >= MIN_SIMILARITY)[:MAX_SIMILAR]


def _letters_of(name: str) -> str:
    return "".join(character for character in name if character.isalnum())
