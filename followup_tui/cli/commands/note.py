"""`note`: lines filed under an interview, on the disk before it returns.

It imports next to nothing, and nothing that it may not need: a note is caught in the seconds after it comes
to mind, or not at all.
"""

import os
from datetime import datetime

from followup_tui.cli.command import (
    NO_COMPANY,
    SUCCESS,
    USAGE_ERROR,
    Command,
    CommandError,
    argument,
    clock_of,
    paths_of,
)
from followup_tui.cli.output import MAX_NAMED, discard_output, either, print_error
from followup_tui.core.companies import company_key, matching_companies, similar_companies
from followup_tui.core.errors import reason_of
from followup_tui.storage.inbox_append import AppendError, MissingId, append_note
from followup_tui.storage.quick_scan import InterviewHead

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

_MAX_TIME_LENGTH = 40
"""How long a time before a note may be, in characters."""
_REJECTED = "not-noted.txt"
"""The file in the state folder with what could not be noted."""
_STANDARD_INPUT = ["-"]
"""What stands for standard input in the place of a text."""
SIGNS = "@>+=!~?$"
"""The characters of the signs; their table would take time."""
_CLOCK = frozenset("0123456789:.apmh")
"""The characters of a time of day."""


def note(data: str, state: str, words: "Sequence[str]", to: str | None, now: datetime) -> int:
    """File `words` (none: standard input) under the company `to`, else under the latest interview.

    `data` is the path of the logbook, `state` that of the state folder. Print what was filed where and return
    the exit status.
    """
    try:
        at, text = _read_note(words, to, state, now)
        head, is_only_one = _file(data, state, to, at, text)
    except AppendError as error:
        return print_error(str(error))
    except CommandError as error:
        return print_error(str(error), error.status)
    lines = sum(1 for line in text.split("\n") if line.strip())
    when = "" if at is now else f" ({at:%Y-%m-%d %H:%M})"
    which = ""
    if not is_only_one:
        from followup_tui.core.dates.format import day_name

        which = f" ({day_name(head.held_at.date(), now.date())})"
    try:
        print(f"{head.company}{which}: {lines} {'line' if lines == 1 else 'lines'}{when}", flush=True)
        _print_dates(text, at, head.held_at)
    except OSError as error:
        discard_output()
        if isinstance(error, BrokenPipeError):
            return SUCCESS
        return print_error(f"noted, but the confirmation could not be printed: {reason_of(error)}", SUCCESS)
    return SUCCESS


def _read_note(words: "Sequence[str]", to: str | None, state: str, now: datetime) -> tuple[datetime, str]:
    """Return the moment of a note and its text. Raise AppendError, or CommandError where it is incomplete."""
    if to is not None and not to.strip():
        raise CommandError(NO_COMPANY, USAGE_ERROR)
    if words and words != _STANDARD_INPUT:
        source, given = "the text", _encode(words)
    else:
        from followup_tui.cli.standard_input import read_input

        source, given = "standard input", read_input()
    at, text = _split_leading_time(_clean(_decode(given, source, state)), now)
    if not text:
        example = 'followup-tui note "+ references by Friday"'
        raise CommandError(f"nothing to note; add the text: {example}", USAGE_ERROR)
    return at, text


def _file(data: str, state: str, to: str | None, at: datetime, text: str) -> tuple[InterviewHead, bool]:
    """File a note; return its interview, and whether that is the only one at its company.

    Raise AppendError or CommandError.
    """
    known: list[InterviewHead] = []

    def choose(heads: list[InterviewHead]) -> InterviewHead:
        known[:] = heads
        return _choose(heads, to, at)

    try:
        chosen = append_note(data, state, _iso(at), text, choose)
    except MissingId as error:
        chosen = error.head
        _add_to_notes(data, state, chosen, at, text)
    same = [head for head in known if company_key(head.company) == company_key(chosen.company)]
    return chosen, len(same) == 1


def _add_to_notes(data: str, state: str, head: InterviewHead, at: datetime, text: str) -> None:
    """Add `text` to the notes of an interview without an id and save the file. Raise AppendError."""
    from pathlib import Path

    from followup_tui.core.changes.notes import AddNotes
    from followup_tui.session.session import BrokenFile, SaveState, Session
    from followup_tui.storage.paths import Paths

    try:
        session = Session(Paths(Path(data), Path(state)), lambda: at)
    except BrokenFile as error:
        raise AppendError(str(error)) from None
    session.do(AddNotes(head.id, text, at.astimezone(head.held_at.tzinfo).date()), save=False)
    saving = session.document.save(recovers=False)
    if saving.state is not SaveState.SAVED:
        raise AppendError(saving.reason)


def _encode(words: "Sequence[str]") -> bytes:
    """Return the bytes that the command line has for `words`: a line, and one more for each like `+ CV`."""
    parts = (("\n" if word[:1] in SIGNS and word[1:2] == " " else " ") + word for word in words)
    return "".join(parts)[1:].encode(errors="surrogateescape")


def _decode(data: bytes, source: str, state: str) -> str:
    """Return the text of `data`. Where it is not UTF-8, save it in the state folder and raise AppendError."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        message = f"{source} is not UTF-8 text; nothing was noted"
    path = f"{state}/{_REJECTED}"
    try:
        os.makedirs(state, mode=0o700, exist_ok=True)
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        try:
            os.write(handle, data.rstrip(b"\n") + b"\n")
        finally:
            os.close(handle)
    except OSError:
        raise AppendError(message) from None
    raise AppendError(f"{message}, but your text is in {path}")


def _clean(text: str) -> str:
    """Return a text without control characters, blanks at the ends of lines, and blank lines around it."""
    # A text that can be printed holds no control characters, and is spared the import.
    if not all(line.isprintable() for line in text.split("\n")):
        from followup_tui.core.text import clean_text

        text = clean_text(text)
    lines = [line.rstrip() for line in text.split("\n")]
    while lines and not lines[0]:
        del lines[0]
    return "\n".join(lines).rstrip()


def _split_leading_time(text: str, now: datetime) -> tuple[datetime, str]:
    """Return the moment that a note begins with, as in “yesterday 3pm: …”, and the rest; else `now` and all.

    A moment needs a day and a time of day, or “yesterday” or “ago”: “Friday: they decide” is a note about
    Friday, and “9:30: the standup” a note about a time of theirs.
    """
    first, _, rest = text.partition("\n")
    colon = first.find(": ", 0, _MAX_TIME_LENGTH)
    if colon < 0 and first[-1:] == ":" and rest:
        colon = len(first) - 1
    words = text[:colon].strip().lower() if colon > 0 else ""
    if not words or not words[0].isalnum() or not _names_day(words):
        return now, text
    from followup_tui.core.dates.moments import names_time, parse_moment

    at = parse_moment(words, now)
    if at is None or at > now:
        return now, text
    is_past_word = "yesterday" in words or "ago" in words
    if not is_past_word and not names_time(words, now):
        return now, text
    return at, text[colon + 1 :].strip()


def _names_day(text: str) -> bool:
    """Return whether `text` may be more than a time of day."""
    words = text.replace(",", " ").split()
    if "yesterday" in words or "ago" in words:
        return True
    has_digit = any(letter.isdigit() for letter in text)
    return has_digit and any(word not in ("at", "on") and not _CLOCK.issuperset(word) for word in words)


def _iso(at: datetime) -> str:
    """Return the moment as the file has it: to the second, the offset in whole minutes."""
    text = at.replace(microsecond=0).isoformat()
    # An offset with seconds, as zones of long ago have it, makes a longer text.
    return text if len(text) == 25 else at.astimezone().replace(microsecond=0).isoformat()[:25]


def _choose(heads: list[InterviewHead], to: str | None, at: datetime) -> InterviewHead:
    """Return the interview that a note of the moment `at` belongs to: the latest begun, or the first."""
    if not heads:
        raise AppendError("there are no interviews yet; add one: followup-tui new COMPANY")
    if to is not None:
        company = resolve_company(to, [head.company for head in heads])
        heads = [head for head in heads if company_key(head.company) == company_key(company)]
    begun = [head for head in heads if head.held_at <= at]
    # Before the first interview, a note is for the one that comes next.
    return max(begun, key=_held_at) if begun else min(heads, key=_held_at)


def _held_at(head: InterviewHead) -> datetime:
    return head.held_at


def resolve_company(wanted: str, companies: "Sequence[str]") -> str:
    """Return the company that `wanted` means. Raise CommandError where none or several could be meant."""
    found = matching_companies(wanted, companies)
    if len(found) == 1:
        return found[0]
    if found:
        raise CommandError(f"“{wanted}” could be {either(found)}; type more of the name")
    alike = similar_companies(wanted, companies)
    hint = f"did you mean {either(alike)}?" if alike else f"you have {_listed(companies)}"
    raise CommandError(f"no company is called “{wanted}”; {hint}")


def _listed(names: "Sequence[str]") -> str:
    distinct = list(dict.fromkeys(names))
    more = f" and {len(distinct) - MAX_NAMED} more" if len(distinct) > MAX_NAMED else ""
    return ", ".join(f"“{name}”" for name in distinct[:MAX_NAMED]) + more


def _print_dates(text: str, at: datetime, held_at: datetime) -> None:
    """Print the day that is read in each line that should name a day: those of a promise or of material.

    What is passed over is printed with the reason; of a pasted mail, how many lines stay plain text.
    """
    if not any(line.lstrip()[:1] in (">", "+") for line in text.split("\n")):
        return
    from followup_tui.core.dates.format import count, day_name
    from followup_tui.core.notes import signs
    from followup_tui.core.notes.facts import explain_line, parse_lines
    from followup_tui.core.notes.late_notes import said_on
    from followup_tui.core.notes.threads import quoted_lines
    from followup_tui.core.text import clean_line

    if quoted := quoted_lines(text):
        print(f"  {count(len(quoted), 'line')} of a pasted mail: plain text", flush=True)
    on = at.astimezone(held_at.tzinfo).date()
    for line in parse_lines(text):
        if line.sign not in (signs.PROMISE, signs.MATERIAL) or not line.text or line.is_none:
            continue
        explanation = explain_line(line, said_on(on, held_at.date()))
        remark = explanation.remark(clean_line(line.text))
        why = f" ({remark})" if remark else ""
        if explanation.reading is not None:
            day = day_name(explanation.reading.last, on)
            print(f"  {line.sign} {line.text} → {day}{why}", flush=True)
        elif line.sign is signs.PROMISE:
            print(f"  > {line.text} → no date found{why}; press d in the app to set one", flush=True)


def _run(options: "argparse.Namespace") -> int:
    paths = paths_of(options)
    return note(str(paths.data), str(paths.state), options.text, options.to, clock_of(options)())


NOTE = Command(
    "note",
    _run,
    "note [TEXT…] [--to COMPANY]",
    "add notes to your latest interview, or the one at COMPANY; without TEXT, type or pipe them in",
    'followup-tui note "+ references by Friday" --to acme',
    argument("text", metavar="TEXT", nargs="*", help="what to note; “yesterday 3pm: …” sets the time"),
    argument("--to", metavar="COMPANY", help="a company, by its name or a part of it"),
)
