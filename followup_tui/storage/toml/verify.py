"""The text of a logbook, parsed back before it may replace a file.

To read all of it at each save would take a second where there are a thousand interviews. An interview is
frozen, and so is its text, which begins with a header of its own: parsed once alone, it reads the same
wherever it stands. So at each save only the interviews that were rendered anew are parsed back, and all that
is no interview. Where a file is as we would write what was read from it, that reading was the proof.
"""

from collections.abc import Sequence
from datetime import datetime, time
from typing import Any

import tomli

from followup_tui.core.model.logbook import Interview, Logbook
from followup_tui.storage.toml import writer
from followup_tui.storage.toml.rejected import RejectedRecord

_proven: dict[int, Interview] = {}


class VerificationError(Exception):
    """What was written does not read as what it was written from; the text says which part."""


def encode_verified(
    logbook: Logbook,
    rejected: Sequence[RejectedRecord] = (),
    read: tuple[Logbook, bytes | None] | None = None,
) -> bytes:
    """The text of `logbook`, of which it is certain that it reads as that logbook again.

    `read` is a logbook with the data from which it was read: what stands so in the data needs no proof.

    Raises VerificationError.
    """
    text = writer.encode(logbook, rejected)
    if read is not None and any(id(one) not in _proven for one in read[0].interviews):
        as_read = writer.encode(read[0], rejected).encode()
        if as_read == read[1]:
            _proven.update((id(one), one) for one in read[0].interviews)
    for one in logbook.interviews:
        if _proven.get(id(one)) is not one:
            _prove_interview(one)
            _proven[id(one)] = one
    _prove_joined(text, logbook)
    _prove_frame(logbook, rejected)
    _forget(logbook.interviews)
    return text.encode()


def _prove_interview(interview: Interview) -> None:
    raw = _parsed(writer.interview_text(interview))
    is_one = raw.keys() == {"interview"} and len(raw["interview"]) == 1
    if not is_one or not same(raw["interview"][0], writer.dump(interview)):
        raise VerificationError(f"the interview at {interview.company} would not be read as it is")


def _prove_joined(text: str, logbook: Logbook) -> None:
    place = 0
    for one in logbook.interviews:
        piece = writer.interview_text(one)
        # As a rule the next one stands right behind, after an empty line.
        place = place + 1 if text.startswith(piece, place + 1) else text.find(piece, place)
        if place < 0:
            raise VerificationError(f"the interview at {one.company} is missing from what would be written")
        place += len(piece)


def _prove_frame(logbook: Logbook, rejected: Sequence[RejectedRecord]) -> None:
    raw = _parsed(writer.frame(logbook, rejected))
    expected = writer.dump(logbook.model_copy(update={"interviews": ()}))
    expected["format"] = logbook.format
    for one in rejected:
        if not one.of:
            expected[one.kind] = [*expected.get(one.kind, ()), one.value]
    if not same(raw, expected):
        raise VerificationError("what stands beside the interviews would not be read as it is")
    for interview in logbook.interviews:
        mine = [one for one in rejected if one.of == interview.id]
        if mine:
            whole = _parsed(f"[[interview]]\n{writer.aside_text(mine, interview)}")
            expected = {}
            for one in mine:
                expected.setdefault(one.kind, []).append(one.value)
            if not same(whole, {"interview": [expected]}):
                raise VerificationError(
                    f"a record set aside at {interview.company} would not be read as it is"
                )


def _parsed(text: str) -> dict[str, Any]:
    try:
        return tomli.loads(text)
    except (ValueError, RecursionError) as error:
        raise VerificationError(f"what would be written is not valid TOML: {error}") from None


def same(one: Any, other: Any) -> bool:
    """Whether two values of TOML are the same: types told apart, NaN itself, order of keys free."""
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(same(one[key], other[key]) for key in one)
    if isinstance(one, list | tuple) and isinstance(other, list | tuple):
        return len(one) == len(other) and all(map(same, one, other))
    if isinstance(one, str) and isinstance(other, str):
        return str(one) == str(other)
    if type(one) is not type(other):
        return False
    if isinstance(one, float):
        return repr(one) == repr(other)
    if isinstance(one, datetime | time):
        return bool(one.isoformat() == other.isoformat())
    return bool(one == other)


def _forget(interviews: tuple[Interview, ...]) -> None:
    """Lets go of interviews that are no longer there, once they are the larger part."""
    if len(_proven) > 2 * len(interviews) + 100:
        current = {id(one) for one in interviews}
        for key in [key for key in _proven if key not in current]:
            del _proven[key]
