"""Fields of a record are found and set by dotted paths, in which ids stand for the indexes of lists."""

from typing import Any

import pytest
from pydantic import ValidationError

from followup_tui.core.merge.field_paths import get_field, set_field
from followup_tui.core.merge.fields import MISSING
from tests.core.builders import contact, day, interview

REPLY = contact("reply", "2026-11-20", "Dana").but(id="a.b", text="hello")
ACME = interview(
    contacts=[contact("reply", "2026-11-19").but(id="a"), REPLY],
    ticks={"write-down": day("2026-11-20")},
)
ACME = ACME.model_validate(ACME.by_key() | {"odd.key": 7, "odd": {"key": 8}})


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("company", "Acme"),
        ("ticks.write-down", day("2026-11-20")),
        ("contact.a.b.text", "hello"),
        ("odd.key", 7),
        ("ticks.nothing", MISSING),
        ("contact.gone.text", MISSING),
        ("gone", MISSING),
        ("company.name", MISSING),
        ("", MISSING),
    ],
)
def test_a_value_is_found_at_its_path(path: str, value: Any) -> None:
    assert get_field(ACME, path) == value


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("company", "Cyan"),
        ("ticks.ask", day("2026-11-21")),
        ("contact.a.b.text", "bye"),
        ("odd.key", 9),
        ("new", 1),
    ],
)
def test_a_value_is_set_at_its_path_and_nothing_else_changes(path: str, value: Any) -> None:
    changed = set_field(ACME, path, value)
    assert get_field(changed, path) == value
    before = get_field(ACME, path)
    if before is not MISSING:
        assert set_field(changed, path, before) == ACME


@pytest.mark.parametrize("path", ["contact.gone.text", "company.name", "gone.deep"])
def test_a_path_that_leads_nowhere_changes_nothing(path: str) -> None:
    assert set_field(ACME, path, "x") is ACME


def test_a_value_that_does_not_fit_is_refused() -> None:
    with pytest.raises(ValidationError):
        set_field(ACME, "ticks.ask", "yesterday")
