"""Toasts: one passing message at a time, gone with the next key; warnings stay, and esc takes all away."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, ClassVar

import pytest
from textual.message import Message
from textual.notifications import Notification, Notify
from textual.screen import Screen

from followup_tui.tui.app import FollowUpApp
from followup_tui.tui.toasts import Toasts
from tests.tui.pilot import ACME, BOREALIS, Running, running

NOTHING = "Nothing to undo. B brings back an earlier state."


def toasts(run: Running) -> list[str]:
    """Return the texts on the screen."""
    return [str(toast.render()) for toast in run.app.screen.query("Toast")]


@pytest.fixture(autouse=True)
def shown(monkeypatch: pytest.MonkeyPatch) -> None:
    """Show notices on the screen, as outside tests."""
    usual = FollowUpApp.run_test
    monkeypatch.setattr(FollowUpApp, "run_test", lambda app, size: usual(app, size=size, notifications=True))


async def test_the_next_notice_takes_the_place_of_the_last(path: Path) -> None:
    async with running(path) as run:
        await run.press("t", "i")
        assert toasts(run) == ["i works in the notes, 3: Write at the cursor."]
        await run.press("u")
        assert toasts(run) == [NOTHING]
        await run.press("u", "u")
        assert toasts(run) == [NOTHING]


@pytest.mark.parametrize("keys", [("j",), ("escape",), ("4",), ("d",), ("question_mark",), ("space",)])
async def test_a_key_that_does_something_ends_a_notice(path: Path, keys: tuple[str, ...]) -> None:
    async with running(path) as run:
        await run.press("u")
        assert toasts(run) == [NOTHING]
        await run.press(*keys)
        assert toasts(run) == []


@pytest.mark.parametrize(("size", "bottom"), [((60, 18), 18), ((49, 40), 39), ((80, 24), 23)])
async def test_all_of_a_long_notice_is_on_the_screen_and_on_a_small_one_over_the_keys(
    path: Path, size: tuple[int, int], bottom: int
) -> None:
    async with running(path, size=size) as run:
        run.app.notify(
            "The thank-you note to Mina Okafor is on record. Everyone is thanked. u takes that back."
        )
        await run.idle()
        (toast,) = run.app.screen.query("Toast")
        assert toast.region.bottom == bottom
        assert "back." in run.shown()


async def test_a_notice_on_a_small_screen_leaves_the_line_that_is_typed_in_sight(path: Path) -> None:
    async with running(path, size=(60, 18)) as run:
        await run.press("n")
        await run.type("~ she")
        run.app.notify("Said in passing")
        await run.idle()
        (toast,) = run.app.screen.query("Toast")
        assert toast.region.bottom == 17
        assert "~ she" in run.shown()
        await run.press("escape")
        run.app.notify("Said again")
        await run.idle()
        assert run.app.screen.query("Toast").last().region.bottom == 18


async def test_no_notice_comes_back_with_the_screen_it_was_on(path: Path) -> None:
    async with running(path) as run:
        await run.press("u", "d", "escape")
        assert toasts(run) == []


async def test_what_is_typed_leaves_a_notice_alone(path: Path) -> None:
    async with running(path) as run:
        await run.press("n")
        run.app.notify("Said in passing", markup=False)
        await run.type("@ Ana")
        assert toasts(run) == ["Said in passing"]
        await run.press("enter")
        assert toasts(run) == []


async def test_warnings_stand_and_esc_takes_them_away(path: Path) -> None:
    async with running(path) as run:
        for text in ("One thing", "Another", "One thing"):
            run.app.notify(text, severity="warning", timeout=15, markup=False)
        await run.press("u")
        assert toasts(run) == ["Another", "One thing", NOTHING]
        await run.press("j")
        assert toasts(run) == ["Another", "One thing"]
        await run.press("escape")
        assert toasts(run) == []


async def test_a_message_about_another_program_stays_for_its_time(path: Path) -> None:
    async with running(path) as run:
        path.write_text(ACME + BOREALIS, encoding="utf-8")
        run.app.screen.file_watcher.check()  # type: ignore[attr-defined]
        await run.press("j", "k")
        assert toasts(run) == ["Changed elsewhere, and shown here: Borealis."]


async def test_nothing_is_left_behind_by_notices(path: Path) -> None:
    async with running(path) as run:
        for _ in range(5):
            await run.press("u", "j", "d", "escape", "k")
        assert not run.app.screen.query("ToastHolder")


class Host:
    """An app, as far as toasts need it: it shows what has not expired."""

    NOTIFICATION_TIMEOUT: ClassVar[float] = 5.0

    def __init__(self) -> None:
        self.screen_stack: list[Screen[Any]] = []
        self.posted: list[Message] = []

    def post_message(self, message: Message) -> bool:
        self.posted.append(message)
        return True

    def call_later(self, callback: Callable[..., Any], *args: Any) -> bool:
        callback(*args)
        return True


def test_a_passing_message_replaces_the_last_and_leaves_warnings() -> None:
    own = Toasts(Host())
    warning = Notification("Not saved", severity="warning")
    for notification in (warning, Notification("One"), Notification("Two"), Notification("Slow", timeout=30)):
        own.add(notification)
    assert own.messages == ["Not saved", "Two", "Slow"]
    own.add(Notification("Not saved", severity="warning"))
    assert own.messages == ["Two", "Slow", "Not saved"], "the same text is shown once"
    assert warning.has_expired


def test_what_is_dismissed_expires_and_textual_is_asked_to_look() -> None:
    host = Host()
    own = Toasts(host)
    passing, warning = Notification("One"), Notification("Not saved", severity="warning")
    own.add(passing)
    own.add(warning)
    own.dismiss_passing()
    assert (passing.has_expired, warning.has_expired) == (True, False)
    assert len(host.posted) == 1
    own.dismiss_passing()
    assert len(host.posted) == 1, "there was nothing to dismiss"
    own.dismiss_all()
    assert warning.has_expired
    assert own.messages == []


def test_what_only_asks_textual_to_look_is_no_message() -> None:
    host = Host()
    own = Toasts(host)
    own.add(Notification("One"))
    own.dismiss_all()
    (nudge,) = host.posted
    assert isinstance(nudge, Notify)
    own.add(nudge.notification)
    assert own.messages == []
