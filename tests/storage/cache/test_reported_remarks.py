"""Remarks that were reported are remembered for each file, without ever being in the way."""

from pathlib import Path

from followup_tui.storage.cache.reported_remarks import MAX_REMARKS, load_reported, mark_reported


def test_a_remark_is_remembered_for_its_file_alone(tmp_path: Path) -> None:
    mine, other = tmp_path / "logbook.toml", tmp_path / "other.toml"
    assert load_reported(mine, tmp_path) == ()
    mark_reported(mine, tmp_path, ["a"])
    mark_reported(mine, tmp_path, ["b", "a"])
    assert load_reported(mine, tmp_path) == ("a", "b")
    assert load_reported(other, tmp_path) == ()


def test_the_last_remarks_are_remembered(tmp_path: Path) -> None:
    path = tmp_path / "logbook.toml"
    for number in range(MAX_REMARKS + 3):
        mark_reported(path, tmp_path, [str(number)])
    assert load_reported(path, tmp_path) == tuple(str(number) for number in range(3, MAX_REMARKS + 3))


def test_a_state_folder_that_cannot_be_used_does_no_harm(tmp_path: Path) -> None:
    path, state = tmp_path / "logbook.toml", tmp_path / "state"
    state.write_text("no folder")
    mark_reported(path, state, ["a"])
    assert load_reported(path, state) == ()
