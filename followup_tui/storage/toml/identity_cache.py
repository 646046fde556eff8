"""A cache of results computed from frozen interviews, by identity: to compare them by value is slower."""

from collections.abc import Callable, Iterable
from typing import Generic, TypeVar

from followup_tui.core.model.logbook import Interview

Result = TypeVar("Result")


class IdentityCache(Generic[Result]):
    """One result for each interview, as long as the interview itself is in use."""

    def __init__(self) -> None:
        # The interview is held with its result: the id of an object that is gone may be given to another.
        self._results: dict[int, tuple[Interview, Result]] = {}

    def __contains__(self, interview: Interview) -> bool:
        """Return whether there is a result for exactly this interview."""
        return self._results.get(id(interview), (None,))[0] is interview

    def get(self, interview: Interview, compute: Callable[[Interview], Result]) -> Result:
        """Return the result for the interview; compute it the first time."""
        cached = self._results.get(id(interview))
        if cached is not None and cached[0] is interview:
            return cached[1]
        result = compute(interview)
        self._results[id(interview)] = (interview, result)
        return result

    def add(self, interviews: Iterable[Interview], result: Result) -> None:
        """Give all these interviews the same result."""
        self._results.update((id(interview), (interview, result)) for interview in interviews)

    def forget_others(self, interviews: tuple[Interview, ...]) -> None:
        """Remove the results for all but these interviews, once the others are the larger part."""
        if len(self._results) > 2 * len(interviews) + 100:
            current = {id(interview) for interview in interviews}
            self._results = {key: value for key, value in self._results.items() if key in current}
