"""Spreadsheets that people fill in and send back: every cell is locked but the answers, and each has an address.

The address of an answer is the id of its row (hidden first column) and the key of its column (hidden first row),
so that it is found again whatever a program does to names, widths and order. `documents.forms_reading` reads back.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from io import BytesIO
from typing import Literal

from openpyxl import Workbook
from openpyxl.packaging.custom import IntProperty, StringProperty
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.workbook.protection import WorkbookProtection
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from documents.tables import put, tab_name

Filling = str | int | float | date | None
FieldKind = Literal["text", "number", "integer", "share", "date", "choice"]

LISTS_SHEET, KEPT_SHEET = "kefu_lists", "kefu_kept"
KEYS_ROW, TITLE_ROW, HEAD_ROW = 1, 2, 3
ID_COLUMN = 1
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamp:
    """Which form a file is; printed into its properties and into the hidden corner of each sheet.

    Attributes:
        kind: what is asked, such as ``kefu.requirements-form``.
        version: of the layout; another one cannot be read.
        content: which questions were printed; an older form is still read as far as they are the same.
    """

    kind: str
    version: int
    content: str

    def __str__(self) -> str:
        return f"{self.kind}/{self.version}/{self.content}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A cell for an answer.

    Attributes:
        kind: what belongs in it; a share is 0 to 1 in the file and percent on screen.
        value: what it starts with.
        choices: name of the list in `Form.lists` that it offers.
        minimum: smallest number the spreadsheet program lets pass.
        maximum: largest number; for text the most characters.
    """

    kind: FieldKind = "text"
    value: Filling = None
    choices: str = ""
    minimum: Decimal | None = None
    maximum: Decimal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column with its key, title and width in Latin letters."""

    key: str
    title: str
    width: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row: printed words and answer cells by column key; one without an id holds no answers."""

    id: str = ""
    cells: Mapping[str, str | Field] = field(default_factory=dict)
    heading: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class FormSheet:
    """One sheet: name on the tab, sentence above the table, columns, rows."""

    name: str
    intro: str
    columns: Sequence[Column]
    rows: Sequence[Row]


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """A whole form.

    Attributes:
        stamp: what it is.
        title: in the document's properties.
        sheets: what people see.
        lists: permitted answers by the name of their list.
        kept: texts that travel with the form unseen and come back unchanged.
        mend: what the spreadsheet program says when it refuses an answer.
    """

    stamp: Stamp
    title: str
    sheets: Sequence[FormSheet]
    lists: Mapping[str, Sequence[str]] = field(default_factory=dict)
    kept: Mapping[str, str] = field(default_factory=dict)
    mend: str = ""


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
    return target.getvalue()


def _write(target: Worksheet, sheet: FormSheet, form: Form, ranges: Mapping[str, str]) -> None:
    """Hidden addresses, sentence, head, rows; everything locked but the answers."""
    put(target, KEYS_ROW, ID_COLUMN, str(form.stamp))
    target.row_dimensions[KEYS_ROW].hidden = True
    target.column_dimensions[get_column_letter(ID_COLUMN)].hidden = True
    put(target, TITLE_ROW, ID_COLUMN + 1, sheet.intro).alignment = Alignment(vertical="top")
    rules: dict[Field, DataValidation] = {}
    for place, column in enumerate(sheet.columns, start=ID_COLUMN + 1):
        put(target, KEYS_ROW, place, column.key)
        head = put(target, HEAD_ROW, place, column.title)
        head.font, head.fill, head.border = Font(bold=True), _HEAD, _BOX
        head.alignment = Alignment(wrap_text=True, vertical="top")
        target.column_dimensions[get_column_letter(place)].width = column.width
    for at, row in enumerate(sheet.rows, start=HEAD_ROW + 1):
        put(target, at, ID_COLUMN, row.id or None)
        for place, column in enumerate(sheet.columns, start=ID_COLUMN + 1):
            _write_cell(target, at, place, row.cells.get(column.key, ""), heading=row.heading)
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


def _write_cell(target: Worksheet, row: int, column: int, cell: str | Field, *, heading: bool) -> None:
    """One cell: words, or a place for an answer."""
    if isinstance(cell, Field):
        made = put(target, row, column, cell.value)
        made.number_format = "@" if isinstance(cell.value, str) else _FORMATS[cell.kind]
        made.protection, made.fill, made.border = Protection(locked=False), _ANSWER, _BOX
    else:
        made = put(target, row, column, cell or None)
        made.font = Font(bold=heading)
    made.alignment = Alignment(wrap_text=True, vertical="top")


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
