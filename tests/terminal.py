"""The app under a pseudo-terminal, driven by keys; its screen, its bytes and its file read back."""

import contextlib
import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pyte

from tests.one_interview import NOW
from tests.warm_start import CAN_WATCH, WarmProcess

KEYS = {
    "enter": "\r",
    "tab": "\t",
    "s-tab": "\x1b[Z",
    # As with kitty's protocol: however slow the machine is, it is no part of the key that follows.
    "esc": "\x1b[27u",
    "space": " ",
    "backspace": "\x7f",
    "up": "\x1b[A",
    "down": "\x1b[B",
    "right": "\x1b[C",
    "left": "\x1b[D",
    "f1": "\x1bOP",
    "f2": "\x1bOQ",
    "f3": "\x1bOR",
    "f4": "\x1bOS",
    "f5": "\x1b[15~",
}
PATIENCE = 60.0
"""How long to wait for something on the screen, in seconds: test machines are slow and busy."""
GAP = 0.02
"""How long to read on after a key, in seconds: the pace of a fast hand."""

ENTERED_ALTERNATE_SCREEN = b"\x1b[?1049h"
LEFT_ALTERNATE_SCREEN = b"\x1b[?1049l"
SHOWN_CURSOR = b"\x1b[?25h"
MODES_OF_THE_APP = (1000, 1002, 1003, 1004, 1006, 1015, 2004)
"""Private modes that reports of the mouse, of the focus and of pastes need; all must be off in the end."""

APP = ("-m", "followup_tui")
"""What Python runs: the app."""

# A session leader that opens a terminal makes it its own: signals of a hang-up reach it.
_OWN_TERMINAL = ("/bin/sh", "-c", ': <"$0"; trap "" $1; shift; exec "$@"')
# Private sequences that pyte does not know, and would print.
_UNKNOWN = re.compile(rb"\x1b\[[<>=][0-9;]*[a-zA-Z]|\x1b\[[0-9;?]*\$[a-z]|\x1b[P_^].*?\x1b\\", re.DOTALL)
_UNFINISHED = re.compile(rb"\x1b(?:\[[0-?]*[ -/]*|[P\]_^][^\x1b\x07]*\x1b?)?\Z")
_MARK = b"\0"
"""A byte that a terminal shows nothing for, and that no program here writes."""
_CUT_CHARACTER = re.compile(rb"(?:[\xc0-\xff]|[\xe0-\xff][\x80-\xbf]|[\xf0-\xff][\x80-\xbf]{2})\Z")


class Terminal:
    """A run of Python under a pseudo-terminal: the app, or another `program`.

    Its output is read only while something is waited for.
    """

    def __init__(
        self,
        *arguments: str,
        columns: int = 100,
        lines: int = 32,
        env: dict[str, str] | None = None,
        program: Sequence[str] = APP,
        ignored: Sequence[signal.Signals] = (),
        is_fresh: bool = False,
    ) -> None:
        """Start the program. `ignored` are signals that are ignored from the start, as under nohup.

        The app is forked from a process that has imported it, unless it is to be `is_fresh` or gets what an
        interpreter reads when it starts.
        """
        self.screen = pyte.Screen(columns, lines)
        self._stream = pyte.ByteStream(self.screen)
        self._unread = b""
        self._text: str | None = None
        self.output = bytearray()
        """Every byte that the terminal was sent."""
        self._fd, self._inner = pty.openpty()
        self.resize(columns, lines)
        self._modes_before = termios.tcgetattr(self._inner)
        plain = {"TERM": "xterm-256color", "COLORTERM": "truecolor", "LANG": "C.UTF-8"}
        variables = {**_without_size(), **plain, **(env or {})}
        name = os.ttyname(self._inner)
        self._process: subprocess.Popen[bytes] | WarmProcess
        is_plain = program == APP and not ignored and all(key.startswith("XDG_") for key in env or {})
        if is_fresh or not is_plain or not CAN_WATCH:
            numbers = " ".join(str(int(number)) for number in ignored) or "URG"
            self._process = subprocess.Popen(
                [*_OWN_TERMINAL, name, numbers, sys.executable, *program, *arguments],
                stdin=self._inner,
                stdout=self._inner,
                stderr=self._inner,
                start_new_session=True,
                env=variables,
            )
        else:
            self._process = WarmProcess(arguments, name, variables)
        self.pid = self._process.pid

    @property
    def text(self) -> str:
        """The text on the screen."""
        if self._text is None:
            # Not `screen.display`: it fails where a mark stands alone. Behind a wide letter is an empty cell.
            rows = (self.screen.buffer[y] for y in range(self.screen.lines))
            columns = range(self.screen.columns)
            self._text = "\n".join("".join(row[x].data for x in columns).rstrip() for row in rows)
        return self._text

    def screen_before(self, mark: bytes) -> pyte.Screen:
        """Return the screen as it was before the terminal was first sent `mark`."""
        screen = pyte.Screen(self.screen.columns, self.screen.lines)
        _feed(pyte.ByteStream(screen), bytes(self.output.partition(mark)[0]))
        return screen

    @property
    def is_amid_sequence(self) -> bool:
        """Whether the last byte that was read is within a sequence or a character."""
        return bool(_UNFINISHED.search(self.output) or _CUT_CHARACTER.search(self.output))

    @property
    def echoes(self) -> bool:
        """Whether the terminal itself shows what is typed, as it does until a program takes the keys."""
        return bool(termios.tcgetattr(self._inner)[3] & termios.ECHO)

    @property
    def status(self) -> int | None:
        """The exit status (128+n after a signal n that was not handled); None while it runs."""
        code = self._process.returncode
        return None if code is None else code if code >= 0 else 128 - code

    def resize(self, columns: int, lines: int) -> None:
        """Set the size of the terminal."""
        fcntl.ioctl(self._fd, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))
        self.screen.resize(lines, columns)
        self._text = None

    def clear(self) -> None:
        """Empty the screen, as another program does that has the terminal meanwhile."""
        self.screen.reset()
        self._text = None

    def type(self, text: str) -> None:
        """Send the text as typed, all at once."""
        data = text.encode()
        while data:
            data = data[os.write(self._fd, data) :]

    def write(self, text: str) -> None:
        """Send the text as typed, character by character."""
        self.press(*text)

    def paste(self, text: str) -> None:
        """Send the text as a bracketed paste."""
        self.type(f"\x1b[200~{text}\x1b[201~")

    def press(self, *keys: str) -> None:
        """Press keys in turn: names of KEYS, `ctrl+x`, or single characters."""
        for key in keys:
            if key.startswith("ctrl+"):
                self.type(chr(ord(key[-1].upper()) & 0x1F))
            else:
                self.type(KEYS.get(key, key))
            self.pump(GAP)

    def escape(self, *texts: str, gone: str = "") -> None:
        """Press esc and wait until all the texts show and `gone` does not."""
        self.press("esc")
        self.wait(*texts, gone=gone)

    def pump(self, seconds: float) -> None:
        """Read output for that many seconds, and all that has come by then."""
        until = time.monotonic() + seconds
        while (left := until - time.monotonic()) > 0 and self._read(left):
            pass
        self._take_all()

    def wait(self, *texts: str, gone: str = "") -> None:
        """Wait until all the texts are on the screen and `gone` is not."""
        self.wait_for(
            lambda: all(text in self.text for text in texts) and not (gone and gone in self.text),
            f"{texts}{f' without {gone}' if gone else ''}",
        )

    def wait_for(self, test: Callable[[], Any], what: str, seconds: float = PATIENCE) -> float:
        """Wait until `test` holds and return how long that took, in seconds."""
        start = time.monotonic()
        while not test():
            late = time.monotonic() - start > seconds
            if late or (not self._read(0.02) and self.ended()):
                self._take_rest()
                if test():
                    break
                why = "too late" if late else f"it ended with {self.status}"
                raise AssertionError(f"waited for {what}: {why}; the screen shows:\n{self.text}")
        return time.monotonic() - start

    def wait_read(self) -> None:
        """Wait until the program has read all that was typed."""
        count = bytearray(4)

        def is_read() -> bool:
            fcntl.ioctl(self._inner, termios.FIONREAD, count)
            return not any(count)

        self.wait_for(is_read, "the program to read what was typed")

    def waited_for_processor(self) -> float:
        """Return how long the app and this process were ready to run and had no processor, in seconds.

        It is 0 where the system does not tell. On a busy machine most of a second can be such time.
        """
        files = [*Path(f"/proc/{self.pid}/task").glob("*/schedstat"), Path("/proc/self/schedstat")]
        waited = 0
        for file in files:
            with contextlib.suppress(OSError):
                waited += int(file.read_text().split()[1])
        return waited / 1e9

    def signal(self, number: signal.Signals) -> None:
        """Send a signal to this process alone."""
        os.kill(self.pid, number)

    def ended(self) -> bool:
        """Return whether the program has ended; `status` has its exit status then."""
        return self._process.poll() is not None

    def wait_end(self, seconds: float = PATIENCE) -> int:
        """Wait for the end of the program and return its exit status."""
        self.wait_for(self.ended, "the end of the program", seconds)
        self._take_rest()
        assert self.status is not None
        return self.status

    def left_as_found(self) -> list[str]:
        """Return what of the terminal is not as it was before the program ran."""
        wrong = []
        if termios.tcgetattr(self._inner) != self._modes_before:
            wrong.append("it is not in the mode it was in")
        if LEFT_ALTERNATE_SCREEN not in self.output:
            wrong.append("the alternate screen was not left")
        shown, hidden = self.output.rfind(SHOWN_CURSOR), self.output.rfind(b"\x1b[?25l")
        if hidden > shown:
            wrong.append("the cursor is hidden")
        for mode in MODES_OF_THE_APP:
            on, off = self.output.rfind(b"\x1b[?%dh" % mode), self.output.rfind(b"\x1b[?%dl" % mode)
            if on > off:
                wrong.append(f"the mode {mode} is on")
        return wrong

    def hang_up(self) -> None:
        """Close the terminal, as closing its window does."""
        os.close(self._fd)
        self._fd = -1

    def close(self) -> None:
        """End the program if it still runs."""
        if not self.ended():
            self._process.kill()
            self._process.wait()
        if isinstance(self._process, WarmProcess):
            self._process.close()
        for handle in (self._fd, self._inner):
            if handle >= 0:
                os.close(handle)
        self._fd = self._inner = -1

    def _read(self, seconds: float) -> bool:
        """Read output for `seconds` at most and return whether more can come."""
        if self._fd < 0:
            time.sleep(min(seconds, 0.02))
            return not self.ended()
        if not select.select([self._fd], [], [], min(seconds, 0.02))[0]:
            return not self.ended()
        return self._take()

    def _take_all(self) -> None:
        while self._fd >= 0 and select.select([self._fd], [], [], 0)[0] and self._take():
            pass

    def _take_rest(self) -> None:
        """Read what was written by now, as right before the end of the program: the system may have it yet.

        Nothing comes behind the mark that is written here but what is written later.
        """
        start = len(self.output)
        if self._fd < 0 or not select.select([], [self._inner], [], 0)[1]:
            return
        os.write(self._inner, _MARK)
        until = time.monotonic() + PATIENCE
        while (place := self.output.find(_MARK, start)) < 0 and time.monotonic() < until:
            if select.select([self._fd], [], [], 0.02)[0] and not self._take():
                return
        if place >= 0:
            del self.output[place]

    def _take(self) -> bool:
        try:
            data = os.read(self._fd, 65536)
        except OSError:
            return False
        self.output += data
        self._text = None
        data = self._unread + data
        cut = _UNFINISHED.search(data)
        self._unread = data[cut.start() :] if cut else b""
        _feed(self._stream, data[: cut.start()] if cut else data)
        return bool(data)


def _feed(stream: pyte.ByteStream, output: bytes) -> None:
    # pyte has no other screen; where there is one, it is empty when a program changes to it.
    stream.feed(_UNKNOWN.sub(b"", output).replace(ENTERED_ALTERNATE_SCREEN, b"\x1b[2J"))


def _without_size() -> dict[str, str]:
    # Programs ask these before they ask the terminal; test runners set them.
    return {name: value for name, value in os.environ.items() if name not in ("COLUMNS", "LINES")}


@contextlib.contextmanager
def running(*arguments: str, **options: Any) -> Iterator[Terminal]:
    """Run `followup-tui` with these arguments, and close it in the end."""
    terminal = Terminal(*arguments, **options)
    try:
        yield terminal
    finally:
        terminal.close()


def opened(data: Path, *arguments: str, **options: Any) -> contextlib.AbstractContextManager[Terminal]:
    """Run the app on the file `data`, and close it in the end."""
    return running("--data", str(data), *arguments, **options)


@contextlib.contextmanager
def ready(data: Path, **options: Any) -> Iterator[Terminal]:
    """Run the app on a file with the interview at Acme, wait until it is drawn, and close it in the end."""
    with opened(data, *NOW, **{"lines": 24, **options}) as terminal:
        terminal.wait("2 Acme", "q quit")
        yield terminal
