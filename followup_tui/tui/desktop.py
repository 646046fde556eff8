"""What leaves the app: to the system's clipboard, to the mail program, to a new file.

No shell takes part: programs get their arguments in lists, and texts on standard input.
"""

import os
import shutil
import subprocess
import sys
import threading
from pathlib import Path

from followup_tui.core.errors import failure

CLIPBOARD_TIMEOUT_SECONDS = 3.0
"""How long a clipboard program may take, in seconds."""


def clipboard_tool() -> tuple[str, ...]:
    """Return the system's clipboard program with its arguments; empty if there is none, or no desktop."""
    tools: list[tuple[str, ...]] = []
    if sys.platform == "darwin":
        tools.append(("pbcopy",))
    if os.environ.get("WAYLAND_DISPLAY"):
        tools.append(("wl-copy",))
    if os.environ.get("DISPLAY"):
        tools += [("xclip", "-selection", "clipboard"), ("xsel", "--clipboard", "--input")]
    return next((tool for tool in tools if shutil.which(tool[0])), ())


def hand_to_clipboard(text: str) -> str:
    """Copy `text` by the system's clipboard program; return its name, or nothing if that failed."""
    tool = clipboard_tool()
    if not tool:
        return ""
    try:
        done = subprocess.run(
            tool,
            input=text.encode(),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=CLIPBOARD_TIMEOUT_SECONDS,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return tool[0] if done.returncode == 0 else ""


def open_address(address: str) -> str:
    """Open a `mailto:` address in the user's mail program; return why that failed, or nothing."""
    if sys.platform == "darwin":
        opener = "open"
    elif os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"):
        opener = "xdg-open"
    else:
        return "A mail program can't be opened from this terminal: it has no desktop"
    if not shutil.which(opener):
        return f"{opener}, which opens mail programs, is not installed"
    try:
        process = subprocess.Popen(
            [opener, address],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError as error:
        return failure(opener, "started", error)
    # It may run as long as the mail program does; a thread waits for its end.
    threading.Thread(target=process.wait, daemon=True).start()
    return ""


def save_new(folder: Path, name: str, data: bytes) -> Path:
    """Write `data` to a new file in `folder`, for the user alone, and return its path.

    If the name is taken, a number is put before its suffix. Raise OSError if it can't be written.
    """
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    stem, ending = os.path.splitext(name)
    number = 1
    while True:
        path = folder / (name if number == 1 else f"{stem}-{number}{ending}")
        try:
            handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        except FileExistsError:
            number += 1
            continue
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        return path
