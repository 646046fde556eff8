"""What is said in passing: one notice at a time, gone with the next key that does something.

Warnings, and what has a time of its own, stand for that time, and may stand over each other.
"""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from textual import events
from textual.dom import DOMNode
from textual.notifications import Notification, Notify
from textual.widgets._toast import Toast, ToastHolder

from followup_tui.tui.input_queue import KeysInOrder

if TYPE_CHECKING:
    from textual.actions import ActionParseResult


class NoticingApp(KeysInOrder):
    """An app whose notices never pile up, and never outlast what they are about."""

    def _on_notify(self, event: Notify) -> None:
        # Textual's own handler comes after this one, and shows the new notice.
        new = event.notification
        self._withdraw(
            lambda old: old.message == new.message or (self._is_passing(old) and self._is_passing(new))
        )

    async def run_action(
        self,
        action: "str | ActionParseResult",
        default_namespace: DOMNode | None = None,
        namespaces: Mapping[str, DOMNode] | None = None,
    ) -> bool:
        self._withdraw(self._is_passing)
        return await super().run_action(action, default_namespace, namespaces)

    async def on_event(self, event: events.Event) -> None:
        if isinstance(event, events.Key) and event.key == "escape":
            self._withdraw(lambda _: True)
        await super().on_event(event)

    def _is_passing(self, one: Notification) -> bool:
        """Whether it was said in passing: no warning, and without a time of its own."""
        return one.severity == "information" and one.timeout == self.NOTIFICATION_TIMEOUT

    def _withdraw(self, is_over: Callable[[Notification], bool]) -> None:
        """Takes away those notices that are over."""
        over = [one for one in self._notifications if is_over(one)]
        if not over:
            return
        for one in over:
            self._unnotify(one, refresh=False)
        for screen in self.screen_stack:
            # Textual takes away what is in a holder, and leaves the holder where it was.
            for holder in screen.query(ToastHolder):
                if any(toast._notification in over for toast in holder.query(Toast)):
                    holder.remove()
        self._refresh_notifications()
