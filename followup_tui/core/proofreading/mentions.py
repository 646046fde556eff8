"""Parsing the names in an address, such as "Dana and Dr. Okafor", and finding whose they are."""

import re
from enum import Enum
from functools import lru_cache
from typing import NamedTuple

from followup_tui.core.letters.names import (
    HONORIFICS,
    PARTICLES,
    SUFFIXES,
    TITLES,
    WORD,
    Name,
    fold_word,
    match_part,
    near_part,
)
from followup_tui.core.proofreading.context import Context
from followup_tui.core.text import words

# An atomic group: without it a long name could take exponential time.
_PLAIN = re.compile(rf"(?>(?:{WORD.pattern}[. ]*)+)")
_JOIN = re.compile(
    r"[ \t]*(?:,[ \t]*(?P<sure>(?:and[ \t]+)?dear\b|lieber?\b|and\b)|,|&|\+|/|and\b)[ \t]*", re.IGNORECASE
)
"""What comes between two of the names in an address: "Dana, Luis and Tom", "Dana, dear Luis"."""
_BLANKS = re.compile(r"[ \t]*")
_COLLECTIVE = words(
    "all both everyone everybody team teams folks friends there again hiring manager managers "
    "committee sir sirs madam colleagues colleague panel recruiter recruiters recruiting recruitment "
    "talent people staff group crew ladies gentlemen department director lead head engineer officer "
    "coordinator president chair office human resources hr partner whoever reader members member "
    "world y'all yall guys two three whom trustees trustee interviewers interviewer board jury judges "
    "directors partners founders founder professors doctors teachers nurses librarians governors "
    "councillors commissioners editors organizers organisers panelists panellists panelist assessors "
    "examiners engineers hosts neighbours neighbors selection search admissions appointments council "
    "faculty employer employers representative representatives damen herren mesdames messieurs "
    "señores señoras collega's team's zusammen tous toutes todos"
)
"""Words that address people without their names."""
_SENTENCE = words(
    "thank thanks it i i'm i've i'd we this that just what many great hope so the as my our your in on at "
    "for to after following it's yesterday today and with a an please hello hi hey dear good best kind once "
    "again first last if when while since now here there then however also regarding re update apologies "
    "sorry greetings warm regards cheers sincerely yours congratulations happy well yes no per"
)
"""Words that begin or go on a sentence, so that the address ends before them."""


class Word(NamedTuple):
    """A word of a text, and where it is."""

    text: str
    start: int
    end: int


class NameGroup(NamedTuple):
    """The words for one person in an address, and where they are."""

    words: tuple[Word, ...]
    """The words of the name, without the title."""
    titles: tuple[str, ...]
    """The folded titles before the name."""
    start: int
    end: int
    collective: bool = False

    @property
    def titled(self) -> bool:
        """Whether a title comes before the name."""
        return bool(self.titles)


def read_groups(context: Context, text: str, at: int, end: int) -> list[NameGroup]:
    """Return the people named from `at` to `end` at most: "Dana, Tom and Dr. Okafor" are three."""
    groups: list[NameGroup] = []
    sure_of_next = True
    while at < end and len(groups) < 30:
        group = _group(context, text, at, end)
        if group is None or (not sure_of_next and not _is_known(context, group)):
            break
        groups.append(group)
        join = _JOIN.match(text, group.end, end)
        if not join:
            break
        at = join.end()
        sure_of_next = not join[0].strip().startswith(",") or join["sure"] is not None
    return groups


@lru_cache(maxsize=64)
def _unusual_forms(names: tuple[Name, ...]) -> tuple[str, ...]:
    """Return the forms of names with characters that names usually do not have: they match as noted."""
    forms = (form for name in names for form in (name.full, name.greeting, name.first))
    return tuple(form for form in forms if form and not _PLAIN.fullmatch(form))


def _unusual_name(context: Context, text: str, at: int) -> NameGroup | None:
    """Return the name at an offset if it is one of the unusual forms."""
    for form in _unusual_forms(context.everybody):
        end = at + len(form)
        if text.startswith(form, at) and not text[end : end + 1].isalnum():
            return NameGroup((Word(form, at, end),), (), at, end)
    return None


def _group(context: Context, text: str, at: int, end: int) -> NameGroup | None:
    """Return the words for one person that begin at an offset; None if none do."""
    if unusual := _unusual_name(context, text, at):
        return unusual
    words: list[Word] = []
    titles: list[str] = []
    collective = False
    start = at
    while found := WORD.match(text, at, end):
        match _part(context, text, found, end, is_first=not words):
            case _Part.SENTENCE:
                break
            case _Part.TITLE:
                titles.append(fold_word(found[0]))
            case _Part.NAME:
                words.append(Word(found[0], *found.span()))
            case _Part.COLLECTIVE:
                collective = True
                words.append(Word(found[0], *found.span()))
        may_be_shortened = (titles and not words) or len(found[0]) == 1
        has_dot = may_be_shortened and text[found.end() : found.end() + 1] == "."
        blank = _BLANKS.match(text, found.end() + (1 if has_dot else 0), end)
        if blank is None:
            break
        at = blank.end()
    while words and fold_word(words[-1].text) in PARTICLES:
        words.pop()
    begins_a_sentence = len(words) == 1 and not titles and fold_word(words[0].text) in _SENTENCE
    if not words or begins_a_sentence:
        return None
    return NameGroup(tuple(words), tuple(titles), start, words[-1].end, collective)


class _Part(Enum):
    """What a word in an address is a part of."""

    TITLE = "title"
    NAME = "name"
    SUFFIX = "suffix"
    """What comes after a name and is not part of it: "Robert Hale Jr.", "Priya ji"."""
    COLLECTIVE = "collective"
    """What addresses people without their names: "Dear Professor,", "Hi team"."""
    SENTENCE = "sentence"
    """What the address ends before."""


def _part(context: Context, text: str, found: re.Match[str], end: int, *, is_first: bool) -> _Part:
    """Return what a word is a part of; titles apart, it is the first of the address if `is_first`."""
    word = fold_word(found[0])
    is_title = is_first and word in TITLES
    if is_title and text[found.end() : min(found.end() + 1, end)] in (".", " "):
        return _Part.TITLE
    if not is_first and (word in SUFFIXES or word in HONORIFICS):
        return _Part.SUFFIX
    is_nobody = is_title and not _belongs(context, found[0])
    if is_nobody or word in _COLLECTIVE or _is_plural_role(context, word):
        return _Part.COLLECTIVE
    if (not is_first and word in _SENTENCE) or _is_plain_word(context, found[0]):
        return _Part.SENTENCE
    return _Part.NAME


def _is_plain_word(context: Context, word: str) -> bool:
    """Return whether a word without a capital is not part of a name."""
    return word[0].islower() and fold_word(word) not in PARTICLES and not _belongs(context, word)


def _is_plural_role(context: Context, word: str) -> bool:
    """Return whether a word is the plural of what somebody here does: "Planners"."""
    return word.endswith("s") and word[:-1] in context.role_words | context.note_words


def _belongs(context: Context, word: str) -> bool:
    """Return whether a word is a part of the name of anybody here, or nearly."""
    is_near = len(word) > 3 and any(near_part(word, name) for name in context.everybody)
    return is_near or context.names_somebody(word)


def _is_known(context: Context, group: NameGroup) -> bool:
    return any(
        all(match_part(word.text, name) is not None or near_part(word.text, name) for word in group.words)
        for name in context.everybody
    )


def owner_of(context: Context, text: str, group: NameGroup) -> Name | None:
    """Return whose name the group is, spelled correctly; recipients are tried first."""
    whole = text[group.start : group.end]
    for name in context.everybody:
        if whole in (name.full, name.greeting, name.first):
            return name
    exact = [name for name in context.everybody if _is_exact(group, name)]
    loose = [name for name in context.everybody if _fits_all(group, name)]
    return next(iter(exact or loose), None)


def _is_exact(group: NameGroup, name: Name) -> bool:
    known = {fold_word(word) for word in name.known}
    return all(fold_word(word.text) in known for word in group.words) and _fits_all(group, name)


def _fits_all(group: NameGroup, name: Name) -> bool:
    """Return whether all words of the group are parts of the name, in their order."""
    indexes = [match_part(word.text, name) for word in group.words]
    known = [index for index in indexes if index is not None]
    if len(known) < len(indexes):
        return False
    in_order = [index for index in known if index >= 0]
    return in_order == sorted(in_order)


def names_company(context: Context, group: NameGroup) -> bool:
    """Return whether all words of the group are in the name of one company of the logbook."""
    words = {fold_word(word.text) for word in group.words}
    companies = [context.interview.company, *(interview.company for interview in context.logbook.interviews)]
    return any(words <= {fold_word(found[0]) for found in WORD.finditer(company)} for company in companies)
