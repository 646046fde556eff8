"""Time zones as people write them: "PT", "CET", "London", "America/New_York", "UTC+2".

The names and rules of zones are those of the IANA database; it is read only when a zone was written.
"""

import re
from datetime import UTC, timedelta, timezone, tzinfo
from functools import cache
from typing import NamedTuple

ZONE_LETTERS = {
    "UTC": "utc gmt z zulu greenwich+mean",
    "Europe/Lisbon": "wet west western+european western+european+summer",
    "Europe/Paris": "cet cest met mest central+european central+european+summer central+european+standard",
    "Europe/Helsinki": "eet eest eastern+european eastern+european+summer",
    "Europe/Moscow": "msk",
    "Europe/Istanbul": "trt",
    "America/New_York": "et est edt eastern eastern+standard eastern+daylight nyc boston washington miami"
    " atlanta philadelphia ny",
    "America/Chicago": "ct cdt central central+standard central+daylight austin dallas houston",
    "America/Denver": "mt mst mdt mountain mountain+standard mountain+daylight",
    "America/Los_Angeles": "pt pst pdt pacific pacific+standard pacific+daylight sf san+francisco seattle la"
    " san+diego portland california",
    "America/Anchorage": "akst akdt",
    "Pacific/Honolulu": "hst hawaii",
    "America/St_Johns": "nst ndt",
    "America/Toronto": "montreal ottawa",
    "America/Sao_Paulo": "brt rio rio+de+janeiro",
    "America/Argentina/Buenos_Aires": "art buenos+aires",
    "America/Bogota": "cot",
    "Africa/Johannesburg": "sast cape+town",
    "Africa/Nairobi": "eat",
    "Africa/Lagos": "wat",
    "Africa/Maputo": "cat",
    "Asia/Tokyo": "jst osaka kyoto japan",
    "Asia/Seoul": "kst korea",
    "Asia/Singapore": "sgt",
    "Asia/Hong_Kong": "hkt",
    "Asia/Shanghai": "beijing shenzhen china",
    "Asia/Kolkata": "india bangalore bengaluru mumbai delhi new+delhi chennai hyderabad pune",
    "Asia/Karachi": "pkt",
    "Asia/Manila": "pht",
    "Asia/Bangkok": "ict",
    "Asia/Jakarta": "wib",
    "Asia/Dubai": "abu+dhabi",
    "Asia/Jerusalem": "tel+aviv israel",
    "Australia/Sydney": "aest aedt",
    "Australia/Adelaide": "acst acdt",
    "Australia/Perth": "awst",
    "Pacific/Auckland": "nzst nzdt",
    "Europe/London": "manchester edinburgh cambridge oxford uk",
    "Europe/Berlin": "munich hamburg frankfurt cologne stuttgart germany",
    "Europe/Zurich": "geneva basel bern",
    "Europe/Amsterdam": "rotterdam eindhoven utrecht",
    "Europe/Madrid": "barcelona",
    "Europe/Rome": "milan",
    "Europe/Stockholm": "gothenburg",
}
"""Zone -> letters and places that are not names of the IANA database, and mean that zone alone."""
AMBIGUOUS = {
    "cst": ("America/Chicago", "Asia/Shanghai", "America/Havana"),
    "ist": ("Asia/Kolkata", "Europe/Dublin", "Asia/Jerusalem"),
    "bst": ("Europe/London", "Asia/Dhaka"),
    "ast": ("America/Halifax", "Asia/Riyadh"),
    "gst": ("Asia/Dubai", "Atlantic/South_Georgia"),
    "amt": ("America/Manaus", "Asia/Yerevan"),
    "sst": ("Asia/Singapore", "Pacific/Pago_Pago"),
    "wst": ("Australia/Perth", "Pacific/Apia"),
    "pyt": ("America/Asuncion", "Asia/Pyongyang"),
    "ect": ("America/Guayaquil", "Europe/Paris"),
}
"""Letters -> the zones that they stand for."""
_OFFSET = re.compile(r"(?:utc|gmt)? ?(?P<sign>[+\u2212-])(?P<hours>[0-9]{1,2})(?::?(?P<minutes>[0-9]{2}))?")
"""An offset from UTC: `UTC+2`, `+05:30`, `GMT-0800`."""


class Zone(NamedTuple):
    """A time zone."""

    name: str
    """Its IANA name, or an offset such as `+09:00`."""
    tz: tzinfo


class AmbiguousZone(NamedTuple):
    """Letters that stand for several zones."""

    letters: str
    choices: tuple[str, ...]
    """IANA names."""

    @property
    def question(self) -> str:
        """The question which of them is meant."""
        return f"{self.letters} stands for several zones; write one of {', '.join(self.choices)}"


def parse_zone(text: str) -> Zone | AmbiguousZone | None:
    """Return the zone that `text` names as a whole, or None. Upper and lower case are the same."""
    words = " ".join(text.lower().replace("_", " ").split())
    words = words.removesuffix(" time").removeprefix("in ").strip("() ")
    if words in AMBIGUOUS:
        return AmbiguousZone(words.upper(), AMBIGUOUS[words])
    if found := _OFFSET.fullmatch(words):
        return _offset(found)
    name = _names().get(words) or (_cities().get(words) if len(words) > 2 else None)
    return named_zone(name) if name else None


def named_zone(name: str) -> Zone | None:
    """Return the zone of that IANA name or offset, or None if there is none."""
    if name == "UTC":
        return Zone(name, UTC)
    if found := _OFFSET.fullmatch(name):
        return _offset(found)
    from zoneinfo import ZoneInfo

    try:
        return Zone(name, ZoneInfo(name))
    except (KeyError, ValueError, OSError):  # not found is a KeyError
        return None


def _offset(found: re.Match[str]) -> Zone | None:
    hours, minutes = int(found["hours"]), int(found["minutes"] or 0)
    if hours > 14 or minutes > 59:
        return None
    offset = timedelta(hours=hours, minutes=minutes)
    return zone_at(offset if found["sign"] == "+" else -offset)


def zone_at(offset: timedelta) -> Zone:
    """Return the zone that has that offset all year."""
    tz = timezone(offset)
    return Zone("UTC", UTC) if not offset else Zone(str(tz).removeprefix("UTC"), tz)


@cache
def _names() -> dict[str, str]:
    return {
        spelling.replace("+", " "): zone
        for zone, spellings in ZONE_LETTERS.items()
        for spelling in spellings.split()
    }


@cache
def _cities() -> dict[str, str]:
    """Return the zones of the database by their whole names and by their cities."""
    from zoneinfo import available_timezones

    names = sorted(name for name in available_timezones() if "/" in name and not name.startswith("Etc/"))
    cities: dict[str, str] = {}
    for name in names:
        plain = name.lower().replace("_", " ")
        cities[plain] = name
        cities.setdefault(plain.rsplit("/", 1)[1], name)
    return cities
