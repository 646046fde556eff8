"""The walk of a keystroke from the key to the disk, as the docstring of `session` names it."""

import os
import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import followup_tui
import followup_tui.session
from followup_tui.core.model.logbook import StepId
from followup_tui.session.document import Document
from followup_tui.tui import app
from followup_tui.tui.screens.main.actions import StepActions
from followup_tui.tui.screens.main.autosave import Autosave
from followup_tui.tui.screens.row_keys import StepRow
from tests.tui.pilot import running

MAX_FILES = 7
ROOT = Path(followup_tui.__file__).parent


def files_on_the_stack() -> list[str]:
    """Return the files of the program with a function that is being called, the outermost first.

    The app is left out: it passes every event of the terminal on.
    """
    files, frame = [], sys._getframe(1)
    while frame is not None:
        path = Path(frame.f_code.co_filename)
        if path.is_relative_to(ROOT):
            files.append(str(path.relative_to(ROOT)))
        frame = frame.f_back  # type: ignore[assignment]
    return [file for file in reversed(files) if file != "tui/app.py"]


async def test_a_keystroke_goes_through_the_files_that_the_session_names(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = tmp_path / "logbook.toml"
    walked: list[str] = []

    def record_calls(owner: Any, name: str, when: Callable[..., bool] = lambda *_: True) -> None:
        function = getattr(owner, name)

        def called(*arguments: Any, **named: Any) -> Any:
            if when(*arguments):
                module = Path(getattr(sys.modules[function.__module__], "__file__", ""))
                callee = [str(module.relative_to(ROOT))] if module.is_relative_to(ROOT) else []
                walked.extend(file for file in (*files_on_the_stack(), *callee) if "tests" not in file)
            return function(*arguments, **named)

        monkeypatch.setattr(owner, name, called)

    monkeypatch.setattr(app, "MERGE_DELAY_SECONDS", 60)
    async with running(data) as run:
        await run.go(StepRow(StepId.WRITE_DOWN))
        for owner, name in (
            (StepActions, "_do_or_explain"),
            (Document, "update"),
            (Autosave, "save_soon"),
            (Document, "save_in_background"),
        ):
            record_calls(owner, name)
        record_calls(os, "replace", lambda _, target: Path(target) == data)
        await run.press("space")
        assert "write-down" in run.interview()["ticks"]

    order = list(dict.fromkeys(walked))
    named = re.findall(r"^\d\. `([a-z_/]+\.py)`", followup_tui.session.__doc__ or "", re.MULTILINE)
    assert sorted(order) == sorted(named)
    assert len(order) <= MAX_FILES
    assert {"tui/screens/main/screen.py", "session/session.py", "storage/atomic.py"} <= set(order)
