"""The tests are tested: what makes a save safe is taken out, one thing at a time, and a check must fail.

Everything happens in a process of its own: nothing has to be put back.
"""

import inspect
import os
import stat
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

from followup_tui.storage import atomic, lock
from followup_tui.storage.toml import verify
from tests.faults import encoding, points, powercut, processes
from tests.faults.forks import Fork, Item
from tests.faults.table import Tally, Wrong

CHECKED = ("save over", "save through a link")
"""The scenarios that are tried."""


class _Instead:
    """A module with some functions replaced; all others are looked up at each call."""

    def __init__(self, module: Any, **instead: Any) -> None:
        self._module = module
        self.__dict__.update(instead)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._module, name)


def _modules() -> Iterator[ModuleType]:
    for name, module in list(sys.modules.items()):
        if name in ("followup_tui.session.document", "followup_tui.session.session") or name.startswith(
            "followup_tui.storage"
        ):
            yield module


def _with_os(**instead: Any) -> None:
    """Give what stores files another `os`."""
    for module in _modules():
        if vars(module).get("os") is os:
            vars(module)["os"] = _Instead(os, **instead)


def _no_fsync(of_folders: bool) -> None:
    def fsync(handle: int) -> None:
        if stat.S_ISDIR(os.fstat(handle).st_mode) is not of_folders:
            os.fsync(handle)

    _with_os(fsync=fsync, fdatasync=fsync)


def _no_second_write() -> None:
    def write(handle: int, data: Any) -> int:
        os.write(handle, data)
        return len(data)

    _with_os(write=write)


def _in_place() -> None:
    def replace(source: Any, target: Any) -> None:
        data = Path(source).read_bytes()
        handle = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
        os.write(handle, data)
        os.fsync(handle)
        os.close(handle)
        os.unlink(source)

    _with_os(replace=replace, rename=replace)


def _no_lock() -> None:
    nothing: Any = lambda *_: None  # noqa: E731
    lock.FileLock.acquire = nothing  # type: ignore[method-assign]


def _no_comparison() -> None:
    real = atomic.replace_if_unchanged
    signature = inspect.signature(real)

    def replace(*arguments: Any, **named: Any) -> Any:
        bound = signature.bind(*arguments, **named)
        while True:
            bound.arguments["expected"] = atomic.read(bound.arguments["path"])
            try:
                return real(*bound.args, **bound.kwargs)
            except atomic.ChangedOnDisk:
                continue

    atomic.replace_if_unchanged = replace


def _no_resolving() -> None:
    def absolute(path: Any, **_: Any) -> str:
        return os.path.abspath(os.fsdecode(path))

    _with_os(path=_Instead(os.path, realpath=absolute))
    Path.resolve = lambda self, strict=False: self.absolute()  # type: ignore[method-assign] # noqa: ARG005


def _no_clean_up() -> None:
    def nothing(*_: Any, **__: Any) -> None:
        pass

    _with_os(unlink=nothing, remove=nothing)
    Path.unlink = nothing  # type: ignore[method-assign]


def parse_back() -> list[str]:
    """Return the names of the functions that parse back what is about to be written."""
    names = [name for name in vars(verify) if name.startswith("_verify_")]
    assert names
    return names


def _no_parse_back() -> None:
    for name in parse_back():
        setattr(verify, name, lambda *_, **__: None)


SABOTAGES: dict[str, Callable[[], None]] = {
    "no fsync of the file": lambda: _no_fsync(of_folders=False),
    "no fsync of the folder": lambda: _no_fsync(of_folders=True),
    "no lock": _no_lock,
    "no comparison": _no_comparison,
    "no resolving of links": _no_resolving,
    "no parse-back": _no_parse_back,
    "no clean-up": _no_clean_up,
    "no second write after a short one": _no_second_write,
    "written in place": _in_place,
}


def possible() -> list[str]:
    """Return the names of the sabotages."""
    return list(SABOTAGES)


def _until_wrong(
    what: str,
    items: Sequence[Item],
    each: Callable[[Item, Tally], None],
    workers: int,  # noqa: ARG001
) -> Tally:
    """Do `each` of the items up to the first that finds something wrong: a sabotage is caught by then."""
    tally = Tally(what)
    for item in items:
        each(item, tally)
        if tally.wrong:
            break
    return tally


def checks() -> Iterator[Tally]:
    """Yield the short form of the checks that a sabotage can fail, quick ones first."""
    vars(points)["spread"] = _until_wrong
    runs = points.recorded(*CHECKED)
    yield points.unfaulted(runs)
    yield powercut.power_cuts(runs)
    yield encoding.wrong_encoders()
    yield points.meetings(runs[:1], short=True, workers=1)
    yield points.errors(runs[:1], short=True, workers=1)
    yield points.kill_points(runs[:1], short=True, workers=1)
    yield processes.many_writers(4, 10)


def caught(name: str | None) -> tuple[str, str]:
    """Return the check that fails under that sabotage, and its message; both empty where none does."""

    def work(_: Fork) -> str:
        if name is not None:
            SABOTAGES[name]()
        for tally in checks():
            if tally.wrong:
                return f"{tally.what}\n{tally.wrong[0].text}"
        return "\n"

    fork = Fork(work)
    output = fork.end()
    if fork.status != 0:
        raise AssertionError(output)
    what, _, text = output.partition("\n")
    return what, text


def sabotages() -> Tally:
    """Try each sabotage: one that no check catches is wrong; so does a check that fails without one."""
    start = time.perf_counter()
    tally = Tally("sabotages of the saving, each caught")
    what, text = caught(None)
    if what:
        tally.add([Wrong("other", f"without sabotage: {what}: {text}")], 0)
    for name in possible():
        what, _ = caught(name)
        tally.add([] if what else [Wrong("other", f"{name}: not caught")])
    tally.seconds = time.perf_counter() - start
    return tally


def shown() -> str:
    """Return each sabotage, and which check caught it."""
    rows = [(name, *caught(name)) if name in possible() else (name, "", "") for name in SABOTAGES]
    width = max(map(len, SABOTAGES))
    return "\n".join(
        f"{name.ljust(width)}  {what + ': ' + text if what else 'NOT CAUGHT' if name in possible() else '—'}"
        for name, what, text in rows
    )
