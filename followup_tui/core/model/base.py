"""The base class of the frozen values, and the types of their fields: text, days, moments."""

import re
from datetime import date, datetime, timedelta, timezone
from functools import lru_cache
from typing import Annotated, Any, Self

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict

from followup_tui.core.dates.years import is_accepted_year, outside_years
from followup_tui.core.text import clean_line, clean_text

_NUMBER = re.compile(r"\s*[+-]?\d+([.]\d*)?\s*")
"""A number in quotes, which pydantic would take for seconds since 1970."""


class Value(BaseModel):
    """A frozen value. Unknown keys of the file are stored with it and written back."""

    model_config = ConfigDict(frozen=True, extra="allow")

    def by_key(self) -> dict[str, Any]:
        """Return all that the value holds, unknown keys included, by the keys that the file uses."""
        known = {field.alias or name: getattr(self, name) for name, field in type(self).model_fields.items()}
        return {**(self.model_extra or {}), **known}

    def but(self, **changes: object) -> Self:
        """Return a copy with some fields changed, validated again.

        Unlike `model_copy(update=…)`, which validates nothing. Raises pydantic's ValidationError if a new
        value does not fit its field.
        """
        fields = type(self).model_fields
        changed = {fields[name].alias or name: value for name, value in changes.items()}
        return self.model_validate({**self.by_key(), **changed})


def _year_in_bounds(value: date) -> date:
    if not is_accepted_year(value.year):
        raise ValueError(outside_years(value.year))
    return value


def _not_a_number(value: object) -> object:
    # pydantic would read a number, quoted or not, as seconds since 1970.
    if isinstance(value, int | float) or (isinstance(value, str) and _NUMBER.fullmatch(value)):
        raise ValueError("a date is needed, such as 2026-11-23, not a number")
    return value


def _normalized_moment(value: datetime) -> datetime:
    _year_in_bounds(value)
    offset = value.utcoffset()
    if offset is None:
        raise ValueError("a time with its offset is needed, such as 2026-11-23T14:00:00+01:00")
    return value.astimezone(_fixed_zone(offset)).replace(microsecond=0)


@lru_cache(maxsize=256)
def _fixed_zone(offset: timedelta) -> timezone:
    """Return the zone of an offset, in whole minutes; moments that share a zone are compared faster.

    TOML cannot express offsets with seconds, which time zones had long ago.
    """
    return timezone(timedelta(minutes=round(offset.total_seconds() / 60)))


MOMENT_WANTED = "should be a date and a time, such as 2026-11-23T14:00:00+01:00"
"""What is wrong with a value in the place of a moment."""


def _with_time(value: object) -> object:
    if isinstance(value, date) and not isinstance(value, datetime):
        raise ValueError(MOMENT_WANTED)
    return value


Line = Annotated[str, AfterValidator(clean_line)]
"""One line of text."""
Text = Annotated[str, AfterValidator(clean_text)]
"""Text of many lines, newlines as `\\n`."""
Day = Annotated[date, BeforeValidator(_not_a_number), AfterValidator(_year_in_bounds)]
"""A calendar day from 2000 to 2199."""
Moment = Annotated[
    datetime, BeforeValidator(_not_a_number), BeforeValidator(_with_time), AfterValidator(_normalized_moment)
]
"""A moment with a fixed offset in whole minutes, to the second."""
