"""The ways between interviews, rounds and panes, with panes that are no widgets."""

from pathlib import Path

import pytest

from followup_tui.tui.screens.main.navigation import SCROLL_SECONDS, Navigation
from followup_tui.tui.screens.main.panes import Panes
from tests.tui.pilot import ACME, BOREALIS, running
from tests.tui.screens.main.fake_host import FakeHost


class FakePanes(Panes):
    """Panes that remember what was asked of them."""

    shows_interview_list = True
    is_zoomed = False

    def __init__(self) -> None:
        self.pane = "steps"
        self.is_editing = False
        self.focused: list[str] = []
        self.line: int | None = None
        self.opened_bars = 0

    def focus(self, pane: str) -> None:
        self.pane = pane
        self.focused.append(pane)

    def toggle_zoom(self) -> None:
        self.is_zoomed = not self.is_zoomed

    def open_note_bar(self) -> None:
        self.opened_bars += 1

    def edit_notes(self) -> None:
        self.is_editing = True

    def stop_editing(self) -> bool:
        was_editing, self.is_editing = self.is_editing, False
        return was_editing

    def go_to_note_line(self, line: int) -> None:
        self.line = line


def navigation_of(host: FakeHost, panes: FakePanes | None = None) -> Navigation:
    """Return the navigation of a host, among panes with room for the list of interviews."""

    def find_interview() -> None:
        raise AssertionError("the list of interviews is in view")

    return Navigation(host, panes or FakePanes(), find_interview)


@pytest.fixture
def host(tmp_path: Path) -> FakeHost:
    return FakeHost(tmp_path / "logbook.toml", ACME + BOREALIS)


def test_the_list_goes_round_at_both_ends(host: FakeHost) -> None:
    navigation = navigation_of(host)
    assert navigation.current == "acme"
    navigation.step_interview(1)
    assert navigation.current == "bore"
    navigation.step_interview(1)
    assert navigation.current == "acme"
    navigation.step_interview(-1)
    assert navigation.current == "bore"
    assert host.messages == []


def test_a_single_interview_has_none_before_or_after_it(tmp_path: Path) -> None:
    host = FakeHost(tmp_path / "logbook.toml", ACME)
    navigation = navigation_of(host)
    navigation.step_interview(1)
    assert navigation.current == "acme"
    assert host.messages == ["This is your only interview so far."]


def test_a_run_through_the_list_shows_the_first_and_the_last_interview(host: FakeHost) -> None:
    navigation = navigation_of(host)
    navigation.follow_cursor("bore")
    host.later.pop()()
    assert host.refreshed == 1
    navigation.follow_cursor("acme")
    assert not host.later
    delay, end = host.timers[-1]
    assert (delay, host.refreshed) == (SCROLL_SECONDS, 1)
    end()
    assert host.refreshed == 2


def test_back_leaves_editing_then_the_zoom_then_the_pane(host: FakeHost) -> None:
    panes = FakePanes()
    navigation = navigation_of(host, panes)
    navigation.write_notes()
    panes.toggle_zoom()
    navigation.back()
    assert (panes.is_editing, panes.is_zoomed) == (False, True)
    navigation.back()
    assert (panes.is_zoomed, panes.pane) == (False, "notes")
    navigation.back()
    assert panes.pane == "steps"


def test_without_room_for_the_list_its_key_opens_the_finder(host: FakeHost) -> None:
    panes = FakePanes()
    panes.shows_interview_list = False
    searches: list[str] = []
    Navigation(host, panes, lambda: searches.append("interview")).go_to_pane("interviews")
    assert (searches, panes.focused) == (["interview"], [])


def test_what_was_deleted_is_no_longer_current(host: FakeHost) -> None:
    navigation = navigation_of(host)
    navigation.make_current("gone")
    assert navigation.pop_is_fresh()
    navigation.resolve_current()
    assert navigation.current == "acme"
    assert navigation.pop_is_fresh(), "the cursor goes to the next step of the interview shown instead"
    navigation.resolve_current()
    assert not navigation.pop_is_fresh()


async def test_brackets_go_to_the_interview_before_and_after(path: Path) -> None:
    async with running(path, ACME + BOREALIS) as run:
        assert "2 Acme" in run.shown()
        await run.press("right_square_bracket")
        assert "2 Borealis" in run.shown()
        await run.press("right_square_bracket")
        assert "2 Acme" in run.shown()
        await run.press("left_square_bracket")
        assert "2 Borealis" in run.shown()


async def test_what_is_being_typed_survives_going_elsewhere(path: Path) -> None:
    async with running(path, ACME + BOREALIS) as run:
        await run.press("3", "enter")
        await run.type("one")
        await run.press("escape", "right_square_bracket")
        assert run.interview()["notes"].endswith("one")
        assert run.interview("bore")["notes"] == "@ Mina"
        await run.press("left_square_bracket", "3", "enter")
        await run.type("two")
        await run.press("f2")
        assert run.interview()["notes"].endswith("one\ntwo")


async def test_F3_gives_a_pane_the_whole_screen(path: Path) -> None:
    async with running(path) as run:
        await run.press("4", "f3")
        assert "4 Timeline · Acme" in run.shown()
        assert "3 Notes" not in run.shown()
        await run.press("escape")
        assert "3 Notes" in run.shown()


def test_the_note_bar_opens_only_for_an_interview(host: FakeHost) -> None:
    panes = FakePanes()
    navigation = navigation_of(host, panes)
    navigation.open_note_bar()
    assert (panes.opened_bars, host.flushed) == (1, 1)
    navigation.current = None
    navigation.open_note_bar()
    assert panes.opened_bars == 1
