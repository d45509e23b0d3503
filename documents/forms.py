"""Spreadsheets that people fill in and send back: every cell is locked but the answers, and each has an address.

The address of an answer is the id of its row (hidden first column) and the key of its column (hidden first row),
so that it is found again whatever a program does to names, widths and order. `documents.forms_writing` makes the
file, `documents.forms_reading` reads it back.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Literal

Filling = str | int | float | date | None
FieldKind = Literal["text", "number", "integer", "share", "date", "choice"]

LISTS_SHEET, KEPT_SHEET = "kefu_lists", "kefu_kept"
KEYS_ROW, TITLE_ROW, HEAD_ROW = 1, 2, 3
ID_COLUMN = 1


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
        lines: room for so many lines.
    """

    kind: FieldKind = "text"
    value: Filling = None
    choices: str = ""
    lines: int = 1
    minimum: Decimal | None = None
    maximum: Decimal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column with its key, title and width in Latin letters; a strong one is bold in heading rows."""

    key: str
    title: str
    width: int
    strong: bool = False


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
