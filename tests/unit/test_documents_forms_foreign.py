"""Another form, another edition and what is no form at all are refused with how to mend it."""

import zipfile
from collections.abc import Callable
from io import BytesIO

import pytest
from openpyxl import Workbook

from tests.form_case import edited, repacked
from tests.small_form_case import KIND, SHEET, form, put, refused


def test_another_form_and_another_version_are_told_apart() -> None:
    other = refused(form(kind="kefu.other"))
    assert (other.code, other.values["given"]) == ("forms.other_form", "kefu.other")
    older = refused(form(version=0))
    assert (older.code, older.values["cell"]) == ("forms.other_version", "Prices!A1")


def test_sheets_of_two_editions_in_one_file_are_refused() -> None:
    def change(book: Workbook) -> None:
        copy = book.copy_worksheet(book["Prices"])
        copy["A1"] = f"{KIND}/1/xyz"

    assert refused(edited(form(), change)).code == "forms.mixed"


def test_hidden_keys_that_were_typed_over_are_refused() -> None:
    assert refused(put("C1", "text")).code == "forms.columns"


def _bomb() -> bytes:
    return repacked(form(), {f"xl/media/{number}.xml": b" " * 2**23 for number in range(9)})


def _entities() -> bytes:
    doctype = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "bbbb">]>'
    return repacked(form(), {SHEET: lambda part: doctype + part.split(b"?>", 1)[-1]})


def _foreign() -> bytes:
    book, out = Workbook(), BytesIO()
    book.active["A1"] = "hello"
    book.save(out)
    return out.getvalue()


def _open_document() -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", "<a/>")
    return out.getvalue()


_STRINGS = b'<sst count="4000000000" uniqueCount="4000000000"><si><t>x</t></si></sst>'
_OLE = bytes.fromhex("d0cf11e0a1b11ae1")


@pytest.mark.parametrize(
    ("make", "reason"),
    [
        (lambda: b"", "not_a_spreadsheet"),
        (lambda: b"a;b;c", "not_a_spreadsheet"),
        (lambda: _OLE + b"x" * 600, "old_format"),
        (lambda: _OLE + "EncryptedPackage".encode("utf-16-le"), "password"),
        (lambda: form()[:3000], "damaged"),
        (lambda: form()[:-9] + b"\x00" * 9, "damaged"),
        (lambda: b"PK\x03\x04" + b"\x00" * 2**23, "too_large"),
        (_bomb, "bomb"),
        (_entities, "damaged"),
        (lambda: repacked(form(), {SHEET: b"<worksheet><sheetData>"}), "damaged"),
        (lambda: repacked(form(), {"xl/vbaProject.bin": b"x"}), "macros"),
        (lambda: repacked(form(), {"xl/externalLinks/externalLink1.xml": b"<a/>"}), "external_links"),
        # Readers believe such a count and ask for so much memory that the whole program ends.
        (lambda: repacked(form(), {"xl/sharedStrings.xml": _STRINGS}), "damaged"),
        (lambda: repacked(form(), {SHEET: lambda part: part.replace(b'r="C5"', b"")}), "damaged"),
        (lambda: repacked(form(), {"xl/styles.xml": b"<a>" * 99_999}), "damaged"),
        (_foreign, "foreign"),
        (_open_document, "open_document"),
    ],
)
def test_what_is_no_form_gets_a_sentence_that_says_what_to_do(make: Callable[[], bytes], reason: str) -> None:
    assert refused(make()).code == f"forms.{reason}"
