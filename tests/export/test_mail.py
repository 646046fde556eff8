"""Letters on their way out: whatever stands in them, a letter stays a letter."""

import email
import os
import random
import re
import stat
from email import policy
from email.header import decode_header, make_header
from email.message import EmailMessage
from email.utils import parseaddr
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from followup_tui.core.text import clean_line, clean_text
from followup_tui.export.mail import (
    MAX_DISPLAY_NAME_LENGTH,
    MAX_FILE_NAME_BYTES,
    eml,
    file_name,
    is_address,
    mailto,
)
from followup_tui.tui.desktop import save_new
from tests.long_runs import in_long_runs

HOSTILE = (
    "a\r\nBcc: eve@evil.example",
    "a\nX: y\n\nbody",
    "nul\x00nul",
    'quo"te, <eve@evil.example>',
    "../../etc/passwd",
    "/etc/passwd",
    "..",
    "C:\\con.txt",
    "; rm -rf ~ $(id) `id` | x",
    "x" * 3000,
    "é" * 400,
    "שלום \u202eevil\u202c",
    "محمد",
    "🎉👩‍👩‍👧",
    "=?utf-8?q?a=0D=0ABcc:_eve@evil.example?=",
    "?cc=eve@evil.example&bcc=x#y%0ABcc:z",
    "\ud800",
    "\u2028Bcc: eve@evil.example",
    "a, eve@evil.example",
    "",
    " ",
)
texts = st.one_of(
    st.sampled_from(HOSTILE),
    st.text(max_size=200),
    st.lists(st.sampled_from((*HOSTILE, "Dana", "\n", " ")), max_size=5).map("".join),
)
ADDRESS = "dana@acme.example"
HEADERS = {"x-unsent", "to", "subject", "content-type", "content-transfer-encoding", "mime-version"}


def read(data: bytes) -> EmailMessage:
    message = email.message_from_bytes(data, policy=policy.default)
    assert isinstance(message, EmailMessage)
    return message


def test_a_letter_as_a_draft_for_mail_programs() -> None:
    data = eml((("Zoë Ölm", "zoe@x.example"), ("Dana Reyes", ADDRESS)), "Grüße", "Liebe Zoë,\n\ndanke! 🎉\n")
    message = read(data)
    assert message["X-Unsent"] == "1"
    assert [(address.display_name, address.addr_spec) for address in message["To"].addresses] == [
        ("Zoë Ölm", "zoe@x.example"),
        ("Dana Reyes", ADDRESS),
    ]
    assert message["Subject"] == "Grüße"
    assert message.get_content().replace("\r\n", "\n") == "Liebe Zoë,\n\ndanke! 🎉\n"
    assert data.isascii()
    assert all(len(line) <= 998 for line in data.split(b"\r\n"))


@given(name=texts, subject=texts, body=texts)
def test_no_text_becomes_a_header_or_a_recipient(name: str, subject: str, body: str) -> None:
    data = eml(((name, ADDRESS), (name, name)), subject, body)
    message = read(data)
    assert {header.lower() for header in message} <= HEADERS
    assert len(message.keys()) == len(set(message.keys()))
    assert [address.addr_spec for address in message["To"].addresses] == [ADDRESS]
    assert message["Subject"].strip() == clean_line(subject.replace("=?", "= ?"))
    wanted = clean_text(body)
    assert message.get_content().replace("\r\n", "\n").rstrip("\n") == wanted.rstrip("\n")


def read_by_old_parser(data: bytes) -> tuple[str, str]:
    """Return the name and the subject as readers decode them that keep to RFC 2047 alone."""
    message = email.message_from_bytes(data)
    name, _ = parseaddr(message["To"].replace("\r\n", ""))
    return str(make_header(decode_header(name))), str(make_header(decode_header(message["Subject"])))


# Found by chance: with two of these words in a header, Python 3.11 folds away the blank between them.
FOLDED_WRONG = "Grüße an alle, die am Donnerstag dabei waren: schöne Überraschung für Åsa Öberg und Łukasz"


@pytest.mark.parametrize(
    "subject",
    [
        FOLDED_WRONG,
        "é" * 30 + " " + "é" * 30,
        "a" * 60 + " " + "é" * 30,
        "é" * 90 + " b",
        "x" * 2000,
        "one two " * 30 + "three",
        "Re: = ?",
        "",
    ],
)
def test_a_subject_comes_back_whole_by_an_old_and_a_new_parser(subject: str) -> None:
    data = eml((("Dana Reyes", ADDRESS),), subject, "b")
    assert read(data)["Subject"] == subject
    assert read_by_old_parser(data) == ("Dana Reyes", subject)
    assert all(len(line) <= 78 for line in data.split(b"\r\n"))


SCRIPTS = {
    "Latin": (0x41, 0x5A),
    "accented Latin": (0xC0, 0xD6),
    "Greek": (0x391, 0x3A1),
    "Cyrillic": (0x410, 0x44F),
    "Hebrew": (0x5D0, 0x5EA),
    "Arabic": (0x621, 0x63A),
    "Devanagari": (0x905, 0x939),
    "Thai": (0xE01, 0xE2E),
    "Hangul": (0xAC00, 0xD7A3),
    "Han": (0x4E00, 0x9FA5),
    "emoji": (0x1F600, 0x1F64F),
}


@pytest.mark.parametrize("count", [300, *in_long_runs(2000)])
def test_subjects_and_names_in_ten_scripts_come_back_whole(count: int) -> None:
    random_words = random.Random(2026)

    def phrase(max_length: int) -> str:
        words: list[str] = []
        for _ in range(random_words.randint(1, 14)):
            first, last = random_words.choice(list(SCRIPTS.values()))
            size = random_words.randint(1, 18)
            words.append("".join(chr(random_words.randint(first, last)) for _ in range(size)))
        return clean_line(" ".join(words))[:max_length].strip()

    for _ in range(count):
        name, subject = phrase(MAX_DISPLAY_NAME_LENGTH), phrase(200)
        data = eml(((name, ADDRESS),), subject, "b")
        message = read(data)
        (address,) = message["To"].addresses
        assert (address.display_name, message["Subject"]) == (name, subject)
        assert read_by_old_parser(data) == (name, subject)


@pytest.mark.parametrize("name", ["x" * 2000, ".x " + "y" * 90, "../../etc/passwd" + "x" * 90, "J.R. " * 30])
def test_a_name_longer_than_a_line_of_a_header_is_cut(name: str) -> None:
    message = read(eml(((name, ADDRESS), ("Dana Reyes", "b@c.d")), "s", "b"))
    assert [address.addr_spec for address in message["To"].addresses] == [ADDRESS, "b@c.d"]
    assert message["To"].addresses[0].display_name == name[:MAX_DISPLAY_NAME_LENGTH].strip()


@given(address=texts | st.from_regex(r"[a-z.,<> @\"]{0,20}@[a-z.,<> @]{0,20}", fullmatch=True))
def test_what_is_no_plain_address_is_left_out(address: str) -> None:
    message = read(eml((("Dana", address),), "s", "b"))
    if is_address(address):
        assert [address.addr_spec for address in message["To"].addresses] == [address]
    else:
        assert "To" not in message


@pytest.mark.parametrize(
    "address", [ADDRESS, "d.reyes+jobs@mail.acme.example", "o'neill@x.example", "a&b=c@x.y"]
)
def test_a_plain_address_is_recognized(address: str) -> None:
    assert is_address(address)
    assert unquote(urlsplit(mailto(((("D"), address),), "s", "b")).path) == address


@pytest.mark.parametrize(
    "address",
    ["a@b@c.d", "a b@c.d", "a@c.d,e@f.g", "<a@b.c>", '"a"@b.c', "a..b@c.d", ".a@b.c", "a@", "@b", "ü@b.c"],
)
def test_anything_but_a_plain_address_is_refused(address: str) -> None:
    assert not is_address(address)


@given(address=texts, subject=texts, body=texts)
def test_a_mailto_link_is_a_single_encoded_address(address: str, subject: str, body: str) -> None:
    link = mailto((("D", ADDRESS), ("E", address)), subject, body)
    assert re.fullmatch(r"mailto:[\w.@%+~,-]*\?subject=[\w.%~-]*&body=[\w.%~-]*", link, re.ASCII)
    parts = urlsplit(link)
    wanted = [ADDRESS, address] if is_address(address) else [ADDRESS]
    assert [unquote(part) for part in parts.path.split(",")] == wanted
    query = parse_qs(parts.query, keep_blank_values=True, strict_parsing=True)
    assert query == {"subject": [clean_line(subject)], "body": [clean_text(body).replace("\n", "\r\n")]}


@given(kind=st.sampled_from(("thank-you", "follow-up")), person=texts, company=texts)
def test_a_name_of_a_file_is_only_a_name(kind: str, person: str, company: str) -> None:
    name = file_name(kind, person, company, "eml")
    assert name.startswith(kind)
    assert name.endswith(".eml")
    assert len(name.encode()) <= MAX_FILE_NAME_BYTES + 4
    assert name.count(".") == 1
    assert not set(name) & set("/\\:*?\"<>|\0\n\r $`;&'")
    assert name == os.path.basename(name)
    assert clean_line(name) == name


def test_the_name_of_a_file_is_readable() -> None:
    assert (
        file_name("thank-you", "Dana Reyes", "Acme & Sons, Ltd.", "txt")
        == "thank-you-dana-reyes-acme-sons-ltd.txt"
    )
    assert file_name("thank-you", "王小明", "Ølm", "eml") == "thank-you-王小明-ølm.eml"


def test_nothing_is_ever_written_over(tmp_path: Path) -> None:
    folder = tmp_path / "letters"
    saved = [save_new(folder, "note.eml", data) for data in (b"1", b"2", b"3")]
    assert [path.name for path in saved] == ["note.eml", "note-2.eml", "note-3.eml"]
    assert [path.read_bytes() for path in saved] == [b"1", b"2", b"3"]
    assert stat.S_IMODE(saved[0].stat().st_mode) == 0o600
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_no_link_is_followed(tmp_path: Path) -> None:
    other = tmp_path / "other"
    (tmp_path / "note.eml").symlink_to(other)
    assert save_new(tmp_path, "note.eml", b"x").name == "note-2.eml"
    assert not other.exists()
