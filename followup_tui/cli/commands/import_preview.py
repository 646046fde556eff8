"""What `import` shows of a table before anything is written."""

from collections.abc import Iterable, Iterator

from followup_tui.core.csv_import.matching import Additions, New
from followup_tui.core.csv_import.table import Table
from followup_tui.core.dates.format import count
from followup_tui.core.text import clean_line


def preview(table: Table, found: Additions, is_old: bool) -> list[str]:
    """The lines. What is to be added comes last, nearest to the question."""
    lines = list(_columns(table))
    if is_old:
        lines.append("The file is not UTF-8; it was read as Windows-1252. See whether all letters are right.")
    lines += table.remarks
    skipped = [(one.line, one.company, one.why) for one in table.skipped]
    lines += _grouped("-", "left out: ", skipped)
    lines += _grouped("=", "", found.there)
    lines += map(_line_of, found.new)
    if found.new:
        closed = sum(one.interview.is_closed for one in found.new)
        counts = [f"{len(found.new) - closed} open, {closed} closed"]
        counts += [f"{len(found.there)} there already"] * bool(found.there)
        counts += [f"{len(table.skipped)} left out"] * bool(table.skipped)
        lines.append(f"{count(len(found.new), 'interview')} to add: {'; '.join(counts)}.")
    if any(one.is_let_go for one in found.new):
        lines.append("What is long past comes in closed; --keep-open leaves it open.")
    return [clean_line(line) for line in lines]


def _columns(table: Table) -> Iterator[str]:
    from_where: dict[str, list[str]] = {}
    for ours, theirs in table.columns:
        from_where.setdefault(ours, []).append(f"“{theirs}”")
    yield "Columns: " + ", ".join(f"{ours} from {' and '.join(names)}" for ours, names in from_where.items())
    if table.unused:
        yield "Not used: " + ", ".join(f"“{name}”" for name in table.unused)


def _line_of(one: New) -> str:
    interview = one.interview
    parts = [f"{interview.held_at:%Y-%m-%d %H:%M}", interview.company, interview.role]
    parts.append(f"round {interview.round}" if interview.round > 1 else "")
    if interview.is_closed:
        parts.append(f"closed: {interview.outcome}{' (long past)' if one.is_let_go else ''}")
    else:
        parts.append(f"open ({one.status})" if one.status else "open")
    written = sum(1 for line in interview.notes.split("\n") if line.strip())
    parts.append(f"{count(written, 'line')} of notes" if written else "")
    parts.append(one.remark)
    return f"+ line {one.line}: {' · '.join(part for part in parts if part)}"


def _grouped(sign: str, what: str, told: Iterable[tuple[int, str, str]]) -> Iterator[str]:
    """The same said of many lines is said once; of a single one with its company."""
    groups: dict[str, list[tuple[int, str]]] = {}
    for line, company, why in told:
        groups.setdefault(why, []).append((line, company))
    for why, ones in groups.items():
        if len(ones) == 1:
            [(line, company)] = ones
            yield f"{sign} line {line}: {what}{f'{company}: ' if company else ''}{why}"
        else:
            yield f"{sign} lines {_spans(sorted({line for line, _ in ones}))}: {what}{why}"


def _spans(lines: list[int]) -> str:
    """`2, 5, 8–12`."""
    spans: list[list[int]] = []
    for line in lines:
        if spans and line == spans[-1][-1] + 1:
            spans[-1].append(line)
        else:
            spans.append([line])
    return ", ".join(str(one[0]) if len(one) == 1 else f"{one[0]}–{one[-1]}" for one in spans)
