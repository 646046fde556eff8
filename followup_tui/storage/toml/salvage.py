"""Reading what can be read: one bad record does not hide the others, and two of one id both stay."""

from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any, NamedTuple

from pydantic import ValidationError

from followup_tui.core.model.logbook import Logbook
from followup_tui.core.text import clean_line
from followup_tui.storage.toml.errors import validation_problem
from followup_tui.storage.toml.reader import (
    MOST_PROBLEMS,
    Parsed,
    is_newer,
    new_id,
    parse,
    same_ids,
    unreadable,
)
from followup_tui.storage.toml.rejected import RejectedRecord
from followup_tui.storage.toml.writer import OWN, WITHIN

Place = tuple[int | str, ...]


class Salvaged(NamedTuple):
    """What could be read of a file, and what of it the user should know."""

    logbook: Logbook
    rejected: tuple[RejectedRecord, ...] = ()
    messages: tuple[str, ...] = ()
    """What was changed in reading, one line each."""


def salvage(data: bytes, to_local: Callable[[datetime], datetime] = datetime.astimezone) -> Salvaged:
    """The logbook in `data` without the records that are wrong.

    Raises Unreadable where it is no TOML, has lost its end, is of a newer format and of another shape, is
    wrong outside of its records, or where no interview would be left: then nothing is hidden behind it.
    """
    parsed = parse(data, to_local)
    raw = parsed.completed
    rejected: tuple[RejectedRecord, ...] = ()
    try:
        logbook = Logbook.model_validate(raw)
    except ValidationError as error:
        places = _bad_records(parsed, error)
        if not places:
            raise unreadable(parsed, error) from None
        raw = _without(raw, set(places))
        try:
            logbook = Logbook.model_validate(raw)
        except ValidationError:
            raise unreadable(parsed, error) from None
        if not logbook.interviews:
            raise unreadable(parsed, error) from None
        notices = _renumber(raw)
        kept = [n for n in range(len(parsed.raw["interview"])) if ("interview", n) not in places]
        ids = {n: one["id"] for n, one in zip(kept, raw["interview"], strict=True)}
        told = list(places.items())
        rejected = tuple(
            _aside(parsed, place, problem, ids, n < MOST_PROBLEMS) for n, (place, problem) in enumerate(told)
        )
    else:
        if next(same_ids("", logbook), None) is None:
            return Salvaged(logbook)
        raw = _without(raw, set())
        notices = _renumber(raw)
    return Salvaged(Logbook.model_validate(raw) if notices else logbook, rejected, tuple(notices))


def _bad_records(parsed: Parsed, error: ValidationError) -> dict[Place, Any]:
    """Where the records stand that are wrong, with the first problem of each; none where more is wrong."""
    found: dict[Place, Any] = {}
    if is_newer(parsed.raw):
        return {}
    for one in error.errors(include_url=False, include_input=False):
        place = _record(one["loc"])
        if place is None or not isinstance(_at(parsed.raw, place), dict):
            return {}
        found.setdefault(place, one)
    # What goes with a whole interview is not set aside once more.
    return {place: one for place, one in found.items() if len(place) == 2 or place[:2] not in found}


def _record(loc: Place) -> Place | None:
    if len(loc) < 2 or loc[0] not in OWN or not isinstance(loc[1], int):
        return None
    if loc[0] == "interview" and len(loc) > 3 and loc[2] in WITHIN and isinstance(loc[3], int):
        return loc[:4]
    return loc[:2]


def _at(raw: Any, place: Place) -> Any:
    for key in place:
        raw = raw[key]
    return raw


def _without(raw: dict[str, Any], places: set[Place]) -> dict[str, Any]:
    """`raw` without the records at those places; its records may be changed, those of `raw` stay."""
    result = dict(raw)
    for key in OWN:
        if isinstance(raw.get(key), list):
            result[key] = [
                dict(one) if isinstance(one, dict) else one
                for n, one in enumerate(raw[key])
                if (key, n) not in places
            ]
    kept = [n for n in range(len(raw.get("interview", ()))) if ("interview", n) not in places]
    for n, interview in zip(kept, result.get("interview", ()), strict=True):
        for key in WITHIN:
            if isinstance(interview.get(key), list):
                interview[key] = [
                    dict(one) if isinstance(one, dict) else one
                    for m, one in enumerate(interview[key])
                    if ("interview", n, key, m) not in places
                ]
    return result


def _aside(parsed: Parsed, place: Place, error: Any, ids: dict[int, str], is_told: bool) -> RejectedRecord:
    # To find a line takes as long as the file is; past the first hundred nobody reads them.
    text = parsed.text if is_told else ""
    problem = validation_problem(text, error["loc"], error["msg"], error["type"])
    of = ids[int(place[1])] if len(place) == 4 else ""
    return RejectedRecord(str(place[-2]), _at(parsed.raw, place), of, problem.line, problem.text)


def _renumber(raw: dict[str, Any]) -> list[str]:
    """Gives each record with the id of an earlier one another, the same on every machine; tells of each."""
    notices: list[str] = []
    for kind, records in _lists(raw):
        seen: set[str] = set()
        taken = {one["id"] for one in records}
        for one in records:
            if one["id"] in seen:
                old, one["id"] = one["id"], new_id(one, taken)
                taken.add(one["id"])
                what = f"two {kind}s have the id “{clean_line(old)}”"
                notices.append(f"{what}; both are kept, the second as “{one['id']}”")
            seen.add(one["id"])
    return notices


def _lists(raw: dict[str, Any]) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    interviews = raw.get("interview", [])
    yield "interview", interviews
    for one in interviews:
        for kind in ("contact", "draft"):
            yield kind, one.get(kind, [])
