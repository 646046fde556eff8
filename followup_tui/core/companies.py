"""Companies found by a part of their name, or by nearly their name."""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

MAX_SIMILAR = 3
"""How many similar names are suggested."""
MIN_SIMILARITY = 0.6
"""From this ratio of `difflib` on (0 to 1), a name is similar (ours)."""


def fold_company(name: str) -> str:
    """Return the same as `fold_name`; for ASCII names without importing `unicodedata`."""
    if name.isascii():
        return " ".join(name.split()).casefold()
    from followup_tui.core.text import fold_name

    return fold_name(name)


def matching_companies(wanted: str, names: "Iterable[str]") -> tuple[str, ...]:
    """Return the companies that `wanted` may stand for, by the first of these rules that any name matches.

    It is the name; the name begins with it; the name contains it; likewise without blanks and punctuation
    (“acmelabs”); its words begin words of the name, in any order (“labs ac”). Of two spellings of a name the
    later one counts.
    """
    by_key = {fold_company(name): name for name in names}
    query = fold_company(wanted)
    if query in by_key:
        return (by_key[query],)
    letters, words = _letters_of(query), query.split()
    rules: tuple[Callable[[str], bool], ...] = (
        lambda key: key.startswith(query),
        lambda key: query in key,
        lambda key: bool(letters) and letters in _letters_of(key),
        lambda key: bool(words) and all(any(part.startswith(word) for part in key.split()) for word in words),
    )
    for matches in rules:
        found = tuple(name for key, name in by_key.items() if matches(key))
        if found:
            return found
    return ()


def similar_companies(wanted: str, names: "Iterable[str]") -> tuple[str, ...]:
    """Return up to `MAX_SIMILAR` companies with a similar name or word in it, the most similar first."""
    import difflib

    query = fold_company(wanted)

    def similarity(key: str) -> float:
        return max(difflib.SequenceMatcher(None, query, part).ratio() for part in (key, *key.split()))

    by_key = {fold_company(name): name for name in names}
    rated = sorted(
        ((similarity(key), name) for key, name in by_key.items() if key), key=lambda pair: -pair[0]
    )
    return tuple(name for ratio, name in rated if ratio >= MIN_SIMILARITY)[:MAX_SIMILAR]


def _letters_of(name: str) -> str:
    return "".join(character for character in name if character.isalnum())
