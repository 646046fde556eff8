"""The encodings that tables come in, and what is no table."""

import pytest

from followup_tui.core.csv_import.records import TableError, decode

TEXT = "Firma;Datum\nMüller – „Café“ €;20.11.2026\n"


@pytest.mark.parametrize(
    ("encoding", "is_assumed"),
    [
        ("utf-8", False),
        ("utf-8-sig", False),
        ("utf-16", False),
        ("cp1252", True),
    ],
)
def test_each_encoding_is_read(encoding: str, is_assumed: bool) -> None:
    assert decode(TEXT.encode(encoding)) == (TEXT, is_assumed)


def test_plain_text_is_utf_8() -> None:
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
        (TEXT.encode("utf-16-le"), "no text"),
    ],
)
def test_a_file_that_is_no_text_is_named_for_what_it_is(data: bytes, says: str) -> None:
    with pytest.raises(TableError, match=says):
        decode(data)
