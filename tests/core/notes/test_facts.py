"""Facts are read from the lines of the notes that begin with a sign."""

import string
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from followup_tui.core.notes import signs
from followup_tui.core.notes.facts import Facts, parse_facts, parse_line
from followup_tui.core.notes.people import Person, parse_person
from followup_tui.core.notes.signs import SignSpec
from followup_tui.core.rules.round_plan import open_texts
from tests.core.builders import day, notes

HELD_ON = date(2026, 11, 19)


def read(text: str) -> Facts:
    return parse_facts(text, HELD_ON)


@pytest.mark.parametrize(
    ("line", "sign", "text"),
    [
        ("@ Dana", "@", "Dana"),
        ("@Dana", "@", "Dana"),
        ("  @ Dana", "@", "Dana"),
        ("\t@\tDana  ", "@", "Dana"),
        ("> by Friday", ">", "by Friday"),
        ("+ references", "+", "references"),
        ("= portfolio", "=", "portfolio"),
        ("! k8s", "!", "k8s"),
        ("~ hockey", "~", "hockey"),
        ("@@ Dana", "@", "@ Dana"),
        ("> > quoted", ">", "> quoted"),
        ("!", "!", ""),
        ("@", "@", ""),
        ("  ~   ", "~", ""),
        ("plain", None, "plain"),
        ("  plain ", None, "plain"),
        ("write to dana@acme.example", None, "write to dana@acme.example"),
        ("1 + 1 = 2", None, "1 + 1 = 2"),
        ("- @ Dana", None, "- @ Dana"),
        ("# heading", None, "# heading"),
        ("＠ Dana", None, "＠ Dana"),
        ("", None, ""),
        ("   ", None, ""),
    ],
)
def test_a_sign_counts_at_the_beginning_of_a_line(line: str, sign: str | None, text: str) -> None:
    parsed = parse_line(3, line)
    assert (parsed.number, parsed.sign and parsed.sign.character, parsed.text) == (3, sign, text)
    assert line[parsed.start : parsed.start + len(text)] == text


@pytest.mark.parametrize(
    ("text", "is_none"),
    [
        ("! none", True),
        ("!none", True),
        ("  ! NONE ", True),
        ("! None.", True),
        ("+ nothing", True),
        ("+ Nothing!", True),
        ("@ none", True),
        ("@ nobody", True),
        ("+ n/a", True),
        ("~ -", True),
        ("+ no photo", False),
        ("! none of them", False),
        ("! nonesuch", False),
        ("! no", False),
        ("!", False),
        ("none", False),
        ("! nothing much", False),
    ],
)
def test_none_says_that_there_was_nothing(text: str, is_none: bool) -> None:
    assert parse_line(0, text).is_none == is_none


@pytest.mark.parametrize("sign", signs.SIGNS)
@pytest.mark.parametrize(
    ("body", "count", "covers"),
    [(" something", 1, True), (" none", 0, True), ("", 0, False), ("  ", 0, False), (" none\nx", 0, True)],
)
def test_a_sign_is_covered_by_a_fact_or_by_none(sign: SignSpec, body: str, count: int, covers: bool) -> None:
    facts = read(f"before\n {sign}{body}\nafter")
    assert (facts.count(sign), facts.covers(sign)) == (count, covers)


def test_a_fact_counts_in_spite_of_none() -> None:
    facts = read("! none\n! k8s")
    assert [fact.text for fact in facts.texts_of(signs.CONCERN)] == ["k8s"]


@pytest.mark.parametrize(
    ("text", "name", "role", "email"),
    [
        ("Dana", "Dana", "", ""),
        ("Dana Reyes", "Dana Reyes", "", ""),
        ("Dana, eng manager", "Dana", "eng manager", ""),
        ("Dana, eng manager <a@b>", "Dana", "eng manager", "a@b"),
        ("Dana <dana@acme.example>", "Dana", "", "dana@acme.example"),
        ("Dana <dana@acme.example>, CTO", "Dana", "CTO", "dana@acme.example"),
        ("<dana@acme.example> Dana, CTO", "Dana", "CTO", "dana@acme.example"),
        ("Dana < a@b >", "Dana", "", "a@b"),
        ("Dana <a@b> <c@d>", "Dana", "", "a@b"),
        ("Dana <no address>", "Dana <no address>", "", ""),
        ("Dana, head of R&D, Berlin", "Dana", "head of R&D, Berlin", ""),
        ("Dana,", "Dana", "", ""),
        ("Dana  \t Reyes ,  CTO ", "Dana Reyes", "CTO", ""),
        ("Åsa Öberg-Müller, VD", "Åsa Öberg-Müller", "VD", ""),
        ("Jose\u0301 O’Neill", "Jose\u0301 O’Neill", "", ""),
        ("李雷, 工程师", "李雷", "工程师", ""),
        ("Dr. J. R. Smith", "Dr. J. R. Smith", "", ""),
        ("[/x] \x1b[31mDana", "[/x] [31mDana", "", ""),
        (", CTO", "", "CTO", ""),
        ("<a@b>", "", "", "a@b"),
    ],
)
def test_a_person_has_a_name_and_perhaps_a_role_and_an_address(
    text: str, name: str, role: str, email: str
) -> None:
    assert parse_person(text) == Person(name, role, email)


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("@ Dana\n@ Luis", ["Dana", "Luis"]),
        ("@ Dana\n@ dana\n@  DANA ", ["Dana"]),
        ("@ José\n@ Jose\u0301", ["José"]),
        ("@ Jose\n@ José", ["Jose", "José"]),
        ("@ Straße\n@ STRASSE", ["Straße"]),
        ("@ , CTO\n@ <a@b>\n@", []),
        ("@ none\n@ Dana", ["Dana"]),
        ("@ Dana Reyes and Luis Ortega, both engineers", ["Dana Reyes", "Luis Ortega"]),
    ],
)
def test_each_person_is_there_once(text: str, people: list[str]) -> None:
    assert [fact.name for fact in read(text).people] == people


def test_a_second_line_on_a_person_adds_what_is_not_known() -> None:
    (fact,) = read("@ Dana, CTO\n@ dana, boss <d@acme.example>").people
    assert fact == Person("Dana", "CTO", "d@acme.example")


@pytest.mark.parametrize(("name", "found"), [("dana  reyes", True), ("DANA REYES", True), ("Dana", False)])
def test_a_person_is_found_by_name(name: str, found: bool) -> None:
    facts = read("@ Luis\n@ Dana Reyes")
    assert facts.person(name) == (facts.people[1] if found else None)


@pytest.mark.parametrize(
    ("line", "what", "due_on"),
    [
        ("+ references", "references", None),
        ("+ references by 2026-11-27", "references", "2026-11-27"),
        ("+ two references, by 2026-11-27.", "two references", "2026-11-27"),
        ("+ code sample (by 2026-11-27)", "code sample", "2026-11-27"),
        ("+ (2026-11-27) code (Go)", "code (Go)", "2026-11-27"),
        ("+ by 2026-11-27: the plan", "the plan", "2026-11-27"),
        ("+ 2026-11-27", "2026-11-27", "2026-11-27"),
        ("+ references by 2026-11-01", "references by 2026-11-01", None),
        ("+ two  references by Friday", "two references", "2026-11-20"),
    ],
)
def test_material_has_its_day_apart(line: str, what: str, due_on: str | None) -> None:
    (fact,) = read(line).materials
    assert (fact.what, fact.due_on, fact.line) == (what, day(due_on) if due_on else None, 0)


@pytest.mark.parametrize(
    ("line", "last"),
    [("> by 2026-12-04", "2026-12-04"), ("> end of next week", "2026-11-27"), ("> they will call", None)],
)
def test_a_promise_keeps_their_words(line: str, last: str | None) -> None:
    (fact,) = read("first line\n" + line).promises
    assert (fact.words, fact.line) == (line.removeprefix("> "), 1)
    assert (fact.reading.last if fact.reading else None) == (day(last) if last else None)


def test_dates_in_words_count_holidays() -> None:
    (fact,) = parse_facts("> in 2 business days", HELD_ON, [date(2026, 11, 20)]).promises
    assert fact.reading is not None
    assert fact.reading.last == date(2026, 11, 24)


@pytest.mark.parametrize(
    ("line", "text", "answer"),
    [
        ("! little Kubernetes", "little Kubernetes", ""),
        ("! little Kubernetes -> course begins Monday", "little Kubernetes", "course begins Monday"),
        ("! little Kubernetes→course", "little Kubernetes", "course"),
        ("! a -> b -> c", "a", "b -> c"),
        ("! little Kubernetes ->", "little Kubernetes", ""),
        ("! -> course", "-> course", ""),
        ("? who would I report to -> Luis", "who would I report to", "Luis"),
        ("$ told Luis 70k -> he nodded", "told Luis 70k -> he nodded", ""),
        ("~ she sails -> in May", "she sails -> in May", ""),
    ],
)
def test_an_answer_follows_a_concern_or_a_question_behind_an_arrow(line: str, text: str, answer: str) -> None:
    ((_, fact),) = read(line).texts
    assert (fact.text, fact.answer) == (text, answer)


@pytest.mark.parametrize("line", ["=====", "~~~~", "!!!", "> >", "+ + +", "@ @", "=="])
def test_a_line_of_signs_alone_is_plain(line: str) -> None:
    assert read(f"{line}\n@ Dana") == read("\n@ Dana")


@pytest.mark.parametrize(
    ("line", "is_material"),
    [
        ("+49 170 1234567", False),
        ("+ 49 40 555 0100", False),
        ("+1 (555) 123-4567 Dana", False),
        ("+49-30-1234567, call after five", False),
        ("+ 2 references", True),
        ("+2 references", True),
        ("+ 2026-11-27", True),
        ("+2026-11-27 slides", True),
        ("+ 555-1234 is their number", True),
    ],
)
def test_a_phone_number_is_no_material(line: str, is_material: bool) -> None:
    assert bool(read(line).materials) == is_material


def test_concerns_and_questions_are_open_until_answered() -> None:
    facts = read("! Kubernetes -> a course\n! no Go\n? who leads\n? why -> growth")
    assert [fact.text for fact in facts.texts_of(signs.CONCERN)] == ["Kubernetes", "no Go"]
    assert open_texts([facts], signs.CONCERN) == ("no Go",)
    assert open_texts([facts], signs.QUESTION) == ("who leads",)


def test_questions_and_pay_are_facts_and_count_for_no_step() -> None:
    facts = read("? why is the post free\n$ they said 65 to 75k\n? none")
    assert [fact.text for fact in facts.texts_of(signs.QUESTION)] == ["why is the post free"]
    assert [fact.text for fact in facts.texts_of(signs.PAY)] == ["they said 65 to 75k"]
    assert signs.QUESTION in facts.answered_none
    assert {signs.QUESTION, signs.PAY}.isdisjoint(signs.coverage_signs())


wild = (
    st.text()
    | st.text(alphabet=st.characters())
    | st.text(alphabet="@>+=!~?$ \n\t\r<>,.none27-Fri \u2028\x1b")
)


@given(text=wild, said_on=st.dates())
def test_any_text_is_read_and_each_time_the_same(text: str, said_on: date) -> None:
    facts = parse_facts(text, said_on)
    assert parse_facts(text, said_on) == facts
    begins = [line.lstrip()[:1] for line in text.split("\n")]
    assert all(facts.count(sign) <= begins.count(sign.character) for sign in signs.SIGNS)


@given(text=notes, other=st.text(alphabet=string.ascii_letters + " @\t"), gap=st.integers(0, 8))
def test_plain_lines_and_indents_change_no_fact(text: str, other: str, gap: int) -> None:
    lines = ["  " + line for line in text.split("\n")]
    lines.insert(gap, "x" + other)
    facts, same = read(text), read("\n".join(lines))
    assert [fact.what for fact in same.materials] == [fact.what for fact in facts.materials]
    assert [fact.words for fact in same.promises] == [fact.words for fact in facts.promises]
    texts, same_texts = ([(sign, fact.text) for sign, fact in found.texts] for found in (facts, same))
    assert same_texts == texts
    assert (same.people, same.answered_none) == (facts.people, facts.answered_none)


@pytest.mark.parametrize(
    ("line", "what", "due_on"),
    [
        ("references by tomorrow evening", "references", "2026-11-26"),
        ("references by 5pm tomorrow", "references", "2026-11-26"),
        ("references by tomorrow 5pm", "references", "2026-11-26"),
        ("references by Friday at noon", "references", "2026-11-27"),
        ("references by Friday, 10:30", "references", "2026-11-27"),
        ("by Friday morning: work samples", "work samples", "2026-11-27"),
        ("portfolio (by Friday afternoon)", "portfolio", "2026-11-27"),
        ("Good Morning article by Friday", "Good Morning article", "2026-11-27"),
        (
            "prepare a case study for the panel by Friday 12:00",
            "prepare a case study for the panel",
            "2026-11-27",
        ),
        ("availability for next week", "availability for next week", ""),
    ],
)
def test_the_time_of_day_leaves_the_name_of_a_material(line: str, what: str, due_on: str) -> None:
    (material,) = parse_facts(f"+ {line}", date(2026, 11, 25)).materials
    assert (material.what, str(material.due_on or "")) == (what, due_on)
