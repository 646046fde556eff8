"""The greeting: whether the letter addresses the person it goes to."""

import re
from collections.abc import Iterator

from followup_tui.core.dates.format import listed
from followup_tui.core.letters.names import (
    DEGREES,
    PLAIN_TITLES,
    TITLES,
    Name,
    fold_word,
    match_part,
    near_part,
    same_script,
    without_marks,
)
from followup_tui.core.letters.short_names import first_names
from followup_tui.core.proofreading.context import Context
from followup_tui.core.proofreading.finding import Finding, FindingKind
from followup_tui.core.proofreading.mentions import NameGroup, Word, names_company, owner_of, read_groups
from followup_tui.core.proofreading.other_people import is_known_elsewhere
from followup_tui.core.proofreading.words import line_end

GREETING = (
    r"(?:my\s)?dear(?:est)?|hi|hello|hey|hiya|heya|howdy|greetings|good\s(?:morning|afternoon|evening|day)|"
    r"happy\s(?:mon|tues|wednes|thurs|fri|satur|sun)day|happy\s(?:weekend|new\syear|holidays|easter)|"
    r"hola|hallo|bonjour|ciao|salut"
)
"""A pattern for the words that a greeting begins with, wherever it is."""
_FIRST_LINE_GREETING = (
    rf"{GREETING}|morning|afternoon|evening|happy\s\w+|liebe[rs]?|sehr\sgeehrte[rs]?|guten\s(?:tag|morgen|abend)|"
    r"servus|moin|grüezi|grüß\sgott|ch[eè]re?s?|chers|bonsoir|beste|geachte|hoi|dag|querid[oa]s?|estimad[oa]s?|"
    r"buenos\sd[ií]as|buenas\s(?:tardes|noches)|car[oaie]|gentile|egregi[oa]|buongiorno|buonasera|"
    r"prezad[oa]s?|ol[aá]|bom\sdia|boa\starde|kære|kära|bästa|hej(?:\shej)?|hei|god\s(?:morgon|morgen|dag)|"
    r"drogi|droga|szanown[ya]|dragă|merhaba|sayın|sevgili|namaste|salaam|shalom|aloha|g['’]day"
)
"""The same for the first line alone: in other languages the words may be names or words of English, too."""
_OPENING = re.compile(
    rf"(?<!\s)\s*(?:(?P<sure>{_FIRST_LINE_GREETING})(?:[ \t]+(?:again|there))?"
    r"|(?P<weak>(?:many\s|a\sbig\s)?thanks|thank\syou)(?:\s(?:so|very)\smuch)?(?:\sagain)?)"
    r"(?!\w)[ \t]*,?[ \t]*",
    re.IGNORECASE,
)
"""The first line up to the name: a greeting (`sure`), or thanks, which may as well go to nobody (`weak`)."""
_IMPERSONAL = re.compile(
    r"\s*(dear\s(?:sir(?:\s?(?:or|/|and)\s?madam)?|madam(?:\s?(?:or|/|and)\s?sir)|sirs)|"
    r"to whom(?:soever)? it may concern)"
    r"(?!\w)(?!\s\w)",
    re.IGNORECASE,
)
"""A greeting to nobody in person: "Dear Sir or Madam", "To whom it may concern"."""


def greeting_findings(context: Context, text: str, in_subject: bool) -> Iterator[Finding]:
    """Yield a finding where the first line addresses somebody else, or misspells the recipient."""
    if context.recipients and not in_subject and (found := _IMPERSONAL.match(text)):
        fix = f"Dear {listed([name.greeting for name in context.recipients])}"
        message = f"You know who this goes to: write “{fix}”."
        yield Finding(FindingKind.NOTHING_PERSONAL, found.start(1), found.end(1), message, fix)
        return
    end = _first_line_end(text)
    opening = _OPENING.match(text)
    start = opening.end() if opening else len(text) - len(text.lstrip())
    if start >= end:
        return
    sure = bool(opening and opening["sure"])
    groups = read_groups(context, text, start, end)
    alone = text[groups[-1].end : end].strip() if groups else ""
    if not opening:
        # "Dana," on a line of its own is a greeting; "Dana, it was" only where the name is known.
        if in_subject or not groups or not _is_set_off(text, groups[-1].end):
            return
        sure = alone in {",", "!", ":", "-", "–", "—"}
        groups = [_without_greeting_words(context, groups[0]), *groups[1:]]
    yield from addressee_findings(context, text, groups, sure=sure, may_misspell=bool(opening) or sure)


def addressee_findings(
    context: Context, text: str, groups: list[NameGroup], *, sure: bool, may_misspell: bool
) -> Iterator[Finding]:
    """Yield the findings of an address that names somebody else, and no recipient.

    An unknown name is reported as another name where the words are `sure` to be a name, and checked for
    being a misspelling of the right one where `may_misspell`.
    """
    owners = [owner_of(context, text, group) for group in groups]
    right = any(owner in context.recipients for owner in owners if owner)
    # Of two readers, two names: the second is a reader's, or wrong.
    has_room_for_all = len(context.recipients) >= 2 and len(groups) <= len(context.recipients)
    left = [name for name in context.recipients if name not in owners]
    for group, owner in zip(groups, owners, strict=True):
        if owner is None and (group.collective or names_company(context, group)):
            continue
        if owner is None:
            is_known = is_known_elsewhere(context, [word.text for word in group.words], group.titled)
            is_wrong = (sure or is_known) and (not right or has_room_for_all)
            if may_misspell:
                for finding in _unknown_name_findings(
                    context, text, group, is_wrong=is_wrong, names_recipient=right
                ):
                    yield _with_name_left(finding, left, group)
            elif is_known and not right and context.recipients:
                yield _other_name(context, text, group)
        elif owner not in context.recipients and context.recipients and not right:
            yield _other_name(context, text, group, owner)
        elif _lacks_degree(group, owner):
            start, end = group.start, group.end
            message = f"You noted “{owner.title}”: write “{owner.greeting}”."
            yield Finding(FindingKind.NEAR_NAME, start, end, message, owner.greeting)


def _with_name_left(finding: Finding, left: list[Name], group: NameGroup) -> Finding:
    """Return a finding of another name with its fix, where only one recipient is `left` to be meant."""
    if finding.kind is not FindingKind.OTHER_NAME or finding.fix is not None or len(left) != 1:
        return finding
    return finding._replace(fix=left[0].greeting if group.titled else left[0].first)


def _without_greeting_words(context: Context, group: NameGroup) -> NameGroup:
    """Return the group without greeting words that we don't know: "Ahoy" before a name or a title."""
    words = [word.text for word in group.words]
    for number in range(1, len(words)):
        before, name_words = words[:number], words[number:]
        if any(_may_be_name(context, word) for word in before):
            return group
        if all(fold_word(word) in TITLES for word in name_words):
            return group._replace(collective=True)
        if any(all(match_part(word, name) is not None for word in name_words) for name in context.recipients):
            return group._replace(words=group.words[number:], start=group.words[number].start)
    return group


def _may_be_name(context: Context, word: str) -> bool:
    """Return whether a word is a first name, or right or wrong that of somebody here."""
    return fold_word(word) in first_names() or any(
        match_part(word, name) is not None or near_part(word, name) for name in context.everybody
    )


def _lacks_degree(group: NameGroup, name: Name) -> bool:
    """Return whether a doctor or professor, as noted, is addressed as plain Mr. or Ms."""
    noted = {fold_word(title).rstrip(".") for title in name.title.split()}
    return bool(noted & DEGREES) and bool(group.titles) and PLAIN_TITLES.issuperset(group.titles)


def _first_line_end(text: str) -> int:
    return line_end(text, len(text) - len(text.lstrip()))


def greeting_end(text: str) -> int:
    """Return where the first line ends if it is a greeting, else 0."""
    return _first_line_end(text) if _OPENING.match(text) else 0


def _is_set_off(text: str, at: int) -> bool:
    return bool(re.match(r"[ \t]*(?:[,:!]|[-–—])(?!\w)", text[at : at + 8]))


def _unknown_name_findings(
    context: Context, text: str, group: NameGroup, *, is_wrong: bool, names_recipient: bool
) -> Iterator[Finding]:
    """Yield what is wrong with a name that is nobody's: a misspelling, a wrong order, another person.

    The last only if the name `is_wrong`. Where the address `names_recipient` as well, a misspelled name of
    somebody else is only that.
    """
    for name in (*context.recipients, *context.others):
        misspellings = _misspellings(group, name)
        if misspellings is None:
            continue
        if name in context.recipients or names_recipient or not context.recipients:
            for word, part in misspellings:
                yield misspelling(*word, part)
        else:
            yield _other_name(context, text, group, name)
        return
    start, end = group.words[0].start, group.words[-1].end
    for name in context.recipients:
        if _fits_in_any_order(group, name):
            message = f"Mind the order of the name: you noted “{name.full}”."
            yield Finding(FindingKind.NEAR_NAME, start, end, message, name.full)
            return
        fits_partly = any(match_part(word.text, name) is not None for word in group.words)
        if fits_partly and len(name.parts) > 1 and len(group.words) > 1:
            yield misspelling(text[start:end], start, end, name.full)
            return
        if fits_partly or _is_noted_too_briefly(group, name):
            return
    if is_wrong and context.recipients:
        yield _other_name(context, text, group)


def _misspellings(group: NameGroup, name: Name) -> list[tuple[Word, str]] | None:
    """Return the misspelled words of the group with their corrections; None where a word fits no part."""
    misspellings = []
    for word in group.words:
        if match_part(word.text, name) is None:
            part = near_part(word.text, name)
            if part is None:
                return None
            misspellings.append((word, part))
    return misspellings or None


def _fits_in_any_order(group: NameGroup, name: Name) -> bool:
    return len(group.words) > 1 and all(match_part(word.text, name) is not None for word in group.words)


def _is_noted_too_briefly(group: NameGroup, name: Name) -> bool:
    """Return whether the notes say too little to tell: a part was not noted, or is in another script."""
    if not all(same_script(word.text, name) for word in group.words):
        return True
    return len(name.parts) == 1 and not name.nicknames and group.titled != bool(name.title)


def misspelling(written: str, start: int, end: int, right: str) -> Finding:
    """Return the finding for a name that is nearly `right`; without its accents it is not a misspelling."""
    if without_marks(written) == without_marks(right):
        message = f"You noted “{right}”, with its accents."
        return Finding(FindingKind.ACCENTS, start, end, message, right)
    message = f"“{written}” is not a name in your notes: did you mean “{right}”?"
    return Finding(FindingKind.NEAR_NAME, start, end, message, right)


def _other_name(context: Context, text: str, group: NameGroup, owner: Name | None = None) -> Finding:
    """Return the finding that the letter speaks to somebody it does not go to, to `owner` if known."""
    start, end = group.start, group.end
    goes_to = " and ".join(name.full for name in context.recipients)
    message = f"This goes to {goes_to}, but it addresses “{text[start:end]}”: use the right name."
    fix = None
    if len(context.recipients) == 1:
        is_whole = owner is not None and text[start:end] in (owner.full, owner.greeting)
        is_full = (len(group.words) > 1 or is_whole) and " " in text[start:end]
        fix = _in_same_form(context.recipients[0], group.titled, is_full)
    return Finding(FindingKind.OTHER_NAME, start, end, message, fix)


def _in_same_form(to: Name, is_titled: bool, is_full: bool) -> str:
    """Return the name of the recipient in the form in which another name was written."""
    if to.title and (is_titled or len(to.parts) == 1):
        return to.greeting
    return to.full if is_titled or is_full else to.first
