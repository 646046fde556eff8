"""Keys in their order. Textual hands each key at once to what has the focus.

Of keys that come in one burst (typed ahead, a slow line), those after `n` would go where the focus was: as
commands, or nowhere. Here the next key waits until what the last one set off has come to rest.
"""

import asyncio
from collections import deque
from collections.abc import Callable
from functools import partial
from time import monotonic

from textual import events
from textual.app import App
from textual.dom import DOMNode
from textual.widgets import Input, TextArea

TRIPS, TEXT_TRIPS = 4, 2
"""How often a messenger goes from the focus up to the app until what a key set off is taken for done: once
for the key, once for the action it stands for, once for the focus this moves; a letter moves nothing."""
LEAVE_SECONDS = 0.008
"""How long the messenger waits before it goes, in seconds, unless another key asks for it: what a key shows
comes first."""
SETTLE_SECONDS = 1.0
"""How long a key is held back at most, in seconds: a messenger may go down with the screen it was on."""


class KeysInOrder(App[None]):
    """An app in which a key is handled before the next one is handed on."""

    def __init__(self) -> None:
        super().__init__()
        self._typed: deque[events.Key | events.Paste] = deque()
        self._is_settling = True
        self._only_text = False
        self._turn = 0
        self._deadline: asyncio.TimerHandle | None = None
        self._departure: asyncio.TimerHandle | None = None
        self._leave: Callable[[], None] | None = None
        self._last_deed = monotonic()

    @property
    def seconds_at_rest(self) -> float:
        """How long ago the last key was handed on, in seconds; or else the first picture stood."""
        return monotonic() - self._last_deed

    async def on_event(self, event: events.Event) -> None:
        if isinstance(event, (events.Key, events.Paste)) and not event.is_forwarded:
            self._typed.append(event)
            self._set_off()
            await self._hand_on()
        else:
            await super().on_event(event)

    async def _hand_on(self) -> None:
        """Hands on the keys whose turn it is."""
        while self._typed:
            event = self._typed[0]
            # Letters after letters go into the same text: its own queue keeps their order.
            is_text = self._is_text(event)
            if self._is_settling and not (is_text and self._only_text):
                break
            self._typed.popleft()
            self._only_text = is_text
            await super().on_event(event)
            self._settle(TEXT_TRIPS if is_text else TRIPS)

    def _is_text(self, event: events.Key | events.Paste) -> bool:
        focused = self.focused
        if not isinstance(focused, Input) and not (isinstance(focused, TextArea) and not focused.read_only):
            return False
        return isinstance(event, events.Paste) or event.is_printable

    def _settle(self, trips: int) -> None:
        """Sends a messenger after what was set off; when it is back for the last time, keys go on."""
        self._turn += 1
        self._last_deed = monotonic()
        self._is_settling = True
        if self._deadline is not None:
            self._deadline.cancel()
        loop = asyncio.get_running_loop()
        self._deadline = loop.call_later(SETTLE_SECONDS, self.call_later, self._settled, self._turn)
        if self._departure is not None:
            self._departure.cancel()
        self._departure = loop.call_later(LEAVE_SECONDS, self._set_off)
        nodes = (self.focused or self.screen).ancestors_with_self
        self._leave = partial(self._travel, self._turn, trips, (self.screen, self.focused), nodes)
        if self._typed:
            self._set_off()

    def _set_off(self) -> None:
        """Has the messenger go, if it has not gone yet."""
        leave, self._leave = self._leave, None
        if leave is not None:
            leave()

    def _travel(
        self, turn: int, trips: int, start: tuple[object, object], nodes: list[DOMNode] | None = None
    ) -> None:
        if not self.screen_stack:
            return  # the app is on its way out
        nodes = nodes or (self.focused or self.screen).ancestors_with_self

        def hop(place: int) -> None:
            if turn != self._turn or not self.screen_stack:
                return
            for n in range(place, len(nodes)):
                if nodes[n].call_later(hop, n + 1):
                    return
            if trips > 1:
                self._travel(turn, trips - 1, start)
            elif start != (self.screen, self.focused):
                self.call_after_refresh(self._settle_again, turn)
            else:
                self.call_later(self._settled, turn)

        hop(0)

    def let_settle(self) -> None:
        """Holds back keys until what was just set off, such as a new screen, has come to rest."""
        self._settle(TRIPS)

    def _settle_again(self, turn: int) -> None:
        if turn == self._turn:
            self._settle(TRIPS)

    async def _settled(self, turn: int) -> None:
        if turn == self._turn:
            self._is_settling = False
            if self._deadline is not None:
                self._deadline.cancel()
            await self._hand_on()
