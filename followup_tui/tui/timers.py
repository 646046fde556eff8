"""Calling back once, after a delay."""

import asyncio
from collections.abc import Callable
from inspect import isawaitable
from typing import Any

from textual.message_pump import MessagePump
from textual.timer import Timer, TimerCallback


def call_in(node: MessagePump, seconds: float, callback: Callable[[], Any]) -> asyncio.TimerHandle:
    """Schedule a call after a number of seconds, after the messages that wait for `node` then.

    Return what cancels it. It is not Textual's `set_timer`: that one drops its call where its task is held
    up at the start for longer than the delay, as on a busy machine.
    """
    return asyncio.get_running_loop().call_later(seconds, node.call_later, callback)


def set_timer(node: MessagePump, seconds: float, callback: TimerCallback, **options: Any) -> Timer:
    """Set a timer that calls once, for what Textual itself sets one for, and return it.

    It is an interval that its first call ends: an interval that is held up comes late, not never.
    """

    async def call() -> None:
        result = callback()
        if isawaitable(result):
            await result
        timer.stop()
        # That takes effect when the timer waits next, and it does not wait for a call that is due by now.
        await asyncio.sleep(0)

    timer = node.set_interval(seconds, call, **options)
    return timer
