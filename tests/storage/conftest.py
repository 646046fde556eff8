"""The files that the tests of the storage share."""

from pathlib import Path

import pytest

from followup_tui.storage.paths import Paths
from tests.storage.two_interviews import BOTH


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    """Return the paths of a logbook of two interviews."""
    paths = Paths(tmp_path / "data" / "logbook.toml", tmp_path / "state")
    paths.data.parent.mkdir()
    paths.data.write_text(BOTH)
    return paths
