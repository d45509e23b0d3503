"""Forms as people and programs change them: cells typed over, packages made odd."""

from collections.abc import Callable, Mapping
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from catalog.questions import load_questions
from documents.forms import ID_COLUMN, KEYS_ROW
from documents.requirements_form import write_requirements_form
from domain.requirements.file import parse_file
from domain.shared.contents import Content
from services.samples import read_sample

BOOK = load_questions()


def sample_contents() -> dict[str, Content]:
    """What the first sample holds."""
    _, answers = parse_file(read_sample()[0], BOOK, origin="sample")
    return {
        key: Content(value=answer.value, state=answer.state, origin=answer.origin)
        for key, answer in answers.items()
    }


def sample_form() -> bytes:
    """The form of the first sample in English."""
    return write_requirements_form("Sample", sample_contents(), BOOK, "en")


def edited(form: bytes, change: Callable[[Workbook], None]) -> bytes:
    """A form that somebody opened, changed and saved."""
    book = load_workbook(BytesIO(form))
    change(book)
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def typed(form: bytes, answers: Mapping[tuple[str, str], Any]) -> bytes:
    """A form with answers typed into cells by row id and column key."""

    def change(book: Workbook) -> None:
        for (row, column), value in answers.items():
            sheet, cell = find(book, row, column)
            sheet[cell].value = value

    return edited(form, change)


def find(book: Workbook, row: str, column: str) -> tuple[Worksheet, str]:
    """The sheet and the name of an answer's cell."""
    for sheet in book.worksheets:
        keys = {cell.value: cell.column_letter for cell in sheet[KEYS_ROW]}
        for cell in sheet[keys_column(sheet)]:
            if cell.value == row and column in keys:
                return sheet, f"{keys[column]}{cell.row}"
    raise LookupError((row, column))


def keys_column(sheet: Worksheet) -> str:
    """The letter of the column that holds the ids."""
    return str(sheet.cell(1, ID_COLUMN).column_letter)


def repacked(form: bytes, parts: Mapping[str, bytes | Callable[[bytes], bytes]]) -> bytes:
    """The package with parts replaced, changed or added."""
    out = BytesIO()
    with ZipFile(BytesIO(form)) as source, ZipFile(out, "w", ZIP_DEFLATED) as target:
        for name in source.namelist():
            part = parts.get(name, source.read(name))
            target.writestr(name, part if isinstance(part, bytes) else part(source.read(name)))
        for name, part in parts.items():
            if name not in source.namelist() and isinstance(part, bytes):
                target.writestr(name, part)
    return out.getvalue()
