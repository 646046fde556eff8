"""Everything with facts and plans, as values that JSON can hold: the contract that scripts rely on."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime, time
from math import isfinite
from typing import Any

from followup_tui.core.model.base import Value
from followup_tui.core.model.logbook import FORMAT, Interview, Logbook
from followup_tui.core.notes.facts import Facts
from followup_tui.core.notes.signs import SignSpec, text_signs
from followup_tui.core.rules.follow_up import contact_day
from followup_tui.core.rules.plan_types import MaterialPlan, Plan, StepPlan, Todo

Planned = Iterable[tuple[Interview, Plan]]


def json_view(planned: Planned, now: datetime) -> dict[str, Any]:
    """All interviews with what their notes say and what the rules make of it at `now`."""
    return {
        "format": FORMAT,
        "now": now.isoformat(timespec="seconds"),
        "interviews": [_interview(interview, plan) for interview, plan in planned],
    }


def json_rest(logbook: Logbook) -> dict[str, Any]:
    """Return what the file holds besides its interviews: rules, templates, unfiled lines, unknown keys."""
    rest = _plain(logbook.model_copy(update={"interviews": ()}))
    rest["conflicts"] = rest.pop("conflict")
    del rest["interview"]
    return dict(rest)


def json_due(planned: Planned, now: datetime) -> dict[str, Any]:
    """What can be done at `now`, most urgent first."""
    return {
        "format": FORMAT,
        "now": now.isoformat(timespec="seconds"),
        "due": [
            {"id": interview.id, "company": interview.company, **_todo(todo)}
            for interview, plan in planned
            for todo in plan.todos
        ],
    }


def _todo(todo: Todo) -> dict[str, Any]:
    return {"step": todo.step.value, "text": todo.text, "due": _day(todo.due), "late": todo.late}


def _interview(interview: Interview, plan: Plan) -> dict[str, Any]:
    return {
        "id": interview.id,
        "company": interview.company,
        "role": interview.role,
        "round": interview.round,
        "held_at": interview.held_at.isoformat(),
        "setting": interview.setting.value,
        "outcome": interview.outcome or None,
        "facts": _facts(plan),
        "plan": _plan(plan),
        **_written(interview),
    }


def _written(interview: Interview) -> dict[str, Any]:
    """What the user wrote, whole, by the names of the file."""
    names = {
        "notes": interview.notes,
        "ticks": interview.ticks,
        "skips": interview.skips,
        "promises": interview.promises,
        "contacts": interview.contacts,
        "drafts": interview.drafts,
        "conflicts": interview.conflicts,
    }
    return {name: _plain(value) for name, value in names.items()}


def _plain(value: object) -> Any:
    """A value of the model as JSON has it: days and times as ISO text."""
    if isinstance(value, Value):
        fields = {
            field.alias or name: getattr(value, name) for name, field in type(value).model_fields.items()
        }
        return {name: _plain(one) for name, one in {**fields, **(value.model_extra or {})}.items()}
    if isinstance(value, Mapping):
        return {str(name): _plain(one) for name, one in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(one) for one in value]
    if isinstance(value, date | datetime | time):
        return value.isoformat()
    # JSON has no word for a number that is none, which TOML has.
    is_odd = isinstance(value, float) and not isfinite(value)
    return str(value) if is_odd or isinstance(value, str) else value


def _facts(plan: Plan) -> dict[str, Any]:
    facts, promised = plan.facts, plan.promised
    said = promised.words if promised.words or not promised.is_guess else None
    return {
        "people": [person._asdict() for person in facts.people],
        "promised": None
        if promised.is_guess and said is None
        else {"words": said, "decide_by": None if promised.is_guess else _day(promised.day)},
        "materials": [_material(one) for one in plan.materials],
        **{key: value for sign in text_signs() for key, value in _texts(facts, sign)},
    }


def _texts(facts: Facts, sign: SignSpec) -> Iterator[tuple[str, list[Any]]]:
    """Yield the keys and values of the facts of a sign."""
    found = facts.texts_of(sign)
    if sign.json_is_text:
        yield sign.json_key, [fact.text for fact in found]
        if sign.has_answer:
            yield f"{sign.id}_answers", [fact.answer or None for fact in found]
    else:
        yield sign.json_key, [{"text": fact.text, "answer": fact.answer or None} for fact in found]


def _material(one: MaterialPlan) -> dict[str, Any]:
    sent_on = None if one.sent is None else contact_day(one.sent)
    return {"what": one.material.what, "due_on": _day(one.material.due_on), "sent_on": _day(sent_on)}


def _plan(plan: Plan) -> dict[str, Any]:
    return {
        "promised_day": _day(plan.promised.day),
        "guess": plan.promised.is_guess,
        "quiet_until": _day(plan.quiet_until),
        "follow_ups": {"sent": plan.follow_ups.sent, "limit": plan.follow_ups.limit},
        "may_follow_up": {
            "allowed": plan.verdict.allowed,
            "from": _day(plan.verdict.from_day),
            "why": plan.verdict.why,
        },
        "suggest_closing": bool(plan.suggest_closing),
        "steps": [_step(step) for step in plan.steps],
        "todos": [_todo(todo) for todo in plan.todos],
    }


def _step(step: StepPlan) -> dict[str, Any]:
    return {
        "step": step.step.value,
        "status": step.status.value,
        "opens": _day(step.opens),
        "due": _day(step.due),
        "closes": _day(step.closes),
        "why": step.why,
    }


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
