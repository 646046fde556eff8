"""Which files are used: the logbook, and the folder of the program's own state.

This alone uses platformdirs, and imports it only where `standard_paths` can't do without: that takes longer
than all that `note` does.
"""

import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

APP = "followup-tui"
FILE_NAME = "logbook.toml"
USED_HINTS_FILE = "used-before"
"""The file in the state folder that names the parts of the screen that were used."""
LAST_SEEN_FILE = "last-seen"
"""The file in the state folder that names the interview that was shown last."""


class NoPath(Exception):
    """It is not known which files to use; the text says why, and what to do."""


class Paths:
    """The files of one run."""

    __slots__ = ("data", "state")

    def __init__(self, data: "Path", state: "Path") -> None:
        """`data` is the logbook; `state` the folder of locks, backups, caches and unsaved texts."""
        self.data = data
        self.state = state

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Paths) and (self.data, self.state) == (other.data, other.state)


def locate(data: "Path | None" = None) -> Paths:
    """Return the files in the user's directories, or the logbook `data` with the user's state folder.

    Raise NoPath if there is no home directory, or the current one was deleted.
    """
    import contextlib
    from pathlib import Path

    import platformdirs

    state = _below_home(platformdirs.user_state_path)
    if data is None:
        data = _below_home(platformdirs.user_data_path) / FILE_NAME
    with contextlib.suppress(RuntimeError):  # `~name` of an unknown user is a name like any other
        data = Path(data).expanduser()
    try:
        return Paths(data.absolute(), state)
    except OSError:
        gone = f"the current folder no longer exists; name {data} by its whole path (/…)"
        raise NoPath(gone) from None


def _below_home(find: "Callable[..., Path]") -> "Path":
    """Return one of platformdirs' folders. Raise NoPath if the user has no home."""
    try:
        folder = find(APP, appauthor=False)
        if folder.is_absolute():  # older versions of platformdirs return a relative one
            return folder
    except RuntimeError:
        pass
    raise NoPath("you have no home folder here; set HOME, or XDG_DATA_HOME and XDG_STATE_HOME")


def standard_paths() -> tuple[str, str] | None:
    """Return the logbook and the state folder as `locate` would; None where only platformdirs can tell."""
    home = os.environ.get("HOME", "")
    data_home, state_home = (os.environ.get(name, "") for name in ("XDG_DATA_HOME", "XDG_STATE_HOME"))
    if not _is_plain(home) or any(path and not _is_plain(path) for path in (data_home, state_home)):
        return None
    if sys.platform == "darwin" and not data_home and not state_home:
        folder = f"{home}/Library/Application Support/{APP}"
        return f"{folder}/{FILE_NAME}", folder
    if sys.platform != "linux" or "ANDROID_DATA" in os.environ:
        return None
    data = data_home or f"{home}/.local/share"
    state = state_home or f"{home}/.local/state"
    return f"{data}/{APP}/{FILE_NAME}", f"{state}/{APP}"


def _is_plain(path: str) -> bool:
    """Return whether it is an absolute path in its only spelling."""
    return len(path) > 1 and path[0] == "/" and os.path.normpath(path) == path and path == path.strip()
