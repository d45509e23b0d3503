"""A document before it becomes Word, PDF or a page: a flat list of blocks in reading order.

The draft of a contract, a request for proposal and a brief are all built as this structure, and every
output reads it, so that their texts cannot differ.
"""

from dataclasses import dataclass
from typing import Literal

from domain.shared.sources import Language

Form = Literal["zh", "en", "bilingual"]
ParagraphStyle = Literal["body", "highlight", "note", "party", "centred"]
Align = Literal["left", "right"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """A stretch of text. `field` names the contract field it prints, so that a click can open it."""

    text: str
    field: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A heading; one text per language (two in the two-language form).

    Attributes:
        level: 1 for the parts of the document, 2 for articles, 3 for what is under them.
        texts: (language, text) in the order of printing; the number is part of the text.
        anchor: id of the clause or annex that starts here.
    """

    level: Literal[1, 2, 3]
    texts: tuple[tuple[Language, str], ...]
    anchor: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """One paragraph in one language.

    Attributes:
        language: decides fonts, quotation marks and line breaking.
        runs: the text.
        number: computed clause number ("4.2"), empty when there is none (second language of a pair).
        style: ``highlight`` is printed in bold: standard terms that must be pointed out.
        anchor: id of the clause it belongs to.
    """

    language: Language
    runs: tuple[Run, ...]
    number: str = ""
    style: ParagraphStyle = "body"
    anchor: str = ""

    @property
    def text(self) -> str:
        """The words of the paragraph without its number."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A table cell: one line of text per language, printed below each other."""

    texts: tuple[tuple[Language, str], ...]
    align: Align = "left"


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table that fits on one page (long ones are split by subject before they get here).

    Attributes:
        header: head cells.
        rows: cells, each row as long as the header.
        widths: relative column widths; their sum does not matter.
        anchor: id of the annex or group it belongs to.
    """

    header: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]
    widths: tuple[int, ...]
    anchor: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageBreak:
    """What follows starts on a new page."""


Block = Heading | Paragraph | Table | PageBreak


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A whole document, ready to print.

    Attributes:
        form: one language or both.
        title: (language, title) in the order of printing.
        blocks: everything after the title.
        mark: words of the watermark ("DRAFT 草稿"), empty for none.
        subject: document property; says what the document is about.
    """

    form: Form
    title: tuple[tuple[Language, str], ...]
    blocks: tuple[Block, ...]
    mark: str = ""
    subject: str = ""
