"""Which company somebody means who typed a part of its name, or nearly its name."""

from collections.abc import Callable, Iterable

MAX_SIMILAR = 3
"""How many near names are told."""


def fold_company(name: str) -> str:
    """As `fold_name`; for plain names without what that imports."""
    if name.isascii():
        return " ".join(name.split()).casefold()
    from followup_tui.core.text import fold_name

    return fold_name(name)


def matching_companies(wanted: str, names: Iterable[str]) -> tuple[str, ...]:
    """The companies that `wanted` may stand for, by the first of these that fits any.

    Of that name; beginning so; with that in them; the same without blanks and stops (“acmelabs”); with words
    that begin so, in any order (“labs ac”). One name in two spellings counts once, in the later one. Empty
    where none fits.
    """
    folded = {fold_company(name): name for name in names}
    typed = fold_company(wanted)
    if typed in folded:
        return (folded[typed],)
    squeezed, words = _squeezed(typed), typed.split()
    ways: tuple[Callable[[str], bool], ...] = (
        lambda key: key.startswith(typed),
        lambda key: typed in key,
        lambda key: bool(squeezed) and squeezed in _squeezed(key),
        lambda key: bool(words) and all(any(own.startswith(one) for own in key.split()) for one in words),
    )
    for fits in ways:
        found = tuple(name for key, name in folded.items() if fits(key))
        if found:
            return found
    return ()


def _squeezed(name: str) -> str:
    return "".join(letter for letter in name if letter.isalnum())


def similar_companies(wanted: str, names: Iterable[str]) -> tuple[str, ...]:
    """The companies whose names are nearly `wanted`, or have a word that is nearly that; nearest first."""
    import difflib

    typed = fold_company(wanted)

    def likeness(key: str) -> float:
        return max(difflib.SequenceMatcher(None, typed, part).ratio() for part in (key, *key.split()))

    rated = sorted(
        ((likeness(key), name) for key, name in {fold_company(name): name for name in names}.items() if key),
        key=lambda one: -one[0],
    )
    return tuple(name for ratio, name in rated if ratio >= 0.6)[:MAX_SIMILAR]
