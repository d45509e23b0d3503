"""Annexes: what the lawyer writes in `annexes.toml`, as frozen objects."""

from dataclasses import dataclass
from typing import ClassVar, Literal

from domain.contract.wording import Wording
from domain.shared.layout import Column
from domain.shared.sources import STRICT, Bilingual

# Rows that no lawyer can type because they come from the terms and the record (domain.contract.rows).
RowSource = Literal[
    "languages_by_channel",
    "weekly_hours",
    "scenarios",
    "kpis",
    "transfers",
    "peaks",
    "platform_standards",
    "criteria",
    "gates",
    "verdicts",
    "changed_terms",
    "highlighted_articles",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class RowText:
    """A written table row as the file has it: one wording per cell, optionally under a named predicate."""

    __pydantic_config__: ClassVar[dict[str, str]] = STRICT

    cells: tuple[Bilingual, ...]
    when: str = "always"


@dataclass(frozen=True, slots=True, kw_only=True)
class ParagraphText:
    """A paragraph of an annex as the file has it."""

    __pydantic_config__: ClassVar[dict[str, str]] = STRICT

    zh: str
    en: str
    when: str = "always"
    highlighted: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PartText:
    """One part of an annex as the file has it: a heading, paragraphs and at most one table.

    Attributes:
        rows_from: the table's rows come from the terms and the record; `rows` stays empty then.
        empty: printed instead of the table when `rows_from` gives no row; without it the part is left out then.
    """

    __pydantic_config__: ClassVar[dict[str, str]] = STRICT

    title: Bilingual
    when: str = "always"
    paragraphs: tuple[ParagraphText, ...] = ()
    columns: tuple[Column, ...] = ()
    rows: tuple[RowText, ...] = ()
    rows_from: RowSource | None = None
    empty: Bilingual | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnexText:
    """One annex as the file has it."""

    __pydantic_config__: ClassVar[dict[str, str]] = STRICT

    id: str
    title: Bilingual
    parts: tuple[PartText, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A written table row, its wording parsed."""

    cells: tuple[Wording, ...]
    when: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One part of an annex, its wording parsed."""

    text: PartText
    paragraphs: tuple[Wording, ...]
    rows: tuple[Row, ...]
    empty: Wording | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Annex:
    """An annex, ready to be filled."""

    id: str
    title: Bilingual
    parts: tuple[Part, ...]

    @property
    def wordings(self) -> tuple[Wording, ...]:
        """Every paragraph and cell, for checks of their slots."""
        found: list[Wording] = []
        for part in self.parts:
            found.extend(part.paragraphs)
            found.extend(cell for row in part.rows for cell in row.cells)
            if part.empty is not None:
                found.append(part.empty)
        return tuple(found)
