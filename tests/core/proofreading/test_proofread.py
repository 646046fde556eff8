"""The proof-reader, by letters: one fault is one finding at its place, and a right letter is silent."""

import time
from collections import Counter
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from followup_tui.core.model.logbook import ContactKind, Draft, Logbook
from followup_tui.core.proofreading.finding import FindingKind
from followup_tui.core.proofreading.proofread import proofread
from tests.core.builders import HELD, day, interview
from tests.core.proofreading.cases import FAULTS, GOOD, draft_of, faulty, judged, logbook
from tests.examples import examples

BLOCKING = ("other name", "near name", "other company", "placeholder", "pay")


def test_there_are_letters_enough() -> None:
    assert len(GOOD) >= 40
    assert len(FAULTS) >= 60
    assert set(Counter(fault["kind"] for fault in FAULTS)) == set(FindingKind)


@pytest.mark.parametrize("name", GOOD)
def test_a_right_letter_has_no_finding(name: str) -> None:
    assert judged(GOOD[name]) == ()


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: f"{fault['kind']}: {fault.get('at', '')[:30]}")
def test_a_fault_is_found_at_its_place_and_nothing_else(fault: dict[str, Any]) -> None:
    letter = faulty(fault)
    draft = draft_of(letter)
    found = judged(letter)
    assert [finding.kind for finding in found] == [fault["kind"]]
    [finding] = found
    assert finding.in_subject == fault.get("in_subject", False)
    text = draft.subject if finding.in_subject else draft.body
    assert text[finding.start : finding.end] == fault.get("at", text)
    assert finding.is_blocking == (finding.kind in BLOCKING)
    if finding.fix is not None:
        mended = text[: finding.start] + finding.fix + text[finding.end :]
        again = draft.but(subject=mended) if finding.in_subject else draft.but(body=mended)
        assert judged(letter, again) == ()


@pytest.mark.parametrize(
    "kind", [FindingKind.NEAR_NAME, FindingKind.OTHER_NAME, FindingKind.OTHER_COMPANY, FindingKind.WRONG_DAY]
)
def test_what_is_plainly_right_is_offered(kind: FindingKind) -> None:
    # Of the user's own name, which stands nowhere, nothing can be offered.
    faults = [fault for fault in FAULTS if fault["kind"] == kind and not fault.get("is_signature")]
    found = [judged(faulty(fault))[0] for fault in faults]
    assert found
    assert all(finding.fix for finding in found)


ALONE = interview(notes="@ Dana Reyes\n@ Linus Berg\n@ Tom", company="Acme")
BOOK = Logbook(interview=(ALONE,))


def kinds(body: str, person: str = "Dana Reyes", **more: object) -> list[str]:
    """Return the findings of what must be right, and of days."""
    draft = Draft.model_validate({"id": "d", "kind": "other", "person": person, "body": body, **more})
    return [
        f"{finding.kind}: {body[finding.start : finding.end]}"
        for finding in proofread(draft, ALONE, BOOK, ALONE.held_on)
    ]


@pytest.mark.parametrize(
    "body",
    [
        "",
        "Dear",
        "Hi,",
        "Hello!",
        "Hi there,",
        "Hi all,",
        "Dear team,",
        "Dear Hiring Manager,",
        "Dear Acme team,",
        "Hello everyone,",
        "Morning Dana,",
        "Hola Dana,",
        "Hi Dana,\nI spoke to my referees today. I met a friend on Monday, and saw the film.",
        "Dana,",
        "Dana",
        "DANA,",
        "Dear Dana Reyes,",
        "Dear D. Reyes,",
        "Dear Ms Reyes,",
        "Dear Mrs. Dana Reyes:",
        "Hello, Dana!",
        "Hi Dana! It was",
        "Hi Dana, It was good, Tom and I agree.",
        "Hi Dana, Tom and Linus,",
        "Hi Dana & team,",
        "Thank you, Dana, for",
        "Thanks Dana",
        "Thank you for the tour of Data Hall. Tim and Dan were there.",
        "Yesterday, I",
        "Greetings Dana —",
        "We run Linux. The Linux kernel, and Tomcat.",
        "A TODO list, 5 < 6 and 7 > 3, I <3 it, f[0], [1], [...]",
        "Look at https://example.org/Reyez",
        "It was nice to meet you today, and I look forward to meeting you on Monday.",
        "Could we talk on Tuesday?",
        "I enjoyed our conversation about the release on Tuesday.",
        "I am attached to this idea, and to network-attached storage.",
        "I worked on the feed of Facebook.",
    ],
)
def test_a_right_text_has_no_finding(body: str) -> None:
    assert kinds(body) == []


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("Dear Tom,", "other name: Tom"),
        ("Dear Mr. Berg,", "other name: Mr. Berg"),
        ("Tom, thank you", "other name: Tom"),
        ("Thank you, Tom, for", "other name: Tom"),
        ("Hi Tim,", "other name: Tim"),
        ("Dear Dana Berg,", "near name: Dana Berg"),
        ("Dear Dana,\nit was good to meet Linux.\nYours\nSam", "near name: Linux"),
        ("Hello Danna!", "near name: Danna"),
        ("Hi dina,", "near name: dina"),
        ("Hi Dana,\nDina Reyes is a name, but\nnot yours. I am\nSam", "near name: Dina"),
    ],
)
def test_a_wrong_name_is_found(body: str, found: str) -> None:
    assert kinds(body) == [found]


def test_people_of_an_earlier_round_may_be_mentioned_but_not_addressed() -> None:
    first = interview(notes="@ Rosa Diaz", company="acme", id="first")
    book = Logbook(interview=(first, ALONE))

    def found(body: str) -> list[str]:
        draft = Draft.model_validate({"id": "d", "kind": "other", "person": "Dana Reyes", "body": body})
        return [finding.kind for finding in proofread(draft, ALONE, book, ALONE.held_on)]

    assert found("Dear Dana,\nI have met Rosa Diaz, and liked how Rosa asked.\nSam") == []
    assert found("Dear Dana,\nIt was good to see you, Rosa.\nSam") == [FindingKind.OTHER_NAME]


def test_what_is_only_noted_of_somebody_elsewhere_is_not_their_name() -> None:
    other = interview(notes="@ Ann Boyd\nAnn knows Dana Reyes\n! Linus", company="Borealis", id="other")
    draft = Draft.model_validate(
        {"id": "d", "kind": "other", "person": "Dana Reyes", "body": "Dear Dana,\nLinus is fine.\nI like it."}
    )
    assert proofread(draft, ALONE, Logbook(interview=(ALONE, other)), ALONE.held_on) == ()


def test_without_a_recipient_only_slips_are_found() -> None:
    assert kinds("Dear Sophie,", "") == []
    assert kinds("Dear Linus,", "") == []
    assert kinds("Dear Dina,", "") == ["near name: Dina"]


def test_another_round_at_the_same_company_is_a_day_of_a_meeting() -> None:
    first = interview(held="2026-11-10T10:00+01:00", company="Acme", id="first")
    draft = Draft.model_validate(
        {"id": "d", "kind": "other", "person": "Dana Reyes", "body": "As when we met on Tuesday, Dana"}
    )
    assert proofread(draft, ALONE, Logbook(interview=(first, ALONE)), ALONE.held_on) == ()
    assert [finding.kind for finding in proofread(draft, ALONE, BOOK, ALONE.held_on)] == [
        FindingKind.WRONG_DAY
    ]


def test_a_name_that_looks_like_a_placeholder_is_none() -> None:
    odd = interview(notes="@ [Name] Reyes", company="{company}")
    body = "Dear [Name],\nI like it at {company}. {role}"
    draft = Draft.model_validate({"id": "d", "kind": "other", "person": "[Name] Reyes", "body": body})
    found = proofread(draft, odd, Logbook(interview=(odd,)), odd.held_on)
    assert [body[finding.start : finding.end] for finding in found] == ["{role}"]


@pytest.mark.parametrize(
    "greeting", ["Dear Sir or Madam", "Dear Sir/Madam", "Dear Sirs", "To whom it may concern"]
)
def test_a_greeting_to_nobody_is_advised_against_where_the_reader_is_known(greeting: str) -> None:
    assert kinds(f"{greeting},\n\nThank you.\n\nSam") == [f"nothing personal: {greeting}"]
    assert kinds(f"{greeting},\n\nThank you.\n\nSam", "") == []


def test_facebook_as_the_channel() -> None:
    assert kinds("Hi Dana", kind="connect", channel="Facebook") == ["facebook: "]


LINES = interview(
    notes="@ Dana Reyes\n~ Dana plays ice hockey\nthey pay 70k to seniors\n! no Go -> my course has begun\n",
    company="Acme",
)


@pytest.mark.parametrize("kind", ["thank-you", "follow-up"])
@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("Dana plays ice hockey.", ["as noted: Dana plays ice hockey."]),
        ("They pay 70k to seniors.", ["pay: 70k"]),
        ("My course has begun.", []),
    ],
)
def test_a_line_as_it_was_noted_is_a_single_finding_and_the_answer_to_a_concern_none(
    line: str, found: list[str], kind: str
) -> None:
    more = "It was good to see how you all work, and I hope to hear from you when it suits you best. " * 2
    body = f"Dear Dana,\n\nThank you for your time. {line}\n\n{more}\n\nBest,\nNora Quist\n"
    draft = Draft.model_validate({"id": "d", "kind": kind, "person": "Dana Reyes", "body": body})
    findings = proofread(draft, LINES, Logbook(interview=(LINES,)), LINES.held_on)
    assert [f"{each.kind}: {body[each.start : each.end]}" for each in findings] == found


pieces = st.sampled_from(
    [
        "Dear ",
        "Hi ",
        "Dana",
        "Dina",
        "Reyes ",
        "van der ",
        "Berg",
        ", ",
        " and ",
        "\n",
        "\n\n",
        "[Name]",
        "{",
        "}",
        "on Tuesday ",
        "yesterday",
        "meet you ",
        "\nthe 99th of May ",
        "Borealis ",
        "attached",
        "___",
        "<a",
        ">",
        ".",
        "XXX",
        "王小明",
        "é",
        "é",
        "\u200b",
        "🙂",
        "'s",
        "Facebook",
        "https://",
        "@",
        "-",
        "“",
        "\n2026-99-99 ",
    ]
)
texts = st.one_of(st.text(max_size=300), st.lists(pieces, max_size=40).map("".join))


@examples(50)
@given(
    texts,
    texts,
    texts,
    texts,
    st.sampled_from(["thank-you", "follow-up", "connect", "material"]),
    st.integers(0, 9),
)
def test_any_text_gives_places_within_it(
    body: str, subject: str, person: str, notes: str, kind: ContactKind, days: int
) -> None:
    acme = interview(notes=f"@ {person}\n@ Dana Reyes\n{notes}", company="Acme")
    other = interview(company=f"Borealis {subject}", id="other")
    draft = Draft.model_validate(
        {"id": "d", "kind": kind, "person": person, "subject": subject, "body": body}
    )
    for found in proofread(
        draft, acme, Logbook(interview=(acme, other)), acme.held_on + timedelta(days=days)
    ):
        text = draft.subject if found.in_subject else draft.body
        assert 0 <= found.start <= found.end <= len(text)
        assert found.message


def best_of(times: int, draft: Draft, book: Logbook) -> float:
    """Return the processor seconds that proofreading takes, at best."""
    taken = []
    for _ in range(times):
        begun = time.process_time()
        proofread(draft, book.interviews[0], book, day(HELD[:10]))
        taken.append(time.process_time() - begun)
    return min(taken)


# Both are five times what it takes: these tests find a check that reads everything again for each word. The
# figures themselves are rows of the bench.
def test_a_usual_letter_is_checked_between_two_frames() -> None:
    assert best_of(30, draft_of(GOOD["dana"]), logbook("acme")) < 0.015


def test_a_letter_is_checked_between_two_keys_where_there_are_many_interviews() -> None:
    many = [
        interview(
            company=f"Company {n}", id=str(n), held=HELD, notes=f"@ Ann Boyd\n@ Bo {n}\n> soon\nAnn rows"
        )
        for n in range(1000)
    ]
    book = Logbook(interview=(logbook("acme").interviews[0], *many))
    assert best_of(30, draft_of(GOOD["dana"]), book) < 0.04


@pytest.mark.parametrize(
    "text",
    [
        "It was great to meet you and Dana on Tuesday about the Go code of Linus. ",
        "Dana, ",
        "a",
        "[",
        "{x",
        "meet ",
        "Reyez ",
        "_",
        "\n",
        "e\u0301",
        "<a ",
        "on the 1st ",
        "王",
        "connect ",
        "@",
        "Aa'",
    ],
)
def test_a_long_text_takes_little_time(text: str) -> None:
    body = (text * 10_000)[:10_000]
    draft = Draft.model_validate({"id": "d", "kind": "thank-you", "person": "Luis Ortega", "body": body})
    assert best_of(3, draft, logbook("acme")) < 0.2
