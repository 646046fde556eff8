"""Toasts: one passing message at a time, gone with the next key that does something.

Warnings, and messages with a time of their own, stay for that time, and may stand one above another.
"""

from collections.abc import Callable, Sequence
from typing import Any, ClassVar, Protocol

from textual.message import Message
from textual.notifications import Notification, Notify
from textual.screen import Screen

_HOLDERS = "ToastRack > *"
"""What Textual puts around each toast on a screen, and leaves there when the toast is gone."""


class ToastHost(Protocol):
    """The app, as far as toasts need it."""

    NOTIFICATION_TIMEOUT: ClassVar[float]

    @property
    def screen_stack(self) -> Sequence[Screen[Any]]: ...
    def post_message(self, message: Message) -> bool: ...
    def call_later(self, callback: Callable[..., Any], *args: Any) -> bool: ...


class Toasts:
    """The messages that are on the screen.

    Textual shows what `App.notify` is given, and drops what has expired; so a message is dismissed by letting
    it expire.
    """

    def __init__(self, host: ToastHost) -> None:
        self._host = host
        self._shown: list[Notification] = []

    @property
    def messages(self) -> list[str]:
        """The texts on the screen, the oldest first."""
        return [notification.message for notification in self._shown if not notification.has_expired]

    def add(self, new: Notification) -> None:
        """Keep track of a message that Textual is about to show; those that it replaces expire."""
        self._expire(
            lambda old: old.message == new.message or (self._is_passing(old) and self._is_passing(new))
        )
        self._shown = [old for old in self._shown if not old.has_expired]
        if not new.has_expired:
            self._shown.append(new)
        # Textual shows the new message in a call of its own, which comes before this one.
        self._host.call_later(self._host.call_later, self._remove_empty_holders)

    def dismiss_passing(self) -> None:
        """Take away what is neither a warning nor has a time of its own."""
        self._dismiss(self._is_passing)

    def dismiss_all(self) -> None:
        """Take every message away."""
        self._dismiss(lambda _: True)

    def _dismiss(self, is_over: Callable[[Notification], bool]) -> None:
        if not self._expire(is_over):
            return
        for screen in self._host.screen_stack[:-1]:
            # A covered screen is brought up to date only when it comes back, and would show them for a frame.
            screen.query(_HOLDERS).remove()
        # One that has expired already has Textual look which of the others have.
        self._host.post_message(Notify(Notification("", timeout=0)))

    def _expire(self, is_over: Callable[[Notification], bool]) -> bool:
        over = [shown for shown in self._shown if not shown.has_expired and is_over(shown)]
        for notification in over:
            notification.timeout = 0
        return bool(over)

    def _is_passing(self, notification: Notification) -> bool:
        is_usual = notification.timeout == self._host.NOTIFICATION_TIMEOUT
        return notification.severity == "information" and is_usual

    def _remove_empty_holders(self) -> None:
        for screen in self._host.screen_stack:
            for holder in screen.query(_HOLDERS):
                if holder.is_mounted and not holder.children:
                    holder.remove()
