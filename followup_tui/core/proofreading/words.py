"""Words as the proofreader sees them: which are telling, their stems, how much two texts share."""

import re
from functools import lru_cache

from followup_tui.core.letters.names import WORD, bare_word
from followup_tui.core.text import words

_IDEOGRAPHS = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")

# Words of any letter after any interview, which do not show that the writer listened (ours).
_LIGHT = words(
    "about above across actually after again also although always amazing among another anybody anyone "
    "anything applicant application around asked attention available away back background based because "
    "become been before being best better both bring brought call called came candidate career "
    "challenge challenges chance chat clear colleague colleagues come coming company contact "
    "conversation could current daily date days dear decide decided decision deeply delighted detail "
    "details didn different discuss discussed discussion does doing done down each early either email "
    "employer engineer engineering enjoy enjoyed enough especially even ever every everybody everyone "
    "everything excellent excited exciting expect experience experienced explain explained eleven few "
    "feel felt find first five forward found four free friday friend from full further future gave "
    "general generous getting give given glad going gone good grateful great grow growth guess happy "
    "hard have having hear heard hello help helped helpful here high hire hiring hope hour hours idea "
    "ideas important impressed improve include interest interested interesting interview interviewer "
    "interviews into issue issues itself job join just keep kind know known large last late later lead "
    "learn learned learning least left less like likely line list little long look looking lots love "
    "loved made mail main make manager many material matter maybe mean meet meeting member members "
    "mention mentioned might mind minute minutes moment monday month months more morning most move much "
    "must myself name near need needs never new next nice none note notes nothing number offer office "
    "often once only open opening opportunity order other others ours ourselves over part particular "
    "particularly past people person perhaps phone place plan planned please point position possible "
    "present probably process product project projects proud provide question questions quick quite "
    "rather ready real really reason receive recently regards regarding remain remember report request "
    "right role round said same saturday says seem seemed seems seen send sense sent shall share shared "
    "short should show showed since sincerely skill skills small some somebody someone something soon "
    "sort speak spend spent spoke start started still strong such sunday sure take taken taking talk "
    "talked talking tasks team teams tell terms than thank thanks that their them then there these they "
    "thing things think third this those though thought three through thursday time times today "
    "together told tomorrow tonight took topic toward try trying tuesday under understand until "
    "upcoming update upon used useful using usual very visit wait want wanted warm week weeks wednesday "
    "well went were what when where whether which while will wish with within without wonderful word "
    "words work worked working works worried worry worries would write writing year years yesterday "
    "stand stands standing status touch check checking inquire timeline finds course currently eagerly "
    "enthusiastic enthusiasm patience consideration considering candidacy hearing whether "
    "yours yourself sees they're you're seven eight nine twelve half eighty hundred"
)
_OWNED = re.compile(r"['’]s?$")
_SENTENCE_START = re.compile(r"(?:^|[.!?…:\n]['\"”’)]?|[-–—•*])\s*['\"“‘(]?$")
SAYS = re.compile(r"[ \t]+(?:said|told|mentioned|asked|showed|explained|described)\b")
"""A verb that follows a person."""
_MAX_SIGNATURE_WORDS = 5
_ENDINGS = ("ingly", "edly", "ings", "ing", "ies", "ied", "ers", "er", "ed", "es", "ly", "s", "e", "y")


def has_weight(word: str) -> bool:
    """Return whether a word of the notes is telling: long, or a short name such as Go, k8s or 3D."""
    bare = bare_word(word)
    if bare in _LIGHT or (bare.endswith("s") and bare[:-1] in _LIGHT):
        return False
    if bare.isdecimal():
        return len(bare) >= 2
    if not word[:1].isascii():
        return len(word) >= 2
    if len(bare) >= 4:
        return True
    short_name = len(word) >= 2 and (word.isupper() or any(letter.isdigit() for letter in word))
    return (
        short_name
        or (len(word) == 3 and word[0].isupper())
        or (len(word) == 3 and bare not in _SMALL)
        or word == "Go"
    )


_SMALL = words(
    "the and for you your our are was had has her his him she not but can may who how why all any one "
    "two six ten out off own its it's i'm i'd let put say see set too via yes yet etc did got get use "
    "ask add new old big bit day way job met run ran led few lot per non now end ago far hey cto ceo "
    "cfo"
)


@lru_cache(maxsize=8192)
def stem(word: str) -> str:
    """Return a rough stem: `climb` for `climbing`, `climbed` and `climbers`."""
    bare = bare_word(word)
    if bare.endswith("'s"):
        bare = bare[:-2]
    for ending in _ENDINGS:
        if bare.endswith(ending) and len(bare) - len(ending) >= 3:
            bare = bare[: -len(ending)]
            break
    return bare[:-1] if len(bare) > 3 and bare[-1] == bare[-2] else bare


def word_count(text: str) -> int:
    """Return the number of words; two characters of a script without blanks count as one word (ours)."""
    total = 0
    for found in WORD.finditer(text):
        signs = len(_IDEOGRAPHS.findall(found[0])) if not found[0].isascii() else 0
        total += (signs + 1) // 2 if signs else 1
    return total


Spans = list[tuple[int, int]]


Run = tuple[str, str, str]
"""Three consecutive words, in lower case."""


@lru_cache(maxsize=512)
def runs(text: str) -> tuple[tuple[Run, int, int], ...]:
    """Return the three-word runs of a text with their offsets."""
    words = [(found[0].casefold(), found.start(), found.end()) for found in WORD.finditer(text)]
    triples = zip(words, words[1:], words[2:], strict=False)
    return tuple(((a[0], b[0], c[0]), a[1], c[2]) for a, b, c in triples)


@lru_cache(maxsize=512)
def run_set(text: str) -> frozenset[Run]:
    """Return the three-word runs of a text as a set."""
    return frozenset(run for run, _, _ in runs(text))


def shared(text: str, other: str, common: frozenset[Run] = frozenset()) -> tuple[float, Spans]:
    """Return the share (0 to 1) of the runs of `text` that `other` has too, and where they are.

    Runs that are `common` to all such letters count for neither. A changed word or name costs three runs.
    """
    own, theirs = [found for found in runs(text) if found[0] not in common], run_set(other)
    spans = [(start, end) for run, start, end in own if run in theirs]
    return (len(spans) / len(own) if own else 0.0), spans


def without_possessive(word: str) -> str:
    """Return the word without its possessive ending: `Dana` for `Dana's`."""
    return _OWNED.sub("", word)


def are_adjacent(text: str, first: re.Match[str], second: re.Match[str]) -> bool:
    """Return whether only a blank, or the dot of a title and a blank, stands between two words."""
    return text[first.end() : second.start()] in (" ", ". ", "\u00a0")


def neighbours(
    text: str, words: list[re.Match[str]], number: int
) -> tuple[re.Match[str] | None, re.Match[str] | None]:
    """Return the words right before and right after the word of that number, where they are adjacent."""
    before = words[number - 1] if number else None
    after = words[number + 1] if number + 1 < len(words) else None
    return (
        before if before and are_adjacent(text, before, words[number]) else None,
        after if after and are_adjacent(text, words[number], after) else None,
    )


def begins_sentence(text: str, at: int) -> bool:
    """Return whether a sentence or a list item begins at that offset, so that its capital says nothing."""
    return bool(_SENTENCE_START.search(text[max(0, at - 20) : at]))


def signature_start(text: str, max_lines: int = 2) -> int:
    """Return where the last lines begin, at most `max_lines`, that may be the writer's own name."""
    end = len(text.rstrip())
    for _ in range(max_lines):
        start = text.rfind("\n", 0, end) + 1
        size = len(text[start:end].split())
        is_sentence = size > 2 and text[end - 1] in ".!?"
        if not start or size > _MAX_SIGNATURE_WORDS or is_sentence:
            break
        end = len(text[:start].rstrip())
    return end


def line_of(text: str, at: int) -> str:
    """Return the line that holds the offset `at`."""
    end = text.find("\n", at)
    return text[text.rfind("\n", 0, at) + 1 : len(text) if end < 0 else end]
