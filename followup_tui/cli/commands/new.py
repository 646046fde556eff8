"""`new`: an interview added from the shell."""

import argparse
from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from followup_tui.cli.command import (
    SUCCESS,
    USAGE_ERROR,
    Command,
    CommandError,
    argument,
    clock_of,
    parse_number,
)
from followup_tui.cli.logbook_access import open_session, save
from followup_tui.cli.output import print_done

if TYPE_CHECKING:
    from followup_tui.core.dates.moments import ZonedMoment
    from followup_tui.core.model.logbook import Interview


def _run(options: argparse.Namespace) -> int:
    from followup_tui.core.changes.interviews import AddInterview
    from followup_tui.core.companies import company_key
    from followup_tui.core.model.logbook import MAX_ROUND, Interview, Setting
    from followup_tui.core.rules.joining import describe_joinable
    from followup_tui.core.text import clean_line

    company = clean_line(" ".join(options.company))
    if not company:
        raise CommandError('name the company, as in followup-tui new "Acme Robotics"', USAGE_ERROR)
    now = clock_of(options)()
    moment = _read_moment(options.at, now)
    if not 1 <= options.round <= MAX_ROUND:
        message = f"--round {options.round}: a round is a number from 1 to {MAX_ROUND}"
        raise CommandError(message, USAGE_ERROR)
    setting = Setting(options.setting)
    if setting is Setting.IN_PERSON:
        moment = moment.at_place()
    session = open_session(options)
    interview = Interview(
        id=session.new_id(),
        company=company,
        role=options.role,
        round=options.round,
        held_at=moment.at,
        their_zone=moment.their_zone,
        setting=setting,
    )
    others = [
        other for other in session.logbook.interviews if company_key(other.company) == company_key(company)
    ]
    for other in others:
        if other.held_at == interview.held_at:
            raise CommandError(f"{other.company} is already on record at that time; nothing was added")
    known = session.logbook.interviews
    session.do(AddInterview(interview, session.now().date()), save=False)
    save(session)
    is_distinct = options.role or options.round > 1
    print_done(
        *_report_added(interview, options.at, now),
        *([] if is_distinct else _report_others(others, now)),
        *describe_joinable(known, session.logbook.interviews),
    )
    return SUCCESS


def _read_moment(text: str | None, now: datetime) -> "ZonedMoment":
    """Return the moment of `--at`, this minute without it. Raise CommandError where it can't be read."""
    from followup_tui.core.dates.moments import ZonedMoment, parse_zoned_moment
    from followup_tui.core.dates.typed_days import AmbiguousText
    from followup_tui.core.dates.zones import AmbiguousZone

    if text is None:
        return ZonedMoment(now.replace(second=0, microsecond=0))
    moment = parse_zoned_moment(text, now)
    if isinstance(moment, AmbiguousZone | AmbiguousText):
        raise CommandError(f'--at "{text}": {moment.question}', USAGE_ERROR)
    if moment is None:
        raise CommandError(
            f'--at "{text}" can\'t be read as a time; write it like --at "yesterday 3pm"', USAGE_ERROR
        )
    return moment


def _report_added(interview: "Interview", at: str | None, now: datetime) -> list[str]:
    """Return what was added, and how to set it right if `--at` may have meant a day to come."""
    from followup_tui.core.dates.clocks import UserClock
    from followup_tui.core.dates.format import distance
    from followup_tui.core.dates.moments import coming_moment

    clock = UserClock.at(now)
    when = clock.moment(interview.held_at, interview.their_zone)
    if at is None:
        return [f"Added {interview.company}, {when}"]
    here = clock.to_local(interview.held_at)
    report = [f"Added {interview.company}, {when} ({distance(here.date(), now.date())})"]
    coming = coming_moment(at, here, now)
    if coming is not None:
        report.append(f'Did you mean --at "{coming:%Y-%m-%d %H:%M}"? Press e in the app to change it.')
    return report


def _report_others(others: "Sequence[Interview]", now: datetime) -> list[str]:
    """Return the latest of other interviews at the company, if there are any."""
    from followup_tui.core.dates.format import day_name

    if not others:
        return []
    last = max(others, key=lambda other: other.held_at)
    day = day_name(last.held_on, now.date())
    return [f"You have another at {last.company}, {day}; --role or --round tells them apart."]


NEW = Command(
    "new",
    _run,
    "new COMPANY",
    "add an interview (--role, --at, --round, --setting)",
    'followup-tui new "Acme Robotics" --at "yesterday 3pm"',
    argument("company", metavar="COMPANY", nargs="+", help="which company"),
    argument("--role", metavar="ROLE", default="", help="the job, such as Backend engineer"),
    argument("--at", metavar="TIME", help="when it was or will be, such as “yesterday 3pm”; default: now"),
    argument("--round", metavar="N", type=parse_number, default=1, help="which round, from 1"),
    argument(
        "--setting",
        choices=["in person", "video", "phone"],
        type=str.lower,
        default="in person",
        help="in person, video or phone",
    ),
)
