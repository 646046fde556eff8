"""Work on the disk that goes on beside the app: a slow disk holds up no key."""

import threading
from collections.abc import Callable
from typing import Generic, TypeVar

Result = TypeVar("Result")


class Beside(Generic[Result]):
    """One piece of work, in a thread of its own that ends with it."""

    def __init__(self, work: Callable[[], Result], done: Callable[[], object]) -> None:
        """Begins at once. `done` is called in that thread when the work is over, however it went."""
        self._work, self._done = work, done
        self._result: Result | None = None
        self._error: BaseException | None = None
        self._thread = threading.Thread(target=self._run, name="saving")
        self._thread.start()

    def _run(self) -> None:
        try:
            self._result = self._work()
        except BaseException as error:
            self._error = error
        self._done()

    def result(self) -> Result:
        """Waits for the end; what the work returned. Raises what it raised."""
        self._thread.join()
        if self._error is not None:
            raise self._error
        return self._result  # type: ignore[return-value]  # it is there once there is no error
