"""What another program writes while the app is open: shown soon, with what is being typed kept as it is."""

from pathlib import Path

import pytest
from textual import events

from followup_tui.core.model.logbook import StepId
from followup_tui.session.session import ExternalChanges
from followup_tui.tui.screens.main.file_watcher import (
    CHECK_SECONDS,
    FAILED_CHECKS_BEFORE_WARNING,
    MAX_NAMES,
    FileWatcher,
)
from followup_tui.tui.screens.main.screen import MainScreen
from followup_tui.tui.screens.row_keys import ConflictRow, StepRow
from tests.tui.pilot import ACME, running
from tests.tui.screens.main.fake_host import FakeHost


def by_hand(path: Path, old: str, new: str) -> None:
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new, 1))


async def test_a_line_from_outside_is_shown_soon_and_reported(path: Path) -> None:
    assert CHECK_SECONDS <= 2, "promised"
    async with running(path) as run:
        by_hand(path, "@ Dana", "~ she sails\n@ Dana")
        await run.until_shown("~ she sails")
        assert run.notices() == "1 line noted for Acme: ~ she sails"


async def test_other_changes_are_reported_by_the_company(path: Path) -> None:
    async with running(path) as run:
        by_hand(path, "! Kubernetes", "! no Kubernetes")
        await run.until_shown("! no Kubernetes")
        assert run.notices() == "Changed elsewhere, and shown here: Acme."


@pytest.mark.parametrize("size", [(120, 36), (80, 24)])
async def test_lines_noted_in_another_terminal_come_into_view_and_are_reported(
    path: Path, size: tuple[int, int]
) -> None:
    async with running(path, ACME.replace("! Kub", "word\n" * 30 + "! Kub"), size) as run:
        assert "~ she sails" not in run.shown()
        by_hand(path, "! Kubernetes\n", "! Kubernetes\n~ she sails\n= a CV that was so long\n")
        await run.until_shown("= a CV")
        assert "~ she sails" in run.shown()
        assert run.notices() == "2 lines noted for Acme: ~ she sails …"


async def test_notes_that_are_being_written_stay_where_they_are(path: Path) -> None:
    async with running(path, ACME.replace("! Kub", "word\n" * 30 + "! Kub"), (80, 24)) as run:
        await run.press("3", "i")
        by_hand(path, "! Kubernetes\n", "! Kubernetes\n~ she sails\n")
        await run.until(lambda: "1 line noted for Acme: ~ she sails" in run.notices())
        assert "~ she sails" not in run.shown()
        assert "@ Dana Reyes" in run.shown()


async def test_coming_back_to_the_window_looks_at_once(path: Path) -> None:
    async with running(path) as run:
        by_hand(path, "@ Dana", "~ she sails\n@ Dana")
        run.app.post_message(events.AppFocus())
        await run.idle()
        assert "~ she sails" in run.shown()


async def test_an_external_change_during_a_save_is_shown_and_reported(path: Path) -> None:
    async with running(path) as run:
        await run.go(StepRow(StepId.WRITE_DOWN))
        by_hand(path, "@ Dana", "~ she sails\n@ Dana")
        await run.press("space")
        await run.until_shown("~ she sails")
        assert "Changed elsewhere, and shown here: Acme" in run.notices()
        assert run.interview()["ticks"]
        await run.press("u")
        assert "~ she sails" in run.interview()["notes"]
        assert "ticks" not in run.interview()


async def test_what_is_being_typed_stays_under_the_cursor(path: Path) -> None:
    async with running(path) as run:
        await run.press("3", "enter")
        await run.type("they use G")
        by_hand(path, "@ Dana", "~ she sails\n@ Dana")
        await run.until_shown("~ she sails")
        await run.type("o and Rust")
        await run.press("escape")
        assert run.interview()["notes"].endswith("they use Go and Rust")
        assert run.interview()["notes"].startswith("~ she sails\n@ Dana")


async def test_text_that_arrives_after_a_merge_does_not_undo_it(path: Path) -> None:
    """As on a busy machine: the check waits in the queue of the screen, and what was typed behind it."""
    async with running(path) as run:
        screen = run.app.screen
        assert isinstance(screen, MainScreen)
        await run.press("3", "enter")
        screen.panes.notes.insert("they use Go")
        by_hand(path, "@ Dana", "~ she sails\n@ Dana")
        screen.call_later(screen.file_watcher.check)
        screen.panes.notes._post(screen.panes.notes.Edited("acme", screen.panes.notes.text))
        await run.saved()
        await run.press("escape")
        assert run.interview()["notes"].startswith("~ she sails\n@ Dana")
        assert run.interview()["notes"].endswith("they use Go")


async def test_an_emptied_file_has_its_content_again_soon(path: Path) -> None:
    async with running(path) as run:
        path.write_bytes(b"")
        run.app.post_message(events.AppFocus())
        await run.until(path.read_bytes)
        assert run.interview()["company"] == "Acme"


async def test_on_a_small_screen_a_failed_save_says_first_that_the_text_is_safe(path: Path) -> None:
    async with running(path, size=(60, 18)) as run:
        path.write_text(f"{ACME}this is no TOML {'and long ' * 20}")
        await run.press("n")
        await run.type("~ she sails\n")
        await run.until_shown("Not saved; trying again. Your text is safe here.")
        path.write_text(ACME)
        await run.until(lambda: "~ she sails" in path.read_text())


async def test_a_note_from_the_shell_appears_under_its_interview(path: Path) -> None:
    async with running(path) as run:
        record = '[[inbox]]\nat = 2026-11-23T17:00:00Z\nto = "Acme"\ntext = "! tests are slow"\n'
        path.write_text(path.read_text() + record)
        await run.until_shown("! tests are slow")
        assert "inbox" not in path.read_text()


async def test_two_versions_are_shown_and_resolved_in_the_list(path: Path) -> None:
    conflict = '[[interview.conflict]]\nfield = "role"\ntext = "Driver"\n'
    async with running(path, ACME + conflict) as run:
        assert "≠ role: elsewhere “Driver”" in run.shown()
        await run.go(ConflictRow(0))
        assert "Here: nothing. space takes the version from" in run.shown()
        assert "space take it  s leave it" in run.shown()
        await run.press("space")
        assert "leave it" not in run.shown()
        assert run.interview()["role"] == "Driver"
        assert "conflict" not in run.interview()
        await run.press("u")
        assert run.interview()["conflict"] == [{"field": "role", "text": "Driver"}]
        await run.go(ConflictRow(0))
        await run.press("s")
        assert "conflict" not in run.interview()
        assert run.interview().get("role") != "Driver"


def test_a_line_from_outside_is_merged_and_quoted_without_a_screen(path: Path) -> None:
    host, revealed = FakeHost(path, ACME), []
    watcher = FileWatcher(host, lambda *note: revealed.append(note), lambda: None)
    watcher.check()
    assert (host.messages, host.flushed) == ([], 0)
    by_hand(path, "@ Dana", "~ she sails\n@ Dana")
    watcher.check()
    assert host.messages == ["1 line noted for Acme: ~ she sails"]
    assert revealed == [("acme", 0)]


def test_a_file_that_stays_unreadable_is_warned_about_once(path: Path) -> None:
    host = FakeHost(path, ACME)
    watcher = FileWatcher(host, lambda *_: None, lambda: None)
    path.write_text("[[interview]]\nid = ")
    for number in range(FAILED_CHECKS_BEFORE_WARNING * 2):
        watcher.check()
        assert len(host.warnings) == (number + 1 >= FAILED_CHECKS_BEFORE_WARNING)


def test_a_file_that_can_be_read_again_is_reported_and_the_next_time_warned_about(path: Path) -> None:
    host = FakeHost(path, ACME)
    watcher = FileWatcher(host, lambda *_: None, lambda: None)
    for times in (1, 2):
        path.write_text("[[interview]]\nid = ")
        for _ in range(FAILED_CHECKS_BEFORE_WARNING):
            watcher.check()
        assert len(host.warnings) == times
        path.write_text(ACME)
        for _ in range(2):
            watcher.check()
        assert host.messages == ["The file can be read again."] * times
    path.write_text("[[interview]]\nid = ")
    watcher.check()
    path.write_text(ACME)
    watcher.check()
    assert len(host.messages) == 2, "what was not warned about is not reported"


def test_what_was_written_differently_here_and_there_is_a_warning_each(
    host: FakeHost, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = ExternalChanges(conflicts=tuple(f"version {number}" for number in range(9)))
    monkeypatch.setattr(host.session.document, "pop_external_changes", lambda: found)
    FileWatcher(host, lambda *_: None, lambda: None).report_merged()
    assert host.warnings == [f"version {number}" for number in range(MAX_NAMES)]
