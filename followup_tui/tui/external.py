"""The user's own editor, for the notes or for the file."""

import os
import shlex
import subprocess
import tempfile
from pathlib import Path

from textual.app import App, SuspendNotSupported

NO_EDITOR = "No editor is set: put its name into $VISUAL or $EDITOR, and start again."


def edit_file(app: App[None], path: Path) -> str:
    """Opens `path` in the user's editor and waits for its end; what went wrong, or nothing."""
    command = os.environ.get("VISUAL") or os.environ.get("EDITOR")
    if not command:
        return NO_EDITOR
    try:
        words = shlex.split(command)
    except ValueError as error:
        return f"{command} can't be started: {error}"
    problem = ""
    try:
        with app.suspend():
            # An exception must not pass `suspend`: it would leave the terminal to nobody.
            try:
                code = subprocess.run([*words, str(path)], check=False).returncode
                if code:
                    problem = f"{words[0]} ended with status {code}; nothing was taken from it."
            except (OSError, ValueError) as error:
                problem = f"{command} can't be started: {error}"
    except SuspendNotSupported:
        return "This terminal can't be handed to an editor."
    return problem


def edit_text(app: App[None], text: str) -> tuple[str | None, str]:
    """`text` as it comes back from the user's editor; None and why, where it does not."""
    with tempfile.TemporaryDirectory(prefix="followup-tui-") as folder:
        path = Path(folder, "notes.txt")
        path.touch(mode=0o600)
        path.write_text(text, encoding="utf-8")
        problem = edit_file(app, path)
        if problem:
            return None, problem
        try:
            return path.read_text(encoding="utf-8"), ""
        except (OSError, UnicodeDecodeError):
            return None, "The editor left no readable text; the notes are as they were."
