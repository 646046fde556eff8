"""What is said in passing: one at a time, gone with the next key; warnings stand, and esc takes all away."""

from pathlib import Path

import pytest

from followup_tui.tui.app import FollowUpApp
from tests.tui.pilot import ACME, BOREALIS, Running, running


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the file of the app is."""
    return tmp_path / "logbook.toml"


def told(run: Running) -> list[str]:
    """What stands on the screen."""
    return [str(toast.render()) for toast in run.app.screen.query("Toast")]


@pytest.fixture(autouse=True)
def shown(monkeypatch: pytest.MonkeyPatch) -> None:
    """Notices show on the screen, as they do outside tests."""
    usual = FollowUpApp.run_test
    monkeypatch.setattr(FollowUpApp, "run_test", lambda app, size: usual(app, size=size, notifications=True))


async def test_the_next_notice_takes_the_place_of_the_last(path: Path) -> None:
    async with running(path) as run:
        await run.press("t", "i")
        assert told(run) == ["i works in the notes, 3: Write where the cursor is."]
        await run.press("u")
        assert told(run) == ["Nothing to undo."]
        await run.press("u", "u")
        assert told(run) == ["Nothing to undo."]


@pytest.mark.parametrize("keys", [("j",), ("escape",), ("4",), ("d",), ("question_mark",), ("space",)])
async def test_a_key_that_does_something_ends_a_notice(path: Path, keys: tuple[str, ...]) -> None:
    async with running(path) as run:
        await run.press("u")
        assert told(run) == ["Nothing to undo."]
        await run.press(*keys)
        assert told(run) == []


async def test_no_notice_comes_back_with_the_screen_it_was_on(path: Path) -> None:
    async with running(path) as run:
        await run.press("u", "d", "escape")
        assert told(run) == []


async def test_what_is_typed_leaves_a_notice_alone(path: Path) -> None:
    async with running(path) as run:
        await run.press("n")
        run.app.notify("Said in passing", markup=False)
        await run.type("@ Ana")
        assert told(run) == ["Said in passing"]
        await run.press("enter")
        assert told(run) == []


async def test_warnings_stand_and_esc_takes_them_away(path: Path) -> None:
    async with running(path) as run:
        for text in ("One thing", "Another", "One thing"):
            run.app.notify(text, severity="warning", timeout=15, markup=False)
        await run.press("u")
        assert told(run) == ["Another", "One thing", "Nothing to undo."]
        await run.press("j")
        assert told(run) == ["Another", "One thing"]
        await run.press("escape")
        assert told(run) == []


async def test_what_came_from_elsewhere_stands_for_its_time(path: Path) -> None:
    async with running(path) as run:
        path.write_text(ACME + BOREALIS, encoding="utf-8")
        run.app.screen.file_watcher.check()  # type: ignore[attr-defined]
        await run.press("j", "k")
        assert told(run) == ["Changed elsewhere, and shown here: Borealis."]


async def test_nothing_is_left_behind_by_notices(path: Path) -> None:
    async with running(path) as run:
        for _ in range(5):
            await run.press("u", "j", "d", "escape", "k")
        assert not run.app.screen.query("ToastHolder")
