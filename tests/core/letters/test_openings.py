"""Openings: plain sentences from the facts, nothing private, names as they are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from followup_tui.core.letters.compose import compose
from followup_tui.core.letters.facts import facts_for
from followup_tui.core.letters.kinds import FOLLOW_UP, LETTER_KINDS, LetterKind
from followup_tui.core.model.logbook import Draft, Interview, Logbook
from followup_tui.core.proofreading.proofread import proofread
from followup_tui.core.rules.interview_plan import Plan
from followup_tui.core.rules.position import position_of
from tests.core.builders import interview, planned
from tests.examples import examples

NOTES = """\
@ Daniela "Dana" Reyes, engineering manager
@ Dr. Mina Okafor
@ Luis Ortega
> decision by 4 December
+ two references by Friday
= printed portfolio
! worried about my Kubernetes experience
! none
~ Luis plays the cello
~ Dana plays ice hockey
they use Postgres
Dana asked about Go
"""
ACME = interview(notes=NOTES, company="Acme Robotics", role="Backend engineer")
BARE = interview()
LATER = "2026-12-07"
HOSTILE = [
    "[/b] Reyes",
    "{name}",
    "{first_name} {company}",
    "<script>",
    "XXX",
    "Dana\u200b R",
    "O'Neill",
    "王小明",
    "all",
]


def opened(
    kind: str, person: str, at: Interview = ACME, templates: dict[str, str] | None = None
) -> tuple[str, str]:
    """Subject and body of an opening."""
    book = Logbook.model_validate({"interview": (at,), "templates": templates or {}})
    return compose(LETTER_KINDS[kind], person, at, planned(at, LATER), book)


def blocking_findings(kind: LetterKind, person: str, at: Interview) -> list[str]:
    """Return what must be answered in an opening."""
    plan: Plan = planned(at, LATER)
    book = Logbook(interview=(at,))
    subject, body = compose(kind, person, at, plan, book)
    known = {"id": "d", "kind": kind.contact, "letter": kind.id, "person": person}
    raw = {**known, "subject": subject, "body": body}
    found = proofread(Draft.model_validate(raw), at, book, plan.today)
    return [
        f"{finding.kind}: {body[finding.start : finding.end]}" for finding in found if finding.is_blocking
    ]


@pytest.mark.parametrize("kind", list(LETTER_KINDS.values()))
@pytest.mark.parametrize("at", [ACME, BARE], ids=["full", "bare"])
@pytest.mark.parametrize("person", ["Luis Ortega", 'Daniela "Dana" Reyes', "Dr. Mina Okafor", "Ann Lee", ""])
def test_an_opening_has_nothing_that_must_be_answered(kind: LetterKind, at: Interview, person: str) -> None:
    assert blocking_findings(kind, person, at) == []


@pytest.mark.parametrize("kind", list(LETTER_KINDS.values()))
@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_names_come_through_as_they_are(kind: LetterKind, name: str) -> None:
    hostile = interview(notes=f"@ {name}", company=name, role=name)
    assert blocking_findings(kind, name, hostile) == []
    subject, body = opened(kind.id, name, hostile)
    assert name in subject + body


@pytest.mark.parametrize("kind", list(LETTER_KINDS.values()))
def test_an_opening_never_holds_what_is_private(kind: LetterKind) -> None:
    text = " ".join(opened(kind.id, "Luis Ortega")).lower()
    for word in ("kubernetes", "cello", "hockey"):
        assert word not in text


@pytest.mark.parametrize(
    ("person", "greeting"),
    [
        ("Luis Ortega", "Dear Luis,"),
        ('Daniela "Dana" Reyes', "Dear Dana,"),
        ("Dr. Mina Okafor", "Dear Dr. Okafor,"),
        ('Daniela "Dana" Reyes, Luis Ortega', "Dear Dana and Luis,"),
        ("", "Hello,"),
    ],
)
def test_the_greeting_is_right(person: str, greeting: str) -> None:
    assert opened("thank-you", person)[1].startswith(greeting + "\n\n")


def test_a_follow_up_names_the_promised_day() -> None:
    subject, body = opened("follow-up", "Luis Ortega")
    assert subject == "Following up: Backend engineer at Acme Robotics"
    assert "When we met on Thursday 19 November, you hoped to decide by Friday 4 December, so" in body
    assert "hoped" not in opened("follow-up", "Luis Ortega", BARE)[1]


def test_material_that_is_wanted_is_named() -> None:
    body = opened("material", "Luis Ortega")[1]
    assert "As you asked, I am sending you two references for the Backend engineer role." in body
    assert "If there is anything else you need from me, I would be glad to send it." in body


@pytest.mark.parametrize(
    ("wanted", "sent"),
    [
        ("code sample", "the code sample"),
        ("References", "the References"),
        ("the signed form", "the signed form"),
        ("2 essays", "2 essays"),
        ("my transcript", "my transcript"),
        ("Dana's form", "Dana's form"),
        ("a list of clients", "a list of clients"),
    ],
)
def test_what_they_asked_for_is_named_as_in_a_sentence(wanted: str, sent: str) -> None:
    asked = interview(notes=f"@ Dana Reyes\n+ {wanted}", role="Planner")
    body = opened("material", "Dana Reyes", asked)[1]
    assert f"As you asked, I am sending you {sent} for the Planner role." in body


@pytest.mark.parametrize("kind", ["thank-you", "accept", "connect"])
def test_a_company_that_ends_with_a_stop_gets_no_second(kind: str) -> None:
    inc = interview(notes=NOTES, company="Acme, Inc.", role="Planner")
    body = opened(kind, "Luis Ortega", inc)[1]
    assert "at Acme, Inc. " in body or "at Acme, Inc.\n" in body
    assert ".." not in body


@pytest.mark.parametrize("role", ["Summer internship", "Postdoctoral fellowship", "night job"])
def test_a_role_that_says_what_it_is_gets_no_role_behind_it(role: str) -> None:
    body = opened("thank-you", "Luis Ortega", interview(company="Acme", role=role))[1]
    assert f"about the {role} at Acme." in body


def test_several_readers_are_thanked_as_several() -> None:
    assert "Thank you both for" in opened("thank-you", "Luis Ortega, Dr. Mina Okafor")[1]
    three = "Luis Ortega, Dr. Mina Okafor, Ann Lee"
    assert "Thank you all for" in opened("thank-you", three)[1]


def test_a_follow_up_carries_lapsed_thanks() -> None:
    plan = planned(ACME, LATER)
    body = compose(FOLLOW_UP, "Luis Ortega", ACME, plan, Logbook(), owes_thanks=True).body
    assert "Thank you again for the conversation on Thursday 19 November. You hoped to decide by" in body


def test_an_offer_in_hand_names_its_deadline_and_nothing_else_of_it() -> None:
    plan, kind = planned(ACME, LATER), LETTER_KINDS["offer in hand"]
    body = compose(kind, "Luis Ortega", ACME, plan, Logbook(), answer_by=plan.today).body
    assert "I have to answer it by Monday 7 December." in body
    assert "I have to answer it soon." in compose(kind, "Luis Ortega", ACME, plan, Logbook()).body


def test_an_invitation_is_short() -> None:
    subject, body = opened("connect", "Luis Ortega")
    assert subject == ""
    assert body.startswith("Hi Luis, thank you for the conversation about the Backend")
    long = interview(role="Engineer " * 30, company="Acme")
    assert len(opened("connect", "Luis Ortega", long)[1]) <= 200


lines_of_notes = st.text(st.characters(exclude_characters="\n"), max_size=40)


@examples(40)
@given(st.sampled_from(list(LETTER_KINDS.values())), lines_of_notes, st.lists(lines_of_notes, max_size=5))
def test_any_name_and_notes_give_an_opening(kind: LetterKind, person: str, notes: list[str]) -> None:
    at = interview(notes="\n".join(notes), role=person)
    subject, body = opened(kind.id, person, at)
    assert "\n" not in subject
    assert body
    lines = [text.strip() for text in at.notes.split("\n")]
    assert {line.text for line in facts_for(person, at, position_of([at]))} <= {
        *lines,
        *(text[1:].strip() for text in lines),
    }
