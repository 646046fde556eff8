"""What is a table and what is none, and how it is taken apart."""

import pytest

from followup_tui.core.csv_import.records import TableError, decode, split

TEXT = "Firma;Datum\nMüller – „Café“ €;20.11.2026\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_text_in_utf_8_is_read_with_and_without_a_mark(encoding: str) -> None:
    assert decode(TEXT.encode(encoding)) == TEXT


def test_an_empty_file_is_text() -> None:
    assert decode(b"") == ""
    assert decode(b"Company,Date\n") == "Company,Date\n"


@pytest.mark.parametrize(
    "data",
    [
        b"PK\x03\x04....[Content_Types].xml..xl/workbook.xml",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1....",
        b"PK\x03\x04..mimetypeapplication/vnd.oasis.opendocument.spreadsheet",
        b"PK\x03\x04..Job Tracker 1f2e.csv",
        b"\x89PNG\r\n\x1a\n\x00\x00",
        b"Firma;\x81\x8d\n",
        b"\xff\xfa\x00",
        b"\xff\xfeA\x00B",
        b"Company\x00,Date\n",
        TEXT.encode("utf-16"),
        TEXT.encode("utf-16-le"),
        TEXT.encode("cp1252"),
    ],
)
def test_what_is_no_text_in_utf_8_is_refused_with_what_to_do(data: bytes) -> None:
    with pytest.raises(TableError, match="not UTF-8 text; save the sheet as “CSV UTF-8”"):
        decode(data)


def test_cells_that_say_nothing_are_left_out_and_lines_are_counted_from_where_a_record_begins() -> None:
    headings, records = split('Company , Notes\nA,"x\ny"\n,\n-,TBD\nB,n/a\n')
    assert headings == ["Company", "Notes"]
    assert [(record.line, record.cells) for record in records] == [
        (2, {"Company": "A", "Notes": "x\ny"}),
        (6, {"Company": "B"}),
    ]
