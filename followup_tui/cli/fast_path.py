"""The calls that must be fast, run without the parser: `note`, `due --brief` and opening the app.

Importing argparse and building the parser takes longer than filing a note. A command line that is not plainly
one of these calls is left to the parser, which gives the same result.
"""

import os
import time

from followup_tui.cli.command import SUCCESS
from followup_tui.cli.output import configure_output, exit_status_of
from followup_tui.storage.paths import standard_paths

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import datetime

_CLOCK_MIN, _CLOCK_MAX = 946_684_800 + 86_400, 7_258_118_400 - 86_400
"""The years that are taken seriously (2000 to 2199), in seconds since 1970, less a day for the zone."""
COMMON = ("--data",)
"""The options with a value that may come before a verb as well as after it."""
TAKES: dict[str, tuple[tuple[str, ...], tuple[str, ...], bool]] = {
    "": (("--data", "--now"), (), False),
    "note": (("--data", "--to"), (), True),
    "due": (("--data",), ("--brief",), False),
}
"""By verb (empty: open the app): options with a value, flags (all must be given), whether it takes words."""


class Call:
    """A command line, taken apart: the verb, the values of its options, its words."""

    def __init__(self, verb: str, options: dict[str, str], words: list[str]) -> None:
        self.verb = verb
        self.options = options
        self.words = words


def parse_call(arguments: list[str]) -> Call | None:
    """Return the call, or None where it takes the parser: an unknown or repeated option, an odd value."""
    verb = ""
    allowed, needed, takes_words = TAKES[verb]
    options: dict[str, str] = {}
    flags: list[str] = []
    words: list[str] = []
    is_word_before = False
    rest = iter(arguments)
    for argument in rest:
        is_word = argument[:1] != "-"
        if argument in allowed:
            value = next(rest, "")
            if argument in options or value[:1] in ("", "-"):
                return None
            options[argument] = value
        elif argument in needed:
            flags.append(argument)
        elif not is_word:
            return None
        elif not verb:
            if argument not in TAKES or argument == "" or not options.keys() <= {*COMMON}:
                return None
            verb = argument
            allowed, needed, takes_words = TAKES[verb]
        elif not takes_words or (words and not is_word_before):
            # The parser wants the words of a text to be together.
            return None
        else:
            words.append(argument)
        is_word_before = is_word
    return Call(verb, options, words) if set(flags) == set(needed) else None


def run_fast(arguments: list[str]) -> int | None:
    """Run a call that must be fast and return its exit status; None where the parser has to run it."""
    call = parse_call(arguments)
    if call is None or not _CLOCK_MIN <= time.time() < _CLOCK_MAX:
        return None
    files = _files(call.options.get("--data"))
    if files is None:
        return None
    configure_output()
    return exit_status_of(lambda: _run(call, files))


def _run(call: Call, files: tuple[str, str]) -> int | None:
    if call.verb == "note":
        return _note(call, files)
    return _due_brief(files) if call.verb == "due" else _open_app(call, files)


def _note(call: Call, files: tuple[str, str]) -> int:
    from datetime import datetime

    from followup_tui.cli.commands.note import note

    return note(*files, call.words, call.options.get("--to"), datetime.now().astimezone())


def _due_brief(files: tuple[str, str]) -> int | None:
    from followup_tui.storage.cache.due_brief import cached_answer

    answer = cached_answer(*files, time.time())
    if answer is None:
        return None
    print(answer, end="", flush=True)
    return SUCCESS


def _open_app(call: Call, files: tuple[str, str]) -> int | None:
    """Open the app with the cached first frame, if that still is what the app would draw."""
    if not os.isatty(0) or not os.isatty(1):
        return None
    if "--data" in call.options and not os.path.isdir(os.path.dirname(files[0])):
        return None
    start: datetime | None = None
    if "--now" in call.options:
        from followup_tui.clock import read_moment

        start = read_moment(call.options["--now"])
        if start is None:
            return None
    _show_first_frame(files, start)
    from pathlib import Path

    from followup_tui.clock import clock_from
    from followup_tui.startup.launch import open_app
    from followup_tui.storage.paths import Paths

    return open_app(Paths(*map(Path, files)), clock_from(start))


def _show_first_frame(files: tuple[str, str], start: "datetime | None") -> None:
    """Show the cached first frame if it is of now, or of `start` where `--now` sets the clock."""
    from followup_tui.startup.first_frame_cache import cached_frame

    try:
        size = os.get_terminal_size(1)
    except OSError:
        return
    offset = start.utcoffset() if start else None
    now = start.timestamp() if start else time.time()
    seconds = time.localtime(now).tm_gmtoff if offset is None else offset.total_seconds()
    frame = cached_frame(*files, (size.columns, size.lines), now, seconds)
    if frame is not None:
        from followup_tui.startup import raw_terminal

        raw_terminal.enter()
        raw_terminal.show_frame(frame)


def _files(data: str | None) -> tuple[str, str] | None:
    """Return the paths of the logbook and of the state folder; None where only the parser can tell them."""
    usual = standard_paths()
    if usual is None or data is None:
        return usual
    try:
        path = os.path.join(os.getcwd(), data)
    except OSError:  # the current folder is gone
        return None
    if data[0] == "~" or os.path.normpath(path) != path:
        return None
    return path, usual[1]
