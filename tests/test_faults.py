"""The short form of `python -m tests.faults`, and what it is made of; each check is seen to fail, too."""

import contextlib
import errno
import os
import signal
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.faults import encoding, file_systems, others, points, powercut, processes, sabotage, whole_app
from tests.faults.__main__ import BEGIN, END, into_readme
from tests.faults.disk import Disk, Fault, How, Step
from tests.faults.forks import forked
from tests.faults.slim import SlimProcess
from tests.faults.table import Tally, Wrong, details, markdown, plain
from tests.faults.trees import judge
from tests.long_runs import in_long_runs


@pytest.fixture(scope="module")
def slim() -> Iterator[SlimProcess]:
    with contextlib.closing(SlimProcess()) as process:
        yield process


def fine(tally: Tally, at_least: int) -> None:
    assert details([tally]) == []
    assert tally.count >= at_least


def test_without_faults_everything_is_sound() -> None:
    fine(points.unfaulted(points.recorded()), 6)


def test_a_kill_at_any_operation_leaves_the_old_or_the_new(slim: SlimProcess) -> None:
    fine(slim.check("kills"), 100)


def test_an_error_at_any_operation_is_reported_and_the_next_try_works(slim: SlimProcess) -> None:
    fine(slim.check("errors"), 100)


def test_another_process_that_saves_at_any_operation_loses_nothing(slim: SlimProcess) -> None:
    fine(slim.check("meetings"), 15)


def test_a_power_cut_leaves_the_old_or_the_new() -> None:
    fine(powercut.power_cuts(points.recorded()), 300)


def test_kills_at_random_lose_nothing() -> None:
    fine(processes.random_kills(25, 1), 25)


def test_many_writers_lose_nothing() -> None:
    fine(processes.many_writers(4, 6), 24)


@pytest.mark.parametrize(
    "number", [signal.SIGKILL, signal.SIGTERM, signal.SIGHUP], ids=lambda number: number.name
)
def test_the_app_ended_amid_typing_keeps_it(number: signal.Signals) -> None:
    # Three seconds, not one: other tests may keep the machine busy.
    assert whole_app.ended_amid_typing(1, number, allowed=3.0) == []


@pytest.mark.parametrize("what", file_systems.KINDS)
def test_a_file_system_that_lacks_something_loses_nothing(what: str) -> None:
    tallies = {tally.what: tally for tally in file_systems.lacking(3, 1)}
    fine(tallies[f"saves and notes on {what}"], 3)


@pytest.mark.skipif(not file_systems.can_mount(), reason="no small file system can be made here")
@pytest.mark.parametrize(
    "number",
    [None, signal.SIGTERM, *in_long_runs(signal.SIGHUP, signal.SIGINT)],
    ids=lambda number: number.name if number else "quit",
)
def test_what_was_typed_on_a_full_disk_is_found_by_the_next_start(number: signal.Signals | None) -> None:
    assert file_systems.ended_on_full_disk(1, number) == []


def test_an_encoder_gone_wrong_writes_nothing() -> None:
    fine(encoding.wrong_encoders(), 4)


# Each of its checks is an everyday test above.
@pytest.mark.slow
def test_no_check_fails_without_a_sabotage(slim: SlimProcess) -> None:
    assert slim.caught(None) == ("", "")


@pytest.mark.parametrize("name", sabotage.possible())
def test_a_check_fails_under_each_sabotage(slim: SlimProcess, name: str) -> None:
    what, message = slim.caught(name)
    assert what
    assert message


def test_every_operation_is_seen_and_can_be_the_last(tmp_path: Path) -> None:
    def work() -> list[str]:
        disk = Disk(tmp_path)
        disk.watch()
        write_twice(tmp_path)
        disk.rest()
        return [f"{step.name} {step.path.removeprefix(str(tmp_path))}" for step in disk.steps] + disk.missed

    seen = forked(work).result
    assert seen == [
        "mkdir /a",
        "open /a/b",
        "write /a/b",
        "close /a/b",
        "open /a/b",
        "write /a/b",
        "close /a/b",
    ]
    for turn, how, left in (
        (0, How.KILL_BEFORE, None),
        (1, How.KILL_AFTER, b""),
        (2, How.KILL_WITHIN, b"on"),
        (5, How.KILL_BEFORE, b"one "),
        (5, How.KILL_AFTER, b"one two "),
    ):
        root = tmp_path / f"{turn} {how.name}"
        root.mkdir()

        def killed(root: Path = root, fault: Fault = Fault(turn, how)) -> None:  # noqa: B008
            Disk(root, fault).watch()
            write_twice(root)

        assert forked(killed).was_killed
        assert ((root / "a" / "b").read_bytes() if (root / "a").exists() else None) == left


def write_twice(root: Path) -> None:
    Path(root, "a").mkdir()
    with Path(root, "a", "b").open("wb") as file:
        file.write(b"one ")
    handle = os.open(root / "a" / "b", os.O_WRONLY | os.O_APPEND)
    os.write(handle, b"two ")
    os.close(handle)


@pytest.mark.parametrize(
    ("fault", "expected"),
    [
        (Fault(1, How.FAIL, errno.EACCES), [errno.EACCES, 0]),
        (Fault(2, How.FAIL, errno.ENOSPC), [errno.ENOSPC, 2]),
        (Fault(5, How.FAIL_ON, errno.EIO), [errno.EIO, 6]),
        (Fault(0, How.SHORT), [0, 5]),
    ],
    ids=lambda value: value.how.name if isinstance(value, Fault) else "",
)
def test_operations_fail_as_they_should(tmp_path: Path, fault: Fault, expected: list[int]) -> None:
    """By the errno, and by how many bytes are there then: half of a write that fails, a third of a short one.

    Python's own files write on after a short write.
    """

    def work() -> list[int]:
        disk = Disk(tmp_path, fault)
        disk.watch()
        error = 0
        try:
            write_twice(tmp_path)
        except OSError as failed:
            error = failed.errno or -1
        disk.rest()
        file = tmp_path / "a" / "b"
        return [error, file.stat().st_size if file.exists() else 0]

    assert forked(work).result == expected


def states(*steps: Step) -> set[bytes | str | None]:
    """Return what may be in the file `x` after a cut at the end of those steps; it was old before."""
    model = powercut.Model({"x": b"old"}, [""])
    for step in steps:
        model.do(step)
    return {state.get("x") for state in model.states()}


def test_the_model_of_a_power_cut_keeps_only_what_was_synced() -> None:
    creation = Step("open", "t", file=1, content=b"", is_new=True)
    written = Step("write", "t", file=1, content=b"new!")
    synced = Step("fsync", "t", file=1)
    put = Step("replace", "t", "x")
    folder = Step("fsync", "")
    assert states(creation, written) == {b"old"}
    assert states(creation, written, put) == {b"old", b"", b"ne", b"new!", bytes(4)}
    assert states(creation, written, synced, put) == {b"old", b"new!"}
    assert states(creation, written, synced, put, folder) == {b"new!"}
    assert states(creation, written, put, folder) == {b"", b"ne", b"new!", bytes(4)}
    assert states(Step("unlink", "x")) == {b"old", None}
    assert states(Step("unlink", "x"), folder) == {None}
    in_place = Step("open", "x", file=2, content=b"")
    assert states(in_place, Step("write", "x", file=2, content=b"new!")) == {
        b"old",
        b"",
        b"ne",
        b"new!",
        bytes(4),
    }
    model = powercut.Model({}, [""])
    for step in (
        Step("mkdir", "d"),
        Step("open", "d/x", file=3, content=b"", is_new=True),
        Step("fsync", "d"),
    ):
        model.do(step)
    assert {tuple(state) for state in model.states()} == {(), ("d/x",)}


def test_a_state_is_judged_by_what_was_there_and_what_was_reported() -> None:
    before, after = {"x": b"old"}, {"x": b"new", "y": b"copy"}
    kinds: Callable[[dict[str, bytes | str], bool], list[str]] = lambda now, reported: [  # noqa: E731
        wrong.kind for wrong in judge(now, before, after, reported)
    ]
    assert kinds({"x": b"old"}, False) == kinds({"x": b"new", "y": b"copy", ".x.tmp": b"n"}, True) == []
    assert kinds({"x": b"ne", "y": b"copy"}, False) == ["corrupt"]
    assert kinds({"y": b"copy"}, False) == ["corrupt"]
    assert kinds({"x": b"old", "y": b"copy"}, True) == kinds({"x": b"new"}, True) == ["lost"]
    assert kinds({"x": b"new", "y": b"copy", "z": b"what"}, True) == ["corrupt"]


def test_the_table_is_put_in_its_place_in_the_readme() -> None:
    tally = Tally("saves", 1200, [Wrong("lost", "one"), Wrong("lost", "one"), Wrong("other", "two")], 1.25)
    assert plain([tally]).split("\n") == [
        "what   how many  corrupt  lost  other  seconds",
        "saves     1,200        0     2      1      1.2",
        "saves: lost: one (2 ×)",
        "saves: other: two (1 ×)",
    ]
    assert markdown([tally]).split("\n")[1:] == [
        "|---|---:|---:|---:|---:|---:|",
        "| saves | 1,200 | 0 | 2 | 1 | 1.2 |",
    ]
    text = f"before\n{BEGIN}\nold\n{END}\nafter\n"
    assert into_readme(text, "new") == f"before\n{BEGIN}\nnew\n{END}\nafter\n"
    with pytest.raises(SystemExit, match="no place"):
        into_readme("nothing", "new")


def test_counts_of_others_are_taken_over(monkeypatch: pytest.MonkeyPatch) -> None:
    class Merged(NamedTuple):
        runs: int
        diverged: int
        lost: int

    @dataclass
    class Loaded:
        files: int
        read: int
        losses: list[str]

    shares: dict[str, Callable[..., object]] = {
        "merge_cases": lambda count, _: Merged(count, 1, 2),
        "cuts": lambda: Loaded(7, 6, ["at byte 3"]),
    }
    monkeypatch.setattr(others, "_named", lambda _, name: shares.get(name))
    merged, cut = others.others(short=True, workers=2)
    assert (merged.count, merged.of("lost"), merged.of("other")) == (200, 4, 2)
    assert (cut.count, cut.wrong) == (7, [Wrong("lost", "at byte 3")])
