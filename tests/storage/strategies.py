"""What the tests of the storage read and write: a file as a hand writes it, and any logbook at all.

The drawn ones hold hostile text in every field and unknown keys of every kind at every level.
"""

from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta, timezone
from typing import Any

from hypothesis import strategies as st
from pydantic import BaseModel

from followup_tui.core.model.logbook import (
    Conflict,
    Contact,
    ContactKind,
    Deleted,
    Draft,
    InboxLine,
    Interview,
    Logbook,
    Promise,
    Says,
    Setting,
    Skips,
    StepId,
    Templates,
    Ticks,
)
from followup_tui.core.model.rules import Rules

BY_HAND = """\
format = 1
owner = "Sam"

[[interview]]
company = "Acme Robotics"
role = "Backend engineer"
round = 2
held_at = 2026-11-23T14:00:00+01:00
setting = "video"
salary = { low = 1, high = [2, 3.5, "four"] }
notes = '''
@ Dana Reyes, engineering manager
> decision by end of next week
'''
  [interview.ticks]                    # step id -> day, or "skipped"
  ask = 2026-11-23
  connect = "skipped"
  mood = "good"
  [interview.skips]
  thank = ["Luis Ortega"]
  why = "rude"
  [[interview.promise]]
  said_on = 2026-11-24
  decide_by = 2026-12-04
  sure = true
  [[interview.contact]]
  at = 2026-11-23T15:40:00
  kind = "thank-you"
  person = "Dana  Reyes"
  seen_at = 2026-11-23T16:00:00
  [[interview.draft]]
  kind = "follow-up"
  body = "Dear Dana"
  tone = ["warm", { degrees = 3 }]

[[interview]]
"company" = "Borealis"
held_at = 2026-11-25 09:30:00

[[inbox]]
at = 2026-11-24T08:00:00
text = "one more thing"
host = "laptop"

[rules]
follow_up_limit = 3
holidays = [2026-12-25]
colour = 'blue'

[[plugin.of.mine]]
deep = true
"""
"""A file as a hand writes it."""
UNKNOWN: dict[str, dict[str, Any]] = {
    "top": {"owner": "Sam", "plugin": {"of": {"mine": [{"deep": True}]}}},
    "interview": {"salary": {"low": 1, "high": [2, 3.5, "four"]}},
    "ticks": {"mood": "good"},
    "skips": {"why": "rude"},
    "promise": {"sure": True},
    "contact": {"seen_at": datetime(2026, 11, 23, 16, 0)},
    "draft": {"tone": ["warm", {"degrees": 3}]},
    "inbox": {"host": "laptop"},
    "rules": {"colour": "blue"},
}
"""The keys in it that we do not know, by the record they stand in."""

Drawn = st.SearchStrategy[Any]

NASTY = (
    "[/]",
    "[/foo]",
    "[b]x[/i]",
    "\x1b]52;c;aGk=\x07",
    "\x1b[2J",
    "\x00",
    "\x9b31m",
    "\u202eevil\u202c",
    "\u2066\u200f\ufeff",
    "\r\n",
    "\r",
    "\n",
    "\n\n",
    "\u2028",
    "\x85",
    "\t",
    " ",
    '"',
    '"""',
    '""""',
    "'''",
    "\\",
    "\\\n  ",
    "\\u0041",
    "#",
    "= ",
    "[[interview]]",
    "\n[rules]\n",
    'company = "x"',
    "@ Dana Reyes",
    "\n> by Friday",
    "# end of followup-tui logbook",
    "\n# end of followup-tui logbook\n",
    "e\u0301",
    "\U0001f469\u200d\U0001f680",
    "long " * 400,
)
_PIECES = st.sampled_from(NASTY)

text: st.SearchStrategy[str] = st.one_of(
    st.text(max_size=20), st.lists(st.one_of(_PIECES, st.text(max_size=5)), max_size=5).map("".join)
)
"""Text that a TOML file can hold."""
raw_text: st.SearchStrategy[str] = st.one_of(
    text, st.text(st.characters(exclude_categories=()), max_size=10), text.map(lambda value: value + "\ud800")
)
"""Text with lone surrogates besides, as it may come from a terminal."""

_ODD_KEYS = (
    "colour",
    "",
    "a b",
    "a.b",
    "é",
    '"',
    "'",
    "\n",
    "\x1b",
    "\\",
    " = ",
    "]",
    "[x]",
    "#",
    "1979-05-27",
)
_OUR_NAMES = ("model_config", "model_extra", "copy", "json", "dict", "but", "of", "is_closed", "__class__")
_MODELS = (Logbook, Interview, Contact, Draft, Ticks, Skips, InboxLine)
_FIELDS = {
    name for model in _MODELS for key, field in model.model_fields.items() for name in (key, field.alias)
}
keys: st.SearchStrategy[str] = st.one_of(
    st.sampled_from(_ODD_KEYS),
    st.sampled_from((*_OUR_NAMES, *sorted(name for name in _FIELDS if name))),
    st.text(max_size=5),
)

offsets = st.integers(-23 * 60 - 59, 23 * 60 + 59).map(lambda minutes: timezone(timedelta(minutes=minutes)))
_flat: Drawn = st.one_of(
    text,
    st.booleans(),
    st.integers(-(2**63), 2**63 - 1),
    st.floats(),
    st.dates(),
    st.times(),
    st.datetimes(),
    st.datetimes(timezones=st.one_of(st.just(UTC), offsets)),
)
values: Drawn = st.recursive(
    _flat,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(keys, inner, max_size=3),
        st.lists(st.dictionaries(keys, inner, max_size=2), min_size=1, max_size=2),
    ),
    max_leaves=6,
)
"""Whatever TOML can hold: scalars of all types, mixed arrays, tables, arrays of tables."""

days = st.dates(date(2000, 1, 1), date(2199, 12, 31))
moments = st.datetimes(datetime(2000, 1, 1), datetime(2199, 12, 31, 23, 59, 59), timezones=offsets)
short_text = st.text(max_size=8)
ids = st.one_of(st.text("abcdefgh2345", min_size=6, max_size=6), st.text(min_size=1, max_size=8))


def extras(model: type[BaseModel]) -> st.SearchStrategy[dict[str, Any]]:
    """Return keys that `model` does not know, with their values; half the time none."""
    known = {field.alias or name for name, field in model.model_fields.items()}
    unknown = st.dictionaries(keys.filter(lambda key: key not in known), values, max_size=3)
    return st.one_of(st.just({}), unknown)


def record(
    model: type[BaseModel], required: Mapping[str, Drawn], optional: Mapping[str, Drawn]
) -> st.SearchStrategy[dict[str, Any]]:
    """Return a table of that model, some of its optional keys left out, some unknown ones put in."""
    known = st.fixed_dictionaries(dict(required), optional=dict(optional))
    return st.builds(lambda own, more: {**more, **own}, known, extras(model))


def records(of: Drawn, unique: bool = True, least: int = 0) -> st.SearchStrategy[list[dict[str, Any]]]:
    """Return a few of them; no two with the same id where they have ids."""
    unique_by = (lambda record: record["id"]) if unique else None
    return st.lists(of, min_size=least, max_size=least + 2, unique_by=unique_by)


_kinds = st.sampled_from([kind.value for kind in ContactKind])
contacts = record(
    Contact,
    {"id": ids, "at": moments, "kind": _kinds},
    {
        "person": raw_text,
        "channel": raw_text,
        "text": raw_text,
        "reason": raw_text,
        "says": st.sampled_from([answer.value for answer in Says]),
        "answer_by": days,
        "letter": short_text,
    },
)
drafts = record(
    Draft,
    {"id": ids, "kind": _kinds},
    {"person": raw_text, "channel": raw_text, "subject": raw_text, "body": raw_text},
)
promises = record(Promise, {"said_on": days, "decide_by": days}, {"words": raw_text})
_ticked = st.one_of(days, st.just("skipped"))
ticks = record(Ticks, {}, {step.value: _ticked for step in StepId})
_names = st.lists(raw_text, max_size=3)
skips = record(Skips, {}, {"thank": _names, "connect": _names})
other_versions = record(Conflict, {"field": text}, {"text": raw_text, "value": values})
deletions = record(
    Deleted,
    {"id": ids, "at": moments},
    {"kind": st.sampled_from(("interview", "contact", "draft")), "of": text, "was": text},
)
interviews = record(
    Interview,
    {"id": ids, "company": raw_text.map(lambda value: "C" + value), "held_at": moments, "notes": raw_text},
    {
        "role": raw_text,
        "round": st.integers(1, 99),
        "position": short_text,
        "their_zone": short_text,
        "let_go": short_text,
        "added_on": days,
        "setting": st.sampled_from([setting.value for setting in Setting]),
        "outcome": raw_text,
        "ticks": ticks,
        "skips": skips,
        "promise": records(promises, unique=False),
        "contact": records(contacts),
        "draft": records(drafts),
        "conflict": records(other_versions, unique=False),
    },
)
inbox_lines = record(InboxLine, {"at": moments, "text": raw_text}, {"to": raw_text})
rules = record(
    Rules,
    {},
    {"follow_up_limit": st.integers(0, 20), "guess_days": st.integers(1, 365), "holidays": st.lists(days)},
)
templates = record(Templates, {}, {"thank-you": raw_text, "follow-up": raw_text, "connect": raw_text})
logbooks: st.SearchStrategy[Logbook] = record(
    Logbook,
    {"interview": records(interviews, least=1)},
    {
        "signature": raw_text,
        "inbox": records(inbox_lines, unique=False),
        "rules": rules,
        "templates": templates,
        "conflict": records(other_versions, unique=False),
        "deleted": records(deletions, unique=False),
    },
).map(Logbook.model_validate)
"""Any logbook of the format of today."""


def canonical(value: Any) -> Any:
    """`value` in a form whose equality is sameness: types told apart, NaN itself, order of keys free."""
    if isinstance(value, BaseModel):
        fields = {name: canonical(getattr(value, name)) for name in type(value).model_fields}
        return type(value).__name__, fields, canonical(value.model_extra)
    if isinstance(value, dict):
        return {key: canonical(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [canonical(inner) for inner in value]
    if isinstance(value, float | datetime | time):
        return type(value).__name__, repr(value) if isinstance(value, float) else value.isoformat()
    return type(value).__name__, value


def unknown_keys(logbook: Logbook) -> dict[str, dict[str, Any] | None]:
    """Return the keys that we do not know of the first records of each kind."""
    interview = logbook.interviews[0]
    return {
        "top": logbook.model_extra,
        "interview": interview.model_extra,
        "ticks": interview.ticks.model_extra,
        "skips": interview.skips.model_extra,
        "promise": interview.promises[0].model_extra,
        "contact": interview.contacts[0].model_extra,
        "draft": interview.drafts[0].model_extra,
        "inbox": logbook.inbox[0].model_extra,
        "rules": logbook.rules.model_extra,
    }
