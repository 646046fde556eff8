"""What happens instead of a traceback when the app fails.

Textual prints the values of local variables with a traceback, and with them private notes.
"""

from collections.abc import Callable
from typing import Any

from textual.app import App


def report_crash_with(app: App[Any], report: Callable[[BaseException | None], None]) -> None:
    """Have `report` called with the exception that ends the app, and no traceback printed.

    Textual has no public hook for this: the method that it calls is replaced.
    """

    def fatal_error() -> None:
        report(app._exception)
        app._close_messages_no_wait()

    app._fatal_error = fatal_error  # type: ignore[method-assign]
