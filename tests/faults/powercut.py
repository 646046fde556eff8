"""A power cut, modelled: what may be on the disk when only what was synced is sure to be there.

The operations of a save are recorded. At every moment of them the disk may hold: of each file the content
that was synced last, or any later one, half of it, or zeros in its stead; of each folder the names that were
synced, and any subset of what happened to them since. A renaming may so reach the disk before the content of
the file does, as on file systems that journal names alone. It is one step: the old name, or the new.
"""

import itertools
import posixpath
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from tests.faults.disk import Step
from tests.faults.points import Recorded
from tests.faults.table import Tally, Wrong
from tests.faults.trees import Tree, is_lock, judge, normalized

MOST_PENDING = 10
"""Of how many unsynced changes of names all subsets are tried; of more, each prefix and each one left out."""


@dataclass(slots=True)
class _File:
    """Content of a file: what is sure to be there, and what came after."""

    synced: bytes = b""
    later: list[bytes] = field(default_factory=list)

    def possible(self) -> set[bytes]:
        """Return what may be in it after a cut."""
        found = {self.synced, *self.later}
        for content in self.later:
            found |= {content[: len(content) // 2], bytes(len(content))}
        return found


@dataclass(frozen=True, slots=True)
class _Renaming:
    """A change of names: `gone` is no more, `there` is the file."""

    folders: frozenset[str]
    """Syncing one of these makes it sure."""
    gone: str = ""
    there: str = ""
    file: int = 0
    folder: str = ""
    """A folder that was made."""


class Model:
    """The disk while operations are done to it."""

    def __init__(self, before: Tree, folders: Iterable[str]) -> None:
        self._files: dict[int, _File] = {}
        self._links = {path: content for path, content in before.items() if isinstance(content, str)}
        self._sure: dict[str, int] = {}
        self._sure_folders = set(folders)
        self._pending: list[_Renaming] = []
        for number, (path, content) in enumerate(sorted(before.items())):
            if isinstance(content, bytes):
                self._files[-1 - number] = _File(content)
                self._sure[path] = -1 - number
        self._now = dict(self._sure)

    def do(self, step: Step) -> None:
        """Do one operation."""
        parent = posixpath.dirname(step.path)
        match step.name:
            case "open" if step.is_new:
                self._files[step.file] = _File()
                self._rename(_Renaming(frozenset({parent}), there=step.path, file=step.file))
            case "open" | "write" | "truncate" | "ftruncate" if step.content is not None:
                self._files[self._now.get(step.path, step.file)].later.append(step.content)
            case "fsync" | "fdatasync" if step.file:
                file = self._files[self._now.get(step.path, step.file)]
                file.synced, file.later = (file.later or [file.synced])[-1], []
            case "fsync":
                self._sync(step.path)
            case "replace" | "rename":
                folders = frozenset({parent, posixpath.dirname(step.to)})
                file_number = self._now[step.path]
                self._rename(_Renaming(folders, step.path, step.to, file_number))
            case "link":
                folder = frozenset({posixpath.dirname(step.to)})
                self._rename(_Renaming(folder, there=step.to, file=self._now[step.path]))
            case "unlink" | "remove":
                self._rename(_Renaming(frozenset({parent}), gone=step.path))
            case "mkdir":
                self._pending.append(_Renaming(frozenset({parent}), folder=step.path))

    def states(self) -> Iterator[Tree]:
        """Yield every tree that may be found after a cut now."""
        for done in _subsets(self._pending):
            names, folders = dict(self._sure), set(self._sure_folders)
            for renaming in done:
                _apply(renaming, names, folders)
            names = {path: file for path, file in names.items() if _is_reached(path, folders)}
            contents = [sorted(self._files[file].possible()) for file in names.values()]
            for chosen in itertools.product(*contents):
                yield {**self._links, **dict(zip(names, chosen, strict=True))}

    def _rename(self, renaming: _Renaming) -> None:
        self._pending.append(renaming)
        _apply(renaming, self._now, set())

    def _sync(self, folder: str) -> None:
        for renaming in self._pending:
            if folder in renaming.folders:
                _apply(renaming, self._sure, self._sure_folders)
        self._pending = [renaming for renaming in self._pending if folder not in renaming.folders]


def _apply(renaming: _Renaming, names: dict[str, int], folders: set[str]) -> None:
    if renaming.folder:
        folders.add(renaming.folder)
    if renaming.gone:
        names.pop(renaming.gone, None)
    if renaming.there:
        names[renaming.there] = renaming.file


def _is_reached(path: str, folders: set[str]) -> bool:
    parent = posixpath.dirname(path)
    return not parent or (parent in folders and _is_reached(parent, folders))


def _subsets(all: Sequence[_Renaming]) -> Iterator[Sequence[_Renaming]]:
    """Yield what may have reached the disk, in order."""
    if len(all) <= MOST_PENDING:
        for size in range(len(all) + 1):
            yield from itertools.combinations(all, size)
        return
    for n in range(len(all) + 1):
        yield all[:n]
        yield [*all[:n], *all[n + 1 :]]


def relative(run: Recorded) -> Iterator[Step]:
    """Yield the operations that matter, with paths as in a tree."""
    prefix = run.root + "/"
    for step in run.steps:
        if not is_lock(step.path) and step.is_change:
            path = step.path.removeprefix(prefix) if step.path != run.root else ""
            yield step._replace(path=normalized(path), to=normalized(step.to.removeprefix(prefix)))


def cut(run: Recorded, tally: Tally) -> None:
    """Cut the power after each operation; judge every tree that may be found."""
    folders = {""}
    for path in run.before:
        while path := posixpath.dirname(path):
            folders.add(path)
    model = Model(run.before, folders)
    steps = list(relative(run))
    for number in range(len(steps) + 1):
        done = number == len(steps)
        last = steps[number - 1] if number else None
        when = "once acknowledged" if done else f"after {last.name} {last.path}" if last else "before all"
        for state in model.states():
            wrong = judge(state, run.before, run.after, done)
            tally.add(Wrong(fault.kind, f"{run.scenario.name}, {when}: {fault.text}") for fault in wrong)
        if not done:
            model.do(steps[number])


def power_cuts(runs: Sequence[Recorded]) -> Tally:
    """Cut the power after each operation, in every state that this may leave."""
    start = time.perf_counter()
    tally = Tally("states of the disk after a power cut, modelled")
    for run in runs:
        cut(run, tally)
    tally.seconds = time.perf_counter() - start
    return tally
