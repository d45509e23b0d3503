"""Tables leave the house typed, and no text in them is run as a formula."""

import csv
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal
from io import BytesIO, StringIO

import pytest
from openpyxl import load_workbook

from documents.tables import Sheet, Value, write_csv, write_xlsx
from domain.shared.outcomes import DomainError

SHANGHAI = timezone(timedelta(hours=8))


def written(*rows: tuple[Value, ...], header: tuple[str, ...] = ("甲", "乙"), name: str = "成本") -> bytes:
    return write_xlsx([Sheet(name=name, header=header, rows=rows)])


def test_numbers_dates_and_text_keep_their_types_and_missing_stays_empty() -> None:
    sheet = load_workbook(
        BytesIO(written((19013, Decimal("18.50")), (None, "00123"), (date(2026, 11, 22), True)))
    )["成本"]
    assert [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)] == [
        [19013, 18.5],
        [None, "00123"],
        [datetime(2026, 11, 22), True],  # noqa: DTZ001 (a spreadsheet knows no zones)
    ]


def test_a_time_is_written_in_utc() -> None:
    sheet = load_workbook(BytesIO(written((datetime(2026, 11, 22, 8, 0, tzinfo=SHANGHAI), ""))))["成本"]
    assert sheet["A2"].value == datetime(2026, 11, 22, 0, 0)  # noqa: DTZ001 (see above)


@pytest.mark.parametrize("text", ["=1+1", "+cmd", "-2+3", "@SUM(A1)", '=HYPERLINK("https://example.com")'])
def test_text_that_looks_like_a_formula_stays_text(text: str) -> None:
    cell = load_workbook(BytesIO(written((text, ""))))["成本"]["A2"]
    assert (cell.value, cell.data_type, cell.quotePrefix) == (text, "s", True)
    (row,) = csv.reader(StringIO(write_csv([[text]]).decode("utf-8-sig")))
    assert row == [f"'{text}"]


def test_the_head_row_stays_in_sight_and_columns_are_wide_enough_for_chinese() -> None:
    sheet = load_workbook(BytesIO(written(("首次响应及时率", "a"))))["成本"]
    assert sheet.freeze_panes == "A2"
    assert sheet["A1"].font.bold
    assert sheet.column_dimensions["A"].width >= 14


def test_names_of_sheets_are_made_acceptable_and_different() -> None:
    sheets = [Sheet(name=name, header=("a",), rows=()) for name in ("East/West", "East West", "x" * 40, "")]
    assert load_workbook(BytesIO(write_xlsx(sheets))).sheetnames == [
        "East West",
        "East West 2",
        "x" * 31,
        "1",
    ]


def test_a_control_character_in_a_cell_is_refused_by_name() -> None:
    with pytest.raises(DomainError) as refused:
        written(("a\x00b", ""))
    assert refused.value.values["code_point"] == "U+0000"


def test_csv_starts_with_the_mark_that_lets_spreadsheets_read_chinese() -> None:
    assert (
        write_csv([["渠道", "工单"], ["电话", 12]]) == b"\xef\xbb\xbf" + "渠道,工单\r\n电话,12\r\n".encode()
    )


def test_negative_numbers_are_no_formulas_in_csv() -> None:
    made = write_csv([[-5, Decimal("-1.20"), "-3.5%", "+49", None]]).decode("utf-8-sig")
    assert made == "-5,-1.20,-3.5%,+49,\r\n"
