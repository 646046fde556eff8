"""Pasted mail threads are plain text until the user writes on."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from followup_tui.core.notes import signs
from followup_tui.core.notes.facts import parse_facts, parse_lines
from followup_tui.core.notes.threads import quoted_lines

REPLY = "Thanks!\n\n+ one more idea from us\n> we talked\n! urgent\nDana"


def signs_of(notes: str) -> str:
    return "".join(str(line.sign) if line.sign else "." for line in parse_lines(notes))


@pytest.mark.parametrize(
    "head",
    [
        "On Mon, 23 Nov 2026 at 14:05, Dana Reyes <dana@acme.example> wrote:",
        "On 23 November 2026 Dana Reyes wrote:",
        "On Mon, 23 Nov 2026 at 14:05, Dana Reyes\n<dana@acme.example> wrote:",
        "> On Mon, 23 Nov 2026 at 14:05, Dana Reyes <dana@acme.example> wrote:",
        "-----Original Message-----",
        "---------- Forwarded message ---------",
        "Begin forwarded message:",
        "From: Dana Reyes <dana@acme.example>\nSent: Monday, 23 November 2026 14:05\nTo: me",
        "*From:* Dana Reyes\n*Date:* Mon, 23 Nov 2026\n*Subject:* next steps",
        "Subject: next steps\nFrom: Dana",
        "Am 25.11.2026 um 15:12 schrieb Dana Reyes:",
        "Am Mi., 25. Nov. 2026 um 15:12 Uhr schrieb Dana Reyes <dana@acme.example>:",
        "Le mer. 25 nov. 2026 à 15:12, Dana Reyes <dana@acme.example> a écrit :",
        "El mié, 25 nov 2026 a las 15:12, Dana Reyes (<dana@acme.example>) escribió:",
        "Il giorno mer 25 nov 2026 alle ore 15:12 Dana Reyes ha scritto:",
        "Op wo 25 nov 2026 om 15:12 schreef Dana Reyes <dana@acme.example>:",
        "-----Ursprüngliche Nachricht-----",
        "Von: Dana Reyes <dana@acme.example>\nGesendet: Mittwoch, 25. November 2026 15:12\nAn: mich",
        "De : Dana Reyes\nEnvoyé : mercredi 25 novembre 2026 15:12\nÀ : moi",
    ],
)
def test_a_thread_begins_as_mail_programs_begin_it(head: str) -> None:
    notes = f"@ Dana\n{head}\n> hello\n! urgent\n= 2\n@ all"
    assert signs_of(notes) == "@" + "." * (head.count("\n") + 5)


@pytest.mark.parametrize(
    "line",
    [
        "On the whiteboard they wrote:",
        "To: be decided",
        "From: the recruiter",
        "On Monday Dana wrote: call me on the 3rd",
        "they said “on 3 May I wrote:” and laughed",
        "Date: 4 Dec\n> decision by then",
        "Am Whiteboard schrieb jemand:",
        "Am 3. Dezember schrieb Dana: wir melden uns",
        "Von: Dana",
    ],
)
def test_lines_that_only_look_like_it_begin_no_thread(line: str) -> None:
    assert quoted_lines(f"{line}\n! a concern") == frozenset()
    assert signs_of(f"{line}\n! a concern").endswith("!")


def test_a_thread_ends_at_a_blank_line_before_a_sign_and_a_blank() -> None:
    head = "On 23 Nov 2026, Dana wrote:"
    assert signs_of(f"{head}\n> hello\n! urgent\n\n@ Luis\n> friday") == "....@>"
    assert signs_of(f"{head}\n\n> hello\n\n> again\n\n=====\n\n+49 170 1234567\n\n~ sails") == "..........~"
    assert signs_of(f"{head}\n! urgent\n@ all") == "..."


def test_facts_are_read_before_and_after_a_thread_and_not_in_it() -> None:
    notes = (
        "@ Dana\n\nOn 23 Nov 2026, Dana wrote:\n@ everybody\n+ CV\n> by 2026-12-01\n\n! little Kubernetes\n"
    )
    facts = parse_facts(notes, date(2026, 11, 23))
    assert [person.name for person in facts.people] == ["Dana"]
    assert (facts.materials, facts.promises) == ((), ())
    assert [fact.text for fact in facts.texts_of(signs.CONCERN)] == ["little Kubernetes"]


@given(
    st.lists(
        st.sampled_from(("@ Dana", "> soon", "", "On 3 May A wrote:", "From: a", "To: b", "plain")),
        max_size=9,
    )
)
def test_quoted_lines_are_lines_of_the_notes(lines: list[str]) -> None:
    quoted = quoted_lines("\n".join(lines))
    assert quoted <= set(range(len(lines)))
    assert len(list(parse_lines("\n".join(lines)))) == max(1, len(lines))
