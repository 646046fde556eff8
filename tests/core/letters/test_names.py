"""Names: short forms, titles, honorifics, accents and hyphens are right in a greeting."""

import pytest

from followup_tui.core.model.logbook import Draft, Logbook
from followup_tui.core.proofreading.proofread import proofread
from tests.core.builders import interview


def greeted(person: str, greeting: str) -> list[str]:
    here = interview(notes=f"@ {person}\n@ Tom Becker", company="Acme")
    body = f"{greeting}\n\nThank you for today.\n\nBest,\nNora Quist\n"
    draft = Draft.model_validate({"id": "d", "kind": "other", "person": person, "body": body})
    found = proofread(draft, here, Logbook(interview=(here,)), here.held_on)
    return [f"{finding.kind} -> {finding.fix}" for finding in found]


@pytest.mark.parametrize(
    ("person", "greeting"),
    [
        ("Dean Martin", "Dear Dean,"),
        ("Dean Martin", "Dear Mr. Martin,"),
        ("Dean Martin", "Dear Dean Martin,"),
        ("Helen Oyama", "Dear Judge Oyama,"),
        ("Major Tom Bright", "Dear Major Bright,"),
        ("Judge Reinhold", "Dear Judge,"),
        ("Beatrice Lund", "Hi Bea,"),
        ("Florence Hall", "Hi Flo,"),
        ("Augustus Hall", "Hi Gus,"),
        ("Charlotte Hall", "Hi Lottie,"),
        ("Eleanor Hall", "Dear Nell,"),
        ("Eleanor Hall", "Dear Ellie,"),
        ("Christopher Hall", "Hi Kit,"),
        ("Christopher Hall", "Hi Chris,"),
        ("Albert Hall", "Hi Bert,"),
        ("Alison Hall", "Hi Ally,"),
        ("Alexander Hall", "Hi Xander,"),
        ("Theodore Hall", "Hi Theo,"),
        ("Margaret Hall", "Hi Peg,"),
        ("Samantha Hall", "Hi Sam,"),
        ("Jonathan Hall", "Hi Jon,"),
        ("Jonathan Hall", "Hi Nathan,"),
        ("Nathaniel Hall", "Hi Nate,"),
        ("Benjamin Hall", "Hi Ben,"),
        ("Gwendolyn Hall", "Hi Gwen,"),
        ("Oliver Hall", "Hi Ollie,"),
        ("Isabelle Hall", "Hi Izzy,"),
        ("Sebastian Hall", "Hi Seb,"),
        ("Konstantin Hall", "Hi Kostya,"),
        ("Maria José Pérez", "Dear María José,"),
        ("Ana Lucia Gomez", "Querida Ana Lucía,"),
        ("Jean Claude Petit", "Cher Jean-Claude,"),
        ("Mary Ann Cole", "Dear Mary-Ann,"),
        ("Mary-Ann Cole", "Dear Mary Ann,"),
        ("Smith-Jones, Kate", "Dear Kate,"),
        ("Kate Smith-Jones", "Dear Ms. Smith Jones,"),
        ("Kate Smith-Jones", "Dear Ms. Smith-Jones,"),
        ("Martin Luther King Jr.", "Dear Dr. King,"),
        ("John Q. Public III", "Dear Mr. Public III,"),
        ("Francois Lefevre", "Cher François,"),
        ("Zoe Brown", "Dear Zoë,"),
        ("Priya Nair", "Dear Priya ji,"),
        ("Kenji Sato", "Dear Sato-sama,"),
        ("Mehmet Kaya", "Merhaba Mehmet Bey,"),
        ("Ayşe Kaya", "Sayın Ayşe Hanım,"),
        ("Li Wei", "Dear Mr. Li,"),
        ("Wei Li", "Dear Professor Li,"),
        ("O'Brien", "Dear Mr. O’Brien,"),
        ("Anna Berg", "Hej Anna,"),
        ("Anna Berg", "Hallo Frau Berg,"),
        ("Anna Berg", "Good afternoon, Mrs. Berg:"),
        ("Anna Berg", "Dear Anna (if I may),"),
        ("Anna Berg", "Dear Anna—"),
        ("Anna Berg", "ANNA,"),
        ("Anna Berg", "Dear Anna Berg, Head of Design,"),
        ("Anna Berg", "Dear Anna and team,"),
        ("Anna Berg", "Dear Anna & co,"),
        ("Anna Berg", "Dear Hiring Manager Anna Berg,"),
        ("Anna Berg", "Dear Interview Panel,"),
        ("Anna Berg", "Dear Acme Hiring Team,"),
        ("Anna Berg", "To the hiring committee,"),
        ("Anna Berg", "Dear All at Acme,"),
        ("Anna Berg", "Dear Recruiter,"),
        ("Anna Berg", "Good Morning Anna, Good Morning Tom,"),
        ("Anna Berg", "Happy New Year, Anna!"),
        ("Anna Berg", "Season's greetings, Anna,"),
        ("Anna Berg", "Anna, thanks for today!"),
        ("Anna Berg", "Thanks for today, Anna!"),
        ("Anna Berg", "A quick thank you, Anna."),
        ("Prof. Dr. Jan Vos", "Dear Prof. Vos,"),
        ("Prof. Dr. Jan Vos", "Dear Dr. Vos,"),
        ("Prof. Dr. Jan Vos", "Beste Jan,"),
        ("Sister Mary Clarence", "Dear Sister Mary,"),
        ("Captain Ahab", "Dear Captain,"),
        ("Rabbi Cohen", "Dear Rabbi Cohen,"),
        ("Chief Moore", "Dear Chief Moore,"),
    ],
)
def test_a_form_of_the_name_is_right(person: str, greeting: str) -> None:
    assert greeted(person, greeting) == []


@pytest.mark.parametrize(
    ("person", "greeting", "found"),
    [
        ("Anna Berg", "Dear Anne,", "near name -> Anna"),
        ("Anna Berg", "Dear Tom,", "other name -> Anna"),
        ("Anna Berg", "Dear Hannah,", "other name -> Anna"),
        ("Dean Martin", "Dear Dan,", "near name -> Dean"),
        ("Dr. Eva Holm", "Dear Miss Holm,", "near name -> Dr. Holm"),
        ("Prof. Lee", "Dear Mr. Lee,", "near name -> Prof. Lee"),
        ("Helen Oyama", "Dear Judge Okoye,", "other name -> Helen Oyama"),
        ("Edward Kim", "Hi Jo,", "other name -> Edward"),
    ],
)
def test_another_name_is_found(person: str, greeting: str, found: str) -> None:
    assert greeted(person, greeting) == [found]
