"""The rows of the list of interviews: what is said where the list is narrow."""

from datetime import date

import pytest

from followup_tui.core.model.rules import Rules
from followup_tui.core.rules.agenda import AgendaGroup, Entry
from followup_tui.core.rules.plan_types import Offer
from followup_tui.core.rules.todos import offer_todo
from followup_tui.tui.screens.interview_rows import interview_rows
from followup_tui.tui.widgets.styled_lines import width_of

NARROW = 24
"""The cells of a row in a list that scrolls, on a terminal of 120 columns; without the mark of the cursor."""


def second_line(next: str, when: str, width: int, group: AgendaGroup = AgendaGroup.WAITING) -> str:
    """Return the second line of an entry as it is shown in `width` cells; it may be wider."""
    entry = Entry("x", "Acme", group, next, when, False, (0,), ("x",))
    line = interview_rows((entry,))[-1].lines[1]
    right = line.right_in(width - width_of(line.left))
    left, end = ("".join(span.text for span in side) for side in (line.left, right))
    return f"{left} {end}".strip() if end else left.strip()


@pytest.mark.parametrize(
    ("next", "when", "shown"),
    [
        ("quiet until Fri 11 Dec", "(our estimate)", "quiet until Fri 11 Dec"),
        ("quiet until Fri 4 Dec", "", "quiet until Fri 4 Dec"),
        ("follow up", "from Mon 7 Dec", "follow up Mon 7 Dec"),
        ("they answered", "Fri 20 Nov", "they answered 20 Nov"),
        ("they answered", "yesterday", "they answered"),
        ("follow up again", "from Mon 7 Dec", "follow up again 7 Dec"),
        ("next round", "Thu 3 Dec 10:00 (01:00 there)", "next round 3 Dec"),
        ("may follow up again", "", "may follow up again"),
        ("next round, no day yet", "", "next round, no day yet"),
        ("both follow-ups sent", "", "both follow-ups sent"),
    ],
)
def test_a_narrow_list_says_what_is_waited_for_in_words_that_fit(next: str, when: str, shown: str) -> None:
    line = second_line(next, when, NARROW)
    assert line == shown
    assert len(line) <= NARROW - 2  # before it stands its sign


@pytest.mark.parametrize(
    ("next", "when", "shown"),
    [
        ("quiet until Fri 4 Dec", "(our estimate)", "quiet until Fri 4 Dec (our estimate)"),
        ("follow up again", "from Mon 7 Dec", "follow up again from Mon 7 Dec"),
        ("send a code sample", "by tomorrow (our estimate)", "send a code sample by tomorrow (our estimate)"),
    ],
)
def test_a_wide_list_says_all_of_it(next: str, when: str, shown: str) -> None:
    assert " ".join(second_line(next, when, 60).split()) == shown


def test_an_interview_keeps_its_day_and_gives_up_its_time() -> None:
    assert second_line("interview tomorrow", "10:00", 30, AgendaGroup.DUE) == "● interview tomorrow 10:00"
    assert second_line("interview tomorrow", "10:00", NARROW, AgendaGroup.DUE) == "● interview tomorrow"


def test_an_offer_whose_day_is_past_asks_in_words_that_fit() -> None:
    deadline, today = date(2026, 12, 1), date(2026, 12, 2)
    todo = offer_todo(Offer(date(2026, 11, 24), deadline, is_estimate=False), today, Rules())
    assert todo is not None
    line = second_line(todo.text, todo.when(today), NARROW, AgendaGroup.DUE)
    assert line == "● answered the offer?"
    assert len(line) <= NARROW


def test_the_day_of_what_is_due_gives_way_down_to_its_date() -> None:
    for width, shown in ((48, "by Tue 1 Dec (our estimate)"), (30, "Tue 1 Dec"), (25, "1 Dec")):
        line = second_line("answer the offer", "by Tue 1 Dec (our estimate)", width, AgendaGroup.DUE)
        assert line == f"● answer the offer {shown}"
