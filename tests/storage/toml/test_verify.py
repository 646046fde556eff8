"""What is written is parsed back before it may replace a file: what was rendered anew, and all of that."""

from typing import Any

import pytest
import tomli

from followup_tui.core.model.logbook import Interview, Logbook
from followup_tui.storage.toml import writer
from followup_tui.storage.toml.verify import VerificationError, encode_verified
from tests.core.builders import interview


def book(count: int) -> Logbook:
    return Logbook(interview=tuple(interview(id=f"i{n}", company=f"C{n}") for n in range(count)))


def parsed_by(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    texts: list[str] = []
    loads = tomli.loads

    def counted(text: str) -> dict[str, Any]:
        texts.append(text)
        return loads(text)

    monkeypatch.setattr(tomli, "loads", counted)
    return texts


def test_only_what_is_new_is_parsed_back(monkeypatch: pytest.MonkeyPatch) -> None:
    logbook = book(5)
    data = writer.encode(logbook).encode()
    texts = parsed_by(monkeypatch)
    assert encode_verified(logbook, (), (logbook, data)) == data
    assert ["[[interview]]" in text for text in texts] == [False]
    texts.clear()
    other = logbook.but(interviews=(*logbook.interviews[:4], logbook.interviews[4].but(notes="new")))
    encode_verified(other, (), (logbook, data))
    assert [text.count("[[interview]]") for text in texts] == [1, 0]


@pytest.mark.parametrize(
    ("is_wrong", "name"),
    [(lambda text: text.replace("C1", "C2"), "interview_text"), (lambda text: text + "]", "interview_text")],
)
def test_a_text_that_says_something_else_is_not_written(
    monkeypatch: pytest.MonkeyPatch, is_wrong: Any, name: str
) -> None:
    rendered = writer.interview_text

    def wrong(interview: Interview) -> str:
        return str(is_wrong(rendered(interview)))

    monkeypatch.setattr(writer, name, wrong)
    with pytest.raises(VerificationError):
        encode_verified(book(3))


def test_what_is_no_interview_is_verified_at_each_save(monkeypatch: pytest.MonkeyPatch) -> None:
    logbook = Logbook.model_validate({"mine": {"a": [1.5]}})
    encode_verified(logbook)
    frame = writer.frame
    monkeypatch.setattr(writer, "frame", lambda *given: frame(*given).replace("1.5", "2.5"))
    with pytest.raises(VerificationError, match="what follows the interviews"):
        encode_verified(logbook)
