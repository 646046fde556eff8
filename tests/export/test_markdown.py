"""A page as one would print it before the next round."""

from datetime import date

import pytest

from followup_tui.core.model.logbook import ContactKind, Draft, Interview
from followup_tui.core.model.rules import Rules
from followup_tui.core.rules.plan import plan_positions
from followup_tui.core.rules.position_plan import PositionPlan
from followup_tui.export.markdown import PAGE_BREAK, pages
from tests.core.builders import at, contact, follow_ups, interview, position_plan, promise, reply

NOW = "2026-11-20T09:00"
NOTES = """\
@ Dana Reyes, head <dana@acme.example>
@ Luis Ortega
they use Postgres *and* Go
    - eleven people
- x

> decision by 2026-12-04
+ references by 2026-11-25
+ a sample
! little Kubernetes
~ hockey
= portfolio
"""


def page(record: Interview, now: str = NOW) -> str:
    return pages([position_plan(record, now=now)], in_full=True)


def test_a_page_has_what_is_needed_before_the_next_round_in_that_order() -> None:
    letter = contact("thank-you", "2026-11-19T20:00", "Dana Reyes", channel="email").but(
        text="Dear Dana,\n\n# no heading\nThanks."
    )
    call = contact("reply", "2026-11-19T21:00", "Luis Ortega", "they liked the task", "phone")
    assert page(
        interview(company="Acme", role="Engineer", round=2, notes=NOTES, contacts=[call, letter])
    ) == (
        """\
# Acme: Engineer, round 2

Thu 19 Nov, 14:00, in person

## People

- Dana Reyes, head, dana@acme.example
- Luis Ortega

## Notes

they use Postgres \\*and\\* Go··
    \\- eleven people··
\\- x··

## Concerns to answer

- little Kubernetes

## Personal

- hockey

## The decision

- “decision by 2026-12-04”: Fri 4 Dec

## They asked for

- references, by Wed 25 Nov
- a sample, by Sat 21 Nov (our estimate)

## They have

- portfolio

## Sent and received

- Thu 19 Nov: thank-you note to Dana Reyes, email
- Thu 19 Nov: answer from Luis Ortega, phone: they liked the task

## Open on Fri 20 Nov

- [ ] thank Luis Ortega, was due Thu 19 Nov
- [ ] send references, by Wed 25 Nov
- [ ] send a sample, by Sat 21 Nov (our estimate)
- [ ] connect with Dana Reyes and Luis Ortega (optional)

## Thank-you note to Dana Reyes, Thu 19 Nov

> Dear Dana,··
>
> \\# no heading··
> Thanks.··
""".replace("·", " ").replace("    \\-", "\N{NO-BREAK SPACE}" * 4 + "\\-")
    )


def test_the_page_says_which_letters_went_out_and_what_they_answered() -> None:
    contacts = [
        reply("offer", "2026-11-23").but(person="Luis"),
        contact("other", "2026-11-24", "Luis", channel="email").but(letter="decline"),
        contact("reply", "2026-11-25", channel="phone").but(says="thanks"),
    ]
    section = page(interview(contacts=contacts)).partition("## Sent and received")[2].partition("##")[0]
    assert section.strip().splitlines() == [
        "- Mon 23 Nov: answer from Luis: offer",
        "- Tue 24 Nov: answer to Luis declining the offer, email",
        "- Wed 25 Nov: call, phone",
    ]


OPEN = [
    # notes, contacts, more, now, what is open
    ("", [], {}, "2026-11-18", ["ask what happens next, and by when", "ask whether they want more material"]),
    (
        "@ Dana\n> soon",
        [],
        {},
        "2026-11-19T15:00",
        [
            "thank Dana, by Thu 19 Nov",
            "finish the notes, by Thu 19 Nov",
            "follow up, Fri 27 – Mon 30 Nov",
            "ask whether they want more material",
        ],
    ),
    (
        "> 2026-11-24\n+ none\n@ none\n= none\n! none\n~ none",
        [],
        {},
        "2026-11-26",
        ["follow up, Wed 25 – Thu 26 Nov"],
    ),
    (
        "> 2026-11-24\n+ none\n@ none\n= none\n! none\n~ none",
        follow_ups("2026-11-25"),
        {},
        "2026-11-26",
        ["follow up again, Wed 2 – Thu 3 Dec"],
    ),
    (
        "> 2026-11-24\n+ none\n@ none\n= none\n! none\n~ none",
        [contact("reply", "2026-11-25")],
        {},
        "2026-11-26",
        [],
    ),
    (
        "> 2026-11-24\n+ none\n@ Bo\n= none\n! none\n~ none",
        [],
        {
            "ticks": {"connect": "skipped", "thank": date(2026, 11, 19), "follow-up": "skipped"},
            "draft": (Draft(id="d", kind=ContactKind.THANK_YOU, person="Bo", body="Dear Bo"),),
        },
        "2026-11-26",
        ["there is a draft: the thank-you note to Bo"],
    ),
    (
        "> 2026-11-24\n+ none\n@ none\n= none\n! none\n~ none",
        [reply("offer", "2026-11-23")],
        {},
        "2026-11-24",
        ["answer the offer, by Mon 30 Nov (our estimate)"],
    ),
    (
        "> 2026-11-24\n+ none\n@ none\n= none\n! none\n~ none",
        [reply("offer", "2026-11-23"), contact("other", "2026-11-24").but(letter="ask for time")],
        {},
        "2026-11-24",
        ["hear back about the offer, by Mon 30 Nov (our estimate)"],
    ),
]


@pytest.mark.parametrize(("notes", "contacts", "more", "now", "left"), OPEN)
def test_what_is_open_has_a_box_and_nothing_else_has(
    notes: str, contacts: list[object], more: dict[str, object], now: str, left: list[str]
) -> None:
    record = interview(notes=notes, contacts=contacts, **more)  # type: ignore[arg-type]
    boxes = [line.removeprefix("- [ ] ") for line in page(record, now).split("\n") if "[ ]" in line]
    assert boxes == left
    assert "[ ]" not in page(record.but(outcome="offer"), now)


def test_the_decision_has_all_their_words_and_names_a_guess() -> None:
    moved = interview(
        notes="> soon\n> by 2026-11-24", promises=[promise("2026-11-25", "2026-12-04", "next Friday")]
    )
    lines = page(moved, "2026-11-26").split("\n")
    at = lines.index("## The decision")
    assert lines[at + 2 : at + 5] == [
        "- “soon”: names no day",
        "- “by 2026-11-24”: Tue 24 Nov",
        "- “next Friday”: Fri 4 Dec, said on Wed 25 Nov",
    ]
    guess = "- Thu 26 Nov is our estimate; ask for the real day"
    assert guess in page(interview(notes="> soon"))
    assert guess not in page(interview(notes="> soon", outcome="offer"))
    assert guess not in page(interview(), "2026-11-18")


def test_a_section_says_none_only_where_the_notes_do() -> None:
    text = page(interview(notes="! none\n+ none"))
    assert "## Concerns to answer\n\n- none\n" in text
    assert "## They asked for\n\n- none\n" in text
    assert "## Personal" not in text


def test_nothing_that_was_written_is_lost_in_the_facts() -> None:
    text = page(interview(notes="@ Dana, head\n@ dana, chief <d@a.example>\n@ , nobody\n@ DANA\n@\nplain"))
    assert "- Dana, head, d@a.example\n" in text
    assert "@ dana, chief \\<d@a.example\\>  \n@ , nobody  \nplain  \n" in text
    assert "DANA" not in text


def test_a_contact_has_its_reason_and_its_text() -> None:
    further = contact("follow-up", "2026-11-20", "Dana").but(reason="she asked me to")
    sent = contact("material", "2026-11-20T08:00", text="references")
    text = page(interview(notes="+ references by 2026-11-25", contacts=[further, sent]))
    assert "- Fri 20 Nov: follow-up to Dana (over the limit: she asked me to)\n" in text
    assert "- Fri 20 Nov: material: references\n" in text
    assert "- references, by Wed 25 Nov, sent Fri 20 Nov\n" in text


def test_paper_does_not_know_what_today_is() -> None:
    for now in ("2026-11-18", "2026-11-19T15:00", "2026-11-20", "2026-12-05", "2026-12-30"):
        text = page(interview(notes=NOTES), now).lower()
        assert not any(word in text for word in ("today", "tomorrow", "yesterday", " ago", "late"))


def several(*wanted: tuple[str, str, str]) -> tuple[PositionPlan, ...]:
    made = [
        interview(company=company, role=role, outcome=outcome, id=str(number))
        for number, (company, role, outcome) in enumerate(wanted)
    ]
    return plan_positions(made, at(NOW), Rules())


def titles(made: str) -> list[str]:
    return [line for line in made.split("\n") if line.startswith("# ")]


def test_each_open_interview_has_a_page_and_each_closed_interview_a_line() -> None:
    both = several(("Acme", "", ""), ("1. # [Beta](x) <b>", "", ""), ("Cyan", "Cook", "offer *of* 1"))
    text = pages(both)
    assert titles(text) == ["# Acme", "# 1\\. \\# \\[Beta\\](x) \\<b\\>", "# Closed"]
    assert text.count(PAGE_BREAK) == 2
    assert "\n- Cyan: Cook, Thu 19 Nov: offer \\*of\\* 1\n" in text
    assert "`followup-tui export md --to COMPANY`" in text
    assert pages([]) == "No interviews yet.\n"


def test_earlier_rounds_stand_with_the_open_round() -> None:
    rounds = several(
        ("Acme", "second", ""), ("Cyan", "", ""), ("ACME", "first", "went on"), ("Delta", "", "no")
    )
    text = pages(rounds)
    assert titles(text) == ["# Acme: second", "# ACME: first", "# Cyan", "# Closed"]
    assert "Outcome: went on\n" in text


def test_in_full_closed_interviews_have_a_page_too() -> None:
    both = several(("Acme", "", "no"), ("Acme", "b", "offer"))
    text = pages(both, in_full=True)
    assert titles(text) == ["# Acme", "# Acme: b"]
    assert "Outcome: offer\n" in text


def test_a_date_that_was_passed_over_is_named_with_the_reason() -> None:
    text = page(interview(notes="> office closed until 3 January\n> start in May, decision by 2026-11-24"))
    assert "- “office closed until 3 January”: names no day (“until 3 January” is about an absence)\n" in text
    assert ": Tue 24 Nov (“in May” is about a start)\n" in text


def test_before_a_round_its_recall_card_is_the_first_page() -> None:
    held = interview(
        notes="@ Dana, head\n! no Go -> a course\n$ told Dana 70k", company="Acme", role="Engineer"
    )
    planned = interview("2026-11-26T10:00", company="Acme", role="Engineer", round=2, id="next")
    plans = plan_positions((held, planned), at("2026-11-25T09:00"), Rules())
    card, first, second = pages(plans).split(PAGE_BREAK)
    assert (
        card
        == """\
# Acme: Engineer, before round 2

## People

- Dana, head · in person, round 1

## Status

- Round 2 of 2, planned for Thu 26 Nov 10:00, in person

## Concerns

- no Go → a course

## Pay

- told Dana 70k (Thu 19 Nov)
"""
    )
    assert first.startswith("# Acme: Engineer\n")
    assert second.startswith("# Acme: Engineer, round 2\n")


def test_without_a_round_to_come_or_anything_known_there_is_no_card() -> None:
    held = interview(notes="@ Dana, head")
    bare = interview("2026-11-26T10:00", id="bare")
    closed = (held.but(outcome="withdrawn"), bare.but(role=held.role))
    for records in ((held,), (bare,), closed):
        text = pages(plan_positions(records, at("2026-11-25T09:00"), Rules()), in_full=True)
        assert "before round" not in text


def test_what_people_wrote_is_no_markdown_on_the_card() -> None:
    held = interview(notes="@ Dana *bold*\n! # heading", company="[Acme](x)")
    planned = interview("2026-11-26T10:00", company="[Acme](x)", id="next")
    card = pages(plan_positions((held, planned), at("2026-11-25T09:00"), Rules())).split(PAGE_BREAK)[0]
    assert "# \\[Acme\\](x), before round 2" in card
    assert "- Dana \\*bold\\*" in card
    assert "- \\# heading" in card
