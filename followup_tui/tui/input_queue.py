"""The input queue: each key is handled before the next one is handed on.

Textual hands each key at once to the widget that has the focus. Of keys that come in one burst (typed ahead,
a slow line), those after `n` would go where the focus was: as commands, or nowhere. Here the next key waits
until what the last one set off is done. So do pastes, and clicks: they move the focus, too. What the mouse
does after a click that waits stays after it.
"""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, Sequence
from functools import partial
from time import monotonic
from typing import Any, Protocol

from textual import events
from textual.dom import DOMNode
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Input as Field
from textual.widgets import TextArea

PASSES, TEXT_PASSES = 4, 2
"""How often a probe goes from the focus up to the app until a key counts as handled: once for the key, once
for its action, once for the focus this moves; a letter moves nothing."""
PROBE_DELAY_SECONDS = 0.008
"""How long a probe waits before it sets out, in seconds, unless another key waits: what a key shows comes
first."""
IDLE_SECONDS = 0.1
"""How long no key must have been handed on for the app to be idle, in seconds."""
TIMEOUT_SECONDS, MAX_PROBES = 1.0, 5
"""How long a probe is waited for, in seconds, before another is sent, since one is lost with the screen it is
on; and how many are sent before the next key is handed on anyway."""


Input = events.Key | events.Paste | events.MouseDown | events.MouseUp
"""What has to be handled in the order of its arrival."""


class QueueHost(Protocol):
    """The app, as far as the queue needs it."""

    @property
    def focused(self) -> Widget | None: ...
    @property
    def screen(self) -> Screen[Any]: ...
    @property
    def screen_stack(self) -> Sequence[Screen[Any]]: ...
    def call_later(self, callback: Callable[..., Any], *args: Any) -> bool: ...
    def call_after_refresh(self, callback: Callable[..., Any], *args: Any) -> bool: ...


class InputQueue:
    """Keys, pastes and clicks in the order of their arrival.

    What a key set off is known to be done by a probe: a callback that passes through the message queues of
    all nodes from the focus up to the app, after whatever the key has put there.
    """

    def __init__(self, host: QueueHost, forward: Callable[[events.Event], Awaitable[None]]) -> None:
        """Hold back the input until `release`, or until `hold` is done; `forward` gives it to Textual."""
        self._host, self._forward = host, forward
        self._waiting: deque[Input | events.MouseEvent] = deque()
        self._is_busy = True
        self._is_text_only = False
        self._turn = 0
        self._timeout: asyncio.TimerHandle | None = None
        self._departure: asyncio.TimerHandle | None = None
        self._probe: Callable[[], None] | None = None
        self._last_key_at = monotonic()

    def is_idle(self) -> bool:
        """Return whether no key has come for a while, so that work may be done that would hold one up."""
        return monotonic() - self._last_key_at >= IDLE_SECONDS

    @property
    def is_done(self) -> bool:
        """Whether all input that has come was handed on, and what it set off is done."""
        return not self._is_busy and not self._waiting

    @property
    def count(self) -> int:
        """A number that grows when input is handed on, and when a wait for what it set off begins."""
        return self._turn

    async def put(self, event: events.Event) -> bool:
        """Queue an event if it is input, to be forwarded in its turn; return whether it was input."""
        if not isinstance(event, Input | events.MouseEvent):
            return False
        if not isinstance(event, Input) and (event.is_forwarded or not self._waiting):
            return False  # a move or a turn of the wheel: it waits only after what waits
        if event.is_forwarded:
            # On its way out the app has no screen whose bindings Textual could ask.
            return not self._host.screen_stack
        self._waiting.append(event)
        self._send_probe()
        await self._hand_on()
        return True

    def hold(self) -> None:
        """Hold back input until what was just set off, such as a new screen, is done."""
        self._wait(PASSES)

    async def release(self) -> None:
        """Hand on what was typed ahead: the first frame is drawn.

        It is done at once, and so shows with the second layout, which Textual makes after the first frame.
        Without a focus, another screen is on its way, and is waited for.
        """
        if self._host.focused is None:
            self.hold()
            return
        self._is_busy = False
        await self._hand_on()

    async def _hand_on(self) -> None:
        """Forward the waiting events to Textual, one at a time but for letters of the same text."""
        while self._waiting:
            event = self._waiting[0]
            # Letters after letters go into the same text: its own queue keeps their order.
            is_text = self._is_text(event)
            if self._is_busy and not (is_text and self._is_text_only):
                break
            self._waiting.popleft()
            self._is_text_only = is_text
            await self._forward(event)
            if isinstance(event, Input):
                self._wait(TEXT_PASSES if is_text else PASSES)

    def _is_text(self, event: Input | events.MouseEvent) -> bool:
        focused = self._host.focused
        if not isinstance(focused, Field) and not (isinstance(focused, TextArea) and not focused.read_only):
            return False
        return isinstance(event, events.Paste) or (isinstance(event, events.Key) and event.is_printable)

    def _wait(self, passes: int) -> None:
        """Begin to wait until the event that was forwarded is handled; a probe that follows it tells."""
        self._turn += 1
        self._last_key_at = monotonic()
        self._is_busy = True
        for timer in (self._timeout, self._departure):
            if timer is not None:
                timer.cancel()
        loop = asyncio.get_running_loop()
        self._wait_for_probe(self._turn, passes, 1)
        self._departure = loop.call_later(PROBE_DELAY_SECONDS, self._send_probe)
        nodes = (self._host.focused or self._host.screen).ancestors_with_self
        self._probe = partial(
            self._travel, self._turn, passes, (self._host.screen, self._host.focused), nodes
        )
        if self._waiting:
            self._send_probe()

    def _wait_for_probe(self, turn: int, passes: int, sent: int) -> None:
        loop = asyncio.get_running_loop()
        late = self._late, turn, passes, sent
        self._timeout = loop.call_later(TIMEOUT_SECONDS, self._host.call_later, *late)

    async def _late(self, turn: int, passes: int, sent: int) -> None:
        """Send another probe where one is late: it may be lost, or the machine slow."""
        if turn != self._turn or not self._is_busy:
            return
        if sent == MAX_PROBES:
            await self._done(turn)
        else:
            self._wait_for_probe(turn, passes, sent + 1)
            self._travel(turn, passes, (self._host.screen, self._host.focused))

    def _send_probe(self) -> None:
        probe, self._probe = self._probe, None
        if probe is not None:
            probe()

    def _travel(
        self, turn: int, passes: int, start: tuple[object, object], nodes: list[DOMNode] | None = None
    ) -> None:
        """Send a probe up the nodes; at the top begin the next pass, or end the wait."""
        if not self._host.screen_stack:
            return  # the app is on its way out
        path = nodes or (self._host.focused or self._host.screen).ancestors_with_self

        def hop(index: int) -> None:
            """Queue up at the next node of the path that runs; after the last, begin a pass or finish."""
            if turn != self._turn or not self._host.screen_stack:
                return
            for following, node in enumerate(path[index:], index + 1):
                if node.call_later(hop, following):
                    return
            if passes > 1:
                self._travel(turn, passes - 1, start)
            elif start != (self._host.screen, self._host.focused):
                self._host.call_after_refresh(self._wait_again, turn)
            else:
                self._host.call_later(self._done, turn)

        hop(0)

    def _wait_again(self, turn: int) -> None:
        if turn == self._turn:
            self._wait(PASSES)

    async def _done(self, turn: int) -> None:
        if turn == self._turn:
            self._is_busy = False
            if self._timeout is not None:
                self._timeout.cancel()
            await self._hand_on()
