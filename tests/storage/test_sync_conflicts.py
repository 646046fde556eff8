"""Conflict copies of synchronisers, by their names."""

from followup_tui.storage.atomic import state_folder
from followup_tui.storage.paths import Paths
from followup_tui.storage.sync_conflicts import archive_copy, conflict_copies
from tests.storage.permissions import mode


def test_copies_of_synchronisers_are_found_and_moved_away(paths: Paths) -> None:
    folder = paths.data.parent
    names = [
        "logbook (Sam's conflicted copy 2026-01-01).toml",
        "logbook.sync-conflict-20260101-120000-ABCDEFG.toml",
    ]
    for name in (
        *names,
        "logbook.toml.bak",
        "other.sync-conflict-20260101-120000-ABCDEFG.toml",
        "logbook2.toml",
    ):
        (folder / name).write_bytes(name.encode())
    found = conflict_copies(paths)
    assert [copy.path.name for copy in found] == names
    kept = archive_copy(paths, found[0])
    assert kept is not None
    assert (kept.read_bytes(), mode(kept), found[0].path.exists()) == (names[0].encode(), 0o600, False)
    assert kept.parent.parent == state_folder(paths.state, paths.data)
    found[1].path.write_bytes(b"newer")
    assert archive_copy(paths, found[1]) is None
    assert found[1].path.read_bytes() == b"newer"


def test_a_copy_that_is_a_folder_hides_none_of_the_others(paths: Paths) -> None:
    name = "logbook.sync-conflict-20260101-12000{}-ABCDEFG.toml"
    (paths.data.parent / name.format(0)).mkdir()
    (paths.data.parent / name.format(1)).write_bytes(b"x")
    assert [copy.path.name for copy in conflict_copies(paths)] == [name.format(1)]
