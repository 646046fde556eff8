"""Words typed in a hurry, as they are meant: "dont", "firday", "decison"."""

from functools import lru_cache

from followup_tui.core.text import words

_NEGATED = "is are was were has have had do does did would could should wo ca"
_SHORTENED = (
    "i'm i've it'll it'd you'll you're you'd you've they'll they're they'd they've we've he's that'll that's"
    " there's"
)
SPELLINGS = {
    word.replace("'", ""): word
    for word in (*(f"{verb}n't" for verb in _NEGATED.split()), *_SHORTENED.split())
}
"""What is typed without its apostrophe, where that is not a word of its own -> with it."""
_LONG_WORDS = tuple(
    sorted(
        words(
            "monday tuesday wednesday thursday friday saturday sunday january february august september"
            " october november december tomorrow tonight decision decisions decide decides feedback response"
            " business"
        )
    )
)
"""Words that are recognised with a slip in them."""
_MIN_LENGTH = min(map(len, _LONG_WORDS)) - 1


@lru_cache(maxsize=1024)
def correct(word: str) -> str:
    """Return a word in lower case as it is meant: with its apostrophe, and without one slip of the fingers.

    A slip is a letter too many or too few, or two letters in the wrong order, inside a long word: its first
    and its last letter are right, so that neither `Frida` nor `Fridays` is a Friday.
    """
    if word in SPELLINGS:
        return SPELLINGS[word]
    if len(word) < _MIN_LENGTH or word in _LONG_WORDS:
        return word
    return next((meant for meant in _LONG_WORDS if _is_slip(word, meant)), word)


def _is_slip(word: str, meant: str) -> bool:
    """Return whether one slip turns `meant` into `word`."""
    if word[0] != meant[0] or word[-1] != meant[-1] or abs(len(word) - len(meant)) > 1:
        return False
    if len(word) == len(meant):
        differing = [at for at, letter in enumerate(word) if letter != meant[at]]
        if len(differing) != 2 or differing[1] - differing[0] != 1:
            return False
        first, second = differing
        return word[first] == meant[second] and word[second] == meant[first]
    longer, shorter = (word, meant) if len(word) > len(meant) else (meant, word)
    return any(longer[:at] + longer[at + 1 :] == shorter for at in range(1, len(longer) - 1))
