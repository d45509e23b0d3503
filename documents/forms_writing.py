"""Writes a form as XLSX: hidden addresses, locked words, open answers with what they permit."""

import math
from collections.abc import Mapping, Sequence
from io import BytesIO

from openpyxl import Workbook
from openpyxl.packaging.custom import IntProperty, StringProperty
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.workbook.protection import WorkbookProtection
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from documents.forms import (
    HEAD_ROW,
    ID_COLUMN,
    KEPT_SHEET,
    KEYS_ROW,
    LISTS_SHEET,
    TITLE_ROW,
    Column,
    Field,
    FieldKind,
    Filling,
    Form,
    FormSheet,
    Row,
)
from documents.package import without_clock
from documents.tables import letters, put, tab_name

# A cell takes 32,767 characters; what is kept beside the form goes on in the next row.
PIECE = 30_000
_FORMATS: Mapping[FieldKind, str] = {
    "text": "@",
    "number": "General",
    "integer": "0",
    "share": "0.##%",
    "date": "yyyy-mm-dd",
    "choice": "@",
}
_ANSWER = PatternFill("solid", fgColor="FFF8E1")
_HEAD = PatternFill("solid", fgColor="F0F0F0")
_LINE = Side(style="thin", color="BFBFBF")
_BOX = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
_MOST_PROMPT_LETTERS = 255
_LINE_POINTS, _MOST_LINES = 15, 25


def write_form(form: Form) -> bytes:
    """The form as XLSX. Text stays text, also if it looks like a formula.

    Raises:
        DomainError: ``documents.control_character`` names what a cell must not hold.
    """
    book = Workbook()
    book.remove(book.active)
    ranges = {name: _range(place, len(items)) for place, (name, items) in enumerate(form.lists.items(), 1)}
    for sheet in form.sheets:
        _write(book.create_sheet(tab_name(sheet.name, book.sheetnames)), sheet, form, ranges)
    _write_lists(book.create_sheet(LISTS_SHEET), form.lists)
    _write_kept(book.create_sheet(KEPT_SHEET), form)
    book.security = WorkbookProtection(lockStructure=True)
    book.properties.creator, book.properties.title = None, form.title
    book.custom_doc_props.append(StringProperty(name="KefuForm", value=form.stamp.kind))
    book.custom_doc_props.append(IntProperty(name="KefuFormVersion", value=form.stamp.version))
    book.custom_doc_props.append(StringProperty(name="KefuContent", value=form.stamp.content))
    target = BytesIO()
    book.save(target)
    return without_clock(target.getvalue())


def _write(target: Worksheet, sheet: FormSheet, form: Form, ranges: Mapping[str, str]) -> None:
    """Hidden addresses, sentence, head, rows; everything locked but the answers."""
    put(target, KEYS_ROW, ID_COLUMN, str(form.stamp))
    target.row_dimensions[KEYS_ROW].hidden = True
    target.column_dimensions[get_column_letter(ID_COLUMN)].hidden = True
    _introduce(target, sheet)
    rules: dict[Field, DataValidation] = {}
    for place, column in enumerate(sheet.columns, start=ID_COLUMN + 1):
        put(target, KEYS_ROW, place, column.key)
        head = put(target, HEAD_ROW, place, column.title)
        head.font, head.fill, head.border = Font(bold=True), _HEAD, _BOX
        head.alignment = Alignment(wrap_text=True, vertical="top")
        target.column_dimensions[get_column_letter(place)].width = column.width
    for at, row in enumerate(sheet.rows, start=HEAD_ROW + 1):
        put(target, at, ID_COLUMN, row.id or None)
        target.row_dimensions[at].height = _height(row, sheet.columns)
        for place, column in enumerate(sheet.columns, start=ID_COLUMN + 1):
            strong = row.heading and column.strong
            _write_cell(target, at, place, row.cells.get(column.key, ""), strong=strong)
            asked = row.cells.get(column.key)
            if isinstance(asked, Field):
                rule = rules.setdefault(_rule_of(asked), _validation(asked, form, ranges))
                rule.add(f"{get_column_letter(place)}{at}")
    for rule in rules.values():
        target.add_data_validation(rule)
    target.freeze_panes = target.cell(HEAD_ROW + 1, ID_COLUMN + 1)
    # On paper a sheet is one page wide.
    target.page_setup.orientation, target.page_setup.fitToHeight = "landscape", 0
    target.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    target.protection.sheet = True
    # Columns and rows may be made wider to read them.
    target.protection.formatColumns = target.protection.formatRows = False


def _rule_of(asked: Field) -> Field:
    """Answers of the same kind and limits share one rule."""
    return Field(kind=asked.kind, choices=asked.choices, minimum=asked.minimum, maximum=asked.maximum)


def _write_cell(target: Worksheet, row: int, column: int, cell: str | Field, *, strong: bool) -> None:
    """One cell: words, or a place for an answer."""
    if isinstance(cell, Field):
        made = put(target, row, column, cell.value)
        made.number_format = "@" if isinstance(cell.value, str) else _FORMATS[cell.kind]
        made.protection, made.fill, made.border = Protection(locked=False), _ANSWER, _BOX
    else:
        made = put(target, row, column, cell or None)
        made.font = Font(bold=strong)
    made.alignment = Alignment(wrap_text=True, vertical="top", horizontal="left")


def _introduce(target: Worksheet, sheet: FormSheet) -> None:
    """The sentences above the head, over the whole width and as high as they need."""
    cell = put(target, TITLE_ROW, ID_COLUMN + 1, sheet.intro)
    cell.alignment = Alignment(vertical="top", wrap_text=True)
    last = ID_COLUMN + max(len(sheet.columns), 1)
    target.merge_cells(start_row=TITLE_ROW, end_row=TITLE_ROW, start_column=ID_COLUMN + 1, end_column=last)
    width = sum(column.width for column in sheet.columns) or 1
    target.row_dimensions[TITLE_ROW].height = _LINE_POINTS * _lines(sheet.intro, width)


def _height(row: Row, columns: Sequence[Column]) -> float:
    """Points for the tallest cell of a row; not every program measures wrapped text when it opens a file."""
    lines = [
        max(cell.lines, _lines(cell.value, column.width))
        if isinstance(cell, Field)
        else _lines(cell, column.width)
        for column in columns
        if (cell := row.cells.get(column.key)) is not None
    ]
    return _LINE_POINTS * min(max([1, *lines]), _MOST_LINES)


def _lines(value: Filling, width: int) -> int:
    """How many lines a text needs in a column."""
    return sum(max(1, math.ceil(letters(line) / width)) for line in str(value or "").split("\n"))


def _validation(asked: Field, form: Form, ranges: Mapping[str, str]) -> DataValidation:
    """What the spreadsheet program checks while somebody types; the reader checks everything again."""
    low = None if asked.minimum is None else f"{asked.minimum:f}"
    high = None if asked.maximum is None else f"{asked.maximum:f}"
    if asked.choices:
        rule = DataValidation(type="list", formula1=ranges[asked.choices])
    elif asked.kind in {"number", "integer", "share"} and (low is not None or high is not None):
        kind = "whole" if asked.kind == "integer" else "decimal"
        operator = "between" if low and high else "greaterThanOrEqual" if low else "lessThanOrEqual"
        rule = DataValidation(type=kind, operator=operator, formula1=low or high, formula2=low and high)
    elif asked.kind == "text" and high is not None:
        rule = DataValidation(type="textLength", operator="lessThanOrEqual", formula1=high)
    else:
        return DataValidation(allow_blank=True)
    rule.allow_blank, rule.showErrorMessage = True, True
    rule.error = form.mend[:_MOST_PROMPT_LETTERS] or None
    return rule


def _range(place: int, length: int) -> str:
    letter = get_column_letter(place)
    return f"{quote_sheetname(LISTS_SHEET)}!${letter}$1:${letter}${max(length, 1)}"


def _write_lists(target: Worksheet, lists: Mapping[str, Sequence[str]]) -> None:
    for place, items in enumerate(lists.values(), start=1):
        for at, item in enumerate(items, start=1):
            put(target, at, place, item)
    target.sheet_state, target.protection.sheet = "hidden", True


def _write_kept(target: Worksheet, form: Form) -> None:
    """Name and text, in pieces that fit a cell."""
    put(target, KEYS_ROW, ID_COLUMN, str(form.stamp))
    at = KEYS_ROW + 1
    for name, text in form.kept.items():
        for start in range(0, max(len(text), 1), PIECE):
            put(target, at, ID_COLUMN, name)
            put(target, at, ID_COLUMN + 1, text[start : start + PIECE])
            at += 1
    target.sheet_state, target.protection.sheet = "hidden", True
