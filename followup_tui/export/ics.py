"""What is to be done when, as a calendar (RFC 5545): one event for each thing.

A calendar that took in an earlier export updates its events: their names (UID) stay, their number (SEQUENCE)
grows with the minutes. What need no longer be done, and was not past, comes as cancelled.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from hashlib import blake2b

from followup_tui.core.model import Interview, StepId
from followup_tui.core.plan import MaterialPlan, Plan
from followup_tui.core.text import clean_line, fold_name
from followup_tui.core.wording import listed

_EPOCH = datetime(2020, 1, 1, tzinfo=UTC)
_LONGEST = 75
"""The longest line, in octets (RFC 5545, 3.1)."""


def calendar(planned: Iterable[tuple[Interview, Plan]], now: datetime) -> str:
    """The calendar at `now`, with the ends of lines that calendars have."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//followup-tui//followup-tui//EN",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        "X-WR-CALNAME:Interviews",
    ]
    for interview, plan in planned:
        for event in _events(interview, plan):
            lines += event.lines(now)
    lines.append("END:VCALENDAR")
    return "".join(f"{_folded(line)}\r\n" for line in lines)


class _Event:
    """Something to do, at a time or on whole days."""

    def __init__(
        self,
        name: str,
        summary: str,
        begins: datetime | date,
        ends: date | None = None,
        *,
        alarm: str,
        text: str = "",
        is_cancelled: bool = False,
    ) -> None:
        self.name, self.summary, self.text = name, summary, text
        self.begins, self.ends = begins, ends
        self.alarm, self.is_cancelled = alarm, is_cancelled

    def lines(self, now: datetime) -> list[str]:
        stamp = _utc(now)
        lines = [
            "BEGIN:VEVENT",
            f"UID:{_escaped(self.name)}@followup-tui",
            f"DTSTAMP:{stamp}",
            f"LAST-MODIFIED:{stamp}",
            f"SEQUENCE:{int((now - _EPOCH).total_seconds() // 60) if now > _EPOCH else 0}",
            *self._time(),
            f"SUMMARY:{_escaped(self.summary)}",
            "CLASS:PRIVATE",
            f"STATUS:{'CANCELLED' if self.is_cancelled else 'CONFIRMED'}",
        ]
        if self.text:
            lines.append(f"DESCRIPTION:{_escaped(self.text)}")
        if not self.is_cancelled:
            lines += [
                "BEGIN:VALARM",
                "ACTION:DISPLAY",
                f"DESCRIPTION:{_escaped(self.summary)}",
                f"TRIGGER:{self.alarm}",
                "END:VALARM",
            ]
        return [*lines, "END:VEVENT"]

    def _time(self) -> list[str]:
        if isinstance(self.begins, datetime):
            return [f"DTSTART:{_utc(self.begins)}", "DURATION:PT1H", "TRANSP:OPAQUE"]
        # The day after the last one: an end is no part of it.
        after = (self.ends or self.begins) + timedelta(days=1)
        return [
            f"DTSTART;VALUE=DATE:{self.begins:%Y%m%d}",
            f"DTEND;VALUE=DATE:{after:%Y%m%d}",
            "TRANSP:TRANSPARENT",
        ]


def _events(interview: Interview, plan: Plan) -> Iterator[_Event]:
    role = [interview.role] if interview.role else []
    about = role + ([f"round {interview.round}"] if interview.round > 1 else [])
    what = f"Interview: {interview.company}" + (f" ({', '.join(about)})" if about else "")
    yield _Event(
        f"{interview.id}-interview", what, interview.held_at, alarm="-PT1H", text=interview.setting.value
    )
    yield from _thanks(interview, plan)
    yield from _window(interview, plan)
    seen: Counter[str] = Counter()
    for one in plan.materials:
        named = fold_name(one.material.what)
        seen[named] += 1
        yield from _material(interview, plan, one, seen[named])


def _thanks(interview: Interview, plan: Plan) -> Iterator[_Event]:
    step = plan.step(StepId.THANK)
    day = step.due or interview.held_on
    is_over = step.status.is_settled or interview.is_closed
    if is_over and day < plan.today:
        return
    names = [one.person.name for one in plan.people if not one.thank_settled]
    whom = f" to {listed(names)}" if names else ""
    yield _Event(
        f"{interview.id}-thank",
        f"{interview.company}: send thank-you notes{whom}",
        day,
        alarm="PT18H",
        text=step.why,
        is_cancelled=is_over,
    )


def _window(interview: Interview, plan: Plan) -> Iterator[_Event]:
    opens, closes = plan.window.opens, plan.window.closes
    is_over = opens is None or interview.is_closed
    first = opens or plan.promised.day
    if is_over and first < plan.today:
        return
    yield _Event(
        f"{interview.id}-follow-up",
        f"{interview.company}: follow up",
        first,
        max(closes or first, first),
        alarm="PT9H",
        text=plan.step(StepId.FOLLOW_UP).why,
        is_cancelled=is_over,
    )


def _material(interview: Interview, plan: Plan, one: MaterialPlan, turn: int) -> Iterator[_Event]:
    """`turn`: the how many-th of that name it is, from 1."""
    day = one.material.due_on
    if day is None:
        return
    is_over = one.status.is_settled or interview.is_closed
    if is_over and day < plan.today:
        return
    told = fold_name(one.material.what) + (f" {turn}" if turn > 1 else "")
    digest = blake2b(told.encode(), digest_size=4).hexdigest()
    yield _Event(
        f"{interview.id}-material-{digest}",
        f"{interview.company}: send {one.material.what}",
        day,
        alarm="PT9H",
        is_cancelled=is_over,
    )


def _utc(at: datetime) -> str:
    return f"{at.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _escaped(text: str) -> str:
    line = clean_line(text)
    return line.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")


def _folded(line: str) -> str:
    """`line` in pieces of at most 75 octets, none of which cuts a character."""
    pieces, piece, size = [], "", 0
    for letter in line:
        octets = len(letter.encode())
        if size + octets > _LONGEST:
            pieces.append(piece)
            piece, size = " ", 1
        piece += letter
        size += octets
    return "\r\n".join([*pieces, piece])
