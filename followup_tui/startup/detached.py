"""Work that nobody waits for, done in a process of its own."""

import os
import signal
import threading
from collections.abc import Callable

MAX_SECONDS = 60
"""How long that process may live, in whole seconds: a busy machine may give it little of its time."""


def run_detached(work: Callable[[], None]) -> None:
    """Run `work` in a process that no terminal reaches, and that ends whatever happens in it.

    Where there can be no such process, the work is left undone. Call this last: no file may be open, and
    threads are waited for.
    """
    for thread in threading.enumerate():
        # That of the last save may not have ended quite. The end of this process would wait for it, too.
        if thread is not threading.current_thread() and not thread.daemon:
            thread.join()
    if threading.active_count() > 1:
        return
    try:
        if os.fork():
            return
    except OSError:
        return
    try:
        os.setsid()
        null = os.open(os.devnull, os.O_RDWR)
        for number in (0, 1, 2):
            os.dup2(null, number)
        # A child inherits what is ignored, as SIGTERM is once the app ends.
        for number in (signal.SIGALRM, signal.SIGTERM):
            signal.signal(number, signal.SIG_DFL)
        signal.alarm(MAX_SECONDS)
        work()
    finally:
        os._exit(0)
