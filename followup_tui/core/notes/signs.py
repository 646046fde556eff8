"""The table of signs: everything the program knows about each sign, in one row.

A line of the notes that begins with a sign is a fact. Facts, the coverage of step 2, the legend of the
note bar, the help, the highlighting of the notes, the README, JSON, reports and letters all go by this
table: a new sign is one row of `SIGNS` and one CSS rule (`.notes--ID` in `tui/app.tcss`). The
recall card alone chooses by hand what matters in a phone call (`core/rules/recall`).
"""

from enum import IntEnum
from typing import NamedTuple


class LetterUse(IntEnum):
    """What a letter may do with the facts of a sign; those offered first have the lower number."""

    BY_HAND = 0
    """Offered first, and put in by the user alone: something personal."""
    PLAIN = 1
    """The use of lines without a sign: offered, and good for an opening."""
    FREE = 2
    """Offered, and good for an opening."""
    AT_REQUEST = 3
    """Offered after those, and put in by the user alone."""
    PRIVATE = 4
    """Shown last and marked as private; the proof-reader points out its words in a letter."""
    NEVER = 5
    """Not shown at all."""


class SignSpec(NamedTuple):
    """One sign: one row of the table."""

    character: str
    """What a line begins with."""
    id: str
    """The name of its facts in code, and of its CSS class."""
    meaning: str
    """What such a line says, for the help and the README."""
    hint: str
    """The same in fewer words, for the empty notes."""
    example: str
    """A whole line, for the README."""
    label: str
    """A word for the legend of the note bar."""
    short_label: str
    """The same where there is little room."""
    heading: str
    """The title of its section in a report."""
    json_key: str
    """Its facts in `export json`."""
    letter_use: LetterUse
    has_answer: bool = False
    """Whether an answer may follow `->` or `→`."""
    is_optional: bool = False
    """Whether no step asks for it: it is counted under the notes only when there is such a fact."""
    in_coverage: bool = False
    """Whether step 2 is done only when there is such a fact, or `none` (article)."""
    missing: str = ""
    """What step 2 calls its facts while there are none."""
    todo: str = ""
    """What is to be done while there are none, in words that the list of interviews has room for."""
    json_is_text: bool = False
    """Whether its facts in `export json` are plain texts, else objects; people, promises and materials have
    forms of their own there."""

    def __str__(self) -> str:
        return self.character

    @property
    def is_private(self) -> bool:
        """Whether its facts are for the user's eyes only."""
        return self.letter_use is LetterUse.PRIVATE

    @property
    def css_class(self) -> str:
        """The component class by which the notes editor styles such lines."""
        return f"notes--{self.id}"


PERSON = SignSpec(
    character="@", id="person", label="met", short_label="who", heading="People",
    meaning="someone you met: name, role <address>",
    hint="someone met, role <address>", example="@ Dana Reyes, engineering manager <dana@acme.example>",
    json_key="people", letter_use=LetterUse.NEVER, in_coverage=True, missing="names", todo="note who you met",
)  # fmt: skip
PROMISE = SignSpec(
    character=">", id="promise", label="when", short_label="when", heading="The decision",
    meaning="when they will decide, in their words",
    hint="when they decide, their words", example="> decision by end of next week",
    json_key="promised", letter_use=LetterUse.NEVER, todo="note when they decide",
)  # fmt: skip
MATERIAL = SignSpec(
    character="+", id="material", label="wanted", short_label="want", heading="They asked for",
    meaning="material they want, and by when",
    hint="material they want", example="+ two references by Friday",
    json_key="materials", letter_use=LetterUse.FREE, todo="note what they want",
)  # fmt: skip
GIVEN = SignSpec(
    character="=", id="given", label="given", short_label="gave", heading="They have",
    meaning="a document you gave them",
    hint="a document you gave them", example="= printed portfolio",
    json_key="given", letter_use=LetterUse.FREE, json_is_text=True, in_coverage=True,
    missing="documents given", todo="note what you gave them",
)  # fmt: skip
CONCERN = SignSpec(
    character="!", id="concern", label="concern", short_label="worry", heading="Concerns to answer",
    meaning="a concern they have about you; your answer after ->",
    hint="a concern they have about you", example="! little Kubernetes -> course begins Monday",
    json_key="concerns", letter_use=LetterUse.PRIVATE, json_is_text=True, has_answer=True, in_coverage=True,
    missing="concerns", todo="note concerns",
)  # fmt: skip
PERSONAL = SignSpec(
    character="~", id="personal", label="personal", short_label="life", heading="Personal",
    meaning="a personal thing they mentioned",
    hint="a personal thing they said", example="~ Dana plays ice hockey",
    json_key="personal", letter_use=LetterUse.BY_HAND, json_is_text=True, in_coverage=True,
    missing="personal things", todo="note something personal",
)  # fmt: skip
QUESTION = SignSpec(
    character="?", id="question", label="ask", short_label="ask", heading="Questions to ask",
    meaning="a question you have for them; their answer after ->",
    hint="a question you have", example="? who would I report to -> Luis Ortega",
    json_key="questions", letter_use=LetterUse.AT_REQUEST, has_answer=True, is_optional=True,
)  # fmt: skip
PAY = SignSpec(
    character="$", id="pay", label="pay", short_label="pay", heading="Pay",
    meaning="what was said about pay: private, never in a letter",
    hint="what was said about pay", example="$ told Luis 70k",
    json_key="pay", letter_use=LetterUse.NEVER, is_optional=True,
)  # fmt: skip
SIGNS: tuple[SignSpec, ...] = (PERSON, PROMISE, MATERIAL, GIVEN, CONCERN, PERSONAL, QUESTION, PAY)
"""All signs, in the order in which they are shown."""


def find_sign(character: str) -> SignSpec | None:
    """Return the sign of that character."""
    # Asked for each line of all notes at each start; most lines begin with a letter.
    if character.isalnum():
        return None
    return next((sign for sign in SIGNS if sign.character == character), None)


def text_signs() -> tuple[SignSpec, ...]:
    """Return the signs whose facts are texts: all but people, promises and materials."""
    return tuple(sign for sign in SIGNS if sign not in (PERSON, PROMISE, MATERIAL))


def coverage_signs() -> tuple[SignSpec, ...]:
    """Return the signs that step 2 asks for (article)."""
    return tuple([sign for sign in SIGNS if sign.in_coverage])


def hints() -> str:
    """Return a line about each sign, for notes that are still empty."""
    return "\n".join(f"{sign} {sign.hint}" for sign in SIGNS)


def legends() -> tuple[str, ...]:
    """Return what the signs are for, on one line: the longest form first, the bare signs last."""
    return (
        "  ".join(f"{sign} {sign.label}" for sign in SIGNS),
        " ".join(f"{sign}{sign.label}" for sign in SIGNS),
        " ".join(f"{sign}{sign.short_label}" for sign in SIGNS),
        " ".join(map(str, SIGNS)),
    )
