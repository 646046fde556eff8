"""Made-up interviews around a day, each in another state, for `followup-tui demo`."""

from datetime import datetime, timedelta

from followup_tui.core.dates.workdays import is_working
from followup_tui.core.model.logbook import Interview, Logbook
from followup_tui.storage.toml.writer import encode


def demo_text(now: datetime) -> str:
    """Return the logbook file of the demo at the aware moment `now`."""
    return encode(Logbook(interview=tuple(_interviews(now))))


def _interviews(now: datetime) -> list[Interview]:
    acme_at = (now - timedelta(hours=2)).replace(minute=0, second=0, microsecond=0)
    if acme_at.date() != now.date():
        acme_at = now.replace(minute=0, second=0, microsecond=0)
    first_round_at = _working_day_before(now, 6).replace(hour=13, minute=0, second=0, microsecond=0)
    borealis_at = _working_day_before(now, 5).replace(hour=10, minute=30, second=0, microsecond=0)
    delta_at = _working_day_before(now, 12).replace(hour=15, minute=0, second=0, microsecond=0)
    promised = _working_day_before(now, 1)
    cyan_at = (now + timedelta(days=2)).replace(hour=11, minute=0, second=0, microsecond=0)
    references = (now + timedelta(days=4)).date()
    return [
        Interview.model_validate(
            {
                "id": "acme1r",
                "company": "Acme Robotics",
                "role": "Backend engineer",
                "held_at": first_round_at,
                "setting": "phone",
                "notes": """\
@ Luis Ortega, recruiter
= CV
! little Kubernetes
? who would I report to -> Dana Reyes
$ told Luis 70k
~ Luis has just moved to the coast
""",
                "contact": [_thank_you("acme1t", first_round_at, "Luis Ortega")],
            }
        ),
        Interview.model_validate(
            {
                "id": "acme23",
                "company": "Acme Robotics",
                "role": "Backend engineer",
                "round": 2,
                "held_at": acme_at,
                "notes": f"""\
@ Dana Reyes, engineering manager <dana@acme.example>
@ Luis Ortega, recruiter
> decision by end of next week
+ two references by {references.isoformat()}
! little Kubernetes -> course begins Monday
~ Dana plays ice hockey
? what does on-call look like
$ up to 75k, Dana says
they use Postgres and Go, eleven people in the team
""",
                "contact": [
                    {
                        "id": "acme2t",
                        "at": now.replace(second=0, microsecond=0),
                        "kind": "thank-you",
                        "person": "Luis Ortega",
                        "channel": "email",
                    }
                ],
            }
        ),
        Interview.model_validate(
            {
                "id": "bore5a",
                "company": "Borealis Energy",
                "role": "Data engineer",
                "held_at": borealis_at,
                "setting": "video",
                "notes": f"""\
@ Mina Okafor, head of data
> they want to decide by {(now + timedelta(days=5)).date().isoformat()}
+ none
= CV, printed
! none
~ she restores old radios
""",
                "contact": [_thank_you("bore5t", borealis_at, "Mina Okafor")],
            }
        ),
        Interview.model_validate(
            {
                "id": "delt7b",
                "company": "Delta Maps",
                "role": "Platform engineer",
                "held_at": delta_at,
                "notes": f"""\
@ Priya Nair, platform lead
@ Tom Becker, CTO
> an answer until {promised.date().isoformat()}
+ none
= take-home task, two pages
! little experience with maps
~ Tom cycles to work in any weather
""",
                "contact": [
                    _thank_you("delt7t", delta_at, "Priya Nair"),
                    _thank_you("delt7u", delta_at, "Tom Becker"),
                ],
                "ticks": {"connect": "skipped"},
            }
        ),
        Interview.model_validate(
            {"id": "cyan2c", "company": "Cyan Labs", "role": "Backend engineer", "held_at": cyan_at}
        ),
    ]


def _thank_you(id: str, held_at: datetime, person: str) -> dict[str, object]:
    sent_at = held_at + timedelta(hours=3)
    return {"id": id, "at": sent_at, "kind": "thank-you", "person": person, "channel": "email"}


def _working_day_before(now: datetime, days: int) -> datetime:
    """Return the moment `days` days before `now`, or as many more as it takes to reach a working day."""
    day = now - timedelta(days=days)
    while not is_working(day.date()):
        day -= timedelta(days=1)
    return day
