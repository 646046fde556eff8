"""The facts for a letter: those about its reader first, concerns last."""

from followup_tui.core.letters.facts import eased_concerns, facts_for
from followup_tui.core.notes import signs
from followup_tui.core.rules.position import position_of
from tests.core.builders import contact, interview
from tests.core.letters.test_openings import ACME

INDENTED = """\
@ Dana Reyes, manager
    wants fewer meetings
    ~ grows chillies
@ Luis Ortega
  ~ keeps bees
the office is bright
! little Kubernetes -> My course in Kubernetes begins on Monday
! no degree
$ told Luis 70k
"""


def test_the_facts_name_the_person_first_and_others_last() -> None:
    lines = facts_for('Daniela "Dana" Reyes', ACME, position_of([ACME]))
    assert [line.text for line in lines] == [
        "Dana plays ice hockey",
        "Dana asked about Go",
        "they use Postgres",
        "two references by Friday",
        "printed portfolio",
        "Luis plays the cello",
        "worried about my Kubernetes experience",
    ]
    assert [line.is_private for line in lines] == [line.sign is signs.CONCERN for line in lines]
    assert [line.names_recipient for line in lines] == [True, True] + [False] * 5


def test_lines_below_a_person_are_offered_for_their_letter_first_and_pay_never() -> None:
    at = interview(notes=INDENTED)
    assert [fact.text for fact in facts_for("Luis Ortega", at, position_of([at]))] == [
        "keeps bees",
        "the office is bright",
        "grows chillies",
        "wants fewer meetings",
        "no degree",
        "little Kubernetes",
    ]
    assert [fact.text for fact in facts_for("Dana Reyes", at, position_of([at]))][:2] == [
        "grows chillies",
        "wants fewer meetings",
    ]


def test_concerns_of_all_rounds_are_offered_once_with_their_last_answer() -> None:
    first = interview("2026-11-09T14:00+01:00", "@ Dana\n! no degree\n! little Kubernetes", id="first")
    second = interview(notes="@ Luis\n! no degree -> fifteen years of practice", id="second", round=2)
    facts = facts_for("Luis", second, position_of([first, second]))
    assert [(fact.text, fact.insertion, fact.interview_id) for fact in facts] == [
        ("little Kubernetes", "", "first"),
        ("no degree", "Fifteen years of practice.", "second"),
    ]


def test_a_letter_that_gave_the_answer_eased_the_concern_of_its_reader() -> None:
    text = "Dear Dana,\n\nMy course in Kubernetes begins on Monday.\n\nBest,\nNora"
    at = interview(
        notes=INDENTED + "~ Dana climbs\n",
        contacts=[
            contact("thank-you", "2026-11-19", "Dana Reyes", text),
            contact("thank-you", "2026-11-19T15:00+01:00", "Luis Ortega", "Dear Luis, thank you for Monday."),
        ],
    )
    assert eased_concerns(position_of([at])) == {"dana reyes": ("little Kubernetes",)}
    letters = {
        fact.text: fact.letter and fact.letter.person
        for fact in facts_for("Luis Ortega", at, position_of([at]))
    }
    assert letters["little Kubernetes"] == "Dana Reyes"
    assert letters["no degree"] is None
