"""The app under a pseudo-terminal as the job of a shell, which can stop and continue it."""

import os
import signal
import sys
from collections.abc import Sequence
from pathlib import Path

from tests.one_interview import NOW
from tests.terminal import APP, Terminal

OTHER_SCREEN = b"\x1b[?1049h"


class Job:
    """The app as the job of the shell in `job_control`."""

    def __init__(
        self,
        data: Path,
        now: Sequence[str] = NOW,
        program: Sequence[str] = APP,
        has_started: bool = True,
        **env: str,
    ) -> None:
        """Start what Python is to run, the app; wait until it is there, if it `has_started` before a stop."""
        self.report = data.with_name("report")
        shell = ("-m", "tests.job_control", str(self.report), sys.executable, *program)
        self.terminal = Terminal("--data", str(data), *now, lines=24, program=shell, env=env)
        try:
            if has_started:
                self.terminal.wait("2 Acme", "q quit")
        except BaseException:
            self.terminal.close()
            raise

    @property
    def lines(self) -> list[str]:
        """What has happened so far, as the shell reports it; nothing until the shell itself has started."""
        return self.report.read_text(encoding="utf-8").split() if self.report.exists() else []

    @property
    def pid(self) -> int:
        """The process of the app."""
        # The app may be there before the shell that started it has got on.
        self.terminal.wait_for(lambda: self.lines, "the number of the process")
        return int(self.lines[0])

    def stop(self) -> None:
        """Send the signal of ctrl+z."""
        os.kill(self.pid, signal.SIGTSTP)

    def wait_stopped(self, times: int = 1) -> None:
        """Wait until the job has stopped that often."""
        self.terminal.wait_for(lambda: self.lines.count("stopped") >= times, "the stop")
        self.terminal.pump(0.1)

    def bg(self) -> None:
        """Continue it in the background."""
        self.terminal.signal(signal.SIGUSR1)

    def fg(self) -> None:
        """Continue it in the foreground."""
        self.terminal.signal(signal.SIGUSR2)

    def fg_and_wait(self) -> None:
        """Continue it in the foreground, and wait until it has taken the terminal over once more.

        What is typed before it draws again may be dropped with the modes of the terminal.
        """
        times, start = entered(self.terminal), len(self.terminal.output)
        self.fg()
        self.terminal.wait_for(lambda: entered(self.terminal) == times + 1, "the other screen")
        self.terminal.wait_for(lambda: b"quit" in self.terminal.output[start:], "the last line")


def entered(terminal: Terminal) -> int:
    """Return how often the app has taken the terminal over."""
    return terminal.output.count(OTHER_SCREEN)
