"""`demo`: the app on made-up interviews, in a temporary folder that only the log of a crash outlives."""

import argparse
import shutil
import tempfile
from functools import partial
from pathlib import Path

from followup_tui.cli.command import Command, clock_of
from followup_tui.cli.commands.app import open_in_terminal, require_terminal


def _run(options: argparse.Namespace) -> int:
    require_terminal()
    from followup_tui.demo import demo_text
    from followup_tui.startup import raw_terminal
    from followup_tui.storage.crash_log import has_crash_log
    from followup_tui.storage.paths import Paths

    clock, folder = clock_of(options), tempfile.mkdtemp(prefix="followup-tui-demo-")
    paths = Paths(Path(folder, "logbook.toml"), Path(folder, "state"))
    raw_terminal.clean_up_with(partial(shutil.rmtree, folder, ignore_errors=True))
    try:
        paths.data.write_text(demo_text(clock()), encoding="utf-8")
        return open_in_terminal(paths, clock, is_demo=True)
    finally:
        if not has_crash_log(paths.state):  # the user was told where it is
            shutil.rmtree(folder, ignore_errors=True)


DEMO = Command(
    "demo", _run, "demo", "try the app on made-up interviews, not on your own", "followup-tui demo"
)
