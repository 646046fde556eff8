"""Words as the proofreader sees them: their number, their neighbours, how much two texts share."""

import re
from functools import lru_cache

from followup_tui.core.letters.names import WORD
from followup_tui.core.text import words

_IDEOGRAPHS = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
"""A character of Chinese or Japanese, whose words have no spaces between them."""

_SENTENCE_START = re.compile(r"(?:^|[.!?…:\n]['\"”’)]?|[-–—•*])\s*['\"“‘(]?$")
"""What precedes the first word of a sentence, quotation marks included."""
SAYS = re.compile(r"[ \t]+(?:said|told|mentioned|asked|showed|explained|described)\b")
"""A verb that follows a person."""
NOT_NAMES = words(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july "
    "august september october november december christmas easter level step stage head headquarters hq "
    "campus reception university school college institute team engineering design product sales marketing "
    "finance human resources data research development operations support scrum zoom everyone today tomorrow "
    "pier quay terminal dock port harbor harbour yard plant site warehouse factory shop store lunch "
    "room floor building street station park square hotel cafe café bar "
    "customer success growth legal security analytics platform infrastructure procurement logistics "
    "europe asia africa america germany austria switzerland france spain italy poland england britain "
    "ireland scotland wales canada india australia"
)
"""Words with a capital that are neither somebody's name nor a company's: days, departments, places."""
_MAX_SIGNATURE_WORDS = 5
"""Words of a line below a sign-off, such as a name or a phone number."""


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
    own = [(run, start, end) for run, start, end in runs(text) if run not in common]
    theirs = run_set(other)
    spans = [(start, end) for run, start, end in own if run in theirs]
    return (len(spans) / len(own) if own else 0.0), spans


def are_adjacent(text: str, first: re.Match[str], second: re.Match[str]) -> bool:
    """Return whether only a blank, or the dot of a title and a blank, comes between two words."""
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


def end_of_prose(text: str, in_subject: bool) -> int:
    """Return where the sentences of a letter end: before the writer's own name, which a subject lacks."""
    return len(text) if in_subject else signature_start(text)


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


def line_around(text: str, at: int) -> str:
    """Return the line that holds the offset `at`."""
    return text[text.rfind("\n", 0, at) + 1 : line_end(text, at)]


def line_end(text: str, at: int) -> int:
    """Return where the line that holds the offset `at` ends."""
    end = text.find("\n", at)
    return len(text) if end < 0 else end
