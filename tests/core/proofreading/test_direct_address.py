"""People who are addressed after the greeting."""

import pytest

from tests.core.proofreading.cases import findings_in


@pytest.mark.parametrize(
    "sentence",
    [
        "Thank you again, and please greet Torvald.",
        "I hope to see you soon, rain or shine.",
        "Thank you, dear Rebecca, for everything.",
        "Thank you for everything, Torvald's tea included.",
        "I told Ms. Dubois, Mr. Garcia and the captain.",
        "With Torvald, Elena and the others I felt at home.",
        "I look forward to it, Rebecca.",
        "Thanks, Rebecca!",
        "Thanks again, and good luck with Bertha.",
        "Thank you, thank you, thank you.",
        "Thank you so much, Inshallah we meet again.",
        "I would like to visit you in Malmö, Sweden.",
        "See you soon in Oslo, Norway.",
        "Thank you, Saltmarsh.",
        "Yes, Captain, I listened.",
        "As we say in Hamburg, Moin.",
        "I will come on Monday, Tuesday at the latest.",
        "Sincerely, I have never seen such a plan.",
        "Thank you, Frau Stone, for your time.",
        "Mr. Garcia, whom I met in the yard, was kind.",
        "Dr. de Boer, the tide man, made me laugh.",
    ],
)
def test_colleagues_and_places_may_be_mentioned(sentence: str) -> None:
    assert findings_in(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "at"),
    [
        ("Thank you once more, Patricia, for the tour.", "Patricia"),
        ("Thank you, Mr. Lund. It was good.", "Mr. Lund"),
        ("I hope to hear from you soon, Walter.", "Walter"),
        ("Many thanks, Gregory! I enjoyed the yard.", "Gregory"),
        ("Dr. Klein, it was an honour.", "Dr. Klein"),
        ("It was great to meet you, Ann.", "Ann"),
    ],
)
def test_another_person_who_is_addressed_is_found(sentence: str, at: str) -> None:
    assert findings_in(sentence) == ["other name: " + at]
