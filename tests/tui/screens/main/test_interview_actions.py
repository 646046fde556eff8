"""What is done with whole interviews, with a host that is no screen."""

from pathlib import Path

import pytest

from followup_tui.tui.screens.main.interview_actions import InterviewActions
from tests.tui.pilot import ACME, NOW
from tests.tui.screens.main.fake_host import FakeHost


class FakeNavigation:
    """A navigation that remembers what was opened."""

    def __init__(self) -> None:
        self.opened: list[str] = []
        self.explained = 0

    def open(self, id: str) -> None:
        self.opened.append(id)

    def write_notes(self) -> None:
        self.opened.append("notes")

    def explain_empty(self) -> None:
        self.explained += 1


@pytest.fixture
def host(tmp_path: Path) -> FakeHost:
    return FakeHost(tmp_path / "logbook.toml", ACME)


def test_deleting_asks_first_and_undo_brings_the_interview_back(host: FakeHost) -> None:
    actions = InterviewActions(host, FakeNavigation(), lambda: None)
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
    actions = InterviewActions(host, FakeNavigation(), lambda: None)
    actions.undo()
    actions.redo()
    assert host.messages == ["Nothing to undo.", "Nothing to redo."]


def test_a_new_interview_that_was_held_leads_into_its_notes(host: FakeHost) -> None:
    navigation = FakeNavigation()
    InterviewActions(host, navigation, lambda: None).add()
    _, record = host.dialogs.pop()
    new = host.session.logbook.interviews[0].but(id="new", company="Zeta", held_at=NOW)
    record(new)
    assert host.session.logbook.interview("new") is not None
    host.later.pop()()
    assert navigation.opened == ["new", "notes"]


def test_without_a_row_there_is_nothing_to_copy(host: FakeHost) -> None:
    navigation = FakeNavigation()
    InterviewActions(host, navigation, lambda: None).copy()
    assert (navigation.explained, host.messages) == (1, [])
