"""Notes written in two places as one text: line by line, in the manner of diff3.

What one side changed is taken, and lines put in at the same place by both are both kept. Where both changed
the same lines, both versions are kept between marks, for the user to settle by deleting what is wrong:

    [two versions of the next lines: keep what is right]
    > decision by Friday
    [or]
    > decision by Monday
    [end of the two versions]

The lines between keep their signs. A marked place is one thing to the next merge: it is marked once, however
often it is merged, and a third version joins it.
"""

from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from functools import reduce
from itertools import groupby, islice, product
from typing import NamedTuple

OPEN = "[two versions of the next lines: keep what is right]"
OR = "[or]"
CLOSE = "[end of the two versions]"
_MARKS = frozenset((OPEN, OR, CLOSE))
MOST_VERSIONS = 32
"""How many versions of a place with several marked places in it are told apart (ours)."""
ALIKE = 0.6
"""From this likeness (0 to 1) on, two lines without a base are taken for versions of one (ours)."""

Version = tuple[str, ...]
Token = str | tuple[Version, ...]
"""A line, or a marked place with its versions."""
Hunk = tuple[int, int, tuple[Token, ...]]
"""Lines of the base, from and up to but without, and what stands in their stead."""


def merge_notes(base: str | None, one: str, other: str) -> tuple[str, bool]:
    """One text of both, the same whichever comes first, and whether a place was newly marked.

    Without a base no line is ever dropped: a text whose lines are all in the other one is taken for a part
    of it; lines at the same place that look alike are marked as versions, others are kept one after another.
    """
    if one == other or other == base:
        return one, False
    if one == base:
        return other, False
    one, other = sorted((one, other))
    texts = [_tokens(text) for text in (one, other)]
    tails = [len(text) - len(text.rstrip("\n")) for text in (one, other)]
    if base is None:
        merged, tail = _united(*texts), max(tails)
    else:
        merged = _merged(_tokens(base), *texts)
        base_tail = len(base) - len(base.rstrip("\n"))
        tail = max((one for one in tails if one != base_tail), default=base_tail)
    known = {token for text in texts for token in text}
    marked = any(not isinstance(token, str) and token not in known for token in merged)
    return "\n".join(_lines(merged)) + "\n" * tail, marked


def _tokens(text: str) -> list[Token]:
    body = text.rstrip("\n")
    lines = body.split("\n") if body else []
    tokens: list[Token] = []
    place = 0
    while place < len(lines):
        if lines[place] == OPEN:
            marks = ((n, lines[n]) for n in range(place + 1, len(lines)) if lines[n] in (OPEN, CLOSE))
            end, mark = next(marks, (0, OPEN))
            versions = _split(lines[place + 1 : end]) if mark == CLOSE else ()
            if versions:
                tokens.append(versions)
                place = end + 1
                continue
        tokens.append(lines[place])
        place += 1
    return tokens


def _split(lines: Iterable[str]) -> tuple[Version, ...]:
    parts = groupby(lines, key=lambda line: line == OR)
    return tuple(tuple(part) for is_mark, part in parts if not is_mark)


def _lines(tokens: Iterable[Token]) -> list[str]:
    lines: list[str] = []
    for token in tokens:
        if isinstance(token, str):
            lines.append(token)
        else:
            lines.append(OPEN)
            for n, version in enumerate(token):
                lines += [OR, *version] if n else version
            lines.append(CLOSE)
    return lines


class _Group(NamedTuple):
    """Hunks of both sides that overlap, and the lines of the base that they are about."""

    lo: int
    hi: int
    hunks: tuple[tuple[Hunk, ...], tuple[Hunk, ...]]

    def side(self, base: Sequence[Token], side: int) -> list[Token]:
        """These lines of the base as one side has them."""
        return _applied(base, self.lo, self.hi, self.hunks[side])

    def new(self, side: int) -> set[Token]:
        """The lines that one side wrote here."""
        return {token for _, _, new in self.hunks[side] for token in new if token}

    def with_next(self, other: "_Group") -> "_Group":
        """This group and the one after it as one."""
        hunks = (self.hunks[0] + other.hunks[0], self.hunks[1] + other.hunks[1])
        return _Group(self.lo, max(self.hi, other.hi), hunks)


def _merged(base: Sequence[Token], one: Sequence[Token], other: Sequence[Token]) -> list[Token]:
    """Three-way: the base with the hunks of both sides; those that overlap are settled together."""
    groups: list[_Group] = []
    hunks = [((lo, hi), 0, new) for lo, hi, new in _hunks(base, one)]
    hunks += [((lo, hi), 1, new) for lo, hi, new in _hunks(base, other)]
    for (lo, hi), side, new in sorted(hunks, key=lambda hunk: hunk[:2]):
        mine = ((lo, hi, new),)
        group = _Group(lo, hi, ((), mine) if side else (mine, ()))
        last = groups[-1] if groups else None
        if last is not None and (lo < last.hi or (lo, hi) == (last.lo, last.hi)):
            groups[-1] = last.with_next(group)
        else:
            groups.append(group)
    result: list[Token] = []
    done = 0
    for run in _runs(groups):
        result += base[done : run[0].lo]
        result += _settled(base, run)
        done = run[-1].hi
    return [*result, *base[done:]]


def _runs(groups: Iterable[_Group]) -> list[list[_Group]]:
    """The groups, those together that have no line of the base between them."""
    runs: list[list[_Group]] = []
    for group in groups:
        if runs and runs[-1][-1].hi == group.lo:
            runs[-1].append(group)
        else:
            runs.append([group])
    return runs


def _settled(base: Sequence[Token], run: Sequence[_Group]) -> list[Token]:
    whole = reduce(_Group.with_next, run)
    if whole.new(0) & whole.new(1):
        # Both wrote the same line, but beside different changes: it is there once.
        together = _aligned(base[whole.lo : whole.hi], whole.side(base, 0), whole.side(base, 1))
        if together is not None:
            return together
    result: list[Token] = []
    for group in run:
        sides = group.side(base, 0), group.side(base, 1)
        if group.hunks[0] and group.hunks[1]:
            result += _both(*sides) if group.lo == group.hi else _versions(*sides)
        else:
            result += sides[0] if group.hunks[0] else sides[1]
    return result


def _aligned(base: Sequence[Token], one: list[Token], other: list[Token]) -> list[Token] | None:
    """Both sides by the lines they share, if between those only one side at a time wrote something."""
    old = set(base)
    result: list[Token] = []
    for kind, lo, hi, start, end in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        ours, theirs = one[lo:hi], other[start:end]
        if kind == "equal":
            result += ours
        elif not old.issuperset(theirs):
            if not old.issuperset(ours):
                return None
            result += theirs
        elif not old.issuperset(ours):
            result += ours
    return result


def _hunks(base: Sequence[Token], side: Sequence[Token]) -> list[Hunk]:
    hunks: list[Hunk] = []
    for kind, lo, hi, start, end in SequenceMatcher(None, base, side, autojunk=False).get_opcodes():
        new = tuple(side[start:end])
        if kind == "equal":
            continue
        if kind == "delete":
            hunks += [(n, n + 1, ()) for n in range(lo, hi)]
        elif kind == "replace" and hi - lo == len(new):
            # Line by line: the other side may have changed only one of them.
            hunks += [(lo + n, lo + n + 1, (line,)) for n, line in enumerate(new)]
        else:
            hunks.append((lo, hi, new))
    return hunks


def _applied(base: Sequence[Token], lo: int, hi: int, hunks: Sequence[Hunk]) -> list[Token]:
    """The base from `lo` to `hi` as one side has it."""
    result: list[Token] = []
    for start, end, new in hunks:
        result += [*base[lo:start], *new]
        lo = end
    return [*result, *base[lo:hi]]


def _both(one: list[Token], other: list[Token]) -> list[Token]:
    """Lines put in at the same place by both sides: those of both, common ones once."""
    if any(not isinstance(token, str) for token in (*one, *other)):
        return _versions(one, other)
    result: list[Token] = []
    for kind, lo, hi, start, end in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        result += one[lo:hi] if kind == "equal" else [*one[lo:hi], *other[start:end]]
    return result


def _versions(one: list[Token], other: list[Token]) -> list[Token]:
    """Both versions of a place, marked; one alone where it holds the other (an edit wins over a deletion)."""
    before: list[Token] = []
    after: list[Token] = []
    while one and other and one[0] == other[0]:
        before.append(one[0])
        one, other = one[1:], other[1:]
    while one and other and one[-1] == other[-1]:
        after.insert(0, one[-1])
        one, other = one[:-1], other[:-1]
    if not one or not other:
        return [*before, *(one or other), *after]
    found = {*_read(one), *_read(other)}
    left = sorted(one for one in found if not any(one != two and _is_part(one, two) for two in found))
    middle: list[Token] = list(left[0]) if len(left) == 1 else [tuple(left)]
    return [*before, *middle, *after]


def _read(tokens: Iterable[Token]) -> Iterable[Version]:
    """Every version that can be read from lines with marked places in them."""
    tokens = list(tokens)
    choices = [((token,),) if isinstance(token, str) else token for token in tokens]
    versions: list[tuple[Version, ...]]
    if len(list(islice(product(*choices), MOST_VERSIONS + 1))) <= MOST_VERSIONS:
        versions = list(product(*choices))
    else:
        # Too many to tell apart: every text is still in one of them.
        most = max(map(len, choices))
        versions = [tuple(choice[min(n, len(choice) - 1)] for choice in choices) for n in range(most)]
    for parts in versions:
        yield tuple(line for part in parts for line in part if line not in _MARKS)


def _is_part(one: Version, other: Version) -> bool:
    rest = iter(other)
    return all(line in rest for line in one)


def _united(one: list[Token], other: list[Token]) -> list[Token]:
    """Two-way: all lines of both."""
    contents = [_content(one), _content(other)]
    if contents[0] == contents[1]:
        return max(one, other, key=_rank)
    if contents[0] <= contents[1]:
        return other
    if contents[1] <= contents[0]:
        return one
    result: list[Token] = []
    for kind, lo, hi, start, end in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        ours, theirs = one[lo:hi], other[start:end]
        if kind == "equal":
            result += ours
        elif _are_alike(ours, theirs):
            result += _versions(ours, theirs)
        else:
            result += [*ours, *theirs]
    return result


def _content(tokens: Iterable[Token]) -> frozenset[str]:
    return frozenset(_lines(tokens)) - _MARKS - {""}


def _rank(tokens: list[Token]) -> tuple[int, int, list[str]]:
    # Of two texts with the same lines: rather the one without marks, as it was settled.
    lines = _lines(tokens)
    return -sum(line in _MARKS for line in lines), len(lines), lines


def _are_alike(ours: Sequence[Token], theirs: Sequence[Token]) -> bool:
    if any(not isinstance(token, str) for token in (*ours, *theirs)):
        return bool(ours and theirs)
    pairs = islice(product(map(str, ours), map(str, theirs)), 400)
    return any(
        SequenceMatcher(None, a, b, autojunk=False).quick_ratio() >= ALIKE for a, b in pairs if a and b
    )
