"""The encodings that tables come in, and what is no table."""

import pytest

from followup_tui.core.csv_import.table import NoTable, decode

TEXT = "Firma;Datum\nMüller – „Café“ €;20.11.2026\n"


@pytest.mark.parametrize(
    ("encoding", "is_old"),
    [
        ("utf-8", False),
        ("utf-8-sig", False),
        ("utf-16", False),
        ("utf-16-le", False),
        ("utf-16-be", False),
        ("cp1252", True),
    ],
)
def test_each_encoding_is_read(encoding: str, is_old: bool) -> None:
    decoded = decode(TEXT.encode(encoding))
    assert (decoded.text.removeprefix("\ufeff"), decoded.is_old) == (TEXT, is_old)


def test_plain_text_is_no_guess() -> None:
    assert decode(b"") == ("", False)
    assert decode(b"Company,Date\n") == ("Company,Date\n", False)


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"PK\x03\x04....[Content_Types].xml..xl/workbook.xml", "an Excel workbook, not CSV; save it as CSV"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1....", "an old Excel workbook"),
        (b"PK\x03\x04..mimetypeapplication/vnd.oasis.opendocument.spreadsheet", "OpenDocument"),
        (b"PK\x03\x04..Job Tracker 1f2e.csv", "a zip file; unpack it"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "no text that can be read"),
        (b"Firma;\x81\x8d\n", "no text that can be read"),
        (b"\xff\xfa\x00", "export it as CSV in UTF-8"),
        (b"\xff\xfeA\x00B", "no text"),
        (b"Company\x00,Date\n", "no text"),
    ],
)
def test_what_is_no_text_is_told_for_what_it_is(data: bytes, says: str) -> None:
    with pytest.raises(NoTable, match=says):
        decode(data)
