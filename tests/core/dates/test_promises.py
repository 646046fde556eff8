"""Which sentences promise a day, what else they tell of, and why a date in them is passed over."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from followup_tui.core.dates.clauses import reason_by_cues
from followup_tui.core.dates.phrases import explain_dates
from followup_tui.core.dates.plain_words import PLAIN
from followup_tui.core.dates.reasons import Reason
from tests.core.builders import read_dates
from tests.examples import examples, within

WEDNESDAY = date(2026, 11, 25)


def _sentences() -> list[tuple[date, str, str]]:
    sentences = []
    said_on = WEDNESDAY
    for line in (Path(__file__).parent / "promises.txt").read_text().splitlines():
        if line.startswith("said "):
            said_on = date.fromisoformat(line.removeprefix("said "))
        elif line and not line.startswith("#"):
            expected, text = line.split(" | ", 1)
            sentences.append((said_on, text, expected.strip()))
    return sentences


def test_the_table_is_long() -> None:
    sentences = _sentences()
    assert len(sentences) > 950
    assert sum(expected == "-" for _, _, expected in sentences) > 460


@pytest.mark.parametrize(("said_on", "text", "expected"), _sentences())
def test_a_sentence_promises_that_day_or_none(said_on: date, text: str, expected: str) -> None:
    reading = read_dates(text, said_on)
    assert (str(reading.last) if reading else "-") == expected


@pytest.mark.parametrize(("said_on", "text", "expected"), _sentences()[::7])
def test_a_sentence_reads_the_same_with_other_blanks_dashes_and_a_full_stop(
    said_on: date, text: str, expected: str
) -> None:
    for changed in (
        f"  {text}  ",
        text.replace(" ", "  "),
        f"{text.rstrip('.!?')}.",
        text.replace("'", "\u2019"),
    ):
        reading = read_dates(changed, said_on)
        assert (str(reading.last) if reading else "-") == expected


@pytest.mark.parametrize(
    ("text", "words", "passed"),
    [
        ("decision by Friday, start in January", "by Friday", {"in January": Reason.START}),
        ("Dana is away until Monday, they call Friday", "Friday", {"until Monday": Reason.ABSENCE}),
        ("great talking on Monday, answer by Friday", "by Friday", {"on Monday": Reason.PAST}),
        ("if nothing by Friday, chase on Monday", "by Friday", {"on Monday": Reason.OWN}),
        ("as early as Friday", "", {"Friday": Reason.BOUND}),
        ("I doubt they know by Friday", "", {"by Friday": Reason.DOUBT}),
        ("once the talks have ended on Friday", "", {"on Friday": Reason.AFTER}),
        ("the team works Monday to Thursday", "", {"Monday to Thursday": Reason.HABIT}),
        ("the lease ends on 1 March", "", {"on 1 March": Reason.OTHER}),
        ("they paint the walls on Friday", "", {"on Friday": Reason.UNRELATED}),
        ("not this week", "", {"this week": Reason.DENIED}),
        ("this week or in the new year", "", {"this week or in the new year": Reason.UNCLEAR}),
        ("they decided 2025-11-20", "", {"2025-11-20": Reason.PAST}),
        ("they use Postgres and Go", "", {}),
    ],
)
def test_it_is_explained_what_was_read_and_what_was_passed_over(
    text: str, words: str, passed: dict[str, Reason]
) -> None:
    explanation = explain_dates(text, WEDNESDAY)
    reading = explanation.reading
    assert (text[reading.start : reading.end] if reading else "") == words
    assert {text[date.start : date.end]: date.reason for date in explanation.passed_over} == passed


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("prepare a case study by Friday", "2026-11-27"),
        ("finish the take-home test tomorrow", "2026-11-26"),
        ("I should send two slides on Friday", "2026-11-27"),
        ("two references by Friday", "2026-11-27"),
        ("availability for next week", "-"),
        ("diploma by 30 November", "2026-11-30"),
        ("employment certificate by Friday", "2026-11-27"),
        ("certificate of employment by Thursday", "2026-11-26"),
        ("degree certificate Friday", "2026-11-27"),
        ("send the diploma on Friday", "2026-11-27"),
        ("start date form by Friday", "2026-11-27"),
        ("start date form on Friday", "2026-11-27"),
        ("visa copy by Friday", "2026-11-27"),
        ("contract draft by Friday", "2026-11-27"),
        ("holiday calendar by Friday", "2026-11-27"),
        ("salary expectations by Friday", "2026-11-27"),
        ("salary slips, by Friday", "2026-11-27"),
        ("notice period in writing by Friday", "2026-11-27"),
        ("last three payslips by Friday", "2026-11-27"),
        ("refund form by Friday", "2026-11-27"),
        ("parental leave papers by Friday", "2026-11-27"),
        ("remote work preferences by Friday", "2026-11-27"),
        ("tell them when I can start by Friday", "2026-11-27"),
        ("certificate valid until 31 December", "-"),
        ("reference letter dated 1 December", "-"),
        ("birth certificate issued after 1 June", "-"),
        ("work permit until 31 March 2027", "-"),
        ("portfolio, she is away before Friday", "-"),
        ("start date: 1 February", "-"),
        ("code sample from the 2nd round, due Tuesday", "2026-12-01"),
        ("proof of residence dated within three months", "-"),
        ("payslips of the last three months by Friday", "2026-11-27"),
        ("take-home task (4 hours) by Sunday evening", "2026-11-29"),
        ("portfolio, not before Friday", "-"),
        ("work permit valid until 31 March 2027", "-"),
        ("proof of my degree by Friday, original on the first day in January", "2026-11-27"),
    ],
)
def test_what_the_user_has_to_do_is_due_on_the_day_it_names(text: str, expected: str) -> None:
    reading = read_dates(text, WEDNESDAY, is_task=True)
    assert (str(reading.last) if reading else "-") == expected


@examples(125)
@given(st.lists(st.sampled_from(sorted(PLAIN - {"#"})), max_size=6), st.integers(0, 6))
def test_plain_words_hold_no_cue(words: list[str], at: int) -> None:
    text = " ".join([*words[:at], "#", *words[at:]])
    assert reason_by_cues(text, frozenset()) is None


FRAGMENTS = """
last |since |every |
Friday|by Friday|in January|next week|# % @|: |, |. |and |but |I |they |start |call |not |if |after |until
 |:|(|)|two weeks|Dana |said |moved from |to |or never|\u2019s |back |the |#|%|31 Nov|<|then |when |because |
"""


@examples(150)
@given(st.lists(st.sampled_from(FRAGMENTS.replace("\n", "").split("|")), max_size=14).map("".join))
@within(2.0)
def test_whatever_the_text_its_explanation_is_sound(text: str) -> None:
    explanation = explain_dates(text, WEDNESDAY)
    extents = [(passed.start, passed.end) for passed in explanation.passed_over]
    if explanation.reading is not None:
        assert explanation.reading[2:] not in extents
        extents.append(explanation.reading[2:])
    assert all(0 <= start < end <= len(text) for start, end in extents)
    assert explanation.passed_over == tuple(sorted(explanation.passed_over))
    assert (explanation.remark(text) != "") == bool(explanation.passed_over)
