"""The table of signs: a sign added to it is found wherever signs are, with no other change."""

import re
from datetime import date
from pathlib import Path

import pytest

import followup_tui
from followup_tui.core.letters.facts import facts_for
from followup_tui.core.model.logbook import StepId
from followup_tui.core.notes import signs
from followup_tui.core.notes.facts import parse_facts
from followup_tui.core.notes.signs import LetterUse, SignSpec, find_sign
from followup_tui.core.rules.position import position_of
from followup_tui.export.json_export import json_view
from followup_tui.export.markdown import pages
from followup_tui.tui.screens.help import sign_rows
from followup_tui.tui.screens.main.view_model import coverage
from followup_tui.tui.widgets.notes_rendering import RenderedNotes
from tests.core.builders import at, interview, planned, position_plan
from tests.readme import sign_table

RISK = SignSpec(
    character="%",
    id="risk",
    meaning="a risk of the job",
    hint="a risk of the job",
    example="% they lost two customers",
    label="risk",
    short_label="risk",
    heading="Risks",
    json_key="risks",
    letter_use=LetterUse.FREE,
    in_coverage=True,
    missing="risks",
    todo="note risks",
)
NOTES = "@ Dana\n= none\n! none\n~ none\n"
NOW = "2026-11-19T18:00"


@pytest.fixture(autouse=True)
def _ninth_sign(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(signs, "SIGNS", (*signs.SIGNS, RISK))


def test_a_new_sign_makes_facts() -> None:
    facts = parse_facts("% few customers\n%\nplain % text", date(2026, 11, 19))
    assert [fact.text for fact in facts.texts_of(RISK)] == ["few customers"]
    assert (facts.count(RISK), facts.covers(RISK)) == (1, True)
    assert find_sign("%") is RISK


def test_a_new_sign_is_explained_in_help_legend_hints_and_readme() -> None:
    assert ("%", "a risk of the job") in sign_rows()
    assert all("%" in legend for legend in signs.legends())
    assert "% a risk of the job" in signs.hints().split("\n")
    assert "| `%` | a risk of the job | `% they lost two customers` |" in sign_table()


def test_a_new_sign_counts_for_the_notes_of_step_two() -> None:
    without, with_it = (planned(interview(notes=NOTES + more), NOW) for more in ("", "% few customers"))
    assert "risks (%)" in without.step(StepId.WRITE_DOWN).why
    assert [todo.text for todo in without.todos if todo.step is StepId.WRITE_DOWN] == ["note risks"]
    assert with_it.step(StepId.WRITE_DOWN).status.value == "done"


def test_a_new_sign_is_counted_under_the_notes() -> None:
    plan = planned(interview(notes=NOTES + "% few customers"), NOW)
    assert "%1 " in [span.text for span in coverage(plan.facts, plan, "d")]


def test_a_new_sign_is_in_json_and_in_the_report() -> None:
    noted = interview(notes=NOTES + "% few customers")
    position = position_plan(noted, now=NOW)
    exported = json_view([position], at(NOW), [noted])["interviews"][0]
    assert exported["facts"]["risks"] == [{"text": "few customers", "answer": None}]
    assert "## Risks\n\n- few customers\n" in "".join(pages([position]))


def test_a_new_sign_is_offered_to_letters_as_its_row_says() -> None:
    noted = interview(notes=NOTES + "% few customers")
    lines = facts_for("Dana", noted, position_of([noted]))
    assert [(line.text, line.sign) for line in lines] == [("few customers", RISK)]


def test_every_sign_has_a_style_of_its_own() -> None:
    rules = (Path(followup_tui.__file__).parent / "tui" / "app.tcss").read_text(encoding="utf-8")
    styled = set(re.findall(r"^\.(notes--\w+) ", rules, flags=re.MULTILINE))
    shipped = [sign for sign in signs.SIGNS if sign is not RISK]
    assert {sign.css_class for sign in shipped} <= styled
    assert {sign.css_class for sign in shipped} <= set(RenderedNotes.COMPONENT_CLASSES)


def test_signs_do_not_get_in_each_other_s_way() -> None:
    for values in ([sign.character for sign in signs.SIGNS], [sign.id for sign in signs.SIGNS]):
        assert len(set(values)) == len(values)
    for sign in signs.SIGNS:
        assert sign.example.startswith(f"{sign.character} ")
        assert bool(sign.missing and sign.todo) == sign.in_coverage
