"""The lines over the steps: what ends them never breaks over two lines."""

from datetime import date, datetime, timedelta

import pytest
from rich.cells import cell_len

from followup_tui.core.model.logbook import Contact, ContactKind, Interview, Says
from followup_tui.core.model.rules import Rules
from followup_tui.core.rules.plan import plan_position
from followup_tui.core.rules.plan_types import Offer
from followup_tui.core.rules.position import position_of
from followup_tui.tui.keys.keymap import Keymap
from followup_tui.tui.screens.main.headline import headline, headline_state
from followup_tui.tui.widgets.styled_lines import wrap_words

HELD = datetime.fromisoformat("2026-11-23T14:00:00+01:00")


def lines(width: int, is_short: bool = True, notes: str = "@ Ann\n> by 2026-12-04\n+ none") -> list[str]:
    interview = Interview(id="i", company="Acme", held_at=HELD, notes=notes)
    position = plan_position(position_of([interview]), HELD, Rules())
    state = headline_state(interview, position.plan_of(interview.id), position, 0)
    shown = headline(state, width, is_short, Keymap())
    return ["".join(span.text for span in line) for line in shown]


@pytest.mark.parametrize(
    ("width", "now", "verdict"),
    [
        (
            60,
            "Now: finish the notes, today  and 1 more",
            "not before Mon 7 Dec. 2 follow-ups left",
        ),
        (40, "Now: finish the notes, today  and 1 more", "not before Mon 7 Dec. 2 left"),
        (39, "Now: finish the notes, today  +1 more", "not before Mon 7 Dec. 2 left"),
        (37, "Now: finish the notes, today  +1 more", "not before Mon 7 Dec."),
        (36, "Now: finish the notes, today  +1", "not before Mon 7 Dec."),
        (34, "Now: finish the notes, today  +1", "not before Mon 7 Dec."),
        (0, "Now: finish the notes, today  +1 more", "not before Mon 7 Dec. 2 left"),
    ],
)
def test_what_ends_a_line_is_shorter_where_it_would_cost_another(width: int, now: str, verdict: str) -> None:
    assert lines(width) == [now, f"Follow up? {verdict}"]
    assert not width or all(cell_len(line) <= width for line in lines(width))


def test_what_wraps_anyway_stands_whole() -> None:
    assert lines(20)[0].endswith("  and 1 more")


def test_a_reason_begins_a_sentence_of_its_own() -> None:
    assert "2 follow-ups left. “by 2026-12-04” is Fri 4 Dec" in lines(40, is_short=False)[1]


DONE = "@ none\n= none\n! none\n~ none\n+ none\n> by 2026-12-04"


def texts(interview: Interview, days: float = 0, due_elsewhere: int = 0, width: int = 0) -> list[str]:
    position = plan_position(position_of([interview]), HELD + timedelta(days=days), Rules())
    state = headline_state(interview, position.plan_of(interview.id), position, due_elsewhere)
    return ["".join(span.text for span in line) for line in headline(state, width, True, Keymap())]


def reply(says: Says, **fields: object) -> Contact:
    at = HELD + timedelta(days=2)
    return Contact.model_validate({"id": "r", "at": at, "kind": ContactKind.REPLY, "says": says, **fields})


def interview(*contacts: Contact, notes: str = DONE, outcome: str = "") -> Interview:
    ticked = Interview(id="i", company="Acme", held_at=HELD, notes=notes, contact=contacts, outcome=outcome)
    day = HELD.date()
    return ticked.but(ticks=ticked.ticks.but(ask=day, write_down=day, thank=day, connect=day))


def test_a_calm_interview_names_what_comes_next() -> None:
    assert texts(interview(), 1)[0] == (
        "Nothing due here today. Next: follow up, Mon 7 Dec. Keep applying elsewhere."
    )


def test_what_comes_next_takes_two_lines_of_a_low_screen_at_most() -> None:
    assert texts(interview(), 1, width=40)[0].endswith("Keep applying elsewhere.")
    assert texts(interview(), 1, width=38)[0] == "Nothing due here today. Next: follow up, Mon 7 Dec."


def test_material_with_a_day_comes_next_where_it_is_due_first() -> None:
    notes = DONE.replace("+ none", "+ code sample by 2026-11-25")
    assert "Next: send code sample, tomorrow." in texts(interview(notes=notes), 1)[0]


@pytest.mark.parametrize("width", [39, 58, 79])
def test_a_long_material_leaves_its_day_and_what_else_is_due_on_two_lines(width: int) -> None:
    material = "references from people who have managed you, with phone numbers " * 3
    notes = DONE.replace("+ none", f"+ {material}by 2026-11-24\n+ code sample by 2026-11-24")
    now = texts(interview(notes=notes), 1, width=width)[0]
    assert now.startswith("Now: send references from people who have")
    assert now.endswith("…, today  and 1 more")
    assert len(wrap_words(now, width)) == 2


def test_a_calm_interview_says_what_is_due_elsewhere_and_how_to_get_there() -> None:
    assert texts(interview(), 1, due_elsewhere=2)[0] == "Nothing due here today. 2 due elsewhere: press 1."


def test_an_offer_leads_with_its_day_until_it_is_answered() -> None:
    offered = interview(reply(Says.OFFER, answer_by="2026-12-04"))
    assert texts(offered, 8)[0] == "Offer: answer by Fri 4 Dec, in 3 days"
    assert texts(offered, 12)[0] == "Offer: did you answer? It was due Fri 4 Dec."
    assert texts(offered, 60)[0] == "Offer: did you answer? It was due Fri 4 Dec."
    assert texts(offered.but(outcome="accepted"), 8)[0] == "Accepted. Congratulations!"


def test_an_offer_without_a_day_asks_for_it() -> None:
    assert texts(interview(reply(Says.OFFER)), 3)[0] == (
        "Offer: answer by Wed 2 Dec, our estimate. Ask for the deadline, and for the offer in writing (w)."
    )


@pytest.mark.parametrize(("width", "more"), [(0, "  +1 more"), (80, "  and 1 more"), (42, "  +1")])
def test_an_offer_says_how_much_else_is_due(width: int, more: str) -> None:
    offered = interview(reply(Says.OFFER, answer_by="2026-12-04"), notes=DONE.replace("none\n>", "code\n>"))
    assert texts(offered, 8, width=width)[0] == f"Offer: answer by Fri 4 Dec, in 3 days{more}"


def test_a_rejection_suggests_thanks_and_a_question() -> None:
    rejected = interview(reply(Says.REJECTION), outcome="rejected")
    assert (
        texts(rejected, 3)[0]
        == "Closed: they chose someone else. If you like, thank them and ask for feedback (w)."
    )
    assert texts(interview(outcome="withdrawn"), 3)[0] == "Closed: withdrawn."
    skipped = rejected.but(skips=rejected.skips.but(letters=("answer to rejection",)))
    assert texts(skipped, 3)[0] == "Closed: they chose someone else."
    assert texts(rejected, 3, width=60)[0] == "Closed: they chose someone else. w thanks them, if you like."
    assert texts(rejected, 3, width=46)[0] == "Closed: they chose someone else. w: thank them"


@pytest.mark.parametrize(
    ("promised", "width", "line"),
    [
        (
            "2026-12-04",
            0,
            "Offer elsewhere: due Tue 1 Dec. They decide too late. w lets them know.",
        ),
        (
            "2026-12-04",
            120,
            "Offer elsewhere: answer it by Tue 1 Dec. They decide by Fri 4 Dec, too late for it."
            " w lets them know.",
        ),
        ("2026-12-04", 56, "Offer elsewhere: they decide too late. w lets them know."),
        (
            "2026-11-27",
            120,
            "Offer elsewhere: answer it by Tue 1 Dec. They decide by Fri 27 Nov, in time for it."
            " w lets them know.",
        ),
        ("2026-11-27", 41, "Offer elsewhere. w lets them know."),
        ("2026-11-27", 56, "Offer elsewhere: they decide in time. w lets them know."),
        # Something else is due, and w writes what the row at the cursor is about.
        ("2026-12-04, thank", 68, "Offer elsewhere: they decide too late. w on step 6 lets them know."),
        ("2026-12-04, thank", 41, "Offer elsewhere: w on step 6 says so."),
    ],
)
def test_an_offer_elsewhere_says_whether_their_day_comes_in_time(
    promised: str, width: int, line: str
) -> None:
    day, _, left = promised.partition(", ")
    waiting = interview(notes=DONE.replace("2026-12-04", day))
    if left:
        waiting = waiting.but(
            notes=waiting.notes.replace("@ none", "@ Abe Hall"), ticks=waiting.ticks.but(thank=None)
        )
    position = plan_position(
        position_of([waiting]),
        HELD + timedelta(days=1),
        Rules(),
        other_offer=Offer(date(2026, 11, 20), date(2026, 12, 1), False),
    )
    state = headline_state(waiting, position.plan_of("i"), position, 0)
    shown = headline(state, width, True, Keymap())[1]
    assert "".join(span.text for span in shown) == line
    reasoned = "".join(span.text for span in headline(state, width, False, Keymap())[1])
    assert "answer it by Tue 1 Dec" in reasoned
    assert reasoned.endswith("2 follow-ups left (career guides).")


def test_what_is_due_for_another_round_than_the_one_shown_names_it() -> None:
    ticks = interview().ticks.but(write_down=None)
    first = interview(notes=DONE.replace("= none\n", "")).but(ticks=ticks)
    second = first.but(id="j", round=2, held_at=HELD + timedelta(days=7))
    position = plan_position(position_of([first, second]), HELD + timedelta(days=2), Rules())
    shown = {
        record.id: headline(
            headline_state(record, position.plan_of(record.id), position, 0), 0, True, Keymap()
        )[0]
        for record in (first, second)
    }
    assert ["".join(span.text for span in line) for line in shown.values()] == [
        "Now: note what you gave them, late",
        "Round 1: note what you gave them, late",
    ]


def test_a_late_follow_up_may_also_be_let_go() -> None:
    assert texts(interview(), 60)[0] == "Now: follow up, late, or let it go"


@pytest.mark.parametrize("outcome", ["", "went on"])
def test_an_invitation_without_a_day_says_how_the_round_is_added(outcome: str) -> None:
    invited = interview(reply(Says.NEXT_ROUND), outcome=outcome)
    assert texts(invited, 3)[0] == "Invited to the next round: N adds it once you know the day."
    assert texts(invited, 3, due_elsewhere=2)[0].endswith("once you know the day. 2 due elsewhere: press 1.")
