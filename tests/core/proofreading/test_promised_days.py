"""Days of their answer: found where they promised another, silent where the writer's own day is meant."""

from datetime import date

import pytest

from followup_tui.core.model.logbook import Draft, Logbook, Promise
from followup_tui.core.proofreading.proofread import proofread
from tests.core.builders import interview
from tests.core.proofreading.cases import findings_in

FRIDAY = date(2026, 12, 4)  # promised in the notes of the harbour


@pytest.mark.parametrize(
    "sentence",
    [
        "You said that you would decide by 4 December.",
        "You said that you would decide by Friday.",
        "You said that you would decide before Saturday.",
        "You hoped to decide by Dec 4th.",
        "I look forward to hearing from you by 4 December.",
        "You mentioned a decision in the week of 30 November.",
        "You said you would be away until Thursday.",
        "You told me that the cranes decide who goes home on Thursday.",
        "You mentioned that the team meets on Mondays to decide on tides.",
        "Please let me know by Thursday if you need anything.",
        "You asked for my decision by Thursday, and I will give it.",
        "I have to decide about another offer by Thursday.",
        "You said that I should give you my answer by Thursday.",
        "I would love to hear about the launch on Thursday.",
        "I will be in touch on Monday.",
        "I look forward to hearing from you. On Monday I am away.",
        "You said you would call me again. On Thursday I am free.",
        "I know that you decided to close on Sundays.",
        "I hope to hear from you next week.",
        "I look forward to hearing from you before Monday.",
        "You hoped to decide before 7 December.",
        "You said I should get back to you by Monday with the references.",
        "As you said, I’ll get back to you by Monday.",
        "You told me that you wanted an answer from me by Monday.",
        "Torvald said the team wanted an update on Monday.",
        "You told me about the feedback on Monday.",
    ],
)
def test_another_day_is_silent(sentence: str) -> None:
    assert findings_in(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "at"),
    [
        ("You said that you would decide by Thursday.", "Thursday"),
        ("You hoped to have a decision by 3 December.", "3 December"),
        ("You mentioned that I would hear from you on Monday.", "Monday"),
        ("Torvald told me that you expected to decide by Thursday.", "Thursday"),
        ("I look forward to hearing from you by Thursday.", "Thursday"),
        ("I understood that the decision was due last Tuesday.", "Tuesday"),
        ("You were hoping to get back to everyone by 11 December.", "11 December"),
        ("We talked about a decision in the week of 7 December.", "7 December"),
        ("You expected to let me know by Saturday.", "Saturday"),
        ("I look forward to hearing from you\nby 5 December.", "5 December"),
        ("I look forward to hearing from you before Tuesday.", "Tuesday"),
        ("I look forward to hearing from you on Friday next week, by the way.", "Friday"),
    ],
)
def test_a_day_other_than_the_promised_one_is_found(sentence: str, at: str) -> None:
    assert findings_in(sentence) == ["wrong day: " + at]


HERE = interview(notes="@ Dana Reyes\n> decision by Friday", company="Acme", held="2026-11-18T10:00:00+01:00")


def found_in(body: str, today: date, kind: str = "thank-you", **changes: object) -> list[str]:
    here = HERE.but(**changes)
    text = f"Dear Dana,\n\n{body}\n"
    draft = Draft.model_validate({"id": "d", "kind": kind, "person": "Dana Reyes", "body": text})
    found = proofread(draft, here, Logbook(interview=(here,)), today)
    return [
        f"{text[finding.start : finding.end]} -> {finding.fix}"
        for finding in found
        if finding.kind == "wrong day"
    ]


def test_a_week_is_counted_from_the_day_on_which_the_letter_goes() -> None:
    line = "I look forward to hearing from you by Friday this week."
    assert found_in(line, date(2026, 11, 18)) == []
    assert found_in("I look forward to hearing from you this week.", date(2026, 11, 19)) == []
    assert found_in("I look forward to hearing from you next week.", date(2026, 11, 19)) == [
        "next week -> on Friday 20 November"
    ]
    assert found_in("You hoped to decide by next week.", date(2026, 11, 19)) == [
        "next week -> Friday 20 November"
    ]


def test_once_the_promised_day_is_past_next_week_is_a_hope() -> None:
    assert found_in("I look forward to hearing from you next week.", date(2026, 11, 24)) == []


def test_each_promise_on_record_counts_and_the_last_is_offered() -> None:
    promises = (Promise(said_on=date(2026, 11, 23), decide_by=date(2026, 12, 1)),)
    for line in ("You hoped to decide by Friday.", "You hoped to decide by 1 December."):
        assert found_in(line, date(2026, 12, 2), "follow-up", promises=promises) == []
    assert found_in("You hoped to decide by Monday.", date(2026, 12, 2), "follow-up", promises=promises) == [
        "Monday -> Tuesday"
    ]


def test_each_day_of_a_promised_range_may_be_named() -> None:
    notes = "@ Dana Reyes\n> decision next week"
    assert found_in("You hoped to decide by 25 November.", date(2026, 11, 30), "follow-up", notes=notes) == []
    assert found_in("You hoped to decide by 30 November.", date(2026, 12, 1), "follow-up", notes=notes)


def test_without_a_promise_nothing_is_known() -> None:
    assert found_in("You hoped to decide by Monday.", date(2026, 12, 1), notes="@ Dana Reyes") == []
