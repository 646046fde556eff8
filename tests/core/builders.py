"""Short ways to make the values that the tests of the core are about, and strategies that draw them."""

from collections.abc import Collection, Sequence
from datetime import date, datetime, timedelta, timezone

from hypothesis import strategies as st

from followup_tui.core.dates.phrases import Reading, explain_dates
from followup_tui.core.model.logbook import Contact, Interview, Logbook, Promise, Setting, StepId
from followup_tui.core.model.rules import Rules
from followup_tui.core.rules.interview_plan import Plan
from followup_tui.core.rules.plan import plan, plan_positions
from followup_tui.core.rules.position import positions
from followup_tui.core.rules.position_plan import PositionPlan

HELD = "2026-11-19T14:00+01:00"
"""A Thursday, as in the article."""
FULL_NOTES = "> 2026-12-09\n+ none\n@ Dana\n@ Luis\n= none\n! none\n~ none"
"""Notes that leave nothing to write, with two people met and a promised Wednesday."""


def at(text: str) -> datetime:
    """Return a moment, at noon and an hour east of Greenwich unless the text says otherwise."""
    if "T" not in text:
        text += "T12:00"
    moment = datetime.fromisoformat(text)
    return moment if moment.tzinfo else moment.replace(tzinfo=timezone(timedelta(hours=1)))


def day(text: str) -> date:
    """Return a day such as `2026-11-19`."""
    return date.fromisoformat(text)


def contact(kind: str, when: str, person: str = "", text: str = "", channel: str = "") -> Contact:
    """Return a contact on the record; its id is made of the rest."""
    id = f"{kind} {when} {person}"
    return Contact.model_validate(
        {"id": id, "kind": kind, "at": at(when), "person": person, "text": text, "channel": channel}
    )


def reply(says: str, when: str, answer_by: str = "") -> Contact:
    """Their answer, and for an offer the day by which it is to be answered."""
    return contact("reply", when).but(says=says, answer_by=day(answer_by) if answer_by else None)


def follow_ups(*days: str) -> list[Contact]:
    """Return a follow-up sent on each of those days."""
    return [contact("follow-up", record) for record in days]


def promise(said_on: str, decide_by: str, words: str = "") -> Promise:
    """Return a promised day on the record, as set by hand or by an answer."""
    return Promise(said_on=day(said_on), words=words, decide_by=day(decide_by))


def interview(
    held: str = HELD,
    notes: str = "",
    contacts: Sequence[Contact] = (),
    promises: Sequence[Promise] = (),
    **more: object,
) -> Interview:
    """Return an interview on Thursday 19 November 2026 unless told otherwise."""
    known = {"id": "k7f3q2", "company": "Acme", "held_at": at(held), "notes": notes}
    return Interview.model_validate(known | {"contact": tuple(contacts), "promise": tuple(promises)} | more)


def record(id: str, held: str, **fields: object) -> Interview:
    """Return an interview by its id and its time."""
    return interview(held, id=id, **fields)  # type: ignore[arg-type]


def book(*interviews: Interview) -> Logbook:
    """Return a logbook of those interviews."""
    return Logbook(interview=interviews)


def grouped(logbook: Logbook) -> list[str]:
    """Return the ids of each position's interviews, earliest first."""
    return ["".join(each.id for each in position.interviews) for position in positions(logbook.interviews)]


def holidays(*days: str, **numbers: int) -> Rules:
    """Return the usual rules but for these holidays, and for numbers that are given."""
    return Rules.model_validate({"holidays": tuple(map(day, days)), **numbers})


def planned(record: Interview, now: str, rules: Rules | None = None) -> Plan:
    """Return what the rules make of an interview at `now`."""
    return plan(record, at(now), rules or Rules())


def position_plan(*interviews: Interview, now: str, rules: Rules | None = None) -> PositionPlan:
    """Return what the rules make of the only position that these interviews belong to, at `now`."""
    (made,) = plan_positions(interviews, at(now), rules or Rules())
    return made


def statuses(made: Plan) -> str:
    """Return the six statuses in the order of the steps, in one line."""
    return " ".join(step.status.value for step in made.steps)


# What properties are drawn from: one autumn, so that what is drawn gets in each other's way.
FIRST = date(2026, 10, 1)
days = st.integers(0, 120).map(lambda number: FIRST + timedelta(days=number))
clocks = st.times().map(lambda time: time.replace(second=0, microsecond=0))
offsets = st.sampled_from((-720, -300, 0, 60, 120, 345, 840)).map(
    lambda minutes: timezone(timedelta(minutes=minutes))
)
moments = st.builds(datetime.combine, days, clocks, offsets)
names = st.sampled_from(("Dana", "Luis Ortega", "Åsa"))
note_lines = st.one_of(
    st.builds("@ {}, engineer".format, names),
    st.builds("> decision by {}".format, days),
    st.builds("+ references by {}".format, days),
    st.sampled_from(("> soon", "@ none", "+ none", "= portfolio", "! k8s", "~ hockey", "plain")),
)
notes = st.lists(note_lines, max_size=7).map("\n".join)
all_rules = st.builds(
    Rules,
    too_soon_days=st.integers(0, 5),
    window_working_days=st.integers(1, 4),
    guess_days=st.integers(1, 20),
    follow_up_limit=st.integers(0, 4),
    second_follow_up_days=st.integers(0, 12),
    holidays=st.lists(days, max_size=12).map(tuple),
)


@st.composite
def interviews(draw: st.DrawFn, *, ticked: bool = False) -> Interview:
    """Return interviews of one autumn with notes, contacts and promises of the same time."""
    kinds = st.sampled_from(("thank-you", "follow-up", "follow-up", "material", "connect", "reply", "other"))
    record = st.fixed_dictionaries(
        {"id": st.just("c"), "kind": kinds, "at": moments, "person": names, "text": st.just("references")}
    )
    promises = st.fixed_dictionaries({"said_on": days, "decide_by": days})
    ticks = st.dictionaries(st.sampled_from(list(StepId)), days | st.just("skipped"))
    drawn: dict[str, object] = {
        "id": "i",
        "company": "Acme",
        "held_at": draw(moments),
        "setting": draw(st.sampled_from(list(Setting))),
        "notes": draw(notes),
        "contact": draw(st.lists(record, max_size=4)),
        "promise": draw(st.lists(promises, max_size=2)),
        "outcome": draw(st.sampled_from(("", "", "", "offer"))),
        "ticks": draw(ticks) if ticked else {},
    }
    return Interview.model_validate(drawn)


def read_dates(
    text: str, said_on: date, holidays: Collection[date] = (), *, is_task: bool = False
) -> Reading | None:
    """Return what is read of a text, without what is passed over."""
    return explain_dates(text, said_on, holidays, is_task=is_task).reading
