"""Lines of toned text that fit their cells."""

from rich.cells import cell_len

from followup_tui.tui.widgets.styled_lines import fit_title


def test_a_long_company_is_shortened_before_the_role_vanishes_from_the_title() -> None:
    company = "International Association of Very Long Company Names and Sons GmbH"
    assert fit_title("Acme", "Engineer", 30) == "Acme · Engineer"
    assert fit_title("Acme", "", 30) == "Acme"
    assert fit_title(company, "Backend engineer", 50).endswith("… · Backend engineer")
    assert fit_title("Acme", company, 30).startswith("Acme · International")
    assert all(cell_len(fit_title(company, company, width)) <= width for width in range(8, 90))
