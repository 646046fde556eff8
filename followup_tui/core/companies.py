"""Which company somebody means who typed a part of its name, or nearly its name."""

from collections.abc import Iterable

MOST_NEAR = 3
"""How many near names are told."""


def fold(name: str) -> str:
    """As `fold_name`; for plain names without what that imports."""
    if name.isascii():
        return " ".join(name.split()).casefold()
    from followup_tui.core.text import fold_name

    return fold_name(name)


def meant(wanted: str, names: Iterable[str]) -> tuple[str, ...]:
    """The companies that `wanted` may stand for: of that name, else beginning so, else with that in them.

    One name in two spellings counts once, in the later one. Empty where none fits.
    """
    folded = {fold(name): name for name in names}
    typed = fold(wanted)
    if typed in folded:
        return (folded[typed],)
    beginning = [name for key, name in folded.items() if key.startswith(typed)]
    return tuple(beginning or [name for key, name in folded.items() if typed in key])


def near(wanted: str, names: Iterable[str]) -> tuple[str, ...]:
    """The companies whose names are nearly `wanted`, or have a word that is nearly that; nearest first."""
    import difflib

    typed = fold(wanted)

    def likeness(key: str) -> float:
        return max(difflib.SequenceMatcher(None, typed, part).ratio() for part in (key, *key.split()))

    rated = sorted(
        ((likeness(key), name) for key, name in {fold(name): name for name in names}.items() if key),
        key=lambda one: -one[0],
    )
    return tuple(name for ratio, name in rated if ratio >= 0.6)[:MOST_NEAR]
