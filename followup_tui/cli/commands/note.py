"""`note`: lines filed under an interview, on the disk before it returns.

It imports next to nothing, and nothing that it may not need: a note is caught in the seconds after it comes
to mind, or not at all.
"""

import sys
from datetime import datetime

from followup_tui.core.companies import fold_company, matching_companies, similar_companies
from followup_tui.storage.constants import MAX_BYTES
from followup_tui.storage.inbox_append import CantAdd, HasNoId, add_note
from followup_tui.storage.quick_scan import Head

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

DONE, NOT_FOUND, USED_WRONG = 0, 1, 2
_LONGEST_TIME = 40
"""How long a time before a note may be, in characters."""
_MOST_NAMED = 6
"""How many companies one line names."""
_STANDARD_INPUT = ["-"]
"""What stands for standard input, where a text is wanted."""
_CLOCK = frozenset("0123456789:.apmh")
"""What a time of day is written with."""


def note(data: str, state: str, words: "Sequence[str]", to: str | None, now: datetime) -> int:
    """Files `words` (none: standard input) under the company `to`, else under the latest interview.

    `data` is the path of the logbook, `state` the folder of the lock. Tells what was filed where. Returns
    the exit status.
    """
    is_ambiguous = False

    def choose(heads: list[Head]) -> Head:
        nonlocal is_ambiguous
        chosen = _choose(heads, to, at)
        is_ambiguous = sum(fold_company(one.company) == fold_company(chosen.company) for one in heads) > 1
        return chosen

    if to is not None and not to.strip():
        return _complain("--to names no company; write it like --to Acme", USED_WRONG)
    try:
        text = _clean(" ".join(words) if words and words != _STANDARD_INPUT else _from_input())
        at, text = _leading_time(text, now)
        if not text:
            example = "followup-tui note “+ references by Friday”"
            return _complain(f"there is nothing to note; give a text, such as {example}", USED_WRONG)
        try:
            head = add_note(data, state, _iso(at), text, choose)
        except HasNoId as found:
            head = found.head
            _write_in(data, state, head, at, text)
    except CantAdd as problem:
        return _complain(str(problem), NOT_FOUND)
    lines = sum(1 for line in text.split("\n") if line.strip())
    when = "" if at is now else f" ({at:%Y-%m-%d %H:%M})"
    which = f" ({head.held_at:%a} {head.held_at.day} {head.held_at:%b})" if is_ambiguous else ""
    try:
        print(f"{head.company}{which}: {lines} {'line' if lines == 1 else 'lines'}{when}", flush=True)
        _tell_days(text, at, head.held_at)
    except OSError as error:
        # Nothing is left to be told at the end, by an interpreter that would make a problem of it.
        sys.stdout = None
        if isinstance(error, BrokenPipeError):
            return DONE
        reason = (error.strerror or str(error)).lower()
        return _complain(f"it is noted; that could not be told: {reason}", DONE)
    return DONE


def _write_in(data: str, state: str, head: Head, at: datetime, text: str) -> None:
    """Adds `text` to the notes themselves, in a file that is written anew. Raises CantAdd."""
    from pathlib import Path

    from followup_tui.core.changes.base import AddNotes
    from followup_tui.session.session import BrokenFile, SaveState, Session
    from followup_tui.storage.paths import Locations

    try:
        session = Session(Locations(Path(data), Path(state)), lambda: at)
    except BrokenFile as broken:
        raise CantAdd(str(broken)) from None
    session.do(AddNotes(head.id, text, at.astimezone(head.held_at.tzinfo).date()), save=False)
    saving = session.save(keeps=False)
    if saving.state is not SaveState.SAVED:
        raise CantAdd(saving.reason)


def _from_input() -> str:
    """What stands in standard input, or is typed there."""
    if sys.stdin is None:
        return ""
    if sys.stdin.isatty():
        print("Write what you remember, line by line; ctrl+d on a line of its own files it.", file=sys.stderr)
    try:
        data = sys.stdin.buffer.read(MAX_BYTES + 1)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise CantAdd(f"standard input can't be read: {reason}") from None
    if len(data) > MAX_BYTES:
        raise CantAdd(f"standard input holds more than {MAX_BYTES // 1024**2} MiB; that can hardly be a note")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise CantAdd("standard input is not UTF-8 text; nothing was noted") from None


def _clean(text: str) -> str:
    # What can be printed holds nothing that steers a terminal.
    if not all(line.isprintable() for line in text.split("\n")):
        from followup_tui.core.text import clean_text

        text = clean_text(text)
    lines = [line.rstrip() for line in text.split("\n")]
    while lines and not lines[0]:
        del lines[0]
    return "\n".join(lines).rstrip()


def _leading_time(text: str, now: datetime) -> tuple[datetime, str]:
    """The moment that a note begins with, as in “yesterday 3pm: …”, and the rest; else `now` and all of it.

    A moment names a day and a time of it, or says yesterday or ago: “Friday: they decide” is a note about
    Friday, and “9:30: the standup” one about a time of theirs.
    """
    first, _, rest = text.partition("\n")
    place = first.find(": ", 0, _LONGEST_TIME)
    if place < 0 and first[-1:] == ":" and rest:
        place = len(first) - 1
    said = text[:place].strip().lower() if place > 0 else ""
    if not said or not said[0].isalnum() or not _names_day(said):
        return now, text
    from followup_tui.core.dates.moments import read_when

    at = read_when(said, now)
    timed = any(one in said for one in ("yesterday", "ago", ":", "am", "pm", "a.m.", "p.m.", "h"))
    if at is None or at > now or not timed:
        return now, text
    return at, text[place + 1 :].strip()


def _names_day(said: str) -> bool:
    """Whether it may be more than a time of day."""
    words = said.replace(",", " ").split()
    if "yesterday" in words or "ago" in words:
        return True
    has_digit = any(letter.isdigit() for letter in said)
    return has_digit and any(one not in ("at", "on") and not _CLOCK.issuperset(one) for one in words)


def _iso(at: datetime) -> str:
    """In the form that the file has: to the second, the offset in whole minutes."""
    text = at.replace(microsecond=0).isoformat()
    return text if len(text) == 25 else at.astimezone().replace(microsecond=0).isoformat()[:25]


def _choose(heads: list[Head], to: str | None, at: datetime) -> Head:
    if not heads:
        raise CantAdd("there is no interview yet; add one first: followup-tui new COMPANY")
    if to is not None:
        company = company_of(to, [one.company for one in heads])
        heads = [one for one in heads if fold_company(one.company) == fold_company(company)]
    begun = [one for one in heads if one.held_at <= at]
    # Before the first one, a note is for the one that comes next.
    return max(begun, key=lambda one: one.held_at) if begun else min(heads, key=lambda one: one.held_at)


def company_of(wanted: str, companies: "Sequence[str]") -> str:
    """The one company that `wanted` means. Raises CantAdd with the names of those that it may mean."""
    found = matching_companies(wanted, companies)
    if len(found) == 1:
        return found[0]
    if found:
        raise CantAdd(f"“{wanted}” may be {_either(found)}; write more of the name")
    alike = similar_companies(wanted, companies)
    hint = f"did you mean {_either(alike)}?" if alike else f"there is {_listed(companies)}"
    raise CantAdd(f"there is no company “{wanted}”; {hint}")


def _either(names: "Sequence[str]") -> str:
    quoted = [f"“{name}”" for name in names[:_MOST_NAMED]]
    if len(names) > _MOST_NAMED:
        quoted.append(f"one of {len(names) - _MOST_NAMED} more")
    return quoted[0] if len(quoted) == 1 else f"{', '.join(quoted[:-1])} or {quoted[-1]}"


def _listed(names: "Sequence[str]") -> str:
    told = list(dict.fromkeys(names))
    more = f" and {len(told) - _MOST_NAMED} more" if len(told) > _MOST_NAMED else ""
    return ", ".join(f"“{name}”" for name in told[:_MOST_NAMED]) + more


def _tell_days(text: str, at: datetime, held_at: datetime) -> None:
    """Says which day is read in each line that should name one."""
    lines = [line for line in text.split("\n") if line.lstrip()[:1] in (">", "+")]
    if not lines:
        return
    from followup_tui.core.dates.format import day_name
    from followup_tui.core.dates.phrases import read_dates
    from followup_tui.core.notes.late_notes import said_on

    on = at.astimezone(held_at.tzinfo).date()
    for line in lines:
        words = line.lstrip()[1:].strip()
        reading = read_dates(words, said_on(on, held_at.date()), ())
        if reading is not None:
            print(f"  {line.strip()} → {day_name(reading.last, on)}", flush=True)
        elif line.lstrip()[0] == ">" and words.lower() not in ("", "none"):
            print(f"  {line.strip()} → no date understood; d in the app sets it", flush=True)


def _complain(text: str, status: int) -> int:
    from followup_tui.core.text import clean_line

    print(f"followup-tui: {clean_line(text)}", file=sys.stderr)
    return status
