"""Verification: the text of a logbook is parsed back before it may replace a file.

Reading all of it at each save would take a second with a thousand interviews. An interview is frozen, and so
is its text, which begins with a header of its own: once parsed alone, it reads the same wherever it is.
So a save parses back only the interviews that were rendered again, and all but interviews. Where
a file is as we would write what was read from it, that reading was the verification.
"""

from collections.abc import Sequence
from typing import Any

import tomli

from followup_tui.core.merge.equality import strictly_equal
from followup_tui.core.model.logbook import Interview, Logbook
from followup_tui.storage.toml import writer
from followup_tui.storage.toml.identity_cache import IdentityCache
from followup_tui.storage.toml.rejected import Rejected, RejectedField, RejectedRecord

_verified: IdentityCache[bool] = IdentityCache()


class VerificationError(Exception):
    """A text would not be read as what it was written from; the message says which part."""


def encode_verified(
    logbook: Logbook, rejected: Sequence[Rejected] = (), loaded: tuple[Logbook, bytes | None] | None = None
) -> bytes:
    """Return the text of `logbook`, after checking that it will be read as that logbook again.

    `loaded` is a logbook and the data that it was read from: what is there as written is verified
    already. Raise VerificationError.
    """
    text = writer.encode(logbook, rejected)
    if loaded is not None:
        _verify_by_file(*loaded, rejected)
    for interview in logbook.interviews:
        _verified.get(interview, _verify_interview)
    _verify_rejected(logbook, rejected)
    _verify_joined(text, logbook, rejected)
    _verify_frame(logbook, rejected)
    _verified.forget_others(logbook.interviews)
    return text.encode()


def _verify_by_file(logbook: Logbook, data: bytes | None, rejected: Sequence[Rejected]) -> None:
    """Take the interviews of a logbook for verified if it was read from the text that we would write."""
    is_new = any(interview not in _verified for interview in logbook.interviews)
    if is_new and writer.encode(logbook, rejected).encode() == data:
        _verified.add(logbook.interviews, result=True)


def _verify_interview(interview: Interview) -> bool:
    parsed = _parse(writer.interview_text(interview))
    if not strictly_equal(parsed, {"interview": [writer.dump(interview)]}):
        raise VerificationError(f"the interview at {interview.company} would not be read as it is")
    return True


def _verify_rejected(logbook: Logbook, rejected: Sequence[Rejected]) -> None:
    """Raise VerificationError if a record that can't be used would not be read back as it is."""
    owners = {value.interview_id for value in rejected if value.interview_id}
    for interview in logbook.interviews:
        if interview.id in owners:
            expected = writer.dump_with_rejected(interview, writer.fields_of(interview.id, rejected))
            for kind, values in writer.rejected_table(interview, rejected).items():
                expected[kind] = [*expected.get(kind, ()), *values]
            if not strictly_equal(_parse(writer.full_text(interview, rejected)), {"interview": [expected]}):
                what = f"what is not used at {interview.company}"
                raise VerificationError(f"{what} would not be read as it is")


def _verify_joined(text: str, logbook: Logbook, rejected: Sequence[Rejected]) -> None:
    """Raise VerificationError unless `text` contains every interview, in order."""
    owners = {field.interview_id for field in rejected if isinstance(field, RejectedField)}
    position = 0
    for interview in logbook.interviews:
        is_owner = interview.id in owners
        piece = writer.full_text(interview, rejected) if is_owner else writer.interview_text(interview)
        # Usually it follows the last one after an empty line; checking that is cheaper than a search.
        if text.startswith(piece, position + 1):
            position += 1
        else:
            position = text.find(piece, position)
        if position < 0:
            raise VerificationError(
                f"the interview at {interview.company} is missing from what would be written"
            )
        position += len(piece)


def _verify_frame(logbook: Logbook, rejected: Sequence[Rejected]) -> None:
    expected = writer.frame_table(logbook, rejected)
    for record in rejected:
        if isinstance(record, RejectedRecord) and not record.interview_id:
            expected[record.kind] = [*expected.get(record.kind, ()), record.value]
    if not strictly_equal(_parse(writer.frame(logbook, rejected)), expected):
        raise VerificationError("what follows the interviews would not be read as it is")


def _parse(text: str) -> dict[str, Any]:
    try:
        return tomli.loads(text)
    except (ValueError, RecursionError) as error:
        raise VerificationError(f"what would be written is not valid TOML: {error}") from None
