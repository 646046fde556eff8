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
    words = [word for part in folded.split() if (word := part.replace(".", "").strip(",;:()-&+"))]
    while len(words) > 1 and words[-1] in _LEGAL_FORMS:
        words.pop()
    return " ".join(words) or folded


def _folded(name: str) -> str:
    """Return the same as `fold_accents`; for ASCII names without importing `unicodedata`."""
    if name.isascii():
        return " ".join(name.split()).casefold()
    from followup_tui.core.text import fold_accents

    return fold_accents(name)


def matching_companies(wanted: str, names: "Iterable[str]") -> tuple[str, ...]:
    """Return the companies that `wanted` may stand for; of two spellings of a company the later one."""
    return _matching(wanted, {company_key(name): name for name in names}, company_key(wanted))


def matching_names(wanted: str, names: "Iterable[str]") -> tuple[str, ...]:
    """Return the names, of people or of whatever else, that `wanted` may stand for."""
    return _matching(wanted, {_folded(name): name for name in names}, _folded(wanted))


def _matching(wanted: str, names: dict[str, str], key: str) -> tuple[str, ...]:
    """Return the names that fit `wanted`, by the first of these rules that any of them fits.

    Its key is `key`; it begins with `wanted`; it contains it; likewise without blanks and punctuation
    (“acmelabs”); the words of `wanted` begin words of it, in any order (“labs ac”).
    """
    if key in names:
        return (names[key],)
    query = _folded(wanted)
    letters, words = _letters_of(query), query.split()
    rules: tuple[Callable[[str], bool], ...] = (
        lambda name: name.startswith(query),
        lambda name: query in name,
        lambda name: bool(letters) and letters in _letters_of(name),
        lambda name: (
            bool(words) and all(any(part.startswith(word) for part in name.split()) for word in words)
        ),
    )
    for matches in rules:
        found = tuple(name for name in names.values() if matches(_folded(name)))
        if found:
            return found
    return ()


def similar_companies(wanted: str, names: "Iterable[str]") -> tuple[str, ...]:
    """Return up to `MAX_SIMILAR` companies with a similar name or word in it, the most similar first."""
    import difflib

    query = _folded(wanted)

    def similarity(key: str) -> float:
        return max(difflib.SequenceMatcher(None, query, part).ratio() for part in (key, *key.split()))

    by_key = {_folded(name): name for name in names}
    rated = sorted(
        ((similarity(key), name) for key, name in by_key.items() if key),
        key=lambda pair: -pair[0],
    )
    return tuple(name for ratio, name in rated if ratio >= MIN_SIMILARITY)[:MAX_SIMILAR]


def _letters_of(name: str) -> str:
    return "".join(character for character in name if character.isalnum())
