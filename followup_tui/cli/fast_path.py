"""What has to be as quick as a thought: the usual calls, done without a parser.

A call that is not exactly one of these is left to the parser, and gives the same.
"""

import os
import sys
import time

from followup_tui.cli.streams import INTERRUPTED, mend_streams
from followup_tui.storage.standard_paths import usual_files

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import datetime


def quick(arguments: list[str]) -> int | None:
    """The exit status of `note` and `due --brief`; None where the parser has to look at it."""
    if arguments[:1] == ["note"]:
        return _note(arguments[1:])
    if arguments[:2] == ["due", "--brief"]:
        return _brief(arguments[2:])
    return None


def _note(arguments: list[str]) -> int | None:
    paths: list[str] = []
    to: list[str] = []
    words: list[str] = []
    rest = iter(arguments)
    last = ""
    for one in rest:
        if one in ("--data", "--to"):
            value = next(rest, "")
            if not value or value[0] == "-":
                return None
            (paths if one == "--data" else to).append(value)
        elif one[:1] == "-" or (words and last != "word"):
            return None
        else:
            words.append(one)
        last = "option" if one[:1] == "-" else "word"
    files = _files(paths)
    if files is None or len(to) > 1:
        return None
    from datetime import datetime

    from followup_tui.cli.commands.note import note

    return note(*files, words, to[0] if to else None, datetime.now().astimezone())


def _brief(arguments: list[str]) -> int | None:
    if arguments and (len(arguments) != 2 or arguments[0] != "--data" or arguments[1][:1] in ("", "-")):
        return None
    files = _files(arguments[1:])
    if files is None:
        return None
    from followup_tui.storage.cache.due_brief import kept_answer

    answer = kept_answer(*files, time.time())
    if answer is None:
        return None
    print(answer, end="", flush=True)
    return 0


def open_at_once(arguments: list[str]) -> int | None:
    """Opens the app, with the picture that was kept at quitting if it still is what the app would draw.

    The app's exit status; None where the parser has to look at it.
    """
    options = dict(zip(arguments[::2], arguments[1::2], strict=False))
    if len(arguments) != 2 * len(options) or not options.keys() <= {"--data", "--now"}:
        return None
    if any(value[:1] in ("", "-") for value in options.values()):
        return None
    files = _files([options["--data"]] if "--data" in options else [])
    if files is None or not os.isatty(0) or not os.isatty(1):
        return None
    if "--data" in options and not os.path.isdir(os.path.dirname(files[0])):
        return None
    start: datetime | None = None
    if "--now" in options:
        from followup_tui.clock import read_moment

        start = read_moment(options["--now"])
        if start is None:
            return None
    _show_picture(files, start)
    from pathlib import Path

    from followup_tui.clock import clock_from
    from followup_tui.startup.launch import open_app
    from followup_tui.storage.paths import Locations

    return open_app(Locations(*map(Path, files)), clock_from(start))


def _show_picture(files: tuple[str, str], start: "datetime | None") -> None:
    """Shows the picture that was kept, if it is of now; of `start`, where the clock was set."""
    from followup_tui.startup.first_frame_cache import kept_picture

    try:
        size = os.get_terminal_size(1)
    except OSError:
        return
    offset = start.utcoffset() if start else None
    now = start.timestamp() if start else time.time()
    seconds = time.localtime(now).tm_gmtoff if offset is None else offset.total_seconds()
    picture = kept_picture(*files, (size.columns, size.lines), now, seconds)
    if picture is not None:
        from followup_tui.startup import raw_terminal as early

        early.listen()
        early.show(picture)


def _files(paths: list[str]) -> tuple[str, str] | None:
    """The logbook and the state folder, where they are as the parser would have them."""
    usual = usual_files()
    if usual is None or len(paths) > 1:
        return None
    if not paths:
        return usual
    path = os.path.join(os.getcwd(), paths[0])
    if paths[0][0] == "~" or os.path.normpath(path) != path:
        return None
    return path, usual[1]


def run_quick() -> int | None:
    """`quick` on the command line of this process; a reader who has had enough is no error."""
    mend_streams()
    try:
        return quick(sys.argv[1:])
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        sys.stdout = sys.stderr = None
        return 0
    except OSError as error:
        from followup_tui.cli.command import unsaid

        return unsaid(error)
