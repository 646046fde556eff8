"""Other companies: found in the place of the own one, silent as employer of the past, tool or customer."""

import pytest

from tests.core.proofreading.cases import findings_in, judged


@pytest.mark.parametrize(
    "sentence",
    [
        "While I was at Lindholm Freight I learnt to wait.",
        "In my role at Lindholm Freight, I planned lorries.",
        "Before joining Lindholm Freight I sailed.",
        "Your time at Stripe must have been wild.",
        "I left Lindholm Freight in May.",
        "I still have to tell Lindholm Freight that I decline.",
        "I have an interview with Lindholm Freight next week.",
        "We talked about how Datadog draws its graphs.",
        "I use Stripe for my own shop.",
        "You mentioned that Tidewell is one of your customers.",
        "You said that Summit Cargo is a partner.",
        "My colleagues at Oak Hill Hospital taught me patience.",
        "I was offered a job at Lindholm Freight.",
        "I worked for Lindholm Freight for six years.",
        "I decided not to join Lindholm Freight.",
        "I would rather work with you than at Lindholm Freight.",
        "Do you work with Tidewell, too?",
        "I read that Summit Cargo moved to Rotterdam.",
        "As a planner with Lindholm Freight, I saw both.",
        "Lindholm Freight's cranes are older than yours.",
        "I am currently working for Lindholm Freight.",
        "My current team at Lindholm Freight knows that I am looking.",
        "I live near Oak Hill Hospital.",
        "Your offer beats the one at Lindholm Freight.",
        "Your offer is better than mine at Stripe.",
        "You offered tea and bread, unlike at Tidewell.",
        "My post at Oak Hill Hospital ends in May.",
        "I started at Lindholm Freight as a porter.",
        "In my first job at Lindholm Freight I swept the yard.",
        "What you built at Stripe is still in use.",
        "I learnt cranes at Lindholm Freight.",
        "The quay that you share with Summit Cargo is busy.",
        "You can reach my former boss at Lindholm Freight any time.",
        "The dashboards in Datadog would help the night shift.",
        "I wrote a blog post for Stripe once.",
        "Before I could start at Lindholm Freight, I learnt Excel.",
        "At Lindholm Freight I was able to start at five.",
        "I was happy to start at Lindholm Freight in 2019.",
        "Getting started with Datadog took me a day.",
        "I would like to start with Stripe and then add invoices.",
        "Datadog is a step up from what we had.",
        "Moving to Datadog would be a big step for a small shop.",
        "After five years with Summit Cargo, I want to see the sea.",
        "I learned about Datadog from Torvald.",
        "I enjoyed working with Stripe at my shop.",
        "We met at Summit Park.",
        "The Summit of the crane is high.",
        "I know that Datadog is also your neighbour.",
        "I passed Tidewell on the way.",
        "I use Datadog's alerts every day.",
        "You compared yourselves to Summit Cargo.",
        "You beat Tidewell to the contract.",
        "The conversation about Datadog was useful.",
        "Our discussion of Stripe helped me.",
        "The role that Stripe plays in your shop surprised me.",
        "I have experience with Datadog and SAP.",
        "My interest in Datadog is old.",
        "I am keen on Datadog dashboards.",
        "The opportunity to work with Datadog at your side appeals to me.",
        "Thank you for explaining how you work with Tidewell.",
        "I look forward to working with Datadog here.",
        "I would love to work with the Stripe data.",
        "I have an offer from Lindholm Freight, and you are my first choice.",
        "I have an offer from Lindholm Freight, which is a good place to work.",
    ],
)
def test_another_company_may_be_mentioned(sentence: str) -> None:
    assert findings_in(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "at"),
    [
        ("I am excited about the role at Lindholm Freight.", "Lindholm Freight"),
        ("I would love to join Lindholm.", "Lindholm"),
        ("I can see myself at Stripe.", "Stripe"),
        ("Thank you for telling me about the position at Summit Cargo.", "Summit Cargo"),
        ("I would be proud to be part of Tidewell.", "Tidewell"),
        ("I would fit well with Datadog's culture.", "Datadog"),
        ("Working for Lindholm Freight would be a dream.", "Lindholm Freight"),
        ("I was impressed by everyone at Oak Hill Hospital.", "Oak Hill Hospital"),
        ("Summit's team made me feel welcome.", "Summit"),
        ("Thank you for considering me for Lindholm Freight.", "Lindholm Freight"),
        ("I have another offer to answer by Friday, and Tidewell is my first choice.", "Tidewell"),
        ("I was offered a job, but Lindholm Freight remains my clear choice.", "Lindholm Freight"),
        ("Thank you for your kind offer at Lindholm Freight.", "Lindholm Freight"),
        ("After your offer of a place at Tidewell I could not sleep.", "Tidewell"),
        ("I thought about the job you offered me at Stripe.", "Stripe"),
        ("I would be glad to start at Lindholm.", "Lindholm"),
        ("I can't wait to get started at Stripe.", "Stripe"),
        ("Please consider me for the job at Summit.", "Summit"),
        ("My skills would help Tidewell grow.", "Tidewell"),
        ("I believe I can make a real difference at Oak Hill Hospital.", "Oak Hill Hospital"),
        ("What you are building at Datadog is impressive.", "Datadog"),
        ("Lindholm Freight is the right next step for me.", "Lindholm Freight"),
        ("Lindholm Freight would be my next move.", "Lindholm Freight"),
        ("It was a pleasure to learn about Summit Cargo today.", "Summit Cargo"),
        ("Thank you for the look behind the scenes of Tidewell.", "Tidewell"),
        ("I was delighted to visit Tidewell this morning.", "Tidewell"),
        ("I look forward to the next steps with Stripe.", "Stripe"),
        ("I wanted to ask about the planner post at Tidewell.", "Tidewell"),
        ("I am still very interested in Oak Hill Hospital.", "Oak Hill Hospital"),
        ("I look forward to starting at Datadog.", "Datadog"),
    ],
)
def test_another_company_in_place_of_the_right_company_is_found(sentence: str, at: str) -> None:
    assert findings_in(sentence) == ["other company: " + at]


@pytest.mark.parametrize(
    ("subject", "at"),
    [
        ("Thank you - Terminal planner at Tidewell", "Tidewell"),
        ("Lindholm Freight interview", "Lindholm Freight"),
    ],
)
def test_another_company_in_the_subject_is_found(subject: str, at: str) -> None:
    assert findings_in("Thank you for today.", subject=subject) == ["other company: " + at]


TO_LUIS = {"scene": "acme", "kind": "other", "person": "Luis Ortega", "body": "Hi Luis,\n"}


@pytest.mark.parametrize("subject", ["Next steps", "May I ask a question?", "Following up: Compass and Next"])
def test_a_subject_may_begin_with_a_word_that_is_a_company_too(subject: str) -> None:
    assert judged({**TO_LUIS, "subject": subject}) == ()


def test_a_company_with_a_common_name_is_found_in_a_subject_where_an_employer_stands() -> None:
    letter = {**TO_LUIS, "subject": "My interview at Next"}
    assert [str(finding.kind) for finding in judged(letter)] == ["other company"]
