"""Work in a process of its own, at the end of the program."""

import os
import subprocess
import sys
import time
from pathlib import Path

from tests.terminal import PATIENCE

CODE = """
import sys, threading, time
from pathlib import Path
from followup_tui.startup.detached import run_detached
done = Path(sys.argv[1])
threading.Thread(target=time.sleep, args=(0.3,)).start()
run_detached(lambda: done.touch())
"""


def test_a_thread_that_has_not_ended_quite_does_not_keep_the_work_from_being_done(tmp_path: Path) -> None:
    """As that of the last save, on a busy machine."""
    done = tmp_path / "done"
    subprocess.run([sys.executable, "-c", CODE, str(done)], check=True, timeout=PATIENCE)
    end = time.monotonic() + PATIENCE
    while not done.exists():
        assert time.monotonic() < end, "the work was not done"
        time.sleep(0.02)


ENDED = """
import os, signal, sys
from pathlib import Path
from followup_tui.startup.detached import run_detached
signal.signal(signal.SIGTERM, signal.SIG_IGN)
def work():
    os.kill(os.getpid(), signal.SIGTERM)
    Path(sys.argv[1]).touch()
run_detached(work)
"""


def test_it_can_be_ended_although_the_app_ignores_signals_at_its_end(tmp_path: Path) -> None:
    done = tmp_path / "done"
    lasting, held = os.pipe()
    try:
        command = [sys.executable, "-c", ENDED, str(done)]
        subprocess.run(command, check=True, timeout=PATIENCE, pass_fds=(held,))
        os.close(held)
        assert os.read(lasting, 1) == b"", "the end of the process closes its end of the pipe"
    finally:
        os.close(lasting)
    assert not done.exists()
