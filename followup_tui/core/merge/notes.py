"""Three-way merging of notes, line by line in the manner of diff3.

What one side changed is taken, and lines that both inserted at the same position are all in the result.
Where both changed the same lines, both versions are in it as a marked block (see `merge.marked_blocks`), for
the user to delete what is wrong. The next merge takes such a block as one chunk: it is never marked again,
and a third version joins it.
"""

from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from functools import reduce
from itertools import islice, product
from typing import NamedTuple

from followup_tui.core.merge.marked_blocks import (
    MARKS,
    Chunk,
    Version,
    split_blocks,
    to_lines,
    versions_in,
)
from followup_tui.core.merge.spellings import spelled_alike

SIMILARITY = 0.6
"""From this ratio of `difflib` on (0 to 1), two lines without a base are versions of one line (ours)."""
MAX_COMPARED = 400
"""How many pairs of lines are compared for that (ours): a bound on the time it takes."""


class _Hunk(NamedTuple):
    """A change of one side: the lines of the base from `start` up to `end`, and what replaces them."""

    start: int
    end: int
    new: tuple[Chunk, ...]


class _Group(NamedTuple):
    """Overlapping hunks of both sides, and the lines of the base that they change."""

    start: int
    end: int
    ours: tuple[_Hunk, ...]
    theirs: tuple[_Hunk, ...]

    def joined(self, following: "_Group") -> "_Group":
        """Return this group and the one that follows as one."""
        end = max(self.end, following.end)
        return _Group(self.start, end, self.ours + following.ours, self.theirs + following.theirs)

    def apply(self, base: Sequence[Chunk], hunks: Sequence[_Hunk]) -> list[Chunk]:
        """Return this group's lines as one side has them: the base with that side's hunks applied."""
        lines: list[Chunk] = []
        done = self.start
        for hunk in hunks:
            lines += [*base[done : hunk.start], *hunk.new]
            done = hunk.end
        return [*lines, *base[done : self.end]]


def merge_notes(base: str | None, ours: str, theirs: str) -> tuple[str, bool]:
    """Return one text of both, and whether it has a newly marked block.

    The result is the same whichever side is called ours. Without a base no line is dropped: a text whose
    lines are all in the other one is taken for a part of it; similar lines at the same position are marked as
    versions, others follow one another.
    """
    if ours == theirs or theirs == base:
        return ours, False
    if ours == base:
        return theirs, False
    texts = sorted((ours, theirs))
    base_lines = None if base is None else split_blocks(base)
    first, second = spelled_alike(base_lines, *map(split_blocks, texts))
    newlines = [_trailing_newlines(text) for text in texts]
    if base is None or base_lines is None:
        merged, trailing = _merge_two(first, second), max(newlines)
    else:
        merged = _merge_three(base_lines, first, second)
        before = _trailing_newlines(base)
        trailing = max((number for number in newlines if number != before), default=before)
    known = {*first, *second}
    has_new_block = any(not isinstance(chunk, str) and chunk not in known for chunk in merged)
    return "\n".join(to_lines(merged)) + "\n" * trailing, has_new_block


def _trailing_newlines(text: str) -> int:
    return len(text) - len(text.rstrip("\n"))


def _opcodes(first: Sequence[Chunk], second: Sequence[Chunk]) -> Sequence[tuple[str, int, int, int, int]]:
    return SequenceMatcher(None, first, second, autojunk=False).get_opcodes()


def _merge_three(base: Sequence[Chunk], ours: Sequence[Chunk], theirs: Sequence[Chunk]) -> list[Chunk]:
    """Return the base with the hunks of both sides; those that overlap are resolved together."""
    changes = [_Group(hunk.start, hunk.end, (hunk,), ()) for hunk in _hunks(base, ours)]
    changes += [_Group(hunk.start, hunk.end, (), (hunk,)) for hunk in _hunks(base, theirs)]
    groups: list[_Group] = []
    for group in sorted(changes, key=lambda group: (group.start, group.end, not group.ours)):
        last = groups[-1] if groups else None
        if last and (group.start < last.end or (group.start, group.end) == (last.start, last.end)):
            groups[-1] = last.joined(group)
        else:
            groups.append(group)
    result: list[Chunk] = []
    done = 0
    for run in _adjoining(groups):
        result += base[done : run[0].start]
        result += _resolve(base, run)
        done = run[-1].end
    return [*result, *base[done:]]


def _adjoining(groups: Iterable[_Group]) -> list[list[_Group]]:
    """Return the groups in runs that have no line of the base between them."""
    runs: list[list[_Group]] = []
    for group in groups:
        if runs and runs[-1][-1].end == group.start:
            runs[-1].append(group)
        else:
            runs.append([group])
    return runs


def _hunks(base: Sequence[Chunk], side: Sequence[Chunk]) -> list[_Hunk]:
    """Return what a side changed, as hunks that are as small as they can be."""
    hunks: list[_Hunk] = []
    for kind, start, end, from_, to in _opcodes(base, side):
        new = tuple(side[from_:to])
        if kind == "equal":
            continue
        if kind == "delete":
            hunks += [_Hunk(line, line + 1, ()) for line in range(start, end)]
        elif kind == "replace" and end - start == len(new):
            # Line by line: the other side may have changed only one of them.
            hunks += [_Hunk(start + n, start + n + 1, (line,)) for n, line in enumerate(new)]
        else:
            hunks.append(_Hunk(start, end, new))
    return hunks


def _resolve(base: Sequence[Chunk], run: Sequence[_Group]) -> list[Chunk]:
    """Return changes that touch each other, merged; both versions of what both sides changed."""
    whole = reduce(_Group.joined, run)
    if _written(whole.ours) & _written(whole.theirs):
        # Both wrote the same line, but next to different changes: it is in the result once.
        aligned = _align(
            base[whole.start : whole.end], whole.apply(base, whole.ours), whole.apply(base, whole.theirs)
        )
        if aligned is not None:
            return aligned
    result: list[Chunk] = []
    for group in run:
        ours, theirs = group.apply(base, group.ours), group.apply(base, group.theirs)
        if group.ours and group.theirs:
            is_insertion = group.start == group.end
            result += _interleave(ours, theirs) if is_insertion else _mark_versions(ours, theirs)
        else:
            result += ours if group.ours else theirs
    return result


def _written(hunks: Iterable[_Hunk]) -> set[Chunk]:
    return {chunk for hunk in hunks for chunk in hunk.new if chunk}


def _align(base: Sequence[Chunk], ours: list[Chunk], theirs: list[Chunk]) -> list[Chunk] | None:
    """Return both sides joined at the lines they share; None if both wrote something between two of them."""
    old = set(base)
    result: list[Chunk] = []
    for kind, start, end, from_, to in _opcodes(ours, theirs):
        our, their = ours[start:end], theirs[from_:to]
        if kind == "equal":
            result += our
        elif not old.issuperset(their):
            if not old.issuperset(our):
                return None
            result += their
        elif not old.issuperset(our):
            result += our
    return result


def _interleave(ours: list[Chunk], theirs: list[Chunk]) -> list[Chunk]:
    """Return the lines that both sides inserted at one position: those of both, common ones once."""
    if any(not isinstance(chunk, str) for chunk in (*ours, *theirs)):
        return _mark_versions(ours, theirs)
    result: list[Chunk] = []
    for kind, start, end, from_, to in _opcodes(ours, theirs):
        result += ours[start:end] if kind == "equal" else [*ours[start:end], *theirs[from_:to]]
    return result


def _mark_versions(ours: list[Chunk], theirs: list[Chunk]) -> list[Chunk]:
    """Return a marked block with both versions; only one if it includes the other (an edit wins)."""
    before: list[Chunk] = []
    after: list[Chunk] = []
    while ours and theirs and ours[0] == theirs[0]:
        before.append(ours[0])
        ours, theirs = ours[1:], theirs[1:]
    while ours and theirs and ours[-1] == theirs[-1]:
        after.insert(0, ours[-1])
        ours, theirs = ours[:-1], theirs[:-1]
    if not ours or not theirs:
        return [*before, *(ours or theirs), *after]
    versions = {*versions_in(ours), *versions_in(theirs)}
    distinct = sorted(
        version
        for version in versions
        if not any(version != other and _is_part(version, other) for other in versions)
    )
    middle: list[Chunk] = list(distinct[0]) if len(distinct) == 1 else [tuple(distinct)]
    return [*before, *middle, *after]


def _is_part(version: Version, other: Version) -> bool:
    remaining = iter(other)
    return all(line in remaining for line in version)


def _merge_two(ours: list[Chunk], theirs: list[Chunk]) -> list[Chunk]:
    """Return all lines of both, for which there is no base."""
    our_lines, their_lines = _distinct_lines(ours), _distinct_lines(theirs)
    if our_lines == their_lines:
        return max(ours, theirs, key=_rank)
    if our_lines <= their_lines:
        return theirs
    if their_lines <= our_lines:
        return ours
    result: list[Chunk] = []
    for kind, start, end, from_, to in _opcodes(ours, theirs):
        our, their = ours[start:end], theirs[from_:to]
        if kind == "equal":
            result += our
        elif _are_similar(our, their):
            result += _mark_versions(our, their)
        else:
            result += [*our, *their]
    return result


def _distinct_lines(chunks: Iterable[Chunk]) -> frozenset[str]:
    return frozenset(to_lines(chunks)) - MARKS - {""}


def _rank(chunks: list[Chunk]) -> tuple[int, int, list[str]]:
    # Of two texts with the same lines, rather the one without marks: the user resolved it.
    lines = to_lines(chunks)
    return -sum(line in MARKS for line in lines), len(lines), lines


def _are_similar(ours: Sequence[Chunk], theirs: Sequence[Chunk]) -> bool:
    """Return whether any line of one side is so like one of the other that both must be seen together."""
    if any(not isinstance(chunk, str) for chunk in (*ours, *theirs)):
        return bool(ours and theirs)
    pairs = islice(product(map(str, ours), map(str, theirs)), MAX_COMPARED)
    return any(
        SequenceMatcher(None, our, their, autojunk=False).quick_ratio() >= SIMILARITY
        for our, their in pairs
        if our and their
    )
