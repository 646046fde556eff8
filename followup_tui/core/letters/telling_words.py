"""The telling words of a text: those that are typical of one conversation, and their stems."""

from functools import lru_cache

from followup_tui.core.letters.names import bare_word
from followup_tui.core.text import words

# Words of any letter after any interview, which do not show that the writer listened (ours).
_LIGHT = words(
    "about above across actually after again also although always amazing among another anybody anyone "
    "anything applicant application around asked attention available away back background based because "
    "become been before being best better both bring brought call called came candidate career challenge "
    "challenges chance chat clear colleague colleagues come coming company contact conversation could "
    "current daily date days dear decide decided decision deeply delighted detail details didn different "
    "discuss discussed discussion does doing done down each early either email employer engineer engineering "
    "enjoy enjoyed enough especially even ever every everybody everyone everything excellent excited "
    "exciting expect experience experienced explain explained eleven few feel felt find first five forward "
    "found four free friday friend from full further future gave general generous getting give given glad "
    "going gone good grateful great grow growth guess happy hard have having hear heard hello help helped "
    "helpful here high hire hiring hope hour hours idea ideas important impressed improve include interest "
    "interested interesting interview interviewer interviews into issue issues itself job join just keep "
    "kind know known large last late later lead learn learned learning least left less like likely line list "
    "little long look looking lots love loved made mail main make manager many material matter maybe mean "
    "meet meeting member members mention mentioned might mind minute minutes moment monday month months more "
    "morning most move much must myself name near need needs never new next nice none note notes nothing "
    "number offer office often once only open opening opportunity order other others ours ourselves over "
    "part particular particularly past people person perhaps phone place plan planned please point position "
    "possible present probably process product project projects proud provide question questions quick quite "
    "rather ready real really reason receive recently regards regarding remain remember report request right "
    "role round said same saturday says seem seemed seems seen send sense sent shall share shared short "
    "should show showed since sincerely skill skills small some somebody someone something soon sort speak "
    "spend spent spoke start started still strong such sunday sure take taken taking talk talked talking "
    "tasks team teams tell terms than thank thanks that their them then there these they thing things think "
    "third this those though thought three through thursday time times today together told tomorrow tonight "
    "took topic toward try trying tuesday under understand until upcoming update upon used useful using "
    "usual very visit wait want wanted warm week weeks wednesday well went were what when where whether "
    "which while will wish with within without wonderful word words work worked working works worried worry "
    "worries would write writing year years yesterday stand stands standing status touch check checking "
    "inquire timeline finds course currently eagerly enthusiastic enthusiasm patience consideration "
    "considering candidacy hearing yours yourself sees they're you're seven eight nine twelve half eighty "
    "hundred"
)
_ENDINGS = ("ingly", "edly", "ings", "ing", "ies", "ied", "ers", "er", "ed", "es", "ly", "s", "e", "y")


def is_telling_word(word: str) -> bool:
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
    "the and for you your our are was had has her his him she not but can may who how why all any one two "
    "six ten out off own its it's i'm i'd let put say see set too via yes yet etc did got get use ask add "
    "new old big bit day way job met run ran led few lot per non now end ago far hey cto ceo cfo"
)


@lru_cache(maxsize=8192)
def stem(word: str) -> str:
    """Return a rough stem: `climb` for `climbing`, `climbed` and `climbers`."""
    bare = bare_word(word).removesuffix("'s")
    for ending in _ENDINGS:
        if bare.endswith(ending) and len(bare) - len(ending) >= 3:
            bare = bare[: -len(ending)]
            break
    return bare[:-1] if len(bare) > 3 and bare[-1] == bare[-2] else bare
