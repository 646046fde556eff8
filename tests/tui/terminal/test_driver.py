"""What a terminal can send, by mistake or by malice: pastes with control characters, broken bytes."""

import os
import pty
import stat
import threading
import time
from pathlib import Path

import pytest

from followup_tui.tui.terminal.driver import SafeDriver
from tests.one_interview import notes
from tests.terminal import Terminal, ready

PASTE_SECONDS = 2.0
"""How long a paste of 1 MB may take until it is on the screen, in seconds, on a machine that is not busy."""


PATIENCE = 20.0
"""How long a thread is waited for, in seconds."""


def send(terminal: Terminal, data: bytes) -> None:
    os.write(terminal._fd, data)


@pytest.mark.parametrize(
    ("where", "shown"),
    [("3i", "esc done"), ("n", "Note to Acme"), ("a", "Add an interview"), ("2", "space tick")],
    ids=["notes", "note bar", "form", "no field"],
)
def test_a_paste_with_control_characters_triggers_nothing(data: Path, where: str, shown: str) -> None:
    with ready(data) as terminal:
        terminal.press(*where)
        terminal.wait(shown)
        terminal.paste("hello\x1b\x11world\x1bOQ\x03\x1b[Aq")
        if where != "2":
            terminal.wait("helloworldOQ[Aq")
        terminal.pump(0.7)
        assert not terminal.ended()
        terminal.press("ctrl+q")
        if where == "a":
            terminal.wait("Discard it and quit?")
            terminal.press("y")
        assert terminal.wait_end() == 0
        assert terminal.left_as_found() == []
    if where in ("3i", "n"):
        assert notes(data).rstrip("\n") == "helloworldOQ[Aq"


def test_bytes_that_are_no_text_are_survived(data: Path) -> None:
    with ready(data) as terminal:
        send(terminal, b"\xff\xc3\x28\xe2\x82")
        terminal.pump(0.3)
        terminal.press("3", "enter")
        send(terminal, b"caf\xe9 or caf\xc3")
        terminal.pump(0.2)
        send(terminal, b"\xa9 \xed\xa0\x80!")
        terminal.wait("!")
        terminal.press("ctrl+q")
        assert terminal.wait_end() == 0
    text = notes(data)
    assert text.startswith("caf\ufffd or café \ufffd")
    assert text.endswith("!")


def test_wide_and_combining_text_stays_in_its_cells(data: Path) -> None:
    with ready(data, lines=36, columns=120) as terminal:
        terminal.press("3", "enter")
        terminal.paste("@ 田中さん, 部長\n~ e\u0301te\u0301 🎉 ok\n! \u05e9\u05dc\u05d5\u05dd abc\nplain")
        terminal.wait("@1", "plain")
        lines = terminal.text.split("\n")
        edge = next(line for line in lines if "3 Notes" in line).index("3 Notes")
        # The border at the right end of each row stands in the last cell.
        for row in range(terminal.screen.lines):
            line = terminal.screen.buffer[row]
            if any(mark in "".join(line[x].data for x in range(edge, 120)) for mark in ("部長", "ok", "abc")):
                assert line[119].data == "│", terminal.text
        terminal.press("ctrl+q")
        assert terminal.wait_end() == 0
    assert "田中さん" in notes(data)


def test_a_megabyte_is_pasted_at_once_and_taken_back_at_once(data: Path) -> None:
    lines = "".join(f"~ line {n:05} of a long, long text that somebody had\r" for n in range(20_000))
    assert len(lines) > 1_000_000
    with ready(data) as terminal:
        terminal.press("3", "enter")
        terminal.write("before ")
        terminal.wait("before")
        text = f"{lines}the end"
        start = time.monotonic() - terminal.waited_for_processor()
        _send_all(terminal, f"\x1b[200~{text}\x1b[201~".encode())
        taken = terminal.wait_for(lambda: "the end" in terminal.text, "the end of the paste")
        seconds = time.monotonic() - terminal.waited_for_processor() - start
        print(f"pasted in {seconds:.2f} s, {taken:.2f} s after the last byte")
        assert seconds < PASTE_SECONDS * 5  # test machines are slow and busy
        terminal.press("ctrl+z")
        terminal.wait("before", gone="the end")
        terminal.press("ctrl+q")
        assert terminal.wait_end() == 0
    assert notes(data) == "before "


def _send_all(terminal: Terminal, data: bytes) -> None:
    """Write while reading: a terminal's buffers are small."""
    view = memoryview(data)
    while view:
        view = view[os.write(terminal._fd, view[:4096]) :]
        terminal.pump(0)


def test_a_reader_that_ends_meanwhile_is_not_woken_through_the_file_of_another(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The terminal is gone right before the reader is asked to end; its pipe must still be there then."""
    outer, inner = pty.openpty()
    driver = object.__new__(SafeDriver)
    driver.fileno, driver.exit_event = inner, threading.Event()
    driver._debug, driver._key_thread, driver._wake_lock = False, None, threading.Lock()
    hung_up = threading.Event()
    monkeypatch.setattr(os, "kill", lambda *_: hung_up.set())
    reader = threading.Thread(target=driver.run_input_thread)
    reader.start()
    while driver._wake is None:
        time.sleep(0.001)
    write, is_pipe = os.write, list[bool]()

    def write_late(fd: int, data: bytes) -> int:
        os.close(outer)
        assert hung_up.wait(PATIENCE)
        reader.join(0.2)
        is_pipe.append(stat.S_ISFIFO(os.fstat(fd).st_mode))
        return write(fd, data)

    monkeypatch.setattr(os, "write", write_late)
    driver.disable_input()
    reader.join(PATIENCE)
    os.close(inner)
    assert is_pipe == [True]
    assert driver._wake is None
