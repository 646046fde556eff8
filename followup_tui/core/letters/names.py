"""Names of people: parsing them, matching the words of a text with their parts, finding misspellings."""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from followup_tui.core.letters.short_names import short_forms
from followup_tui.core.text import words

TITLES = words(
    "mr mrs ms miss mx dr prof professor doctor sir madam dame mme mlle m herr frau señor señora sr sra srta "
    "madame monsieur mademoiselle heer mevrouw signorina cpt mses messrs mmes drs profs don doña signor "
    "signora rev fr sister brother engr ing judge justice reverend pastor rabbi imam father mother bishop "
    "dean provost rector chancellor president senator governor mayor minister ambassador councillor captain "
    "capt major maj colonel col lieutenant lt sergeant sgt general gen admiral commander cmdr corporal "
    "officer detective inspector chief coach chef nurse matron lord lady hon attorney counselor "
    "superintendent principal headmaster headmistress chair chairman chairwoman chairperson"
)
"""Titles, ranks and offices before a family name (ours)."""
DEGREES = frozenset({"dr", "prof", "professor", "doctor"})
"""Titles that a plain Mr. or Ms. leaves out."""
PLAIN_TITLES = frozenset({"mr", "mrs", "ms", "miss", "mx", "mister"})
_ALSO_FIRST_NAMES = words(
    "don m fr ing sister brother dean major bishop chancellor general chase chief earl chef coach"
)
"""Titles that are first names or common words as well."""
HONORIFICS = words("san sama sensei kun chan ji ssi nim bey hanım hanim jan garu effendi")
"""Words of respect after a name: Yamamoto-san, Priya ji (ours)."""
SUFFIXES = words("jr sr ii iii iv phd ph.d md mba msc bsc cpa esq pmp")
PARTICLES = words(
    "van der den de la del della dos das da do di du le von zu zum zur af av bin ibn bint al el ten "
    "ter e y the of"
)
_PRONOUNS = re.compile(r"\s*(?:she|he|they|her|him|them|hers|his|theirs)\b.*", re.IGNORECASE)
"""What is in brackets for pronouns, and is not a nickname: `(she/her)`."""
# Straight and curly quotes, and what is in brackets.
_NICKNAME = re.compile(
    r"[\"“”„«]([^\"“”„«»]{1,40})[\"“”»]|(?<!\w)[‘']([^'‘’]{1,40})['’](?!\w)|\(([^()]{1,60})\)"
)
_SAME_MARKS = str.maketrans("’ʼ‘`´‐‑–", "'''''---")
"""The apostrophes and hyphens of Unicode -> those of ASCII."""
_PLAIN_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th"}
)

# Inside a word: letters and digits with their combining marks, of any script.
_INSIDE = (
    r"(?>\w|[^\x00-\xbf\s\u2000-\u206f\u2600-\u27bf\u2e00-\u2e7f\u3000-\u303f\ufe0f\uff00-\uff0f\uff1a-\uff20"
    r"،؛؟、\U0001f000-\U0001faff])"
)
# Only atomic groups are possessive here: before Python 3.11.5 other possessive groups may match too much.
WORD = re.compile(rf"[^\W_]{_INSIDE}*+(?>['’ʼ‐‑-]{_INSIDE}++)*+")
"""One word of a text, of any script."""

_POSSESSIVE = re.compile(r"['’]s?$")
_HONORIFIC = re.compile(r"(?<=.)(?:先生|女士|小姐|さん|様|님|씨)$")
"""A word of respect that is written together with the name: 田中様."""


def fold_word(word: str) -> str:
    """Return the word with case, quotation marks and Unicode composition normalized, for comparison."""
    if word.isascii():
        return word.lower()
    return unicodedata.normalize("NFC", word.translate(_SAME_MARKS)).casefold()


def bare_word(word: str) -> str:
    """Return the word folded and without accents: `garcia` for `García`."""
    if word.isascii():
        return word.lower()
    parted = unicodedata.normalize("NFKD", fold_word(word))
    if not any("a" <= letter <= "z" for letter in parted.translate(_PLAIN_LETTERS)):
        return fold_word(word)  # the marks of other scripts are not accents
    letters = (letter for letter in parted if not unicodedata.combining(letter))
    return "".join(letters).translate(_PLAIN_LETTERS)


def without_possessive(word: str) -> str:
    """Return the word without its possessive ending: `Dana` for `Dana's`."""
    return _POSSESSIVE.sub("", word)


def without_marks(name: str) -> str:
    """Return the name as a plain keyboard writes it: bare, with `u` for `ü`, which may be written `ue`."""
    return re.sub(r"([aou])e", r"\1", bare_word(name))


class Name(NamedTuple):
    """A parsed name."""

    title: str
    """`Dr.`, as noted; empty where there is none."""
    parts: tuple[str, ...]
    """The words of the name, in order, without title, suffix and nicknames."""
    nicknames: tuple[str, ...]
    """The names they go by, noted in quotes or brackets."""

    @property
    def full(self) -> str:
        """The whole name, without title and nicknames."""
        return " ".join(self.parts)

    @property
    def family(self) -> str:
        """The last word with the particles before it: `van der Berg`; of a single word, that word."""
        at = max(len(self.parts) - 1, 0)
        while at > 1 and fold_word(self.parts[at - 1]) in PARTICLES:
            at -= 1
        return " ".join(self.parts[at:])

    @property
    def first(self) -> str:
        """The name for an informal letter: the noted nickname, else the first name, else the whole name."""
        if self.nicknames:
            return self.nicknames[0]
        first = self.parts[0] if self.parts else ""
        is_initial = len(first.rstrip(".")) < 2 and first.isascii()
        return self.full if is_initial or fold_word(first) in PARTICLES else first

    @property
    def greeting(self) -> str:
        """The name after "Dear": title and family name where a title was noted, else the first name."""
        return f"{self.title} {self.family}" if self.title else self.first

    @property
    def known(self) -> tuple[str, ...]:
        """Every word of the name and of the nicknames."""
        return (*self.parts, *(word for nick in self.nicknames for word in nick.split()))


@lru_cache(maxsize=1024)
def parse_name(written: str) -> Name:
    """Parse a name such as `Dr. Daniela "Dana" Reyes`; brackets hold a nickname, or pronouns to leave out."""
    nicknames = []
    for found in _NICKNAME.finditer(written):
        inner = (found[1] or found[2] or found[3]).strip()
        if inner and not _PRONOUNS.fullmatch(inner):
            nicknames.append(inner)
    words = _NICKNAME.sub(" ", written).split()
    title: list[str] = []
    while len(words) > 1 and _is_title(words[0], after=bool(title)):
        title.append(words.pop(0))
    while len(words) > 1 and fold_word(words[-1]).strip(".,") in SUFFIXES:
        words.pop()
    if not words and nicknames:
        words = nicknames.pop(0).split()
    return Name(" ".join(title), tuple(words) or tuple(written.split()), tuple(nicknames))


def _is_title(word: str, after: bool) -> bool:
    folded = fold_word(word)
    # "Dean" and "Don" are first names as well: they count only with a dot or after another title.
    return folded.rstrip(".") in TITLES and (folded.endswith(".") or folded not in _ALSO_FIRST_NAMES or after)


def parse_recipients(person: str, known: Iterable[str]) -> tuple[Name, ...]:
    """Parse the recipient of a draft: one name, or several separated by commas or "and"."""
    person = person.strip()
    if not person:
        return ()
    folded = {fold_word(" ".join(name.split())) for name in known}
    parts = [part.strip() for part in re.split(r"[,;&]|\band\b", person) if part.strip()]
    if fold_word(person) in folded or not parts:
        return (parse_name(person),)
    return tuple(parse_name(part) for part in parts)


def noted_recipients(person: str, known: Iterable[str]) -> tuple[Name, ...]:
    """Parse the recipient of a draft as `parse_recipients` does, with titles and nicknames of the `known`."""
    names = tuple(known)
    by_name = {fold_word(name.full): name for name in map(parse_name, reversed(names))}
    return tuple(by_name.get(fold_word(name.full), name) for name in parse_recipients(person, names))


def without_honorific(word: str) -> str:
    """Return the folded word without an honorific after a hyphen: `yamamoto` for `yamamoto-san`."""
    name, hyphen, honorific = word.rpartition("-")
    return name if hyphen and honorific in HONORIFICS else word


@lru_cache(maxsize=8192)
def match_part(word: str, name: Name) -> int | None:
    """Return the index of the part that `word` stands for, -1 for a nickname, None for no part."""
    folded = without_honorific(fold_word(word))
    for index, part in enumerate(name.parts):
        whole = fold_word(part)
        if folded == whole or folded == whole.rstrip("."):
            return index
    for index, part in enumerate(name.parts):
        if _stands_for(folded, fold_word(part), index):
            return index
    joined = folded.replace("-", "")
    for index in range(len(name.parts) - 1):
        # Anne-Marie and Annemarie for Anne Marie.
        if joined == fold_word(name.parts[index] + name.parts[index + 1]):
            return index
    for nick in name.nicknames:
        pieces = [fold_word(piece) for piece in nick.split()]
        if folded in pieces or folded == fold_word(nick):
            return -1
    return None


def _stands_for(word: str, part: str, index: int) -> bool:
    """Return whether a word may be meant as the part of a name at `index`: in full, shortened, an initial."""
    pieces = part.split("-")
    if word in pieces or set(word.split("-")) <= set(pieces) or word == part.replace("-", ""):
        return True
    if part.isascii() and not word.isascii() and bare_word(word) == part:
        return True  # an accent that was not noted: José for Jose
    if len(word) == 1 or len(part.rstrip(".")) == 1:
        return word[:1] == part[:1]
    if not (word[:1].isascii() or _is_spaced(word)):
        return _HONORIFIC.sub("", word) in part  # 小明 of 王小明
    if index:
        return False
    bare = bare_word(part)
    if word in short_forms().get(part, ()) or word in short_forms().get(bare, ()):
        return True
    return len(part) - len(word) >= 2 and (
        (len(word) >= 2 and part.startswith(word)) or (len(word) >= 4 and part.endswith(word))
    )


def _is_spaced(word: str) -> bool:
    """Return whether the script of `word` separates words by blanks: Chinese, Japanese and Korean do not."""
    return not any("\u2e80" <= letter <= "\ud7ff" or letter >= "\U00020000" for letter in word)


@lru_cache(maxsize=4096)
def near_part(word: str, name: Name) -> str | None:
    """Return the part of the name that `word` seems to misspell: by a letter or two, or by its accents."""
    bare = bare_word(word)
    best: tuple[int, str] | None = None
    for part in name.known:
        for piece in {part, *part.split("-")}:
            if fold_word(piece) in PARTICLES:
                continue
            target = bare_word(piece)
            limit = _misspelling_limit(bare, target)
            if target == bare:
                return piece
            if abs(len(target) - len(bare)) <= limit:
                apart = edit_distance(bare, target, limit)
                if apart <= limit and (best is None or apart < best[0]):
                    best = (apart, piece)
    return best[1] if best else None


def _misspelling_limit(word: str, target: str) -> int:
    """Return how many letters may differ (ours): none in two letters, one in up to five, else two."""
    shorter = min(len(word), len(target))
    if not _is_spaced(word):
        return 1 if shorter >= 2 else 0
    if shorter < 3:
        return 0
    return 1 if shorter < 6 else 2


@lru_cache(maxsize=4096)
def edit_distance(first: str, second: str, limit: int) -> int:
    """Return the Damerau-Levenshtein distance of two words, or `limit` + 1 where it is above `limit`."""
    if abs(len(first) - len(second)) > limit or len(first) > 60:
        return limit + 1
    before: list[int] = []
    row = list(range(len(second) + 1))
    for i, a in enumerate(first, 1):
        older, before, row = before, row, [i]
        for j, b in enumerate(second, 1):
            best = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (a != b))
            if i > 1 and j > 1 and a == second[j - 2] and first[i - 2] == b:
                best = min(best, older[j - 2] + 1)
            row.append(best)
        if min(row) > limit:
            return limit + 1
    return row[-1]


def same_script(word: str, name: Name) -> bool:
    """Return whether `word` and the name share a script, so that they can be compared at all."""
    script = _script(word)
    return any(_script(part) == script for part in name.known)


def _script(word: str) -> str:
    letter = next((letter for letter in word if letter.isalpha()), "")
    return unicodedata.name(letter, "").partition(" ")[0] if letter else ""
