"""The JSON that scripts rely on: its keys, and that it says what the plan says."""

import json
from datetime import date, datetime
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from followup_tui.core.model.logbook import Interview, Logbook, Says, StepId
from followup_tui.core.model.rules import Rules
from followup_tui.core.rules.plan import plan_positions
from followup_tui.core.rules.position_plan import PositionPlan
from followup_tui.export.json_export import json_due, json_rest, json_schema, json_view
from tests.core.builders import contact, interviews, moments

NOW = datetime.fromisoformat("2026-11-20T18:00:00+01:00")
INTERVIEW = Interview.model_validate(
    {
        "id": "k7f3q2",
        "company": "Acme Robotics",
        "role": "Backend engineer",
        "round": 2,
        "held_at": "2026-11-19T14:00:00+01:00",
        "notes": "@ Dana Reyes, boss <dana@acme.example>\n> by 2026-11-27\n"
        "+ references by 2026-11-23\n= none\n! k8s\n~ hockey",
        "contact": [
            {"id": "c1", "at": "2026-11-19T20:00:00+01:00", "kind": "material", "text": "references"},
        ],
    }
)
EMPTY = Interview.model_validate({"id": "b", "company": "B", "held_at": "2026-11-20T10:00:00+01:00"})


def planned(*interviews: Interview) -> tuple[PositionPlan, ...]:
    return plan_positions(interviews, NOW, Rules())


def view_of(*interviews: Interview) -> dict[str, Any]:
    return json_view(planned(*interviews), NOW, interviews)


def test_every_key_of_the_contract_is_there() -> None:
    view = json.loads(json.dumps(view_of(INTERVIEW, EMPTY)))
    assert view["format"] == 1
    assert view["now"] == "2026-11-20T18:00:00+01:00"
    first, second = view["interviews"]
    assert {key: first[key] for key in ("id", "company", "role", "round", "held_at", "outcome")} == {
        "id": "k7f3q2",
        "company": "Acme Robotics",
        "role": "Backend engineer",
        "round": 2,
        "held_at": "2026-11-19T14:00:00+01:00",
        "outcome": None,
    }
    assert first["facts"] == {
        "people": [{"name": "Dana Reyes", "role": "boss", "email": "dana@acme.example", "phone": ""}],
        "promised": {"words": "by 2026-11-27", "decide_by": "2026-11-27"},
        "materials": [
            {"what": "references", "due_on": "2026-11-23", "due_guess": False, "sent_on": "2026-11-19"}
        ],
        "given": [],
        "concerns": ["k8s"],
        "concern_answers": [None],
        "personal": ["hockey"],
        "questions": [],
        "pay": [],
    }
    assert second["facts"]["promised"] is None
    plan = first["plan"]
    assert (plan["promised_day"], plan["guess"], plan["quiet_until"]) == ("2026-11-27", False, "2026-11-27")
    assert plan["follow_ups"] == {"sent": 0, "limit": 2}
    assert (plan["may_follow_up"]["allowed"], plan["may_follow_up"]["from"]) == (False, "2026-11-30")
    assert "the article" in plan["may_follow_up"]["why"]
    assert plan["suggest_closing"] is False
    assert second["plan"]["guess"] is True


def test_its_steps_are_those_of_the_plan() -> None:
    (record,) = view_of(INTERVIEW)["interviews"]
    assert [step["step"] for step in record["plan"]["steps"]] == [step.value for step in StepId]
    by_id = {step["step"]: step for step in record["plan"]["steps"]}
    assert {name: step["status"] for name, step in by_id.items()} == {
        "ask": "done",
        "write-down": "done",
        "thank": "late",
        "connect": "open",
        "wait": "open",
        "follow-up": "upcoming",
    }
    assert (by_id["follow-up"]["opens"], by_id["follow-up"]["closes"]) == ("2026-11-30", "2026-12-01")
    assert by_id["thank"]["due"] == "2026-11-19"
    assert all(step["why"].endswith((".", "?")) for step in by_id.values())


def test_due_lists_what_can_be_done_today_and_nothing_else() -> None:
    due = json_due(planned(INTERVIEW, EMPTY), NOW)["due"]
    assert [(item["company"], item["kind"], item["step"], item["late"]) for item in due] == [
        ("B", "step", "write-down", False),
        ("B", "step", "ask", False),
        ("B", "step", "thank", False),
        ("Acme Robotics", "step", "thank", True),
    ]


def test_everything_that_was_written_is_in_it() -> None:
    whole = Interview.model_validate(
        {
            **{name: value for name, value in INTERVIEW if name not in ("contacts", "held_at")},
            "held_at": INTERVIEW.held_at,
            "contact": [
                {
                    "id": "c1",
                    "at": "2026-11-19T20:00:00+01:00",
                    "kind": "thank-you",
                    "person": "Dana Reyes",
                    "channel": "email",
                    "text": "Dear Dana,\nthank you.",
                    "mood": "fine",
                    "score": float("nan"),
                }
            ],
            "draft": [{"id": "d1", "kind": "follow-up", "person": "Dana Reyes", "body": "Hello"}],
            "promise": [{"said_on": "2026-11-20", "words": "Friday", "decide_by": "2026-11-27"}],
            "ticks": {"write-down": "2026-11-20", "connect": "skipped"},
            "skips": {"thank": ["Bo"], "letters": ["answer to rejection"]},
        }
    )
    [record] = json.loads(json.dumps(view_of(whole), allow_nan=False))["interviews"]
    assert record["notes"] == INTERVIEW.notes
    [contact] = record["contacts"]
    assert contact["at"] == "2026-11-19T20:00:00+01:00"
    assert (contact["kind"], contact["text"]) == ("thank-you", "Dear Dana,\nthank you.")
    assert contact["mood"] == "fine", "keys that we do not know, too"
    assert record["drafts"][0]["body"] == "Hello"
    assert record["promises"] == [
        {"said_on": "2026-11-20", "words": "Friday", "decide_by": "2026-11-27", "at": None}
    ]
    assert record["ticks"]["write-down"] == "2026-11-20"
    assert record["ticks"]["connect"] == "skipped"
    assert record["skips"] == {"thank": ["Bo"], "connect": [], "letters": ["answer to rejection"]}


def test_the_rest_of_the_file_is_exported_too() -> None:
    logbook = Logbook.model_validate(
        {
            "rules": {"guess_days": 10, "mine": [1]},
            "templates": {"thank-you": "Dear {first_name}"},
            "keys": {"note.open": "N"},
            "inbox": [{"at": NOW, "to": "nobody", "text": "x"}],
            "own": {"a": date(2026, 11, 23)},
        }
    )
    rest = json.loads(json.dumps(json_rest(logbook)))
    assert (rest["rules"]["guess_days"], rest["rules"]["mine"]) == (10, [1])
    assert rest["templates"]["thank-you"] == "Dear {first_name}"
    assert rest["keys"] == {"note.open": "N"}
    assert [line["text"] for line in rest["inbox"]] == ["x"]
    assert rest["own"] == {"a": "2026-11-23"}
    assert "interviews" not in rest


def check(value: Any, schema: dict[str, Any], defs: dict[str, Any], where: str = "") -> None:
    """Assert that a value is as a JSON Schema of pydantic says: the part of the standard that it uses."""
    if "$ref" in schema:
        schema = defs[schema["$ref"].rpartition("/")[2]]
    if "anyOf" in schema:
        fits = [option for option in schema["anyOf"] if (option.get("type") == "null") == (value is None)]
        assert fits, where
        check(value, fits[0], defs, where)
        return
    types = {
        "object": dict, "array": list, "string": str, "boolean": bool, "integer": int, "null": type(None),
    }  # fmt: skip
    if "type" in schema:
        assert isinstance(value, types[schema["type"]]), where
    if schema.get("format") == "date":
        date.fromisoformat(value)
    if schema.get("format") == "date-time":
        datetime.fromisoformat(value)
    if isinstance(value, list):
        for number, item in enumerate(value):
            check(item, schema["items"], defs, f"{where}[{number}]")
    if isinstance(value, dict):
        known = schema.get("properties", {})
        assert set(schema.get("required", ())) <= set(value), where
        extra = schema.get("additionalProperties", not known)
        assert extra or set(value) <= set(known), f"{where}: {set(value) - set(known)}"
        for name, part in known.items():
            if name in value:
                check(value[name], part, defs, f"{where}.{name}")


@given(
    drawn=st.lists(interviews(ticked=True), min_size=1, max_size=3),
    says=st.sampled_from(list(Says)),
    now=moments,
)
def test_the_export_is_as_its_schema_says(drawn: list[Interview], says: Says, now: datetime) -> None:
    answer = contact("reply", "2026-11-20").but(says=says)
    records = [
        each.but(id=f"i{number}", contacts=(*each.contacts, answer)) for number, each in enumerate(drawn)
    ]
    view = json.loads(json.dumps(json_view(plan_positions(records, now, Rules()), now, records)))
    schema = json_schema()
    check(view, schema, schema["$defs"])
    assert len(view["interviews"]) == len(records)


def test_positions_have_what_scripts_rely_on() -> None:
    offer = contact("reply", "2026-11-20T09:00").but(says="offer", answer_by=date(2026, 11, 27))
    second = INTERVIEW.but(
        id="r2", held_at=datetime.fromisoformat("2026-11-20T08:00+01:00"), contacts=(offer,)
    )
    view = view_of(second, INTERVIEW, EMPTY)
    assert [each["id"] for each in view["interviews"]] == ["r2", "k7f3q2", "b"]
    first, other = view["positions"]
    assert (first["company"], first["role"], first["rounds"]) == (
        "Acme Robotics",
        "Backend engineer",
        ["k7f3q2", "r2"],
    )
    assert first["offer"] == {"answer_by": "2026-11-27", "guess": False}
    assert first["open_concerns"] == ["k8s"]
    assert first["plan"]["why_now"].startswith("They made you an offer")
    assert (other["company"], other["outcome"], other["offer"], other["owed"]) == ("B", None, None, [])
    due = json_due(planned(second, INTERVIEW), NOW)["due"]
    assert (due[0]["kind"], due[0]["step"], due[0]["due"]) == ("offer", None, "2026-11-27")


def test_the_facts_of_an_earlier_round_have_its_own_promise() -> None:
    later = INTERVIEW.but(
        id="r2",
        held_at=datetime.fromisoformat("2026-11-20T08:00+01:00"),
        notes="> by 2026-12-09",
        contacts=(),
    )
    first, second = view_of(INTERVIEW, later)["interviews"]
    assert first["facts"]["promised"]["decide_by"] == "2026-11-27"
    assert second["facts"]["promised"]["decide_by"] == "2026-12-09"
    assert first["plan"]["promised_day"] == second["plan"]["promised_day"] == "2026-12-09"


def test_keys_that_are_not_known_are_exported_with_their_interview() -> None:
    odd = Interview.model_validate({**dict(EMPTY), "salary_note": [1, 2], "company": "B"})
    (exported,) = view_of(odd)["interviews"]
    assert exported["salary_note"] == [1, 2]


def test_undated_material_has_an_estimated_day() -> None:
    noted = EMPTY.but(notes="+ code")
    (exported,) = view_of(noted)["interviews"]
    assert exported["facts"]["materials"] == [
        {"what": "code", "due_on": "2026-11-22", "due_guess": True, "sent_on": None}
    ]


def test_before_a_planned_round_no_day_is_right_for_asking() -> None:
    later = INTERVIEW.but(id="r2", held_at=datetime.fromisoformat("2026-12-03T08:00+01:00"), contacts=())
    view = view_of(INTERVIEW, later)
    (position,) = view["positions"]
    assert position["plan"]["quiet_until"] is None
    assert position["plan"]["may_follow_up"]["from"] is None
    assert [each["plan"]["quiet_until"] for each in view["interviews"]] == [None, None]
