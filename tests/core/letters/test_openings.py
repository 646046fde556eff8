"""Openings: plain sentences from the facts, nothing private, names as they are; and what the notes hold."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from followup_tui.core.letters.openings import facts_for, invitation, opening
from followup_tui.core.model.logbook import ContactKind, Draft, Interview, Logbook
from followup_tui.core.notes.facts import Sign
from followup_tui.core.proofreading.proofread import proofread
from followup_tui.core.rules.plan_types import Plan
from tests.core.builders import interview, planned

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
    kind: str, person: str, one: Interview = ACME, templates: dict[str, str] | None = None
) -> tuple[str, str]:
    """Subject and body of an opening."""
    book = Logbook.model_validate({"interview": (one,), "templates": templates or {}})
    return opening(ContactKind(kind), person, one, planned(one, LATER), book)


def must(kind: ContactKind, person: str, one: Interview) -> list[str]:
    """What must be answered in an opening."""
    plan: Plan = planned(one, LATER)
    book = Logbook(interview=(one,))
    subject, body = opening(kind, person, one, plan, book)
    raw = {"id": "d", "kind": kind, "person": person, "subject": subject, "body": body}
    found = proofread(Draft.model_validate(raw), one, book, plan.today)
    return [f"{one.kind}: {body[one.start : one.end]}" for one in found if one.is_blocking]


@pytest.mark.parametrize("kind", list(ContactKind))
@pytest.mark.parametrize("one", [ACME, BARE], ids=["full", "bare"])
@pytest.mark.parametrize("person", ["Luis Ortega", 'Daniela "Dana" Reyes', "Dr. Mina Okafor", "Ann Lee", ""])
def test_an_opening_has_nothing_that_must_be_answered(kind: ContactKind, one: Interview, person: str) -> None:
    assert must(kind, person, one) == []


@pytest.mark.parametrize("kind", list(ContactKind))
@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_names_come_through_as_they_are(kind: ContactKind, name: str) -> None:
    one = interview(notes=f"@ {name}", company=name, role=name)
    assert must(kind, name, one) == []
    subject, body = opened(kind.value, name, one)
    assert name in subject + body


@pytest.mark.parametrize("kind", list(ContactKind))
def test_an_opening_never_holds_what_is_private(kind: ContactKind) -> None:
    text = " ".join(opened(kind.value, "Luis Ortega")).lower()
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
    assert "When we met on Thursday 19 November, a decision was expected by Friday 4 December" in body
    assert "expected" not in opened("follow-up", "Luis Ortega", BARE)[1]


def test_material_that_is_wanted_is_named() -> None:
    assert "two references" in opened("material", "Luis Ortega")[1]


def test_an_invitation_is_short() -> None:
    assert invitation("Luis Ortega", ACME).startswith(
        "Hi Luis, thank you for the conversation about the Backend"
    )
    long = interview(role="Engineer " * 30, company="Acme")
    assert len(invitation("Luis Ortega", long)) <= 200


def test_a_template_takes_the_place_of_the_opening() -> None:
    template = (
        "Subject: {role}, {day}\n\nDear {first_name} {last_name},\n{company} {promised_day} {name} {my_name}"
    )
    subject, body = opened("thank-you", "Luis Ortega", templates={"thank-you": template})
    assert subject == "Backend engineer, Thursday 19 November"
    assert body == "Dear Luis Ortega,\nAcme Robotics Friday 4 December Luis Ortega {my_name}"
    assert opened("follow-up", "Luis Ortega", templates={"thank-you": template}) == opened(
        "follow-up", "Luis Ortega"
    )
    assert opened("connect", "Luis Ortega", templates={"connect": "Hello {first_name}"}) == ("", "Hello Luis")


def test_what_the_facts_do_not_say_stays_in_the_template() -> None:
    body = opened("follow-up", "", BARE, templates={"follow-up": "{first_name} {role} {promised_day} {}"})[1]
    assert body == "{first_name} {role} {promised_day} {}"


def test_values_are_not_read_as_placeholders() -> None:
    odd = interview(company="{role}", role="{company}")
    assert opened("connect", "", odd, templates={"connect": "{company} {role}"})[1] == "{role} {company}"


def test_the_facts_name_the_person_first_and_others_last() -> None:
    lines = facts_for('Daniela "Dana" Reyes', ACME)
    assert [line.text for line in lines] == [
        "Dana plays ice hockey",
        "Dana asked about Go",
        "they use Postgres",
        "two references by Friday",
        "printed portfolio",
        "worried about my Kubernetes experience",
        "Luis plays the cello",
    ]
    assert [line.is_private for line in lines] == [
        line.sign in (Sign.CONCERN, Sign.PERSONAL) for line in lines
    ]
    assert [line.names_person for line in lines] == [True, True] + [False] * 5


lines_of_notes = st.text(st.characters(exclude_characters="\n"), max_size=40)


@settings(max_examples=80, deadline=None)
@given(st.sampled_from(list(ContactKind)), lines_of_notes, st.lists(lines_of_notes, max_size=5))
def test_any_name_and_notes_give_an_opening(kind: ContactKind, person: str, notes: list[str]) -> None:
    one = interview(notes="\n".join(notes), role=person)
    subject, body = opened(kind.value, person, one)
    assert "\n" not in subject
    assert body
    lines = [text.strip() for text in one.notes.split("\n")]
    assert {line.text for line in facts_for(person, one)} <= {*lines, *(text[1:].strip() for text in lines)}
