"""Work that nobody waits for: done in a process of its own."""

import os
import signal
import threading
from collections.abc import Callable

MOST_SECONDS = 10
"""How long that process may live, in whole seconds."""


def aside(work: Callable[[], None]) -> None:
    """Does `work` in a process that no terminal reaches, and that ends whatever happens in it.

    Where none can be had, it is left undone. To be called last: no thread may run, and no file be open.
    """
    if threading.active_count() > 1:
        return
    try:
        if os.fork():
            return
    except OSError:
        return
    try:
        os.setsid()
        nothing = os.open(os.devnull, os.O_RDWR)
        for number in (0, 1, 2):
            os.dup2(nothing, number)
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        signal.alarm(MOST_SECONDS)
        work()
    finally:
        os._exit(0)
