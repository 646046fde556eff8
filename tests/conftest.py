"""What all tests share: folders and a file of their own, and how many examples properties are tried with."""

import gc
import os
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from tests.one_interview import ACME

# A start without compiled modules takes five times as long, and hundreds of tests start the program.
sys.dont_write_bytecode = False
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

# Textual reads its own when it is imported; none of them is meant for the tests.
for _name in [name for name in os.environ if name.startswith("TEXTUAL")]:
    del os.environ[_name]

# A run in the background of a shell ignores ctrl+c, and so would every program that a test starts.
signal.signal(signal.SIGINT, signal.default_int_handler)

# Fixed examples: a suite that can fail by chance tells nothing about the change at hand. The long profile is
# free.
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


KINDS_OF_FOLDERS = ("DATA", "STATE", "CONFIG", "CACHE")


@pytest.fixture(autouse=True, scope="session")
def _no_directories(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Let no test find or change files of the person who runs it."""
    unused = tmp_path_factory.getbasetemp() / "unused"
    with pytest.MonkeyPatch.context() as patch:
        for kind in KINDS_OF_FOLDERS:
            patch.setenv(f"XDG_{kind}_HOME", str(unused / f"xdg-{kind.lower()}"))
        if "HOME" not in os.environ:
            patch.setenv("HOME", str(unused / "home"))
        # What is drawn depends on the terminal, and not on that in which the tests are run, if any.
        for name in ("NO_COLOR", "FORCE_COLOR"):
            patch.delenv(name, raising=False)
        patch.setenv("TERM", "xterm-256color")
        patch.setenv("COLORTERM", "truecolor")
        yield
    assert not unused.exists(), "a test that writes files asks for tmp_path, so that they are its own"


@pytest.fixture
def tmp_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder of the test's own, in which the folders of the app are, too."""
    for kind in KINDS_OF_FOLDERS:
        monkeypatch.setenv(f"XDG_{kind}_HOME", str(tmp_path / f"xdg-{kind.lower()}"))
    return tmp_path


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return where the file of the app is."""
    return tmp_path / "logbook.toml"


@pytest.fixture
def data(path: Path) -> Path:
    """Return a file with the interview at Acme, for runs under a pseudo-terminal."""
    path.write_text(ACME)
    return path
