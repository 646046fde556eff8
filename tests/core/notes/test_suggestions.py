"""Lines without a sign that look like a fact get a suggestion, and others get none."""

import pytest

from followup_tui.core.notes.suggestions import suggest_sign


@pytest.mark.parametrize(
    ("line", "sign"),
    [
        ("Dana Reyes, engineering manager", "@"),
        ("Anna-Lena von Berg, head of people", "@"),
        ("Luis Ortega <luis@acme.example>", "@"),
        ("Luis Ortega, recruiter, luis@acme.example", "@"),
        ("who would I report to?", "?"),
        ("they offer 65 to 75k", "$"),
        ("salary: open", "$"),
        ("worried about my Kubernetes", "!"),
        ("they want two references", "+"),
        ("gave them my portfolio", "="),
        ("decision by end of next week", ">"),
        ("they will let me know on Friday", ">"),
    ],
)
def test_a_line_that_looks_like_a_fact_gets_the_sign_it_lacks(line: str, sign: str) -> None:
    suggested = suggest_sign(line)
    assert suggested is not None
    assert suggested.character == sign


@pytest.mark.parametrize(
    "line",
    [
        "",
        "   ",
        "they use Postgres and Go",
        "team of nine, two in Porto",
        "Good talk, long coffee",
        "Postgres, Go and Kafka",
        "the office is in Berlin",
        "@ Dana Reyes, engineering manager",
        "? who would I report to?",
        "Python 3.11, FastAPI",
        "We talked for an hour, it was nice",
        "Dana " * 60,
    ],
)
def test_other_lines_get_none(line: str) -> None:
    assert suggest_sign(line) is None
