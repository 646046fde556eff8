"""`new`: an interview added from the shell."""

import argparse
from datetime import datetime

from followup_tui.cli.command import SUCCESS, USAGE_ERROR, Command, CommandError, clock_of
from followup_tui.cli.logbook_access import open_session, save
from followup_tui.cli.output import print_done


def _run(options: argparse.Namespace) -> int:
    from followup_tui.core.changes.interviews import AddInterview
    from followup_tui.core.companies import company_key
    from followup_tui.core.dates.clocks import UserClock
    from followup_tui.core.dates.format import day_name, distance
    from followup_tui.core.dates.moments import ZonedMoment, other_weekday, parse_zoned_moment
    from followup_tui.core.dates.zones import AmbiguousZone
    from followup_tui.core.model.logbook import Interview, Setting
    from followup_tui.core.rules.joining import describe_joinable
    from followup_tui.core.text import clean_line

    company = clean_line(" ".join(options.company))
    if not company:
        raise CommandError("name the company, as in followup-tui new “Acme Robotics”", USAGE_ERROR)
    now = clock_of(options)()
    minute = ZonedMoment(now.replace(second=0, microsecond=0))
    moment = minute if options.at is None else parse_zoned_moment(options.at, now)
    if isinstance(moment, AmbiguousZone):
        raise CommandError(f"--at “{options.at}”: {moment.question}", USAGE_ERROR)
    if moment is None:
        raise CommandError(
            f"--at “{options.at}” is not a time I can read; write it like “yesterday 3pm”", USAGE_ERROR
        )
    if not 1 <= options.round <= 99:
        raise CommandError(f"--round {options.round}: a round is a number from 1 to 99", USAGE_ERROR)
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
            raise CommandError(f"{other.company} is on record at that time already; nothing was added")
    known = session.logbook.interviews
    session.do(AddInterview(interview, session.now().date()), save=False)
    save(session)
    today = now.date()
    clock = UserClock.at(now)
    here = clock.of(moment.at)
    far = f" ({distance(here.date(), today)})" if options.at is not None else ""
    report = [f"Added {company}, {clock.moment(moment.at, moment.their_zone)}{far}"]
    coming_on = other_weekday(options.at, here, now) if options.at is not None else None
    if coming_on is not None:
        coming = datetime.combine(coming_on, here.time())
        report.append(f"Did you mean --at “{coming:%Y-%m-%d %H:%M}”? Press e in the app to change it.")
    if others and not options.role and options.round == 1:
        last = max(others, key=lambda other: other.held_at)
        day = day_name(last.held_on, today)
        report.append(f"You have another at {last.company}, {day}; --role or --round tells them apart.")
    print_done(*report, *describe_joinable(known, session.logbook.interviews))
    return SUCCESS


NEW = Command(
    "new",
    _run,
    "new COMPANY",
    "add an interview (--role, --at, --round, --setting)",
    'followup-tui new "Acme Robotics" --role "Backend engineer" --at "yesterday 3pm"',
    (
        (("company",), {"metavar": "COMPANY", "nargs": "+", "help": "which company"}),
        (("--role",), {"metavar": "ROLE", "default": "", "help": "the job, such as Backend engineer"}),
        (
            ("--at",),
            {"metavar": "TIME", "help": "when it was or will be, such as “yesterday 3pm”; default: now"},
        ),
        (("--round",), {"metavar": "N", "type": int, "default": 1, "help": "which round, from 1"}),
        (
            ("--setting",),
            {
                "choices": ["in person", "video", "phone"],
                "type": str.lower,
                "default": "in person",
                "help": "in person, video or phone",
            },
        ),
    ),
)
