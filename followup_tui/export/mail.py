"""A letter for a mail program: as an `.eml` draft, as a `mailto:` address, and the name of its file.

Nothing that is in a letter, a name or a company can become a header, a recipient, a command or a path.
"""

import re
import unicodedata
from email.charset import BASE64, Charset
from email.header import Header
from email.message import EmailMessage
from email.policy import SMTP
from urllib.parse import quote

from followup_tui.core.text import clean_line, clean_text

MAX_MAILTO_LENGTH = 8000
"""Characters of a `mailto:` address that mail programs can be counted on to take (ours)."""
MAX_FILE_NAME_BYTES = 120
"""Bytes of a file's name without its ending (ours): file systems take 255."""
MAX_DISPLAY_NAME_LENGTH = 60
"""Characters of a name before an address (ours): a name need not fill more than a line."""
_MAX_PLAIN_SUBJECT_LENGTH = 66
"""A longer subject would have to be folded: lines have 78 columns at best (RFC 5322, 2.1.1)."""
# Plain addresses only: quotes, blanks, commas and brackets could carry a second one.
_ADDRESS = re.compile(
    r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]{0,251}[A-Za-z0-9])?"
)

# These characters have a meaning in a list of addresses; no name needs them.
_SPECIAL = re.compile(r'[][()<>@,:;"\\]')
_UTF8 = Charset("utf-8")
_UTF8.header_encoding = BASE64

Recipient = tuple[str, str]
"""A name and an address."""


def is_address(text: str) -> bool:
    """Return whether `text` is one plain address and nothing else."""
    local = text.partition("@")[0]
    dots = local.startswith(".") or local.endswith(".") or ".." in text
    return _ADDRESS.fullmatch(text) is not None and not dots


def eml(to: tuple[Recipient, ...], subject: str, body: str) -> bytes:
    """Return the letter as an unsent message (`X-Unsent: 1`), for a mail program to open and send.

    Recipients without a plain address are left out: the mail program asks for them.
    """
    # The headers are written here, not by EmailMessage: when Python 3.11 folds a header with two encoded
    # words, readers that keep to RFC 2047 lose the blank between them.
    headers = ["X-Unsent: 1"]
    recipients = [_mailbox(name, address) for name, address in to if is_address(address)]
    if recipients:
        headers.append("To: " + ",\r\n ".join(recipients))
    headers.append(f"Subject: {_encode_subject(_clean_header(subject))}".rstrip())
    content = EmailMessage(policy=SMTP)
    content.set_content(clean_text(body), charset="utf-8", cte="quoted-printable")
    return "".join(f"{header}\r\n" for header in headers).encode("ascii") + content.as_bytes()


def _mailbox(name: str, address: str) -> str:
    """Return a name and an address as a header has them."""
    name = _clean_header(_SPECIAL.sub(" ", name))[:MAX_DISPLAY_NAME_LENGTH].strip()
    if not name:
        return address
    if _is_printable_ascii(name):
        return f'"{name}" <{address}>'
    # One encoded word, even where it is longer than the 75 characters of RFC 2047: between two of them,
    # Python's parser (up to 3.12) puts a blank into the name.
    return f"{_UTF8.header_encode(name)} <{address}>"


def _encode_subject(subject: str) -> str:
    if _is_printable_ascii(subject) and len(subject) <= _MAX_PLAIN_SUBJECT_LENGTH:
        return subject
    # Blanks are encoded with the words, so that folding can lose none.
    return Header(subject, _UTF8, header_name="Subject").encode(linesep="\r\n")


def _is_printable_ascii(text: str) -> bool:
    return text.isascii() and text.isprintable()


def _clean_header(text: str) -> str:
    # Text in the form of an encoded word would be decoded, and could bring anything with it.
    return clean_line(text.replace("=?", "= ?"))


def mailto(to: tuple[Recipient, ...], subject: str, body: str) -> str:
    """Return the letter as a `mailto:` address, all of it percent-encoded (RFC 6068).

    It may be longer than `MAX_MAILTO_LENGTH`, which not every mail program takes.
    """
    addresses = ",".join(quote(address, safe="@") for _, address in to if is_address(address))
    lines = clean_text(body).replace("\n", "\r\n")
    return f"mailto:{addresses}?subject={quote(clean_line(subject), safe='')}&body={quote(lines, safe='')}"


def file_name(kind: str, person: str, company: str, ending: str) -> str:
    """Return a name for a file with the letter, of letters, digits and hyphens.

    For example `thank-you-dana-reyes-acme.eml`.
    """
    words = [_word(part) for part in (kind, person, company)]
    name = "-".join(word for word in words if word) or "letter"
    while len(name.encode()) > MAX_FILE_NAME_BYTES:
        name = name[:-1]
    return f"{name.strip('-')}.{ending}"


def _word(text: str) -> str:
    folded = unicodedata.normalize("NFC", clean_line(text)).lower()
    # Marks are part of the letters in many scripts.
    word = "".join(letter if unicodedata.category(letter)[0] in "LNM" else "-" for letter in folded)
    return re.sub(r"-+", "-", word).strip("-")
