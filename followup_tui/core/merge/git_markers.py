"""A text with the conflict markers of git (or of diff3) in it, as the whole texts of both sides."""

OURS, BASE, MIDDLE, THEIRS = "<<<<<<<", "|||||||", "=======", ">>>>>>>"


def split_conflict_markers(text: str) -> tuple[str, str, str | None] | None:
    """Our text, their text, and their common base where every conflict shows it (else None).

    None where there are no markers, or where they do not fit together. A file that can be read as it is may
    hold such lines in its notes: ask only for one that can't be read.
    """
    ours: list[str] = []
    theirs: list[str] = []
    base: list[str] = []
    inside = ""
    found, based = 0, 0
    for line in _lines(text):
        mark = _mark(line)
        if not inside and mark == OURS:
            inside, found = OURS, found + 1
        elif inside == OURS and mark == BASE:
            inside, based = BASE, based + 1
        elif inside in (OURS, BASE) and mark == MIDDLE:
            inside = MIDDLE
        elif inside == MIDDLE and mark == THEIRS:
            inside = ""
        elif mark == OURS or (mark == THEIRS and inside):
            return None
        else:
            if inside in ("", OURS):
                ours.append(line)
            if inside in ("", BASE):
                base.append(line)
            if inside in ("", MIDDLE):
                theirs.append(line)
    if inside or not found:
        return None
    return "".join(ours), "".join(theirs), "".join(base) if based == found else None


def _lines(text: str) -> list[str]:
    # As git sees them: only a newline ends a line.
    parts = text.split("\n")
    return [f"{part}\n" for part in parts[:-1]] + parts[-1:]


def _mark(line: str) -> str:
    line = line.rstrip("\r\n")
    head = line[:7]
    if head == MIDDLE:
        return head if line == MIDDLE else ""
    return head if head in (OURS, BASE, THEIRS) and line[7:8] in ("", " ") else ""
