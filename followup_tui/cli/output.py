"""Output of the commands, to streams that may be closed, full or unable to show a letter."""

import io
import sys

from followup_tui.cli.command import FAILURE, SUCCESS
from followup_tui.core.errors import failure, reason_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

MAX_NAMED = 6
"""How many companies a message names."""


def configure_output() -> None:
    """Have standard output take all that is written, with `?` for a letter that its encoding does not have.

    Where Python does not buffer it (PYTHONUNBUFFERED), what the system leaves of a long write, as on a full
    disk or at a stop, would be lost without an error.
    """
    output = sys.__stdout__
    raw = getattr(output, "buffer", None)
    if output is not None and output is sys.stdout and isinstance(raw, io.RawIOBase):
        sys.stdout = io.TextIOWrapper(io.BufferedWriter(raw), output.encoding, line_buffering=True)
    reconfigure = getattr(sys.stdout, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(errors="replace")


def print_error(message: str, status: int = FAILURE) -> int:
    """Print one line on standard error and return `status`."""
    from followup_tui.core.text import clean_line

    print(f"followup-tui: {clean_line(message)}", file=sys.stderr)
    return status


def to_json(value: object) -> str:
    """Return `value` as JSON that people can read, too."""
    import json

    return json.dumps(value, indent=2, ensure_ascii=False) + "\n"


def wrapped(lines: "Iterable[str]") -> "Iterator[str]":
    """Yield the lines, broken between words where a terminal is narrower; elsewhere as they are."""
    import shutil
    import textwrap

    width = shutil.get_terminal_size().columns if sys.stdout.isatty() else 0
    for line in lines:
        yield textwrap.fill(line, width, subsequent_indent="    ") if width > 20 else line


def print_done(*lines: str) -> None:
    """Print what was done. Where that fails, the command has still succeeded: only a line says so."""
    try:
        print(*lines, sep="\n", flush=True)
    except OSError as error:
        discard_output()
        if not isinstance(error, BrokenPipeError):
            print_error(f"done, but the report could not be printed: {reason_of(error)}", SUCCESS)


def print_write_error(error: OSError) -> int:
    """Print that the output could not be written and return the exit status. Nothing can be printed after."""
    discard_output()
    what = error.filename or "standard output"
    return print_error(failure(what, "written", error))


def exit_status_of(run: "Callable[[], int | None]") -> int | None:
    """Return what `run` returns, or the exit status where a failure of the output ends it."""
    try:
        return run()
    except BrokenPipeError:
        # Whoever read our output has stopped reading, as `head` does.
        sys.stdout = sys.stderr = None
        return SUCCESS
    except OSError as error:
        # Errors of the files that a command uses are caught by the command: this one is of its output.
        return print_write_error(error)


def discard_output() -> None:
    """Drop what is still to be written: at exit the interpreter would fail over it again."""
    sys.stdout = None


def either(names: "Sequence[str]") -> str:
    """Return names as the end of a question: `“Acme” or “Acorn”`."""
    quoted = [f"“{name}”" for name in names[:MAX_NAMED]]
    if len(names) > MAX_NAMED:
        quoted.append(f"one of {len(names) - MAX_NAMED} more")
    return quoted[0] if len(quoted) == 1 else f"{', '.join(quoted[:-1])} or {quoted[-1]}"
