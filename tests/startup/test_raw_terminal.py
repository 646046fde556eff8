"""The terminal while the app starts."""

import os
import sys
from pathlib import Path

import pytest

from followup_tui.startup import raw_terminal


def test_a_signal_amid_the_first_frame_still_leaves_its_screen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As where a slow terminal has taken half of the frame."""
    written = bytearray()

    def write_half(_handle: int, data: bytes) -> int:
        if b"half a frame" in data and not written:
            written.extend(data[:30])
            raw_terminal.restore()
            return 30
        written.extend(data)
        return len(data)

    with (tmp_path / "terminal").open("w", encoding="utf-8") as terminal:
        monkeypatch.setattr(sys, "stdout", terminal)
        monkeypatch.setattr(os, "write", write_half)
        raw_terminal.show_frame("half a frame, and the rest")
    assert b"half" in written[:30]
    assert written[30:].startswith(b"\x1b[?1049l\x1b[?25h")
