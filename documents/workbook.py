"""A workbook that calculates: cells with names, formulas between them, and the values they have now."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any, Literal
from xml.etree import ElementTree as ET
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.worksheet import Worksheet

from documents.formulas import Term
from documents.package import without_clock
from documents.tables import letters, put, tab_name

Format = Literal["amount", "hours", "share", "count", "factor", "rate"]
_FORMATS: dict[Format, str] = {
    "amount": "#,##0.00",
    "hours": "#,##0.00",
    "share": "0.00%",
    "count": "#,##0",
    "factor": "#,##0.0000",
    "rate": "#,##0.00",
}
_NOT_IN_NAMES = re.compile(r"[^A-Za-z0-9_]")
_HEAD = PatternFill("solid", fgColor="E3E8ED")
# What may be changed: blue on pale yellow, as in every model of a finance department.
_FACE = "Calibri"
_INPUT, _INPUT_FONT = PatternFill("solid", fgColor="FFF8DC"), Font(name=_FACE, color="0000FF")
_TOP = Border(top=Side(style="thin", color="8A94A0"))
_NARROWEST, _WIDEST = 9, 46
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A cell with a number: an input when `content` is a number, calculated when it is a term.

    Attributes:
        name: of the cell, used by formulas; unique whatever its case. Empty for a cell nothing refers to.
        content: the number, or the formula with its value.
        shown: the number format; the cell itself stays unrounded.
    """

    content: float | Term
    shown: Format
    name: str = ""

    @property
    def term(self) -> Term:
        """The cell as formulas refer to it."""
        value = self.content.value if isinstance(self.content, Term) else float(self.content)
        return Term(self.name, value)


Cell = str | Figure | None


@dataclass(slots=True)
class Tab:
    """One sheet while it is written, row by row.

    Attributes:
        name: words on the tab.
        rows: (cells, whether they are a head, whether a total).
    """

    name: str
    rows: list[tuple[tuple[Cell, ...], Literal["head", "row", "total", "title"]]] = field(
        default_factory=list
    )

    def title(self, words: str) -> None:
        """A heading within the sheet, with an empty row above."""
        if self.rows:
            self.rows.append(((), "row"))
        self.rows.append(((words,), "title"))

    def head(self, *words: str) -> None:
        """Titles of columns."""
        self.rows.append((words, "head"))

    def row(self, *cells: Cell) -> None:
        """A row."""
        self.rows.append((cells, "row"))

    def total(self, *cells: Cell) -> None:
        """A row that adds up those above."""
        self.rows.append((cells, "total"))


def cell_name(*parts: str) -> str:
    """A name that spreadsheet programs accept; it never reads like an address, because a word stands in front."""
    return _NOT_IN_NAMES.sub("_", "_".join(parts))


def write_workbook(tabs: Sequence[Tab], *, title: str) -> bytes:
    """The workbook; the same tabs give the same bytes. Texts stay texts, formulas are only ours.

    Raises:
        DomainError: ``documents.control_character`` names what a cell must not hold.
    """
    book = Workbook()
    book.remove(book.active)
    values: dict[str, dict[str, float]] = {}
    for number, tab in enumerate(tabs, start=1):
        sheet = book.create_sheet(tab_name(tab.name, book.sheetnames))
        values[f"xl/worksheets/sheet{number}.xml"] = _write(book, sheet, tab)
    book.properties.creator = None
    book.properties.title = title
    book.calculation.fullCalcOnLoad = True
    target = BytesIO()
    book.save(target)
    return without_clock(_with_values(target.getvalue(), values))


def _write(book: Workbook, sheet: Worksheet, tab: Tab) -> dict[str, float]:
    """Cells, names and widths; the values of the formulas by their address."""
    values: dict[str, float] = {}
    for at, (cells, kind) in enumerate(tab.rows, start=1):
        for place, content in enumerate(cells, start=1):
            if isinstance(content, Figure):
                cell = _figure(book, sheet, at, place, content)
                if isinstance(content.content, Term):
                    values[cell.coordinate] = content.content.value
            else:
                cell = put(sheet, at, place, content)
            following = tab.rows[at][0] if at < len(tab.rows) else ()
            above_figures = place <= len(following) and isinstance(following[place - 1], Figure)
            _dress(cell, kind, is_text=isinstance(content, str), above_figures=above_figures)
    sheet.freeze_panes = "B2"
    sheet.sheet_view.showGridLines = False
    sheet.page_setup.orientation, sheet.page_setup.fitToHeight = "landscape", 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    _widths(sheet, tab)
    return values


def _figure(book: Workbook, sheet: Worksheet, row: int, column: int, figure: Figure) -> Any:
    cell = sheet.cell(row, column)
    cell.number_format = _FORMATS[figure.shown]
    if isinstance(figure.content, Term):
        cell.value = f"={figure.content.text}"
    else:
        cell.value = figure.content
        cell.fill, cell.font = _INPUT, _INPUT_FONT
    if figure.name:
        if figure.name in book.defined_names:
            raise ValueError(figure.name)  # two cells of one name would make formulas mean the wrong one
        where = f"{quote_sheetname(sheet.title)}!${get_column_letter(column)}${row}"
        book.defined_names[figure.name] = DefinedName(figure.name, attr_text=where)
    return cell


def _dress(cell: Any, kind: str, *, is_text: bool, above_figures: bool) -> None:
    if kind == "head":
        cell.font, cell.fill = Font(name=_FACE, bold=True), _HEAD
        side = "right" if above_figures else "left"
        cell.alignment = Alignment(wrap_text=True, vertical="bottom", horizontal=side)
    elif kind == "total":
        cell.font, cell.border = Font(name=_FACE, bold=True), _TOP
    elif kind == "title":
        cell.font = Font(name=_FACE, bold=True, size=13)
    elif is_text and cell.column > 1:
        cell.alignment = Alignment(indent=1, vertical="top")


def _widths(sheet: Worksheet, tab: Tab) -> None:
    """Columns as wide as their texts; titles may run over their neighbours."""
    # A sentence alone in its row runs over the cells beside it, as titles do.
    rows = [cells for cells, kind in tab.rows if kind != "title" and len(cells) > 1]
    for place in range(max((len(cells) for cells in rows), default=0)):
        texts = [cells[place] for cells in rows if place < len(cells)]
        widest = max([letters(text) for text in texts if isinstance(text, str)] or [0])
        width = max(_NARROWEST + 4 if place else _NARROWEST, min(widest + 2, _WIDEST))
        sheet.column_dimensions[get_column_letter(place + 1)].width = width


def _with_values(packed: bytes, values: dict[str, dict[str, float]]) -> bytes:
    """The package with the value of every formula beside it; openpyxl can write only one of the two."""
    ET.register_namespace("", _MAIN)
    target = BytesIO()
    with ZipFile(BytesIO(packed)) as source, ZipFile(target, "w", ZIP_DEFLATED) as written:
        for name in source.namelist():
            content = source.read(name)
            if values.get(name):
                content = _valued(content, values[name])
            written.writestr(name, content)
    return target.getvalue()


def _valued(sheet: bytes, values: dict[str, float]) -> bytes:
    # Parsed is only what openpyxl has just written.
    root = ET.fromstring(sheet)  # noqa: S314 (see above)
    for cell in root.iter(f"{{{_MAIN}}}c"):
        address = cell.get("r", "")
        if address in values:
            held = cell.find(f"{{{_MAIN}}}v")
            held = ET.SubElement(cell, f"{{{_MAIN}}}v") if held is None else held
            held.text = repr(values[address])
    return bytes(ET.tostring(root, encoding="UTF-8", xml_declaration=True))
