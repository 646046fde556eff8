"""What an earlier state of the logbook would bring back, in a few words."""

from followup_tui.core.dates.format import count
from followup_tui.core.model.logbook import Interview, Logbook


def brings_back(then: Logbook, now: Logbook) -> str:
    """How `then` differs from `now`: `without Borealis · Acme: 2 lines of notes fewer`."""
    here = {one.id: one for one in now.interviews}
    # A file that was written by hand gets its ids when it is read.
    named = {(one.company, one.held_at): one for one in now.interviews}
    met: set[str] = set()
    parts = []
    for one in then.interviews:
        same = here.get(one.id) or named.get((one.company, one.held_at))
        if same is None:
            parts.append(f"with {one.company}")
            continue
        met.add(same.id)
        if one.but(id=same.id) != same:
            parts.append(f"{one.company}: {_changes(one, same)}")
    parts += [f"without {one.company}" for one in now.interviews if one.id not in met]
    if not parts and (then.rules, then.templates, then.keys, then.look) != (
        now.rules,
        now.templates,
        now.keys,
        now.look,
    ):
        parts.append("other settings")
    return " · ".join(parts) or "as it is now"


def holds(logbook: Logbook) -> str:
    """What is in it: `2 interviews: Acme, Borealis`."""
    names = ", ".join(one.company for one in logbook.interviews)
    return f"{count(len(logbook.interviews), 'interview')}{f': {names}' if names else ''}"


def _changes(then: Interview, now: Interview) -> str:
    told = []
    lines = _lines(then) - _lines(now)
    if lines:
        told.append(_more(lines, "line of notes", "lines of notes"))
    elif then.notes != now.notes:
        told.append("other words in the notes")
    for number, one, many in (
        (len(then.contacts) - len(now.contacts), "contact", "contacts"),
        (len(then.drafts) - len(now.drafts), "draft", "drafts"),
    ):
        if number:
            told.append(_more(number, one, many))
    return ", ".join(told) or "other details"


def _lines(interview: Interview) -> int:
    return sum(bool(line.strip()) for line in interview.notes.split("\n"))


def _more(number: int, one: str, many: str) -> str:
    return f"{count(abs(number), one, many)} {'more' if number > 0 else 'fewer'}"
