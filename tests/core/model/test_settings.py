"""How people were met, from words."""

import pytest

from followup_tui.core.model.logbook import Setting
from followup_tui.core.model.settings import parse_setting


@pytest.mark.parametrize(
    ("kind", "setting"),
    [
        ("Phone", Setting.PHONE),
        ("Telephone call", Setting.PHONE),
        ("Zoom", Setting.VIDEO),
        ("Video call", Setting.VIDEO),
        ("Phone or Zoom", None),
        ("On-site", Setting.IN_PERSON),
        ("Onsite", Setting.IN_PERSON),
        ("In-person", Setting.IN_PERSON),
        ("vor Ort", Setting.IN_PERSON),
        ("Presencial", Setting.IN_PERSON),
        ("Visio", Setting.VIDEO),
        ("Videollamada", Setting.VIDEO),
        ("Call", Setting.PHONE),
        ("Recruiter call", None),
        ("Case study", None),
        ("Callback form", None),
    ],
)
def test_the_kind_of_meeting_is_read_where_it_is_plain(kind: str, setting: Setting | None) -> None:
    assert parse_setting(kind) is setting
