"""Reads a form back that somebody filled in: each answer by its address, with the cell it stands in."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from io import BytesIO
from typing import Any

from openpyxl.utils import get_column_letter, range_boundaries
from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook

from documents.forms import HEAD_ROW, ID_COLUMN, KEPT_SHEET, KEYS_ROW, LISTS_SHEET, Filling
from documents.packages import CheckedPackage, Oddities, check_package
from domain.shared.outcomes import DomainError

Address = tuple[str, str]
_STAMP_PARTS = 3
# Whole rows and columns can be merged; their ends are nowhere.
_FAR = 2**20


@dataclass(frozen=True, slots=True, kw_only=True)
class Filled:
    """What stands in an answer cell, and where: "Volumes!E12".

    Attributes:
        held: what stands there.
        place: sheet and cell.
        problem: code of why it is no answer: calculated instead of typed, an error, merged; empty when it is one.
    """

    held: Filling
    place: str
    problem: str = ""

    @property
    def value(self) -> Filling:
        """What stands there; whoever asks for it hears why it is no answer.

        Raises:
            DomainError: the problem, with the cell.
        """
        if self.problem:
            raise DomainError(self.problem, cell=self.place)
        return self.held


@dataclass(frozen=True, slots=True, kw_only=True)
class FilledForm:
    """A form as it came back.

    Attributes:
        content: which questions were printed (see `documents.forms.Stamp`).
        cells: every cell beside an id by row and column key, words included; empty ones hold None.
        kept: the texts that travelled with the form.
    """

    content: str
    cells: Mapping[Address, Filled]
    kept: Mapping[str, str]


def read_form(content: bytes, *, kind: str, version: int) -> FilledForm:
    """The answers of a form.

    Args:
        content: of the file.
        kind: which form is expected.
        version: of its layout.

    Raises:
        DomainError: ``forms.<reason>``: no spreadsheet, harmful, damaged, another form or version; what stands
            in a sheet is named by sheet and cell. A cell that is no answer refuses only itself (`Filled.value`).
    """
    package = check_package(content)
    try:
        with CalamineWorkbook.from_object(BytesIO(package.content)) as book:
            sheets = [book.get_sheet_by_name(name) for name in book.sheet_names]
            return _read(sheets, package, kind=kind, version=version)
    except CalamineError as error:
        raise DomainError("forms.damaged") from error
    except BaseException as error:
        # A reader that gives up within Rust raises this, and no class of it can be imported.
        if type(error).__name__ != "PanicException":
            raise
        raise DomainError("forms.damaged") from error


def _read(sheets: list[CalamineSheet], package: CheckedPackage, *, kind: str, version: int) -> FilledForm:
    contents: list[str] = []
    cells: dict[Address, Filled] = {}
    kept: dict[str, str] = {}
    for sheet in sheets:
        rows = sheet.to_python(skip_empty_area=False)
        if sheet.name == LISTS_SHEET or not _is_ours(
            sheet.name, rows, kind=kind, version=version, found=contents
        ):
            continue
        if sheet.name == KEPT_SHEET:
            kept = _kept(rows)
            continue
        oddities = package.oddities.get(sheet.name, Oddities())
        for address, filled in _answers(sheet.name, rows, oddities):
            if address in cells:
                raise DomainError("forms.row_twice", cell=filled.place)
            cells[address] = filled
    if not contents:
        raise DomainError("forms.foreign")
    return FilledForm(content=contents[0], cells=cells, kept=kept)


def _is_ours(name: str, rows: list[list[Any]], *, kind: str, version: int, found: list[str]) -> bool:
    """Whether a sheet belongs to the form; notes of somebody else on a sheet of their own are left alone."""
    stamp = str(rows[KEYS_ROW - 1][ID_COLUMN - 1]) if rows and rows[0] else ""
    parts = stamp.split("/")
    if len(parts) != _STAMP_PARTS or not parts[0].startswith("kefu."):
        return False
    if parts[0] != kind:
        raise DomainError("forms.other_form", cell=f"{name}!A{KEYS_ROW}", given=parts[0])
    if parts[1] != str(version):
        raise DomainError("forms.other_version", cell=f"{name}!A{KEYS_ROW}", given=parts[1], expected=version)
    found.append(parts[2])
    if parts[2] != found[0]:
        raise DomainError("forms.mixed", cell=f"{name}!A{KEYS_ROW}")
    return True


def _answers(name: str, rows: list[list[Any]], oddities: Oddities) -> Iterator[tuple[Address, Filled]]:
    """Every addressed cell of a sheet."""
    keys = {place: str(key) for place, key in enumerate(rows[KEYS_ROW - 1]) if place and key != ""}
    if len(set(keys.values())) < len(keys) or not keys:
        raise DomainError("forms.columns", cell=f"{name}!A{KEYS_ROW}")
    merged = [_bounds(reference) for reference in oddities.merged]
    for at, row in enumerate(rows[HEAD_ROW:], start=HEAD_ROW + 1):
        id_ = row[ID_COLUMN - 1]
        if id_ == "":
            continue
        for place, key in keys.items():
            cell = f"{get_column_letter(place + 1)}{at}"
            where = f"{name}!{cell}"
            within = any(
                left <= place + 1 <= right and top <= at <= bottom for left, top, right, bottom in merged
            )
            problem = _problem(cell, oddities) or ("forms.merged" if within else "")
            value = row[place] if place < len(row) else ""
            held = None if problem else _plain(value)
            yield (str(id_), key), Filled(held=held, place=where, problem=problem)


def _problem(cell: str, oddities: Oddities) -> str:
    """Why a cell holds no answer of a person; empty when it may."""
    if cell in oddities.formulas:
        return "forms.formula"
    return "forms.error_value" if cell in oddities.errors else ""


def _bounds(reference: str) -> tuple[int, int, int, int]:
    """First column, first row, last column, last row of a merged range, counted from 1."""
    try:
        left, top, right, bottom = range_boundaries(reference)
    except (ValueError, TypeError) as error:
        raise DomainError("forms.damaged") from error
    return left or 1, top or 1, right or _FAR, bottom or _FAR


def _plain(value: Any) -> Filling:
    """The cell without what spreadsheet programs add: 3.0 typed as 3, midnight behind a date, blanks alone."""
    if isinstance(value, str):
        return value.replace("\r\n", "\n") if value.strip() else None
    if isinstance(value, datetime):
        return value.date() if value.time() == time.min else value.isoformat(sep=" ")
    if isinstance(value, time | timedelta):
        return _clock(value)
    if isinstance(value, float) and value.is_integer() and abs(value) < 2**53:
        return int(value)
    if isinstance(value, bool | int | float | date):
        return value
    return None


def _clock(value: time | timedelta) -> str:
    """A time of day as text; programs turn 09:00 into a time of their own, and 24:00 into a length."""
    if isinstance(value, time):
        return f"{value:%H:%M}"
    minutes = round(value.total_seconds() / 60)
    return f"{minutes // 60:02d}:{minutes % 60:02d}"


def _kept(rows: list[list[Any]]) -> dict[str, str]:
    """The texts that travelled with the form, their pieces joined."""
    kept: dict[str, str] = {}
    for row in rows[KEYS_ROW:]:
        if len(row) > 1 and row[0] != "":
            kept[str(row[0])] = kept.get(str(row[0]), "") + str(row[1])
    return kept
