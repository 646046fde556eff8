"""The role of another application: found where the role applied for is meant."""

import pytest

from followup_tui.core.model.logbook import Draft, Logbook
from followup_tui.core.proofreading.proofread import proofread
from tests.core.builders import interview

HERE = interview(notes="@ Dana Reyes", company="Acme", role="Backend engineer")
ELSEWHERE = interview(notes="@ Ann Boyd", company="Borealis", role="Data scientist", id="other")


def found_in(body: str, subject: str = "", role: str = "Backend engineer") -> list[str]:
    draft = Draft.model_validate(
        {
            "id": "d",
            "kind": "other",
            "person": "Dana Reyes",
            "subject": subject,
            "body": f"Dear Dana,\n\n{body}\n",
        }
    )
    here = HERE.but(role=role)
    found = proofread(draft, here, Logbook(interview=(here, ELSEWHERE)), here.held_on)
    return [f"{finding.kind} -> {finding.fix}" for finding in found]


@pytest.mark.parametrize(
    "body",
    [
        "I am still very interested in the Data scientist role.",
        "Thank you for talking with me about the data scientist position today.",
        "I would like to apply for the Data\nscientist job.",
    ],
)
def test_the_role_of_another_application_is_found(body: str) -> None:
    assert found_in(body) == ["other company -> Backend engineer"]


def test_the_role_of_another_application_in_the_subject_is_found() -> None:
    assert found_in("Thank you.", "Thank you: Data scientist at Acme") == [
        "other company -> Backend engineer"
    ]


@pytest.mark.parametrize(
    "body",
    [
        "I am still very interested in the Backend engineer role.",
        "As a data scientist I learnt to count.",
        "I worked with a data scientist on it.",
        "The role of data is large.",
    ],
)
def test_the_own_role_and_other_mentions_are_silent(body: str) -> None:
    assert found_in(body) == []


def test_a_role_that_is_a_part_of_the_own_role_is_silent() -> None:
    assert found_in("I like the Data scientist role.", role="Senior data scientist") == []


@pytest.mark.parametrize(
    "sentence",
    [
        "I am still very interested in the Product Owner role.",
        "Thank you for talking with me about the product owner position.",
        "I would like to have the Frontend Engineer job.",
        "Is there any news about the\nNurse position?",
        "This Product Owner role is what I want.",
    ],
)
def test_a_role_of_no_application_is_pointed_out(sentence: str) -> None:
    assert found_in(sentence) == ["other role -> Backend engineer"]


@pytest.mark.parametrize(
    "sentence",
    [
        "I am still very interested in the Backend Developer role.",
        "I am still very interested in the Senior Backend Engineer position.",
        "I am still very interested in the engineer position.",
        "I am still very interested in the engineering position.",
        "I am still very interested in the Software Engineer position.",
        "The Product Owner role that I had in Leeds was fun.",
        "Tell me more about the difference between a designer and this role.",
        "I liked what you said about the manager role.",
        "The role of a product owner is hard.",
        "I saw the Product Owner position on your board, too.",
        "I would take the Product Owner job as well.",
        "You asked a product owner position by position.",
        "I was glad to hear how the tech lead role rotates.",
        "I liked that the Scrum Master role moves from person to person.",
        "In the product manager role I learnt to listen.",
        "I learnt to listen in the product manager role.",
        "The data analyst position next to you is still open, I read.",
    ],
)
def test_the_own_role_by_another_name_is_silent(sentence: str) -> None:
    assert found_in(sentence) == []


def test_without_a_word_for_a_job_in_the_own_role_nothing_is_known() -> None:
    assert found_in("I like the Product Owner role.", role="Night shift") == []
