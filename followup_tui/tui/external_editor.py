"""The user's own editor, for the notes or for the file."""

import os
import shlex
import shutil
import subprocess
import tempfile
from pathlib import Path

from textual.app import App, SuspendNotSupported

NO_EDITOR = "No editor is set: put its name into $VISUAL or $EDITOR, and start again."


def edit_file(app: App[None], path: Path) -> str:
    """Opens `path` in the user's editor and waits for its end; what went wrong, or nothing."""
    named = (os.environ.get(name, "").strip() for name in ("VISUAL", "EDITOR"))
    command = next((one for one in named if one), "")
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
    """`text` as it comes back from the user's editor; None and why, where it does not.

    Text that a failing editor has written is kept, and where it is, is said.
    """
    try:
        folder = Path(tempfile.mkdtemp(prefix="followup-tui-"))
        path = folder / "notes.txt"
        path.write_text(text, encoding="utf-8", newline="")
    except OSError as error:
        return None, f"The notes can't be handed to an editor: {error}"
    problem = edit_file(app, path)
    left, back = b"", text
    try:
        left = path.read_bytes()
        back = left.decode("utf-8-sig")
    except OSError:
        problem = problem or "The editor left no text; the notes are as they were."
    except UnicodeDecodeError:
        problem = problem or "The editor left text that is not UTF-8; the notes are as they were."
    if back == f"{text}\n" and not text.endswith("\n"):
        back = text  # editors end the last line on their own
    if problem and left not in (b"", text.encode()):
        return None, f"{problem} What you wrote is in {path}"
    shutil.rmtree(folder, ignore_errors=True)
    return (None, problem) if problem else (back, "")
