"""What is done with whole interviews, with a host that is no screen."""

from pathlib import Path
from types import SimpleNamespace

import pytest

from followup_tui.core.model.logbook import StepId
from followup_tui.tui.screens.main.interview_actions import InterviewActions
from followup_tui.tui.screens.row_keys import PersonRow, StepRow
from tests.tui.pilot import ACME, BOREALIS, NOW, TWO_ROUNDS, running
from tests.tui.screens.main.fake_host import FakeHost, FakeNavigation


def test_deleting_asks_first_and_undo_brings_the_interview_back(host: FakeHost) -> None:
    actions = InterviewActions(host, FakeNavigation(), lambda _: "")
    actions.ask_to_delete()
    _, answered = host.dialogs.pop()
    answered(False)
    assert host.session.logbook.interview("acme") is not None
    answered(True)
    assert host.session.logbook.interview("acme") is None
    assert host.messages == ["Acme is deleted; u brings it back."]
    actions.undo()
    assert host.session.logbook.interview("acme") is not None
    assert host.messages[-1] == "Undone: deleting Acme."
    actions.redo()
    assert host.session.logbook.interview("acme") is None


def test_with_nothing_done_undo_says_so(host: FakeHost) -> None:
    actions = InterviewActions(host, FakeNavigation(), lambda _: "")
    actions.undo()
    actions.redo()
    assert host.messages == [
        "Nothing to undo. B brings back an earlier state.",
        "Nothing to redo.",
    ]


def test_a_new_interview_that_was_held_leads_into_its_notes(host: FakeHost) -> None:
    navigation = FakeNavigation()
    InterviewActions(host, navigation, lambda _: "").add()
    _, record = host.dialogs.pop()
    new = host.session.logbook.interviews[0].but(id="new", company="Zeta", held_at=NOW)
    record(new)
    assert host.session.logbook.interview("new") is not None
    host.later.pop()()
    assert navigation.opened == ["new", "notes"]


def test_without_an_interview_there_is_nothing_to_copy(host: FakeHost) -> None:
    host.current = None
    InterviewActions(host, FakeNavigation(), lambda _: "a text").copy()
    assert host.messages == []


def test_of_a_long_text_that_is_copied_the_message_shows_the_beginning(host: FakeHost) -> None:
    copied: list[str] = []
    host.app = SimpleNamespace(copy_to_clipboard=copied.append)
    InterviewActions(host, FakeNavigation(), lambda _: "Dear Dana,\n" + "word " * 40).copy()
    assert copied == ["Dear Dana,\n" + "word " * 40]
    assert host.messages[0].startswith("Sent to the terminal’s clipboard: Dear Dana, word")
    assert host.messages[0].endswith("…")


async def test_u_and_U_undo_and_redo(path: Path) -> None:
    async with running(path) as run:
        before = run.path.read_text(encoding="utf-8")
        await run.go(PersonRow(StepId.THANK, "Dana Reyes"))
        await run.press("space", "s")
        after = run.path.read_text(encoding="utf-8")
        await run.press("u", "u")
        assert run.path.read_text(encoding="utf-8") == before
        assert "Undone" in run.notices()
        await run.press("U", "U")
        assert run.path.read_text(encoding="utf-8") == after
        await run.press("U")
        assert "Nothing to redo" in run.notices()


async def test_D_asks_before_it_deletes_an_interview_and_u_brings_it_back(path: Path) -> None:
    async with running(path, ACME + BOREALIS) as run:
        await run.press("1", "D", "n")
        assert len(run.file()["interview"]) == 2
        await run.press("D", "y")
        assert [interview["id"] for interview in run.file()["interview"]] == ["bore"]
        await run.press("u")
        assert [interview["id"] for interview in run.file()["interview"]] == ["acme", "bore"]


@pytest.mark.parametrize("size", [(120, 36), (80, 24), (60, 18)])
@pytest.mark.parametrize("pane", ["2", "3", "4"])
async def test_an_interview_can_be_deleted_from_every_pane_at_every_size(
    path: Path, size: tuple[int, int], pane: str
) -> None:
    async with running(path, ACME + BOREALIS, size) as run:
        await run.press(pane, "D")
        assert "Delete the interview" in run.shown()
        await run.press("y")
        assert [interview["id"] for interview in run.file()["interview"]] == ["bore"]
        await run.press("u")
        assert [interview["id"] for interview in run.file()["interview"]] == ["acme", "bore"]


async def test_D_on_what_is_on_record_deletes_that_and_elsewhere_asks_about_the_interview(path: Path) -> None:
    async with running(path) as run:
        await run.go(PersonRow(StepId.THANK, "Dana Reyes"))
        await run.press("D")
        assert "Nothing recorded in this row. Delete Acme" in run.shown()
        await run.press("n", "space")
        assert len(run.interview()["contact"]) == 1
        await run.press("D")
        assert "contact" not in run.interview()
        assert len(run.app.screen_stack) == 1


async def test_undo_and_redo_show_the_interview_that_they_change(path: Path) -> None:
    async with running(path, ACME + BOREALIS) as run:
        await run.press("D", "y")
        assert "2 Borealis" in run.shown()
        await run.press("u")
        assert "2 Acme" in run.shown()
        await run.go(PersonRow(StepId.THANK, "Dana Reyes"))
        await run.press("space", "right_square_bracket")
        assert "2 Borealis" in run.shown()
        await run.press("u")
        assert "2 Acme" in run.shown()
        await run.press("right_square_bracket", "U")
        assert "2 Acme" in run.shown()
        assert "✓ Dana Reyes" in run.shown()


async def test_undo_stays_on_the_round_that_is_shown(path: Path) -> None:
    async with running(path, TWO_ROUNDS) as run:
        await run.press("left_parenthesis", "n")
        await run.type("they use Go\n")
        await run.press("escape", "right_parenthesis")
        shown = run.shown().split("\n")[0]
        await run.press("u")
        assert run.shown().split("\n")[0] == shown


async def test_a_copied_row_keeps_its_ends_apart(path: Path) -> None:
    async with running(path) as run:
        await run.go(StepRow(StepId.ASK))
        await run.press("y")
        assert run.app.clipboard == "1 Ask the right questions  done"


@pytest.mark.parametrize(("key", "names"), [("a", ["Acme Ltd2"] * 2), ("t", ["Acme Ltd2", "Acme"])])
async def test_another_company_is_meant_for_all_rounds_or_for_one(
    path: Path, key: str, names: list[str]
) -> None:
    async with running(path, TWO_ROUNDS) as run:
        await run.press("e", "end")
        await run.type(" Ltd2")
        await run.press("enter", key)
        assert [interview["company"] for interview in run.file()["interview"]] == names
        await run.press("u")
        assert [interview["company"] for interview in run.file()["interview"]] == ["Acme", "Acme"]


async def test_the_question_which_rounds_is_left_back_to_the_form(path: Path) -> None:
    async with running(path, TWO_ROUNDS) as run:
        await run.press("e", "end")
        await run.type(" Ltd2")
        await run.press("enter", "escape")
        assert "Acme Ltd2" in run.shown()
        assert [interview["company"] for interview in run.file()["interview"]] == ["Acme", "Acme"]


async def test_n_in_an_empty_logbook_asks_for_the_interview_and_the_notes_follow(path: Path) -> None:
    """What is typed right after it would be commands otherwise, and `q` is one."""
    async with running(path, "format = 1\n") as run:
        await run.press("n")
        await run.type("Quick Co\n")
        await run.type("they use Postgres")
        await run.press("escape")
        await run.saved()
        (interview,) = run.file()["interview"]
        assert interview["company"] == "Quick Co"
        assert "they use Postgres" in interview["notes"]
