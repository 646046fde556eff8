"""Delayed calls without an event loop."""

from collections.abc import Callable
from typing import Any


class Timers:
    """The delayed calls of an event loop, whose time passes when the test says so."""

    def __init__(self) -> None:
        self.now = 0.0
        self._calls: list[tuple[float, Timers.Handle, Callable[[], Any]]] = []

    class Handle:
        """What cancels a call."""

        is_cancelled = False

        def cancel(self) -> None:
            self.is_cancelled = True

    def call_later(self, delay: float, callback: Callable[..., Any], *args: Any) -> Handle:
        handle = self.Handle()
        self._calls.append((self.now + delay, handle, lambda: callback(*args)))
        return handle

    def time(self) -> float:
        return self.now

    def advance(self, seconds: float) -> None:
        """Let time pass, and make the calls that are due."""
        self.now += seconds
        due = [call for call in self._calls if call[0] <= self.now]
        self._calls = [call for call in self._calls if call[0] > self.now]
        for _, handle, call in due:
            if not handle.is_cancelled:
                call()
