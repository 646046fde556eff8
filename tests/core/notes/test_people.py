"""People are read from one line: name, role, address and phone number."""

import pytest

from followup_tui.core.notes.people import (
    Person,
    find_phone,
    is_name,
    parse_people,
    parse_person,
    person_key,
)

DANA = Person("Dana Reyes", "manager", "dana@acme.example")


@pytest.mark.parametrize(
    "line",
    [
        "Dana Reyes, manager <dana@acme.example>",
        "Dana Reyes, manager, dana@acme.example",
        "Dana Reyes, dana@acme.example, manager",
        "Dana Reyes dana@acme.example, manager",
        "Dana Reyes, manager, mailto:dana@acme.example",
        "Dana Reyes, manager, dana@acme.example.",
    ],
)
def test_an_address_is_read_with_or_without_brackets(line: str) -> None:
    assert parse_person(line) == DANA


@pytest.mark.parametrize(
    ("line", "phone"),
    [
        ("Dana Reyes, manager <dana@acme.example> +49 170 1234567", "+49 170 1234567"),
        ("Dana Reyes +1 (555) 123-4567, manager, dana@acme.example", "+1 (555) 123-4567"),
        ("Dana Reyes, manager, tel. 030 123456-78, dana@acme.example", "030 123456-78"),
        ("Dana Reyes, manager, phone: 555-1234 <dana@acme.example>", "555-1234"),
        ("Dana Reyes, (030) 1234567, manager, dana@acme.example", "(030) 1234567"),
        ("Dana Reyes, manager, dana@acme.example, 555 123 4567", "555 123 4567"),
    ],
)
def test_a_phone_number_is_kept_with_the_person(line: str, phone: str) -> None:
    assert parse_person(line) == DANA._replace(phone=phone)


@pytest.mark.parametrize(
    ("line", "name", "role"),
    [
        ("Dana Reyes (CTO)", "Dana Reyes", "CTO"),
        ("Dr. Ingrid Solheim (head of production)", "Dr. Ingrid Solheim", "head of production"),
        ("Mr. Ito (CTO, Tokyo)", "Mr. Ito", "CTO, Tokyo"),
        ("Dana Reyes (HR), Berlin", "Dana Reyes", "HR, Berlin"),
        ("Dana Reyes (Engineering)", "Dana Reyes", "Engineering"),
        ("Luis Ortega - recruiter", "Luis Ortega", "recruiter"),
        ("Luis Ortega – Head of Sales, Oslo", "Luis Ortega", "Head of Sales, Oslo"),
        ("Sandra Holt; plant manager", "Sandra Holt", "plant manager"),
        ("Jean-Luc Moreau / pharmacy", "Jean-Luc Moreau", "pharmacy"),
        ("Kim: CTO", "Kim", "CTO"),
        ("Kim | design lead", "Kim", "design lead"),
        # What may be a name, and pronouns, stay with the name, and so do two people.
        ("Robert Hale (Bob)", "Robert Hale (Bob)", ""),
        ("Alexandra (Sasha) Petrenko, security", "Alexandra (Sasha) Petrenko", "security"),
        ("Mark Summers (he/him), night lead", "Mark Summers (he/him)", "night lead"),
        ("Mark Summers (he/him) - night lead", "Mark Summers (he/him) - night lead", ""),
        ("Dana Reyes / Luis Ortega", "Dana Reyes / Luis Ortega", ""),
        ("Anna-Lena Maier", "Anna-Lena Maier", ""),
        ("CTO - Kim", "CTO - Kim", ""),
        ("Dana Reyes, manager (new)", "Dana Reyes", "manager (new)"),
        ("Dana Reyes, sales - Oslo", "Dana Reyes", "sales - Oslo"),
    ],
)
def test_a_role_follows_a_comma_brackets_or_a_mark(line: str, name: str, role: str) -> None:
    assert parse_person(line) == Person(name, role)


@pytest.mark.parametrize(
    "line",
    [
        "Dana Reyes <dana@acme.example> manager",
        "Dana Reyes - manager - dana@acme.example",
        "Dana Reyes (manager) <dana@acme.example>",
        "<dana@acme.example> Dana Reyes, manager",
    ],
)
def test_an_address_ends_a_name(line: str) -> None:
    assert parse_person(line) == DANA


def test_a_name_recorded_with_its_role_is_that_of_the_person() -> None:
    assert person_key("Dana Reyes (CTO)") == person_key("dana reyes") == "dana reyes"
    assert person_key("Dana, Luis (CTO)") == "dana, luis (cto)"


@pytest.mark.parametrize(
    "role",
    [
        "at Acme 2019-2024",
        "back on 2026-11-23",
        "since 01.02.2020",
        "head of team 42",
        "room 1.234",
        "version 1.2.3.4.5",
        "born 12/31/1980",
    ],
)
def test_years_dates_and_short_numbers_are_no_phone_numbers(role: str) -> None:
    assert parse_person(f"Dana Reyes, {role}") == Person("Dana Reyes", role)
    assert find_phone(role) is None


@pytest.mark.parametrize(
    "text", ["Dana", "Dana Reyes", "Jean-Luc d'Été", "Ana María de Souza", "Łukasz O’Neil"]
)
def test_a_name_is_one_to_four_words(text: str) -> None:
    assert is_name(text)


@pytest.mark.parametrize(
    "text",
    ["", "dana", "3", "HR team", "LinkedIn", "Careers page", "Yes", "Met her at a fair", "a@b.example"],
)
def test_a_channel_a_function_or_a_sentence_is_no_name(text: str) -> None:
    assert not is_name(text)


@pytest.mark.parametrize(
    ("line", "people"),
    [
        ("Dana Reyes and Luis Ortega, both engineers", "Dana Reyes: engineers; Luis Ortega: engineers"),
        ("Dana Reyes & Luis Ortega", "Dana Reyes: ; Luis Ortega: "),
        ("Tom Vale + Ann Low (HR)", "Tom Vale: ; Ann Low: HR"),
        ("Dana Reyes (CTO) and Luis Ortega (HR)", "Dana Reyes: CTO; Luis Ortega: HR"),
        ("Dana Reyes / Luis Ortega", "Dana Reyes: ; Luis Ortega: "),
        ("Dana and Luis", "Dana: ; Luis: "),
        ("Dana Reyes und Luis Ortega und Dr. Mina Okafor", "Dana Reyes: ; Luis Ortega: ; Dr. Mina Okafor: "),
        # A single one, a family, a company, a role.
        ("Dana Reyes, engineering manager", "Dana Reyes: engineering manager"),
        ("Ann and Tom Vale", "Ann and Tom Vale: "),
        ("Johnson & Johnson", "Johnson & Johnson: "),
        ("Smith & Sons rep", "Smith & Sons rep: "),
        ("Dana and team", "Dana and team: "),
        ("Dana Reyes and the CTO", "Dana Reyes and the CTO: "),
        ("Dana Reyes and Human Resources", "Dana Reyes and Human Resources: "),
        ("Research and Development", "Research and Development: "),
        ("Dana Reyes, Engineering and Data Science", "Dana Reyes: Engineering and Data Science"),
        ("Dana Reyes, head of sales and Marketing", "Dana Reyes: head of sales and Marketing"),
        ("María Ortega y Gasset López", "María Ortega y Gasset López: "),
    ],
)
def test_each_person_of_a_line_is_read(line: str, people: str) -> None:
    assert "; ".join(f"{person.name}: {person.role}" for person in parse_people(line)) == people


@pytest.mark.parametrize(
    ("line", "addresses"),
    [
        (
            "Dana Reyes <dana@a.example> and Luis Ortega <luis@a.example>",
            ["dana@a.example", "luis@a.example"],
        ),
        ("Dana Reyes and Luis Ortega <luis@a.example>", ["", "luis@a.example"]),
        ("Dana Reyes and Luis Ortega, dana@a.example", ["dana@a.example", ""]),
        ("Dana Reyes and Luis Ortega <hr@a.example>", ["hr@a.example", "hr@a.example"]),
    ],
)
def test_an_address_belongs_to_whom_it_names_else_to_all(line: str, addresses: list[str]) -> None:
    assert [person.email for person in parse_people(line)] == addresses
