"""What the tests of the parts of the main screen share."""

from pathlib import Path

import pytest

from tests.tui.pilot import ACME
from tests.tui.screens.main.fake_host import FakeHost


@pytest.fixture
def host(path: Path) -> FakeHost:
    """Return a host whose file has the interview at Acme."""
    return FakeHost(path, ACME)
