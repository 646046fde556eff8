"""Owners: root adopts that of the folder, and a file keeps its own when it is replaced."""

import os
from pathlib import Path

import pytest

from followup_tui.storage.ownership import ForeignOwner, adopt_folder_owner, is_read_only, keep_owner

USER = 4321
AS_ROOT = pytest.mark.skipif(os.geteuid() != 0, reason="only root can give files away")


@AS_ROOT
def test_a_new_file_of_root_goes_to_the_owner_of_its_folder(tmp_path: Path) -> None:
    os.chown(tmp_path, USER, USER + 1)
    with (tmp_path / "new").open("wb") as file:
        adopt_folder_owner(file.fileno(), str(tmp_path))
        found = os.fstat(file.fileno())
    assert (found.st_uid, found.st_gid) == (USER, USER + 1)


def test_the_owner_of_a_file_of_ours_stays(tmp_path: Path) -> None:
    with (tmp_path / "new").open("wb") as file:
        before = os.fstat(file.fileno())
        adopt_folder_owner(file.fileno(), str(tmp_path))
        keep_owner(file.fileno(), before)
        assert os.fstat(file.fileno()).st_uid == before.st_uid


@pytest.mark.parametrize(
    ("mode", "is_to_stay"), [(0o444, True), (0o400, True), (0o644, False), (0o200, False)]
)
def test_a_file_that_nobody_may_write_is_read_only_even_for_root(
    tmp_path: Path, mode: int, is_to_stay: bool
) -> None:
    path = tmp_path / "file"
    path.touch()
    path.chmod(mode)
    assert is_read_only(str(path), mode) is is_to_stay


@AS_ROOT
def test_an_owner_that_can_not_be_kept_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    (tmp_path / "old").touch(mode=0o640)
    os.chown(tmp_path / "old", USER, USER)
    old = (tmp_path / "old").stat()
    with (tmp_path / "new").open("wb") as file:
        keep_owner(file.fileno(), old)
        assert os.fstat(file.fileno()).st_uid == USER
    monkeypatch.setattr(os, "fchown", refused)
    with (tmp_path / "other").open("wb") as file, pytest.raises(ForeignOwner, match=f"user {USER}"):
        keep_owner(file.fileno(), old)
