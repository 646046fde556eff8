"""The recall card: everything of one position in the order of a phone call, and nothing of any other."""

import re
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from followup_tui.core.model.logbook import Interview
from followup_tui.core.model.rules import Rules
from followup_tui.core.rules.plan import plan_positions
from followup_tui.core.rules.position_plan import PositionPlan
from followup_tui.core.rules.recall import RecallCard, find_positions, recall_card
from followup_tui.core.rules.recall_text import card_sections, card_title
from tests.core.builders import at, contact, interview
from tests.core.builders import interviews as drawn_interviews

NOW = at("2026-11-25T10:00")
FIRST = interview(
    "2026-11-09T14:00+01:00",
    notes="""@ Luis Ortega, recruiter, luis@acme.example, +49 170 1234567
> decision by 2026-11-20
+ two references by 2026-11-27
+ a code sample
! little Kubernetes
~ Luis keeps bees
? who would I report to
$ told Luis 70k
""",
    contacts=[
        contact("thank-you", "2026-11-10", "Luis Ortega", "Dear Luis, thank you."),
        contact("material", "2026-11-11", "Luis Ortega", "a code sample"),
    ],
    id="first",
    company="Acme Robotics GmbH",
    role="Engineer",
    setting="phone",
)
SECOND = interview(
    "2026-11-23T14:00+01:00",
    notes="""@ Dana Reyes, manager <dana@acme.example>
@ Luis Ortega, head of recruiting
! little Kubernetes -> course begins Monday
! no Go
? who would I report to -> Dana
? is there on-call
~ Dana plays ice hockey
$ they said 65 to 75k
> decision by 2026-12-04
""",
    contacts=[contact("reply", "2026-11-24", "Dana Reyes", "Thanks for coming in!")],
    id="second",
    company="acme robotics",
    role="engineer",
    round=2,
)
HOSTILE = "\n".join(
    f"{sign} SECRET"
    for sign in ("@", "> by 2026-12-01", "+", "=", "!", "~", "?", "$", "@ Dana Reyes,", "@ Luis Ortega,")
)
NEIGHBOURS = (
    interview("2026-11-23T16:00+01:00", notes=HOSTILE, id="n1", company="Acme", role="Engineer"),
    interview("2026-11-23T16:00+01:00", notes=HOSTILE, id="n2", company="Acme Robotics", role="SECRET role"),
    interview(
        "2026-11-22T14:00+01:00", notes=HOSTILE, id="n3", company="Acme Robotics Labs", role="Engineer"
    ),
    interview(
        "2026-11-24T14:00+01:00",
        notes=HOSTILE,
        contacts=[contact("reply", "2026-11-25T09:00", "Dana Reyes", "SECRET")],
        id="n4",
        company="Borealis",
        role="Engineer",
    ),
)


def plans(*interviews: Interview) -> tuple[PositionPlan, ...]:
    return plan_positions(interviews, NOW, Rules())


def card(*interviews: Interview, of: str = "second", **more: Any) -> RecallCard:
    (found,) = (
        plan for plan in plans(*interviews) if any(record.id == of for record in plan.position.interviews)
    )
    return recall_card(found, Rules(), **more)


def as_text(made: RecallCard) -> str:
    parts = (f"{section.title}\n  " + "\n  ".join(section.lines) for section in card_sections(made))
    return "\n".join((card_title(made), *parts))


def by_title(made: RecallCard) -> dict[str, tuple[str, ...]]:
    return {section.title: section.lines for section in card_sections(made)}


def test_the_card_has_all_rounds_in_the_order_of_a_phone_call() -> None:
    recall = card(FIRST, SECOND)
    sections = by_title(recall)
    assert list(sections) == [
        "People", "Status", "Concerns", "Owed",
        "Questions to ask", "Pay", "Personal", "Last contact",
    ]  # fmt: skip
    assert sections["People"] == (
        "Luis Ortega, head of recruiting · +49 170 1234567 · luis@acme.example · phone and in person, "
        "rounds 1 and 2",
        "Dana Reyes, manager · dana@acme.example · in person, round 2",
    )
    assert sections["Status"][0] == "Round 2 of 2, on Mon 23 Nov 14:00, in person"
    assert sections["Concerns"] == (
        "no Go → you have no answer yet",
        "little Kubernetes → course begins Monday",
    )
    assert sections["Owed"] == (
        "you, by Fri 27 Nov: two references",
        "they, by Fri 4 Dec: a decision (“decision by 2026-12-04”)",
    )
    assert sections["Questions to ask"] == ("is there on-call",)
    assert sections["Pay"] == ("they said 65 to 75k (Mon 23 Nov)", "told Luis 70k (Mon 9 Nov)")
    assert sections["Personal"] == ("Dana plays ice hockey", "Luis keeps bees")
    assert sections["Last contact"][0].startswith("they, Tue 24 Nov: ")
    assert sections["Last contact"][0].endswith("“Thanks for coming in!”")
    assert sections["Last contact"][1].startswith("you, Wed 11 Nov: ")


def test_nothing_of_another_position_is_on_the_card() -> None:
    alone, among_others = card(FIRST, SECOND), card(*NEIGHBOURS, FIRST, SECOND)
    assert among_others == alone
    assert "SECRET" not in as_text(among_others)


@given(st.lists(drawn_interviews(), min_size=1, max_size=5))
def test_every_line_of_any_card_comes_from_its_own_position(records: list[Interview]) -> None:
    """Each record notes a word of its own, so that a line from elsewhere would be seen."""
    marked = [
        record.but(
            id=f"i{number}",
            company="AB"[number % 2],
            role="",
            notes="\n".join(f"{sign} word{number}x" for sign in "@+=!~?$"),
        )
        for number, record in enumerate(records)
    ]
    for plan in plans(*marked):
        own = {f"word{record.id[1:]}x" for record in plan.position.interviews}
        text = as_text(recall_card(plan, Rules()))
        assert set(re.findall(r"word\d+x", text)) <= own


def test_the_order_of_the_records_changes_nothing() -> None:
    assert card(SECOND, *NEIGHBOURS[::-1], FIRST) == card(FIRST, SECOND, *NEIGHBOURS)


def test_a_concern_answered_in_any_round_is_answered() -> None:
    again = SECOND.but(notes="! LITTLE  Kubernetes\n? who would I report to")
    answered = FIRST.but(notes="! little Kubernetes -> a course\n? who would I report to -> Dana")
    recall = card(answered, again)
    assert [(fact.text, fact.answer) for fact in recall.concerns] == [("little Kubernetes", "a course")]
    assert recall.questions == ()


def test_a_figure_that_differs_from_the_record_is_pointed_out() -> None:
    later = SECOND.but(notes=SECOND.notes + "$ told Dana 80,000\n")
    recall = card(FIRST, later)
    assert by_title(recall)["Pay"] == (
        "told Dana 80,000 (Mon 23 Nov); another figure: you told Luis 70k on Mon 9 Nov",
        "they said 65 to 75k (Mon 23 Nov)",
        "told Luis 70k (Mon 9 Nov)",
    )
    assert "another figure" not in as_text(card(FIRST, SECOND.but(notes="$ told Dana 70.000 €")))


def test_the_days_they_promised_are_counted() -> None:
    thanked = SECOND.but(contacts=(contact("reply", "2026-11-24").but(says="thanks"),))
    # The next round has come after the day, and nobody put on record when they asked for it.
    assert "Promised days" not in as_text(card(FIRST, thanked))
    invited = FIRST.but(contacts=(contact("reply", "2026-11-22").but(says="next round"),))
    assert by_title(card(invited, SECOND))["Status"][-1] == ("Promised days: 1 kept, 1 late by 2 days")


def test_a_planned_round_is_what_the_card_is_about() -> None:
    planned = interview(
        "2026-12-03T10:00+01:00", id="third", company="Acme Robotics", role="Engineer", setting="video"
    )
    recall = card(FIRST, SECOND, planned)
    assert card_sections(recall)[1].lines[0] == "Round 3 of 3, planned for Thu 3 Dec 10:00, video"
    assert [known.person.name for known in recall.people] == ["Luis Ortega", "Dana Reyes"]


def test_the_caller_comes_first() -> None:
    recall = card(FIRST, SECOND, caller="dana")
    assert [known.person.name for known in recall.people] == ["Dana Reyes", "Luis Ortega"]
    assert [fact.text for fact in recall.personal] == ["Dana plays ice hockey", "Luis keeps bees"]


def test_an_interview_without_notes_has_a_short_card() -> None:
    bare = interview("2026-11-23T14:00+01:00", id="bare", company="Cyan")
    recall = card(bare, of="bare")
    assert [section.title for section in card_sections(recall)] == ["Status"]
    assert recall.today == date(2026, 11, 25)


@pytest.mark.parametrize(
    ("wanted", "ids"),
    [
        ("acme robotics", ["first", "n2"]),
        ("ACME ROBOTICS GMBH", ["first", "n2"]),
        ("borea", ["n4"]),
        ("dana", ["first", "n1", "n2", "n3", "n4"]),
        ("LUÍS", ["first", "n1", "n2", "n3", "n4"]),
        ("nobody", []),
    ],
)
def test_a_position_is_found_by_its_company_or_by_a_person(wanted: str, ids: list[str]) -> None:
    found = find_positions(wanted, plans(FIRST, SECOND, *NEIGHBOURS), Rules())
    assert sorted(plan.position.id for plan in found) == ids


def test_open_positions_are_found_before_closed_positions() -> None:
    closed = SECOND.but(id="closed", company="Acme Labs", outcome="rejected")
    opened = FIRST.but(id="open", company="Acme Works")
    found = find_positions("acme", plans(closed, opened), Rules())
    assert [plan.position.id for plan in found] == ["open", "closed"]


def test_the_time_of_the_round_is_on_the_users_clock_with_theirs_behind() -> None:
    planned = interview(
        "2026-11-27T05:00+01:00",
        id="third",
        company="Zeta",
        their_zone="America/Los_Angeles",
        setting="video",
    )
    assert "Interview planned for Fri 27 Nov 05:00 (20:00 there), video" in as_text(card(planned, of="third"))


def test_what_was_passed_over_in_their_words_is_named() -> None:
    read = interview("2026-11-23T14:00+01:00", "> start in January, decision by 2026-12-04", id="read")
    assert (
        "they, by Fri 4 Dec: a decision (“start in January, decision by 2026-12-04”); "
        "“in January” is about a start"
    ) in as_text(card(read, of="read"))
    unread = interview("2026-11-23T14:00+01:00", "> office closed until 3 January", id="unread")
    assert (
        "they, no day known: a decision (“office closed until 3 January”); "
        "“until 3 January” is about an absence"
    ) in as_text(card(unread, of="unread"))


@pytest.mark.parametrize("says", ["offer", "rejection"])
def test_no_decision_is_owed_once_they_have_decided(says: str) -> None:
    answer = contact("reply", "2026-11-24", "Dana Reyes").but(says=says)
    decided = SECOND.but(notes=SECOND.notes + "> office closed until 3 January\n", contacts=(answer,))
    assert ": a decision" not in as_text(card(FIRST, decided))


def test_no_decision_is_owed_by_a_closed_position() -> None:
    assert ": a decision" not in as_text(card(FIRST, SECOND.but(outcome="withdrawn")))


@pytest.mark.parametrize(("held", "is_owed"), [("2026-12-03T10:00", True), ("2026-12-10T10:00", False)])
def test_a_planned_round_answers_what_was_promised_for_before_it(held: str, is_owed: bool) -> None:
    planned = interview(held, id="third", company="Acme Robotics", role="Engineer")
    assert (": a decision" in as_text(card(FIRST, SECOND, planned))) is is_owed


def test_what_is_late_comes_first_and_says_so_then_what_is_due_next() -> None:
    record = interview(
        "2026-11-16T14:00+01:00",
        notes="+ a work permit by 2026-11-30\n+ a portfolio by 2026-11-24\n> decision by 2026-11-27",
        id="owing",
    )
    assert by_title(card(record, of="owing"))["Owed"] == (
        "you, late, was due Tue 24 Nov: a portfolio",
        "they, by Fri 27 Nov: a decision (“decision by 2026-11-27”)",
        "you, by Mon 30 Nov: a work permit",
    )


def test_the_latest_round_comes_first_in_each_section() -> None:
    first = FIRST.but(notes="@ Luis Ortega\n! no Rust\n? how large is the team\n~ Luis keeps bees")
    second = SECOND.but(notes="@ Dana Reyes\n! no Go\n? is there on-call\n~ Dana plays ice hockey")
    sections = by_title(card(first, second))
    assert [line.split(" →")[0] for line in sections["Concerns"]] == ["no Go", "no Rust"]
    assert sections["Questions to ask"] == ("is there on-call", "how large is the team")
    assert sections["Personal"] == ("Dana plays ice hockey", "Luis keeps bees")


def test_what_was_sent_is_named_and_a_letter_by_what_it_was() -> None:
    sent = contact("material", "2026-11-24", "", "two references")
    recall = card(SECOND.but(contacts=(sent,)))
    assert by_title(recall)["Last contact"] == ("you, Tue 24 Nov: sent two references",)
    letter = contact("other", "2026-11-24", "Maria Gomez").but(letter="accept")
    recall = card(SECOND.but(contacts=(letter,)))
    assert by_title(recall)["Last contact"] == ("you, Tue 24 Nov: your acceptance to Maria Gomez",)
