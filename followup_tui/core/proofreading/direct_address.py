"""Names that are addressed after the greeting: a second greeting, "thanks, Tom,", "see you soon, Tom."

Calling somebody by another name is the worst slip there is (article), wherever it is. Mentioning a
colleague is none: "Tom told me", "your recruiter, Luis". Where either may be meant, nothing is found (ours).
"""

import re
from collections.abc import Iterator

from followup_tui.core.dates.format import FULL_WEEKDAYS
from followup_tui.core.letters.names import TITLES, WORD, fold_word
from followup_tui.core.letters.short_names import first_names
from followup_tui.core.letters.signature import signature
from followup_tui.core.proofreading.context import Context
from followup_tui.core.proofreading.finding import Finding
from followup_tui.core.proofreading.greeting import GREETING, addressee_findings
from followup_tui.core.proofreading.mentions import NameGroup, owner_of, read_groups
from followup_tui.core.proofreading.words import line_end, signature_start
from followup_tui.core.text import words

_SENTENCE = r"(?:^[ \t]*|(?<=[.!?…)\]])[ \t]+)"
"""The beginning of a line or of a sentence."""
_GREETED = re.compile(
    rf"{_SENTENCE}(?:{GREETING})(?:[ \t]+(?:again|there))?(?!\w)[ \t]*,?[ \t]*(?=\S)",
    re.IGNORECASE | re.MULTILINE,
)
"""A greeting at the beginning of a sentence, up to the name."""
_THANKED = re.compile(
    r"(?<!\w)(?:thanks|thank[ ]you)(?:[ ](?:so|very)[ ]much|[ ]a[ ]lot|[ ]again|[ ]once[ ]more)*"
    r"[ \t]*,?[ \t]+(?=[^\W\d_])",
    re.IGNORECASE,
)
"""Thanks, up to the name: "thanks again, Tom"."""
_BEGUN = re.compile(rf"{_SENTENCE}(?=[^\W\d_])", re.MULTILINE)
"""The beginning of a sentence, up to its first word."""
_AFTER_COMMA = re.compile(r"(?<=\w),[ \t]+(?=[^\W\d_])")
"""A comma, up to the word that follows."""

_ENDS = re.compile(r"[ \t]*(?:[.!?,;:)…]|[-–—](?!\w)|$)", re.MULTILINE)
"""What follows a name that is addressed."""
_CLOSED = re.compile(r"[ \t]*(?:[.!,)]|[-–—](?!\w))")
"""A mark after a name that sets it off from the sentence."""
_LAST_WORDS = re.compile(r"(?:(?>[^\W\d_][\w'’-]{0,40})\.?[ ]?){1,3}[.!?]?(?=\s|\Z)")
"""One to three words at the end of a sentence, which may be a name."""
_ENDED = re.compile(r"[ \t]*[.!?]+(?=\s|\Z)")
"""The end of a sentence."""
_FAREWELL = re.compile(r"\b(?:soon|again|luck|care|weekend|evening|then|much|lot|well)\W?$", re.IGNORECASE)
"""A word before a comma and a name at the end: "see you soon, Tom"."""
_OWN = re.compile(r"\w+")
"""Any word."""
_OPENED = re.compile(
    r"(?:^|[.!?;,…)\n])[ \t]*(?:(?:and|but|so|also|yes)[ ,]+)*(?:(?P<hoped>(?:i|we)(?:['’](?:d|m))?"
    r"(?:[ ](?:do|must|can|also|really|truly|sincerely|very much|would|dare|will|am|are|be|so|very))*[ ]"
    r"(?:hope|think|believe|know|trust|feel|say|admit|confess|gather|suppose|guess|promise|wish|understand|"
    r"(?:assure|promise|tell)[ ]you|sure|certain|glad|happy|delighted|honou?red|grateful|pleased|sorry|"
    r"confident|convinced))|so|indeed|of course|again|once (?:again|more)|honestly|frankly|in short|finally|"
    r"as (?:i|we|you) (?:said|mentioned|know|see|told me)|as (?:promised|agreed)|if you (?:like|wish))$",
    re.IGNORECASE,
)
"""The beginning of a sentence after which a name between commas is addressed: "I hope, Dana, that …"."""
_GOES_ON = re.compile(r",[ ](?:that|you|we|i|i['’]\w+|it|this|to|there|how|what|if)\b", re.IGNORECASE)
"""How the sentence goes on after a name between commas that is addressed."""
_FOR = re.compile(r"[ \t]+(?:for|so|again|very|once)\b")
"""What follows a name that is thanked, without a comma."""
_ALONE = re.compile(r"[ \t]*(?:[,!]|[-–—])[ \t]*$", re.MULTILINE)
"""The end of the line after a name, as in a second greeting."""
_THEN = re.compile(
    r"[ \t]*(?:,|[-–—](?!\w))[ \t]*"
    r"(?:(?:many )?thanks?|it|it['’]s|i|i['’](?:m|ve|d|ll)|we|this|that|please|you|as (?:you|we|i)|"
    r"what (?:you|a|we)|if|here|great|good|hope|looking|how|could|would|can|do|are|have|let|just)"
    r"(?!\w|['’]?\w*[ ](?:think|believe|guess|gather|hear|suppose|understand),)",
    re.IGNORECASE,
)
"""What follows a name that is addressed at the beginning of a sentence."""
_MENTIONED = re.compile(
    r",[ ]*(?:who|whose|whom|the|your|our|their|his|her|my|an?|from|is|was|has|had|said|told|as well|too|"
    r"in|at|of|head|both)\b",
    re.IGNORECASE,
)
"""What follows a name that is only mentioned."""
_LISTED = re.compile(r",?[ ]+(?:and|or|&)[ ]+(?:[A-Z]|(?:the|your|every|all|other|his|her|their))")
"""What follows the first of several people, who are mentioned: "Tom and the team"."""
_TO_YOU = re.compile(
    r"\b(?:you|yours?|thanks)\b|\b(?:soon|again|today|tonight|tomorrow)$|"
    r"^\W*(?:good luck|have a|see|until|talk soon|congratulations|all the best|yes|no|well|sorry|please|so|"
    r"and|again|of course|indeed|welcome|cheers)\b",
    re.IGNORECASE,
)
"""What a sentence contains that addresses somebody."""
_PEOPLE = words(
    "colleague colleagues manager managers recruiter recruiters engineer engineers lead leads leader head "
    "boss director officer partner partners friend friends wife husband son daughter brother sister "
    "interviewer interviewers teammate teammates coworker coworkers co-worker co-workers assistant founder "
    "cofounder co-founder founders president coordinator designer designers developer developers analyst "
    "scientist specialist consultant mentor architect ceo cto cfo coo vp hr person people team others "
    "everyone everybody folks guys group panel staff chair professor teacher nurse doctor matron dog cat "
    "names colleague's referee referees reference references former old both"
)
"""Words for people: a name after one of them explains it."""
_NEAR_WORDS = 6
"""How many words before a name are searched for a word for people."""
_EXCLAMATIONS = words(
    "godspeed inshallah insha'allah cheers skål amen ciao adieu bye goodbye servus tschüss moin hooray bravo "
    "salut adiós sayonara namaste shalom sláinte merci danke gracias grazie arigato"
)
"""Words with a capital that may be where a name is, and are not names."""
_DAYS = frozenset(day.lower() for day in FULL_WEEKDAYS)
_SHORTENED = re.compile(rf"(?<!\w)(?:{'|'.join(sorted(map(re.escape, TITLES)))}|\w)\.$", re.IGNORECASE)
"""A title or an initial with a dot, which does not end a sentence."""
_MAX_TITLE_LENGTH, _MAX_OPENING_LENGTH, _MAX_FAREWELL_LENGTH = 12, 60, 20
"""How far back each of them is searched for, in characters."""
_CLAUSE = 240
"""How far back the beginning of a sentence is searched for, in characters."""


def address_findings(context: Context, text: str, in_subject: bool) -> Iterator[Finding]:
    """Yield a finding where `text` addresses somebody else after its first words."""
    if not context.recipients:
        return
    for found in _GREETED.finditer(text):
        groups = read_groups(context, text, found.end(), line_end(text, found.end()))
        if groups and not _LISTED.match(text, groups[-1].end):
            sure = bool(_ENDS.match(text, groups[-1].end))
            yield from addressee_findings(context, text, groups, sure=sure, may_misspell=sure)
    end = len(text) if in_subject else signature_start(text, 1)
    for groups in (
        *_unknown_thanked_names(context, text, end),
        *_unknown_names_at_sentence_starts(context, text, end),
        *_unknown_names_after_commas(context, text, end),
    ):
        yield from addressee_findings(context, text, groups, sure=True, may_misspell=True)
    if context.others or context.people_elsewhere:
        for groups in (
            *_thanked_names(context, text, end),
            *_names_at_sentence_starts(context, text, end),
            *_names_after_commas(context, text, end),
        ):
            yield from addressee_findings(context, text, groups, sure=False, may_misspell=False)


def _thanked_names(context: Context, text: str, end: int) -> Iterator[list[NameGroup]]:
    """Yield the names of the logbook that are thanked."""
    for found in _THANKED.finditer(text, 0, end):
        groups = _people_at(context, text, found.end())
        if groups and (_ENDS.match(text, groups[-1].end) or _FOR.match(text, groups[-1].end)):
            yield groups


def _names_at_sentence_starts(context: Context, text: str, end: int) -> Iterator[list[NameGroup]]:
    """Yield the names of the logbook that begin a sentence in which they are addressed."""
    for found in _BEGUN.finditer(text, 0, end):
        if _SHORTENED.search(text, max(found.start() - _MAX_TITLE_LENGTH, 0), found.start()):
            continue  # "like Dr. Okafor, I …" begins nothing at "Okafor"
        groups = _people_at(context, text, found.end())
        if groups and (_ALONE.match(text, groups[-1].end) or _THEN.match(text, groups[-1].end)):
            yield groups


def _names_after_commas(context: Context, text: str, end: int) -> Iterator[list[NameGroup]]:
    """Yield the names of the logbook that come after a comma where somebody is addressed."""
    read_until = 0
    for found in _AFTER_COMMA.finditer(text, 0, end):
        if found.end() < read_until:
            continue
        opened = _OPENED.search(text, max(0, found.start() - _MAX_OPENING_LENGTH), found.start())
        if not ((opened and opened["hoped"]) or _is_to_you(context, text, found.start())):
            continue
        groups = _people_at(context, text, found.end())
        if not groups:
            continue
        read_until = groups[-1].end
        is_list = len(groups) > 1 and all(
            owner_of(context, text, group) not in context.recipients for group in groups
        )
        is_mentioned = _MENTIONED.match(text, read_until) or _LISTED.match(text, read_until)
        if _ENDS.match(text, read_until) and not is_list and not is_mentioned:
            yield groups


def _unknown_thanked_names(context: Context, text: str, end: int) -> Iterator[list[NameGroup]]:
    """Yield the names that the logbook does not know and that are thanked: "Thanks, Tom,"."""
    for found in _THANKED.finditer(text, 0, end):
        groups = _unknown_name_at(context, text, found.end())
        is_set_off = "," in found[0] and groups and _CLOSED.match(text, groups[-1].end)
        if is_set_off or (groups and groups[0].titled and _FOR.match(text, groups[-1].end)):
            yield groups


def _unknown_names_at_sentence_starts(context: Context, text: str, end: int) -> Iterator[list[NameGroup]]:
    """Yield the names with a title that the logbook does not know and that begin a sentence to them."""
    for found in _BEGUN.finditer(text, 0, end):
        groups = _unknown_name_at(context, text, found.end())
        if groups and groups[0].titled and _THEN.match(text, groups[-1].end):
            yield groups


def _unknown_names_after_commas(context: Context, text: str, end: int) -> Iterator[list[NameGroup]]:
    """Yield the names that the logbook does not know, after a comma where only a person can be addressed.

    Between commas after "I hope"; a common first name after "so", too, and at the end of a sentence that
    addresses somebody.
    """
    for found in _AFTER_COMMA.finditer(text, 0, end):
        opened = _OPENED.search(text, max(0, found.start() - _MAX_OPENING_LENGTH), found.start())
        if not (opened or _LAST_WORDS.match(text, found.end())):
            continue
        groups = _unknown_name_at(context, text, found.end())
        if not groups:
            continue
        word = fold_word(groups[0].words[0].text)
        if opened and _GOES_ON.match(text, groups[-1].end):
            if opened["hoped"] or word in first_names() or groups[0].titled:
                yield groups
            continue
        if not _ENDED.match(text, groups[-1].end):
            continue
        is_farewell = _FAREWELL.search(text, max(0, found.start() - _MAX_FAREWELL_LENGTH), found.start() + 1)
        if (word in first_names() or groups[0].titled or is_farewell) and _is_to_you(
            context, text, found.start()
        ):
            yield groups


def _unknown_name_at(context: Context, text: str, at: int) -> list[NameGroup]:
    """Return the name at an offset if it has a capital and nothing in the logbook explains it, else none."""
    groups = read_groups(context, text, at, line_end(text, at))
    if len(groups) != 1 or groups[0].collective or len(groups[0].words) > 2:
        return []
    words = [word.text for word in groups[0].words]
    folded = {fold_word(word) for word in words}
    known = (
        context.note_words
        | context.role_words
        | _DAYS
        | _EXCLAMATIONS
        | {fold_word(word) for word in _OWN.findall(signature(context.logbook))}
    )
    is_name = all(word[0].isupper() and not word.isupper() and len(word) > 2 for word in words)
    return groups if is_name and not folded & known else []


def _people_at(context: Context, text: str, at: int) -> list[NameGroup]:
    """Return the people named from `at` on, where the first word is a known name; else none."""
    found = WORD.match(text, at)
    word = fold_word(found[0]) if found else ""
    is_known = word in TITLES or word in context.people_elsewhere or context.names_somebody(word)
    groups = read_groups(context, text, at, line_end(text, at)) if is_known else []
    return groups if any(len(word.text) > 1 for group in groups for word in group.words) else []


def _is_to_you(context: Context, text: str, end: int) -> bool:
    """Return whether the sentence up to `end` addresses somebody and does not end with a third person."""
    begin = max(end - _CLAUSE, 0)
    begin = max((begin, *(text.rfind(mark, begin, end) + 1 for mark in ".!?\n")))
    if not _TO_YOU.search(text[begin:end]):
        return False
    last = list(WORD.finditer(text, begin, end))
    near = [fold_word(word[0]) for word in last[-_NEAR_WORDS:]]
    if _PEOPLE.intersection(near) or context.role_words.intersection(near):
        return False
    is_name = last[-1][0][0].isupper() and len(last) > 1
    return not is_name or near[-1] in _DAYS
