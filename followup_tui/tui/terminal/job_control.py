"""Job control: stopping and continuing this program and an editor that it runs, as a shell expects it."""

import os
import signal
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from types import FrameType

_FOR_CHILD = (signal.SIGINT, signal.SIGQUIT, signal.SIGTSTP, signal.SIGCONT)
_ENDINGS = (signal.SIGTERM, signal.SIGHUP)


def is_orphaned() -> bool:
    """Return whether no shell is there to continue this process group after a stop.

    POSIX calls such a group orphaned: none of its members has a parent in another group of the same session.
    """
    group, session = os.getpgrp(), os.getsid(0)
    parent = os.getppid()
    while parent > 1:
        try:
            if os.getsid(parent) != session:
                return True
            if os.getpgid(parent) != group:
                return False
        except OSError:
            return True
        parent = _parent_of(parent)
    return True


def _parent_of(pid: int) -> int:
    try:
        with open(f"/proc/{pid}/stat", encoding="utf-8", errors="replace") as file:
            return int(file.read().rpartition(")")[2].split()[1])
    except (OSError, ValueError, IndexError):
        return 0


def is_foreground(terminal: int) -> bool:
    """Return whether this process group may use the terminal with that file descriptor."""
    try:
        return os.tcgetpgrp(terminal) == os.getpgrp()
    except OSError:
        return False


def stop_job() -> bool:
    """Stop all processes of this job, as ctrl+z in a terminal does; return whether a shell is there."""
    if is_orphaned():
        return False
    os.killpg(os.getpgrp(), signal.SIGTSTP)
    return True


def stop_process() -> None:
    """Stop this process until it is continued. SIGTSTP has been handled; SIGSTOP can't be."""
    os.kill(os.getpid(), signal.SIGSTOP)


def run_in_foreground(words: Sequence[str], environment: Mapping[str, str]) -> int:
    """Run a program that takes over the terminal, and return its exit status.

    If it is stopped, this process stops with it, so that the shell gets the terminal back; without a shell
    it is continued at once. Keys that interrupt it are not for this process. Raise OSError if it can't be
    started.
    """
    with _signals_for_child():
        process = subprocess.Popen(words, env=dict(environment))
        while True:
            _, status = os.waitpid(process.pid, os.WUNTRACED)
            if not os.WIFSTOPPED(status):
                process.returncode = os.waitstatus_to_exitcode(status)
                return process.returncode
            if not is_orphaned():
                stop_process()
            os.kill(process.pid, signal.SIGCONT)


@contextmanager
def _signals_for_child() -> Iterator[None]:
    """Leave signals of the terminal to a child; those that end this process are delivered afterwards."""

    def ignore(_number: int, _frame: FrameType | None) -> None:
        """Do nothing. SIG_IGN would be inherited by the child; a handler is not."""

    # The event loop is told of signals through a pipe of its own, a byte each, and handles them once it runs
    # again. They go into ours instead, before its handlers are replaced and until they are back: there is no
    # moment at which a signal is heard of by neither.
    heard, wakeup = os.pipe()
    for end in (heard, wakeup):
        os.set_blocking(end, False)
    wakeup_of_loop = signal.set_wakeup_fd(wakeup, warn_on_full_buffer=False)
    before = {number: signal.signal(number, ignore) for number in (*_FOR_CHILD, *_ENDINGS)}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
        signal.set_wakeup_fd(wakeup_of_loop)
        os.close(wakeup)
        with open(heard, "rb", buffering=0) as pipe:
            for ending in pipe.readall() or b"":
                if ending in _ENDINGS:
                    os.kill(os.getpid(), ending)
