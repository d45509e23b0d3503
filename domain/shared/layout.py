"""Texts and tables in both languages, and how they become blocks: one language, or paired paragraphs and cells."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar, Literal

from domain.shared.paper import Align, Block, Cell, Form, Heading, Paragraph, ParagraphStyle, Run, Table
from domain.shared.sources import STRICT, Bilingual, Language


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A table column: its head and its relative width."""

    __pydantic_config__: ClassVar[dict[str, str]] = STRICT

    head: Bilingual
    width: int
    align: Align = "left"


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedParagraph:
    """One paragraph in both languages.

    Attributes:
        number: "4.2", empty in annexes.
        highlighted: a standard term that must be pointed out.
    """

    zh: tuple[Run, ...]
    en: tuple[Run, ...]
    number: str = ""
    highlighted: bool = False

    def __getitem__(self, language: Language) -> tuple[Run, ...]:
        """The runs in one language."""
        return self.zh if language == "zh" else self.en

    def text(self, language: Language) -> str:
        """The words in one language."""
        return "".join(run.text for run in self[language])


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedTable:
    """A table whose cells are finished words in both languages."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[Bilingual, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """Turns bilingual texts into blocks of one form."""

    form: Form

    @property
    def languages(self) -> tuple[Language, ...]:
        """The languages printed, in order: Chinese first in the two-language form."""
        if self.form == "bilingual":
            return ("zh", "en")
        return (self.form,)

    def texts(self, text: Bilingual) -> tuple[tuple[Language, str], ...]:
        """A text in each language printed."""
        return tuple((language, text[language]) for language in self.languages)

    def heading(
        self, level: Literal[1, 2, 3], text: Bilingual, anchor: str = "", *, upper: float = 1.0
    ) -> Heading:
        """A heading in each language printed; `upper` is the share of a page in which it may begin."""
        return Heading(level=level, texts=self.texts(text), anchor=anchor, upper=upper)

    def paragraphs(
        self,
        printed: PrintedParagraph,
        *,
        style: ParagraphStyle = "body",
        anchor: str = "",
        leads: bool = False,
    ) -> Iterator[Paragraph]:
        """One paragraph per language; only the first of a pair carries the number."""
        for position, language in enumerate(self.languages):
            yield Paragraph(
                language=language,
                runs=printed[language],
                number=printed.number if position == 0 else "",
                style="highlight" if printed.highlighted else style,
                anchor=anchor,
                leads=leads and position == len(self.languages) - 1,
            )

    def sentence(
        self, text: Bilingual, *, style: ParagraphStyle = "body", anchor: str = "", leads: bool = False
    ) -> Iterator[Paragraph]:
        """The same for a text without fields."""
        printed = PrintedParagraph(zh=(Run(text=text.zh),), en=(Run(text=text.en),))
        return self.paragraphs(printed, style=style, anchor=anchor, leads=leads)

    def cell(self, text: Bilingual, column: Column) -> Cell:
        """Both languages only where they differ: a number is printed once."""
        texts = self.texts(text)
        if len({shown for _, shown in texts}) == 1:
            texts = texts[:1]
        return Cell(texts=texts, align=column.align)

    def tables(self, table: PrintedTable, anchor: str = "") -> Iterator[Block]:
        """A table; none when it has no rows."""
        if not table.rows:
            return
        columns = table.columns
        yield Table(
            header=tuple(self.cell(column.head, column) for column in columns),
            rows=tuple(
                tuple(self.cell(text, column) for text, column in zip(row, columns, strict=True))
                for row in table.rows
            ),
            widths=tuple(column.width for column in columns),
            anchor=anchor,
        )
