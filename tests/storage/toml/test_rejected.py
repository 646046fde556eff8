"""What is rejected says what is wrong with it, and what becomes of it."""

import pytest

from followup_tui.storage.toml.rejected import Rejected, RejectedField, RejectedRecord, consequence


def test_a_problem_names_its_line_where_that_is_known() -> None:
    record = RejectedRecord(("interview",), {"company": ""}, line=4, problem="the company is missing")
    assert str(record) == "line 4: the company is missing"
    assert str(record._replace(line=None)) == "the company is missing"
    assert str(RejectedField(("rules", "guess_days"), -1, line=9, problem="too small")) == "line 9: too small"


@pytest.mark.parametrize(
    ("rejected", "expected"),
    [
        (RejectedField(("rules", "guess_days"), -1), "the default is used instead"),
        (RejectedField(("ticks", "ask"), "x", "acme"), "it is ignored, but stays in the file"),
        (RejectedRecord(("contact",), {}, "acme"), "it is ignored, but stays in the file"),
    ],
)
def test_only_a_setting_has_a_usual_value_to_fall_back_to(rejected: Rejected, expected: str) -> None:
    assert consequence(rejected) == expected
