"""What the tests of the app share."""

from pathlib import Path

import pytest


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return where the file of the app is."""
    return tmp_path / "logbook.toml"
