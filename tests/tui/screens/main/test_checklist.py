"""The rows of the six steps in the room there is."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from textual.geometry import Size

from followup_tui.core.model.logbook import Contact, ContactKind, Interview, Says, StepId
from followup_tui.core.model.rules import Rules
from followup_tui.core.rules.interview_plan import Plan
from followup_tui.core.rules.plan import plan, plan_position
from followup_tui.core.rules.plan_types import Status
from followup_tui.core.rules.position import position_of
from followup_tui.tui.keys.keymap import Keymap
from followup_tui.tui.screens.main.checklist import checklist_rows
from followup_tui.tui.screens.main.fit_rows import closing_lines
from followup_tui.tui.screens.main.position import PositionItems
from followup_tui.tui.screens.row_keys import MaterialRow, PersonRow, RowKey, StepRow
from followup_tui.tui.widgets.row_list import Row
from followup_tui.tui.widgets.styled_lines import Span, Tone, width_of
from tests.tui.pilot import ACME, running

HELD = datetime.fromisoformat("2026-11-23T14:00:00+01:00")
AT_WAIT = StepRow(StepId.WAIT)
NOTES = "@ Ann\n@ Bob\n@ Cem\n+ references by 2026-11-27\n+ code\n"


def all_rows(
    interview: Interview, plan: Plan, cursor: RowKey, width: int, room: int
) -> tuple[Row[RowKey], ...]:
    """Return the checklist without letters, and with nothing of other rounds."""
    nothing = PositionItems("", None, ())
    return checklist_rows(interview, plan, cursor, Size(width, room), {}, nothing, Keymap())


def rows_of(
    room: int,
    cursor: RowKey = AT_WAIT,
    thanked: str = "",
    days: int = 0,
    notes: str = NOTES,
    outcome: str = "",
) -> list[Row[RowKey]]:
    contacts = (Contact(id="c", at=HELD, kind=ContactKind.THANK_YOU, person=thanked),) if thanked else ()
    interview = Interview(
        id="i", company="Acme", held_at=HELD, notes=notes, contact=contacts, outcome=outcome
    )
    interview_plan = plan(interview, HELD + timedelta(days=days), Rules())
    return list(all_rows(interview, interview_plan, cursor, 51, room))


def names(rows: list[Row[RowKey]]) -> list[str]:
    found = []
    for row in rows:
        match row.key:
            case PersonRow(_, name) | MaterialRow(name):
                found.append(name)
    return found


def text(rows: list[Row[RowKey]]) -> str:
    return "\n".join(row.lines[0].text for row in rows)


@pytest.mark.parametrize(
    ("room", "shown"),
    [
        (6, []),
        (7, ["Ann"]),
        (8, ["references", "Ann"]),
        (9, ["references", "Ann", "Bob"]),
        (10, ["references", "Ann", "Bob", "Cem"]),
        (11, ["references", "code", "Ann", "Bob", "Cem"]),
    ],
)
def test_no_line_stays_empty_while_something_is_to_be_done(room: int, shown: list[str]) -> None:
    rows = rows_of(room)
    assert names(rows) == shown
    assert len(rows) == room
    assert all(row.selectable for row in rows)


def test_who_is_not_thanked_comes_before_who_is() -> None:
    assert names(rows_of(10, thanked="Ann")) == ["references", "code", "Bob", "Cem"]
    assert "Ann" in names(rows_of(15, thanked="Ann"))


@pytest.mark.parametrize(
    ("room", "cursor", "marks"),
    [
        (7, StepRow(StepId.WAIT), ["  due today · 2 to send", "Ann  2 more ↓"]),
        (8, StepRow(StepId.WAIT), ["send by Fri 27 Nov · 1 more ↓", "Ann  2 more ↓"]),
        (9, StepRow(StepId.WAIT), ["send by Fri 27 Nov · 1 more ↓", "Bob  1 more ↓"]),
        (11, StepRow(StepId.WAIT), []),
        (9, StepRow(StepId.ASK), ["Ann  2 more ↓"]),
        (9, PersonRow(StepId.THANK, "Bob"), ["due today · 2 to send"]),
    ],
)
def test_rows_without_room_are_counted_in_their_place(room: int, cursor: RowKey, marks: list[str]) -> None:
    shown = text(rows_of(room, cursor))
    assert all(mark in shown for mark in marks)
    assert shown.count(" more ") + shown.count("to send") == len(marks)


def test_around_the_cursor_the_rows_before_and_after_are_counted() -> None:
    notes = "\n".join(f"@ Person {n}" for n in range(9))
    shown = text(rows_of(9, PersonRow(StepId.THANK, "Person 4"), notes=notes))
    assert "Person 3  3 more ↑" in shown
    assert "Person 5  3 more ↓" in shown


@pytest.mark.parametrize(("days", "tone"), [(0, Tone.PLAIN), (4, Tone.DUE), (5, Tone.LATE)])
def test_material_without_room_looks_as_urgent_as_it_is(days: int, tone: Tone) -> None:
    line = next(row for row in rows_of(6, days=days) if row.key == StepRow(StepId.ASK)).lines[0]
    assert Span(" · 2 to send", tone) in line.right


def test_nothing_is_asked_for_once_it_is_closed() -> None:
    assert "to send" not in text(rows_of(6, days=5, outcome="offer"))


@pytest.mark.parametrize("room", [12, 13, 14, 16, 30])
def test_below_the_steps_the_reason_is_given_as_far_as_there_is_room(room: int) -> None:
    rows = rows_of(room, StepRow(StepId.WRITE_DOWN))
    why = " ".join(row.lines[0].text for row in rows if not row.selectable and row.lines[0].text)
    assert len(rows) == room
    assert why.startswith("Still missing: documents given (=)")
    assert (why.endswith("(the article).")) or len([row for row in rows if not row.selectable]) < 3


def test_connecting_gets_the_room_that_is_left() -> None:
    assert names(rows_of(10, days=1)) == ["references", "Ann", "Bob", "Cem"]
    assert names(rows_of(12, days=1)) == ["references", "code", "Ann", "Bob", "Cem", "Ann"]


@pytest.mark.parametrize(
    ("notes", "words"),
    [
        ("@ Ann\n+ code\n> by Friday", "due today · 1 of 4 kinds noted"),
        ("@ Ann\n= none\n! none", "due today · 3 of 4 kinds noted"),
        ("@ Ann\n= CV\n! k8s\n~ none", "done"),
    ],
)
def test_of_the_signs_those_are_counted_that_the_step_asks_for(notes: str, words: str) -> None:
    line = next(row for row in rows_of(9, notes=notes) if row.key == StepRow(StepId.WRITE_DOWN)).lines[0]
    assert "".join(span.text for span in line.right).strip() == words


def test_a_closed_interview_says_what_was_not_done_and_asks_for_nothing() -> None:
    rows = rows_of(30, StepRow(StepId.WRITE_DOWN), days=5, outcome="withdrawn")
    steps = [row.lines[0].text for row in rows if isinstance(row.key, StepRow)]
    assert [line.partition("  ")[2] for line in steps] == [
        "not done",
        "not done",
        "not done · 0/3",
        "not done",
        "over",
        "none sent",
    ]
    last = next(row for row in rows if row.key == StepRow(StepId.FOLLOW_UP))
    assert last.lines[0].left[0].text == "– "
    assert "references  not sent" in text(rows)
    assert "Closed: nothing more to do here" in text(rows)
    tones = {span.tone for row in rows for line in row.lines for span in (*line.left, *line.right)}
    assert not tones & {Tone.DUE, Tone.LATE}


@pytest.mark.parametrize(
    ("step", "words"),
    [(StepId.THANK, "late · 0/3"), (StepId.ASK, "2 to send"), (StepId.WRITE_DOWN, "late · 1 of 4")],
)
def test_in_a_narrow_pane_a_step_says_what_matters_most(step: StepId, words: str) -> None:
    record = Interview(id="i", company="Acme", held_at=HELD, notes=f"{NOTES}\n> by Friday")
    rows = all_rows(record, plan(record, HELD + timedelta(days=2), Rules()), AT_WAIT, 35, 7)
    line = next(row for row in rows if row.key == StepRow(step)).lines[0]
    assert "".join(span.text for span in line.right).strip() == words
    assert width_of(line.left) + width_of(line.right) < 35


@pytest.mark.parametrize(
    ("days", "words"),
    [(0, "Mon 30 Nov – Tue 1 Dec"), (7, "now, until Tue 1 Dec"), (10, "was due by Tue 1 Dec")],
)
def test_in_a_narrow_pane_the_name_of_the_follow_up_is_whole(days: int, words: str) -> None:
    record = Interview(id="i", company="Acme", held_at=HELD, notes="> by 2026-11-27")
    rows = all_rows(record, plan(record, HELD + timedelta(days=days), Rules()), AT_WAIT, 41, 30)
    line = next(row for row in rows if row.key == StepRow(StepId.FOLLOW_UP)).lines[0]
    assert "6 Follow up" in "".join(span.text for span in line.left)
    assert "".join(span.text for span in line.right_in(41 - width_of(line.left))).strip() == words


@pytest.mark.parametrize("width", [*range(39, 62), 76])
@pytest.mark.parametrize("notes", ["", "@ Ann\n= none\n! none\n> by Friday", "+ CV\n+ code"])
def test_between_a_step_and_its_state_are_two_blanks(width: int, notes: str) -> None:
    record = Interview(id="i", company="Acme", held_at=HELD, notes=notes)
    for days in (0, 1, 4):
        rows = all_rows(record, plan(record, HELD + timedelta(days=days), Rules()), AT_WAIT, width, 30)
        steps = [row for row in rows if isinstance(row.key, StepRow)]
        assert len(steps) == len(StepId)
        for step in steps:
            (line,) = step.lines
            if width_of(line.left):
                gap = width - 1 - width_of(line.left) - width_of(line.right_in(width - width_of(line.left)))
                assert gap >= 2, line.text


@pytest.mark.parametrize("width", [38, 40, 50, 51, 58, 76])
def test_at_a_width_a_step_has_the_same_name_whatever_its_state(width: int) -> None:
    seen: dict[StepRow, set[str]] = {}
    for notes in (NOTES, "", "@ Ann\n= none\n! none\n~ none\n+ none\n> by 2026-11-27"):
        for days in (-1, 0, 1, 5, 30):
            interview = Interview(id="i", company="Acme", held_at=HELD, notes=notes)
            for room in (6, 20):
                interview_plan = plan(interview, HELD + timedelta(days=days), Rules())
                for row in all_rows(interview, interview_plan, StepRow(StepId.WAIT), width, room):
                    if isinstance(row.key, StepRow):
                        seen.setdefault(row.key, set()).add(row.lines[0].left[1].text)
    assert len(seen) == len(StepId)
    assert all(len(names) == 1 for names in seen.values()), seen


async def test_a_closed_interview_asks_for_nothing(path: Path) -> None:
    text = ACME.replace('company = "Acme"', 'company = "Acme"\noutcome = "rejected"')
    async with running(path, text) as run:
        run.clock.on(days=20)
        await run.press("u")
        rows = run.rows("steps-list").rows
        tones = {span.tone for row in rows for line in row.lines for span in (*line.left, *line.right)}
        assert not tones & {Tone.DUE, Tone.LATE}
        assert "!" not in "".join(line.text for row in rows for line in row.lines)


def test_the_wait_of_a_planned_round_counts_from_its_own_day() -> None:
    invited = Contact(id="r", at=HELD + timedelta(days=1), kind=ContactKind.REPLY, says=Says.NEXT_ROUND)
    held = Interview(id="i", company="Acme", held_at=HELD, notes="@ Ann", contact=(invited,))
    planned = Interview(id="j", company="Acme", held_at=HELD + timedelta(days=14), round=2)
    later_plan = plan_position(position_of([held, planned]), HELD + timedelta(days=2), Rules()).plan_of("j")
    rows = all_rows(planned, later_plan, AT_WAIT, 60, 20)
    steps = {row.key: row.lines[0].text for row in rows}
    assert "until Mon 14 Dec, our estimate" in steps[StepRow(StepId.WAIT)]
    assert "Tue 15 – Wed 16 Dec" in steps[StepRow(StepId.FOLLOW_UP)]
    assert {step.status for step in later_plan.steps} == {Status.UPCOMING}


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("Still missing: what you gave them. Up to 73% is gone.", "them. …"),
        ("Still missing: what you gave. Gone. And more of it here.", "gave. Gone. …"),
        ("Still missing: what you gave them and all of it here.", "and all of it …"),
    ],
)
def test_a_reason_that_is_cut_ends_with_a_sentence_where_one_ends_in_its_last_line(
    text: str, last: str
) -> None:
    [_, row] = closing_lines(text, 28, 2)
    assert "".join(span.text for line in row.lines for span in line.left).strip().endswith(last)
