"""The greeting: titles, short forms, honorifics and other languages are right, other people are not."""

import pytest

from tests.core.proofreading.cases import greeted


@pytest.mark.parametrize(
    ("greeting", "person"),
    [
        ("Dear Mrs Stone,", "Rebecca Stone"),
        ("Dear Becky,", "Rebecca Stone"),
        ("Good morning Bex,", "Rebecca Stone"),
        ("Dear Ms. R. Stone,", "Rebecca Stone"),
        ("Dear Professor de Boer,", "Dr. Piet de Boer"),
        ("Dear Doctor,", "Dr. Piet de Boer"),
        ("Dear Dr. Piet de Boer:", "Dr. Piet de Boer"),
        ("Geachte heer de Boer,", "Dr. Piet de Boer"),
        ("Beste Piet,", "Dr. Piet de Boer"),
        ("Chère Anne Marie,", "Anne Marie Dubois"),
        ("Chère Madame Dubois,", "Anne Marie Dubois"),
        ("Dear Annemarie,", "Anne Marie Dubois"),
        ("Hola José,", "Jose Garcia"),
        ("Estimado Sr. García,", "Jose Garcia"),
        ("Querido Pepe,", "Jose Garcia"),
        ("Dear Capt. Ruiz,", "Elena Ruiz"),
        ("Dear Cpt. Elena Ruiz,", "Elena Ruiz"),
        ("Dear Takeshi-san,", "Takeshi Yamamoto"),
        ("Dear Yamamoto san,", "Takeshi Yamamoto"),
        ("Konnichiwa Yamamoto-sensei,", "Takeshi Yamamoto"),
        ("Happy Monday, Rebecca!", "Rebecca Stone"),
        ("Happy Thanksgiving Rebecca,", "Rebecca Stone"),
        ("Merry Christmas Rebecca,", "Rebecca Stone"),
        ("Hi there Rebecca,", "Rebecca Stone"),
        ("Rebecca, hello!", "Rebecca Stone"),
        ("Good day, Ms Stone", "Rebecca Stone"),
        ("Hello dear Rebecca,", "Rebecca Stone"),
        ("Dearest Rebecca,", "Rebecca Stone"),
        ("Dear Committee Members,", "Rebecca Stone, Jose Garcia"),
        ("Dear Hiring Team,", "Rebecca Stone"),
        ("Dear Selection Panel,", "Rebecca Stone, Jose Garcia"),
        ("Dear Planners,", "Rebecca Stone, Jose Garcia"),
        ("Dear Colleagues,", "Rebecca Stone, Jose Garcia"),
        ("Dear friends at Saltmarsh,", "Rebecca Stone, Jose Garcia"),
        ("Dear Mses. Stone and Dubois,", "Rebecca Stone, Anne Marie Dubois"),
        ("Dear Rebecca, Jose, and Elena,", "Rebecca Stone, Jose Garcia, Elena Ruiz"),
        ("Dear Rebecca/Jose,", "Rebecca Stone, Jose Garcia"),
        ("Dear Rebecca, dear Jose,", "Rebecca Stone, Jose Garcia"),
        ("Dear Rebecca and dear Jose,", "Rebecca Stone, Jose Garcia"),
        ("Dear Rebecca, dear all,", "Rebecca Stone"),
        ("Dear Stone family of planners,", "Rebecca Stone"),
        ("Dear Madam Director,", "Rebecca Stone"),
        ("Dear Chairwoman Stone,", "Rebecca Stone"),
        ("Dear Sister Stone,", "Rebecca Stone"),
        ("Lieber Herr Dr. de Boer,", "Dr. Piet de Boer"),
        ("Sehr geehrte Frau Stone,", "Rebecca Stone"),
        ("Sehr geehrte Damen und Herren,", "Rebecca Stone"),
        ("Guten Tag Frau Stone,", "Rebecca Stone"),
        ("Moin Rebecca,", "Rebecca Stone"),
    ],
)
def test_a_right_greeting_is_silent(greeting: str, person: str) -> None:
    assert greeted(greeting, person) == []


@pytest.mark.parametrize(
    ("greeting", "person", "found"),
    [
        ("Dear Captain Holt,", "Elena Ruiz", "other name: Captain Holt"),
        ("Happy Friday Beatrice!", "Rebecca Stone", "other name: Beatrice"),
        ("Liebe Torvald,", "Rebecca Stone", "other name: Torvald"),
        ("Dear Yamada-san,", "Takeshi Yamamoto", "other name: Yamada-san"),
        ("Hi Rebbeca,", "Rebecca Stone", "near name: Rebbeca"),
        ("Dear Ms. de Boer,", "Dr. Piet de Boer", "near name: Ms. de Boer"),
        ("Dear Mr. de Boer,", "Dr. Piet de Boer", "near name: Mr. de Boer"),
        ("Dear Rebecca, dear Joseph,", "Rebecca Stone, Torvald Eik", "other name: Joseph"),
        ("Liebe Rebecca, lieber Bernd,", "Rebecca Stone, Torvald Eik", "other name: Bernd"),
    ],
)
def test_a_wrong_greeting_is_found(greeting: str, person: str, found: str) -> None:
    assert greeted(greeting, person) == [found]
