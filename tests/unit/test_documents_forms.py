"""A form keeps its addresses and locks, and an answer that cannot be read is refused with its cell."""

import zipfile
from datetime import UTC, date, datetime, time
from io import BytesIO
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from documents.forms_reading import Filled
from tests.form_case import edited
from tests.small_form_case import KIND, answer, form, put, read, refused, refused_cell


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
