"""Keyboard layouts of other scripts: what their keys type on a Latin keyboard.

Where the terminal does not say it, the letter tells the key: ctrl+й is ctrl+q, and й the command q. Only
layouts whose letters are on the same keys for nearly everybody are listed.
"""

from collections.abc import Mapping
from types import MappingProxyType

_LAYOUTS = (
    # Russian, then the letters that are only Ukrainian or Belarusian
    ("йцукенгшщзхъфывапролджэячсмитьбюё", "qwertyuiop[]asdfghjkl;'zxcvbnm,.`"),
    ("іїєўґ", "s]'o`"),
    # Greek
    ("ςερτυθιοπασδφγηξκλζχψωβνμ", "wertyuiopasdfghjklzxcvbnm"),
    # Hebrew; its q and w are / and '
    ("קראטוןםפשדגכעיחלךףזסבהנמצתץ", "ertyuiopasdfghjkl;zxcvbnm,."),
)


def _latin_letters() -> Mapping[str, str]:
    lower = {letter: latin for letters, keys in _LAYOUTS for letter, latin in zip(letters, keys, strict=True)}
    upper = {letter.upper(): latin.upper() for letter, latin in lower.items() if latin.isalpha()}
    return MappingProxyType({**upper, **lower})


LATIN = _latin_letters()
"""The character that the key of a letter types on a Latin keyboard; shifted, the keys of letters only."""
