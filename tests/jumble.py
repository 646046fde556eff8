"""A plugin that jumbles the order in which an app under test does its work, as a busy machine does.

    python -m pytest -p tests.jumble --jumble .1 --repeat 20 tests/tui/test_input_queue.py

Each widget, screen and app handles its own messages in their order; between two of them there is none that an
app could rely on. Some of the messages are held up before or after they are handled, and some timers and
threads begin late. Where a test fails now, it waits for the wrong thing, or the app loses something. The
variable SEED gives each test another chance than the last time.
"""

import asyncio
import os
import random
import time
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from textual.message import Message
from textual.message_pump import MessagePump

MOST_SECONDS = 0.02
"""How long something is held up at most, in seconds."""

_chance = random.Random()
_share = 0.0


def pytest_addoption(parser: pytest.Parser) -> None:
    group = parser.getgroup("jumble")
    group.addoption("--jumble", type=float, default=0.1, help="the share of messages that are held up")
    group.addoption("--repeat", type=int, default=1, help="how often each test is run")


def pytest_configure(config: pytest.Config) -> None:
    global _share
    _share = config.getoption("--jumble")
    MessagePump._dispatch_message = _dispatch  # type: ignore[method-assign]
    asyncio.BaseEventLoop.call_at = _call_at  # type: ignore[assignment,method-assign]
    ThreadPoolExecutor.submit = _submit  # type: ignore[assignment,method-assign]


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    times = metafunc.config.getoption("--repeat")
    if times > 1:
        metafunc.fixturenames.append("_run")
        metafunc.parametrize("_run", range(times))


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Have the same test jumbled in nearly the same way in each run: the rest is the machine's."""
    _chance.seed(f"{os.environ.get('SEED', '')}{item.nodeid}")


def _delay() -> float | None:
    """Return for how many seconds something is held up: 0 to let others go first, None for not at all."""
    number = _chance.random()
    if number < _share:
        return _chance.random() * MOST_SECONDS
    return 0.0 if number < 3 * _share else None


async def _hold_up() -> None:
    delay = _delay()
    if delay is not None:
        await asyncio.sleep(delay)


_dispatch_message, _loop_call_at, _pool_submit = (
    MessagePump._dispatch_message,
    asyncio.BaseEventLoop.call_at,
    ThreadPoolExecutor.submit,
)


async def _dispatch(self: MessagePump, message: Message) -> None:
    await _hold_up()
    await _dispatch_message(self, message)
    await _hold_up()


def dispatch_late(seconds: float, *kinds: type[Message]) -> Callable[[MessagePump, Message], Awaitable[None]]:
    """Return a way to dispatch messages that holds up those of some kinds, each for that many seconds."""

    async def dispatch(self: MessagePump, message: Message) -> None:
        await asyncio.sleep(seconds if isinstance(message, kinds) else 0)
        await _dispatch_message(self, message)

    return dispatch


def _call_at(self: Any, when: float, *args: Any, **options: Any) -> Any:
    return _loop_call_at(self, when + (_delay() or 0.0), *args, **options)


def _submit(self: Any, *work: Any, **options: Any) -> Any:
    return _pool_submit(self, _begin_late, *work, **options)


def _begin_late(function: Any, *args: Any, **options: Any) -> Any:
    time.sleep(_delay() or 0.0)
    return function(*args, **options)
