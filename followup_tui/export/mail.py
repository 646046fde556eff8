"""A letter on its way out: a draft that mail programs open, a `mailto:` address, names for files.

Nothing in a letter, a name or a company can become a header, another recipient, a command or a path.
"""

import re
import unicodedata
from email import policy
from email.headerregistry import Address
from email.message import EmailMessage
from urllib.parse import quote

from followup_tui.core.text import clean_line, clean_text

MAILTO_LONGEST = 8000
"""Characters of a `mailto:` address that mail programs can be counted on to take (ours)."""
LONGEST_NAME = 120
"""Bytes of a file's name without its ending (ours): file systems take 255."""
LONGEST_SHOWN = 60
"""Characters of a name beside an address (ours): folded over two lines, it loses its quotes on the way."""
# Plain addresses only: quotes, blanks, commas and brackets could carry a second one.
_ADDRESS = re.compile(
    r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]{0,251}[A-Za-z0-9])?"
)

# What has a meaning in a list of addresses; no name needs it.
_SPECIAL = re.compile(r'[][()<>@,:;"\\]')

Recipient = tuple[str, str]
"""A name and an address."""


def is_address(text: str) -> bool:
    """Whether `text` is one plain address and nothing else."""
    local = text.partition("@")[0]
    dots = local.startswith(".") or local.endswith(".") or ".." in text
    return _ADDRESS.fullmatch(text) is not None and not dots


def eml(to: tuple[Recipient, ...], subject: str, body: str) -> bytes:
    """The letter as an unsent message (`X-Unsent: 1`), to be opened and sent by a mail program.

    Recipients without a plain address are left out: the mail program asks for them.
    """
    message = EmailMessage(policy=policy.SMTP)
    message["X-Unsent"] = "1"
    addresses = [
        Address(display_name=_header(_SPECIAL.sub(" ", name))[:LONGEST_SHOWN].strip(), addr_spec=address)
        for name, address in to
        if is_address(address)
    ]
    if addresses:
        message["To"] = addresses
    message["Subject"] = _header(subject)
    message.set_content(clean_text(body), charset="utf-8", cte="quoted-printable")
    return message.as_bytes()


def _header(text: str) -> str:
    # What looks like an encoded word would be decoded, and could bring anything with it.
    return clean_line(text.replace("=?", "= ?"))


def mailto(to: tuple[Recipient, ...], subject: str, body: str) -> str:
    """The letter as a `mailto:` address, all of it percent-encoded (RFC 6068).

    It may be longer than `MAILTO_LONGEST`, which not every mail program takes.
    """
    addresses = ",".join(quote(address, safe="@") for _, address in to if is_address(address))
    lines = clean_text(body).replace("\n", "\r\n")
    return f"mailto:{addresses}?subject={quote(clean_line(subject), safe='')}&body={quote(lines, safe='')}"


def file_name(kind: str, person: str, company: str, ending: str) -> str:
    """A name for a file with the letter: `thank-you-dana-reyes-acme.eml`; letters, digits, hyphens."""
    words = [_word(part) for part in (kind, person, company)]
    name = "-".join(word for word in words if word) or "letter"
    while len(name.encode()) > LONGEST_NAME:
        name = name[:-1]
    return f"{name.strip('-')}.{ending}"


def _word(text: str) -> str:
    folded = unicodedata.normalize("NFC", clean_line(text)).lower()
    # Marks belong to the letters of many scripts; alone they would stand on the hyphen.
    kept = "".join(one if unicodedata.category(one)[0] in "LNM" else "-" for one in folded)
    return re.sub(r"-+", "-", kept).strip("-")
