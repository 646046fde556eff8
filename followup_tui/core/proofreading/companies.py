"""Other companies of the logbook in the text, as when letters to two of them are written on one day."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from followup_tui.core.letters.names import WORD, fold_word, without_possessive
from followup_tui.core.proofreading.context import Context, without_links
from followup_tui.core.proofreading.employers import (
    NEAR,
    has_made_offer,
    is_employer,
    is_of_past,
    words_before,
)
from followup_tui.core.proofreading.finding import Finding, FindingKind
from followup_tui.core.proofreading.words import begins_sentence
from followup_tui.core.text import words

_LEGAL = words(
    "gmbh inc ltd llc ag corp corporation co company limited plc bv nv sa se oy ab as aps kg sl srl "
    "spa sarl sas pty group holding holdings"
)
"""The last words of a company's full name, which are left out in speaking of it."""
# Words that are names of companies, too: at the beginning of a subject they are only words.
_COMMON = words(
    "a an the next new now notion indeed may april march june august apple target square stripe slack zoom "
    "meta google teams meet figma github gitlab linkedin twitter x glassdoor microsoft amazon aws azure "
    "docker oracle salesforce shopify spotify netflix uber facebook instagram youtube whatsapp trello asana "
    "jira atlassian dropbox box discord monday sunday friday first open general united national american "
    "european global international data cloud digital big blue green red black white bright north south east "
    "west smart fast true good great best better simple pure modern royal bank city home health care life "
    "energy power solar space star sun moon earth world future my our one two three four ten last light loop "
    "signal wave wise harmony compass harvest bolt ramp plaid brave chime clear common deep direct early "
    "elastic element even fair fresh front gap golden grand happy human idea ideas impact insight key lead "
    "lean level linear link long main master match mind mint motion native nature network nest orange origin "
    "outlook path peak people personal pilot pioneer plan planet point prime progress project public quick "
    "rapid ready real relay remote rise river rock root safe scale search second secure sense shift side sky "
    "snap social sound spark spring sprint stage standard station steady step strong summit super swift team "
    "tech technology thank thanks think time together top total touch track tree trust turn union unit unity "
    "up urban value vector venture view vision vital voice way web well wild wind wonder work works yes you "
    "zero dear hello hi hey regards kind engineering engineer python java go rust postgres kafka redis linux "
    "confluent mongo kubernetes react node snowflake databricks grafana segment adobe intel nvidia ibm sap "
    "hp interview following follow re scientist manager senior junior staff principal product design "
    "software backend frontend developer analyst platform mobile lab labs studio systems solutions services "
    "media consulting partners robotics games capital ventures industries"
)
_OF_EMPLOYER = words("Team Office Hiring Recruiting Talent Engineering")
"""Words with a capital that follow a company's name and are no part of it: "the Acme Team"."""
_OFFER = re.compile(r"\boffer(?:s|ed)?\b|\banother (?:company|process|employer)\b", re.IGNORECASE)
"""What a sentence about an offer of another company says."""
_PREFERRED = re.compile(r" (?:is|remains|would be)(?: still)? my (?:\w+ )?(?:choice|dream)\b", re.IGNORECASE)
"""What is said next to an offer of the employer that the letter goes to: "X is my first choice"."""
_SENTENCE = 200
"""How far back the beginning of a sentence is searched for, in characters."""
_SUBJECT_AT = re.compile(r"\b(?:at|with|for|from)[ ]+$", re.IGNORECASE)
"""What precedes a company in a subject."""
_SUBJECT_BEFORE = re.compile(r"(?:^|\b(?:at|with|for|from)[ ]+|[-–—:|,(/][ ]*)$", re.IGNORECASE)
"""The same, or the beginning of a part of the subject: "Thank you - Acme"."""
Index = dict[str, tuple[tuple[str, ...], ...]]


def is_common_word(folded: str) -> bool:
    """Return whether a folded word with a capital is often no name, or one that many letters have."""
    return folded in _COMMON


@lru_cache(maxsize=8)
def _index(companies: tuple[str, ...]) -> Index:
    """Return the words of each company name by its folded first word, longest names first."""
    index: dict[str, set[tuple[str, ...]]] = {}
    for company in companies:
        words = core_words(company)
        if words:
            index.setdefault(fold_word(words[0]), set()).add(words)
    return {
        first: tuple(sorted(names, key=lambda name: (-len(name), name))) for first, names in index.items()
    }


@lru_cache(maxsize=2048)
def core_words(company: str) -> tuple[str, ...]:
    """Return the words of a company name without its legal form."""
    words = [found[0] for found in WORD.finditer(company)]
    while len(words) > 1 and fold_word(words[-1]) in _LEGAL:
        words.pop()
    return tuple(words)


class _Prose(NamedTuple):
    """A text with its words, as they are compared with the names of companies."""

    text: str
    """The text with a blank for each line break, so that offsets hold."""
    words: list[re.Match[str]]
    folded: list[str]
    """The words in the form in which names are compared."""

    @classmethod
    def parse(cls, text: str) -> "_Prose":
        """Return a text with its words."""
        words = list(WORD.finditer(text))
        folded = [fold_word(without_possessive(found[0])) for found in words]
        return cls(text.replace("\n", " ").replace("\t", " "), words, folded)

    def has(self, name: tuple[str, ...], at: int) -> bool:
        """Return whether a folded name is at word `at`."""
        return tuple(self.folded[at : at + len(name)]) == name


def company_findings(context: Context, text: str, in_subject: bool) -> Iterator[Finding]:
    """Yield each other company that `text` names in place of the one it goes to.

    That is: in the greeting, in the subject, and where only an employer to be can be meant, as in "join X",
    "the role at X", "X's team". Past employers, tools, customers, competitors and offers may be named.
    """
    companies = tuple([interview.company for interview in context.logbook.interviews])
    index = _index(companies)
    own = tuple(fold_word(word) for word in core_words(context.interview.company))
    prose = _Prose.parse(without_links(text))
    at = 0
    while at < len(prose.words):
        step = 1
        if own and prose.has(own, at) and not _longer_name(index, prose, at, len(own)):
            at += len(own)
            continue
        for name in index.get(prose.folded[at], ()):
            size = _count_matched(context, prose, at, name, own)
            if not size:
                continue
            start, last = prose.words[at].start(), prose.words[at + size - 1]
            end = last.start() + len(without_possessive(last[0]))
            is_common = size == 1 and prose.folded[at] in _COMMON
            if _must_be_recipient_company(prose.text, start, end, in_subject=in_subject, is_common=is_common):
                fix = context.interview.company
                message = f"“{text[start:end]}” is another company in your logbook: this goes to {fix}."
                yield Finding(FindingKind.OTHER_COMPANY, start, end, message, fix)
                step = size
                break
        at += step


def _must_be_recipient_company(text: str, start: int, end: int, *, in_subject: bool, is_common: bool) -> bool:
    """Return whether only the employer that the letter goes to can be meant.

    A subject may begin with a common word that is a name, too: "Next steps".
    """
    before = words_before(text, start)
    if in_subject and not _OFFER.search(text):
        pattern = _SUBJECT_AT if is_common else _SUBJECT_BEFORE
        if pattern.search(before):
            return True
    if has_made_offer(text, start):
        return True
    sentence = text[_sentence_start(text, start) : end + NEAR].partition(". ")[0]
    is_about_offer = _OFFER.search(sentence) and not _PREFERRED.match(text, end)
    return not is_about_offer and not is_of_past(text, start) and is_employer(text, start, end)


def _sentence_start(text: str, at: int) -> int:
    """Return where a sentence begins, 0 if that is too far back."""
    return max(text.rfind(mark, max(0, at - _SENTENCE), at) + 1 for mark in ".!?")


def _longer_name(index: Index, prose: _Prose, at: int, size: int) -> bool:
    """Return whether a name of more than `size` words is at word `at`."""
    return any(
        len(name) > size and prose.has(tuple(fold_word(word) for word in name), at)
        for name in index.get(prose.folded[at], ())
    )


def _count_matched(
    context: Context, prose: _Prose, at: int, name: tuple[str, ...], own: tuple[str, ...]
) -> int:
    """Return how many words from `at` on are the other company's name: all, only the first, or 0.

    `own` is the name of the company that the letter goes to.
    """
    text, words, folded = prose
    target = tuple(fold_word(word) for word in name)
    if set(target) <= set(own) or not _is_written_as(words[at][0], name[0]):
        return 0
    if prose.has(target, at):
        size = len(target)
    elif at + 1 < len(words) and _is_part_of_name(text, words[at], words[at + 1]):
        return 0  # Delta Lake is not Delta Maps
    elif len(target[0]) < 4 or target[0] in own:
        return 0
    else:
        size = 1
    if _is_mentioned_in_notes(context, folded[at : at + size]):
        return 0
    if size > 1:
        return size
    if at and words[at - 1][0][0].isupper() and text[words[at - 1].end() : words[at].start()] == " ":
        previous = fold_word(words[at - 1][0])
        is_greeting = previous in {"dear", "at", "hi", "hello", "joining", "join"}
        if not is_greeting and not begins_sentence(text, words[at - 1].start()):
            return 0  # a part of somebody else's name
    following = words[at + 1] if at + 1 < len(words) else None
    if following and _is_part_of_name(text, words[at], following) and following[0] not in _OF_EMPLOYER:
        return 0  # First Avenue
    return size


def _is_written_as(word: str, noted: str) -> bool:
    """Return whether a word is capitalized as a name; a name such as iRobot has to match exactly."""
    if any(letter.isupper() for letter in noted[1:]) and not noted[0].isupper():
        return word == noted
    return not word[0].islower()


def _is_part_of_name(text: str, word: re.Match[str], following: re.Match[str]) -> bool:
    is_pronoun = re.match(r"I(?!\w)", following[0]) is not None  # "at Acme I learnt"
    return text[word.end() : following.start()] == " " and following[0][0].isupper() and not is_pronoun


def _is_mentioned_in_notes(context: Context, words: list[str]) -> bool:
    people = {fold_word(word) for name in context.everybody for word in name.known}
    known = context.note_words | people
    return all(word in known for word in words)
