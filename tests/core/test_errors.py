"""What the system says of an error, within a sentence of ours."""

from followup_tui.core.errors import failure, reason_of


def test_the_reason_goes_on_in_small_letters() -> None:
    assert reason_of(OSError(28, "No space left on device")) == "no space left on device"
    assert reason_of(OSError("Out of luck")) == "out of luck", "an error without a number has only its text"


def test_a_failure_names_what_was_not_done_and_why() -> None:
    error = OSError(13, "Permission denied")
    assert failure("a.toml", "written", error) == "a.toml can't be written: permission denied"
