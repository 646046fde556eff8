"""A calendar that takes in one export after another holds what is to be done, no more, whatever changed."""

from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from followup_tui.core.changes.interviews import DeleteInterview
from followup_tui.core.model.logbook import Interview, Logbook, StepId
from followup_tui.core.rules.interview_plan import Plan
from followup_tui.core.rules.plan import plan, plan_positions
from followup_tui.core.rules.position_plan import PositionPlan
from followup_tui.export.events import Event
from followup_tui.export.ics import calendar
from tests.core import builders
from tests.core.builders import at, contact, promise
from tests.export.calendars import Shown, SmallCalendar

START = at("2026-11-19T08:00")
NOTES = "@ Dana\n@ Luis\n> decision by 2026-12-04\n+ references by 2026-11-25"
MOST_LINES = 3
ONE_DAY = timedelta(days=1)

Edit = Callable[[Interview, datetime], Interview]


def exported(logbook: Logbook, now: datetime, earlier: dict[str, Event]) -> str:
    """Return a calendar after those that held the events of `earlier`, to which its own are added."""
    plans = plan_positions(logbook.interviews, now, logbook.rules)
    export = calendar(plans, now, earlier.values())
    earlier |= {event.name: event for event in export.events}
    return export.text


def to_do(logbook: Logbook, now: datetime) -> list[tuple[object, ...]]:
    """Return what should stand in a calendar: the title of each event and its days."""
    events = [
        event
        for position in plan_positions(logbook.interviews, now, logbook.rules)
        for interview, plan in position.records()
        for event in to_do_for(position, interview, plan, now)
    ]
    return sorted(events, key=repr)


def to_do_for(
    position: PositionPlan, interview: Interview, plan: Plan, now: datetime
) -> Iterator[tuple[object, ...]]:
    """Yield the events of one interview."""
    company = interview.company
    has_signs = any(line.startswith(tuple("@>+=!~")) for line in interview.notes.split("\n"))
    has_traces = has_signs or any(contact.at >= interview.held_at for contact in interview.contacts)
    if not plan.outcome or (interview.held_at <= now and has_traces):
        yield f"Interview: {company}", interview.held_at, None
    if plan.outcome:
        return
    if not plan.step(StepId.THANK).status.is_finished:
        yield f"{company}: send thank-you notes", interview.held_on, interview.held_on
    is_current = interview is position.position.round_of(position.current).interviews[0]
    if is_current and plan.window.opens and plan.answered_on is None and interview.ticks.follow_up is None:
        yield f"{company}: follow up", *plan.window
    for material in plan.materials:
        if material.due_on and not material.status.is_finished:
            estimate = " (our estimate)" if material.is_estimate else ""
            yield f"{company}: send {material.material.what}{estimate}", material.due_on, material.due_on


def seen(held: SmallCalendar) -> list[tuple[object, ...]]:
    """Return what stands in the calendar, in the same form."""

    def row(shown: Shown) -> tuple[object, ...]:
        what = shown.summary
        for kind in (": send thank-you notes", ": follow up"):
            if kind in what:
                what = what.partition(kind)[0] + kind
        return what, shown.begins, None if shown.ends is None else shown.ends - ONE_DAY

    return sorted(map(row, held.live.values()), key=repr)


def materials(notes: str) -> list[int]:
    return [number for number, line in enumerate(notes.split("\n")) if line.startswith("+")]


def in_days(number: int) -> Callable[[datetime], date]:
    return lambda now: now.date() + timedelta(days=number)


def with_lines(interview: Interview, edit: Callable[[list[str]], None]) -> Interview:
    lines = interview.notes.split("\n")
    edit(lines)
    return interview.but(notes="\n".join(lines))


def add_material(number: int | None) -> Edit:
    def edit(interview: Interview, now: datetime) -> Interview:
        if len(materials(interview.notes)) >= MOST_LINES:
            return interview
        by = "" if number is None else f" by {in_days(number)(now)}"
        return with_lines(
            interview, lambda lines: lines.insert(len(lines) // 2, f"+ sample {now:%d%H%M}{by}")
        )

    return edit


def edit_material(which: int, edit: Callable[[str], str | None]) -> Edit:
    def change(interview: Interview, _: datetime) -> Interview:
        places = materials(interview.notes)
        if not places:
            return interview
        place = places[which % len(places)]

        def put(lines: list[str]) -> None:
            line = edit(lines.pop(place))
            if line is not None:
                lines.insert(place, line)

        return with_lines(interview, put)

    return change


def record(kind: str, person: str = "") -> Edit:
    def edit(interview: Interview, now: datetime) -> Interview:
        text = ""
        if kind == "material":
            materials = plan(interview, now, Logbook().rules).materials
            text = materials[0].material.what if materials else ""
        made_now = contact(kind, now.isoformat(), person, text).but(id=f"c{len(interview.contacts)}")
        return interview.but(contacts=(*interview.contacts, made_now))

    return edit


def promised(number: int) -> Edit:
    def edit(interview: Interview, now: datetime) -> Interview:
        new = promise(now.date().isoformat(), in_days(number)(now).isoformat())
        return interview.but(promises=(*interview.promises, new))

    return edit


def field(**values: object) -> Edit:
    return lambda interview, _: interview.but(**values)


def moved(days: int) -> Edit:
    return lambda interview, _: interview.but(held_at=interview.held_at + timedelta(days=days))


def ticked(step: StepId, tick: str | None) -> Edit:
    return lambda interview, now: interview.but(
        ticks=interview.ticks.with_tick(step, now.date() if tick == "day" else tick)  # type: ignore[arg-type]
    )


edits = st.one_of(
    st.builds(add_material, st.integers(-2, 20) | st.none()),
    st.builds(
        edit_material,
        st.integers(0, 2),
        st.sampled_from(
            (
                lambda line: line.replace("sample", "work sample", 1),
                lambda line: line.partition(" by ")[0],
                lambda _: None,
            )
        ),
    ),
    st.builds(record, st.sampled_from(("reply", "follow-up", "material", "other"))),
    st.builds(record, st.just("thank-you"), st.sampled_from(("Dana", "Luis"))),
    st.builds(promised, st.integers(-2, 25)),
    st.builds(moved, st.integers(-3, 5)),
    st.builds(
        ticked, st.sampled_from((StepId.THANK, StepId.FOLLOW_UP)), st.sampled_from(("day", "skipped", None))
    ),
    st.sampled_from(
        (
            field(company="Acme Ltd"),
            field(outcome="rejected"),
            field(outcome=""),
            field(notes=""),
            field(notes=NOTES.replace("Dana", "Dana Reyes")),
            field(notes=NOTES.replace("2026-12-04", "2026-12-10")),
        )
    ),
)
changes = st.tuples(st.sampled_from(("one", "two")), edits | st.just("delete"))
turns = st.lists(
    st.tuples(st.lists(changes, max_size=3), st.integers(0, 6), st.integers(1, 20)), min_size=1, max_size=7
)
"""What changes between two exports, then how many days pass, and how many hours."""


@given(turns)
def test_after_each_export_it_holds_exactly_what_is_to_be_done(
    turns: list[tuple[list[tuple[str, Edit | str]], int, int]],
) -> None:
    now = START
    logbook = Logbook(
        interview=(
            builders.interview("2026-11-19T14:00", NOTES, id="one"),
            builders.interview("2026-11-27T10:00", "", id="two", company="Borealis"),
        )
    )
    held = SmallCalendar()
    earlier: dict[str, Event] = {}
    held.take_in(exported(logbook, now, earlier))
    assert seen(held) == to_do(logbook, now)
    for made, days, hours in turns:
        for id, change in made:
            logbook = changed(logbook, id, change, now)
        now += timedelta(days=days, hours=hours)
        if text := exported(logbook, now, earlier):
            held.take_in(text)
        assert seen(held) == to_do(logbook, now)


def changed(logbook: Logbook, id: str, change: Edit | str, now: datetime) -> Logbook:
    interview = logbook.interview(id)
    if interview is None:
        return logbook
    if isinstance(change, str):
        return DeleteInterview(id, interview.company, now).apply(logbook)
    new = change(interview, now)
    return logbook.but(interviews=tuple(new if old is interview else old for old in logbook.interviews))


def test_an_import_of_the_same_or_of_an_older_file_changes_nothing() -> None:
    logbook = Logbook(interview=(builders.interview(notes=NOTES),))
    later = Logbook(interview=(builders.interview(notes=NOTES, outcome="offer"),))
    earlier: dict[str, Event] = {}
    first = exported(logbook, START, earlier)
    second = exported(later, START + timedelta(seconds=1), earlier)
    held = SmallCalendar()
    for text in (first, second, second, first):
        held.take_in(text)
    assert seen(held) == to_do(later, START)
