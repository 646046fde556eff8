"""A new letter from the user's template: fields are filled in once, unknown ones stay."""

from tests.core.builders import interview
from tests.core.letters.test_openings import BARE, opened


def test_a_template_takes_the_place_of_the_opening() -> None:
    template = (
        "Subject: {role}, {day}\n\nDear {first_name} {last_name},\n{company} {promised_day} {name} {my_name}"
    )
    subject, body = opened("thank-you", "Luis Ortega", templates={"thank-you": template})
    assert subject == "Backend engineer, Thursday 19 November"
    assert body == "Dear Luis Ortega,\nAcme Robotics Friday 4 December Luis Ortega {my_name}"
    assert opened("follow-up", "Luis Ortega", templates={"thank-you": template}) == opened(
        "follow-up", "Luis Ortega"
    )
    assert opened("connect", "Luis Ortega", templates={"connect": "Hello {first_name}"}) == ("", "Hello Luis")


def test_what_the_facts_do_not_say_stays_in_the_template() -> None:
    body = opened("follow-up", "", BARE, templates={"follow-up": "{first_name} {role} {promised_day} {}"})[1]
    assert body == "{first_name} {role} {promised_day} {}"


def test_values_are_not_read_as_placeholders() -> None:
    odd = interview(company="{role}", role="{company}")
    assert opened("connect", "", odd, templates={"connect": "{company} {role}"})[1] == "{role} {company}"
