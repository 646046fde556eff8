"""The greeting: whom a letter speaks to, and whether that is whom it goes to."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from followup_tui.core._phrase_words import words
from followup_tui.core._proof_case import Case
from followup_tui.core.findings import Finding, Kind
from followup_tui.core.names import PARTICLES, TITLES, WORD, Name, fits, fold_word, near_part, same_script

_OPENING = re.compile(
    r"\s*(?:(?P<sure>(?:my\s)?dear(?:est)?|hi|hello|hey|hiya|howdy|greetings|"
    r"(?:good\s)?(?:morning|afternoon|evening)|good\sday|hola|hallo|bonjour|ciao|salut)"
    r"(?:[ \t]+(?:again|there))?"
    r"|(?P<weak>(?:many\s|a\sbig\s)?thanks|thank\syou)(?:\s(?:so|very)\smuch)?(?:\sagain)?)"
    r"(?!\w)[ \t]*,?[ \t]*",
    re.IGNORECASE,
)
# Possessive: a long name can be split in more ways than can ever be tried.
_PLAIN = re.compile(rf"(?>{WORD.pattern}[. ]*)++")
_JOIN = re.compile(r"[ \t]*(?:,[ \t]*and\b|,|&|\+|/|and\b)[ \t]*", re.IGNORECASE)
_COLLECTIVE = words(
    "all both everyone everybody team teams folks friends there again hiring manager managers "
    "committee sir sirs madam colleagues colleague panel recruiter recruiters recruiting recruitment "
    "talent people staff group crew ladies gentlemen department director lead head engineer officer "
    "coordinator president chair office human resources hr partner whoever reader members member "
    "world y'all yall guys two three whom"
)
_SENTENCE = words(
    "thank thanks it i i'm i've i'd we this that just what many great hope so the as my our your in "
    "on at for to after following it's yesterday today and with a an please hello hi hey dear good "
    "best kind once again first last if when while since now here there then however also regarding "
    "re update apologies sorry greetings warm regards cheers sincerely yours congratulations happy "
    "well yes no per"
)


class _Group(NamedTuple):
    """The words for one person in a greeting: places in the text, without the title."""

    words: tuple[tuple[int, int], ...]
    titled: bool
    start: int
    end: int
    collective: bool = False


def greeting_findings(case: Case, text: str, in_subject: bool = False) -> Iterator[Finding]:
    """Where the first line speaks to somebody else than it goes to, or misspells them."""
    line_end = _first_line_end(text)
    opening = _OPENING.match(text)
    start = opening.end() if opening else len(text) - len(text.lstrip())
    if start >= line_end:
        return
    sure = bool(opening and opening["sure"])
    groups = _groups(case, text, start, line_end)
    alone = text[groups[-1].end : line_end].strip() if groups else ""
    if not opening:
        # "Dana," on a line of its own is a greeting for sure; "Dana, it was" where the name is known.
        if in_subject or not groups or not _is_set_off(text, groups[-1].end):
            return
        sure = alone in {",", "!", ":", "-", "–", "—"}
    greeted = [_owner(case, text, group) for group in groups]
    right = any(owner in case.recipients for owner in greeted if owner)
    for group, owner in zip(groups, greeted, strict=True):
        if owner is None and not group.collective and not _is_company(case, text, group):
            if opening or sure:
                yield from _judge_unknown(case, text, group, sure and not right, right, in_subject)
        elif owner is not None and owner not in case.recipients and case.recipients and not right:
            yield _other(case, text, group, in_subject, owner)


def _first_line_end(text: str) -> int:
    end = text.find("\n", len(text) - len(text.lstrip()))
    return len(text) if end < 0 else end


def greeted_until(text: str) -> int:
    """Where the first line ends, if it is a greeting; else 0."""
    return _first_line_end(text) if _OPENING.match(text) else 0


def _is_set_off(text: str, at: int) -> bool:
    return bool(re.match(r"[ \t]*(?:[,:!]|[-–—])(?!\w)", text[at : at + 8]))


def _groups(case: Case, text: str, at: int, end: int) -> list[_Group]:
    groups: list[_Group] = []
    sure_of_next = True
    while at < end and len(groups) < 30:
        group = _group(case, text, at, end)
        if group is None or (not sure_of_next and not _is_known(case, text, group)):
            break
        groups.append(group)
        join = _JOIN.match(text, group.end, end)
        if not join:
            break
        at = join.end()
        sure_of_next = not join[0].strip().startswith(",") or "and" in join[0].lower()
    return groups


def _group(case: Case, text: str, at: int, end: int) -> _Group | None:
    for name in case.everybody:
        # As it was noted, whatever it looks like: a name may hold marks that names usually don't.
        for form in (name.full, name.greeting, name.first):
            if (
                form
                and not _PLAIN.fullmatch(form)
                and text.startswith(form, at)
                and not text[at + len(form) : at + len(form) + 1].isalnum()
            ):
                return _Group(((at, at + len(form)),), False, at, at + len(form))
    words: list[tuple[int, int]] = []
    titled = collective = False
    start = at
    while found := WORD.match(text, at, end):
        word = fold_word(found[0])
        if word in TITLES and not words and (found.end() < end and text[found.end()] in ". "):
            titled = True
        elif word in _COLLECTIVE:
            collective = True
            words.append(found.span())
        elif (word in _SENTENCE and words) or (
            found[0][0].islower() and not (word in PARTICLES or _belongs(case, found[0]))
        ):
            break
        else:
            words.append(found.span())
        is_short = (titled and not words) or found.end() - found.start() == 1
        at = found.end() + (is_short and text[found.end() : found.end() + 1] == ".")
        blank = re.compile(r"[ \t]*").match(text, at, end)
        if blank is None or not WORD.match(text, blank.end(), end):
            break
        at = blank.end()
    while words and fold_word(text[slice(*words[-1])]) in PARTICLES:
        words.pop()
    if words and len(words) == 1 and not titled and fold_word(text[slice(*words[0])]) in _SENTENCE:
        return None
    return _Group(tuple(words), titled, start, words[-1][1], collective) if words else None


def _belongs(case: Case, word: str) -> bool:
    return any(fits(word, name) is not None for name in case.everybody) or any(
        near_part(word, name) for name in case.everybody if len(word) > 3
    )


def _is_known(case: Case, text: str, group: _Group) -> bool:
    return any(
        all(fits(text[a:b], name) is not None or near_part(text[a:b], name) for a, b in group.words)
        for name in case.everybody
    )


def _owner(case: Case, text: str, group: _Group) -> Name | None:
    """Whom the group names, spelled right; who it goes to first."""
    whole = text[group.start : group.end]
    for name in case.everybody:
        if whole in (name.full, name.greeting, name.first):
            return name
    exact = [name for name in case.everybody if _is_exact(text, group, name)]
    loose = [name for name in case.everybody if _fits_all(text, group, name)]
    return next(iter(exact or loose), None)


def _is_exact(text: str, group: _Group, name: Name) -> bool:
    known = {fold_word(word) for word in name.known}
    return all(fold_word(text[a:b]) in known for a, b in group.words) and _fits_all(text, group, name)


def _fits_all(text: str, group: _Group, name: Name) -> bool:
    places = [fits(text[a:b], name) for a, b in group.words]
    known = [place for place in places if place is not None]
    if len(known) < len(places):
        return False
    in_order = [place for place in known if place >= 0]
    return in_order == sorted(in_order)


def _is_company(case: Case, text: str, group: _Group) -> bool:
    words = {fold_word(text[a:b]) for a, b in group.words}
    companies = [case.interview.company, *(one.company for one in case.logbook.interviews)]
    return any(words <= {fold_word(found[0]) for found in WORD.finditer(company)} for company in companies)


def _judge_unknown(
    case: Case, text: str, group: _Group, sure: bool, right: bool, in_subject: bool
) -> Iterator[Finding]:
    for name in (*case.recipients, *case.others):
        slips = _slips(text, group, name)
        if slips is None:
            continue
        if name in case.recipients or right or not case.recipients:
            for (start, end), part in slips:
                yield near_finding(text[start:end], start, end, part, in_subject)
        else:
            yield _other(case, text, group, in_subject, name)
        return
    for name in case.recipients:
        if _fits_in_any_order(text, group, name):
            message = f"Mind the order of the name: you noted “{name.full}”."
            start, end = group.words[0][0], group.words[-1][1]
            yield Finding(Kind.NEAR_NAME, start, end, message, name.full, in_subject)
            return
        partly = any(fits(text[a:b], name) is not None for a, b in group.words)
        if partly and len(name.parts) > 1 and len(group.words) > 1:
            start, end = group.words[0][0], group.words[-1][1]
            yield near_finding(text[start:end], start, end, name.full, in_subject)
            return
        if partly or _could_be(text, group, name):
            return
    if sure and case.recipients:
        yield _other(case, text, group, in_subject, None)


def _slips(text: str, group: _Group, name: Name) -> list[tuple[tuple[int, int], str]] | None:
    """The words of the group that are slips of parts of the name; None where one is something else."""
    slips = []
    for start, end in group.words:
        word = text[start:end]
        if fits(word, name) is None:
            part = near_part(word, name)
            if part is None:
                return None
            slips.append(((start, end), part))
    return slips or None


def _fits_in_any_order(text: str, group: _Group, name: Name) -> bool:
    return len(group.words) > 1 and all(fits(text[a:b], name) is not None for a, b in group.words)


def _could_be(text: str, group: _Group, name: Name) -> bool:
    """Whether the notes say too little of the name to tell: a part not noted, or noted in another script."""
    if not all(same_script(text[a:b], name) for a, b in group.words):
        return True
    return len(name.parts) == 1 and not name.nicknames and group.titled != bool(name.title)


def near_finding(written: str, start: int, end: int, right: str, in_subject: bool = False) -> Finding:
    """The finding of a name that is nearly `right`."""
    message = f"“{written}” is not a name in your notes: did you mean “{right}”?"
    return Finding(Kind.NEAR_NAME, start, end, message, right, in_subject)


def _other(case: Case, text: str, group: _Group, in_subject: bool, owner: Name | None) -> Finding:
    start, end = group.start, group.end
    goes_to = " and ".join(one.full for one in case.recipients)
    message = f"This goes to {goes_to}, but it speaks to “{text[start:end]}”: put the right name."
    mend = None
    if len(case.recipients) == 1:
        to = case.recipients[0]
        several = len(group.words) > 1 or (
            owner is not None and text[start:end] in (owner.full, owner.greeting)
        )
        mend = (
            to.greeting
            if to.title and group.titled
            else to.full
            if group.titled or (several and " " in text[start:end])
            else to.first
        )
        if to.title and not group.titled and len(to.parts) == 1:
            mend = to.greeting
    return Finding(Kind.OTHER_NAME, start, end, message, mend, in_subject)
