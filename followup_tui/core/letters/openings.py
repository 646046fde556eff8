"""What a letter of each kind begins with.

An opening says only what the facts say, in a few plain sentences; what is personal is for the user to add.
"""

from typing import NamedTuple

from followup_tui.core.dates.format import listed, written_day
from followup_tui.core.letters.names import Name, parse_name, parse_recipients
from followup_tui.core.model.logbook import Interview, Setting
from followup_tui.core.notes.facts import people_in
from followup_tui.core.rules.plan_types import Plan
from followup_tui.core.text import fold_name

SHORT_INVITATION = 200
"""Characters that LinkedIn takes with an invitation from a free account."""
_ROOM = ""
"""An empty paragraph: room for what only the user knows."""


class Occasion(NamedTuple):
    """What an opening is written from: whom the letter goes to, and what is known of the interview."""

    recipients: tuple[Name, ...]
    interview: Interview
    plan: Plan

    @property
    def company(self) -> str:
        return self.interview.company

    @property
    def role(self) -> str:
        """The role with its article: "the Backend engineer role"."""
        return f"the {self.interview.role} role" if self.interview.role else "the role"

    @property
    def matter(self) -> str:
        """What the letter is about, for a subject: "Backend engineer at Acme"."""
        return f"{self.interview.role} at {self.company}" if self.interview.role else self.company


class Opening(NamedTuple):
    """The subject and the text that a letter begins with."""

    subject: str
    body: str


def occasion(person: str, interview: Interview, plan: Plan) -> Occasion:
    """Return the occasion of a letter to `person`, with titles and nicknames as the notes have them."""
    known = people_in(interview.notes)
    by_name = {fold_name(name.full): name for name in map(parse_name, reversed(known))}
    recipients = parse_recipients(person, known)
    return Occasion(tuple(by_name.get(fold_name(name.full), name) for name in recipients), interview, plan)


def thank_you(letter: Occasion) -> Opening:
    """Return the opening of a thank-you note."""
    body = _body(
        letter,
        f"Thank you for taking the time to talk with me about {letter.role} at {letter.company}. "
        "I enjoyed our conversation.",
        _ROOM,
        "If anything else from me would help, I am glad to send it. I look forward to hearing from you.",
    )
    return Opening(f"Thank you: {letter.matter}", body)


def follow_up(letter: Occasion) -> Opening:
    """Return the opening of a follow-up, which names the promised day where there is one."""
    interview, promised = letter.interview, letter.plan.promised
    verb = "met" if interview.setting is Setting.IN_PERSON else "spoke"
    met = f"{verb} on {written_day(interview.held_on)}"
    if promised.is_guess:
        question = f"We {met}, and I wanted to ask how things stand."
    elif promised.said_on == interview.held_on:
        question = (
            f"When we {met}, a decision was expected by {written_day(promised.day)}, and I wanted to ask "
            f"how things stand with {letter.role}."
        )
    else:
        question = (
            f"A decision was expected by {written_day(promised.day)}, and I wanted to ask how things stand."
        )
    rest = "I am still very interested, and glad to send anything that would help."
    return Opening(f"Following up: {letter.matter}", _body(letter, question, _ROOM, rest))


def material(letter: Occasion) -> Opening:
    """Return the opening of a letter with the material they asked for, which names what is not sent yet."""
    wanted = [planned.material.what for planned in letter.plan.materials if planned.sent is None]
    what = f" for {letter.role}: {listed(wanted)}." if wanted else f" for {letter.role}."
    body = _body(letter, f"Here is what you asked for{what}", "If anything is missing, please tell me.")
    return Opening(f"What you asked for: {letter.matter}", body)


def invitation(letter: Occasion) -> Opening:
    """Return a short text for connecting online, without a subject.

    It has at most `SHORT_INVITATION` characters unless the names alone are longer.
    """
    greeting = _greeting(letter, "Hi")
    end = "I would be glad to stay in touch."
    job = f" about the {letter.interview.role} role" if letter.interview.role else ""
    thanks = (
        f"thank you for the conversation{job} at {letter.company}. ",
        f"thank you for the conversation at {letter.company}. ",
        "thank you for the conversation. ",
    )
    texts = [f"{greeting} {sentence}{end}" for sentence in thanks]
    return Opening("", next((text for text in texts if len(text) <= SHORT_INVITATION), texts[-1]))


def blank(letter: Occasion) -> Opening:
    """Return a greeting and a sign-off with room between them."""
    return Opening(letter.matter, _body(letter, _ROOM))


def _greeting(letter: Occasion, word: str) -> str:
    names = [name.greeting for name in letter.recipients]
    return f"{word} {listed(names)}," if names else "Hello,"


def _body(letter: Occasion, *paragraphs: str) -> str:
    return "\n\n".join((_greeting(letter, "Dear"), *paragraphs, "Kind regards,\n"))
