"""`demo`: the app on made-up interviews, in a temporary file."""

import argparse
import tempfile
from pathlib import Path

from followup_tui.cli.command import Command, clock_of
from followup_tui.cli.commands.app import open_in_terminal


def _run(options: argparse.Namespace) -> int:
    from followup_tui.demo import demo_text
    from followup_tui.storage.paths import Paths

    clock = clock_of(options)
    with tempfile.TemporaryDirectory(prefix="followup-tui-demo-") as folder:
        paths = Paths(Path(folder, "logbook.toml"), Path(folder, "state"))
        paths.data.write_text(demo_text(clock()), encoding="utf-8")
        return open_in_terminal(paths, clock, is_demo=True)


DEMO = Command(
    "demo", _run, "demo", "try the app on made-up interviews, not on your own", "followup-tui demo"
)
