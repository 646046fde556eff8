"""Merging and loading, as other modules here try them: each gives counts, the first how many in all."""

import importlib.util
import json
import time
from collections.abc import Callable
from dataclasses import fields
from typing import Any

from tests.faults.forks import Fork
from tests.faults.table import Kind, Tally, Wrong

SEED = 2026
KINDS: dict[str, Kind] = {
    "corrupt": "corrupt",
    "lost": "lost",
    "losses": "lost",
    "diverged": "other",
    "crashes": "other",
}
"""Which column a count of that name goes into; other names tell of nothing wrong."""


def others(short: bool, workers: int) -> list[Tally]:
    """Return a line for each run that there is."""
    runs: tuple[tuple[str, str, str, int, int], ...] = (
        ("two sides merged", "merging", "merge_cases", 20_000, 200),
        ("runs of three machines, merged in random order", "merging", "replica_runs", 5_000, 50),
        ("mutated files loaded", "loading", "mutated_files", 500_000, 1_000),
        ("a file cut at every byte, loaded", "loading", "cuts", 0, 0),
    )
    lines = []
    for what, module, name, count, count_in_short in runs:
        run = _named(module, name)
        if run is not None:
            lines.append(_run(what, run, count_in_short if short else count, workers))
    return lines


def _named(module: str, name: str) -> Callable[..., Any] | None:
    try:
        run: Callable[..., Any] | None = getattr(
            importlib.import_module(f"tests.faults.{module}"), name, None
        )
    except ModuleNotFoundError:
        return None
    return run


def _run(what: str, run: Callable[..., Any], count: int, workers: int) -> Tally:
    """Share `count` runs among processes; 0 means that the run knows itself how many."""
    start = time.perf_counter()

    def work(part: int) -> Callable[[Fork], str]:
        arguments = (count // workers + (part < count % workers), SEED + part) if count else ()
        return lambda _: json.dumps(_counts(run(*arguments)))

    tally = Tally(what)
    forks = [Fork(work(part)) for part in range(workers if count else 1)]
    for fork in forks:
        output = fork.end(seconds=900)
        if fork.status != 0:
            raise AssertionError(f"{what}:\n{output}")
        count_of_part, wrong = json.loads(output)
        tally.add([Wrong(kind, text) for kind, text in wrong], count_of_part)
    tally.seconds = time.perf_counter() - start
    return tally


def _counts(result: Any) -> tuple[int, list[tuple[Kind, str]]]:
    """Return how many there were, which comes first, and what went wrong: by numbers, or lists."""
    if hasattr(result, "_asdict"):
        found = result._asdict()
    else:
        found = {field.name: getattr(result, field.name) for field in fields(result)}
    (_, count), *rest = found.items()
    wrong: list[tuple[Kind, str]] = []
    for name, value in rest:
        texts = [name] * value if isinstance(value, int) else value
        wrong += [(KINDS[name], text) for text in texts if name in KINDS]
    return count, wrong
