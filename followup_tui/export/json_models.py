"""The form of the JSON that scripts rely on, as pydantic models: the export is made of them.

`export json --schema` prints their JSON Schema. More keys may come; none of these goes.
"""

from datetime import date, datetime
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, create_model

from followup_tui.core.notes.signs import text_signs


class PersonJson(BaseModel):
    """Someone met."""

    name: str
    role: str
    email: str
    phone: str


class PromisedJson(BaseModel):
    """The hiring timeline in their words; without a day where the words name none."""

    words: str | None
    decide_by: date | None


class MaterialJson(BaseModel):
    """What they asked for."""

    what: str
    due_on: date
    due_guess: bool
    """Whether they named no day, and the day is our estimate."""
    sent_on: date | None


class TextJson(BaseModel):
    """A fact with its answer."""

    text: str
    answer: str | None = None


class FactsJson(BaseModel):
    """What the notes of one interview say."""

    people: list[PersonJson]
    promised: PromisedJson | None
    materials: list[MaterialJson]


def facts_model() -> type[FactsJson]:
    """Return the model of facts, with a key for each sign whose facts are texts."""
    fields: dict[str, Any] = {}
    for sign in text_signs():
        fields[sign.json_key] = (list[str] if sign.json_is_text else list[TextJson], ...)
        if sign.json_is_text and sign.has_answer:
            fields[f"{sign.id}_answers"] = (list[str | None], ...)
    return create_model("Facts", __base__=FactsJson, **fields)


class FollowUpsJson(BaseModel):
    """The budget."""

    sent: int
    limit: int


class MayFollowUpJson(BaseModel):
    """Whether a follow-up may be sent today, and why."""

    allowed: bool
    from_day: date | None = Field(alias="from")
    why: str


class TodoJson(BaseModel):
    """Something to do now."""

    kind: str
    """`step`, `offer` or `interview`."""
    step: str | None
    text: str
    due: date | None
    due_guess: bool
    """Whether they named no day, and the day is our estimate."""
    late: bool


class DueTodoJson(TodoJson):
    """Something to do now, with the interview that it is about."""

    id: str
    company: str


class StepJson(BaseModel):
    """One of the six steps."""

    step: str
    status: str
    opens: date | None
    due: date | None
    closes: date | None
    why: str


class PositionPlanJson(BaseModel):
    """What the rules make of a position."""

    promised_day: date
    guess: bool
    quiet_until: date | None
    follow_ups: FollowUpsJson
    may_follow_up: MayFollowUpJson
    suggest_closing: bool


class WhyNowJson(PositionPlanJson):
    """The plan of a position, with how it stands in a sentence."""

    why_now: str


class InterviewPlanJson(PositionPlanJson):
    """The plan of an interview: what is its position's, and its own steps."""

    steps: list[StepJson]
    todos: list[TodoJson]


class InterviewJson(BaseModel):
    """One interview: what the user wrote, what the notes say, what the rules make of it.

    Keys that the program does not know are here by their names.
    """

    model_config = ConfigDict(extra="allow")

    id: str
    company: str
    role: str
    round: int
    position: str
    held_at: datetime
    their_zone: str
    setting: str
    outcome: str | None
    let_go: str
    added_on: date | None
    facts: FactsJson
    plan: InterviewPlanJson
    notes: str
    ticks: dict[str, Any]
    skips: dict[str, Any]
    promises: list[dict[str, Any]]
    contacts: list[dict[str, Any]]
    drafts: list[dict[str, Any]]
    conflicts: list[dict[str, Any]]


class OfferJson(BaseModel):
    """An offer that waits for the user's answer."""

    answer_by: date
    guess: bool


class OwedJson(BaseModel):
    """Material that was not sent yet."""

    what: str
    due_on: date
    due_guess: bool
    """Whether they named no day, and the day is our estimate."""


class PositionJson(BaseModel):
    """One role at one company, with all its rounds."""

    company: str
    role: str
    rounds: list[str]
    """The ids of its interviews, earliest first."""
    outcome: str | None
    offer: OfferJson | None
    open_concerns: list[str]
    open_questions: list[str]
    owed: list[OwedJson]
    plan: WhyNowJson


class DueJson(BaseModel):
    """What `due --json` prints."""

    format: int
    now: datetime
    due: list[DueTodoJson]


def export_model() -> type[BaseModel]:
    """Return the model of `export json`; what the file holds besides interviews is in it as it is."""
    interview = create_model("Interview", __base__=InterviewJson, facts=(facts_model(), ...))
    return create_model(
        "Export",
        __config__=ConfigDict(extra="allow"),
        format=(int, ...),
        now=(datetime, ...),
        interviews=(list[interview], ...),
        positions=(list[PositionJson], ...),
    )
