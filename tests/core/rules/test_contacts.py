"""What contacts are called."""

import pytest

from followup_tui.core.letters.kinds import LETTER_KINDS
from followup_tui.core.model.logbook import ContactKind
from followup_tui.core.rules.contacts import contact_name, contact_title, kind_name
from tests.core.builders import contact


@pytest.mark.parametrize("kind", sorted({*LETTER_KINDS, *ContactKind} - {"other"}))
def test_each_kind_of_contact_and_of_letter_has_a_name_of_its_own(kind: str) -> None:
    assert kind_name(kind, "Dana") not in {
        kind_name(other, "Dana") for other in {*LETTER_KINDS, *ContactKind} - {kind}
    }


@pytest.mark.parametrize(
    ("kind", "more", "name", "title"),
    [
        ("thank-you", {}, "the thank-you note to Dana", "thank-you note to Dana"),
        ("material", {}, "what they asked for to Dana", "material to Dana"),
        ("other", {}, "your message to Dana", "message to Dana"),
        ("other", {"letter": "accept"}, "your acceptance to Dana", "acceptance to Dana"),
        (
            "other",
            {"letter": "decline"},
            "your answer to Dana declining the offer",
            "answer to Dana declining the offer",
        ),
        ("other", {"letter": "of a later version"}, "your message to Dana", "message to Dana"),
        ("reply", {"says": "deciding"}, "their answer from Dana", "answer from Dana: still deciding"),
        ("reply", {"letter": "decline"}, "their answer from Dana", "answer from Dana"),
        ("reply", {"says": "thanks", "channel": "phone"}, "their answer from Dana", "call from Dana"),
    ],
)
def test_a_contact_is_called_by_what_it_was(kind: str, more: dict[str, str], name: str, title: str) -> None:
    recorded = contact(kind, "2026-11-24", "Dana").but(**more)
    assert contact_name(recorded) == name
    assert contact_title(recorded) == title
    assert "Dana" not in contact_title(recorded, names_person=False)
