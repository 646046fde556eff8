"""`where`: the files that it names."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run


def test_where_names_the_files(run: Run, tmp_path: Path) -> None:
    done = run("where")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines() == [
        f"logbook  {tmp_path}/d/followup-tui/logbook.toml  (not created yet)",
        f"state    {tmp_path}/state/followup-tui",
    ]
    (tmp_path / "d" / "followup-tui").mkdir(parents=True)
    (tmp_path / "d" / "followup-tui" / "logbook.toml").touch()
    assert "(not created yet)" not in run("where").stdout


@pytest.mark.parametrize("before", [True, False])
def test_where_follows_data_before_and_after_the_verb(before: bool, run: Run, tmp_path: Path) -> None:
    data = ("--data", "my own.toml")
    done = run(*data, "where") if before else run("where", *data)
    assert done.returncode == 0
    assert done.stdout.splitlines()[0] == f"logbook  {tmp_path}/my own.toml  (not created yet)"
    assert list(tmp_path.iterdir()) == []
