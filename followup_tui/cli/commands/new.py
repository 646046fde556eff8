"""`new`: an interview added from the shell."""

import argparse
from datetime import timedelta

from followup_tui.cli.command import USED_WRONG, Verb, Wrong, clock_of, save, session_of, tell


def _new(options: argparse.Namespace) -> int:
    from followup_tui.core.changes.base import AddInterview
    from followup_tui.core.dates.format import clock_time, day_name, distance
    from followup_tui.core.dates.moments import read_when
    from followup_tui.core.model.logbook import Interview, Setting
    from followup_tui.core.text import clean_line, fold_name

    company = clean_line(" ".join(options.company))
    if not company:
        raise Wrong("a company is needed, such as followup-tui new “Acme Robotics”", USED_WRONG)
    now = clock_of(options)()
    held_at = now.replace(second=0, microsecond=0) if options.at is None else read_when(options.at, now)
    if held_at is None:
        raise Wrong(f"--at “{options.at}” is not understood; write it like “yesterday 3pm”", USED_WRONG)
    if not 1 <= options.round <= 99:
        raise Wrong(f"--round {options.round}: a round is a number from 1 to 99", USED_WRONG)
    session = session_of(options)
    interview = Interview(
        id=session.new_id(),
        company=company,
        role=options.role,
        round=options.round,
        held_at=held_at,
        setting=Setting(options.setting),
    )
    for one in session.logbook.interviews:
        if fold_name(one.company) == fold_name(company) and one.held_at == interview.held_at:
            raise Wrong(f"{one.company} at that time is there already; nothing was added")
    older = [one for one in session.logbook.interviews if fold_name(one.company) == fold_name(company)]
    session.do(AddInterview(interview), save=False)
    save(session)
    today = now.date()
    far = f" ({distance(interview.held_on, today)})" if options.at is not None else ""
    said = [f"Added {company}, {day_name(interview.held_on, today)} {clock_time(interview.held_at)}{far}"]
    if options.at is not None and held_at < now and _names_weekday(options.at):
        coming = held_at + timedelta(days=7)
        said.append(f"For the coming one: --at “{coming:%Y-%m-%d %H:%M}” (e in the app sets it right).")
    if older and not options.role and options.round == 1:
        last = max(older, key=lambda one: one.held_at)
        day = day_name(last.held_on, today)
        said.append(
            f"There is one at {last.company} already, {day}; --role or --round would tell them apart."
        )
    tell(*said)
    return 0


def _names_weekday(text: str) -> bool:
    """Whether it names a day of the week and nothing that says which: “friday 2pm”."""
    from followup_tui.core.dates.format import WEEKDAYS

    words = text.lower().split()
    return any(one[:3] in [day.lower() for day in WEEKDAYS] for one in words) and "last" not in words


NEW = Verb(
    "new",
    _new,
    "new COMPANY",
    "add an interview (--role, --at, --round, --setting)",
    'followup-tui new "Acme Robotics" --role "Backend engineer" --at "yesterday 3pm"',
    (
        (("company",), {"metavar": "COMPANY", "nargs": "+", "help": "whom the interview was with"}),
        (("--role",), {"metavar": "ROLE", "default": "", "help": "what it was about"}),
        (("--at",), {"metavar": "TIME", "help": "when it was or will be, such as “yesterday 3pm”; else now"}),
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
