"""The panel of a terminal that is too small."""

from pathlib import Path

import pytest

from tests.tui.pilot import running


@pytest.mark.parametrize("size", [(39, 30), (100, 11), (1, 1)])
async def test_too_small_a_terminal_asks_for_more_room(path: Path, size: tuple[int, int]) -> None:
    async with running(path, size=size) as run:
        shown = run.shown()
        assert "Timeline" not in shown
        if size != (1, 1):
            assert "needs at least" in " ".join(shown.split())
        await run.resize(120, 36)
        await run.idle()
        assert "4 Timeline" in run.shown()
