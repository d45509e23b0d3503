"""A form keeps its addresses and locks, and what is no form is refused with the cell and how to mend it."""

import zipfile
from collections.abc import Callable
from datetime import UTC, date, datetime, time
from decimal import Decimal
from io import BytesIO
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from documents.forms import Column, Field, Form, FormSheet, Row, Stamp
from documents.forms_reading import Filled, FilledForm, read_form
from documents.forms_writing import write_form
from domain.shared.outcomes import DomainError
from tests.form_case import edited, repacked
from words import LANGUAGES, say

KIND = "kefu.test"
SHEET = "xl/worksheets/sheet1.xml"


def form(version: int = 1, kind: str = KIND, **kept: str) -> bytes:
    price = Field(kind="number", value=12.5, minimum=Decimal(0), maximum=Decimal(100))
    basis = Field(kind="choice", choices="basis")
    rows = [
        Row(cells={"text": "Prices"}, heading=True),
        Row(id="price", cells={"text": "=Price", "answer": price}),
        Row(id="basis", cells={"text": "Basis", "answer": basis}),
        Row(id="when", cells={"text": "Day", "answer": Field(kind="date", value=date(2026, 11, 20))}),
        Row(id="note", cells={"text": "Note", "answer": Field(value="=1+1")}),
    ]
    columns = [Column(key="text", title="Question", width=30), Column(key="answer", title="Answer", width=30)]
    sheet = FormSheet(name="Prices", intro="Fill in.", columns=columns, rows=rows)
    stamp = Stamp(kind=kind, version=version, content="abc")
    lists = {"basis": ("Paid hour", "Productive hour")}
    return write_form(Form(stamp=stamp, title="t", sheets=[sheet], lists=lists, kept=kept))


def read(content: bytes) -> FilledForm:
    return read_form(content, kind=KIND, version=1)


def answer(content: bytes, row: str) -> Any:
    return read(content).cells[row, "answer"].value


def refused(content: bytes) -> DomainError:
    with pytest.raises(DomainError) as caught:
        read(content)
    for language in LANGUAGES:
        assert say(language, caught.value.code, **caught.value.values)
    return caught.value


def refused_cell(content: bytes, row: str) -> DomainError:
    """Why the answer of a row cannot be read, as whoever asks for it hears it."""
    made = read(content)
    with pytest.raises(DomainError) as caught:
        assert made.cells[row, "answer"].value
    for language in LANGUAGES:
        assert say(language, caught.value.code, **caught.value.values)
    return caught.value


def put(cell: str, value: Any) -> bytes:
    """The form with something typed into a cell of its sheet."""

    def change(book: Workbook) -> None:
        book["Prices"][cell] = value

    return edited(form(), change)


def test_what_was_written_is_read_at_its_address_with_the_cell_it_stands_in() -> None:
    made = read(form(secret="x" * 70_000))
    assert made.cells["price", "answer"] == Filled(held=12.5, place="Prices!C5")
    assert made.cells["basis", "answer"].value is None
    assert made.cells["when", "answer"].value == date(2026, 11, 20)
    assert made.cells["note", "answer"].value == "=1+1"
    assert made.kept == {"secret": "x" * 70_000}
    assert made.content == "abc"


def test_everything_is_locked_but_the_answers_and_addresses_are_hidden() -> None:
    book = load_workbook(BytesIO(form()))
    sheet = book["Prices"]
    assert sheet.protection.sheet
    assert {cell.coordinate for row in sheet for cell in row if not cell.protection.locked} == {
        "C5",
        "C6",
        "C7",
        "C8",
    }
    assert sheet.row_dimensions[1].hidden
    assert sheet.column_dimensions["A"].hidden
    assert [each.title for each in book.worksheets if each.sheet_state == "hidden"] == [
        "kefu_lists",
        "kefu_kept",
    ]
    assert book.security.lockStructure


def test_the_program_offers_the_list_and_checks_the_limits() -> None:
    rules = {
        str(rule.sqref): (rule.type, rule.formula1, rule.formula2)
        for rule in load_workbook(BytesIO(form()))["Prices"].data_validations.dataValidation
    }
    assert rules["C5"] == ("decimal", "0", "100")
    assert rules["C6"] == ("list", "'kefu_lists'!$A$1:$A$2", None)


def test_form_and_edition_stand_in_the_properties_and_no_person_does() -> None:
    book = load_workbook(BytesIO(form()))
    named = {each.name: each.value for each in book.custom_doc_props.props}
    assert named == {"KefuForm": KIND, "KefuFormVersion": 1, "KefuContent": "abc"}
    with zipfile.ZipFile(BytesIO(form())) as package:
        assert b"creator" not in package.read("docProps/core.xml")


@pytest.mark.parametrize(
    ("typed", "read_as"),
    [
        (3.0, 3),
        ("  ", None),
        (datetime(2026, 11, 20, tzinfo=UTC).replace(tzinfo=None), date(2026, 11, 20)),
        (time(9, 0), "09:00"),
        ("a\r\nb", "a\nb"),
    ],
)
def test_what_programs_make_of_an_answer_is_undone(typed: Any, read_as: Any) -> None:
    assert answer(put("C8", typed), "note") == read_as


def test_answers_are_found_although_rows_and_columns_moved_and_the_sheet_was_renamed() -> None:
    def change(book: Workbook) -> None:
        sheet = book["Prices"]
        sheet.insert_rows(4, 2)
        sheet.insert_cols(2)
        sheet.title = "价格"

    moved = read(edited(form(), change))
    assert moved.cells["price", "answer"] == Filled(held=12.5, place="价格!D7")


def test_notes_on_a_sheet_of_ones_own_are_left_alone() -> None:
    def change(book: Workbook) -> None:
        book.create_sheet("My notes")["A1"] = "=SUM(1,2)"

    assert answer(edited(form(), change), "price") == 12.5


def test_a_formula_beside_the_answers_hurts_nobody() -> None:
    assert answer(put("H20", "=1+1"), "price") == 12.5


def test_a_formula_in_an_answer_is_refused_by_its_cell() -> None:
    made = put("C5", "=10+2.5")
    refusal = refused_cell(made, "price")
    assert (refusal.code, refusal.values["cell"]) == ("forms.formula", "Prices!C5")
    # The other answers of the form are read.
    assert answer(made, "note") == "=1+1"


def test_merged_answers_are_refused_by_their_cell() -> None:
    refusal = refused_cell(edited(form(), lambda book: book["Prices"].merge_cells("C6:D7")), "basis")
    assert (refusal.code, refusal.values["cell"]) == ("forms.merged", "Prices!C6")


def test_a_cell_that_shows_an_error_is_refused() -> None:
    refusal = refused_cell(put("C6", "#REF!"), "basis")
    assert (refusal.code, refusal.values["cell"]) == ("forms.error_value", "Prices!C6")


def test_a_row_that_stands_there_twice_is_refused() -> None:
    refusal = refused(put("A6", "price"))
    assert (refusal.code, refusal.values["cell"]) == ("forms.row_twice", "Prices!B6")


def test_a_cell_at_the_far_end_is_refused_before_it_takes_the_memory_between() -> None:
    refusal = refused(put("XFD1048576", 1))
    assert (refusal.code, refusal.values["cell"]) == ("forms.far_cell", "Prices!XFD1048576")


def test_a_format_alone_at_the_far_end_hurts_nobody() -> None:
    def change(book: Workbook) -> None:
        book["Prices"]["ZZ9000"].number_format = "0.00"

    assert answer(edited(form(), change), "price") == 12.5


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
