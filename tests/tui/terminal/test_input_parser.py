"""Parsing of what a terminal sends: text, keys, pastes, replies, and what is none of them."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual import events

from followup_tui.core.text import clean_text
from followup_tui.tui.terminal.input_parser import REPLY_SECONDS, InputParser, Key

START, END = "\x1b[200~", "\x1b[201~"


def described(messages: list[object]) -> list[str]:
    """Return keys by their names, pastes in angle brackets, and the rest by their types."""
    found = []
    for message in messages:
        if isinstance(message, events.Key):
            found.append(message.key)
        elif isinstance(message, events.Paste):
            found.append(f"<{message.text}>")
        else:
            found.append(type(message).__name__)
    return found


def parsed(*pieces: str) -> list[str]:
    """Return what comes of input that arrives in pieces."""
    parser = InputParser()
    return described([message for piece in pieces for message in parser.feed(piece)])


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
    assert parsed(whole) == ["a", f"<{pasted}>", "b", "up"]
    assert parsed(*whole) == ["a", f"<{pasted}>", "b", "up"]


pieces = st.lists(st.text("ab\x1b[]20~1\x11q", max_size=12).filter(lambda text: END not in text), max_size=4)


@given(pieces, st.data())
def test_no_cut_between_two_reads_makes_a_difference(texts: list[str], data: st.DataObject) -> None:
    texts = [text for text in texts if END not in f"{text}{END}"[:-1]]
    whole = "".join(f"x{START}{text}{END}" for text in texts) + "y"
    cuts = sorted(data.draw(st.sets(st.integers(0, len(whole)), max_size=6)))
    parts = [whole[a:b] for a, b in zip([0, *cuts], [*cuts, len(whole)], strict=True)]
    expected = [name for text in texts for name in ("x", f"<{clean_text(text)}>")]
    assert parsed(*[part for part in parts if part]) == [*expected, "y"]


def after_waiting(seconds: float, *pieces: str) -> list[str]:
    """Return what comes of each piece when the next is that late."""
    now = 0.0
    parser = InputParser(time=lambda: now)
    messages: list[object] = []
    for piece in pieces:
        messages += parser.feed(piece)
        now += seconds
        messages += parser.tick()
    return described(messages)


def test_escape_alone_is_still_a_key() -> None:
    # What is typed by hand after it begins no paste.
    assert after_waiting(0.2, "\x1b", "[200~x") == [
        "escape",
        *["left_square_bracket", "2", "0", "0", "tilde", "x"],
    ]


@pytest.mark.parametrize("piece", ["\x1b[", "\x1bO", "\x1b]", "\x1bP", "\x1b_"])
def test_alt_and_a_key_that_could_begin_a_sequence_is_a_key(piece: str) -> None:
    assert len(after_waiting(0.2, piece, "x")) == 2


@pytest.mark.parametrize(
    ("sequence", "keys"),
    [
        ("\x1b[A", ["up"]),
        ("\x1b[1;5A", ["ctrl+up"]),
        ("\x1bOP", ["f1"]),
        ("\x1b[[A", ["f1"]),
        ("\x1b[15~", ["f5"]),
        ("\x1b[Z", ["shift+tab"]),
        ("\x1b\x1b[A", ["escape", "up"]),
        ("\x1ba", ["alt+a"]),
        ("\x1b\x7f", ["ctrl+w"]),
        ("\x1b[97u", ["a"]),
        ("\x1b[97;5u", ["ctrl+a"]),
        ("\x1b[97;2;65u", ["A"]),
        ("\x1b[97:65;2u", ["A"]),
        ("\x1b[13u", ["enter"]),
        ("\x1b[13;1:1u", ["enter"]),
        ("\x1b[13;1:2u", ["enter"]),
        ("\x1b[<0;3;4M", ["MouseDown"]),
        ("\x1b[<0;3;4m", ["MouseUp"]),
        ("\x1b[I", ["AppFocus"]),
        ("\x1b[O", ["AppBlur"]),
        ("\x1b[?2026;2$y", ["TerminalSupportsSynchronizedOutput"]),
        ("\x1b[12;40R", ["CursorPosition"]),
    ],
)
def test_a_sequence_is_what_its_terminal_means(sequence: str, keys: list[str]) -> None:
    assert parsed(f"{sequence}z") == [*keys, "z"]
    assert parsed(*f"{sequence}z") == [*keys, "z"]


@pytest.mark.parametrize(
    "sequence",
    [
        "\x1b[13;1:3u",
        "\x1b[:R",
        "\x1b[5740048251R",
        "\x1b[97;1;5740048251u",
        "\x1b[55296u",
        "\x1b[97;999999999999u",
        "\x1b[97;0u",
        "\x1b]10;rgb:ffff/ffff/ffff\x07",
        "\x1b]11;rgb:0000/0000/0000\x1b\\",
        "\x1b]52;c;aGVsbG8=\x07",
        "\x1bP1$r0m\x1b\\",
        "\x1bP>|xterm(390)\x1b\\",
        "\x1bP1+r524742=382f382f38\x1b\\",
        "\x1b_Gi=1;OK\x1b\\",
        "\x1b[?997;1n",
        "\x1b[?62;22c",
        "\x1b[>41;390;0c",
        "\x1b[0n",
        "\x1b[48;99999;99999;1;1t",
        "\x1b[48;0;0;0;0t",
        "\x1b[8;24;80t",
        "\x1b[32;1;1M",
        "\x1b[M !!",
        "\x1b[<0;999999999999;3M",
        "\x1b[?1;2;3$y",
        "\x1b[12;;;;q",
    ],
)
def test_a_reply_is_swallowed_whole_or_cut_in_two(sequence: str) -> None:
    assert parsed(f"a{sequence}z") == ["a", "z"]
    for cut in range(1, len(sequence)):
        assert parsed("a" + sequence[:cut], sequence[cut:] + "z") == ["a", "z"], cut
    for cut in range(2, len(sequence)):
        late = after_waiting(REPLY_SECONDS / 2, "a" + sequence[:cut], sequence[cut:] + "z")
        assert late == ["a", "z"], cut


def test_a_reply_that_never_ends_holds_nothing_up() -> None:
    assert after_waiting(REPLY_SECONDS * 2, "\x1b]11;rgb", "z") == ["z"]
    assert parsed("\x1b]52;c;" + "A" * 100_000, "A" * 100_000, "\x07z") == ["z"]
    assert parsed("\x1b]11;rgb:0\x1b[Az") == ["up", "z"]


@pytest.mark.parametrize("text", ["می\u200cخواهم", "👩\u200d💻", "क\u200dष"])
def test_joiners_that_are_typed_are_kept(text: str) -> None:
    messages = list(InputParser().feed(text))
    typed = [
        message.text if isinstance(message, events.Paste) else message.character
        for message in messages
        if isinstance(message, events.Key | events.Paste)
    ]
    assert "".join(part or "" for part in typed) == text


@pytest.mark.parametrize("pieces", [("a\nb",), ("a\r\nb",), ("a\r", "\nb"), ("a\rb",)])
def test_a_line_feed_without_a_paste_breaks_the_line_once(pieces: tuple[str, ...]) -> None:
    assert parsed(*pieces) == ["a", "enter", "b"]


def test_two_line_feeds_break_two_lines() -> None:
    assert parsed("a\n\nb") == ["a", "enter", "enter", "b"]
    assert parsed("a\r\n\r\nb") == ["a", "enter", "enter", "b"]


def test_the_letter_of_a_latin_keyboard_counts_with_ctrl_and_goes_along_with_letters() -> None:
    assert parsed("\x1b[1081::113;5u") == ["ctrl+q"]
    for sequence, key, base in (
        ("\x1b[1081::113;1;1081u", "й", "q"),
        ("\x1b[1081:1049:113;2;1049u", "Й", "Q"),
    ):
        (message,) = InputParser().feed(sequence)
        assert isinstance(message, Key)
        assert (message.key, message.character, message.base) == (key, key, base)
        assert message.handler_name == events.Key.handler_name == "on_key"


@pytest.mark.parametrize(
    ("letter", "base"),
    [
        ("й", "q"),
        ("Ч", "X"),
        ("х", "left_square_bracket"),
        ("ї", "right_square_bracket"),
        ("Σ", "S"),
        ("ש", "a"),
    ],
)
def test_a_letter_tells_its_key_where_the_terminal_does_not(letter: str, base: str) -> None:
    (message,) = InputParser().feed(letter)
    assert isinstance(message, Key)
    assert (message.key, message.character, message.base) == (letter, letter, base)


def test_with_ctrl_or_alt_a_letter_is_the_key_that_it_is_on() -> None:
    assert parsed("\x1b[1081;5u") == parsed("\x1b[27;5;1081~") == ["ctrl+q"]
    assert parsed("\x1b[963;5u") == ["ctrl+s"]
    assert parsed("\x1bй") == parsed("\x1b[1081;3u") == ["alt+q"]
    assert parsed("\x1b[4304;5u") == ["ctrl+ა"]


def test_the_place_of_a_key_that_is_no_letter_has_its_name() -> None:
    (message,) = InputParser().feed("\x1b[1093::91;1;1093u")
    assert isinstance(message, Key)
    assert message.base == "left_square_bracket"


@given(st.lists(st.text("\x1b[]OPM_<>?;:0123456789uRt~$yAq\\\x07\r\n\u200cй", max_size=20), max_size=5))
def test_no_input_raises(texts: list[str]) -> None:
    parser = InputParser()
    for text in texts:
        list(parser.feed(text))
        list(parser.tick())


def test_no_random_bytes_raise() -> None:
    source = random.Random(18)
    parser = InputParser(time=lambda: source.random() * 10)
    for _ in range(3000):
        head = source.choice([b"", b"\x1b[", b"\x1b]", b"\x1bP", b"\x1bO", b"\x1b[200~"])
        tail = source.choice([b"", b"u", b"R", b"~", END.encode()])
        data = head + source.randbytes(source.randrange(12)) + tail
        list(parser.feed(data.decode("utf-8", "replace")))
        list(parser.tick())
    list(parser.feed(END))
    assert described(list(parser.feed("\x1b\\z")))[-1] == "z"
