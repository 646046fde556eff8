"""Time zones as people write them."""

from datetime import datetime, timedelta
from zoneinfo import available_timezones

import pytest

from followup_tui.core.dates.zones import AMBIGUOUS, ZONE_LETTERS, AmbiguousZone, Zone, named_zone, parse_zone


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("PT", "America/Los_Angeles"),
        ("pst", "America/Los_Angeles"),
        ("Eastern time", "America/New_York"),
        ("Eastern Standard Time", "America/New_York"),
        ("Pacific Daylight Time", "America/Los_Angeles"),
        ("Central European Time", "Europe/Paris"),
        ("New York", "America/New_York"),
        ("america/new_york", "America/New_York"),
        ("in Berlin", "Europe/Berlin"),
        ("Munich", "Europe/Berlin"),
        ("UTC", "UTC"),
        ("Buenos Aires", "America/Argentina/Buenos_Aires"),
        ("Kolkata", "Asia/Kolkata"),
    ],
)
def test_a_zone_is_found_by_letters_place_or_name(text: str, name: str) -> None:
    zone = parse_zone(text)
    assert isinstance(zone, Zone)
    assert zone.name == name


@pytest.mark.parametrize(
    "text", ["", "xyz", "Atlantis", "3", "+15:00", "+2:75", "ten", "../../etc/passwd", "\ud800"]
)
def test_what_is_no_zone_is_none(text: str) -> None:
    assert parse_zone(text) is None


@pytest.mark.parametrize(
    ("text", "minutes"), [("+02:00", 120), ("UTC-5", -300), ("gmt+5:30", 330), ("+0530", 330)]
)
def test_an_offset_is_a_zone_of_its_own(text: str, minutes: int) -> None:
    zone = parse_zone(text)
    assert isinstance(zone, Zone)
    assert named_zone(zone.name) == zone
    assert zone.tz.utcoffset(datetime(2026, 1, 1)) == timedelta(minutes=minutes)


@pytest.mark.parametrize("letters", sorted(AMBIGUOUS))
def test_letters_of_several_zones_name_them_all(letters: str) -> None:
    zone = parse_zone(letters)
    assert isinstance(zone, AmbiguousZone)
    assert all(named_zone(choice) for choice in zone.choices)


def test_every_zone_of_the_table_is_in_the_database() -> None:
    assert set(ZONE_LETTERS) - {"UTC"} <= available_timezones()


def test_an_unknown_name_is_no_zone() -> None:
    assert named_zone("Europe/Atlantis") is None
    assert named_zone("/etc/passwd") is None
    assert named_zone("") is None
