"""What the tests of screens wait for."""

from pathlib import Path

from tests.tui.pilot import running, wait_for_answers


async def test_an_app_that_has_ended_is_not_waited_for(path: Path) -> None:
    async with running(path) as run:
        run.app._message_queue.put_nowait(None)  # its end: what comes later is never handled
        assert await wait_for_answers(run.pilot, timeout=5.0)
