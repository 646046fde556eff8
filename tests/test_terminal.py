"""The terminal of the tests: what is waited for is seen whenever it comes."""

import pytest

from tests.terminal import Terminal, running

SAYS = ("-c", "print('the last words')")


def test_what_is_written_right_before_the_end_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    """As when this process is held up from the last look at the output until the program has ended."""

    def read_nothing(terminal: Terminal, _seconds: float) -> bool:
        terminal._process.wait()
        return False

    with running(program=SAYS) as terminal:
        monkeypatch.setattr(Terminal, "_read", read_nothing)
        terminal.wait("the last words")


def test_all_that_was_written_has_been_read_at_the_end() -> None:
    with running(program=("-c", "import sys; sys.stdout.write('x' * 3000 + 'the end')")) as terminal:
        assert terminal.wait_end() == 0
        assert terminal.output == b"x" * 3000 + b"the end"
        assert "the end" in terminal.text


def test_an_end_before_what_is_waited_for_is_named() -> None:
    with running(program=SAYS) as terminal, pytest.raises(AssertionError, match="it ended with 0"):
        terminal.wait("no such words")
