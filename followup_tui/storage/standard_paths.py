"""Where the files usually are, told without platformdirs, which takes longer than all that `note` does."""

import os
import sys

NAME = "followup-tui"
USED_HINTS_FILE = "used-before"
"""The file in the folder of our state that names the parts of the screen that were used."""


def standard_paths() -> tuple[str, str] | None:
    """The path of the logbook and of the folder of our state; None where platformdirs has to be asked."""
    home = os.environ.get("HOME", "")
    given = [os.environ.get(name, "") for name in ("XDG_DATA_HOME", "XDG_STATE_HOME")]
    if not _is_plain(home) or any(one and not _is_plain(one) for one in given):
        return None
    if sys.platform == "darwin" and not any(given):
        folder = f"{home}/Library/Application Support/{NAME}"
        return f"{folder}/logbook.toml", folder
    if sys.platform != "linux" or "ANDROID_DATA" in os.environ:
        return None
    data, state = given[0] or f"{home}/.local/share", given[1] or f"{home}/.local/state"
    return f"{data}/{NAME}/logbook.toml", f"{state}/{NAME}"


def _is_plain(path: str) -> bool:
    """Whether it is an absolute path that nobody would write in another way."""
    return len(path) > 1 and path[0] == "/" and os.path.normpath(path) == path and path == path.strip()
