"""Conflict markers of git and diff3: a text that has them is split into the texts of both sides."""

OURS, BASE, MIDDLE, THEIRS = "<<<<<<<", "|||||||", "=======", ">>>>>>>"


def split_conflict_markers(text: str) -> tuple[str, str, str | None] | None:
    """Return our text, their text, and the common base if every conflict shows it (else None).

    None if there are no markers, or if they do not match up. A file that can be parsed may hold such lines in
    its notes: call this only for one that cannot.
    """
    ours: list[str] = []
    theirs: list[str] = []
    base: list[str] = []
    part = ""
    conflicts, with_base = 0, 0
    for line in _lines(text):
        marker = _marker(line)
        if not part and marker == OURS:
            part, conflicts = OURS, conflicts + 1
        elif part == OURS and marker == BASE:
            part, with_base = BASE, with_base + 1
        elif part in (OURS, BASE) and marker == MIDDLE:
            part = MIDDLE
        elif part == MIDDLE and marker == THEIRS:
            part = ""
        elif marker == OURS or (marker == THEIRS and part):
            return None
        else:
            if part in ("", OURS):
                ours.append(line)
            if part in ("", BASE):
                base.append(line)
            if part in ("", MIDDLE):
                theirs.append(line)
    if part or not conflicts:
        return None
    return "".join(ours), "".join(theirs), "".join(base) if with_base == conflicts else None


def _lines(text: str) -> list[str]:
    # As for git, only a newline ends a line.
    parts = text.split("\n")
    return [f"{part}\n" for part in parts[:-1]] + parts[-1:]


def _marker(line: str) -> str:
    line = line.rstrip("\r\n")
    head = line[:7]
    if head == MIDDLE:
        return head if line == MIDDLE else ""
    return head if head in (OURS, BASE, THEIRS) and line[7:8] in ("", " ") else ""
