"""Everything with facts and plans, as values that JSON can hold: the contract that scripts rely on."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime, time
from math import isfinite
from typing import Any

from pydantic import BaseModel

from followup_tui.core.model.base import Value
from followup_tui.core.model.logbook import FORMAT, Interview, Logbook
from followup_tui.core.notes.facts import Facts
from followup_tui.core.notes.signs import SignSpec, text_signs
from followup_tui.core.rules.agenda import due_items, sort_by_urgency
from followup_tui.core.rules.contacts import contact_day
from followup_tui.core.rules.interview_plan import Plan
from followup_tui.core.rules.plan_types import MaterialPlan, Promised, StepPlan, Todo
from followup_tui.core.rules.position_plan import PositionPlan
from followup_tui.core.rules.round_plan import noted_promises, only_own_facts
from followup_tui.export.json_models import DueJson, export_model


def json_view(
    plans: Sequence[PositionPlan], now: datetime, interviews: Sequence[Interview]
) -> dict[str, Any]:
    """Return the interviews and their positions with what the rules make of them at `now`.

    The positions are by urgency.
    """
    pairs = {interview.id: (interview, plan) for position in plans for interview, plan in position.records()}
    return _checked(
        export_model(),
        {
            "format": FORMAT,
            "now": now.isoformat(timespec="seconds"),
            "interviews": [_interview(*pairs[interview.id]) for interview in interviews],
            "positions": [_position(position) for position in sort_by_urgency(plans)],
        },
    )


def json_rest(logbook: Logbook) -> dict[str, Any]:
    """Return what the file holds besides its interviews: rules, templates, unfiled lines, unknown keys."""
    rest = _plain(logbook.model_copy(update={"interviews": ()}))
    rest["conflicts"] = rest.pop("conflict")
    del rest["interview"]
    return dict(rest)


def json_due(plans: Iterable[PositionPlan], now: datetime) -> dict[str, Any]:
    """Return what is to be done at `now`, most urgent first."""
    due = [
        {"id": item.todo.interview_id, "company": item.plan.position.company, **_todo(item.todo)}
        for item in due_items(plans)
    ]
    return _checked(DueJson, {"format": FORMAT, "now": now.isoformat(timespec="seconds"), "due": due})


def json_schema() -> dict[str, Any]:
    """Return the JSON Schema of `export json`."""
    return export_model().model_json_schema(by_alias=True, mode="serialization")


def _checked(model: type[BaseModel], values: dict[str, Any]) -> dict[str, Any]:
    """Return the values after the model has checked them; raise ValidationError where they do not fit."""
    model.model_validate(values)
    return values


def _todo(todo: Todo) -> dict[str, Any]:
    return {
        "kind": todo.kind.value,
        "step": todo.step.value if todo.step else None,
        "text": todo.text,
        "due": _day(todo.due),
        "due_guess": todo.is_estimate,
        "late": todo.late,
    }


def _interview(interview: Interview, plan: Plan) -> dict[str, Any]:
    """Return an interview with its facts and its plan; keys that the app does not know come first."""
    unknown = {name: _plain(value) for name, value in (interview.model_extra or {}).items()}
    return {
        **unknown,
        "id": interview.id,
        "company": interview.company,
        "role": interview.role,
        "round": interview.round,
        "position": interview.position,
        "held_at": interview.held_at.isoformat(),
        "their_zone": interview.their_zone,
        "setting": interview.setting.value,
        "outcome": interview.outcome or None,
        "let_go": interview.let_go,
        "added_on": _day(interview.added_on),
        "facts": _facts(interview, plan),
        "plan": _plan(plan),
        **_written(interview),
    }


def _written(interview: Interview) -> dict[str, Any]:
    """Return what the user wrote, whole, by the names of the file."""
    names = ("notes", "ticks", "skips", "promises", "contacts", "drafts", "conflicts")
    return {name: _plain(getattr(interview, name)) for name in names}


def _plain(value: object) -> Any:
    """Return a value of the model as JSON has it: days and times as ISO text."""
    if isinstance(value, Value):
        fields = {
            field.alias or name: getattr(value, name) for name, field in type(value).model_fields.items()
        }
        return {name: _plain(item) for name, item in {**fields, **(value.model_extra or {})}.items()}
    if isinstance(value, Mapping):
        return {str(name): _plain(item) for name, item in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    if isinstance(value, date | datetime | time):
        return value.isoformat()
    # TOML has NaN and infinity, JSON has not.
    is_odd = isinstance(value, float) and not isfinite(value)
    return str(value) if is_odd or isinstance(value, str) else value


def _facts(interview: Interview, plan: Plan) -> dict[str, Any]:
    """Return the facts from one interview's notes.

    Facts from other records of the same round are exported with those records.
    """
    own = only_own_facts(plan, interview)
    facts, promised = own.facts, plan.promised
    if not plan.is_current:  # the position's promised day belongs to the current round
        words = facts.promises[-1].words if facts.promises else ""
        estimate = Promised(plan.held_on, words, plan.held_on, is_estimate=True)
        noted = noted_promises(facts, plan.held_on)
        promised = max(noted, key=lambda promised: promised.day, default=estimate)
    if promised.is_estimate:
        promise = {"words": promised.words, "decide_by": None} if promised.words else None
    else:
        promise = {"words": promised.words, "decide_by": _day(promised.day)}
    return {
        "people": [person._asdict() for person in facts.people],
        "promised": promise,
        "materials": [_material(material) for material in own.materials],
        **{key: value for sign in text_signs() for key, value in _texts(facts, sign)},
    }


def _texts(facts: Facts, sign: SignSpec) -> Iterator[tuple[str, list[Any]]]:
    """Yield the keys and values of the facts of a sign."""
    texts = facts.texts_of(sign)
    if sign.json_is_text:
        yield sign.json_key, [fact.text for fact in texts]
        if sign.has_answer:
            yield f"{sign.id}_answers", [fact.answer or None for fact in texts]
    else:
        yield sign.json_key, [{"text": fact.text, "answer": fact.answer or None} for fact in texts]


def _material(plan: MaterialPlan) -> dict[str, Any]:
    sent_on = None if plan.sent is None else contact_day(plan.sent)
    return {
        "what": plan.material.what,
        "due_on": _day(plan.due_on),
        "due_guess": plan.is_estimate,
        "sent_on": _day(sent_on),
    }


def _plan(plan: Plan) -> dict[str, Any]:
    return {
        **_common_plan(plan),
        "steps": [_step(step) for step in plan.steps],
        "todos": [_todo(todo) for todo in plan.todos],
    }


def _common_plan(plan: Plan | PositionPlan) -> dict[str, Any]:
    """Return what the plans of a position and of each of its interviews have in common."""
    return {
        "promised_day": _day(plan.promised.day),
        "guess": plan.promised.is_estimate,
        "quiet_until": _day(plan.quiet_until),
        "follow_ups": {"sent": plan.follow_ups.sent, "limit": plan.follow_ups.limit},
        "may_follow_up": {
            "allowed": plan.verdict.allowed,
            "from": _day(plan.verdict.from_day),
            "why": plan.verdict.why,
        },
        "suggest_closing": bool(plan.suggest_closing),
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


def _position(plan: PositionPlan) -> dict[str, Any]:
    """Return a position with its plan."""
    offer = plan.offer
    return {
        "company": plan.position.company,
        "role": plan.position.role,
        "rounds": [interview.id for interview in plan.position.interviews],
        "outcome": plan.outcome or None,
        "offer": None if offer is None else {"answer_by": _day(offer.answer_by), "guess": offer.is_estimate},
        "open_concerns": list(plan.open_concerns),
        "open_questions": list(plan.open_questions),
        "owed": [
            {"what": owed.material.what, "due_on": _day(owed.due_on), "due_guess": owed.is_estimate}
            for owed in plan.owed
        ],
        "plan": {**_common_plan(plan), "why_now": plan.why_now},
    }


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
