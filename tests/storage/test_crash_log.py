"""The log of a crash says where it happened, and nothing of what the user wrote."""

from pathlib import Path

from followup_tui.storage.crash_log import write_crash_log
from tests.core.builders import at


def test_the_traceback_is_logged_without_messages_and_values(tmp_path: Path) -> None:
    def fail(secret: str) -> None:
        try:
            raise KeyError(secret)
        except KeyError as error:
            raise ValueError(f"no {secret}") from error

    secret = " ".join(["Dana", "told", "me"])  # as a literal it would stand in the line of code
    error: BaseException | None = None
    try:
        fail(secret)
    except ValueError as caught:
        error = caught
    path = write_crash_log(tmp_path, error, at("2026-11-23T18:00"))
    text = path.read_text(encoding="utf-8")
    assert path.name == "crash-20261123-180000.log"
    assert "builtins.ValueError" in text
    assert "builtins.KeyError" in text
    assert "fail(secret)" in text
    assert secret not in text


def test_a_second_crash_of_the_same_second_has_a_log_of_its_own(tmp_path: Path) -> None:
    first, second = (
        write_crash_log(tmp_path, error(), at("2026-11-23T18:00")) for error in (OSError, KeyError)
    )
    assert first != second
