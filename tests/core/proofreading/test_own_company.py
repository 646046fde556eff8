"""The misspelled name of the company itself."""

import pytest

from tests.core.proofreading.cases import findings_in


@pytest.mark.parametrize(
    ("sentence", "at"),
    [
        ("I would love to work at Saltmarsch.", "Saltmarsch"),
        ("What Saltmash does is rare.", "Saltmash"),
    ],
)
def test_the_misspelled_company_is_found(sentence: str, at: str) -> None:
    assert findings_in(sentence) == ["near name: " + at]
