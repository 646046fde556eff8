"""Each file operation of each scenario: killed there, failing there, or met there by another process."""

import errno
import itertools
import os
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from followup_tui.core.changes.interviews import AddInterview
from followup_tui.storage import lock
from tests.faults.disk import Disk, Fault, How, Step
from tests.faults.forks import Fork, forked, spread
from tests.faults.scenarios import ESCAPED, NOW, SCENARIOS, Place, Scenario, logbook, save_once_more, saved
from tests.faults.table import Tally, Wrong
from tests.faults.trees import Tree, as_if_days_later, judge, sound, strays, tree

ERRORS = (errno.ENOSPC, errno.EIO, errno.EACCES, errno.EROFS, errno.EMFILE)
IN_SHORT = ((errno.ENOSPC, How.FAIL), (errno.EIO, How.FAIL_ON))
MEMORY = "/dev/shm"
"""Where a thousand files are synced in no time."""
KILLS = (How.KILL_BEFORE, How.KILL_WITHIN, How.KILL_AFTER)


@contextmanager
def place(on_disk: bool = False) -> Iterator[Place]:
    """Yield an empty folder, removed in the end; in memory where possible, unless it should be on a disk."""
    memory = None if on_disk or not os.access(MEMORY, os.W_OK) else MEMORY
    root = Path(tempfile.mkdtemp(prefix="followup-faults-", dir=memory)).resolve()
    try:
        yield Place(root)
    finally:
        shutil.rmtree(root, ignore_errors=True)


@dataclass(frozen=True, slots=True)
class Recorded:
    """A scenario done without faults: its operations, and the files before and after."""

    scenario: Scenario
    steps: tuple[Step, ...]
    before: Tree
    after: Tree
    wrong: tuple[Wrong, ...]
    root: str

    def numbers(self, short: bool) -> list[int]:
        """Return the operations to try: all, or in short those that change something."""
        return [n for n, step in enumerate(self.steps) if step.is_change or not short]


def record(scenario: Scenario) -> Recorded:
    """Do it once without faults."""
    with place() as here:
        scenario.lay_out(here)
        before = tree(here.root)

        def work() -> Any:
            attempt = scenario.act(here)
            disk = Disk(here.root)
            disk.watch()
            failure = attempt.failure()
            disk.rest()
            return (
                failure,
                disk.missed,
                [
                    {
                        **step._asdict(),
                        "content": None if step.content is None else step.content.decode("latin-1"),
                    }
                    for step in disk.steps
                ],
            )

        failure, missed, raw = forked(work).result
        after = tree(here.root)
        wrong = list(sound(here.root, before, after))
        if failure:
            wrong.append(Wrong("other", f"refused without a fault: {failure}"))
        wrong += [Wrong("other", f"done by a way that is not watched: {event}") for event in missed]
        steps = (
            Step(
                **{**step, "content": None if step["content"] is None else step["content"].encode("latin-1")}
            )
            for step in raw
        )
        return Recorded(scenario, tuple(steps), before, after, tuple(wrong), str(here.root))


def recorded(*names: str) -> list[Recorded]:
    """Return all scenarios, or those of these names, each done once without faults."""
    return [record(scenario) for scenario in SCENARIOS if not names or scenario.name in names]


def killed(run: Recorded, number: int, how: How) -> Iterator[Wrong]:
    """End the process at that operation; return what is wrong with the files then and with the next save."""
    with place() as here:
        run.scenario.lay_out(here)

        def work() -> str:
            attempt = run.scenario.act(here)
            Disk(here.root, Fault(number, how)).watch()
            return attempt.failure()

        ended = forked(work)
        where = f"{run.scenario.name}, {how.name.lower().replace('_', ' ')} {_spoken(run, number)}: "
        if not ended.was_killed:
            yield Wrong("other", f"{where}it was not reached")
        acknowledged = not ended.was_killed and ended.result == ""
        yield from _at(where, judge(tree(here.root), run.before, run.after, acknowledged))
        as_if_days_later(here.root)
        problem = save_once_more(here)
        if problem:
            yield Wrong("other", f"{where}the next save does not work: {problem}")
        if strays(tree(here.root)):
            yield Wrong("other", f"{where}a temporary file is still there after the next save")


def failed(run: Recorded, fault: Fault) -> Iterator[Wrong]:
    """Let that operation fail; return what is wrong with the answer, the files and the next try."""
    with place() as here:
        run.scenario.lay_out(here)

        def work() -> list[tuple[str, str]]:
            attempt = run.scenario.act(here)
            disk = Disk(here.root, fault)
            disk.watch()
            failure = attempt.failure()
            disk.rest()
            now = tree(here.root)
            wrong = list(judge(now, run.before, run.after, acknowledged=not failure, may_lack_backups=True))
            touched_unlink = any(step.name in ("unlink", "remove") for step in disk.steps[fault.at :][:1])
            if fault.how is How.FAIL and not touched_unlink and strays(now):
                wrong.append(Wrong("other", "a temporary file was left behind"))
            if fault.how is How.SHORT and failure:
                wrong.append(Wrong("other", f"refused for a short write: {failure}"))
            as_if_days_later(here.root)
            if failure.startswith((ESCAPED, "refused without")):
                wrong.append(Wrong("other", failure.replace(str(here.root), "")))
            if failure:
                failure = attempt.failure(again=True)
                if failure:
                    wrong.append(Wrong("other", f"the next try does not work: {failure}"))
                now = tree(here.root)
                wrong += judge(now, run.before, run.after, acknowledged=not failure, may_lack_backups=True)
                if not failure and strays(now):
                    wrong.append(Wrong("other", "a temporary file is still there after the next save"))
            return [(fault.kind, fault.text) for fault in wrong]

        name = errno.errorcode.get(fault.error, "short writes")
        lasting = " and on" if fault.how is How.FAIL_ON else ""
        where = f"{run.scenario.name}, {name} at {_spoken(run, fault.at)}{lasting}: "
        yield from _at(where, [Wrong(kind, text) for kind, text in forked(work).result])


def met(run: Recorded, number: int) -> Iterator[Wrong]:
    """Let another process save before that operation; each change that was acknowledged must be there."""
    with place() as here:
        run.scenario.lay_out(here)

        def first(to_parent: Fork) -> str:
            attempt = run.scenario.act(here)

            def meet() -> None:
                to_parent.say("your turn\n")
                to_parent.hear()

            Disk(here.root, Fault(number, How.MEET), meet).watch()
            return "refused" if attempt.failure() else "acknowledged"

        def other() -> str:
            lock.LOCK_SECONDS = 0.02
            session = here.session()
            other_interview = logbook("").interviews[0].but(id="other", company="Other", held_at=NOW)
            session.do(AddInterview(other_interview))
            return saved(session)

        fork = Fork(first)
        output = fork.hear()
        answer = "not reached"
        if "your turn" in output:
            answer = forked(other).result
            fork.say("go on")
        output += fork.end()
        if fork.status != 0:
            raise AssertionError(output)
        where = f"{run.scenario.name}, another process before {_spoken(run, number)}: "
        found = here.session().logbook
        if not answer and found.interview("other") is None:
            yield Wrong("lost", f"{where}the other's change was acknowledged and is gone")
        mine = here.session().logbook.interview("acme")
        if "acknowledged" in output and (mine is None or "new line 59" not in mine.notes):
            yield Wrong("lost", f"{where}the change was acknowledged and is gone")


def saves(runs: Sequence[Recorded]) -> list[Recorded]:
    """Return those that save by the name of the file itself, after opening it: another process can, too."""
    return [run for run in runs if run.scenario.name in ("save first", "save over", "save over comments")]


def kill_points(runs: Sequence[Recorded], short: bool, workers: int) -> Tally:
    """Kill before, within and after every operation."""
    points = [
        (run, n, how)
        for run in runs
        for n in run.numbers(short)
        for how in KILLS
        if how is not How.KILL_WITHIN or run.steps[n].name == "write"
    ]
    return spread(
        "kills before, within and after each operation",
        points,
        lambda point, tally: tally.add(killed(*point)),
        workers,
    )


def errors(runs: Sequence[Recorded], short: bool, workers: int) -> Tally:
    """Raise every error at every operation, once and from there on."""
    faults = [(run, Fault(0, How.SHORT)) for run in runs]
    faults += [
        (run, Fault(n, how, error))
        for run in runs
        for n in run.numbers(short)
        for error, how in itertools.product(ERRORS, (How.FAIL, How.FAIL_ON))
        if not short or (error, how) in IN_SHORT
    ]
    return spread(
        "errors at each operation, short writes",
        faults,
        lambda fault, tally: tally.add(failed(*fault)),
        workers,
    )


def meetings(runs: Sequence[Recorded], short: bool, workers: int) -> Tally:
    """Another process that saves before every operation of a save."""
    points = [(run, n) for run in runs for n in run.numbers(short)]
    return spread(
        "another process saves amid a save",
        points,
        lambda point, tally: tally.add(met(*point)),
        workers,
    )


def unfaulted(runs: Sequence[Recorded]) -> Tally:
    """Run the scenarios without faults: what they leave must be sound."""
    tally = Tally("without faults: links kept, files private, nothing left")
    for run in runs:
        tally.add(_at(f"{run.scenario.name}: ", run.wrong))
    return tally


def _at(where: str, wrong: Any) -> list[Wrong]:
    return [Wrong(fault.kind, where + fault.text) for fault in wrong]


def _spoken(run: Recorded, number: int) -> str:
    step = run.steps[number]
    return f"operation {number} ({step.name} {step.path.removeprefix(run.root + '/')})"
