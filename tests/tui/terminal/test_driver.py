"""What the terminal sends, as the app gets it: pastes are text, whatever they hold."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual import events

from followup_tui.core.text import clean_text
from followup_tui.tui.terminal.driver import SafeParser

START, END = "\x1b[200~", "\x1b[201~"


def heard(*pieces: str) -> list[str]:
    """What comes of input that arrives in pieces: keys by their names, pastes in angle brackets."""
    parser = SafeParser()
    found = []
    for piece in pieces:
        for message in parser.feed(piece):
            if isinstance(message, events.Key):
                found.append(message.key)
            elif isinstance(message, events.Paste):
                found.append(f"<{message.text}>")
            else:
                found.append(type(message).__name__)
    return found


@pytest.mark.parametrize(
    ("text", "pasted"),
    [
        ("hello", "hello"),
        ("", ""),
        ("hello\x1b\x11world", "helloworld"),
        ("\x1b[200~twice", "[200~twice"),
        ("\x1b", ""),
        ("\x1b[20", "[20"),
        ("one\rtwo\r\nthree", "one\ntwo\nthree"),
        ("\x00\x9b31m\x07q", "31mq"),
        ("日本 🎉 é שלום", "日本 🎉 é שלום"),
    ],
)
def test_a_paste_is_text_and_the_keys_around_it_are_keys(text: str, pasted: str) -> None:
    whole = f"a{START}{text}{END}b\x1b[A"
    assert heard(whole) == ["a", f"<{pasted}>", "b", "up"]
    assert heard(*whole) == ["a", f"<{pasted}>", "b", "up"]


pieces = st.lists(st.text("ab\x1b[]20~1\x11q", max_size=12).filter(lambda one: END not in one), max_size=4)


@given(pieces, st.data())
def test_no_cut_between_two_reads_makes_a_difference(texts: list[str], data: st.DataObject) -> None:
    texts = [one for one in texts if END not in f"{one}{END}"[: -len(END) + len(END) - 1]]
    whole = "".join(f"x{START}{one}{END}" for one in texts) + "y"
    cuts = sorted(data.draw(st.sets(st.integers(0, len(whole)), max_size=6)))
    parts = [whole[a:b] for a, b in zip([0, *cuts], [*cuts, len(whole)], strict=True)]
    expected = [said for one in texts for said in ("x", f"<{clean_text(one)}>")]
    assert heard(*[part for part in parts if part]) == [*expected, "y"]


def test_escape_alone_is_still_a_key() -> None:
    parser = SafeParser()
    assert list(parser.feed("\x1b")) == []
    parser._timeout_time = 0.0
    assert [one.key for one in parser.tick() if isinstance(one, events.Key)] == ["escape"]
    # What is typed by hand after it begins no paste.
    assert [one.key for one in parser.feed("[200~x") if isinstance(one, events.Key)][-1] == "x"
