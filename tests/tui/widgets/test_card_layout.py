"""The recall card in any room: no line is wider, nothing is lost, and every section begins at the top."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from followup_tui.core.rules.recall_text import NO_ANSWER_YET, Section
from followup_tui.tui.widgets.card_layout import IN_FULL, lay_out
from followup_tui.tui.widgets.styled_lines import Span, StyledLine, Tone

SHORT = (
    Section("People", "People", ("Dana Reyes, manager · dana@acme.example · in person",)),
    Section("Concerns", "Concerns", (f"no Go → {NO_ANSWER_YET}", "no Kubernetes → a course")),
    Section("Owed", "Owed", ("you: references", "they: a decision")),
)
LONG = tuple(
    Section(name, name, tuple(f"{name} number {number} " + "with many words " * 8 for number in range(9)))
    for name in ("People", "Concerns", "Owed", "Ask", "Pay", "Last")
)


def text(line: StyledLine) -> str:
    return "".join(span.text for span in line)


def texts(sections: tuple[Section, ...], width: int, height: int) -> list[str]:
    return [text(line).rstrip() for line in lay_out(sections, width, height)]


def test_a_short_card_has_its_labels_in_front_and_blank_lines_between() -> None:
    assert texts(SHORT, 76, 21) == [
        "People    Dana Reyes, manager · dana@acme.example · in person",
        "",
        f"Concerns  no Go → {NO_ANSWER_YET}",
        "          no Kubernetes → a course",
        "",
        "Owed      you: references",
        "          they: a decision",
    ]


def test_blank_lines_go_first_when_room_is_short() -> None:
    assert "" not in texts(SHORT, 76, 6)
    assert len(texts(SHORT, 76, 6)) == 5


def test_in_a_narrow_and_high_pane_the_labels_stand_above() -> None:
    assert texts(SHORT, 40, 30)[:3] == [
        "People",
        "Dana Reyes, manager · dana@acme.example",
        "  · in person",
    ]


@pytest.mark.parametrize("width", [40, 76])
def test_a_section_in_a_single_line_has_its_whole_label_and_the_count_at_the_end(width: int) -> None:
    lines = texts(LONG, width, 6)[:3]
    assert [line[:10] for line in lines] == ["People    ", "Concerns  ", "Owed      "]
    assert all(re.search(r"…\s+8 more$", line) for line in lines)


def test_a_concern_is_shortened_and_its_answer_stays() -> None:
    concern = (
        "they doubt that I can lead a team of twelve people in three countries at once from the first day"
    )
    sections = (
        *LONG[2:],
        Section("Concerns", "Concerns", (f"{concern} → I led nine at Borealis", "no Go → yes")),
    )
    line = next(line for line in texts(sections, 76, 5)[:5] if line.startswith("Concerns"))
    assert re.fullmatch(r"Concerns  they doubt .*… → I led nine at Borealis\s+1 more", line)


def test_a_concern_keeps_a_third_of_its_line_before_a_long_answer() -> None:
    concern = "I have never led a team of more than five people in one place"
    answer = "I led nine at Borealis for two years and hired four of them myself in the first spring"
    sections = (*LONG[2:], Section("Concerns", "Concerns", (f"{concern} → {answer}", "no Go → yes")))
    line = next(line for line in texts(sections, 76, 5)[:5] if line.startswith("Concerns"))
    assert re.fullmatch(
        r"Concerns  I have never led a team… → I led nine at Borealis for two…\s+1 more", line
    )


def test_what_is_cut_off_twice_has_one_ellipsis() -> None:
    concern = "no Go, and no plan to learn it"
    sections = (*LONG[2:], Section("Concerns", "Concerns", (f"{concern} → {'answer' * 9}", "no Go → yes")))
    lines = texts(sections, 76, 5)[:5]
    assert re.fullmatch(r"Concerns  no Go, and no plan to…\s+1 more", lines[-1])


def test_every_section_of_a_long_card_is_in_the_first_screen_with_what_is_left_out_counted() -> None:
    lines = texts(LONG, 76, 21)
    labels = [line[:10].strip() for line in lines[:21] if line[:10].strip()]
    assert labels[::2] == ["People", "Concerns", "Owed", "Ask", "Pay", "Last"]
    assert all(re.fullmatch(r"\d more", label) for label in labels[1::2])
    assert lines[0].endswith("…")
    assert lines[21].startswith(IN_FULL)


def test_what_is_left_out_follows_in_full() -> None:
    below = " ".join(" ".join(line[10:] for line in texts(LONG, 76, 21)[22:]).split())
    for section in LONG:
        for line in section.lines:
            assert " ".join(line.split()) in below


def test_an_answer_and_what_is_missing_stand_out() -> None:
    spans = {span for line in lay_out(SHORT, 76, 21) for span in line}
    assert Span(NO_ANSWER_YET, Tone.DUE) in spans
    assert Span("a course", Tone.GOOD) in spans
    assert Span("Dana Reyes, manager", Tone.STRONG) in spans


@pytest.mark.parametrize("height", [1, 5, 8, 21, 60])
@given(
    st.lists(st.lists(st.text("ab 漢ö→·", min_size=1, max_size=90), min_size=1, max_size=9), max_size=8),
    st.integers(30, 120),
)
def test_no_line_is_wider_than_the_room_and_no_word_is_lost(
    height: int, lines: list[list[str]], width: int
) -> None:
    sections = tuple(Section("Title", "Label", tuple(section)) for section in lines)
    layout = lay_out(sections, width, height)
    assert all(cell_len(text(line)) <= width for line in layout)
    shown = "".join(text(line) for line in layout).replace(" ", "")
    for section in lines:
        for word in " ".join(section).split():
            if cell_len(word) < width - 14:
                assert word in shown
