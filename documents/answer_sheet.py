"""The sheet on which a vendor answers: one row per requirement, locked but the answers, read back by id.

The rows are the caller's and the truth: what a returned file claims about kinds and limits is not believed.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from documents.forms import Column, Field, FieldKind, Filling, Form, FormSheet, Row, Stamp
from documents.forms_reading import Filled, read_form
from documents.forms_writing import write_form
from documents.typed_cells import Wanted, checked_day, checked_number
from domain.shared.outcomes import DomainError
from domain.shared.typed import yes_typed
from words import LANGUAGES, Language, say

AnswerKind = Literal["heading", "text", "number", "integer", "share", "yes_no", "choice", "date"]
Answered = str | int | Decimal | bool | date
VERSION = 1
_FIELD_KINDS: Mapping[AnswerKind, FieldKind] = {
    "text": "text",
    "number": "number",
    "integer": "integer",
    "share": "share",
    "yes_no": "choice",
    "choice": "choice",
    "date": "date",
}
_ANSWER = "answer"
_TEXT_LINES = 3
_YES_NO = "yes_no"


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerRow:
    """One row of the sheet.

    Attributes:
        id: under which the answer comes back; unique in the whole file. Headings need none.
        number: as printed in the document ("R-12").
        text: what is asked, in the language of the sheet (or both).
        kind: what the answer is; ``heading`` asks nothing.
        unit: printed beside the answer ("EUR per productive hour").
        help: how to answer.
        choices: (id, label) of the permitted answers of a ``choice``.
        minimum: smallest number permitted (a share from 0 to 1).
        maximum: largest number; of a text the most characters.
    """

    id: str = ""
    number: str = ""
    text: str
    kind: AnswerKind = "text"
    unit: str = ""
    help: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    minimum: Decimal | None = None
    maximum: Decimal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerSheet:
    """One sheet of the workbook: name on the tab, a sentence above the rows, the rows in order."""

    name: str
    intro: str = ""
    rows: Sequence[AnswerRow]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadAnswers:
    """What came back.

    Attributes:
        values: by id; what was left blank is absent. Text as str, ``integer`` as int, ``number`` and ``share``
            (0 to 1) as Decimal, ``yes_no`` as bool, ``choice`` as the id of the choice, ``date`` as date.
        problems: answers that cannot be taken, each ``forms.<reason>`` with ``cell`` ("Prices!E12").
    """

    values: Mapping[str, Answered]
    problems: tuple[DomainError, ...]


def write_answer_sheet(
    sheets: Sequence[AnswerSheet],
    *,
    kind: str,
    content: str,
    title: str,
    language: Language,
    answers: Mapping[str, Answered] | None = None,
) -> bytes:
    """The sheets as XLSX.

    Args:
        sheets: what is asked.
        kind: which form it is, ``kefu.<name>`` without a slash; another kind is refused when read.
        content: which questions were printed (a short checksum), without a slash; it comes back in the file.
        title: in the document's properties; the author stays empty.
        language: of the column titles.
        answers: what stands in the answer cells already.

    Raises:
        DomainError: ``documents.control_character`` names what a cell must not hold.
    """
    given = answers or {}
    rows = [row for sheet in sheets for row in sheet.rows]
    lists = {
        _list_of(row): tuple(label for _, label in _choices(row, language)) for row in rows if _list_of(row)
    }
    columns = _columns(language)
    return write_form(
        Form(
            stamp=Stamp(kind=kind, version=VERSION, content=content),
            title=title,
            sheets=[
                FormSheet(
                    name=sheet.name,
                    intro=sheet.intro,
                    columns=columns,
                    rows=[_row(row, given.get(row.id), language) for row in sheet.rows],
                )
                for sheet in sheets
            ],
            lists=lists,
            mend=say(language, "forms.mend"),
        )
    )


def read_answer_sheet(
    content: bytes, sheets: Sequence[AnswerSheet], *, kind: str, states: Collection[str] = ()
) -> ReadAnswers:
    """What somebody filled in.

    Args:
        content: of the file.
        sheets: what was asked; names of the sheets and wordings may differ, ids may not.
        kind: which form is expected.
        states: checksums of what is asked today; a sheet of any other state is read, with a problem that says so.

    Raises:
        DomainError: ``forms.<reason>`` when the file as a whole cannot be read, or when a row that was asked is
            missing from it (``forms.row_missing`` with its number).
    """
    filled = read_form(content, kind=kind, version=VERSION)
    values: dict[str, Answered] = {}
    problems: list[DomainError] = []
    if states and filled.content not in states:
        sheet = next(iter(filled.cells.values())).place.rpartition("!")[0]
        problems.append(DomainError("forms.earlier_state", cell=f"{sheet}!A1"))
    for row in (row for sheet in sheets for row in sheet.rows if row.kind != "heading"):
        cell = filled.cells.get((row.id, _ANSWER))
        if cell is None:
            raise DomainError("forms.row_missing", row=row.number or row.id)
        try:
            if cell.value is not None:
                values[row.id] = _answer(row, cell)
        except DomainError as problem:
            problems.append(problem)
    return ReadAnswers(values=values, problems=tuple(problems))


def _columns(language: Language) -> tuple[Column, ...]:
    widths = {"number": 8, "text": 60, "unit": 18, _ANSWER: 40, "help": 50}
    return tuple(
        Column(key=key, title=say(language, f"forms.column.{key}"), width=width, strong=True)
        for key, width in widths.items()
    )


def _row(row: AnswerRow, answer: Answered | None, language: Language) -> Row:
    words: dict[str, str | Field] = {
        "number": row.number,
        "text": row.text,
        "unit": row.unit,
        "help": row.help,
    }
    if row.kind == "heading":
        return Row(cells=words, heading=True)
    asked = Field(
        kind=_FIELD_KINDS[row.kind],
        value=_filling(row, answer, language),
        choices=_list_of(row),
        minimum=row.minimum,
        maximum=row.maximum,
        lines=_TEXT_LINES if row.kind == "text" else 1,
    )
    return Row(id=row.id, cells={**words, _ANSWER: asked})


def _filling(row: AnswerRow, answer: Answered | None, language: Language) -> Filling:
    if row.kind in {"yes_no", "choice"} and answer is not None:
        key = {True: "yes", False: "no"}.get(answer, answer) if isinstance(answer, bool) else answer
        return dict(_choices(row, language)).get(str(key))
    return float(answer) if isinstance(answer, Decimal) else answer


def _choices(row: AnswerRow, language: Language) -> tuple[tuple[str, str], ...]:
    if row.kind == "yes_no":
        return tuple((answer, say(language, f"ui.{answer}")) for answer in ("yes", "no"))
    return row.choices


def _list_of(row: AnswerRow) -> str:
    """The name of the list a row offers; rows that offer the same share it."""
    if row.kind == "yes_no":
        return _YES_NO
    return "|".join(id_ for id_, _ in row.choices) if row.kind == "choice" else ""


def _answer(row: AnswerRow, cell: Filled) -> Answered:
    """The checked answer of a row."""
    if row.kind == "text":
        text = str(cell.value).strip()
        if row.maximum is not None and len(text) > row.maximum:
            raise DomainError("forms.too_long", cell=cell.place, given=len(text), most=int(row.maximum))
        return text
    if row.kind in {"yes_no", "choice"}:
        return _chosen(row, cell)
    if row.kind == "date":
        return checked_day(cell)
    return _number(row, cell)


def _chosen(row: AnswerRow, cell: Filled) -> str | bool:
    """The choice by its label in either language, or by its id; yes and no also as a mark."""
    text = str(cell.value).strip()
    if row.kind == "yes_no" and (said := yes_typed(text)) is not None:
        return said
    for language in LANGUAGES:
        for id_, label in _choices(row, language):
            # A label in both languages, "满足 / Met", is also known by either half.
            if text in {id_, label, *label.split(" / ")}:
                return id_ == "yes" if row.kind == "yes_no" else id_
    raise DomainError("forms.not_a_choice", cell=cell.place, given=text)


def _number(row: AnswerRow, cell: Filled) -> int | Decimal:
    whole, share = row.kind == "integer", row.kind == "share"
    wanted = Wanted(whole=whole, share=share, minimum=row.minimum, maximum=row.maximum)
    number = checked_number(cell, wanted)
    return int(number) if whole else number
