"""Which files are used. The only user of platformdirs."""

from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

APP = "followup-tui"
FILE_NAME = "logbook.toml"


class Paths(NamedTuple):
    """The files of one run."""

    data: Path
    """The logbook."""
    state: Path
    """The folder of what the program keeps for itself: the lock, texts that could not be saved."""


def locate(data: Path | None = None) -> Paths:
    """The files in the user's directories, or those that go with the logbook `data`."""
    import platformdirs

    state = platformdirs.user_state_path(APP, appauthor=False)
    if data is None:
        data = platformdirs.user_data_path(APP, appauthor=False) / FILE_NAME
    with suppress(RuntimeError):  # `~name` of nobody is a name like any other
        data = data.expanduser()
    return Paths(data.absolute(), state)
