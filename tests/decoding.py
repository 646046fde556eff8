"""A logbook read strictly, for tests that write one and want all of it."""

from collections.abc import Callable
from datetime import datetime

from pydantic import ValidationError

from followup_tui.core.model.logbook import Logbook
from followup_tui.storage.toml import reader
from followup_tui.storage.toml.errors import Problem
from followup_tui.storage.toml.salvage import has_duplicate_ids


def decode(data: bytes, to_local: Callable[[datetime], datetime] = datetime.astimezone) -> Logbook:
    """Return the logbook in `data`. A time without an offset is one of this machine's zone (`to_local`).

    Raise Unreadable if anything in it is wrong; the program itself leaves out single records and fields.
    """
    parsed = reader.parse(data, to_local)
    try:
        logbook = Logbook.model_validate(parsed.completed)
    except ValidationError as error:
        raise reader.unreadable(parsed, error) from None
    if has_duplicate_ids(logbook):
        raise reader.Unreadable([Problem(None, "two records have the same id")])
    return logbook
