"""The rows about the position, by key and file: letting go, the answer to a rejection, earlier rounds."""

from datetime import datetime
from pathlib import Path

import pytest

from followup_tui.core.model.logbook import ContactKind, Interview, StepId
from followup_tui.core.model.rules import Rules
from followup_tui.core.notes import signs
from followup_tui.core.rules.carried import CarriedFact
from followup_tui.core.rules.contacts import ANSWER_TO_REJECTION
from followup_tui.core.rules.plan import plan_position
from followup_tui.core.rules.plan_types import SendState
from followup_tui.core.rules.position import position_of
from followup_tui.tui.keys.keymap import Keymap
from followup_tui.tui.screens.letter.screen import LetterScreen
from followup_tui.tui.screens.main.position import PositionItems
from followup_tui.tui.screens.main.position_rows import carried_rows, rejection_row, row_reason
from followup_tui.tui.screens.row_keys import CarriedRow, ClosingRow, LetterRow, PersonRow, StepRow
from followup_tui.tui.widgets.styled_lines import width_of
from followup_tui.tui.widgets.styled_text import StyledText
from tests.tui.pilot import ACME, Running, running

SILENT = """\
format = 1
[[interview]]
id = "acme"
company = "Acme"
held_at = 2026-09-10T10:00:00+02:00
setting = "video"
notes = '''
@ Rae Moss
> decision by 2026-09-20
+ none
= none
! none
~ cats
'''
[interview.ticks]
thank = 2026-09-10
"""
SPENT = """\
[[interview.contact]]
id = "f1"
at = 2026-09-21T10:00:00+02:00
kind = "follow-up"
[[interview.contact]]
id = "f2"
at = 2026-09-28T10:00:00+02:00
kind = "follow-up"
"""
REJECTED = """\
[[interview.contact]]
id = "r1"
at = 2026-11-20T10:00:00+01:00
kind = "reply"
says = "rejection"
"""
ROUNDS = """\
format = 1
[[interview]]
id = "first"
company = "Acme"
held_at = 2026-11-10T10:00:00+01:00
notes = '''
@ Luis Ortega
! little Kubernetes
? who leads
$ told Luis 70k
+ two references
'''
[[interview]]
id = "acme"
company = "Acme"
round = 2
held_at = 2026-11-20T14:00:00+01:00
notes = '''
@ Dana Reyes
> by 2026-12-04
= none
! none
~ none
'''
"""


def checklist(run: Running) -> str:
    """Return what the checklist shows, as one line."""
    lines = (line.text for row in run.rows("steps-list").rows for line in row.lines)
    return " ".join(" ".join(lines).split())


def headline(run: Running) -> str:
    """Return the lines above the checklist, as one line."""
    lines = run.app.screen_stack[0].query_one("#headline", StyledText).lines
    return " ".join(" ".join(span.text for line in lines for span in line).split())


async def test_enter_on_the_advice_to_let_go_closes_the_position_and_u_opens_it_again(path: Path) -> None:
    async with running(path, SILENT + SPENT) as run:
        # Nothing else is to be done: the cursor is there already.
        assert run.rows("steps-list").cursor == ClosingRow()
        assert "Let it go?" in run.shown()
        assert "consider letting it go (career guides)" in checklist(run)
        await run.press("enter")
        assert run.interview()["outcome"] == "no answer"
        assert run.notices() == "Closed: no answer. u takes that back."
        assert "Let it go?" not in run.shown()
        assert "Nothing else to do here." in run.shown()
        await run.press("u")
        assert "outcome" not in run.interview()
        assert "Let it go?" in run.shown()


async def test_after_closing_nothing_of_the_position_is_due(path: Path) -> None:
    async with running(path, SILENT) as run:
        assert "Now: follow up, late, or let it go" in run.shown()
        await run.go(ClosingRow())
        await run.press("space")
        assert run.interview()["outcome"] == "no answer"
        assert run.app.session is not None
        (entry,) = run.app.session.agenda()
        assert (entry.group.value, entry.next) == ("closed", "no answer")
        (closed,) = run.app.session.logbook.interviews
        assert run.app.session.position_plan(closed).todos == ()


async def test_not_yet_is_kept_and_not_asked_again(path: Path) -> None:
    async with running(path, SILENT + SPENT) as run:
        await run.press("s")
        assert run.interview()["let_go"] == "not yet"
        assert run.notices() == "Kept open; you won't be asked again this round. u takes that back."
        assert "Let it go?" not in run.shown()
        await run.press("u")
        assert "let_go" not in run.interview()
        assert "Let it go?" in run.shown()
        await run.go(ClosingRow())
        await run.press("s")
    async with running(path, "") as run:
        assert "Let it go?" not in run.shown()


async def test_a_position_that_is_on_track_has_no_such_row(path: Path) -> None:
    async with running(path) as run:
        keys = [row.key for row in run.rows("steps-list").rows]
        assert ClosingRow() not in keys
        assert LetterRow(ANSWER_TO_REJECTION) not in keys
        assert not any(isinstance(key, CarriedRow) for key in keys)


@pytest.mark.parametrize(("width", "what"), [(39, "Thank them"), (42, "Thank them for the answer")])
def test_the_row_of_the_answer_to_a_rejection_is_cut_nowhere(width: int, what: str) -> None:
    at = datetime.fromisoformat("2026-11-23T14:00:00+01:00")
    rejected = Interview(id="i", company="Acme", held_at=at, outcome="rejected")
    plan = plan_position(position_of([rejected]), at, Rules()).plan_of("i")
    (line,) = rejection_row(SendState(None, False), plan, width, Keymap()).lines
    assert line.left[-1].text == what
    assert width_of(line.left) + width_of(line.right) < width


@pytest.mark.parametrize("key", ["w", "enter"])
async def test_the_answer_to_a_rejection_is_written_from_its_row(path: Path, key: str) -> None:
    async with running(path, ACME + REJECTED) as run:
        assert "Thank them for the answer" in run.shown()
        assert "If you like, thank them and ask for feedback (w)." in headline(run)
        await run.go(LetterRow(ANSWER_TO_REJECTION))
        await run.press(key)
        assert isinstance(run.app.screen, LetterScreen)
        assert "Answer to a rejection" in run.shown()


async def test_a_sent_answer_to_a_rejection_is_ticked_like_any_other_row(path: Path) -> None:
    async with running(path, ACME + REJECTED) as run:
        await run.go(LetterRow(ANSWER_TO_REJECTION))
        await run.press("space")
        sent = run.interview()["contact"][-1]
        assert (sent["kind"], sent["letter"]) == (ContactKind.OTHER, ANSWER_TO_REJECTION)
        assert "sent today" in run.shown()
        assert "If you like" not in run.shown()
        await run.press("space")
        assert [contact["id"] for contact in run.interview()["contact"]] == ["r1"]
        assert "optional" in run.shown()


async def test_a_skipped_answer_to_a_rejection_stays_skipped_in_the_file(path: Path) -> None:
    async with running(path, ACME + REJECTED) as run:
        await run.go(LetterRow(ANSWER_TO_REJECTION))
        await run.press("s")
        assert run.interview()["skips"] == {"letters": [ANSWER_TO_REJECTION]}
        assert "Thank them for the answer" in run.shown()
        assert "If you like" not in run.shown()
        await run.press("u")
        assert "skips" not in run.interview()
        await run.press("s", "s")
        assert "skips" not in run.interview()


@pytest.mark.parametrize("size", [(120, 36), (80, 24), (60, 18)])
async def test_what_is_open_from_earlier_rounds_is_in_view_below_the_steps(
    path: Path, size: tuple[int, int]
) -> None:
    async with running(path, ROUNDS, size) as run:
        keys = [row.key for row in run.rows("steps-list").rows]
        assert [key for key in keys if isinstance(key, StepRow)] == [StepRow(step) for step in StepId]
        shown = run.shown()
        assert "little Kubernetes" in shown
        assert "references" in shown or "1 to send" in shown
        await run.press("G")
        assert "told Luis 70k" in run.shown()


async def test_enter_goes_to_the_line_of_the_earlier_round_and_its_answer_closes_it(path: Path) -> None:
    async with running(path, ROUNDS) as run:
        await run.go(CarriedRow("first", 1))
        await run.press("space")
        assert "enter goes to its line" in run.notices()
        await run.press("enter", "i", "end")
        await run.type(" -> course begins")
        await run.press("escape")
        assert "! little Kubernetes -> course begins\n" in run.interview("first")["notes"]
        await run.press("escape", "right_parenthesis")
        assert "little Kubernetes" not in run.shown()
        assert "who leads" in run.shown()


async def test_a_round_that_is_still_to_come_shows_what_is_open_and_owed(path: Path) -> None:
    planned = ROUNDS.replace("2026-11-20T14", "2026-12-10T14")
    async with running(path, planned) as run:
        await run.press("right_parenthesis")
        for text in ("two references", "little Kubernetes", "who leads", "told Luis 70k"):
            assert text in run.shown()


async def test_a_contact_of_an_earlier_round_is_taken_off_its_own_record(path: Path) -> None:
    sent = '[[interview.contact]]\nid = "m"\nat = {}\nkind = "{}"\nperson = "Dana Reyes"\n'
    connected = sent.format("2026-11-21T09:00:00+01:00", "connect")
    first, second = ROUNDS.split("[[interview]]\n")[1:]
    text = f"format = 1\n[[interview]]\n{first}{connected}[[interview]]\n{second}setting = 'in person'\n"
    async with running(path, text) as run:
        await run.go(PersonRow(StepId.CONNECT, "Dana Reyes"))
        await run.press("space")
        assert "contact" not in run.interview("first")


def test_what_a_carried_line_is_gives_way_to_its_text() -> None:
    fact = CarriedFact(signs.CONCERN, "little Kubernetes", 1, "first", 1)
    (wide,), (narrow,) = carried_rows([fact], 60), carried_rows([fact], 40)
    assert wide.lines[0].text == "little Kubernetes  open concern · round 1"
    assert narrow.lines[0].text == "little Kubernetes  round 1"


def test_the_reason_names_the_keys_in_use() -> None:
    items = PositionItems("30 days are past.", None, ())
    keymap = Keymap({"step.skip": "x"})
    assert row_reason(ClosingRow(), items, keymap).endswith("x keeps it open and stops asking.")
    assert row_reason(StepRow(StepId.ASK), items, keymap) == ""


@pytest.mark.parametrize(
    ("sign", "reason"),
    [
        (signs.CONCERN, "It. enter: write your answer after ->."),
        (signs.QUESTION, "It. enter: write their answer after ->."),
        (signs.PAY, "It. enter: its line in round 2."),
    ],
)
def test_the_reason_of_a_carried_line_says_how_to_close_it(sign: signs.SignSpec, reason: str) -> None:
    items = PositionItems("", None, (CarriedFact(sign, "It", 2, "a", 3),))
    assert row_reason(CarriedRow("a", 3), items, Keymap()) == reason
    assert row_reason(CarriedRow("a", 4), items, Keymap()) == ""
