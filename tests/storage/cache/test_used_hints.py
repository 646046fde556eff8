"""Which parts of the screen were used is remembered in the state folder, and a failure is no matter."""

from pathlib import Path

from followup_tui.storage.cache.used_hints import load_used_hints, mark_used
from followup_tui.storage.paths import USED_HINTS_FILE


def test_what_was_marked_is_loaded(tmp_path: Path) -> None:
    state = tmp_path / "state"
    assert load_used_hints(state) == frozenset()
    for name in ("steps", "timeline", "steps"):
        mark_used(state, name)
    assert load_used_hints(state) == {"steps", "timeline"}
    assert (state / USED_HINTS_FILE).stat().st_mode & 0o777 == 0o600


def test_what_can_not_be_read_or_written_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "state").touch()
    mark_used(tmp_path / "state", "steps")
    assert load_used_hints(tmp_path / "state") == frozenset()
    (tmp_path / USED_HINTS_FILE).write_bytes(b"\xff\xfe")
    assert load_used_hints(tmp_path) == frozenset()
