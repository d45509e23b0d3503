"""Nothing that leaves the house is run by a spreadsheet program, whichever file it stands in."""

import csv
from io import StringIO

import pytest

from documents.tables import write_csv
from domain.shared.spreadsheets import harmless


@pytest.mark.parametrize(
    "cell", ["=1+1", "+cmd", "-2+3", "@x", "|calc", "\t=1", "\r=1", "\n=1", " =1", "  |calc", "＝1"]
)
def test_a_cell_that_a_spreadsheet_would_run_is_made_text(cell: str) -> None:
    assert harmless(cell) == "'" + cell
    (row,) = csv.reader(StringIO(write_csv([[cell]]).decode("utf-8-sig"), newline=""))
    assert row == ["'" + cell]


@pytest.mark.parametrize("cell", ["", "T-1", "a=b", "2026-10-05", "服务商", "-3.5%", "+49", "-1,20"])
def test_an_ordinary_cell_and_a_signed_number_stay_as_they_are(cell: str) -> None:
    assert harmless(cell) == cell
