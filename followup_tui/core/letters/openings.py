"""What a letter of each kind begins with.

An opening says only what the facts say, in a few plain sentences; what is personal is for the user to add.
"""

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from followup_tui.core.dates.format import listed, written_day
from followup_tui.core.letters.names import Name, noted_recipients
from followup_tui.core.model.logbook import Interview, Setting
from followup_tui.core.notes.facts import people_in
from followup_tui.core.rules.interview_plan import Plan
from followup_tui.core.text import capitalized, words

SHORT_INVITATION = 200
"""Characters that LinkedIn takes with an invitation from a free account."""
_ROOM = ""
"""An empty paragraph: room for what only the user knows."""
_ROLE_WORDS = words(
    "internship job position role apprenticeship traineeship fellowship residency post contract placement"
)
"""Last words of a role that need no "role" after them."""
_DETERMINERS = words(
    "a an the my our your his her their this that these those some any all both more further other another "
    "one two three four five six seven eight nine ten"
)
"""First words of what they asked for that need no "the" before them."""

_TALK = "for taking the time to talk with me about"
_ENJOYED = "I enjoyed our conversation."
_SEND_MORE = "If there is anything else you need from me, I would be glad to send it."
_HEARING = "I look forward to hearing from you."
_STATUS = "I wanted to ask how things stand"
_INTERESTED = "I am still very interested."
_STAY_IN_TOUCH = "I would be glad to stay in touch."


class Occasion(NamedTuple):
    """What an opening is written from: who the letter goes to, and what is known of the interview."""

    recipients: tuple[Name, ...]
    interview: Interview
    plan: Plan
    owes_thanks: bool
    """Whether a thank-you note has lapsed, so that the follow-up carries the thanks."""
    answer_by: date | None
    """The day by which an offer of somebody else has to be answered, for a letter about an offer in hand."""

    @property
    def company(self) -> str:
        return self.interview.company

    @property
    def role(self) -> str:
        """The role with its article: "the Backend engineer role", "the summer internship"."""
        return _role_phrase(self.interview.role)

    @property
    def matter(self) -> str:
        """What the letter is about, for a subject: "Backend engineer at Acme"."""
        return f"{self.interview.role} at {self.company}" if self.interview.role else self.company

    @property
    def thanks(self) -> str:
        """The thanks to as many as it goes to: "Thank you", "Thank you both", "Thank you all"."""
        match len(self.recipients):
            case 0 | 1:
                return "Thank you"
            case 2:
                return "Thank you both"
            case _:
                return "Thank you all"


def _role_phrase(role: str) -> str:
    if not role:
        return "the role"
    return f"the {role}" if role.split()[-1].casefold() in _ROLE_WORDS else f"the {role} role"


def stock_text(interview: Interview) -> str:
    """Return the sentences of our openings for an interview, which letters to several people may share."""
    role = _role_phrase(interview.role)
    thanks = f"Thank you {_TALK} {role} at {interview.company}. {_ENJOYED}"
    return f"{thanks} {_SEND_MORE} {_HEARING} {_STATUS} with {role}. {_INTERESTED} {_SEND_MORE} Kind regards,"


class Opening(NamedTuple):
    """The subject and the text that a letter begins with."""

    subject: str
    body: str


def occasion(
    person: str, interview: Interview, plan: Plan, owes_thanks: bool, answer_by: date | None
) -> Occasion:
    """Return the occasion of a letter to `person`, with titles and nicknames as the notes have them."""
    recipients = noted_recipients(person, people_in(interview.notes))
    return Occasion(recipients, interview, plan, owes_thanks, answer_by)


def thank_you(letter: Occasion) -> Opening:
    """Return the opening of a thank-you note."""
    talk = _sentence(f"{letter.thanks} {_TALK} {letter.role} at {letter.company}")
    body = _body(letter, f"{talk} {_ENJOYED}", _ROOM, f"{_SEND_MORE} {_HEARING}")
    return Opening(f"Thank you: {letter.matter}", body)


def follow_up(letter: Occasion) -> Opening:
    """Return the opening of a follow-up, which names the promised day and carries lapsed thanks."""
    interview, promised = letter.interview, letter.plan.promised
    verb = "met" if interview.setting is Setting.IN_PERSON else "spoke"
    day, decide_by = written_day(interview.held_on), written_day(promised.day)
    status = f"{_STATUS} with {letter.role}."
    hoped = f"you hoped to decide by {decide_by}, so {status}"
    if letter.owes_thanks:
        request = status if promised.is_estimate else capitalized(hoped)
        question = f"{letter.thanks} again for the conversation on {day}. {request}"
    elif promised.is_estimate:
        question = f"We {verb} on {day}, and {status}"
    elif promised.said_on == interview.held_on:
        question = f"When we {verb} on {day}, {hoped}"
    else:
        question = capitalized(hoped)
    rest = f"{_INTERESTED} {_SEND_MORE}"
    return Opening(f"Following up: {letter.matter}", _body(letter, question, _ROOM, rest))


def material(letter: Occasion) -> Opening:
    """Return the opening of a letter with the material they asked for, which names what is not sent yet."""
    owed = [_with_article(planned.material.what) for planned in letter.plan.materials if planned.sent is None]
    sending = f"As you asked, I am sending you {listed(owed) or 'the documents'} for {letter.role}."
    return Opening(f"What you asked for: {letter.matter}", _body(letter, sending, _SEND_MORE))


def _with_article(what: str) -> str:
    """Return what they asked for as a letter names it: "the code sample", "two references"."""
    first = what.split()[0].casefold()
    is_determined = first in _DETERMINERS or first[0].isdigit() or first.endswith(("'s", "’s"))
    return what if is_determined else f"the {what}"


def invitation(letter: Occasion) -> Opening:
    """Return a short text for connecting online, without a subject.

    It has at most `SHORT_INVITATION` characters unless the names alone are longer.
    """
    greeting = _greeting(letter, "Hi")
    job = f" about {letter.role}" if letter.interview.role else ""
    thanks = (
        f"thank you for the conversation{job} at {letter.company}",
        f"thank you for the conversation at {letter.company}",
        "thank you for the conversation",
    )
    texts = [f"{greeting} {_sentence(text)} {_STAY_IN_TOUCH}" for text in thanks]
    return Opening("", next((text for text in texts if len(text) <= SHORT_INVITATION), texts[-1]))


def offer_in_hand(letter: Occasion) -> Opening:
    """Return the opening that tells of an offer elsewhere: neither its amount nor the company is named."""
    deadline = f"by {written_day(letter.answer_by)}" if letter.answer_by else "soon"
    offer = (
        "I wanted to let you know that I have received another offer, and that I have to answer it "
        f"{deadline}."
    )
    question = (
        f"I am still very interested in {letter.role}, so I wanted to ask whether you could tell me "
        "where you stand before then."
    )
    return Opening(f"A question of timing: {letter.matter}", _body(letter, offer, question, _ROOM))


def accept(letter: Occasion) -> Opening:
    """Return the opening that accepts their offer."""
    offer = f"{letter.thanks} for your offer. I am happy to accept {letter.role} at {letter.company}"
    rest = "I look forward to working with you. Please let me know what you need from me before I start."
    return Opening(f"Accepting your offer: {letter.matter}", _body(letter, _sentence(offer), _ROOM, rest))


def _of_texts(subject: str, *paragraphs: str) -> Callable[[Occasion], Opening]:
    """Return what fills in an opening of texts with `{thanks}`, `{role}` and `{matter}` in them."""

    def opening(letter: Occasion) -> Opening:
        known = {"thanks": letter.thanks, "role": letter.role, "matter": letter.matter}
        texts = (paragraph.format_map(known) for paragraph in paragraphs)
        return Opening(subject.format_map(known), _body(letter, *texts))

    return opening


decline = _of_texts(
    "Your offer: {matter}",
    "{thanks} for your offer, and for the time you have given me. After careful thought, I have decided not "
    "to accept it.",
    _ROOM,
    "It was a pleasure to get to know you, and I hope that our paths cross again.",
)
ask_for_time = _of_texts(
    "Your offer: {matter}",
    "{thanks} for your offer, which I was very glad to receive. It is an important decision for me, and I "
    "would like to think it over carefully. Would it be possible to have a few more days to answer?",
    _ROOM,
)
withdraw = _of_texts(
    "Withdrawing my application: {matter}",
    "{thanks} for considering me for {role}. I have accepted another position, so I would like to withdraw "
    "my application.",
    _ROOM,
    "I enjoyed our conversation, and I wish you every success in finding the right person.",
)
answer_to_rejection = _of_texts(
    "Thank you: {matter}",
    "{thanks} for letting me know, and for the time you took. I am sorry that it did not work out.",
    "If you have a moment, I would be grateful to hear one thing that I could do better next time.",
    "I enjoyed our conversation, and I would be glad to hear from you if another opening comes up.",
)
blank = _of_texts("{matter}", _ROOM)
"""A greeting and a sign-off with room between them."""


def _sentence(text: str) -> str:
    """Return the text with a full stop, unless it ends with one, as in "Acme Inc."."""
    return text if text.endswith(".") else f"{text}."


def _greeting(letter: Occasion, word: str) -> str:
    names = [name.greeting for name in letter.recipients]
    return f"{word} {listed(names)}," if names else "Hello,"


def _body(letter: Occasion, *paragraphs: str) -> str:
    return "\n\n".join((_greeting(letter, "Dear"), *paragraphs, "Kind regards,\n"))
