"""People of other interviews, whose names belong in other letters."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from followup_tui.core.companies import company_key
from followup_tui.core.letters.names import (
    DEGREES,
    PLAIN_TITLES,
    TITLES,
    WORD,
    Name,
    fold_word,
    without_possessive,
)
from followup_tui.core.proofreading.companies import is_common_word
from followup_tui.core.proofreading.context import Acquaintance, Context, without_links
from followup_tui.core.proofreading.finding import Finding, FindingKind
from followup_tui.core.proofreading.words import (
    NOT_NAMES,
    SAYS,
    are_adjacent,
    begins_sentence,
    end_of_prose,
    neighbours,
    signature_start,
)
from followup_tui.core.text import words

# First names that are places, months, programs or languages as well (ours).
_ALSO_WORDS = words(
    "april may june august austin berlin boston carolina charlotte chelsea dallas florence georgia houston "
    "israel jordan lincoln lourdes madison milan orlando paris phoenix santiago savannah sydney valencia "
    "victoria virginia washington christian german roman ruby julia ada jasmine pascal swift crystal claude "
    "alexa cassandra jenkins jasper django elixir amber"
)
_MET_HERE = re.compile(
    r"(?:\b(?:glad|nice|good|great|lovely|pleased|delighted|happy|honou?red|pleasure)[ ]to[ ](?:meet|see)"
    r"|\benjoy(?:ed)?[ ](?:meeting|seeing|(?:talking|speaking)[ ](?:to|with))"
    r"|\b(?:regards|greetings|thanks)[ ](?:on[ ])?to|\bplease[ ]thank"
    r"|(?P<cited>\b(?:what|how|when|which|that)))[ ]$",
    re.IGNORECASE,
)
"""What precedes somebody who was met at the interview; after `cited`, a verb such as "said" follows."""
_MEETING = re.compile(
    r"\b(?:(?:glad|nice|good|great|lovely|pleased|delighted|happy|honou?red|pleasure)[ ]to[ ]meet"
    r"|(?:enjoyed|loved|liked|pleasure)[ ]meeting)(?:[ ]you)?(?:[ ]both)?(?:,?[ ]and)?[ ](?=(?-i:[A-Z]))",
    re.IGNORECASE,
)
"""What precedes somebody who was met, with or without a title."""
_PERSON_TITLES = DEGREES | PLAIN_TITLES | {"herr", "frau"}


def stranger_findings(context: Context, text: str, in_subject: bool) -> Iterator[Finding]:
    """Yield each person who is said to have been met, and is in no notes; without a title after "meet"."""
    if not context.people or in_subject:
        return
    prose = without_links(text)
    end = signature_start(prose)
    words = list(WORD.finditer(prose, 0, end))
    for meeting in _MEETING.finditer(prose, 0, end):
        word = WORD.match(prose, meeting.end())
        name = without_possessive(word[0]) if word else ""
        if name.istitle() and not _is_known_word(context, name):
            yield _stranger(prose, meeting.end(), meeting.end() + len(name))
    for title, first in pairwise(words):
        name = without_possessive(first[0])
        if (
            fold_word(title[0]) not in _PERSON_TITLES
            or not are_adjacent(prose, title, first)
            or not name[0].isupper()
            or context.is_noted(name)
            or fold_word(name) in context.people_elsewhere
        ):
            continue
        met = _MET_HERE.search(prose, max(0, title.start() - 40), title.start())
        if met and (not met["cited"] or SAYS.match(prose, first.end())):
            yield _stranger(prose, title.start(), first.start() + len(name))


def _stranger(prose: str, start: int, end: int) -> Finding:
    return Finding(
        FindingKind.ELSEWHERE, start, end, f"“{prose[start:end]}” is not in your notes: is the name right?"
    )


def _is_known_word(context: Context, word: str) -> bool:
    """Return whether a word with a capital is a title, noted, or often no name."""
    folded = fold_word(word)
    return (
        folded in TITLES
        or folded in NOT_NAMES
        or folded in context.people_elsewhere
        or folded in context.company_words
        or is_common_word(folded)
        or context.is_noted(word)
    )


def is_known_elsewhere(context: Context, written: Sequence[str], titled: bool) -> bool:
    """Return whether somebody of another interview has that name; a family name alone must be `titled`."""
    folded = [fold_word(word) for word in written]
    return any(
        _is_called(folded, titled, other.name) for other in context.people_elsewhere.get(folded[0], ())
    )


def _is_called(folded: list[str], titled: bool, name: Name) -> bool:
    family = [fold_word(word) for word in name.family.split()]
    if titled and folded == family:
        return True
    called = [[fold_word(word) for word in form.split()] for form in (name.full, name.first, *name.nicknames)]
    return folded in called or folded == [fold_word(name.parts[0])] or folded == [*called[1], *family]


def other_people_findings(context: Context, text: str, in_subject: bool) -> Iterator[Finding]:
    """Yield each name of somebody who was met only at another company.

    Silent where the notes of this interview have the name too, where a first name may be an ordinary word or
    part of another name, and in the writer's own signature.
    """
    if not context.people_elsewhere:
        return
    prose = without_links(text)
    end = end_of_prose(prose, in_subject)
    words = list(WORD.finditer(prose, 0, end))
    company = context.interview.company
    own = {fold_word(word[0]) for word in WORD.finditer(f"{company}\n{prose[end:]}")}
    for at, first in enumerate(words):
        candidates = context.people_elsewhere.get(fold_word(without_possessive(first[0])), ())
        if not candidates or first[0][0].islower():
            continue
        size, people = _named(context, prose, words, at, candidates, own)
        if not people or company_key(company) in {company_key(person.company) for person in people}:
            continue
        last = words[at + size - 1]
        written = prose[first.start() : last.start() + len(without_possessive(last[0]))]
        elsewhere = people[0].company
        message = f"You met “{written}” at {elsewhere}: make sure that the name belongs in this letter."
        yield Finding(FindingKind.ELSEWHERE, first.start(), first.start() + len(written), message)


def _named(
    context: Context,
    prose: str,
    words: list[re.Match[str]],
    at: int,
    candidates: tuple[Acquaintance, ...],
    own: set[str],
) -> tuple[int, tuple[Acquaintance, ...]]:
    """Return how many words from `at` on are a name, and which candidates have it; none where unsure.

    `own` are the folded words of the company written to and of the writer's signature.
    """
    for person in candidates:
        parts = [fold_word(part) for part in person.name.parts]
        size = len(parts)
        if size > 1 and _folded(prose, words, at, size) == parts:
            is_known_here = set(parts) <= context.note_words or any(
                parts == [fold_word(part) for part in name.parts] for name in context.everybody
            )
            return size, () if is_known_here else _called(candidates, parts, titled=False)
    word = fold_word(without_possessive(words[at][0]))
    is_known_here = word in own or word in context.note_words or context.names_somebody(word)
    if len(word) < 2 or is_known_here:
        return 1, ()
    before, after = neighbours(prose, words, at)
    if before is not None and fold_word(before[0]) in TITLES:
        return 1, _called(candidates, [word], titled=True)
    if begins_sentence(prose, words[at].start()):
        is_person = SAYS.match(prose, words[at].end()) is not None  # there, any word has a capital
    else:
        is_part_of_name = any(near is not None and near[0][0].isupper() for near in (before, after))
        is_person = not is_part_of_name
    return 1, _called(candidates, [word], titled=False) if is_person and word not in _ALSO_WORDS else ()


def _called(
    candidates: tuple[Acquaintance, ...], folded: list[str], *, titled: bool
) -> tuple[Acquaintance, ...]:
    return tuple(person for person in candidates if _is_called(folded, titled, person.name))


def _folded(prose: str, words: list[re.Match[str]], at: int, size: int) -> list[str]:
    """Return `size` folded words from `at` on; none where they are not adjacent."""
    taken = words[at : at + size]
    if any(not are_adjacent(prose, first, second) for first, second in pairwise(taken)):
        return []
    return [fold_word(without_possessive(word[0])) for word in taken]
