"""What a letter begins with, and what the notes hold for it: a blank page is never the start.

An opening says only what the facts say, in a few plain sentences; what is personal is for the user to add.
"""

import re
from typing import NamedTuple

from followup_tui.core.dates.format import listed, written_day
from followup_tui.core.letters.names import WORD, Name, fold_word, parse_name, parse_recipients
from followup_tui.core.letters.signature import signature, unsigned
from followup_tui.core.model.logbook import ContactKind, Interview, Logbook, Setting
from followup_tui.core.notes.facts import Sign, fact_lines, people_in
from followup_tui.core.rules.plan_types import Plan
from followup_tui.core.text import fold_name

_FIELD = re.compile(r"\{([a-z_]+)\}")
_SUBJECT = re.compile(r"\s*subject[ \t]*:[ \t]*(.*)(?:\n\s*|$)", re.IGNORECASE)
SHORT_INVITATION = 200
"""Characters that LinkedIn takes with an invitation from an account that pays nothing."""


class NotedLine(NamedTuple):
    """One line of the notes that a letter can use."""

    text: str
    sign: Sign | None
    is_private: bool
    """A concern or something personal: it is never put into a letter by itself."""
    names_person: bool = False
    """Whether it names whom the letter goes to."""


_PRIVATE = (Sign.CONCERN, Sign.PERSONAL)
_SIGNS = (Sign.PERSONAL, None, Sign.MATERIAL, Sign.GIVEN, Sign.CONCERN)


def facts_for(person: str, interview: Interview) -> tuple[NotedLine, ...]:
    """What the notes hold for a letter to `person`: lines that name them first, those that name others last.

    Among those: personal things, plain lines, promised and given material, concerns.
    """
    known = people_in(interview.notes)
    to = parse_recipients(person, known)
    mine = _words_of(to)
    own = {fold_name(one.full) for one in to}
    theirs = _words_of(tuple(one for one in map(parse_name, known) if fold_name(one.full) not in own)) - mine

    def rank(line: NotedLine, words: set[str]) -> tuple[int, int]:
        nearness = 0 if line.names_person else 2 if words & theirs else 1
        return nearness, _SIGNS.index(line.sign)

    ranked = []
    for line in fact_lines(interview.notes):
        words = {fold_word(re.sub(r"['’]s$", "", found[0])) for found in WORD.finditer(line.text)}
        noted = NotedLine(line.text, line.sign, line.sign in _PRIVATE, bool(words & mine))
        ranked.append((rank(noted, words), noted))
    return tuple(noted for _, noted in sorted(ranked, key=lambda one: one[0]))


def _words_of(names: tuple[Name, ...]) -> set[str]:
    return {fold_word(word) for name in names for word in name.known if len(word) > 1}


def opening(
    kind: ContactKind, person: str, interview: Interview, plan: Plan, logbook: Logbook
) -> tuple[str, str]:
    """Subject and body that a letter of that kind begins with: the user's template, else ours.

    It is signed with the name that stands under the letter written last.
    In a template what the facts don't say stays as it is, `{role}` for one, for the proof-reader to find.
    """
    subject, body = _OPENINGS.get(kind, _plain)(person, interview, plan)
    template = logbook.templates.of(kind)
    if template.strip():
        headed = _SUBJECT.match(template)
        fields = _fields(person, interview, plan)
        if headed:
            subject, template = _filled(headed[1], fields), template[headed.end() :]
        body = _filled(template, fields)
    if unsigned(body) and (name := signature(logbook)):
        body = f"{body.rstrip()}\n{name}\n"
    return " ".join(subject.split()), body


def invitation(person: str, interview: Interview) -> str:
    """A short text for connecting online; `SHORT_INVITATION` characters at most, but for very long names."""
    hello = f"{_hello(person, interview, 'Hi')} "
    end = "I would be glad to stay in touch."
    job = f" about the {interview.role} role" if interview.role else ""
    thanks = (
        f"thank you for the conversation{job} at {interview.company}. ",
        f"thank you for the conversation at {interview.company}. ",
        "thank you for the conversation. ",
    )
    texts = [hello + one + end for one in thanks]
    return next((one for one in texts if len(one) <= SHORT_INVITATION), texts[-1])


def _filled(text: str, fields: dict[str, str]) -> str:
    # In one pass: what a name or a company holds is never read as a placeholder itself.
    return _FIELD.sub(lambda found: fields.get(found[1]) or found[0], text)


def _fields(person: str, interview: Interview, plan: Plan) -> dict[str, str]:
    """What can be filled into a template; empty where the facts don't say."""
    names = parse_recipients(person, people_in(interview.notes))
    promised = plan.promised
    return {
        "name": listed([one.full for one in names]),
        "first_name": listed([one.first for one in names]),
        "last_name": listed([one.family for one in names if len(one.parts) > 1]),
        "company": interview.company,
        "role": interview.role,
        "day": written_day(interview.held_on),
        "promised_day": "" if promised.is_guess else written_day(promised.day),
    }


def _hello(person: str, interview: Interview, word: str) -> str:
    names = [_known(one, interview).greeting for one in parse_recipients(person, people_in(interview.notes))]
    return f"{word} {listed(names)}," if names else "Hello,"


def _known(name: Name, interview: Interview) -> Name:
    """The name as the notes have it, with its title and nickname."""
    noted = map(parse_name, people_in(interview.notes))
    return next((one for one in noted if fold_name(one.full) == fold_name(name.full)), name)


def _matter(interview: Interview) -> str:
    return f"{interview.role} at {interview.company}" if interview.role else interview.company


def _role(interview: Interview) -> str:
    return f"the {interview.role} role" if interview.role else "the role"


def _letter(person: str, interview: Interview, *paragraphs: str) -> str:
    return "\n\n".join((_hello(person, interview, "Dear"), *paragraphs, "Kind regards,\n"))


def _met(interview: Interview) -> str:
    return "met" if interview.setting is Setting.IN_PERSON else "spoke"


_ROOM = ""
"""An empty paragraph: room for what only the user knows."""


def _thank_you(person: str, interview: Interview, _plan: Plan) -> tuple[str, str]:
    body = _letter(
        person,
        interview,
        f"Thank you for taking the time to talk with me about {_role(interview)} at {interview.company}. "
        "I enjoyed our conversation.",
        _ROOM,
        "If anything else from me would help, I am glad to send it. I look forward to hearing from you.",
    )
    return f"Thank you: {_matter(interview)}", body


def _follow_up(person: str, interview: Interview, plan: Plan) -> tuple[str, str]:
    met = f"{_met(interview)} on {written_day(interview.held_on)}"
    promised = plan.promised
    if promised.is_guess:
        ask = f"We {met}, and I wanted to ask how things stand."
    elif promised.said_on == interview.held_on:
        ask = (
            f"When we {met}, a decision was expected by {written_day(promised.day)}, and I wanted to ask "
            f"how things stand with {_role(interview)}."
        )
    else:
        ask = f"A decision was expected by {written_day(promised.day)}, and I wanted to ask how things stand."
    rest = "I am still very interested, and glad to send anything that would help."
    return f"Following up: {_matter(interview)}", _letter(person, interview, ask, _ROOM, rest)


def _material(person: str, interview: Interview, plan: Plan) -> tuple[str, str]:
    wanted = [one.material.what for one in plan.materials if one.sent is None]
    what = f" for {_role(interview)}: {listed(wanted)}." if wanted else f" for {_role(interview)}."
    body = _letter(
        person, interview, f"Here is what you asked for{what}", "If anything is missing, please tell me."
    )
    return f"What you asked for: {_matter(interview)}", body


def _connect(person: str, interview: Interview, _plan: Plan) -> tuple[str, str]:
    return "", invitation(person, interview)


def _plain(person: str, interview: Interview, _plan: Plan) -> tuple[str, str]:
    return _matter(interview), _letter(person, interview, _ROOM)


_OPENINGS = {
    ContactKind.THANK_YOU: _thank_you,
    ContactKind.FOLLOW_UP: _follow_up,
    ContactKind.MATERIAL: _material,
    ContactKind.CONNECT: _connect,
}
