"""Calling back once, after a delay."""

import asyncio
from collections.abc import Callable
from typing import Any

from textual.message_pump import MessagePump


def call_in(node: MessagePump, seconds: float, callback: Callable[[], Any]) -> asyncio.TimerHandle:
    """Schedule a call after a number of seconds, behind the messages that wait for `node` then.

    Return what cancels it. It is not Textual's `set_timer`: that one drops its call where its task is held
    up at the start for longer than the delay, as on a busy machine.
    """
    return asyncio.get_running_loop().call_later(seconds, node.call_later, callback)
