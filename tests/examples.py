"""How many examples a property is tried with, and how long it may take for each."""

import functools
import time
from collections.abc import Callable
from typing import Any

from hypothesis import is_hypothesis_test, settings


def examples(everyday: int) -> settings:
    """Return the settings of a property that needs more examples than usual; a long run tries more."""
    return settings(max_examples=max(everyday, settings().max_examples))


def within(seconds: float) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Let a property fail that takes more of the processor's time for an example.

    The deadline of Hypothesis is of the clock's time, which depends on what else the machine does. It has to
    stand below `given`: above it all examples are one.
    """

    def decorate(test: Callable[..., None]) -> Callable[..., None]:
        assert not is_hypothesis_test(test), "put `within` below `given`"

        @functools.wraps(test)
        def timed(*arguments: Any, **named: Any) -> None:
            start = time.process_time()
            test(*arguments, **named)
            taken = time.process_time() - start
            assert taken <= seconds, f"{taken:.2f} seconds"

        return timed

    return decorate
