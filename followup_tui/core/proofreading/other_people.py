"""People of other interviews: their names are at home in other letters."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from followup_tui.core.letters.names import TITLES, WORD, Name, fold_word, match_part
from followup_tui.core.proofreading.context import Context, Met, without_links
from followup_tui.core.proofreading.finding import Finding, Kind
from followup_tui.core.proofreading.words import SAYS, adjoin, begins_sentence, owner_word, signed_from
from followup_tui.core.text import fold_name, words

# First names that are places, months, programs or languages as well (ours).
_ALSO_WORDS = words(
    "april may june august austin berlin boston carolina charlotte chelsea dallas florence georgia houston "
    "israel jordan lincoln lourdes madison milan orlando paris phoenix santiago savannah sydney valencia "
    "victoria virginia washington christian german roman ruby julia ada jasmine pascal swift crystal claude "
    "alexa cassandra jenkins jasper django elixir amber"
)


def is_met_elsewhere(context: Context, written: Sequence[str], titled: bool) -> bool:
    """Whether somebody of another interview is called so; a family name alone counts where it is `titled`."""
    folded = [fold_word(word) for word in written]
    return any(_is_called(folded, titled, met.name) for met in context.elsewhere.get(folded[0], ()))


def _is_called(folded: list[str], titled: bool, name: Name) -> bool:
    family = [fold_word(word) for word in name.family.split()]
    if titled and folded == family:
        return True
    called = [[fold_word(word) for word in one.split()] for one in (name.full, name.first, *name.nicknames)]
    return folded in called or folded == [fold_word(name.parts[0])] or folded == [*called[1], *family]


def elsewhere_findings(context: Context, text: str, in_subject: bool = False) -> Iterator[Finding]:
    """Where `text` names somebody who was met at another company only.

    Not where the notes of this interview have the name too, nor where a first name may be a word, or a part
    of another name. Who writes the letter may be called like anybody.
    """
    index = context.elsewhere
    if not index:
        return
    prose = without_links(text)
    end = len(prose) if in_subject else signed_from(prose)
    found = list(WORD.finditer(prose, 0, end))
    own = {fold_word(one[0]) for one in WORD.finditer(f"{context.interview.company}\n{prose[end:]}")}
    for number, first in enumerate(found):
        people = index.get(fold_word(owner_word(first[0])), ())
        if not people or first[0][0].islower():
            continue
        size, people = _named(context, prose, found, number, people, own)
        companies = {fold_name(one.company) for one in people}
        if not people or fold_name(context.interview.company) in companies:
            continue
        last = found[number + size - 1]
        written = prose[first.start() : last.start() + len(owner_word(last[0]))]
        message = (
            f"You met “{written}” at {people[0].company}: make sure that the name belongs in this letter."
        )
        yield Finding(Kind.ELSEWHERE, first.start(), first.start() + len(written), message, None, in_subject)


def _named(
    context: Context, prose: str, found: list[re.Match[str]], at: int, people: tuple[Met, ...], own: set[str]
) -> tuple[int, tuple[Met, ...]]:
    """How many words from `at` on are a name of one of `people`, and whose it is; nobody's where unsure."""
    for met in people:
        parts = [fold_word(part) for part in met.name.parts]
        size = len(parts)
        if size > 1 and _folded(prose, found, at, size) == parts:
            at_home = set(parts) <= context.note_words or any(
                parts == [fold_word(part) for part in one.parts] for one in context.everybody
            )
            return size, () if at_home else _called(people, parts, False)
    word = _folded(prose, found, at, 1)
    before = found[at - 1] if at and adjoin(prose, found[at - 1], found[at]) else None
    after = found[at + 1] if at + 1 < len(found) and adjoin(prose, found[at], found[at + 1]) else None
    titled = before is not None and fold_word(before[0]) in TITLES
    known = word[0] in own or word[0] in context.note_words or len(word[0]) < 2
    if known or any(match_part(word[0], one) is not None for one in context.everybody):
        return 1, ()
    if not titled:
        is_part = any(one is not None and one[0][0].isupper() for one in (before, after))
        begins = begins_sentence(prose, found[at].start())
        if (
            word[0] in _ALSO_WORDS
            or (begins and not SAYS.match(prose, found[at].end()))
            or (is_part and not begins)
        ):
            return 1, ()
    return 1, _called(people, word, titled)


def _called(people: tuple[Met, ...], folded: list[str], titled: bool) -> tuple[Met, ...]:
    return tuple(one for one in people if _is_called(folded, titled, one.name))


def _folded(prose: str, found: list[re.Match[str]], at: int, size: int) -> list[str]:
    """`size` words from `at` on, folded, as far as they adjoin."""
    taken = found[at : at + size]
    if any(not adjoin(prose, one, other) for one, other in pairwise(taken)):
        return []
    return [fold_word(owner_word(one[0])) for one in taken]
