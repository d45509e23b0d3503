"""Tables for spreadsheets: XLSX with typed cells, CSV that every spreadsheet program opens."""

import csv
import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from io import BytesIO, StringIO
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from documents.characters import checked
from domain.shared.spreadsheets import harmless, would_run

Value = str | int | float | Decimal | bool | date | datetime | None

_MOST_NAME_LETTERS = 31
_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\']")
_NARROWEST, _WIDEST = 8, 60
_TEXT_FORMAT = "@"
_HEAD = PatternFill("solid", fgColor="F0F0F0")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One sheet of a workbook.

    Attributes:
        name: words on the tab; shortened and cleaned to what spreadsheet programs accept.
        header: column titles.
        rows: cells; None stays empty, because missing is never zero. Times must have a zone and are written in UTC.
    """

    name: str
    header: tuple[str, ...]
    rows: Sequence[Sequence[Value]]


def write_xlsx(sheets: Sequence[Sheet]) -> bytes:
    """A workbook with a frozen head row on every sheet. Text stays text, also if it looks like a formula.

    Raises:
        DomainError: ``documents.control_character`` names what a cell must not hold.
    """
    book = Workbook()
    book.remove(book.active)
    for sheet in sheets:
        _write_sheet(book.create_sheet(tab_name(sheet.name, book.sheetnames)), sheet)
    book.properties.creator = None
    target = BytesIO()
    book.save(target)
    return target.getvalue()


def write_csv(rows: Iterable[Sequence[Value]]) -> bytes:
    """Comma-separated rows in UTF-8 with a byte-order mark, which spreadsheet programs need to read Chinese.

    Text that a spreadsheet program would run as a formula gets an apostrophe in front.
    """
    target = StringIO()
    csv.writer(target, lineterminator="\r\n").writerows([_guarded(value) for value in row] for row in rows)
    return target.getvalue().encode("utf-8-sig")


def _write_sheet(target: Worksheet, sheet: Sheet) -> None:
    """Head row, rows, widths."""
    for place, title in enumerate(sheet.header, start=1):
        cell = put(target, 1, place, title)
        cell.font, cell.fill = Font(bold=True), _HEAD
        cell.alignment = Alignment(wrap_text=True, vertical="top")
    for at, row in enumerate(sheet.rows, start=2):
        for place, value in enumerate(row, start=1):
            put(target, at, place, value)
    target.freeze_panes = "A2"
    for place, title in enumerate(sheet.header, start=1):
        widest = max([letters(title), *(letters(row[place - 1]) for row in sheet.rows)])
        target.column_dimensions[get_column_letter(place)].width = min(max(widest + 2, _NARROWEST), _WIDEST)


def put(target: Worksheet, row: int, column: int, value: Value) -> Any:
    """One cell in its own type: text stays text, times are in UTC."""
    cell = target.cell(row, column)
    if isinstance(value, str):
        # Line feeds are welcome in a cell; everything else that cannot be seen is not.
        cell.value = checked(value)
        cell.data_type = "s"
        cell.number_format = _TEXT_FORMAT
        # As if typed with an apostrophe: it stays text when somebody edits the cell.
        cell.quotePrefix = would_run(value)
        cell.alignment = Alignment(wrap_text="\n" in value, vertical="top")
    elif isinstance(value, datetime):
        cell.value = value.astimezone(UTC).replace(tzinfo=None)
        cell.number_format = "yyyy-mm-dd hh:mm:ss"
    else:
        cell.value = value
    return cell


def _guarded(value: Value) -> str:
    """A value as CSV text."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    return harmless(value) if isinstance(value, str) else str(value)


def letters(value: Value) -> int:
    """How wide a value is, in Latin letters; a Chinese one counts two."""
    text = "" if value is None else str(value)
    lines = text.split("\n")
    return max(sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in line) for line in lines)


def tab_name(name: str, taken: Sequence[str]) -> str:
    """A name spreadsheet programs accept, different from the others whatever its case."""
    clean = _NOT_IN_NAMES.sub(" ", name).strip()[:_MOST_NAME_LETTERS] or "1"
    lowered = {other.lower() for other in taken}
    number = 2
    unique = clean
    while unique.lower() in lowered:
        ending = f" {number}"
        unique = clean[: _MOST_NAME_LETTERS - len(ending)] + ending
        number += 1
    return unique
