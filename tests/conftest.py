"""What all tests share: folders and a file of their own, and how many examples properties are tried with."""

import gc
import os
import signal
from itertools import count
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from tests.one_interview import ACME

# Fixed examples: a suite that can fail by chance tells nothing about the change at hand. The long profile is
# free.
# A run in the background of a shell ignores ctrl+c, and so would every program that a test starts.
signal.signal(signal.SIGINT, signal.default_int_handler)

settings.register_profile(
    "default",
    deadline=None,
    max_examples=40,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile(
    "long", deadline=None, max_examples=1000, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "default"))


@pytest.hookimpl(trylast=True)
def pytest_collection_finish() -> None:
    """Let the garbage collector pass over what is imported and collected: a fifth of the time of a test."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)


_test_numbers = count(1)


@pytest.fixture(autouse=True)
def _own_directories(
    request: pytest.FixtureRequest,
    tmp_path_factory: pytest.TempPathFactory,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    # Making a folder and removing it takes 2 ms, more than most of some thousand tests that write nothing.
    if "tmp_path" in request.fixturenames:
        own: Path = request.getfixturevalue("tmp_path")
    else:
        own = tmp_path_factory.getbasetemp() / f"unused-{next(_test_numbers)}"
    for kind in ("DATA", "STATE", "CONFIG", "CACHE"):
        monkeypatch.setenv(f"XDG_{kind}_HOME", str(own / f"xdg-{kind.lower()}"))
    monkeypatch.delenv("NO_COLOR", raising=False)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return where the file of the app is."""
    return tmp_path / "logbook.toml"


@pytest.fixture
def data(path: Path) -> Path:
    """Return a file with the interview at Acme, for runs under a pseudo-terminal."""
    path.write_text(ACME)
    return path
