"""The log of a crash: where it happened, and nothing of what the user wrote."""

import platform
import traceback
from datetime import datetime
from pathlib import Path

from followup_tui import __version__
from followup_tui.storage.atomic import write_copy

_PREFIX = "crash-"


def has_crash_log(state: Path) -> bool:
    """Return whether the folder `state` holds the log of a crash."""
    return any(state.glob(f"{_PREFIX}*"))


def write_crash_log(state: Path, error: BaseException | None, now: datetime) -> Path:
    """Write the traceback of `error` to a new file in the folder `state` and return its path.

    The messages of errors and the values of variables are left out: they may hold notes. Raise FileProblem.
    """
    lines = [f"followup-tui {__version__}, Python {platform.python_version()}, {now.isoformat()}", ""]
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        frames = traceback.extract_tb(error.__traceback__)
        lines += [f"{frame.filename}:{frame.lineno} {frame.name}: {frame.line}" for frame in frames]
        lines += [f"{type(error).__module__}.{type(error).__qualname__}", ""]
        error = error.__cause__ or error.__context__
    name = f"{_PREFIX}{now.strftime('%Y%m%d-%H%M%S')}.log"
    return write_copy(state, name, ("\n".join(lines)).encode("utf-8", errors="replace"))
