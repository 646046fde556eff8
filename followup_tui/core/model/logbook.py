"""The values in the file: the logbook, its interviews, and the records of each, all frozen."""

from collections.abc import Iterator, Mapping
from datetime import date
from enum import StrEnum
from typing import Annotated, Any, Literal

from pydantic import Field, StringConstraints

from followup_tui.core.model.base import Day, Line, Moment, Text, Value
from followup_tui.core.model.rules import Rules

FORMAT = 1
"""The newest format of the file that this program writes."""
MAX_ROUND = 99
"""The greatest number of a round (ours)."""

SKIPPED: Literal["skipped"] = "skipped"


class StepId(StrEnum):
    """The six steps in their order; the values are their names in the file."""

    ASK = "ask"
    WRITE_DOWN = "write-down"
    THANK = "thank"
    CONNECT = "connect"
    WAIT = "wait"
    FOLLOW_UP = "follow-up"


STEP_TITLES = {
    StepId.ASK: "Ask the right questions",
    StepId.WRITE_DOWN: "Write down everything",
    StepId.THANK: "Send thank-you notes",
    StepId.CONNECT: "Consider connecting online",
    StepId.WAIT: "Wait it out",
    StepId.FOLLOW_UP: "Follow up",
}
"""The titles of the six steps on screen (article)."""


class Setting(StrEnum):
    """How the people of an interview were met."""

    IN_PERSON = "in person"
    VIDEO = "video"
    PHONE = "phone"


class ContactKind(StrEnum):
    """What a message or a meeting was for. Only `follow-up` counts against the budget."""

    THANK_YOU = "thank-you"
    FOLLOW_UP = "follow-up"
    MATERIAL = "material"
    CONNECT = "connect"
    REPLY = "reply"
    OTHER = "other"


class Says(StrEnum):
    """What an answer of theirs said, and so what follows from it (see `core.rules.answers`)."""

    UNSPECIFIED = ""
    """As in older files: read as `deciding` or `other`, by whether a new date came with it."""
    THANKS = "thanks"
    DECIDING = "deciding"
    NEXT_ROUND = "next round"
    OFFER = "offer"
    REJECTION = "rejection"
    OTHER = "other"


Id = Annotated[str, StringConstraints(min_length=1, max_length=64)]
Tick = Day | Literal["skipped"]
"""The day on which a step was ticked, or `skipped`."""


class Ticks(Value):
    """The steps that were ticked or skipped by hand."""

    ask: Tick | None = None
    write_down: Tick | None = Field(None, alias="write-down")
    thank: Tick | None = None
    connect: Tick | None = None
    wait: Tick | None = None
    follow_up: Tick | None = Field(None, alias="follow-up")

    def get(self, step: StepId) -> date | Literal["skipped"] | None:
        """Return the tick of `step`; None if the rules decide."""
        tick: date | Literal["skipped"] | None = getattr(self, step.name.lower())
        return tick

    def with_tick(self, step: StepId, tick: date | Literal["skipped"] | None) -> "Ticks":
        """Return these ticks with that of `step` set, or removed if None."""
        return self.but(**{step.name.lower(): tick})


class Skips(Value):
    """What the user has decided against: people, by name, to thank or to connect with, and letters."""

    thank: tuple[Line, ...] = ()
    connect: tuple[Line, ...] = ()
    letters: tuple[Line, ...] = ()
    """The ids of kinds of letters that will not be written, such as `answer to rejection`."""


class Promise(Value):
    """A promised day on record: set or revised by hand, or brought by an answer."""

    said_on: Day
    words: Line = ""
    decide_by: Day
    at: Moment | None = None
    """When it was put on record: of an answer and a promise of the same day, the later counts. None, as in
    promises written by hand, means the end of `said_on`."""


class Contact(Value):
    """A message or a meeting on record, either way."""

    id: Id
    at: Moment
    kind: ContactKind
    person: Line = ""
    channel: Line = ""
    text: Text = ""
    reason: Line = ""
    """Why it was sent against the budget, in the user's words."""
    says: Says = Says.UNSPECIFIED
    """What an answer of theirs said."""
    answer_by: Day | None = None
    """The last day on which their offer can be answered; None where they named none."""
    letter: Line = ""
    """The id of the kind of letter that the user sent in answer to them: `offer in hand`, `accept`,
    `decline`, `ask for time`, `withdraw`, `answer to rejection`; empty for every other contact."""


class Draft(Value):
    """An unsent text."""

    id: Id
    kind: ContactKind
    person: Line = ""
    """Who it goes to; several names are separated by commas."""
    channel: Line = ""
    """How it goes out, in the user's words: email, card, LinkedIn, phone; empty means email."""
    subject: Line = ""
    body: Text = ""
    letter: Line = ""
    """The id of the kind of letter, such as `accept`; empty where `kind` says it."""
    dismissed: tuple[Line, ...] = Field((), alias="right")
    """The findings that the user dismissed: the kind and the text of each."""


class Conflict(Value):
    """The other version of a field that was changed in two places, stored until the user resolves it."""

    field: str
    """The path of the field by the keys of the file: `role`, `ticks.ask`, `contact.k7f3q2.text`."""
    text: Text = ""
    """The other version as text."""
    value: Any = None
    """The other version itself, if the field is an unknown key."""


class Deleted(Value):
    """A deleted record. Without this entry, merging a copy from before would bring the record back."""

    id: Id
    at: Moment
    kind: Literal["interview", "contact", "draft"] = "interview"
    of: str = ""
    """The id of the interview of a deleted contact or draft."""
    was: str = ""
    """The digest of the record as it was deleted: one that was edited elsewhere differs, and is kept."""


class Interview(Value):
    """One conversation with a company. Only the company and the time are required."""

    id: Id
    company: Annotated[Line, StringConstraints(min_length=1)]
    role: Line = ""
    round: int = Field(1, ge=1, le=MAX_ROUND)
    position: Line = ""
    """Records with the same text here are rounds of the same position, whatever their names; empty where
    company and role decide."""
    held_at: Moment
    their_zone: Line = ""
    """The IANA name of the zone in which the time was given, where it is not the user's own."""
    setting: Setting = Setting.IN_PERSON
    outcome: Line = ""
    """How it ended, in the user's words; empty while it is open."""
    let_go: Line = ""
    """`not yet` where the user declined the advice to let the position go."""
    added_on: Day | None = None
    """The day on which it was put on record, if its notes would have lapsed by then; else None."""
    notes: Text = ""
    ticks: Ticks = Ticks()
    skips: Skips = Skips()
    promises: tuple[Promise, ...] = Field((), alias="promise")
    contacts: tuple[Contact, ...] = Field((), alias="contact")
    drafts: tuple[Draft, ...] = Field((), alias="draft")
    conflicts: tuple[Conflict, ...] = Field((), alias="conflict")
    """The conflicts that the user has not resolved yet."""

    @property
    def held_on(self) -> date:
        """The calendar day of the interview at the place where it was held."""
        return self.held_at.date()


class Templates(Value):
    """The user's own openings by the kind of letter; empty where the built-in one is used.

    A first line `Subject: …` gives the subject. `{first_name}`, `{company}` and the like are filled in.
    """

    thank_you: Text = Field("", alias="thank-you")
    follow_up: Text = Field("", alias="follow-up")
    connect: Text = ""

    def get(self, kind: ContactKind) -> str:
        """Return the template for letters of that kind; empty if there is none."""
        text: str = getattr(self, kind.name.lower(), "")
        return text


class InboxLine(Value):
    """Lines noted from the shell, to be filed under their interview at the next load."""

    at: Moment
    to: Line = ""
    text: Text


class Keys(Value):
    """`[keys]`: the user's own keys by the id of their action. Only the app interprets them."""

    @property
    def entries(self) -> tuple[tuple[str, object], ...]:
        """Each id with its value in the file; `note.open` may also be written as nested tables."""
        return tuple(_flatten(self.model_extra or {}))


def _flatten(table: Mapping[str, object], before: str = "") -> Iterator[tuple[str, object]]:
    for key, value in table.items():
        if isinstance(value, Mapping):
            yield from _flatten(value, f"{before}{key}.")
        else:
            yield before + key, value


class AppearanceSettings(Value):
    """The theme by its name (empty means our dark one), and which glyphs the app may use."""

    theme: Line = ""
    glyphs: Literal["symbols", "plain"] = "symbols"
    mouse: bool = True
    """Whether the app takes the mouse; false leaves it to the terminal, for marking and copying."""


class Logbook(Value):
    """Everything in the file."""

    format: int = Field(FORMAT, ge=1)
    signature: Text = ""
    """The name, and what else is below the user's letters; empty: none is known."""
    interviews: tuple[Interview, ...] = Field((), alias="interview")
    inbox: tuple[InboxLine, ...] = ()
    rules: Rules = Rules()
    conflicts: tuple[Conflict, ...] = Field((), alias="conflict")
    """Like those of an interview, for the rules and for unknown keys."""
    deleted: tuple[Deleted, ...] = ()
    templates: Templates = Templates()
    keys: Keys = Keys()
    appearance: AppearanceSettings = Field(AppearanceSettings(), alias="look")

    def interview(self, id: str) -> Interview | None:
        """Return the interview of that id; None if there is none."""
        return next((interview for interview in self.interviews if interview.id == id), None)
